"""One file: the form or forms, and the sheets that stand beside them."""

from dataclasses import dataclass, replace

import content
import delimited
import losing
import relatives
import xlsx
from sheet import OWN, Cell, Sheet
from words import Words


@dataclass
class File:
    """A drawn file: where it is written, its sheets, and the forms that it holds."""

    case: object
    name: str
    sheets: list
    forms: list

    def write(self, folder):
        path = f"{folder}/{self.name}"
        if self.name.endswith(".xlsx"):
            xlsx.write(path, self.sheets)
        else:
            delimited.write(path, self.sheets[0], self.case)
        return path


def draw(case):
    """The file of a case."""
    book, forms, drawn = [], [], []
    words = Words(case, "content")
    count = case.rng("count").randint(2, 3) if case.has("several-below") or case.has("several-sheets") else 1
    form_sheet = None
    for number in range(count):
        inner = case.form(number) if number else case
        filled = content.draw(inner, words)
        drawn.append(filled)
        if form_sheet is None or case.has("several-sheets"):
            form_sheet = new_sheet(case, f"表{number + 1}" if number else "绩效跟踪表")
            book.append(form_sheet)
            row = 0
        layout = relatives.lay_out(inner, filled, form_sheet, row)
        form = layout.draw()
        losing.lose(layout)
        forms.append(form)
        row = form_sheet.height + inner.rng("between").randint(1, 2)
    for sheet in book:
        place(case, sheet)
    if case.has("text-file"):
        return File(case, f"{case.index:06d}" + (".tsv" if case.tabs else ".csv"), book, forms)
    others(case, book, drawn[0], words)
    return File(case, f"{case.index:06d}.xlsx", book, forms)


def new_sheet(case, name):
    sheet = Sheet(name, is_form=True)
    sheet.repeated = case.has("merge-repeated")
    sheet.merged = not case.has("merge-lost") and not case.has("text-file")
    if sheet.repeated and case.rng("merge-repeated").random() < 0.5:
        sheet.merged = False
    return sheet


def place(case, sheet):
    """Moves the table, and hides a row or a column of it."""
    if case.has("offset"):
        rng = case.rng("offset/" + sheet.name)
        sheet.move(rng.randint(0, 12), rng.randint(0, 6))
    if case.has("merge-some"):
        rng = case.rng("merge-some/" + sheet.name)
        sheet.unmerged = {slot for slot in sheet.slots if rng.random() < (0.5 if slot.rows > 1 else 0.2)}
    if case.has("hidden-rows"):
        rng = case.rng("hidden/" + sheet.name)
        names = [slot for slot in sheet.slots if slot.key == "name"]
        sheet.hidden_rows.add(rng.choice(names).row)
        if rng.random() < 0.5:
            key = rng.choice(["reason", "planned", "target"])
            sheet.hidden_columns |= {c for slot in sheet.slots if slot.key == key for _, c in slot.covered()}


def others(case, book, filled, words):
    """The sheets that are no forms."""
    if case.has("hidden-copy"):
        old = content.draw(case.form("old"), words)
        old.project, old.department, old.unit = filled.project, filled.department, filled.unit
        copy = Sheet("旧表", case.rng("hidden-copy").choice(["hidden", "hidden", "veryHidden"]))
        relatives.lay_out(case.form("old"), old, copy, 0).draw()
        for slot in copy.slots:
            slot.cell.role = OWN
        book.insert(case.rng("hidden-place").randint(0, len(book)), copy)
    if case.has("list-sheet"):
        book.insert(case.rng("list-place").randint(0, len(book)), project_list(words))
    if case.has("empty-sheet"):
        book.insert(case.rng("empty-place").randint(0, len(book)), empty(case, filled))
    if case.has("instruction-sheet"):
        book.insert(case.rng("instruction-place").randint(0, len(book)), instructions(case))
    if case.has("cover-sheet"):
        book.insert(0, cover(filled))


def project_list(words):
    """Projects and their units, without a single value of a form."""
    sheet = Sheet("项目清单")
    for column, heading in enumerate(["序号", "项目名称", "主管部门", "实施单位"]):
        sheet.put(0, column, Cell(heading, OWN))
    for number in range(1, 5):
        for column, text in enumerate([str(number), words.project(), words.department(), words.body()]):
            sheet.put(number, column, Cell(text, OWN))
    return sheet


def empty(case, filled):
    """The form as it is handed out: its labels alone."""
    plain = replace(case, on=frozenset(kind for kind in case.on if kind in ("monitoring", "self-evaluation", "labels-spaced")))
    sheet = Sheet("空表")
    layout = relatives.lay_out(plain, filled, sheet, 0)
    layout.draw()
    sheet.slots = [slot for slot in sheet.slots if slot.cell.role == "label" and "月" not in slot.cell.text]
    for slot in sheet.slots:
        slot.cell.role = OWN
    return sheet


def cover(filled):
    sheet = Sheet("封面")
    lines = [
        filled.title, f"项目名称：{filled.project[1]}", f"主管部门：{filled.department[1] or ''}", f"实施单位：{filled.unit[1]}",
        f"填报日期：{filled.year}年{filled.months[1]}月20日",
    ]
    for number, line in enumerate(lines):
        sheet.put(4 + 2 * number, 1, Cell(line, OWN), 5)
    return sheet


def instructions(case):
    """Labels with 填写… beside them."""
    sheet = Sheet("填表说明")
    sheet.put(0, 0, Cell("财政项目支出绩效跟踪表填表说明", OWN), 3)
    lines = [
        ("项目名称", "填写预算批复的项目全称"), ("主管部门", "填写项目的主管部门全称"), ("实施单位", "填写具体实施项目的单位"),
        ("跟踪时段", "填写跟踪的起止月份"), ("年初预算数", "填写年初批复的预算，单位为万元"), ("跟踪期执行数", "填写跟踪期内实际支出的金额"),
        ("预期目标", "填写年初设定的总体目标"), ("三级指标", "填写具体的指标名称"), ("年度指标值", "填写指标的年度目标值"),
        ("偏差原因分析", "填写未达到计划的原因"), ("纠偏措施", "填写拟采取的措施"),
    ]
    if case.rng("instructions").random() < 0.4:
        lines = lines[3:]
    for number, (label, text) in enumerate(lines, 2):
        sheet.put(number, 0, Cell(label, OWN))
        sheet.put(number, 1, Cell(text, OWN), 2)
    return sheet
