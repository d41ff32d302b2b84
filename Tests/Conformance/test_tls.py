"""TCPS: python-oracledb checks the stand-in's certificate, and the stand-in the client's.

In the profile of 19c the stand-in asks for a second handshake (a RESEND with the flag that says so), as a listener does
that hands the connection on to another process.
"""

import oracledb
import pytest

import standin
from certificates import KEY_PASSWORD, Certificates
from conftest import REAL, error_of

pytestmark = pytest.mark.skipif(bool(REAL), reason="only for the stand-in")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module", params=["23ai", "19c"])
def secured(request, certificates):
    process = standin.StandIn(
        request.param, "--tls-certificate", certificates.path("server.pem"), "--tls-key", certificates.path("server.key")
    )
    yield process
    process.stop()


@pytest.fixture(scope="module")
def demanding(certificates):
    process = standin.StandIn(
        "23ai", "--tls-certificate", certificates.path("server.pem"), "--tls-key", certificates.path("server.key"),
        "--tls-client-ca", certificates.path("ca.pem"),
    )
    yield process
    process.stop()


def connect(process, parameters="", **arguments):
    return oracledb.connect(
        user=standin.USER, password=standin.PASSWORD,
        dsn=f"tcps://localhost:{process.port}/{standin.SERVICE}{parameters}", tcp_connect_timeout=standin.CONNECT_SECONDS,
        **arguments,
    )


def check(connection):
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT LEVEL, RPAD('x', 2000, 'x') FROM dual CONNECT BY LEVEL <= 2000")
        rows = cursor.fetchall()
    assert [number for number, _ in rows] == list(range(1, 2001))
    assert {text for _, text in rows} == {"x" * 2000}


def test_a_trusted_server(secured, certificates):
    check(connect(secured, wallet_location=certificates.wallet("trust", "ca.pem")))


def test_by_descriptor(secured, certificates):
    wallet = certificates.wallet("trust", "ca.pem")
    check(
        oracledb.connect(
            user=standin.USER, password=standin.PASSWORD,
            dsn=f"(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=localhost)(PORT={secured.port}))"
            f"(CONNECT_DATA=(SERVICE_NAME={standin.SERVICE}))(SECURITY=(SSL_SERVER_DN_MATCH=yes)"
            f'(SSL_SERVER_CERT_DN="CN=stand-in,O=Example,C=US")(MY_WALLET_DIRECTORY={wallet})))',
        )
    )


def test_a_server_that_nobody_vouches_for(secured):
    with pytest.raises(oracledb.Error) as excinfo:
        connect(secured)
    assert "CERTIFICATE_VERIFY_FAILED" in error_of(excinfo).message


def test_another_subject(secured, certificates):
    with pytest.raises(oracledb.Error):
        connect(secured, "?ssl_server_cert_dn=CN=other", wallet_location=certificates.wallet("trust", "ca.pem"))


def test_a_client_with_a_certificate(demanding, certificates):
    wallet = certificates.wallet("client", "locked.key", "client.pem", "ca.pem")
    check(connect(demanding, wallet_location=wallet, wallet_password=KEY_PASSWORD))


def test_a_client_without_one(demanding, certificates):
    with pytest.raises(oracledb.Error):
        connect(demanding, wallet_location=certificates.wallet("trust", "ca.pem"))


def test_plain_tcp_is_not_served(secured):
    with pytest.raises(oracledb.Error):
        oracledb.connect(
            user=standin.USER, password=standin.PASSWORD, dsn=f"localhost:{secured.port}/{standin.SERVICE}",
            tcp_connect_timeout=5,
        )


# The program itself, by the same files.


def query(folder, connect_string, *more, **environment):
    settings = [f"connect_string = {connect_string}", *more]
    return standin.query(folder, settings, "SELECT 40 + 2 AS n FROM dual", **environment)


def test_the_program_by_a_name_of_tnsnames(demanding, certificates, tmp_path):
    wallet = certificates.wallet("client", "locked.key", "client.pem", "ca.pem")
    (tmp_path / "tnsnames.ora").write_text(
        f"sales, other =\n  (DESCRIPTION = # both addresses\n    (ADDRESS = (PROTOCOL = tcps)(HOST = localhost)(PORT = 1))\n"
        f"    (ADDRESS = (PROTOCOL = tcps)(HOST = localhost)(PORT = {demanding.port}))\n"
        f"    (CONNECT_DATA = (SERVICE_NAME = {standin.SERVICE}))\n"
        f"    (SECURITY = (MY_WALLET_DIRECTORY = {wallet})))\n"
    )
    result = query(
        tmp_path, "Sales", f"tns_admin = {tmp_path}", ORAFERRY_ORACLE_WALLET_PASSWORD=KEY_PASSWORD
    )
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "one.csv").read_text().split() == ["n", "42"]


def test_the_program_says_what_is_wrong(demanding, certificates, tmp_path):
    wallet = certificates.wallet("client", "locked.key", "client.pem", "ca.pem")
    result = query(
        tmp_path, f"tcps://localhost:1,localhost:{demanding.port}/{standin.SERVICE}", f"wallet_location = {wallet}",
        ORAFERRY_ORACLE_WALLET_PASSWORD="guess-what",
    )
    assert result.returncode == 1
    assert "wallet_password" in result.stderr
    assert "guess-what" not in result.stderr + result.stdout
    assert standin.PASSWORD not in result.stderr + result.stdout
