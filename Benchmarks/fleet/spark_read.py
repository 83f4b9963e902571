"""Reads a folder with Spark once and prints how many files it had, and the process number of the driver's Java.

    spark_read.py INBOX COMMAND WORKERS [NAME=VALUE …]

COMMAND takes the place of `tracktable`. The pairs are settings of Spark.
"""

import os
import sys

import pyspark

HERE = os.path.dirname(os.path.abspath(__file__))
os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable

from pyspark.sql import SparkSession  # noqa: E402

from tracktable_spark import read_forms  # noqa: E402

inbox, command, workers, *settings = sys.argv[1:]
builder = SparkSession.builder.master(f"local-cluster[{workers},1,1024]")
for name, value in [("spark.ui.enabled", "false"), ("spark.ui.showConsoleProgress", "false"), ("spark.driver.host", "127.0.0.1"),
                    ("spark.driver.bindAddress", "127.0.0.1"), ("spark.executorEnv.PYTHONPATH", HERE),
                    ("spark.python.daemon.module", "counted_daemon"), *[pair.split("=", 1) for pair in settings]]:
    builder = builder.config(name, value)
spark = builder.getOrCreate()
spark.sparkContext.setLogLevel("OFF")
print(read_forms(spark, inbox, command=command).answers.count(), spark.sparkContext._gateway.proc.pid)
spark.stop()
