"""The page printed by the browser beside the page that the workbook prints, both as PDF: the same cells, merges and texts in the same places.

The places come from what the page shows: the rectangles of its cells. In both prints every edge of a cell is a line, no line runs through a cell
that covers several, and the words that stand in a cell are those of that cell.
"""

import os
import re
import subprocess
from xml.etree import ElementTree

from driver import workbook
from openpyxl.utils import get_column_letter as letter

# Dots an inch of the prints that are looked at, and how far a line may be from where it belongs.
DOTS, NEAR = 100, 4
DARK = 140
LONG = {"四十个指标的项目": (40, ""), "原因很长的项目": (7, "因连续降雨无法施工，材料运输受阻，已调整工期并增加人手，预计十月底前补齐。" * 3)}


def long_form(folder, project):
    """A form of several pages."""
    count, reason = LONG[project]
    goal = "完成全年的修缮任务，改善居民的居住条件。" * 12
    rows = [
        ["财政项目支出绩效跟踪表"], ["跟踪时段：（ 2024-1月 至 2024-8月 ）"], ["项目名称", project],
        ["主管部门", "某区水务局", "实施单位", "某区河道管理所"],
        ["预算执行情况(万元)", "", "年初预算数", "跟踪期预算数", "跟踪期执行数", "执行率(%)"],
        ["", "年度资金总额", "100.00", "90.00", "45.00", "50.00"], ["", "其中：当年财政拨款", "100.00", "90.00", "45.00", "50.00"],
        ["年度总体目标", "预期目标", "跟踪期实际完成情况"], ["", goal, goal],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "跟踪期计划完成值", "跟踪期实际完成值", "偏差原因分析"],
    ]
    levels = [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效益指标", "社会效益指标"), ("满意度指标", "服务对象满意度指标")]
    for number in range(count):
        level1, level2 = levels[number * len(levels) // count]
        rows.append(["", level1, level2, f"第{number + 1}项工作完成的数量", "=100.00(%)", "75", "70", reason or "进度稍慢"])
    rows += [["绩效跟踪总体判断", "年度项目预算完成可能性", "确定能完成"], ["", "年度绩效目标完成可能性", "有可能完成"], ["纠偏措施", "加快施工。"]]
    path = os.path.join(folder, project + ".tsv")
    open(path, "w", encoding="utf-8").write("\n".join("\t".join(row) for row in rows) + "\n")
    return path


def page_is_the_workbook(page, folder, project):
    page.open(project)
    name, content = page.take("[data-one=forms]")
    book = os.path.join(folder, "form.xlsx")
    open(book, "wb").write(content)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", "pdf", "--outdir", folder, book],
        check=True, capture_output=True, timeout=180,
    )
    # The print takes the page as it is, not as a phone or a window has it.
    printed = os.path.join(folder, "printed.pdf")
    page.page.pdf(path=printed, prefer_css_page_size=True)
    sheets = drawn(page)
    cells_are_those_of(content, [cell for sheet in sheets for cell in sheet])
    for path in (printed, os.path.join(folder, "form.pdf")):
        prints = Print.all(path, folder)
        assert len(prints) == len(sheets), (path, len(prints), len(sheets))
        for number, (sheet, one) in enumerate(zip(sheets, prints)):
            problems = one.problems(sheet)
            assert problems == [], (os.path.basename(path), number + 1, problems[:5])
            # What is not so would be seen.
            for name, other in others(sheet):
                assert one.problems(other) != [], (os.path.basename(path), number + 1, name)
    print(f"  {project}: {len(sheets)} pages, {sum(map(len, sheets))} cells", flush=True)
    page.back()


def others(sheet):
    """Sheets that are not the one that was printed."""
    lined = [cell for cell in sheet if cell["hasLines"]]
    texts = [cell for cell in lined if cell["text"].strip()]
    wide = max(lined, key=lambda cell: cell["range"][3])
    tall = max(lined, key=lambda cell: cell["range"][2])

    def without(*gone):
        return [cell for cell in sheet if cell not in gone]

    yield "a cell with other words", without(texts[-1]) + [texts[-1] | {"text": texts[-1]["text"] + "x"}]
    yield "two texts exchanged", without(texts[0], texts[-1]) + [texts[0] | {"text": texts[-1]["text"]}, texts[-1] | {"text": texts[0]["text"]}]
    middle = (wide["left"] + wide["right"]) / 2
    yield "a merge taken apart across", without(wide) + [wide | {"right": middle, "text": ""}, wide | {"left": middle}]
    middle = (tall["top"] + tall["bottom"]) / 2
    yield "a merge taken apart downwards", without(tall) + [tall | {"bottom": middle, "text": ""}, tall | {"top": middle}]
    left = next(cell for cell in lined if any(other["left"] == cell["right"] and other["top"] == cell["top"] and other["bottom"] == cell["bottom"] for other in lined))
    right = next(other for other in lined if other["left"] == left["right"] and other["top"] == left["top"])
    yield "a merge too many", without(left, right) + [left | {"right": right["right"], "text": left["text"] + right["text"]}]


def drawn(page):
    """For each printed page its cells: range, text, rectangle, and whether it has lines."""
    return page.page.locator("#page .sheet").evaluate_all(
        """sheets => sheets.map(sheet => Array.from(sheet.querySelectorAll("td"), cell => {
          const box = cell.getBoundingClientRect();
          return {range: cell.dataset.range.split(",").map(Number), text: cell.innerText, hasLines: !/look-(title|period)/.test(cell.className),
                  left: box.left, top: box.top, right: box.right, bottom: box.bottom};
        }))"""
    )


def cells_are_those_of(content, cells):
    """Every cell of the page has the value and the merge of the workbook's, and the workbook has no other."""
    sheet = workbook(content).worksheets[0]
    merges = set()
    covered = set()
    for cell in cells:
        row, column, rows, columns = cell["range"]
        first = f"{letter(column + 1)}{row + 1}"
        value = sheet[first].value
        if isinstance(value, (int, float)):
            assert abs(float(cell["text"]) - value) < 1e-9, (first, cell["text"], value)
        else:
            assert (value or "") == cell["text"], (first, cell["text"], value)
        if rows * columns > 1:
            merges.add(f"{first}:{letter(column + columns)}{row + rows}")
        covered |= {(row + down, column + right) for down in range(rows) for right in range(columns)}
    assert merges == {str(merge) for merge in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.value is None or (cell.row - 1, cell.column - 1) in covered, cell.coordinate


class Print:
    """One page of a PDF: its dots and its words."""

    def __init__(self, dots, words):
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", dots)
        self.width, self.height = int(header.group(1)), int(header.group(2))
        # 1 where it is dark.
        self.dots = dots[header.end() :].translate(bytes(byte < DARK for byte in range(256)))
        self.words = words
        # The lines that go from one side of the table to the other.
        lines = [run for run in map(self.longest_run, range(self.height)) if run[1] - run[0] > self.width * 0.6]
        assert lines, "no table"
        self.left, self.right = lines[0][0], lines[0][1]
        self.top, self.bottom = lines[0][2], lines[-1][2]

    @staticmethod
    def all(path, folder):
        stem = os.path.join(folder, "dots")
        for name in os.listdir(folder):
            if name.startswith("dots"):
                os.remove(os.path.join(folder, name))
        subprocess.run(["pdftoppm", "-gray", "-r", str(DOTS), path, stem], check=True)
        text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True).stdout
        text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
        pages = ElementTree.fromstring(text).iter("{http://www.w3.org/1999/xhtml}page")
        names = sorted(name for name in os.listdir(folder) if name.startswith("dots"))
        scale = DOTS / 72
        return [
            Print(
                open(os.path.join(folder, name), "rb").read(),
                [
                    (
                        (float(word.get("xMin")) + float(word.get("xMax"))) / 2 * scale,
                        (float(word.get("yMin")) + float(word.get("yMax"))) / 2 * scale, word.text or "",
                    )
                    for word in page
                ],
            )
            for name, page in zip(names, pages, strict=True)
        ]

    def is_dark(self, x, y):
        return 0 <= x < self.width and 0 <= y < self.height and self.dots[y * self.width + x] == 1

    def longest_run(self, y):
        row = self.dots[y * self.width : (y + 1) * self.width]
        runs = (match.span() for match in re.finditer(rb"\x01+", row))
        start, end = max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
        return start, end, y

    def problems(self, sheet):
        found = []
        lined = [cell for cell in sheet if cell["hasLines"]]
        box = (min(c["left"] for c in lined), min(c["top"] for c in lined), max(c["right"] for c in lined), max(c["bottom"] for c in lined))

        def place(x, y):
            return (
                self.left + (x - box[0]) / (box[2] - box[0]) * (self.right - self.left),
                self.top + (y - box[1]) / (box[3] - box[1]) * (self.bottom - self.top),
            )

        columns = sorted({round(c[side], 1) for c in lined for side in ("left", "right")})
        rows = sorted({round(c[side], 1) for c in lined for side in ("top", "bottom")})
        rest = list(self.words)
        for cell in lined:
            left, top = place(cell["left"], cell["top"])
            right, bottom = place(cell["right"], cell["bottom"])
            name = cell["range"], cell["text"][:12]
            for edge, dark in (
                ("top", self.line(left, right, top, True, NEAR)), ("bottom", self.line(left, right, bottom, True, NEAR)),
                ("left", self.line(top, bottom, left, False, NEAR)), ("right", self.line(top, bottom, right, False, NEAR)),
            ):
                if dark < 1:
                    found.append((name, edge, "no line", dark))
            for x in columns:
                if cell["left"] + 2 < x < cell["right"] - 2 and self.line(top, bottom, place(x, 0)[0], False, 1) > 0.9:
                    found.append((name, "a line runs down through it"))
            for y in rows:
                if cell["top"] + 2 < y < cell["bottom"] - 2 and self.line(left, right, place(0, y)[1], True, 1) > 0.9:
                    found.append((name, "a line runs across it"))
            own = [word for word in rest if left < word[0] < right and top < word[1] < bottom]
            rest = [word for word in rest if word not in own]
            if letters("".join(word[2] for word in own)) != letters(cell["text"]):
                found.append((name, "".join(word[2] for word in own)))
        above = [word[2] for word in rest if word[1] < self.top]
        title = [cell["text"] for cell in sheet if not cell["hasLines"]]
        if letters("".join(above)) != letters("".join(title)):
            found.append((title, above))
        below = "".join(word[2] for word in rest if word[1] >= self.top)
        if not re.fullmatch(r"第\d+页/共\d+页", below):
            found.append(("footer", below))
        return found

    def line(self, start, end, at, isAcross, near):
        """The share of places along a line, its ends left out, where it is dark."""
        count = 24
        dark = 0
        for step in range(1, count):
            along = round(start + (end - start) * step / count)
            places = [(along, round(at) + by) if isAcross else (round(at) + by, along) for by in range(-near, near + 1)]
            dark += any(self.is_dark(x, y) for x, y in places)
        return dark / (count - 1)


def letters(text):
    return sorted("".join(text.split()))
