"""The form's labels: as the standard form has them, under other known names, with spaces and line breaks inside."""

STANDARD = {
    "period": "跟踪时段", "project": "项目名称", "department": "主管部门", "unit": "实施单位", "budget": "预算执行情况",
    "initialBudget": "年初预算数", "periodBudget": "跟踪期预算数", "periodExpenditure": "跟踪期执行数", "executionRate": "执行率(%)",
    "total": "年度资金总额", "currentYearAppropriation": "其中：当年财政拨款", "carryOver": "上年结转资金", "otherFunds": "其他资金",
    "goals": "年度总体目标", "expected": "预期目标", "actualGoal": "跟踪期实际完成情况", "indicators": "绩效指标",
    "level1": "一级指标", "level2": "二级指标", "name": "三级指标", "target": "年度指标值", "planned": "跟踪期计划完成值",
    "actual": "跟踪期实际完成值", "reason": "偏差原因分析", "assessment": "绩效跟踪总体判断",
    "budgetCompletion": "年度项目预算完成可能性", "goalCompletion": "年度绩效目标完成可能性", "measures": "纠偏措施",
}

# Found in public forms (domain.md 1.3 and 7); only names that a reader of the tracking form would not doubt.
SYNONYMS = {
    "department": ["业务主管部门", "主管部门及代码"], "unit": ["项目实施单位", "项目执行单位", "实施单位（盖章）"],
    "budget": ["项目资金"], "initialBudget": ["年初预算"], "periodBudget": ["全年预算数", "调整后预算数", "全年预算数（A）"],
    "executionRate": ["执行率", "执行率（B/A）", "预算执行率(%)"], "total": ["资金总额", "年度资金总额:"],
    "currentYearAppropriation": ["其中:本年财政拨款", "其中:当年财政拨款"], "carryOver": ["上年结转"], "otherFunds": ["其它资金"],
    "expected": ["年初预期目标", "年度目标"], "actualGoal": ["实际完成情况", "目标实际完成情况"],
    "level1": ["一级绩效指标"], "level2": ["二级绩效指标"], "name": ["三级指标名称", "指标名称", "具体指标"],
    "target": ["指标值", "目标值", "年度指标值（A）"], "planned": ["序时计划值"], "actual": ["实际完成值", "实际完成值（B）"],
    "reason": ["偏差原因分析及改进措施", "未完成原因分析"], "measures": ["纠偏整改措施", "下一步措施"],
}


class Labels:
    """The labels of one form; a label is drawn once and stays the same."""

    def __init__(self, case, other=None):
        """`other` has the labels that a relative of the form words differently."""
        self.case = case
        self.chosen = dict(other or {})

    def text(self, key, unit=""):
        """A label with an optional unit in brackets behind it."""
        if key not in self.chosen:
            rng = self.case.rng("label/" + key)
            text = STANDARD[key]
            if self.case.has("labels-synonym") and key in SYNONYMS and rng.random() < 0.5:
                text = rng.choice(SYNONYMS[key])
            self.chosen[key] = text
        text = self.chosen[key] + unit
        return self.spaced(text, key)

    def spaced(self, text, purpose):
        """Spaces or line breaks between its characters, or a colon behind it."""
        rng = self.case.rng("spaced/" + purpose)
        if not self.case.has("labels-spaced") or rng.random() < 0.4:
            return text
        way = rng.choice(["break", "break", "space", "wide", "colon", "around"])
        middle = rng.randint(1, max(1, len(text) - 1))
        if way == "break":
            return text[:middle] + "\n" + text[middle:]
        if way == "space":
            return text[:middle] + " " + text[middle:]
        if way == "wide" and len(text) <= 6:
            return "　".join(text)
        if way == "colon" and not text.endswith((":", "：")):
            return text + "："
        return f" {text}　" if way == "around" else text
