"""What is filled in: one form's content, before anyone lays it out."""

from dataclasses import dataclass
from typing import Optional

from content_funds import draw_funds
from content_rows import draw_rows
from words import Words

LIKELIHOODS = [("确定能完成", "certain"), ("确定能", "certain"), ("有可能完成", "possible"), ("有可能", "possible"), ("完全不可能", "impossible")]
OWN_COLUMNS = ["分值", "权重", "评分标准", "备注", "指标属性", "指标方向性", "数据来源"]
OWN_FUND_COLUMNS = ["备注", "结余数", "资金到位率"]
OWN_ROWS = [
    "需要说明的问题", "项目概况", "项目立项情况", "项目类别", "项目负责人", "联系电话", "项目起止时间", "其他需要说明的事项",
]


@dataclass
class Content:
    title: str
    year: int
    months: tuple
    project: tuple  # code, name, as written
    department: tuple
    unit: tuple
    funds: list
    goals: tuple
    rows: list
    assessment: tuple
    measures: Optional[str]
    own_columns: list
    own_fund_columns: list
    own_rows: list  # label, text, position
    yuan: bool
    relative: Optional[str] = None  # monitoring or self-evaluation, else the tracking form


def coded(case, rng, name):
    """A name, with a code before it where codes are on."""
    if not case.has("codes") or rng.random() < 0.2:
        return None, name, name
    if rng.random() < 0.2:
        name = rng.choice(["2023-2025年", "2023年", "2024-"]) + name  # a year is no code
        return None, name, name
    kind = rng.choice(["number", "bracket", "long"])
    if kind == "number":
        code = rng.choice(["219", "219001", "105", "310104", "A219"])
        return code, name, f"{code}-{name}"
    if kind == "bracket":
        code = rng.choice(["105", "610001", "219001"])
        return code, name, f"[{code}]{name}"
    code = rng.choice(["51092324T000010263357", "310104210000000263"])
    year = rng.choice(["", "2023年"])
    return code, year + name, f"{code}-{year}{name}"


def draw_own(case, words, kind, known, most):
    if not case.has(kind):
        return []
    rng = case.rng(kind)
    count = rng.randint(1, most)
    picks = rng.sample(known, min(count, len(known)))
    return [pick if rng.random() < 0.7 else words.heading() for pick in picks]


def draw_own_rows(case, words):
    rows = []
    used = set()
    for position in ["above", "beside", "between", "below", "last"]:
        if not case.has("row-own-" + position):
            continue
        rng = case.rng("row-own-" + position)
        for _ in range(1 if position == "beside" else rng.randint(1, 2)):
            label = rng.choice([label for label in OWN_ROWS if label not in used]) if rng.random() < 0.7 else words.heading()
            used.add(label)
            text = words.prose(1, 3) if rng.random() < 0.6 else words.characters(2, 8)
            rows.append((label, text, position))
    return rows


TITLES = {
    None: ["财政项目支出绩效跟踪表"],
    "monitoring": ["项目支出绩效目标执行监控表", "项目支出绩效运行监控表"],
    "self-evaluation": ["财政项目支出绩效自评表", "项目支出绩效自评表"],
}


def draw(case, words=None):
    words = words or Words(case, "content")
    rng = case.rng("head")
    own_columns = draw_own(case, words, "column-own", OWN_COLUMNS, 3)
    if case.has("row-total") and "分值" not in own_columns:
        own_columns.append("分值")
    if case.has("column-left"):
        own_columns.insert(0, case.rng("column-left").choice(["序号", words.heading()]))
    if case.has("column-midterm"):
        own_columns.append(case.rng("column-midterm").choice(["中期指标值", "长期目标值"]))
    if case.has("column-catalogue"):
        own_columns.append(words.heading())
    own_fund_columns = draw_own(case, words, "fund-column-own", OWN_FUND_COLUMNS, 2)
    year, last = rng.randint(2019, 2025), rng.randint(5, 10)
    project = coded(case, rng, words.project())
    department = coded(case, rng, words.department())
    unit = coded(case, rng, words.body())
    goals = [words.prose(), words.prose()]
    measures = words.prose(1, 3) if rng.random() < 0.6 else None
    assessment = [rng.choice(LIKELIHOODS[: 2 if rng.random() < 0.6 else 5]) for _ in range(2)]
    if any(meaning != "certain" for _, meaning in assessment):
        measures = measures or words.prose(1, 3)  # nothing for a rule to say: only the reading is asked for
    blank = case.rng("blank-fields")
    if case.has("blank-fields"):
        goals = [goal if blank.random() < 0.7 else None for goal in goals]
        assessment = [answer if blank.random() < 0.6 else None for answer in assessment]
        if blank.random() < 0.2:
            department = (None, None, "")
    kind = case.relative
    title = case.rng("title").choice(TITLES[kind])
    if case.has("title-plain") and rng.random() < 0.5:
        title = f"{year}年度{title}"
    if kind == "monitoring":
        own_columns += ["全年预计完成情况"] if case.has("ticks") else ["全年预计完成情况", "完成目标可能性"]
        own_fund_columns.append("全年预计执行数")
    elif kind:
        own_columns += ["得分", "分值"] if "分值" not in own_columns else ["得分"]
        own_fund_columns += ["分值", "得分"]
    return Content(
        title, year, (1, last), project, department, unit, draw_funds(case, words, own_fund_columns), tuple(goals),
        draw_rows(case, words, own_columns), tuple(assessment), measures, own_columns, own_fund_columns,
        draw_own_rows(case, words), case.has("unit-yuan"), kind,
    )
