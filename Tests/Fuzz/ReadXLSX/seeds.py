#!/usr/bin/env python3
"""Turns the fixtures of the XLSX reader into seeds for its fuzzer.

    python3 Tests/Fuzz/ReadXLSX/seeds.py FOLDER
"""

import pathlib
import sys
import zipfile

target = pathlib.Path(sys.argv[1])
target.mkdir(parents=True, exist_ok=True)
for path in sorted((pathlib.Path(__file__).parents[3] / "fixtures" / "xlsx").glob("*.xlsx")):
    if not zipfile.is_zipfile(path):
        target.joinpath(path.stem).write_bytes(path.read_bytes())
        continue
    with zipfile.ZipFile(path) as archive:
        parts = [(entry.filename.encode(), archive.read(entry)) for entry in archive.infolist()]
    if sum(len(data) for _, data in parts) < 200_000:
        seed = b"".join(name + b"\n" + str(len(data)).encode() + b"\n" + data for name, data in parts)
        target.joinpath(path.stem).write_bytes(seed)
