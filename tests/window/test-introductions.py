#!/usr/bin/python3
# test-introductions.py - where somebody said to look, whom to contact there, and whose name may be used, by keyboard
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-introductions.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def kestrel():
    document = Document().stage("interviewing", "interviewing", 0).stage("closed", "closed", 1).company("kestrel")
    document.contact("ruth", name="Ruth Adler", company="kestrel")
    return document.opportunity("motion", company="kestrel", title="Staff engineer", stage="interviewing",
                                people=[{"contact": "ruth", "role": "interviewer"}])


def introductions(desk):
    return desk.cli("export").get("introductions", [])


def of(desk, collection, identifier):
    return next(r for r in desk.cli("export")[collection] if r["id"] == identifier)


def open_contact(app, name):
    app.key("ctrl+2")
    app.find("list item", name, showing=True)


def begin_from_contact(app):
    """The sheet, from the menu of the contact that is shown."""
    app.tab_to(app.find_inner("More"))
    app.key("space")
    app.find("menu item", "Write Down an Introduction…", showing=True)
    app.key("Return")
    return app.find("text", "Company", showing=True)


def choose(app, row, down):
    """Another choice of a combo row, so many rows below."""
    app.tab_to(app.find(None, row, showing=True))
    app.key("space", *["Down"] * down, "Return")


def test_from_a_contact():
    with Desk() as desk:
        desk.write(kestrel())
        app = desk.start(now=NOW, window=True)
        open_contact(app, "Ruth Adler")
        begin_from_contact(app)
        who = app.find("text", "Who told you", showing=True)
        drive.check(app.text(who) == "Ruth Adler" and app.find("label", "Known, Kestrel", showing=True), "the sheet knows whose page it came from")
        save = app.find("button", "Save", showing=True)
        drive.check(not app.has_state(save, drive.State.SENSITIVE), "a company or a person is needed")
        app.type("Sable Robotics")
        app.find("label", "New company", showing=True)
        app.key("Tab")
        app.type("Amara Okafor")
        app.find("label", "New contact", showing=True)
        app.key("Tab")
        app.type("amara@sable.example")
        app.key("ctrl+Return")
        drive.wait_for(lambda: introductions(desk), "the introduction")
        stored = introductions(desk)[0]
        amara = of(desk, "contacts", stored["person"])
        drive.check((stored["introducer"], stored["recorded_on"], stored["permission"]) == (uuid("ruth"), "2026-03-02", "not-asked"),
                    "who told it is kept, with the day, and nothing was asked yet")
        drive.check((amara["name"], amara["how_met"], amara["emails"]) == ("Amara Okafor", "Introduced by Ruth Adler", [{"value": "amara@sable.example"}]),
                    "the person became a contact who knows how they were met")
        drive.check(of(desk, "companies", amara["company"])["name"] == "Sable Robotics", "at a company that became known")
        app.find("list item", re.compile("^Amara Okafor, Sable Robotics · not asked yet"), showing=True)
        drive.check(True, "the contact's page shows it as given")
        app.focus_window()
        app.key("ctrl+z")
        drive.wait_for(lambda: not introductions(desk), "undo")
        drive.check(len(desk.cli("export")["contacts"]) == 1, "Ctrl+Z takes all of it back")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_permission_and_opportunity():
    with Desk() as desk:
        document = kestrel().company("sable", name="Sable Robotics").contact("amara", name="Amara Okafor", company="sable")
        document.add("introductions", "tip", introducer="ruth", company="sable", person="amara", recorded_on="2026-03-01", permission="not-asked")
        desk.write(document)
        app = desk.start(now=NOW, window=True)
        open_contact(app, "Ruth Adler")
        app.click(app.find("list item", "Ruth Adler", showing=True))
        change = app.find("button", re.compile("^Change the introduction: Amara"), showing=True)
        app.tab_to(change)
        app.key("space")
        drive.check(app.text(app.find("text", "Person", showing=True)) == "Amara Okafor", "the sheet shows what is known")
        drive.check(not app.find_all("button", re.compile("^Day, "), showing=True), "an answer that was not asked for has no day")
        choose(app, re.compile("^Answer"), 2)
        app.find("button", re.compile("^Day, "), showing=True)
        choose(app, re.compile("^Opportunity"), 1)
        app.find("text", "Title of the role, if there is one", showing=True)
        app.key("Tab")
        app.type("Linux engineer")
        app.key("Return")
        drive.wait_for(lambda: introductions(desk)[0]["permission"] == "granted", "the answer")
        stored = introductions(desk)[0]
        drive.check(stored["permission_on"] == "2026-03-02", "the name may be used, since today")
        new = of(desk, "opportunities", stored["opportunity"])
        drive.check((new["title"], new["company"], new["introduction"]) == ("Linux engineer", uuid("sable"), uuid("tip")),
                    "the new opportunity remembers where it came from")
        app.find("list item", re.compile("^Amara Okafor, Sable Robotics · you may use this name"), showing=True)
        app.focus_window()
        app.key("ctrl+1")
        card = app.find("button", re.compile("^Sable Robotics, Linux engineer"), showing=True)
        app.tab_to(card)
        app.key("Return")
        app.find("list item", re.compile("^Ruth Adler, .*introduced", re.I), showing=True)
        drive.check(True, "and its page shows who introduced the user")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_what_was_typed_is_kept():
    with Desk() as desk:
        document = kestrel().company("orrery").contact("a", name="Ana Ruiz", company="orrery").contact("b", name="Ana Ruiz", headline="Teacher")
        desk.write(document)
        app = desk.start(now=NOW, window=True)
        app.tab_to(app.find("button", re.compile("^Kestrel, "), showing=True))
        app.key("Menu")
        app.find("menu item", "Write Down an Introduction…", showing=True)
        app.key("d")
        app.find("text", "Who told you", showing=True)
        app.type("Ana Ruiz")
        app.find("label", "Several people have this name", showing=True)
        app.tab_to(app.find_inner(re.compile(r"^Which Ana Ruiz\?")))
        app.key("space")
        app.find("menu item", "Ana Ruiz · Teacher", showing=True)
        app.key("Down", "Return")
        app.find("label", "Known", showing=True)
        app.key("Escape")
        again = app.find("button", "Open Again", showing=True)
        drive.check(not introductions(desk), "Escape writes nothing down")
        app.focus_window()
        app.tab_to(again)
        app.key("space")
        who = app.find("text", "Who told you", showing=True)
        drive.check(app.text(who) == "Ana Ruiz" and app.find("label", "Known", showing=True), "and keeps what was typed and chosen")
        app.key("Tab")
        app.type("orrery")
        app.key("ctrl+Return")
        drive.wait_for(lambda: introductions(desk), "the introduction")
        stored = introductions(desk)[0]
        drive.check((stored["introducer"], stored["company"]) == (uuid("b"), uuid("orrery")), "the one who was chosen told it, about the company that is known")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_after_a_referral_ask():
    with Desk() as desk:
        document = Document().stage("closed", "closed", 1).company("kestrel").contact("ruth", name="Ruth Adler", company="kestrel", phones=[{"value": "+31 10 1"}])
        document.opportunity("motion", company="kestrel", title="Staff engineer", stage="closed", outcome={"kind": "rejected", "on": "2026-02-24", "by": "ruth"})
        document.interview("panel", "2026-02-20T09:00:00+01:00", "2026-02-20T10:00:00+01:00", opportunity="motion", status="held",
                           people=[("ruth", {"role": "interviewer", "clicked": True, "rapport": 3})])
        document.follow_up("ask", "referral-ask:" + uuid("motion"), title="Ask Ruth for a referral", contact="ruth", opportunity="motion",
                           remind_at="2026-03-02T09:00", due="2026-03-02T23:59", own_day="2026-03-02", channel="email")
        desk.write(document)
        app = desk.start(now=NOW, window=True)
        done = app.find("check box", re.compile("^Done: .*referral"), showing=True)
        app.key("ctrl+4")
        app.tab_to(done)
        app.key("space")
        app.tab_to(app.find("button", "On the phone", showing=True))
        app.key("space")
        who = app.find("text", "Who told you", showing=True)
        drive.check(app.text(who) == "Ruth Adler", "after asking on the phone, the sheet asks what came of it")
        app.type("Sable Robotics")
        app.key("ctrl+Return")
        drive.wait_for(lambda: introductions(desk), "the introduction")
        drive.check([t["kind"] for t in desk.cli("export")["touches"]] == ["referral-ask"], "and the call is written down too")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_from_a_contact, test_permission_and_opportunity, test_what_was_typed_is_kept, test_after_a_referral_ask)
