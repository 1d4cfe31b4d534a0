#!/usr/bin/python3
# test-ci.py - .ci/run believes nobody: it fails on failures, on skips that nobody explained, and on silence
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-ci.py, as a meson test (TAP). Runs .ci/run in a folder of its own, beside a ./dev that only speaks."""
import os
import shutil
import subprocess
import tempfile

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
GOOD = "2 passed, 0 failed, 0 skipped"
SKIPS = "SKIP print a card # no printer\n1 passed, 0 failed, 1 skipped"
FLATPAK = "1 passed, 0 failed, 0 skipped"      # what ./dev flatpak always says here
CASES = [     # text, what ./dev test and ./dev check say, their statuses, last line, status of .ci/run
    ("the last line is the sum of all", (GOOD, "5 passed, 0 failed, 0 skipped"), (0, 0), "8 passed, 0 failed, 0 skipped", 0),
    ("one failure in either fails", (GOOD, "FAIL x\n4 passed, 1 failed, 0 skipped"), (0, 1), "7 passed, 1 failed, 0 skipped", 1),
    ("a skip without a reason fails", (SKIPS.replace("card", "letter"), GOOD), (0, 0), "4 passed, 1 failed, 1 skipped", 1),
    ("a skip with a reason passes", (SKIPS, GOOD), (0, 0), "4 passed, 0 failed, 1 skipped", 0),
    ("a command that breaks off fails", ("cc: error", GOOD), (1, 0), "3 passed, 1 failed, 0 skipped", 1),
    ("a status that contradicts the count fails", (GOOD, GOOD), (0, 3), "5 passed, 1 failed, 0 skipped", 1),
]


def run_ci(says, statuses):
    """Status and last line of .ci/run beside a ./dev that says these and ends with these."""
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, ".ci"))
        shutil.copy(os.path.join(ROOT, ".ci", "run"), os.path.join(folder, ".ci", "run"))
        with open(os.path.join(folder, ".ci", "allowed-skips"), "w", encoding="utf-8") as f:
            f.write("# name, reason\nprint a card  there is no printer in CI\n")
        for verb, text in zip(("test", "check", "flatpak"), (*says, FLATPAK)):
            with open(os.path.join(folder, verb), "w", encoding="utf-8") as f:
                f.write(text + "\n")
        with open(os.path.join(folder, "dev"), "w", encoding="utf-8") as f:
            f.write(f'#!/bin/sh\ncat "$1"; case $1 in test) exit {statuses[0]};; check) exit {statuses[1]};; esac\n')
        os.chmod(os.path.join(folder, "dev"), 0o755)
        done = subprocess.run([os.path.join(folder, ".ci", "run")], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.splitlines()[-1]


def main():
    print(f"1..{len(CASES)}")
    for number, (text, says, statuses, line, code) in enumerate(CASES, 1):
        got = run_ci(says, statuses)
        print(f"{'ok' if got == (code, line) else 'not ok'} {number} - {text}")
        if got != (code, line):
            print(f"# wanted {code}, {line!r}; got {got}")


if __name__ == "__main__":
    main()
