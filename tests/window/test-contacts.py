#!/usr/bin/python3
# test-contacts.py - the contacts by keyboard: search as you type, hooks, notes, tiers, somebody new, undo
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-contacts.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def open_contacts(desk):
    document = Document().company("helix", name="Helix Robotics").company("orrery", name="Orrery")
    document.contact("amara", name="Amara Okafor", headline="Engineering manager", company="helix", tier="monthly")
    document.contact("birgit", name="Birgit <b>Solheim</b>", headline="Control engineer")
    document.contact("katerina", name="Κατερίνα Παπαδοπούλου", company="orrery", hooks=["Goes kayaking in Norway"])
    desk.write(document)
    app = desk.start(now=NOW, window=True)
    app.key("ctrl+2")
    app.find("list item", "Amara Okafor", showing=True)
    return app


def person(desk, name):
    return next(c for c in desk.cli("export")["contacts"] if c["name"] == name)


def test_search():
    with Desk() as desk:
        app = open_contacts(desk)
        app.find("label", "3 people", showing=True)
        drive.check(app.find("list item", "Birgit <b>Solheim</b>"), "a name is text and never markup")
        app.key("ctrl+f")
        app.type("katerina")
        app.find("label", "Nothing found for “katerina”")
        drive.check(True, "what nobody is called finds nothing, and says so")
        app.key("ctrl+f")
        app.type("kay")
        app.find("label", "1 person", showing=True)
        drive.check(True, "Ctrl+F again begins anew")
        drive.check(app.find("label", "hook: Goes kayaking in Norway", showing=True), "a row says where the word was found")
        app.key("Escape")
        app.find("label", "3 people", showing=True)
        drive.check(app.find("list item", "Amara Okafor", showing=True), "Escape brings everybody back")
        drive.check(not app.warnings(), "no warnings")


def test_change():
    with Desk() as desk:
        app = open_contacts(desk)
        app.key("ctrl+h")
        app.find("text", "Hook", showing=True)
        app.type("Two rescue greyhounds")
        app.key("Return")
        drive.wait_for(lambda: person(desk, "Amara Okafor").get("hooks") == ["Two rescue greyhounds"], "the hook")
        drive.check(app.find("label", "Two rescue greyhounds", showing=True), "Ctrl+H adds a hook to the person that is shown")
        app.key("ctrl+l")
        app.find("text", "Note", showing=True)
        app.type("Waits before she answers")
        app.key("ctrl+Return")
        drive.wait_for(lambda: person(desk, "Amara Okafor").get("notes") == "Waits before she answers", "the note")
        drive.check(app.find("label", "Waits before she answers", showing=True), "Ctrl+L adds a note")
        app.key("ctrl+z")
        drive.wait_for(lambda: not person(desk, "Amara Okafor").get("notes"), "undo")
        drive.check(person(desk, "Amara Okafor")["hooks"], "Ctrl+Z takes back the note and not the hook")
        app.key("ctrl+shift+p")
        app.find("button", "Add", showing=True)
        app.type("Anna Berg")
        app.key("ctrl+Return")
        drive.wait_for(lambda: len(desk.cli("export")["contacts"]) == 4, "the person")
        app.find("list item", "Anna Berg", showing=True)
        drive.check(app.find("label", "4 people", showing=True), "somebody new is in the list")
        drive.check(not app.warnings(), "no warnings")


drive.main(test_search, test_change)
