"""Measures `oraferry migrate` against PostgreSQL's own limit, against rivals, its memory, and its scaling.

`bench/measure.py [SECTION ...]`; sections: limit, delay, rivals, memory, scaling; all of them without one. SCALE shrinks
the tables (1 for the full ones), TABLES names those of limit and rivals (standard,narrow,wide,lob), TURNS is how many
times each thing is measured after a warm-up: the median counts. BENCH_FOLDER is where the servers' files go. The
stand-in, oraferry and PostgreSQL share the machine.
"""

import json
import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from servers import BINARY, FOLDER, PASSWORD, SERVICE, USER, DelayProxy, Postgres, StandIn, status_bytes

SCALE = float(os.environ.get("SCALE", "1"))
TURNS = int(os.environ.get("TURNS", "3"))
ALL_TABLES = {
    name: (name, max(1000, int(rows * SCALE)))
    for name, rows in (("standard", 2_000_000), ("narrow", 10_000_000), ("wide", 200_000), ("lob", 100_000))
}
TABLES = {name: ALL_TABLES[name] for name in os.environ.get("TABLES", ",".join(ALL_TABLES)).split(",")}
# The slowest rival moves so many rows in less than a minute.
RIVAL_ROWS = {"standard": 400_000, "narrow": 1_000_000, "wide": 20_000, "lob": 10_000}
MEMORY_ROWS = int(float(os.environ.get("MEMORY_ROWS", "1e8")) * SCALE)
SETTINGS = {
    "defaults": [],
    "minimal": ["wal_level=minimal", "max_wal_senders=0"],
}

class Bench:
    def __init__(self, folder):
        self.folder = folder
        self.results = {}
        self.workspaces = 0

    def workspace(self, oracle_port, postgres):
        """A new folder with a config.ini."""
        self.workspaces += 1
        folder = f"{self.folder}/workspace{self.workspaces}"
        os.makedirs(f"{folder}/config")
        with open(os.open(f"{folder}/config/config.ini", os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
            file.write(
                f"[oracle]\nhost = 127.0.0.1\nport = {oracle_port}\nservice_name = {SERVICE}\nuser = {USER}\npassword =\n"
                f"[postgres]\nhost = {postgres.folder}\nport = {postgres.port}\ndbname = postgres\nuser = bench\n"
                "password =\nschema = bench\n"
            )
        return folder

    def migrate(self, source, postgres, table, *options, port=None, sample=None):
        """A whole migrate of one table into a database without it: seconds, CPU of all, and peak memory."""
        postgres.psql("DROP SCHEMA IF EXISTS bench, oraferry CASCADE", "CHECKPOINT")
        workspace = self.workspace(port or source.port, postgres)
        backends, server = postgres.backends_cpu(), source.cpu()
        started = time.monotonic()
        with open(f"{workspace}/said", "w") as output:
            process = subprocess.Popen(
                [BINARY, "migrate", "--workspace", workspace, "--tables", table.upper(), *options],
                env=dict(os.environ, ORAFERRY_ORACLE_PASSWORD=PASSWORD), stdin=subprocess.DEVNULL, stdout=output,
                stderr=subprocess.STDOUT,
            )
            if sample:
                threading.Thread(target=sample, args=(process.pid, started), daemon=True).start()
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        if status:
            with open(f"{workspace}/said") as output:
                raise SystemExit(f"bench: migrate ended with {os.waitstatus_to_exitcode(status)}: {output.read()[-2000:]}")
        return {
            "seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "peak_bytes": usage.ru_maxrss << 10,
            "backends_cpu": postgres.backends_cpu() - backends, "standin_cpu": source.cpu() - server,
        }

    def copy(self, postgres, table, file, in_one_transaction):
        """The limit: psql's \\copy of the same rows into the same empty table, then the key; ANALYZE by itself."""
        postgres.psql("DROP TABLE IF EXISTS public.again", "CHECKPOINT")
        create = f"CREATE TABLE public.again (LIKE bench.{table})"
        steps = [f"\\copy public.again from '{file}' (format binary)", "ALTER TABLE public.again ADD PRIMARY KEY (id)"]
        if in_one_transaction:
            steps = ["BEGIN", create, *steps, "COMMIT"]
        else:
            postgres.psql(create)
        before = postgres.backends_cpu()
        started = time.monotonic()
        postgres.psql(*steps)
        seconds = time.monotonic() - started
        cpu = postgres.backends_cpu() - before
        started = time.monotonic()
        postgres.psql("ANALYZE public.again")
        return {"seconds": seconds, "backends_cpu": cpu, "analyze_seconds": time.monotonic() - started}

    def note(self, section, name, value):
        self.results.setdefault(section, {})[name] = value


def median(runs):
    """The median of each figure."""
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def table(title, header, rows):
    widths = [max(len(str(row[place])) for row in [header, *rows]) for place in range(len(header))]
    print(f"\n{title}")
    for row in [header, *rows]:
        print("  " + "  ".join(str(cell).rjust(width) if place else str(cell).ljust(width)
                               for place, (cell, width) in enumerate(zip(row, widths))), flush=True)


def chunk_rows(name, setting):
    """At least four chunks under PostgreSQL's defaults, one where the table is made in the copy's transaction."""
    rows = ALL_TABLES[name][1]
    return "--chunk-rows", str(max(1, rows // 4 if setting == "defaults" else rows * 2))


def measure_limit(bench):
    shown = []
    for setting, words in SETTINGS.items():
        postgres = Postgres(f"{bench.folder}/pg", words)
        try:
            for name in TABLES:
                source = StandIn({name: TABLES[name]})
                try:
                    shown.append(limit_of(bench, source, postgres, name, setting))
                finally:
                    source.stop()
        finally:
            postgres.stop()
    table(
        f"migrate (with ANALYZE) against psql's \\copy (binary) and the key, median of {TURNS}",
        ("table, settings", "rows", "COPY MB", "psql s", "ANALYZE s", "migrate s", "ratio", "to both", "rows/s", "CPU ours", "backends", "ratio",
         "stand-in", "peak MB"),
        shown,
    )


def limit_of(bench, source, postgres, name, setting):
    file = f"{bench.folder}/{name}.bin"
    options = chunk_rows(name, setting)
    bench.migrate(source, postgres, name, *options)
    postgres.psql(f"\\copy bench.{name} to '{file}' (format binary)")
    size = os.path.getsize(file)
    rows = int(postgres.psql(f"SELECT count(*) FROM bench.{name}"))
    ours, limits = [], []
    bench.copy(postgres, name, file, setting == "minimal")
    for _ in range(TURNS):
        limits.append(bench.copy(postgres, name, file, setting == "minimal"))
        ours.append(bench.migrate(source, postgres, name, *options))
    os.remove(file)
    our, limit = median(ours), median(limits)
    with_analyze = limit["seconds"] + limit["analyze_seconds"]
    bench.note("limit", f"{name}, {setting}", {
        "rows": rows, "copy_bytes": size, "options": options, "migrate": ours, "psql": limits,
        "ratio": our["seconds"] / limit["seconds"], "ratio_with_analyze": our["seconds"] / with_analyze,
        "cpu_ratio": our["cpu"] / our["backends_cpu"],
    })
    return (
        f"{name}, {setting}", f"{rows:,}", f"{size / 1e6:.0f}", f"{limit['seconds']:.2f}", f"{limit['analyze_seconds']:.2f}",
        f"{our['seconds']:.2f}", f"{our['seconds'] / limit['seconds']:.2f}", f"{our['seconds'] / with_analyze:.2f}",
        f"{rows / our['seconds']:,.0f}", f"{our['cpu']:.2f}",
        f"{our['backends_cpu']:.2f}", f"{our['cpu'] / our['backends_cpu']:.2f}", f"{our['standin_cpu']:.2f}",
        f"{our['peak_bytes'] / 1e6:.0f}",
    )


def measure_delay(bench):
    """The round trip between oraferry and the stand-in takes so much longer; next to no delay, over the same proxy."""
    name, shown = "standard", []
    postgres = Postgres(f"{bench.folder}/pg")
    source = StandIn({name: ALL_TABLES[name]})
    proxies = {delay: DelayProxy(source.port, delay) for delay in (0, 1, 10)}
    try:
        options = chunk_rows(name, "defaults")
        file = f"{bench.folder}/{name}.bin"
        bench.migrate(source, postgres, name, *options)
        postgres.psql(f"\\copy bench.{name} to '{file}' (format binary)")
        limits, runs = [], {delay: [] for delay in proxies}
        for _ in range(TURNS):
            limits.append(bench.copy(postgres, name, file, False))
            for delay, proxy in proxies.items():
                runs[delay].append(bench.migrate(source, postgres, name, *options, port=proxy.port))
        limit = median(limits)["seconds"]
        for delay, found in runs.items():
            our = median(found)
            bench.note("delay", f"{delay} ms", {"migrate": found, "psql": limits, "ratio": our["seconds"] / limit})
            shown.append((
                f"{delay} ms", f"{limit:.2f}", f"{our['seconds']:.2f}", f"{our['seconds'] / limit:.2f}",
                f"{our['peak_bytes'] / 1e6:.0f}",
            ))
        os.remove(file)
    finally:
        for proxy in proxies.values():
            proxy.stop()
        source.stop()
        postgres.stop()
    table(
        f"standard, defaults, with a longer round trip to the source, median of {TURNS}",
        ("delay", "psql s", "migrate s", "ratio", "peak MB"), shown,
    )


RIVALS = {
    "adbc -> adbc": ("adbc", "adbc.py"),
    "oracledb df -> COPY binary": ("oracledb", "oracledb_arrow.py"),
    "oracledb, pandas -> COPY csv": ("oracledb", "pandas_copy.py"),
    "sling 1.4.11": ("sling", None),
    "ingestr 0.15.9": ("ingestr", "ingestr.py"),
    "any2heliosdb 1.4.0": ("a2h", "a2h.py"),
    "cbl-migrator 0.5.0": ("cbl", "cbl.py"),
}
BATCHES = {"standard": 10_000, "narrow": 50_000, "wide": 2_000, "lob": 500}


def rival(bench, source, postgres, environment, script, name):
    """One run of a rival: seconds as it says, else of the whole process; CPU; peak memory of its largest process."""
    # A schema of the user's name would come first in the search path; cbl-migrator looks at every table of public.
    postgres.psql("DROP SCHEMA IF EXISTS bench, oraferry, public CASCADE", "CREATE SCHEMA public", "CHECKPOINT")
    url = f"postgresql://bench@127.0.0.1:{postgres.port}/postgres"
    home = f"{bench.folder}/home"
    os.makedirs(home, exist_ok=True)
    variables = dict(os.environ, BENCH_PASSWORD=PASSWORD)
    if script:
        command = [
            environment, f"{FOLDER}/peers/{script}", str(source.port), SERVICE, USER, url, name.upper(), str(BATCHES[name]),
        ]
    else:
        folder = subprocess.run(
            [environment, "-c", "import sling_linux_amd64 as s, os; print(os.path.dirname(s.__file__))"],
            capture_output=True, text=True, check=True,
        ).stdout.strip()
        variables |= {
            "SOURCE": f"oracle://{USER}:{PASSWORD}@127.0.0.1:{source.port}/{SERVICE}", "TARGET": url + "?sslmode=disable",
            "SLING_HOME_DIR": home, "SLING_DISABLE_TELEMETRY": "TRUE", "SLING_LOADED_AT_COLUMN": "false",
        }
        command = [
            f"{folder}/bin/sling-linux-amd64", "run", "--src-conn", "SOURCE", "--src-stream", f"{USER}.{name}", "--tgt-conn",
            "TARGET", "--tgt-object", f"public.{name}", "--mode", "full-refresh",
        ]
    server = source.cpu()
    with tempfile.TemporaryFile("w+") as output:
        started = time.monotonic()
        process = subprocess.Popen(
            command, env=variables, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd=home)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        server = source.cpu() - server
        output.seek(0)
        said = output.read()
    if status:
        return said.strip()[-300:]
    if script:
        seconds = json.loads(said.strip().splitlines()[-1])["seconds"]
    started = time.monotonic()
    if not has_key(postgres, name):
        key = "id" if "id" in columns_of(postgres, name) else '"ID"'
        postgres.psql(f"ALTER TABLE public.{name} ADD PRIMARY KEY ({key})")
    postgres.psql(f"ANALYZE public.{name}")
    finished = seconds + time.monotonic() - started
    rows = int(postgres.psql(f"SELECT count(*) FROM public.{name}"))
    if rows != source_rows(name):
        return f"it moved {rows:,} of {source_rows(name):,} rows"
    return {
        "seconds": finished, "copy_seconds": seconds, "rows": rows, "cpu": usage.ru_utime + usage.ru_stime,
        "peak_bytes": usage.ru_maxrss << 10, "standin_cpu": server,
    }


def has_key(postgres, name):
    return postgres.psql(
        f"SELECT 1 FROM pg_index WHERE indrelid = 'public.{name}'::regclass AND indisprimary").strip() == "1"


def columns_of(postgres, name):
    return postgres.psql(
        f"SELECT attname FROM pg_attribute WHERE attrelid = 'public.{name}'::regclass AND attnum > 0").split()


def source_rows(name):
    return max(1000, int(RIVAL_ROWS[name] * SCALE))


def measure_rivals(bench):
    """Rivals make the table and fill it; psql adds the key, where they made none, and ANALYZE, as oraferry makes both."""
    environments = {
        kind: subprocess.run([f"{FOLDER}/peers/install", kind], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
        for kind in {kind for kind, _ in RIVALS.values()}
    }
    shown = []
    postgres = Postgres(f"{bench.folder}/pg")
    try:
        for name in TABLES:
            source = StandIn({name: (name, source_rows(name))})
            try:
                shown += rivals_of(bench, source, postgres, environments, name)
            finally:
                source.stop()
    finally:
        postgres.stop()
    table(
        f"rivals, median of {TURNS}",
        ("table", "tool", "rows", "copy s", "with key, ANALYZE", "rows/s", "oraferry's rows/s are", "peak MB", "CPU s",
         "stand-in"),
        shown,
    )


def least_seconds(bench, source, postgres, name):
    """What nobody is faster than here: psql's \\copy of the same rows from a file, the key and ANALYZE, each median."""
    file = f"{bench.folder}/{name}.bin"
    bench.migrate(source, postgres, name)
    postgres.psql(f"\\copy bench.{name} to '{file}' (format binary)")
    found = [bench.copy(postgres, name, file, False) for _ in range(TURNS + 1)][1:]
    os.remove(file)
    bench.note("rivals", f"{name}, psql", {"runs": found})
    least = median(found)
    return least["seconds"] + least["analyze_seconds"]


def rivals_of(bench, source, postgres, environments, name):
    least = least_seconds(bench, source, postgres, name)
    runs = {tool: [] for tool in ("oraferry", *RIVALS)}
    failures = {}
    for turn in range(TURNS + 1):
        for tool in runs:
            if tool in failures:
                continue
            if tool == "oraferry":
                found = bench.migrate(source, postgres, name)
                found["rows"] = source_rows(name)
            else:
                kind, script = RIVALS[tool]
                found = rival(bench, source, postgres, environments[kind], script, name)
            if isinstance(found, str):
                failures[tool] = found
            elif turn:
                runs[tool].append(found)
    ours = median(runs["oraferry"])
    rate = ours["rows"] / ours["seconds"]
    rows = [(
        name, "psql \\copy, key, ANALYZE", f"{source_rows(name):,}", "", f"{least:.2f}", f"{source_rows(name) / least:,.0f}",
        f"{rate * least / source_rows(name):.1f} times", "", "", "",
    )]
    for tool, found in runs.items():
        bench.note("rivals", f"{name}, {tool}", failures.get(tool) or {"runs": found})
        if tool in failures:
            rows.append((name, tool, "-", "-", "-", "-", "failed: " + " ".join(failures[tool].split())[-60:], "-", "-", "-"))
            continue
        their = median(found)
        rows.append((
            name, tool, f"{their['rows']:,.0f}", f"{their['copy_seconds']:.2f}" if "copy_seconds" in their else "",
            f"{their['seconds']:.2f}", f"{their['rows'] / their['seconds']:,.0f}",
            f"{rate / (their['rows'] / their['seconds']):.1f} times", f"{their['peak_bytes'] / 1e6:.0f}",
            f"{their['cpu']:.2f}", f"{their['standin_cpu']:.2f}",
        ))
    return rows


def measure_memory(bench):
    """The resident set of migrate over few and over very many narrow rows, and how flat it is over time."""
    shown = []
    postgres = Postgres(f"{bench.folder}/pg")
    try:
        for rows in (10_000, MEMORY_ROWS):
            source = StandIn({"narrow": ("narrow", rows)})
            samples = []

            def sample(pid, started):
                while True:
                    try:
                        samples.append((round(time.monotonic() - started, 1), status_bytes(pid, "VmRSS")))
                    except OSError:
                        return
                    time.sleep(0.25)

            try:
                found = bench.migrate(source, postgres, "narrow", sample=sample)
                standin = source.memory()
            finally:
                source.stop()
            sizes = [size for _, size in samples if size]
            parts = [sizes[len(sizes) * part // 4:len(sizes) * (part + 1) // 4] for part in range(4)]
            flat = [max(part, default=0) for part in parts]
            bench.note("memory", f"{rows} rows", found | {"samples": samples[::max(1, len(samples) // 100)], "standin": standin})
            shown.append((
                f"{rows:,}", f"{found['seconds']:.1f}", f"{rows / found['seconds']:,.0f}", f"{found['peak_bytes'] / 1e6:.0f}",
                " ".join(f"{size / 1e6:.0f}" for size in flat), f"{standin / 1e6:.0f}",
            ))
    finally:
        postgres.stop()
    table(
        "memory of migrate, narrow rows",
        ("rows", "s", "rows/s", "peak MB", "largest in each quarter of the time", "stand-in MB"), shown,
    )


def measure_scaling(bench):
    name, shown = "standard", []
    postgres = Postgres(f"{bench.folder}/pg")
    source = StandIn({name: ALL_TABLES[name]})
    counts = (1, 2, 4)
    runs = {count: [] for count in counts}
    try:
        options = "--chunk-rows", str(ALL_TABLES[name][1] // 8)
        for turn in range(TURNS + 1):
            for count in counts:
                found = bench.migrate(source, postgres, name, *options, "--workers", str(count))
                if turn:
                    runs[count].append(found)
        for count, found in runs.items():
            our = median(found)
            bench.note("scaling", f"{count} workers", {"migrate": found})
            shown.append((
                count, f"{our['seconds']:.2f}", f"{ALL_TABLES[name][1] / our['seconds']:,.0f}", f"{our['cpu']:.2f}",
                f"{our['backends_cpu']:.2f}", f"{our['peak_bytes'] / 1e6:.0f}",
            ))
    finally:
        source.stop()
        postgres.stop()
    table(
        f"standard in eight chunks, by workers, on {os.cpu_count()} processors, median of {TURNS}",
        ("workers", "s", "rows/s", "CPU ours", "backends", "peak MB"), shown,
    )


SECTIONS = {
    "limit": measure_limit, "delay": measure_delay, "rivals": measure_rivals, "memory": measure_memory,
    "scaling": measure_scaling,
}


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def machine():
    version = subprocess.run([BINARY, "--version"], capture_output=True, text=True).stdout.strip()
    commit = subprocess.run(
        ["git", "-C", FOLDER, "describe", "--always", "--dirty"], capture_output=True, text=True).stdout.strip()
    from servers import server_programs

    postgres = subprocess.run([f"{server_programs()}/postgres", "--version"], capture_output=True, text=True).stdout.strip()
    return {
        "taken": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "oraferry": version, "commit": commit,
        "postgres": postgres, "system": platform.platform(), "processor": processor(), "processors": os.cpu_count(),
        "load_before": os.getloadavg()[0], "scale": SCALE, "turns": TURNS,
    }


def main():
    if not os.path.exists(BINARY):
        raise SystemExit(f"bench: {BINARY} is not there; run make build first")
    wanted = sys.argv[1:] or list(SECTIONS)
    if unknown := [section for section in wanted if section not in SECTIONS]:
        raise SystemExit(f"bench: no section {unknown[0]}; there are {', '.join(SECTIONS)}")
    # Servers are stopped on the way out.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(f"bench: ended by signal {number}"))
    about = machine()
    print(f"{about['oraferry']} ({about['commit']}), {about['postgres']}, {about['processors']} x {about['processor']}")
    folder = tempfile.mkdtemp(prefix="oraferry-bench-", dir=os.environ.get("BENCH_FOLDER"))
    os.chmod(folder, 0o755)
    bench = Bench(folder)
    try:
        for section in wanted:
            started = time.monotonic()
            SECTIONS[section](bench)
            os.makedirs(f"{FOLDER}/results", exist_ok=True)
            path = f"{FOLDER}/results/{section}.json"
            with open(path, "w") as file:
                json.dump({"machine": about, section: bench.results.get(section, {})}, file, indent=1)
                file.write("\n")
            print(f"  ({time.monotonic() - started:.0f} s; {os.path.relpath(path)})", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
