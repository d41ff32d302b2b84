"""Compares `oraferry verify` with google-pso-data-validator on the same data: time, and what each finds.

`bench/validators.py`: SCALE of the demo's rows (1: half a million). The validator's row validation hashes all columns of
each row in both databases (`validate row --hash '*'`). Oracle is the stand-in: its share of the time is not Oracle's.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BINARY = os.environ.get("ORAFERRY_BINARY", ".build/release/oraferry")
SCALE = os.environ.get("SCALE", "1")
VERSION = "8.10.1"

# What is done to one value, table by table, and what it is.
CORRUPTIONS = [
    ("orders", "freight + 0.01", "freight", "order_id = 1234", "a cent more"),
    ("orders", "order_date + interval '1 hour'", "order_date", "order_id = 1234", "an hour later in a DATE"),
    ("orders", "shipped_at + interval '1 microsecond'", "shipped_at", "order_id = (SELECT min(order_id) FROM sales.orders "
     "WHERE shipped_at IS NOT NULL)", "a microsecond later in a TIMESTAMP"),
    ("orders", "order_date - interval '1 day'", "order_date", "order_id = 1234", "a day earlier"),
    ("customers", "default_risk + 1e-15", "default_risk", "customer_id = 123", "the last digits of a BINARY_DOUBLE"),
    ("customers", "set_byte(customer_key, 3, 7)", "customer_key", "customer_id = 123", "a byte of a RAW"),
    ("customers", "customer_name || ' '", "customer_name", "customer_id = 123", "a blank at the end"),
    ("customers", "balance * 10", "balance", "customer_id = 123", "ten times a NUMBER"),
    ("products", "overlay(description placing '~' from 5)", "description", "product_id = 12", "a character of a CLOB"),
    ("products", "set_byte(photo, 5, (get_byte(photo, 5) + 1) % 256)", "photo",
     "product_id = (SELECT min(product_id) FROM sales.products WHERE photo IS NOT NULL)", "a byte of a BLOB"),
    ("contacts", None, "UPDATE sales.contacts SET first_name = first_name || left(last_name, 1), "
     "last_name = substr(last_name, 2)", "contact_id = 77", "a letter moved to the column before"),
    ("contacts", None, "UPDATE sales.contacts SET phone = NULL", "contact_id = 78", "a value lost"),
    ("order_items", None, "DELETE FROM sales.order_items", "order_id = 1000 AND line_number = 1", "a row lost"),
    ("countries", "area_km2 + 0.000001", "area_km2", "country_id = (SELECT min(country_id) FROM sales.countries)",
     "the last digits of a NUMBER"),
]
KEYS = {
    "orders": "order_id", "customers": "customer_id", "products": "product_id", "contacts": "contact_id",
    "order_items": "order_id,line_number", "countries": "country_id", "employees": "employee_id", "locations": "location_id",
    "inventories": "product_id,warehouse_id", "product_categories": "category_id", "regions": "region_id",
    "warehouses": "warehouse_id",
}


def main():
    folder = tempfile.mkdtemp(prefix="oraferry-validators-")
    validator = install()
    demo = subprocess.Popen(
        [BINARY, "demo", "--stay", "--scale", SCALE, "--workspace", f"{folder}/workspace"],
        stdout=open(f"{folder}/demo.log", "w"), stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    try:
        while "both servers run until" not in open(f"{folder}/demo.log").read():
            if demo.poll() is not None:
                sys.exit(open(f"{folder}/demo.log").read())
            time.sleep(0.5)
        compare(folder, validator)
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait()
        shutil.rmtree(folder, ignore_errors=True)


def install():
    place = os.path.abspath("bench/.build/validator")
    if not os.path.exists(f"{place}/bin/data-validation"):
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        packages = [f"google-pso-data-validator=={VERSION}", "oracledb"]
        subprocess.run([f"{place}/bin/pip", "install", "-q", *packages], check=True)
    return f"{place}/bin/data-validation"


class Sides:
    """The demo's databases, as the validator and psql reach them."""

    def __init__(self, folder, validator):
        text = open(f"{folder}/workspace/config/config.ini").read()
        oracle, postgres = (dict(re.findall(r"^(\w+) = (.*)$", part, re.M)) for part in text.split("[postgres]"))
        self.workspace = f"{folder}/workspace"
        self.environment = os.environ | {"PSO_DV_CONN_HOME": f"{folder}/connections"}
        self.validator = validator
        self.psql = ["psql", "-h", postgres["host"], "-p", postgres["port"], "-U", postgres["user"], "-qAt", "-v",
                     "ON_ERROR_STOP=1", postgres["dbname"]]
        os.makedirs(f"{folder}/connections")
        self.sql("ALTER USER postgres PASSWORD 'validator'")
        for name, kind, host, port, user, password, database in [
            ("oracle", "Oracle", oracle["host"], oracle["port"], oracle["user"], oracle["password"], oracle["service_name"]),
            ("postgres", "Postgres", "127.0.0.1", postgres["port"], postgres["user"], "validator", postgres["dbname"]),
        ]:
            self.run(
                "connections", "add", "-c", name, kind, "--host", host, "--port", port, "--user", user, "--password",
                password, "--database", database)

    def sql(self, statement):
        return subprocess.run([*self.psql, "-c", statement], check=True, capture_output=True, text=True).stdout

    def run(self, *arguments):
        return subprocess.run(
            [self.validator, *arguments], env=self.environment, check=True, capture_output=True, text=True).stdout

    def validate(self, table):
        """Whether the validator finds a difference; None where it fails, with its last line."""
        try:
            output = self.run(
                "validate", "row", "-sc", "oracle", "-tc", "postgres", "-tbls", f"sales.{table}", "--primary-keys",
                KEYS[table], "--hash", "*", "--filter-status", "fail", "--format", "json")
        except subprocess.CalledProcessError as error:
            return None, error.stderr.strip().splitlines()[-1][:200]
        rows = output[output.index("{"):] if "{" in output else "{}"
        return bool(json.loads(rows)), ""

    def verify(self, *options):
        """Whether ours finds a difference in the rows."""
        result = subprocess.run(
            [BINARY, "verify", "--json", "--no-schema", "--workspace", self.workspace, *options], capture_output=True,
            text=True)
        if result.returncode not in (0, 2):
            sys.exit(result.stderr)
        return result.returncode == 2


def timed(work):
    begun = time.monotonic()
    result = work()
    return result, time.monotonic() - begun


def compare(folder, validator):
    sides = Sides(folder, validator)
    rows = sum(int(sides.sql(f"SELECT count(*) FROM sales.{table}")) for table in KEYS)
    print(f"{rows:,} rows in {len(KEYS)} tables, copied faithfully")
    alarms, failures = [], []

    def validate_all():
        for table in KEYS:
            found, reason = sides.validate(table)
            if found:
                alarms.append(table)
            if found is None:
                failures.append(f"{table}: {reason}")

    _, theirs = timed(validate_all)
    for options in ([], ["--full"]):
        found, ours = timed(lambda: sides.verify(*options))
        print(f"  oraferry verify {' '.join(options):8} {ours:6.1f} s  {'FALSE ALARM' if found else 'equal'}")
    verdict = f"false alarms in {', '.join(alarms)}" if alarms else "no difference"
    print(f"  validator, row hashes     {theirs:6.1f} s  {verdict}")
    for failure in failures:
        print(f"  validator failed, {failure}")
    print("corruption of one value                        oraferry  validator")
    for table, expression, column, row, name in CORRUPTIONS:
        change = f"UPDATE sales.{table} SET {column} = {expression}" if expression else column
        sides.sql(f"CREATE TABLE public.before AS SELECT * FROM sales.{table} WHERE {row}")
        changed = sides.sql(f"BEGIN; SET LOCAL session_replication_role = replica; "
                            f"WITH c AS ({change} WHERE {row} RETURNING 1) SELECT count(*) FROM c; COMMIT").strip()
        assert changed == "1", (name, changed)
        left = sides.sql(f"SELECT count(*) FROM (TABLE public.before INTERSECT TABLE sales.{table}) same").strip()
        assert left == "0", (name, "nothing was changed")
        ours = sides.verify()
        found, reason = sides.validate(table)
        theirs = "failed" if found is None else "found" if found else "missed"
        if table in alarms:
            theirs = "(false alarms)"
        print(f"  {name:44} {'found' if ours else 'MISSED':8}  {theirs} {reason}")
        sides.sql(
            f"BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM sales.{table} t USING public.before b WHERE "
            + " AND ".join(f"t.{key} = b.{key}" for key in KEYS[table].split(","))
            + f"; INSERT INTO sales.{table} SELECT * FROM public.before; COMMIT; DROP TABLE public.before")
    assert not sides.verify(), "the corruptions were not taken back"


main()
