#!/usr/bin/python3
# test-announcement.py - news for everyone, one message each: nobody twice, nobody lost, whatever happens to the program
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-announcement.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import signal
import sqlite3
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def facts(more=0):
    """An accepted offer; Noor introduced, Sofia is close, Dev was met, Anna is anybody, Nele must not be written to."""
    document = Document().profile(name="Ela Novak", email="ela@home.example", phone="+31 6 1234")
    for position, kind in enumerate(("prospect", "offer", "closed")):
        document.stage(kind, kind, position)
    document.company("meridian").company("lumen")
    people = (("noor", "Noor Haddad", {}), ("sofia", "Sofia Marin", {"tier": "monthly"}), ("dev", "Dev Anand", {}),
              ("anna", "Anna Wood", {}), ("nele", "Nele Never", {"do_not_contact": True}))
    for word, name, members in people:
        document.contact(word, name=name, emails=[{"value": f"{word}@people.example"}], **members)
    for i in range(more):
        document.contact(f"z{i:04}", name=f"Zed {i:04}", emails=[{"value": f"zed{i}@people.example"}])
    document.opportunity("job", company="meridian", title="Principal engineer", stage="closed", added_on="2026-02-01",
                         outcome={"kind": "accepted", "on": "2026-02-23"}, people=[{"contact": "dev", "role": "recruiter"}])
    document.add("introductions", "intro", introducer="noor", company="lumen", recorded_on="2026-02-01", permission="granted")
    return document


def reach_run(app):
    """In the Due pane the follow-up that asks for it."""
    app.key("ctrl+4")
    row = app.find("list item", re.compile("^Tell everyone|new job", re.I), showing=True)
    for _ in range(20):
        if app.has_state(row, drive.State.FOCUSED):
            break
        app.key("Down")
        drive.time.sleep(0.05)
    app.wait_state(row, drive.State.FOCUSED)


def open_run(app):
    """The follow-up leads to the run."""
    reach_run(app)
    app.key("w")
    app.find("label", "Tell everyone", showing=True)


def wait_next(app, name):
    """The next one is at hand: the button has the focus."""
    drive.wait_for(lambda: any(app.has_state(a, drive.State.FOCUSED) for a in app.find_all("button", f"Next: {name}")), f"Next: {name}")


def send(app):
    """The message that is open, its one open slot dismissed."""
    app.find("text", "Message", showing=True)
    app.find("label", "1 open slot", showing=True)
    app.key("Delete")
    app.find("label", "No open slots", showing=True)
    app.key("ctrl+Return")


def runs(desk):
    return desk.cli("export").get("announcement_runs", [])


def told(desk):
    return [s["contact"] for s in runs(desk)[0].get("sent", [])] if runs(desk) else []


def test_run():
    with Desk() as desk:
        desk.write(facts())
        app = desk.start(now=NOW, window=True)
        open_run(app)
        app.find("label", "0 of 4 told", showing=True)
        drive.wait_for(lambda: app.names("list item", re.compile("^(Noor|Sofia|Dev|Anna|Nele)"), showing=True)
                       == ["Noor Haddad", "Sofia Marin", "Dev Anand", "Anna Wood"], "the four in their order")
        drive.check(True, "everyone who may be written to is there: who helped first, then who is close")
        drive.check(not runs(desk), "nothing is written by looking")
        wait_next(app, "Noor Haddad")
        app.key("Return")
        message = app.find("text", "Message", showing=True)
        drive.check("Dear Noor" in app.text(message) and "Meridian" in app.text(message) and "ela@home.example" in app.text(message)
                    and "+31 6 1234" in app.text(message), "each gets a draft of their own, with the new contact details")
        send(app)
        wait_next(app, "Sofia Marin")
        app.find("label", "1 of 4 told", showing=True)
        touch = next(t for t in desk.cli("export")["touches"] if t["kind"] == "announce-job")
        drive.check(told(desk) == [uuid("noor")] and runs(desk)[0]["sent"][0]["touch"] == touch["id"] and touch["contacts"] == [uuid("noor")],
                    "marked as sent it is a touch, and a row of the run")
        app.find("list item", "Noor Haddad, Told today", showing=True)
        app.tab_to(app.find("list item", "Dev Anand", showing=True))
        app.key("Delete")
        app.find("list item", "Dev Anand, Left out", showing=True)
        drive.check(runs(desk)[0]["excluded"] == [uuid("dev")], "Delete leaves somebody out")
        app.process.send_signal(signal.SIGKILL)
        app.process.wait()
        app = desk.start(now="2026-03-03T10:00", window=True)
        open_run(app)
        app.find("label", "1 of 4 told", showing=True)
        app.find("list item", "Noor Haddad, Told yesterday", showing=True)
        app.find("label", "2 left · 1 left out", showing=True)
        drive.check(len(runs(desk)) == 1, "a program that is killed loses nothing: the run goes on where it was")
        wait_next(app, "Sofia Marin")
        app.key("Return")
        send(app)
        wait_next(app, "Anna Wood")
        drive.check([f for f in desk.cli("export")["follow_ups"] if f["rule"] == "announce-job"][0]["state"] == "open", "the follow-up waits for the end of the run")
        app.key("Return")
        send(app)
        app.find("label", "3 of 4 told", showing=True)
        drive.wait_for(lambda: runs(desk)[0].get("finished_at"), "the end of the run")
        follow_up = [f for f in desk.cli("export")["follow_ups"] if f["rule"] == "announce-job"][0]
        drive.check(follow_up["state"] in ("done", "cancelled"), "when nobody is left the run is over, and so is what asked for it")
        app.find("label", "Keep in touch from now on", showing=True)
        app.tab_to(app.find("button", "Keep in touch", showing=True), limit=60)
        app.key("space")
        drive.wait_for(lambda: any(c.get("tier") == "quarterly" for c in desk.cli("export")["contacts"]), "the tiers")
        tiers = {c["name"]: c.get("tier") for c in desk.cli("export")["contacts"]}
        drive.check(tiers == {"Noor Haddad": "quarterly", "Sofia Marin": "monthly", "Dev Anand": None, "Anna Wood": None, "Nele Never": None},
                    "afterwards who helped is kept in touch with, and tiers that are there stay")
        app.tab_to(app.find("button", "Put back: Dev Anand", showing=True), limit=60)
        app.key("space")
        app.find("button", "Next: Dev Anand", showing=True)
        drive.check("finished_at" not in runs(desk)[0], "whoever is put back is told after all")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_many():
    with Desk() as desk:
        desk.write(facts(3000))
        app = desk.start(now=NOW, window=True)
        start = drive.seconds_of_work(app.process.pid)
        open_run(app)
        app.find("label", "0 of 3004 told", showing=True)
        took = drive.seconds_of_work(app.process.pid) - start
        drive.check(took < 3, f"3,000 people are there at once: {took:.1f} s of work")
        drive.check(len(app.find_all("list item", re.compile("^Zed "))) < 60, "and shown thirty at a time")
        app.tab_to(app.find("button", "Show more", showing=True), limit=300)
        app.key("space")
        drive.wait_for(lambda: app.find_all("list item", "Zed 0045"), "more of them")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_unreadable():
    with Desk() as desk:
        desk.write(facts())
        app = desk.start(now=NOW, window=True)
        app.find("list item", re.compile("^Tell everyone|new job", re.I), showing=True)
        with sqlite3.connect(f"{desk.folder}/onward/onward.db") as database:
            database.execute("DROP TABLE run_excluded")
        database.close()
        reach_run(app)
        app.key("w")
        drive.check(app.find("label", "The people cannot be read", showing=True), "people who cannot be read are told of in words")
        app.key("Escape")
        app.wait_gone("label", "The people cannot be read")
        app.focus_window()
        app.key("space", "alt+Left")
        drive.check(app.quit() == 0, "and the program goes on")


drive.main(test_run, test_many, test_unreadable)
