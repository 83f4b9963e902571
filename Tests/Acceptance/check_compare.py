"""Checks the comparison, not the program: every field of a right answer is spoiled in turn, and must come out as silent;
with a warning on its cell as told.

    python3 Tests/Acceptance/check_compare.py
"""

import copy
import sys

import case as cases
import compare
import workbook
from expected import OPEN
from program import Finding, Result


def put(tree, path, value):
    """Sets a value by its path; dictionaries on the way are made."""
    keys = path.split(".")
    for key in keys[:-1]:
        if not isinstance(tree.get(key), dict):
            tree[key] = {}
        tree = tree[key]
    tree[keys[-1]] = value


def right_answer(form):
    """The JSON that a faultless program would write for a drawn form."""
    answer = {"source": {"sheet": form.sheet, "cells": "A1"}, "extras": [], "project": {}, "budget": {}}

    def fill(item, tree):
        for field in item.fields:
            put(tree, field.path, "?" if field.accepted[0] is OPEN else field.accepted[0])
        return tree

    fill(form, answer)
    answer["indicators"] = [fill(item, {"extras": []}) for item in form.indicators]
    answer["budget"]["additional"] = [fill(item, {"extras": []}) for item in form.additional]
    for item, tree in [(form, answer), *zip(form.indicators, answer["indicators"]), *zip(form.additional, answer["budget"]["additional"])]:
        for extra in item.extras:
            owner = compare.lookup(tree, extra.owner) if extra.owner else tree
            owner.setdefault("extras", []).append({"label": extra.label, "text": extra.text})
    return answer


def spoiled(value):
    return "别的值" if value is None else None


def check(case):
    """Counts of (fields spoiled, faults of the comparison)."""
    drawn = workbook.draw(case)
    form = drawn.forms[0]
    answer = right_answer(form)
    everywhere = [Finding("x", "note", sheet.name, None, "", [(0, 0, 999, 99)]) for sheet in drawn.sheets]
    due = [Finding("x", demand.severity, form.sheet, demand.path, "", []) for demand in form.demands]

    def outcomes(changed, *findings):
        result = Result([changed], everywhere + due + list(findings))
        return {v.what: v.outcome for v in compare.Comparison(drawn, result).run() if v.outcome != compare.RIGHT}

    faults = [("right answer", outcomes(answer))] if outcomes(answer) else []
    targets = [(field, field.path, None) for field in form.fields]
    targets += [(field, field.path, number) for number, item in enumerate(form.indicators) for field in item.fields]
    count = 0
    for field, path, number in targets:
        if OPEN in field.accepted:
            continue
        count += 1
        changed = copy.deepcopy(answer)
        put(changed if number is None else changed["indicators"][number], path, spoiled(field.accepted[0]))
        what = path if number is None else f"indicators[{number}].{path}"
        if outcomes(changed).get(what) != compare.SILENT:
            faults.append(("not silent", what))
        if field.slots and not case.lost:
            slot = field.slots[0]
            told = Finding("x", "warning", form.sheet, None, "", [(slot.row, slot.column, slot.row, slot.column)])
            if outcomes(changed, told).get(what) != compare.TOLD:
                faults.append(("not told", what))
    for number in range(len(form.indicators)):
        changed = copy.deepcopy(answer)
        del changed["indicators"][number]
        if compare.SILENT not in outcomes(changed).values():
            faults.append(("indicator missing", number))
    if compare.SILENT not in {v.outcome for v in compare.Comparison(drawn, Result()).run()}:
        faults.append(("no form at all", drawn.name))
    return count, faults


def main():
    count, bad = 0, 0
    for number in range(60):
        case = cases.draw(11, number)
        # One form, and no finding due on a single cell: it would tell of what is spoiled there.
        for kind in ("several-below", "several-sheets", "unit-none", "struck", "superscript", "amount-unreadable"):
            case = case.without(kind)
        fields, faults = check(case)
        count += fields
        bad += len(faults)
        for fault in faults[:5]:
            print(number, *fault)
    print(f"{count} fields spoiled, {bad} faults of the comparison")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
