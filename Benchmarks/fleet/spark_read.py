"""Reads a folder with Spark once and prints the processor seconds of the driver: spark_read.py INBOX TRACKTABLE CORES"""

import os
import sys

import pyspark

os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable

from pyspark.sql import SparkSession  # noqa: E402

from tracktable_spark import read_forms  # noqa: E402


def driver_seconds(spark):
    """Of this process and of the Java that it has started: proc(5), the fields behind the name."""
    with open(f"/proc/{spark.sparkContext._gateway.proc.pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    own = os.times()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") + own.user + own.system


inbox, tracktable, cores = sys.argv[1:]
spark = (SparkSession.builder.master(f"local-cluster[{cores},1,1024]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
         .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate())
spark.sparkContext.setLogLevel("OFF")
spark.range(1000).rdd.map(lambda row: row.id).sum()  # so that what is started once has been started
before = driver_seconds(spark)
result = read_forms(spark, inbox, command=tracktable)
counted = result.answers.count()
print(counted, driver_seconds(spark) - before)
spark.stop()
