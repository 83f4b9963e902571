#!/usr/bin/env python3
"""Draws forms from canonical JSON as Word documents, by python-docx, in the shapes in which departments send them.

    python3 Tests/Tools/word_forms.py FORMS.json FOLDER

writes FOLDER/<name>.one.docx (one table), .two.docx (cut by a page into two) and .own.docx (heading, budget, goals, indicators and
assessment as tables of their own) for every form that the page of the official form can hold. The drawing follows the page as it is
published and not the program: what it reads has to be what was drawn.
"""

import json
import pathlib
import sys

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK

FUNDS = [("total", "年度资金总额"), ("currentYearAppropriation", "其中：当年财政拨款"),
         ("carryOver", "上年结转资金"), ("otherFunds", "其他资金")]
AMOUNTS = ["initialBudget", "periodBudget", "periodExpenditure", "executionRate"]
COLUMNS = 8


def holds(form):
    """Whether the page can hold the form without a loss."""
    budget = form["budget"]
    lines = [budget[key] for key, _ in FUNDS]
    # A form has to have something that makes it one.
    if not any(lines):
        return False
    extras = [form.get("extras")] + [line.get("extras") for line in lines if line] + [
        indicator.get("extras") for indicator in form["indicators"]]
    return (form.get("kind", "tracking") == "tracking" and form["project"]["name"] and not budget.get("additional")
            and not any(extras) and all(indicator["name"] for indicator in form["indicators"]) and form["indicators"]
            and all(form["period"].values()) and not levels_apart(form))


def levels_apart(form):
    """Whether an indicator has no level 1 below one that has: a merge would give it that of the other."""
    names = [indicator["level1"] for indicator in form["indicators"]]
    return None in names and any(names)


def named(entity):
    if entity is None:
        return ""
    return f"{entity['code']}-{entity['name']}" if entity.get("code") else entity["name"] or ""


def text(value):
    return value["text"] if value else ""


def rows(form):
    """The rows of the page, each a list of (columns, text), and blocks: first and last row of what column A spans."""
    budget, goals, judged = form["budget"], form["goals"], form["assessment"]
    head = [[(1, "项目名称"), (7, named(form["project"]))],
            [(1, "主管部门"), (3, named(form["supervisingDepartment"])), (1, "实施单位"), (3, named(form["implementingUnit"]))]]
    money = [[(1, "预算执行情况\n(万元)"), (3, ""), (1, "年初预算数"), (1, "跟踪期预算数"), (1, "跟踪期执行数"), (1, "执行率(%)")]]
    for key, label in FUNDS:
        money.append([(1, ""), (3, label)] + [(1, (budget[key] or {}).get(amount) or "") for amount in AMOUNTS])
    aims = [[(1, "年度总体目标"), (3, "预期目标"), (4, "跟踪期实际完成情况")],
            [(1, ""), (3, goals["expected"] or ""), (4, goals["actual"] or "")]]
    table = [[(1, "绩效指标"), (1, "一级指标"), (1, "二级指标"), (1, "三级指标"), (1, "年度指标值"), (1, "跟踪期计划完成值"),
              (1, "跟踪期实际完成值"), (1, "偏差原因分析")]]
    for indicator in form["indicators"]:
        table.append([(1, ""), (1, indicator["level1"] or ""), (1, indicator["level2"] or ""), (1, indicator["name"]),
                      (1, text(indicator["target"])), (1, text(indicator["planned"])), (1, text(indicator["actual"])),
                      (1, indicator["deviationReason"] or "")])
    end = [[(1, "绩效跟踪总体判断"), (3, "年度项目预算完成可能性"), (4, text(judged["budgetCompletion"]))],
           [(1, ""), (3, "年度绩效目标完成可能性"), (4, text(judged["goalCompletion"]))],
           [(1, "纠偏措施"), (7, form["correctiveMeasures"] or "")]]
    return head, money, aims, table, end


def add_table(document, parts):
    """One table of several blocks; the first column of a block, and equal words of level 1, are merged down."""
    grid = document.add_table(rows=sum(len(rows) for rows, _ in parts), cols=COLUMNS, style="Table Grid")
    top = 0
    for rows, down in parts:
        for index, cells in enumerate(rows):
            column = 0
            for span, words in cells:
                cell = grid.cell(top + index, column)
                if span > 1:
                    cell = cell.merge(grid.cell(top + index, column + span - 1))
                if words:
                    cell.text = words
                column += span
        for column, first, last in down:
            if last > first:
                words = grid.cell(top + first, column).text
                merged = grid.cell(top + first, column).merge(grid.cell(top + last, column))
                merged.text = words
        top += len(rows)


def levels(table):
    """Runs of the same level 1, as they are merged down; the first row has the headings."""
    down, first = [], 1
    for index in range(1, len(table) + 1):
        if index == len(table) or table[index][1][1] != table[first][1][1]:
            down.append((1, first, index - 1))
            first = index
    return down


def whole(rows):
    return rows, [(0, 0, len(rows) - 1)]


def indicators(table):
    return table, [(0, 0, len(table) - 1)] + levels(table)


def begin(form):
    document = Document()
    if form["title"]:
        document.add_paragraph(form["title"]).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(period(form)[0][0][1]).alignment = WD_ALIGN_PARAGRAPH.CENTER
    return document


def period(form):
    """The row with the period."""
    months = [f"{int(month[:4])}-{int(month[5:])}月" for month in (form["period"]["start"], form["period"]["end"])]
    return [[(COLUMNS, f"跟踪时段：（ {months[0]} 至 {months[1]} ）")]]


def one(form):
    document = begin(form)
    head, money, aims, table, end = rows(form)
    add_table(document, [(head, []), whole(money), whole(aims), indicators(table), (end, [(0, 0, 1)])])
    return document


def two(form):
    """The page ends between two indicators; what is merged over the cut ends there and begins again."""
    document = begin(form)
    head, money, aims, table, end = rows(form)
    cut = 1 + (len(table) + 1) // 2
    rest = [list(cells) for cells in table[cut:]]
    if rest:
        rest[0][0] = (1, "绩效指标")
    add_table(document, [(head, []), whole(money), whole(aims), indicators(table[:cut])])
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    parts = [(end, [(0, 0, 1)])]
    if rest:
        down = [(1, first - 1, last - 1) for _, first, last in levels([table[0]] + rest)]
        parts.insert(0, (rest, [(0, 0, len(rest) - 1)] + down))
    add_table(document, parts)
    return document


def own(form):
    document = begin(form)
    head, money, aims, table, end = rows(form)
    add_table(document, [(head, [])])
    document.add_paragraph("一、预算执行情况")
    add_table(document, [whole(money)])
    document.add_paragraph("二、年度总体目标")
    add_table(document, [whole(aims)])
    document.add_paragraph("三、绩效指标")
    add_table(document, [indicators(table)])
    document.add_paragraph()
    add_table(document, [(end, [(0, 0, 1)])])
    return document


def main():
    source, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    forms = [form for form in json.loads(source.read_text())["forms"] if holds(form)]
    name = source.name.removesuffix(".json")
    for number, form in enumerate(forms, 1):
        for shape in (one, two, own):
            shape(form).save(folder / f"{name}.{number}.{shape.__name__}.docx")
        expected = {"schema": "tracktable/1", "forms": [form]}
        (folder / f"{name}.{number}.json").write_text(json.dumps(expected, ensure_ascii=False))


if __name__ == "__main__":
    main()
