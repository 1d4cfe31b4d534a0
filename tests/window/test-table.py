#!/usr/bin/python3
# test-table.py - the rows of the board as a table: filtered, sorted, searched, and moved by keyboard
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-table.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"
STAGES = ("prospect", "applied", "screening", "interviewing", "offer", "closed")
ROWS = (("orrery", "Orrery", "Linux engineer", "prospect"), ("lumen", "Lumen", "Platform engineer", "applied"),
        ("sable", "Sable Audio", "Audio engineer", "screening"), ("kestrel", "Kestrel", "Motion engineer", "offer"),
        ("ardent", "Ardent Rail", "Train engineer", "closed"))


def document():
    """Five opportunities, one a stage; Lumen is owed an answer today, Ardent Rail said no."""
    made = Document().contact("amara", name="Amara Okafor")
    for position, kind in enumerate(STAGES):
        made.stage(kind, kind, position)
    for n, (word, company, title, stage) in enumerate(ROWS):
        outcome = {"outcome": {"kind": "rejected", "on": "2026-02-25"}} if stage == "closed" else {}
        made.company(f"c{word}", name=company)
        made.opportunity(word, company=f"c{word}", title=title, stage=stage, added_on=f"2026-02-{10 + n}", **outcome)
        made.add("stage_events", f"e{word}", opportunity=word, stage=stage, at=f"2026-02-{10 + n}T12:00:00+01:00")
    made.add("follow_ups", "f", key=f"manual:{uuid('f')}", rule="manual", title="Answer them", opportunity="lumen",
             contact="amara", remind_at="2026-03-02T09:00", due="2026-03-02T18:00", state="open")
    return made


def rows(app):
    """The companies of the table, from the top."""
    body = app.find("list", root=app.find("tree table", "Opportunities"))
    return [name.split(",")[0] for name in app.names("table row", root=body, showing=True)]


def wait_rows(app, *companies):
    drive.wait_for(lambda: rows(app) == list(companies), f"the table to hold {companies}")


def row(app, company):
    return app.find("table row", re.compile(f"^{company}, "))


def stage_of(desk, word):
    stored = next(o for o in desk.cli("export")["opportunities"] if o["id"] == uuid(word))
    return bytes.fromhex(stored["stage"].replace("-", "")).decode().rstrip("\0")


def press(app, name):
    app.click(app.find("button", re.compile(f"^{name}"), showing=True))


def test_table():
    with Desk() as desk:
        desk.env["GSETTINGS_BACKEND"] = "keyfile"
        desk.write(document())
        app = desk.start(now=NOW, window=True)
        app.tab_to(app.find("button", re.compile("^Lumen, "), showing=True))
        app.key("ctrl+shift+t")
        wait_rows(app, "Kestrel", "Sable Audio", "Lumen", "Orrery")
        drive.check(row(app, "Lumen").get_name() == "Lumen, Platform engineer, waiting 19 days, Answer them today, Applied",
                    f"Ctrl+Shift+T shows the open ones, the furthest first: {row(app, 'Lumen').get_name()}")
        app.wait_state(row(app, "Lumen"), drive.State.FOCUSED)
        drive.check(True, "the row of the card that had the focus has it")
        app.key("Down")
        app.wait_state(row(app, "Orrery"), drive.State.FOCUSED)
        app.key("ctrl+shift+Right")
        drive.wait_for(lambda: stage_of(desk, "orrery") == "applied", "the move")
        wait_rows(app, "Kestrel", "Sable Audio", "Lumen", "Orrery")
        app.wait_state(row(app, "Orrery"), drive.State.FOCUSED)
        app.key("ctrl+m")
        app.find("menu item", "Screening", showing=True)
        app.key("Down", "Down", "Return")
        drive.wait_for(lambda: stage_of(desk, "orrery") == "screening", "the move by menu")
        wait_rows(app, "Kestrel", "Orrery", "Sable Audio", "Lumen")
        app.wait_state(row(app, "Orrery"), drive.State.FOCUSED)
        drive.check(True, "keys move a row from stage to stage, and the focus goes with it")
        app.key("ctrl+z", "ctrl+z")
        wait_rows(app, "Kestrel", "Sable Audio", "Lumen", "Orrery")
        app.wait_state(row(app, "Orrery"), drive.State.FOCUSED)
        drive.check(True, "and when it is undone")
        app.click(row(app, "Orrery"))
        app.wait_state(row(app, "Orrery"), drive.State.FOCUSED)
        app.key("shift+Up")
        app.find("label", "2 selected", showing=True)
        app.key("ctrl+shift+Left")
        drive.wait_for(lambda: (stage_of(desk, "orrery"), stage_of(desk, "lumen")) == ("prospect", "prospect"), "both to move")
        app.find("label", "2 opportunities moved to Prospect", showing=True)
        app.key("ctrl+z")
        drive.wait_for(lambda: stage_of(desk, "lumen") == "applied", "undo")
        wait_rows(app, "Kestrel", "Sable Audio", "Lumen", "Orrery")
        app.key("Escape")
        drive.wait_for(lambda: not app.find_all("label", "2 selected", showing=True), "the bar to go")
        drive.check(True, "Shift and arrows select several rows, and keys move all of them in one step")
        app.click(row(app, "Orrery"))
        app.wait_state(row(app, "Orrery"), drive.State.FOCUSED)
        app.key("Return")
        app.find("button", "Add interview", showing=True)
        app.key("alt+Left")
        app.key("ctrl+1")
        app.tab_to(app.find_inner("Columns"), back=True)
        app.key("space")
        app.find("menu item", "Company", showing=True)
        app.key(*["Down"] * 5, "Return")
        wait_rows(app, "Kestrel", "Lumen", "Orrery", "Sable Audio")
        drive.check(True, "the menu of columns puts them in the order of their companies")
        press(app, "Owed today  1")
        wait_rows(app, "Lumen")
        press(app, "Closed  1")
        wait_rows(app, "Ardent Rail")
        drive.check(row(app, "Ardent Rail").get_name().endswith("Said no"), "filters leave what is owed, or closed")
        press(app, "All open  4")
        wait_rows(app, "Kestrel", "Lumen", "Orrery", "Sable Audio")
        app.key("ctrl+f")
        app.type("engineer lin")
        wait_rows(app, "Orrery")
        app.key("Escape")
        wait_rows(app, "Kestrel", "Lumen", "Orrery", "Sable Audio")
        drive.check(True, "the search of the board searches the table")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")
        app = desk.start(now=NOW, window=True)
        wait_rows(app, "Kestrel", "Lumen", "Orrery", "Sable Audio")
        drive.check(True, "the next time it is the table, in that order")
        header = app.find("label", "Stage", root=app.find("tree table", "Opportunities"))
        app.click(header)
        wait_rows(app, "Orrery", "Lumen", "Sable Audio", "Kestrel")
        press(app, "Columns")
        app.find("menu item", "Company", showing=True)
        app.key(*["Down"] * 11, "Return")       # Last First
        wait_rows(app, "Kestrel", "Sable Audio", "Lumen", "Orrery")
        drive.check(True, "a press on a heading sorts by it, and the menu the other way round")
        app.key("ctrl+shift+b")
        drive.check(app.find("button", re.compile("^Lumen, "), showing=True), "Ctrl+Shift+B shows the board")
        drive.check(app.quit() == 0 and not app.warnings(), "without a warning")


drive.main(test_table)
