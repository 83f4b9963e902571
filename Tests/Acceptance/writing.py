"""How a value is written into a cell: numbers or text, formats, units, spaces and line breaks around it."""

from decimal import Decimal

import figures
from sheet import OWN, VALUE, Cell

UNIT_PLACES = ["unit-corner", "unit-heading", "unit-line", "unit-cell", "unit-value", "unit-format", "unit-none"]


class Writing:
    """Writes the values of one form as its kinds have it."""

    def __init__(self, case, content):
        self.case = case
        self.rng = case.rng("writing")
        self.unit = "元" if content.yuan else "万元"
        self.place = next((kind for kind in UNIT_PLACES if case.has(kind)), "label")
        self.text_file = case.has("text-file")
        style = case.rng("amounts")
        self.amount_format = style.choice([None, "0.00", "#,##0.00", "0.00####"])
        self.hidden_format = style.choice(["0", "#,##0", "0.0"])
        self.unit_format = style.choice(["quoted", "quoted", "shifted"])
        self.marks = style.random() < 0.5
        self.rate_style = style.choice(["sign", "percent", "literal"])
        self.rate_text = style.random() < 0.3

    def blank(self):
        """What stands where nothing stands."""
        if self.case.has("blank-marks") and self.rng.random() < 0.6:
            return Cell(self.rng.choice(["-", "/", "—"]), VALUE)
        return Cell("", VALUE)

    def text(self, text):
        """A name or a text on one line, perhaps with spaces around it."""
        if text and self.case.has("spaces-around") and self.rng.random() < 0.4:
            text = self.rng.choice([" ", "　", "  "]) + text + self.rng.choice(["", " ", "　"])
        return Cell(text, VALUE)

    def name(self, text):
        """A name; a line break inside is dropped by the reader. A tab separated file would show it as a space."""
        if text and self.case.has("line-breaks") and not self.case.tabs and len(text) > 3:
            at = self.rng.randint(2, len(text) - 1)
            chinese = ord(text[at - 1]) > 0x2E80 and ord(text[at]) > 0x2E80
            if chinese and self.rng.random() < 0.4:
                return Cell(text[:at] + "\n" + text[at:], VALUE)
        return self.text(text)

    def prose(self, text):
        """A text whose line breaks stay. Returns the cell and the text as it has to be read."""
        if text and self.case.has("line-breaks") and self.rng.random() < 0.6 and "，" in text:
            text = text.replace("，", "，\n", 1)
        return self.text(text), text

    def own(self, text):
        return Cell(text, OWN)

    def value(self, value):
        """An indicator's value."""
        if value.number is not None:
            return Cell(value.text, VALUE, value.number, value.format)
        return self.name(value.text) if value.amount is None and len(value.text) > 6 else self.text(value.text)

    def amount(self, amount):
        """An amount given in 万元, as the form has it."""
        shown = amount * figures.TEN_THOUSAND if self.unit == "元" else amount
        shown = shown.quantize(figures.CENT) if shown == shown.quantize(figures.CENT) else shown
        text = figures.grouped(shown) if self.marks else figures.plain(shown)
        if self.place == "unit-value":
            return Cell(text + self.unit, VALUE)
        if self.place == "unit-format":
            if self.unit_format == "shifted":
                stored = amount * figures.TEN_THOUSAND
                return Cell(figures.fixed(amount, 4), VALUE, _short(stored), "0!.0000")
            return Cell(figures.fixed(shown, 2) + self.unit, VALUE, _short(shown), f'0.00"{self.unit}"')
        if self.text_file:
            return self.text(text if self.case.has("amount-text") else figures.plain(shown))
        if self.case.has("amount-text") and self.rng.random() < 0.8:
            return self.text(text)
        if self.case.has("amount-format"):
            return Cell(figures.fixed(shown, 1), VALUE, _short(shown), self.hidden_format)
        return Cell(figures.plain(shown), VALUE, _short(shown), self.amount_format)

    def rate(self, rate):
        """An execution rate in percent."""
        if self.case.has("rate-percent"):
            if self.rate_style == "sign" or self.text_file:
                return Cell(f"{rate}%", VALUE)
            if self.rate_style == "percent":
                return Cell(f"{rate}%", VALUE, _short(rate / 100), "0.00%")
            return Cell(f"{rate}%", VALUE, _short(rate), '0.00"%"')
        if self.rate_text or self.text_file:
            return self.text(str(rate))
        return Cell(str(rate), VALUE, _short(rate), self.rng.choice(["0.00", None]))


def _short(number):
    """Without trailing zeros, as a workbook stores it."""
    return Decimal(figures.general(Decimal(number)))
