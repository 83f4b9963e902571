#!/usr/bin/env python3
"""Reads generated files with the reader and its peers in turn, and prints processor seconds, memory and ratios.

    python3 Benchmarks/reading/generate.py FOLDER
    swift build -c release --package-path Benchmarks/reading
    python3 Benchmarks/reading/run.py FOLDER [--readbench PATH] [--rounds 5] [--skip openpyxl] [--only xls]

All programs run in the same rounds, so that what else the machine does falls on all of them alike; the best round of each
counts. Processor time of all threads, user and system, is what is compared, because a bulk run keeps every core busy anyway. The
time that a program takes to start (for a peer, Python and its library) is measured by itself and taken off. All run with the time
zone in the environment, as the workers of `convert` do: without, libzip has the C library look for it at every entry of a package.
"""

import argparse
import importlib.util
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
MODES = ("rows", "values", "text")
PEERS = {
    "python-calamine": ("import python_calamine", """
for f in files:
    book = python_calamine.CalamineWorkbook.from_path(f)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()
"""),
    "fastexcel": ("import fastexcel", """
for f in files:
    fastexcel.read_excel(f).load_sheet(0, header_row=None)
"""),
    "polars": ("import polars", """
for f in files:
    polars.read_excel(f, engine='calamine', has_header=False, raise_if_empty=False)
"""),
    "openpyxl": ("import openpyxl", """
for f in files:
    for sheet in openpyxl.load_workbook(f, read_only=True, data_only=True):
        for row in sheet.iter_rows(values_only=True): pass
"""),
    "xlrd": ("import xlrd", """
for f in files:
    for sheet in xlrd.open_workbook(f, on_demand=True).sheets():
        for row in range(sheet.nrows): sheet.row_values(row)
"""),
    "inflating once": ("import zipfile", """
for f in files:
    with zipfile.ZipFile(f) as archive:
        for name in archive.namelist():
            with archive.open(name) as part:
                while part.read(1 << 18): pass
"""),
}

# Those that read the one format and not the other.
ONLY_XLSX = {"openpyxl", "inflating once"}
ONLY_XLS = {"xlrd"}


def run(command):
    """Processor seconds and peak resident memory in MB: of the program alone. A process counts the memory of the one that it was forked
    from, so a small one starts it (Debian's package time)."""
    environment = os.environ | {"TZ": "UTC0"}
    with tempfile.NamedTemporaryFile("r") as memory:
        process = subprocess.Popen(["/usr/bin/time", "-f", "%M", "-o", memory.name, *command], env=environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        words = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{command[:2]} failed: {words.decode()[-400:]}")
        return usage.ru_utime + usage.ru_stime, int(memory.read()) / 1024


def python(preamble, body, files):
    return [sys.executable, "-c", f"import sys\n{preamble}\nfiles = sys.argv[1:]\n{body}", *files]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--readbench", default=str(HERE / ".build/release/readbench"))
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--skip", action="append", default=[], help="a peer to leave out")
    options.add_argument("--only", choices=["xlsx", "xls"], help="files of one format alone")
    options = options.parse_args()
    jobs = {path.stem: [str(path)] for path in sorted(options.folder.glob("ledger-*.xlsx"))}
    jobs |= {path.name: [str(path)] for path in sorted(options.folder.glob("ledger-*.xls"))}
    jobs["1,000 forms"] = sorted(str(path) for path in (options.folder / "forms").glob("*.xlsx"))
    jobs["1,000 forms.xls"] = sorted(str(path) for path in (options.folder / "forms-xls").glob("*.xls"))
    if options.only:
        jobs = {job: files for job, files in jobs.items() if job.endswith(".xls") == (options.only == "xls")}
    peers = {name: peer for name, peer in PEERS.items() if name not in options.skip}
    for name in [name for name, (preamble, _) in peers.items() if not importlib.util.find_spec(preamble.split()[-1])]:
        print(f"{name} is not installed", file=sys.stderr)
        del peers[name]
    starting = {name: min(run(python(preamble, "", []))[0] for _ in range(5)) for name, (preamble, _) in peers.items()}
    starting |= {mode: min(run([options.readbench, mode])[0] for _ in range(5)) for mode in MODES}
    print("| files | reader | processor seconds | times ours (values) | peak MB |\n|---|---|---|---|---|")
    for job, files in jobs.items():
        best = {}
        for _ in range(options.rounds):
            for mode in MODES:
                seconds, memory = run([options.readbench, mode, *files])
                measured = (seconds - starting[mode], memory)
                best[mode] = min(best.get(mode, measured), measured)
            for name, (preamble, body) in peers.items():
                if name in (ONLY_XLSX if job.endswith(".xls") else ONLY_XLS):
                    continue
                seconds, memory = run(python(preamble, body, files))
                measured = (seconds - starting[name], memory)
                best[name] = min(best.get(name, measured), measured)
        for name, (seconds, memory) in best.items():
            shown = f"ours, {name}" if name in MODES else name
            print(f"| {job} | {shown} | {seconds:.3f} | {seconds / best['values'][0]:.1f} | {memory:.0f} |", flush=True)


if __name__ == "__main__":
    main()
