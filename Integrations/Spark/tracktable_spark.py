"""Reads tracking forms with Apache Spark: every partition of the files goes through one `tracktable pipe`.

    from tracktable_spark import read_forms, write_workbooks

    result = read_forms(spark, "hdfs:///收件箱")
    result.forms.groupBy("supervising_department_name").count().show()
    result.files.where("outcome = 'refused'").select("path", "refusal.message").show()

The program `tracktable` has to be on every worker, at the path that `command` names. A file that cannot be read is a row of `files` and never
ends the job. Amounts are DECIMAL(38, 10) in 万元; one that does not fit exactly is null there, and its text stands beside it.
"""

import json
import os
import struct
import subprocess
import tempfile
import threading
from dataclasses import dataclass

from pyspark import StorageLevel
from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import (ArrayType, BinaryType, IntegerType, LongType, StringType, StructField, StructType)

__all__ = ["Result", "read_forms", "write_workbooks", "AMOUNT"]

PROTOCOL = 1
# Digits of an amount, and of these behind the point.
AMOUNT = "DECIMAL(38,10)"
_FITS = r"^-?[0-9]{1,28}(\.[0-9]{1,10})?$"
# What `tracktable pipe` takes at most, and Spark puts into one row.
_MOST_BYTES = 256 << 20


def _struct(**fields):
    return StructType([StructField(name, kind) for name, kind in fields.items()])


_text, _number, _long = StringType(), IntegerType(), LongType()
FINDING = _struct(rule=_text, severity=_text, message=_text, advice=_text, found=_text, expected=_text, sheet=_text, cells=_text,
                  field=_text, part=_text, line=_long, column=_long, byteOffset=_long)
ACCOUNT = _struct(cells=_long, values=_long, labels=_long, others=_long)
_FORM = _struct(json=_text, findings=ArrayType(FINDING))
ANSWER = _struct(path=_text, name=_text, outcome=_text, sha256=_text, size=_long, account=ACCOUNT, refusal=FINDING,
                 findings=ArrayType(FINDING), forms=ArrayType(_FORM), workbook=BinaryType())

# The canonical form, as `tracktable schema` describes it.
_EXTRAS = ArrayType(_struct(label=_text, text=_text, cell=_text))
_ENTITY = _struct(code=_text, name=_text)
_VALUE = _struct(text=_text, comparison=_text, amount=_text, unit=_text)
_JUDGMENT = _struct(text=_text, likelihood=_text)
_COLUMNS = {"initial_budget": "initialBudget", "period_budget": "periodBudget", "period_expenditure": "periodExpenditure",
            "execution_rate": "executionRate"}
_LINE = _struct(**{name: _text for name in _COLUMNS.values()}, extras=_EXTRAS)
_FUNDS = ["total", "currentYearAppropriation", "carryOver", "otherFunds"]
_BUDGET = _struct(**{fund: _LINE for fund in _FUNDS}, additional=ArrayType(_struct(
    label=_text, partOf=_text, **{name: _text for name in _COLUMNS.values()}, extras=_EXTRAS)))
_INDICATOR = _struct(level1=_text, level2=_text, name=_text, target=_VALUE, planned=_VALUE, actual=_VALUE,
                     deviationReason=_text, extras=_EXTRAS)
FORM = _struct(
    title=_text, kind=_text, period=_struct(start=_text, end=_text), project=_ENTITY, supervisingDepartment=_ENTITY,
    implementingUnit=_ENTITY, budget=_BUDGET, goals=_struct(expected=_text, actual=_text), indicators=ArrayType(_INDICATOR),
    assessment=_struct(budgetCompletion=_JUDGMENT, goalCompletion=_JUDGMENT), correctiveMeasures=_text,
    source=_struct(file=_text, sha256=_text, sheet=_text, cells=_text), extras=_EXTRAS)


@dataclass
class Result:
    """What was read. All DataFrames go by `path`, and `form_no` counts the forms of a file from 1.

    answers       one row a file with all that there is, kept by Spark until `unpersist`
    files         path, name, outcome (done or refused), sha256, size, account, refusal, form_count
    forms         a row a form: who, when, judgments, texts, and `form_json`, the canonical JSON
    budget_lines  a row a fund row: fund (null for one beyond the form's), label, part_of, and four amounts, DECIMAL and text
    indicators    a row an indicator: levels, name, target, planned and actual with their parts (amounts DECIMAL), reason
    findings      a row a finding; form_no is null for what belongs to a file as a whole, the reason of a refusal among them
    """

    answers: DataFrame
    files: DataFrame
    forms: DataFrame
    budget_lines: DataFrame
    indicators: DataFrame
    findings: DataFrame

    def unpersist(self):
        self.answers.unpersist()


def read_forms(spark, path, command="tracktable", options=(), glob="*", partitions=None, workbooks=False):
    """Reads all files of a folder and of the folders in it, from any file system that Spark reads.

    command     the program on the workers
    options     further options of `tracktable pipe`, such as ["--time-limit", "30"]
    glob        which file names are read
    partitions  how many pieces of work there are; by default as Spark splits the files
    workbooks   whether official workbooks are made, for `write_workbooks`
    """
    root = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path)
    system = root.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
    prefix = system.makeQualified(root).toString().rstrip("/") + "/"
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").option("pathGlobFilter", glob).load(path)
    if partitions:
        files = files.repartition(partitions, "path")
    arguments = [command, "pipe", "--protocol", str(PROTOCOL), *(["--workbooks"] if workbooks else []), *options]
    small = files.where(F.col("length") <= _MOST_BYTES).select("path", "content").rdd.mapPartitions(
        lambda rows: _through_pipe(rows, prefix, arguments))
    # Too large for a row of Spark: its content is never read.
    large = files.where(F.col("length") > _MOST_BYTES).select("path", "length").rdd.map(
        lambda row: _too_large(row.path, row.length, prefix))
    answers = spark.createDataFrame(small.union(large), ANSWER, verifySchema=False)
    answers = answers.persist(StorageLevel.MEMORY_AND_DISK)
    return _result(answers)


def write_workbooks(result, folder):
    """Writes the official workbook of every file below a folder that all workers see under this path; needs `workbooks=True`.

    Each is there whole or not at all; one that is there already is replaced by the same bytes. Returns how many were written.
    """
    written = result.answers.where("workbook IS NOT NULL").select("name", "workbook").rdd.mapPartitions(
        lambda rows: [sum(_write(folder, row.name, row.workbook) for row in rows)])
    return written.sum()


def _write(folder, name, workbook):
    # A name is a path below the folder that was read: nothing leads out of this one.
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    # The extension stays in the name, so that 表.xls and 表.csv do not meet.
    target = os.path.join(folder, *parts) + ".xlsx"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=os.path.dirname(target), prefix=".tracktable-", delete=False) as file:
        try:
            file.write(workbook)
            file.flush()
            os.fsync(file.fileno())
            os.chmod(file.name, 0o644)
            os.replace(file.name, target)
        except BaseException:
            os.unlink(file.name)
            raise
    return 1


def _through_pipe(rows, prefix, arguments):
    """The answers to the files of a partition, in their order, from one process."""
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    paths, failure = [], []

    def send():
        try:
            row = first
            while row is not None:
                paths.append(row.path)
                name = _relative(row.path, prefix).encode("utf-8")
                content = bytes(row.content)
                process.stdin.write(struct.pack(">I", len(name)) + name + struct.pack(">Q", len(content)) + content)
                process.stdin.flush()
                row = next(rows, None)
        except BaseException as error:  # told by the thread that reads
            failure.append(error)
        finally:
            try:
                process.stdin.close()
            except OSError:
                pass

    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    answered = 0
    try:
        for line in process.stdout:
            yield _row(paths[answered], line)
            answered += 1
        sender.join()
        if process.wait() != 0 or failure or answered != len(paths):
            # The task fails, and Spark does it again elsewhere.
            raise RuntimeError(f"{arguments[0]} pipe: status {process.returncode}, {answered} of {len(paths)} answered, {failure}")
    finally:
        process.kill()
        process.wait()


def _relative(path, prefix):
    return path[len(prefix):] if path.startswith(prefix) else path


def _row(path, line):
    answer = json.loads(line)
    if answer["protocol"] != PROTOCOL:
        raise RuntimeError(f"protocol {answer['protocol']}")
    forms = [(json.dumps(one["form"], ensure_ascii=False, separators=(",", ":")), [_finding(each) for each in one["findings"]])
             for one in answer["forms"]]
    account = answer["account"] and tuple(answer["account"][name] for name in ACCOUNT.fieldNames())
    workbook = None
    if answer["workbook"]:
        import base64
        workbook = bytearray(base64.b64decode(answer["workbook"]))
    return (path, answer["name"], answer["outcome"], answer["sha256"], answer["size"], account,
            answer["refusal"] and _finding(answer["refusal"]), [_finding(each) for each in answer["findings"]], forms, workbook)


def _finding(finding):
    return tuple(finding[name] for name in FINDING.fieldNames())


def _too_large(path, length, prefix):
    refusal = {name: None for name in FINDING.fieldNames()}
    refusal.update(rule="file.too-large", severity="error", message=f"{length} bytes; at most {_MOST_BYTES}")
    return (path, _relative(path, prefix), "refused", None, length, None, _finding(refusal), [], [], None)


def _decimal(text):
    """The amount, exactly or not at all."""
    return F.when(text.rlike(_FITS), text.cast(AMOUNT))


def _amounts(line):
    columns = []
    for name, key in _COLUMNS.items():
        text = line.getField(key)
        columns += [_decimal(text).alias(name), text.alias(name + "_text")]
    return columns


def _value(name):
    value = F.col("indicator").getField(name)
    return [value["text"].alias(name), value["comparison"].alias(name + "_comparison"),
            _decimal(value["amount"]).alias(name + "_amount"), value["amount"].alias(name + "_amount_text"),
            value["unit"].alias(name + "_unit")]


def _result(answers):
    exploded = answers.select("path", F.posexplode("forms").alias("number", "one"))
    read = exploded.select("path", (F.col("number") + 1).alias("form_no"), F.col("one.json").alias("form_json"),
                           F.from_json("one.json", FORM).alias("form"), F.col("one.findings").alias("form_findings"))
    key = ["path", "form_no"]
    form = F.col("form")

    def entity(name, column):
        return [form[name]["code"].alias(column + "_code"), form[name]["name"].alias(column + "_name")]

    forms = read.select(
        *key, form["kind"].alias("kind"), form["title"].alias("title"), form["period"]["start"].alias("period_start"),
        form["period"]["end"].alias("period_end"), *entity("project", "project"),
        *entity("supervisingDepartment", "supervising_department"), *entity("implementingUnit", "implementing_unit"),
        *[_decimal(form["budget"]["total"][column]).alias("total_" + name) for name, column in _COLUMNS.items()],
        form["goals"]["expected"].alias("goals_expected"), form["goals"]["actual"].alias("goals_actual"),
        form["assessment"]["budgetCompletion"]["text"].alias("assessment_budget_completion"),
        form["assessment"]["budgetCompletion"]["likelihood"].alias("assessment_budget_completion_likelihood"),
        form["assessment"]["goalCompletion"]["text"].alias("assessment_goal_completion"),
        form["assessment"]["goalCompletion"]["likelihood"].alias("assessment_goal_completion_likelihood"),
        form["correctiveMeasures"].alias("corrective_measures"), "form_json")

    official = [F.struct(F.lit(fund).alias("fund"), F.lit(None).cast("string").alias("label"),
                         F.lit(None).cast("string").alias("part_of"),
                         *[form["budget"][fund][column].alias(column) for column in _COLUMNS.values()],
                         form["budget"][fund].isNotNull().alias("is_there")) for fund in _FUNDS]
    additional = F.transform(form["budget"]["additional"], lambda line: F.struct(
        F.lit(None).cast("string").alias("fund"), line["label"].alias("label"), line["partOf"].alias("part_of"),
        *[line[column].alias(column) for column in _COLUMNS.values()], F.lit(True).alias("is_there")))
    lines = F.filter(F.concat(F.array(*official), additional), lambda line: line["is_there"])
    budget_lines = read.select(*key, F.posexplode(lines).alias("number", "line")).select(
        *key, (F.col("number") + 1).alias("line_no"), F.col("line.fund"), F.col("line.label"), F.col("line.part_of"),
        *_amounts(F.col("line")))

    indicators = read.select(*key, F.posexplode(form["indicators"]).alias("number", "indicator")).select(
        *key, (F.col("number") + 1).alias("indicator_no"), F.col("indicator.level1"), F.col("indicator.level2"),
        F.col("indicator.name"), *_value("target"), *_value("planned"), *_value("actual"),
        F.col("indicator.deviationReason").alias("deviation_reason"))

    none = F.lit(None).cast("int").alias("form_no")
    findings = read.select(*key, F.explode("form_findings").alias("finding")) \
        .unionByName(answers.select("path", none, F.explode("findings").alias("finding"))) \
        .unionByName(answers.where("refusal IS NOT NULL").select("path", none, F.col("refusal").alias("finding"))) \
        .select("path", "form_no", "finding.*")
    files = answers.select("path", "name", "outcome", "sha256", "size", "account", "refusal",
                           F.size("forms").alias("form_count"))
    return Result(answers, files, forms, budget_lines, indicators, findings)
