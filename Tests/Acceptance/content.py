"""What is filled in: one form's content, before anyone lays it out."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Optional

import figures
import targets
from words import Words

LEVELS = {
    "产出指标": ["数量指标", "质量指标", "时效指标", "成本指标"],
    "效益指标": ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"],
    "满意度指标": ["服务对象满意度指标"],
}
OWN_LEVEL1 = ["投入指标", "过程指标", "项目决策", "项目管理", "成效指标"]
OWN_LEVEL2 = ["校园用户满意度", "家长满意度", "用户评价", "培训规模", "建设进度", "资金使用", "服务响应"]
LIKE_LEVELS = [
    "数量", "质量", "时效", "成本", "服务对象满意度", "经济效益", "社会效益", "数量指标", "满意度", "可持续影响", "质量指标",
    "服务对象满意度指标", "产出指标", "社会效益指标",
]
SPELLINGS = {
    "产出指标": ["产出指标(50分)", "产 出 指 标", "产出\n指标", "产出指标（50分）"],
    "效益指标": ["效益指标(30分)", "效 益 指 标", "效益\n指标"],
    "满意度指标": ["满意度指标（10分）", "满意度\n指标"],
    "数量指标": ["数量", "数 量 指 标"],
    "质量指标": ["质量", "质量\n指标"],
    "时效指标": ["时效", "进度指标"],
    "生态效益指标": ["环境效益指标", "生态效益"],
    "经济效益指标": ["经济效益\n指标", "经济效益"],
    "社会效益指标": ["社会效益"],
    "可持续影响指标": ["可持续影响"],
    "服务对象满意度指标": ["服务对象\n满意度指标", "服务对象满意度"],
}
LIKELIHOODS = [("确定能完成", "certain"), ("确定能", "certain"), ("有可能完成", "possible"), ("有可能", "possible"), ("完全不可能", "impossible")]
FUNDS = [
    ("total", "年度资金总额"), ("currentYearAppropriation", "其中：当年财政拨款"), ("carryOver", "上年结转资金"), ("otherFunds", "其他资金"),
]
AMOUNTS = ["initialBudget", "periodBudget", "periodExpenditure"]
OWN_COLUMNS = ["分值", "权重", "评分标准", "备注", "指标属性", "指标方向性", "数据来源"]
OWN_FUND_COLUMNS = ["备注", "结余数", "资金到位率"]
OWN_ROWS = [
    "需要说明的问题", "项目概况", "项目立项情况", "项目类别", "项目负责人", "联系电话", "项目起止时间", "其他需要说明的事项",
]
LIKE_LABELS = ["预期目标", "其他资金", "三级指标", "项目名称", "偏差原因分析", "年度指标值", "纠偏措施", "主管部门", "备注", "绩效指标"]
CATALOGUE = ["数量指标", "质量指标", "产出指标", "效益指标", "社会效益指标", "服务对象满意度", "预期目标", "年度指标值", "一级指标"]
MISPLACED1 = ["数量指标", "质量指标", "社会效益指标", "服务对象满意度指标", "可持续影响指标"]
MISPLACED2 = ["产出指标", "效益指标"]
OWN_FUNDS = ["社会捐赠", "银行贷款"]


@dataclass
class Level:
    """A level's word as written and as read."""

    written: str
    means: str


@dataclass
class Group:
    """A run of indicators under one level 2 of one level 1."""

    level1: Level
    level2: Level


@dataclass
class Row:
    """One indicator; `name` None stands for a row that has level names and nothing else."""

    group: Group
    name: Optional[str]
    target: Optional[targets.Value]
    planned: Optional[targets.Value]
    actual: Optional[targets.Value]
    reason: Optional[str]
    own: list


@dataclass
class Fund:
    """One line of the budget: amounts in 万元 (None where nothing stands), rate in percent."""

    key: Optional[str]
    label: str
    amounts: list
    rate: Optional[Decimal]
    own: list = field(default_factory=list)


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


def draw_levels(case, words, rng):
    groups = []
    for level1, seconds in LEVELS.items():
        if rng.random() < 0.2 and level1 == "满意度指标":
            continue
        first = Level(level1, level1)
        if case.has("level1-own") and rng.random() < 0.5:
            word = rng.choice(OWN_LEVEL1 + [words.heading()])
            if word not in [group.level1.means for group in groups]:
                first = Level(word, word)
        elif case.has("level-misplaced") and rng.random() < 0.5:
            word = rng.choice([word for word in MISPLACED1 if word not in [group.level1.means for group in groups]])
            first = Level(word, word)
        elif case.has("level-spelling") and rng.random() < 0.6:
            first = Level(rng.choice(SPELLINGS[level1]), level1)
        for level2 in sorted(rng.sample(seconds, rng.randint(1, len(seconds))), key=seconds.index):
            second = Level(level2, level2)
            if case.has("level2-own") and rng.random() < 0.5:
                word = rng.choice(OWN_LEVEL2 + [words.heading(), words.heading()])
                if word not in [group.level2.means for group in groups]:
                    second = Level(word, word)
            elif case.has("level-misplaced") and rng.random() < 0.4:
                word = rng.choice(MISPLACED2)
                second = Level(word, word)
            elif case.has("level-spelling") and level2 in SPELLINGS and rng.random() < 0.6:
                second = Level(rng.choice(SPELLINGS[level2]), level2)
            groups.append(Group(first, second))
    return groups


def draw_rows(case, words, own_columns):
    rng = case.rng("rows")
    groups = draw_levels(case, words, case.rng("levels"))
    rows = []
    like = case.rng("like").sample(LIKE_LEVELS, len(LIKE_LEVELS))
    labels = case.rng("like-labels").sample(LIKE_LABELS, len(LIKE_LABELS))
    wanted = rng.randint(2, 12)
    counts = [0] * len(groups)
    for number in range(max(wanted, len(groups))):
        counts[number % len(groups)] += 1
    for group, count in zip(groups, counts):
        for _ in range(count):
            name = words.indicator()
            like_level = case.rng(f"like/{len(rows)}").random()
            # Where the places are lost, 成本指标 and a level-2 word right of it could be the pair of both levels.
            if case.has("name-like-level") and like and like_level < 0.4 and not (case.lost and group.level2.means == "成本指标"):
                name = like.pop()
            elif case.has("words-equal") and labels and like_level > 0.7:
                name = labels.pop()
            values = rng.randrange(1 << 30)
            rows.append(draw_row(case, words, group, name, case.rng(f"row/{values}"), own_columns))
    rows = rows[: case.rows]
    for number, row in enumerate(rows, 1):
        row.own = [str(number) if text is None else text for text in row.own]
    if case.has("rows-empty"):
        empty = case.rng("empty")
        at = empty.randrange(len(rows))
        group = Group(rows[at].group.level1, Level("成本指标", "成本指标"))
        if rows[at].group.level1.means == "产出指标" and not any(row.group.level2.means == "成本指标" for row in rows):
            while at < len(rows) and rows[at].group.level1 is group.level1:
                at += 1
            rows.insert(at, Row(group, None, None, None, None, None, [""] * len(own_columns)))
    return rows


def draw_row(case, words, group, name, rng, own_columns):
    if case.has("value-number") and rng.random() < 0.6:
        target = targets.shown(rng)
        planned = actual = target if target.amount is None or rng.random() < 0.5 else targets.shown(rng)
    elif case.has("targets") and rng.random() < 0.8:
        target, planned, actual = targets.varied(rng)
    else:
        target, planned, actual = targets.simple(rng)
    if case.has("target-split"):
        target, planned, actual = targets.simple(rng)
    reason = rng.choice(["完成至第三季度", "无", words.prose(1, 2)]) if rng.random() < 0.3 else None
    if case.has("words-equal") and rng.random() < 0.2:
        reason = rng.choice(LIKE_LABELS[:5])
    if case.has("blank-fields"):
        if rng.random() < 0.2:
            planned = actual = None
        elif rng.random() < 0.2:
            target = None
    own = []
    for heading in own_columns:
        if heading == "序号":
            own.append(None)  # numbered below
        elif case.has("column-catalogue") and heading == own_columns[-1]:
            own.append(rng.choice(CATALOGUE))
        elif heading in ("中期指标值", "长期目标值"):
            own.append(targets.simple(rng)[0].text)
        elif heading == "全年预计完成情况":
            own.append(actual.text if actual else "")
        elif heading == "完成目标可能性":
            own.append(rng.choice(["确定能", "有可能"]))
        elif heading in ("分值", "权重", "得分"):
            own.append(str(rng.randint(1, 20)))
        elif rng.random() < 0.75:
            own.append(words.prose(1, 2) if rng.random() < 0.5 else words.characters(2, 6))
        else:
            own.append("")
    return Row(group, name, target, planned, actual, reason, own)


def draw_funds(case, words, own_columns):
    rng = case.rng("funds")
    yuan = case.has("unit-yuan")

    def part():
        """Budget, adjusted budget and expenditure, in 万元; in 元 they may have six decimals."""
        scale = Decimal("0.000001") if yuan else Decimal("0.01")
        first = rng.randrange(100, 900000) * Decimal("0.01")
        if yuan:
            first += rng.randrange(10000) * scale
        second = first if rng.random() < 0.5 else first - rng.randrange(1, 90) * Decimal("0.01")
        spent = (second * rng.randint(70, 99) / 100).quantize(scale)
        return [first, second, spent]

    lines = {
        "currentYearAppropriation": part(),
        "carryOver": part() if rng.random() < 0.4 else [Decimal("0.00")] * 3,
        "otherFunds": part() if rng.random() < 0.4 else [Decimal("0.00")] * 3,
    }
    labels = dict(FUNDS)
    keys = [key for key, _ in FUNDS[1:]]
    missing = case.rng("fund-missing")
    empty = set()
    if case.has("fund-missing"):
        for key in missing.sample(["carryOver", "otherFunds", "currentYearAppropriation"], missing.randint(1, 2)):
            if missing.random() < 0.6:
                keys.remove(key)
            else:
                empty.add(key)
            lines[key] = [Decimal("0.00")] * 3
        if not [key for key in keys if key not in empty]:
            keys, empty = ["currentYearAppropriation"], set()
            lines["currentYearAppropriation"] = part()
    funds = [(key, labels[key], lines[key]) for key in keys]
    if case.has("fund-own"):
        own = case.rng("fund-own")
        label = own.choice(OWN_FUNDS + [words.heading() + "资金"])
        funds.insert(own.randint(1, len(funds)), (None, label, part()))
    total = [sum(column) for column in zip(*(amounts for _, _, amounts in funds))]
    funds.insert(0, ("total", labels["total"], total))
    out = []
    for key, label, amounts in funds:
        if key in empty:
            out.append(Fund(key, label, [None] * 3, None, ["" for _ in own_columns]))
            continue
        own = [own_amount(case, words, rng, heading, amounts) for heading in own_columns]
        # The monitoring form has no adjusted budget; its rate is of the initial one.
        base = amounts[0] if relative(case) == "monitoring" else amounts[1]
        out.append(Fund(key, label, amounts, figures.rate(amounts[2], base), own))
    return out


def own_amount(case, words, rng, heading, amounts):
    """What stands in a budget column that the model does not have."""
    if heading in ("分值", "得分"):
        return "10" if heading == "分值" else rng.choice(["10", "9.8", "9.27"])
    if heading == "全年预计执行数":
        return figures.plain(amounts[1] * figures.TEN_THOUSAND if case.has("unit-yuan") else amounts[1])
    return words.characters(2, 8) if rng.random() < 0.7 else ""


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


def relative(case):
    return next((kind for kind in ("monitoring", "self-evaluation") if case.has(kind)), None)


TITLES = {
    None: ["财政项目支出绩效跟踪表"],
    "monitoring": ["项目支出绩效目标执行监控表", "项目支出绩效运行监控表"],
    "self-evaluation": ["财政项目支出绩效自评表", "项目支出绩效自评表"],
}


def draw(case, words=None):
    words = words or Words(case, "content")
    rng = case.rng("head")
    own_columns = draw_own(case, words, "column-own", OWN_COLUMNS, 3)
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
    kind = relative(case)
    title = case.rng("title").choice(TITLES[kind])
    if case.has("title-plain") and rng.random() < 0.5:
        title = f"{year}年度{title}"
    if kind == "monitoring":
        own_columns += ["全年预计完成情况", "完成目标可能性"]
        own_fund_columns.append("全年预计执行数")
    elif kind:
        own_columns += ["得分", "分值"] if "分值" not in own_columns else ["得分"]
        own_fund_columns += ["分值", "得分"]
    return Content(
        title, year, (1, last), project, department, unit, draw_funds(case, words, own_fund_columns), tuple(goals),
        draw_rows(case, words, own_columns), tuple(assessment), measures, own_columns, own_fund_columns,
        draw_own_rows(case, words), case.has("unit-yuan"), kind,
    )
