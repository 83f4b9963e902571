#!/usr/bin/env python3
"""Writes form files to a store and to JSON Lines, reads both again, and prints sizes, times and memory.

    python3 Benchmarks/store/run.py [--count 100000] [--tracktable .build/release/tracktable] [--work FOLDER] [--inbox FOLDER]

Needs XlsxWriter for the inputs, unless an inbox is named. One worker, so that processor time and memory are those of one run.
"""

import argparse
import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def timed(*command):
    """Processor seconds, and the largest resident memory of any one process in bytes."""
    done = subprocess.run(["/usr/bin/time", "-f", "%U %S %M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1, 2):
        sys.exit(f"{command}: {done.returncode}: {done.stderr.decode()[-500:]}")
    user, system, memory = done.stderr.decode().splitlines()[-1].split()
    return float(user) + float(system), int(memory) * 1024


def make(inbox, count):
    """A tenth of the files is drawn, and each is there under ten names: to a store, these are ten files."""
    subprocess.run([sys.executable, f"{HERE}/../bulk/generate.py", f"{inbox}/0", str(-(-count // 10)), "0", "100"], check=True)
    for copy in range(1, 10):
        shutil.copytree(f"{inbox}/0", f"{inbox}/{copy}", copy_function=os.link)
    open(inbox + ".complete", "w").close()


def questions():
    with open(f"{HERE}/../../Documentation/Store.md", encoding="utf-8") as file:
        return re.findall(r"```sql\n(.*?)```", file.read(), re.S)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--tracktable", default=".build/release/tracktable")
    options.add_argument("--work", default="/tmp/tracktable-store-benchmark")
    options.add_argument("--inbox")
    options.add_argument("--times", type=int, default=0, help="also take the lines of the files so many times, as one input")
    options = options.parse_args()
    os.makedirs(options.work, exist_ok=True)
    inbox = options.inbox or f"{options.work}/in-{options.count}"
    if not options.inbox and not os.path.exists(inbox + ".complete"):
        make(inbox, options.count)
    convert = [os.path.abspath(options.tracktable), "convert"]
    more = ["--quiet", "--jobs", "1", "--force"]
    out = lambda name: f"{options.work}/{name}"
    rows = [("check alone, nothing written", *timed(convert[0], "check", inbox, "--quiet", "--jobs", "1"), 0)]
    for name, output in [("files to JSON Lines", "a.jsonl"), ("files to a store", "a.sqlite")]:
        rows.append((name, *timed(*convert, inbox, "-o", out(output), *more), os.path.getsize(out(output))))
    for name, source, output in [("JSON Lines to JSON Lines", "a.jsonl", "b.jsonl"), ("JSON Lines to a store", "a.jsonl", "b.sqlite"),
                                 ("a store to JSON Lines", "a.sqlite", "c.jsonl")]:
        rows.append((name, *timed(*convert, out(source), "-o", out(output), *more), os.path.getsize(out(output))))
    with open(out("a.jsonl"), "rb") as one, open(out("c.jsonl"), "rb") as other:
        while (piece := one.read(1 << 20)) == other.read(1 << 20) and piece:
            pass
        print("JSON Lines of the store:", "the same lines" if not piece else "OTHER LINES")
    rows.append(("the store again with --resume, nothing changed",
                 *timed(*convert, inbox, "-o", out("a.sqlite"), "--quiet", "--jobs", "1", "--resume"), os.path.getsize(out("a.sqlite"))))
    lines = rows[1]
    if options.times:
        with open(out("many.jsonl"), "wb") as many:
            for _ in range(options.times):
                with open(out("a.jsonl"), "rb") as one:
                    shutil.copyfileobj(one, many)
        for name, source, output in [("the lines so many times, to JSON Lines", "many.jsonl", "d.jsonl"), ("the same to a store", "many.jsonl", "d.sqlite"),
                                     ("that store to JSON Lines", "d.sqlite", "e.jsonl")]:
            rows.append((name, *timed(*convert, out(source), "-o", out(output), "--time-limit", "7200", *more), os.path.getsize(out(output))))
    print("| | processor time, times JSON Lines | memory, MB | size, times JSON Lines |\n|---|---|---|---|")
    for name, seconds, memory, size in rows:
        print(f"| {name} | {seconds / lines[1]:.2f} | {memory / 1e6:.0f} | {f'{size / lines[3]:.2f}' if size else ''} |")
    print(f"\nFiles to JSON Lines: {lines[1]:.1f} processor seconds, {lines[3] / 1e6:.0f} MB")
    with contextlib.closing(sqlite3.connect(out("a.sqlite"))) as store:
        print("rows:", ", ".join(f"{table} {store.execute(f'SELECT count(*) FROM {table}').fetchone()[0]}"
                                  for table in ["file", "form", "budget_line", "indicator", "extra", "finding", "source_cell"]))
        with contextlib.suppress(sqlite3.OperationalError):
            sizes = store.execute("SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name ORDER BY size DESC LIMIT 8").fetchall()
            whole = os.path.getsize(out("a.sqlite"))
            print("of the store:", ", ".join(f"{name} {100 * size / whole:.0f} %" for name, size in sizes))
        for number, question in enumerate(questions(), 1):
            began = time.process_time()
            found = len(store.execute(question).fetchall())
            print(f"question {number}: {(time.process_time() - began) / lines[1]:.4f} of files to JSON Lines, {found} rows")


if __name__ == "__main__":
    main()
