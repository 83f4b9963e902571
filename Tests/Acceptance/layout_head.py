"""Above the blocks: title, period, units, project and bodies; and the rows of the department's own."""

from expected import Extra
from sheet import LABEL, OWN, Cell


class Head:
    """The part of a layout that draws what stands above the blocks."""

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

    def unit_row_place(self):
        """A line with the unit stands right below the title area, or right above the budget."""
        return self.case.rng("unit-place").random() < 0.3

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
