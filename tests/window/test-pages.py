#!/usr/bin/python3
# test-pages.py - the page of an opportunity and of a company: facts, what was said, other roles, removing
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-pages.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"
STAGES = ("prospect", "applied", "screening", "closed")


def document():
    """Lumen said no in January and wants half a year between applications; Orrery is open, with somebody who is known."""
    made = Document().company("lumen", name="Lumen", cooling_off={"months": 6, "source": "their letter"})
    made.company("orrery", name="Orrery").contact("amara", name="Amara Okafor", company="orrery", headline="Recruiter")
    for position, kind in enumerate(STAGES):
        made.stage(kind, kind, position)
    made.search("spring", name="Spring", started_on="2026-01-01")
    made.opportunity("welder", company="lumen", title="Welder", stage="closed", search="spring",
                     outcome={"kind": "rejected", "on": "2026-01-31"})
    made.opportunity("engineer", company="orrery", title="Linux engineer", stage="screening", search="spring",
                     skills=["C", "Patience"], people=[{"contact": "amara", "role": "recruiter"}])
    made.add("follow_ups", "paper", key=f"manual:{uuid('paper')}", rule="manual", title="Send the paper", opportunity="engineer",
             remind_at=NOW, due=NOW, state="open")
    return made.add("stories", "boot", title="The boot story", skills=["c"])


def stored(desk, collection, word):
    return next(o for o in desk.cli("export")[collection] if o["id"] == uuid(word))


def wait_stored(desk, word, collection="opportunities", **members):
    def is_so():
        found = stored(desk, collection, word)
        return all(found.get(name) == value for name, value in members.items())
    drive.wait_for(is_so, f"{word} to have {members}")


def open_card(app, company):
    app.tab_to(app.find("button", re.compile(f"^{company}, "), showing=True))
    app.key("Return")
    app.find("button", "Add interview", showing=True)


def fact(app, name):
    return app.find("list item", re.compile(f"^{name}: "), showing=True)


def edit(app, name, text, keep="Return"):
    row = fact(app, name)
    app.tab_to(row, limit=80)
    app.key("F2")
    app.wait_state(app.find("text", name), drive.State.FOCUSED)
    app.key("ctrl+a")
    app.type(text)
    app.key(keep)


def test_facts():
    with Desk() as desk:
        desk.write(document())
        app = desk.start(now=NOW, window=True)
        open_card(app, "Orrery")
        drive.check(app.find("list item", "C, The boot story", showing=True)
                    and app.find("list item", "Patience, No story shows it yet", showing=True), "a skill names the stories that show it")
        app.click(app.find("button", "Edit facts", showing=True))
        app.wait_state(app.find("text", "Company", showing=True), drive.State.FOCUSED)
        app.key("Escape")
        edit(app, "Tags", "remote, Rotterdam")
        wait_stored(desk, "engineer", tags=["remote", "Rotterdam"])
        row = fact(app, "Applied")
        app.tab_to(row, back=True)
        app.key("Return")
        app.find("text", re.compile("^Applied"), showing=True)
        app.type("2026-02-20")
        app.key("Return")
        wait_stored(desk, "engineer", applied_on="2026-02-20")
        drive.check(True, "words and days are typed where they stand")
        app.key("ctrl+z")
        wait_stored(desk, "engineer", applied_on=None, tags=["remote", "Rotterdam"])
        app.key("ctrl+shift+z")
        wait_stored(desk, "engineer", applied_on="2026-02-20")
        drive.check(True, "each is a step of Undo, and done again exactly")
        app.tab_to(fact(app, "Promised by"), limit=80)
        app.key("Return")
        app.choose("Amara Okafor")
        wait_stored(desk, "engineer", promise={"by": uuid("amara")})
        drive.check(True, "who promised is chosen among the people there")
        app.click(app.find_inner("More about: Amara Okafor", None))
        drive.check(app.find("menu item", "Insider", showing=True), "her roles are in a menu")
        app.choose("Remove")
        drive.wait_for(lambda: not stored(desk, "opportunities", "engineer").get("people"), "her to be taken off")
        app.key("ctrl+z")
        wait_stored(desk, "engineer", people=[{"contact": uuid("amara"), "role": "recruiter"}])
        drive.check(True, "somebody is taken off an opportunity, and put back by Undo")
        edit(app, "Description", "A kernel that boots.", keep="ctrl+Return")
        wait_stored(desk, "engineer", description="A kernel that boots.")
        drive.check(True, "paragraphs are kept with Ctrl+Enter")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_what_was_said():
    with Desk() as desk:
        desk.write(document())
        app = desk.start(now=NOW, window=True)
        open_card(app, "Orrery")
        app.click(app.find("button", "Write Down…", showing=True))
        body = app.find("text", "What was said", showing=True)
        app.tab_to(body)
        app.type("They will call on Friday")
        app.key("ctrl+KP_Enter")
        app.focus_window()
        app.find("panel", re.compile("^Amara wrote to you, Today"), showing=True)
        touch = desk.cli("export")["touches"][0]
        drive.check((touch["direction"], touch["channel"], touch["body"]) == ("in", "email", "They will call on Friday")
                    and touch["opportunity"] == uuid("engineer"), "what they said is written down")
        app.tab_to(app.find_inner(re.compile("^More about: Amara wrote"), None), limit=80)
        app.key("space")
        app.choose("Remove")
        app.wait_gone("panel", re.compile("^Amara wrote to you"))
        drive.check(not desk.cli("export").get("touches"), "and taken away where it stands")
        app.key("ctrl+z")
        app.find("panel", re.compile("^Amara wrote to you, Today"), showing=True)
        drive.check(True, "Undo brings it back")
        app.tab_to(app.find_inner("More about: Send the paper", None), limit=80)
        app.key("space")
        app.choose("Skip")
        app.find("panel", "Skipped: Send the paper, Today", showing=True)
        drive.check(stored(desk, "follow_ups", "paper")["state"] == "skipped", "what was skipped stands in the timeline")
        app.key("ctrl+z")
        app.wait_gone("panel", re.compile("^Skipped: "))
        app.key("ctrl+1")
        app.click(app.find("button", re.compile("^Orrery, "), showing=True), button=3)
        app.choose("Remove")
        drive.wait_for(lambda: len(desk.cli("export")["opportunities"]) == 1, "the removal")
        app.find("label", re.compile("^Opportunity removed"), showing=True)
        drive.check(desk.cli("export")["touches"][0].get("opportunity") is None, "an opportunity goes, what Amara said stays with her")
        app.key("ctrl+z")
        wait_stored(desk, "engineer", title="Linux engineer")
        app.find("button", re.compile("^Orrery, "), showing=True)
        drive.check(desk.cli("export")["touches"][0].get("opportunity") == uuid("engineer"), "and comes back whole")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_menu_stays():
    """Somebody chooses in a menu of a row while something is changed from elsewhere."""
    with Desk() as desk:
        desk.write(document())
        app = desk.start(now=NOW, window=True)
        open_card(app, "Orrery")
        app.wait_number(2, "list item", re.compile("^Send the paper"))
        app.tab_to(app.find_inner("More about: Amara Okafor", None), limit=80)
        app.key("space")
        app.find("menu item", "Hiring manager", showing=True)
        desk.cli("done", f"manual:{uuid('paper')}")
        app.wait_number(1, "list item", re.compile("^Send the paper"))
        drive.check(app.find("menu item", "Hiring manager", showing=True), "the menu stays open while the Due pane tells what is new")
        app.choose("Hiring manager")
        wait_stored(desk, "engineer", people=[{"contact": uuid("amara"), "role": "hiring-manager"}])
        app.wait_gone("list item", re.compile("^Send the paper"))
        drive.check(True, "what was chosen is done, and then the page tells it too")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_company():
    with Desk() as desk:
        desk.write(document())
        app = desk.start(now=NOW, window=True)
        open_card(app, "Orrery")
        app.click(app.find("button", "Open the company", showing=True))
        app.find("button", "Add opportunity", showing=True)
        drive.check(app.find("list item", "Amara Okafor, Recruiter", showing=True)
                    and app.find("list item", re.compile("^Linux engineer, Screening"), showing=True),
                    "a company shows who and what is known there")
        edit(app, "Website", "orrery.example")
        wait_stored(desk, "orrery", "companies", website="orrery.example")
        app.tab_to(app.find_inner(re.compile("^Still interested"), None), limit=60)
        app.key("space")
        wait_stored(desk, "orrery", "companies", still_interested=False)
        drive.check(True, "facts are edited there, and whether one is still interested")
        edit(app, "Name", "Lumen")
        app.find("label", re.compile("^There is a company called “Lumen” already"), showing=True)
        app.wait_state(app.find("text", "Name", showing=True), drive.State.FOCUSED)
        drive.check(stored(desk, "companies", "orrery")["name"] == "Orrery", "a name that is taken is refused in a sentence")
        app.key("Escape")
        app.find("list item", "Name: Orrery", showing=True)
        edit(app, "Name", "Lumen")
        app.find("label", re.compile("^There is a company called “Lumen” already"), showing=True)
        app.wait_state(app.find("text", "Name", showing=True), drive.State.FOCUSED)
        app.key("End")
        app.type(" Two")
        app.key("Return")
        wait_stored(desk, "orrery", "companies", name="Lumen Two")
        drive.check(True, "what was typed stays in the field, to be put right or left by Escape")
        app.key("ctrl+z")
        wait_stored(desk, "orrery", "companies", name="Orrery")
        app.find("list item", "Name: Orrery", showing=True)
        app.click(app.find("button", "Add opportunity", showing=True))
        app.find("text", "Title of the role", showing=True)
        app.key("shift+Tab", "ctrl+a")
        app.type("Lumen")
        drive.check(app.find("label", re.compile("^They want no application before .*31.July"), showing=True)
                    and app.find("label", re.compile("no on 31.January.* How you know: their letter"), showing=True),
                    "inside a cooling-off one is warned with the day and the reason")
        app.key("Tab")
        app.type("Lead")
        app.key("Return")
        app.focus_window()
        drive.wait_for(lambda: len(desk.cli("export")["opportunities"]) == 3, "the new one")
        drive.check(True, "and may add it all the same")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_searches():
    with Desk() as desk:
        desk.env["GSETTINGS_BACKEND"] = "keyfile"
        desk.write(document())
        app = desk.start(now=NOW, window=True)
        app.find("button", "Main menu", showing=True)
        app.key("F10")
        app.choose("Searches")
        app.click(app.find("button", "Start a new search…", showing=True))
        app.find("text", "Name of the search", showing=True)
        app.type("Autumn")
        drive.check(app.find("label", re.compile("“Spring” ends on that day.*Everybody you know stays"), showing=True),
                    "what happens to the other search and to people is said")
        endings = app.find(None, re.compile("1 open opportunity"), showing=True)
        app.tab_to(endings)
        app.key("space")
        app.key("Down", "Down", "Return")
        app.find("label", re.compile("nothing is owed for them any more"), showing=True)
        app.key("ctrl+Return")
        app.focus_window()
        wait_stored(desk, "spring", "searches", ended_on="2026-03-02")
        app.find("list item", "Name: Autumn", showing=True)
        drive.check(stored(desk, "opportunities", "engineer")["search"] == uuid("spring"), "a search starts, and the other one ends")
        app.key("ctrl+1")
        app.wait_gone("button", re.compile("^Orrery, "))
        app.click(app.find_inner("Search: Autumn", None))
        app.choose("Spring")
        app.find("button", re.compile("^Orrery, "), showing=True)
        drive.check(app.find(None, "Search: Spring", showing=True), "the board shows a past search")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")
        app = desk.start(now=NOW, window=True)
        app.find("button", re.compile("^Orrery, "), showing=True)
        drive.check(app.find(None, "Search: Spring", showing=True), "and the next time, too")
        app.click(app.find("button", "Show what goes on", showing=True))
        app.wait_gone("button", re.compile("^Orrery, "))
        drive.check(app.quit() == 0 and not app.warnings(), "without a warning")


drive.main(test_facts, test_what_was_said, test_menu_stays, test_company, test_searches)
