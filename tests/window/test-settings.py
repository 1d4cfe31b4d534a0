#!/usr/bin/python3
# test-settings.py - what the window keeps for the next time, and that it does without
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-settings.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk  # noqa: E402
import drive  # noqa: E402


def size(app):
    geometry = dict(line.split("=") for line in drive.run("xdotool", "getwindowgeometry", "--shell", app.window_id).splitlines())
    return int(geometry["WIDTH"]), int(geometry["HEIGHT"])


def test_size():
    with Desk() as desk:
        desk.env["GSETTINGS_BACKEND"] = "keyfile"
        desk.owe(("Thank Amara", "2026-03-02T09:00"))
        app = desk.start(now="2026-03-02T10:00", window=True)
        first = size(app)
        drive.run("xdotool", "windowsize", "--sync", app.window_id, "1100", "700")
        drive.wait_for(lambda: size(app) != first, "the new size")
        app.key("F9")
        app.wait_state(app.find("button", "Due", showing=True), drive.State.PRESSED, False)
        drive.check(app.quit() == 0, "the program ends well")
        app = desk.start(now="2026-03-02T10:00", window=True)
        drive.check(size(app) == (1100, 700), f"the window is as large as it was: {size(app)}")
        due = app.find("button", "Due", showing=True)
        drive.check(not app.has_state(due, drive.State.PRESSED), "and the Due pane as closed")
        rows = app.find_all("list item", "Thank Amara, by tonight")
        drive.check(not any(app.is_shown(row) for row in rows), "with nothing of it in sight")
        app.key("F9")
        app.wait_state(due, drive.State.PRESSED)
        app.find("list item", "Thank Amara, by tonight", showing=True)
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_no_schema():
    with Desk() as desk:
        desk.env.update({"GSETTINGS_SCHEMA_DIR": desk.folder, "XDG_DATA_DIRS": "/usr/share"})
        app = desk.start(now="2026-03-02T10:00", window=True)
        app.find("label", "Welcome to Onward", showing=True)
        drive.check(app.quit() == 0, "the window opens where its settings schema is missing")


def test_help():
    with Desk() as desk:
        app = desk.start(now="2026-03-02T10:00", window=True)
        app.key("ctrl+question")
        app.find("label", "Show or hide the Due pane", showing=True)
        app.key("Escape")
        app.wait_gone("label", "Show or hide the Due pane")
        app.focus_window()
        app.key("F10")
        about = app.find("menu item", "About Onward", showing=True)
        drive.check(about, "the shortcuts and the main menu open by their keys")
        app.activate_action("about")
        app.find("label", "Onward", showing=True)
        drive.check(app.quit() == 0 and not app.warnings(), "without a warning")


drive.main(test_help, test_size, test_no_schema)
