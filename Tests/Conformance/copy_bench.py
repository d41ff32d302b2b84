"""Carries the sample schema from the stand-in into a private PostgreSQL and says how fast the order items went.

The stand-in is a process of its own and so is PostgreSQL: on a machine with two cores they share them with oraferry.
"""

import glob
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time

import standin

SCALE = os.environ.get("SCALE", "2")


def server_programs():
    found = [os.path.dirname(path) for path in sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))]
    if shutil.which("pg_config"):
        found.append(subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True).stdout.strip())
    for folder in reversed(found):
        if os.path.exists(f"{folder}/initdb"):
            return folder
    sys.exit("bench: no initdb found")


class Postgres:
    """A server on a Unix socket in its own folder; it runs as the user postgres when this is root."""

    def __init__(self, folder):
        self.folder, self.programs = folder, server_programs()
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(folder, self.user)
        self.run("initdb", "-D", f"{folder}/data", "-U", "bench", "-A", "trust", "-E", "UTF8", "--no-sync")
        self.run("pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", f"-c listen_addresses= -k {folder}", "start")

    def run(self, program, *arguments):
        home = pwd.getpwnam(self.user).pw_dir if self.user else os.environ.get("HOME", "/")
        subprocess.run(
            [f"{self.programs}/{program}", *arguments], user=self.user, cwd="/", env=dict(os.environ, HOME=home),
            stdout=subprocess.DEVNULL, check=True,
        )

    def psql(self, *commands):
        arguments = [argument for command in commands for argument in ("-c", command)]
        return subprocess.run(
            [f"{self.programs}/psql", "-X", "-At", "-h", self.folder, "-U", "bench", "-d", "postgres", *arguments],
            capture_output=True, text=True, check=True,
        ).stdout

    def stop(self):
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")


def migrate(workspace, process, postgres):
    os.makedirs(f"{workspace}/config")
    path = f"{workspace}/config/config.ini"
    with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
        file.write(
            f"[oracle]\nhost = 127.0.0.1\nport = {process.port}\nservice_name = {standin.SERVICE}\nuser = {standin.USER}\n"
            "password =\n"
            f"[postgres]\nhost = {postgres.folder}\ndbname = postgres\nuser = bench\npassword =\nschema = bench\n"
        )
    environment = dict(os.environ, ORAFERRY_ORACLE_PASSWORD=standin.PASSWORD)
    started = time.monotonic()
    running = subprocess.Popen(
        [os.environ["ORAFERRY_BINARY"], "migrate", "--workspace", workspace], env=environment, stdin=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(running.pid, 0)
    seconds = time.monotonic() - started
    if status != 0:
        sys.exit(f"bench: oraferry migrate ended with status {os.waitstatus_to_exitcode(status)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_maxrss * unit / 1e6


def main():
    with tempfile.TemporaryDirectory(prefix="oraferry-bench-") as folder:
        os.chmod(folder, 0o755)
        os.mkdir(f"{folder}/pg")
        process = standin.StandIn("23ai", "--sample-schema", SCALE)
        postgres = Postgres(f"{folder}/pg")
        try:
            total, megabytes = migrate(f"{folder}/workspace", process, postgres)
            rows, copy = postgres.psql(
                "SELECT rows_loaded, extract(epoch FROM finished_at - started_at) FROM oraferry.tables WHERE table_name = 'order_items'"
            ).strip().split("|")
            rows = int(rows)
            everything = int(postgres.psql("SELECT sum(rows_loaded) FROM oraferry.tables"))
            postgres.psql(f"\\copy bench.order_items TO '{folder}/rows.bin' (FORMAT binary)")
            postgres.psql("CREATE TABLE bench.again (LIKE bench.order_items)")
            started = time.monotonic()
            postgres.psql(f"\\copy bench.again FROM '{folder}/rows.bin' (FORMAT binary)")
            psql = time.monotonic() - started
        finally:
            postgres.stop()
            process.stop()
    copy = float(copy)
    print(f"order items                 {rows:>12,} rows")
    print(f"oraferry, copy of the rows  {rows / copy:>12,.0f} rows/s  {copy:.2f} s")
    print(f"oraferry, whole migration   {everything / total:>12,.0f} rows/s  {total:.2f} s, {everything:,} rows in 12 tables")
    print(f"psql \\copy (binary)         {rows / psql:>12,.0f} rows/s  {psql:.2f} s, {psql / copy:.0%} of oraferry's time")
    print(f"oraferry, peak memory       {megabytes:>12,.0f} MB")


main()
