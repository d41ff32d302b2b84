"""Large LOBs through our client in pieces, and rows with small CLOBs next to python-oracledb, with one stand-in.

The client's peak memory is that of its whole process; digests of what was written and read back must be equal.
"""

import json
import os
import statistics
import subprocess
import tempfile
import time

import oracledb

import standin

MEBIBYTES = os.environ.get("LOB_MIB", "2048")
ROWS = int(os.environ.get("LOB_ROWS", "100000"))
PAIRS = int(os.environ.get("FETCH_PAIRS", "3"))
LARGE = os.environ.get("ORAFERRY_LOB_BENCH")
FETCH = os.environ.get("ORAFERRY_FETCH_BENCH")
CHARACTERS = 2048
LIMIT = 200 << 20
SCRIPT = f"""
CREATE TABLE small_clobs (id NUMBER(9), c CLOB);
INSERT INTO small_clobs
  SELECT LEVEL, RPAD('row ' || LEVEL || ' ', {CHARACTERS}, 'small CLOBs are fetched in-line ') FROM dual
  CONNECT BY LEVEL <= {ROWS};
COMMIT;
"""


def run(program, *arguments):
    done = subprocess.run(
        [program, *arguments], env=dict(os.environ, FETCH_BENCH_PASSWORD=standin.PASSWORD), capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise SystemExit(f"{program} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def peak(pid):
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) << 10 for line in file if line.startswith("VmHWM"))


def large(process, dsn):
    for kind in ("clob", "blob"):
        found = run(LARGE, dsn, standin.USER, kind, MEBIBYTES)
        size = found["bytes"] / 1e6
        print(
            f"{found['kind']} of {found['bytes']:,} bytes, {found['length']:,} in the server's count: "
            f"written {size / found['write_seconds']:.0f} MB/s ({found['write_cpu']:.1f} s CPU), "
            f"read {size / found['read_seconds']:.0f} MB/s ({found['read_cpu']:.1f} s CPU), "
            f"client's peak {found['peak_bytes'] / 1e6:.0f} MB, stand-in's {peak(process.process.pid) / 1e6:.0f} MB",
            flush=True,
        )
        if not found["same"] or found["units"] != found["length"]:
            raise SystemExit("what was read is not what was written")
        if found["peak_bytes"] > LIMIT:
            raise SystemExit(f"the client took more than {LIMIT >> 20} MiB")


def with_python(dsn, sql, arraysize, fetch_lobs):
    with oracledb.connect(user=standin.USER, password=standin.PASSWORD, dsn=dsn) as connection:
        cursor = connection.cursor()
        cursor.arraysize = arraysize
        started, spent, rows, size = time.monotonic(), time.process_time(), 0, 0
        cursor.execute(sql, fetch_lobs=fetch_lobs)
        while batch := cursor.fetchmany():
            rows += len(batch)
            size += sum(len(value.read() if fetch_lobs else value) for _, value in batch)
        return {
            "rows": rows, "columns": 2, "seconds": time.monotonic() - started, "cpu": time.process_time() - spent,
            "bytes": size,
        }


def small(dsn):
    sql = "SELECT id, c FROM small_clobs"
    ways = {
        "python-oracledb, in-line, 100 rows a fetch": lambda: with_python(dsn, sql, 100, False),
        "python-oracledb, in-line, 1000 rows a fetch": lambda: with_python(dsn, sql, 1000, False),
        "oraferry, in-line": lambda: run(FETCH, dsn, standin.USER, sql, "inline"),
    }
    runs = {name: [] for name in ways}
    for _ in range(PAIRS):
        for name, way in ways.items():
            runs[name].append(way())
    limited = f"{sql} WHERE id <= 20000"
    ways = {
        "python-oracledb, locators, a read each": lambda: with_python(dsn, limited, 100, True),
        "oraferry, locators, a read each": lambda: run(FETCH, dsn, standin.USER, limited, "0"),
        f"oraferry, locators with {CHARACTERS} characters": lambda: run(
            FETCH, dsn, standin.USER, limited, str(CHARACTERS)
        ),
    }
    runs |= {name: [way()] for name, way in ways.items()}
    print(f"rows with a CLOB of {CHARACTERS} characters, median of {PAIRS} turns in-line, one turn with locators")
    rates = {}
    for name, found in runs.items():
        if any(one["rows"] * CHARACTERS > one["bytes"] for one in found):
            raise SystemExit(f"{name}: not all of the values came: {found}")
        rates[name] = statistics.median(one["rows"] / one["seconds"] for one in found)
        cost = statistics.median(one["cpu"] * 1e6 / one["rows"] for one in found)
        print(f"  {name:<46}{rates[name]:>10,.0f} rows/s  {cost:.1f} s CPU per million rows", flush=True)
    best = max(rate for name, rate in rates.items() if name.startswith("python-oracledb, in-line"))
    print(f"  {'ratio in-line':<46}{rates['oraferry, in-line'] / best:>10.2f} times the rows/s")


def main():
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(SCRIPT)
        script.flush()
        process = standin.StandIn("23ai", "--load", script.name)
    try:
        dsn = f"127.0.0.1:{process.port}/{standin.SERVICE}"
        if FETCH:
            small(dsn)
    finally:
        process.stop()
    if not LARGE:
        return
    process = standin.StandIn("23ai")
    try:
        large(process, f"127.0.0.1:{process.port}/{standin.SERVICE}")
    finally:
        process.stop()


main()
