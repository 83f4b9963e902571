#!/usr/bin/env python3
"""Reads forms through real Spark on two workers, and compares everything with one run of the command.

    python3 Tests/Spark/spark.py [--tracktable .build/release/tracktable] [--files 200] [--master 'local-cluster[2,1,1024]']

Two of a hundred files are broken. Compared: which files were refused and why, every form as canonical JSON, the types of all columns, amounts and
indicators, and the bytes of the workbooks that are written back. Then the same again while an executor is killed in the middle.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time

import pyspark

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PACKAGE = os.path.join(ROOT, "Integrations", "Spark")
os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path.insert(0, PACKAGE)

from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql.types import DecimalType  # noqa: E402

from tracktable_spark import read_forms, write_workbooks  # noqa: E402


def make_files(folder, count):
    value = lambda text, amount: {"text": text, "comparison": None, "amount": amount, "unit": None}
    for number in range(count):
        where = f"{folder}/{number % 7}科"
        os.makedirs(where, exist_ok=True)
        line = {"initialBudget": f"{number}.50", "periodBudget": "12345678901234.567", "periodExpenditure": f"{number}.00", "executionRate": "48.52"}
        form = {"title": "财政项目支出绩效跟踪表", "period": {"start": "2023-01", "end": "2023-08"},
                "project": {"code": "0012", "name": f"项目{number}\n“一”"}, "supervisingDepartment": {"name": f"第{number % 5}局"},
                "implementingUnit": {"name": "示范中心"},
                "budget": {"total": line, "additional": [{"label": "债券", "partOf": None, **line, "extras": []}]},
                "goals": {"expected": "完成。" * 20, "actual": None},
                "indicators": [{"level1": "产出指标", "level2": "数量指标", "name": f"任务{index}", "target": value("≥90", "90"),
                                "planned": value("60.00", "60.00"), "actual": value("及时", None)} for index in range(3)]}
        with open(f"{where}/{number:05}.json", "w", encoding="utf-8") as file:
            # Two of a hundred are broken.
            file.write("{" if number % 50 == 13 else json.dumps({"schema": "tracktable/1", "forms": [form]}, ensure_ascii=False))


def one_run(tracktable, folder, work):
    """The forms by file, the refused files with their rules, and the workbooks of one run."""
    subprocess.run([tracktable, "convert", folder, "-o", f"{work}/one.jsonl", "--report", f"{work}/one.json", "--quiet"],
                   stderr=subprocess.DEVNULL, check=False)
    subprocess.run([tracktable, "convert", folder, "-o", f"{work}/one/", "--quiet"], stderr=subprocess.DEVNULL, check=False)
    with open(f"{work}/one.jsonl", encoding="utf-8") as file:
        # The names come out of the lines themselves: what Spark says of a form's file is not asked.
        forms = sorted(line.rstrip("\n") for line in file)
    with open(f"{work}/one.json", encoding="utf-8") as file:
        report = json.load(file)
    refused = {os.path.relpath(one["file"], folder): one["findings"][-1]["rule"] for one in report["files"] if one["outcome"] == "refused"}
    return forms, refused, tree(f"{work}/one")


def tree(folder):
    files = {}
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".tracktable"]
        for name in names:
            with open(os.path.join(where, name), "rb") as file:
                files[os.path.relpath(os.path.join(where, name), folder)] = file.read()
    return files


def same(what, found, expected):
    if found != expected:
        sys.exit(f"{what} differs: {str(found)[:500]}\nexpected: {str(expected)[:500]}")
    print(f"{what}: the same", flush=True)


def executors():
    """The processes of executors below this one."""
    parents, found = {}, []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                parents[int(name)] = int(file.read().rsplit(")", 1)[1].split()[1])
            with open(f"/proc/{name}/cmdline") as file:
                if "CoarseGrainedExecutorBackend" in file.read():
                    found.append(int(name))
        except OSError:
            pass

    def is_own(process):
        while process in parents:
            if process == os.getpid():
                return True
            process = parents[process]
        return False

    return [process for process in found if is_own(process)]


def kill_one(after):
    """Kills an executor once it has worked for a while."""
    def run():
        time.sleep(after)
        for process in executors()[:1]:
            os.kill(process, signal.SIGKILL)
            print(f"killed executor {process}", flush=True)
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--tracktable", default=".build/release/tracktable")
    options.add_argument("--files", type=int, default=200)
    options.add_argument("--master", default="local-cluster[2,1,1024]")
    options = options.parse_args()
    tracktable = os.path.abspath(options.tracktable)
    with tempfile.TemporaryDirectory(prefix="tracktable-spark-") as work:
        folder = f"{work}/收件箱"
        make_files(folder, options.files)
        forms, refused, workbooks = one_run(tracktable, folder, work)
        assert len(refused) == sum(number % 50 == 13 for number in range(options.files))
        spark = (SparkSession.builder.master(options.master).appName("tracktable").config("spark.ui.enabled", "false")
                 .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.network.timeout", "600s").getOrCreate())
        spark.sparkContext.setLogLevel("OFF")
        spark.sparkContext.addPyFile(os.path.join(PACKAGE, "tracktable_spark.py"))

        def compare(what, result):
            same(f"{what}: files refused",
                 {row.name: row.rule for row in result.files.where("outcome = 'refused'").select("name", "refusal.rule").collect()}, refused)
            same(f"{what}: forms", sorted(row.form_json for row in result.forms.select("form_json").collect()), forms)

        began = time.monotonic()
        result = read_forms(spark, folder, command=tracktable, partitions=8, workbooks=True)
        compare("Spark", result)
        print(f"{options.files} files: {time.monotonic() - began:.1f} s", flush=True)
        for table, columns in [(result.budget_lines, ["initial_budget", "period_budget", "period_expenditure", "execution_rate"]),
                               (result.indicators, ["target_amount", "planned_amount", "actual_amount"]), (result.forms, ["total_period_budget"])]:
            same(f"types of {', '.join(columns)}", {str(table.schema[name].dataType) for name in columns}, {str(DecimalType(38, 10))})
        done = len(forms)
        same("sum of the amounts", str(result.forms.selectExpr("sum(total_period_budget)").first()[0].normalize()),
             str((__import__("decimal").Decimal("12345678901234.567") * done).normalize()))
        same("rows", (result.budget_lines.count(), result.budget_lines.where("fund IS NULL").count(), result.indicators.count(),
                      result.findings.where("rule = 'json.syntax'").count()), (2 * done, done, 3 * done, len(refused)))
        write_workbooks(result, f"{work}/back")
        same("workbooks", {name.replace(".json.xlsx", ".xlsx"): data for name, data in tree(f"{work}/back").items()}, workbooks)
        seconds = time.monotonic() - began
        result.unpersist()

        if options.master.startswith("local-cluster"):
            killer = kill_one(min(2.0, seconds / 8))
            result = read_forms(spark, folder, command=tracktable, partitions=32)
            compare("Spark, an executor killed", result)
            killer.join()
        spark.stop()


if __name__ == "__main__":
    main()
