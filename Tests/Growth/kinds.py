"""The kinds of input that grow: every block, row, cell and fault of the form, repeated n times.

Drawn from the form (its blocks, its labels, what clerks do to it) and from what files can hold, not from the code that reads it. Each
kind is a function from n to the bytes of a file; `KINDS` lists them with the n to begin at.
"""
import io
import json
import zipfile

FORM = [
    ["财政项目支出绩效跟踪表"],
    ["跟踪时段：（ 2023-1月 至 2023-8月 ）", "", "", "", "", "", "", "单位：万元"],
    ["项目名称", "河道清淤", "", "", "", "", "", ""],
    ["主管部门", "水务局", "", "", "实施单位", "河道管理所", "", ""],
    ["预算执行情况", "", "", "", "年初预算数", "跟踪期预算数", "跟踪期执行数", "执行率(%)"],
    ["", "年度资金总额", "", "", "120.00", "120.00", "60.00", "50.00"],
    ["", "其中：当年财政拨款", "", "", "120.00", "120.00", "60.00", "50.00"],
    ["", "上年结转资金", "", "", "0.00", "0.00", "0.00", ""],
    ["", "其他资金", "", "", "0.00", "0.00", "0.00", ""],
    ["年度总体目标", "预期目标", "", "", "跟踪期实际完成情况", "", "", ""],
    ["", "清淤二十公里。", "", "", "已清淤十公里。", "", "", ""],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "跟踪期计划完成值", "跟踪期实际完成值", "偏差原因分析"],
    ["", "产出指标", "数量指标", "清淤长度", "≥20.00(公里)", "10.00", "10.00", ""],
    ["", "效益指标", "社会效益指标", "行洪能力", "提升", "提升", "提升", ""],
    ["", "满意度指标", "服务对象满意度指标", "居民满意度", "≥90.00(%)", "90.00", "90.00", ""],
    ["绩效跟踪总体判断", "年度项目预算完成可能性", "", "", "确定能完成", "", "", ""],
    ["", "年度绩效目标完成可能性", "", "", "确定能完成", "", "", ""],
    ["纠偏措施", "无", "", "", "", "", "", ""],
]
ROWS = ["title", "period", "project", "departments", "budget-heading", "total", "appropriation", "carry-over", "other-funds",
        "goals-heading", "goals", "indicator-heading", "output", "benefit", "satisfaction", "budget-assessment",
        "goal-assessment", "measures"]
FIRST_INDICATOR, LAST_INDICATOR = 12, 14


def csv(rows, delimiter=","):
    def field(text):
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in delimiter + '"\n\r') else text
    return ("\n".join(delimiter.join(field(c) for c in row) for row in rows) + "\n").encode()


def copy():
    return [list(row) for row in FORM]


def repeated(index):
    return lambda n: csv(FORM[:index + 1] + [FORM[index]] * n + FORM[index + 1:])


def varied(index):
    """The row n times, its words different each time: in the last cell that has any."""
    def make(n):
        more = []
        for i in range(n):
            row = list(FORM[index])
            at = max(c for c in range(len(row)) if row[c])
            row[at] = f"{row[at]}{i}"
            more.append(row)
        return csv(FORM[:index + 1] + more + FORM[index + 1:])
    return make


def cell(row, column, text):
    def make(n):
        rows = copy()
        rows[row][column] = text * max(n, 1)
        return csv(rows)
    return make


def indicators(row):
    """n more indicators, each made by `row` from its number."""
    return lambda n: csv(FORM[:LAST_INDICATOR + 1] + [row(i) for i in range(n)] + FORM[LAST_INDICATOR + 1:])


def appended(row):
    return lambda n: csv(FORM + [row(i) for i in range(n)])


def inserted(at, row):
    return lambda n: csv(FORM[:at] + [row(i) for i in range(n)] + FORM[at:])


def columns(at, content=""):
    return lambda n: csv([row[:at] + [content] * n + row[at:] for row in FORM])


LEDGER = ["项目名称", "主管部门", "实施单位", "跟踪时段", "年初预算数", "跟踪期预算数", "跟踪期执行数", "一级指标", "二级指标", "三级指标",
          "年度指标值", "跟踪期计划完成值", "跟踪期实际完成值", "偏差原因分析"]


def ledger(row, heading=LEDGER):
    return lambda n: csv([heading] + [row(i) for i in range(max(n, 1))])


def ledger_row(project, value="1"):
    return [project, "水务局", "河道管理所", "2023年1-8月", "1", "1", "1", "产出指标", "数量指标", "清淤", "=1", value, value, ""]


# Workbooks.

def letters(index):
    name, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def sheet(rows, merges=(), style="", row_attributes="", shared=False, before="", after=""):
    """A row is a list of cells, or a dictionary of those that there are by column."""
    out = []
    for r, row in enumerate(rows, 1):
        cells = []
        for c, value in row.items() if isinstance(row, dict) else enumerate(row):
            if value == "":
                continue
            at = f"{letters(c)}{r}"
            if shared:
                cells.append(f'<c r="{at}" t="s"{style}><v>{value}</v></c>')
            elif isinstance(value, (int, float)):
                cells.append(f'<c r="{at}"{style}><v>{value}</v></c>')
            else:
                cells.append(f'<c r="{at}" t="inlineStr"{style}><is><t>{escaped(value)}</t></is></c>')
        out.append(f'<row r="{r}"{row_attributes}>{"".join(cells)}</row>')
    merged = "".join(f'<mergeCell ref="{m}"/>' for m in merges)
    return (f'<worksheet>{before}<sheetData>{"".join(out)}</sheetData>' + (f"<mergeCells>{merged}</mergeCells>" if merged else "")
            + f"{after}</worksheet>")


def package(sheets, strings=None, styles=None):
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(f'<Relationship Id="s{i}" Type="{base}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(len(sheets)))
    parts = {f"xl/worksheets/sheet{i}.xml": text for i, (name, text) in enumerate(sheets)}
    if strings is not None:
        links += f'<Relationship Id="t" Type="{base}/sharedStrings" Target="sharedStrings.xml"/>'
        parts["xl/sharedStrings.xml"] = "<sst>" + "".join(f"<si><t>{escaped(s)}</t></si>" for s in strings) + "</sst>"
    if styles is not None:
        links += f'<Relationship Id="f" Type="{base}/styles" Target="styles.xml"/>'
        parts["xl/styles.xml"] = styles
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{links}</Relationships>"
    parts["_rels/.rels"] = f'<Relationships><Relationship Id="w" Type="{base}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    parts["[Content_Types].xml"] = "<Types/>"
    listed = "".join(f'<sheet name="{name}" sheetId="{i + 1}" r:id="s{i}"/>' for i, (name, _) in enumerate(sheets))
    parts["xl/workbook.xml"] = f'<workbook xmlns:r="{base}"><sheets>{listed}</sheets></workbook>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in parts.items():
            target.writestr(zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def book(rows, **more):
    return package([("表", sheet(rows, **more))])


def formats(code, sections):
    return (f'<styleSheet><numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts><cellXfs>{sections}</cellXfs></styleSheet>')


def form_with(more, **options):
    return book(FORM[:LAST_INDICATOR + 1] + more + FORM[LAST_INDICATOR + 1:], **options)


def merged_down(n):
    rows = [["", "", "", f"指标{i}", "1", "1", "1", ""] for i in range(n)]
    last = LAST_INDICATOR + 1 + n
    return form_with(rows, merges=[f"B{LAST_INDICATOR + 1}:B{last}", f"C{LAST_INDICATOR + 1}:C{last}"])


def merged_pairs(n):
    rows = [["", "产出指标", "数量指标", f"指标{i}", "1", "1", "1", ""] for i in range(2 * n)]
    first = LAST_INDICATOR + 2
    return form_with(rows, merges=[f"B{first + 2 * i}:B{first + 2 * i + 1}" for i in range(n)])


def merged_project(n):
    rows = FORM[:3] + [["", f"河道{i}"] for i in range(n)] + FORM[3:]
    return book(rows, merges=[f"A3:A{3 + n}"])


def wide_heading(n):
    """A heading of n columns' width, n rows below it, and n merges far from both."""
    width = min(n, 16000)
    def behind(first, words):
        return dict(enumerate(words, first))

    rows = FORM[:11] + [{0: "一级指标", **behind(width + 1, ["二级指标", "三级指标", "年度指标值", "跟踪期计划完成值", "跟踪期实际完成值"])}]
    rows += [behind(width + 2, [f"指标{i}", "=1", "1", "1"]) for i in range(n)]
    return book(rows + FORM[15:], merges=[f"{letters(c)}900000:{letters(c)}900001" for c in range(width)])


def text_styles(n):
    fonts = "".join('<xf numFmtId="200"/>' for _ in range(max(n, 1)))
    return package([("表", sheet([[i % 97 for _ in range(20)] for i in range(n // 20 + 1)], style=' s="0"'))], styles=formats("0.00", fonts))


def figures(code):
    return lambda n: package(
        [("表", sheet([[1e15, 0.5, 123456789, 7] * 5 for _ in range(n // 20 + 1)], style=' s="0"'))],
        styles=formats(code, '<xf numFmtId="200"/>'))


# JSON.

def json_form(i=0, **more):
    line = {"initialBudget": "120.00", "periodBudget": "120.00", "periodExpenditure": "60.00", "executionRate": "50.00"}
    return {"title": FORM[0][0], "period": {"start": "2023-01", "end": "2023-08"}, "project": {"name": f"河道清淤{i}"},
            "supervisingDepartment": {"name": "水务局"}, "implementingUnit": {"name": "河道管理所"}, "budget": {"total": line}, **more}


def document(forms):
    return json.dumps({"schema": "tracktable/1", "forms": forms}, ensure_ascii=False).encode()


def value(text):
    return {"text": text, "comparison": None, "amount": None, "unit": None}


def json_indicator(i):
    return {"level1": "产出指标", "level2": "数量指标", "name": f"清淤{i}", "target": value("=1"), "planned": value("1"), "actual": value("1")}


def indicator(i, level1="产出指标", level2="数量指标", name="清淤{}", target="=1", planned="1", actual="1", reason=""):
    return ["", level1, level2, name.format(i), target.format(i), planned.format(i), actual.format(i), reason.format(i)]


LABELS = ["项目名称", "主管部门", "实施单位", "年度总体目标", "预期目标", "绩效指标", "一级指标", "二级指标", "三级指标", "目标值", "年初预算数",
          "执行率", "其他资金", "纠偏措施", "偏差原因分析", "单位：万元", "跟踪时段", "注：", "填报人"]

KINDS = {}


def kind(name, n, make, extension="csv"):
    assert name not in KINDS, name
    KINDS[name] = (n, make, extension)


# Every row of the form again, as it is and with other words each time.
for index, name in enumerate(ROWS):
    kind(f"again-{name}", 1500, repeated(index))
    kind(f"varied-{name}", 1500, varied(index))

# One cell that is long, by what it is long of.
for name, text in [("ellipses", "…"), ("accents", "e\u0301"), ("letters", "清"), ("digits", "9"), ("spaces", " 清"),
                   ("line-breaks", "清\n"), ("brackets", "（）"), ("closing-brackets", "]"), ("signs", "≥"), ("commas", "、"),
                   ("semicolons", "；"), ("sentences", "已清淤。")]:
    kind(f"target-of-{name}", 20000, cell(FIRST_INDICATOR, 4, text))
for name, row, column, text in [
        ("title", 0, 0, "表"), ("period", 1, 0, "至2023"), ("project", 2, 1, "12-"), ("department", 3, 1, "局-"),
        ("amount", 5, 4, "1,"), ("goal", 10, 1, "清淤1。\n"), ("level", 12, 1, "指标"), ("indicator", 12, 3, "清("),
        ("planned", 12, 5, "1."), ("reason", 12, 7, "因为；"), ("answer", 15, 4, "能"), ("measure", 17, 1, "1、整改；\n"),
        ("label", 2, 0, "名称"), ("unit", 1, 7, "单位：")]:
    kind(f"long-{name}", 20000, cell(row, column, text))

# Indicators, and what can be wrong with each.
kind("indicators", 1500, indicators(lambda i: indicator(i)))
kind("indicators-of-one-name", 1500, indicators(lambda i: indicator(0)))
kind("indicators-behind-plan", 1500, indicators(lambda i: indicator(i, target="≥{}0", planned="9", actual="1")))
kind("indicators-with-reasons", 1500, indicators(lambda i: indicator(i, planned="9", actual="1", reason="天气{}")))
kind("indicators-without-name", 1500, indicators(lambda i: indicator(i, name="")))
kind("indicators-without-values", 1500, indicators(lambda i: indicator(i, target="", planned="", actual="")))
kind("indicators-of-unknown-levels", 1500, indicators(lambda i: indicator(i, level1=f"类{i}", level2=f"目{i}")))
kind("indicators-with-placeholders", 1500, indicators(lambda i: indicator(i, target="XX", planned="XX", actual="XX")))
kind("indicators-in-two-units", 1500, indicators(lambda i: indicator(i, target="≥20(公里)", planned="10(米)", actual="10(米)")))
kind("indicators-with-dates", 1500, indicators(lambda i: indicator(i, target="12月底前", planned="2023年8月", actual="2023-08-{}")))
kind("indicators-with-words", 1500, indicators(lambda i: indicator(i, target="提升", planned="提升", actual="未提升{}")))
kind("continued-reasons", 1500, indicators(lambda i: [""] * 7 + [f"续{i}"] if i else indicator(0, reason="原因")))
kind("continued-reasons-on-pages", 500, lambda n: csv(
    FORM[:12] + [indicator(0, reason="因" * 100)] + (FORM[:1] + FORM[11:12] + [[""] * 7 + ["由" * 100]]) * n + FORM[15:]))
kind("continued-names", 1500, indicators(lambda i: ["", "", "", f"续{i}"]))
kind("groups-of-indicators", 1500, indicators(lambda i: indicator(i, level2=["数量指标", "质量指标", "时效指标", "成本指标"][i % 4])))
kind("indicator-tables", 400, lambda n: csv(FORM[:15] + FORM[11:15] * n + FORM[15:]))

# Blocks and forms again and again.
kind("budget-blocks", 400, lambda n: csv(FORM[:9] + FORM[4:9] * n + FORM[9:]))
kind("budget-blocks-of-further-funds", 400, lambda n: csv(
    FORM[:4] + [row for i in range(n) for row in (FORM[4], ["", f"资金来源{i}", "", "", "1", "1", "1", ""])] + FORM[9:]))
kind("unknown-funds", 1500, inserted(9, lambda i: ["", f"社会捐赠{i}", "", "", "1.00", "1.00", "1.00", ""]))
kind("goals-on-pages", 500, lambda n: csv(FORM[:11] + (FORM[:1] + FORM[9:11]) * n + FORM[11:]))
kind("varied-goals-on-pages", 500, lambda n: csv(FORM[:9] + [row for i in range(n) for row in (
    FORM[0], FORM[9], ["", f"目标{i}", "", "", f"另一{i}", "", "", ""])] + FORM[11:]))
kind("assessments", 700, lambda n: csv(FORM[:15] + FORM[15:17] * n + FORM[17:]))
kind("forms-below", 120, lambda n: csv(FORM * (n + 1)))
kind("forms-beside", 30, lambda n: csv([(row + [""] * (8 - len(row))) * (n + 1) for row in FORM]))
kind("forms-with-blank-rows", 120, lambda n: csv((FORM + [[""]] * 3) * (n + 1)))

# What stands around a form.
kind("notes", 1500, appended(lambda i: [f"注：第{i}条说明。"]))
kind("signatures", 1500, appended(lambda i: ["填报人：", f"张{i}", "联系电话", f"021-{i}"]))
kind("instructions", 1500, appended(lambda i: [f"填报说明{i}：请如实填写。"]))
kind("other-tables", 1500, appended(lambda i: [f"品名{i}", "数量", str(i), "单价", str(i)]))
kind("other-rows-within", 1500, inserted(9, lambda i: [f"备注{i}", str(i)]))
kind("labels-in-disorder", 300, appended(lambda i: [FORM[(i * k) % 18][0] or "预期目标" for k in range(1, 8)]))
kind("label-words", 1500, appended(lambda i: [LABELS[(i * 7 + j * 3) % len(LABELS)] for j in range(10)]))
kind("blank-rows", 4000, inserted(9, lambda i: [""] * 8))
kind("blank-columns", 2000, columns(8))
kind("inner-columns", 1000, columns(4))
kind("filled-columns", 1000, columns(8, "权重"))

# Ledgers.
kind("ledger-of-projects", 1500, ledger(lambda i: ledger_row(f"河道{i}")))
kind("ledger-of-one-project", 1500, ledger(lambda i: ledger_row("河道")))
kind("ledger-with-faults", 1500, ledger(lambda i: ledger_row(f"河道{i}", "XX")))
kind("ledger-with-headings-again", 1500, ledger(lambda i: LEDGER if i % 2 else ledger_row(f"河道{i}")))
kind("ledger-of-unknown-columns", 400, lambda n: csv([LEDGER + [f"栏{i}" for i in range(n)], ledger_row("河道") + ["值"] * n]))
kind("ledger-without-projects", 1500, ledger(lambda i: ledger_row("")))

# Workbooks.
kind("merged-down", 1500, merged_down, "xlsx")
kind("merged-in-pairs", 800, merged_pairs, "xlsx")
kind("merged-project", 1500, merged_project, "xlsx")
kind("merged-elsewhere", 3000, lambda n: book(FORM, merges=[f"{letters(i % 500)}{900 + 2 * (i // 500)}:{letters(i % 500)}{901 + 2 * (i // 500)}" for i in range(n)]), "xlsx")
kind("merges-in-a-wide-heading", 300, wide_heading, "xlsx")
kind("repeated-merges", 1500, lambda n: csv([[FORM[0][0]] * 2] + FORM[1:9] + [["年度总体目标", "预期目标", "预期目标", "跟踪期实际完成情况"]]
                                            + [["年度总体目标", "文", "文", "完"]] * (n + 1) + FORM[11:]))
kind("hidden-rows", 1500, lambda n: form_with([indicator(i) for i in range(n)], row_attributes=' hidden="1"'), "xlsx")
kind("sheets-of-forms", 40, lambda n: package([(f"表{i}", sheet(FORM)) for i in range(n + 1)]), "xlsx")
kind("sheets-of-notes", 100, lambda n: package([("表", sheet(FORM))] + [(f"说明{i}", sheet([[f"说明{i}"]])) for i in range(n)]), "xlsx")
kind("styles", 5000, text_styles, "xlsx")
kind("figures-of-many-places", 1000, figures("[DBNum1]" + "0" * 900), "xlsx")
kind("figures-of-fractions", 2000, figures("# ??????/??????"), "xlsx")
kind("shared-long-text", 1000, lambda n: package([("表", sheet([[0]] * n, shared=True))], strings=["目" * 4000]), "xlsx")
kind("shared-texts", 5000, lambda n: package([("表", sheet([[i] for i in range(n)], shared=True))], strings=[f"文{i}" for i in range(n)]), "xlsx")

# JSON.
kind("json-forms", 300, lambda n: document([json_form(i) for i in range(n + 1)]), "json")
kind("json-empty-forms", 1500, lambda n: document([{}] * (n + 1)), "json")
kind("json-indicators", 1500, lambda n: document([json_form(indicators=[json_indicator(i) for i in range(n)])]), "json")
kind("json-extras", 1500, lambda n: document([json_form(extras=[{"label": f"栏{i}", "text": "值", "cell": None} for i in range(n)])]), "json")
kind("json-funds", 1500, lambda n: document([json_form(budget={"additional": [{"label": f"捐赠{i}", "partOf": None, "initialBudget": "1.00"} for i in range(n)]})]), "json")
kind("json-long-name", 50000, lambda n: document([json_form(project={"name": "]" * max(n, 1)})]), "json")
kind("json-lines", 300, lambda n: b"".join(json.dumps(json_form(i), ensure_ascii=False).encode() + b"\n" for i in range(n + 2)), "jsonl")
kind("json-unknown-keys", 20000, lambda n: document([{**json_form(), **{f"k{i}": None for i in range(n)}}]), "json")

# Text files as bytes.
kind("apostrophes", 40000, lambda n: b"'" * n + b"\n" + csv(FORM))
kind("quotes", 40000, lambda n: csv(FORM) + b'"' * (2 * (n // 2)) + b"\n")
kind("unclosed-quote", 40000, lambda n: csv(FORM) + b'"' + "清\n".encode() * n)
kind("backslashes", 40000, lambda n: csv(FORM) + b"\\," * n + b"\n")
kind("delimiters", 10000, lambda n: csv(FORM) + b",;\t|" * n + b"\n")
kind("bytes-of-no-encoding", 100000, lambda n: b"\x80" * (n + 1))
kind("gb18030", 1500, lambda n: csv(FORM + [indicator(i) for i in range(n)]).decode().encode("gb18030"))
kind("line-ends-of-all-kinds", 10000, lambda n: csv(FORM) + b"\r\n\r\n\n\r" * n)

# The ten that are tried in every test run: one of every family.
TEN = ["again-measures", "varied-goals", "target-of-ellipses", "long-reason", "continued-reasons", "budget-blocks", "notes",
       "merged-down", "json-forms", "apostrophes"]
