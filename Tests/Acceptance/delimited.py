"""Writes a sheet as CSV or TSV, as the seeds have it: the displayed texts, and nothing of merges."""


def rows(sheet):
    cells = sheet.cells()
    width = sheet.width
    for row in range(sheet.height):
        yield [cells[row, column].text if (row, column) in cells else "" for column in range(width)]


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def write(path, sheet, case):
    """Tab separated with line breaks as spaces, or comma separated with line breaks in quotes."""
    encoding = "utf-8"
    if case.has("encoding"):
        encoding = case.rng("encoding").choice(["utf-8-sig", "gb18030", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
    with open(path, "w", encoding=encoding, newline="") as out:
        for row in rows(sheet):
            if case.has("text-ragged"):
                while row and not row[-1]:
                    row.pop()
            if case.tabs:
                out.write("\t".join(text.replace("\n", " ").replace("\t", " ") for text in row) + "\n")
            else:
                out.write(",".join(map(quoted, row)) + "\r\n")
