#!/usr/bin/python3
# test-preferences.py - the playbook's numbers, with their effect before they apply, by keyboard
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-preferences.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402, F401
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def rejected():
    """Turned down today, and told so by a recruiter."""
    document = Document().stage("closed", "closed", 0).company("kestrel", still_interested=False).contact("dev", name="Dev Anand", company="kestrel")
    return document.opportunity("motion", company="kestrel", title="Staff engineer", stage="closed", outcome={"kind": "rejected", "on": "2026-03-02", "by": "dev"})


def settings(desk):
    return desk.cli("export").get("settings", {})


def thanks(desk):
    """The day on which thanks are owed for the answer."""
    return next((f["remind_at"][:10] for f in desk.cli("due", "--days", "30") if f["rule"] == "rejection-thank-you"), None)


def number(app, name):
    return app.find("spin button", f"{name}, days", showing=True)


def switch(app, name):
    def find():
        return next((a for a in app.find_all(None, name, showing=True) if a.get_role_name() in ("toggle button", "switch", "check box")), None)
    return drive.wait_for(find, f"the switch {name}")


def open_preferences(app):
    app.find("button", "Main menu", showing=True)
    app.key("ctrl+comma")
    app.find("list item", "Playbook", showing=True)
    app.focus_window()
    app.wait_state(app.find("list item", "General", showing=True), drive.State.FOCUSED)
    app.key("Down")


def test_effect_apply_undo():
    with Desk() as desk:
        desk.write(rejected())
        app = desk.start(now=NOW, window=True)
        open_preferences(app)
        drive.check(thanks(desk) == "2026-03-03", "thanks are owed on the day after")
        days, on = number(app, "Give thanks after a no"), switch(app, "Give thanks after a no")
        app.tab_to(days, limit=120)
        app.key("Up")
        app.find("label", re.compile("^1 open follow-up would move to Wednesday.4.March"), showing=True)
        drive.check(not settings(desk) and thanks(desk) == "2026-03-03", "the effect is shown before it applies")
        app.key("ctrl+Return")
        app.find("button", "Undo", showing=True, timeout=4)
        drive.check(True, "Apply offers Undo")
        drive.wait_for(lambda: settings(desk).get("rules") == {"rejection-thank-you": {"days": 2}}, "the number")
        drive.check(thanks(desk) == "2026-03-04", "stores the number and moves what is open")
        app.tab_to(on)
        app.key("ctrl+z")
        drive.wait_for(lambda: not settings(desk), "undo")
        drive.check(thanks(desk) == "2026-03-03", "which moves it back")
        drive.wait_for(lambda: app.text(days) == "1", "the number on the page")
        drive.check(True, "and the page shows the old number again")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_switch_put_back_reset():
    with Desk() as desk:
        document = rejected()
        document.data["settings"] = {"thank_you": "48h", "rules": {"debrief": {"enabled": False}}}
        desk.write(document)
        app = desk.start(now=NOW, window=True)
        open_preferences(app)
        on = switch(app, "Give thanks after a no")
        app.tab_to(on, limit=120)
        app.key("space")
        app.find("label", "1 would not be asked for any more.", showing=True)
        drive.check(not app.has_state(number(app, "Give thanks after a no"), drive.State.SENSITIVE), "a rule that is off has no number to change")
        put_back = app.find("button", "Put back", showing=True)
        app.tab_to(put_back, limit=120)
        app.key("space")
        app.wait_state(on, drive.State.CHECKED)
        drive.check(settings(desk)["rules"] == {"debrief": {"enabled": False}}, "Put back leaves everything as it was")
        reset = app.find("button", "Back to the numbers of the book", showing=True)
        app.tab_to(reset, limit=120)
        app.key("space")
        app.find("label", "No open follow-up would change.", showing=True)
        drive.check(settings(desk).get("thank_you") == "48h", "nothing applies by itself")
        app.key("ctrl+Return")
        drive.wait_for(lambda: not settings(desk), "the book's numbers")
        drive.check(True, "the book's numbers come back, and nothing of them is stored")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_hours_and_what_waits():
    with Desk() as desk:
        desk.write(rejected())
        app = desk.start(now=NOW, window=True)
        open_preferences(app)
        start = app.find("spin button", "Alerts from", showing=True)
        app.tab_to(start)
        app.set_text(start, "9:30")
        app.key("Return")
        drive.wait_for(lambda: app.text(start) == "09:30", "the time")
        app.find("label", re.compile("^1 open follow-up would move to Tuesday.3.March"), showing=True)
        tuesday = app.find("button", "Tue", showing=True)
        app.tab_to(tuesday)
        app.key("space")
        app.find("label", re.compile("^1 open follow-up would move to Wednesday.4.March"), showing=True)
        drive.check(not settings(desk), "hours and working days are shown with their effect too")
        app.key("Escape")
        again = app.find("button", "Open Again", showing=True)
        app.focus_window()
        drive.check(again is not None and not settings(desk), "Escape asks nothing, and says that the numbers wait")
        app.key("ctrl+comma")
        apply = app.find("button", "Apply", showing=True)
        app.focus_window()
        drive.check(app.text(app.find("spin button", "Alerts from", showing=True)) == "09:30", "where they are as they were left")
        app.tab_to(apply, limit=120)
        app.key("space")
        drive.wait_for(lambda: settings(desk).get("alert_hours") == ["09:30", "20:00"], "the hours")
        drive.check(settings(desk)["working_days"] == [1, 3, 4, 5], "one step for all of it")
        drive.check(next(f["remind_at"] for f in desk.cli("due") if f["rule"] == "rejection-thank-you") == "2026-03-04T09:30", "and the playbook goes by them")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def show(app, page):
    """A page, from the list at the side."""
    app.click(app.find("list item", page, showing=True))


def test_details():
    with Desk() as desk:
        desk.write(Document().profile(name="Ela Novak", email="ela@old.example"))
        app = desk.start(now=NOW, window=True)
        open_preferences(app)
        show(app, "My details")
        app.set_text(app.find("text", "Mail address", showing=True), "ela@new.example")
        app.set_text(app.find("text", "Telephone", showing=True), "+31 10 000 0042")
        show(app, "Playbook")
        drive.wait_for(lambda: desk.cli("export")["profile"].get("email") == "ela@new.example", "the details")
        profile = desk.cli("export")["profile"]
        drive.check(profile["phone"] == "+31 10 000 0042", "what was typed is kept when another page is shown")
        drive.check((profile["former"], profile["addresses_me"]) == ([{"until": "2026-03-02", "email": "ela@old.example"}], ["ela@old.example"]),
                    "the former address is kept with its day, and stays the user's own")
        app.focus_window()
        app.key("ctrl+z")
        drive.wait_for(lambda: desk.cli("export")["profile"] == {"name": "Ela Novak", "email": "ela@old.example"}, "undo")
        show(app, "My details")
        drive.wait_for(lambda: app.text(app.find("text", "Mail address", showing=True)) == "ela@old.example", "the old address")
        app.action(app.find("button", "Copy", showing=True))
        drive.check(app.find("button", "Copied", showing=True), "the card can be copied")
        drive.check(True, "Ctrl+Z takes it back here too")
        app.set_text(app.find("text", "Telephone", showing=True), "+31 20")
        app.click(app.find("list item", "My details", showing=True))
        app.key("ctrl+shift+z")
        drive.wait_for(lambda: app.text(app.find("text", "Mail address", showing=True)) == "ela@new.example", "the new address")
        drive.check(app.text(app.find("text", "Telephone", showing=True)) == "+31 20", "what is being typed stays when something else changes")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")
        drive.check(desk.cli("export")["profile"]["phone"] == "+31 20", "and stores what was still being typed")


def stages(desk):
    return [s["name"] for s in sorted(desk.cli("export")["stages"], key=lambda s: s["position"])]


def test_stages_and_search():
    with Desk() as desk:
        desk.write(Document().stage("prospect", "prospect", 0).stage("applied", "applied", 1).stage("closed", "closed", 2))
        app = desk.start(now=NOW, window=True)
        open_preferences(app)
        before = stages(desk)
        show(app, "Stages")
        app.set_text(app.find("text", "Add a stage", showing=True), "Trial day")
        app.click(app.find("text", "Add a stage", showing=True))
        app.key("End", "space", "BackSpace", "Return")
        drive.wait_for(lambda: stages(desk) == [*before[:2], "Trial day", before[2]], "the stage")
        drive.check(True, "a stage is added before what is closed")
        app.action(app.find("button", "Earlier: Trial day", showing=True))
        drive.wait_for(lambda: stages(desk)[1] == "Trial day", "the order")
        drive.check(True, "and moved")
        app.action(app.find("button", "Remove: Trial day", showing=True))
        drive.wait_for(lambda: stages(desk) == before, "the removal")
        app.find("label", "“Trial day” removed", showing=True)
        app.action(app.find("button", "Undo", showing=True))
        drive.wait_for(lambda: stages(desk)[1] == "Trial day", "undo")
        drive.check(True, "and removed, with undo")
        app.set_text(app.find("text", "Stage 1", showing=True), "Half a na")
        desk.write(Document().stage("offer", "offer", 4))
        app.find("text", "Stage 5", showing=True)
        drive.check(app.text(app.find("text", "Stage 1", showing=True)) == "Half a na", "a name that is being typed stays when another stage comes")
        app.focus_window()
        app.key("ctrl+f")
        app.type("telep")
        app.find("list item", "Telephone", showing=True)
        app.key("Return")
        app.find("text", "Telephone", showing=True)
        drive.check(True, "Ctrl+F finds a setting on whatever page it is")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_words_of_a_message():
    with Desk() as desk:
        desk.write(rejected())
        app = desk.start(now=NOW, window=True)
        open_preferences(app)
        show(app, "Messages")
        app.tab_to(app.find("list item", re.compile("^Ask for a referral, Mail(?!,)"), showing=True))
        app.key("Return")
        body = app.find("text", "Words of the message", showing=True)
        original = app.text(body)
        drive.check("Is there any other place" in original, "the words that come with Onward are shown")
        drive.check(not app.has_state(app.find("button", "Back to the original", showing=True), drive.State.SENSITIVE), "they are the original")
        app.key("ctrl+Home")
        app.type("Hello {nonsense} ")
        app.find("label", re.compile("nonsense.* is no slot that Onward knows"), showing=True)
        drive.check(True, "a slot that nobody knows is pointed out")
        app.key("ctrl+a")
        app.type("Dear {first_name}, where else would you look?")
        app.key("Escape")
        drive.wait_for(lambda: desk.cli("export").get("templates"), "the words")
        stored = desk.cli("export")["templates"][0]
        drive.check((stored["kind"], stored["channel"], stored["language"], stored["body"])
                    == ("referral-ask", "email", "en", "Dear {first_name}, where else would you look?"), "Escape goes back, and keeps the words")
        app.tab_to(app.find("list item", re.compile("^Ask for a referral, Mail, your own words"), showing=True))
        app.key("Return")
        app.find("text", "Words of the message", showing=True)
        back = app.find("button", "Back to the original", showing=True)
        app.wait_state(back, drive.State.SENSITIVE)
        app.tab_to(back, back=True)
        app.key("space")
        drive.wait_for(lambda: app.text(app.find("text", "Words of the message", showing=True)) == original, "the original")
        app.key("Escape")
        drive.wait_for(lambda: not desk.cli("export").get("templates"), "nothing of one's own")
        drive.check(True, "the original comes back, and nothing of one's own is stored")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_effect_apply_undo, test_switch_put_back_reset, test_hours_and_what_waits, test_details, test_words_of_a_message, test_stages_and_search)
