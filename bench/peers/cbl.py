"""cbl-migrator: SQLAlchemy over python-oracledb, in pieces by the key's order, each INSERTed by psycopg.

It makes the key itself, before the rows. Workers are for tables, of which there is one. Its usual pieces of 1,000 rows
would have the stand-in, which has no ordered index, pass over the table as many times. Its usual
psycopg2 is slower, but on narrow.
"""

import sys

# SQLAlchemy imports its drivers late; the start of Python is not counted.
import oracledb
import peer
import psycopg
from cbl_migrator import DbMigrator


def move(source, target, table):
    origin = f"oracle+oracledb://{source.user}:{source.password}@127.0.0.1:{source.port}/?service_name={source.service}"
    destination = target.url.replace("postgresql:", "postgresql+psycopg:")
    if not DbMigrator(origin, destination, n_workers=1).migrate(chunk_size=source.batch):
        sys.exit("cbl-migrator found other rows in the target")


peer.run(move)
