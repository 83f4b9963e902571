#!/usr/bin/env python3
"""Compares `tracktable cells` with python-calamine and openpyxl, cell by cell.

    python3 Tests/Oracle/compare_cells.py --command .build/release/tracktable FOLDER...

For every .xlsx and .xlsm below the folders it compares sheet names, raw values to 15 significant digits, texts
and merged ranges. A difference is listed with the reason why ours is right, from REASONS below; where the two
others agree with each other, and we with neither, without a reason, the exit status is 1. Differences between
the two others are counted by whose side we are on.
"""

import argparse
import collections
import datetime
import json
import pathlib
import re
import subprocess
import sys
import warnings

import openpyxl
import openpyxl.utils.datetime as exceldate
import python_calamine
from openpyxl.utils import get_column_letter

warnings.filterwarnings("ignore")

# What we read differently on purpose: (name, test on (kind, ours, theirs)).
REASONS = [
    ("the Python binding of calamine gives None for an error", lambda kind, ours, theirs: kind == "error" and theirs is None),
    ("a formula without a stored result is no empty cell",
     lambda kind, ours, theirs: kind == "formula-without-value"),
    ("a date shows no fraction of a second that a datetime could not hold",
     lambda kind, ours, theirs: kind == "date" and near(ours, theirs, 1e-6)),
    ("a datetime of Python cannot be 29 February 1900 or day 0, a serial number can",
     lambda kind, ours, theirs: kind == "date" and isinstance(theirs, float) and abs(float(ours) - theirs) <= 1),
    ("xml:space: without preserve, white space at the ends is layout of the XML",
     lambda kind, ours, theirs: isinstance(theirs, str) and (ours or "").strip(" \t\r\n") == theirs.strip(" \t\r\n")
     and ours is not None),
    ("an empty text is an empty cell", lambda kind, ours, theirs: ours is None and str(theirs).strip() == ""),
]


def near(ours, theirs, tolerance):
    try:
        return abs(float(ours) - float(theirs)) <= tolerance * max(1, abs(float(theirs)))
    except (TypeError, ValueError):
        return False


def number(value):
    return format(float(value), ".15g")


def serial(value):
    """A date of Python as a serial number."""
    if isinstance(value, datetime.timedelta):
        return value.total_seconds() / 86400
    if isinstance(value, datetime.time):
        return (value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6) / 86400
    if isinstance(value, datetime.datetime):
        return exceldate.to_excel(value)
    return float(exceldate.to_excel(datetime.datetime(value.year, value.month, value.day)))


def plain(value, is1904=False):
    """One form for a value of either reader: None, bool, str, or a float for numbers and dates."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        result = serial(value)
        return result - 1462 if is1904 and isinstance(value, datetime.date) else result
    return str(value)


def ours(command, path):
    """By the name of a sheet its cells, merges and state; the exit status; the words on standard error."""
    result = subprocess.run([command, "cells", "--lang", "en", path], capture_output=True, timeout=120)
    sheets = collections.OrderedDict()
    for line in result.stdout.splitlines():
        item = json.loads(line)
        if "index" in item:
            current = sheets[item["sheet"]] = ({}, set(), item["state"])
        elif "cell" in item:
            current[0][item["cell"]] = (item["kind"], item["value"], item["text"])
        else:
            current[1].add(item["merge"])
    return sheets, result.returncode, result.stderr.decode()


def by_calamine(path, is1904):
    book = python_calamine.CalamineWorkbook.from_path(path)
    sheets = collections.OrderedDict()
    for name in book.sheet_names:
        try:
            sheet = book.get_sheet_by_name(name)
        except python_calamine.CalamineError as error:
            sheets[name] = ({}, set()) if "chart" in str(error).lower() else None
            continue
        cells = {}
        top, left = sheet.start or (0, 0)
        for row, values in enumerate(sheet.to_python(skip_empty_area=True)):
            for column, value in enumerate(values):
                value = plain(value, is1904)
                if value is not None:
                    cells[f"{get_column_letter(left + column + 1)}{top + row + 1}"] = value
        merges = {a1(first, last) for first, last in sheet.merged_cell_ranges or []}
        sheets[name] = (cells, merges)
    return sheets


def a1(first, last):
    one = f"{get_column_letter(first[1] + 1)}{first[0] + 1}"
    other = f"{get_column_letter(last[1] + 1)}{last[0] + 1}"
    return one if one == other else f"{one}:{other}"


def by_openpyxl(path):
    book = openpyxl.load_workbook(path, data_only=True)
    is1904 = book.epoch == exceldate.CALENDAR_MAC_1904
    sheets = collections.OrderedDict()
    for name in book.sheetnames:
        sheet = book[name]
        if not hasattr(sheet, "iter_rows"):
            sheets[name] = ({}, set())
            continue
        cells = {}
        for cell in sheet._cells.values():
            value = plain(cell.value, is1904)
            if value is not None and type(cell).__name__ != "MergedCell":
                cells[cell.coordinate] = value
        sheets[name] = (cells, {str(r) if r.size != {"rows": 1, "columns": 1} else r.coord.split(":")[0]
                                for r in sheet.merged_cells.ranges})
    return sheets, is1904


def same(cell, value):
    """Whether our cell is their value."""
    if cell is None or value is None:
        return cell is None and value is None
    kind, raw, _ = cell
    if isinstance(value, bool):
        return kind == "boolean" and raw == str(value).lower()
    if isinstance(value, float):
        if kind in ("number", "date"):
            return number(raw) == number(value)
        if kind == "boolean":
            return float(raw == "true") == value
        return False
    return raw == value


def agree(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return number(one) == number(other) or abs(one - other) < 1e-9
    return one == other or (isinstance(one, bool) != isinstance(other, bool) and str(one) == str(other))


def reason(cell, value):
    kind, raw, _ = cell or (None, None, None)
    if kind == "date" and isinstance(value, float) and near(raw, value, 1e-9):
        return "a datetime holds microseconds, a serial number 15 digits"
    for name, test in REASONS:
        try:
            if test(kind, raw, value):
                return name
        except (TypeError, ValueError):
            continue
    return None


def compare_sheet(label, mine, read, counts, show, same=same, reason=reason, one_is_enough=False):
    """Compares our cells and merges of a sheet with those of each reader; says how many differ without a reason.

    Where the readers differ from each other too, nobody is right; with `one_is_enough` a reader that is alone counts as well.
    """
    problems = 0
    if not read:
        return problems
    cells, merges = mine[:2]
    addresses = set(cells).union(*(set(part[0]) for part in read.values()))
    for address in sorted(addresses, key=lambda a: (int(re.sub(r"\D", "", a)), len(a), a)):
        cell = cells.get(address)
        values = {reader: part[0].get(address) for reader, part in read.items()}
        wrong = {reader: value for reader, value in values.items() if not same(cell, value)}
        counts["cells compared"] += 1
        if not wrong:
            counts["cells the same"] += 1
            continue
        for reader, value in wrong.items():
            why = reason(cell, value)
            if why:
                counts[f"differs from {reader}: {why}"] += 1
            elif len(wrong) < len(values):
                counts[f"differs from {reader} alone"] += 1
                show(f"  {label}!{address}: ours {cell}, {reader} {value!r}; the other agrees with us")
            else:
                show(f"! {label}!{address}: ours {cell}, {values!r}")
                problems += agree(*values.values()) if len(values) == 2 else one_is_enough
                break
    for reader, part in read.items():
        if part[1] is not None and part[1] != merges:
            show(f"! {label}: merges {sorted(merges)}, {reader} {sorted(part[1])}")
            problems += 1
    return problems


def finish(counts, problems):
    """Says what was counted, and ends with the exit status."""
    for name, count in counts.most_common():
        print(f"{count:8} {name}")
    print(f"{problems:8} differences without a reason")
    sys.exit(1 if problems else 0)


def attempt(reader, read, counts):
    """What another reader makes of a file; None, and counted, where it does not read it."""
    try:
        return read()
    except KeyboardInterrupt:
        raise
    except Exception as error:  # whatever a reader throws, it did not read
        counts[f"{reader} cannot read ({type(error).__name__})"] += 1
    except BaseException as error:  # a panic of Rust is none of Python's exceptions
        counts[f"{reader} dies ({type(error).__name__})"] += 1
    return None


def refused(path, words, theirs, counts, show):
    """Counts a file that we refuse; whether both others read it."""
    counts["refused by us"] += 1
    if theirs:
        show(f"{path}: refused by us, read by {' and '.join(theirs)}: {words.strip()[:200]}")
    return len(theirs) == 2


def compare(command, path, counts, show):
    problems = 0
    mine, status, words = ours(command, str(path))
    theirs = {}
    is1904 = False
    if read := attempt("openpyxl", lambda: by_openpyxl(path), counts):
        theirs["openpyxl"], is1904 = read
    sheets = attempt("calamine", lambda: by_calamine(path, is1904), counts)
    if sheets is not None:
        theirs["calamine"] = sheets
    if status == 2:
        return refused(path, words, theirs, counts, show)
    names = {reader: list(sheets) for reader, sheets in theirs.items()}
    if any(other != list(mine) for other in names.values()):
        show(f"{path}: sheets {list(mine)}, {names}")
        problems += list(mine) not in names.values()
    for name, part in mine.items():
        read = {reader: sheets[name] for reader, sheets in theirs.items() if sheets.get(name) is not None}
        problems += compare_sheet(f"{path.name} {name}", part, read, counts, show)
    return problems


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--command", default=".build/release/tracktable", help="the tracktable to run")
    arguments.add_argument("folders", nargs="+", type=pathlib.Path)
    options = arguments.parse_args()
    counts = collections.Counter()
    problems = 0
    for folder in options.folders:
        files = [folder] if folder.is_file() else sorted(folder.rglob("*.xls[xm]"))
        for path in files:
            counts["files"] += 1
            problems += compare(options.command, path, counts, print)
    finish(counts, problems)


if __name__ == "__main__":
    main()
