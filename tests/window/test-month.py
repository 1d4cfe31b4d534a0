#!/usr/bin/python3
# test-month.py - the calendar by keyboard: days, months, all events of a day, the agenda
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-month.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, uuid  # noqa: E402
import drive  # noqa: E402


def nbsp(text):
    return text.replace(" ", "\u00a0")


def cell(app, day, rest):
    return app.find(None, nbsp(day) + rest)


def wait_moment(desk, moment):
    drive.wait_for(lambda: desk.follow_up("f0")["remind_at"] == moment, f"a follow-up moved to {moment}")


def test_moves(app, desk):
    """By pointer to another day, by keys a day and a quarter of an hour further, and back."""
    chip = re.compile("^Ask 0, R&D")
    app.drag(app.find("button", chip), cell(app, "Thursday 12 March", ""))
    wait_moment(desk, "2026-03-12T09:00")
    drive.check(True, "a follow-up is dragged to another day")
    cell(app, "Thursday 12 March", ", 1 entry")
    drive.wait_for(lambda: any(b.has_state(drive.State.FOCUSED) for b in app.find_all("button", chip)), "the focus on it")
    app.key("alt+shift+Right", "alt+shift+Down")
    wait_moment(desk, "2026-03-13T09:15")
    drive.check(True, "Alt+Shift+arrows move it by a day and by 15 minutes, and the focus stays on it")
    app.key("ctrl+z", "ctrl+z", "ctrl+z")
    wait_moment(desk, "2026-03-04T09:00")
    drive.check(True, "all of that is taken back")
    app.key("Escape")
    day = cell(app, "Friday 20 March", "")
    app.drag(day, day, steps=1)
    drive.check(app.find("button", "New Follow-Up…", showing=True), "a day without entries asks what to put there")
    app.key("Escape")
    drive.wait_for(lambda: day.has_state(drive.State.FOCUSED), "the focus on the day")


def test_turning_the_page(app, desk):
    """The pointer waits at the lower edge with an event, the next month comes, and there it is dropped."""
    month = app.extents(app.find("table", "Month", showing=True))
    edge = month[0] + month[2] // 2, month[1] + month[3] - 6
    later = re.compile(nbsp("^(April|May|June) 2026"))      # on a busy machine it turns once more before that is seen
    middle = re.compile(nbsp("^(Wednesday 15 April|Friday 15 May|Monday 15 June)"))
    app.drag(app.find("button", re.compile("^Ask 0, R&D")), edge,
             until=lambda: app.find_all("label", later, showing=True), what="the page to turn",
             then=lambda: app.centre(app.find(None, middle, showing=True)))
    drive.wait_for(lambda: re.fullmatch("2026-0[456]-15T09:00", desk.follow_up("f0")["remind_at"]), "a follow-up moved to the middle of a month")
    drive.check(True, "at the edge the page turns, and what is dragged lands in the next month")
    app.key("ctrl+z")
    wait_moment(desk, "2026-03-04T09:00")


def wait_row(app, name):
    """Wait until a row of the agenda has the focus; rows are made anew when anything changes."""
    drive.wait_for(lambda: any(r.has_state(drive.State.FOCUSED) for r in app.find_all("list item", re.compile(name))), f"the focus on {name}")


def test_agenda(app, desk):
    """The focus stays on an event that is moved, or changed from elsewhere, and comes back to it."""
    app.tab_to(app.find("list item", "Ask 0, R&D <b>Labs</b> · " + nbsp("Wednesday 4 March"), showing=True))
    app.key("alt+shift+Down")
    wait_moment(desk, "2026-03-04T09:15")
    wait_row(app, "^Ask 0")
    app.key("alt+shift+Right")
    wait_moment(desk, "2026-03-05T09:15")
    wait_row(app, "^Ask 0, .*Thursday")
    drive.check(True, "what is moved in the agenda keeps the focus")
    app.key("Return")
    app.wait_state(app.find("button", "Open", showing=True), drive.State.FOCUSED)
    desk.owe(("Ask nobody", "2026-03-05T08:00"), first=20, due="2026-03-09T23:59")
    app.find("list item", re.compile("^Ask nobody"), showing=True)
    app.key("Escape")
    wait_row(app, "^Ask 0, .*Thursday")
    drive.check(True, "Escape comes back to it from what is asked about it, though the list was made anew")
    desk.cli("done", f"manual:{uuid('f20')}")
    wait_row(app, "^Ask 0, .*Thursday")
    drive.check(app.find("list item", re.compile("^Ask 0, .*Thursday"), showing=True), "and it is still in sight")


def test_month():
    with Desk() as desk:
        desk.owe(*((f"Ask {i}", f"2026-03-04T{9 + i:02}:00") for i in range(9)), due="2026-03-09T23:59")
        app = desk.start(now="2026-03-02T10:00", window=True)
        app.key("ctrl+3")
        app.find("label", nbsp("March 2026"), showing=True)
        drive.check(cell(app, "Wednesday 4 March", ", 9 entries"), "a day says how many entries it has")
        drive.check(app.find("button", re.compile(r"^\+\d more$")), "what does not fit is counted")
        app.tab_to(cell(app, "Monday 2 March", ", today"))
        app.tab_to(app.find("page tab", "Calendar", showing=True), back=True)
        app.tab_to(app.find("button", "Earlier", showing=True))
        drive.check(True, "Shift+Tab leads out of the days and Tab in again, past the buttons above them")
        app.tab_to(cell(app, "Monday 2 March", ", today"))
        app.key("Right", "Right")
        app.wait_state(cell(app, "Wednesday 4 March", ", 9 entries"), drive.State.FOCUSED)
        drive.check(True, "the arrows move by day")
        app.key("Return")
        drive.check(app.find("list item", "Ask 8, R&D <b>Labs</b> · " + nbsp("Wednesday 4 March"), showing=True),
                    "Enter opens all entries of the day")
        app.key("Escape", "Page_Down")
        app.find("label", nbsp("April 2026"), showing=True)
        app.key("t")
        app.find("label", nbsp("March 2026"), showing=True)
        drive.check(True, "Page Down shows the next month, T today's")
        test_moves(app, desk)
        app.key("t")
        app.find("label", nbsp("March 2026"), showing=True)
        test_turning_the_page(app, desk)
        app.key("t", "a")
        drive.check(app.find("list item", "Ask 0, R&D <b>Labs</b> · " + nbsp("Wednesday 4 March"), showing=True),
                    "A shows the agenda")
        test_agenda(app, desk)
        drive.check(not app.warnings(), "no warnings")


drive.main(test_month)
