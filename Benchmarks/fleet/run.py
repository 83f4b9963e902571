#!/usr/bin/env python3
"""What a file costs alone, in shards and in Spark, and from that what a million files take on 1, 10 and 100 workers.

    python3 Benchmarks/fleet/run.py [--count 10000] [--tracktable .build/release/tracktable] [--work FOLDER] [--spark PYTHON] [--inbox FOLDER]

PYTHON is one that has PySpark and the package of Integrations/Spark, such as .build-spark/bin/python3 after `make spark`; without it Spark is left
out. With it, a tenth, four tenths and all of the files are read: what is done once and what is done for each file are told apart by the last two,
where Java has warmed up. A worker is one processor. Only processor seconds are measured, so other work on the machine matters little.
"""

import argparse
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

from processes import count as counted

HERE = os.path.dirname(os.path.abspath(__file__))
SHARDS = 16
EXECUTORS = 2
MILLION = 1_000_000


def timed(*command, allowed=(0, 1, 2)):
    """Processor seconds of a command with all its processes, and what it printed."""
    done = subprocess.run(["/usr/bin/time", "-f", "%U %S", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode not in allowed:
        sys.exit(f"{command}: {done.returncode}: {done.stderr.decode()[-1000:]}")
    return sum(map(float, done.stderr.decode().splitlines()[-1].split())), done.stdout.decode()


@dataclass
class SparkCost:
    """Processor seconds of a job: Java and Python of the driver; Java and Python of the executors; the program in them."""

    files: int
    driver: float
    executors: float
    program: float
    pipes: int


def spark_cost(python, tracktable, inbox, work, settings):
    times, command = f"{work}/pipe.times", f"{work}/tracktable-timed"
    with open(command, "w") as file:
        file.write(f'#!/bin/sh\nexec /usr/bin/time -a -o "{times}" -f "%U %S" "{tracktable}" "$@"\n')
    os.chmod(command, 0o755)
    open(times, "w").close()
    found = counted([python, f"{HERE}/spark_read.py", inbox, command, str(EXECUTORS), *settings])
    files, java = map(int, found.printed.split())
    with open(times) as file:
        pipes = [sum(map(float, line.split())) for line in file]
    # The worker process of a pipe, which goes by the name exe, may outlive it by a moment, and is then none of its children.
    program = sum(pipes) + sum(seconds for process, seconds in found.own.items() if found.names[process] in ("tracktable", "exe"))
    driver = found.own[found.first] + found.own[java]
    return SparkCost(files, driver, found.whole - driver - program, program, len(pipes))


def spark_costs(python, tracktable, inbox, work, settings):
    """Of a tenth, four tenths and all of the folders."""
    folders, costs = sorted(os.listdir(inbox)), []
    for share in (0.1, 0.4, 1):
        some = f"{work}/some"
        shutil.rmtree(some, ignore_errors=True)
        os.makedirs(some)
        for folder in folders[:max(1, round(share * len(folders)))]:
            os.symlink(f"{os.path.abspath(inbox)}/{folder}", f"{some}/{folder}")
        expected = sum(len(names) for _, _, names in os.walk(some, followlinks=True))
        costs.append(spark_cost(python, tracktable, some, work, settings))
        if costs[-1].files != expected:
            sys.exit(f"Spark has read {costs[-1].files} files of {expected}")
    return costs


def once_and_each(costs, part):
    """Seconds that are spent once, and on each file, by the two largest runs."""
    (few, less), (many, more) = [(cost.files, part(cost)) for cost in costs[-2:]]
    each = (more - less) / (many - few)
    return max(0.0, more - each * many), each


def made(folder, count):
    if not os.path.exists(folder + ".complete"):
        subprocess.run([sys.executable, f"{HERE}/../bulk/generate.py", folder, str(count), "2", "50"], check=True)
        open(folder + ".complete", "w").close()
    return folder


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--tracktable", default=".build/release/tracktable")
    options.add_argument("--work", default="/tmp/tracktable-fleet-benchmark")
    options.add_argument("--spark")
    options.add_argument("--spark-settings", nargs="*", default=[], help="NAME=VALUE")
    options.add_argument("--inbox")
    options = options.parse_args()
    os.makedirs(options.work, exist_ok=True)
    tracktable = os.path.abspath(options.tracktable)
    inbox = options.inbox or made(f"{options.work}/in-{options.count}", options.count)
    count = sum(len(names) for _, _, names in os.walk(inbox))
    run = [tracktable, "convert", inbox, "--quiet", "--jobs", "1", "--force"]
    whole = timed(*run, "-o", f"{options.work}/one.jsonl")[0] / count
    # A share that hardly any file falls to: what is left is the list of all files.
    listing = timed(*run, "-o", f"{options.work}/none.jsonl", "--shard", "1/100000")[0] / count
    merging, sharded = {}, {}
    for kind in ("jsonl", "sqlite"):
        outputs = [f"{options.work}/p{number}.{kind}" for number in range(1, SHARDS + 1)]
        sharded[kind] = sum(timed(*run, "-o", output, "--shard", f"{number}/{SHARDS}")[0] for number, output in enumerate(outputs, 1)) / count
        merging[kind] = timed(tracktable, "merge", *outputs, "-o", f"{options.work}/all.{kind}", "--quiet", "--force")[0] / count
    print(f"{count} files, one worker, processor time a file as a multiple of the single run's to JSON Lines ({1 / whole:.0f} files a second a processor here):\n")
    rows = [("the single run", 1), (f"{SHARDS} shards to JSON Lines, all together", sharded["jsonl"] / whole),
            (f"{SHARDS} shards to stores, all together", sharded["sqlite"] / whole),
            ("listing it, in every shard", listing / whole), ("merging JSON Lines", merging["jsonl"] / whole),
            ("merging stores", merging["sqlite"] / whole)]
    # What is done once for all files and what for each, on one machine; what each worker does once; what the workers share of each file.
    models = {"shards to JSON Lines, then merge": (0, listing + merging["jsonl"], 0, sharded["jsonl"] - SHARDS * listing),
              "shards to stores, then merge": (0, listing + merging["sqlite"], 0, sharded["sqlite"] - SHARDS * listing)}
    if options.spark:
        costs = spark_costs(options.spark, tracktable, inbox, options.work, options.spark_settings)
        print("| files | driver, s | executors, s | `tracktable pipe` in them, s | so many of these |\n|---|---|---|---|---|")
        for cost in costs:
            print(f"| {cost.files} | {cost.driver:.1f} | {cost.executors:.1f} | {cost.program:.1f} | {cost.pipes} |")
        print()
        driver_once, driver = once_and_each(costs, lambda cost: cost.driver)
        executor_once, executor = once_and_each(costs, lambda cost: cost.executors)
        program_once, program = once_and_each(costs, lambda cost: cost.program)
        rows += [("Spark's driver", driver / whole), ("Spark's executors, Java and Python", executor / whole),
                 ("`tracktable pipe` in them", program / whole)]
        models["Spark"] = (driver_once, driver, (executor_once + program_once) / EXECUTORS, executor + program)
    print("| of a file | times the single run |\n|---|---|")
    for name, ratio in rows:
        print(f"| {name} | {ratio:.3f} |")
    print("\nA million files; the single run on one processor is 1:\n")
    print("| | done once | 1 worker | 10 workers | 100 workers | what is not shared is half of the time at |\n|---|---|---|---|---|---|")
    for name, (once, alone, start, shared) in models.items():
        times = [(alone + shared / workers + (once + start) / MILLION) / whole for workers in (1, 10, 100)]
        half = shared / (alone + (once + start) / MILLION)
        print(f"| {name} | {(once + start) / MILLION / whole:.3f} | {times[0]:.3f} | {times[1]:.3f} | {times[2]:.3f} | {half:.0f} workers |")
    print(f"\nOn this machine 1 is {MILLION * whole / 3600:.2f} hours.")


if __name__ == "__main__":
    main()
