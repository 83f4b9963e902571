"""Writes ledgers of 10,000 to 500,000 rows and reads them back, beside a Python program that groups the same rows, in one run;
then reads sheets of 100 to 1,500 forms below each other, of 142 cells each.

usage: run.py FOLDER [ROWS ...]

FOLDER gets the ledgers. Needs python-calamine. Every contender runs in a process of its own, three times; the best counts. Times are processor time,
so that other work on the machine disturbs less. The cost a row should stay the same from the first line to the last.
"""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
SCRATCH = HERE.parent.parent / ".build/ledgerbench"


def measure(*command):
    runs = []
    for _ in range(3):
        output = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout.split()
        runs.append((float(output[0]), int(output[1]), int(output[2]), int(output[3])))
    return min(runs)


def main(folder, sizes):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["swift", "build", "-c", "release", "--package-path", HERE, "--scratch-path", SCRATCH], check=True)
    bench = SCRATCH / "release/ledgerbench"
    print("| ledger | rows | what | s | µs a row | MB | times TrackTable |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for kind in ("xlsx", "csv"):
        for rows in sizes:
            path = folder / f"{rows}.{kind}"
            written = measure(bench, "write", path, rows // 10)
            read = measure(bench, "read", path)
            peer = measure(sys.executable, HERE / "group_with_calamine.py", path)
            assert read[2:] == peer[2:], (read, peer)
            lines = [("write", written, None), ("read to forms", read, 1), ("Python: read and group", peer, peer[0] / read[0])]
            for what, (seconds, memory, _, _), times in lines:
                ratio = f"{times:.1f}" if times else ""
                print(f"| {kind} | {rows} | {what} | {seconds:.2f} | {seconds / rows * 1e6:.1f} | {memory} | {ratio} |", flush=True)
    stacks(folder, bench)


def stacks(folder, bench):
    print("\n| forms on a sheet | cells | s | µs a cell | MB |")
    print("| --- | --- | --- | --- | --- |")
    for forms in (100, 500, 1000, 1500):
        path = folder / f"stack-{forms}.tsv"
        measure(bench, "stack", path, forms)
        cells = sum(bool(cell) for line in path.read_text(encoding="utf-8").splitlines() for cell in line.split("\t"))
        seconds, memory, found, indicators = measure(bench, "read", path)
        assert (found, indicators) == (forms, forms * 20), (found, indicators)
        print(f"| {forms} | {cells} | {seconds:.2f} | {seconds / cells * 1e6:.1f} | {memory} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], [int(size) for size in sys.argv[2:]] or [10_000, 100_000, 500_000])
