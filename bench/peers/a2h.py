"""any2heliosdb's `a2h migrate`: python-oracledb at one SCN, psycopg's COPY as text, in ranges of the key.

It makes the key itself, before the rows, and keeps a ledger in SQLite. One worker (two ranges) is faster on standard and
narrow than its usual four (eight): they share a Python, and for each range the stand-in, which has no ordered index, passes
over the table.
"""

import tempfile
from urllib.parse import urlsplit

# It imports these late; the start of Python is not counted.
import any2heliosdb.cli
import any2heliosdb.config.store
import any2heliosdb.core.orchestrator
import oracledb
import peer
import psycopg

CONFIG = """\
[source]
dialect = "oracle"
host = "127.0.0.1"
port = {source.port}
service_name = "{source.service}"
user = "{source.user}"
password_env = "BENCH_PASSWORD"
schema = "{schema}"
[target]
host = "{target.hostname}"
port = {target.port}
dbname = "{database}"
user = "{target.username}"
[options]
output_dir = "{folder}"
parallelism = 1
"""


def move(source, target, table):
    url = urlsplit(target.url)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/config.toml"
        with open(path, "w") as file:
            file.write(CONFIG.format(
                source=source, schema=source.user.upper(), target=url, database=url.path[1:], folder=folder))
        any2heliosdb.cli.migrate(path)


peer.run(move)
