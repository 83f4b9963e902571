#!/usr/bin/env python3
"""What a file costs alone, in shards and in Spark, and from that what a million files take on 1, 10 and 100 workers.

    python3 Benchmarks/fleet/run.py [--count 10000] [--tracktable .build/release/tracktable] [--work FOLDER] [--spark PYTHON] [--inbox FOLDER]

PYTHON is one that has PySpark and the package of Integrations/Spark, such as .build-spark/bin/python3 after `make spark`; without it Spark is left
out. A worker is one processor. Only processor seconds are measured, so other work on the machine matters little.
"""

import argparse
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SHARDS = 16
MILLION = 1_000_000


def timed(*command, allowed=(0, 1, 2)):
    """Processor seconds of a command with all its processes, and what it printed."""
    done = subprocess.run(["/usr/bin/time", "-f", "%U %S", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode not in allowed:
        sys.exit(f"{command}: {done.returncode}: {done.stderr.decode()[-1000:]}")
    return sum(map(float, done.stderr.decode().splitlines()[-1].split())), done.stdout.decode()


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
    models = {"shards to JSON Lines, then merge": (listing + merging["jsonl"], sharded["jsonl"] - SHARDS * listing),
              "shards to stores, then merge": (listing + merging["sqlite"], sharded["sqlite"] - SHARDS * listing)}
    if options.spark:
        few = f"{options.work}/few"
        shutil.rmtree(few, ignore_errors=True)
        os.makedirs(few)
        for folder in sorted(os.listdir(inbox))[:max(1, len(os.listdir(inbox)) // 5)]:
            os.symlink(f"{os.path.abspath(inbox)}/{folder}", f"{few}/{folder}")
        some = sum(len(names) for _, _, names in os.walk(few, followlinks=True))
        results = [timed(options.spark, f"{HERE}/spark_read.py", folder, tracktable, "2", allowed=(0,)) for folder in (few, inbox)]
        first, second = [[float(figure) for figure in printed.split()] for _, printed in results]
        if [first[0], second[0]] != [some, count]:
            sys.exit(f"Spark has read {first[0]} and {second[0]} files of {some} and {count}")
        rows.append(("Spark's driver", max(0.0, second[1] - first[1]) / (count - some) / whole))
    print("| | times the single run |\n|---|---|")
    for name, ratio in rows:
        print(f"| {name} | {ratio:.3f} |")
    print("\nA million files; the single run on one processor is 1:\n")
    print("| | 1 worker | 10 workers | 100 workers | what is not shared is half of the time at |\n|---|---|---|---|---|")
    for name, (alone, shared) in models.items():
        times = [(alone + shared / workers) / whole for workers in (1, 10, 100)]
        print(f"| {name} | {times[0]:.3f} | {times[1]:.3f} | {times[2]:.3f} | {shared / alone:.0f} workers |")
    print(f"\nOn this machine 1 is {MILLION * whole / 3600:.2f} hours.")


if __name__ == "__main__":
    main()
