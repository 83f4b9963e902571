#!/usr/bin/env python3
"""Writes workbooks with openpyxl, XlsxWriter, pandas and LibreOffice, for compare_cells.py to compare how they are read.

    python3 Tests/Oracle/generate.py FOLDER && python3 Tests/Oracle/compare_cells.py FOLDER

The values are drawn from a fixed seed: texts with everything that XML, Excel and people do to texts, numbers of every size, dates,
booleans, errors, formulas, merges, gaps, several sheets, hidden ones among them.
"""

import argparse
import datetime
import pathlib
import random
import subprocess
import tempfile

import openpyxl
import openpyxl.utils.datetime
import pandas
import xlsxwriter

FORMATS = ["General", "0", "0.00", "#,##0.00", "0.00%", "0.00E+00", "# ?/?", "@", "yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "h:mm:ss",
           "[h]:mm", "[Red]-0.0;0.0", '0.00"万元"', "_(* #,##0_)", "m/d/yy h:mm"]
TEXTS = ["项目名称", "  前后有空格  ", "一行\n两行", "a\tb", "<&>\"'", "_x000D_", "_x005F_x0041_", "=1+1", "'引号", "≥90.00(%)",
         "\U0001F600 表情", "\U00020000 𠮷", "é e\u0301", "\u3000全角", "١٢٣", "00123", "1e5", "TRUE", "#N/A", " ", "x" * 5000]


def value(random):
    """A value for a cell: text, number, date, boolean, or None for a gap."""
    kind = random.randrange(10)
    if kind < 3:
        return random.choice(TEXTS)
    if kind < 5:
        return random.choice([0, 1, -1, 0.1, 0.2 + 0.1, 6883.62, 1e15, 123456789012345, 1e-7, -0.5, 2 ** 53, 1e300, 5e-324, 48.52])
    if kind < 6:
        return round(random.uniform(-1e6, 1e6), random.randrange(8))
    if kind < 7:
        return datetime.datetime(1900, 3, 1) + datetime.timedelta(days=random.randrange(60000), seconds=random.randrange(86400))
    if kind < 8:
        return random.random() < 0.5
    return None


def table(random):
    """Rows of values; the first row and column may be empty."""
    return [[value(random) for _ in range(random.randrange(1, 12))] for _ in range(random.randrange(1, 40))]


def merges(random, count):
    """Ranges that do not overlap: one in each band of five rows, beside the table."""
    for band in range(count):
        first, column = 5 * band + random.randrange(2), 20 + random.randrange(5)
        yield first, column, first + random.randrange(1, 3), column + random.randrange(1, 4)


def by_openpyxl(path, random):
    book = openpyxl.Workbook()
    book.epoch = random.choice([openpyxl.utils.datetime.CALENDAR_WINDOWS_1900, openpyxl.utils.datetime.CALENDAR_MAC_1904])
    for number in range(random.randrange(1, 4)):
        sheet = book.active if number == 0 else book.create_sheet(f"表 {number}&<>")
        for row, values in enumerate(table(random), 1 + random.randrange(3)):
            for column, item in enumerate(values, 1 + random.randrange(2)):
                if isinstance(item, str) and item.startswith("="):
                    cell = sheet.cell(row, column)
                    cell.value, cell.data_type = item, "s"
                elif item is not None:
                    if isinstance(item, datetime.datetime) and item.year < 1905:
                        item = item.replace(year=1999, day=1)
                    cell = sheet.cell(row, column, item)
                    if not isinstance(item, datetime.datetime):
                        cell.number_format = random.choice(FORMATS[:8])
        for top, left, bottom, right in merges(random, random.randrange(4)):
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        if number == 1:
            sheet.sheet_state = random.choice(["hidden", "veryHidden"])
    book.save(path)


def by_xlsxwriter(path, random):
    options = {"constant_memory": random.random() < 0.5, "in_memory": True, "strings_to_formulas": False,
               "date_1904": random.random() < 0.3}
    with xlsxwriter.Workbook(path, options) as book:
        formats = [book.add_format({"num_format": text}) for text in FORMATS]
        bold = book.add_format({"bold": True})
        for _ in range(random.randrange(1, 4)):
            sheet = book.add_worksheet()
            for row, values in enumerate(table(random), random.randrange(3)):
                for column, item in enumerate(values):
                    style = random.choice(formats)
                    if item is None:
                        sheet.write_blank(row, column, None, style)
                    elif isinstance(item, bool):
                        sheet.write_boolean(row, column, item, style)
                    elif isinstance(item, datetime.datetime):
                        if options["date_1904"] and item.year < 1905:
                            item = item.replace(year=1999, day=1)
                        sheet.write_datetime(row, column, item, random.choice(formats[8:12] + formats[15:]))
                    elif isinstance(item, str):
                        if random.random() < 0.2 and len(item) > 1:
                            sheet.write_rich_string(row, column, bold, item[:1], item[1:])
                        else:
                            sheet.write_string(row, column, item, style)
                    elif random.random() < 0.2:
                        sheet.write_formula(row, column, "=1+1", style, item)
                    else:
                        sheet.write_number(row, column, item, random.choice(formats[:8]))
            if not options["constant_memory"]:
                for top, left, bottom, right in merges(random, random.randrange(4)):
                    sheet.merge_range(top, left, bottom, right, "合并", bold)
        if random.random() < 0.3:
            book.add_chartsheet().set_chart(chart(book))


def chart(book):
    line = book.add_chart({"type": "line"})
    line.add_series({"values": "=Sheet1!$A$1:$A$3"})
    return line


def by_pandas(path, random, engine):
    rows = table(random)
    frame = pandas.DataFrame([[None if isinstance(item, str) and item.startswith("=") else item for item in row] for row in rows])
    with pandas.ExcelWriter(path, engine=engine, datetime_format="yyyy-mm-dd hh:mm:ss") as writer:
        frame.to_excel(writer, sheet_name="数据", startrow=random.randrange(4), merge_cells=True)
        index = pandas.MultiIndex.from_product([["产出指标", "效益指标"], ["数量", "质量"]])
        pandas.DataFrame({"值": [1.5, 2, None, 4]}, index=index).to_excel(writer, sheet_name="分组")


def by_libreoffice(paths, folder):
    """Opens each file in LibreOffice and saves it again."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
             "--outdir", folder, *paths], check=True, capture_output=True, timeout=600)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--count", type=int, default=15, help="files from each program")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(options.seed)
    for number in range(options.count):
        by_openpyxl(options.folder / f"openpyxl-{number:03}.xlsx", draw)
        by_xlsxwriter(options.folder / f"xlsxwriter-{number:03}.xlsx", draw)
        by_pandas(options.folder / f"pandas-{number:03}.xlsx", draw, ("openpyxl", "xlsxwriter")[number % 2])
    by_libreoffice(sorted(options.folder.glob("*.xlsx")), options.folder / "libreoffice")


if __name__ == "__main__":
    main()
