"""The program that ingestr's wheel carries: Go with go-ora, Arrow batches, COPY.

Its renaming of columns to lower case reaches the query too, as quoted names that Oracle does not know (ORA-00904), so
names stay as they are. It makes the key itself, before the rows.
"""

import os
import subprocess
import sys

import peer


def move(source, target, table):
    command = [
        f"{os.path.dirname(sys.executable)}/ingestr", "ingest", "--source-table", f"{source.user.upper()}.{table}",
        "--dest-table", f"public.{table.lower()}", "--schema-naming", "direct", "--progress", "log", "--yes",
    ]
    variables = {"SOURCE_URI": source.url, "DESTINATION_URI": target.url + "?sslmode=disable"}
    if status := subprocess.run(command, env=os.environ | variables, stdin=subprocess.DEVNULL).returncode:
        sys.exit(f"ingestr ended with {status}")


peer.run(move)
