#!/usr/bin/env python3
"""Draws forms, has the program convert them, and says what it got right, told, or got wrong in silence. See README.md."""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict

import case as cases
import compare
import kinds
import program
import shrink
import workbook

BATCH = 500


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="the built tracktable command")
    parser.add_argument("--count", type=int, default=500, help="how many files to draw")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--index", type=int, help="draw only the file of this number")
    parser.add_argument("--only", action="append", default=[], choices=sorted(kinds.KINDS), metavar="KIND",
                        help="exactly this kind is on (may be given several times)")
    parser.add_argument("--plain", action="store_true", help="no kind is on")
    parser.add_argument("--singly", action="store_true", help="one kind a file, each in turn")
    parser.add_argument("--rows", type=int, default=cases.Case.rows, help="at most so many indicators")
    parser.add_argument("--show", type=int, default=12, help="how many failing fields to print")
    parser.add_argument("--shrink", type=int, default=5, metavar="N", help="make the first N failures (each of another field) small; 0 for none")
    parser.add_argument("--keep", metavar="FOLDER", help="copy failing files there (the first 200)")
    parser.add_argument("--strict", action="store_true", help="warnings that do not name both readings fail, too")
    parser.add_argument("--kinds", action="store_true", help="list the kinds and end")
    return parser.parse_args()


def draw_cases(args):
    numbers = [args.index] if args.index is not None else range(args.count)
    names = sorted(kinds.KINDS)
    for number in numbers:
        if args.plain:
            case = cases.Case(args.seed, number, frozenset())
        elif args.singly:
            case = cases.draw(args.seed, number, [names[number % len(names)]])
        else:
            case = cases.draw(args.seed, number, args.only)
        yield case.with_rows(args.rows)


class Tally:
    """Counts of outcomes by kind and by field, and the first failures."""

    def __init__(self):
        self.files = Counter()
        self.outcomes = defaultdict(Counter)  # kind → outcome → count
        self.clean = Counter()  # files of a kind in which nothing is silent
        self.fields = defaultdict(Counter)  # field → outcome → count
        self.failing = []  # (case, file, verdict)

    def add(self, drawn, verdicts):
        bad = shrink.failures(verdicts)
        for kind in sorted(drawn.case.on) + ["(all)"]:
            self.files[kind] += 1
            self.clean[kind] += not bad
            for verdict in verdicts:
                self.outcomes[kind][verdict.outcome] += 1
        for verdict in verdicts:
            self.fields[verdict.kind][verdict.outcome] += 1
        seen = set()
        for verdict in bad:
            if verdict.kind not in seen and len(self.failing) < 5000:
                seen.add(verdict.kind)
                self.failing.append((drawn.case, drawn.name, verdict))

    def print(self):
        line = "{:22}{:>8}{:>8}{:>10}{:>8}{:>8}{:>8}".format
        print(line("kind", "files", "clean", "right", "told", "half", "silent"))
        for kind in [kind for kind in kinds.KINDS if self.files[kind]] + ["(all)"]:
            counts = self.outcomes[kind]
            print(line(kind, self.files[kind], self.clean[kind], *(counts[o] for o in (compare.RIGHT, compare.TOLD, compare.HALF, compare.SILENT))))
        print("\nfields that were not always right")
        for field, counts in sorted(self.fields.items(), key=lambda item: -item[1][compare.SILENT]):
            if counts[compare.RIGHT] < sum(counts.values()):
                print("  {:44}".format(field), *(f"{o} {counts[o]}" for o in (compare.RIGHT, compare.TOLD, compare.HALF, compare.SILENT)))


def short(value):
    text = repr(value)
    return text if len(text) <= 160 else text[:157] + "…"


def show(case, name, verdict):
    print(f"\n{name} {verdict.cell} {verdict.what}\n  expected {short(verdict.expected)}\n  got      {short(verdict.got)}\n  again: {shrink.words(case)}")


def batches(args):
    batch = []
    for case in draw_cases(args):
        batch.append(case)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def convert(args, batch, folder, tally):
    """Draws, converts and compares one batch; its files are gone afterwards."""
    inputs = f"{folder}/in"
    shutil.rmtree(inputs, ignore_errors=True)
    os.makedirs(inputs)
    files = [workbook.draw(case) for case in batch]
    for drawn in files:
        drawn.write(inputs)
    results, failure = program.run(args.program, inputs, folder)
    if failure:
        print(f"The run over files {files[0].name} to {files[-1].name} failed: {failure}")
    for drawn in files:
        verdicts = compare.Comparison(drawn, results[drawn.name]).run()
        tally.add(drawn, verdicts)
        if args.keep and shrink.failures(verdicts) and len(os.listdir(args.keep)) < 200:
            shutil.copy(f"{inputs}/{drawn.name}", args.keep)
    return failure


def main():
    if "--kinds" in sys.argv:
        for kind, (chance, what) in kinds.KINDS.items():
            print(f"{kind:22}{chance:5.2f}  {what}")
        return 0
    args = options()
    if args.keep:
        os.makedirs(args.keep, exist_ok=True)
    tally = Tally()
    broken = False
    with tempfile.TemporaryDirectory(prefix="acceptance-") as folder:
        for batch in batches(args):
            broken |= bool(convert(args, batch, folder, tally))
        tally.print()
        small(args, tally, folder + "/shrink")
        for failure in varied(tally.failing)[args.shrink : args.show]:
            show(*failure)
    counts = tally.outcomes["(all)"]
    fails = counts[compare.SILENT] + (counts[compare.HALF] if args.strict else 0)
    print(f"\n{sum(counts.values())} comparisons, {counts[compare.SILENT]} silent")
    return 1 if fails or broken else 0


def varied(failing):
    """The first failure of each field, then the second of each, and so on."""
    turns = Counter()
    ranked = []
    for number, failure in enumerate(failing):
        ranked.append((turns[failure[2].kind], number, failure))
        turns[failure[2].kind] += 1
    return [failure for _, _, failure in sorted(ranked, key=lambda item: item[:2])]


def small(args, tally, folder):
    """Shrinks failures and shows those with another cause: other kinds that are left, or another part of the form."""
    causes, tried = set(), set()
    end = time.monotonic() + 5 * args.shrink  # seconds; a busy machine shows fewer causes
    for case, name, verdict in varied(tally.failing):
        if len(causes) >= args.shrink or time.monotonic() > end:
            break
        if (case, verdict.part) in tried:
            continue
        tried.add((case, verdict.part))
        less = shrink.shrink(args.program, case, verdict.kind, folder)
        if (less.on, verdict.part) not in causes:
            causes.add((less.on, verdict.part))
            again = [v for v in shrink.failures(shrink.judge(args.program, less, folder)) if v.kind == verdict.kind]
            show(less, f"{name} (from {len(case.on)} kinds to {len(less.on)})", again[0] if again else verdict)


if __name__ == "__main__":
    sys.exit(main())
