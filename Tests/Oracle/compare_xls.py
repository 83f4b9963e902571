#!/usr/bin/env python3
"""Compares `tracktable cells` of binary workbooks with python-calamine and xlrd, cell by cell.

    python3 Tests/Oracle/compare_xls.py --command .build/release/tracktable FOLDER...
    python3 Tests/Oracle/compare_xls.py --make FOLDER FOLDER...     # first saves every .xlsx of FOLDER... as .xls in the first

For every .xls and .et below the folders it compares sheet names and states, raw values to 15 significant digits, texts, what is a date,
and merged ranges. A difference is listed with the reason why ours is right, from REASONS below; where the two others agree with
each other, and we with neither, without a reason, the exit status is 1, as it is where we refuse what both read.
"""

import argparse
import collections
import os
import pathlib
import re
import struct
import subprocess
import tempfile

import python_calamine
import xlrd

from compare_cells import a1, attempt, compare_sheet, finish, near, ours, plain, refused, same
from openpyxl.utils import get_column_letter

CALAMINE_STATES = {"Visible": "visible", "Hidden": "hidden", "VeryHidden": "veryHidden"}

class Chart:
    """Stands for a value of a chart's."""


class Outside:
    """Stands for a value right of column IV."""


STATES = {0: "visible", 1: "hidden", 2: "veryHidden"}

# What we read differently on purpose: (name, test on (kind, ours, theirs)).
REASONS = [
    ("the Python binding of calamine gives None for an error", lambda kind, ours, theirs: kind == "error" and theirs is None),
    ("a formula without a stored result is no empty cell", lambda kind, ours, theirs: kind == "formula-without-value"),
    ("a datetime holds microseconds, a serial number 15 digits",
     lambda kind, ours, theirs: kind == "date" and near(ours, theirs, 1e-6)),
    ("a datetime of Python cannot be 29 February 1900 or day 0, a serial number can",
     lambda kind, ours, theirs: kind == "date" and isinstance(theirs, float) and abs(float(ours) - theirs) <= 1),
    ("an empty text is an empty cell", lambda kind, ours, theirs: ours is None and theirs == ""),
    ("what calamine takes for cells of a chart is the data that it was drawn from", lambda kind, ours, theirs: theirs is Chart),
    ("calamine puts a zero behind each byte of a text in a code page of two bytes",
     lambda kind, ours, theirs: kind == "text" and isinstance(theirs, str) and "\0" in theirs),
    ("without a code page a text is what simplified Chinese Excel takes it for, or UTF-8, and not Latin-1",
     lambda kind, ours, theirs: kind == "text" and theirs.encode("latin-1") in (ours.encode("gbk"), ours.encode("utf-8"))),
    ("the last column is IV", lambda kind, ours, theirs: ours is None and theirs is Outside),
    ("calamine takes the count of runs in front of a cell's text for a character of it",
     lambda kind, ours, theirs: kind == "text" and re.match(r"[\x01-\x08]", theirs) and ours.startswith(theirs[1:])),
    ("zeros and halves of characters are written as XLSX writes them",
     lambda kind, ours, theirs: kind == "text" and re.search(r"_x(0000|D[89A-F]..)_", ours or "") is not None),
]

# Fixtures that are damaged in a way that the others pass over.
FIXTURES = {
    "merges": "a range that overlaps another or leaves the sheet is put right or left out",
    "two-sheets-at-one-place": "records are those of one sheet",
    "sheet-alone-": "a sheet without a workbook has no name",
    "sheets-of-every-kind": "a module has no cells",
    "empty-records-between-strings": "an empty record does not end the table of strings",
    "flood-of-empty-records": "an empty record does not end the table of strings",
    "text-that-changes-its-width-at-a-cut": "the halves of a character may lie in two records",
}


def by_calamine(path, is1904):
    book = python_calamine.CalamineWorkbook.from_path(path)
    sheets = collections.OrderedDict()
    for about in book.sheets_metadata:
        state = CALAMINE_STATES[str(about.visible).split(".")[-1]]
        try:
            sheet = book.get_sheet_by_name(about.name)
        except python_calamine.CalamineError:
            sheets[about.name] = ({}, set(), state)
            continue
        cells = {}
        top, left = sheet.start or (0, 0)
        for row, values in enumerate(sheet.to_python(skip_empty_area=True)):
            for column, value in enumerate(values):
                value = plain(value, is1904)
                if value is not None:
                    if str(about.typ).endswith("ChartSheet"):
                        value = Chart
                    elif left + column > 255:
                        value = Outside
                    cells[f"{get_column_letter(left + column + 1)}{top + row + 1}"] = value
        sheets[about.name] = (cells, {a1(*corners) for corners in sheet.merged_cell_ranges or []}, state)
    return sheets


def by_xlrd(path):
    """Values as they are stored, dates as serial numbers; whether day 0 is in 1904; and what is a date."""
    has_merges = True
    with open(os.devnull, "w") as silence:
        try:
            book = xlrd.open_workbook(path, formatting_info=True, logfile=silence)
        except (AssertionError, IndexError, struct.error):  # fonts that are missing, for one
            book = xlrd.open_workbook(path, logfile=silence)
            has_merges = False
    sheets = collections.OrderedDict()
    dates = set()
    for sheet in book.sheets():
        cells = {}
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
                address = f"{get_column_letter(column + 1)}{row + 1}"
                if kind == xlrd.XL_CELL_TEXT and value != "":
                    cells[address] = value
                elif kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
                    cells[address] = value
                    if kind == xlrd.XL_CELL_DATE:
                        dates.add((sheet.name, address))
                elif kind == xlrd.XL_CELL_BOOLEAN:
                    cells[address] = bool(value)
                elif kind == xlrd.XL_CELL_ERROR:
                    cells[address] = xlrd.error_text_from_code.get(value, f"#{value}")
        merges = {a1((top, left), (bottom - 1, right - 1)) for top, bottom, left, right in sheet.merged_cells} if has_merges else None
        sheets[sheet.name] = (cells, merges, STATES[sheet.visibility])
    return sheets, book.datemode == 1, dates


def reason(cell, value):
    kind, raw, _ = cell or (None, None, None)
    for name, test in REASONS:
        try:
            if test(kind, raw, value):
                return name
        except (TypeError, ValueError, AttributeError):
            continue
    return None


def is_same(cell, value):
    return same(cell, value) or (cell is not None and cell[0] == "error" and cell[1] == value)


def compare(command, path, counts, show):
    problems = 0
    fixture = path.with_suffix(".txt")
    if fixture.exists() and fixture.read_text(encoding="utf-8").startswith("refused"):
        counts["made to be refused"] += 1
        return 0
    for name, why in FIXTURES.items():
        if fixture.exists() and path.stem.startswith(name):
            counts[f"fixture not compared: {why}"] += 1
            return 0
    mine, status, words = ours(command, str(path))
    theirs, is1904, dates = {}, False, None
    if read := attempt("xlrd", lambda: by_xlrd(str(path)), counts):
        theirs["xlrd"], is1904, dates = read
    sheets = attempt("calamine", lambda: by_calamine(str(path), is1904), counts)
    if sheets is not None:
        theirs["calamine"] = sheets
    if status == 2:
        return refused(path, words, theirs, counts, show)
    for reader, sheets in theirs.items():
        # xlrd does not list charts and modules.
        expected = [name for name in mine if reader != "xlrd" or name in sheets]
        if any("\ufffd" in name for name in sheets):
            counts[f"{reader} cannot read names in a code page of two bytes"] += 1
            continue
        if list(sheets) != expected:
            show(f"{path}: sheets {list(mine)}, {reader} {list(sheets)}")
            problems += 1
        for name, part in sheets.items():
            if name in mine and part[2] != mine[name][2]:
                show(f"{path}: state of {name} {mine[name][2]}, {reader} {part[2]}")
                problems += 1
    for name, part in mine.items():
        read = {reader: sheets[name] for reader, sheets in theirs.items() if name in sheets}
        for address, cell in part[0].items():
            if read and dates is not None and cell[0] in ("date", "number") and (cell[0] == "date") != ((name, address) in dates):
                counts["what is a date xlrd sees otherwise"] += 1
                show(f"  {path.name} {name}!{address}: ours {cell}, a date for xlrd: {(name, address) in dates}")
        problems += compare_sheet(f"{path.name} {name}", part, read, counts, show, is_same, reason, one_is_enough=True)
    return problems


def make(target, folders):
    """Has LibreOffice save every workbook of the folders as .xls, each under a name of its own."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        copies = pathlib.Path(scratch, "in")
        copies.mkdir()
        for folder in folders:
            for path in sorted(folder.rglob("*.xls[xm]")):
                name = "-".join(path.relative_to(folder).with_suffix("").parts) + path.suffix
                (copies / f"{folder.name}-{name}").write_bytes(path.read_bytes())
        files = sorted(copies.iterdir())
        # What LibreOffice cannot open it leaves out, and goes on.
        for start in range(0, len(files), 20):
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile", "--convert-to",
                 "xls:MS Excel 97", "--outdir", target, *files[start:start + 20]], capture_output=True, timeout=600)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--command", default=".build/release/tracktable", help="the tracktable to run")
    arguments.add_argument("--make", type=pathlib.Path, help="a folder for .xls files that LibreOffice makes first")
    arguments.add_argument("folders", nargs="+", type=pathlib.Path)
    options = arguments.parse_args()
    folders = options.folders
    if options.make:
        make(options.make, folders)
        folders = [*folders, options.make]
    counts = collections.Counter()
    problems = 0
    for folder in folders:
        files = [folder] if folder.is_file() else sorted([*folder.rglob("*.xls"), *folder.rglob("*.et")])
        for path in files:
            counts["files"] += 1
            problems += compare(options.command, path, counts, print)
    finish(counts, problems)


if __name__ == "__main__":
    main()
