#!/usr/bin/python3
# test-reference.py - onward-cli plans random documents as another planner does, written from playbook.md alone
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-reference.py ONWARD-CLI [FIRST LAST], as a meson test (TAP); FIRST and LAST are seeds"""
import concurrent.futures
import copy
import pathlib
import sys

from call import CliTest, run_tap

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "reference"))
from generate import Generator  # noqa: E402
from moments import write_wall  # noqa: E402
from planner import Planner  # noqa: E402

FIRST, LAST = (int(word) for word in sys.argv[2:4]) if len(sys.argv) > 3 else (0, 120)
FAR = 3650  # days
MEMBERS = ("key", "contact", "remind_at", "due", "snoozed_until", "urgency", "pressure")


def say(row):
    return " ".join(str(row[member] or "-") for member in MEMBERS[:-1]) + (" pressing" if row["pressure"] else "")


class Reference(CliTest):
    maxDiff = None

    def test_random_documents_are_planned_as_the_reference_plans_them(self):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            results = pool.map(self.compare, range(FIRST, LAST))
            for seed, (planned, wanted) in enumerate(results, FIRST):
                with self.subTest(seed=seed):
                    self.assertEqual(planned, wanted)

    def compare(self, seed):
        """What the program and the reference plan for the document of a seed."""
        generator = Generator(seed)
        document = generator.make()
        clock = {"now": write_wall(generator.now), "zone": generator.zone, "database": self.folder / str(seed) / "onward.db"}
        report = self.json("import", self.write(f"{seed}.json", document), **clock)[0]
        planned = [say(row) for row in self.json("due", "--days", FAR, **clock)]
        planner = Planner(generator.zone)
        planner.load(copy.deepcopy(document))
        planner.reconcile(generator.now)
        not_opened = len(planner.not_opened)
        wanted = [say(row) for row in planner.due(generator.now)]
        return (planned, report["not_opened"]), (wanted, not_opened)


if __name__ == "__main__":
    run_tap()
