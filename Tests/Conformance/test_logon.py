"""In whose name a session is opened, with which privilege, and how it is known: as python-oracledb asks for it."""

import itertools

import oracledb
import pytest

from conftest import REAL, error_of

pytestmark = pytest.mark.skipif(bool(REAL), reason="makes users and changes passwords: only for the stand-in")

names = (f"lg_{number}" for number in itertools.count(1))


@pytest.fixture
def make_user(server):
    """Makes users with a password; yields a function that also runs statements."""
    connection = server.connect()

    def make(*statements, password="First-1"):
        name = next(names)
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE USER {name} IDENTIFIED BY "{password}"')
            for statement in statements:
                cursor.execute(statement.format(user=name))
        return name

    yield make
    connection.close()


def who(connection):
    with connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT USER, SYS_CONTEXT('USERENV', 'PROXY_USER'), SYS_CONTEXT('USERENV', 'ISDBA') FROM dual"
        )
        return cursor.fetchone()


def test_sysdba(server, make_user):
    name = make_user("GRANT SYSDBA TO {user}")
    assert who(server.connect(user=name, password="First-1")) == (name.upper(), None, "FALSE")
    assert who(server.connect(user=name, password="First-1", mode=oracledb.AUTH_MODE_SYSDBA)) == ("SYS", None, "TRUE")


@pytest.mark.parametrize("mode", [oracledb.AUTH_MODE_SYSDBA, oracledb.AUTH_MODE_SYSOPER])
def test_a_privilege_that_was_not_granted(server, make_user, mode):
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        server.connect(user=make_user(), password="First-1", mode=mode)
    assert error_of(excinfo).full_code == "ORA-01017"


def test_sysoper(server, make_user):
    name = make_user("GRANT SYSOPER TO {user}")
    assert who(server.connect(user=name, password="First-1", mode=oracledb.AUTH_MODE_SYSOPER))[0] == "PUBLIC"


def test_a_proxy(server, make_user):
    client = make_user()
    proxy = make_user(f"ALTER USER {client} GRANT CONNECT THROUGH {{user}}")
    connection = server.connect(user=f"{proxy}[{client}]", password="First-1")
    assert who(connection) == (client.upper(), proxy.upper(), "FALSE")
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        server.connect(user=f"{client}[{proxy}]", password="First-1")
    assert error_of(excinfo).full_code == "ORA-28150"


def test_an_expired_password_is_replaced(server, make_user):
    name = make_user("ALTER USER {user} PASSWORD EXPIRE")
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        server.connect(user=name, password="First-1")
    assert error_of(excinfo).full_code == "ORA-28001"
    assert who(server.connect(user=name, password="First-1", newpassword="Zweites-2"))[0] == name.upper()
    assert who(server.connect(user=name, password="Zweites-2"))[0] == name.upper()
    with pytest.raises(oracledb.DatabaseError) as excinfo:
        server.connect(user=name, password="First-1")
    assert error_of(excinfo).full_code == "ORA-01017"


def test_a_wrong_password_changes_nothing(server, make_user):
    name = make_user()
    with pytest.raises(oracledb.DatabaseError):
        server.connect(user=name, password="wrong", newpassword="Zweites-2")
    server.connect(user=name, password="First-1").close()


def test_module_and_action(connection, cursor):
    connection.module = "ferry"
    connection.action = "häul"
    connection.client_identifier = "me"
    connection.clientinfo = "for tests"
    cursor.execute(
        "SELECT SYS_CONTEXT('USERENV', 'MODULE'), SYS_CONTEXT('USERENV', 'ACTION'), "
        "SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER'), SYS_CONTEXT('USERENV', 'CLIENT_INFO') FROM dual"
    )
    assert cursor.fetchone() == ("ferry", "häul", "me", "for tests")
    # python-oracledb takes the action away with every new module.
    connection.module = None
    cursor.execute("SELECT SYS_CONTEXT('USERENV', 'MODULE'), SYS_CONTEXT('USERENV', 'ACTION') FROM dual")
    assert cursor.fetchone() == (None, None)
