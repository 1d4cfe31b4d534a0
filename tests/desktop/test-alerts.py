#!/usr/bin/python3
# test-alerts.py - alerts through a real notification daemon: at their moment, once, and their buttons do what they say
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-alerts.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk  # noqa: E402
import drive  # noqa: E402
import notify_real  # noqa: E402


def test_moment_and_done():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(("Thank Amara & co", "2026-03-02T10:00"))
        started = time.monotonic()
        app = desk.start(now="2026-03-02T09:59:57")
        note = dunst.wait("Thank Amara", timeout=20)
        drive.check(time.monotonic() - started >= 2.9, "an alert is not raised before its moment")
        drive.check(note.summary == "Thank Amara & co", "the title says what to do")
        drive.check("R&amp;D &lt;b&gt;Labs&lt;/b&gt;" in note.body, "text in the body is text, not markup")
        drive.check(set(note.actions.values()) >= {"Done", "Snooze", "Open"}, "it offers Done, Snooze and Open")
        dunst.invoke(note, "done")
        drive.wait_for(lambda: not desk.cli("due"), "the follow-up to be done")
        touches = desk.cli("export")["touches"]
        drive.check([(t["channel"], t["kind"]) for t in touches] == [("email", "manual")], "Done writes the touch, by the proposed channel")
        drive.check(desk.follow_up("f0")["raised_for"] == "2026-03-02T10:00", "what was raised is stored")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_snooze():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T10:00:00")
        dunst.invoke(dunst.wait("Thank Amara", timeout=20), "snooze")
        drive.wait_for(lambda: desk.follow_up("f0").get("snoozed_until"), "the snooze")
        drive.check(desk.follow_up("f0")["snoozed_until"] == "2026-03-03T09:00", "Snooze waits until tomorrow morning")
        drive.wait_for(lambda: dunst.displayed() == 0, "the alert to go")
        drive.check(app.quit() == 0, "the program ends well")


def test_open():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T10:00:00")
        dunst.invoke(dunst.wait("Thank Amara", timeout=20), "open")
        app._connect(15)
        row = app.find("list item", "Thank Amara, by tonight", showing=True)
        app.wait_state(row, drive.State.FOCUSED)
        drive.check(True, "Open shows the window with the follow-up")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_write():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T10:00:00")
        note = dunst.wait("Thank Amara", timeout=20)
        drive.check("Write" in note.actions.values(), "what asks for a message offers to write it")
        dunst.invoke(note, "write")
        app._connect(15)
        message = app.find("text", "Message", showing=True)
        drive.wait_for(lambda: "Dear Amara" in app.text(message), "the draft")
        drive.check(True, "Write opens the draft")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_restart():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"), ("Thank Jonas", "2026-03-02T10:01"))
        app = desk.start(now="2026-03-02T10:00:00")
        dunst.wait("Thank Amara", timeout=20)
        # That is written just after it is shown; a crash in between may repeat it once.
        drive.wait_for(lambda: not desk.unshown(), "the alert to be stored as shown")
        app.process.kill()
        app.process.wait()
        app = desk.start(now="2026-03-02T10:00:58")
        dunst.wait("Thank Jonas", timeout=20)
        shown = [n["summary"] for n in dunst._shown()]
        drive.check(shown == ["Thank Amara", "Thank Jonas"], f"after kill -9 and a restart nothing is raised again: {shown}")
        drive.check(app.quit() == 0, "the program ends well")


def test_quit():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"), ("Thank Jonas", "2026-03-02T10:10"))
        app = desk.start(now="2026-03-02T10:00:00")
        dunst.wait("Thank Amara", timeout=20)
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")
        drive.wait_for(lambda: dunst.displayed() == 0, "dunst to take away what it was told to close")
        drive.check(True, "Quit leaves no alert behind whose buttons would do nothing")
        drive.check(desk.unshown() == 0, "that it was shown is stored when the program has ended")
        app = desk.start(now="2026-03-02T10:09:58")
        dunst.wait("Thank Jonas", timeout=20)
        shown = [n["summary"] for n in dunst._shown()]
        drive.check(shown == ["Thank Amara", "Thank Jonas"], f"and it is not raised again: {shown}")
        drive.check(app.quit() == 0, "the program ends well")


def test_group():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(*((f"Thank person {i}", "2026-03-02T09:00") for i in range(4)))
        app = desk.start(now="2026-03-02T10:00")
        note = dunst.wait(timeout=20)
        drive.check(note.summary == "4 follow-ups are due", "a backlog becomes one alert")
        drive.check(all(f"Thank person {i}" in note.body for i in range(4)), "it names what is due")
        drive.check(set(note.actions.values()) == {"Open"}, "it is opened, not done")
        drive.check(len(dunst._shown()) == 1, "there is only one")
        drive.check(app.quit() == 0, "the program ends well")


def test_other_database():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        database = desk.folder + "/onward/onward.db"
        app = desk.start("--database", database, now="2026-03-02T10:00:00", window=True)
        app.find("list item", "Thank Amara, by tonight", showing=True)
        drive.check("raised_for" not in desk.follow_up("f0"), "a database given by path raises no alert")
        app.close()
        app = desk.start("--database", database, now="2026-03-02T10:00:00")
        dunst.wait("Thank Amara", timeout=20)
        drive.check(True, "unless it is told to")


drive.main(test_moment_and_done, test_snooze, test_open, test_write, test_restart, test_quit, test_group, test_other_database)
