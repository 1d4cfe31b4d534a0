#!/usr/bin/python3
# test-lists.py - what is selected, focused and in sight stays so, whatever happens to the rows around it
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-lists.py ONWARD ONWARD-CLI, as a meson test (TAP)

One program over 10,000 people, a stage of 300 cards and a timeline of 70 entries; everything is changed from outside."""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"
STAGES = ("prospect", "applied", "screening", "interviewing", "offer", "closed")
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def write_people(desk, name, numbers):
    """A file of LinkedIn's, of people whose names are in the order of their numbers."""
    path = os.path.join(desk.folder, name)
    with open(path, "w", encoding="utf-8") as f:
        f.write(HEADER + "".join(f"Person {n:06},Nobody,https://www.linkedin.com/in/p{n},,Company {n % 50},Engineer,12 Mar 2024\n" for n in numbers))
    return path


def cards(numbers, stage="applied"):
    """Opportunities that nobody owes anything; those with the larger numbers stand above."""
    made = Document()
    for n in numbers:
        made.company(f"c{n}", name=f"Maker {n:03}")
        made.opportunity(f"o{n}", company=f"c{n}", title=f"Role {n:03}", stage=stage, added_on="2026-02-20")
        made.add("stage_events", f"e{n}", opportunity=f"o{n}", stage=stage,
                 at=f"2026-02-{1 + n // 24 % 28:02}T{n % 24:02}:00:00+01:00")
    return made


def touches(numbers):
    """Messages to Amara about Maker 150."""
    made = Document()
    for n in numbers:
        made.add("touches", f"t{n}", opportunity="o150", contacts=["amara"], direction="out", channel="email", kind="note",
                 subject=f"Message {n:02}", at=f"2026-01-{1 + n // 10:02}T{10 + n % 10}:00:00+01:00")
    return made


def fill(desk):
    desk.cli("import", write_people(desk, "Connections.csv", range(0, 100000, 10)))
    first = Document().contact("amara", name="Amara Okafor")
    for position, kind in enumerate(STAGES):
        first.stage(kind, kind, position)
    desk.write(first)
    desk.write(cards(range(0, 300)))
    desk.write(touches(range(70)))


def wait_focus(app, role, name):
    """The widget of that role, and a name that begins so, that has the focus."""
    return app.wait_focus(role, re.compile("^" + name), timeout=10)


def place(app, role, name):
    """How far down the window it is, once it has the focus and nothing moves any more."""
    a, seen = wait_focus(app, role, name), []

    def rests():
        seen.append(a.get_extents()[1])
        return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]
    drive.wait_for(rests, f"{name} to rest")
    return seen[-1] if app.has_state(a, drive.State.FOCUSED) else place(app, role, name)


def count(app, pattern):
    app.find("label", re.compile(pattern), showing=True, timeout=20)


def test_contacts(desk, app):
    app.key("ctrl+2")
    count(app, "^10[,.]?001 people$")
    app.tab_to(app.find("list item", re.compile("^Amara Okafor"), showing=True))
    app.key("End")
    wait_focus(app, "list item", "Person 099990")
    app.key("Home")
    wait_focus(app, "list item", "Amara Okafor")
    app.key(*["Down"] * 60)
    person = "Person 000590"
    before = place(app, "list item", person)
    drive.check(before > 400, f"a row far down has the focus: {before}")
    desk.cli("import", write_people(desk, "few.csv", [5, 15, 99995]))
    count(app, "^10[,.]?004 people$")
    drive.check(place(app, "list item", person) == before, "three people come, and it stays where it is")
    desk.cli("import", write_people(desk, "some.csv", range(1, 590, 20)))
    count(app, "^10[,.]?034 people$")
    drive.check(place(app, "list item", person) == before, "so it does when people come between all others")
    path = write_people(desk, "many.csv", range(3, 100000, 100))
    app.key("ctrl+o")
    app.choose_file(path)
    app.find("button", re.compile("^_?Import 1.?000 people"), showing=True, timeout=20)
    app.window_id = drive.wait_for(app._find_window, "the sheet")
    app.focus_window()
    app.key("ctrl+Return")
    app.find("label", re.compile("added$"), showing=True, timeout=20)
    app.window_id = drive.wait_for(app._find_window, "the window")
    app.focus_window()
    after = place(app, "list item", person)
    drive.check(abs(after - before) < 60, f"a thousand come, and it has the focus in its place: {after}")
    app.key("ctrl+z")
    count(app, "^10[,.]?034 people$")
    after = place(app, "list item", person)
    drive.check(abs(after - before) < 60, f"and when that is undone: {after}")


def test_column(desk, app):
    app.key("ctrl+1")
    app.tab_to(app.find("button", re.compile("^Maker 299, "), showing=True))
    app.key(*["Down"] * 30)
    wait_focus(app, "push button", "Maker 269")
    before = place(app, "push button", "Maker 269")
    desk.write(cards([900]))
    app.find("panel", "Applied, 301 opportunities", showing=True)
    drive.check(place(app, "push button", "Maker 269") == before, f"a card comes above, and the one with the focus stays where it is")
    desk.write(cards([290, 285, 100], stage="offer"))
    app.find("panel", "Applied, 298 opportunities", showing=True)
    drive.check(place(app, "push button", "Maker 269") == before, "others leave the stage, and it stays")
    made = app.find_all("button", re.compile("^Maker "))
    drive.check(len(made) < 60, f"and of 300 cards {len(made)} are made")


def test_table(desk, app):
    app.key("ctrl+shift+t")
    wait_focus(app, "table row", "Maker 269")
    drive.check(True, "the card that had the focus is the row that has it")
    app.key(*["Down"] * 19)
    wait_focus(app, "table row", "Maker 289")
    before = place(app, "table row", "Maker 289")
    desk.write(cards([901, 902, 2], stage="offer"))
    app.find("button", "All open  303", showing=True)
    drive.check(place(app, "table row", "Maker 289") == before, "rows come above it, and it stays")
    app.key("ctrl+shift+b")


def test_timeline(desk, app):
    app.key("ctrl+f")
    app.type("maker 150")
    card = app.find("button", re.compile("^Maker 150, "), showing=True)
    app.click(card)
    app.find("label", "Message 69 · By mail", showing=True)
    drive.check(not app.find_all("label", "Message 30 · By mail"), "thirty entries are shown at first")
    app.action(app.find("button", "Show earlier"))
    entry = app.find("label", "Message 15 · By mail")
    before = entry
    desk.write(touches([70]))
    app.find("label", "Message 70 · By mail", showing=True)
    drive.check(app.find("label", "Message 15 · By mail") == before, "an entry comes, and those that were there are the same")
    drive.check(not app.find_all("label", "Message 05 · By mail"), "and as many are shown as before")


def test_lists():
    with Desk() as desk:
        fill(desk)
        app = desk.start(now=NOW, window=True)
        for test in (test_contacts, test_column, test_table, test_timeline):
            test(desk, app)
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_lists)
