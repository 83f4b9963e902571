#!/usr/bin/env python3
"""Breaks runs in every way it can think of, resumes them, and compares the result byte by byte with an undisturbed run.

    python3 Tests/Faults/faults.py [--tracktable .build/release/tracktable] [--files 300] [--kills 200] [--others 20] [--to xlsx]

The faults: SIGKILL at a random moment; SIGINT at a random moment; outputs and journal truncated or filled with garbage after a kill, as by
a loss of power; outputs removed; the whole output folder removed while the run goes on; the disk full (needs root for a small tmpfs, else
left out); two runs at once into the same place; a run that was killed while its workers go on; a file system without RENAME_NOREPLACE,
files without a name, and locks (`stand-in.c`, needs a C compiler). Every resumed run has to end with the same files, the same bytes, and no
leftovers. Runs take turns: into a folder, an output an input; into a folder, an output a form; gathered into a ledger; gathered into JSON
Lines; into a folder, from a few inputs with thousands of outputs; into a store, of which every row is compared, and whose file SQLite checks
after every kill as it was left.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

# Options, what the output is called inside of its folder, and the inputs.
MODES = [([], "", "in"), (["--name", "{实施单位}_{项目名称}"], "", "in"), (["--layout", "ledger"], "all.xlsx", "in"),
         ([], "all.jsonl", "in"), (["--name", "{项目名称}"], "", "many"), ([], "all.sqlite", "in")]


def form(number, rng):
    line = {"initialBudget": "100.00", "periodBudget": "100.00", "periodExpenditure": "70.00", "executionRate": "70.00"}
    value = lambda text, amount: {"text": text, "comparison": None, "amount": amount, "unit": None}
    return {
        "title": "财政项目支出绩效跟踪表", "period": {"start": "2023-01", "end": "2023-08"},
        "project": {"name": f"项目{number % 7}"}, "supervisingDepartment": {"name": "示范局"},
        "implementingUnit": {"name": f"第{number % 5}中心"}, "budget": {"total": line, "currentYearAppropriation": line},
        "goals": {"expected": "按计划推进。" * rng.randrange(1, 20), "actual": f"第{number}号正在进行。"},
        "indicators": [
            {"level1": "产出指标", "level2": "数量指标", "name": f"任务{index}", "target": value("≥90", "90"),
             "planned": value("60.00", "60.00"), "actual": value("60.00", "60.00")}
            for index in range(rng.randrange(3, 20))],
        "assessment": {"budgetCompletion": {"text": "确定能完成", "likelihood": "certain"}, "goalCompletion": None},
    }


def make_inputs(folder, count):
    rng = random.Random(1)
    for number in range(count):
        where = f"{folder}/{number % 6}"
        os.makedirs(where, exist_ok=True)
        with open(f"{where}/{number:04}.json", "w", encoding="utf-8") as file:
            if number % 37 == 5:
                file.write("{")
            else:
                json.dump({"schema": "tracktable/1", "forms": [form(number, rng)]}, file, ensure_ascii=False)


def make_large_inputs(folder, count):
    """A few inputs with so many forms that what has to be said of one fits into no pipe."""
    os.makedirs(folder, exist_ok=True)
    rng = random.Random(2)
    for number in range(3):
        with open(f"{folder}/{number}.jsonl", "w", encoding="utf-8") as file:
            for index in range(count):
                one = form(index, rng)
                one["project"]["name"] = f"第{number}批名称很长很长很长的项目之{index}"
                one["indicators"] = one["indicators"][:3]
                file.write(json.dumps(one, ensure_ascii=False) + "\n")


def contents(folder):
    files = {}
    for where, folders, names in os.walk(folder):
        if os.path.basename(where) == ".tracktable":
            folders[:] = ["parts"] if "parts" in folders else []
            names = [name for name in names if name != "journal"]
        for name in names:
            path = os.path.join(where, name)
            if name.endswith(".sqlite"):
                files[os.path.relpath(path, folder)] = rows(path)
                continue
            with open(path, "rb") as file:
                files[os.path.relpath(path, folder)] = file.read()
    return files


def rows(path):
    """All rows of a store in an order of their own, once SQLite finds nothing wrong with it."""
    with contextlib.closing(sqlite3.connect(path)) as store:
        wrong = store.execute("PRAGMA integrity_check").fetchall() + store.execute("PRAGMA foreign_key_check").fetchall()
        if wrong != [("ok",)]:
            return repr(wrong)
        tables = [name for name, in store.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {name: sorted(store.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in tables}


class Harness:
    def __init__(self, options, work):
        self.options, self.work = options, work
        self.environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
        make_inputs(f"{work}/in", options.files)
        make_large_inputs(f"{work}/many", options.outputs)
        self.references, self.seconds = [], 0
        for number, mode in enumerate(MODES):
            if number not in options.modes:
                self.references.append(None)
                continue
            reference = f"{work}/reference-{number}"
            began = time.monotonic()
            self.run(reference, mode, [])
            self.seconds = max(self.seconds, time.monotonic() - began)
            self.references.append((contents(reference), self.report(reference)))

    def command(self, output, mode, more):
        arguments, name, inputs = mode
        os.makedirs(output, exist_ok=True)
        format = [] if name else ["--to", "json" if inputs == "many" else self.options.to]
        return [self.options.tracktable, "convert", f"{self.work}/{inputs}", "-o", f"{output}/{name}", "--quiet", "--jobs", "2",
                # On a busy machine an input that takes its time is no fault.
                "--time-limit", "3600", *format, *arguments, *more]

    def run(self, output, mode, more, allowed=(0, 1, 2)):
        done = subprocess.run(self.command(output, mode, more), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              env=self.environment, timeout=600)
        if done.returncode not in allowed:
            sys.exit(f"exit status {done.returncode}: {done.stderr.decode()[-1000:]}")
        return done

    def report(self, output):
        """What a resumed run reports, which has to be all there is to say of every input."""
        path = f"{self.work}/report.json"
        if os.path.exists(path):
            os.remove(path)
        self.run(output, self.mode_of(output), ["--resume", "--report", path])
        with open(path, encoding="utf-8") as file:
            return file.read()

    def mode_of(self, output):
        return MODES[int(output.rsplit("-", 1)[1])]

    def started(self, output, mode, more=()):
        return subprocess.Popen(self.command(output, mode, list(more)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                env=self.environment)

    def check(self, what, number, output):
        expected, report = self.references[MODES.index(self.mode_of(output))]
        done = self.run(output, self.mode_of(output), ["--resume"])
        found = contents(output)
        if found != expected:
            missing, extra = sorted(set(expected) - set(found)), sorted(set(found) - set(expected))
            differing = [name for name in found if name in expected and found[name] != expected[name]]
            kept = tempfile.mkdtemp(prefix=f"tracktable-{what}-{number}-")
            shutil.copytree(output, kept, dirs_exist_ok=True)
            sys.exit(f"{what} {number}: missing {missing[:5]}, too many {extra[:5]}, different {differing[:5]}; see {kept}; "
                     f"exit status {done.returncode}: {done.stderr.decode()[-500:]}")
        if number % 9 == 0 and self.report(output) != report:
            sys.exit(f"{what} {number}: the report differs")
        shutil.rmtree(output)

    def repeat(self, what, count, fault):
        for number in range(count):
            rng = random.Random(f"{what} {number}")
            mode = self.options.modes[number % len(self.options.modes)]
            output = f"{self.work}/{what}-{number}-{mode}"
            fault(rng, output, MODES[mode])
            self.check(what, number, output)
        print(f"{what}: {count} times, no difference", flush=True)

    def kill(self, rng, output, mode):
        for _ in range(rng.randrange(1, 3)):
            process = self.started(output, mode, ["--resume"] if os.path.exists(output) else [])
            time.sleep(rng.uniform(0, self.seconds))
            process.send_signal(signal.SIGKILL)
            process.wait()
            if mode[1].endswith(".sqlite"):
                self.check_store(output, mode[1])

    def check_store(self, output, name):
        """What a killed run leaves is a sound database, as any program would open it; looked at in a copy, since opening it changes it."""
        copy = output + "-looked-at"
        shutil.copytree(output, copy)
        if os.path.exists(f"{copy}/{name}"):
            found = rows(f"{copy}/{name}")
            if isinstance(found, str):
                sys.exit(f"kill: {found}")
        shutil.rmtree(copy)

    def interrupt(self, rng, output, mode):
        process = self.started(output, mode)
        time.sleep(rng.uniform(0.2, self.seconds))
        process.send_signal(signal.SIGINT)
        status = process.wait()
        if status not in (0, 1, 2, 130):
            sys.exit(f"SIGINT: exit status {status}")

    def signals(self, rng, output, mode):
        """Any of the signals that end a program: its status is 128 + n, and nothing unfinished is left beside an output."""
        process = self.started(output, mode)
        time.sleep(rng.uniform(0.2, self.seconds))
        number = rng.choice([signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM])
        process.send_signal(number)
        status = process.wait()
        if status not in (0, 1, 2, 128 + number):
            sys.exit(f"{number!r}: exit status {status}")
        unfinished = [name for name in os.listdir(output) if name.endswith((".part", ".lock"))]
        if unfinished:
            sys.exit(f"{number!r} left {unfinished}")

    def two_at_once(self, rng, output, mode):
        """One of them may be refused; what is there afterwards is whole."""
        processes = [self.started(output, mode, ["--resume"]) for _ in range(2)]
        if rng.random() < 0.5:
            time.sleep(rng.uniform(0, self.seconds))
            processes[rng.randrange(2)].send_signal(signal.SIGKILL)
        for process in processes:
            if process.wait() not in (0, 1, 2, -signal.SIGKILL):
                sys.exit(f"two runs at once: exit status {process.returncode}")

    def on(self, system, fault):
        """The same on another system, which `stand-in.c` plays."""
        def run(rng, output, mode):
            before = self.environment
            self.environment = {**before, "LD_PRELOAD": self.stand_in(), "TRACKTABLE_STAND_IN": system}
            try:
                fault(rng, output, mode)
                if rng.random() < 0.5:
                    self.run(output, mode, ["--resume"])
            finally:
                self.environment = before
        return run

    def stand_in(self):
        library = f"{self.work}/stand-in.so"
        if not os.path.exists(library):
            source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "stand-in.c")
            subprocess.run([shutil.which("cc") or "clang", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
        return library

    def damage(self, rng, output, mode):
        self.kill(rng, output, mode)
        for where, _, names in os.walk(output):
            for name in names:
                path = os.path.join(where, name)
                # A loss of power may take the end of what SQLite has not yet put into the database, and never of the database itself.
                if name.endswith((".sqlite", "-shm")):
                    continue
                if rng.random() > (0.5 if name == "journal" or name.endswith("-wal") else 0.1) or name.endswith("lock"):
                    continue
                size = os.path.getsize(path)
                keep = rng.randrange(size + 1)
                with open(path, "r+b") as file:
                    file.truncate(keep)
                    if rng.random() < 0.3:
                        file.seek(keep)
                        file.write(b"\0" * (size - keep))

    def remove_some(self, rng, output, mode):
        self.kill(rng, output, mode)
        for where, _, names in os.walk(output):
            for name in names:
                if rng.random() < 0.2 and not name.endswith(("lock", "-wal")):
                    os.remove(os.path.join(where, name))

    def remove_all(self, rng, output, mode):
        process = self.started(output, mode)
        time.sleep(rng.uniform(0.2, self.seconds))
        shutil.rmtree(output, ignore_errors=True)
        status = process.wait()
        if status not in (0, 1, 2):
            sys.exit(f"removed folder: exit status {status}")
        shutil.rmtree(output, ignore_errors=True)

    def fill(self, rng, output, mode):
        os.makedirs(output)
        need = sum(len(data) if isinstance(data, bytes) else 2_000_000
                   for data in self.references[MODES.index(mode)][0].values())
        size = rng.randrange(100_000, max(200_000, need))
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", output], check=True)
        try:
            done = self.run(output, mode, [], allowed=(0, 1, 2))
            if done.returncode != 2:
                return
            subprocess.run(["mount", "-o", "remount,size=1g", output], check=True)
            self.run(output, mode, ["--resume"])
            shutil.copytree(output, output + ".copy")
        finally:
            subprocess.run(["umount", output], check=True)
            os.rmdir(output)
            if os.path.exists(output + ".copy"):
                os.rename(output + ".copy", output)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--tracktable", default=".build/release/tracktable")
    options.add_argument("--files", type=int, default=300)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--others", type=int, default=20)
    options.add_argument("--outputs", type=int, default=1000, help="outputs of each of the inputs that have many")
    options.add_argument("--to", default="xlsx")
    options.add_argument("--only", nargs="*")
    options.add_argument("--modes", nargs="*", type=int, default=list(range(len(MODES))), help="which kinds of outputs; 5 is a store")
    options = options.parse_args()
    options.tracktable = os.path.abspath(options.tracktable)
    with tempfile.TemporaryDirectory(prefix="tracktable-faults-") as work:
        harness = Harness(options, work)
        print(f"undisturbed: {options.files} files, {harness.seconds:.1f} s", flush=True)
        faults = [("kill", options.kills, harness.kill), ("interrupt", options.others, harness.interrupt),
                  ("signals", options.others, harness.signals), ("two-at-once", options.others, harness.two_at_once),
                  ("orphans", options.others, harness.on("orphans", harness.kill)),
                  ("poor-files", options.others, harness.on("poor-files", harness.kill)),
                  ("poor-files-two-at-once", options.others, harness.on("poor-files", harness.two_at_once)),
                  ("damage", options.others, harness.damage), ("remove-some", options.others, harness.remove_some),
                  ("remove-all", options.others, harness.remove_all)]
        if os.geteuid() == 0:
            faults.append(("disk-full", options.others, harness.fill))
        for what, count, fault in faults:
            if not options.only or what in options.only:
                harness.repeat(what, count, fault)


main()
