#!/usr/bin/python3
# test-due.py - the Due pane, by keyboard: done, snooze, skip, move, why, undo; live when data changes and when time passes
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-due.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import datetime
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

AMARA, JONAS, TOVE = (f"Thank {name}, by tonight" for name in ("Amara", "Jonas", "Tove"))


def row(app, name):
    return app.find("list item", name, showing=True)


def press(app, name):
    """Press a button of an open popover."""
    button = app.find("button", name, showing=True)
    app.tab_to(button)
    app.key("space")


def state(desk, word):
    follow_up = desk.follow_up(word)
    return follow_up["state"], follow_up.get("snoozed_until"), follow_up["remind_at"]


def two(desk):
    desk.owe(("Thank Amara", "2026-03-02T09:00"), ("Thank Jonas", "2026-03-02T09:30"), contacts=2)
    app = desk.start(now="2026-03-02T10:00", window=True)
    app.key("ctrl+4")
    app.wait_state(row(app, AMARA), drive.State.FOCUSED)
    return app


def test_done():
    with Desk() as desk:
        app = two(desk)
        app.key("ctrl+Return")
        app.find("label", "How did you send it?", showing=True)
        press(app, "On the phone")
        drive.wait_for(lambda: state(desk, "f0")[0] == "done", "the follow-up to be done")
        drive.check(row(app, AMARA), "what is done stays in sight for a while")
        drive.check([t["channel"] for t in desk.cli("export")["touches"]] == ["phone"], "Ctrl+Enter asks how, and writes the touch")
        app.wait_state(row(app, JONAS), drive.State.FOCUSED)
        drive.check(True, "and the focus goes to the next row")
        app.key("ctrl+z")
        drive.wait_for(lambda: state(desk, "f0")[0] == "open", "undo")
        drive.check(not desk.cli("export").get("touches"), "Ctrl+Z takes it back, the touch too")
        drive.check(row(app, AMARA), "and the row is there again")
        app.key("Up", "ctrl+Return")
        press(app, "Without a message")
        drive.wait_for(lambda: state(desk, "f0")[0] == "done", "the follow-up to be done")
        drive.check(not desk.cli("export").get("touches"), "done without a message writes none")
        app.wait_gone("list item", AMARA, timeout=12)
        drive.check(True, "after five seconds it is gone")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_snooze_skip_move():
    with Desk() as desk:
        app = two(desk)
        app.key("s")
        app.find("menu item", "Until tonight", showing=True)
        app.key("Down", "Return")
        drive.wait_for(lambda: state(desk, "f0")[1], "the snooze")
        drive.check(state(desk, "f0")[1] == "2026-03-03T09:00", "S snoozes")
        app.find("label", "Snoozed until Tuesday\u00a03\u00a0March; it is late by then", showing=True)
        drive.check(True, "and says until when, and that it is late by then")
        app.wait_state(row(app, JONAS), drive.State.FOCUSED)
        app.key("Delete")
        drive.wait_for(lambda: state(desk, "f1")[0] == "skipped", "the skip")
        drive.check(True, "Delete skips")
        app.find("label", "Skipped", showing=True)
        app.key("ctrl+z")
        app.wait_state(row(app, JONAS), drive.State.VISIBLE)
        drive.check(state(desk, "f1")[0] == "open", "and Ctrl+Z takes that back")
        app.key("ctrl+4")
        app.tab_to(row(app, JONAS), back=True)
        app.key("Menu")
        app.find("menu item", re.compile("Move"), showing=True)
        app.key("Down", "Down", "Down", "Return")
        press(app, "Move")
        drive.wait_for(lambda: desk.follow_up("f1").get("moved_by_user"), "the move")
        drive.check(state(desk, "f1")[2].endswith("T09:30"), "Move keeps the time of the day")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_snooze_tonight_and_until_a_day():
    with Desk() as desk:
        app = two(desk)
        app.key("s")
        app.find("menu item", "Until tonight", showing=True)
        app.key("Return")
        drive.wait_for(lambda: state(desk, "f0")[1] == "2026-03-02T18:00", "the snooze")
        drive.check(app.find("label", "Snoozed until 18:00", showing=True), "tonight is at six")
        app.wait_state(row(app, JONAS), drive.State.FOCUSED)
        drive.wait_for(lambda: app.has_state(app.find("button", "Write", showing=True), drive.State.SENSITIVE), "the button")
        drive.check(True, "the row that takes its place can be written to")
        app.key("s")
        app.find("menu item", "Until a day…", showing=True)
        app.key("Up", "Return")
        app.wait_state(app.find("text", "Day, as YYYY-MM-DD", showing=True), drive.State.FOCUSED)
        app.key("ctrl+a")
        app.type("2026-04-01")
        app.key("Return")
        drive.wait_for(lambda: state(desk, "f1")[1] == "2026-04-01T09:00", "the snooze until a day")
        drive.check(True, "any day can be typed")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_several():
    with Desk() as desk:
        desk.owe(*((f"Thank Amara {i}", f"2026-03-02T09:0{i}") for i in range(4)), contacts=4)
        app = desk.start(now="2026-03-02T10:00", window=True)
        rows = [row(app, f"Thank Amara {i}, by tonight") for i in range(4)]
        app.key("ctrl+4")
        app.wait_state(rows[0], drive.State.FOCUSED)
        app.key("shift+Down", "shift+Down")
        app.wait_state(rows[2], drive.State.FOCUSED)
        app.key("Delete")
        drive.wait_for(lambda: [state(desk, f"f{i}")[0] for i in range(4)] == ["skipped"] * 3 + ["open"], "the three")
        drive.check(app.find("label", "3 follow-ups skipped", showing=True), "Shift and the arrows mark several, and Delete skips them")
        app.wait_state(rows[3], drive.State.FOCUSED)
        app.key("ctrl+z")
        drive.wait_for(lambda: [state(desk, f"f{i}")[0] for i in range(4)] == ["open"] * 4, "undo")
        drive.check(True, "in one step, which Ctrl+Z takes back, and the focus is on the next")
        app.wait_state(row(app, "Thank Amara 3, by tonight"), drive.State.FOCUSED)
        app.find("list item", "Thank Amara 0, by tonight", showing=True)
        app.key("space")
        app.key("Up", "Up")
        app.wait_state(row(app, "Thank Amara 1, by tonight"), drive.State.FOCUSED)
        app.key("space", "s")
        app.find("menu item", "Until tonight", showing=True)
        app.key("Return")
        drive.wait_for(lambda: [bool(state(desk, f"f{i}")[1]) for i in range(4)] == [False, True, False, True], "the two")
        drive.check(True, "Space marks one more, and S snoozes them all")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def fields(desk, title, *names):
    follow_up = next((f for f in desk.cli("export")["follow_ups"] if f["title"] == title), {})
    return tuple(follow_up.get(name) for name in names)


def test_own_follow_up():
    with Desk() as desk:
        desk.write(Document().company("helix", name="Helix").contact("amara", name="Amara Okafor", company="helix")
                   .stage("applied", "applied", 1).search("s").opportunity("role", company="helix", title="Rust engineer", stage="applied", search="s"))
        app = desk.start(now="2026-03-02T10:00", window=True)
        app.find("button", "New follow-up", showing=True)
        app.key("ctrl+shift+f")
        app.find("text", "What is to be done", showing=True)
        app.type("Send the book")
        app.key("Tab")
        app.type("She asked for it")
        app.key("Tab", "Tab", "Tab")
        app.type("amara okafor")
        app.find("label", "Known, Helix", showing=True)
        app.tab_to(app.find("button", "About, Nothing in particular", showing=True))
        app.key("space")
        drive.wait_for(lambda: any(app.has_state(a, drive.State.FOCUSED) for a in app.find_all("list item", showing=True)), "the list")
        app.key("Down", "Return")
        app.find("button", "About, Helix, Rust engineer", showing=True)
        app.key("ctrl+Return")
        drive.wait_for(lambda: fields(desk, "Send the book", "state")[0] == "open", "the follow-up")
        drive.check(fields(desk, "Send the book", "rule", "why", "contact", "opportunity", "remind_at", "due")
                    == ("manual", "She asked for it", uuid("amara"), uuid("role"), "2026-03-03T09:00", "2026-03-03T23:59"),
                    "Ctrl+Shift+F keeps what, why, for whom, about what and when")
        app.focus_window()
        found = app.find("list item", "Send the book, Tuesday\u00a03\u00a0March", showing=True)
        drive.check(app.find("label", "Follow-up added", showing=True), "a toast says so")
        app.key("ctrl+4")
        app.wait_state(found, drive.State.FOCUSED)
        app.key("F2")
        app.find("text", "What is to be done", showing=True)
        app.key("ctrl+a")
        app.type("Send both books")
        app.key("Tab", "Tab", "Tab")
        app.key("ctrl+a")
        app.type("14:30")
        app.key("Return")
        drive.wait_for(lambda: fields(desk, "Send both books", "remind_at")[0] == "2026-03-03T14:30", "the change")
        drive.check(True, "F2 changes it")
        app.focus_window()
        app.wait_state(app.find("list item", re.compile("Send both books"), showing=True), drive.State.FOCUSED)
        app.key("Menu")
        app.find("menu item", re.compile("Remove"), showing=True)
        app.key("Up", "Up", "Return")
        drive.wait_for(lambda: fields(desk, "Send both books", "state")[0] == "cancelled", "the removal")
        app.find("label", "“Send both books” removed", showing=True)
        app.key("ctrl+z")
        drive.wait_for(lambda: fields(desk, "Send both books", "state")[0] == "open", "undo")
        drive.check(True, "it is removed, and Ctrl+Z brings it back")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_live():
    with Desk() as desk:
        app = desk.start(now="2026-03-02T10:00", window=True)
        desk.owe(("Thank Amara", "2026-03-02T09:00"))
        app.find("list item", AMARA, showing=True, timeout=3)
        drive.check(True, "what onward-cli changes is there at once")
        desk.cli("done", f"manual:{uuid('f0')}")
        app.wait_gone("list item", AMARA)
        app.find("label", "Nothing to do", showing=True)
        drive.check(True, "and so is what it does; nothing planned says so")
        desk.owe(("Thank Jonas", "2026-03-12T09:00"), first=1, due="2026-03-12T23:59")
        app.find("label", "Nothing to do until Thursday\u00a012\u00a0March", showing=True)
        drive.check(True, "rest says until when")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_time_passes():
    with Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T09:00"), due="2026-03-02T10:00")
        desk.owe(("Thank Jonas", "2026-03-03T09:00"), first=1, due="2026-03-03T23:59")
        app = desk.start_before(datetime.datetime(2026, 3, 2, 10), lambda app: app.names("list item", "Thank Amara, by 10:00 today", showing=True))
        app.find("list item", "Thank Amara, was due at 10:00", showing=True, timeout=30)
        drive.check(True, "a follow-up becomes overdue by itself")
        app.close()
        app = desk.start_before(datetime.datetime(2026, 3, 3), lambda app: app.names("list item", "Thank Jonas, Tuesday\u00a03\u00a0March", showing=True))
        app.find("list item", "Thank Jonas, by tonight", showing=True, timeout=30)
        drive.check(True, "at midnight tomorrow becomes today")


def test_groups():
    with Desk() as desk:
        desk.owe(*((f"Thank Amara {i}", "2026-03-02T09:00") for i in range(3)))
        app = desk.start(now="2026-03-02T10:00", window=True)
        group = app.find("list item", "Amara Okafor, 3 follow-ups", showing=True)
        drive.check(not app.find_all("list item", re.compile("Thank Amara 1"), showing=True), "several for one person are one row")
        app.key("ctrl+4")
        app.wait_state(group, drive.State.FOCUSED)
        app.key("Return")
        app.find("list item", "Thank Amara 1, by tonight", showing=True)
        drive.check(True, "which opens in place")


def test_debrief_needs_no_channel():
    with Desk() as desk:
        desk.write(Document().company("helix").opportunity("role", company="helix")
                   .interview("talk", "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", opportunity="role"))
        app = desk.start(now="2026-03-02T10:00", window=True)
        found = app.find("list item", re.compile("Write down"), showing=True)
        app.key("ctrl+4")
        app.wait_state(found, drive.State.FOCUSED)
        drive.check(app.find("button", "Debrief", showing=True), "a debrief offers itself")
        app.key("ctrl+Return")
        drive.wait_for(lambda: not [d for d in desk.cli("due") if d["rule"] == "debrief"], "the debrief to be done")
        drive.check(True, "nobody is asked how a debrief was sent")


def test_round():
    with Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T09:00"))
        app = desk.start(now="2026-03-02T10:00", window=True)
        app.key("ctrl+4")
        app.wait_state(row(app, AMARA), drive.State.FOCUSED)
        app.key("F6")
        app.wait_state(app.find("button", "New opportunity"), drive.State.FOCUSED)
        drive.check(True, "F6 goes from the pane to the header")
        app.key("F6", "F6")
        app.wait_state(row(app, AMARA), drive.State.FOCUSED)
        drive.check(True, "and over the view to the pane again")
        amara = row(app, AMARA)
        app.key("F9")
        app.wait_state(amara, drive.State.FOCUSED, False)
        app.key("ctrl+4")
        app.wait_state(row(app, AMARA), drive.State.FOCUSED)
        drive.check(True, "F9 closes the pane, and Ctrl+4 opens it")
        desk.write(Document().company("helix", name="Helix").stage("screening", "screening").search("search")
                   .opportunity("role", company="helix", stage="screening", search="search", promise={"on": "2026-03-06"}))
        helix = app.find("list item", "Helix, quiet until Friday\u00a06\u00a0March", showing=True)
        app.tab_to(helix)
        app.key("F2", "w", "Menu", "ctrl+Return")
        drive.check(app.has_state(helix, drive.State.FOCUSED), "what waits can be neither changed nor written nor done")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_comes_back():
    """To the row that was used last, or to the one that took its place while the keyboard was elsewhere."""
    with Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T09:00"), ("Thank Jonas", "2026-03-02T09:30"), ("Thank Tove", "2026-03-02T09:45"), contacts=3)
        app = desk.start(now="2026-03-02T10:00", window=True)
        app.key("ctrl+4", "Down")
        app.wait_state(row(app, JONAS), drive.State.FOCUSED)
        app.key("F6", "F6", "F6")
        app.wait_state(row(app, JONAS), drive.State.FOCUSED)
        app.key("F6", "ctrl+4")
        app.wait_state(row(app, JONAS), drive.State.FOCUSED)
        drive.check(True, "F6 and Ctrl+4 go to the row that was used last")
        app.key("F6")
        app.wait_state(row(app, JONAS), drive.State.FOCUSED, False)
        desk.cli("done", f"manual:{uuid('f1')}")
        app.wait_gone("list item", JONAS)
        app.key("ctrl+4")
        app.wait_state(row(app, TOVE), drive.State.FOCUSED)
        drive.check(True, "and to the one that took its place")
        app.key("ctrl+e")
        app.find("button", re.compile("^Mark as sent", re.I), showing=True)
        drive.check(app.find("label", re.compile("Tove|C2"), showing=True), "Ctrl+E writes, as on the page of a person")


drive.main(test_round, test_comes_back, test_done, test_snooze_skip_move, test_snooze_tonight_and_until_a_day, test_own_follow_up, test_several, test_live, test_time_passes, test_groups, test_debrief_needs_no_channel)
