#!/usr/bin/python3
# test-rejection.py - after a no: the plan is shown, changed step by step, kept with one command and undone with one
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-rejection.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"
STEPS = ("rejection-thank-you", "connection-note", "referral-ask", "third-party-ask", "feedback-request", "other-openings", "reapply",
         "reopened", "announce-job")


def facts():
    """Asteria, where four people were met last Tuesday; it clicked with Priya, who recruits."""
    document = Document()
    for position, kind in enumerate(("prospect", "applied", "screening", "interviewing", "offer", "closed")):
        document.stage(kind, kind, position)
    document.company("asteria")
    people = (("priya", "Priya Raman", "recruiter"), ("owen", "Owen Hart", "interviewer"), ("lea", "Lea Fischer", "interviewer"),
              ("dev", "Dev Anand", "hiring-manager"))
    for word, name, _ in people:
        document.contact(word, name=name, company="asteria", emails=[{"value": f"{word}@asteria.example"}])
    document.data["contacts"][1]["tier"] = "yearly"
    document.opportunity("job", company="asteria", title="Embedded engineer", stage="interviewing", added_on="2026-02-01")
    document.interview("talk", "2026-02-24T10:00:00+01:00", "2026-02-24T11:00:00+01:00", opportunity="job", status="held",
                       people=[(word, {"role": role, "clicked": word == "priya"}) for word, _, role in people],
                       debrief={"well": ["The demo"], "written_at": "2026-02-24T12:00:00+01:00"})
    return document


def open_sheet(app):
    app.tab_to(app.find("button", re.compile("^Asteria, "), showing=True))
    app.key("ctrl+shift+r")
    app.find("label", "Asteria said no this time", showing=True)


def steps(app):
    """The steps as a screen reader names them: what, the day, and what is done with it."""
    return app.names("list item", re.compile(", (kept|moved|skipped)$"))


def stored(desk, collection, word):
    return next(o for o in desk.cli("export")[collection] if o["id"] == uuid(word))


def planned(desk):
    """Title, remind_at and state of each step, in order."""
    found = [f for f in desk.cli("export").get("follow_ups", []) if f["rule"] in STEPS and f["state"] in ("open", "skipped")]
    return sorted((f["remind_at"], STEPS.index(f["rule"]), f["key"], f["title"], f["state"]) for f in found)


def test_keep():
    with Desk() as desk:
        desk.write(facts())
        app = desk.start(now=NOW, window=True)
        open_sheet(app)
        shown = steps(app)
        drive.check(shown and shown[0] == "Thank Priya Raman for considering you, Tuesday\u00a03\u00a0March, kept",
                    "the plan is there, with days and people")
        drive.check("outcome" not in stored(desk, "opportunities", "job") and not planned(desk), "and nothing is written yet")
        app.key("Escape")
        app.wait_gone("label", "Asteria said no this time")
        drive.check("outcome" not in stored(desk, "opportunities", "job"), "Escape leaves it so")
        app.focus_window()
        open_sheet(app)
        app.tab_to(app.find("button", "Skip: Thank Priya Raman for considering you", showing=True))
        app.key("space")
        drive.wait_for(lambda: steps(app)[0].endswith(", skipped"), "the skip")
        app.key("shift+Tab", "space")
        drive.wait_for(lambda: app.has_state(app.find("text", "Day, as YYYY-MM-DD", showing=True), drive.State.FOCUSED), "the day")
        app.key("ctrl+a")
        app.type("2026-03-06")
        app.key("Return")
        drive.wait_for(lambda: "6\u00a0March, moved" in steps(app)[0], "the move")
        drive.check(True, "a step is skipped and moved by keyboard, and its day changes")
        app.tab_to(app.find("button", "Clicked, with Owen Hart", showing=True))
        app.key("space", "space")
        app.find("button", "Clicked 1, with Owen Hart", showing=True)
        drive.wait_for(lambda: "6\u00a0March, moved" in steps(app)[0], "the choice to stay when the plan is made anew")
        app.tab_to(app.find("button", "Clicked, with Lea Fischer", showing=True))
        app.key("space")
        app.find("button", re.compile("^Clicked, with Lea Fischer"), showing=True)
        titles = [name.rsplit(", ", 2)[0] for name in steps(app)]
        app.key("ctrl+Return")
        drive.wait_for(lambda: stored(desk, "opportunities", "job").get("outcome"), "the outcome")
        drive.check(sorted(row[3] for row in planned(desk)) == sorted(titles), "what was shown is what is planned")
        drive.check(any(row[0] == "2026-03-06T09:00" and row[3].startswith("Thank Priya") for row in planned(desk)),
                    "the moved step comes up on its new day")
        people = {p["contact"]: p for p in stored(desk, "interviews", "talk")["people"]}
        drive.check(people[uuid("owen")].get("rapport") == 1 and people[uuid("lea")]["clicked"], "who clicked is written to the interview")
        tiers = [stored(desk, "contacts", word).get("tier") for word in ("priya", "owen", "lea", "dev")]
        drive.check(tiers == ["monthly", "yearly", "monthly", "quarterly"], "and everybody met has a tier: monthly where it clicked, theirs if they had one")
        app.focus_window()
        app.key("ctrl+z")
        drive.wait_for(lambda: "outcome" not in stored(desk, "opportunities", "job"), "undo", timeout=15)
        people = {p["contact"]: p for p in stored(desk, "interviews", "talk")["people"]}
        drive.check(not planned(desk) and "tier" not in stored(desk, "contacts", "priya") and not people[uuid("lea")].get("clicked"),
                    "one undo takes all of it back")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_cancelled():
    with Desk() as desk:
        desk.write(facts())
        app = desk.start(now=NOW, window=True)
        open_sheet(app)
        app.key("space")
        app.find("label", "Role cancelled", showing=True)
        app.key("Down", "Down", "Down", "Return")
        app.find("label", "The role at Asteria was withdrawn", showing=True)
        drive.wait_for(lambda: not any("for considering you" in name for name in steps(app)), "another plan")
        drive.check(True, "after a cancelled role the words and the plan change")
        app.key("ctrl+Return")
        drive.wait_for(lambda: stored(desk, "opportunities", "job").get("outcome", {}).get("kind") == "cancelled", "the outcome")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_narrow():
    with Desk() as desk:
        desk.write(facts())
        app = desk.start(now=NOW, window=True)
        drive.run("xdotool", "windowsize", "--sync", app.window_id, "370", "650")
        app.find("button", re.compile("^Prospect"), showing=True)
        app.key("alt+Right", "alt+Right", "alt+Right")
        open_sheet(app)
        app.tab_to(app.find_inner(re.compile("^Keep, move or skip: Thank Priya Raman")))
        app.key("space")
        app.find("menu item", "Skip", showing=True)
        app.key("Up", "Return")
        drive.wait_for(lambda: steps(app)[0].endswith(", skipped"), "the skip from the menu")
        drive.check(True, "in a narrow window keep, move and skip are in a menu")
        app.key("ctrl+Return")
        drive.wait_for(lambda: planned(desk), "the plan")
        drive.check(any(row[4] == "skipped" for row in planned(desk)), "and are kept from there")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_keep, test_cancelled, test_narrow)
