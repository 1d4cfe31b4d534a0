#!/usr/bin/python3
# test-first-run.py - the first page of all: start a search, import people, look at the sample search
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-first-run.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import APP_ID, Desk, has_name  # noqa: E402
import drive  # noqa: E402

SAMPLE_ID = APP_ID + ".Sample"
SAMPLE_PATH = "/" + SAMPLE_ID.replace(".", "/")
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Amara,Okafor,https://www.linkedin.com/in/amara,,Helix Robotics,Engineering manager,12 Mar 2024
Jonas,Lindqvist,https://www.linkedin.com/in/jonas,,Fjord Energy,Hiring manager,7 Feb 2022
,,https://www.linkedin.com/in/nobody,,Nowhere,Nobody,7 Feb 2022
"""


def press(app, name):
    button = app.find("button", name, showing=True)
    app.tab_to(button)
    app.key("space")


def let_the_file_chooser_leak(desk):
    """GTK's file chooser leaks in libcloudproviders, too deep for a suppression to name it."""
    if "ONWARD_SANITIZED" in os.environ:
        desk.env["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"


def test_start():
    with Desk() as desk:
        app = desk.start(now="2026-03-02T10:00", window=True)
        app.find("label", "Welcome to Onward", showing=True)
        app.wait_state(app.find("button", "Start a search", showing=True), drive.State.FOCUSED)
        app.key("Return")
        drive.wait_for(lambda: desk.cli("export").get("stages"), "the stages")
        document = desk.cli("export")
        drive.check([s["kind"] for s in sorted(document["stages"], key=lambda s: s["position"])] == ["prospect", "applied", "screening", "interviewing", "offer", "closed"]
                    and len(document["searches"]) == 1, "Start a search makes a search and its stages")
        app.find("label", re.compile("^New opportunity"), showing=True)
        drive.check(True, "and asks for the first opportunity")
        app.key("Escape")
        app.find("label", "No opportunities yet", showing=True)
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_import():
    with Desk() as desk:
        path = os.path.join(desk.folder, "Connections.csv")
        with open(path, "w", encoding="utf-8") as f:
            f.write(CONNECTIONS)
        let_the_file_chooser_leak(desk)
        app = desk.start(now="2026-03-02T10:00", window=True)
        app.find("label", "Welcome to Onward", showing=True)
        press(app, "Import people…")
        app.choose_file(path)
        app.find("button", "Import 2 people", showing=True)
        app.window_id = drive.wait_for(app._find_window, "the sheet")
        app.focus_window()
        drive.check(app.find("list item", re.compile("^Amara Okafor, Engineering manager, Helix Robotics"), showing=True)
                    and not desk.cli("export").get("contacts"), "what would come in is shown first")
        app.key("ctrl+Return")
        drive.wait_for(lambda: len(desk.cli("export").get("contacts", [])) == 2, "two people")
        drive.check(True, "people come in from LinkedIn's file")
        app.find("label", "2 people added", showing=True)
        app.window_id = drive.wait_for(app._find_window, "the window")
        app.focus_window()
        app.find("list item", re.compile("Amara Okafor"), showing=True)
        drive.check(True, "and are shown, since there is nothing else to look at")
        app.key("ctrl+1")
        app.key("ctrl+n")
        drive.check(app.find("combo box", "Stage", showing=True), "the first opportunity can be in any stage")
        app.key("Escape")
        app.wait_gone("combo box", "Stage")
        app.key("ctrl+z")
        drive.wait_for(lambda: not desk.cli("export").get("stages"), "undo of the search")
        app.key("ctrl+z")
        drive.wait_for(lambda: not desk.cli("export").get("contacts"), "undo")
        drive.check(True, "the import can be undone")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_import_of_anything():
    with Desk() as desk:
        path = os.path.join(desk.folder, "poem.txt")
        with open(path, "w", encoding="utf-8") as f:
            f.write("Shall I compare thee\n")
        app = desk.start(now="2026-03-02T10:00", window=True)
        press(app, "Import people…")
        app.choose_file(path)
        app.find("label", "Nothing was imported", showing=True)
        drive.check(True, "a file that nobody knows is refused in words")
        app.close()


def test_sample():
    with Desk() as desk:
        app = desk.start(now="2026-03-02T10:00", window=True)
        press(app, "Look at a sample search")
        drive.wait_for(lambda: has_name(SAMPLE_ID), "the sample's program", 15)
        drive.check(True, "the sample search opens in a program of its own")
        drive.wait_for(lambda: os.path.exists(os.path.join(desk.folder, "onward", "sample.db")), "its database")
        drive.check(not desk.cli("export").get("opportunities"), "and its data is nowhere else")
        app.app_id, app.object_path = SAMPLE_ID, SAMPLE_PATH
        app.activate_action("quit")
        drive.wait_for(lambda: not has_name(SAMPLE_ID), "the sample's program to end")


def test_sample_window():
    with Desk() as desk:
        app = desk.start("--sample", now="2026-03-02T10:00", window=True)
        app.app_id, app.object_path = SAMPLE_ID, SAMPLE_PATH
        app.find("label", "This is a sample search", showing=True)
        app.find("list item", re.compile("^Thank "), showing=True)
        drive.check(True, "the sample search says that it is one, and has something due")
        second = desk.call("--sample")
        drive.check(second.returncode == 0, "a second one shows the first")
        app.key("ctrl+w")
        drive.check(app.process.wait(10) == 0, "it does not go on without its window")
        drive.check(not app.warnings(), "and ends without a warning")


drive.main(test_start, test_import, test_import_of_anything, test_sample, test_sample_window)
