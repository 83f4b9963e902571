"""Fills cells of a workbook in, has LibreOffice recalculate it, and prints what the cells asked for show, as JSON.

    python3 recalculate.py FILE E7=100 F7=120.5 … -- H7 E6 …
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

source, *rest = sys.argv[1:]
split = rest.index("--")
book = openpyxl.load_workbook(source)
for assignment in rest[:split]:
    address, number = assignment.split("=")
    book.worksheets[0][address] = float(number)
with tempfile.TemporaryDirectory() as folder:
    filled = Path(folder, "filled.xlsx")
    book.save(filled)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", f"{folder}/out", filled],
        check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    sheet = openpyxl.load_workbook(f"{folder}/out/filled.xlsx", data_only=True).worksheets[0]
    print(json.dumps({address: sheet[address].value for address in rest[split + 1:]}))
