"""Indicator values in all the shapes that people write, each with the reading that the design decides."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Optional

import figures
from expected import OPEN

UNITS = ["个", "%", "场次", "人次", "平方米", "户", "起", "套", "公里", "万元"]
QUALITIES = ["及时", "提升", "健全", "明显改善", "有效保障", "达标", "无", "较上年提高"]
DEADLINES = ["12月底前", "2024年3月", "11月30日前", "2023年12月31日前", "每季度末"]


@dataclass
class Value:
    """A cell's text and how it has to be read. OPEN where the design does not say."""

    text: str
    comparison: object = None
    amount: object = None
    unit: object = None
    number: Optional[Decimal] = None
    format: Optional[str] = None


def only_text(text):
    return Value(text)


def simple(rng):
    """Target, planned, actual as the seeds have them."""
    pick = rng.random()
    if pick < 0.15:
        word = rng.choice(QUALITIES[:6])
        return only_text(word), only_text(word), only_text(word)
    if pick < 0.25:
        return only_text("12月底前"), only_text("12月底"), only_text("12月底")
    amount = f"{rng.randint(1, 400)}.00"
    sign, unit = rng.choice("=≥≤"), rng.choice(UNITS)
    done = amount if rng.random() < 0.5 else f"{rng.randint(1, 400)}.00"
    if sign == "≤" and float(done) > float(amount):
        done = amount  # nothing for a rule to say: only the reading is asked for
    return Value(f"{sign}{amount}({unit})", sign, amount, unit), Value(done, None, done), Value(done, None, done)


def varied(rng):
    """One of all shapes. The planned and the actual value are equal, so that no rule has anything to say."""
    amount = rng.choice([str(rng.randint(1, 999)), f"{rng.randint(1, 99)}.{rng.randint(1, 9)}", f"{rng.randint(1, 99)}.00"])
    unit, sign = rng.choice(UNITS), rng.choice("=≥≤><")
    other, means = rng.choice([(">=", "≥"), ("<=", "≤"), ("＝", "="), ("＞", ">"), ("＜", "<"), ("≥", "≥")])
    target = rng.choice([
        Value(f"{sign}{amount}({unit})", sign, amount, unit),
        Value(f"{sign}{amount}（{unit}）", sign, amount, unit),
        Value(f"{sign}{amount}{unit}", sign, amount, unit),
        Value(f"{other}{amount}{unit}", means, amount, unit),
        Value(f"{amount}{unit}", None, amount, unit),
        Value(f"{amount}次/年", None, amount, "次/年"),
        Value(f"{sign}{amount}", sign, amount, None),
        Value(amount, None, amount, None),
        Value(f"{sign} {amount} {unit}", sign, amount, unit),
        Value(f"{amount}%以上", OPEN, OPEN, OPEN),
        Value(f"不少于{amount}{unit}", OPEN, OPEN, OPEN),
        Value(f"{amount}-{amount}9%", OPEN, OPEN, OPEN),
        Value(f"达到{amount}%", OPEN, OPEN, OPEN),
        only_text(rng.choice(QUALITIES)),
        only_text(rng.choice(QUALITIES)),
        only_text(rng.choice(DEADLINES)),
        only_text(rng.choice(DEADLINES)),
    ])
    if target.amount is None or target.amount is OPEN:
        return target, target, target
    done = "0.00" if target.comparison == "<" else amount
    return target, *[rng.choice([Value(done, None, done), Value(f"{done}{target.unit or ''}", None, done, target.unit)])] * 2


def shown(rng):
    """A number, a percentage or a date as a workbook holds it: its displayed text counts."""
    whole = Decimal(rng.randint(1, 300))
    tenth = Decimal(rng.randint(1, 999)) / 10
    pick = rng.randrange(7)
    if pick == 0:
        return Value(str(whole), None, str(whole), None, whole)
    if pick == 1:
        return Value(f"{whole}.00", None, f"{whole}.00", None, whole, "0.00")
    if pick == 2:
        text = figures.general(tenth)
        return Value(text, None, text, None, tenth)
    if pick == 3:
        text = figures.fixed(tenth, 1)
        return Value(text, None, text, None, tenth, "0.0")
    if pick == 4:
        part = Decimal(rng.randint(1, 100))
        return Value(f"{part}%", None, str(part), "%", part / 100, "0%")
    if pick == 5:
        part = Decimal(rng.randint(100, 9999)) / 100
        return Value(f"{figures.fixed(part, 2)}%", None, figures.fixed(part, 2), "%", part / 100, "0.00%")
    day = rng.randint(1, 30)  # 1 November 2023 is day 45231
    return Value(f"11月{day}日", None, None, None, Decimal(45230 + day), 'm"月"d"日"')
