#!/usr/bin/python3
# test-pipeline.py - the board: cards are added, found, and moved by keyboard and by mouse
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-pipeline.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
from board import NOW, board, card, cards, column, focus, stage_of, stored, wait_cards, wait_focus  # noqa: E402
import drive  # noqa: E402


def test_add():
    with Desk() as desk:
        app = desk.start(now=NOW, window=True)
        app.key("ctrl+shift+o")
        app.find("text", "Company", showing=True)
        add = app.find("button", "Add", showing=True)
        drive.check(not app.has_state(add, drive.State.SENSITIVE), "nothing can be added without a company and a title")
        app.type("Northwind Labs")
        app.key("Tab")
        app.type("Senior C developer")
        app.wait_state(add, drive.State.SENSITIVE)
        app.key("Return")
        drive.wait_for(lambda: app.find_all("button", re.compile("^Northwind Labs, Senior C developer, added today"), showing=True),
                       "the card")
        app.focus_window()
        drive.wait_for(lambda: app.has_state(card(app, "Northwind Labs"), drive.State.FOCUSED), "the focus on the new card")
        drive.check(True, "a company and a title make a card, which has the focus")
        data = desk.cli("export")
        drive.check([s["name"] for s in sorted(data["stages"], key=lambda s: s["position"])] == ["Prospect", "Applied", "Screening", "Interviewing", "Offer", "Closed"],
                    "the six stages come with the first opportunity")
        drive.check((data["opportunities"][0]["added_on"], len(data["stage_events"])) == ("2026-03-02", 1), "and it is stored")
        app.key("ctrl+z")
        app.wait_gone("button", re.compile("^Northwind Labs, "))
        drive.check(not desk.cli("export").get("opportunities"), "Ctrl+Z takes it back")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_move_by_keyboard():
    with Desk() as desk:
        desk.write(board(("orrery", "Orrery", "prospect"), ("lumen", "Lumen", "prospect"), ("sable", "Sable", "screening")))
        app = desk.start(now=NOW, window=True)
        wait_cards(app, "Prospect", "Orrery", "Lumen")
        focus(app, "Orrery")
        app.key("Down")
        wait_focus(app, "Lumen")
        app.key("Right")
        add = app.find("button", "Add to Applied", showing=True)
        app.wait_state(add, drive.State.FOCUSED)
        app.key("Return")
        drive.check(app.find("push button", re.compile("^Applied on, Monday.2.March"), showing=True),
                    "what is added to Applied says that it was applied to today")
        app.key("Escape")
        app.wait_gone("text", "Company")
        app.focus_window()
        app.wait_state(add, drive.State.FOCUSED)
        app.key("Right")
        wait_focus(app, "Sable")
        drive.check(True, "arrows go from card to card and from stage to stage")
        app.key("Left", "Left", "Down")
        focus(app, "Lumen")
        app.key("ctrl+shift+Right")
        drive.wait_for(lambda: stage_of(desk, "lumen") == "applied", "the move")
        wait_focus(app, "Lumen")
        drive.check(stored(desk, "lumen")["applied_on"] == "2026-03-02", "Ctrl+Shift+Right moves to the next stage, and the focus goes with the card")
        app.key("ctrl+shift+Right")
        wait_cards(app, "Screening", "Lumen", "Sable")
        app.key("ctrl+shift+Down")
        wait_cards(app, "Screening", "Sable", "Lumen")
        wait_focus(app, "Lumen")
        drive.check(True, "Ctrl+Shift+Down moves within the stage")
        app.key("ctrl+m")
        app.find("menu item", "Offer", showing=True)
        app.key("Down", "Down", "Down", "Down", "Return")
        drive.wait_for(lambda: stage_of(desk, "lumen") == "offer", "the move by menu")
        wait_focus(app, "Lumen")
        drive.check(len([e for e in desk.cli("export")["stage_events"] if e["opportunity"] == uuid("lumen")]) == 4,
                    "Ctrl+M offers the stages, and every stage is remembered")
        app.key("ctrl+z")
        drive.wait_for(lambda: stage_of(desk, "lumen") == "screening", "undo")
        wait_focus(app, "Lumen")
        wait_cards(app, "Screening", "Sable", "Lumen")
        drive.check(True, "Ctrl+Z puts it back where it stood")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_drag():
    with Desk() as desk:
        desk.write(board(("orrery", "Orrery", "applied"), ("north", "Northwind", "screening"), ("sable", "Sable", "screening"),
                         ("gone", "Gone", "closed")))
        app = desk.start(now=NOW, window=True)
        wait_cards(app, "Screening", "Northwind", "Sable")
        x, y, width, height = app.extents(card(app, "Sable"))
        app.drag(card(app, "Orrery"), (x + width // 2, y + 5))
        drive.wait_for(lambda: stage_of(desk, "orrery") == "screening", "the drop")
        wait_cards(app, "Screening", "Northwind", "Orrery", "Sable")
        drive.check(True, "a card lands between the two where it was dropped")
        x, y, width, height = app.extents(card(app, "Northwind"))
        app.drag(card(app, "Sable"), (x + width // 2, y + 3), steps=20)
        wait_cards(app, "Screening", "Sable", "Northwind", "Orrery")
        drive.check(stage_of(desk, "sable") == "screening", "and is put in order by hand")
        app.drag(card(app, "Sable"), app.find("button", re.compile("^Closed, 1 "), showing=True), steps=20)
        app.find("label", "Sable said no this time", showing=True)
        drive.check("outcome" not in stored(desk, "sable"), "nothing is closed without being asked how it ended")
        app.key("Escape")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_outcome():
    with Desk() as desk:
        desk.write(board(("aster", "Asteria", "interviewing"))
                   .contact("priya", name="Priya Raman", company="caster", emails=[{"value": "priya@asteria.example"}])
                   .interview("i1", "2026-02-26T10:00:00+01:00", "2026-02-26T11:00:00+01:00",
                              people=[("priya", {"role": "recruiter"})], opportunity="aster"))
        app = desk.start(now=NOW, window=True)
        focus(app, "Asteria")
        app.key("ctrl+shift+r")
        app.find("label", "Asteria said no this time", showing=True)
        app.set_text(app.find("text", "Reason", showing=True), "They chose somebody from inside")
        app.tab_to(app.find("check box", "I would still like to work there", showing=True))
        app.key("space", "ctrl+Return")
        drive.wait_for(lambda: stored(desk, "aster").get("outcome"), "the outcome")
        outcome = stored(desk, "aster")["outcome"]
        drive.check(outcome == {"kind": "rejected", "on": "2026-03-02", "by": uuid("priya"), "reason": "They chose somebody from inside"},
                    "who told is proposed, and all of it is stored")
        drive.check(stage_of(desk, "aster") == "closed", "what has an outcome is closed")
        drive.check(desk.cli("export")["companies"][0]["still_interested"] is False, "and so is whether there is still interest")
        due = [d["rule"] for d in desk.cli("due")]
        drive.check("rejection-thank-you" in due, "the thank-you for the answer is planned")
        app.focus_window()
        app.key("ctrl+z")
        drive.wait_for(lambda: stage_of(desk, "aster") == "interviewing", "undo", timeout=15)
        drive.check("rejection-thank-you" not in [d["rule"] for d in desk.cli("due")], "undone, nothing of it is planned")
        card(app, "Asteria")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_search():
    with Desk() as desk:
        desk.write(board(("north", "Northwind", "applied"), ("kestrel", "Kestrel", "screening"))
                   .contact("ines", name="Inés Carvalho")
                   .interview("i1", "2026-02-26T10:00:00+01:00", people=["ines"], opportunity="kestrel"))
        app = desk.start(now=NOW, window=True)
        card(app, "Northwind")
        app.key("ctrl+f")
        app.type("north")
        app.wait_gone("button", re.compile("^Kestrel, "))
        drive.check(cards(app, "Applied") == ["Northwind"] and column(app, "Screening"), "what does not match is gone, empty columns stay")
        app.key("ctrl+a")
        app.type("ines")
        app.wait_gone("button", re.compile("^Northwind, "))
        drive.check(cards(app, "Screening") == ["Kestrel"], "an opportunity is found by its people, at any accent")
        app.key("ctrl+a")
        app.type("zzz")
        app.find("label", "Nothing found for “zzz”", showing=True)
        app.key("Escape")
        card(app, "Northwind")
        drive.check(True, "Escape leaves the search")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_many():
    with Desk() as desk:
        desk.write(board(*[(f"o{i:03}", f"Company {i:03}", "applied") for i in range(19)]))
        more = Document()
        for i in range(19, 60):
            more.company(f"co{i:03}", name=f"Company {i:03}")
            more.opportunity(f"o{i:03}", company=f"co{i:03}", title=f"Engineer at Company {i:03}", stage="applied", added_on="2026-01-05")
        desk.write(more)
        app = desk.start(now=NOW, window=True)
        app.find("panel", "Applied, 60 opportunities", showing=True)
        drive.check(len(cards(app, "Applied")) < 40, "of a long column only so many cards are made as can be seen")
        focus(app, "Company 000")
        app.key("End")
        wait_focus(app, "Company 019")      # those that were never put anywhere come last, the first of them first
        drive.check(len(cards(app, "Applied")) < 40, "the last one is reached all the same, and no more are made for that")
        app.key("Home")
        wait_focus(app, "Company 000")
        drive.check(True, "and the first again")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_folded():
    with Desk() as desk:
        document = board(("north", "Northwind", "offer"))
        for n, kind in enumerate(("rejected", "accepted", "rejected")):
            document.company(f"x{n}", name=f"Gone{n}")
            document.opportunity(f"g{n}", company=f"x{n}", title=f"Engineer {n}", stage="closed", outcome={"kind": kind, "on": f"2026-02-1{n}"})
        desk.write(document)
        app = desk.start(now=NOW, window=True)
        folded = app.find("button", "Closed, 3 opportunities. Unfold", showing=True)
        drive.check(not app.find_all("button", re.compile("^Gone"), showing=True), "closed opportunities are folded away")
        focus(app, "Northwind")
        app.key("Right")
        app.wait_state(folded, drive.State.FOCUSED)
        app.key("Return")
        wait_focus(app, "Gone1")
        drive.check(cards(app, "Closed") == ["Gone1", "Gone2", "Gone0"], "unfolded they stand by outcome")
        drive.check(app.find("label", "Accepted", showing=True) and app.find("label", "Said no", showing=True), "under a heading each")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_add, test_move_by_keyboard, test_drag, test_outcome, test_search, test_many, test_folded)
