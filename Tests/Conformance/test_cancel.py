"""Statements that are broken off while they run: by another thread, and by the call timeout. The connection lives on."""

import threading
import time

import oracledb
import pytest

from conftest import REAL, error_of

# python-oracledb's thin mode speaks with releases from 12.1 on.
pytestmark = [
    pytest.mark.parametrize("server", ["real"] if REAL else ["12.1", "19c", "23ai"], indirect=True),
    # Its commit 86016890, "to avoid potential hangs in some configurations", gave the reset its old place in 2.3.0.
    pytest.mark.skipif(
        oracledb.__version__ == "2.0.1", reason="2.0.1 to 2.2.0 wait for the server's reset before they send their own"
    ),
]

# How long a block sleeps that is broken off: far longer than a busy machine takes for it.
LONG = 600
# Seconds until a call takes too long. The server has as many to answer the break (python-oracledb's `_process_message`).
SHORT = 5


@pytest.fixture
def table(cursor, make_table):
    """The server must have DBMS_SESSION.SLEEP, as it is since 18c."""
    try:
        cursor.execute("BEGIN DBMS_SESSION.SLEEP(0); END;")
    except oracledb.DatabaseError as error:
        if not REAL or error.args[0].code != 6550:
            raise
        pytest.skip("a server without DBMS_SESSION.SLEEP")
    return make_table("id NUMBER(9)")


def is_usable(connection, table):
    with connection.cursor() as cursor:
        cursor.arraysize = 50
        cursor.execute("SELECT LEVEL FROM dual CONNECT BY LEVEL <= 1000")
        assert cursor.fetchall() == [(n,) for n in range(1, 1001)]
        cursor.execute(f"INSERT INTO {table} VALUES (:1)", [9])
        cursor.execute(f"DELETE FROM {table} WHERE id = 9")
        assert cursor.execute("SELECT 'still here' FROM dual").fetchone() == ("still here",)


def wait_for_row(server, table):
    """Until another session has committed one: what comes behind it in the same block runs then."""
    with server.connect() as connection, connection.cursor() as cursor:
        for _ in range(12000):
            if cursor.execute(f"SELECT COUNT(*) FROM {table}").fetchone() != (0,):
                return
            time.sleep(0.01)
    raise AssertionError("the block has not begun")


def test_cancel_from_a_thread(server, connection, cursor, table):
    connection.call_timeout = 0
    for _ in range(3):

        def cancel():
            wait_for_row(server, table)
            connection.cancel()

        canceller = threading.Thread(target=cancel)
        canceller.start()
        with pytest.raises(oracledb.DatabaseError) as excinfo:
            cursor.execute(
                f"BEGIN INSERT INTO {table} VALUES (1); COMMIT; DBMS_SESSION.SLEEP(:seconds); END;", seconds=LONG)
        canceller.join()
        assert error_of(excinfo).code == 1013
        is_usable(connection, table)
        cursor.execute(f"DELETE FROM {table}")
        connection.commit()


def test_call_timeout(connection, cursor, table):
    for _ in range(2):
        connection.call_timeout = 1000 * SHORT
        started = time.monotonic()
        with pytest.raises(oracledb.DatabaseError, match="DPY-4024"):
            cursor.execute("BEGIN DBMS_SESSION.SLEEP(:1); END;", [LONG])
        assert 0.9 * SHORT < time.monotonic() - started < LONG
        connection.call_timeout = 600_000
        is_usable(connection, table)


def test_only_what_is_broken_off_is_undone(connection, cursor, table):
    cursor.execute(f"INSERT INTO {table} VALUES (1)")
    connection.call_timeout = 1000 * SHORT
    with pytest.raises(oracledb.DatabaseError, match="DPY-4024"):
        cursor.execute(f"BEGIN INSERT INTO {table} VALUES (2); DBMS_SESSION.SLEEP({LONG}); END;")
    connection.call_timeout = 600_000
    assert cursor.execute(f"SELECT id FROM {table}").fetchall() == [(1,)]
    connection.rollback()
    assert cursor.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)


def test_what_nobody_breaks_off_comes_to_its_end(connection, cursor, table):
    connection.autocommit = True
    doubled = cursor.var(int)
    started = time.monotonic()
    cursor.execute(
        f"BEGIN INSERT INTO {table} VALUES (3); :doubled := 2 * :n; DBMS_SESSION.SLEEP(0.25); END;", n=21, doubled=doubled)
    assert time.monotonic() - started >= 0.25
    assert doubled.getvalue() == 42
    connection.rollback()
    assert cursor.execute(f"SELECT id FROM {table}").fetchall() == [(3,)]
