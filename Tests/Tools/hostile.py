#!/usr/bin/env python3
"""Writes files that mean harm, has the command read each, and says what it cost.

    python3 Tests/Tools/hostile.py FOLDER [COMMAND [SUFFIX…]]

COMMAND is .build/release/tracktable unless told; suffixes such as .docx leave the other files out. Every file is at most 10 MB; `cells`,
`convert`, `check` and `inspect` may take at most 256 MB and 2 seconds of processor time, and have to end with an answer and not with a
signal. Anything else is said and makes the exit status 1.
"""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import zipfile

import hostile_documents

sys.path.append(str(pathlib.Path(__file__).parent / "biff"))
from compound import Compound, entry  # noqa: E402
from records import (SST, Book, bof, formula, label, label_sst, merges, mulrk, number, record, rk, special, string,  # noqa: E402
                     u8, u16, u32)

MEMORY, SECONDS, SIZE = 256, 2.0, 10_000_000
# Processor seconds after which nobody waits any longer.
PATIENCE = 10
SUFFIXES = (".xlsx", ".csv", ".xls", ".docx", ".zip")
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(archive, name, pieces):
    """A part from pieces, so that no bomb has to lie in memory here either."""
    with archive.open(name, "w", force_zip64=True) as stream:
        for piece in pieces:
            stream.write(piece.encode() if isinstance(piece, str) else piece)


def relationships(*targets):
    lines = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                    for n, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}">{lines}</Relationships>'


def workbook(path, sheet, strings=None, styles=None, workbook_part=None, extra=()):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        part(archive, "_rels/.rels", [relationships(("officeDocument", "xl/workbook.xml"))])
        part(archive, "xl/workbook.xml", workbook_part or [
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'])
        part(archive, "xl/_rels/workbook.xml.rels", [relationships(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"))])
        part(archive, "xl/worksheets/sheet1.xml", sheet)
        if strings:
            part(archive, "xl/sharedStrings.xml", strings)
        if styles:
            part(archive, "xl/styles.xml", styles)
        for name, pieces in extra:
            part(archive, name, pieces)


def around(before, pieces, after):
    yield before
    yield from pieces
    yield after


def sheet(pieces, before="<sheetData>", after="</sheetData>"):
    return around("<worksheet>" + before, pieces, after + "</worksheet>")


def rows(count, cell):
    return (f'<row r="{n}">{cell(n)}</row>' for n in range(1, count + 1))


ONE = ['<row r="1"><c r="A1" t="s"><v>0</v></c></row>']


def files(folder):
    """Name and path of each, made as it is asked for."""
    def new(name):
        return folder / (name + ".xlsx")

    def add(name, *arguments, **named):
        workbook(new(name), *arguments, **named)

    add("zip-bomb-of-spaces", sheet(" " * 1_000_000 for _ in range(600)))
    add("zip-bomb-below-the-ratio", sheet(os.urandom(2_000).hex() + " " * 150_000 for _ in range(300)))
    add("sparse-sheet", sheet(rows(40_000, lambda n: f'<c r="XFD{n * 26}"><v>1</v></c>')))
    add("cell-at-the-last-address", sheet(['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>']))
    add("empty-rows", sheet(f'<row r="{n}"/>' for n in range(1, 1_048_577)))
    add("styled-empty-cells", sheet(rows(60_000, lambda n: "".join(f'<c r="{c}{n}" s="1"/>' for c in "ABCDEFGHIJ"))))
    add("a-million-merges", sheet((f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 1_000_001)), "<sheetData/><mergeCells>",
                                  "</mergeCells>"))
    add("merges-of-tall-columns", sheet(
        around("", (f'<mergeCell ref="{column(n)}1:{column(n)}1048576"/>' for n in range(16_000)),
               "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(2, 80_000))),
        "<sheetData/><mergeCells>", "</mergeCells>"))
    add("hidden-columns", sheet(('<col min="1" max="16384" hidden="1"/>' for _ in range(300_000)), "<cols>",
                                "</cols><sheetData/>"))
    add("millions-of-shared-strings", sheet(ONE), around(
        "<sst>", (f"<si><t>{n:x}</t></si>" for n in range(2_500_000)), "</sst>"))
    add("millions-of-empty-strings", sheet(ONE), around("<sst>", ("<si/>" * 1_000 for _ in range(20_000)), "</sst>"))
    add("strings-of-one-letter", sheet(ONE), around("<sst>", ["<si><t>", *("x" * 1_000_000 for _ in range(200))],
                                                    "</t></si></sst>"))
    add("strings-used-by-every-cell", sheet(rows(30_000, lambda n: "".join(
        f'<c r="{c}{n}" t="s"><v>0</v></c>' for c in "ABCDEFGHIJ"))), ["<sst><si><t>", "x" * 32_000, "</t></si></sst>"])
    add("inline-strings-of-a-row", sheet(['<row r="1">', *(
        f'<c r="{column(n)}1" t="inlineStr"><is><t>{"x" * 30_000}</t></is></c>' for n in range(10_000)), "</row>"]))
    add("deep-nesting", sheet("<a>" * 100_000 for _ in range(30)))
    add("deep-nesting-of-strings", sheet(ONE), around("<sst><si>", ("<r>" * 1_000 for _ in range(1_000)), ""))
    add("giant-attribute", sheet(['<row r="', *("1" * 1_000_000 for _ in range(100)), '"/>']))
    add("attributes-without-end", sheet(["<row ", *(f'a{n}="1" ' for n in range(2_000_000)), "/>"]))
    add("giant-comment", sheet(["<!--", *("-x" * 500_000 for _ in range(100)), "-->"]))
    add("cells-of-one-row", sheet(['<row r="1">', *('<c t="b"><v>1</v></c>' for _ in range(3_000_000)), "</row>"]))
    add("formulas-without-values", sheet(rows(100_000, lambda n: f'<c r="A{n}"><f>{"1+" * 50}1</f></c>')))
    add("bad-references", sheet(rows(200_000, lambda n: '<c r="??"><v>1</v></c>')))
    add("cells-in-other-rows", sheet(['<row r="1">', *(f'<c r="A{n}"><v>1</v></c>' for n in range(1_000_000, 2, -1)), "</row>"]))
    add("millions-of-styles", sheet(ONE), styles=around(
        "<styleSheet><cellXfs>", ('<xf numFmtId="9"/>' * 1_000 for _ in range(3_000)), "</cellXfs></styleSheet>"))
    add("formats-of-many-letters", sheet(rows(2_000, lambda n: f'<c r="A{n}" s="{n}"><v>{n}.5</v></c>')), styles=around(
        "<styleSheet><numFmts>", (f'<numFmt numFmtId="{200 + n}" formatCode="{"0;" * 2_000}{n}"/>' for n in range(2_000)),
        "</numFmts><cellXfs>" + "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(2_000)) + "</cellXfs></styleSheet>"))
    add("format-of-a-megabyte", sheet(rows(2_000, lambda n: f'<c r="A{n}" s="0"><v>{n}.5</v></c>')), styles=[
        '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="', "yyyy/" * 200_000,
        '"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>'])
    add("thousands-of-sheets", sheet(ONE), workbook_part=around(
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>',
        (f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(200_000)), "</sheets></workbook>"))
    add("one-part-as-a-thousand-sheets", sheet(rows(2_000, lambda n: f'<c r="A{n}"><v>1</v></c>')), workbook_part=around(
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>',
        (f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1_000)), "</sheets></workbook>"))
    add("findings-in-a-thousand-sheets", sheet(rows(
        30, lambda n: '<c r="??"><v>1</v></c><c t="s"><v>99</v></c><c><v>12345678901234567</v></c><c><f>1</f></c>'
        '<c><v>x</v></c><c t="d"><v>x</v></c><c t="z"><v>1</v></c><c t="b"><v>7</v></c>')))
    shared_bytes(new("findings-in-a-thousand-sheets"), 1_000)
    for name, code in (("figures", "0x" * 500 + "?/?"), ("literals", "0-?" * 340), ("durations", "[h]" * 340), ("dates", "ym" * 500)):
        add("cells-under-one-format-of-" + name, sheet(rows(20_000, lambda n: f'<c s="0"><v>{n}.5</v></c>')), styles=[
            f'<styleSheet><numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>'])
    add("styles-of-hundreds-of-megabytes", sheet(ONE), styles=around(
        "<styleSheet><cellXfs>", (f"<!--{os.urandom(1_000).hex()}-->" + "<xf/>" * 20_000 for _ in range(5_000)),
        "</cellXfs></styleSheet>"))
    add("thousands-of-parts", sheet(ONE), extra=((f"x/{n}.xml", ["<a/>"]) for n in range(60_000)))
    add("merges-dropped-above-each-other", sheet(
        around('<mergeCell ref="XFD1:XFD1048576"/>', (f'<mergeCell ref="{column(n)}1"/>' for n in range(16_383)),
               "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(2, 80_000))),
        "<sheetData/><mergeCells>", "</mergeCells>"))
    add("merge-of-one-long-character", sheet(['<mergeCell ref="a', *("\u0301" * 100_000 for _ in range(30)), '"/>'],
                                             "<sheetData/><mergeCells>", "</mergeCells>"))
    add("errors-of-megabytes", sheet(rows(20, lambda n: f'<c r="A{n}" t="e"><v>{"#" * 4_000_000}</v></c>')))
    add("formulas-of-megabytes", sheet(rows(20, lambda n: f'<c r="A{n}"><f>{"1+" * 2_000_000}1</f></c>')))
    add("strings-that-fail-for-every-sheet", sheet(ONE), ["<sst>", *("<si><t>x</t></si>" * 1_000 for _ in range(700))],
        workbook_part=around(
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>',
            (f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(900)), "</sheets></workbook>"))
    add("sheets-that-share-their-bytes", sheet("<row/>" * 100_000 for _ in range(20)))
    shared_bytes(new("sheets-that-share-their-bytes"), 200)
    add("sizes-that-lie", sheet(ONE), around("<sst>", ("<si><t>abcdefgh</t></si>" * 1_000 for _ in range(8_000)), "</sst>"))
    compressed_size_that_lies(new("sizes-that-lie"), "xl/sharedStrings.xml")
    add("many-ends-of-the-archive", sheet(ONE), extra=((f"x/{n}.xml", ["<a/>"]) for n in range(9_000)))
    data = new("many-ends-of-the-archive").read_bytes()
    new("many-ends-of-the-archive").write_bytes(data + data[-22:] * 2_900)
    add("document-type", ['<!DOCTYPE a [<!ENTITY b "', "x" * 100_000, '">]><worksheet/>'])

    for name, pieces in (
        ("quotes-that-never-close", ('"' + "x,\n" * 300_000 for _ in range(8))),
        ("quotes-everywhere", ('a"b"c",' * 100_000 for _ in range(12))),
        ("delimiters-only", ("," * 1_000_000 for _ in range(9))),
        ("lines-only", ("\n" * 1_000_000 for _ in range(9))),
        ("one-long-line", ("x" * 1_000_000 for _ in range(9))),
        ("nul-bytes", ("\0" * 1_000_000 for _ in range(9))),
        ("spaces-before-quotes", (" " * 400_000 + '"x' + 'y"' * 400_000 + "z,2\n" for _ in range(1))),
        ("a-mark-too-few-on-every-line", ('"12"",b\n' * 100_000 for _ in range(11))),
        ("a-mark-too-few-in-every-field", ('"12"",' * 100_000 for _ in range(14))),
        ("many-doubts", (' "a" ,b"\n' * 100_000 for _ in range(10))),
    ):
        with open(folder / (name + ".csv"), "w", encoding="utf-8") as file:
            file.writelines(pieces)
    binary_workbooks(folder)
    hostile_documents.documents(folder)
    hostile_documents.notes(folder)
    hostile_documents.archives(folder)
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)


def binary_workbooks(folder):
    """The same for .xls."""
    def add(name, content):
        (folder / (name + ".xls")).write_bytes(content.bytes() if isinstance(content, Book) else content)

    def cells(count, columns, make):
        return (make(n // columns, n % columns) for n in range(count))

    def table(*pieces):
        """A workbook whose table of strings has these bytes, in records of its own for each piece."""
        book = Book(sst=SST(counts=(1, 1))).sheet("Sheet1", label_sst(0, 0, 0))
        stream = book.bytes()
        place = stream.index(SST(counts=(1, 1)).bytes()) + 12
        more = b"".join(record(0x3C, piece) for piece in pieces)
        start = stream.rindex(bof(0x10))
        stream = stream[:place] + more + stream[place:]
        return stream.replace(record(0x85, u32(start), b"")[4:8], u32(start + len(more)), 1)

    add("one-long-string-in-every-cell", Book(sst=SST("x" * 30_000)).sheet(
        "Sheet1", *cells(650_000, 10, lambda r, c: label_sst(r, c, 0))))
    add("rows-in-reverse", Book().sheet("Sheet1", *(mulrk(r, 0, *[(0, rk(1))] * 256) for r in range(6_300, 0, -1))))
    add("columns-one-behind-the-other", Book().sheet("Sheet1", *(number(n % 60_000, n // 60_000, n) for n in range(540_000))))
    add("one-cell-half-a-million-times", Book().sheet("Sheet1", number(0, 0, 1) * 540_000))
    add("cells-that-alternate", Book().sheet("Sheet1", (number(1, 0, 1) + number(0, 0, 1)) * 270_000))
    add("labels-of-one-letter", Book().sheet("Sheet1", *cells(700_000, 11, lambda r, c: label(r, c, "x"))))
    add("labels-of-30-kilobytes", Book().sheet("Sheet1", *(label(n, 0, "\xe9" * 30_000) for n in range(320))))
    add("millions-of-strings-of-one-letter", table(*[(u16(1) + u8(0) + b"x") * 2_000] * 1_200))
    add("millions-of-strings-without-letters", table(*[(u16(0) + u8(0)) * 2_600] * 1_250))
    add("millions-of-empty-records", table(*[b""] * 2_400_000))
    add("records-of-one-letter", table(u16(60_000) + u8(0), *[u8(0) + b"x"] * 1_600_000))
    add("millions-of-merges", Book().sheet("Sheet1", *[merges(*[(n, n, 0, 1) for n in range(1_000)]) for _ in range(1_200)]))
    add("overlapping-merges", Book().sheet("Sheet1", *[merges(*[(0, 65535, n % 256, n % 256)] * 200, *[(n, n, 0, 255)] * 200) for n in range(240)]))
    add("half-a-million-sheets", Book(more=[record(0x85, u32(0), u8(0, 0, 1, 0), b"a") * 760_000]).sheet("Sheet1", number(0, 0, 1)))
    add("half-a-million-styles", Book(styles=[9] * 410_000).sheet("Sheet1", number(0, 0, 1)))
    add("formats-of-thousands-of-letters", Book(
        formats=[(164 + n, "0;" * 2_000 + str(n)) for n in range(1_900)], styles=range(164, 2_064)).sheet(
            "Sheet1", *(number(n, 0, 1.5, n) for n in range(1_900))))
    add("numbers-that-are-none", Book().sheet("Sheet1", *cells(540_000, 9, lambda r, c: number(r, c, float("nan")))))
    add("formulas-of-five-hundred-bytes", Book().sheet("Sheet1", *cells(18_000, 1, lambda r, c: formula(
        r, c, special(0), tokens=u8(0x1E, 1, 0) + (u8(0x1E, 1, 0) + u8(3)) * 125))))
    add("formulas-and-their-texts", Book().sheet("Sheet1", *cells(210_000, 4, lambda r, c: formula(r, c, special(0)) + string("x"))))
    add("beginnings-without-ends", Book().sheet("Sheet1", bof(0x20) * 490_000))
    nested = Book(sst=SST("a")).sheet("s0", *[bof(0x10) + number(0, 0, 1)] * 200_000)
    start = len(nested.bytes()) - len(nested.sheets[0][-1]) + 26 * 900
    for n in range(900):
        nested.sheet(f"s{n}", offset=start + 42 * n, end=b"")
    add("sheets-within-sheets", nested)
    file = Compound({"Workbook": Book().sheet("Sheet1", *cells(500_000, 8, lambda r, c: number(r, c, 1))).bytes()}, scattered=True)
    add("sectors-all-scattered", file.bytes())
    file = Compound({"Workbook": Book().sheet("Sheet1", number(0, 0, 1)).bytes()})
    file.directory = file.add(entry("x", 2) * 75_000)
    add("directory-of-many-names", file.bytes())
    file = Compound({"x": b"y"})
    file.add(bytes(9_500_000))
    add("difat-of-free-sectors", file.bytes(tables=[], difat=5))
    add("chain-of-all-sectors", Compound({"Workbook": bytes(9_400_000)}).bytes())


def shared_bytes(path, sheets):
    """Makes a workbook's sheet many sheets, each with a part of its own name and all with the same bytes."""
    names = [f"xl/worksheets/s{n}.xml" for n in range(sheets)]
    with zipfile.ZipFile(path) as archive:
        kept = archive.read("_rels/.rels")
        with archive.open("xl/worksheets/sheet1.xml") as stream:
            content = stream.read()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", kept)
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + "".join(
            f'<sheet name="s{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, sheets + 1)) + "</sheets></workbook>")
        archive.writestr("xl/_rels/workbook.xml.rels", relationships(*(("worksheet", name[3:]) for name in names)))
        archive.writestr(names[0], content)
        for name in names[1:]:
            other = zipfile.ZipInfo(name)
            first = archive.getinfo(names[0])
            for field in ("header_offset", "CRC", "compress_size", "file_size", "compress_type"):
                setattr(other, field, getattr(first, field))
            archive.filelist.append(other)
            archive.NameToInfo[name] = other
        archive._didModify = True


def compressed_size_that_lies(path, name):
    """Has the directory say of a part that it takes 4 GB of the archive."""
    data = bytearray(path.read_bytes())
    place = data.rfind(b"PK\1\2", 0, data.rfind(name.encode()))
    data[place + 20:place + 24] = b"\xf0\xff\xff\xff"
    path.write_bytes(bytes(data))


def column(index):
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def measure(command):
    """Exit status, processor seconds, peak MB."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE)))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    folder = pathlib.Path(sys.argv[1])
    command = sys.argv[2] if len(sys.argv) > 2 else ".build/release/tracktable"
    folder.mkdir(parents=True, exist_ok=True)
    paths = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES) or files(folder)
    if sys.argv[3:]:
        paths = [path for path in paths if path.suffix in sys.argv[3:]]
    failures = 0
    print("| file | MB | cells: s, MB, exit | convert | check | inspect |\n| --- | --- | --- | --- | --- | --- |")
    for path in paths:
        if path.stat().st_size > SIZE:
            sys.exit(f"{path} is larger than {SIZE} bytes")
        shown = []
        with tempfile.TemporaryDirectory() as scratch:
            for arguments in (["cells", str(path)], ["convert", str(path), "-o", scratch + "/o.json", "--quiet"],
                              ["check", str(path)], ["inspect", str(path)]):
                status, seconds, memory = measure([command, *arguments])
                isBad = status < 0 or seconds > SECONDS or memory > MEMORY
                failures += isBad
                shown.append(f"{seconds:.2f}, {memory:.0f}, {status}{' **too much**' if isBad else ''}")
        print(f"| {path.name} | {path.stat().st_size / 1e6:.2f} | {' | '.join(shown)} |", flush=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
