"""Files that mean harm: circles, numbers that lead outward, counts that lie, records that never end."""

import struct

from compound import END, Compound, compound
from containers import LARGE, book, large
from fixture import cell, finding, text, write
from records import EOF, SST, Book, bof, label_sst, merges, mulrk, number, record, rk, u8, u16, u32

DAMAGED = ["refused xls.damaged"]
IN_STREAM = ["refused xls.damaged Workbook"]


def write_all():
    def broken(name, change, streams=None, expected=DAMAGED, **header):
        write(name, Compound(streams or {"Workbook": large().bytes()}).bytes(change, **header), expected)

    def circle(fat):
        fat[10] = 3

    broken("fat-in-a-circle", circle)
    broken("fat-of-one-sector-in-a-circle", lambda fat: fat.__setitem__(5, 5))
    broken("fat-that-leads-outward", lambda fat: fat.__setitem__(5, 70000))
    broken("fat-that-leads-nowhere", lambda fat: fat.__setitem__(5, 0xFFFFFFFF))
    broken("directory-in-a-circle", lambda fat: fat.__setitem__(Compound({"Workbook": large().bytes()}).directory,
                                                               Compound({"Workbook": large().bytes()}).directory), expected=DAMAGED)
    broken("directory-outside-of-the-file", lambda fat: None, directory=99999)
    broken("table-outside-of-the-file", lambda fat: None, tables=[0x00FFFFFF])
    broken("no-table", lambda fat: None, tables=[])
    broken("difat-outside-of-the-file", lambda fat: None, tables=[], difat=0x00FFFFFF)
    broken("difat-in-a-circle", lambda fat: None, tables=[], difat=0)
    broken("sectors-of-no-size", lambda fat: None, shift=0)
    broken("sectors-of-two-gigabytes", lambda fat: None, shift=31)
    small = {"Workbook": book("文" * 100).bytes()}
    mini = Compound(small)
    write("header-alone", mini.bytes()[:512], DAMAGED)
    write("header-cut-off", mini.bytes()[:300], DAMAGED)

    def mini_chain(change):
        file = Compound(small)
        numbers = list(struct.unpack("<128I", file.sectors[file.mini_fat]))
        change(numbers)
        file.sectors[file.mini_fat] = struct.pack("<128I", *numbers)
        return file.bytes()

    write("mini-stream-that-claims-more", Compound(small, sizes={"Workbook": 4000}).bytes(), [text("A1", "文" * 100)])
    write("mini-fat-that-leads-outward", mini_chain(lambda fat: fat.__setitem__(0, 9999)), DAMAGED)
    write("mini-fat-in-a-circle", mini_chain(lambda fat: fat.__setitem__(2, 0)), DAMAGED)
    write("mini-fat-of-one-sector-in-a-circle", mini_chain(lambda fat: fat.__setitem__(1, 1)), DAMAGED)
    write("stream-that-claims-gigabytes", Compound({"Workbook": large().bytes()}, sizes={"Workbook": 0x7FFFFFF0}).bytes(), LARGE)
    write("stream-that-claims-less", Compound({"Workbook": large().bytes()}, sizes={"Workbook": 5000}).bytes(), IN_STREAM)
    write("stream-of-no-bytes", compound({"Workbook": b""}), IN_STREAM)
    write("stream-of-zeros", compound({"Workbook": bytes(5000)}), IN_STREAM)
    write("cutoff-of-four-gigabytes", Compound({"Workbook": large().bytes()}).bytes(cutoff=0xFFFFFFFF), LARGE)

    whole = book().bytes()
    write("stream-cut-off-in-a-record", compound({"Workbook": whole[:-8]}), IN_STREAM)
    write("stream-cut-off-between-records", compound({"Workbook": whole[:-4]}), IN_STREAM)
    write("globals-cut-off", compound({"Workbook": whole[:30]}), IN_STREAM)
    write("record-longer-than-the-stream", Book().sheet("Sheet1", number(0, 0, 1), end=struct.pack("<HH", 0x203, 65535)), IN_STREAM)
    write("beginnings-without-ends", Book().sheet("Sheet1", *(bof(0x20) for _ in range(300)), number(0, 0, 1)), IN_STREAM)
    write("sheet-outside-of-the-stream", Book().sheet("Sheet1", offset=0x7FFFFFFF), ["refused xlsx.sheet-missing"])
    write("sheet-where-no-sheet-begins", Book().sheet("Sheet1", offset=10).sheet("Sheet2", number(0, 0, 1)), [
        cell("A1", "number", "1", sheet="Sheet2"), finding("xlsx.sheet-missing", "Sheet1")])
    shared = Book().sheet("One", number(0, 0, 1))
    start = len(Book().sheet("One").sheet("Two", offset=0).bytes()) - 2 * len(bof(0x10) + EOF)
    shared.sheet("Two", offset=start)
    write("two-sheets-at-one-place", shared, [cell("A1", "number", "1", sheet="One"), finding("xlsx.sheet-missing", "Two")])
    inner = Book().sheet("One", number(0, 0, 1), bof(0x10), number(0, 0, 2), EOF, number(0, 1, 3))
    inner.sheet("Two", offset=start + len(bof(0x10) + number(0, 0, 1)))
    write("sheet-within-a-sheet", inner, IN_STREAM)
    write("globals-as-a-sheet", Book().sheet("Sheet1", number(0, 0, 1), offset=0), ["refused xlsx.sheet-missing"])

    flood = SST("a")
    flood.pieces += [b""] * 5000
    flood.add("b")
    write("flood-of-empty-records", Book(sst=flood).sheet("Sheet1", label_sst(0, 0, 0), label_sst(0, 1, 1)), [text("A1", "a"), text("B1", "b")])
    one_by_one = SST()
    one_by_one.add("绩效" * 300, cuts=tuple(range(3, 3 + 1200, 2)))
    write("flood-of-records-of-one-character", Book(sst=one_by_one).sheet("Sheet1", label_sst(0, 0, 0)), [text("A1", "绩效" * 300)])
    write("cells-cut-off", Book().sheet("Sheet1", record(0x203, u16(0, 0, 0), b"\0\0")), IN_STREAM)
    for name, kind in (("label-of-shared-string", 0xFD), ("packed-number", 0x27E), ("formula", 6), ("truth-value", 0x205), ("label", 0x204)):
        write(f"{name}-cut-off", Book().sheet("Sheet1", record(kind, u16(0, 0, 0), b"\0")), IN_STREAM)
    write("cell-of-two-bytes", Book().sheet("Sheet1", record(0x203, u16(0))), IN_STREAM)
    write("numbers-fewer-than-columns", Book().sheet("Sheet1", record(0xBD, u16(0, 0), u16(0) + rk(1), u16(5))), IN_STREAM)
    write("numbers-cut-off", Book().sheet("Sheet1", record(0xBD, u16(0, 0), u16(0) + rk(1)[:2], u16(0))), IN_STREAM)
    write("merges-that-claim-more", Book().sheet("Sheet1", record(0xE5, u16(8191), u16(0, 0, 0, 1))), IN_STREAM)
    write("style-cut-off", Book(more=[record(0xE0, u16(0))]).sheet("Sheet1", number(0, 0, 1)), IN_STREAM)
    write("name-of-a-sheet-cut-off", Book(more=[record(0x85, u32(0), u8(0, 0, 200, 1), b"a\0")]).sheet("Sheet1", number(0, 0, 1)), [
        cell("A1", "number", "1"), finding("xlsx.sheet-missing", "a")])
    write("format-cut-off", Book(more=[record(0x41E, u16(164, 900), u8(1), b"0\0")], styles=(0, 164)).sheet("Sheet1", number(0, 0, 7, 1)), [
        cell("A1", "number", "7")])
