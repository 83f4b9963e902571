"""Strings of the shared table and of cells, cut into records at every byte, with runs and phonetic text, and damaged."""

from fixture import cell, finding, text, write
from records import (SST, Book, characters, formula, label, label_sst, record, special, string, u8, u16, u32, units, wide)

LONG = "项目支出绩效跟踪" * 700


def cut_everywhere(shown, sample, first, last, **options):
    """A table of the same text, cut at each of its bytes, and a plain one behind."""
    table = SST()
    for at in range(first, last):
        table.add(sample, cuts=(at,), **options)
    table.add("末")
    count = last - first
    table.counts = (count + 1, count + 1)
    book = Book(sst=table).sheet("Sheet1", *(label_sst(n, 0, n) for n in range(count + 1)))
    return book, [*(text(f"A{n + 1}", shown) for n in range(count)), text(f"A{count + 1}", "末")]


def write_all():
    narrow, mixed = "plain é", "绩效a跟"
    # The head of a text: its length and flags, with runs and phonetic text six bytes more.
    write("narrow-text-cut-in-its-characters", *cut_everywhere(narrow, narrow, 3, 3 + 7))
    write("narrow-text-cut-in-its-head", *cut_everywhere(narrow, narrow, 0, 3))
    write("wide-text-cut-between-characters", Book(sst=(table := SST(*((mixed, {"cuts": (3 + 2 * n,)}) for n in range(4))))).sheet(
        "Sheet1", *(label_sst(n, 0, n) for n in range(4))), [text(f"A{n + 1}", mixed) for n in range(4)])
    write("wide-text-cut-at-every-byte", *cut_everywhere(mixed, mixed, 0, 3 + 8 + 1))
    write("rich-text-cut-in-its-runs", *cut_everywhere(mixed, mixed, 9 + 8, 9 + 8 + 8 + 5, runs=2, phonetic=5))
    write("rich-text-cut-at-every-byte", *cut_everywhere(mixed, mixed, 0, 9 + 8 + 8 + 5, runs=2, phonetic=5))
    write("text-that-changes-its-width-at-a-cut", Book(sst=SST(
        ("计划plan", {"cuts": (3 + 4,), "joins": (True,)}), ("plan计划", {"narrow": False, "cuts": (3 + 4,), "joins": (False,)}),
        ("\U00020000𠮷", {"cuts": (3 + 2,)}), "end")).sheet("Sheet1", *(label_sst(0, n, n) for n in range(4))), [
        text("A1", "计划plan"), text("B1", "plan计划"), text("C1", "\U00020000𠮷"), text("D1", "end")])
    write("text-of-three-records", Book(sst=SST((LONG, {"cuts": (3 + 8000, 3 + 8100)}), "end")).sheet(
        "Sheet1", label_sst(0, 0, 0), label_sst(0, 1, 1)), [text("A1", LONG), text("B1", "end")])
    empty = SST("a", "b")
    empty.pieces = [empty.pieces[0], b"", b"", b""]
    empty.add("c")
    write("empty-records-between-strings", Book(sst=empty).sheet("Sheet1", *(label_sst(0, n, n) for n in range(3))), [
        text("A1", "a"), text("B1", "b"), text("C1", "c")])
    write("zeros-and-half-characters", Book(sst=SST("a\0b", "x\ud83d", "\udc00y", "\ud83d\ud83d\ude00", "é\0")).sheet(
        "Sheet1", *(label_sst(0, n, n) for n in range(5))), [
        text("A1", "a_x0000_b"), text("B1", "x_xD83D_"), text("C1", "_xDC00_y"), text("D1", "_xD83D_\U0001F600"), text("E1", "é_x0000_")])
    write("text-of-many-zeros", Book(sst=SST("\0" * 400 + "é" * 400, "\0" * 300 + "甲")).sheet(
        "Sheet1", label_sst(0, 0, 0), label_sst(0, 1, 1)), [
        text("A1", "_x0000_" * 400 + "é" * 400), text("B1", "_x0000_" * 300 + "甲")])
    for name, counts in (("more", (9, 4_000_000_000)), ("fewer", (1, 1)), ("no", (0, 0))):
        write(f"table-that-claims-{name}-strings", Book(sst=SST("a", "b", "c", counts=counts)).sheet(
            "Sheet1", *(label_sst(0, n, n) for n in range(4))), [
            text("A1", "a"), text("B1", "b"), text("C1", "c"), finding("xlsx.shared-string", "Sheet1!D1")])
    half = SST("a", "b")
    half.pieces[0] += u16(30000) + u8(0) + b"cut"
    write("table-whose-last-string-is-cut-off", Book(sst=half).sheet("Sheet1", *(label_sst(0, n, n) for n in range(3))), [
        text("A1", "a"), text("B1", "b"), finding("xlsx.shared-string", "Sheet1!C1")])
    runs = SST("a")
    runs.pieces[0] += u16(1) + u8(0x0C) + u16(0xFFFF) + u32(0xFFFFFFFF) + b"b"
    write("runs-that-never-end", Book(sst=runs).sheet("Sheet1", *(label_sst(0, n, n) for n in range(3))), [
        text("A1", "a"), text("B1", "b"), finding("xlsx.shared-string", "Sheet1!C1")])

    def in_pieces(kind, front, shown, cut):
        body = wide(shown)
        return record(kind, front, u16(units(shown)), u8(1), body[:cut]) + record(0x3C, u8(1), body[cut:])

    place = u16(0, 0, 0)
    write("texts-of-cells-cut-into-records", Book().sheet(
        "Sheet1", in_pieces(0x204, place, LONG, 8000), formula(1, 0, special(0)), in_pieces(0x207, b"", LONG, 8001),
        record(0x204, u16(2, 0, 0), u16(3)) + record(0x3C, characters("abc"))), [
        text("A1", LONG), text("A2", LONG), text("A3", "abc")])
    write("rich-text-of-a-cell", Book().sheet(
        "Sheet1", record(0xD6, u16(0, 0, 0), u16(3), characters("上标2"), u16(1), u16(2, 5)),
        record(0xD6, u16(0, 1, 0), u16(2), u8(0x08), u16(1), b"ab", u16(0, 5))), [text("A1", "上标2"), text("B1", "ab")])
    for kind, name, front in ((0x204, "label", u16(0, 0, 0)), (0x207, "string", b"")):
        before = formula(0, 0, special(0)) if kind == 0x207 else b""
        write(f"{name}-longer-than-its-record", Book().sheet("Sheet1", before, record(kind, front, u16(500), u8(1), wide("短"))), [
            "refused xls.damaged Workbook"])
    write("texts-that-are-empty", Book(sst=SST("", "甲")).sheet(
        "Sheet1", label(0, 0, ""), label_sst(0, 1, 0), formula(0, 2, special(0)), string(""), label_sst(0, 3, 1)), [text("D1", "甲")])
