#!/usr/bin/python3
# test-capture.py - an interview, its debrief and the page of an opportunity, by keyboard
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-capture.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def kestrel(stage="interviewing"):
    return (Document().stage("screening", "screening", 0).stage("interviewing", "interviewing", 1)
            .stage("closed", "closed", 2).company("kestrel")
            .opportunity("motion", company="kestrel", title="Staff engineer", stage=stage))


def held(*people):
    """The interview at Kestrel that ended a quarter of an hour ago."""
    document = kestrel()
    for word in people:
        document.contact(word, company="kestrel")
    return document.interview("panel", "2026-03-02T08:45:00+01:00", "2026-03-02T09:45:00+01:00", opportunity="motion",
                              people=[(word, {"role": "interviewer"}) for word in people])


def card(app, company):
    return app.find("button", re.compile(f"^{company}, "), showing=True)


def open_page(app, company):
    app.tab_to(card(app, company))
    app.key("Return")
    return app.find("button", "Add interview", showing=True)


def interview(desk, word=None):
    interviews = desk.cli("export").get("interviews", [])
    return next((i for i in interviews if word is None or i["id"] == uuid(word)), None)


def name_of(desk, identifier):
    return next(c["name"] for c in desk.cli("export")["contacts"] if c["id"] == identifier)


def stage_of(desk):
    return desk.cli("export")["opportunities"][0]["stage"]


def test_panel_of_three():
    with Desk() as desk:
        desk.write(kestrel("screening"))
        app = desk.start(now=NOW, window=True)
        add = open_page(app, "Kestrel")
        app.tab_to(add)
        app.key("Return")
        name = app.find("text", "Name of person 1", showing=True)
        app.set_text(app.find("text", "Time", showing=True), "2 pm")
        app.tab_to(name)
        app.type("Diego Parra")
        app.key("Return")
        app.find("text", "Name of person 2", showing=True)
        app.type("Yusuf Demir")
        app.key("Tab", "space")
        drive.wait_for(lambda: app.find_all("label", "Hiring manager", showing=True), "the list of roles")
        app.key("Down", "Return")
        drive.wait_for(lambda: len(app.find_all("label", "Hiring manager", showing=True)) == 1, "the role that was chosen")
        app.tab_to(app.find("text", "Name of person 2", showing=True), back=True)
        app.key("Return")
        app.find("text", "Name of person 3", showing=True)
        app.type("Tove Madsen")
        app.wait_number(3, "label", "New contact")
        drive.check(True, "Enter asks for the next person, and says who is new")
        app.find(None, re.compile("^Move to [Ii]nterviewing$"), showing=True, state=drive.State.CHECKED)
        drive.check(True, "an opportunity before the stage of interviews goes there with it")
        app.key("ctrl+Return")
        drive.wait_for(lambda: interview(desk), "the interview")
        stored = interview(desk)
        drive.check((stored["starts_at"], stored["ends_at"], stored["zone"])
                    == ("2026-03-03T14:00:00+01:00", "2026-03-03T15:00:00+01:00", "Europe/Amsterdam"), "the time is as it was typed")
        drive.check([name_of(desk, p["contact"]) for p in stored["people"]] == ["Diego Parra", "Yusuf Demir", "Tove Madsen"],
                    "three names became three contacts")
        drive.check([p.get("role") for p in stored["people"]] == [None, "hiring-manager", None], "and the role was chosen by keyboard")
        drive.check(stage_of(desk) == uuid("interviewing"), "the opportunity moved with its first interview")
        app.find("list item", re.compile("^Video call with Diego Parra"), showing=True)
        rules = [f["rule"] for f in desk.cli("due", now="2026-03-03T15:10")]
        drive.check(rules.count("thank-you") == 3 and rules.count("debrief") == 1, "when it is over, three thank-yous and a debrief are owed")
        app.focus_window()
        app.key("ctrl+z")
        drive.wait_for(lambda: interview(desk) is None, "undo", timeout=15)
        drive.check(not desk.cli("export").get("contacts") and stage_of(desk) == uuid("screening"),
                    "Ctrl+Z takes all of it back, the contacts and the move too")
        app.wait_gone("list item", re.compile("^Video call with"))
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_an_invitation_is_typed():
    """From the top to the bottom, as the mail says it: when, who, where."""
    with Desk() as desk:
        desk.write(kestrel().contact("t", name="Tove Madsen", company="kestrel"))
        app = desk.start(now=NOW, window=True)
        app.tab_to(open_page(app, "Kestrel"))
        app.key("Return")
        app.find("text", "Name of person 1", showing=True)
        app.key("Tab")
        app.key("ctrl+a")
        app.type("14:30")
        drive.wait_for(lambda: app.text(app.find("text", "Time", showing=True)) == "14:30", "the time, after the day that had the focus")
        app.tab_to(app.find("text", "Name of person 1", showing=True), limit=6)
        app.type("Diego Parra <diego@kestrel.example>, tove madsen <tove@kestrel.example>")
        app.key("Return")
        app.find("text", "Name of person 2", showing=True)
        app.find("label", "Known, Kestrel", showing=True)
        app.tab_to(app.find_inner(re.compile("^Day, ")), limit=14, back=True)
        drive.check(app.text(app.find("text", "Name of person 1", showing=True)) == "Diego Parra <diego@kestrel.example>",
                    "each has a row, with the address that came along")
        app.key("ctrl+Return")
        drive.wait_for(lambda: interview(desk), "the interview")
        people = {c["name"]: [e["value"] for e in c.get("emails", [])] for c in desk.cli("export")["contacts"]}
        drive.check(people == {"Diego Parra": ["diego@kestrel.example"], "Tove Madsen": ["tove@kestrel.example"]},
                    "a mail address that came with a name is how they are reached")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_whom_a_name_means():
    with Desk() as desk:
        document = kestrel().company("orrery").company("sable")
        document.contact("a", name="Ana Ruiz", company="orrery").contact("b", name="Ana Ruiz", company="sable")
        document.contact("c", name="Tove Madsen", company="kestrel")
        desk.write(document)
        app = desk.start(now=NOW, window=True)
        app.tab_to(open_page(app, "Kestrel"))
        app.key("Return")
        app.tab_to(app.find("text", "Name of person 1", showing=True))
        app.type("tove madsen")
        app.find("label", "Known, Kestrel", showing=True)
        app.key("Return")
        app.find("text", "Name of person 2", showing=True)
        app.type("Ana Ruiz")
        app.find("label", "Several people have this name", showing=True)
        save = app.find("button", "Save", showing=True)
        drive.check(not app.has_state(save, drive.State.SENSITIVE), "a name that several have is a question")
        which = app.find_inner(re.compile(r"^Which Ana Ruiz\?"))
        app.tab_to(which)
        app.key("space")
        app.find("menu item", "Ana Ruiz · Sable", showing=True)
        app.key("Down", "Return")
        app.wait_state(save, drive.State.SENSITIVE)
        app.key("ctrl+Return")
        drive.wait_for(lambda: interview(desk), "the interview")
        drive.check([p["contact"] for p in interview(desk)["people"]] == [uuid("c"), uuid("b")], "the one who is known and the one who was chosen")
        drive.check(len(desk.cli("export")["contacts"]) == 3, "nobody is doubled")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


class Keys:
    """Presses keys and counts them: what a hand does."""
    def __init__(self, app):
        self.app = app
        self.presses = 0
        self.letters = 0

    def key(self, *keys):
        self.app.key(*keys)
        self.presses += len(keys)

    def type(self, text):
        self.app.type(text)
        self.letters += len(text)

    def on(self, name, role="text"):
        """The focus has come to where it should."""
        field = self.app.find(role, name, showing=True)
        drive.wait_for(lambda: self.app.has_state(field, drive.State.FOCUSED), f"the focus on {name}")
        return field


def test_debrief():
    """A panel of three by keys alone: Tab and Enter go from field to field, Ctrl+Enter saves."""
    with Desk() as desk:
        desk.write(held("jonas", "birgit"))
        app = desk.start(now=NOW, window=True)
        card(app, "Kestrel")
        keys = Keys(app)
        keys.key("ctrl+d")
        app.find("text", "Hook of Jonas", showing=True)
        keys.key("space", "space", "space")
        app.find(None, re.compile("^Clicked 2, with Jonas"), showing=True)
        keys.key("Tab")
        keys.type("Restoring a wooden boat")
        keys.key("Return")
        keys.type("Few PLC projects")
        keys.key("Tab")
        keys.on("How your answer to Jonas went")
        keys.type("relay story")
        keys.key("Tab", "3")
        app.find(None, re.compile("^Clicked 3, with Birgit"), showing=True)
        keys.key("0", "Tab", "Tab")
        keys.on("Concern of Birgit")
        keys.key("Tab")
        keys.on("Somebody else you met")
        keys.type("Gina Pavone")
        keys.key("Return")
        app.find("text", "Hook of Gina Pavone", showing=True)
        keys.on("Somebody else you met")
        keys.key("Return", "space")
        app.find("text", "Day, as YYYY-MM-DD", showing=True)
        keys.type("2026-03-13")
        keys.key("Return")
        app.find("button", re.compile("^An answer by, Friday"), showing=True)
        app.wait_gone("text", "Day, as YYYY-MM-DD")
        keys.key("Tab", "Tab")
        keys.on("Three that went well, 1")
        keys.type("Explained the safety case clearly")
        keys.key("Tab", "Tab", "Tab", "Tab")
        keys.on("Three to do differently, 2")
        keys.type("Draw before talking")
        keys.key("Return", "Return")
        keys.on("Another question they asked")
        keys.type("Why us?")
        keys.key("Return", "Tab", "space", "Tab", "Tab")
        keys.on("Let go of")
        keys.type("The late tram")
        keys.key("ctrl+Return")
        drive.wait_for(lambda: interview(desk)["debrief"].get("written_at") if interview(desk).get("debrief") else None, "the debrief")
        stored = interview(desk)
        jonas, birgit, gina = stored["people"]
        drive.check((jonas["clicked"], jonas["rapport"], jonas["memorable"]) == (True, 2, "Restoring a wooden boat"), "it clicked, so much, and why")
        drive.check(jonas["concern"] == {"text": "Few PLC projects", "reaction": "relay story"}, "the concern, and how it went")
        drive.check(not birgit.get("clicked") and gina["name_verified"] == "heard", "who else was met is added, the name heard")
        drive.check(stored["promise"] == {"on": "2026-03-13", "given_on": "2026-03-02"}, "the promise was given in the interview")
        drive.check(stored["debrief"] == {"well": ["Explained the safety case clearly"], "differently": ["Draw before talking"], "by_the_book": True,
                                          "let_go": True, "let_go_of": "The late tram", "written_at": "2026-03-02T10:00:" + stored["debrief"]["written_at"][17:]},
                    "and what went well, what to do differently, what to let go of")
        drive.check(stored["questions"] == [{"text": "Why us?"}], "and what was asked")
        people = {c["name"]: c for c in desk.cli("export")["contacts"]}
        drive.check(people["Jonas"]["hooks"] == ["Restoring a wooden boat"], "the hook stays with the person")
        drive.check((people["Jonas"]["tier"], people["Birgit"]["tier"]) == ("monthly", "quarterly"), "everyone met is kept in touch with")
        rules = {f["rule"]: f for f in desk.cli("due", "--days", "30")}
        drive.check("debrief" not in rules and rules["decision-check-in"]["remind_at"] == "2026-03-16T09:00", "the debrief is done, the check-in waits for the promise")
        drive.check(keys.presses <= 40, f"{keys.presses} presses beside {keys.letters} letters of text: two minutes")
        card(app, "Kestrel")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_nothing_typed_is_lost():
    """The program is killed while a debrief is being typed."""
    with Desk() as desk:
        desk.write(held("jonas"))
        app = desk.start(now=NOW, window=True)
        card(app, "Kestrel")
        app.key("ctrl+d")
        app.find("text", "Hook of Jonas", showing=True)
        app.key("2", "Tab")
        app.type("A boat")
        drive.wait_for(lambda: "A boat" in desk.kept(), "what is typed is on the disk")
        app.process.kill()
        app.process.wait()
        drive.check(not interview(desk)["people"][0].get("memorable"), "nothing was written down")
        app = desk.start(now=NOW, window=True)
        card(app, "Kestrel")
        app.key("ctrl+d")
        hook = app.find("text", "Hook of Jonas", showing=True)
        drive.check(app.text(hook) == "A boat" and app.find(None, re.compile("^Clicked 2, with Jonas"), showing=True), "but it is there again after kill -9")
        app.key("ctrl+Return")
        drive.wait_for(lambda: (interview(desk).get("debrief") or {}).get("written_at"), "the debrief")
        drive.wait_for(lambda: "A boat" not in desk.kept(), "what is written down is not kept twice")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_later():
    with Desk() as desk:
        desk.write(held("jonas"))
        app = desk.start(now=NOW, window=True)
        card(app, "Kestrel")
        app.key("ctrl+d")
        app.tab_to(app.find("text", "Hook of Jonas", showing=True))
        app.type("A boat")
        app.key("Escape")
        drive.wait_for(lambda: interview(desk)["people"][0].get("memorable") == "A boat", "what was typed")
        drive.check(not (interview(desk).get("debrief") or {}).get("written_at"), "Later keeps what was typed, and it still is to be written")
        drive.check("debrief" in [f["rule"] for f in desk.cli("due")], "so it is still owed")
        app.key("ctrl+d")
        hook = app.find("text", "Hook of Jonas", showing=True)
        drive.check(app.text(hook) == "A boat", "and it is there the next time")
        app.key("Escape")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_page():
    with Desk() as desk:
        desk.write(held("jonas", "birgit"))
        app = desk.start(now=NOW, window=True)
        open_page(app, "Kestrel")
        app.find("list item", re.compile("^Jonas, Interviewer"), showing=True)
        app.find("list item", re.compile("^Thank Jonas"), showing=True)
        drive.check(app.find("label", re.compile("^Because .*Jonas"), showing=True), "what is owed says why")
        salary = app.find("button", "Edit facts", showing=True)
        app.tab_to(salary)
        app.key("space")
        entry = app.find("text", "Company", showing=True)
        app.key("Escape")
        app.tab_to(app.find("list item", re.compile("^Salary: "), showing=True))
        app.key("F2")
        app.type("72000 to 80000")
        app.key("Return")
        drive.wait_for(lambda: desk.cli("export")["opportunities"][0].get("salary") == "72000 to 80000", "the salary")
        app.find("list item", "Salary: 72000 to 80000", showing=True)
        drive.check(entry is not None, "a fact is edited where it stands")
        app.key("ctrl+z")
        drive.wait_for(lambda: "salary" not in desk.cli("export")["opportunities"][0], "undo")
        app.find("list item", "Salary: Not known yet", showing=True)
        drive.check(app.find("button", re.compile("^Write: Thank Jonas"), showing=True), "a message is written from here")
        app.tab_to(app.find_inner(re.compile("^More about: Thank Jonas")), back=True)
        app.key("space")
        app.find("menu item", "Done", showing=True)
        app.key("Return")
        app.tab_to(app.find("button", re.compile("mail", re.I), showing=True))
        app.key("space")
        app.wait_gone("list item", re.compile("^Thank Jonas"))
        drive.check([t["channel"] for t in desk.cli("export")["touches"]] == ["email"], "done here asks how it was sent, and writes the touch")
        app.find("panel", re.compile("^You thanked Jonas, Today"), showing=True)
        drive.check(True, "which is in the timeline at once")
        app.tab_to(app.find_inner("More about: Check in with Kestrel"), limit=80)
        app.key("space")
        app.find("menu item", "Snooze", showing=True)
        app.key("Down", "Return")
        app.find("menu item", "Until tonight", showing=True)
        app.key("Up", "Return")
        app.wait_state(app.find("text", "Day, as YYYY-MM-DD", showing=True), drive.State.FOCUSED)
        app.key("ctrl+a")
        app.type("2026-03-20")
        app.key("Return")
        drive.check(app.find("label", re.compile("^Snoozed until Friday.20.March"), showing=True), "a follow-up is snoozed until any day")
        app.focus_window()
        app.key("Escape")
        card(app, "Kestrel")
        drive.check(True, "Escape goes back to the board")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_panel_of_three, test_an_invitation_is_typed, test_whom_a_name_means, test_debrief, test_nothing_typed_is_lost, test_later, test_page)
