#!/usr/bin/env python3
"""Turns the fixtures of the XLSX reader into seeds for its fuzzers: whole packages, and the XML of worksheets.

    python3 Tests/Fuzz/seeds.py FOLDER      # writes FOLDER/seeds-ReadXLSX and FOLDER/seeds-ReadXML
"""

import pathlib
import sys
import zipfile


def main(folder):
    packages, documents = folder / "seeds-ReadXLSX", folder / "seeds-ReadXML"
    for target in (packages, documents):
        target.mkdir(parents=True, exist_ok=True)
    for path in sorted((pathlib.Path(__file__).parents[2] / "fixtures" / "xlsx").glob("*.xlsx")):
        try:
            with zipfile.ZipFile(path) as archive:
                parts = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
        except (zipfile.BadZipFile, NotImplementedError):
            packages.joinpath(path.stem).write_bytes(path.read_bytes())
            continue
        if sum(len(data) for _, data in parts) < 200_000:
            packages.joinpath(path.stem).write_bytes(
                b"".join(b"%s\n%d\n%s" % (name.encode(), len(data), data) for name, data in parts))
        for name, data in parts:
            if "sheet" in name and name.endswith(".xml") and len(data) < 16_384:
                documents.joinpath(f"{path.stem}-{pathlib.PurePath(name).stem}").write_bytes(data)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
