"""What a straightforward openpyxl program takes: python3 with_openpyxl.py IN OUT"""

import os
import sys

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side

from official import cells, read

THIN = Side(style="thin")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def convert(source, target):
    book = openpyxl.load_workbook(source, data_only=True)
    found = read(book.worksheets[0].iter_rows(values_only=True))
    book = openpyxl.Workbook()
    sheet = book.active
    for first_row, first_column, last_row, last_column, value in cells(found):
        for row in range(first_row + 1, last_row + 2):
            for column in range(first_column + 1, last_column + 2):
                cell = sheet.cell(row, column)
                cell.border = BORDER
        cell = sheet.cell(first_row + 1, first_column + 1, value)
        cell.font = Font(name="宋体", size=10)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if isinstance(value, float):
            cell.number_format = "0.00"
        if (first_row, first_column) != (last_row, last_column):
            sheet.merge_cells(
                start_row=first_row + 1, start_column=first_column + 1, end_row=last_row + 1, end_column=last_column + 1)
    sheet.page_setup.paperSize = 9
    book.save(target)


if __name__ == "__main__":
    root, output = sys.argv[1:3]
    for folder, _, names in os.walk(root):
        where = os.path.join(output, os.path.relpath(folder, root))
        os.makedirs(where, exist_ok=True)
        for name in names:
            convert(os.path.join(folder, name), os.path.join(where, name))
