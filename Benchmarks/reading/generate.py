#!/usr/bin/env python3
"""Writes the files that the reading benchmark reads, the same on every run.

    python3 Benchmarks/reading/generate.py FOLDER

A flat ledger of 100,000 and one of 500,000 rows with 16 columns, and 1,000 small forms, as XLSX; 1,000 of the same forms and a ledger
of 60,000 rows (a sheet of the binary format has 65,536) as .xls, written with xlwt.
"""

import pathlib
import random
import sys

import xlsxwriter
import xlwt

COLUMNS = ["序号", "项目名称", "主管部门", "实施单位", "年初预算数", "跟踪期预算数", "跟踪期执行数", "执行率", "一级指标",
           "二级指标", "三级指标", "年度指标值", "跟踪期计划完成值", "跟踪期实际完成值", "偏差原因分析", "纠偏措施"]
LEVELS = [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("效益指标", "社会效益指标"),
          ("满意度指标", "服务对象满意度指标")]


class BinaryBook:
    """As much of XlsxWriter as is used here, over xlwt."""

    def __init__(self, path):
        self.path, self.book = path, xlwt.Workbook(encoding="utf-8")
        self.amount, self.plain = xlwt.easyxf(num_format_str="0.00"), xlwt.easyxf("borders: left thin")

    def add_worksheet(self, name="Sheet1"):
        self.sheet = self.book.add_sheet(name)
        return self

    def add_format(self, properties):
        return self.amount if "num_format" in properties else self.plain

    def write_string(self, row, column, value, style=None):
        self.sheet.write(row, column, value, style or self.plain)

    write_number = write_string

    def write_row(self, row, column, values, style=None):
        for index, value in enumerate(values, column):
            self.sheet.write(row, index, value, style or self.plain)

    def merge_range(self, *arguments):
        if isinstance(arguments[0], str):
            first, last = (xlwt.Utils.cell_to_rowcol2(corner) for corner in arguments[0].split(":"))
            arguments = (*first, *last, *arguments[1:])
        top, left, bottom, right, value, style = arguments
        self.sheet.write_merge(top, bottom, left, right, value, style)

    def close(self):
        self.book.save(self.path)


def ledger(path, rows):
    chance = random.Random(rows)
    book = BinaryBook(path) if path.endswith(".xls") else xlsxwriter.Workbook(path, {"constant_memory": False})
    sheet = book.add_worksheet("台账")
    amount = book.add_format({"num_format": "0.00"})
    sheet.write_row(0, 0, COLUMNS)
    for row in range(1, rows + 1):
        budget = round(chance.uniform(1, 10000), 2)
        spent = round(budget * chance.random(), 2)
        level1, level2 = chance.choice(LEVELS)
        sheet.write_number(row, 0, row)
        for column, text in ((1, f"住宅小区综合治理工程（{row // 10}）"), (2, f"{219 + row % 60}-某某局"), (3, f"第{row % 300}中心"),
                             (8, level1), (9, level2), (10, f"第{row % 5000}项指标完成率"), (11, f"≥{chance.randint(1, 100)}.00(%)")):
            sheet.write_string(row, column, text)
        for column, number in ((4, budget), (5, budget), (6, spent), (7, round(100 * spent / budget, 2)),
                               (12, chance.randint(1, 100)), (13, chance.randint(1, 100))):
            sheet.write_number(row, column, number, amount)
        if row % 3:
            sheet.write_string(row, 14, "完成至第三季度")
        sheet.write_string(row, 15, "加快进度" if row % 2 else "无")
    book.close()


def form(path, number):
    chance = random.Random(number)
    book = BinaryBook(path) if path.endswith(".xls") else xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    text = book.add_format({"border": 1, "text_wrap": True})
    amount = book.add_format({"border": 1, "num_format": "0.00"})
    sheet.merge_range("A1:H1", "财政项目支出绩效跟踪表", text)
    sheet.merge_range("A2:H2", "跟踪时段：（ 2023-1月 至 2023-8月 ）", text)
    sheet.merge_range("B3:H3", f"项目{number}", text)
    sheet.merge_range("A5:A9", "预算执行情况 (万元)", text)
    for row in range(4, 9):
        sheet.merge_range(row, 1, row, 3, ["", "年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"][row - 4], text)
        for column in range(4, 8):
            if row == 4:
                sheet.write_string(row, column, COLUMNS[column], text)
            else:
                sheet.write_number(row, column, round(chance.uniform(0, 1000), 2), amount)
    for row in range(12, 26):
        level1, level2 = chance.choice(LEVELS)
        sheet.write_row(row, 1, [level1, level2, f"指标{row}", f"={chance.randint(1, 100)}.00(%)"[1:]], text)
        sheet.write_number(row, 5, chance.randint(1, 100), amount)
        sheet.write_number(row, 6, chance.randint(1, 100), amount)
    book.close()


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    for name in ("forms", "forms-xls"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    ledger(str(folder / "ledger-60000.xls"), 60_000)
    for number in range(1000):
        form(str(folder / "forms" / f"{number:04}.xlsx"), number)
        form(str(folder / "forms-xls" / f"{number:04}.xls"), number)
    for rows in (100_000, 500_000):
        ledger(str(folder / f"ledger-{rows}.xlsx"), rows)
