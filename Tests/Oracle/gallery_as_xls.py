#!/usr/bin/env python3
"""Has LibreOffice save the gallery's workbooks as .xls, and compares the forms that are read from both.

    python3 Tests/Oracle/gallery_as_xls.py --command .build/release/tracktable

The canonical JSON has to be the same but for `source`. REASONS lists the files where it cannot be.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

GALLERY = pathlib.Path(__file__).parents[2] / "fixtures" / "gallery"
REASONS = {
    "targets-stored-as-formulas": "LibreOffice stores =36.00(次), which nobody can compute, as the error #VALUE!; the text is not in the file",
}


def forms(command, path, folder):
    """The forms of a file without their source, and the exit status."""
    out = pathlib.Path(folder, path.name + ".json")
    status = subprocess.run([command, "convert", str(path), "-o", str(out), "--quiet"], capture_output=True, timeout=120).returncode
    if not out.exists():
        return None, status
    result = json.loads(out.read_text(encoding="utf-8"))["forms"]
    for form in result:
        form.pop("source")
    return result, status


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--command", default=".build/release/tracktable", help="the tracktable to run")
    options = arguments.parse_args()
    files = sorted(GALLERY.glob("*.xlsx"))
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile", "--convert-to", "xls:MS Excel 97",
             "--outdir", scratch, *files], check=True, capture_output=True, timeout=600)
        for path in files:
            saved = pathlib.Path(scratch, path.stem + ".xls")
            one, other = forms(options.command, path, scratch), forms(options.command, saved, scratch)
            is_same = one == other
            reason = REASONS.get(path.stem)
            failures += not is_same and not reason
            print("same     " if is_same else "DIFFERENT", path.name, "" if is_same else reason or (one, other))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
