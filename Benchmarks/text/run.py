"""Compares the text reader with Python's csv, pandas, polars and memchr on the same files in one run.

usage: run.py FOLDER [MEGABYTES [TEXTBENCH]]

FOLDER gets the generated ledgers (four files of MEGABYTES, 1000 unless told); TEXTBENCH is the program to measure, built here
unless told. Needs polars and pandas. Every contender runs in a process of its own, three times, taking turns; the
best counts; pandas and csv, which take minutes, run once. Times are processor time, user and system, so that other work on the
machine disturbs less; all contenders run on one thread.
"""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
SCRATCH = HERE.parent.parent / ".build/textbench"
FILES = [("plain", "utf-8"), ("quoted", "utf-8"), ("plain", "gb18030"), ("quoted", "gb18030")]
SLOW = ("pandas", "csv")


def seconds(*command):
    output = subprocess.run(command, capture_output=True, text=True)
    return float(output.stdout.split()[0]) if output.returncode == 0 else None


def ratio(time, other, digits):
    """How many times the other's time; nothing where the other fails."""
    return "" if other is None else f"{time / other:.{digits}f}"


def best(contenders):
    """The least seconds of each contender that does not fail; they take turns, so that a slow minute of the machine is everyone's."""
    runs = {name: [] for name in contenders}
    for turn in range(3):
        for name, command in contenders.items():
            if turn and name in SLOW:
                continue
            runs[name].append(seconds(*command))
    return {name: None if None in times else min(times) for name, times in runs.items()}


def main(folder, megabytes, bench):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not all((folder / f"{style}-{encoding}.csv").exists() for style, encoding in FILES):
        subprocess.run([sys.executable, HERE / "generate.py", folder, str(megabytes)], check=True)
    if bench is None:
        subprocess.run(["swift", "build", "-c", "release", "--package-path", HERE, "--scratch-path", SCRATCH], check=True)
        bench = SCRATCH / "release/textbench"
    limit = folder / "limit"
    subprocess.run(["cc", "-O2", "-o", limit, HERE / "limit.c"], check=True)
    print("| file | reader | MB/s | times memchr | times polars |")
    print("| --- | --- | --- | --- | --- |")
    for style, encoding in FILES:
        path = folder / f"{style}-{encoding}.csv"
        contenders = {"memchr of line ends": [limit, path]}
        for layer in ("records", "strings", "cells", "rows"):
            contenders[f"TrackTable, {layer}"] = [bench, layer, path]
        for peer in ("polars", *SLOW):
            contenders[peer] = [sys.executable, HERE / "peers.py", peer, path, encoding]
        times = best(contenders)
        base, peer = times["memchr of line ends"], times["polars"]
        for name, time in times.items():
            if time is None:
                print(f"| {style} {encoding} | {name} | fails | | |", flush=True)
            else:
                speed = path.stat().st_size / time / 1e6
                ratios = f"{ratio(time, base, 1)} | {ratio(time, peer, 2)}"
                print(f"| {style} {encoding} | {name} | {speed:.0f} | {ratios} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000, sys.argv[3] if len(sys.argv) > 3 else None)
