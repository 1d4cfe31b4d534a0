#!/usr/bin/python3
# test-offer.py - an offer is written down and answered; a yes says what happens to the rest
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-offer.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def facts():
    """Meridian, where Noor recruits and Tom was met; Kestrel, where Ines recruits, is open as well."""
    document = Document()
    for position, kind in enumerate(("prospect", "applied", "screening", "interviewing", "offer", "closed")):
        document.stage(kind, kind, position)
    document.company("meridian").company("kestrel")
    for word, name, company in (("noor", "Noor Haddad", "meridian"), ("tom", "Tom Weir", "meridian"), ("ines", "Ines Roth", "kestrel")):
        document.contact(word, name=name, company=company, emails=[{"value": f"{word}@{company}.example"}])
    document.opportunity("job", company="meridian", title="Principal engineer", stage="interviewing", added_on="2026-02-01",
                         people=[{"contact": "noor", "role": "recruiter"}])
    document.opportunity("other", company="kestrel", title="Firmware lead", stage="screening", added_on="2026-02-01",
                         people=[{"contact": "ines", "role": "recruiter"}])
    document.interview("talk", "2026-02-24T10:00:00+01:00", "2026-02-24T11:00:00+01:00", opportunity="job", status="held",
                       people=[("tom", {"role": "interviewer"})], debrief={"well": ["The demo"], "written_at": "2026-02-24T12:00:00+01:00"})
    return document


def open_offer(app):
    app.tab_to(app.find("button", re.compile("^Meridian, "), showing=True))
    app.key("Menu")
    app.choose("Offer…")
    app.find("label", "An offer from Meridian", showing=True)


def stored(desk, collection, word):
    return next(o for o in desk.cli("export")[collection] if o["id"] == uuid(word))


def own(desk):
    """The follow-ups that no rule asks for."""
    return [(f["title"], f["remind_at"]) for f in desk.cli("export").get("follow_ups", []) if f["rule"] == "manual" and f["state"] == "open"]


def write_offer(app):
    drive.wait_for(lambda: any(app.has_state(a, drive.State.FOCUSED) for a in app.find_all("button", re.compile("^Answer by"))), "the focus")
    app.key("space")
    drive.wait_for(lambda: app.find_all("text", "Day, as YYYY-MM-DD", showing=True), "the calendar")
    app.type("2026-03-09")
    app.key("Return")
    drive.wait_for(lambda: not app.find_all("text", "Day, as YYYY-MM-DD", showing=True), "the calendar to close")
    drive.wait_for(lambda: any(app.has_state(a, drive.State.FOCUSED) for a in app.find_all("button", re.compile("^Answer by"))),
                   "the focus to come back")
    app.key("Tab")
    app.type("17")
    app.key("Tab")
    app.type("EUR 92,000")
    app.tab_to(app.find("text", "Notes", showing=True))
    app.type("Start on 1 April")


def test_offer():
    with Desk() as desk:
        desk.write(facts())
        app = desk.start(now=NOW, window=True)
        open_offer(app)
        write_offer(app)
        app.key("ctrl+Return")
        drive.wait_for(lambda: stored(desk, "opportunities", "job").get("offer"), "the offer")
        job = stored(desk, "opportunities", "job")
        drive.check(job["offer"] == {"received_on": "2026-03-02", "answer_by": "2026-03-09T17:00", "amount": "EUR 92,000"}
                    and job["notes"] == "Start on 1 April", "an offer is written down by keyboard")
        drive.check(job["stage"] == uuid("offer"), "and its card stands in Offer")
        app.focus_window()
        open_offer(app)
        app.tab_to(app.find("list item", re.compile("^Talk about it first"), showing=True), limit=60)
        app.key("Return")
        drive.wait_for(lambda: own(desk), "the follow-up")
        drive.check(own(desk) == [("Talk with Meridian about the offer", "2026-03-03T09:00")], "to talk about it first comes up tomorrow")
        drive.check(stored(desk, "opportunities", "job")["offer"]["answer_by"] == "2026-03-09T17:00", "and the offer stays as it was")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_accept():
    with Desk() as desk:
        desk.write(facts())
        app = desk.start(now=NOW, window=True)
        open_offer(app)
        app.tab_to(app.find("list item", re.compile("^Accept"), showing=True), limit=60)
        app.key("Return")
        app.find("label", "You said yes to Meridian", showing=True)
        app.focus_window()
        drive.check(True, "accepting leads on to what happens to the rest")
        other = app.find("button", "What happens to Kestrel, Firmware lead, Leave open", showing=True)
        app.tab_to(other, limit=60)
        app.key("space")
        app.find("label", "Withdraw", showing=True)
        app.key("Down", "Return")
        app.find("button", re.compile("^Tell them on, Tuesday"), showing=True)
        app.key("ctrl+Return")
        drive.wait_for(lambda: stored(desk, "opportunities", "job").get("outcome"), "the outcome")
        drive.check(stored(desk, "opportunities", "job")["outcome"] == {"kind": "accepted", "on": "2026-03-02"}, "the yes is written down")
        drive.check(stored(desk, "opportunities", "other")["outcome"] == {"kind": "withdrawn", "on": "2026-03-02"}, "the user withdraws from the other one")
        drive.check(("Tell Ines Roth that you withdraw at Kestrel", "2026-03-03T09:00") in own(desk), "and tells them on the next day")
        drive.check(stored(desk, "contacts", "tom").get("tier") == "quarterly", "who was met has a tier")
        app.find("label", "Tell everyone", showing=True)
        drive.check(True, "then everyone is told")
        app.focus_window()
        app.key("ctrl+z")
        drive.wait_for(lambda: "outcome" not in stored(desk, "opportunities", "job"), "undo", timeout=15)
        drive.check("outcome" not in stored(desk, "opportunities", "other") and not own(desk), "one undo takes all of it back")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_offer, test_accept)
