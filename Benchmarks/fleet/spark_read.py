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
    bean = spark._jvm.java.lang.management.ManagementFactory.getPlatformMXBean(
        spark._jvm.java.lang.Class.forName("com.sun.management.OperatingSystemMXBean"))
    own = os.times()
    return bean.getProcessCpuTime() / 1e9 + own.user + own.system


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
