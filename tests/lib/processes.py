# processes.py - what the system knows of a program: whether it rests, and how much it has worked
# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import glob
import os


def read_fields(path):
    """A stat file of /proc from its third field, the state, on; None of what has ended."""
    with contextlib.suppress(OSError), open(path, encoding="utf-8", errors="replace") as f:
        return f.read().rpartition(")")[2].split()
    return None


def is_busy(pid):
    """Whether a thread of a process runs, could run or waits for a disk. All are looked at twice: one that wakes another
    may have gone to sleep just before it was looked at, and the other one was asleep still when it was."""
    states = (fields[0] for path in 2 * glob.glob(f"/proc/{pid}/task/*/stat") if (fields := read_fields(path)))
    return any(state in "RD" for state in states)


def seconds_of_work(pid):
    """How long a process has had a processor: what it takes on a machine that has nothing else to do."""
    fields = read_fields(f"/proc/{pid}/stat")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
