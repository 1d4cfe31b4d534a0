#!/usr/bin/python3
# test-board.py - several cards are selected, and moved, closed and dragged together; what a card offers; its stages
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-board.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk  # noqa: E402
from board import NOW, board, card, cards, column, focus, stage_of, stored, wait_cards, wait_focus  # noqa: E402
import drive  # noqa: E402

SELECTED = drive.State.SELECTED


def wait_selected(app, *companies):
    """Until exactly these cards are selected, of those that can be seen."""
    def selected():
        return [a.get_name().split(",")[0] for a in app.find_all("button", re.compile(", Engineer"), showing=True)
                if app.has_state(a, SELECTED)]
    drive.wait_for(lambda: selected() == list(companies), f"{companies} to be selected")


def click(app, a, *modifiers):
    x, y = app.centre(a)
    call = ["xdotool", "mousemove", str(x), str(y)]
    for key in modifiers:
        call += ["keydown", key]
    call += ["click", "1"]
    for key in modifiers:
        call += ["keyup", key]
    subprocess.run(call, check=True)


def choose(app, *names):
    """Items of the menu that is open, one in another, by their names."""
    for name in names:
        item = app.find("menu item", name, showing=True)
        for _ in range(20):
            if app.has_state(item, drive.State.FOCUSED):
                break
            app.key("Down")
        app.key("Return")


def test_select_and_act():
    with Desk() as desk:
        desk.write(board(("ada", "Ada", "prospect"), ("bix", "Bix", "prospect"), ("cog", "Cog", "prospect"),
                         ("dot", "Dot", "applied"), ("elm", "Elm", "applied"), ("fir", "Fir", "screening")))
        app = desk.start(now=NOW, window=True)
        wait_cards(app, "Prospect", "Ada", "Bix", "Cog")
        focus(app, "Ada")
        app.key("space")
        wait_selected(app, "Ada")
        app.find("label", "1 selected", showing=True)
        app.key("Down", "Down", "space")
        wait_selected(app, "Ada", "Cog")
        drive.check(True, "Space selects a card more")
        app.key("space", "shift+Up")
        wait_focus(app, "Bix")
        wait_selected(app, "Bix", "Cog")
        app.key("shift+Right")
        wait_focus(app, "Elm")
        wait_selected(app, "Bix", "Cog", "Elm")
        app.key("shift+Left")
        wait_selected(app, "Bix", "Cog")
        drive.check(True, "Shift and arrows make a range, over stages too")
        app.key("ctrl+shift+Right")
        wait_cards(app, "Applied", "Bix", "Cog", "Dot", "Elm")
        app.find("label", "2 opportunities moved to Applied", showing=True)
        wait_selected(app, "Bix", "Cog")
        drive.check((stage_of(desk, "bix"), stage_of(desk, "cog")) == ("applied", "applied"), "a key moves all that are selected")
        app.key("ctrl+shift+Down")
        wait_cards(app, "Applied", "Dot", "Bix", "Cog", "Elm")
        app.key("ctrl+z", "ctrl+z")
        wait_cards(app, "Prospect", "Ada", "Bix", "Cog")
        wait_cards(app, "Applied", "Dot", "Elm")
        drive.check(True, "within the stage as a block, and each is one step for Undo")
        app.key("Escape")
        wait_selected(app)
        drive.wait_for(lambda: not app.find_all("label", re.compile("selected$"), showing=True), "the bar to go")
        app.key("ctrl+a")
        wait_selected(app, "Ada", "Bix", "Cog", "Dot", "Elm", "Fir")
        app.key("Escape")
        click(app, card(app, "Ada"), "ctrl")
        click(app, card(app, "Fir"), "ctrl")
        wait_selected(app, "Ada", "Fir")
        drive.check(True, "Ctrl+A selects all, Escape none, and Ctrl and the pointer one after the other")
        app.click(app.find("push button", "Move to", showing=True))
        choose(app, "Offer")
        wait_cards(app, "Offer", "Ada", "Fir")
        drive.check(True, "the bar below moves them by pointer")
        app.key("Escape")
        click(app, card(app, "Bix"), "ctrl")
        click(app, card(app, "Cog"), "shift")
        wait_selected(app, "Bix", "Cog")
        focus(app, "Bix")
        app.key("ctrl+shift+r")
        choose(app, "No response")
        drive.wait_for(lambda: stored(desk, "cog").get("outcome"), "the outcomes")
        drive.check([stored(desk, w)["outcome"] for w in ("bix", "cog")] == [{"kind": "no-response", "on": "2026-03-02"}] * 2,
                    "and one outcome is set for all of them")
        app.find("label", "2 opportunities closed", showing=True)
        app.key("ctrl+z")
        wait_cards(app, "Prospect", "Bix", "Cog")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_drag_several():
    with Desk() as desk:
        desk.write(board(("ada", "Ada", "prospect"), ("bix", "Bix", "prospect"), ("cog", "Cog", "prospect"),
                         ("dot", "Dot", "screening"), ("elm", "Elm", "screening")))
        app = desk.start(now=NOW, window=True)
        wait_cards(app, "Prospect", "Ada", "Bix", "Cog")
        click(app, card(app, "Ada"), "ctrl")
        click(app, card(app, "Cog"), "ctrl")
        wait_selected(app, "Ada", "Cog")
        x, y, width, _height = app.extents(card(app, "Elm"))
        app.drag(card(app, "Cog"), (x + width // 2, y + 5), steps=20)
        wait_cards(app, "Screening", "Dot", "Ada", "Cog", "Elm")
        drive.check(stage_of(desk, "ada") == "screening", "a drag takes all that are selected along, in their order")
        wait_selected(app, "Ada", "Cog")
        app.drag(card(app, "Bix"), column(app, "Applied"), steps=20)
        wait_cards(app, "Applied", "Bix")
        wait_selected(app)
        drive.check(True, "one that is not selected goes alone")
        app.key("ctrl+z", "ctrl+z")
        wait_cards(app, "Prospect", "Ada", "Bix", "Cog")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_menu():
    with Desk() as desk:
        document = board(("ada", "Ada", "prospect"), ("bix", "Bix", "prospect"), ("dot", "Dot", "screening"))
        document.contact("ines", name="Inés Carvalho", company="cada")
        document.data["opportunities"][0]["people"] = [{"contact": document.data["contacts"][0]["id"], "role": "recruiter"}]
        desk.write(document)
        app = desk.start(now=NOW, window=True)
        wait_cards(app, "Prospect", "Ada", "Bix")
        app.click(card(app, "Ada"), button=3)
        app.find("menu item", "Open", showing=True)
        offered = [a.get_name() for a in app.find_all("menu item", showing=True)]
        for name in ("Open", "Search This Company", "Write to Inés Carvalho…", "Add Interview…", "Move to", "Set Outcome…"):
            drive.check(name in offered, f"the menu of a card offers “{name}”")
        choose(app, "Search This Company")
        app.wait_gone("button", re.compile("^Bix, "))
        drive.check(cards(app, "Prospect") == ["Ada"], "its company is searched")
        app.key("Escape", "Escape")
        card(app, "Bix")
        app.click(card(app, "Bix"), button=3)
        choose(app, "Move to", "Offer")
        wait_cards(app, "Offer", "Bix")
        drive.check(True, "and the pointer alone moves it by menu")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_select_and_act, test_drag_several, test_menu)
