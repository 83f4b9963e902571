"""The indicators: headings in one or two rows, levels merged or not, one row an indicator."""

from dataclasses import replace

from expected import Extra, Indicator
from sheet import LABEL, OWN, VALUE, Cell
from targets import Value

SPLIT = ["split/0", "split/1", "split/2"]  # sign, value and unit of a target


class Indicators:
    """The part of a layout that draws the indicators."""

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
            if self.case.has("row-inside") and number and rows[number - 1].group.level1 is not rows[number].group.level1:
                self.put(1, Cell(f"注：第{number}项以上见另附的材料", OWN), self.width - 1)
                self.row += 1
            self.indicator(number, levels)
        pieces.append((start, self.row))
        for first, last in pieces:
            self.label(0, "indicators", rows=last - first, row=first)
        if self.case.has("row-total"):
            self.total()

    def total(self):
        """合计 over the columns left of the scores, and a figure under them."""
        at, width = next((at, width) for key, at, width in self.columns if key.startswith("own/")
                         and self.content.own_columns[int(key[4:])] == "分值")
        self.put(0, Cell(self.case.rng("total").choice(["合计", "总分", "总计"]), OWN), at)
        self.put(at, Cell("100", VALUE), width)
        self.row += 1

    def headings(self):
        """The headings of the indicators, in one row or in two."""
        groups = self.groups()
        inner = {key: text for _, texts in groups for key, text in texts.items()}
        rows = 2 if groups else 1
        places = {key: (at, width) for key, at, width in self.columns}
        for key, (at, width) in list(places.items())[1:]:
            if key in inner:
                self.put(at, Cell(inner[key], LABEL), width, row=self.row + 1)
            elif key.startswith("own/"):
                number = int(key[4:])
                # A heading over nothing is a label that says nothing.
                role = OWN if any(row.own[number] for row in self.content.rows) else LABEL
                self.put(at, Cell(self.labels.spaced(self.content.own_columns[number], key), role), width, rows)
            elif key.startswith("twice/"):
                self.put(at, Cell(self.labels.text(key[6:]), LABEL), width, rows)
            elif key in SPLIT:
                self.put(at, Cell(self.split_headings[SPLIT.index(key)], LABEL), width, rows)
            else:
                self.label(at, key, width, rows)
        for text, texts in groups:
            first, last = places[list(texts)[0]], places[list(texts)[-1]]
            self.put(first[0], Cell(text, LABEL), last[0] + last[1] - first[0])
        self.row += rows

    def groups(self):
        """Headings that stand over others: (its text, key → the text below it)."""
        keys = [key for key, _, _ in self.columns]
        together = "planned" in keys and keys.index("planned") + 1 == keys.index("actual")
        if self.case.has("heading-two-rows") and together:
            return [("跟踪期", {"planned": "计划完成值", "actual": "实际完成值"})]
        return []

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
        for slot in self.form.slots[first:]:
            if slot.cell.struck:
                self.form.demand("", [slot], "struck-out text: a warning that quotes it", quote=slot.cell.struck)
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
        self.reason(item, row, slots)
        for number, text in enumerate(row.own):
            if text:
                item.extras.append(Extra("", self.content.own_columns[number], text, [slots[f"own/{number}"]]))
        self.form.indicators.append(item)

    def reason(self, item, row, slots):
        item.expect("deviationReason", row.reason, slots["reason"])

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

    def strike(self, cell):
        """Struck-out text before what stands in the cell: deleted to the person who typed it."""
        if self.case.has("struck") and cell.text not in ("-", "/", "—") and self.case.rng(f"struck/{len(self.form.slots)}").random() < 0.15:
            cell.struck = f"原为{len(self.form.slots)}项"
        return cell

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
            return self.strike(self.writing.text(row.reason) if row.reason else self.writing.blank())
        value = getattr(row, key)
        if key in ("planned", "actual") and value and value.number is None:
            return self.strike(self.writing.value(value))
        return self.writing.value(value) if value else self.writing.blank()
