#!/usr/bin/python3
# test-contact-page.py - the page of a person: each fact is changed where it stands, and taken back
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-contact-page.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sqlite3
import sys

from gi.repository import GLib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def open_page(desk):
    document = Document().company("helix", name="Helix Robotics").company("orrery", name="Orrery")
    document.contact("amara", name="Amara Okafor", headline="Engineering manager", company="helix", tier="monthly",
                     tier_since="2026-02-20", hooks=["Two rescue greyhounds"],
                     emails=[{"label": "work", "value": "amara@helix.example"}])
    document.contact("birgit", name="Birgit Solheim", headline="Control engineer", tier="monthly", tier_since="2026-02-20")
    for day in ("2026-02-23", "2026-02-26"):
        document.add("touches", f"touch{day}", contacts=["birgit"], at=f"{day}T10:00:00Z", direction="out", channel="email")
    document.add("opportunities", "engineer", title="Engineer", company="helix",
                 people=[{"contact": "amara", "role": "hiring-manager"}])
    desk.write(document)
    app = desk.start(now=NOW, window=True)
    app.key("ctrl+2")
    app.find("list item", "Amara Okafor", showing=True)
    app.key("F9")
    return app


def person(desk, name):
    return next((c for c in desk.cli("export")["contacts"] if c["name"] == name), {})


def is_so(desk, member, value, name="Amara Okafor"):
    drive.wait_for(lambda: person(desk, name).get(member) == value, f"{member}: {value}")
    return True


def press(app, name, action="click"):
    """What is called so and can be pressed: of a menu button the button inside it."""
    def find():
        return next((a for a in app.find_all(None, name, showing=True) if action in a.get_actions()), None)
    app.action(drive.wait_for(find, f"{name} to be there"), action)


def choose_in_menu(app, button, item):
    """The focus brings the button into sight: a menu cannot open where there is no screen."""
    app.tab_to(app.find_inner(button), limit=60)
    app.key("space")
    app.find("menu item", item, showing=True)
    press(app, item)
    app.wait_menu_closed()


def test_lists():
    with Desk() as desk:
        app = open_page(desk)
        press(app, "Change: Two rescue greyhounds")
        app.find("text", "Hook", showing=True)
        app.key("ctrl+a")
        app.type("Three greyhounds")
        app.key("Return")
        drive.check(is_so(desk, "hooks", ["Three greyhounds"]), "a hook is changed where it stands")
        app.key("ctrl+z")
        drive.check(is_so(desk, "hooks", ["Two rescue greyhounds"]), "and taken back")
        drive.wait_for(lambda: app.find_all(None, "Change: Two rescue greyhounds", showing=True), "the page to show it")
        choose_in_menu(app, "Add a channel", "Mail Address")
        app.find("text", "Mail address", showing=True)
        app.type("amara@home.example")
        app.key("Return")
        drive.check(is_so(desk, "emails", [{"label": "work", "value": "amara@helix.example"},
                                           {"label": "work", "value": "amara@home.example"}]), "a second mail address stands behind the first")
        app.find(None, "Change: amara@home.example", showing=True)  # a button that is made anew while it is pressed forgets it
        press(app, "Change: amara@helix.example")
        app.find("text", "Mail address", showing=True)
        press(app, "Remove")
        drive.check(is_so(desk, "emails", [{"label": "work", "value": "amara@home.example"}]), "the first is removed, the second stays")
        choose_in_menu(app, "Add a detail", "Position")
        app.find("text", "What they did", showing=True)
        app.type("Student")
        app.key("Tab")
        app.type("TU Delft")
        app.key("Tab")
        app.type("2011")
        app.key("Return")
        drive.check(is_so(desk, "positions", [{"title": "Student", "company": "TU Delft", "from": "2011-01-01"}]),
                    "a position may know its year only")
        drive.wait_for(lambda: app.find_all("button", "Change: Student, TU Delft"), "the page to show it")
        app.tab_to(app.find("button", "Copy: amara@home.example"), limit=60)
        rewrite(desk, "Amara Okafor", how_met="At a meetup")
        app.find("label", "At a meetup")
        drive.check(app.wait_focus("button", "Copy: amara@home.example"), "what somebody else writes leaves the focus where it is")
        drive.check(not app.warnings(), "no warnings")


def test_facts():
    with Desk() as desk:
        app = open_page(desk)
        drive.check(app.find("list item", "Engineer, Helix Robotics, Hiring manager"), "the page shows the opportunity together")
        choose_in_menu(app, "Add a detail", "How You Met")
        app.find("text", "How you met", showing=True)
        app.type("At a meetup")
        app.key("Return")
        drive.check(is_so(desk, "how_met", "At a meetup"), "a fact that was not known is added where it stands")
        press(app, "Company: Helix Robotics", "fact.edit")
        app.find("text", "Company", showing=True)
        app.key("ctrl+a")
        app.type("Orrery")
        app.key("Return")
        app.find("label", "Orrery", showing=True)
        positions = drive.wait_for(lambda: person(desk, "Amara Okafor").get("positions"), "the position")
        drive.check(positions == [{"company": "Helix Robotics", "title": "Engineering manager", "to": "2026-03-02"}],
                    "the company before is kept under positions")
        app.key("ctrl+z")
        drive.wait_for(lambda: not person(desk, "Amara Okafor").get("positions"), "undo")
        choose_in_menu(app, re.compile("^Spelling of the name: Not known"), "From a card")
        drive.check(is_so(desk, "name_verified", "card"), "how the name is known is chosen in a menu")
        choose_in_menu(app, re.compile("^Role: None"), "Recruiter")
        drive.check(is_so(desk, "roles", ["recruiter"]), "a role is chosen in a menu")
        drive.check(app.find("label", "Tells you about openings, or about people to talk to", showing=True)
                    and app.find("label", "What you remember them by, and can come back to", showing=True),
                    "words of the field are explained where they stand")
        press(app, "Offers leads", "toggle")
        drive.check(is_so(desk, "offers_leads", True), "and a switch says who offers leads")
        app.click(app.find("button", "Helix Robotics", showing=True))
        drive.check(app.find("list item", "Name: Helix Robotics", showing=True), "the company opens on its page")
        drive.check(not app.warnings(), "no warnings")


def test_refused():
    with Desk() as desk:
        app = open_page(desk)
        with sqlite3.connect(f"{desk.folder}/onward/onward.db") as database:
            database.execute("CREATE TRIGGER refuse BEFORE UPDATE ON contacts WHEN new.headline = 'Director' "
                             "BEGIN SELECT RAISE(ABORT, 'refused'); END")
            database.execute("CREATE TRIGGER refuse_leads BEFORE UPDATE ON contacts WHEN new.offers_leads "
                             "BEGIN SELECT RAISE(ABORT, 'refused'); END")
        database.close()
        press(app, "What they do: Engineering manager", "fact.edit")
        app.find("text", "What they do", showing=True)
        app.key("ctrl+a")
        app.type("Director")
        app.key("Return")
        app.find("label", re.compile("refused"), showing=True)
        app.wait_state(app.find("text", "What they do", showing=True), drive.State.FOCUSED)
        app.key("End")
        app.type(" of engineering")
        app.key("Return")
        drive.check(is_so(desk, "headline", "Director of engineering"), "what is refused stays in the field, to be put right")
        press(app, "Offers leads", "toggle")
        app.find("label", "Nothing was changed", showing=True)
        app.key("Escape")
        app.wait_gone("label", "Nothing was changed")
        leads = next(a for a in app.find_all(None, "Offers leads", showing=True) if "toggle" in a.get_actions())
        drive.check(not app.has_state(leads, drive.State.CHECKED), "and a switch that is refused is not shown as switched")


def test_covered_page():
    """Pages that lie over each other, while what they are about changes."""
    with Desk() as desk:
        app = open_page(desk)
        app.key("ctrl+1")
        card = app.find("button", re.compile("^Helix Robotics, Engineer"), showing=True)
        app.tab_to(card)
        app.key("Return")
        app.find("button", "Add interview", showing=True)
        app.key("ctrl+shift+p")
        app.find("text", "Name", showing=True)
        app.type("Chidi Eze")
        app.key("ctrl+Return")
        app.wait_number(2, "label", "Chidi Eze")
        app.focus_window()
        app.key("F2")
        name = app.find("text", "Name", showing=True)
        app.key("ctrl+a")
        app.type("Chidi Okeke")
        drive.wait_for(lambda: app.text(name) == "Chidi Okeke", "the new name")
        app.key("ctrl+Return")
        app.wait_gone("text", "Name")
        app.focus_window()
        app.wait_number(2, "label", "Chidi Okeke")
        drive.check(True, "a page is called what the person is called now, in the header too")
        app.activate_action("alerts")
        app.find("button", "Send a test alert now", showing=True)
        app.key("ctrl+z")
        drive.wait_for(lambda: person(desk, "Chidi Eze"), "the name to be taken back")
        app.catch_up(2)
        app.key("ctrl+z")
        drive.wait_for(lambda: not person(desk, "Chidi Eze"), "the person to be taken back")
        app.key("alt+Left")
        app.find("button", "Add interview", showing=True)
        app.wait_number(0, "label", re.compile("^Chidi"))
        drive.check(True, "a page whose person went meanwhile is left out on the way back")
        app.activate_action("open-contact", GLib.Variant("x", 4711))
        app.catch_up()
        drive.check(app.find("button", "Add interview", showing=True), "somebody who is not there any more is not opened")
        drive.check(app.quit() == 0 and not app.warnings(), "no warnings")


def rewrite(desk, name, **members):
    """What another program writes about somebody."""
    document = Document()
    document.data = desk.cli("export")
    next(c for c in document.data["contacts"] if c["name"] == name).update(members)
    desk.write(document)


def test_written_elsewhere():
    """While somebody edits a person, another program changes what they do not touch."""
    with Desk() as desk:
        app = open_page(desk)
        app.tab_to(app.find("button", "Write", showing=True))
        app.key("F2")
        said = app.find("text", "Said aloud", showing=True)
        app.click(said)
        app.type("ah-MAH-ra")
        drive.wait_for(lambda: app.text(said) == "ah-MAH-ra", "the text")
        rewrite(desk, "Amara Okafor", headline="Director", emails=[{"label": "home", "value": "amara@home.example"}])
        app.key("ctrl+Return")
        drive.check(is_so(desk, "pronunciation", "ah-MAH-ra"), "a sheet writes what was typed into it")
        amara = person(desk, "Amara Okafor")
        drive.check((amara["headline"], amara["emails"]) == ("Director", [{"label": "home", "value": "amara@home.example"}]),
                    "and leaves what was written elsewhere meanwhile")
        drive.check(not app.warnings(), "no warnings")


def test_note():
    """A note that is begun belongs to its person, and stays until it is stored."""
    with Desk() as desk:
        desk.write(Document().contact("amara", name="Amara Okafor", hooks=[f"Hook {i}" for i in range(20)]).contact("birgit", name="Birgit Solheim"))
        app = desk.start(now=NOW, window=True)
        app.key("ctrl+2")
        app.find("list item", "Amara Okafor", showing=True)
        with sqlite3.connect(f"{desk.folder}/onward/onward.db") as database:
            database.execute("CREATE TRIGGER refuse BEFORE INSERT ON touches BEGIN SELECT RAISE (ABORT, 'refused'); END")
            database.execute("CREATE TRIGGER refuse_notes BEFORE UPDATE OF notes ON contacts BEGIN SELECT RAISE (ABORT, 'refused'); END")
        database.close()
        app.key("ctrl+l")
        note = app.find("text", "Note", showing=True)
        app.type("Likes rain")
        drive.wait_for(lambda: app.text(note) == "Likes rain", "the note")
        drive.check(app.extents(note)[1] < 800, "Ctrl+L brings a note far down the page into sight")
        app.key("ctrl+Return")
        app.find("label", "Nothing was changed", showing=True)
        app.key("Escape")
        app.wait_gone("label", "Nothing was changed")
        app.focus_window()
        app.click(app.find("list item", "Birgit Solheim", showing=True))
        app.wait_number(2, "label", "Birgit Solheim")
        app.key("ctrl+l")
        drive.check(app.text(app.find("text", "Note", showing=True)) == "", "a note that was begun is nobody else's")
        app.key("Escape")
        app.wait_gone("text", "Note")
        app.click(app.find("list item", "Amara Okafor", showing=True))
        app.wait_number(2, "label", "Amara Okafor")
        app.key("ctrl+l")
        drive.wait_for(lambda: app.text(app.find("text", "Note", showing=True)) == "Likes rain", "the note again")
        drive.check(True, "and what was refused stands there as it was typed")


def test_silence():
    with Desk() as desk:
        app = open_page(desk)
        app.click(app.find("list item", "Birgit Solheim", showing=True))
        drive.check(app.find("label", "Your last 2 messages in 30 days have no answer yet.", showing=True),
                    "two messages without an answer are pointed out before a third")
        drive.wait_for(lambda: desk.cli("due", "--days", "60"), "a follow-up")
        choose_in_menu(app, "More", "Do not contact")
        app.find("label", "Not to be contacted any more; 1 follow-up was taken away")
        drive.check(desk.cli("due", "--days", "60") == [], "whoever is not to be contacted is owed nothing, and that is said")
        press(app, "Contact again")
        drive.wait_for(lambda: desk.cli("due", "--days", "60"), "the follow-up again")
        drive.check(not person(desk, "Birgit Solheim").get("do_not_contact"), "and it is reversible")
        app.find("button", "Write", showing=True)
        choose_in_menu(app, "More", "Remove")
        drive.wait_for(lambda: not person(desk, "Birgit Solheim"), "Birgit to be removed")
        drive.check(app.find("label", "Birgit Solheim removed, and from 2 places that named them"), "a toast says what else was touched")
        drive.check(app.find("label", "Amara Okafor", showing=True), "somebody else is shown")
        app.key("ctrl+z")
        drive.wait_for(lambda: person(desk, "Birgit Solheim"), "Birgit again")
        drive.check(len(desk.cli("export")["touches"]) == 2, "Undo brings back what was written to her")
        drive.check(not app.warnings(), "no warnings")


drive.main(test_covered_page, test_lists, test_facts, test_refused, test_written_elsewhere, test_note, test_silence)
