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
        return [name.split(",")[0] for name in app.names("button", re.compile(", Engineer"), showing=True, state=SELECTED)]
    drive.wait_for(lambda: selected() == list(companies), f"{companies} to be selected")


def click(app, a, *modifiers):
    app.point_at(*app.centre(a))
    call = ["xdotool"]
    for key in modifiers:
        call += ["keydown", key]
    call += ["click", "1"]
    for key in modifiers:
        call += ["keyup", key]
    subprocess.run(call, check=True)


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
        app.choose("Offer")
        wait_cards(app, "Offer", "Ada", "Fir")
        drive.check(True, "the bar below moves them by pointer")
        app.key("Escape")
        click(app, card(app, "Bix"), "ctrl")
        click(app, card(app, "Cog"), "shift")
        wait_selected(app, "Bix", "Cog")
        focus(app, "Bix")
        app.key("ctrl+shift+r")
        app.choose("No response")
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
        offered = app.names("menu item", showing=True)
        for name in ("Open", "Search This Company", "Write to Inés Carvalho…", "Add Interview…", "Move to", "Set Outcome…"):
            drive.check(name in offered, f"the menu of a card offers “{name}”")
        app.choose("Search This Company")
        app.wait_gone("button", re.compile("^Bix, "))
        drive.check(cards(app, "Prospect") == ["Ada"], "its company is searched")
        app.key("Escape", "Escape")
        card(app, "Bix")
        app.click(card(app, "Bix"), button=3)
        app.choose("Move to", "Offer")
        wait_cards(app, "Offer", "Bix")
        drive.check(True, "and the pointer alone moves it by menu")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def stages(app):
    """The names of the columns, as they stand on the screen."""
    shown = app.find_all("panel", re.compile(", [0-9]+ opportunit"), showing=True)
    return [a.get_name().split(",")[0] for a in sorted(shown, key=lambda a: app.extents(a)[0])]


def wait_stages(app, *names):
    drive.wait_for(lambda: stages(app) == list(names), f"the stages to be {names}")


def test_stages():
    with Desk() as desk:
        desk.write(board(("ada", "Ada", "applied"), ("bix", "Bix", "applied"), ("dot", "Dot", "screening")))
        app = desk.start(now=NOW, window=True)
        wait_stages(app, "Prospect", "Applied", "Screening", "Interviewing", "Offer")
        focus(app, "Ada")
        app.key("F2")
        entry = app.find("text", "Name of the stage", showing=True)
        app.wait_state(entry, drive.State.FOCUSED)
        app.key("ctrl+a")
        app.type("Sent")
        app.key("Return")
        wait_stages(app, "Prospect", "Sent", "Screening", "Interviewing", "Offer")
        menu = app.find("push button", "Menu of Sent", showing=True)
        app.wait_state(menu, drive.State.FOCUSED)
        drive.check(True, "F2 renames the stage, which has the focus then")
        app.key("ctrl+shift+Left")
        wait_stages(app, "Sent", "Prospect", "Screening", "Interviewing", "Offer")
        drive.wait_for(lambda: app.has_state(app.find("push button", "Menu of Sent", showing=True), drive.State.FOCUSED), "the focus")
        app.key("ctrl+shift+Right")
        wait_stages(app, "Prospect", "Sent", "Screening", "Interviewing", "Offer")
        drive.check(True, "keys put stages in order")
        app.key("shift+F10")
        app.choose("Add a Stage After…")
        app.wait_state(app.find("text", "Name of the stage", showing=True), drive.State.FOCUSED)
        app.type("Task at home")
        app.key("Return")
        wait_stages(app, "Prospect", "Sent", "Task at home", "Screening", "Interviewing", "Offer")
        drive.check(next(s for s in desk.cli("export")["stages"] if s["name"] == "Task at home")["kind"] == "custom", "the menu adds a stage behind another")
        x, y, *_ = app.extents(column(app, "Prospect"))
        app.drag(app.find("label", "Task at home", root=column(app, "Task at home")), (x + 20, y + 15), steps=20)
        wait_stages(app, "Task at home", "Prospect", "Sent", "Screening", "Interviewing", "Offer")
        drive.check(True, "a stage is dragged by its header to another place")
        app.click(app.find("label", "Task at home", root=column(app, "Task at home")), button=3)
        app.choose("Remove…")
        wait_stages(app, "Prospect", "Sent", "Screening", "Interviewing", "Offer")
        app.find("label", "“Task at home” removed", showing=True)
        app.click(app.find("push button", "Undo", showing=True))
        wait_stages(app, "Task at home", "Prospect", "Sent", "Screening", "Interviewing", "Offer")
        drive.check(True, "an empty one goes at once, and Undo brings it back")
        app.click(app.find("label", "Sent", root=column(app, "Sent")), button=3)
        app.choose("Remove…")
        app.find("label", "Its 2 opportunities go to", showing=True)
        app.tab_to(app.find("push button", "Remove", showing=True))
        app.key("Return")
        wait_stages(app, "Task at home", "Prospect", "Screening", "Interviewing", "Offer")
        wait_cards(app, "Prospect", "Ada", "Bix")
        drive.check(stage_of(desk, "ada") == "prospect", "another one asks where its cards go")
        app.click(app.find("label", "Screening", root=column(app, "Screening")), button=3)
        app.choose("Fold")
        folded = app.find("button", re.compile("^Screening, 1 opportunity"), showing=True)
        app.wait_state(folded, drive.State.FOCUSED)
        app.key("Return")
        wait_cards(app, "Screening", "Dot")
        drive.check(True, "any stage folds and unfolds")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_saved_filters():
    with Desk() as desk:
        desk.env["GSETTINGS_BACKEND"] = "keyfile"
        desk.write(board(("ada", "Ada", "applied"), ("bix", "Bix", "applied"), ("dot", "Ada Two", "screening")))
        app = desk.start(now=NOW, window=True)
        card(app, "Bix")
        app.key("ctrl+f")
        app.type("ada")
        app.wait_gone("button", re.compile("^Bix, "))
        app.tab_to(card(app, "Ada"))
        app.key("ctrl+f", "Escape")
        card(app, "Bix")
        drive.check(True, "Ctrl+F on a card goes back to what is searched for, and Escape ends it")
        app.key("ctrl+f")
        app.type("ada")
        app.wait_gone("button", re.compile("^Bix, "))
        app.tab_to(app.find("push button", "Save this filter…", showing=True))
        app.key("Return")
        app.wait_state(app.find("text", "Name of the filter", showing=True), drive.State.FOCUSED)
        app.type("Only Ada")
        app.key("Return")
        app.find("button", "Only Ada  2", showing=True)
        drive.wait_for(lambda: not app.find_all("push button", "Save this filter…", showing=True), "nothing more to save")
        drive.check(True, "what is searched for is saved under a name, with a count")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")
        app = desk.start(now=NOW, window=True)
        card(app, "Bix")
        app.key("ctrl+f")
        app.click(app.find("button", "Only Ada  2", showing=True))
        app.wait_gone("button", re.compile("^Bix, "))
        drive.check(app.text(app.find("text", "Search the pipeline", showing=True)) == "ada", "the next time a press searches again")
        app.tab_to(app.find("button", "Only Ada  2", showing=True))
        app.key("shift+F10")
        app.choose("Rename…")
        app.wait_state(app.find("text", "Name of the filter", showing=True), drive.State.FOCUSED)
        app.key("ctrl+a")
        app.type("Adas")
        app.key("Return")
        app.find("button", "Adas  2", showing=True)
        app.click(app.find("button", "Adas  2", showing=True), button=3)
        app.choose("Remove")
        app.wait_gone("button", "Adas  2")
        app.click(app.find("push button", "Undo", showing=True))
        app.find("button", "Adas  2", showing=True)
        drive.check(True, "its menu renames and removes it, and Undo brings it back")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_scroll_while_dragging():
    with Desk() as desk:
        desk.write(board(*[(f"p{i:02}", f"Many {i:02}", "prospect") for i in range(18)], ("far", "Far", "offer")))
        app = desk.start(now=NOW, window=True)
        card(app, "Many 00")
        x, y, width, height = app.extents(column(app, "Prospect"))
        lowest = y + height - 8
        app.drag(card(app, "Many 00"), (x + width // 2, lowest), steps=20,
                 until=lambda: "Many 17" in cards(app, "Prospect") and sum(app.measure(card(app, "Many 17"))[1::2]) <= y + height,
                 what="the column to scroll to its end")
        drive.wait_for(lambda: stored(desk, "p00").get("board_place"), "the drop")
        drive.check(True, "near the lower edge a column scrolls under a drag")
        card(app, "Many 17")
        app.drag(card(app, "Many 16"), (x + width // 2, y + 46), steps=20,
                 until=lambda: "Many 01" in cards(app, "Prospect") and app.measure(card(app, "Many 01"))[1] >= y + 30,
                 what="it to scroll back")
        drive.wait_for(lambda: cards(app, "Prospect")[0] == "Many 16", "the drop at the top")
        drive.check(True, "and near the upper edge back")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_scroll_sideways_while_dragging():
    with Desk() as desk:
        document = board(("ada", "Ada", "prospect"))
        for n in range(3):
            document.stage(f"early{n}", "custom", n - 3)
        desk.write(document)
        app = desk.start(now=NOW, window=True)
        x, y, width, _height = app.extents(column(app, "Offer"))
        right = app.extents(app.find("label", "Due", showing=True))[0] - 30
        drive.check(x + width > right, "with nine stages the last one is out of sight")
        app.drag(card(app, "Ada"), (right, y + 100), steps=20,
                 until=lambda: sum(app.measure(column(app, "Offer"))[::2]) < right, what="the board to scroll")
        drive.check(True, "near its end the board scrolls sideways under a drag")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_select_and_act, test_drag_several, test_menu, test_stages, test_saved_filters,
           test_scroll_while_dragging, test_scroll_sideways_while_dragging)
