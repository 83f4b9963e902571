"""Lays one form out on a sheet, and says what has to be read from where."""

from dataclasses import replace

import figures
from content import AMOUNTS
from expected import Extra, Form, Indicator
from labels import Labels
from sheet import LABEL, OWN, VALUE, Cell
from targets import Value
from writing import Writing

SPLIT = ["split/0", "split/1", "split/2"]  # sign, value and unit of a target


class Layout:
    """One form on one sheet. Rows are filled from the top; `self.row` is the next free one."""

    BLOCKS = ["project", "bodies", "budget", "goals", "indicators", "assessment", "measures"]
    FIXED = ["level1", "level2", "name", "target", "planned", "actual", "reason"]
    AMOUNTS = AMOUNTS
    LABELS = {}
    PLACED = {}  # own columns that stand right of a certain other one
    PLACED_FUNDS = {}
    KIND = "tracking"

    def __init__(self, case, content, sheet, row):
        self.case, self.content, self.sheet = case, content, sheet
        self.rng = case.rng("layout")
        self.labels = Labels(case, self.LABELS)
        self.writing = Writing(case, content)
        self.form = Form(sheet=sheet.name, project=content.project[1])
        self.row = row
        self.indicator_rows = []  # (row, its slots), for those who shift rows
        self.parts = {}  # block → its slots, for those who shrink wide cells
        self.part = "head"
        self.twice = self.hidden = None  # the heading that stands twice, and which of the two columns is hidden
        self.columns = self._columns()
        self.width = self.columns[-1][1] + self.columns[-1][2]

    # Columns

    def _columns(self):
        """The indicator columns: (key, first sheet column, width). `own/n` is the n-th column of the department's own."""
        rng = self.case.rng("columns")
        keys = list(self.FIXED)
        if self.case.has("target-split"):
            at = keys.index("target")
            keys[at : at + 1] = SPLIT
        for number, heading in enumerate(self.content.own_columns):
            target = keys.index(SPLIT[0] if SPLIT[0] in keys else "target")
            if heading in self.PLACED:
                keys.insert(keys.index(self.PLACED[heading]) + 1, f"own/{number}")
                continue
            # A remark stands last, a standard beside the target, a score anywhere right of the levels.
            least = {"备注": len(keys), "评分标准": target, "序号": 0}.get(heading, keys.index("level2") + 1)
            most = {"评分标准": target + 1, "序号": 1}.get(heading, len(keys))
            if heading in ("中期指标值", "长期目标值"):
                least = most = target
            elif self.case.has("column-left") and number == 0 and heading != "序号":
                least, most = 0, 2
            while True:
                at = rng.randint(least, most)
                if keys[at - 1 : at + 1] not in (SPLIT[:2], SPLIT[1:]):  # not inside of what belongs together
                    break
            keys.insert(at, f"own/{number}")
        if self.case.has("column-twice"):
            twice = rng.choice(["target", "actual", "reason"])
            if twice in keys:
                keys.insert(rng.randint(keys.index(twice) + 1, len(keys)), "twice/" + twice)
                self.twice, self.hidden = twice, rng.choice(["first", "second", None])
        wide = self.case.has("column-wide")
        widths = [rng.choice([1, 1, 2, 3]) if wide and key not in ("level1", "level2") else 1 for key in keys]
        needed = 6 + len(self.content.own_fund_columns)
        widths[keys.index("name")] += max(0, needed - 1 - sum(widths))
        columns, at = [("block", 0, 1)], 1
        for key, width in zip(keys, widths):
            columns.append((key, at, width))
            at += width
        return columns

    # Cells

    def put(self, column, cell, columns=1, rows=1, key="", row=None):
        slot = self.sheet.put(self.row if row is None else row, column, cell, columns, rows, key)
        self.form.slots.append(slot)
        self.parts.setdefault(self.part, []).append(slot)
        return slot

    def label(self, column, key, columns=1, rows=1, unit="", row=None):
        return self.put(column, Cell(self.labels.text(key, unit), LABEL), columns, rows, row=row)

    def expect(self, path, value, *slots):
        self.form.expect(path, value, *slots)

    # The whole form

    def draw(self):
        self.expect("kind", self.KIND)
        order = list(self.BLOCKS)
        if self.case.has("block-order"):
            tail = order[2:]
            self.rng.shuffle(tail)
            order = order[:2] + tail
        between = self.rng.randrange(2, len(order))
        above = self.rng.randrange(0, 3)
        self.title()
        for number, block in enumerate(order):
            if number == above:
                self.own_rows("above")
            if number == between:
                self.own_rows("between")
            if block == "budget":
                self.unit_rows()
            self.part = block
            getattr(self, block)()
            self.part = "own"
            if block == "indicators":
                self.own_rows("below")
        self.own_rows("last")
        if self.case.has("note-rows"):
            names = self.case.rng("notes").sample(["李明", "王芳", "张伟", "赵静", "周凯"], 2)
            self.whole(Cell(f"填表人：{names[0]}　审核人：{names[1]}　联系电话：021-5555{self.row:04d}", OWN))
        return self.form

    def whole(self, cell):
        slot = self.put(0, cell, self.width)
        self.row += 1
        return slot

    def gap(self, chance=0.12):
        if self.rng.random() < chance:
            self.row += 1

    # Title area

    def title(self):
        content = self.content
        rng = self.case.rng("title")
        if self.case.has("note-rows") and rng.random() < 0.5:
            self.put(0, Cell(f"附件{rng.randint(1, 9)}", OWN), 2)
            self.row += 1
        wide = 1 if self.case.has("title-plain") else self.width
        self.expect("title", content.title, self.put(0, Cell(content.title, LABEL), wide))
        self.row += 1
        self.gap()
        first, last, year = content.months[0], content.months[1], content.year
        shape = f"（ {year}-{first}月 至 {year}-{last}月 ）"
        label = self.labels.text("period").rstrip("：") + "："
        if self.case.has("period-shape"):
            shape = rng.choice([
                f"{year}年{first}月至{year}年{last}月", f"（{year}年{first}-{last}月）", f"{year}年{first}月-{last}月",
                f"{year}-{first:02d}至{year}-{last:02d}", f"{year}年{first}月—{year}年{last}月",
                f"{year}年{first}月1日至{year}年{last}月{[31, 28, 31, 30, 31, 30, 31, 31, 30, 31][last - 1]}日",
            ])
        if self.case.has("period-shape") and rng.random() < 0.4:
            self.label(0, "period")
            slot = self.put(1, Cell(shape, "value"), self.width - 1)
        else:
            slot = self.put(0, Cell(label + shape, LABEL), self.width)
        self.expect("period.start", f"{year}-{first:02d}", slot)
        self.expect("period.end", f"{year}-{last:02d}", slot)
        self.row += 1
        self.gap()

    def unit_rows(self):
        """The unit above the budget: a line, or a label and a cell."""
        writing = self.writing
        self.part = "units"
        if writing.place == "unit-line" or self.case.has("unit-contradict"):
            unit = writing.unit
            if self.case.has("unit-contradict"):
                unit = "元" if unit == "万元" else "万元"
            shape = self.rng.choice(["单位：{}", "金额单位：{}", "（单位：{}）"]).format(unit)
            if self.rng.random() < 0.5:
                self.put(self.width - 2, Cell(shape, LABEL), 2)
                self.row += 1
            else:
                self.whole(Cell(shape, LABEL))
        elif writing.place == "unit-cell":
            self.put(0, Cell("金额单位", LABEL))
            self.put(1, Cell(writing.unit, LABEL), self.width - 1)
            self.row += 1

    # Rows of the department's own

    def own_rows(self, position):
        self.part = "own"
        rows = [row for row in self.content.own_rows if row[2] == position]
        wide = 2 if self.case.rng("own-wide/" + position).random() < 0.25 else 1
        if len(rows) == 2 and self.case.rng("own-pairs/" + position).random() < 0.4 and self.width >= 6:
            half = self.width // 2
            self.own_pair(rows[0], 0, 1, half - 1)
            self.own_pair(rows[1], half, 1, self.width - half - 1)
            self.row += 1
            return
        for row in rows:
            self.own_pair(row, 0, wide, self.width - wide)
            self.row += 1

    def own_pair(self, row, column, label_width, text_width):
        label, text, _ = row
        slots = [self.put(column, Cell(label, OWN), label_width), self.put(column + label_width, Cell(text, OWN), text_width)]
        self.form.extras.append(Extra("", label, text, slots))

    # Project and bodies

    def named(self, path, named, column, columns):
        code, name, written = named
        slot = self.put(column, self.writing.name(written), columns)
        self.expect(path + ".code", code, slot)
        self.expect(path + ".name", name, slot)

    def project(self):
        if self.case.has("head-below"):
            self.head_below()
            return
        beside = [row for row in self.content.own_rows if row[2] == "beside"]
        width = self.width // 2 + 1 if beside else self.width
        if self.case.has("label-inline"):
            self.inline("project", "project", self.content.project, 0, width)
        else:
            self.label(0, "project")
            self.named("project", self.content.project, 1, width - 1)
        if beside:
            self.own_pair(beside[0], width, 1, self.width - width - 1)
        self.row += 1

    def head_below(self):
        """The three labels in one row, their values in the next."""
        third = self.width // 3
        parts = [("project", "project", 0, third), ("department", "supervisingDepartment", third, third),
                 ("unit", "implementingUnit", 2 * third, self.width - 2 * third)]
        for key, _, column, width in parts:
            self.label(column, key, width)
        self.row += 1
        for key, path, column, width in parts:
            self.named(path, getattr(self.content, key), column, width)
        self.row += 1
        for row in self.content.own_rows:
            if row[2] == "beside":
                self.own_pair(row, 0, 1, self.width - 1)
                self.row += 1

    def inline(self, key, path, named, column, columns):
        """Label, colon and value in one cell."""
        code, name, written = named
        label = self.labels.text(key).rstrip("：: 　")
        slot = self.put(column, Cell(f"{label}：{written}", LABEL), columns)
        self.expect(path + ".code", code, slot)
        self.expect(path + ".name", name, slot)

    def bodies(self):
        if self.case.has("head-below"):
            return
        middle = self.rng.randint(3, self.width - 2)
        bodies = [("department", "supervisingDepartment"), ("unit", "implementingUnit")]
        if self.case.has("label-inline"):
            for (key, path), column, width in zip(bodies, (0, middle), (middle, self.width - middle)):
                self.inline(key, path, getattr(self.content, key), column, width)
            self.row += 1
            return
        if self.rng.random() < 0.25:
            for key, path in bodies:
                self.label(0, key)
                self.named(path, getattr(self.content, key), 1, self.width - 1)
                self.row += 1
            return
        self.label(0, "department")
        self.named("supervisingDepartment", self.content.department, 1, middle - 1)
        self.label(middle, "unit")
        self.named("implementingUnit", self.content.unit, middle + 1, self.width - middle - 1)
        self.row += 1

    # Budget

    def budget(self):
        content, writing = self.content, self.writing
        rng = self.case.rng("budget")
        unit = writing.unit
        keys = self.AMOUNTS + ["executionRate"]
        for number, heading in enumerate(content.own_fund_columns):
            right_of = self.PLACED_FUNDS.get(heading)
            keys.insert(keys.index(right_of) + 1 if right_of else rng.randint(1, len(keys)), f"own/{number}")
        # The amounts share the width right of the fund names, which take at least one column.
        spare = self.width - 2 - len(keys)
        widths = [1] * len(keys)
        for _ in range(rng.randint(0, spare)):
            widths[rng.randrange(len(widths))] += 1
        fund_width = self.width - 1 - sum(widths)
        block_unit = rng.choice(["({})", " ({})", "（{}）", "\n({})"]).format(unit) if writing.place == "label" else ""
        self.label(0, "budget", rows=1 + len(content.funds), unit=block_unit)
        if writing.place == "unit-corner":
            corner = rng.choice(["年度预算数（{}）", "单位：{}", "（{}）", "金额单位：{}"]).format(unit)
            self.put(1, Cell(corner, LABEL), fund_width)
        else:
            self.put(1, Cell("", LABEL), fund_width)
        places, at = {}, 1 + fund_width
        for key, width in zip(keys, widths):
            places[key] = (at, width)
            if key.startswith("own/"):
                self.put(at, Cell(content.own_fund_columns[int(key[4:])], OWN), width)
            else:
                heading = f"（{unit}）" if writing.place == "unit-heading" and key != "executionRate" else ""
                self.label(at, key, width, unit=heading)
            at += width
        self.row += 1
        for fund in content.funds:
            self.fund(fund, fund_width, places)
        if writing.place == "unit-none":
            self.form.demand("budget", self.parts["budget"], "no unit stands anywhere: a warning")
        if self.case.has("unit-contradict"):
            self.form.demand("budget", self.parts["budget"] + self.parts["units"], "two units contradict: an error", "error")
        for key in ("total", "currentYearAppropriation", "carryOver", "otherFunds"):
            if key not in [fund.key for fund in content.funds]:
                self.expect("budget." + key, None)

    def fund(self, fund, fund_width, places):
        text = self.labels.text(fund.key) if fund.key else fund.label
        label = self.put(1, Cell(text, LABEL if fund.key else OWN), fund_width)
        line = Indicator()
        put = []
        for number, key in enumerate(AMOUNTS + ["executionRate"]):
            if key not in places:
                if fund.key and fund.rate is not None:
                    self.expect(f"budget.{fund.key}.{key}", None, label)
                continue
            amount = fund.rate if key == "executionRate" else fund.amounts[number]
            cell = self.writing.blank() if amount is None else (
                self.writing.rate(amount) if key == "executionRate" else self.writing.amount(amount)
            )
            slot = self.put(places[key][0], cell, places[key][1])
            put.append(slot)
            value = None if amount is None else figures.canonical(amount)
            if fund.key and fund.rate is not None:
                self.expect(f"budget.{fund.key}.{key}", value, slot, label)
            else:
                line.expect(key, value, slot, label)
        if fund.key and fund.rate is None:
            self.expect("budget." + fund.key, None, *put)
        for number, text in enumerate(fund.own):
            slot = self.put(places[f"own/{number}"][0], self.writing.own(text), places[f"own/{number}"][1])
            if text:
                extra = Extra(f"budget.{fund.key}" if fund.key else "", self.content.own_fund_columns[number], text, [slot, label])
                (self.form.extras if fund.key else line.extras).append(extra)
        if not fund.key:
            line.expect("label", fund.label, label)
            self.form.additional.append(line)
        self.row += 1

    # Goals

    def goals(self):
        if self.case.has("goals-vertical"):
            self.label(0, "goals", rows=2)
            for key, path, text in zip(("expected", "actualGoal"), ("goals.expected", "goals.actual"), self.content.goals):
                self.label(1, key)
                cell, means = self.writing.prose(text) if text else (self.writing.blank(), None)
                self.expect(path, self.readings(means), self.put(2, cell, self.width - 2))
                self.row += 1
            return
        middle = self.rng.randint(2, self.width - 2)
        self.label(0, "goals", rows=2)
        self.label(1, "expected", middle - 1)
        self.label(middle, "actualGoal", self.width - middle)
        self.row += 1
        for path, text, column, width in (
            ("goals.expected", self.content.goals[0], 1, middle - 1),
            ("goals.actual", self.content.goals[1], middle, self.width - middle),
        ):
            cell, means = self.writing.prose(text) if text else (self.writing.blank(), None)
            self.expect(path, self.readings(means), self.put(column, cell, width))
        self.row += 1

    def readings(self, text):
        """A prose text; a tab separated file has a space where the line break was."""
        return text.replace("\n", " ") if text and self.case.tabs else text

    # Indicators

    def indicators(self):
        rows = self.content.rows
        rng = self.case.rng("indicator-rows")
        self.breaks = [rng.randrange(1, len(rows))] if self.case.has("page-break") and len(rows) > 1 else []
        blank = [rng.randrange(1, len(rows))] if self.case.has("rows-blank") and len(rows) > 1 else []
        repeated = rng.random() < 0.5
        below = rng.random() < 0.3
        levels = {"level1": None, "level2": None}
        start, pieces = self.row, []  # the rows of the block's label
        self.headings()
        if below:
            start = self.row
        for number in range(len(rows)):
            if number in self.breaks:
                pieces.append((start, self.row))
                start = self.row
                if repeated:
                    self.headings()
            elif number in blank and (number == 0 or rows[number - 1].group is not rows[number].group):
                if rows[number - 1].group.level1 is not rows[number].group.level1 or self.case.has("level1-repeated"):
                    self.row += 1
            self.indicator(number, levels)
        pieces.append((start, self.row))
        for first, last in pieces:
            self.label(0, "indicators", rows=last - first, row=first)

    def headings(self):
        """The headings of the indicators, in one row or in two."""
        places = {key: (at, width) for key, at, width in self.columns}
        planned, actual = places.get("planned"), places["actual"]
        two = self.case.has("heading-two-rows") and planned and planned[0] + planned[1] == actual[0]
        rows = 2 if two else 1
        for key, at, width in self.columns[1:]:
            if key.startswith("own/"):
                self.put(at, Cell(self.labels.spaced(self.content.own_columns[int(key[4:])], key), OWN), width, rows)
            elif key.startswith("twice/"):
                self.put(at, Cell(self.labels.text(key[6:]), LABEL), width, rows)
            elif key in SPLIT:
                self.put(at, Cell(self.split_headings[SPLIT.index(key)], LABEL), width, rows)
            elif two and key in ("planned", "actual"):
                self.put(at, Cell({"planned": "计划完成值", "actual": "实际完成值"}[key], LABEL), width, row=self.row + 1)
            else:
                self.label(at, key, width, rows)
        if two:
            self.put(planned[0], Cell("跟踪期", LABEL), planned[1] + actual[1])
        self.row += rows

    @property
    def split_headings(self):
        return self.case.rng("split").choice([("指标性质", "指标值", "度量单位"), ("计算符号", "指标值", "计量单位")])

    def run(self, number, key):
        """How many rows from this one on a merged level covers; no merge crosses a page break."""
        rows = self.content.rows
        count = 1
        while (
            number + count < len(rows) and number + count not in self.breaks
            and self.same(rows[number], rows[number + count], key)
        ):
            count += 1
        return count

    @staticmethod
    def same(one, other, key):
        return one.group.level1 is other.group.level1 if key == "level1" else one.group is other.group

    def level(self, number, key, levels):
        """Writes a level's word where it begins, or on every row; returns the slot that holds it."""
        rows = self.content.rows
        level = getattr(rows[number].group, key)
        at, width = next((at, width) for other, at, width in self.columns if other == key)
        merged = not self.case.has("level1-repeated") if key == "level1" else self.case.has("level2-merged")
        new = number == 0 or number in self.breaks or not self.same(rows[number - 1], rows[number], key)
        if new or not merged:
            count = self.run(number, key) if merged else 1
            levels[key] = self.put(at, Cell(level.written, "value"), width, count, key)
        return levels[key]

    def indicator(self, number, levels):
        row = self.content.rows[number]
        first = len(self.form.slots)
        item = Indicator()
        slots = {key: self.level(number, key, levels) for key in ("level1", "level2")}
        for key, at, width in self.columns:
            if key not in ("block", "level1", "level2"):
                slots[key] = self.put(at, self.cell(row, key), width, key=key)
        self.indicator_rows.append((self.row, self.form.slots[first:]))
        self.row += 1
        if row.name is None:
            return
        if self.twice:
            row = self.either(row, slots)
        item.expect("level1", row.group.level1.means, slots["level1"])
        item.expect("level2", row.group.level2.means, slots["level2"])
        item.expect("name", row.name, slots["name"])
        for key in ("target", "planned", "actual"):
            value = getattr(row, key)
            places = [slots[part] for part in [key, *SPLIT] if part in slots and (part == key or key == "target")]
            if value is None or not places:
                item.expect(key, None, *places)
                continue
            item.expect(key + ".text", value.text, *places)
            for part in ("comparison", "amount", "unit"):
                item.expect(f"{key}.{part}", getattr(value, part), *places)
        item.expect("deviationReason", row.reason, slots["reason"])
        for number, text in enumerate(row.own):
            if text:
                item.extras.append(Extra("", self.content.own_columns[number], text, [slots[f"own/{number}"]]))
        self.form.indicators.append(item)

    def either(self, row, slots):
        """Of two columns under the same heading, the visible and first one counts; the other is looked for as a word."""
        key, other = self.twice, "twice/" + self.twice
        if self.hidden:
            self.sheet.hidden_slots.append(slots[key] if self.hidden == "first" else slots[other])
        if self.hidden != "first":
            return row
        text = slots[other].cell.text
        slots[key].cell.role, slots[other].cell.role = OWN, VALUE
        slots[key], slots[other] = slots[other], slots[key]
        if key == "reason":
            return replace(row, reason=text)
        return replace(row, **{key: Value(text, text[0], text[1:], None)})

    def cell(self, row, key):
        """The cell of an indicator's column."""
        if key.startswith("own/"):
            return self.writing.own(row.own[int(key[4:])])
        if row.name is None:
            return Cell("", "value")
        if key.startswith("twice/"):
            other = f"另见附件{self.row}" if self.twice == "reason" else f"≥9{self.row:03d}"
            return Cell(other, OWN)
        if key in SPLIT:
            value = row.target
            parts = ("", "", "") if value is None else (value.comparison or "", value.amount or value.text, value.unit or "")
            return Cell(parts[SPLIT.index(key)], "value")
        if key == "name":
            return self.writing.name(row.name)
        if key == "reason":
            return self.writing.text(row.reason) if row.reason else self.writing.blank()
        value = getattr(row, key)
        return self.writing.value(value) if value else self.writing.blank()

    # Assessment and measures

    def assessment(self):
        self.gap(0.08)
        if self.case.has("assessment-one-row"):
            self.label(0, "assessment")
            half = (self.width - 1) // 2
            for key, answer, at, width in zip(
                ("budgetCompletion", "goalCompletion"), self.content.assessment, (1, 1 + half), (half, self.width - 1 - half)
            ):
                self.label(at, key)
                self.answer(key, answer, at + 1, width - 1)
            self.row += 1
            return
        middle = self.rng.randint(2, self.width - 1)
        self.label(0, "assessment", rows=2)
        for key, answer in zip(("budgetCompletion", "goalCompletion"), self.content.assessment):
            self.label(1, key, middle - 1)
            self.answer(key, answer, middle, self.width - middle)
            self.row += 1

    def answer(self, key, answer, column, columns):
        slot = self.put(column, self.writing.text(answer[0]) if answer else self.writing.blank(), columns)
        if answer:
            self.expect(f"assessment.{key}.text", answer[0], slot)
            self.expect(f"assessment.{key}.likelihood", answer[1], slot)
        else:
            self.expect("assessment." + key, None, slot)

    def measures(self):
        self.label(0, "measures")
        text = self.content.measures
        cell, means = self.writing.prose(text) if text else (self.writing.blank(), None)
        self.expect("correctiveMeasures", self.readings(means), self.put(1, cell, self.width - 1))
        self.row += 1
