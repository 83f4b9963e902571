"""Writes form files as departments send them: standard geometry, merged cells, borders.

    python3 generate.py FOLDER COUNT [BROKEN_PERCENT [ALIKE]]

A hundred files a folder. Of the broken ones, each kind is told apart by its name: empty, cut, text, image, old, notaform.
ALIKE files in a row have the same form but for the project's name, so that a hundred thousand are made in minutes; usually 1.
"""

import io
import os
import random
import sys
import zipfile
from multiprocessing import Pool

import xlsxwriter

from forms import form


def draw(path, data):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("跟踪表")
    cell = book.add_format({"border": 1, "text_wrap": True, "font_name": "宋体", "font_size": 10, "valign": "vcenter"})
    title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    number = book.add_format({"border": 1, "num_format": "0.00"})
    merge = lambda a, b, c, d, text, style=cell: sheet.merge_range(a, b, c, d, text, style)
    sheet.set_column(0, 7, 14)
    merge(0, 0, 0, 7, "财政项目支出绩效跟踪表", title)
    merge(1, 0, 1, 7, "跟踪时段：（ 2023-1月 至 2023-8月 ）")
    sheet.write(2, 0, "项目名称", cell)
    merge(2, 1, 2, 7, data["project"])
    sheet.write(3, 0, "主管部门", cell)
    merge(3, 1, 3, 3, data["department"])
    sheet.write(3, 4, "实施单位", cell)
    merge(3, 5, 3, 7, data["unit"])
    merge(4, 0, 8, 0, "预算执行情况 (万元)")
    merge(4, 1, 4, 3, "")
    for column, label in enumerate(["年初预算数", "跟踪期预算数", "跟踪期执行数", "执行率(%)"]):
        sheet.write(4, 4 + column, label, cell)
    for row, (label, *amounts) in enumerate(data["funds"]):
        merge(5 + row, 1, 5 + row, 3, label)
        for column, amount in enumerate(amounts):
            sheet.write_number(5 + row, 4 + column, amount, number)
    merge(9, 0, 10, 0, "年度总体目标")
    merge(9, 1, 9, 3, "预期目标")
    merge(9, 4, 9, 7, "跟踪期实际完成情况")
    merge(10, 1, 10, 3, data["goals"][0])
    merge(10, 4, 10, 7, data["goals"][1])
    indicators = data["indicators"]
    last = 11 + len(indicators)
    merge(11, 0, last, 0, "绩效指标")
    heads = ["一级指标", "二级指标", "三级指标", "年度指标值", "跟踪期计划完成值", "跟踪期实际完成值", "偏差原因分析"]
    for column, label in enumerate(heads):
        sheet.write(11, 1 + column, label, cell)
    first = 0
    for index, indicator in enumerate(indicators):
        if index + 1 == len(indicators) or indicators[index + 1][0] != indicator[0]:
            if index == first:
                sheet.write(12 + first, 1, indicator[0], cell)
            else:
                merge(12 + first, 1, 12 + index, 1, indicator[0])
            first = index + 1
        for column, text in enumerate(indicator[1:]):
            sheet.write_string(12 + index, 2 + column, text, cell) if text else sheet.write_blank(12 + index, 2 + column, None, cell)
    merge(last + 1, 0, last + 2, 0, "绩效跟踪总体判断")
    for row, label in enumerate(["年度项目预算完成可能性", "年度绩效目标完成可能性"]):
        merge(last + 1 + row, 1, last + 1 + row, 3, label)
        merge(last + 1 + row, 4, last + 1 + row, 7, data["answers"][row])
    sheet.write(last + 3, 0, "纠偏措施", cell)
    merge(last + 3, 1, last + 3, 7, data["measures"])
    book.close()


def break_file(path, kind, number):
    rng = random.Random(-number)
    if kind == "empty":
        content = b""
    elif kind == "cut":
        draw(path, form(number))
        whole = open(path, "rb").read()
        content = whole[: rng.randrange(200, len(whole) - 100)]
    elif kind == "text":
        content = f"会议纪要第{number}号\n各单位按时报送。\n".encode()
    elif kind == "image":
        content = b"\x89PNG\r\n\x1a\n" + rng.randbytes(2000)
    elif kind == "old":
        content = bytes.fromhex("d0cf11e0a1b11ae1") + rng.randbytes(4096)
    else:
        book = xlsxwriter.Workbook(path)
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["日期", "品名", "数量"])
        sheet.write_row(1, 0, ["1月", f"纸张{number}", 3])
        book.close()
        return
    with open(path, "wb") as file:
        file.write(content)


KINDS = ["empty", "cut", "text", "image", "old", "notaform"]


class Series:
    """A form drawn once and written again and again with another project's name."""

    def __init__(self, number):
        data = form(number)
        self.name = data["project"]
        drawn = io.BytesIO()
        draw(drawn, data)
        with zipfile.ZipFile(drawn) as package:
            self.parts = [(entry, package.read(entry)) for entry in package.infolist()]

    def write(self, path, number):
        name = f"{self.name}之{number}".encode()
        with zipfile.ZipFile(path, "w") as package:
            for entry, part in self.parts:
                if entry.filename == "xl/sharedStrings.xml":
                    part = part.replace(self.name.encode(), name)
                package.writestr(entry, part, zipfile.ZIP_DEFLATED, 1)


def make(job):
    folder, numbers, broken = job
    series = None
    for number in numbers:
        where = f"{folder}/{number // 100:05}"
        os.makedirs(where, exist_ok=True)
        path = f"{where}/项目{number:06}.xlsx"
        if broken and random.Random(number).random() < broken / 100:
            kind = KINDS[number % len(KINDS)]
            break_file(f"{where}/{kind}-{number:06}.xlsx", kind, number)
        elif len(numbers) == 1:
            draw(path, form(number))
        else:
            series = series or Series(number)
            series.write(path, number)


if __name__ == "__main__":
    folder, count = sys.argv[1], int(sys.argv[2])
    broken = float(sys.argv[3]) if len(sys.argv) > 3 else 0
    alike = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    jobs = ((folder, range(first, min(first + alike, count)), broken) for first in range(0, count, alike))
    with Pool(2) as pool:
        for _ in pool.imap_unordered(make, jobs, chunksize=max(1, 50 // alike)):
            pass
