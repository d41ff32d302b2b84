"""Logging in, being refused, and the life of a connection."""

import asyncio
import socket

import oracledb
import pytest

import standin
from conftest import error_of


def test_connects_in_thin_mode(server):
    with server.connect() as connection:
        assert connection.thin
        assert connection.is_healthy()
        connection.ping()
        with connection.cursor() as cursor:
            assert cursor.execute("SELECT 1 FROM dual").fetchall() == [(1,)]


def test_version_is_that_of_the_profile(server, connection):
    major = int(connection.version.split(".")[0])
    assert server.profile == "real" or major == {"19c": 19, "23ai": 23}[server.profile]


def test_connects_by_descriptor_and_by_parameters(server):
    descriptor = (
        f"(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST={server.host})(PORT={server.port}))"
        f"(CONNECT_DATA=(SERVICE_NAME={server.service.upper()})))"
    )
    server.connect(dsn=descriptor).close()
    server.connect(dsn=None, host=server.host, port=server.port, service_name=server.service).close()


def test_user_name_is_not_case_sensitive(server):
    server.connect(user=server.user.upper()).close()


def test_user_is_known(connection, cursor, server):
    (user,) = cursor.execute("SELECT USER FROM dual").fetchone()
    assert user == server.user.upper()


@pytest.mark.parametrize("password", ["wrong", "", "x" * 200])
def test_wrong_password(server, password):
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        server.connect(password=password)
    assert error_of(excinfo).full_code in ("ORA-01017", "ORA-01005")


def test_wrong_user_is_told_like_a_wrong_password(server):
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        server.connect(user="nobody_at_all")
    assert error_of(excinfo).full_code == "ORA-01017"


def test_wrong_service(server):
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        server.connect(dsn=f"{server.host}:{server.port}/nosuchservice")
    # DPY-6001 is what python-oracledb makes of the listener's ORA-12514; it stands inside of DPY-6005.
    assert "DPY-6001" in error_of(excinfo).message


def test_many_connections_at_once(server):
    connections = [server.connect() for _ in range(10)]
    for number, connection in enumerate(connections):
        with connection.cursor() as cursor:
            assert cursor.execute("SELECT :1 + 0 FROM dual", [number]).fetchone() == (number,)
    for connection in connections:
        connection.close()


def test_closed_connection_is_told(server):
    connection = server.connect()
    connection.close()
    with pytest.raises(oracledb.InterfaceError) as excinfo:
        connection.ping()
    assert error_of(excinfo).full_code == "DPY-1001"


def test_pool(server):
    pool = oracledb.create_pool(
        user=server.user, password=server.password, dsn=server.dsn, min=1, max=3, increment=1,
        tcp_connect_timeout=standin.CONNECT_SECONDS)
    for _ in range(3):
        with pool.acquire() as first, pool.acquire() as second:
            with first.cursor() as a, second.cursor() as b:
                assert a.execute("SELECT 1 FROM dual").fetchone() == b.execute("SELECT 1 FROM dual").fetchone()
    pool.close()


def test_asynchronous_client(server):
    async def run():
        connection = await oracledb.connect_async(
            user=server.user, password=server.password, dsn=server.dsn, tcp_connect_timeout=standin.CONNECT_SECONDS
        )
        async with connection:
            return await connection.fetchall("SELECT :1 || 'b' FROM dual", ["a"])

    assert asyncio.run(run()) == [("ab",)]


def test_session_settings_are_accepted(cursor):
    for setting in (
        "NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS'",
        "NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF9'",
        "NLS_NUMERIC_CHARACTERS = '.,'",
        "TIME_ZONE = '+00:00'",
    ):
        cursor.execute(f"ALTER SESSION SET {setting}")


def test_rubbish_on_the_port_disturbs_nobody(server):
    if not server.is_stand_in:
        pytest.skip("only for the stand-in")
    with server.connect() as connection:
        for rubbish in (b"", b"\x00" * 8, b"\xff" * 64, b"GET / HTTP/1.0\r\n\r\n", b"\x00\x3a\x00\x00\x01\x00\x00\x00abc"):
            with socket.create_connection((server.host, server.port), timeout=standin.CONNECT_SECONDS) as raw:
                raw.sendall(rubbish)
        connection.ping()
    server.connect().close()


@pytest.mark.parametrize("profile", ["19c", "23ai"])
def test_ends_on_sigterm(profile):
    process = standin.StandIn(profile)
    with socket.create_connection(("127.0.0.1", process.port), timeout=standin.CONNECT_SECONDS):
        assert process.stop() in (0, -15, 143)
