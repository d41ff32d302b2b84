"""What a script has: pandas over python-oracledb in pieces, each written as CSV into psycopg's COPY."""

import io
import warnings

import oracledb
import pandas
import peer
import psycopg

oracledb.defaults.fetch_lobs = False
warnings.filterwarnings("ignore", "pandas only supports SQLAlchemy")
TYPES = {
    oracledb.DB_TYPE_NUMBER: "numeric", oracledb.DB_TYPE_DATE: "timestamp", oracledb.DB_TYPE_TIMESTAMP: "timestamp",
    oracledb.DB_TYPE_BLOB: "bytea",
}


def move(source, target, table):
    with oracledb.connect(user=source.user, password=source.password, dsn=source.dsn) as oracle:
        cursor = oracle.cursor()
        cursor.execute(f"SELECT * FROM {table} WHERE 1 = 0")
        described = cursor.description
        columns = ", ".join(f"{column[0].lower()} {TYPES.get(column[1], 'text')}" for column in described)
        raw = [column[0] for column in described if column[1] is oracledb.DB_TYPE_BLOB]
        whole = [column[0] for column in described if column[1] is oracledb.DB_TYPE_NUMBER and column[5] == 0]
        with psycopg.connect(target.url) as postgres, postgres.cursor() as writing:
            writing.execute(f"CREATE TABLE {table.lower()} ({columns})")
            with writing.copy(f"COPY {table.lower()} FROM STDIN (FORMAT csv)") as copy:
                for frame in pandas.read_sql(f"SELECT * FROM {table}", oracle, chunksize=source.batch):
                    for name in raw:
                        frame[name] = frame[name].map(lambda value: None if value is None else "\\x" + value.hex())
                    # A column with NULLs comes as floating point numbers.
                    for name in whole:
                        frame[name] = frame[name].astype("Int64")
                    text = io.StringIO()
                    frame.to_csv(text, header=False, index=False)
                    copy.write(text.getvalue())


peer.run(move)
