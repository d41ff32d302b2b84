"""Counts the instructions that a column costs in the transcoder, by callgrind, and holds them against thresholds.

`bench/instructions.py [--record]`: unlike times they are the same on a busy machine. ORAFERRY_TRANSCODE_BENCH names the
program. Exit status 1 when a kind takes more than a twentieth more than bench/instructions.json says, which --record
writes anew. They are those of one compiler: record again after another Swift.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial

FOLDER = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.environ.get("ORAFERRY_TRANSCODE_BENCH", f"{FOLDER}/.build/release/TranscodeBench")
THRESHOLDS = f"{FOLDER}/instructions.json"
# What is made before the rounds costs the same in both; ten rounds are the fewest that the program does.
ROUNDS = (10, 30)
VALUES = 8_000
TOLERANCE = 1.05


def instructions(program, kind, rounds):
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, kind, str(rounds)],
        capture_output=True, text=True, stdin=subprocess.DEVNULL,
    )
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        raise SystemExit(f"bench: callgrind failed: {done.stderr[-1000:]}")
    return int(found.group(1))


def per_column(program, kind):
    few, many = (instructions(program, kind, rounds) for rounds in ROUNDS)
    return round((many - few) / ((ROUNDS[1] - ROUNDS[0]) * VALUES), 1)


def main():
    if not shutil.which("valgrind"):
        raise SystemExit("bench: instructions are not counted: there is no valgrind here")
    compiler = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    kinds = subprocess.run([PROGRAM, "--kinds"], capture_output=True, text=True, check=True).stdout.splitlines()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        # valgrind may be older than the form of Swift's debug information.
        subprocess.run(["strip", "--strip-debug", "-o", f"{folder}/program", PROGRAM], check=True)
        counts = dict(zip(kinds, pool.map(partial(per_column, f"{folder}/program"), kinds)))
    try:
        with open(THRESHOLDS) as file:
            known = json.load(file)
    except FileNotFoundError:
        known = {"instructions": {}}
    worse = []
    print("instructions a column in the transcoder")
    for kind, count in counts.items():
        before = known["instructions"].get(kind)
        print(f"  {kind:<42}{count:>8.1f}{'' if before is None else f'  recorded {before:.1f}'}")
        if before is None or count > before * TOLERANCE:
            worse.append(kind)
    if "--record" in sys.argv:
        with open(THRESHOLDS, "w") as file:
            json.dump({"compiler": compiler, "instructions": counts}, file, indent=1)
            file.write("\n")
    elif worse:
        if known.get("compiler") != compiler:
            print(f"  (recorded with {known.get('compiler')}; this is {compiler})")
        raise SystemExit("bench: more instructions than recorded: " + "; ".join(worse))


main()
