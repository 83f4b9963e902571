"""From an inbox to Parquet, a list of what a person has to look at, and official workbooks:

    spark-submit --py-files tracktable_spark.py example.py INBOX TABLES WORKBOOKS [COMMAND]

INBOX and TABLES, where the Parquet goes, may be on any file system that Spark knows; WORKBOOKS is a folder that all workers see.
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from tracktable_spark import read_forms, write_workbooks


def main(inbox, tables, workbooks, command="tracktable"):
    spark = SparkSession.builder.appName("tracktable").getOrCreate()
    result = read_forms(spark, inbox, command=command, workbooks=True)

    # 执行率 by department, from the sums and not from the rates.
    total = result.forms.groupBy("supervising_department_name").agg(
        F.count("*").alias("forms"), F.sum("total_period_budget").alias("budget"), F.sum("total_period_expenditure").alias("spent"))
    total.withColumn("rate", F.round(100 * F.col("spent") / F.col("budget"), 2)).orderBy("rate").show(truncate=False)

    # What nobody can read, and why.
    result.files.where("outcome = 'refused'").select("name", "refusal.rule", "refusal.message").orderBy("name").show(truncate=False)

    # Indicators behind plan, for which nobody has given a reason.
    behind = result.indicators.where("actual_amount < planned_amount AND actual_unit <=> planned_unit AND deviation_reason IS NULL")
    print(f"{behind.count()} indicators behind plan without a reason")

    for name in ("files", "forms", "budget_lines", "indicators", "findings"):
        getattr(result, name).write.mode("overwrite").parquet(f"{tables}/{name}")
    print(f"{write_workbooks(result, workbooks)} workbooks")
    result.unpersist()
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
