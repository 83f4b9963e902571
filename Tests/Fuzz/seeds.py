#!/usr/bin/env python3
"""Turns the fixtures of the readers into seeds for their fuzzers: whole packages, and the XML of worksheets; binary workbooks, and
their records alone.

    python3 Tests/Fuzz/seeds.py FOLDER      # writes FOLDER/seeds-ReadXLSX, FOLDER/seeds-ReadXML, FOLDER/seeds-ReadXLS and FOLDER/seeds-ReadDOCX
"""

import pathlib
import struct
import sys
import zipfile


def main(folder):
    packages, documents = folder / "seeds-ReadXLSX", folder / "seeds-ReadXML"
    for target in (packages, documents):
        target.mkdir(parents=True, exist_ok=True)
    for path in sorted((pathlib.Path(__file__).parents[2] / "fixtures" / "xlsx").glob("*.xlsx")):
        try:
            parts = parts_of(path)
        except (zipfile.BadZipFile, NotImplementedError):
            packages.joinpath(path.stem).write_bytes(path.read_bytes())
            continue
        if sum(len(data) for _, data in parts) < 200_000:
            packages.joinpath(path.stem).write_bytes(listed(parts))
        for name, data in parts:
            if "sheet" in name and name.endswith(".xml") and len(data) < 16_384:
                documents.joinpath(f"{path.stem}-{pathlib.PurePath(name).stem}").write_bytes(data)
    binary_workbooks(folder / "seeds-ReadXLS")
    word_documents(folder / "seeds-ReadDOCX")


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


def listed(parts):
    """As the targets take several parts in one input."""
    return b"".join(b"%s\n%d\n%s" % (name.encode(), len(data), data) for name, data in parts)


def word_documents(target):
    """The main part alone, and where a document has more than that, all of its parts."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted((pathlib.Path(__file__).parents[2] / "fixtures" / "docx").glob("*.docx")):
        parts = parts_of(path)
        data = dict(parts)["word/document.xml"]
        if len(data) < 16_384:
            target.joinpath(path.stem).write_bytes(data)
        if len(listed(parts)) < 16_384:
            target.joinpath(path.stem + "-parts").write_bytes(listed(parts))


def binary_workbooks(target):
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted((pathlib.Path(__file__).parents[2] / "fixtures" / "xls").iterdir()):
        data = path.read_bytes()
        if path.suffix == ".txt":
            continue
        if len(data) < 16_384:
            target.joinpath(path.stem).write_bytes(data)
        try:
            stream = workbook_stream(data)
        except (struct.error, IndexError, StopIteration):
            continue
        if 0 < len(stream) < 12_000:
            target.joinpath(path.stem + "-records").write_bytes(stream)


def workbook_stream(data):
    """The records of a sound compound file whose table has one sector."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]

    def sector(number):
        return data[(number + 1) * size:(number + 2) * size]

    fat = struct.unpack(f"<{size // 4}I", sector(struct.unpack_from("<I", data, 76)[0]))

    def chain(number, table, piece):
        result = b""
        for _ in range(len(table)):
            if number >= len(table):
                break
            result += piece(number)
            number = table[number]
        return result

    directory = chain(struct.unpack_from("<I", data, 48)[0], fat, sector)
    entries = [directory[n:n + 128] for n in range(0, len(directory), 128)]
    start, length = next(struct.unpack_from("<IQ", e, 116) for e in entries
                         if e[:64].decode("utf-16-le").rstrip("\0") in ("Workbook", "Book"))
    if length >= 4096:
        return chain(start, fat, sector)[:length]
    mini = chain(struct.unpack_from("<I", entries[0], 116)[0], fat, sector)
    table = chain(struct.unpack_from("<I", data, 60)[0], fat, sector)
    return chain(start, struct.unpack(f"<{len(table) // 4}I", table), lambda n: mini[64 * n:64 * n + 64])[:length]


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
