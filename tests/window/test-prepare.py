#!/usr/bin/python3
# test-prepare.py - what to know, to tell and to ask in an interview, by keyboard
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-prepare.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def booked():
    document = Document().stage("interviewing", "interviewing", 0).company("kestrel", notes="Makes arms for laboratories.")
    document.opportunity("motion", company="kestrel", title="Staff engineer", stage="interviewing", skills=["C"])
    document.contact("tove", name="Tove Madsen", company="kestrel", pronunciation="TOO-veh", hooks=["Sails to Anholt"])
    return document.interview("panel", "2026-03-04T09:00:00+01:00", "2026-03-04T10:00:00+01:00", opportunity="motion",
                              join_url="https://call.example/kestrel", people=[("tove", {"role": "hiring-manager"})])


def interviews(desk):
    return desk.cli("export").get("interviews", [])


def open_page(app):
    """From anywhere: the quick switcher."""
    app.find("button", re.compile("^Kestrel, "), showing=True)
    app.key("ctrl+k")
    app.find("text", "Go to", showing=True)
    app.type("Prepare the next")
    app.find(None, "Prepare the next interview", showing=True)
    app.key("Return")
    return app.find("text", "Another question you expect", showing=True)


def test_refused(app, desk):
    """A disk that cannot be written to, as far as the page can tell."""
    with desk.locked() as database:
        database.execute("CREATE TRIGGER refuse BEFORE UPDATE ON interviews BEGIN SELECT RAISE (ABORT, 'no room left'); END")
    app.tab_to(app.find("text", "Another question you expect", showing=True), back=True)
    app.type("Who decides?")
    app.key("Return")
    app.find("label", "Nothing was changed", showing=True)
    with desk.locked() as database:
        database.execute("DROP TRIGGER refuse")
    app.key("Escape")
    app.wait_gone("label", "Nothing was changed")
    app.focus_window()
    desk.write(Document().contact("tove", name="Tove Madsen-Holm", company="kestrel"))
    app.find("list item", re.compile("^Tove Madsen-Holm"), showing=True)
    drive.check(app.find("button", "Remove: Who decides?", showing=True), "a question that could not be stored stays when something else changes")


def test_prepare():
    with Desk() as desk:
        desk.write(booked())
        app = desk.start(now=NOW, window=True)
        theirs = open_page(app)
        app.find("label", re.compile(r"^Wednesday\s4\sMarch, 09:00 · 1\shour"), showing=True)
        drive.check(app.find("list item", "Tove Madsen, Hiring manager · say “TOO-veh”. Sails to Anholt", showing=True), "the people, how their names are said, and their hooks")
        drive.check(app.find("list item", re.compile("Makes arms for laboratories"), showing=True), "the facts of the company")
        drive.check(app.find("label", re.compile("concerns or hesitations"), showing=True), "the last question stands there word for word")
        drive.check(app.find("button", "Join", showing=True), "and the call can be joined")
        app.tab_to(theirs)
        app.type("Why us?")
        app.key("Return")
        app.type("What went wrong last?")
        app.key("Return")
        drive.wait_for(lambda: [q["text"] for q in interviews(desk)[0].get("questions", [])] == ["Why us?", "What went wrong last?"], "two questions")
        drive.check(True, "Enter adds a question and asks for the next")
        app.tab_to(app.find("text", "Notes for your answer", showing=True), back=True)
        app.type("The arms, and the quiet.")
        drive.wait_for(lambda: interviews(desk)[0]["questions"][0].get("answer") == "The arms, and the quiet.", "the notes")
        drive.check(True, "what is typed is kept without a button")
        app.tab_to(app.find("text", "Another question to ask", showing=True))
        app.type("Who left last?")
        app.key("Return")
        drive.wait_for(lambda: interviews(desk)[0]["questions"][-1].get("mine"), "the user's own question")
        app.tab_to(app.find("button", "Remove: Who left last?", showing=True), back=True)
        app.key("space")
        app.find("button", "Undo", showing=True)
        drive.wait_for(lambda: len(interviews(desk)[0]["questions"]) == 2, "the question is gone")
        app.focus_window()
        app.key("ctrl+z")
        app.find("text", "What they answered", showing=True)
        drive.check(len(interviews(desk)[0]["questions"]) == 3, "removing says so, and Undo brings it back into the page")
        test_refused(app, desk)
        app.key("Escape")
        app.find("button", re.compile("^Kestrel, "), showing=True)
        drive.wait_for(lambda: any(q["text"] == "Who decides?" for q in interviews(desk)[0]["questions"]), "the question")
        drive.check(True, "and is stored when the page is left")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_another_zone_and_a_company_alone():
    with Desk() as desk:
        desk.write(booked())
        app = desk.start(now=NOW, window=True)
        app.find("button", re.compile("^Kestrel, "), showing=True)
        app.key("ctrl+shift+i")
        save = app.find("button", "Save", showing=True)
        app.key("space")
        app.find("label", "A company alone", showing=True)
        app.key("End", "Return")
        company = app.find("text", "Company", showing=True)
        app.wait_state(save, drive.State.SENSITIVE, False)
        app.set_text(company, "Orrery")
        app.wait_state(save, drive.State.SENSITIVE)
        app.set_text(app.find("text", "Time", showing=True), "3 am")
        zone = app.find_inner(re.compile("^Time zone, "))
        app.tab_to(zone)
        app.key("space")
        app.find("text", "Find a time zone", showing=True)
        app.type("new york")
        app.find("list item", re.compile("^America/New York, EST"), showing=True)
        app.key("Return")
        app.find("label", re.compile(r"^For you: Tuesday\s3\sMarch, 09:00"), showing=True)
        drive.check(True, "a zone is found by its city, and the user's own time stands beside it")
        app.tab_to(zone)
        app.key("space")
        app.find("text", "Find a time zone", showing=True)
        app.type("amsterdam")
        app.key("Return")
        app.wait_gone("label", re.compile("^For you:"))
        app.set_text(app.find("text", "Link to join", showing=True), "ftp:x")
        app.find("label", re.compile("^Write the link like"), showing=True)
        app.set_text(app.find("text", "Link to join", showing=True), "meet.example/orrery")
        app.find("button", "Open the link", showing=True)
        name = app.find("text", "Name of person 1", showing=True)
        app.tab_to(name)
        app.type("Ana Ruiz, Ben Oduya")
        app.key("Return")
        app.find("text", "Name of person 2", showing=True)
        app.wait_number(2, "label", "New contact")
        drive.check(True, "two names in one entry are two people")
        app.key("ctrl+Return")
        drive.wait_for(lambda: len(interviews(desk)) == 2, "the interview")
        stored = next(i for i in interviews(desk) if "opportunity" not in i)
        drive.check((stored["starts_at"], stored["join_url"], len(stored["people"])) == ("2026-03-03T03:00:00+01:00", "https://meet.example/orrery", 2),
                    "an interview at a company alone, with its link and its people")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_remove_the_interview():
    with Desk() as desk:
        desk.write(booked())
        app = desk.start(now=NOW, window=True)
        app.tab_to(app.find("button", re.compile("^Kestrel, "), showing=True))
        app.key("Return")
        drive.check(app.find("button", re.compile("^Join: .*Tove Madsen"), showing=True), "the call is joined from its row")
        more = app.find_inner(re.compile("^More about: .* with Tove Madsen"))
        app.tab_to(more)
        app.key("space")
        app.find("menu item", "Remove", showing=True)
        app.key("Up", "Return")
        app.find("button", "Undo", showing=True)
        drive.wait_for(lambda: not interviews(desk), "the interview is gone")
        drive.check(not [f for f in desk.cli("due", "--days", "30") if f["rule"].startswith("prep")], "what it asked for is not asked for any more")
        app.focus_window()
        app.key("ctrl+z")
        drive.wait_for(lambda: interviews(desk), "Undo brings it back")
        drive.check([f for f in desk.cli("due", "--days", "30") if f["rule"] == "prep-stories"], "with what it asks for")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_prepare, test_another_zone_and_a_company_alone, test_remove_the_interview)
