"""Writes a workbook's package directly: fast, small, and nothing in it but what was drawn (ECMA-376 part 1, 18.2 and 18.3)."""

import zipfile
from xml.sax.saxutils import escape

import sheet as sheets

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
EARLIEST = (1980, 1, 1, 0, 0, 0)


def attribute(text):
    return escape(text, {'"': "&quot;"})


class Styles:
    """The number formats of a workbook; style 0 is General."""

    def __init__(self):
        self.formats = {}

    def style(self, code):
        return 0 if code is None else self.formats.setdefault(code, len(self.formats) + 1)

    def xml(self):
        codes = "".join(f'<numFmt numFmtId="{163 + n}" formatCode="{attribute(c)}"/>' for c, n in self.formats.items())
        head = f'<numFmts count="{len(self.formats)}">{codes}</numFmts>' if self.formats else ""
        uses = "".join(
            f'<xf numFmtId="{163 + n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
            for n in self.formats.values()
        )
        return (
            f'{HEAD}<styleSheet xmlns="{MAIN}">{head}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
            '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(self.formats) + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{uses}'
            '</cellXfs></styleSheet>'
        )


def cell_xml(row, column, cell, styles):
    place = sheets.address(row, column)
    style = styles.style(cell.format)
    shown = f' s="{style}"' if style else ""
    if cell.number is not None:
        return f'<c r="{place}"{shown}><v>{format(cell.number, "f")}</v></c>'
    if cell.struck or cell.raised:
        runs = [("<strike/>", cell.struck), ("", cell.text), ('<vertAlign val="superscript"/>', cell.raised)]
        rich = "".join(
            f'<r>{f"<rPr>{look}</rPr>" if look else ""}<t xml:space="preserve">{escape(text)}</t></r>' for look, text in runs if text
        )
        return f'<c r="{place}"{shown} t="inlineStr"><is>{rich}</is></c>'
    return f'<c r="{place}"{shown} t="inlineStr"><is><t xml:space="preserve">{escape(cell.text)}</t></is></c>'


def sheet_xml(sheet, styles):
    rows = {}
    for (row, column), cell in sorted(sheet.cells().items()):
        rows.setdefault(row, []).append(cell_xml(row, column, cell, styles))
    columns = sheet.hidden_columns | {column for slot in sheet.hidden_slots for _, column in slot.covered()}
    hidden = "".join(f'<col min="{c + 1}" max="{c + 1}" width="9" hidden="1"/>' for c in sorted(columns))
    columns = f"<cols>{hidden}</cols>" if hidden else ""
    body = "".join(
        f'<row r="{row + 1}"{" hidden=" + chr(34) + "1" + chr(34) if row in sheet.hidden_rows else ""}>{"".join(cells)}</row>'
        for row, cells in rows.items()
    )
    merges = "".join(
        f'<mergeCell ref="{sheets.address(s.row, s.column)}:{sheets.address(s.row + s.rows - 1, s.column + s.columns - 1)}"/>'
        for s in sheet.merges()
    )
    merged = f'<mergeCells count="{len(sheet.merges())}">{merges}</mergeCells>' if merges else ""
    return f'{HEAD}<worksheet xmlns="{MAIN}">{columns}<sheetData>{body}</sheetData>{merged}</worksheet>'


def write(path, book):
    """Writes the sheets of a workbook."""
    styles = Styles()
    parts = {f"xl/worksheets/sheet{n}.xml": sheet_xml(sheet, styles) for n, sheet in enumerate(book, 1)}
    named = "".join(
        f'<sheet name="{attribute(s.name)}" sheetId="{n}"{"" if s.state == "visible" else f" state={chr(34)}{s.state}{chr(34)}"} r:id="rId{n}"/>'
        for n, s in enumerate(book, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{DOC}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(book) + 1)
    )
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPE}worksheet+xml"/>' for n in range(1, len(book) + 1)
    )
    whole = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PKG}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}styles+xml"/>{types}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PKG}/relationships">'
        f'<Relationship Id="rId1" Type="{DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PKG}/relationships">{related}'
        f'<Relationship Id="rId{len(book) + 1}" Type="{DOC}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": styles.xml(),
        **parts,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        for name, text in whole.items():
            package.writestr(zipfile.ZipInfo(name, EARLIEST), text)
