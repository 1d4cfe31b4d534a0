#!/usr/bin/python3
# test-help.py - the shortcuts window says all keys, and they are true; help and about; also in a narrow window
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-help.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"
# The keys of the design, as they are read aloud.
KEYS = """
Pipeline, Ctrl+1|Contacts, Ctrl+2|Calendar, Ctrl+3|Due, Ctrl+4|Show or hide the Due pane, F9|Quick switcher, Ctrl+K|Search, Ctrl+F
New, by what is shown, Ctrl+N|New opportunity, Shift+Ctrl+O|New person, Shift+Ctrl+P|New interview, Shift+Ctrl+I|New follow-up, Shift+Ctrl+F
Debrief of the latest interview without one, Ctrl+D|Board, Shift+Ctrl+B|Table, Shift+Ctrl+T|Undo, Ctrl+Z|Redo, Shift+Ctrl+Z
Done, Ctrl+Return|Save what a sheet asks for, Ctrl+Return|Mark as sent, Ctrl+Return|Write, W, Ctrl+E|Snooze, S|Skip, Delete|Select all, Ctrl+A
Move to the stage before or after, Shift+Ctrl+Left, Shift+Ctrl+Right|Move within the stage, Shift+Ctrl+Up, Shift+Ctrl+Down
Move to a stage, Ctrl+M|Set the outcome, Shift+Ctrl+R|Edit a fact, rename a stage, F2|More, Menu, Shift+F10|Write, Ctrl+E
Add a hook, Ctrl+H|Add a note, Ctrl+L|Next open slot, F8|Previous open slot, Shift+F8|Copy all, Shift+Ctrl+C|Print, Ctrl+P|Open in mail, Shift+Ctrl+M
Back, Alt+Left|Back, close a sheet, Escape|Earlier, later, Page Up, Page Down|Start, Home|Today, T|Month, week, agenda, M, W, A
Move by a day or 15 minutes, Shift+Alt+Left, Shift+Alt+Right, Shift+Alt+Up, Shift+Alt+Down|Import a file, Ctrl+O|Export everything, Ctrl+S
Back up now, Shift+Ctrl+S|Preferences, Ctrl+,|Keyboard shortcuts, Ctrl+?|Help, F1|Main menu, F10|Close the window; alerts go on, Ctrl+W|Quit, Ctrl+Q
Header, view, Due pane in turn, F6
"""


def refocus(app):
    app.window_id = drive.wait_for(app._find_window, "a window")
    app.focus_window()


def plain(name):
    return name.replace("Ctrl+Shift", "Shift+Ctrl").replace("Alt+Shift", "Shift+Alt").replace("Page_", "Page ")


def test_shortcuts():
    with Desk() as desk:
        desk.write(Document().company("helix", name="Helix"))
        app = desk.start(now=NOW, window=True)
        app.find("button", "New follow-up", showing=True)
        drive.run("xdotool", "windowsize", "--sync", app.window_id, "360", "640")
        app.wait_gone("button", "New follow-up")
        app.key("ctrl+question")
        app.find("list item", "Quick switcher", showing=True)
        refocus(app)
        left, _, width, _ = app.find("frame", "Keyboard Shortcuts").get_extents()
        width += 2 * left       # GTK 4.18 counts the shadow on both sides
        drive.check(width <= 360, f"the window of shortcuts is as narrow as the other: {width}")
        shown = {plain(a.get_name() + ", " + a.get_description()) for a in app.find_all("list item")}
        missing = [k for line in KEYS.split("\n") for k in line.split("|") if k and k not in shown]
        drive.check(not missing, f"it says every key of the design: {missing}")
        app.key("Escape")
        app.wait_gone("list item", "Quick switcher")
        refocus(app)
        main = app.window_id
        app.key("F1")
        app.find("label", "Nothing is lost", showing=True)
        drive.run("xdotool", "windowfocus", "--sync", main)
        app.key("F1")
        refocus(app)
        app.wait_number(1, "frame", "Help", showing=False)
        drive.check(True, "F1 opens the guide, which a screen reader is told of")
        app.key("Escape")
        app.wait_gone("label", "Nothing is lost")
        refocus(app)
        app.key("ctrl+shift+i")
        app.find("label", re.compile("^(New|Add an|Book an)? ?[Ii]nterview"), showing=True)
        drive.check(True, "Ctrl+Shift+I asks for an interview, and not for the inspector")
        refocus(app)
        app.key("Escape")
        refocus(app)
        app.activate_action("about")
        app.find(None, re.compile("What.s New"))
        drive.check(app.quit() == 0 and not app.warnings(), "About says what is new, and the program ends without a warning")


drive.main(test_shortcuts)
