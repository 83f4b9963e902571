#!/usr/bin/env python3
"""Processor time of a command with everything that came of it, also of what no process has waited for.

    python3 Benchmarks/fleet/processes.py            shows that an orphan and a process that was waited for are both counted

A process that ends after its parent goes to the nearest process above it that has asked for orphans (prctl(2), PR_SET_CHILD_SUBREAPER): here, to
this one, which waits for all of them. Not counted is only a process whose living parent ignores SIGCHLD: the kernel forgets what it has taken.
"""

import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

PR_SET_CHILD_SUBREAPER = 36
TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Counted:
    """What a command has printed, and processor seconds: of all processes, and of those that ended as children of this one, each without its own
    children, by number."""

    printed: str
    whole: float
    own: dict
    names: dict
    first: int


def seconds_of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ended_process(process):
    """The name and the seconds of a process that has ended and was not waited for yet, without its children: proc(5)."""
    with open(f"/proc/{process}/stat") as file:
        name, _, fields = file.read().partition("(")[2].rpartition(")")
    fields = fields.split()
    return name, (int(fields[11]) + int(fields[12])) / TICK


def count(command, deadline=120, allowed=(0,)):
    """Runs a command until the last process that came of it has ended, at most so many seconds after the command itself."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        sys.exit(f"prctl: {os.strerror(ctypes.get_errno())}")
    before, own, names, status, over = seconds_of_children(), {}, {}, None, None
    with tempfile.TemporaryFile() as output:
        first = subprocess.Popen(command, stdout=output)
        while True:
            try:
                ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT | (os.WNOHANG if over else 0))
            except ChildProcessError:
                break
            if ended is None:
                if time.monotonic() > over:
                    sys.exit(f"{command}: processes that came of it go on {deadline} s after its end")
                time.sleep(0.05)
                continue
            names[ended.si_pid], own[ended.si_pid] = ended_process(ended.si_pid)
            result = os.waitpid(ended.si_pid, 0)[1]
            if ended.si_pid == first.pid:
                first.returncode = status = os.waitstatus_to_exitcode(result)
                over = time.monotonic() + deadline
        output.seek(0)
        printed = output.read().decode()
    if status not in allowed:
        sys.exit(f"{command}: {status}: {printed[-1000:]}")
    return Counted(printed, seconds_of_children() - before, own, names, first.pid)


def main():
    burn = f"{sys.executable} -c 'import time\nwhile time.process_time() < 1: pass'"
    counted = count(["sh", "-c", f"{burn}; (sleep 0.5; {burn}) & exit 0"], deadline=60)
    if not 2 <= counted.whole < 2.5 or len(counted.own) < 2:
        sys.exit(f"a second each of an orphan and of one that was waited for are counted as {counted.whole:.2f} s: {counted.own}")
    print(f"a second each of an orphan and of one that was waited for: {counted.whole:.2f} s")


if __name__ == "__main__":
    main()
