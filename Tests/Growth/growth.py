#!/usr/bin/env python3
"""Measures how the cost of an input grows with its size, and fails where it grows faster than the input.

    Tests/Growth/growth.py [--tracktable .build/release/tracktable] [--kinds ten|all|NAME …] [--commands check …]
    Tests/Growth/growth.py --bounds           10 MB of every kind: time and memory, or an early refusal that names a limit
    Tests/Growth/growth.py --self-test        the harness itself: a planted quadratic loop has to fail, a linear one to pass

A kind of `kinds.py` is made at n, 2n and 4n. With f the instructions of the command and its workers, (f(4n) − f(2n)) / (f(2n) − f(n)) is 2
where cost grows with size, and 4 where it grows with the square; above 2.3 fails. n is the first at which f(n) is twice f(0), the cost of
an empty file. A kind that is refused as too large at one of the sizes passes: somebody has set a limit.

Instructions are counted by the processor where the system lets it (`perf stat`), else by valgrind, some twenty times slower; either way no
clock is involved and the machine may be busy.
"""
import argparse
import concurrent.futures
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
COMMANDS = {
    "check": ["check", "{in}"],
    "convert-json": ["convert", "{in}", "-o", "{out}.json", "--force", "--quiet"],
    "convert-xlsx": ["convert", "{in}", "-o", "{out}.xlsx", "--force", "--quiet"],
    "convert-csv": ["convert", "{in}", "-o", "{out}.csv", "--force", "--quiet"],
    "report": ["check", "{in}", "--report", "{out}.html", "--force"],
    "inspect": ["inspect", "{in}"],
    "cells": ["cells", "{in}"],
}
TOO_LARGE = "[file.too-large]"


class Counter:
    """Counts the instructions of a command and of all processes that it starts."""

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

    def run(self, arguments):
        """Instructions, exit status, and what was said."""
        name = tempfile.mktemp(dir=self.work)
        if self.usesPerf:
            command = ["perf", "stat", "-x,", "-e", "instructions:u", "-o", name + ".perf", self.program, *arguments]
        else:
            command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--trace-children=yes", "--cachegrind-out-file=/dev/null",
                       f"--log-file={name}.%p.log", self.program, *arguments]
        environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C"}
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=environment)
        count, folder = 0, os.path.dirname(name)
        for log in os.listdir(folder):
            if log.startswith(os.path.basename(name)):
                with open(os.path.join(folder, log)) as file:
                    text = file.read()
                os.remove(os.path.join(folder, log))
                for number in re.findall(r"I +refs: +([\d,]+)", text) + re.findall(r"^(\d+),", text, re.M):
                    count += int(number.replace(",", ""))
        if count == 0:
            sys.exit(f"no instructions counted for {command}: {done.stderr.decode()[-500:]}")
        return count, done.returncode, done.stderr.decode(errors="replace")


class Growth:
    def __init__(self, counter, work):
        self.counter, self.work = counter, work
        self.nothing = {}

    def cost(self, name, command, n):
        _, make, extension = kinds.KINDS[name]
        path = os.path.join(self.work, f"{name}-{command}-{n}.{extension}")
        with open(path, "wb") as file:
            file.write(make(n))
        size = os.path.getsize(path)
        arguments = [part.replace("{in}", path).replace("{out}", path + ".out") for part in COMMANDS[command]]
        if command in ("check", "report", "convert-json", "convert-xlsx", "convert-csv"):
            arguments += ["--jobs", "1", "--time-limit", "100000"]
        if command == "inspect":
            arguments += ["--time-limit", "100000"]
        count, status, words = self.counter.run(arguments)
        for left in os.listdir(self.work):
            if left.startswith(os.path.basename(path)):
                os.remove(os.path.join(self.work, left))
        if status not in (0, 1, 2):
            raise Failure(f"exit status {status} at n = {n}: {words[-300:]}")
        return count, size, TOO_LARGE in words

    def ratio(self, name, command):
        """n, the ratio, and whether a limit came first."""
        if command not in self.nothing:
            self.nothing[command] = self.cost("blank-rows", command, 0)[0]
        nothing, n = self.nothing[command], kinds.KINDS[name][0]
        first, size, refused = self.cost(name, command, n)
        while first < 2 * nothing and size * 16 < LARGEST and not refused:
            n *= 4 if first < 1.2 * nothing else 2
            first, size, refused = self.cost(name, command, n)
        if refused:
            return n, 0, True
        second, _, refused = self.cost(name, command, 2 * n)
        if refused:
            return n, 0, True
        fourth, _, refused = self.cost(name, command, 4 * n)
        if refused:
            return n, 0, True
        return n, (fourth - second) / max(second - first, nothing / 50), False


class Failure(Exception):
    pass


def measure(growth, jobs, selected, commands):
    """Prints a line for each kind and command; the ones that grow too fast."""
    bad = []
    print(f"| kind | command | n | (f(4n) − f(2n)) / (f(2n) − f(n)) |\n|---|---|---|---|", flush=True)

    def one(pair):
        try:
            return pair, growth.ratio(*pair), None
        except Failure as failure:
            return pair, (0, 0, False), str(failure)

    for command in commands:
        growth.nothing[command] = growth.cost("blank-rows", command, 0)[0]
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for (name, command), (n, ratio, refused), failure in pool.map(one, [(k, c) for c in commands for k in selected]):
            shown = failure or ("refused as too large" if refused else f"{ratio:.2f}")
            print(f"| {name} | {command} | {n} | {shown}{' **' if failure or ratio > WORST else ''} |", flush=True)
            if failure or ratio > WORST:
                bad.append(f"{name} ({command})")
    return bad


def bounds(program, work, selected, commands):
    """10 MB of every kind: at most 2 s of processor time and 256 MB in any process, or refused early by a limit that is named."""
    bad = []
    print("| kind | command | bytes | seconds | MB | |\n|---|---|---|---|---|---|", flush=True)
    for name in selected:
        n, make, extension = kinds.KINDS[name]
        while len(make(n)) < LARGEST // 2 and n < 1 << 26:
            n = int(n * max(1.5, min(16, LARGEST / (len(make(n)) + 1) * 0.9)))
        data = make(n)
        while len(data) > LARGEST:
            n = int(n * 0.9 * LARGEST / len(data))
            data = make(n)
        path = os.path.join(work, f"bound.{extension}")
        with open(path, "wb") as file:
            file.write(data)
        for command in commands:
            arguments = [part.replace("{in}", path).replace("{out}", os.path.join(work, "out")) for part in COMMANDS[command]]
            process = subprocess.Popen(["timeout", "60", program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                       env={**os.environ, "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C"})
            words = process.stderr.read().decode(errors="replace")
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
            refused = re.findall(r"limit (\w+)", words) if TOO_LARGE in words else []
            isLedger = name.startswith("ledger")
            wrong = process.returncode not in (0, 1, 2) or seconds > 2 or megabytes > 256 and not isLedger
            note = f"refused: {refused[0]}" if refused else "" if process.returncode in (0, 1, 2) else f"status {process.returncode}"
            print(f"| {name} | {command} | {len(data)} | {seconds:.1f} | {megabytes:.0f} | {note}{' **' if wrong else ''} |", flush=True)
            if wrong:
                bad.append(f"{name} ({command})")
    return bad


PLANTED = """
#include <stdio.h>
#include <string.h>
int main(int count, char **arguments) {
  FILE *file = fopen(arguments[2], "rb");
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
        _, ratio, _ = growth.ratio("again-measures", "check")
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
            bad = bounds(program, work, selected, commands)
        else:
            bad = measure(Growth(Counter(program, work), work), options.jobs, selected, commands)
    print(f"{len(selected)} kinds, {len(commands)} commands, {time.monotonic() - began:.0f} s; failed: {', '.join(bad) or 'none'}")
    if bad:
        sys.exit(1)


main()
