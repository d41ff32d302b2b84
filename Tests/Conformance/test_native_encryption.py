"""Native network encryption: python-oracledb's thin mode has none, and must see that from the stand-in's ACCEPT."""

import oracledb
import pytest

import standin
from conftest import REAL

pytestmark = pytest.mark.skipif(bool(REAL), reason="only for the stand-in")


@pytest.fixture(scope="module", params=["12.1", "19c", "23ai"])
def profile(request):
    return request.param


def connect(process):
    return oracledb.connect(
        user=standin.USER, password=standin.PASSWORD, dsn=f"127.0.0.1:{process.port}/{standin.SERVICE}",
        tcp_connect_timeout=standin.CONNECT_SECONDS,
    )


def test_a_server_that_offers_it_is_talked_to_without(profile):
    process = standin.StandIn(profile, "--native-encryption", "offered")
    try:
        with connect(process) as connection, connection.cursor() as cursor:
            assert cursor.execute("SELECT 42 FROM dual").fetchone() == (42,)
    finally:
        process.stop()


def test_a_server_that_requires_it_is_recognised(profile):
    process = standin.StandIn(profile, "--native-encryption", "required")
    try:
        with pytest.raises(oracledb.Error, match="Native Network Encryption"):
            connect(process)
    finally:
        process.stop()


def query(tmp_path, process, wish):
    settings = ["host = 127.0.0.1", f"port = {process.port}", f"service_name = {standin.SERVICE}"]
    sql = "SELECT LEVEL AS n, RPAD('x', 2000, 'x') AS x FROM dual CONNECT BY LEVEL <= 3000"
    return standin.query(tmp_path, [*settings, f"native_encryption = {wish}"], sql)


def test_the_program_encrypts_when_the_server_requires_it(profile, tmp_path):
    process = standin.StandIn(profile, "--native-encryption", "required")
    try:
        result = query(tmp_path, process, "accepted")
        assert result.returncode == 0, result.stderr
        assert len((tmp_path / "one.csv").read_text().splitlines()) == 3001
    finally:
        process.stop()


def test_the_program_says_why_it_does_not(profile, tmp_path):
    process = standin.StandIn(profile)
    try:
        result = query(tmp_path, process, "required")
        assert result.returncode == 1
        assert "native_encryption = required" in result.stderr
    finally:
        process.stop()
