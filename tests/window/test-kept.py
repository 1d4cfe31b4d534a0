#!/usr/bin/python3
# test-kept.py - sheets that are left keep what was typed, and an interview gets another opportunity, by keyboard and by name
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-kept.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"


def booked():
    document = Document().stage("interviewing", "interviewing", 0)
    for word in ("helix", "kestrel"):
        document.company(word).opportunity(word, company=word, title="Engineer", stage="interviewing")
    return document.interview("first", "2026-03-05T10:00:00+01:00", "2026-03-05T11:00:00+01:00", opportunity="helix", round=1)


def about(desk):
    interview = desk.cli("export")["interviews"][0]
    return interview["opportunity"], interview["round"]


def press(app, button):
    app.focus_window()
    app.tab_to(button)
    app.key("space")


def leave(app, field, text):
    """Types into a field of the sheet that opens, and presses Escape; waits for the word that it is kept."""
    entry = app.find("text", field, showing=True)
    app.click(entry)
    app.type(text)
    drive.wait_for(lambda: app.text(entry) == text, f"the text in {field}")
    app.key("Escape")
    app.wait_gone("text", field)
    return app.find("button", "Open Again", showing=True)


def test_interview(app, desk):
    app.key("ctrl+shift+i")
    again = leave(app, "Place", "Room 4")
    drive.check(len(desk.cli("export")["interviews"]) == 1, "Escape writes no interview down")
    press(app, again)
    drive.check(app.text(app.find("text", "Place", showing=True)) == "Room 4", "and keeps what was typed")
    app.key("Escape")
    app.wait_gone("text", "Place")
    app.focus_window()
    app.key("ctrl+shift+i")
    drive.check(app.text(app.find("text", "Place", showing=True)) == "Room 4", "which is there the next time too")
    app.tab_to(app.find("button", "Discard what was kept", showing=True))
    app.key("space")
    app.wait_gone("text", "Place")
    app.focus_window()
    app.key("ctrl+shift+i")
    drive.check(app.text(app.find("text", "Place", showing=True)) == "", "until it is discarded")
    drive.check(not app.find_all("button", "Discard what was kept", showing=True), "and then there is nothing to discard")
    app.key("Escape")
    app.wait_gone("text", "Place")
    app.focus_window()


def test_others(app):
    """The opportunity, a person and a follow-up of the user's own."""
    for keys, field in (("ctrl+shift+o", "Company"), ("ctrl+shift+p", "Name"), ("ctrl+shift+f", "What is to be done")):
        app.key(keys)
        leave(app, field, "Sable")
        app.focus_window()
        app.key(keys)
        drive.check(app.text(app.find("text", field, showing=True)) == "Sable", f"what is typed as {field} is kept when the sheet is left")
        app.tab_to(app.find("button", "Discard what was kept", showing=True))
        app.key("space")
        app.wait_gone("text", field)
        app.focus_window()


def test_about(app, desk):
    app.key("ctrl+3", "w")
    week = app.find("table", "Week", showing=True)
    app.tab_to(app.find(None, re.compile("^Monday"), root=week))
    app.key("Right", "Right", "Right", "Down", "Return")
    change = app.find("button", "Move or Change…", showing=True)
    app.tab_to(change)
    app.key("space")
    app.find("text", "Place", showing=True)
    app.tab_to(app.find("combo box", "About", showing=True), back=True)
    app.key("space")
    app.find("label", "Kestrel, Engineer", showing=True)
    drive.wait_for(lambda: any(i.has_state(drive.State.FOCUSED) and i.get_name() != "About" for i in app.find_all("list item", showing=True)),
                   "the focus in the list of opportunities")
    app.key("Home", "Return")
    drive.wait_for(lambda: not app.find_all("label", "A company alone", showing=True), "the list to close")
    app.wait_number(2, "label", "Kestrel, Engineer")
    drive.check(True, "the sheet says which opportunity it is about now")
    app.key("ctrl+Return")
    drive.wait_for(lambda: about(desk) == (uuid("kestrel"), 1), "the interview at the other opportunity")
    app.focus_window()
    drive.check(app.find("button", re.compile("^Kestrel, .*10:00"), root=app.find("table", "Week", showing=True)),
                "an interview that stood at another opportunity is changed in its sheet")
    app.key("ctrl+z")
    drive.wait_for(lambda: about(desk) == (uuid("helix"), 1), "the interview where it was")
    drive.check(True, "and one Ctrl+Z takes it back")


def wait_block(app):
    """Until the interview in the week has the focus."""
    app.wait_state(app.find("button", re.compile("^Helix, .*interview"), root=app.find("table", "Week", showing=True)), drive.State.FOCUSED)


def open_sheet(app):
    """Of the interview, from its block in the week."""
    wait_block(app)
    app.key("Return")
    change = app.find("button", "Move or Change…", showing=True)
    app.tab_to(change)
    app.key("space")
    return app.find("text", "Place", showing=True)


def test_moved_meanwhile(app, desk):
    """The place that was typed is kept; the time is that to which the interview was moved since."""
    open_sheet(app)
    leave(app, "Place", "Room 4")
    app.focus_window()
    wait_block(app)
    app.key("alt+shift+Down")
    drive.wait_for(lambda: desk.cli("export")["interviews"][0]["starts_at"] == "2026-03-05T10:15:00+01:00", "the interview a quarter of an hour later")
    app.find("button", re.compile("^Helix, .*10:15"), root=app.find("table", "Week", showing=True))
    place = open_sheet(app)
    drive.check(app.text(place) == "Room 4" and app.text(app.find("text", "Time", showing=True)) == "10:15",
                "an interview that was moved while its sheet was kept is not moved back by it")
    app.key("ctrl+Return")
    drive.wait_for(lambda: desk.cli("export")["interviews"][0].get("location") == "Room 4", "the place")
    drive.check(desk.cli("export")["interviews"][0]["starts_at"] == "2026-03-05T10:15:00+01:00", "and saving keeps both")
    app.wait_gone("text", "Place")
    app.focus_window()


def test_refused(app, desk):
    """A disk that cannot be written to, as far as a sheet can tell."""
    with desk.locked() as database:
        database.execute("CREATE TRIGGER refuse BEFORE INSERT ON interviews BEGIN SELECT RAISE (ABORT, 'no room left'); END")
    app.key("ctrl+shift+i")
    place = app.find("text", "Place", showing=True)
    app.click(place)
    app.type("Room 9")
    drive.wait_for(lambda: app.text(place) == "Room 9", "the text in Place")
    app.key("ctrl+Return")
    app.find("label", "Nothing was changed", showing=True)
    with desk.locked() as database:
        database.execute("DROP TRIGGER refuse")
    app.key("Escape")
    app.wait_gone("label", "Nothing was changed")
    drive.check(app.text(app.find("text", "Place", showing=True)) == "Room 9", "a sheet whose words cannot be stored comes back with them")
    app.focus_window()
    app.key("ctrl+Return")
    drive.wait_for(lambda: any(i.get("location") == "Room 9" for i in desk.cli("export")["interviews"]), "the interview in Room 9")
    app.wait_gone("text", "Place")
    drive.check(True, "and is gone once they are")
    app.focus_window()


def test_wide_again(app):
    """Left in a narrow window, and asked for again in a wide one."""
    drive.run("xdotool", "windowsize", "--sync", app.window_id, "370", "650")
    app.wait_gone("button", "New follow-up")
    app.key("ctrl+shift+f")
    leave(app, "What is to be done", "Sable")
    app.focus_window()
    drive.run("xdotool", "windowsize", "--sync", app.window_id, "1280", "800")
    app.find("button", "New follow-up", showing=True)
    app.key("ctrl+shift+f")
    drive.wait_for(lambda: app.measure(app.find("text", "What is to be done", showing=True))[2] > 370, "the sheet to be wide")
    drive.check(True, "a sheet that was left in a narrow window is as wide as others in a wide one")
    app.tab_to(app.find("button", "Discard what was kept", showing=True))
    app.key("space")
    app.wait_gone("text", "What is to be done")
    app.focus_window()


def test_kept():
    with Desk() as desk:
        desk.write(booked())
        app = desk.start(now=NOW, window=True)
        app.find("button", re.compile("^Helix, "), showing=True)
        test_interview(app, desk)
        test_others(app)
        test_about(app, desk)
        test_moved_meanwhile(app, desk)
        test_refused(app, desk)
        test_wide_again(app)
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_kept)
