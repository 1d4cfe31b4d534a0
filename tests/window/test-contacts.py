#!/usr/bin/python3
# test-contacts.py - the contacts by keyboard: search as you type, hooks, notes, tiers, somebody new, undo
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-contacts.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import sqlite3
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
        app.wait_gone("label", "Amara Okafor")
        drive.check(True, "and nobody is shown beside it")
        app.key("ctrl+f")
        app.type("kay")
        app.find("label", "1 person", showing=True)
        drive.check(True, "Ctrl+F again begins anew")
        drive.check(app.find("label", "hook: Goes kayaking in Norway", showing=True), "a row says where the word was found")
        app.find("label", "Κατερίνα Παπαδοπούλου", showing=True)
        drive.check(True, "the page is about who was found")
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
        app.type("Anna Berg, Recruiter, Sable, anna@sable.example")
        app.key("ctrl+Return")
        drive.wait_for(lambda: len(desk.cli("export")["contacts"]) == 4, "the person")
        app.find("list item", "Anna Berg", showing=True)
        drive.check(app.find("label", "4 people", showing=True), "somebody new is in the list")
        anna = person(desk, "Anna Berg")
        drive.check(anna["headline"] == "Recruiter" and anna["emails"][0]["value"] == "anna@sable.example" and anna["company"],
                    "and one line said all about her")
        drive.check(not app.warnings(), "no warnings")


def press(app, name):
    """What is called so and can be pressed: of a menu button the button inside it."""
    def find():
        return next((a for a in app.find_all(None, name, showing=True) if "click" in a.get_actions()), None)
    app.action(drive.wait_for(find, f"{name} to be there"))


def silent(desk):
    return [c["name"] for c in desk.cli("export")["contacts"] if c.get("do_not_contact")]


def test_many():
    with Desk() as desk:
        app = open_contacts(desk)
        app.click(app.find("list item", "Amara Okafor", showing=True))
        app.key("shift+Down")
        app.find("label", "2 people selected", showing=True)
        press(app, "Change")
        app.find("menu item", "Do Not Contact", showing=True)
        press(app, "Do Not Contact")
        drive.wait_for(lambda: silent(desk) == ["Amara Okafor", "Birgit <b>Solheim</b>"], "both to be left alone")
        drive.check(app.find("label", "2 people changed"), "what is done with several is done with all of them")
        row = app.find("list item", "Amara Okafor", showing=True)
        drive.wait_for(lambda: "Do not contact" in row.get_description(), "the words of the row")
        drive.check(True, "the row says who is not to be contacted")
        app.key("ctrl+z")
        drive.wait_for(lambda: silent(desk) == [], "undo")
        drive.check(True, "and taken back in one step")
        app.click(app.find("list item", "Amara Okafor", showing=True))
        app.key("ctrl+a")
        app.find("label", "3 people selected", showing=True)
        app.key("Delete")
        drive.wait_for(lambda: not desk.cli("export").get("contacts"), "everybody to go")
        drive.check(app.find("label", "No people yet", showing=True), "Ctrl+A and Delete remove everybody")
        app.key("ctrl+z")
        drive.wait_for(lambda: len(desk.cli("export").get("contacts", [])) == 3, "everybody to come back")
        drive.check(app.find("list item", "Birgit <b>Solheim</b>", showing=True), "and Ctrl+Z brings everybody back")
        drive.check(not app.warnings(), "no warnings")


def test_merge():
    with Desk() as desk:
        document = Document().contact("one", name="Jana Nováková", hooks=["Plays the viola"])
        document.contact("two", name="Jana Nováková", headline="Analyst", emails=[{"label": "work", "value": "jana@vltava.example"}])
        desk.write(document)
        app = desk.start(now=NOW, window=True)
        app.key("ctrl+2")
        app.action(app.find("button", "Merge…", showing=True))
        app.find("label", "The person as they will be", showing=True)
        drive.check(app.find("list item", "Hooks: Plays the viola") and app.find("list item", "Mail: jana@vltava.example"),
                    "before it is done, the sheet shows what both know in one")
        with sqlite3.connect(f"{desk.folder}/onward/onward.db") as database:
            database.execute("CREATE TRIGGER refuse BEFORE DELETE ON contacts BEGIN SELECT RAISE (ABORT, 'no room left'); END")
        press(app, "Merge")
        app.find("label", "Nothing was changed", showing=True)
        with sqlite3.connect(f"{desk.folder}/onward/onward.db") as database:
            database.execute("DROP TRIGGER refuse")
        app.key("Escape")
        app.wait_gone("label", "Nothing was changed")
        drive.check(app.find("label", "The person as they will be", showing=True), "what the disk refuses is asked again")
        app.focus_window()
        press(app, "Merge")
        drive.wait_for(lambda: len(desk.cli("export")["contacts"]) == 1, "one person")
        one = person(desk, "Jana Nováková")
        drive.check(one["hooks"] and one["emails"] and one["headline"] == "Analyst", "two records of one person are one")
        app.focus_window()
        app.key("ctrl+z")
        drive.wait_for(lambda: len(desk.cli("export")["contacts"]) == 2, "undo")
        drive.check(True, "and Ctrl+Z takes them apart")
        drive.check(not app.warnings(), "no warnings")


def names(desk):
    return sorted(c["name"].split()[0] for c in desk.cli("export").get("contacts", []))


def is_named(desk, word):
    """Whether a file of the data holds these bytes."""
    folder = os.path.join(desk.folder, "onward")
    for name in os.listdir(folder):
        if name.startswith("onward.db"):
            with open(os.path.join(folder, name), "rb") as f:
                if word in f.read().lower():
                    return True
    return False


def test_remove_and_forget():
    with Desk() as desk:
        app = open_contacts(desk)
        os.unlink(os.path.join(desk.folder, "facts.json"))
        app.click(app.find("list item", "Birgit <b>Solheim</b>", showing=True), button=3)
        app.find("menu item", "Remove", showing=True)
        press(app, "Remove")
        drive.wait_for(lambda: names(desk) == ["Amara", "Κατερίνα"], "the person to go")
        drive.check(app.find("label", "Birgit <b>Solheim</b> removed"), "the menu of a row removes who is there, and says who it was")
        app.wait_gone("menu item", "Remove")
        app.key("ctrl+z")
        app.find("list item", "Birgit <b>Solheim</b>", showing=True)
        drive.check(len(names(desk)) == 3, "Ctrl+Z brings them back")
        for answer in ("Cancel", "Forget"):
            app.click(app.find("list item", "Birgit <b>Solheim</b>", showing=True))
            app.key("shift+F10")
            app.find("menu item", "Forget…", showing=True)
            press(app, "Forget…")
            app.wait_gone("menu item", "Forget…")
            drive.check(app.find("label", "Forget Birgit <b>Solheim</b>?", showing=True), f"before somebody is forgotten one is asked: {answer}")
            press(app, answer)
            app.wait_gone("label", "Forget Birgit <b>Solheim</b>?")
            app.focus_window()
            if answer == "Cancel":
                drive.check(len(names(desk)) == 3 and is_named(desk, b"solheim"), "Cancel changes nothing")
        drive.wait_for(lambda: names(desk) == ["Amara", "Κατερίνα"], "the person to go")
        drive.check(app.find("label", "Forgotten"), "and it is told without their name")
        drive.wait_for(lambda: not is_named(desk, b"solheim"), "the files to be without them")
        drive.check(not app.find_all("button", "Undo", showing=True), "there is no Undo")
        app.key("ctrl+z")
        app.key("ctrl+f")
        app.type("solheim")
        app.find("label", "Nothing found for “solheim”", showing=True)
        drive.check(len(names(desk)) == 2, "nor does Ctrl+Z bring them back, and the search does not know them")
        drive.check(not app.warnings(), "no warnings")


drive.main(test_search, test_change, test_many, test_merge, test_remove_and_forget)
