#!/usr/bin/python3
# test-every-view.py - a walk through every view of the sample search leaves no warning and no memory behind
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-every-view.py ONWARD ONWARD-CLI, as a meson test (TAP). Leaks are seen in a build with sanitizers."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
import drive  # noqa: E402
from tour import tour  # noqa: E402

ONWARD = sys.argv[1]


def test_every_view():
    with drive.App([ONWARD, "--sample", "--now", "2026-03-02T10:00"], app_id="io.github.onward_app.Onward.Sample", leaks=True) as app:
        seen = list(tour(app))
        drive.check(seen == ["pipeline", "opportunity", "contacts", "calendar"], "every view opens")
        drive.check(app.quit() == 0, "the program ends well, and gives back what it took")
        drive.check(not app.warnings(), "and printed no warning")


drive.main(test_every_view)
