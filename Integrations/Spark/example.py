"""From an inbox to Parquet, a list of what a person has to look at, and official workbooks:

    spark-submit example.py INBOX OUTPUT [COMMAND]

INBOX and the Parquet in OUTPUT may be on any file system that Spark knows; the workbooks go to a folder that all workers see.
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from tracktable_spark import read_forms, write_workbooks


def main(inbox, output, command="tracktable"):
    spark = SparkSession.builder.appName("tracktable").getOrCreate()
    result = read_forms(spark, inbox, command=command, workbooks=True)

    # 执行率 by department, from the sums and not from the rates.
    total = result.forms.groupBy("supervising_department_name").agg(
        F.count("*").alias("forms"), F.sum("total_period_budget").alias("budget"), F.sum("total_period_expenditure").alias("spent"))
    total.withColumn("rate", F.round(100 * F.col("spent") / F.col("budget"), 2)).orderBy("rate").show(truncate=False)

    # What nobody can read, and why.
    result.files.where("outcome = 'refused'").select("name", "refusal.rule", "refusal.message").orderBy("name").show(truncate=False)

    # Indicators that have no number behind the plan's, and no reason.
    behind = result.indicators.where("actual_amount < planned_amount AND actual_unit <=> planned_unit AND deviation_reason IS NULL")
    print(f"{behind.count()} indicators behind plan without a reason")

    for name in ("files", "forms", "budget_lines", "indicators", "findings"):
        getattr(result, name).write.mode("overwrite").parquet(f"{output}/{name}")
    print(f"{write_workbooks(result, output + '/标准表')} workbooks")
    result.unpersist()
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
