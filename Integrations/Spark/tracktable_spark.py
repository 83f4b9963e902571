"""Reads tracking forms with Apache Spark: every partition of the files goes through one `tracktable pipe`.

    from tracktable_spark import read_forms, write_workbooks

    result = read_forms(spark, "hdfs:///收件箱")
    result.forms.groupBy("supervising_department_name").count().show()
    result.files.where("outcome = 'refused'").select("path", "refusal.message").show()

The program `tracktable` has to be on every worker, at the path that `command` names. A file that cannot be read is a row of `files` and never
ends the job. Amounts are DECIMAL(38, 10) in 万元; one that does not fit exactly is null there, and its text stands beside it.
"""

import base64
import contextlib
import json
import os
import re
import struct
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from urllib.parse import unquote

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
# Spark counts the opening of a file as 4 MB, and so puts some thirty forms into a piece of work, which starts a program each: what a form costs is
# mostly that. Counted as so much, some five hundred go together.
_OPEN_COST = ("spark.sql.files.openCostInBytes", str(256 << 10))
# Lock files, and what operating systems leave in folders.
_PASSED_OVER = r"^(~\$.*|thumbs\.db|ehthumbs\.db|desktop\.ini)$"
# What Spark itself leaves in folders.
_OF_SPARK = ("_SUCCESS", "_started_", "_committed_", "_metadata", "_common_metadata", "_temporary")


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
    kept: tuple

    def unpersist(self):
        for one in self.kept:
            one.unpersist()


def read_forms(spark, path, command="tracktable", options=(), glob="*", partitions=None, workbooks=False):
    """Reads all files of a folder and of the folders in it, from any file system that Spark reads.

    command     the program on the workers
    options     further options of `tracktable pipe`, such as ["--time-limit", "30"]
    glob        which file names are read
    partitions  how many pieces of work there are; by default as Spark splits the files, some five hundred forms each
    workbooks   whether official workbooks are made, for `write_workbooks`

    Lock files of Excel and WPS and what operating systems leave in folders are passed over, as the command does it. Whatever else cannot be
    read is a row that says so.
    """
    with _small_files(spark):
        return _read(spark, path, command, options, glob, partitions, workbooks)


@contextlib.contextmanager
def _small_files(spark):
    """What is planned meanwhile puts many small files together, unless the session says how many."""
    name, value = _OPEN_COST
    if spark.conf.get(name, None) is not None:
        yield
        return
    spark.conf.set(name, value)
    try:
        yield
    finally:
        spark.conf.unset(name)


def _read(spark, path, command, options, glob, partitions, workbooks):
    root = spark._jvm.org.apache.hadoop.fs.Path(path)
    system = root.getFileSystem(spark._jsc.hadoopConfiguration())
    root = system.makeQualified(root)
    _check_names(spark, system)
    prefix = root.toString().rstrip("/") + "/"
    # What cannot be opened, or is gone since the folder was listed, would end the job; it is found below as what has no answer.
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").option("pathGlobFilter", glob) \
        .option("ignoreMissingFiles", "true").option("ignoreCorruptFiles", "true").load(path)
    is_chosen = ~F.lower(F.substring_index("path", "/", -1)).rlike(_PASSED_OVER)
    # Spark reads no file of no bytes, and says nothing; its list has them.
    listed = [(_plain(url),) for url in files.inputFiles()]
    files = files.where(is_chosen)
    empty = spark.createDataFrame(listed, "path string").where(is_chosen).join(files.select("path"), "path", "left_anti")
    chosen = files.where(F.col("length") <= _MOST_BYTES).select("path", "content") \
        .union(empty.select("path", F.lit("").cast("binary").alias("content")))
    chosen = chosen.repartition(partitions, "path") if partitions else chosen
    arguments = [command, "pipe", "--protocol", str(PROTOCOL), *(["--workbooks"] if workbooks else []), *options]
    answers = chosen.rdd.mapPartitions(lambda rows: _through_pipe(rows, prefix, arguments))
    answers = spark.createDataFrame(answers, ANSWER, verifySchema=False).persist(StorageLevel.MEMORY_AND_DISK)
    # Their content is not read for this.
    without_answer = files.select("path", "length").join(answers.select("path"), "path", "left_anti").rdd.map(
        lambda row: _refused(row.path, row.length, prefix))
    left_out = [_left_out(path, prefix) for path in _underscored(spark, system, root, files)]
    others = spark.createDataFrame(without_answer, ANSWER, verifySchema=False).union(spark.createDataFrame(left_out, ANSWER)) \
        .persist(StorageLevel.MEMORY_AND_DISK)
    return _result(answers.union(others), (answers, others))


def _plain(url):
    """A path as Spark's column `path` has it, of its list's URL."""
    return re.sub("^file:/+", "file:/", unquote(url))


def _check_names(spark, system):
    """A Java that takes file names for ASCII loses every file with a Chinese name, and says nothing."""
    encoding = spark._jvm.java.lang.System.getProperty("sun.jnu.encoding")
    if system.getScheme() == "file" and (encoding or "").upper() not in ("UTF-8", "UTF8"):
        raise RuntimeError(f"Java reads file names as {encoding}: set LC_ALL=C.UTF-8 for the driver and the workers")


def _underscored(spark, system, root, files):
    """The files whose names, or the names of whose folders, begin with an underscore: Spark takes these for its own and passes over them."""
    Path = spark._jvm.org.apache.hadoop.fs.Path
    # Each level is one call, whatever number of files it has; there may be folders with nothing else in them one level below the deepest file.
    pattern = root.toString().rstrip("/")
    deepest = files.select(F.max(F.length("path") - F.length(F.translate("path", "/", "")))).first()[0]
    found = []
    for _ in range((deepest or pattern.count("/") + 1) - pattern.count("/") + 1):
        for status in system.globStatus(Path(pattern + "/_*")) or []:
            if not status.isDirectory():
                found.append(status.getPath())
                continue
            inside = system.listFiles(status.getPath(), True)
            while inside.hasNext():
                found.append(inside.next().getPath())
        pattern += "/*"
    return sorted({path.toString() for path in found if not path.getName().startswith(_OF_SPARK)})


def write_workbooks(result, folder):
    """Writes the official workbook of every file below a folder that all workers see under this path; needs `workbooks=True`.

    表.csv becomes 表.xlsx; where two files would become the same, their extensions stay: 表.xls.xlsx, 表.csv.xlsx. Each workbook is there whole
    or not at all; one that is there already is replaced. Returns how many were written.
    """
    stem = F.regexp_replace("name", r"(?<=[^/])\.[^./]*$", "")
    books = result.answers.where("workbook IS NOT NULL").withColumn("stem", stem)
    names = books.select(F.col("name").alias("other"))
    shared = books.groupBy("stem").count().where("count > 1").select(F.col("stem").alias("other")).union(names).distinct()
    placed = books.join(shared, books["stem"] == shared["other"], "left") \
        .select(F.when(F.col("other").isNull(), F.col("stem")).otherwise(F.col("name")).alias("target"), "workbook")
    return placed.rdd.mapPartitions(lambda rows: [sum(_write(folder, row.target, row.workbook) for row in rows)]).sum()


def _write(folder, name, workbook):
    # A name is a path below the folder that was read: nothing leads out of this one.
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
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
        workbook = bytearray(base64.b64decode(answer["workbook"]))
    return (path, answer["name"], answer["outcome"], answer["sha256"], answer["size"], account,
            answer["refusal"] and _finding(answer["refusal"]), [_finding(each) for each in answer["findings"]], forms, workbook)


def _finding(finding):
    return tuple(finding[name] for name in FINDING.fieldNames())


def _refused(path, length, prefix):
    """The row of a file that has come to no worker."""
    if length > _MOST_BYTES:
        return _row_refused(path, length, prefix, "file.too-large", f"{length} bytes; at most {_MOST_BYTES}")
    return _row_refused(path, length, prefix, "file.unreadable", "the file cannot be opened, or is gone since the folder was listed")


def _left_out(path, prefix):
    return _row_refused(path, None, prefix, "spark.hidden-name", "Spark passes over names that begin with an underscore: rename it")


def _row_refused(path, length, prefix, rule, message):
    refusal = {name: None for name in FINDING.fieldNames()}
    refusal.update(rule=rule, severity="error", message=message)
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


def _result(answers, kept):
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
    return Result(answers, files, forms, budget_lines, indicators, findings, kept)
