"""The budget of a form: its fund rows, their amounts and rates; everything adds up."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Optional

import figures

FUNDS = [
    ("total", "年度资金总额"), ("currentYearAppropriation", "其中：当年财政拨款"), ("carryOver", "上年结转资金"), ("otherFunds", "其他资金"),
]
AMOUNTS = ["initialBudget", "periodBudget", "periodExpenditure"]
OWN_FUNDS = ["社会捐赠", "银行贷款"]


@dataclass
class Fund:
    """One line of the budget: amounts in 万元 (None where nothing stands), rate in percent."""

    key: Optional[str]
    label: str
    amounts: list
    rate: Optional[Decimal]
    own: list = field(default_factory=list)


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
        base = amounts[0] if case.relative == "monitoring" else amounts[1]
        out.append(Fund(key, label, amounts, figures.rate(amounts[2], base), own))
    return out


def own_amount(case, words, rng, heading, amounts):
    """What stands in a budget column that the model does not have."""
    if heading in ("分值", "得分"):
        return "10" if heading == "分值" else rng.choice(["10", "9.8", "9.27"])
    if heading == "全年预计执行数":
        return figures.plain(amounts[1] * figures.TEN_THOUSAND if case.has("unit-yuan") else amounts[1])
    return words.characters(2, 8) if rng.random() < 0.7 else ""
