"""Reads drawn workbooks with openpyxl and holds them against the drawing: the writer of this folder is checked, not the program.

    .build-python/bin/python3 Tests/Acceptance/check_writer.py [COUNT]
"""

import sys
import tempfile
from decimal import Decimal

import case as cases
import openpyxl
import sheet as sheets
import workbook


def differences(drawn, path):
    book = openpyxl.load_workbook(path)
    if book.sheetnames != [sheet.name for sheet in drawn.sheets]:
        yield "sheet names", book.sheetnames
    for sheet in drawn.sheets:
        read = book[sheet.name]
        if read.sheet_state != sheet.state:
            yield sheet.name, read.sheet_state
        if {str(r) for r in read.merged_cells.ranges} != {
            f"{sheets.address(s.row, s.column)}:{sheets.address(s.row + s.rows - 1, s.column + s.columns - 1)}" for s in sheet.merges()
        }:
            yield sheet.name, "merges"
        anchors = {(slot.row, slot.column) for slot in sheet.merges()}
        covered = {place for slot in sheet.merges() for place in slot.covered()} - anchors
        for (row, column), cell in sheet.cells().items():
            if (row, column) in covered:
                continue  # openpyxl drops what stands under a merge
            found = read.cell(row + 1, column + 1)
            if cell.number is None:
                same = found.value == cell.struck + cell.text + cell.raised
            elif found.is_date:
                same = True  # openpyxl turns the serial number into a date
            else:
                same = Decimal(str(found.value)) == cell.number
            if not same or (cell.format and found.number_format != cell.format):
                yield sheet.name, sheets.address(row, column), cell, found.value, found.number_format


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            drawn = workbook.draw(cases.draw(1, number))
            path = drawn.write(folder)
            if path.endswith(".xlsx"):
                for difference in differences(drawn, path):
                    bad += 1
                    print(drawn.name, *difference)
    print(f"{count} files, {bad} differences")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
