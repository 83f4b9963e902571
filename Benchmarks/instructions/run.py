"""Counts the instructions that a form and a row of a ledger cost, for several builds of the command beside each other.

    python3 run.py FOLDER PROGRAM [PROGRAM ...]

FOLDER gets the inputs, which the last program's build may write: they stay there for the next run. Each count is the difference between
many and few of the same inputs, so that the beginning of a process is in none. Programs are stripped release builds; hashing has a fixed
seed. Needs valgrind and XlsxWriter. A build that does not know `--in-process` has to be one that works in its own process without it.
"""

import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "Tests/Growth"))
import kinds  # noqa: E402

ENVIRONMENT = {**os.environ, "LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no"}


def run(program, *arguments):
    return subprocess.run([program, *arguments], env=ENVIRONMENT, capture_output=True, text=True)


def works_alone(program):
    """What makes the program work within one process, which is all that valgrind counts."""
    return ["--in-process"] if "--in-process" not in run(program, "check", "--in-process", "missing.csv").stderr else []


def count(program, out, *arguments):
    shutil.rmtree(out, ignore_errors=True)
    done = run("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", program, *arguments,
               *works_alone(program))
    counts = re.findall(r"I +refs: +([\d,]+)", done.stderr)
    if done.returncode not in (0, 1) or len(counts) != 1:
        sys.exit(f"status {done.returncode} of {arguments}: {done.stderr[-500:]}")
    return int(counts[0].replace(",", ""))


def forms(folder, number):
    path = folder / f"forms-{number}"
    if not path.exists():
        subprocess.run([sys.executable, HERE.parent / "bulk/generate.py", path, str(number)], check=True)
    return path


def department_ledger(folder, rows, suffix):
    """A department's: a form a row."""
    path = folder / f"department-{rows}{suffix}"
    lines = [kinds.LEDGER] + [kinds.ledger_row(f"河道{index}") for index in range(rows)]
    path.write_bytes(kinds.book(lines) if suffix == ".xlsx" else kinds.csv(lines))
    return path


def own_ledger(folder, number, suffix, program):
    """As `--layout ledger` writes it: a row an indicator."""
    path = folder / f"own-{number}{suffix}"
    if not path.exists():
        run(program, "convert", str(forms(folder, number)), "-o", str(path), "--layout", "ledger", "--quiet")
    return path


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def main(folder, programs):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "out"
    few, many = forms(folder, 20), forms(folder, 60)
    own = {(n, s): own_ledger(folder, n, s, programs[-1]) for n in (100, 300) for s in (".csv", ".xlsx")}
    own_rows = rows_of(own[300, ".csv"]) - rows_of(own[100, ".csv"])
    measures = [
        ("a form, read and checked", 40, few, many, []),
        ("a form, to a page", 40, few, many, ["-o", f"{out}/", "--quiet", "--jobs", "1"]),
    ]
    for suffix in (".csv", ".xlsx"):
        small, large = department_ledger(folder, 2000, suffix), department_ledger(folder, 6000, suffix)
        measures.append((f"a row of a department's ledger, a form each, {suffix}", 4000, small, large, []))
        measures.append((f"a row of a ledger of ours, {suffix}", own_rows, own[100, suffix], own[300, suffix], []))
    print("| instructions | " + " | ".join(os.path.basename(program) for program in programs) + " | last against first |")
    print("|---" * (len(programs) + 2) + "|")
    for name, units, small, large, options in measures:
        command = "convert" if options else "check"
        costs = [(count(p, out, command, str(large), *options) - count(p, out, command, str(small), *options)) / units for p in programs]
        shown = " | ".join(f"{cost:,.0f}" for cost in costs)
        print(f"| {name} | {shown} | {100 * (costs[-1] / costs[0] - 1):+.2f} % |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
