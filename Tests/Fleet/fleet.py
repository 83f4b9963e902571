#!/usr/bin/env python3
"""Runs over shards, puts them together, and compares the result with one run over everything.

    python3 Tests/Fleet/fleet.py [--tracktable .build/release/tracktable] [--files 10000] [--broken 2] [--shards 16] [--inbox FOLDER]

The inbox is made by Benchmarks/bulk/generate.py, which needs XlsxWriter, unless one is named. Compared byte for byte: ledgers in XLSX and
CSV, JSON Lines, workbooks in a folder, reports in JSON, XLSX and HTML. Compared as sets: the schema and the rows of stores, whose order and
numbers may not depend on the shards, and the records of journals. A shard of each kind is killed in the middle and done again.
"""

import argparse
import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "Tests", "Tools"))
from tree import tree  # noqa: E402

# What a run writes, and the report that comes along with it; {} is the number of the shard.
CASES = [("ledger", "{}.xlsx", "{}.json", ["--layout", "ledger"]), ("table", "{}.csv", "{}.xlsx", []), ("lines", "{}.jsonl", "{}.html", []),
         ("store", "{}.sqlite", None, []), ("folder", "{}/", None, ["--to", "json"])]


def store(path):
    """The schema of a store and all rows of all tables, in an order of their own, once SQLite finds nothing wrong with it."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        wrong = database.execute("PRAGMA integrity_check").fetchall() + database.execute("PRAGMA foreign_key_check").fetchall()
        if wrong != [("ok",)]:
            sys.exit(f"{path}: {wrong[:5]}")
        schema = sorted(database.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall(), key=repr)
        versions = [database.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id")]
        tables = [name for kind, name, _, _ in schema if kind == "table"]
        return schema, versions, {name: sorted(database.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in tables}


def records(journal):
    """The records of a journal as a set: forms as they are, inputs without the offsets of their forms, which say where in this file they stand."""
    found = set()
    for line in journal.splitlines():
        fields = line[17:].split(b"\t")
        found.add(tuple(fields if fields[0] != b"D" else fields[:5] + fields[7:]))
    return found


def contents(path):
    if path.endswith(".sqlite"):
        return store(path)
    if os.path.isdir(path):
        with open(f"{path}/.tracktable/journal", "rb") as file:
            return {**tree(path), ".tracktable/journal": records(file.read())}
    with open(path, "rb") as file:
        return file.read()


class Fleet:
    def __init__(self, options, inbox, work):
        self.tracktable, self.shards, self.inbox, self.work = os.path.abspath(options.tracktable), options.shards, inbox, work
        self.lang = ["--lang", "zh"]

    def command(self, output, report, more):
        return [self.tracktable, "convert", self.inbox, "-o", output, *(["--report", report] if report else []), "--quiet", *self.lang, *more]

    def run(self, *command):
        done = subprocess.run(*command, stderr=subprocess.PIPE, check=False)
        if done.returncode not in (0, 1, 2):
            sys.exit(f"{command[0]}: exit status {done.returncode}: {done.stderr.decode()[-500:]}")
        return done.returncode

    def kill(self, command, after):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL

    def case(self, name, output, report, more):
        folder = f"{self.work}/{name}"
        os.makedirs(folder)
        place = lambda pattern, number: pattern and f"{folder}/{pattern.format(number)}"
        began = time.monotonic()
        status = self.run(self.command(place(output, "one"), place(report, "report-one"), more))
        seconds = time.monotonic() - began
        killed = 0
        for number in range(1, self.shards + 1):
            command = self.command(place(output, number), place(report, f"report-{number}"), [*more, "--shard", f"{number}/{self.shards}"])
            if number == 2:
                killed = self.kill(command, seconds / self.shards / 8)
                command += ["--resume"]
            self.run(command)
        merged = self.run([self.tracktable, "merge", *[place(output, number) for number in range(self.shards, 0, -1)], "-o", place(output, "all"), "--quiet"])
        pairs = [("output", place(output, "one"), place(output, "all"))]
        if report:
            self.run([self.tracktable, "merge", *[place(report, f"report-{number}") for number in range(1, self.shards + 1)],
                      "-o", place(report, "report-all"), "--quiet"])
            pairs.append(("report", place(report, "report-one"), place(report, "report-all")))
        for what, one, other in pairs:
            if contents(one) != contents(other):
                sys.exit(f"{name}: the {what} of {self.shards} shards is not that of one run: {one} {other}")
        if merged != status:
            sys.exit(f"{name}: merge ended with {merged}, the one run with {status}")
        print(f"{name}{' and report' if report else ''} of {self.shards} shards{', one killed and resumed' if killed else ''}: the same as of one run",
              flush=True)
        shutil.rmtree(folder)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--tracktable", default=".build/release/tracktable")
    options.add_argument("--files", type=int, default=10_000)
    options.add_argument("--broken", type=float, default=2)
    options.add_argument("--shards", type=int, default=16)
    options.add_argument("--inbox", help="a folder of files, in place of one that is made")
    options.add_argument("--only", nargs="*", help="which of " + ", ".join(case[0] for case in CASES))
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracktable-fleet-") as work:
        inbox = options.inbox and os.path.abspath(options.inbox)
        if not inbox:
            inbox = f"{work}/收件箱"
            subprocess.run([sys.executable, f"{ROOT}/Benchmarks/bulk/generate.py", inbox, str(options.files), str(options.broken), "50"], check=True)
        fleet = Fleet(options, inbox, work)
        for case in CASES:
            if not options.only or case[0] in options.only:
                fleet.case(*case)


if __name__ == "__main__":
    main()
