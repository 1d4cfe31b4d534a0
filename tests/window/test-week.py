#!/usr/bin/python3
# test-week.py - the week by keyboard, by name and by pointer: interviews are moved, made longer, made and taken back
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-week.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

HOUR = 54       # px, the design


def nbsp(text):
    return text.replace(" ", "\u00a0")


def write_facts(desk):
    """Thursday 5 March: Helix at 10:00, and Kestrel at 10:30, agreed in London. A promise on Friday."""
    document = Document().search("search").stage("screening", "screening")
    for word in ("helix", "kestrel"):
        document.company(word).opportunity(word, company=word, stage="screening", search="search")
    document.opportunity("helix", company="helix", stage="screening", search="search", promise={"on": "2026-03-06"})
    document.interview("first", "2026-03-05T10:00:00+01:00", "2026-03-05T11:00:00+01:00", opportunity="helix", round=1)
    document.interview("other", "2026-03-05T09:30:00+00:00", "2026-03-05T10:15:00+00:00", opportunity="kestrel", round=1,
                       zone="Europe/London")
    desk.write(document)
    desk.owe(("Ask about Tuesday", "2026-03-04T09:00"), due="2026-03-09T23:59")


def extents(app, name):
    """Where a block is, when it has its place."""
    return drive.wait_for(lambda: (e := app.extents(find_block(app, name))) and e[3] > 10 and e, f"{name} in sight")


def starts(desk, word="first"):
    interview = next(i for i in desk.cli("export")["interviews"] if i["id"] == uuid(word))
    return interview["starts_at"], interview.get("ends_at")


def wait_focus(app, name):
    """Wait until a block has the focus; blocks are made anew when anything changes."""
    drive.wait_for(lambda: any(b.has_state(drive.State.FOCUSED) for b in app.find_all("button", re.compile(name), root=find_week(app))),
                   f"the focus on {name}")


def wait_starts(desk, expected, word="first"):
    return drive.wait_for(lambda: starts(desk, word) == expected, f"the interview at {expected}")


def find_week(app):
    return app.find("table", "Week", showing=True)


def find_number(app, week):
    """Without a locale weeks begin on Sunday, and the first has four days of its year."""
    return app.find("label", f"Week {week}", root=find_week(app), showing=True)


def find_block(app, name):
    return app.find("button", re.compile(name), root=find_week(app))


def test_keyboard(app, desk):
    app.key("ctrl+3", "w")
    app.find("label", nbsp("1 to 7 March 2026").replace(nbsp(" to "), " to "), showing=True)
    drive.check(True, "W shows the week, and its days are named")
    thursday = app.find(None, nbsp("Thursday 5 March") + ", 2 interviews", root=find_week(app))
    app.key("Right", "Right", "Right")
    app.wait_state(thursday, drive.State.FOCUSED)
    drive.check(True, "the arrows go from day to day, which say how many interviews they have")
    app.key("Down")
    wait_focus(app, "^Helix, first interview, 10:00")
    drive.check(find_block(app, "^Helix, first interview, 10:00 to 11:00.*at the same time as another interview$"),
                "an interview during another one says so")
    drive.check(find_block(app, "^Kestrel, .* 10:30 to 11:15.*written as 09:30\u00a0GMT"), "one agreed elsewhere says the time there")
    app.key("alt+shift+Down", "alt+shift+Down")
    wait_starts(desk, ("2026-03-05T10:30:00+01:00", "2026-03-05T11:30:00+01:00"))
    drive.check(True, "Alt+Shift+Down moves it by 15 minutes, twice when pressed twice")
    wait_focus(app, "^Helix, first interview, 10:30 to 11:30")
    app.key("alt+shift+Right")
    wait_starts(desk, ("2026-03-06T10:30:00+01:00", "2026-03-06T11:30:00+01:00"))
    drive.check(True, "Alt+Shift+Right moves it by a day")
    wait_focus(app, "^Helix, first interview, 10:30 to 11:30[^,]*$")
    app.key("ctrl+z", "ctrl+z", "ctrl+z")
    wait_starts(desk, ("2026-03-05T10:00:00+01:00", "2026-03-05T11:00:00+01:00"))
    drive.check(True, "each step is taken back")
    wait_focus(app, "^Helix, first interview, 10:00 to 11:00")
    app.key("ctrl+shift+Down", "ctrl+shift+Down")
    wait_starts(desk, ("2026-03-05T10:00:00+01:00", "2026-03-05T11:30:00+01:00"))
    wait_focus(app, "^Helix, first interview, 10:00 to 11:30")
    app.key("ctrl+shift+Up")
    wait_starts(desk, ("2026-03-05T10:00:00+01:00", "2026-03-05T11:15:00+01:00"))
    drive.check(True, "Ctrl+Shift+Down and Up make it longer and shorter, by 15 minutes each")
    wait_focus(app, "^Helix, first interview, 10:00 to 11:15")
    app.key("ctrl+z", "ctrl+z", "ctrl+z")
    wait_starts(desk, ("2026-03-05T10:00:00+01:00", "2026-03-05T11:00:00+01:00"))
    wait_focus(app, "^Helix, first interview, 10:00 to 11:00")


def test_popover(app, desk):
    wait_focus(app, "^Helix, first interview, 10:00")
    app.key("Return")
    app.wait_state(app.find("button", "Open", showing=True), drive.State.FOCUSED)
    drive.check(app.find("button", "Cancel the Interview", showing=True), "Enter shows what can be done with it")
    app.key("Escape")
    wait_focus(app, "^Helix, first interview, 10:00")
    drive.check(True, "Escape comes back to it")
    app.key("Return")
    app.wait_state(app.find("button", "Open", showing=True), drive.State.FOCUSED)
    desk.owe(("Ask nobody", "2026-03-03T09:00"), first=20, due="2026-03-09T23:59")
    find_block(app, "^Ask nobody")
    app.key("Escape")
    wait_focus(app, "^Helix, first interview, 10:00")
    drive.check(True, "also when the week was made anew meanwhile")
    desk.cli("done", f"manual:{uuid('f20')}")
    app.wait_gone("button", re.compile("^Ask nobody"))


def test_new_on_a_day(app):
    app.key("Escape", "Right", "ctrl+n")
    day = app.find("button", re.compile(nbsp("Friday 6 March")), showing=True)
    drive.check(day, "Ctrl+N on a day asks for an interview on that day")
    app.key("Escape")
    drive.wait_for(lambda: not app.find_all("button", re.compile(nbsp("Friday 6 March")), showing=True), "the sheet to close")
    app.focus_window()


def test_week_numbers(app):
    drive.check(not app.find_all("label", re.compile(r"^Week \d"), showing=True), "weeks are not counted unless that is wanted")
    more = app.find_inner("More of the calendar")
    app.tab_to(more, back=True)
    app.key("space")
    app.find("menu item", "Week Numbers", showing=True)
    app.key("Down", "Return")
    drive.check(find_number(app, "9"), "the menu of the calendar counts the weeks of the year")
    app.wait_gone("menu item", "Week Numbers")
    app.focus_window()


def test_go_to(app):
    """By the key alone, typed."""
    app.tab_to(app.find(None, re.compile("^Friday"), root=find_week(app)))
    app.key("g")
    entry = app.find("text", "Day, as YYYY-MM-DD", showing=True)
    app.wait_state(entry, drive.State.FOCUSED)
    app.key("ctrl+a")
    app.type("2027-01-06")
    find_number(app, "1")
    app.key("Return")
    app.wait_gone("text", "Day, as YYYY-MM-DD")
    drive.check(app.find(None, re.compile("^" + nbsp("Wednesday 6 January")), root=find_week(app)), "G shows the week of any day that is typed")
    app.key("t")
    drive.check(find_number(app, "9"), "and the keyboard goes on where it was")


def book(app, desk):
    """Another interview, from elsewhere."""
    desk.write(Document().company("orrery").interview("third", "2026-03-02T16:00:00+01:00", "2026-03-02T17:00:00+01:00", company="orrery"))
    return find_block(app, "^Orrery")


def test_pointer(app, desk):
    x, y, width, height = extents(app, "^Helix, first interview, 10:00")
    app.drag((x + 10, y + 20), (x + 10, y + 20 + 2 * HOUR))
    wait_starts(desk, ("2026-03-05T12:00:00+01:00", "2026-03-05T13:00:00+01:00"))
    drive.check(True, "an interview is dragged to a later hour")
    x, y, width, height = extents(app, "^Helix, first interview, 12:00")
    app.drag((x + 10, y + height + 1), (x + 10, y + height + 1 + HOUR // 2), until=lambda: book(app, desk), what="another interview")
    wait_starts(desk, ("2026-03-05T12:00:00+01:00", "2026-03-05T13:30:00+01:00"))
    drive.check(True, "its lower end is dragged to a later time, though the week is made anew meanwhile")
    x, y, width, height = extents(app, "^Helix, first interview, 12:00 to 13:30")
    app.drag((x + 10, y + 20), (x + 10 - 2 * width, y + 20))
    wait_starts(desk, ("2026-03-03T12:00:00+01:00", "2026-03-03T13:30:00+01:00"))
    drive.check(app.find("label", re.compile("^Helix, first moved to .*Tuesday")), "it is dragged to another day, and a toast says so")
    x, y, width, height = extents(app, "^Helix, first interview, 12:00 to 13:30")
    app.drag((x + 20, y + height + 40), (x + 20, y + height + 2 * HOUR), steps=15)
    app.find("label", "14:00 to 15:30", showing=True)
    drive.check(app.find("button", "New Follow-Up…", showing=True), "a time that is dragged over can be filled")
    app.key("Return")
    drive.wait_for(lambda: any(app.text(entry) == "14:00" for entry in app.find_all("text", showing=True)), "the time in the sheet")
    drive.check(True, "with an interview, whose sheet has the time already")


def test_week():
    with Desk() as desk:
        write_facts(desk)
        app = desk.start(now="2026-03-02T10:00", window=True)
        test_keyboard(app, desk)
        test_popover(app, desk)
        test_new_on_a_day(app)
        test_week_numbers(app)
        test_go_to(app)
        test_pointer(app, desk)
        drive.check(not app.warnings(), "no warnings")


drive.main(test_week)
