#!/usr/bin/env python3
"""Reads forms through real Spark on two workers, and compares everything with one run of the command.

    python3 Tests/Spark/spark.py [--tracktable .build/release/tracktable] [--files 200] [--broken 2] [--inbox FOLDER]
                                 [--master 'local-cluster[2,1,1024]']

The package has to be installed (`make spark` does it). The inbox is made by Benchmarks/bulk/generate.py, unless one is named. Compared:
which files were refused and why, every form as canonical JSON, every finding, and the bytes of the workbooks that are written back. Then the
same again while a worker is killed in the middle, and while a `tracktable` is. Then amounts and types, and files that Spark itself makes
trouble with.
"""

import argparse
import collections
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from decimal import Decimal

import pyspark

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
sys.path.insert(0, os.path.join(ROOT, "Tests", "Tools"))

from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql.types import ArrayType, BinaryType, DecimalType, IntegerType, LongType, StringType, StructType  # noqa: E402

from tracktable_spark import FINDING, read_forms, write_workbooks  # noqa: E402
from tree import tree  # noqa: E402


def same(what, found, expected):
    if found != expected:
        sys.exit(f"{what} differs: {str(found)[:800]}\nexpected: {str(expected)[:800]}")
    print(f"{what}: the same", flush=True)


class OneRun:
    """What one run of the command makes of a folder."""

    def __init__(self, tracktable, folder, work):
        def convert(output, *more):
            subprocess.run([tracktable, "convert", folder, "-o", f"{work}/{output}", "--quiet", "--lang", "zh", *more],
                           stderr=subprocess.DEVNULL, check=False)

        convert("one.jsonl", "--report", f"{work}/one.json")
        convert("one/")
        with open(f"{work}/one.jsonl", encoding="utf-8") as file:
            self.forms = sorted(line.rstrip("\n") for line in file)
        with open(f"{work}/one.json", encoding="utf-8") as file:
            files = json.load(file)["files"]
        name = lambda one: os.path.relpath(one["file"], folder)
        self.refused = {name(one): one["findings"][-1]["rule"] for one in files if one["outcome"] == "refused"}
        self.findings = collections.Counter()
        for one in files:
            for number, findings in enumerate([one["findings"], *[form["findings"] for form in one["forms"]]]):
                for finding in findings:
                    # What only comparing all files shows is no matter of one file.
                    if not finding["rule"].startswith(("across.", "run.duplicate")):
                        self.findings[(name(one), number, *[finding[key] for key in FINDING.fieldNames()])] += 1
        self.workbooks = tree(f"{work}/one")


def compare(what, result, one):
    refused = result.files.where("outcome = 'refused'").select("name", "refusal.rule").collect()
    same(f"{what}: {len(one.refused)} files refused", {row.name: row.rule for row in refused}, one.refused)
    same(f"{what}: {len(one.forms)} forms", sorted(row.form_json for row in result.forms.select("form_json").collect()), one.forms)
    found = result.findings.join(result.files.select("path", "name"), "path").select("name", "form_no", *FINDING.fieldNames()).collect()
    same(f"{what}: {sum(one.findings.values())} findings", collections.Counter((row[0], row[1] or 0, *row[2:]) for row in found), one.findings)


def processes(command):
    """The processes below this one with these words in their command line."""
    parents, found = {}, []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                parents[int(name)] = int(file.read().rsplit(")", 1)[1].split()[1])
            with open(f"/proc/{name}/cmdline") as file:
                if command in file.read().replace("\0", " "):
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


class Killer(threading.Thread):
    """Kills one process of a kind once a quarter of so many pieces of work is done."""

    def __init__(self, spark, command, pieces):
        super().__init__(daemon=True)
        self.tracker, self.command, self.pieces, self.killed, self.is_over = spark.sparkContext.statusTracker(), command, pieces, None, False
        self.start()

    def run(self):
        while not self.is_over and not self.killed:
            stages = [self.tracker.getStageInfo(stage) for stage in self.tracker.getActiveStageIds()]
            if any(stage and stage.numTasks == self.pieces and 4 * stage.numCompletedTasks >= self.pieces for stage in stages):
                for process in processes(self.command)[:1]:
                    os.kill(process, signal.SIGKILL)
                    self.killed = process
            time.sleep(0.01)


def exact_file(path, number):
    value = lambda text, amount: {"text": text, "comparison": None, "amount": amount, "unit": None}
    line = {"initialBudget": f"{number}.50", "periodBudget": "12345678901234.567", "periodExpenditure": "0.10", "executionRate": "48.52"}
    large = {**line, "periodBudget": "12345678901234567890123456789.00"}
    form = {"title": "财政项目支出绩效跟踪表", "period": {"start": "2023-01", "end": "2023-08"},
            "project": {"code": "0012", "name": f"项目{number}“一”"}, "supervisingDepartment": {"name": "第1局"},
            "implementingUnit": {"name": "示范中心"},
            "budget": {"total": line, "additional": [{"label": "债券", "partOf": None, **large, "extras": []}]},
            "goals": {"expected": "完成。", "actual": None},
            "indicators": [{"level1": "产出指标", "level2": "数量指标", "name": f"任务{index}", "target": value("≥90", "90"),
                            "planned": value("60.00", "60.00"), "actual": value("及时", None)} for index in range(3)]}
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"schema": "tracktable/1", "forms": [form]}, file, ensure_ascii=False)


def check_types(spark, tracktable, folder):
    """Amounts to the last digit, and the kind of every column."""
    os.makedirs(folder)
    for number in range(20):
        exact_file(f"{folder}/{number}.json", number)
    result = read_forms(spark, folder, command=tracktable)
    text, amount, number, long = StringType(), DecimalType(38, 10), IntegerType(), LongType()
    amounts = ["initial_budget", "period_budget", "period_expenditure", "execution_rate"]
    kinds = lambda table: {field.name: field.dataType for field in table.schema.fields}
    same("columns of budget_lines", kinds(result.budget_lines), {
        "path": text, "form_no": number, "line_no": number, "fund": text, "label": text, "part_of": text,
        **{name: amount for name in amounts}, **{name + "_text": text for name in amounts}})
    same("columns of indicators", kinds(result.indicators), {
        **{name: text for name in ["path", "level1", "level2", "name", "deviation_reason"]}, "form_no": number, "indicator_no": number,
        **{value + part: text for value in ["target", "planned", "actual"] for part in ["", "_comparison", "_amount_text", "_unit"]},
        **{value + "_amount": amount for value in ["target", "planned", "actual"]}})
    same("columns of forms", kinds(result.forms), {
        **{name: text for name in [
            "path", "kind", "title", "period_start", "period_end", "project_code", "project_name", "supervising_department_code",
            "supervising_department_name", "implementing_unit_code", "implementing_unit_name", "goals_expected", "goals_actual",
            "assessment_budget_completion", "assessment_budget_completion_likelihood", "assessment_goal_completion",
            "assessment_goal_completion_likelihood", "corrective_measures", "form_json"]},
        "form_no": number, **{"total_" + name: amount for name in amounts}})
    finding = {name: long if name in ("line", "column", "byteOffset") else text for name in FINDING.fieldNames()}
    same("columns of findings", kinds(result.findings), {"path": text, "form_no": number, **finding})
    files = kinds(result.files)
    same("columns of files", {name: kind for name, kind in files.items() if not isinstance(kind, StructType)}, {
        "path": text, "name": text, "outcome": text, "sha256": text, "size": long, "form_count": number})
    same("columns of account", kinds(result.files.select("account.*")), {name: long for name in ["cells", "values", "labels", "others"]})
    answers = kinds(result.answers)
    assert isinstance(answers["workbook"], BinaryType) and isinstance(answers["forms"], ArrayType)
    same("sum of the amounts", result.forms.selectExpr("sum(total_period_budget)", "sum(total_period_expenditure)").first()[:],
         (20 * Decimal("12345678901234.567"), 20 * Decimal("0.10")))
    same("an amount that does not fit", [tuple(row) for row in result.budget_lines.where("fund IS NULL").select(
        "label", "period_budget", "period_budget_text", "period_expenditure").distinct().collect()],
        [("债券", None, "12345678901234567890123456789.00", Decimal("0.10"))])
    same("rows", (result.budget_lines.count(), result.indicators.count(), result.indicators.where("actual_amount IS NULL").count()), (40, 60, 60))
    result.unpersist()


def check_trouble(spark, tracktable, folder):
    """Files that Spark would pass over or end the job for are rows; names that meet are told apart."""
    for name in ["甲.json", "乙/_草稿.json", "_旧/丙.json", "乙/~$锁.json", "乙/Thumbs.db", "_SUCCESS", "去.json"]:
        os.makedirs(os.path.dirname(f"{folder}/{name}"), exist_ok=True)
        exact_file(f"{folder}/{name}", 1)
    with open(f"{folder}/甲.txt", "wb") as file:
        file.write(b"")
    os.makedirs(f"{folder}/同")
    exact_file(f"{folder}/同/表.json", 2)
    subprocess.run([tracktable, "convert", f"{folder}/同/表.json", "-o", f"{folder}/同/表.csv", "--quiet"], check=False)
    # What Hadoop takes for the checksums of a file, and no file has these: it cannot be read.
    with open(f"{folder}/.去.json.crc", "wb") as file:
        file.write(b"crc\0" + (512).to_bytes(4, "big") + bytes(4 * 100))
    result = read_forms(spark, folder, command=tracktable, workbooks=True)
    rows = {row.name: row.rule for row in result.files.select("name", "refusal.rule").collect()}
    same("files that Spark passes over", {name: rows[name] for name in ["乙/_草稿.json", "_旧/丙.json", "去.json", "甲.txt"]},
         {"乙/_草稿.json": "spark.hidden-name", "_旧/丙.json": "spark.hidden-name", "去.json": "file.unreadable", "甲.txt": "file.empty"})
    same("all files", set(rows), {"甲.json", "甲.txt", "乙/_草稿.json", "_旧/丙.json", "去.json", "同/表.json", "同/表.csv"})
    write_workbooks(result, f"{folder}-back")
    same("names that would meet", set(tree(f"{folder}-back")), {"甲.xlsx", "同/表.json.xlsx", "同/表.csv.xlsx"})
    result.unpersist()


def check_example(tracktable, inbox, one, work):
    """The worked example of the package, as it is called."""
    submit = os.path.join(os.path.dirname(sys.executable), "spark-submit")
    package = os.path.join(ROOT, "Integrations", "Spark")
    done = subprocess.run([submit, "--master", "local[2]", "--py-files", f"{package}/tracktable_spark.py", f"{package}/example.py", inbox,
                           f"{work}/例/表", f"{work}/例/官方表", tracktable], capture_output=True, check=False, text=True)
    if done.returncode != 0:
        sys.exit(f"example.py: {done.stderr[-2000:]}")
    same("workbooks of the example", tree(f"{work}/例/官方表"), one.workbooks)
    assert f"{len(one.workbooks)} workbooks" in done.stdout, done.stdout
    same("tables of the example", set(os.listdir(f"{work}/例/表")), {"files", "forms", "budget_lines", "indicators", "findings"})


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--tracktable", default=".build/release/tracktable")
    options.add_argument("--files", type=int, default=200)
    options.add_argument("--broken", type=float, default=2)
    options.add_argument("--inbox", help="a folder of files, in place of one that is made")
    options.add_argument("--partitions", type=int)
    options.add_argument("--master", default="local-cluster[2,1,1024]")
    options = options.parse_args()
    tracktable = os.path.abspath(options.tracktable)
    with tempfile.TemporaryDirectory(prefix="tracktable-spark-") as work:
        inbox = options.inbox and os.path.abspath(options.inbox)
        if not inbox:
            inbox = f"{work}/收件箱"
            subprocess.run([sys.executable, f"{ROOT}/Benchmarks/bulk/generate.py", inbox, str(options.files), str(options.broken), "20"], check=True)
        one = OneRun(tracktable, inbox, work)
        assert one.refused and one.forms, "an inbox with broken files and whole ones"
        spark = (SparkSession.builder.master(options.master).appName("tracktable").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
                 .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
                 .config("spark.driver.memory", "3g").config("spark.network.timeout", "600s").getOrCreate())
        spark.sparkContext.setLogLevel("OFF")

        began = time.monotonic()
        result = read_forms(spark, inbox, command=tracktable, partitions=options.partitions, workbooks=True)
        result.answers.count()
        seconds = time.monotonic() - began
        print(f"{len(one.forms) + len(one.refused)} files and forms: {seconds:.1f} s", flush=True)
        compare("Spark", result, one)
        write_workbooks(result, f"{work}/back")
        same(f"{len(one.workbooks)} workbooks", tree(f"{work}/back"), one.workbooks)
        result.unpersist()

        for what, command in [("a worker", "CoarseGrainedExecutorBackend"), ("a tracktable", "tracktable pipe --protocol")]:
            if what == "a worker" and not options.master.startswith("local-cluster"):
                continue
            pieces = options.partitions or 40
            killer = Killer(spark, command, pieces)
            result = read_forms(spark, inbox, command=tracktable, partitions=pieces)
            result.answers.count()
            killer.is_over = True
            assert killer.killed, "nothing was killed"
            print(f"killed process {killer.killed}, {what}, once a quarter was done", flush=True)
            compare(f"Spark, {what} killed", result, one)
            result.unpersist()

        check_types(spark, tracktable, f"{work}/数")
        check_trouble(spark, tracktable, f"{work}/难")
        spark.stop()
        check_example(tracktable, inbox, one, work)
    print("Everything is as one run makes it.")


if __name__ == "__main__":
    main()
