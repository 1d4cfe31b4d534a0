#!/usr/bin/python3
# test-panel-of-five.py - a panel of five asks for five thank-yous; four are written and sent, one is left
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-panel-of-five.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T11:30"
PANEL = {"amara": "Amara Okafor", "birgit": "Birgit Solheim", "chen": "Chen Wei", "jonas": "Jonas Lindqvist", "zoe": "Zoë Nguyễn"}
SAID = {"amara": "that she began on the night shift", "birgit": "how the first turbine was lost", "chen": "the joke about the relay",
        "jonas": "why he left research", "zoe": "her week with the fishermen"}


def panel():
    """An hour with five people; Birgit has a doubt, and Zoë is keeping bees."""
    document = Document().profile(name="Ela Novak").company("fjord", name="Fjord Energy")
    for word, name in PANEL.items():
        document.contact(word, name=name, company="fjord", emails=[{"label": "work", "value": f"{word}@fjord.example"}],
                         hooks=["Keeps bees"] if word == "zoe" else [])
    people = [(word, {"role": "interviewer", "memorable": SAID[word], **({"concern": {"text": "no night shifts"}} if word == "birgit" else {})})
              for word in PANEL]
    return (document.opportunity("role", company="fjord", title="Control engineer")
            .interview("talk", "2026-03-02T10:00:00+01:00", "2026-03-02T11:00:00+01:00", opportunity="role", kind="panel", status="held",
                       people=people, debrief={"written_at": "2026-03-02T11:20:00+01:00"}))


def owed(desk):
    """Who is to be thanked."""
    return sorted(d["contact_name"] for d in desk.cli("due", now=NOW) if d["rule"] == "thank-you")


def message(app):
    return app.find("text", "Message", showing=True)


def text(app):
    return app.text(message(app))


def go_to(app, name):
    """To somebody's row of the Due pane, by keyboard."""
    app.key("ctrl+4")
    row = app.find("list item", re.compile(f"^Thank {name},"), showing=True)
    for _ in range(12):
        if app.has_state(row, drive.State.FOCUSED):
            return
        app.key("Down")
        drive.time.sleep(0.05)
    app.wait_state(row, drive.State.FOCUSED)


def answer(app, slot, words):
    """What the selected slot asks for."""
    drive.wait_for(lambda: slot in message(app).get_description(), f"the slot {slot!r}")
    app.type(words)
    drive.wait_for(lambda: words in text(app), f"{words!r} in the message")


def dismiss(app, slot):
    drive.wait_for(lambda: slot in message(app).get_description(), f"the slot {slot!r}")
    before = text(app)
    app.key("Delete")
    drive.wait_for(lambda: text(app) != before, f"{slot!r} to go")


def thank(app, word):
    """One thank-you, from its row to what was sent."""
    go_to(app, PANEL[word])
    app.key("w")
    drive.wait_for(lambda: SAID[word] in text(app), f"what {word} said")
    drive.check(not [other for other in PANEL if other != word and SAID[other] in text(app)], f"the draft to {PANEL[word]} says nothing of the others")
    drive.check(("night shifts" in text(app)) == (word == "birgit"), f"a concern is in the draft to {PANEL[word]} only if they raised it")
    answer(app, "why you are right for it", f"I can answer {word} in a way of its own")
    app.key("F8")
    if word == "birgit":
        answer(app, "your answer to their concern", "I asked for them twice")
        app.key("F8")
    dismiss(app, "what you wish you had said")
    app.key("F8")
    dismiss(app, "an idea")
    app.wait_state(app.find("button", "Mark as sent", showing=True), drive.State.SENSITIVE)
    app.key("ctrl+Return")
    app.wait_gone("text", "Message")


def test_panel():
    with Desk() as desk:
        desk.write(panel())
        drive.check(owed(desk) == sorted(PANEL.values()), "a panel of five asks for five thank-yous")
        app = desk.start(now=NOW, window=True)
        for word in ("amara", "birgit", "chen"):
            thank(app, word)
        drive.check(owed(desk) == ["Jonas Lindqvist", "Zoë Nguyễn"], "what was sent is no longer owed")

        go_to(app, "Zoë Nguyễn")
        app.key("w")
        answer(app, "why you are right for it", "I can answer amara in a way of its own")
        app.find("label", "Amara Okafor was sent the same sentence.", showing=True)
        drive.check(True, "the same sentence to two people is pointed out")
        app.key("alt+Left")
        app.wait_gone("text", "Message")
        app.key("ctrl+2")
        go_to(app, "Zoë Nguyễn")
        app.key("w")
        drive.wait_for(lambda: "I can answer amara" in text(app), "the draft")
        drive.check(True, "a draft that was left is there again")
        dismiss(app, "what you wish you had said")
        app.key("F8")
        dismiss(app, "an idea")
        app.wait_state(app.find("button", "Mark as sent", showing=True), drive.State.SENSITIVE)
        app.key("ctrl+Return")
        app.wait_gone("text", "Message")

        drive.check(owed(desk) == ["Jonas Lindqvist"], "four are sent, and one is left")
        touches = desk.cli("export", now=NOW)["touches"]
        drive.check(sorted(t["contacts"][0] for t in touches) == sorted(uuid(w) for w in ("amara", "birgit", "chen", "zoe")), "each is a touch of its own")
        drive.check(all(t["kind"] == "thank-you" and t["channel"] == "email" and t["body"] for t in touches), "with its channel and its words")
        drive.check(not any(SAID["jonas"] in t["body"] for t in touches), "and nothing was written to the fifth")
        drive.check(app.find("list item", re.compile("^Thank Jonas Lindqvist,"), showing=True), "who is still in the Due pane")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_panel)
