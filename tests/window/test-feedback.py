#!/usr/bin/python3
# test-feedback.py - what somebody said about the user: the sheet, the timelines, by keyboard
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-feedback.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def kestrel():
    document = Document().stage("interviewing", "interviewing", 0).company("kestrel").contact("ruth", name="Ruth Adler", company="kestrel", roles=["recruiter"])
    return document.opportunity("motion", company="kestrel", title="Staff engineer", stage="interviewing", people=[{"contact": "ruth", "role": "recruiter"}])


def feedback(desk):
    return desk.cli("export").get("feedback", [])


def test_from_a_contact():
    with Desk() as desk:
        desk.write(kestrel())
        app = desk.start(now=NOW, window=True)
        app.key("ctrl+2")
        app.find("list item", "Ruth Adler", showing=True)
        app.tab_to(app.find_inner("More"))
        app.key("space")
        app.find("menu item", "Write Down Feedback…", showing=True)
        app.key("Down", "Return")
        first = app.find("text", "Done well, 1", showing=True)
        drive.check(not app.has_state(app.find("button", "Save", showing=True), drive.State.SENSITIVE), "silence is no feedback")
        app.type("Listens well")
        app.key("Tab")
        app.type("Draws while explaining")
        drive.check(app.text(first) == "Listens well", "the first thing done well is asked for first")
        app.set_text(app.find("text", "To do differently, 1", showing=True), "Ask for concerns before leaving")
        app.set_text(app.find("text", re.compile("^Themes"), showing=True), "closing, pace")
        usefulness = app.find(None, re.compile("^How useful"), showing=True)
        app.tab_to(usefulness)
        app.key("space", "Down", "Down", "Down", "Return")
        app.key("ctrl+Return")
        drive.wait_for(lambda: feedback(desk), "the feedback")
        stored = feedback(desk)[0]
        drive.check((stored["contact"], stored["source"], stored["opportunity"], stored["received_on"], stored["channel"])
                    == (uuid("ruth"), "recruiter", uuid("motion"), "2026-03-02", "email"), "who they are and what it is about are proposed")
        drive.check((stored["strengths"], stored["improvements"], stored["themes"], stored["usefulness"])
                    == (["Listens well", "Draws while explaining"], ["Ask for concerns before leaving"], ["closing", "pace"], "actionable"),
                    "what was said is kept, point by point")
        app.find("panel", re.compile("^Feedback from Ruth, Today"), showing=True)
        drive.check(app.find("label", re.compile("Good: Listens well; Draws while explaining. To improve: Ask for concerns"), showing=True),
                    "and stands in the timeline")
        app.focus_window()
        app.key("ctrl+z")
        drive.wait_for(lambda: not feedback(desk), "undo")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_from_an_opportunity():
    with Desk() as desk:
        desk.write(kestrel().add("feedback", "said", contact="ruth", source="recruiter", opportunity="motion", received_on="2026-03-01",
                                 strengths=["Listens well"], channel="phone", confidence="high"))
        app = desk.start(now=NOW, window=True)
        app.tab_to(app.find("button", re.compile("^Kestrel, "), showing=True))
        app.key("Return")
        app.find("panel", re.compile("^Feedback from Ruth"), showing=True)
        more = app.find_inner(re.compile("^More about: Feedback from Ruth"))
        app.tab_to(more)
        app.key("space")
        app.find("menu item", "Change…", showing=True)
        app.key("Return")
        drive.check(app.text(app.find("text", "Done well, 1", showing=True)) == "Listens well", "it can be changed where it is shown")
        app.set_text(app.find("text", "To do differently, 1", showing=True), "Draw before talking")
        app.key("Escape")
        app.find("button", "Open Again", showing=True)
        app.focus_window()
        drive.check("improvements" not in feedback(desk)[0], "Escape writes nothing down")
        app.tab_to(app.find("button", "Open Again", showing=True))
        app.key("space")
        drive.check(app.text(app.find("text", "To do differently, 1", showing=True)) == "Draw before talking", "and keeps what was typed")
        app.focus_window()
        app.key("ctrl+Return")
        drive.wait_for(lambda: feedback(desk)[0].get("improvements") == ["Draw before talking"], "the change")
        drive.check(feedback(desk)[0]["confidence"] == "high", "what the sheet does not ask for stays")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_from_a_contact, test_from_an_opportunity)
