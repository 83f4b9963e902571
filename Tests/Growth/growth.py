#!/usr/bin/env python3
"""Measures how the cost of an input grows with its size, and fails where it grows faster than the input.

    Tests/Growth/growth.py [--tracktable .build/release/tracktable] [--kinds ten|all|NAME …] [--commands check …]
    Tests/Growth/growth.py --clock --kinds all --commands all        processor time instead of instructions: an hour instead of a night
    Tests/Growth/growth.py --bounds           10 MB of every kind: time and memory, or an early refusal that names a limit
    Tests/Growth/growth.py --bounds --bytes 100000 --seconds 1 --megabytes 128        what so little may cost
    Tests/Growth/growth.py --self-test        the harness itself: a planted quadratic loop has to fail, a linear one to pass

A kind of `kinds.py` is made at n, 2n and 4n. With f the instructions of the command, (f(4n) − f(2n)) / (f(2n) − f(n)) is 2 where cost
grows with size, and 4 where it grows with the square; above 2.3 fails. n is the first power of two at which f(n) is twice f(0), the cost of
the form alone. A kind that is refused as too large at sizes where it costs that passes: somebody has set a limit.

Instructions are counted by the processor where the system lets it (`perf stat`), else by valgrind, some thirty times slower; either way no
clock is involved and the machine may be busy. The command does all its work within one process meanwhile: workers are ended by SIGKILL, and
what valgrind counted of them is lost. A count below f(0) or one that does not grow is an error and no success.

Processor time takes larger files: n is where f(n) is four times f(0). Where the ratio is above 2, the least of three runs counts. What
looks too steep then is counted by instructions, and these decide.
"""
import argparse
import concurrent.futures
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import kinds

WORST = 2.3
LARGEST = 10_000_000
SECONDS, MEMORY = 2, 256
COMMANDS = {
    "check": ["check", "{in}"],
    "convert-json": ["convert", "{in}", "-o", "{out}.json", "--force", "--quiet"],
    "convert-xlsx": ["convert", "{in}", "-o", "{out}.xlsx", "--force", "--quiet"],
    "convert-csv": ["convert", "{in}", "-o", "{out}.csv", "--force", "--quiet"],
    "report": ["check", "{in}", "--report", "{out}.html", "--force"],
    "inspect": ["inspect", "{in}"],
    "cells": ["cells", "{in}"],
}
TOO_LARGE = re.compile(r"\[(file\.too-large|text\.too-many-columns)\]")
# A workbook of more sheets than anybody looks through is wrong usage: status 64, and the limit is named.
TOO_MANY_SHEETS = "[output.too-many-sheets]"


class Counter:
    """Counts the instructions of a command, which has to work within one process."""

    # How many times f(0) f(n) has to be at least.
    enough = 2

    def __init__(self, program, work):
        self.work = work
        self.usesPerf = self.perf_works()
        self.program = program if self.usesPerf else self.stripped(program)

    @staticmethod
    def perf_works():
        try:
            done = subprocess.run(["perf", "stat", "-x,", "-e", "instructions:u", "true"], capture_output=True, text=True)
        except FileNotFoundError:
            return False
        return done.returncode == 0 and "not supported" not in done.stderr and "not counted" not in done.stderr

    def stripped(self, program):
        """valgrind stumbles over the debug information of recent compilers."""
        if shutil.which("valgrind") is None:
            sys.exit("neither perf nor valgrind counts instructions here: apt-get install valgrind")
        copy = os.path.join(self.work, os.path.basename(program))
        if not os.path.exists(copy):
            subprocess.run(["strip", "-g", "-o", copy, program], check=True)
        return copy

    def run(self, arguments, runs):
        """Instructions, exit status, what was said, and MB of memory where that is known."""
        handle, log = tempfile.mkstemp(dir=self.work, suffix=".count")
        os.close(handle)
        if self.usesPerf:
            command = ["perf", "stat", "-x,", "-e", "instructions:u", "-o", log, self.program, *arguments]
        else:
            command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", f"--log-file={log}",
                       self.program, *arguments]
        environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C"}
        with tempfile.TemporaryFile(dir=self.work) as said:
            status = subprocess.run(command, stdout=said, stderr=said, stdin=subprocess.DEVNULL, env=environment).returncode
            words = ending(said)
        with open(log) as file:
            text = file.read()
        os.remove(log)
        counts = re.findall(r"^([\d,]+),,instructions" if self.usesPerf else r"I +refs: +([\d,]+)", text, re.M)
        if len(counts) != 1:
            sys.exit(f"no instructions counted for {command}: {words[-500:]} {text[-500:]}")
        return int(counts[0].replace(",", "")), status, words, None


class Clock:
    """Microseconds of processor time of a command, the least of some runs."""

    enough = 4

    def __init__(self, program, work):
        self.program, self.work = program, work

    def run(self, arguments, runs):
        took = [spent(self.program, self.work, arguments) for _ in range(runs)]
        _, megabytes, status, words = took[0]
        return int(min(seconds for seconds, *_ in took) * 1e6), status, words, megabytes


class Growth:
    def __init__(self, counter, work):
        self.counter, self.work = counter, work
        self.nothing = {}
        # The n that was large enough for a kind in the command before: most often it is for the next.
        self.begin = {}

    def cost(self, name, command, n, runs=1):
        _, make, extension = kinds.KINDS[name]
        path = os.path.join(self.work, f"{name}-{command}-{n}.{extension}")
        with open(path, "wb") as file:
            file.write(make(n))
        size = os.path.getsize(path)
        arguments = [part.replace("{in}", path).replace("{out}", path + ".out") for part in COMMANDS[command]]
        arguments.insert(1, "--worker" if command in ("inspect", "cells") else "--in-process")
        arguments += ["--time-limit", "100000", "--memory-limit", "8000"]
        count, status, words, megabytes = self.counter.run(arguments, runs)
        for left in os.listdir(self.work):
            if left.startswith(os.path.basename(path)):
                os.remove(os.path.join(self.work, left))
        if status not in (0, 1, 2) and not (status == 64 and TOO_MANY_SHEETS in words):
            raise Failure(f"exit status {status} at n = {n}: {words[-300:]}")
        return count, size, TOO_LARGE.search(words) is not None or status == 64, megabytes

    def ratio(self, name, command):
        """n, the ratio, MB of memory at 4n, and whether a limit came first."""
        if command not in self.nothing:
            self.nothing[command] = self.cost("blank-rows", command, 0)[0]
        nothing, n = self.nothing[command], self.begin.get(name, kinds.KINDS[name][0])
        first, size, refused, _ = self.cost(name, command, n)
        # What was large enough for a command that does little may be too large for one that does much.
        while size * 4 > LARGEST and n > 1:
            n //= 2
            first, size, refused, _ = self.cost(name, command, n)
        while first < self.counter.enough * nothing and size * 16 < LARGEST and not refused:
            # As many times larger as it takes where cost grows with size, but not so large that one that grows with the square takes hours.
            wanted = (self.counter.enough - 1) * nothing / max(first - nothing, nothing / 64)
            n *= 2 ** min(4, max(1, math.ceil(math.log2(wanted))))
            first, size, refused, _ = self.cost(name, command, n)
        # As large as is accepted, where that still says something.
        isLimited = refused
        while refused and n > 1:
            n //= 2
            first, _, refused, _ = self.cost(name, command, n)
        while not isLimited or first >= 2 * nothing:
            self.begin[name] = n
            second, _, isLimited, _ = self.cost(name, command, 2 * n)
            if not isLimited:
                fourth, _, isLimited, megabytes = self.cost(name, command, 4 * n)
            if not isLimited:
                ratio = (fourth - second) / max(second - first, nothing / 50)
                if isinstance(self.counter, Clock) and ratio > 2:
                    first, second, fourth = (self.cost(name, command, many * n, runs=3)[0] for many in (1, 2, 4))
                    ratio = (fourth - second) / max(second - first, nothing / 50)
                return n, ratio, megabytes or self.memory(name, command, 4 * n), False
            n //= 2
            first, _, refused, _ = self.cost(name, command, n)
        return n, 0, 0, True

    def memory(self, name, command, n):
        """MB of the largest process of the command as it is used, with workers."""
        _, make, extension = kinds.KINDS[name]
        path = os.path.join(self.work, f"{name}-{command}-memory.{extension}")
        with open(path, "wb") as file:
            file.write(make(n))
        _, megabytes, status, _ = cost(self.counter.program, self.work, command, path)
        os.remove(path)
        if status not in (0, 1, 2):
            raise Failure(f"exit status {status} without valgrind at n = {n}")
        return megabytes


class Failure(Exception):
    pass


def measure(growth, exact, jobs, selected, commands):
    """Prints a line for each kind and command; the ones that grow too fast, by `exact` where that is another."""
    bad = []
    print(f"| kind | command | n | (f(4n) − f(2n)) / (f(2n) − f(n)) | MB at 4n |\n|---|---|---|---|---|", flush=True)

    def one(pair):
        try:
            result = growth.ratio(*pair)
            return pair, exact.ratio(*pair) if result[1] > WORST and exact is not growth else result, None
        except Failure as failure:
            return pair, (0, 0, 0, False), str(failure)

    for command in commands:
        growth.nothing[command] = growth.cost("blank-rows", command, 0)[0]
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for (name, command), (n, ratio, megabytes, refused), failure in pool.map(one, [(k, c) for c in commands for k in selected]):
            shown = failure or ("refused as too large" if refused else f"{ratio:.2f}")
            wrong = failure or ratio > WORST or megabytes > MEMORY and not is_ledger(name)
            print(f"| {name} | {command} | {n} | {shown} | {megabytes:.0f}{' **' if wrong else ''} |", flush=True)
            if wrong:
                bad.append(f"{name} ({command})")
    return bad


def is_ledger(name):
    """Files of any number of forms that are read one by one: neither their time nor their forms are bounded, only how both grow."""
    return name.startswith("ledger") or name in ("json-forms", "json-lines")


def large(name, bytes):
    """As many of a kind as go into so many bytes, and its extension."""
    n, make, extension = kinds.KINDS[name]
    few, many = len(make(n)), len(make(2 * n))
    n = max(1, n + int((bytes * 0.97 - few) / max((many - few) / n, 0.3)))
    data = make(n)
    while len(data) > bytes and n > 1:
        n = int(n * 0.97 * bytes / len(data))
        data = make(n)
    return data, extension


# Starts a program and tells what it took. A process counts the memory of the one that it was forked from, and this one draws large files.
RUNNER = """
import os, resource, sys
process = os.fork()
if process == 0:
    # A process of a command, and each that it starts, has half a minute.
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
    os.execv(sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(process, 0)
with open(sys.argv[1], "w") as file:
    print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), file=file)
"""


def cost(program, work, command, path):
    """Seconds of processor time and largest process in MB of a command, its exit status, and the limit by which it refused the file."""
    arguments = [part.replace("{in}", path).replace("{out}", path + ".out") for part in COMMANDS[command]]
    arguments += ["--time-limit", "100000", "--memory-limit", "4000"]
    seconds, megabytes, status, words = spent(program, work, arguments)
    refused = None
    if TOO_LARGE.search(words):
        named = re.search(r"exceeds a limit: (at most [^.]+)\.|more than (the \d+ columns)", words)
        refused = named[1] or named[2] if named else "without naming a limit"
    elif TOO_MANY_SHEETS in words and status == 64:
        refused = (re.findall(r"One workbook takes (at most \d+ forms as sheets)", words) or ["without naming a limit"])[0]
    return seconds, megabytes, status, refused


def spent(program, work, arguments):
    """Seconds of processor time, MB of the largest process, exit status, and the last that was said."""
    with tempfile.TemporaryFile(dir=work) as said, tempfile.NamedTemporaryFile("r", dir=work) as took:
        subprocess.run([sys.executable, "-I", "-S", "-c", RUNNER, took.name, program, *arguments], stdout=said, stderr=said,
                       env={**os.environ, "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C"}, check=True)
        seconds, megabytes, status = took.read().split()
        return float(seconds), float(megabytes), int(status), ending(said)


def ending(file):
    """The last that was said; a refusal is among it."""
    file.seek(max(0, file.seek(0, os.SEEK_END) - 4000))
    return file.read().decode(errors="replace")


def bounds(program, work, selected, commands, largest, most_seconds, most_megabytes):
    """`largest` bytes of every kind: at most so many seconds of processor time and MB in any process. Where that is refused by a limit, the
    refusal has to keep them, and so has what is accepted: of half the size, a quarter, and so on the first, and half as much again. All
    commands but `cells` read forms and refuse the same files, so that one of them looks for the size."""
    bad = []
    print("| kind | command | bytes | seconds | MB | |\n|---|---|---|---|---|---|", flush=True)
    path = None

    def one(command):
        seconds, megabytes, status, refused = cost(program, work, command, path)
        wrong = status not in (0, 1, 2) and not refused
        wrong = wrong or not is_ledger(name) and (seconds > most_seconds or megabytes > most_megabytes)
        note = f"refused: {refused}" if refused else "" if status in (0, 1, 2) else f"status {status}"
        size = os.path.getsize(path)
        print(f"| {name} | {command} | {size} | {seconds:.1f} | {megabytes:.0f} | {note}{' **' if wrong else ''} |", flush=True)
        if wrong:
            bad.append(f"{name} ({command})")
        return refused

    def draw(size):
        data, extension = large(name, size)
        path = os.path.join(work, f"bound.{extension}")
        with open(path, "wb") as file:
            file.write(data)
        return path

    families = [[c for c in commands if c != "cells"], [c for c in commands if c == "cells"]]
    for name in selected:
        path = draw(largest)
        refused = {command: one(command) for command in commands}
        for family in families:
            size = largest
            while family and refused[family[0]] and size > 1000:
                size //= 2
                path = draw(size)
                refused[family[0]] = one(family[0])
            if family and size < largest and not refused[family[0]]:
                for command in family[1:]:
                    one(command)
                path = draw(size * 3 // 2)
                for command in family:
                    one(command)
    return bad


PLANTED = """
#include <stdio.h>
#include <string.h>
int main(int count, char **arguments) {
  FILE *file = NULL;
  for (int i = 2; file == NULL && i < count; i++) file = fopen(arguments[i], "rb");
  if (file == NULL) return 3;
  long size = 0, sum = 0;
  while (getc(file) != EOF) size++;
  for (long i = 0; i < size * 20; i++) sum += i;
  if (strstr(arguments[0], "quadratic")) for (long i = 0; i < size / 20; i++) for (long j = 0; j < i; j++) sum += j;
  printf("%ld\\n", sum);
  return 0;
}
"""


def self_test(work):
    """A program with a planted quadratic loop fails, and the same one without it passes."""
    source = os.path.join(work, "planted.c")
    with open(source, "w") as file:
        file.write(PLANTED)
    compiler = shutil.which("cc") or shutil.which("clang")
    for name, fails in [("linear", False), ("quadratic", True)]:
        program = os.path.join(work, name, "planted-" + name)
        os.makedirs(os.path.dirname(program))
        subprocess.run([compiler, "-O0", "-o", program, source], check=True)
        folder = os.path.join(work, name, "work")
        os.makedirs(folder)
        growth = Growth(Counter(program, folder), folder)
        _, ratio, _, _ = growth.ratio("again-measures", "check")
        print(f"planted {name} loop: {ratio:.2f}")
        if (ratio > WORST) != fails:
            sys.exit(f"the harness is wrong about a planted {name} loop")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--tracktable", default=".build/release/tracktable")
    options.add_argument("--kinds", nargs="+", default=["ten"])
    options.add_argument("--commands", nargs="+", default=["check"])
    options.add_argument("--jobs", type=int, default=os.cpu_count())
    options.add_argument("--bounds", action="store_true")
    options.add_argument("--bytes", type=int, default=LARGEST, help="of --bounds")
    options.add_argument("--seconds", type=float, default=SECONDS, help="of --bounds")
    options.add_argument("--megabytes", type=float, default=MEMORY, help="of --bounds")
    options.add_argument("--clock", action="store_true", help="processor time instead of instructions")
    options.add_argument("--self-test", action="store_true")
    options = options.parse_args()
    selected = kinds.TEN if options.kinds == ["ten"] else list(kinds.KINDS) if options.kinds == ["all"] else options.kinds
    commands = list(COMMANDS) if options.commands == ["all"] else options.commands
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="tracktable-growth-") as work:
        if options.self_test:
            return self_test(work)
        program = os.path.abspath(options.tracktable)
        if options.bounds:
            bad = bounds(program, work, selected, commands, options.bytes, options.seconds, options.megabytes)
        else:
            exact = Growth(Counter(program, work), work)
            growth = Growth(Clock(program, work), work) if options.clock else exact
            bad = measure(growth, exact, options.jobs, selected, commands)
    print(f"{len(selected)} kinds, {len(commands)} commands, {time.monotonic() - began:.0f} s; failed: {', '.join(bad) or 'none'}")
    if bad:
        sys.exit(1)


main()
