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


def focused(app, role):
    """The widget of that role that has the focus."""
    return next((a for a in app.find_all(role, re.compile(".")) if app.has_state(a, drive.State.FOCUSED)), None)


def place(app, role):
    """What has the focus, and how far down the window it is once nothing moves any more."""
    seen = []

    def rests():
        a = focused(app, role)
        seen.append(a and (a.get_name(), a.get_extents()[1]))
        return len(seen) > 2 and seen[-1] and seen[-1] == seen[-2] == seen[-3]
    drive.wait_for(rests, f"a {role} with the focus")
    return seen[-1]


def count(app, pattern):
    app.find("label", re.compile(pattern), showing=True, timeout=20)


def test_contacts(desk, app):
    app.key("ctrl+2")
    count(app, "^10[,.]?001 people$")
    app.tab_to(app.find("list item", re.compile("^Amara Okafor"), showing=True))
    app.key("End", "Home", *["Page_Down"] * 12, "Up", "Up")
    before = place(app, "list item")
    drive.check(before[0].startswith("Person 0"), f"a row far down has the focus: {before}")
    desk.cli("import", write_people(desk, "few.csv", [5, 15, 99995]))
    count(app, "^10[,.]?004 people$")
    drive.check(place(app, "list item") == before, f"three people come, and it stays where it is: {place(app, 'list item')}")
    number = int(before[0][7:13])
    desk.cli("import", write_people(desk, "some.csv", range(1, number, 20)))
    drive.wait_for(lambda: not app.find_all("label", re.compile("^10[,.]?004 people$")), "the import", timeout=20)
    drive.check(place(app, "list item") == before, f"so it does when people come between all others: {place(app, 'list item')}")
    people = app.find("label", re.compile(" people$"), showing=True).get_name()
    path = write_people(desk, "many.csv", range(3, 100000, 100))
    app.key("ctrl+o")
    app.find("button", re.compile("^Open$"), showing=True)
    app.window_id = drive.wait_for(app._find_window, "the file chooser")
    app.focus_window()
    app.type(path)
    app.key("Return")
    app.find("label", re.compile("added$"), showing=True, timeout=20)
    app.focus_window()
    app.key("Escape")
    app.focus_window()
    drive.wait_for(lambda: focused(app, "list item"), "the sheet to go")
    after = place(app, "list item")
    drive.check(after[0] == before[0] and abs(after[1] - before[1]) < 60, f"a thousand come, and it has the focus in its place: {after}")
    app.key("ctrl+z")
    count(app, f"^{people}$")
    after = drive.wait_for(lambda: focused(app, "list item") and place(app, "list item"), "the focus")
    drive.check(after[0] == before[0] and abs(after[1] - before[1]) < 60, f"and when that is undone: {after}")


def test_column(desk, app):
    app.key("ctrl+1")
    app.tab_to(app.find("button", re.compile("^Maker 299, "), showing=True))
    app.key(*["Down"] * 30)
    drive.wait_for(lambda: (focused(app, "push button") or app.accessible).get_name().startswith("Maker 269"), "the 30th card")
    before = place(app, "push button")
    desk.write(cards([900]))
    app.find("panel", "Applied, 301 opportunities", showing=True)
    drive.check(place(app, "push button") == before, f"a card comes above, and the one with the focus stays where it is")
    desk.write(cards([290, 285, 100], stage="offer"))
    app.find("panel", "Applied, 298 opportunities", showing=True)
    drive.check(place(app, "push button") == before, "others leave the stage, and it stays")
    made = app.find_all("button", re.compile("^Maker "))
    drive.check(len(made) < 60, f"and of 300 cards {len(made)} are made")


def test_table(desk, app):
    app.key("ctrl+shift+t")
    drive.wait_for(lambda: focused(app, "table row"), "the row of the card")
    drive.check(place(app, "table row")[0].startswith("Maker 269"), "the card that had the focus is the row that has it")
    app.key(*["Page_Down"] * 3)
    before = place(app, "table row")
    desk.write(cards([901, 902, 2], stage="offer"))
    app.find("button", "All open  303", showing=True)
    drive.check(place(app, "table row") == before, f"rows come above it, and it stays: {place(app, 'table row')}")
    app.key("ctrl+shift+b")


def test_timeline(desk, app):
    app.key("ctrl+f")
    app.type("maker 150")
    card = app.find("button", re.compile("^Maker 150, "), showing=True)
    app.click(card)
    app.find("label", "Message 69", showing=True)
    drive.check(not app.find_all("label", "Message 30"), "thirty entries are shown at first")
    app.action(app.find("button", "Show earlier"))
    entry = app.find("label", "Message 15")
    before = entry
    desk.write(touches([70]))
    app.find("label", "Message 70", showing=True)
    drive.check(app.find("label", "Message 15") == before, "an entry comes, and those that were there are the same")
    drive.check(not app.find_all("label", "Message 05"), "and as many are shown as before")


def test_lists():
    with Desk() as desk:
        if "ONWARD_SANITIZED" in os.environ:     # GTK's file chooser leaks in libcloudproviders
            desk.env["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        fill(desk)
        app = desk.start(now=NOW, window=True)
        for test in (test_contacts, test_column, test_table, test_timeline):
            test(desk, app)
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_lists)
