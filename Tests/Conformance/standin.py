"""Starts and stops `oraferry standin`, the server under test."""

import os
import queue
import subprocess
import tempfile
import threading

# On a machine that is busy with other things everything takes longer than it should, and means nothing by it.
CONNECT_SECONDS = 120
USER = "app"
PASSWORD = "Straße-7 \"quoted\""
SERVICE = "ferrytest"
START_SECONDS = 300
STOP_SECONDS = 120


def query(folder, settings, sql, **environment):
    """Runs `oraferry query` against what the [oracle] settings name; the rows are in one.csv of the folder."""
    (folder / "config").mkdir()
    file = folder / "config" / "config.ini"
    file.touch(0o600)
    lines = [*settings, f"user = {USER}", "password ="]
    file.write_text("\n".join(["[oracle]", *lines, "[postgres]", "host = h", "dbname = d", "user = u", ""]))
    (folder / "one.sql").write_text(sql)
    return subprocess.run(
        [
            os.environ["ORAFERRY_BINARY"], "query", "--database", "oracle", str(folder / "one.sql"), "--workspace",
            str(folder), "--csv", str(folder / "one.csv"),
        ],
        env=dict(os.environ, ORAFERRY_ORACLE_PASSWORD=PASSWORD, **environment),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600,
    )


class StandIn:
    """One server process on a free port; `ready` says where it listens."""

    def __init__(self, profile, *arguments):
        self.log = tempfile.TemporaryFile(mode="w+")
        environment = dict(os.environ, ORAFERRY_CONFORMANCE_PASSWORD=PASSWORD)
        self.process = subprocess.Popen(
            [
                os.environ["ORAFERRY_BINARY"], "standin", "--port", "0", "--user", USER,
                "--password-env", "ORAFERRY_CONFORMANCE_PASSWORD", "--service", SERVICE,
                "--profile", profile, *arguments,
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env=environment,
            text=True,
        )
        try:
            self.port = self._wait_until_ready()
        except Exception:
            self.stop()
            raise

    def _wait_until_ready(self):
        lines = queue.Queue()

        def read():
            for line in self.process.stdout:
                lines.put(line)
            lines.put(None)

        threading.Thread(target=read, daemon=True).start()
        while True:
            line = lines.get(timeout=START_SECONDS)
            if line is None:
                raise RuntimeError(f"the stand-in ended before it was ready: {self.errors()}")
            if line.startswith("ready on "):
                address, service = line.removeprefix("ready on ").strip().split("/")
                host, port = address.split(":")
                assert (host, service) == ("127.0.0.1", SERVICE)
                return int(port)

    def errors(self):
        self.process.wait(STOP_SECONDS)
        self.log.seek(0)
        return self.log.read()

    def stop(self):
        """Ends the server with SIGTERM and returns its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
