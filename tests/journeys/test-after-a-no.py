#!/usr/bin/python3
# test-after-a-no.py - from a no to a new job: the plan, each step on its day, an introduction, a yes, and news for eighty
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-after-a-no.py ONWARD ONWARD-CLI, as a meson test (TAP). Everything is done by keyboard in the real window."""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

STEPS = ("rejection-thank-you", "connection-note", "referral-ask", "third-party-ask", "feedback-request", "other-openings")
TOLD_BEFORE_STOPPING = 30


def facts():
    """Asteria, where four people were met last Tuesday; it clicked with Owen. Everybody else is known from before."""
    document = Document().profile(name="Ela Novak", email="ela@home.example")
    for position, kind in enumerate(("prospect", "applied", "screening", "interviewing", "offer", "closed")):
        document.stage(kind, kind, position)
    document.company("asteria").company("orrery")
    people = (("priya", "Priya Raman", "recruiter"), ("owen", "Owen Hart", "interviewer"), ("lea", "Lea Fischer", "interviewer"),
              ("dev", "Dev Anand", "hiring-manager"))
    for word, name, _ in people:
        document.contact(word, name=name, company="asteria", emails=[{"value": f"{word}@asteria.example"}])
    for i in range(75):
        document.contact(f"z{i:02}", name=f"Zed {i:02}", emails=[{"value": f"zed{i}@people.example"}])
    for word, _, _ in people:
        document.touch(f"t{word}", [word], "2026-02-24T15:00:00+01:00", kind="thank-you", interview="talk")
    document.opportunity("job", company="asteria", title="Embedded engineer", stage="interviewing", added_on="2026-02-01")
    document.opportunity("talked", company="orrery", title="Firmware lead", stage="prospect", added_on="2026-02-20")
    return document.interview("talk", "2026-02-24T10:00:00+01:00", "2026-02-24T11:00:00+01:00", opportunity="job", status="held",
                              people=[(word, {"role": role, "clicked": word == "owen"}) for word, _, role in people],
                              debrief={"well": ["The demo"], "written_at": "2026-02-24T12:00:00+01:00"})


def exported(desk, collection):
    return desk.cli("export").get(collection, [])


def plan(desk):
    """The steps after the no that are not done, by day: (day, rule, title, who)."""
    return sorted((f["remind_at"][:10], f["rule"], f["title"], f.get("contact")) for f in exported(desk, "follow_ups")
                  if f["rule"] in STEPS and f["state"] == "open")


def focus_due(app, name):
    app.key("ctrl+4")
    app.tab_to(app.find("list item", name, showing=True), limit=100)


def do_step(desk, app, title):
    focus_due(app, re.compile(f"^{re.escape(title)}"))
    app.key("ctrl+Return")
    app.find("label", "How did you send it?", showing=True)
    app.tab_to(app.find("button", "By mail", showing=True))
    app.key("space")
    drive.wait_for(lambda: not any(step[2] == title for step in plan(desk)), f"{title} to be done")


def finish(app):
    drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def say_no(desk):
    app = desk.start(now="2026-03-02T10:00", window=True)
    app.tab_to(app.find("button", re.compile("^Asteria, "), showing=True))
    app.key("ctrl+shift+r")
    app.find("label", "Asteria said no this time", showing=True)
    shown = app.names("list item", re.compile(", kept$"))
    app.key("ctrl+Return")
    drive.wait_for(lambda: plan(desk), "the plan")
    drive.check(sorted(name.rsplit(", ", 2)[0] for name in shown) == sorted(step[2] for step in plan(desk)), "what the sheet showed is planned")
    drive.check({step[1] for step in plan(desk)} == set(STEPS), "with every step after a no")
    finish(app)


def do_plan(desk):
    steps = plan(desk)
    days = sorted({step[0] for step in steps})
    for day in days:
        app = desk.start(now=f"{day}T10:00", window=True)
        for step in [s for s in steps if s[0] == day]:
            do_step(desk, app, step[2])
        finish(app)
    drive.check(not plan(desk), f"each step was done on its day, on {len(days)} days")
    touched = {t["kind"] for t in exported(desk, "touches")}
    drive.check(set(STEPS) <= touched, "and each is a touch")


def open_introduction(app):
    """From the card of another opportunity, of which was spoken."""
    app.tab_to(app.find("button", re.compile("^Orrery, "), showing=True))
    app.key("Menu")
    app.find("menu item", "Write Down an Introduction…", showing=True)
    app.key("d")
    app.find("text", "Who told you", showing=True)
    app.type("Owen Hart")
    app.find("label", "Known, Asteria", showing=True)


def introduce(desk):
    app = desk.start(now="2026-03-24T10:00", window=True)
    open_introduction(app)
    app.set_text(app.find("text", "Company", showing=True), "Sable Robotics")
    app.find("label", "New company", showing=True)
    app.set_text(app.find("text", "Person", showing=True), "Amara Okafor")
    app.find("label", "New contact", showing=True)
    app.tab_to(app.find(None, re.compile("^Opportunity"), showing=True))
    app.key("space", "Down", "Return")
    app.find("text", "Title of the role, if there is one", showing=True)
    app.key("Tab")
    app.type("Linux engineer")
    app.key("Return")
    drive.wait_for(lambda: len(exported(desk, "opportunities")) == 3, "the new opportunity")
    introduction = exported(desk, "introductions")[0]
    new = next(o for o in exported(desk, "opportunities") if o["id"] not in (uuid("job"), uuid("talked")))
    drive.check(introduction["introducer"] == uuid("owen") and new["introduction"] == introduction["id"], "an introduction led to a new opportunity")
    finish(app)
    return new["id"]


def wait_next(app):
    drive.wait_for(lambda: any(app.has_state(a, drive.State.FOCUSED) for a in app.find_all("button", re.compile("^Next: "))), "the next one")


def tell(app, told):
    """One message of its own: the open slot is dismissed, then it is marked as sent."""
    wait_next(app)
    app.key("Return")
    app.find("label", "1 open slot", showing=True)
    app.key("Delete")
    app.find("label", "No open slots", showing=True)
    app.key("ctrl+Return")
    app.find("label", f"{told} of 80 told", showing=True)


def sent(desk):
    return [s["contact"] for run in exported(desk, "announcement_runs") for s in run.get("sent", [])]


def say_yes(desk, opportunity):
    app = desk.start(now="2026-04-20T10:00", window=True)
    app.tab_to(app.find("button", re.compile("^Sable Robotics, "), showing=True))
    app.key("ctrl+shift+r")
    app.find("label", "You withdrew at Sable Robotics", showing=True)
    app.key("space")
    app.find("label", "Accepted", showing=True)
    app.key("Home", "Down", "Down", "Down", "Down", "Return")
    app.find("label", "You said yes to Sable Robotics", showing=True)
    app.key("ctrl+Return")
    app.find("label", "0 of 80 told", showing=True)
    outcome = next(o for o in exported(desk, "opportunities") if o["id"] == opportunity)["outcome"]
    drive.check(outcome == {"kind": "accepted", "on": "2026-04-20"}, "a yes leads on to the announcement")
    app.focus_window()
    for told in range(1, TOLD_BEFORE_STOPPING + 1):
        tell(app, told)
    wait_next(app)
    app.key("shift+Tab", "space")
    app.find("button", re.compile("^New opportunity"), showing=True)
    drive.check(len(set(sent(desk))) == TOLD_BEFORE_STOPPING, "thirty of eighty are told, then the user stops")
    finish(app)


def go_on(desk, opportunity):
    before = sent(desk)
    drive.check(before[0] == uuid("owen"), "who helped was told first")
    app = desk.start(now="2026-04-27T10:00", window=True)
    focus_due(app, re.compile("^Tell everyone"))
    app.key("w")
    app.find("label", f"{TOLD_BEFORE_STOPPING} of 80 told", showing=True)
    tell(app, TOLD_BEFORE_STOPPING + 1)
    tell(app, TOLD_BEFORE_STOPPING + 2)
    after = sent(desk)
    drive.check(after[:len(before)] == before and len(set(after)) == len(after) == TOLD_BEFORE_STOPPING + 2, "a week later it goes on where it stopped, and nobody is told twice")
    app.tab_to(app.find("button", "Finish without the others", showing=True), limit=200)
    app.key("space")
    drive.wait_for(lambda: exported(desk, "announcement_runs")[0].get("finished_at"), "the end of the run")
    announce = [f for f in exported(desk, "follow_ups") if f["rule"] == "announce-job" and f["opportunity"] == opportunity]
    drive.check(len(announce) == 1 and announce[0]["state"] != "open", "with the run ends what asked for it")
    finish(app)


def test_journey():
    with Desk() as desk:
        desk.write(facts())
        say_no(desk)
        do_plan(desk)
        opportunity = introduce(desk)
        say_yes(desk, opportunity)
        go_on(desk, opportunity)


drive.main(test_journey)
