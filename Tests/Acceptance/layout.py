"""Lays one form out on a sheet, and says what has to be read from where."""

from content_funds import AMOUNTS
from expected import Form
from labels import Labels
from layout_budget import Budget
from layout_head import Head
from layout_indicators import SPLIT, Indicators
from layout_texts import Texts
from sheet import LABEL, OWN, Cell
from writing import Writing


class Layout(Head, Budget, Texts, Indicators):
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
        keys = self.keys()
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
                between = [key.split("/")[0] for key in keys[max(0, at - 1) : at + 1]]
                if at in (0, len(keys)) or len(set(between)) == 2 or between[0] not in ("split", "tick", "possible"):
                    break  # not inside of what belongs together
            keys.insert(at, f"own/{number}")
        if self.case.has("column-twice"):
            twice = rng.choice(["target", "actual", "reason"])
            if twice in keys:
                while True:
                    at = rng.randint(keys.index(twice) + 1, len(keys))
                    between = [key.split("/")[0] for key in keys[at - 1 : at + 1]]
                    if len(set(between)) == 2 or between[0] not in ("split", "tick", "possible"):
                        break  # not inside of what belongs together
                keys.insert(at, "twice/" + twice)
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

    def keys(self):
        return list(self.FIXED)

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
        if self.case.has("cover-above"):
            self.cover()
        self.title()
        for number, block in enumerate(order):
            if number == above:
                self.own_rows("above")
            if number == between:
                self.own_rows("between")
            if block == ("project" if self.unit_row_place() else "budget"):
                self.unit_rows()
            self.part = block
            getattr(self, block)()
            self.part = "own"
            if block == "indicators":
                self.own_rows("below")
        self.own_rows("last")
        if self.case.has("instructions-below"):
            self.instructions()
        if self.case.has("note-rows"):
            names = self.case.rng("notes").sample(["李明", "王芳", "张伟", "赵静", "周凯"], 2)
            self.whole(Cell(f"填表人：{names[0]}　审核人：{names[1]}　联系电话：021-5555{self.row:04d}", OWN))
        return self.form

    def instructions(self):
        """Lines that say how to fill in the form, as they stand below many."""
        self.part = "own"
        lines = ["项目名称：填写预算批复的项目全称。", "年初预算数：填写年初批复的预算数。", "三级指标：填写具体的指标名称。", "纠偏措施：填写拟采取的措施。"]
        self.whole(Cell("填表说明：", OWN))
        for number, line in enumerate(self.case.rng("instruction-lines").sample(lines, 3), 1):
            self.whole(Cell(f"{number}.{line}", OWN))

    def cover(self):
        """A cover's lines above the form."""
        content = self.content
        self.part = "own"
        for line in (content.title, f"项目名称：{content.project[1]}", f"填报日期：{content.year}年{content.months[1]}月20日"):
            self.whole(Cell(line, OWN))
            self.row += 1

    def whole(self, cell):
        slot = self.put(0, cell, self.width)
        self.row += 1
        return slot

    def gap(self, chance=0.12):
        if self.rng.random() < chance:
            self.row += 1
