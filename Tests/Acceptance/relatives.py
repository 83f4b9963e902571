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
