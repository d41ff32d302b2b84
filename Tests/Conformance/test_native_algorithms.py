"""Each cipher and each checksum of native network encryption that go-ora speaks, by sling against the stand-in."""

import pytest

import clients
import standin
from test_clients import make

pytestmark = pytest.mark.skipif(clients.CLASS is not clients.Sling, reason="go-ora's, by sling")


@pytest.mark.parametrize(
    "names",
    ["RC4_40,SHA1", "RC4_56,SHA256", "RC4_128,MD5", "RC4_256,SHA512", "AES128,MD5", "AES192,SHA1", "AES256,SHA384"],
)
def test_go_ora_encrypts_and_seals(names):
    process = standin.StandIn("19c", "--native-encryption", "required", "--native-algorithms", names)
    try:
        client = make(process)
        client.open()
        rows = client.query("SELECT LEVEL, RPAD('x', 500, 'y') AS t FROM dual CONNECT BY LEVEL <= 2501")
        assert rows == [(n, "x" + "y" * 499) for n in range(1, 2502)]
    finally:
        process.stop()
