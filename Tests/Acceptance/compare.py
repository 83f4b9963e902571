"""Holds what the program read against what the drawing says.

A field is RIGHT; or TOLD, where it is different and a warning or an error stands on its cell, its field or its sheet; or
SILENT. Where the places are lost, a warning that does not name both readings counts as HALF.
"""

import difflib
import re
from dataclasses import dataclass

from expected import OPEN
from sheet import OWN, address

RIGHT, TOLD, HALF, SILENT = "right", "told", "half", "silent"
MISSING = "(missing)"


@dataclass
class Verdict:
    """One comparison: what it was about, how it came out, and both values."""

    what: str  # the path with its numbers
    outcome: str
    expected: object = None
    got: object = None
    cell: str = ""

    @property
    def kind(self):
        """The path without numbers: what two failures have in common."""
        return re.sub(r"\[\d+\]", "[]", self.what)

    @property
    def part(self):
        """The part of the form: a row that is read askew fails in all its fields."""
        return "extras" if "extras" in self.what else re.split(r"[.\[+]", self.what)[0]


def squeezed(text):
    return re.sub(r"[\s\u3000]+", "", text)


def bare(label):
    return squeezed(label).rstrip("：:")


def lookup(value, path):
    """A value by its path; a null above it is null below it."""
    for key in path.split("."):
        if value is None:
            return None
        if not isinstance(value, dict) or key not in value:
            return MISSING
        value = value[key]
    return value


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "source":
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


# A finding on one of these says something of the whole; it does not stand on each field inside.
WHOLES = {"indicators", "budget", "extras", "budget.additional"}


def related(found, path):
    """Whether a finding's field is this one, the object that it belongs to, or a part of it."""
    return found == path or path.startswith((found + ".", found + "[")) or found.startswith((path + ".", path + "["))


class Comparison:
    """One file's drawing against one file's result."""

    def __init__(self, drawn, result):
        self.drawn, self.result = drawn, result
        self.lost = drawn.case.lost
        self.text = drawn.case.has("text-file")
        self.verdicts = []

    def run(self):
        pairs = self.pair_forms()
        for form, number in pairs:
            self.form(form, number)
        taken = {number for _, number in pairs}
        for number, got in enumerate(self.result.forms):
            if number not in taken:
                refused = any(finding.form == number and finding.severity == "error" for finding in self.result.findings)
                self.verdicts.append(Verdict("form+", TOLD if refused else SILENT, None, got["project"]["name"], got["source"]["cells"]))
        self.words()
        return self.verdicts

    # Which finding says something about a field

    def on_sheet(self, finding, sheet):
        return finding.sheet is None or self.text or finding.sheet == sheet

    def telling(self, slots, sheet, number, paths):
        """The warnings and errors that stand on the slots, the fields, or on the sheet as a whole."""
        for finding in self.result.findings:
            if not finding.loud or not self.on_sheet(finding, sheet):
                continue
            if any(finding.touches(row, column) for slot in slots for row, column in slot.covered()):
                yield finding
            elif finding.field and finding.form in (number, -1) and finding.field not in WHOLES and any(
                related(finding.field, path) for path in paths if path
            ):
                yield finding
            elif finding.severity == "error" and paths == ["indicators"] == [finding.field]:
                yield finding
            elif not finding.field and not finding.rectangles and finding.form in (number, -1):
                yield finding

    def judge(self, what, right, expected, got, slots, sheet, number, paths):
        if right:
            outcome = RIGHT
        else:
            told = list(self.telling(slots, sheet, number, paths))
            outcome = TOLD if told else SILENT
            if told and self.lost and not any(self.both(finding, expected, got) for finding in told):
                outcome = HALF
        cell = address(slots[0].row, slots[0].column) if slots else ""
        self.verdicts.append(Verdict(what, outcome, expected, got, cell))
        return outcome

    def both(self, finding, expected, got):
        """An error refuses a reading; a warning has to name the readings that there are."""
        if finding.severity == "error":
            return True
        words = squeezed(finding.words)
        return all(squeezed(str(value)) in words for value in (expected, got) if value not in (None, MISSING))

    # Forms

    def pair_forms(self):
        """Each drawn form with the number of the read one that is most like it, on the same sheet; or with None."""
        scores = sorted(
            (
                (-self.likeness(form, got), at, number)
                for at, form in enumerate(self.drawn.forms)
                for number, got in enumerate(self.result.forms)
                if self.text or got["source"]["sheet"] == form.sheet
            ),
        )
        pairs, taken = {}, set()
        for _, at, number in scores:
            if at not in pairs and number not in taken:
                pairs[at] = number
                taken.add(number)
        return [(form, pairs.get(at)) for at, form in enumerate(self.drawn.forms)]

    @staticmethod
    def likeness(form, got):
        same = sum(lookup(got, field.path) in field.accepted for field in form.fields if field.accepted != (None,))
        return same + len(form.indicators) - abs(len(form.indicators) - len(got["indicators"]))

    def form(self, form, number):
        if number is None:
            self.judge("form", False, form.project, MISSING, form.slots, form.sheet, None, [])
            return
        got = self.result.forms[number]
        for field in form.fields:
            self.field(field, got, "", "", form.sheet, number)
        for extra in form.extras:
            owner = lookup(got, extra.owner) if extra.owner else got
            self.extra(extra, owner, (extra.owner + "." if extra.owner else "") + "extras", form.sheet, number)
        self.list(form.indicators, got["indicators"], "indicators", "name", form.sheet, number)
        self.list(form.additional, got["budget"].get("additional") or [], "budget.additional", "label", form.sheet, number)
        for demand in form.demands:
            self.demand(demand, form.sheet, number)

    def demand(self, demand, sheet, number):
        """A finding that is due somewhere in a part of the form."""
        told = any(
            (finding.severity == "error" or finding.severity == demand.severity) and self.on_sheet(finding, sheet)
            and squeezed(demand.quote) in squeezed(finding.words) and finding.form in (number, -1) and (
                demand.path and (finding.field or "").startswith(demand.path)
                or any(finding.touches(row, column) for slot in demand.slots for row, column in slot.covered())
                or not finding.field and not finding.rectangles
            )
            for finding in self.result.findings
        )
        self.verdicts.append(Verdict("due: " + demand.why, RIGHT if told else SILENT, demand.why, None))

    def field(self, field, got, drawn_path, got_path, sheet, number):
        """One field, of the form or of an item of a list; the paths are those of the item in each of the two lists."""
        if OPEN in field.accepted:
            return
        value = lookup(got, field.path)
        if field.path == "kind" and value == MISSING:
            return
        prefix = got_path + "." if got_path else ""
        what = (drawn_path + "." if drawn_path else "") + field.path
        self.judge(what, value in field.accepted, field.accepted[0], value, field.slots, sheet, number, [prefix + field.path])

    def extra(self, extra, owner, path, sheet, number):
        entries = (owner or {}).get("extras") or []
        same = [entry for entry in entries if squeezed(entry["text"]) == squeezed(extra.text)]
        right = any(bare(entry["label"]) == bare(extra.label) for entry in same)
        got = [(entry["label"], entry["text"]) for entry in same or entries]
        self.judge(path, right, (extra.label, extra.text), got, extra.slots, sheet, number, [path])

    def list(self, drawn, got, path, key, sheet, number):
        """Items in their order; where the numbers differ, those that are called the same are held together."""
        def called(item):
            return next(field.accepted[0] for field in item.fields if field.path == key)

        if len(drawn) == len(got):
            pairs = [(at, at) for at in range(len(drawn))]
        else:
            matcher = difflib.SequenceMatcher(None, [called(item) for item in drawn], [item.get(key) for item in got], autojunk=False)
            pairs = [(b.a + n, b.b + n) for b in matcher.get_matching_blocks() for n in range(b.size)]
        mine, theirs = {a for a, _ in pairs}, {b for _, b in pairs}
        for a, b in pairs:
            for field in drawn[a].fields:
                self.field(field, got[b], f"{path}[{a}]", f"{path}[{b}]", sheet, number)
            for extra in drawn[a].extras:
                self.extra(extra, got[b], f"{path}[{b}].extras", sheet, number)
        for at, item in enumerate(drawn):
            if at not in mine:
                slots = [slot for field in item.fields for slot in field.slots if slot.key not in ("level1", "level2")]
                self.judge(f"{path}[{at}]", False, called(item), MISSING, slots, sheet, number, [path])
        for at, item in enumerate(got):
            if at not in theirs:
                self.judge(f"{path}+", False, None, item.get(key), [], sheet, number, [f"{path}[{at}]"])

    # Words

    def words(self):
        """Every text of the department's own is in the JSON, or in a range or on a sheet that a finding names."""
        whole = "\n".join(squeezed(text) for form in self.result.forms for text in strings(form))
        for sheet in self.drawn.sheets:
            for slot in sheet.slots:
                if slot.cell.role != OWN or not squeezed(slot.cell.text):
                    continue
                text = squeezed(slot.cell.text)
                value = text.split("：", 1)[-1]  # 项目名称：… is a label and a value in one cell
                found = text in whole or bare(text) in whole or bool(value) and value in whole or any(
                    self.on_sheet(finding, sheet.name) and (
                        any(finding.touches(row, column) for row, column in slot.covered())
                        or (not finding.rectangles and finding.sheet == sheet.name)
                    )
                    for finding in self.result.findings
                )
                where = "sheet" if not sheet.is_form else "form"
                self.verdicts.append(Verdict(
                    f"word lost ({where})", RIGHT if found else SILENT, slot.cell.text, None if not found else "", address(slot.row, slot.column)
                ))
