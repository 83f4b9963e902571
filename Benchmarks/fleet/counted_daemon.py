"""The daemon that starts Spark's Python workers, so that the time of workers that have ended is not forgotten.

pyspark.daemon ignores SIGCHLD: the kernel then throws away what an ended worker has used. Here it is waited for, and counts among the daemon's children.
"""

import os
import signal

import pyspark.daemon


def wait_for_ended(*_):
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def main():
    set_handler = signal.signal
    signal.signal = lambda number, handler: set_handler(
        number, wait_for_ended if number == signal.SIGCHLD and handler == signal.SIG_IGN else handler)
    pyspark.daemon.manager()


if __name__ == "__main__":
    main()
