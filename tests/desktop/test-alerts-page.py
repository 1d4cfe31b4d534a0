#!/usr/bin/python3
# test-alerts-page.py - the page of alerts says whether they reach the user, shows what comes and came, and sends a test one
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-alerts-page.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document  # noqa: E402
import drive  # noqa: E402
import fake_portal  # noqa: E402
import notify_real  # noqa: E402


def test_page():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(("Thank Amara & co", "2026-03-02T10:00"), ("Thank Jonas", "2026-03-03T11:30"))
        desk.write(Document().company("sable", name="Sable <Audio>").opportunity("job", company="sable", title="Editor")
                   .interview("talk", opportunity="job", kind="phone", starts_at="2026-03-02T11:00:00+01:00"))
        app = desk.start(now="2026-03-02T10:00:00", window=True)
        note = dunst.wait("^Sable", timeout=30)
        drive.check(note.summary == "Sable <Audio>, phone interview" and "Starts at 11:00, in 60 minutes" in note.body,
                    f"an interview is told an hour before: {note}")
        app.key("ctrl+k")
        app.find("text", "Go to", showing=True)
        app.type("alerts")
        app.find("list item", re.compile("^Alerts"), showing=True)
        app.key("Return")
        app.find("label", "Alerts are working", showing=True)
        drive.check(True, "Ctrl+K opens the page, which says that alerts work")
        app.find("label", re.compile("by dunst"), showing=True)
        app.find("list item", "Thank Jonas", showing=True)
        app.find("label", re.compile("Tomorrow 11:30"), showing=True)
        app.find("list item", "Thank Amara & co", showing=True)
        app.find("list item", "Sable <Audio>, phone interview", showing=True)
        drive.check(True, "it lists the next and the last alerts")
        dunst.invoke(dunst.wait("Thank Amara", timeout=20), "done")
        app.find("label", "Shown; you chose Done")
        drive.check(True, "and what was chosen")
        button = app.find("push button", "Send a test alert now", showing=True)
        app.tab_to(button)
        app.key("space")
        note = dunst.wait("This is a test alert", timeout=20)
        drive.check(set(note.actions.values()) == {"Open"}, "the test alert comes at once, by keyboard")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_no_server():
    with Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-05T10:00"), ("Thank Jonas", "2026-03-05T11:00"), due="2026-03-06T10:00")
        app = desk.start(now="2026-03-02T10:00:00", window=True)
        app.activate_action("alerts")
        app.find("label", "Nothing was sent yet", showing=True)
        app.tab_to(app.find("list item", "Thank Jonas", showing=True))
        app.activate_action("test-alert")
        app.find("label", "This desktop shows no notifications", showing=True)
        app.find("label", re.compile("What is due stays in the Due pane. Onward keeps trying"), showing=True)
        drive.check(True, "without a server the page and the window say so")
        drive.check(app.wait_focus("list item", "Thank Jonas"), "and the focus stays where it is")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_refused_autostart():
    with fake_portal.Portal(background="refused"), Desk() as desk:
        desk.env["GTK_USE_PORTAL"] = "1"
        desk.owe(("Thank Amara", "2026-03-05T10:00"), due="2026-03-06T10:00")
        app = desk.start(now="2026-03-02T10:00:00", window=True)
        app.key("ctrl+comma")
        app.find("label", "Start when you log in", showing=True)
        app.activate_action("autostart")
        app.find("label", re.compile("The desktop did not allow it"), showing=True)
        drive.check(True, "a refusal is said in words in Preferences")
        drive.check(app.quit() == 0, "the program ends well")


drive.main(test_page, test_no_server, test_refused_autostart)
