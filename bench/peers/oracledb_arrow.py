"""python-oracledb's fetch_df_batches into PostgreSQL's COPY BINARY, which adbc_ingest of ADBC's C++ driver writes."""

import oracledb
import peer
import pyarrow
from adbc_driver_postgresql import dbapi

oracledb.defaults.fetch_lobs = False
oracledb.defaults.fetch_decimals = True


def move(source, target, table):
    with oracledb.connect(user=source.user, password=source.password, dsn=source.dsn) as oracle:
        frames = oracle.fetch_df_batches(f"SELECT * FROM {table}", size=source.batch)
        first = pyarrow.table(next(frames))

        def batches():
            yield from first.to_batches()
            for frame in frames:
                yield from pyarrow.table(frame).to_batches()

        reader = pyarrow.RecordBatchReader.from_batches(first.schema, batches())
        with dbapi.connect(target.url) as postgres, postgres.cursor() as cursor:
            cursor.adbc_ingest(table.lower(), reader, mode="create")
            postgres.commit()


peer.run(move)
