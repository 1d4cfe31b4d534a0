#!/usr/bin/python3
# test-stories.py - stories, those chosen for an interview, and what is worth sending, by keyboard
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-stories.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def booked():
    document = Document().stage("interviewing", "interviewing", 0).company("kestrel")
    document.opportunity("motion", company="kestrel", title="Staff engineer", stage="interviewing")
    document.interview("panel", "2026-03-04T09:00:00+01:00", "2026-03-04T10:00:00+01:00", opportunity="motion")
    document.add("stories", "relay", title="The relay that stuck", skills=["patience"])
    document.add("value_items", "bench", kind="article", title="A test bench for six", topics=["testing"])
    document.contact("ana", name="Ana Ruiz")
    return document.touch("sent", ["ana"], "2026-02-27T10:00:00+01:00", kind="keep-in-touch", value_item="bench")


def of(desk, collection):
    return desk.cli("export").get(collection, [])


def open_page(app, letter):
    """A page from the main menu, by its letter."""
    app.find("button", "Main menu", showing=True)
    app.key("F10")
    app.find("menu item", "Stories", showing=True)
    app.key(letter)


def test_write_and_choose():
    with Desk() as desk:
        desk.write(booked())
        app = desk.start(now=NOW, window=True)
        open_page(app, "t")
        app.find("list item", re.compile("^The relay that stuck, patience"), showing=True)
        add = app.find("button", "New story", showing=True)
        app.tab_to(add)
        app.key("space")
        app.find("text", "Title", showing=True)
        app.type("Boot time from forty seconds to six")
        app.key("Tab")
        app.type("The pump controller took forty seconds.")
        app.key("Escape")
        app.find("button", "Open Again", showing=True)
        drive.check(len(of(desk, "stories")) == 1, "Escape writes nothing down")
        app.focus_window()
        app.tab_to(app.find("button", "Open Again", showing=True))
        app.key("space")
        drive.check(app.text(app.find("text", "Situation", showing=True)) == "The pump controller took forty seconds.", "and keeps what was typed")
        app.set_text(app.find("text", "Skills it shows, with commas between them", showing=True), "C, measurement")
        app.key("ctrl+Return")
        drive.wait_for(lambda: len(of(desk, "stories")) == 2, "the story")
        story = next(s for s in of(desk, "stories") if s["title"].startswith("Boot"))
        drive.check((story["situation"], story["skills"]) == ("The pump controller took forty seconds.", ["C", "measurement"]), "the story is kept")
        app.find("list item", re.compile("^Boot time from forty seconds to six"), showing=True)
        app.focus_window()
        app.key("ctrl+1")
        app.find("button", "New opportunity", showing=True)
        card = app.find("button", re.compile("^Kestrel, "), showing=True)
        app.tab_to(card)
        app.key("Return")
        choose = app.find("button", re.compile("^Choose: .*stories"), showing=True)
        app.tab_to(choose)
        app.key("space")
        check = app.find("check box", "The relay that stuck", showing=True)
        app.tab_to(check)
        app.key("space", "Escape")
        drive.wait_for(lambda: of(desk, "interviews")[0].get("stories") == [uuid("relay")], "the choice")
        drive.check("prep-stories" not in [f["rule"] for f in desk.cli("due")], "choosing ends the preparation")
        app.find("list item", re.compile("1 story"), showing=True)
        drive.check(True, "and the interview says how many are to be told")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_worth_sending():
    with Desk() as desk:
        desk.write(booked())
        app = desk.start(now=NOW, window=True)
        open_page(app, "w")
        row = app.find("list item", re.compile("^A test bench for six, testing · sent to Ana Ruiz"), showing=True)
        drive.check(True, "the list says what it is about and who has it")
        add = app.find("button", "Keep something", showing=True)
        app.tab_to(add)
        app.key("space")
        app.find("text", "What it is", showing=True)
        app.type("A field guide to torque")
        app.key("Tab")
        app.type("https://torque.example/guide")
        app.set_text(app.find("text", "Topics, with commas between them", showing=True), "motors, measurement")
        app.key("ctrl+Return")
        drive.wait_for(lambda: len(of(desk, "value_items")) == 2, "what is worth sending")
        item = next(i for i in of(desk, "value_items") if i["title"].startswith("A field"))
        drive.check((item["kind"], item["url"], item["topics"]) == ("article", "https://torque.example/guide", ["motors", "measurement"]), "a link is kept with its topics")
        app.find("list item", re.compile("^A field guide to torque, motors, measurement · not sent to anybody yet"), showing=True)
        app.focus_window()
        app.tab_to(app.find("list item", re.compile("^A test bench for six"), showing=True))
        app.key("Return")
        app.tab_to(app.find("button", "Remove this", showing=True))
        app.key("space")
        drive.wait_for(lambda: len(of(desk, "value_items")) == 1, "it to go")
        drive.check(len(of(desk, "touches")) == 1 and row is not None, "it can be removed, and the message in which it went stays")
        app.focus_window()
        app.key("ctrl+z")
        drive.wait_for(lambda: len(of(desk, "value_items")) == 2, "undo")
        drive.check(of(desk, "touches")[0]["value_item"] == uuid("bench"), "Ctrl+Z brings it back, with who has it")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_write_and_choose, test_worth_sending)
