"""The servers of a measurement, each a process of its own: the stand-in, PostgreSQL, and a proxy that delays."""

import os
import pwd
import queue
import shutil
import socket
import subprocess
import sys
import threading
import time
from glob import glob

FOLDER = os.path.dirname(os.path.abspath(__file__))
BINARY = os.environ.get("ORAFERRY_BINARY", f"{FOLDER}/../.build/release/oraferry")
USER, PASSWORD, SERVICE = "app", "bench", "BENCH"
TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid, with_children=False):
    """User and system time of a process, and that of its children that have ended."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return sum(int(field) for field in fields[11:15 if with_children else 13]) / TICKS


def children_cpu_seconds(pid):
    return cpu_seconds(pid, True) - cpu_seconds(pid)


def status_bytes(pid, key):
    """VmRSS or VmHWM of a process."""
    with open(f"/proc/{pid}/status") as file:
        return next((int(line.split()[1]) << 10 for line in file if line.startswith(key + ":")), 0)


def first_line(process, start, seconds=120):
    """The rest of the first line of a process's output that begins so."""
    lines = queue.Queue()

    def read():
        for line in process.stdout:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    while (line := lines.get(timeout=seconds)) is not None:
        if line.startswith(start):
            return line.removeprefix(start).strip()
    raise SystemExit(f"bench: a server ended before it was ready: {process.args[0]}")


class StandIn:
    """`oraferry standin` with tables of generated rows: {name: (profile, rows)}."""

    def __init__(self, tables, port=0):
        generate = [word for name, (profile, rows) in tables.items() for word in ("--generate", f"{name}={profile}:{rows}")]
        self.process = subprocess.Popen(
            [BINARY, "standin", "--port", str(port), "--user", USER, "--password-env", "BENCH_PASSWORD", "--service", SERVICE,
             *generate],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=dict(os.environ, BENCH_PASSWORD=PASSWORD), text=True,
        )
        self.port = int(first_line(self.process, "ready on ").split("/")[0].rpartition(":")[2])

    def cpu(self):
        return cpu_seconds(self.process.pid)

    def memory(self):
        return status_bytes(self.process.pid, "VmRSS")

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class DelayProxy:
    """Hands bytes on to a port, half of the round trip's delay later in each direction."""

    def __init__(self, port, milliseconds):
        self.process = subprocess.Popen(
            [sys.executable, f"{FOLDER}/delay_proxy.py", str(port), str(milliseconds / 2)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
        )
        self.port = int(first_line(self.process, "ready on "))

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def server_programs():
    found = [os.path.dirname(path) for path in sorted(glob("/usr/lib/postgresql/*/bin/initdb"))]
    if shutil.which("pg_config"):
        found.append(subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True).stdout.strip())
    for folder in reversed(found):
        if os.path.exists(f"{folder}/initdb"):
            return folder
    raise SystemExit("bench: no initdb found")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Postgres:
    """A new cluster with PostgreSQL's defaults but for the given settings, on a socket in its folder and on loopback.

    It runs as the user postgres when this is root, who may not run it.
    """

    def __init__(self, folder, settings=()):
        self.folder, self.programs, self.port = folder, server_programs(), int(os.environ.get("BENCH_PGPORT", free_port()))
        self.user = "postgres" if os.geteuid() == 0 else None
        os.makedirs(folder)
        if self.user:
            shutil.chown(folder, self.user)
        self.run("initdb", "-D", f"{folder}/data", "-U", "bench", "-A", "trust", "-E", "UTF8", "--no-sync")
        words = " ".join(f"-c {setting}" for setting in settings)
        options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -p {self.port} {words}"
        self.run("pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start")
        with open(f"{folder}/data/postmaster.pid") as file:
            self.pid = int(file.readline())

    def run(self, program, *arguments):
        home = pwd.getpwnam(self.user).pw_dir if self.user else os.environ.get("HOME", "/")
        subprocess.run(
            [f"{self.programs}/{program}", *arguments], user=self.user, cwd="/", env=dict(os.environ, HOME=home),
            stdout=subprocess.DEVNULL, check=True,
        )

    def psql_command(self, *commands):
        arguments = [argument for command in commands for argument in ("-c", command)]
        return [
            f"{self.programs}/psql", "-X", "-At", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-p", str(self.port),
            "-U", "bench", "-d", "postgres", *arguments,
        ]

    def psql(self, *commands):
        done = subprocess.run(self.psql_command(*commands), capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise SystemExit(f"bench: psql failed: {done.stderr}")
        return done.stdout

    def backends_cpu(self):
        """CPU of all backends that have ended; autovacuum's and parallel workers are among them."""
        deadline = time.monotonic() + 5
        ours = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        while self.psql(ours).strip() != "0" and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.05)
        return children_cpu_seconds(self.pid)

    @property
    def version(self):
        return self.psql("SHOW server_version").strip()

    def stop(self):
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)
