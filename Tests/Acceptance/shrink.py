"""Makes a failing case small: fewer kinds, fewer rows, as long as the same thing fails."""

import os
import shutil

import case as cases
import compare
import program
import workbook


def failures(verdicts):
    return [verdict for verdict in verdicts if verdict.outcome == compare.SILENT]


def judge(command, case, folder):
    """Draws, writes, converts and compares one case."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder + "/in")
    drawn = workbook.draw(case)
    drawn.write(folder + "/in")
    results, _ = program.run(command, folder + "/in", folder)
    return compare.Comparison(drawn, results[drawn.name]).run()


def fails(command, case, kind, folder):
    return any(verdict.kind == kind for verdict in failures(judge(command, case, folder)))


def shrink(command, case, kind, folder):
    """The smallest case that this finds in which a field of this kind is still silent."""
    before = None
    while before != case:
        before = case
        for switch in sorted(case.on):
            if switch in case.on:
                less = case.without(switch)
                if fails(command, less, kind, folder):
                    case = less
    for rows in range(1, case.rows):
        if fails(command, case.with_rows(rows), kind, folder):
            return case.with_rows(rows)
    return case


def words(case):
    """The options that draw a case again."""
    only = " ".join(f"--only {kind}" for kind in sorted(case.on)) or "--plain"
    rows = "" if case.rows == cases.Case.rows else f" --rows {case.rows}"
    return f"--seed {case.seed} --index {case.index} {only}{rows}"
