#!/usr/bin/python3
# test-every-view.py - a walk through every view, in a language that nobody speaks and that runs right to left
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-every-view.py ONWARD ONWARD-CLI, as a meson test (TAP). Leaks are seen in a build with sanitizers.

The program speaks the language of lib/pseudo.py, which has no Latin letters: those that are left must stand in the sample
search. What they are compared with are whole names and texts of it, longest first."""
import functools
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
import accessibility  # noqa: E402
import drive  # noqa: E402
import pseudo  # noqa: E402
from tour import VIEWS, WINDOWS, Eyes, tour  # noqa: E402

ONWARD, CLI = sys.argv[1:3]
NOW = "2026-03-04T10:00"
SIZE = (1280, 800)
# proper names, units and what stands for itself in every language; and keys as GTK names them
OURS = ["Onward JSON", "Onward", "LinkedIn", "Connections.csv", "YYYY-MM-DD", "English", "Deutsch", "Français", "JSON", "CSV",
        "Shift", "Ctrl", "Alt", "Delete", "Escape", "Page Up", "Page Down", "Home", "Return", "Menu", "Space", "GMT",
        "No Results Found", "Try a different search.", "Avatar of"]      # libadwaita's own, in its own translations
# initials in a face, the zone an interview was written in, a part of an address, the part of a text in which a word was found
MEANT = re.compile(r"[A-Z]{2}|.* [A-Z]{3,4}|.*\bin/[a-z-]+|.*: ….*|.*….*|.*\{if concern\}.*", re.DOTALL)
TYPE = re.compile(r"(Gtk|Adw|Onward)[A-Z]\w+")      # what is not named at all is called by its type
PRESSED = {"push button", "button", "toggle button", "check box", "radio button", "switch", "entry", "combo box", "list item",
           "menu item", "page tab", "spin button", "slider"}
FOREIGN = {"shortcuts"}      # libadwaita made this window, and does not name its search
THEIRS = {("shortcuts", "toggle button", "Search")}      # which GTK 4.18 names in its own translation
SKIPPED = {"text"}      # what was typed or drafted: drafts are English where Onward has no words of its own in a language
LATIN = re.compile(r"[A-Za-z]{2,}")


def collect(value, found):
    """Every text of a document of Onward JSON."""
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str):
        found.add(value)
        found.update(value.split("\n"))
        found.add(value.removeprefix("https://"))          # addresses are shown without it
    elif not isinstance(value, (int, float, type(None))):
        for item in value:
            collect(item, found)


def read_sample(database):
    """A pattern of all that the user has written."""
    document = json.loads(subprocess.run([CLI, "--database", database, "--now", NOW, "export"], capture_output=True, text=True, check=True).stdout)
    found = set()
    collect(document, found)
    for person in document["contacts"]:
        found.update(person["name"].split())
    return re.compile("|".join(re.escape(t) for t in sorted(found | set(OURS), key=len, reverse=True) if len(t) > 1))


def make_judge(known):
    """A function that says whether a name has Latin letters that the user did not write; the same is asked often."""
    @functools.cache
    def is_ours(name):
        return bool(LATIN.search(name)) and not TYPE.fullmatch(name) and not MEANT.fullmatch(name) and bool(LATIN.search(known.sub(" ", name)))
    return is_ours


def is_nameless(app, item):
    """Whether nobody who cannot see it would know what it is for: it is not called something, nor is the button in it that
    takes the focus, nor, if it is a row, anything in it. What has no size is a row that waits to be used again."""
    parts = [part for part in item.walk() if item.role_name() == "list item" or part is item or part.role_name() == item.role_name()]
    return item.role_name() in PRESSED and all(not part.name.strip() or TYPE.fullmatch(part.name) for part in parts) \
        and app.is_shown(accessibility.Node(app.bus, app.accessible.name, item.path))



def test_half_a_screen(app):
    """Of a small laptop, and a table that is wider than that."""
    width = SIZE[0] // 2
    app.key("ctrl+1")
    app.key("ctrl+shift+t")
    table = app.find("tree table", showing=True)
    drive.run("xdotool", "windowsize", "--sync", app.window_id, str(width), str(SIZE[1]))

    def right(item):
        place = app.extents(item)
        return place[0] + place[2]
    drive.wait_for(lambda: right(app.find("button", pseudo.speak("Main menu"), showing=True)) <= width, "the layout")
    first = app.find("label", pseudo.speak("Company"), root=table)
    drive.wait_for(lambda: right(app.find("button", pseudo.speak("New opportunity"), showing=True)) <= width and width - 40 < right(first) <= width,
                   "the first button and the first column")
    drive.check(True, "half a screen has room for the header, and a table begins at the right")


def test_every_view():
    words = os.path.join(os.environ["SESSION_DIR"], "words")
    pseudo.make(words)
    with drive.App([ONWARD, "--sample", "--now", NOW, "--timezone", "Europe/Amsterdam"], app_id="io.github.onward_app.Onward.Sample",
                   env=pseudo.environment(words), leaks=True) as app:
        is_ours = make_judge(read_sample(os.path.join(os.environ["XDG_DATA_HOME"], "onward", "sample.db")))
        close = app.extents(app.find("page tab", pseudo.speak("Contacts")))
        drive.check(close[0] < app.extents(app.find("page tab", pseudo.speak("Pipeline")))[0], "the first view stands at the right")
        left, nameless, seen = {}, {}, []
        for stop in tour(Eyes(app, SIZE)):
            seen.append(stop)
            for item in accessibility.read_tree(app.accessible).values():
                if item.role_name() not in SKIPPED and (stop, item.role_name(), item.name) not in THEIRS and is_ours(item.name):
                    left.setdefault(f"{item.role_name()} {item.name}", stop)
                if stop not in FOREIGN and is_nameless(app, item):
                    nameless.setdefault(item.path, f"{stop}: {item.role_name()} {item.name}")
        drive.check(seen == [name for name, *_ in VIEWS + WINDOWS], "every view opens")
        drive.check(not left, "every word is translated, or the user's" + "".join(f"\n#   {stop}: {n}" for n, stop in left.items()))
        drive.check(not nameless, "whatever can be used has a name" + "".join(f"\n#   {n}" for n in nameless.values()))
        test_half_a_screen(app)
        drive.check(app.quit() == 0, "the program ends well, and gives back what it took")
        drive.check(not app.warnings(), "and printed no warning")


drive.main(test_every_view)
