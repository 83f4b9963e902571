"""Documents and archives that mean harm, for hostile.py."""

import io
import os
import pathlib
import sys
import zipfile

sys.path.append(str(pathlib.Path(__file__).parent / "biff"))
from cells import note, shape  # noqa: E402
from records import Book, number, record, u8, u16  # noqa: E402

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def documents(folder):
    """.docx: a table is read whole, and so is all around it."""
    def add(name, *pieces, others=()):
        with zipfile.ZipFile(folder / (name + ".docx"), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument" '
                             'Target="word/document.xml"/></Relationships>')
            archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}">' + "".join(
                f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>' for n, (kind, target, _) in enumerate(others))
                + "</Relationships>")
            for name, root, content in (("document.xml", "document", ("<w:body>", *pieces, "</w:body>")),
                                        *((target, {"header": "hdr", "comments": "comments"}[kind], content)
                                          for kind, target, content in others)):
                with archive.open("word/" + name, "w", force_zip64=True) as stream:
                    stream.write(f'<w:{root} xmlns:w="{W}" xmlns:mc="{MC}">'.encode())
                    for piece in content:
                        stream.write(piece.encode())
                    stream.write(f"</w:{root}>".encode())

    def p(text):
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    def cell(text, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    small = f"<w:tbl><w:tr>{cell('甲')}</w:tr></w:tbl>"
    add("columns-of-one-cell", f'<w:tbl><w:tr>{cell("a", chr(60) + "w:gridSpan w:val=" + chr(34) + "100000" + chr(34) + "/>")}</w:tr></w:tbl>')
    add("columns-in-front", '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2147483647"/></w:trPr>' + cell("a") + "</w:tr></w:tbl>")
    add("cells-of-one-row-of-a-document", "<w:tbl><w:tr>", *[cell("a") * 1_000] * 1_000, "</w:tr></w:tbl>")
    add("rows-of-a-document", "<w:tbl>", *[f"<w:tr>{cell('a')}</w:tr>" * 1_000] * 1_500, "</w:tbl>")
    add("merges-that-begin-nowhere", "<w:tbl>", *[f"<w:tr>{cell('a', '<w:vMerge/>') * 60}</w:tr>" * 50] * 200, "</w:tbl>")
    add("merges-of-every-cell", "<w:tbl>", *["<w:tr>" + cell("", '<w:gridSpan w:val="2"/>') * 60 + "</w:tr>"] * 15_000, "</w:tbl>")
    add("tables-within-tables", "<w:tbl><w:tr><w:tc>" * 5_000, p("a"), "</w:tc></w:tr></w:tbl>" * 5_000)
    add("tables-within-tables-with-texts", ("<w:tbl><w:tr><w:tc>" + p("x" * 8_000)) * 60, "</w:tc></w:tr></w:tbl>" * 60)
    add("tables-side-by-side", *[small * 1_000] * 100)
    add("paragraphs-without-end", small, *[p("a") * 1_000] * 1_500)
    add("one-paragraph-of-megabytes", small, "<w:p>", *["<w:r><w:t>" + "x" * 100_000 + "</w:t></w:r>"] * 1_500, "</w:p>")
    add("cell-of-megabytes", "<w:tbl><w:tr><w:tc><w:p>", *["<w:r><w:t>" + "x" * 100_000 + "</w:t></w:r>"] * 1_500, "</w:p></w:tc></w:tr></w:tbl>")
    add("runs-struck-out", "<w:tbl><w:tr><w:tc><w:p>",
        *["<w:r><w:rPr><w:strike/></w:rPr><w:t>x</w:t></w:r>" * 1_000] * 1_500, "</w:p></w:tc></w:tr></w:tbl>")
    add("cells-struck-out", "<w:tbl>", *["<w:tr><w:tc><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>x</w:t></w:r></w:p></w:tc></w:tr>" * 1_000] * 300, "</w:tbl>")
    add("deletions-within-deletions", "<w:del>" * 200_000, small)
    add("controls-within-controls", "<w:sdt><w:sdtContent>" * 100_000, small)
    add("alternatives-within-alternatives", "<mc:AlternateContent><mc:Choice>" * 100_000, small)
    add("fields-that-never-end", "<w:tbl><w:tr><w:tc><w:p>", *['<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 1_000] * 1_000,
        "</w:p></w:tc></w:tr></w:tbl>")
    add("document-that-is-a-bomb", small, *[" " * 1_000_000] * 800)
    add("comments-without-end", small, others=[("comments", "comments.xml", [
        f"<w:comment>{p('x')}</w:comment>" * 1_000] * 1_000)])
    add("header-of-megabytes", small, others=[("header", "header1.xml", [p("x" * 100_000)] * 300)])
    add("headers-without-end", small, others=[("header", f"header{n}.xml", [p(str(n))]) for n in range(8_000)])


def notes(folder):
    """.xls: what lies on a sheet and not in its cells."""
    def add(name, *records):
        (folder / (name + ".xls")).write_bytes(Book().sheet("Sheet1", number(0, 0, 1), *records).bytes())

    box = shape(0x06, 1, 1, 2, "加快施工")
    add("text-boxes-without-end", box * (9_000_000 // len(box)))
    add("comments-without-end", note(0, 0, 1) * 300_000)
    add("objects-without-texts", shape(0x06, 1, 1, 2) * 90_000)
    add("object-whose-parts-never-end", record(0x5D, u16(0x15, 0x12, 6, 1, 0), bytes(12), u16(0, 0) * 2_000) * 1_100)
    add("drawings-of-empty-containers", record(0xEC, (u16(0x0F, 0xF004) + bytes(4)) * 1_000) * 1_100)
    add("texts-of-objects-in-many-records", shape(0x06, 1, 0, 0), record(0x1B6, u16(0, 0, 0, 0, 0, 60_000, 16, 0, 0)),
        record(0x3C, u8(0) + b"x") * 1_500_000)
    add("page-headers-without-end", *(record(0x14, u16(6), u8(0), f"{n:06}".encode() + b"x") for n in range(400_000)))


def archives(folder):
    """.zip in the place of a folder."""
    def packed(*members, level=9):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
            for name, data in members:
                archive.writestr(name, data)
        return out.getvalue()

    def add(name, *members):
        (folder / (name + ".zip")).write_bytes(packed(*members))

    zeros = packed(("0.csv", bytes(100_000_000)))
    add("bombs-within-an-archive", *((f"{n}.csv", bytes(20_000_000)) for n in range(40)))
    add("archives-of-bombs", *((f"{n}.zip", zeros) for n in range(60)))
    deep = zeros
    for _ in range(30):
        deep = packed(("0.zip", deep))
    add("archives-thirty-deep", ("0.zip", deep))
    add("archive-of-many-empty-files", *((f"{n:05}.csv", b"") for n in range(2_000)))
    add("archive-of-many-doubles", *(("a.csv", b"1") for n in range(20_000)))
    add("names-of-60-kilobytes", *((f"{n}" + "x" * 60_000 + ".csv", b"") for n in range(70)))
    add("folders-within-folders", ("a/" * 30_000 + "a.csv", b"1"))
    add("archive-of-folders-only", *((f"{n}/", b"") for n in range(60_000)))
    add("random-bytes-in-an-archive", ("a.xls", os.urandom(4_000_000)), ("b.docx", os.urandom(4_000_000)))
