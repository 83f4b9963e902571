#!/usr/bin/env python3
"""Draws the forms of canonical JSON as Word documents, has the command read them, and compares what it reads with what was drawn.

    python3 Tests/Tools/check_documents.py COMMAND [--office] [--as doc,odt] FORMS.json…

Each form is drawn in the shapes of word_forms.py. With --office every document is opened and saved once by LibreOffice Writer and compared
again. Prints each difference, and in the end how many documents there were; exit status 1 where one differs.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

FIELDS = ["title", "kind", "period", "project", "supervisingDepartment", "implementingUnit", "budget", "goals", "indicators",
          "assessment", "correctiveMeasures", "extras"]


def differences(expected, found, path=""):
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in sorted(expected.keys() | found.keys()):
            if path == "" and key == "source":
                continue
            yield from differences(expected.get(key), found.get(key), f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, pair in enumerate(zip(expected, found)):
            yield from differences(*pair, f"{path}[{index}]")
    elif (expected or None) != (found or None):
        yield f"{path}: drawn {expected!r}, read {found!r}"


def read(command, documents, folder):
    """The forms that the command reads in each document."""
    output = folder / "read.jsonl"
    subprocess.run([command, "convert", *map(str, documents), "-o", str(output), "--to", "jsonl", "--force", "--quiet"],
                   stderr=subprocess.DEVNULL, check=False)
    forms = {}
    for line in output.read_text().splitlines() if output.exists() else []:
        form = json.loads(line)
        forms.setdefault(form["source"]["file"], []).append(form)
    return forms


def save_again(documents, folder):
    """The documents as LibreOffice Writer saves them."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML",
                    "--outdir", str(folder), *map(str, documents)], stdout=subprocess.DEVNULL, check=True)
    return [folder / document.name for document in documents]


def compare(command, documents, folder, label):
    forms = read(command, documents, folder)
    bad = 0
    for document in documents:
        drawn = json.loads((folder / (document.name.rsplit(".", 2)[0] + ".json")).read_text())["forms"]
        found = forms.get(document.name, [])
        lines = [f"{len(drawn)} forms drawn, {len(found)} read"] if len(drawn) != len(found) else [
            line for pair in zip(drawn, found) for line in differences(*pair)]
        if lines:
            bad += 1
            print(f"{label} {document.name}")
            print("".join(f"    {line}\n" for line in lines[:5]), end="")
    return bad


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("--office", action="store_true")
    parser.add_argument("forms", nargs="+")
    options = parser.parse_args()
    tools = pathlib.Path(__file__).parent
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for forms in options.forms:
            subprocess.run([sys.executable, str(tools / "word_forms.py"), forms, str(folder)], check=True)
        documents = sorted(folder.glob("*.docx"))
        bad = compare(options.command, documents, folder, "drawn")
        count = len(documents)
        if options.office:
            again = save_again(documents, folder / "again")
            bad += compare(options.command, again, folder, "saved")
            count += len(again)
        print(f"{count} documents, {bad} differ")
    sys.exit(1 if bad or not count else 0)


if __name__ == "__main__":
    main()
