#!/usr/bin/python3
# test-switcher.py - the quick switcher and the filters by keyboard: find anything, go there, leave out what is not wanted
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-switcher.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def start(desk):
    document = Document().company("helix", name="Helix <b>Robotics</b>").company("orrery", name="Orrery")
    document.stage("applied", "applied", 1).stage("interviewing", "interviewing", 2)
    document.contact("amara", name="Amara Okafor", headline="Engineering manager", company="helix", tags=["choir"])
    document.contact("birgit", name="Birgit Solheim", hooks=["Goes kayaking"], phones=[{"label": "work", "value": "+49 30 55501"}])
    for i in range(7):
        document.contact(f"c{i}", name=f"Clara {i}", company="orrery", notes="Sings with Amara")
    document.opportunity("rust", title="Rust engineer", company="helix", stage="interviewing", search="s", tags=["dream"])
    document.opportunity("c", title="C developer", company="orrery", stage="applied", search="s").search("s")
    document.interview("talk", "2026-03-05T10:00:00+01:00", people=["amara"], opportunity="rust")
    desk.write(document)
    return desk.start(now=NOW, window=True)


def switch(app, text=""):
    app.key("ctrl+k")
    app.find("text", "Go to", showing=True)
    if text:
        app.type(text)


def gone(app):
    app.wait_gone("text", "Go to")


def test_switcher():
    with Desk() as desk:
        app = start(desk)
        switch(app)
        drive.check(app.find("list item", "Go to the calendar", showing=True), "Ctrl+K shows what can be done")
        app.type("amara")
        app.find("label", "People", showing=True)
        drive.check(app.find("list item", "Amara Okafor", showing=True) and app.find("label", "Interviews", showing=True),
                    "people and interviews are found by a name")
        drive.check(app.find("label", "note: Sings with Amara", showing=True), "a row says that a note has the word")
        drive.check(not app.find_all("list item", "Clara 4") and app.find("list item", "Show all 8", showing=True),
                    "five of a group are shown, and a row for the others")
        app.key("Down", "Down", "Down", "Down", "Down", "Return")
        drive.check(app.find("list item", "Clara 6"), "that row shows them all")
        app.key("Escape")
        gone(app)
        app.key("ctrl+3", "ctrl+f")
        app.find("text", "Go to", showing=True)
        drive.check(True, "Ctrl+F in the calendar, which has no search of its own, looks through everything")
        app.key("Escape")
        gone(app)
        button = app.find(None, "Search", showing=True)
        app.click(button)
        app.find("text", "Go to", showing=True)
        app.key("Escape")
        gone(app)
        drive.check(not button.has_state(drive.State.CHECKED) and not button.has_state(drive.State.PRESSED),
                    "and so does the button, which does not stay down")
        switch(app, "55501")
        drive.check(app.find("label", "phone: +49 30 55501", showing=True), "somebody is found by a number, and the row says so")
        app.key("Return")
        gone(app)
        drive.check(app.find("label", "Goes kayaking", showing=True), "Enter opens the first")
        drive.wait_for(lambda: any(app.has_state(a, drive.State.FOCUSED)
                                   for a in app.find_all("list item", re.compile("^Birgit Solheim"), showing=True)),
                       "the focus on the row of who was opened")
        switch(app, "rust")
        app.find("list item", "Helix <b>Robotics</b>", showing=True)
        app.key("Return")
        drive.check(app.find("label", "Rust engineer", showing=True), "an opportunity opens on its page")
        switch(app, "calen")
        app.find("list item", "Go to the calendar", showing=True)
        app.key("Return")
        gone(app)
        drive.check(app.find("label", "March\u00a02026", showing=True), "a view is gone to by its name")
        switch(app, "table")
        app.find("list item", "Pipeline as a table", showing=True)
        app.key("Return")
        gone(app)
        drive.check(app.find("tree table", "Opportunities", showing=True), "the table is gone to by its name")
        app.key("ctrl+shift+b", "ctrl+3")
        app.find("label", "March\u00a02026", showing=True)
        switch(app, "zzz")
        drive.check(app.find("label", "Nothing found for “zzz”", showing=True), "nothing found is said")
        app.key("Escape")
        gone(app)
        switch(app, "orrery")
        app.find("list item", "Orrery", showing=True)
        names = ["Down"] * 7
        app.key(*names)
        app.key("Return")
        gone(app)
        drive.check(app.find("button", "Add opportunity", showing=True), "a company opens its page")
        drive.check(app.find("list item", "Name: Orrery", showing=True), "which says which company it is")
        drive.check(not app.warnings(), "no warnings")


def choose(app, button, below):
    """An entry of a drop-down, so many below the first, by keyboard."""
    app.tab_to(app.find("button", button, showing=True))
    app.key("space")
    drive.wait_for(lambda: any(app.has_state(a, drive.State.FOCUSED) for a in app.find_all("list item", showing=True)), "the list")
    app.key(*["Down"] * below)
    app.key("Return")


def test_filters():
    with Desk() as desk:
        app = start(desk)
        app.key("ctrl+2")
        app.find("label", "9 people", showing=True)
        app.action(app.find(None, "More filters", showing=True))
        app.find("button", "Tag, Any tag", showing=True)
        choose(app, "Tag, Any tag", 1)
        drive.check(app.find("label", "1 person", showing=True), "contacts are filtered by a tag")
        app.key("ctrl+f")
        app.type("clara")
        drive.check(app.find("label", "Nothing found for “clara”"), "filters and words go together")
        app.key("ctrl+1")
        app.find(None, re.compile("C developer"), showing=True)
        app.key("ctrl+f")
        app.find("button", "Stage, Every stage", showing=True)
        choose(app, "Stage, Every stage", 2)
        app.find("button", "Stage, Interviewing", showing=True)
        drive.wait_for(lambda: not app.find_all(None, re.compile("C developer"), showing=True), "the filter")
        drive.check(app.find(None, re.compile("Rust engineer"), showing=True), "opportunities are filtered by their stage")
        drive.check(not app.warnings(), "no warnings")


drive.main(test_switcher, test_filters)
