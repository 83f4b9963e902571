"""What a drawing may vary: one switch a kind, each with the probability that it is on."""

# name: (probability, what it draws)
KINDS = {
    # words
    "words-random": (0.4, "names and prose are random Chinese characters"),
    "words-catalogue": (0.15, "words that contain, begin with or end in catalogue and label words"),
    "level1-own": (0.12, "level-1 words of the department's own (投入指标, 项目决策, random)"),
    "level2-own": (0.15, "level-2 words of the department's own (校园用户满意度, random)"),
    "level-spelling": (0.1, "catalogue levels in other spellings (数量, 产出指标(50分), 产 出 指 标)"),
    "name-like-level": (0.12, "indicators called like levels (数量, 质量, 服务对象满意度)"),
    "line-breaks": (0.1, "line breaks inside names, units, indicators and prose"),
    "spaces-around": (0.1, "spaces before and after values"),
    "codes": (0.12, "codes before names (219-某某局, [105]某某部)"),
    "words-equal": (0.08, "indicators and reasons called exactly like labels (预期目标, 其他资金)"),
    "level-misplaced": (0.06, "catalogue words under the other level's heading"),
    # labels
    "labels-spaced": (0.2, "labels with spaces, line breaks and colons"),
    "labels-synonym": (0.12, "labels under other known names (项目实施单位, 预期目标 as 年度目标)"),
    # rows and columns of its own
    "column-own": (0.25, "indicator columns of its own anywhere (分值, 评分标准, 备注, random)"),
    "column-left": (0.08, "columns of its own left of the indicators' names (序号 before level 1)"),
    "column-catalogue": (0.08, "a column of its own full of catalogue and label words"),
    "column-midterm": (0.05, "a column 中期指标值 or 长期目标值 beside the annual target"),
    "column-twice": (0.05, "a heading that stands twice, the first or the second column hidden or neither"),
    "target-split": (0.06, "the target over three columns: sign, value, unit"),
    "fund-column-own": (0.1, "budget columns of its own (备注, 结余数, random)"),
    "row-own-above": (0.12, "label and text above the blocks"),
    "row-own-between": (0.12, "label and text between blocks"),
    "row-own-beside": (0.08, "label and text in the row of the project's name"),
    "row-own-below": (0.12, "label and text right below the indicators"),
    "row-own-last": (0.1, "label and text after the last block"),
    "note-rows": (0.12, "signature and note lines around the form"),
    "fund-own": (0.08, "fund rows beyond the four"),
    "fund-missing": (0.15, "fund rows missing or empty"),
    "level2-merged": (0.15, "level 2 merged down like level 1"),
    "level1-repeated": (0.1, "level 1 written on every row instead of merged"),
    "rows-empty": (0.08, "level names on rows without an indicator"),
    "column-wide": (0.15, "indicator columns that are two or three sheet columns wide"),
    "block-order": (0.05, "blocks in another order"),
    "heading-two-rows": (0.07, "indicator headings over two rows, 跟踪期 above 计划完成值 and 实际完成值"),
    "page-break": (0.08, "merges that end and begin again within the indicators, the headings repeated or not"),
    "rows-blank": (0.06, "blank rows between indicators"),
    "goals-vertical": (0.07, "the goals below each other, each beside its label"),
    "assessment-one-row": (0.06, "both judgements in one row"),
    "head-below": (0.05, "project and bodies under their labels instead of beside them"),
    "label-inline": (0.05, "label and value in one cell (项目名称：…)"),
    "row-inside": (0.05, "a note across the table between two groups of indicators"),
    "row-total": (0.06, "a row 合计 or 总分 below the indicators, with a figure under 分值"),
    "offset": (0.25, "the table begins anywhere on the sheet"),
    "title-plain": (0.08, "the title is not merged, or has the year in it"),
    "period-shape": (0.15, "the period in other words"),
    "monitoring": (0.08, "the ministry's monitoring form instead of the tracking form"),
    "self-evaluation": (0.08, "the year-end self-evaluation form instead of the tracking form"),
    "ticks": (0.05, "reasons and possibilities as columns to tick"),
    # values
    "unit-yuan": (0.25, "amounts in 元"),
    "unit-corner": (0.07, "the unit in the corner over the fund names"),
    "unit-heading": (0.07, "the unit in the column headings"),
    "unit-line": (0.07, "the unit in a line above"),
    "unit-cell": (0.07, "the unit as a label and a cell"),
    "unit-value": (0.05, "the unit in every value"),
    "unit-format": (0.05, "the unit in the number format"),
    "unit-none": (0.05, "no unit anywhere"),
    "unit-contradict": (0.05, "two units that contradict each other"),
    "amount-text": (0.2, "amounts as text, with thousands marks"),
    "amount-unreadable": (0.06, "an amount that is no number (待定, 详见附件, 1OO)"),
    "superscript": (0.05, "a footnote's mark as superscript behind an amount"),
    "amount-format": (0.15, "amounts under number formats that hide digits"),
    "rate-percent": (0.15, "execution rates with a percent sign or a percent format"),
    "targets": (0.4, "indicator values in all shapes"),
    "value-number": (0.2, "indicator values as numbers and dates under formats"),
    "blank-marks": (0.12, "-, / and — where nothing stands"),
    "blank-fields": (0.1, "fields of the form left empty"),
    "struck": (0.06, "struck-out text before the text that counts, or alone"),
    # sheets and files
    "cover-sheet": (0.08, "a cover sheet before the form"),
    "instruction-sheet": (0.08, "a sheet of instructions (labels with 填写… beside them)"),
    "list-sheet": (0.06, "a sheet with a list of projects without values"),
    "empty-sheet": (0.06, "a sheet with the form not filled in"),
    "cover-above": (0.05, "cover lines above the form on its sheet"),
    "instructions-below": (0.07, "lines of instructions below the form, label by label"),
    "hidden-copy": (0.1, "an old copy of the form on a hidden sheet"),
    "hidden-rows": (0.06, "hidden rows and columns"),
    "several-below": (0.08, "several forms below each other on one sheet"),
    "several-sheets": (0.08, "several forms on sheets of one workbook"),
    "merge-repeated": (0.1, "covered cells of merges repeat their value"),
    "merge-some": (0.08, "an XLSX in which some merges are gone, above all those over rows"),
    "merge-lost": (0.12, "an XLSX whose merges are gone"),
    "text-file": (0.18, "CSV or TSV: merges lost"),
    "text-collapsed": (0.05, "a text file in which wide cells shrank to one"),
    "text-ragged": (0.06, "a text file without the empty cells at the end of a row"),
    "encoding": (0.08, "a text file in GB18030 or UTF-16, or with a byte order mark"),
    "rows-shifted": (0.08, "indicator rows shifted left where the block label or level 1 was merged"),
}

# A kind that means nothing without another one.
NEEDS = {"text-collapsed": "text-file", "ticks": "monitoring", "rows-shifted": "text-file", "text-ragged": "text-file", "encoding": "text-file"}

# Of each of these sets at most one is on; the first that was drawn wins.
EXCLUSIVE = [
    ["merge-lost", "text-file"], ["merge-some", "merge-lost"],
    ["unit-corner", "unit-heading", "unit-line", "unit-cell", "unit-value", "unit-format", "unit-none"],
    ["several-below", "several-sheets"],
    # A row that lost its place is read by its level words; without them nobody could.
    ["rows-shifted", "level1-own"], ["rows-shifted", "level2-own"], ["rows-shifted", "column-wide"],
    ["rows-shifted", "level2-merged"], ["rows-shifted", "merge-repeated"], ["rows-shifted", "rows-empty"],
    ["rows-shifted", "level1-repeated"], ["rows-shifted", "column-left"], ["rows-shifted", "level-misplaced"],
    ["rows-shifted", "page-break"], ["rows-shifted", "rows-blank"], ["rows-shifted", "words-equal"],
    # Where the places are lost, the words decide; these would deceive a person, too.
    ["level-misplaced", "text-file"], ["level-misplaced", "merge-lost"],
    ["words-equal", "text-file"], ["words-equal", "merge-lost"],
    ["column-catalogue", "text-file"], ["column-catalogue", "merge-lost"],
    ["superscript", "unit-format"], ["column-twice", "merge-repeated"], ["column-twice", "merge-lost"], ["column-twice", "hidden-rows"], ["column-twice", "target-split"], ["column-twice", "several-below"], ["head-below", "label-inline"], ["self-evaluation", "monitoring"],
    # The rate's base is not on the monitoring form's page; its headings stand in two rows only for ticks.
    ["monitoring", "rows-shifted"], ["self-evaluation", "rows-shifted"],
    ["unit-contradict", "unit-none"], ["unit-contradict", "unit-value"], ["unit-contradict", "unit-format"],
    ["unit-contradict", "unit-line"], ["unit-contradict", "unit-cell"],
    ["text-collapsed", "merge-repeated"],
    # Without a unit, amounts in 元 could not be told from amounts in 万元 by anyone.
    ["unit-none", "unit-yuan"],
]

# Kinds that only a workbook can show; a text file leaves them out.
WORKBOOK_ONLY = {
    "cover-sheet", "instruction-sheet", "list-sheet", "empty-sheet", "hidden-copy", "hidden-rows", "several-sheets", "amount-format", "value-number",
    "unit-format", "column-twice", "struck", "merge-some", "superscript",
}


def settle(wanted, rng):
    """Make a set of kinds one that can be drawn together."""
    on = set(wanted) | {NEEDS[kind] for kind in wanted if kind in NEEDS}
    for group in EXCLUSIVE:
        both = [kind for kind in group if kind in on]
        if len(both) > 1:
            keep = rng.choice(both)
            on -= {kind for kind in both if kind != keep}
    on -= {kind for kind, needed in NEEDS.items() if needed not in on}
    if "text-file" in on:
        on -= WORKBOOK_ONLY
    return frozenset(on)


def draw(stream, only=()):
    """The kinds of one form: each by its probability, or exactly those of `only`. Each kind has a stream of random
    numbers of its own (`stream(name)`), so that a new kind changes none of the others."""
    wanted = only or [kind for kind, (chance, _) in KINDS.items() if stream("kind/" + kind).random() < chance]
    return settle(sorted(wanted), stream("settle"))
