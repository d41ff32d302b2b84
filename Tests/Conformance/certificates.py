"""Certificates for the tests of TLS, made with the openssl program: an authority, a server and a client."""

import subprocess

KEY_PASSWORD = "w4llet"


def _openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, stdin=subprocess.DEVNULL)


class Certificates:
    def __init__(self, folder):
        self.folder = folder
        _openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=Test Authority", "-keyout", folder / "ca.key", "-out", folder / "ca.pem",
        )
        self._issue("server", "/C=US/O=Example/CN=stand-in", "DNS:localhost,IP:127.0.0.1")
        self._issue("client", "/CN=client", "DNS:client.example")
        _openssl(
            "pkcs8", "-topk8", "-v2", "aes-256-cbc", "-in", folder / "client.key", "-passout", f"pass:{KEY_PASSWORD}",
            "-out", folder / "locked.key",
        )

    def path(self, name):
        return str(self.folder / name)

    def _issue(self, name, subject, names):
        extensions = self.folder / "names"
        extensions.write_text(f"subjectAltName={names}")
        _openssl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", subject,
            "-keyout", self.path(f"{name}.key"), "-out", self.path(f"{name}.csr"),
        )
        _openssl(
            "x509", "-req", "-in", self.path(f"{name}.csr"), "-CA", self.path("ca.pem"), "-CAkey", self.path("ca.key"),
            "-CAcreateserial", "-days", "2", "-extfile", extensions, "-out", self.path(f"{name}.pem"),
        )

    def wallet(self, name, *files):
        """A folder with an ewallet.pem of files put together."""
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        (folder / "ewallet.pem").write_bytes(b"".join((self.folder / file).read_bytes() for file in files))
        return str(folder)
