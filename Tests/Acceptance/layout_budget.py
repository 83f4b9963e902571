"""The budget: headings, fund rows, and what may be odd about an amount."""

import figures
from content_funds import AMOUNTS
from expected import Extra, Indicator
from sheet import LABEL, OWN, Cell


class Budget:
    """The part of a layout that draws the budget."""

    # Budget

    def budget(self):
        content, writing = self.content, self.writing
        rng = self.case.rng("budget")
        unit = writing.unit
        keys = self.AMOUNTS + ["executionRate"]
        for number, heading in enumerate(content.own_fund_columns):
            right_of = self.PLACED_FUNDS.get(heading)
            keys.insert(keys.index(right_of) + 1 if right_of else rng.randint(1, len(keys)), f"own/{number}")
        # The amounts share the width right of the fund names, which take at least one column.
        spare = self.width - 2 - len(keys)
        widths = [1] * len(keys)
        for _ in range(rng.randint(0, spare)):
            widths[rng.randrange(len(widths))] += 1
        fund_width = self.width - 1 - sum(widths)
        block_unit = rng.choice(["({})", " ({})", "（{}）", "\n({})"]).format(unit) if writing.place == "label" else ""
        self.label(0, "budget", rows=1 + len(content.funds), unit=block_unit)
        if writing.place == "unit-corner":
            corner = rng.choice(["年度预算数（{}）", "单位：{}", "（{}）", "金额单位：{}"]).format(unit)
            self.put(1, Cell(corner, LABEL), fund_width)
        else:
            self.put(1, Cell("", LABEL), fund_width)
        places, at = {}, 1 + fund_width
        for key, width in zip(keys, widths):
            places[key] = (at, width)
            if key.startswith("own/"):
                number = int(key[4:])
                role = OWN if any(fund.own[number] for fund in content.funds) else LABEL
                self.put(at, Cell(content.own_fund_columns[number], role), width)
            else:
                heading = f"（{unit}）" if writing.place == "unit-heading" and key != "executionRate" else ""
                self.label(at, key, width, unit=heading)
            at += width
        self.row += 1
        for fund in content.funds:
            self.fund(fund, fund_width, places)
        if writing.place == "unit-none":
            self.form.demand("budget", self.parts["budget"], "no unit stands anywhere: a warning")
        if self.case.has("unit-contradict"):
            self.form.demand("budget", self.parts["budget"] + self.parts.get("units", []), "two units contradict: an error", "error")
        for key in ("total", "currentYearAppropriation", "carryOver", "otherFunds"):
            if key not in [fund.key for fund in content.funds]:
                self.expect("budget." + key, None)

    def fund(self, fund, fund_width, places):
        text = self.labels.text(fund.key) if fund.key else fund.label
        label = self.put(1, Cell(text, LABEL if fund.key else OWN), fund_width)
        line = Indicator()
        put = []
        for number, key in enumerate(AMOUNTS + ["executionRate"]):
            if key not in places:
                if fund.key and fund.rate is not None:
                    self.expect(f"budget.{fund.key}.{key}", None, label)
                continue
            amount = fund.rate if key == "executionRate" else fund.amounts[number]
            cell = self.writing.blank() if amount is None else (
                self.writing.rate(amount) if key == "executionRate" else self.writing.amount(amount)
            )
            odd = amount is not None and key != "executionRate" and self.odd(cell, fund, key)
            slot = self.put(places[key][0], cell, places[key][1])
            put.append(slot)
            if odd:
                self.form.demand("", [slot], *odd)
            if odd and not cell.raised:
                amount = None
            value = None if amount is None else figures.canonical(amount)
            if fund.key and fund.rate is not None:
                self.expect(f"budget.{fund.key}.{key}", value, slot, label)
            else:
                line.expect(key, value, slot, label)
        if fund.key and fund.rate is None:
            self.expect("budget." + fund.key, None, *put)
        for number, text in enumerate(fund.own):
            slot = self.put(places[f"own/{number}"][0], self.writing.own(text), places[f"own/{number}"][1])
            if text:
                extra = Extra(f"budget.{fund.key}" if fund.key else "", self.content.own_fund_columns[number], text, [slot, label])
                (self.form.extras if fund.key else line.extras).append(extra)
        if not fund.key:
            line.expect("label", fund.label, label)
            self.form.additional.append(line)
        self.row += 1

    def odd(self, cell, fund, key):
        """Makes an amount one that is no number, or puts a footnote's mark behind it. Returns the finding that is due."""
        rng = self.case.rng(f"odd/{fund.label}/{key}")
        if self.case.has("amount-unreadable") and rng.random() < 0.2:
            cell.text = rng.choice(["待定", "详见附件", "约1OO", "按实结算"])
            cell.number = cell.format = None
            return "an amount that is no number: an error", "error"
        if self.case.has("superscript") and rng.random() < 0.2:
            cell.number = cell.format = None
            cell.raised = rng.choice(["1", "2", "①"])
            return "a superscript behind an amount: a warning", "warning"
        return None
