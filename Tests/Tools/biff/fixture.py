"""Where the fixtures of the reader of binary workbooks lie, and how they say what is expected."""

import pathlib

from compound import compound
from records import Book

FOLDER = pathlib.Path(__file__).parents[3] / "fixtures" / "xls"


def write(name, content, expected, suffix=".xls"):
    """Writes a fixture, and beside it what the reader has to make of it.

    Content is a book, a stream that begins with BOF, or the bytes of a file. An expectation is a line for each cell,
    `Sheet1!A1 kind text value` with tabs between, `Sheet1!A1:B2 merge`, and `! rule Sheet1!A1` for a finding.
    """
    if isinstance(content, Book):
        content = compound({"Workbook" if content.version == 8 else "Book": content.bytes()})
    (FOLDER / f"{name}{suffix}").write_bytes(content)
    (FOLDER / f"{name}.txt").write_text("\n".join(expected) + "\n", encoding="utf-8")


def cell(address, kind, text, value=None, sheet="Sheet1"):
    def escape(s):
        return s.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f"{sheet}!{address}\t{kind}\t{escape(text)}\t{escape(text if value is None else value)}"


def text(address, shown, sheet="Sheet1"):
    return cell(address, "text", shown, sheet=sheet)


def merge(range, sheet="Sheet1"):
    return f"{sheet}!{range}\tmerge"


def finding(rule, place=""):
    return f"! {rule}" + (f" {place}" if place else "")
