"""The clients that test_clients.py drives, behind one interface.

A client says what it can express; a test that needs more is skipped for it. Values come back as Python's: text, bytes,
datetime, None, and Decimal for every number. Errors come back as `Failed` with Oracle's number, and the position where
the client tells it.
"""

import csv
import datetime
import io
import os
import re
import subprocess
import tempfile
from decimal import Decimal
from urllib.parse import quote

from standin import CONNECT_SECONDS

NAME = os.environ.get("ORAFERRY_CLIENT", "newest")


class Failed(Exception):
    def __init__(self, code, position=None):
        super().__init__(f"ORA-{code:05}")
        self.code = code
        self.position = position


def failure(error, position=None):
    """The number in an error's text; the error itself when there is none."""
    found = re.search(r"(?:ORA-|ERR=|error: )(\d{4,5})", str(error))
    if not found:
        raise error
    return Failed(int(found.group(1)), position)


class Client:
    profiles = ("12.1", "19c", "23ai")
    binds = True
    writes = True
    sessions = True
    tells_position = False
    tells_service = True
    keeps_digits = True
    nanoseconds = False
    not_read = ()

    def __init__(self, host, port, service, user, password):
        self.host, self.port, self.service, self.user, self.password = host, port, service, user, password

    @property
    def url(self):
        return f"oracle://{self.user}:{quote(self.password, safe='')}@{self.host}:{self.port}/{self.service}"

    def close(self):
        pass


class PythonOracledb(Client):
    tells_position = True

    def open(self):
        import oracledb

        self.oracledb = oracledb
        try:
            self.connection = oracledb.connect(
                user=self.user, password=self.password, dsn=f"{self.host}:{self.port}/{self.service}",
                tcp_connect_timeout=CONNECT_SECONDS,
            )
        except oracledb.Error as error:
            if "DPY-6001" in str(error):
                raise Failed(12514) from None
            raise failure(error) from None

    def query(self, sql, binds=(), rows_at_once=None):
        def as_values(cursor, *metadata):
            code = metadata[0].type_code if len(metadata) == 1 else metadata[1]
            size = cursor.arraysize
            if code is self.oracledb.DB_TYPE_NUMBER:
                return cursor.var(Decimal, arraysize=size)
            if code in (self.oracledb.DB_TYPE_CLOB, self.oracledb.DB_TYPE_NCLOB):
                return cursor.var(self.oracledb.DB_TYPE_LONG, arraysize=size)
            if code is self.oracledb.DB_TYPE_BLOB:
                return cursor.var(self.oracledb.DB_TYPE_LONG_RAW, arraysize=size)

        with self.connection.cursor() as cursor:
            cursor.outputtypehandler = as_values
            if rows_at_once:
                cursor.arraysize = cursor.prefetchrows = rows_at_once
            self._run(cursor.execute, sql, list(binds))
            rows = self._run(cursor.fetchall)
        return [tuple(Decimal(repr(v)) if isinstance(v, float) else v for v in row) for row in rows]

    def execute(self, sql, binds=()):
        with self.connection.cursor() as cursor:
            self._run(cursor.execute, sql, list(binds))
            return cursor.rowcount

    def execute_many(self, sql, rows):
        with self.connection.cursor() as cursor:
            self._run(cursor.executemany, sql, rows)
            return cursor.rowcount

    def _run(self, call, *arguments):
        try:
            return call(*arguments)
        except self.oracledb.DatabaseError as error:
            (detail,) = error.args
            raise Failed(detail.code, detail.offset) from None

    def commit(self):
        self.connection.commit()

    def rollback(self):
        self.connection.rollback()

    def close(self):
        self.connection.close()


class ADBC(Client):
    """The Go driver of the ADBC project: numbers of unknown scale are doubles, times have nanoseconds."""

    keeps_digits = False
    nanoseconds = True
    tells_service = False

    def open(self):
        import adbc_driver_oracle.dbapi as dbapi

        try:
            self.connection = dbapi.connect(self.url)
        except dbapi.Error as error:
            raise failure(error) from None
        self.error = dbapi.Error

    def query(self, sql, binds=(), rows_at_once=None):
        with self.connection.cursor() as cursor:
            self._run(cursor.execute, re.sub(r":\d+", "?", sql), tuple(binds))
            table = self._run(cursor.fetch_arrow_table)
        import pyarrow

        columns = []
        for column in table.columns:
            if pyarrow.types.is_timestamp(column.type):
                column = column.cast(pyarrow.timestamp("us"))
            columns.append([self._value(value) for value in column.to_pylist()])
        return list(zip(*columns))

    @staticmethod
    def _value(value):
        return Decimal(repr(value)) if isinstance(value, float) else Decimal(value) if isinstance(value, int) else value

    def execute(self, sql, binds=()):
        with self.connection.cursor() as cursor:
            self._run(cursor.execute, re.sub(r":\d+", "?", sql), tuple(binds))
            return cursor.rowcount

    def execute_many(self, sql, rows):
        with self.connection.cursor() as cursor:
            self._run(cursor.executemany, re.sub(r":\d+", "?", sql), rows)
            return cursor.rowcount

    def _run(self, call, *arguments):
        for attempt in range(2):
            try:
                return call(*arguments)
            except self.error as error:
                failed = failure(error)
            # It may cancel a failed call that has ended already; the call after it then gets that call's ORA-01013.
            if failed.code != 1013 or attempt:
                raise failed

    def commit(self):
        self.connection.commit()

    def rollback(self):
        self.connection.rollback()

    def close(self):
        self.connection.close()


class OracleDriver(Client):
    """The pure Python driver of the go-ora line: it reads, and has neither binds nor DML."""

    profiles = ("11.2", "12.1", "19c", "23ai")
    binds = writes = keeps_digits = False
    tells_position = True
    # It neither streams LOBs nor finds the sign of a BINARY_DOUBLE.
    not_read = ("words", "picture", "ratio")

    def open(self):
        import pyora

        try:
            self.connection = pyora.connect(self.url)
        except Exception as error:
            raise failure(error) from None

    def query(self, sql, binds=(), rows_at_once=None):
        cursor = self.connection.cursor()
        try:
            cursor.execute(sql)
            rows = cursor.fetchall()
        except Exception as error:
            position = re.search(r"position: (\d+)", str(error))
            raise failure(error, int(position.group(1)) if position else None) from None
        return [tuple(self._value(value) for value in row) for row in rows]

    @staticmethod
    def _value(value):
        return Decimal(str(value)) if isinstance(value, (int, float)) else value

    def close(self):
        self.connection.close()


class Sling(Client):
    """The command of sling, which carries go-ora: each call is a process of its own, and values come as CSV."""

    profiles = ("11.2", "12.1", "19c", "23ai")
    binds = sessions = keeps_digits = tells_service = False
    # Its CSV has bytes as text.
    not_read = ("bytes", "picture")

    def open(self):
        self.query("SELECT 1 FROM dual")

    def _run(self, *arguments):
        import sling_linux_amd64

        program = os.path.join(os.path.dirname(sling_linux_amd64.__file__), "bin", "sling-linux-amd64")
        with tempfile.TemporaryDirectory() as home:
            environment = dict(
                os.environ, STANDIN=self.url, SLING_HOME_DIR=home, SLING_DISABLE_TELEMETRY="TRUE",
                SLING_LOADED_AT_COLUMN="false",
            )
            done = subprocess.run(
                [program, "run", *arguments], env=environment, capture_output=True, timeout=600, text=True
            )
        if done.returncode:
            raise failure(RuntimeError(done.stderr))
        return done.stdout

    def query(self, sql, binds=(), rows_at_once=None):
        rows = list(csv.reader(io.StringIO(self._run("--src-conn", "STANDIN", "--src-stream", sql, "--stdout"))))
        return [tuple(self._value(value) for value in row) for row in rows[1:] if row]

    @staticmethod
    def _value(value):
        if value == "":
            return None
        if re.fullmatch(r"-?\d+(\.\d+)?", value):
            return Decimal(value)
        if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)? \+00", value):
            return datetime.datetime.fromisoformat(value.removesuffix(" +00"))
        return value

    def load(self, table, header, rows):
        """Lets sling make a table and fill it: DDL, binds and array DML of go-ora."""
        with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
            csv.writer(file).writerows([header, *rows])
            file.flush()
            self._run("--src-stream", f"file://{file.name}", "--tgt-conn", "STANDIN", "--tgt-object", table)


CLASS = {"adbc": ADBC, "oracle-driver": OracleDriver, "sling": Sling}.get(NAME, PythonOracledb)
