"""Logons at a stand-in that keeps nothing but an old verifier of each password, by every client that can.

Passwords are of ASCII here: which upper case others have is not published, and the clients differ.
"""

import pytest

import clients
import standin
from test_clients import fails, make

# The others know the 11g and the 12c verifier only.
KNOW_10G = (clients.OracleDriver, clients.Sling)


@pytest.fixture(scope="module", params=clients.CLASS.profiles)
def profile(request):
    return request.param


@pytest.fixture(scope="module", params=["10g", "11g"])
def process(request, profile, tmp_path_factory):
    script = tmp_path_factory.mktemp("scripts") / "users.sql"
    script.write_text(
        'CREATE USER old_hand IDENTIFIED BY "Tiger-7";\nGRANT CREATE SESSION TO old_hand;\n'
    )
    process = standin.StandIn(profile, "--verifier", request.param, "--load", str(script))
    process.verifier = request.param
    yield process
    assert process.stop() in (0, -15, 143)


def opened(process, **changes):
    client = make(process, **({"user": "old_hand", "password": "Tiger-7"} | changes))
    client.open()
    return client


def needs_the_client_to_know_it(process):
    if process.verifier == "10g" and clients.CLASS not in KNOW_10G:
        pytest.skip(f"{clients.NAME} does not know it")


def test_the_right_password(process):
    needs_the_client_to_know_it(process)
    client = opened(process)
    assert client.query("SELECT USER, 6 * 7 AS n FROM dual") == [("OLD_HAND", 42)]
    client.close()


@pytest.mark.parametrize("password", ["Tiger-8", "Tiger-7 "])
def test_a_wrong_password(process, password):
    needs_the_client_to_know_it(process)
    fails(1017, lambda: opened(process, password=password))


def test_the_case_of_letters_counts_but_for_10g(process):
    needs_the_client_to_know_it(process)
    if process.verifier == "10g":
        opened(process, user="OLD_Hand", password="tiger-7").close()
    else:
        fails(1017, lambda: opened(process, password="tiger-7"))


@pytest.mark.skipif(clients.CLASS is not clients.PythonOracledb, reason="what python-oracledb says")
def test_python_oracledb_refuses_10g(process):
    import oracledb

    if process.verifier != "10g":
        pytest.skip("only for 10g")
    with pytest.raises(oracledb.Error, match="DPY-3015.*0x939"):
        oracledb.connect(
            user="old_hand", password="Tiger-7", dsn=f"127.0.0.1:{process.port}/{standin.SERVICE}",
            tcp_connect_timeout=standin.CONNECT_SECONDS,
        )
