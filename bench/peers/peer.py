"""What the rivals' scripts are told, and how they answer: `SCRIPT ORACLE_PORT SERVICE USER POSTGRES_URL TABLE BATCH`.

The password is in BENCH_PASSWORD. A line of JSON says how long the copy took, without the start of Python and imports.
"""

import json
import os
import sys
import time
from dataclasses import dataclass


@dataclass
class Source:
    port: str
    service: str
    user: str
    batch: int
    password: str = os.environ["BENCH_PASSWORD"]

    @property
    def dsn(self):
        return f"127.0.0.1:{self.port}/{self.service}"

    @property
    def url(self):
        return f"oracle://{self.user}:{self.password}@{self.dsn}"


@dataclass
class Target:
    url: str


def run(move):
    port, service, user, url, table, batch = sys.argv[1:]
    started = time.monotonic()
    move(Source(port, service, user, int(batch)), Target(url), table)
    print(json.dumps({"seconds": time.monotonic() - started}), flush=True)
