"""The indicators of a form: their levels, names, values and reasons."""

from dataclasses import dataclass
from typing import Optional

import targets

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
LIKE_LABELS = ["预期目标", "其他资金", "三级指标", "项目名称", "偏差原因分析", "年度指标值", "纠偏措施", "主管部门", "备注", "绩效指标"]
CATALOGUE = ["数量指标", "质量指标", "产出指标", "效益指标", "社会效益指标", "服务对象满意度", "预期目标", "年度指标值", "一级指标"]
MISPLACED1 = ["数量指标", "质量指标", "社会效益指标", "服务对象满意度指标", "可持续影响指标"]
MISPLACED2 = ["产出指标", "效益指标"]


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
