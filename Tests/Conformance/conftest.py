"""Where the tests run: against the stand-in in both profiles, or against a real Oracle.

ORAFERRY_TEST_ORACLE=user/password@host:port/service names a real one; the user needs CREATE SESSION, CREATE TABLE,
CREATE SEQUENCE and a quota. The tests make and drop tables whose names begin with CT_.
"""

import itertools
import os
import re
from dataclasses import dataclass

import oracledb
import pytest

import standin

REAL = os.environ.get("ORAFERRY_TEST_ORACLE")
table_numbers = itertools.count(1)


@dataclass
class Server:
    profile: str
    user: str
    password: str
    host: str
    port: int
    service: str

    @property
    def is_stand_in(self):
        return self.profile != "real"

    @property
    def dsn(self):
        return f"{self.host}:{self.port}/{self.service}"

    def connect(self, **changes):
        arguments = {"user": self.user, "password": self.password, "dsn": self.dsn, "tcp_connect_timeout": 10}
        return oracledb.connect(**(arguments | changes))


@pytest.fixture(scope="session", params=["real"] if REAL else ["23ai", "19c"])
def server(request):
    if request.param == "real":
        user, password, host, port, service = re.fullmatch(r"([^/]+)/(.+)@([^:]+):(\d+)/(.+)", REAL).groups()
        yield Server("real", user, password, host, int(port), service)
        return
    process = standin.StandIn(request.param)
    yield Server(request.param, standin.USER, standin.PASSWORD, "127.0.0.1", process.port, standin.SERVICE)
    process.stop()


@pytest.fixture
def connection(server):
    with server.connect() as connection:
        connection.call_timeout = 60_000
        yield connection


@pytest.fixture
def cursor(connection):
    with connection.cursor() as cursor:
        yield cursor


@pytest.fixture
def make_table(server):
    """Makes tables from column definitions; they are gone after the test."""
    names = []
    with server.connect() as connection, connection.cursor() as cursor:

        def make(definition):
            name = f"ct_{os.getpid()}_{next(table_numbers)}"
            cursor.execute(f"CREATE TABLE {name} ({definition})")
            names.append(name)
            return name

        yield make
        for name in reversed(names):
            cursor.execute(f"DROP TABLE {name} CASCADE CONSTRAINTS")


def error_of(excinfo):
    """The error object that python-oracledb puts into its exceptions."""
    (error,) = excinfo.value.args
    return error


@pytest.fixture
def fails(connection):
    """Executes a statement that must fail with an ORA number, and returns the error."""

    def fails(number, sql, parameters=None):
        with connection.cursor() as cursor, pytest.raises(oracledb.DatabaseError) as excinfo:
            cursor.execute(sql, parameters)
        error = error_of(excinfo)
        numbers = {number} if isinstance(number, int) else set(number)
        assert error.code in numbers, error.message
        assert f"ORA-{error.code:05}" in error.message
        return error

    return fails
