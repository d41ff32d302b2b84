"""Has python-oracledb fetch a million order items from the stand-in, and says how fast and at what cost to the server."""

import os
import time

import oracledb

import standin

SCALE = os.environ.get("FETCH_SCALE", "3.1")


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    process = standin.StandIn("23ai", "--sample-schema", SCALE)
    try:
        connection = oracledb.connect(
            user=standin.USER, password=standin.PASSWORD, dsn=f"127.0.0.1:{process.port}/{standin.SERVICE}"
        )
        before = cpu_seconds(process.process.pid)
        started = time.monotonic()
        frame = connection.fetch_df_all("SELECT * FROM order_items", arraysize=10_000)
        seconds = time.monotonic() - started
        spent = cpu_seconds(process.process.pid) - before
        rows = frame.num_rows()
        connection.close()
    finally:
        process.stop()
    print(f"fetch_df_all, order items   {rows / seconds:>12,.0f} rows/s  {seconds:.2f} s, {rows:,} rows")
    print(f"stand-in, CPU for it        {spent:>12.2f} s")


main()
