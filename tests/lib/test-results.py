#!/usr/bin/python3
# test-results.py - the count that ./dev test ends with does not flatter
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-results.py, as a meson test (TAP). Gives results.py logs as Meson writes them, and reads its last line."""
import json
import os
import subprocess
import sys
import tempfile

RESULTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "results.py")
CASES = [
    ("every TAP line counts", [("OK", "1..3\nok 1 - a\nok 2 - b # SKIP no printer\nok 3\n")], "2 passed, 0 failed, 1 skipped", 0),
    ("a program without TAP counts once", [("OK", "hello\n"), ("FAIL", "oh\n")], "1 passed, 1 failed, 0 skipped", 1),
    ("a failed line is a failure", [("FAIL", "ok 1 - a\nnot ok 2 - b\n1..2\n")], "1 passed, 1 failed, 0 skipped", 1),
    ("a crash after good lines is a failure", [("ERROR", "ok 1 - a\n")], "1 passed, 1 failed, 0 skipped", 1),
    ("a test that hangs is a failure", [("TIMEOUT", "")], "0 passed, 1 failed, 0 skipped", 1),
    ("a whole program may skip", [("SKIP", "1..0 # SKIP no bus\n")], "0 passed, 0 failed, 1 skipped", 0),
    ("details of a test are not tests", [("OK", "ok 1 - a\n    ok 1 - inner\n# not ok\n1..1\n")], "1 passed, 0 failed, 0 skipped", 0),
    ("nothing that ran is not a success", [], "0 passed, 0 failed, 0 skipped", 1),
    ("no log at all is a failure", None, "0 passed, 1 failed, 0 skipped", 1),
]


def count(runs):
    """The exit code and the last line of results.py for these (result, output) pairs."""
    with tempfile.TemporaryDirectory() as build:
        if runs is not None:
            os.mkdir(os.path.join(build, "meson-logs"))
            with open(os.path.join(build, "meson-logs", "testlog.json"), "w", encoding="utf-8") as log:
                for number, (result, output) in enumerate(runs):
                    log.write(json.dumps({"name": f"t{number}", "result": result, "stdout": output}) + "\n")
        done = subprocess.run([sys.executable, RESULTS, build], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.splitlines()[-1]


def main():
    print(f"1..{len(CASES)}")
    for number, (text, runs, line, code) in enumerate(CASES, 1):
        got = count(runs)
        print(f"{'ok' if got == (code, line) else 'not ok'} {number} - {text}")
        if got != (code, line):
            print(f"# wanted {code}, {line!r}; got {got}")


if __name__ == "__main__":
    main()
