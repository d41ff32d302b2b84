"""ADBC on both sides: the Go driver for Oracle hands a stream of Arrow batches to the C++ driver for PostgreSQL."""

import adbc_driver_oracle.dbapi
import adbc_driver_postgresql.dbapi
import peer


def move(source, target, table):
    with (
        adbc_driver_oracle.dbapi.connect(source.url) as oracle,
        oracle.cursor() as reading,
        adbc_driver_postgresql.dbapi.connect(target.url) as postgres,
        postgres.cursor() as writing,
    ):
        reading.execute(f"SELECT * FROM {table}")
        writing.adbc_ingest(table.lower(), reading.fetch_record_batch(), mode="create")
        postgres.commit()


peer.run(move)
