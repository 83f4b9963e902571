#!/usr/bin/env python3
"""Reads JSON Lines and CSV of the command with pandas, polars and DuckDB, as Documentation/Frames.md says, and compares types and values.

    python3 Tests/Frames/frames.py [--tracktable .build/release/tracktable]

What has to come out is what went in: amounts as decimals to the last digit, codes with their zeros, words that look like numbers or like
nothing as words.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

# Code of the project, its name, budget and expenditure of the total, and what is planned for its indicator.
FORMS = [("0012", "007", "12345678901234.567", "0.00", "1e5"), ("51000021R000000019951", "NULL", "71.30", "-0.000001", "12月底前"),
         (None, "NA", "6883.62", None, "75.00"), ("219001", "2023-2025年道路养护, “一网”统管", "100.00", "70.10", "007")]
EXPECTED = [(code, name, Decimal(budget), spent and Decimal(spent), planned) for code, name, budget, spent, planned in FORMS]
COLUMNS = ["项目编码", "项目名称", "年度资金总额·跟踪期预算数(万元)", "年度资金总额·跟踪期执行数(万元)", "跟踪期计划完成值"]


def form(code, name, budget, spent, planned):
    value = {"text": planned, "comparison": None, "amount": None, "unit": None}
    line = {"initialBudget": budget, "periodBudget": budget, "periodExpenditure": spent, "executionRate": "48.52"}
    return {"title": "财政项目支出绩效跟踪表", "period": {"start": "2023-01", "end": "2023-08"},
            "project": {"code": code, "name": name}, "implementingUnit": {"name": "示范中心"}, "budget": {"total": line},
            "goals": {"expected": "完成。"},
            "indicators": [{"level1": "产出指标", "level2": "数量指标", "name": "长度", "target": value, "planned": value}]}


def csv_pandas(path):
    names = pd.read_csv(path, nrows=0, encoding="utf-8-sig").columns
    amounts = [name for name in names if name.endswith(("(万元)", "(%)"))]
    table = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8-sig")
    decimal = pd.ArrowDtype(pa.decimal128(38, 6))
    table[amounts] = table[amounts].map(Decimal, na_action="ignore").astype(decimal)
    assert all(table[name].dtype == decimal for name in amounts), table.dtypes
    return [tuple(None if pd.isna(value) else value for value in row) for row in table[COLUMNS].itertuples(index=False)]


def csv_polars(path):
    table = pl.read_csv(path, infer_schema=False)
    amounts = [name for name in table.columns if name.endswith(("(万元)", "(%)"))]
    table = table.with_columns(pl.col(amounts).cast(pl.Decimal(38, 6)))
    assert all(table.schema[name] == pl.Decimal(38, 6) for name in amounts), table.schema
    return table.select(COLUMNS).rows()


def csv_duckdb(path):
    chosen = ", ".join(f'CAST("{name}" AS DECIMAL(38,6))' if name.endswith("(万元)") else f'"{name}"' for name in COLUMNS)
    table = duckdb.sql(f"SELECT {chosen} FROM read_csv('{path}', all_varchar = true, header = true)")
    assert [str(kind) for kind in table.types] == ["VARCHAR", "VARCHAR", "DECIMAL(38,6)", "DECIMAL(38,6)", "VARCHAR"], table.types
    return table.fetchall()


def lines_pandas(path):
    table = pd.read_json(path, lines=True, dtype=False)
    total = pd.json_normalize(table["budget"])[["total.periodBudget", "total.periodExpenditure"]].map(Decimal, na_action="ignore")
    assert {type(value) for value in total["total.periodBudget"]} == {Decimal}
    return [(project["code"], project["name"], budget, None if pd.isna(spent) else spent, indicators[0]["planned"]["text"])
            for project, budget, spent, indicators in zip(table["project"], *[total[name] for name in total], table["indicators"])]


def lines_polars(path):
    table = pl.read_ndjson(path, infer_schema_length=None).select(
        pl.col("project").struct.field("code"), pl.col("project").struct.field("name"),
        *[pl.col("budget").struct.field("total").struct.field(name).cast(pl.Decimal(38, 6))
          for name in ("periodBudget", "periodExpenditure")],
        pl.col("indicators").list.first().struct.field("planned").struct.field("text"))
    assert list(table.schema.values()) == [pl.String, pl.String, pl.Decimal(38, 6), pl.Decimal(38, 6), pl.String], table.schema
    return table.rows()


def lines_duckdb(path):
    table = duckdb.sql(f"""
        SELECT project.code, project.name, CAST(budget.total.periodBudget AS DECIMAL(38,6)),
          CAST(budget.total.periodExpenditure AS DECIMAL(38,6)), indicators[1].planned.text
        FROM read_json('{path}', format = 'newline_delimited', sample_size = -1)""")
    assert [str(kind) for kind in table.types] == ["VARCHAR", "VARCHAR", "DECIMAL(38,6)", "DECIMAL(38,6)", "VARCHAR"], table.types
    return table.fetchall()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--tracktable", default=".build/release/tracktable")
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracktable-frames-") as folder:
        with open(f"{folder}/forms.jsonl", "w", encoding="utf-8") as file:
            for one in FORMS:
                file.write(json.dumps(form(*one), ensure_ascii=False) + "\n")
        for name, more in [("ledger.csv", []), ("lines.jsonl", ["--to", "jsonl", "--layout", "ledger"])]:
            done = subprocess.run([options.tracktable, "convert", f"{folder}/forms.jsonl", "-o", f"{folder}/{name}", "--quiet", *more],
                                  stderr=subprocess.PIPE, check=False)
            if done.returncode not in (0, 1):
                sys.exit(f"{name}: exit status {done.returncode}: {done.stderr.decode()}")
        for reader in (csv_pandas, csv_polars, csv_duckdb, lines_pandas, lines_polars, lines_duckdb):
            found = reader(f"{folder}/{'ledger.csv' if reader.__name__.startswith('csv') else 'lines.jsonl'}")
            if found != EXPECTED:
                sys.exit(f"{reader.__name__}:\n  found    {found}\n  expected {EXPECTED}")
            print(f"{reader.__name__}: the same", flush=True)


if __name__ == "__main__":
    main()
