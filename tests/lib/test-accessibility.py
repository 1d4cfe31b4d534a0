#!/usr/bin/python3
# test-accessibility.py - a widget that went is said to be gone, and one that comes in its place is found again
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-accessibility.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import re
import sys

from board import NOW, board, card, cards
from desk import Desk
import accessibility
import drive


def is_gone(question):
    try:
        question()
    except accessibility.Gone:
        return True
    return False


def remove_and_bring_back(app, company, meanwhile):
    """A card goes, and another one comes in its place."""
    app.tab_to(card(app, company))
    app.key("Menu")
    app.choose("Remove")
    app.wait_gone("button", re.compile(f"^{company}, "))
    meanwhile()
    app.key("ctrl+z")
    return card(app, company)


def test_gone():
    with Desk() as desk:
        desk.write(board(("ada", "Ada", "prospect"), ("bix", "Bix", "prospect")))
        app = desk.start(now=NOW, window=True)
        found = card(app, "Ada")
        very, others = found.as_found(), app.find_all("button", re.compile("^Ada, "))

        def ask_what_went():
            for what, ask in (("name", very.get_name), ("role", very.get_role_name), ("place", very.get_extents), ("parent", very.get_parent),
                              ("children", very.get_children), ("actions", very.get_actions), ("text", very.get_text),
                              ("state", lambda: very.has_state(drive.State.FOCUSED)), ("click", lambda: app.click(others[0]))):
                drive.check(is_gone(ask), f"asked for its {what}, a widget that went is gone")
            drive.check(is_gone(found.get_name), "so is one that was looked for, as long as nothing is in its place")
            drive.check(is_gone(lambda: app.find_all("text", root=very)), "and so is what is looked for inside it")
            app.wait_state(very, drive.State.FOCUSED, wanted=False)
            app.wait_gone("label", root=very)
            drive.check(True, "what is gone has no state, and nothing in it")
        remove_and_bring_back(app, "Ada", ask_what_went)
        drive.check(is_gone(very.get_name), "a widget that went does not come back")
        drive.check(found.get_name().startswith("Ada, ") and found != very, "what was looked for is what is in its place now")
        drive.check(others[0].get_name() == found.get_name(), "and so is one of all that were found")
        app.click(others[0])
        app.find("button", "Add interview", showing=True)
        drive.check(True, "and can be clicked")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")
        drive.check(is_gone(app.accessible.get_name) and is_gone(lambda: app.names("button")), "so is a program that ended")


class Changing:
    """Where a bus would be: a program that has made the widget anew each time one looks, so many times."""

    def __init__(self, times):
        self.times, self.asked = times, []

    def call(self, _name, path, *_):
        self.asked.append(path)
        if path != f"/{self.times}":
            raise accessibility.Gone(path)
        return accessibility.GLib.Variant("(s)", ("an answer",))

    def find(self):
        return accessibility.Node(self, ":1", f"/{len(self.asked)}")


def test_made_anew_again():
    bus = Changing(3)
    node = accessibility.Node(bus, ":1", "/0", bus.find)
    drive.check(node.call("Text", "GetText") == ("an answer",) and bus.asked == ["/0", "/1", "/2", "/3"],
                "a widget that is made anew while it is found again is found again")
    bus = Changing(1)
    node = accessibility.Node(bus, ":1", "/0", lambda: accessibility.Node(bus, ":1", "/0"))
    drive.check(is_gone(lambda: node.call("Text", "GetText")) and len(bus.asked) == 2, "one that is there and does not answer is asked once more")


def test_idle():
    """Two threads, of which one only waits for the other: the program is busy until both have nothing to do."""
    program = "import sys, threading\nt = threading.Thread(target=lambda: all(range(1, 10 ** 10)))\nt.daemon = True\nt.start()\nt.join()"
    busy = drive.subprocess.Popen([sys.executable, "-c", program])
    quiet = drive.subprocess.Popen(["cat"], stdin=drive.subprocess.PIPE)
    try:
        drive.wait_for(lambda: len(drive.os.listdir(f"/proc/{busy.pid}/task")) == 2, "the thread")
        always, start = True, drive.seconds_of_work(busy.pid)
        while drive.seconds_of_work(busy.pid) < start + 0.2:
            always &= drive.is_busy(busy.pid)
        drive.check(always, "a program is busy while any of its threads is")
        drive.wait_for(lambda: not drive.is_busy(quiet.pid), "it to wait for input")
        drive.check(not drive.is_busy(quiet.pid), "and is not when all of them wait")
    finally:
        for process in busy, quiet:
            process.kill()
            process.communicate()


def test_broken_call():
    with Desk() as desk:
        app = desk.start(now=NOW, window=True)
        try:
            app.accessible.call("Accessible", "GetChildren", "(s)", "one argument too many")
        except accessibility.GLib.Error as e:
            drive.check(not isinstance(e, accessibility.Gone), f"a call that is wrong is no widget that went: {e.message}")
        drive.check(app.quit() == 0, "the program ends")


drive.main(test_made_anew_again, test_idle, test_gone, test_broken_call)
