#!/usr/bin/python3
# results.py - counts what a run of `meson test` proved
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the log that `meson test` left in a build folder and says what passed, failed and was skipped.

usage: results.py BUILD-FOLDER

Every TAP line counts as a test of its own; a program that speaks no TAP counts as one. Prints a line for each that
failed ("FAIL name") or was skipped ("SKIP name # reason"), and at last "N passed, N failed, N skipped".
Exit code 1 when anything failed or nothing ran.
"""
import json
import os
import re
import sys

TAP_LINE = re.compile(r"^(?P<state>ok|not ok)\b *\d* *(?:- )?(?P<name>[^#]*?) *(?:# *(?P<directive>SKIP|TODO)\b *(?P<reason>.*))?$", re.I)
GOOD = ("OK", "EXPECTEDFAIL")


def read_tap(name, output):
    """The (state, name, reason) of each TAP line in output; subtests (indented) are part of their test."""
    for line in output.splitlines():
        found = TAP_LINE.match(line)
        if not found:
            continue
        state = "passed" if found["state"].lower() == "ok" else "failed"
        if found["directive"]:
            state = "skipped"
        yield state, f"{name} {found['name']}".strip(), found["reason"] or ""


def judge(run):
    """What one program of the run proved, as a list of (state, name, reason)."""
    name, result = run["name"], run["result"]
    tests = list(read_tap(name, run.get("stdout") or ""))
    if result == "SKIP" and not any(state == "skipped" for state, _, _ in tests):
        tests.append(("skipped", name, (run.get("stdout") or "").strip().rpartition("\n")[2]))
    elif result not in (*GOOD, "SKIP") and not any(state == "failed" for state, _, _ in tests):
        tests.append(("failed", name, result.lower()))
    return tests or [("passed", name, "")]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    path = os.path.join(sys.argv[1], "meson-logs", "testlog.json")
    try:
        with open(path, encoding="utf-8") as log:
            tests = [test for line in log for test in judge(json.loads(line))]
    except FileNotFoundError:
        tests = [("failed", "the tests", "none ran")]
    for state, name, reason in tests:
        if state != "passed":
            print(f"{'FAIL' if state == 'failed' else 'SKIP'} {name}{' # ' + reason if reason else ''}")
    count = {wanted: sum(state == wanted for state, _, _ in tests) for wanted in ("passed", "failed", "skipped")}
    print(f"{count['passed']} passed, {count['failed']} failed, {count['skipped']} skipped")
    sys.exit(1 if count["failed"] or not tests else 0)


if __name__ == "__main__":
    main()
