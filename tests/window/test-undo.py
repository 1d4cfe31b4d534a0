#!/usr/bin/python3
# test-undo.py - Undo and Redo across views, what the menu and the toasts say, and what others changed since
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-undo.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def search():
    document = Document().add("stages", "prospect", name="Prospect", kind="prospect", position=0)
    document.add("stages", "applied", name="Applied", kind="applied", position=1)
    document.company("orrery", name="Orrery").opportunity("role", company="orrery", title="Engineer", stage="prospect")
    return document.contact("amara", name="Amara Okafor", hooks=["Goes kayaking in Norway"])


def person(desk):
    return desk.cli("export")["contacts"][0]


def is_moved(desk):
    data = desk.cli("export")
    stages = {s["id"]: s["name"] for s in data["stages"]}
    return stages[data["opportunities"][0]["stage"]] == "Applied"


def card(app):
    return app.find("button", re.compile("^Orrery, Engineer"), showing=True)


def test_across_views():
    with Desk() as desk:
        desk.write(search())
        app = desk.start(now=NOW, window=True)
        app.tab_to(card(app))
        app.key("ctrl+shift+Right")
        drive.wait_for(lambda: is_moved(desk), "the move")
        app.key("ctrl+2")
        remove = app.find("button", "Remove the hook “Goes kayaking in Norway”", showing=True)
        app.tab_to(remove)
        app.key("space")
        app.find("label", "Hook removed", showing=True)
        drive.check(app.find("button", "Undo", showing=True), "removing something offers Undo")
        drive.wait_for(lambda: not person(desk).get("hooks"), "the hook to go")
        app.key("ctrl+3")
        app.key("ctrl+z")
        drive.wait_for(lambda: person(desk).get("hooks"), "the hook")
        app.wait_gone("button", "Undo")
        drive.check(True, "Ctrl+Z takes it back from another view, and its toast goes")
        app.key("F10")
        app.find("menu item", "Undo “Move to Applied”", showing=True)
        drive.check(app.find("menu item", "Redo “Remove a hook”", showing=True), "the menu says what would be taken back and done again")
        app.key("Escape")
        app.wait_gone("menu item", "Undo “Move to Applied”")
        app.key("ctrl+2")
        app.find("list item", "Amara Okafor", showing=True)
        app.key("ctrl+z")
        drive.wait_for(lambda: not is_moved(desk), "the card's way back")
        drive.check(card(app), "Undo goes to the view where it can be seen")
        app.key("ctrl+shift+z")
        drive.wait_for(lambda: is_moved(desk), "the move again")
        app.key("ctrl+shift+z")
        drive.wait_for(lambda: not person(desk).get("hooks"), "the hook to go again")
        drive.check(app.find("list item", "Amara Okafor", showing=True), "and Redo to the person")
        drive.check(not app.warnings(), "no warnings")


def test_changed_since():
    with Desk() as desk:
        desk.write(search())
        app = desk.start(now=NOW, window=True)
        app.key("ctrl+2")
        app.find("list item", "Amara Okafor", showing=True)
        app.key("ctrl+l")
        app.find("text", "Note", showing=True)
        app.type("Waits")
        app.key("ctrl+z")
        app.type("Listens")
        app.key("ctrl+Return")
        drive.wait_for(lambda: person(desk).get("notes"), "the note")
        drive.check(person(desk)["notes"].endswith("Listens") and person(desk)["hooks"], "while typing, Ctrl+Z is about the text")
        desk.write(Document().contact("amara", name="Amara Okafor", headline="Manager", notes=person(desk)["notes"],
                                      hooks=["Goes kayaking in Norway"]))
        app.find("label", "Manager", showing=True)
        app.key("ctrl+z")
        drive.check(app.find("label", "“Amara Okafor” was changed since, and left as it is", showing=True),
                    "what another program changed since is left and named")
        drive.check(person(desk)["notes"].endswith("Listens") and person(desk)["headline"] == "Manager", "and is as that program left it")
        drive.check(not app.warnings(), "no warnings")


drive.main(test_across_views, test_changed_since)
