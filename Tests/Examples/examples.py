#!/usr/bin/env python3
"""Runs the programs of Examples and says where they print something else than they have to.

    Tests/Examples/examples.py                                  # compiled against the debug build of the package, in seconds
    Tests/Examples/examples.py --programs Examples/.build/debug # as `make examples` has built them, by a dependency

Either way they are compiled from outside: what the package keeps to itself is not there for them.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = ["Rows", "OfficialForm", "CheckForm", "LedgerLines", "OwnForm"]
MODULES = [
    "TrackTable", "Findings", "TrackingModel", "Spreadsheet", "Recognition", "Checking", "Publishing", "Conversion",
    "SystemCalls", "CTextScan", "CXLSXScratch", "Yams", "CYaml"]
SYSTEM = ["CZip", "CDeflate", "CXLSXWriter", "CCrypto", "CLinux"]
LIBRARIES = ["zip", "deflate", "xlsxwriter", "crypto"]


def compiled(build, folder):
    """Compiles each program against the modules and objects of a debug build."""
    objects = [str(path) for name in MODULES for path in sorted((build / f"{name}.build").rglob("*.o"))]
    headers = [build / "Modules", ROOT / "Sources/CTextScan/include", ROOT / ".build/checkouts/Yams/Sources/CYaml/include"]
    headers += [ROOT / "Sources" / module for module in SYSTEM]
    archive = folder / "libTrackTable.a"
    subprocess.run(["ar", "crsT", archive, *objects], check=True)
    for name in NAMES:
        command = ["swiftc", "-swift-version", "6", "-warnings-as-errors", "-Onone", "-module-name", name]
        command += [word for path in headers for word in ("-I", path)]
        command += ["-Xcc", f"-fmodule-map-file={build / 'CXLSXScratch.build/module.modulemap'}"]
        command += sorted((ROOT / "Examples/Sources" / name).glob("*.swift"))
        command += [archive] + [f"-l{library}" for library in LIBRARIES] + ["-o", folder / name]
        subprocess.run([str(word) for word in command], check=True)


class Checks:
    def __init__(self, programs):
        self.programs = programs
        self.faults = []

    def run(self, name, stdin=b""):
        # An empty folder of its own: what a program writes there was not asked for.
        with tempfile.TemporaryDirectory() as folder:
            result = subprocess.run([self.programs / name], input=stdin, capture_output=True, cwd=folder, timeout=60)
            self.expect(f"{name} writes no files", os.listdir(folder), [])
        return result

    def expect(self, what, found, expected):
        if found != expected:
            self.faults.append(f"{what}: {found!r}, expected {expected!r}")

    def rows(self):
        import openpyxl
        path = ROOT / "fixtures/seeds/two-forms.standard-geometry.xlsx"
        result = self.run("Rows", path.read_bytes())
        lines = result.stdout.decode().splitlines()
        cells = {cell for line in lines for cell in line.split("\t")}
        merged = sorted(word for line in lines if line.startswith("merged: ") for word in line.split()[1:])
        book = openpyxl.load_workbook(path)
        texts = [
            f"{cell.coordinate}={cell.value}" for sheet in book for row in sheet for cell in row
            if isinstance(cell.value, str) and "\n" not in cell.value]
        self.expect("Rows prints every text", [text for text in texts if text not in cells], [])
        self.expect("Rows has texts to print", len(texts) > 50, True)
        self.expect("Rows names what is merged", merged, sorted(str(area) for sheet in book for area in sheet.merged_cells))
        refused = self.run("Rows", b"%PDF-1.7\n" + b"\0" * 100)
        self.expect("Rows refuses", (refused.returncode, "PDF" in refused.stdout.decode()), (2, True))

    def official_form(self):
        import io

        import openpyxl
        result = self.run("OfficialForm", (ROOT / "fixtures/seeds/two-forms.tsv").read_bytes())
        expected = json.loads((ROOT / "fixtures/seeds/two-forms.json").read_text())["forms"]
        sheets = openpyxl.load_workbook(io.BytesIO(result.stdout)).worksheets
        self.expect("OfficialForm writes a sheet a form", len(sheets), len(expected))
        for sheet, form in zip(sheets, expected):
            self.expect("the title", sheet["A1"].value, form["title"])
            self.expect("the project", sheet["B3"].value, form["project"]["name"])
            self.expect("the total", sheet["E6"].value, float(form["budget"]["total"]["initialBudget"]))

    def check_form(self):
        result = self.run("CheckForm")
        lines = result.stdout.decode().splitlines()
        self.expect("CheckForm finds errors", result.returncode, 1)
        self.expect("the sum is wrong", any("[budget.sum]" in line and "错误" in line for line in lines), True)
        self.expect("and where", "   budget.total.initialBudget" in lines, True)
        self.expect("a rule that is off", any("behind-calendar" in line for line in lines), False)
        sound = self.run("CheckForm", (ROOT / "fixtures/seeds/two-forms.tsv").read_bytes())
        self.expect("the forms of the seed have no errors", sound.returncode, 0)

    def ledger_lines(self):
        path = ROOT / "fixtures/gallery/ledger-a-row-an-indicator.csv"
        result = self.run("LedgerLines", path.read_bytes())
        expected = json.loads(path.with_suffix(".csv.json").read_text())["forms"]
        lines = [json.loads(line) for line in result.stdout.decode().splitlines()]
        for form in lines + expected:
            form.pop("source", None)
        self.expect("LedgerLines writes the forms of the ledger", lines, expected)

    def own_form(self):
        result = self.run("OwnForm")
        self.expect("OwnForm", result.stdout.decode().splitlines(), ['research 某某某 ["C3"]', "the same form"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, help="folder of the built programs")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / ".build/debug", help="debug build of the package")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.programs is None:
            compiled(options.build.resolve(), pathlib.Path(folder))
        checks = Checks((options.programs or pathlib.Path(folder)).resolve())
        for check in (checks.rows, checks.official_form, checks.check_form, checks.ledger_lines, checks.own_form):
            check()
    print("\n".join(checks.faults) or f"{len(NAMES)} examples print what they have to")
    sys.exit(1 if checks.faults else 0)


if __name__ == "__main__":
    main()
