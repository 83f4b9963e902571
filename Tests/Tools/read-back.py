"""Reads an XLSX file with openpyxl and with python-calamine, as unrelated programs do, and prints what both saw as JSON.

usage: read-back.py FILE
"""

import json
import sys

import openpyxl
import python_calamine

workbook = openpyxl.load_workbook(sys.argv[1])
calamine = python_calamine.CalamineWorkbook.from_path(sys.argv[1])


def shown(value):
    """Numbers as the shortest decimal that names them, so that 75 and 75.0 are the same."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float)):
        return repr(float(value))
    return str(value)


sheets = []
for sheet in workbook.worksheets:
    cells = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                kind = "text" if cell.data_type == "s" else "number" if cell.data_type == "n" else cell.data_type
                cells[cell.coordinate] = [kind, shown(cell.value), cell.number_format]
    other = {}
    data = calamine.get_sheet_by_name(sheet.title)
    first_row, first_column = data.start or (0, 0)
    for row, values in enumerate(data.to_python(skip_empty_area=True)):
        for column, value in enumerate(values):
            if value not in ("", None):
                name = openpyxl.utils.get_column_letter(first_column + column + 1)
                other[f"{name}{first_row + row + 1}"] = shown(value)
    sheets.append(
        {
            "name": sheet.title,
            "cells": cells,
            "calamine": other,
            "merges": sorted(str(merge) for merge in sheet.merged_cells.ranges),
            "calamineMerges": sorted(
                f"{openpyxl.utils.get_column_letter(a[1] + 1)}{a[0] + 1}:"
                f"{openpyxl.utils.get_column_letter(b[1] + 1)}{b[0] + 1}"
                for a, b in (data.merged_cell_ranges or [])
            ),
            "heights": [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)],
            "breaks": [b.id for b in sheet.row_breaks.brk],
            "printArea": sheet.print_area,
        }
    )
print(json.dumps(sheets, ensure_ascii=False))
