"""Where the tests run: against the stand-in in both profiles, or against a real Oracle.

ORAFERRY_TEST_ORACLE=user@host:port/service names a real one, and ORAFERRY_TEST_ORACLE_PASSWORD its password; the user
needs CREATE SESSION, CREATE TABLE, CREATE SEQUENCE and a quota. The tests make and drop tables whose names begin with
CT_.
"""

import itertools
import os
import re
from dataclasses import dataclass

import oracledb
import pytest

import standin

VERSION = tuple(int(part) for part in oracledb.__version__.split(".")[:2])
# Tests of what python-oracledb can do since a version only.
SINCE = {
    # 1.2 finds no rows in REF CURSORs of LOBs either.
    "test_lobs_in_it_and_beside_it": 1.4,
    "test_json_of_text": 1.4, "test_json_is_described": 1.4,
    "test_interval_year_to_month": 3, "test_boolean_is_compared": 2, "test_json": 2, "test_vector": 3,
    "test_sparse_vector": 3, "test_vector_of_another_size": 3, "test_a_server_that_requires_it_is_recognised": 3,
    "test_plain_tcp_is_not_served": 2, "test_a_client_without_one": 2,
    "test_asynchronous_client": 2, "test_clob_in_line": 3, "test_blob_in_line": 3, "test_lob_locators": 3,
    "test_large_objects_between_other_columns": 3,
}
REAL = os.environ.get("ORAFERRY_TEST_ORACLE")
table_numbers = itertools.count(1)


def pytest_collection_modifyitems(items):
    for item in items:
        since = f"{float(SINCE.get(getattr(item, 'originalname', None), 0))}"
        if VERSION < tuple(int(part) for part in since.split(".")):
            item.add_marker(pytest.mark.skip(reason=f"python-oracledb has it since {since}"))


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
        arguments = {
            "user": self.user, "password": self.password, "dsn": self.dsn,
            "tcp_connect_timeout": standin.CONNECT_SECONDS,
        }
        return oracledb.connect(**(arguments | changes))


@pytest.fixture(scope="session", params=["real"] if REAL else ["23ai", "19c"])
def server(request):
    if request.param == "real":
        place = re.fullmatch(r"([^@]+)@([^:/]+)(?::(\d+))?/(.+)", REAL)
        if not place or "ORAFERRY_TEST_ORACLE_PASSWORD" not in os.environ:
            pytest.exit("ORAFERRY_TEST_ORACLE is user@host:port/service, with ORAFERRY_TEST_ORACLE_PASSWORD beside it", 4)
        user, host, port, service = place.groups()
        yield Server("real", user, os.environ["ORAFERRY_TEST_ORACLE_PASSWORD"], host, int(port or 1521), service)
        return
    process = standin.StandIn(request.param)
    yield Server(request.param, standin.USER, standin.PASSWORD, "127.0.0.1", process.port, standin.SERVICE)
    process.stop()


@pytest.fixture
def connection(server):
    with server.connect() as connection:
        connection.call_timeout = 600_000
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


@pytest.fixture(scope="session")
def counts_fetched_rows():
    """Whether `rowcount` says how many rows were fetched.

    Up to 1.2 it does not, at any server: those versions take the row number that ends each call, which counts all rows
    since the execution, and then count the call's own rows once more as they are handed out. 1.3.0 ignores the number
    while it fetches (its release notes: "incorrect values of Cursor.rowcount when fetching data", issue 147).
    """
    return VERSION >= (1, 3)


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
