"""Every record that is a cell, formats, dates, merges, what is hidden, and the order of it all."""

import struct

from fixture import cell, finding, merge, text, write
from records import (CHART, EOF, MACRO, SST, WORKSHEET, Book, blank, bof, boolean, characters, column_info, error, f64, formula, label,
                     label_sst, long_text, merges, mulblank, mulrk, number, record, rk, rk_cell, row, special, string, u16, u32, u8, units,
                     wide)

ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def write_all():
    write("every-record-of-a-cell", Book(sst=SST("甲", "plain", "")).sheet(
        "Sheet1", row(0), label_sst(0, 0, 0), label_sst(0, 1, 1), label_sst(0, 2, 2), number(0, 3, 3296.59), number(0, 4, -0.5),
        rk_cell(1, 0, rk(-5)), rk_cell(1, 1, rk(12345, hundredth=True)), rk_cell(1, 2, rk(1.5, integer=False)),
        rk_cell(1, 3, rk(150.0, hundredth=True, integer=False)),
        mulrk(2, 0, (0, rk(1)), (0, rk(250, hundredth=True)), (0, rk(-0.25, integer=False))), blank(2, 3), mulblank(2, 4, 0, 0),
        boolean(3, 0, 1), boolean(3, 1, 0), label(3, 2, "标签"), label(3, 3, "é"), number(3, 4, 1e300),
        *(error(4, n, code) for n, code in enumerate(ERRORS))), [
        text("A1", "甲"), text("B1", "plain"), cell("D1", "number", "3296.59"), cell("E1", "number", "-0.5"),
        cell("A2", "number", "-5"), cell("B2", "number", "123.45"), cell("C2", "number", "1.5"), cell("D2", "number", "1.5"),
        cell("A3", "number", "1"), cell("B3", "number", "2.5"), cell("C3", "number", "-0.25"),
        cell("A4", "boolean", "TRUE", "true"), cell("B4", "boolean", "FALSE", "false"), text("C4", "标签"), text("D4", "é"),
        cell("E4", "number", "1E+300"),
        *(cell(f"{'ABCDEFG'[n]}5", "error", name) for n, name in enumerate(ERRORS.values())),
        finding("xlsx.precision", "Sheet1!E4")])
    write("results-of-formulas", Book().sheet(
        "Sheet1", formula(0, 0, 48.52), formula(0, 1, special(0)), string("结果"), formula(0, 2, special(1, 1)),
        formula(0, 3, special(2, 0x07)), formula(0, 4, special(3), tokens=u8(0x17, 0, 0)), formula(1, 0, special(0)), record(0x4BC, bytes(12)), string("a"),
        formula(1, 1, special(0)), record(0x221, bytes(16)), string("b"), formula(1, 2, special(0)), string("")), [
        cell("A1", "number", "48.52"), text("B1", "结果"), cell("C1", "boolean", "TRUE", "true"), cell("D1", "error", "#DIV/0!"),
        text("A2", "a"), text("B2", "b")])
    write("formulas-whose-text-is-missing", Book().sheet(
        "Sheet1", formula(0, 0, special(0)), number(0, 1, 1), formula(0, 2, special(0)), number(1, 0, 2), string("stray"),
        formula(1, 1, special(0)), formula(1, 2, special(9))), [
        cell("A1", "formula-without-value", "", "=1+1"), cell("B1", "number", "1"),
        cell("C1", "formula-without-value", "", "=1+1"), cell("A2", "number", "2"),
        cell("B2", "formula-without-value", "", "=1+1"), cell("C2", "formula-without-value", "", "=1+1"),
        *(finding("xlsx.formula-without-value", f"Sheet1!{a}") for a in ("A1", "C1", "B2", "C2"))])
    write("values-that-are-none", Book().sheet(
        "Sheet1", number(0, 0, float("nan")), number(0, 1, float("inf")), number(0, 2, float("-inf")), error(0, 3, 0x55),
        number(0, 4, 12345678901234567890.0), number(0, 5, 5e-324), number(0, 6, -0.0), label_sst(0, 7, 3)), [
        text("A1", "NaN"), text("B1", "INF"), text("C1", "-INF"), text("D1", "#85"),
        cell("E1", "number", "1.23457E+19", "12345678901234600000"), cell("F1", "number", "4.9407E-324", "4.94065645841247E-324"),
        cell("G1", "number", "0"),
        *(finding("xlsx.value", f"Sheet1!{a}1") for a in "ABCD"), finding("xlsx.precision", "Sheet1!E1"),
        finding("xlsx.shared-string", "Sheet1!H1")])
    formats = [(164, "0.00"), (165, '#,##0.00_ '), (166, 'yyyy"年"m"月"d"日"'), (167, "0.0%"), (168, "@"), (169, 'General"万元"')]
    write("number-formats", Book(formats=formats, styles=(0, 164, 165, 166, 167, 168, 169, 9, 14, 22, 31)).sheet(
        "Sheet1", *(number(0, n, value, n + 1) for n, value in enumerate((75, 1234.5, 45260, 0.4852, 12, 1.5, 0.5, 45169, 45169.75, 45169))),
        number(1, 0, 7, 99)), [
        cell("A1", "number", "75.00", "75"), cell("B1", "number", "1,234.50 ", "1234.5"), cell("C1", "date", "2023年11月30日", "45260"),
        cell("D1", "number", "48.5%", "0.4852"), cell("E1", "number", "12"), cell("F1", "number", "1.5万元", "1.5"),
        cell("G1", "number", "50%", "0.5"), cell("H1", "date", "2023/8/31", "45169"),
        cell("I1", "date", "2023/8/31 18:00", "45169.75"), cell("J1", "date", "2023年8月31日", "45169"), cell("A2", "number", "7")])
    write("dates-counted-from-1904", Book(is1904=True, styles=(14,)).sheet("Sheet1", number(0, 0, 43707)), [
        cell("A1", "date", "2023/8/31", "43707")])
    write("merges", Book().sheet(
        "Sheet1", number(0, 0, 1), merges((0, 0, 0, 7), (1, 3, 0, 0)), merges((5, 4, 1, 0), (4, 4, 1, 3), (7, 7, 3, 256), (9, 9, 2, 2))), [
        cell("A1", "number", "1"), merge("A1:H1"), merge("A2:A4"), merge("A5:B6"), merge("C10"),
        finding("xlsx.merge-reversed", "Sheet1!A5:B6"), finding("xlsx.merge", "Sheet1"),
        finding("xlsx.merge-overlap", "Sheet1!B5:D5")])
    write("hidden-rows-and-columns", Book().sheet(
        "Sheet1", column_info(1, 2, hidden=True), column_info(3, 3), column_info(255, 256, hidden=True), row(0), row(1, hidden=True),
        row(2), number(0, 0, 1), number(1, 0, 2), number(2, 0, 3), row(2, hidden=True)), [
        cell("A1", "number", "1"), cell("A2", "number", "2"), cell("A3", "number", "3"), "hidden rows 2 3", "hidden columns B C IV"])
    book = Book()
    for name, state, kind, content in (("可见", 0, 0, WORKSHEET), ("hidden", 1, 0, WORKSHEET), ("very", 2, 0, WORKSHEET),
                                       ("macro", 0, 1, MACRO), ("chart", 0, 2, CHART), ("module", 0, 6, 0x06)):
        book.sheet(name, number(0, 0, 1), state=state, kind=kind, content=content)
    write("sheets-of-every-kind", book, [
        cell("A1", "number", "1", sheet="可见"), "hidden hidden", cell("A1", "number", "1", sheet="hidden"), "very veryHidden",
        cell("A1", "number", "1", sheet="very"), cell("A1", "number", "1", sheet="macro")])
    write("chart-on-a-sheet", Book().sheet(
        "Sheet1", number(0, 0, 1), bof(CHART), number(0, 0, 99), merges((0, 0, 0, 1)), row(0, hidden=True), EOF, number(0, 1, 2)), [
        cell("A1", "number", "1"), cell("B1", "number", "2")])
    write("rows-out-of-order", Book(sst=SST("甲")).sheet(
        "Sheet1", number(2, 0, 5), number(0, 0, 1), label_sst(1, 0, 0), number(2, 1, 6), number(0, 1, 2), row(1, hidden=True),
        formula(1, 1, special(0)), string("文")), [
        cell("A1", "number", "1"), cell("B1", "number", "2"), text("A2", "甲"), text("B2", "文"), cell("A3", "number", "5"),
        cell("B3", "number", "6"), "hidden rows 2", finding("xlsx.row-order", "Sheet1")])
    write("cells-out-of-order-and-twice", Book().sheet(
        "Sheet1", number(0, 3, 4), number(0, 1, 2), number(0, 3, 44), number(1, 0, 1)), [
        cell("B1", "number", "2"), cell("D1", "number", "44"), cell("A2", "number", "1"),
        finding("xlsx.duplicate-cell", "Sheet1!D1")])
    write("columns-beyond-the-last", Book().sheet(
        "Sheet1", number(0, 255, 1), number(0, 256, 2), mulrk(1, 254, (0, rk(1)), (0, rk(2)), (0, rk(3))), number(65535, 0, 4)), [
        cell("IV1", "number", "1"), cell("IU2", "number", "1"), cell("IV2", "number", "2"), cell("A65536", "number", "4"),
        finding("xlsx.reference", "Sheet1"), finding("xlsx.reference", "Sheet1")])
    write("no-sheet", Book(), ["refused xlsx.no-sheets"])
    formulas_without_results()
    fonts()
    objects()
    rich_cells()
    write("unknown-records", Book().sheet(
        "Sheet1", record(0x200, bytes(14)), record(0x225, u16(0, 255)), number(0, 0, 1), record(0x868, f64(1) * 20), record(0x1234)), [
        cell("A1", "number", "1")])


def reference(row, column, absolute=False):
    return u8(0x24) + u16(row, column | (0 if absolute else 0xC000))


def area(first, last, column):
    return u8(0x25) + u16(first, last, column | 0xC000, column | 0xC000)


def integer(value):
    return u8(0x1E) + u16(value)


def function(number, arguments):
    return u8(0x42, arguments) + u16(number)


def formulas_without_results():
    """What programs leave that cannot compute: an empty text as the result of a sum."""
    tokens = {
        "=SUM(A1:A3)": area(0, 2, 0) + u8(0x19, 0x10, 0, 0), "=A1*2": reference(0, 0) + integer(2) + u8(5),
        "=$A$1/(A1-A2)": reference(0, 0, True) + reference(0, 0) + reference(1, 0) + u8(4, 0x15, 6),
        "=ROUND(A1,2)": reference(0, 0) + integer(2) + u8(0x41) + u16(27), "=-1.5%": u8(0x1F) + f64(1.5) + u8(0x14, 0x13),
        "=SUM(A1,\"a\"\"中\")": reference(0, 0) + u8(0x17, 3, 1) + 'a"中'.encode("utf-16-le") + function(4, 2),
    }
    can_be_empty = [reference(0, 0), function(1, 0), u8(0x17, 0, 0), integer(1) + integer(2) + u8(8), u8(0x3B)]
    write("formulas-that-were-never-computed", Book().sheet(
        "Sheet1", *(formula(n, 0, special(3), tokens=t) for n, t in enumerate(tokens.values())),
        *(formula(n, 1, special(3), tokens=t) for n, t in enumerate(can_be_empty, len(tokens)))), [
        *(cell(f"A{n + 1}", "formula-without-value", "", t) for n, t in enumerate(tokens)),
        *(finding("xlsx.formula-without-value", f"Sheet1!A{n + 1}") for n in range(len(tokens)))])
    write("formulas-that-have-no-text", Book().sheet(
        "Sheet1", *(formula(n, 0, special(0), tokens=t) for n, t in enumerate((b"", u8(3), u8(0x3B), u8(0x17, 9, 1), integer(1) * 200)))), [
        *(cell(f"A{n + 1}", "formula-without-value", "", "=…") for n in range(5)),
        *(finding("xlsx.formula-without-value", f"Sheet1!A{n + 1}") for n in range(5))])


def font(flags=0, script=0, name="宋体"):
    return record(0x31, u16(200, flags, 0x7FFF, 400, script), u8(0, 0, 134, 0), u8(len(name)), characters(name))


def fonts():
    """Struck out, raised, lowered, and in symbols; the number of a font behind the fourth is one more than its position."""
    styles = [record(0xE0, u16(number, 0, 1), bytes(14)) for number in (0, 1, 2, 3, 5, 6)]
    more = [font(), font(flags=8), font(script=1), font(script=2), font(name="Wingdings"), font(flags=2), *styles]
    write("fonts-that-change-what-a-text-says", Book(styles=(), more=more, sst=SST("旧值")).sheet(
        "Sheet1", label_sst(0, 0, 0, 0), label_sst(0, 1, 0, 1), label(0, 2, "2", 2), label(0, 3, "3", 3), label(0, 4, "\xfe", 4),
        number(0, 5, 1.5, 5), rk_cell(1, 0, rk(7), 1), mulrk(1, 1, (0, rk(1)), (1, rk(2))), number(1, 3, 2.5, 1),
        formula(1, 4, special(0), 1), string("文")), [
        text("A1", "旧值"), text("B1", "旧值"), "Sheet1!B1\trun\tstruck-out\t旧值", text("C1", "2"), "Sheet1!C1\trun\tsuperscript\t2",
        text("D1", "3"), "Sheet1!D1\trun\tsubscript\t3", text("E1", "\xfe"), "Sheet1!E1\trun\tWingdings\t\xfe", cell("F1", "number", "1.5"),
        cell("A2", "number", "7"), "Sheet1!A2\trun\tstruck-out\t7", cell("B2", "number", "1"), cell("C2", "number", "2"),
        "Sheet1!C2\trun\tstruck-out\t2", cell("D2", "number", "2.5"), "Sheet1!D2\trun\tstruck-out\t2.5", text("E2", "文"),
        "Sheet1!E2\trun\tstruck-out\t文"])
    # 5 is the fifth font, the second in order is struck out, the sixth is plain.
    pieces = SST(("旧值新值", {"runs": [(0, 1), (2, 5)]}), ("m2及以上", {"runs": [(1, 2), (2, 0)], "cuts": (5 + 12 + 3,)}),
                 ("后面plain", {"runs": [(2, 0)]}), ("\U00020000𠮷x", {"runs": [(2, 1), (90, 0)]}), ("全文", {"runs": [(0, 0)]}))
    write("texts-of-several-fonts", Book(styles=(), more=more, sst=pieces).sheet(
        "Sheet1", *(label_sst(n, 0, n) for n in range(5)), label_sst(5, 0, 2, 1), label_sst(6, 0, 4, 1)), [
        text("A1", "旧值新值"), "Sheet1!A1\trun\tstruck-out\t旧值", "Sheet1!A1\trun\tWingdings\t新值",
        text("A2", "m2及以上"), "Sheet1!A2\trun\tplain\tm", "Sheet1!A2\trun\tsuperscript\t2", "Sheet1!A2\trun\tplain\t及以上",
        text("A3", "后面plain"), text("A4", "\U00020000𠮷x"), "Sheet1!A4\trun\tplain\t\U00020000",
        "Sheet1!A4\trun\tstruck-out\t𠮷x", text("A5", "全文"), text("A6", "后面plain"), "Sheet1!A6\trun\tstruck-out\t后面",
        "Sheet1!A6\trun\tplain\tplain", text("A7", "全文")])


def shape(kind, number, column, row, text=None, ticked=None, other=b""):
    """An object: its anchor in a drawing, its kind, its text with runs."""
    anchor = struct.pack("<HHI", 0, 0xF010, 18) + u16(0, column, 0, row, 0, column + 2, 0, row + 1, 0)
    container = struct.pack("<HHI", 0x0F, 0xF004, len(anchor) + 100) + anchor
    common = u16(0x15, 0x12, kind, number, 0x6011) + bytes(12)
    state = b"" if ticked is None else u16(0x12, 8, ticked, 0, 0, 2)
    records = [record(0xEC, container), record(0x5D, common, state, other, u16(0, 0))]
    if text is not None:
        records += [record(0xEC, struct.pack("<HHI", 0, 0xF00D, 0)),
                    record(0x1B6, u16(0x212, 0, 0, 0, 0, units(text), 16, 0, 0))]
        if text:
            records += [record(0x3C, characters(text)), record(0x3C, bytes(16))]
    return b"".join(records)


def older_shape(kind, number, column, row, text=b"", ticked=0, name=b"", macro=b"", link=b"", cut=None, length=None):
    """An object before Excel 97: all of it in one record, which may be cut and continued."""
    def even(data):
        return data + bytes(len(data) % 2)
    head = u32(number) + u16(kind, number, 0x6011, column, 0, row, 0, column + 2, 0, row + 1, 0, len(macro), 0, len(name), 0)
    body = head + bytes(10)
    length = u16(len(text) if length is None else length)
    named = even(u8(len(name)) + name) if name else b""
    if kind == 0x06:
        body += length + u16(0, 8, 0, 0, 0x212, 1, 0, len(link), 0, 0, 0, 0) + named + macro + even(text) + link + bytes(8)
    elif kind in (0x0B, 0x0C):
        body += bytes(32 if kind == 0x0B else 44) + named + u16(len(macro)) + macro + u16(len(link)) + link + length
        body = even(body + text) + u16(ticked, 0, 0, 0, 0, 0)
    pieces = [body] if cut is None else [body[:cut], body[cut:]]
    return record(0x5D, pieces[0]) + b"".join(record(0x3C, piece) for piece in pieces[1:])


def note(row, column, number):
    return record(0x1C, u16(row, column, 0, number), u16(1), characters("某"), u8(0))


def objects():
    """Text boxes, boxes to tick and comments, and what the page's header and footer say."""
    long = "长" * 5000
    write("objects-on-a-sheet", Book().sheet(
        "Sheet1", number(0, 0, 1), shape(0x06, 1, 1, 2, "加快\n施工"), shape(0x0B, 2, 1, 3, "确定能完成", ticked=1),
        shape(0x0C, 3, 2, 3, "有可能", ticked=0), shape(0x0B, 4, 3, 3, "不定", ticked=2), shape(0x02, 5, 0, 4), shape(0x1E, 6, 0, 5, ""),
        shape(0x08, 7, 0, 6), shape(0x07, 8, 0, 7, "按钮"), shape(0x19, 9, 5, 5, "某:\n请核对"), shape(0x19, 10, 5, 5, "无主"),
        shape(0x1E, 11, 300, 1, "在表外"), note(4, 1, 9), note(5, 0, 99)), [
        cell("A1", "number", "1"), "Sheet1!B3\tobject\ttext-box\t加快\\n施工", "Sheet1!B4\tobject\tticked\t确定能完成",
        "Sheet1!C4\tobject\tunticked\t有可能", "Sheet1!D4\tobject\tunticked\t不定", "Sheet1!A5\tobject\ttext-box\t",
        "Sheet1!A6\tobject\ttext-box\t", "\tobject\ttext-box\t在表外", "Sheet1!B5\tobject\tcomment\t某:\\n请核对",
        "Sheet1!A6\tobject\tcomment\t"])
    head = record(0x1B6, u16(0x212, 0, 0, 0, 0, 3002, 16, 0, 0))
    write("long-text-of-an-object", Book().sheet(
        "Sheet1", shape(0x06, 1, 0, 0), head, record(0x3C, characters(long[:3000])), record(0x3C, characters("ab")), record(0x3C, bytes(16))), [
        f"Sheet1!A1\tobject\ttext-box\t{long[:3000]}ab"])
    write("text-of-an-object-that-is-cut-off", Book().sheet(
        "Sheet1", shape(0x06, 1, 0, 0), head, record(0x3C, characters("ab")), number(0, 0, 1)), [
        cell("A1", "number", "1"), "Sheet1!A1\tobject\ttext-box\t"])
    write("object-in-a-chart", Book().sheet(
        "Sheet1", number(0, 0, 1), bof(CHART), shape(0x06, 1, 1, 2, "图中"), EOF), [cell("A1", "number", "1")])
    further = record(0x89C, bytes(28), u16(0, 4, 0, 2, 0), long_text("&L偶数页"), long_text("首页"))
    write("headers-and-footers", Book().sheet(
        "Sheet1", record(0x14, long_text("&L&\"宋体,加粗\"&14某局 &D&R内部资料")), record(0x15, long_text("&C第 &P 页 共 &N 页")), further, record(0x14),
        number(0, 0, 1)), [cell("A1", "number", "1"), "page\t某局 内部资料", "page\t偶数页", "page\t首页"])
    write("comment-and-header-before-excel-97", Book(5, 936).sheet(
        b"Sheet1", record(0x14, u8(4), "内部".encode("gbk")), number(0, 0, 1), record(0x1C, u16(2, 1, 6), "请核".encode("gbk")),
        record(0x1C, u16(0xFFFF, 0, 2), "对".encode("gbk")), record(0x1C, u16(3, 1, 2), "ab".encode())), [
        cell("A1", "number", "1"), "Sheet1!B3\tobject\tcomment\t请核对", "Sheet1!B4\tobject\tcomment\tab", "page\t内部"])
    quick = "加快施工".encode("gbk")
    whole = (dict(kind=0x06, number=1, column=1, row=2, text=quick), dict(kind=0x0B, number=2, column=1, row=3, text=quick, ticked=1))
    named = dict(name=b"Box 1", macro=bytes(5), link=bytes(6))
    write("objects-before-excel-97", Book(5, 936).sheet(
        b"Sheet1", number(0, 0, 1), *(older_shape(**shape) for shape in whole),
        older_shape(0x0C, 3, 2, 3, b"odd", ticked=0, **named), older_shape(0x0B, 4, 3, 3, quick, ticked=2, **named),
        older_shape(0x06, 5, 4, 3, b"named", **named), older_shape(0x02, 6, 0, 4), older_shape(0x06, 7, 0, 5),
        older_shape(0x07, 8, 0, 6), older_shape(0x08, 9, 0, 7), older_shape(0x09, 10, 0, 8), older_shape(0x03, 11, 300, 1),
        older_shape(0x0B, 12, 5, 5, ticked=1)), [
        cell("A1", "number", "1"), "Sheet1!B3\tobject\ttext-box\t加快施工", "Sheet1!B4\tobject\tticked\t加快施工",
        "Sheet1!C4\tobject\tunticked\todd", "Sheet1!D4\tobject\tunticked\t加快施工", "Sheet1!E4\tobject\ttext-box\tnamed",
        "Sheet1!A5\tobject\ttext-box\t", "Sheet1!A6\tobject\ttext-box\t", "Sheet1!A9\tobject\ttext-box\t", "\tobject\ttext-box\t",
        "Sheet1!F6\tobject\tticked\t"])
    # Cut at every byte: in the head, in the text, in what says whether it is ticked.
    write("objects-before-excel-97-cut-at-every-byte", Book(5, 936).sheet(b"Sheet1", *(
        older_shape(**(shape | named), cut=cut) for shape in whole for cut in range(4, 118))), [
        *["Sheet1!B3\tobject\ttext-box\t加快施工"] * 114, *["Sheet1!B4\tobject\tticked\t加快施工"] * 114])
    write("objects-before-excel-97-that-are-cut-off", Book(5, 936).sheet(
        b"Sheet1", older_shape(0x06, 1, 1, 2, quick, length=60_000), older_shape(0x0B, 2, 1, 3, quick, length=60_000),
        record(0x5D, older_shape(0x06, 3, 1, 4, quick)[4:24]), record(0x5D, u16(1, 0)), record(0x5D), number(0, 0, 1)), [
        cell("A1", "number", "1"), "Sheet1!B3\tobject\ttext-box\t", "Sheet1!B4\tobject\ttext-box\t"])


def rich_cells():
    """Texts of several fonts that the cell has by itself."""
    styles = [record(0xE0, u16(number, 0, 1), bytes(14)) for number in (0, 1)]
    more = [font(), font(flags=8), font(script=1), *styles]
    def rich(row, text, *runs, style=0, front=False):
        count = u16(len(runs))
        body = u16(units(text)) + (u8(9) + count + wide(text) if front else characters(text) + count)
        return record(0xD6, u16(row, 0, style), body, b"".join(u16(*run) for run in runs))
    write("rich-texts-of-cells", Book(styles=(), more=more).sheet(
        "Sheet1", rich(0, "旧值新值", (0, 1), (2, 0)), rich(1, "m2", (1, 2)), rich(2, "全文"), rich(3, "旧新", (1, 0), style=1),
        rich(4, "旧值新", (0, 1), (2, 0), front=True), rich(5, "过长", (0, 0), (90, 1))), [
        text("A1", "旧值新值"), "Sheet1!A1\trun\tstruck-out\t旧值", "Sheet1!A1\trun\tplain\t新值",
        text("A2", "m2"), "Sheet1!A2\trun\tplain\tm", "Sheet1!A2\trun\tsuperscript\t2", text("A3", "全文"),
        text("A4", "旧新"), "Sheet1!A4\trun\tstruck-out\t旧", "Sheet1!A4\trun\tplain\t新",
        text("A5", "旧值新"), "Sheet1!A5\trun\tstruck-out\t旧值", "Sheet1!A5\trun\tplain\t新", text("A6", "过长")])
    older = [record(0x31, u16(200, 8 * n, 0x7FFF, 400, 0), u8(0, 0, 134, 0, 4) + "宋体".encode("gbk")) for n in (0, 1)]
    older += [record(0xE0, u16(0, 0, 1), bytes(10))]
    data = "旧值新".encode("gbk")
    write("rich-text-before-excel-97", Book(5, 936, styles=(), more=older).sheet(
        b"Sheet1", record(0xD6, u16(0, 0, 0), u16(len(data)), data, u8(2), u8(0, 1, 4, 0)),
        record(0xD6, u16(1, 0, 0), u16(len(data)), data, u8(0))), [
        text("A1", "旧值新"), "Sheet1!A1\trun\tstruck-out\t旧值", "Sheet1!A1\trun\tplain\t新", text("A2", "旧值新")])
