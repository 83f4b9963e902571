"""Reads a delimited file once with another reader and prints the seconds of processor time and the records.

usage: peers.py csv|pandas|polars FILE ENCODING
"""

import csv
import os
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "1"


def with_csv(path, encoding):
    with open(path, encoding=encoding, newline="") as file:
        return sum(1 for _ in csv.reader(file))


def with_pandas(path, encoding):
    import pandas

    return lambda: len(pandas.read_csv(path, encoding=encoding, header=None, dtype=str, keep_default_na=False))


def with_polars(path, encoding):
    import polars

    name = "utf8" if encoding == "utf-8" else encoding
    return lambda: polars.read_csv(path, encoding=name, has_header=False, infer_schema=False).height


if __name__ == "__main__":
    reader, path, encoding = sys.argv[1:]
    if reader == "csv":
        read = lambda: with_csv(path, encoding)  # noqa: E731
    else:
        read = {"pandas": with_pandas, "polars": with_polars}[reader](path, encoding)
    begin = time.process_time()
    records = read()
    print(f"{time.process_time() - begin}\t{records}")
