"""Scores how tables load from polluted CSV files, by the definition of the benchmark Pollock.

usage: pollock.py POLLOCK [--loader PROGRAM | --loaded FOLDER] [--worst N]

POLLOCK is a copy of the repository HPI-Information-Systems/Pollock (Vitagliano et al., "Pollock: A Data Loading Benchmark", VLDB 2023) with
`polluted_files/csv`, `polluted_files/clean` and `pollock_weights.json`; the parameters that it tells a loader are not read. PROGRAM is
`loadtables` of this folder, built here unless told; FOLDER has what another loader made of each file, as NAME_converted.csv. Needs
python-dateutil and price-parser.

A file counts with ten measures from 0 to 1: whether it loaded, and precision, recall and F1 of the first row's cells, of the other rows, and
of all cells, each as multisets against the clean file. The simple score is their sum averaged over the files, the weighted one averages by
how often each pollution was met in a survey.
"""

import argparse
import collections
import csv
import json
import pathlib
import re
import subprocess
import tempfile

import dateutil.parser
import price_parser

HERE = pathlib.Path(__file__).parent
SCRATCH = HERE.parent.parent / ".build/textbench"


class DateWords(dateutil.parser.parserinfo):
    """What may stand between the parts of a date."""

    JUMP = [" ", ".", ",", ";", "-", "/", "'"]


def as_truth(text):
    if text in ("True", "true", "1"):
        return "1"
    if text in ("False", "false", "0"):
        return "0"
    number = int(text)
    if number not in (0, 1):
        raise ValueError(text)
    return str(bool(number))


def as_time(text):
    if not re.fullmatch(r"\d{1,2}:\d{1,2}(:\d{1,2})?", text):
        raise ValueError(text)
    return str(dateutil.parser.parse(text).time())


def as_date(text):
    return str(dateutil.parser.parse(text, parserinfo=DateWords()))


def as_price(text):
    price = price_parser.Price.fromstring(text)
    if price.currency is None or price.amount is None:
        raise ValueError(text)
    return price.currency + str(price.amount_float)


def normalized(text, known={}):
    """A cell's value without the way it is written: 1.50 is 1.5, a date is a date, and letters are small."""
    if text not in known:
        known[text] = text.lower()
        if text.strip():
            for reading in (as_truth, lambda text: str(int(text)), lambda text: str(float(text)), as_time, as_date, as_price):
                try:
                    known[text] = reading(text)
                    break
                except (ValueError, OverflowError, TypeError):
                    continue
    return known[text]


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def agreement(expected, found):
    """Precision, recall and F1 as the benchmark calls them."""
    if not expected:
        return [1.0, 1.0, 1.0]
    common = (collections.Counter(expected) & collections.Counter(found)).total()
    if not common:
        return [0.0, 0.0, 0.0]
    first, second = common / len(expected), common / len(found)
    return [first, second, 2 * first * second / (first + second)]


def score(clean, loaded):
    """The ten measures of one file."""
    text = loaded.read_text(encoding="utf-8-sig")
    if text.splitlines()[:1] == ["Application Error"]:
        return [0.0] * 10
    expected, found = rows_of(clean), rows_of(loaded)
    if not expected:
        return [1.0] * 10
    def header(rows):
        return list(map(normalized, rows[0])) if rows else []

    def records(rows):
        return ["".join(map(normalized, row)) for row in rows[1:]]

    def cells(rows):
        return [cell for row in rows for cell in row]

    return [1.0] + [value for part in (header, records, cells) for value in agreement(part(expected), part(found))]


def kind(name):
    """The pollution of a file, without the row and the column that it struck."""
    return re.sub(r"\d+(?=_|\.csv$)", "N", name) if name.startswith("row_") else name


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pollock", type=pathlib.Path)
    parser.add_argument("--loader", type=pathlib.Path)
    parser.add_argument("--loaded", type=pathlib.Path)
    parser.add_argument("--worst", type=int, default=0)
    asked = parser.parse_args()
    polluted = asked.pollock / "polluted_files"
    names = sorted(path.name for path in (polluted / "csv").iterdir())
    weights = json.loads((asked.pollock / "pollock_weights.json").read_text())
    with tempfile.TemporaryDirectory() as scratch:
        loaded = asked.loaded
        if loaded is None:
            loader = asked.loader
            if loader is None:
                subprocess.run(
                    ["swift", "build", "-c", "release", "--package-path", HERE, "--scratch-path", SCRATCH], check=True)
                loader = SCRATCH / "release/loadtables"
            subprocess.run([loader, polluted / "csv", scratch], check=True)
            loaded = pathlib.Path(scratch)
        measures = {name: score(polluted / "clean" / name, loaded / f"{name}_converted.csv") for name in names}
    scores = {name: sum(values) for name, values in measures.items()}
    # A file that the weights do not name counts less than nothing, as published.
    total = sum(weights.get(name, -1) for name in names)
    losses = collections.Counter()
    for name in names:
        losses[kind(name)] += (10 - scores[name]) * weights.get(name, -1) / total
    print(f"files {len(names)}, loaded {sum(values[0] for values in measures.values()):.0f}")
    print(f"simple {sum(scores.values()) / len(names):.3f}")
    print(f"weighted {sum(scores[name] * weights.get(name, -1) for name in names) / total:.3f}")
    for name, loss in losses.most_common(asked.worst):
        files = [file for file in names if kind(file) == name]
        print(f"{loss:.4f} of the weighted score, {sum(10 - scores[file] for file in files) / len(names):.4f} of the simple: {name}")


if __name__ == "__main__":
    main()
