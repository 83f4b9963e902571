#!/usr/bin/env python3
"""Writes the fixtures of the reader of binary workbooks: one file for each of its branches, and hostile ones.

    python3 Tests/Tools/biff/make.py        # fixtures/xls, the same bytes on every run
"""

import cells
import containers
import hostile
import protected
import strings
import versions
from fixture import FOLDER

FOLDER.mkdir(parents=True, exist_ok=True)
for old in FOLDER.iterdir():
    old.unlink()
for module in (cells, containers, hostile, protected, strings, versions):
    module.write_all()
