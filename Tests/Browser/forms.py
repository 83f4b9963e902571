"""A form opened: the page, its source and its findings, linked; and values typed over."""

import json
import os
import re

from driver import PROJECT, workbook
from openpyxl.utils import get_column_letter as letter

TOTAL = "年度资金总额 · 年初预算数"


def form_is_shown(page):
    """The page cell by cell, lit both ways with its source."""
    page.open(PROJECT)
    texts = page.texts()
    for text in (PROJECT, "6883.62", "48.52", "=100.00(%)", "确定能完成"):
        assert text in texts, text
    page.cell(TOTAL).focus()
    lit = page.page.locator("#source td.lit").all_inner_texts()
    assert lit == ["6883.62"], lit
    source = page.page.locator("#source .cell", has_text="3296.59").first
    source.hover()
    lit = page.page.locator("#page td.lit").all_inner_texts()
    assert lit == ["3296.59"], lit
    source.click()
    assert page.focused().startswith("年度资金总额 · 跟踪期执行数"), page.focused()
    page.page.locator("#findings button", has_text="B16:B20").click()
    assert page.page.locator("#page td.lit").all_inner_texts() == ["产出指标"]
    page.back()
    # The second form of a sheet begins further down, where the source sheet is opened.
    page.open("住宅小区综合服务")
    place = page.page.locator("#source .cell", has_text="住宅小区综合服务").first.bounding_box()
    frame = page.page.locator("#source").bounding_box()
    assert frame["y"] <= place["y"] < frame["y"] + frame["height"], (place, frame)
    page.back()


def findings_are_those_of_the_report(page, folder):
    """What was found in the file besides its form is shown, too: the list, the form and the report say the same."""
    path = os.path.join(folder, "有外来内容.tsv")
    lines = ["财政项目支出绩效跟踪表", "项目名称\t有外来内容的项目", "年度资金总额\t5", ""]
    lines += [f"编号{number}\t某某\t{number * 37}" for number in range(8)]
    open(path, "w", encoding="utf-8").write("\n".join(lines) + "\n")
    page.add(path)
    row = next(row for row in page.rows() if "有外来内容的项目" in row)
    page.open("有外来内容的项目")
    shown = page.page.locator("#findings .finding").all_inner_texts()
    with page.page.expect_response("**/session/outputs/forms*") as taken:
        page.page.click("[data-one=forms]")
    number = re.search(r"file=(\d+)", taken.value.url).group(1)
    said = page.context.request.get(page.base + f"session/outputs/report?file={number}&lang={page.language}").json()
    counts = {}
    for text in findings_in(said):
        assert any(text["message"] in one for one in shown), text
        counts[text["severity"]] = counts.get(text["severity"], 0) + 1
    assert len(shown) == sum(counts.values()), (len(shown), counts)
    bar = page.page.inner_text("#form-counts")
    for severity, key in (("error", "errors"), ("warning", "warnings"), ("note", "notes")):
        words = page.say(key, count=counts[severity])
        assert words in row and words in bar, (words, row, bar)
    page.back()


def findings_in(value):
    """Every finding of a report, wherever it stands in it."""
    if isinstance(value, dict):
        if "severity" in value and "message" in value:
            yield value
        for inner in value.values():
            yield from findings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from findings_in(inner)


def marks_are_those_of_the_review_copy(page, path, project):
    """Each cell that the review copy has in red or yellow is so on the page, and no other."""
    page.add(path)
    page.open(project)
    name, content = page.take("[data-one=review]")
    colors = {"FFFFC7CE": "error", "FFFFEB9C": "warning"}
    filled = {
        cell.coordinate: colors[cell.fill.start_color.rgb]
        for row in workbook(content).worksheets[0].iter_rows() for cell in row
        if cell.fill.fill_type == "solid" and cell.fill.start_color.rgb in colors
    }
    shown = {}
    for place, look in page.page.locator("#page .sheet td").evaluate_all(
        "cells => cells.map(cell => [cell.dataset.range, getComputedStyle(cell).backgroundColor])"
    ):
        row, column, _, _ = map(int, place.split(","))
        mark = {"rgb(255, 199, 206)": "error", "rgb(255, 235, 156)": "warning"}.get(look)
        if mark:
            shown[f"{letter(column + 1)}{row + 1}"] = mark
    assert {"error", "warning"} <= set(shown.values()), shown
    assert filled == shown, (sorted(filled.items() ^ shown.items()))
    page.back()


def finding_without_a_field(page, folder):
    """What is about cells that are no field leads to them on the source sheet."""
    note = "填表说明：请于每月月底前报送。"
    path = os.path.join(folder, "有说明.tsv")
    lines = ["财政项目支出绩效跟踪表", "项目名称\t有说明的项目", "年度资金总额\t5"] + [""] * 60 + [note]
    open(path, "w", encoding="utf-8").write("\n".join(lines) + "\n")
    page.add(path)
    page.open("有说明的项目")
    page.page.locator("#findings button", has_text="A64").first.click()
    assert page.page.locator("#source td.lit").all_inner_texts() == [note]
    place, frame = page.page.locator("#source td.lit").bounding_box(), page.page.locator("#source").bounding_box()
    assert frame["y"] <= place["y"] < frame["y"] + frame["height"], (place, frame)
    page.back()


def value_is_typed_over(page):
    page.open(PROJECT)
    page.cell(TOTAL).focus()
    page.page.keyboard.press("Enter")
    page.page.keyboard.type("not a number")
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("#message .notice")
    page.page.keyboard.press("Escape")
    assert page.cell(TOTAL).inner_text() == "6883.62"
    page.cell(TOTAL).dblclick()
    page.page.keyboard.type("6800")
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("#page td.typed")
    assert page.cell(TOTAL).inner_text() == "6800.00"
    findings = page.page.locator("#findings .finding").all_inner_texts()
    typed = next(text for text in findings if "6800.00" in text and "6883.62" in text)
    # With the cell that it was read from.
    assert page.say("severity-warning") in typed and "C8" in typed, typed
    page.page.locator("#findings button", has_text="6800.00").first.click()
    assert page.focused().startswith(TOTAL), page.focused()
    name, content = page.take("[data-one=forms]")
    values = [cell.value for row in workbook(content).worksheets[0].iter_rows() for cell in row]
    assert 6800 in values and PROJECT in values
    name, content = page.take("[data-one=review]")
    comments = [c.comment.text for row in workbook(content).worksheets[0].iter_rows() for c in row if c.comment]
    assert any("6883.62" in text for text in comments), comments
    name, content = page.take("[data-one=json]")
    forms = json.loads(content)["forms"]
    assert len(forms) == 1 and forms[0]["budget"]["total"]["initialBudget"] == "6800.00", forms
    assert forms[0]["project"]["name"] == PROJECT
    page.page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.page.click("#print")
    page.until(lambda: page.page.title() == "printed")
    page.back()


def values_one_behind_the_other(page):
    """Who types on while a value is saved loses neither value and keeps his place."""
    page.open(PROJECT)
    first, second = "其他资金 · 年初预算数", "上年结转资金 · 跟踪期执行数"
    page.cell(first).focus()
    page.page.keyboard.press("Enter")
    page.page.keyboard.type("1")
    # Elsewhere at once: the value is saved by that.
    page.cell(second).dblclick()
    page.page.wait_for_selector("#page .edit textarea")
    page.page.keyboard.type("2")
    page.page.get_by_role("button", name=page.say("save"), exact=True).click()
    page.until(lambda: page.cell(second).inner_text() == "2.00")
    assert page.cell(first).inner_text() == "1.00"
    assert page.focused().startswith(second), page.focused()
    # What was read is put back, and what was begun given up.
    for label in (first, second):
        page.cell(label).focus()
        page.page.keyboard.press("F2")
        page.page.get_by_role("button", name=page.say("takeBack"), exact=True).click()
        page.until(lambda: page.cell(label).inner_text() == "0.00")
    page.page.keyboard.press("F2")
    page.page.keyboard.type("9")
    page.page.get_by_role("button", name=page.say("giveUp"), exact=True).click()
    assert page.page.locator("#page .edit").count() == 0 and page.cell(second).inner_text() == "0.00"
    # A cell copied out of a spreadsheet goes into the cell with the focus.
    page.paste("<table><tr><td>3</td></tr></table>", "3\n")
    assert page.page.input_value("#page .edit textarea") == "3"
    page.page.keyboard.press("Escape")
    page.back()


def option_is_chosen(page):
    """A field with options takes one of them, and nothing else is offered."""
    page.open(PROJECT)
    label = "年度绩效目标完成可能性"
    page.cell(label).focus()
    page.page.keyboard.press("Enter")
    page.page.select_option("#page .edit select", "有可能完成")
    page.page.keyboard.press("Enter")
    page.until(lambda: page.cell(label).inner_text() == "有可能完成")
    page.page.keyboard.press("Enter")
    page.page.get_by_role("button", name=page.say("takeBack"), exact=True).click()
    page.until(lambda: page.cell(label).inner_text() == "确定能完成")
    page.back()
