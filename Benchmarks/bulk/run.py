#!/usr/bin/env python3
"""Converts a number of generated form files with tracktable and with its peers, and prints the times and their ratios.

    python3 Benchmarks/bulk/run.py [--count 1000] [--tracktable .build/release/tracktable] [--work FOLDER] [--skip-openpyxl]

Needs openpyxl, python-calamine and XlsxWriter. Every program starts with the inputs in the page cache and writes to the same disk.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def memory_of(group):
    """Proportional set size of all processes of a group, in bytes."""
    total = 0
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            if os.getpgid(int(entry)) != group:
                continue
            with open(f"/proc/{entry}/smaps_rollup") as file:
                total += next((int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:")), 0)
        except (OSError, ValueError):
            continue
    return total


def processor_seconds():
    """What programs that have ended took in user and system mode, those that they started included."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def timed(command):
    """Seconds, processor seconds and peak memory of all processes together, and what was printed."""
    began, used = time.monotonic(), processor_seconds()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    peak = 0
    done = threading.Event()

    def watch():
        nonlocal peak
        while not done.wait(0.1):
            peak = max(peak, memory_of(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    output, words = process.communicate()
    seconds = time.monotonic() - began
    done.set()
    watcher.join()
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} failed with {process.returncode}: {words.decode()[-500:]}")
    return seconds, processor_seconds() - used, peak, output.decode()


def settle(work):
    """Takes away what earlier runs wrote, and waits: for some seconds ext4 looks at every file just deleted when it makes a new one."""
    for name in os.listdir(work):
        if not name.startswith("in-"):
            shutil.rmtree(f"{work}/{name}")
    os.sync()
    time.sleep(8)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--tracktable", default=".build/release/tracktable")
    options.add_argument("--work", default="/tmp/tracktable-benchmark")
    options.add_argument("--skip-openpyxl", action="store_true")
    options.add_argument("--only-tracktable", action="store_true")
    options = options.parse_args()
    inputs = f"{options.work}/in-{options.count}"
    if not os.path.exists(inputs + ".complete"):
        subprocess.run([sys.executable, f"{HERE}/generate.py", inputs, str(options.count)], check=True)
        open(inputs + ".complete", "w").close()
    for folder, _, names in os.walk(inputs):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                file.read()
    settle(options.work)
    convert = [options.tracktable, "convert", inputs, "--quiet", "--jobs"]
    results = []
    for jobs in ("1", "2"):
        converted = f"{options.work}/tracktable-{jobs}"
        results.append((f"tracktable, {jobs} worker{'s' * (jobs != '1')}", *timed(convert + [jobs, "-o", converted])[:3]))
    own, own_processor = results[-1][1:3]
    if not options.only_tracktable:
        python = lambda name, *more: timed([sys.executable, f"{HERE}/{name}", inputs, *more])
        results.append(("calamine + XlsxWriter, 2 processes", *python("with_calamine.py", f"{options.work}/calamine")[:3]))
        if not options.skip_openpyxl:
            results.append(("openpyxl", *python("with_openpyxl.py", f"{options.work}/openpyxl")[:3]))
        limit = [float(figure) for figure in python("limit.py", converted, f"{options.work}/limit")[3].split()]
        results.append(("the limit: inflate and deflate with zlib, 2 processes", *limit, 0))
    print(f"{options.count} files, {os.cpu_count()} processors\n")
    print("| program | seconds | files/s | times tracktable | processor seconds | times tracktable | peak memory |")
    print("|---|---|---|---|---|---|---|")
    for name, seconds, processor, peak in results:
        memory = f"{peak / 1e6:.0f} MB" if peak else ""
        print(f"| {name} | {seconds:.2f} | {options.count / seconds:.0f} | {seconds / own:.2f} | {processor:.2f} | {processor / own_processor:.2f} | {memory} |")


main()
