"""The form's relatives: what they lack, what they have besides, and how they word it (domain.md 1.2 a and c)."""

from layout import Layout
from sheet import LABEL, VALUE, Cell


class Relative(Layout):
    """A form without planned values, judgement and measures."""

    BLOCKS = ["project", "bodies", "budget", "goals", "indicators"]
    FIXED = ["level1", "level2", "name", "target", "actual", "reason"]

    def draw(self):
        form = super().draw()
        for path in ("assessment.budgetCompletion", "assessment.goalCompletion", "correctiveMeasures"):
            self.expect(path, None)
        return form

    def title(self):
        content = self.content
        wide = 1 if self.case.has("title-plain") else self.width
        self.expect("title", content.title, self.put(0, Cell(content.title, LABEL), wide))
        self.row += 1
        self.gap()
        slot = self.put(0, Cell(f"（{content.year}年度）", VALUE), self.width)
        self.expect("period.start", f"{content.year}-01", slot)
        self.expect("period.end", f"{content.year}-{self.last_month:02d}", slot)
        self.row += 1

    @property
    def last_month(self):
        return 12


TICKS = ["经费保障", "制度保障", "人员保障", "硬件条件保障", "其他"]
POSSIBLE = ["确定能", "有可能", "完全不可能"]


class Monitoring(Relative):
    """项目支出绩效目标执行监控表: 1-7月 in its headings sets the period."""

    KIND = "monitoring"
    AMOUNTS = ["initialBudget", "periodExpenditure"]
    PLACED = {"全年预计完成情况": "actual", "完成目标可能性": "reason"}

    def __init__(self, case, content, sheet, row):
        months = f"1-{content.months[1]}月"
        self.LABELS = {
            "budget": "项目资金", "periodExpenditure": f"{months}执行数", "executionRate": f"{months}执行率",
            "currentYearAppropriation": "其中：本年一般公共预算拨款", "actual": f"{months}执行情况",
        }
        super().__init__(case, content, sheet, row)

    @property
    def last_month(self):
        return self.content.months[1]

    # Ticks: 偏差原因分析 over five names and 原因说明, 完成目标可能性 over three.

    def keys(self):
        keys = super().keys()
        if self.case.has("ticks"):
            at = keys.index("reason")
            keys[at : at + 1] = [f"tick/{n}" for n in range(5)] + ["tick/note"] + [f"possible/{n}" for n in range(3)]
        return keys

    def groups(self):
        if not self.case.has("ticks"):
            return super().groups()
        reasons = {f"tick/{n}": name for n, name in enumerate(TICKS)} | {"tick/note": "原因说明"}
        return [("偏差原因分析", reasons), ("完成目标可能性", {f"possible/{n}": name for n, name in enumerate(POSSIBLE)})]

    def ticked(self, row):
        """The numbers of the ticked reasons; none where the row has no reason."""
        rng = self.case.rng("ticked/" + row.name)
        return sorted(rng.sample(range(5), rng.randint(1, 2))) if row.reason else []

    def cell(self, row, key):
        if row.name is None or not key.startswith(("tick/", "possible/")):
            return super().cell(row, key)
        mark = self.case.rng("mark").choice(["√", "✔", "☑"])
        if key == "tick/note":
            return Cell(row.reason or "", VALUE)
        if key.startswith("tick/"):
            return Cell(mark if int(key[5:]) in self.ticked(row) else "", VALUE)
        chosen = self.case.rng("possible/" + row.name).choice([0, 0, 1])
        return Cell(mark if int(key[9:]) == chosen else "", VALUE)

    def reason(self, item, row, slots):
        if not self.case.has("ticks"):
            super().reason(item, row, slots)
            return
        names = "、".join(TICKS[number] for number in self.ticked(row))
        places = [slots[key] for key in slots if key.startswith("tick/")]
        item.expect("deviationReason", f"{names}：{row.reason}" if row.reason else None, *places)

    def goals(self):
        text = self.content.goals[0]
        self.label(0, "goals")
        cell, means = self.writing.prose(text) if text else (self.writing.blank(), None)
        self.expect("goals.expected", self.readings(means), self.put(1, cell, self.width - 1))
        self.expect("goals.actual", None)
        self.row += 1


class SelfEvaluation(Relative):
    """财政项目支出绩效自评表: of a whole year, with scores."""

    KIND = "self-evaluation"
    PLACED = {"得分": "actual", "分值": "actual"}
    PLACED_FUNDS = {"分值": "periodExpenditure", "得分": "executionRate"}
    LABELS = {
        "budget": "项目资金", "periodBudget": "全年预算数", "periodExpenditure": "全年执行数", "executionRate": "执行率",
        "actualGoal": "实际完成情况", "actual": "实际完成值", "reason": "偏差原因分析及改进措施",
    }


def lay_out(case, content, sheet, row):
    """The layout of a form by its kind."""
    kinds = {"monitoring": Monitoring, "self-evaluation": SelfEvaluation, None: Layout}
    return kinds[content.relative](case, content, sheet, row)
