"""Runs the command over a folder and reads what it wrote."""

import json
import os
import re
import subprocess
from dataclasses import dataclass, field

RANGE = re.compile(r"^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$")
LOUD = ("warning", "error")


def column_number(name):
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1


def rectangles(cells):
    """(top, left, bottom, right) for each range of an address such as A1, B2:C9 or A1,C3."""
    out = []
    for part in re.split(r"[,，、\s]+", cells or ""):
        match = RANGE.match(part)
        if match:
            left, top, right, bottom = match.groups()
            right, bottom = right or left, bottom or top
            out.append((int(top) - 1, column_number(left), int(bottom) - 1, column_number(right)))
    return out


@dataclass
class Finding:
    rule: str
    severity: str
    sheet: str
    field: str
    words: str
    rectangles: list
    form: int = -1  # which of the file's forms it belongs to; -1 for the file

    @property
    def loud(self):
        return self.severity in LOUD

    def touches(self, row, column):
        return any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in self.rectangles)


@dataclass
class Result:
    """What became of one file."""

    forms: list = field(default_factory=list)
    findings: list = field(default_factory=list)


def finding(raw, form):
    words = "\n".join(raw.get(key) or "" for key in ("message", "found", "expected", "advice"))
    return Finding(raw["rule"], raw["severity"], raw["sheet"], raw["field"], words, rectangles(raw["cells"]), form)


def run(program, folder, out):
    """Converts a folder; returns (a Result for each file's name, what went wrong with the run as a whole)."""
    output, report = f"{out}/OUT.jsonl", f"{out}/OUT-report.json"
    for path in (output, report):
        if os.path.exists(path):
            os.remove(path)
    done = subprocess.run(
        [program, "convert", folder, "-o", output, "--report", report, "--quiet", "--lang", "zh"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "SWIFT_BACKTRACE": "enable=no"}, timeout=1800,
    )
    results = {name: Result() for name in os.listdir(folder)}
    if done.returncode not in (0, 1, 2) or not os.path.exists(report):
        return results, f"exit status {done.returncode}: {done.stderr.decode(errors='replace')[:2000]}"
    with open(report, encoding="utf-8") as lines:
        for entry in json.load(lines)["files"]:
            result = results[os.path.basename(entry["file"])]
            result.findings += [finding(raw, -1) for raw in entry["findings"]]
            for number, form in enumerate(entry["forms"]):
                result.findings += [finding(raw, number) for raw in form["findings"]]
    if os.path.exists(output):
        with open(output, encoding="utf-8") as lines:
            for line in lines:
                form = json.loads(line)
                results[os.path.basename(form["source"]["file"])].forms.append(form)
    return results, None
