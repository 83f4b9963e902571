"""What happens to a form on its way through other programs: merges go, wide cells shrink, rows move left."""


def collapse(layout):
    """Wide cells shrink to one column, a block as a whole, as the budget of the first seed shows."""
    rng = layout.case.rng("collapse")
    for part in ("project", "bodies", "budget", "goals", "assessment", "measures"):
        if part not in layout.parts or (part != "budget" and rng.random() < 0.5):
            continue
        by_row = {}
        for slot in layout.parts[part]:
            by_row.setdefault(slot.row, []).append(slot)
        for slots in by_row.values():
            slots.sort(key=lambda slot: slot.column)
            at = slots[0].column
            for slot in slots:
                slot.column, slot.columns = at, 1
                at += 1


def shift(layout):
    """Indicator rows lose the covered cell at their left: shapes C, D and E of the seeds (domain.md 1.1).

    C: level 1 stands where the block label would; D: its blank cell does; E: level 2 stands there, and a blank follows.
    """
    rng = layout.case.rng("shift")
    labelled = {slot.row for slot in layout.parts["indicators"] if slot.column == 0}
    for number, (row, slots) in enumerate(layout.indicator_rows):
        if row in labelled or number == 0 or rng.random() < 0.55:
            continue
        own_level1 = any(slot.key == "level1" for slot in slots)
        to_the_end = not own_level1 and rng.random() < 0.5
        for slot in slots:
            slot.rows = 1
            slot.column = 0 if to_the_end and slot.key == "level2" else slot.column - 1


def lose(layout):
    """Everything that the case's kinds do to the places."""
    if layout.case.has("text-collapsed"):
        collapse(layout)
    if layout.case.has("rows-shifted"):
        shift(layout)
