"""Fetches a million order items from the stand-in with python-oracledb, with our client and, where
ORAFERRY_ORACLE_NIO_BENCH names a program that does it, with oracle-nio, in turns, into nothing.

Says rows a second and the client's CPU for a million columns, and what the fetch costs the stand-in.
"""

import json
import os
import statistics
import subprocess
import time
from functools import partial

import oracledb

import standin

SCALE = os.environ.get("FETCH_SCALE", "3.1")
PAIRS = int(os.environ.get("FETCH_PAIRS", "3"))
PROGRAM = os.environ.get("ORAFERRY_FETCH_BENCH")
NIO_PROGRAM = os.environ.get("ORAFERRY_ORACLE_NIO_BENCH")
QUERIES = {
    "all columns": "SELECT * FROM order_items",
    "three columns": "SELECT order_id, quantity, unit_price FROM order_items",
}


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def with_python(dsn, sql):
    """One call of fetch_df_batches, which keeps no batch."""
    with oracledb.connect(user=standin.USER, password=standin.PASSWORD, dsn=dsn) as connection:
        started, spent, rows = time.monotonic(), time.process_time(), 0
        for frame in connection.fetch_df_batches(sql, size=10_000):
            rows += frame.num_rows()
            columns = frame.num_columns()
        return {
            "rows": rows, "columns": columns, "seconds": time.monotonic() - started,
            "cpu": time.process_time() - spent,
        }


def with_program(command, dsn, sql):
    """A program, and what it wants to be told behind place, user and query."""
    program, *options = command
    done = subprocess.run(
        [program, dsn, standin.USER, sql, *options], env=dict(os.environ, FETCH_BENCH_PASSWORD=standin.PASSWORD),
        capture_output=True, text=True, check=True,
    )
    return json.loads(done.stdout)


def all_at_once(process, dsn):
    with oracledb.connect(user=standin.USER, password=standin.PASSWORD, dsn=dsn) as connection:
        before, started = cpu_seconds(process.process.pid), time.monotonic()
        rows = connection.fetch_df_all("SELECT * FROM order_items", arraysize=10_000).num_rows()
        seconds = time.monotonic() - started
        spent = cpu_seconds(process.process.pid) - before
    print(f"fetch_df_all, order items   {rows / seconds:>12,.0f} rows/s  {seconds:.2f} s, {rows:,} rows")
    print(f"stand-in, CPU for it        {spent:>12.2f} s")


def report(name, runs):
    rate = statistics.median(run["rows"] / run["seconds"] for run in runs)
    cost = statistics.median(run["cpu"] * 1e6 / (run["rows"] * run["columns"]) for run in runs)
    print(f"  {name:<26}{rate:>12,.0f} rows/s  {cost:.3f} s CPU per million columns")
    return rate, cost


def main():
    process = standin.StandIn("23ai", "--sample-schema", SCALE)
    try:
        dsn = f"127.0.0.1:{process.port}/{standin.SERVICE}"
        all_at_once(process, dsn)
        for name, sql in QUERIES.items() if PROGRAM else ():
            clients = {"fetch_df_batches": with_python, "oraferry": partial(with_program, [PROGRAM, "inline"])}
            if NIO_PROGRAM:
                clients["oracle-nio"] = partial(with_program, [NIO_PROGRAM])
            turns = [{client: fetch(dsn, sql) for client, fetch in clients.items()} for _ in range(PAIRS)]
            if len({run["rows"] for turn in turns for run in turn.values()}) != 1:
                raise SystemExit(f"the clients saw different numbers of rows: {turns}")
            print(f"fetch into nothing, {name}, {turns[0]['oraferry']['rows']:,} rows, median of {PAIRS} turns")
            figures = {client: report(client, [turn[client] for turn in turns]) for client in clients}
            ours = figures.pop("oraferry")
            for client, theirs in figures.items():
                print(
                    f"  oraferry to {client:<18}{ours[0] / theirs[0]:>8.2f} times the rows/s, "
                    f"{theirs[1] / ours[1]:.2f} times less CPU"
                )
    finally:
        process.stop()


main()
