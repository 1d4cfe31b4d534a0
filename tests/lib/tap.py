# tap.py - the tests of a Python program as TAP, each named by its own words
# SPDX-License-Identifier: GPL-3.0-or-later
"""For tests written with unittest: the program calls run_tap () last."""
import sys
import unittest


class TapResult(unittest.TestResult):
    """A line for each test, in its own words; what went wrong as comments below."""

    def startTest(self, test):
        super().startTest(test)
        self.before = len(self.failures), len(self.errors)

    def stopTest(self, test):
        wrong = self.failures[self.before[0]:] + self.errors[self.before[1]:]
        words = test.id().rpartition(".test_")[2].replace("_", " ")
        print(f"{'not ok' if wrong else 'ok'} {self.testsRun} - {words}")
        for _, trace in wrong:
            print("".join(f"# {line}\n" for line in trace.splitlines()), end="")
        super().stopTest(test)


def run_tap():
    """Runs the tests of the program that calls it, as TAP."""
    tests = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{tests.countTestCases()}")
    result = TapResult()
    tests.run(result)
    if result.errors and not result.testsRun:
        print(f"Bail out! {result.errors[0][1].splitlines()[-1]}")
    sys.exit(not result.wasSuccessful())
