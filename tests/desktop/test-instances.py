#!/usr/bin/python3
# test-instances.py - one program a user, which goes on without a window
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-instances.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import gzip
import os
import re
import sqlite3
import sys

from gi.repository import Gio, GLib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import APP_ID, Desk, has_name  # noqa: E402
import drive  # noqa: E402
import notify_real


def windows(app):
    return drive.subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(app.process.pid)],
                                capture_output=True, text=True).stdout.split()


def test_second_raises_the_first():
    with Desk() as desk:
        app = desk.start()
        drive.wait_for(has_name, "the program")
        drive.check(not windows(app), "--background shows no window")
        second = desk.call()
        drive.check(second.returncode == 0, f"a second onward is content: {second.stderr}")
        drive.wait_for(lambda: windows(app), "the first one's window")
        drive.check(True, "the first one shows its window")
        again = desk.call("--background")
        drive.check(again.returncode == 0 and len(windows(app)) == 1, "--background leaves the one that runs alone")
        late = desk.call("--now", "2026-03-02T10:00")
        drive.check(late.returncode == 1 and "own clock" in late.stderr, "a clock cannot be set from outside")
        drive.check(app.quit() == 0, "Quit ends it")


def test_closed_window():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T09:59:50", window=True)
        app.find("list item", "Thank Amara, by tonight", showing=True)
        app.key("ctrl+w")
        drive.wait_for(lambda: not windows(app), "the window to close")
        dunst.wait("Thank Amara", timeout=30)
        drive.check(app.process.poll() is None, "alerts go on when the window is closed")
        desk.call()
        drive.wait_for(lambda: windows(app), "the window again")
        app.window_id = windows(app)[0]
        app.focus_window()
        app.key("ctrl+q")
        drive.check(app.process.wait(20) == 0, "Ctrl+Q ends it")
        drive.check(not app.warnings(), "without a warning")


def test_activated_by_the_bus():
    with notify_real.Dunst() as dunst, Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        app = desk.start("--gapplication-service", now="2026-03-02T09:59:58", background=False)
        drive.wait_for(has_name, "the program")
        dunst.wait("Thank Amara", timeout=20)
        drive.check(not windows(app), "started by the bus it raises alerts without a window")
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync(APP_ID, app.object_path, "org.freedesktop.Application", "Activate", GLib.Variant("(a{sv})", ({},)),
                      None, 0, 3000, None)
        drive.wait_for(lambda: windows(app), "the window")
        drive.check(app.quit() == 0, "and shows one when it is asked to")


def write_old_database(path, version):
    """What an Onward of version 1 left, or a newer one that said so."""
    fixture = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "schema", "schema-1.db.gz")
    with gzip.open(fixture) as old, open(path, "wb") as new:
        new.write(old.read())
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {version}")
    db.close()


def test_trouble():
    with Desk() as desk:
        poem, newer, older = (f"{desk.folder}/{name}" for name in ("poem.txt", "newer.db", "older.db"))
        with open(poem, "w", encoding="utf-8") as f:
            f.write("Not a database at all, but long enough to be taken for one: " * 20)
        write_old_database(newer, 4000)
        write_old_database(older, 1)
        with open(f"{desk.folder}/backups", "w", encoding="utf-8") as f:
            f.write("in the way of the copy")
        for path, words in ((poem, "is not an Onward database, and it was not changed"), (newer, "was written by a newer Onward"),
                            (older, "comes from an older Onward.*Nothing was changed")):
            with open(path, "rb") as f:
                before = f.read()
            app = desk.start("--database", path, window=True)
            app.find("label", "Your data cannot be opened")
            app.find("label", re.compile(f"^“{path}” .*{words}.*"))
            drive.check(True, f"refused in words: {words}")
            app.close()
            with open(path, "rb") as f:
                drive.check(f.read() == before, "and left as it was")


def test_answer_to_an_alert_from_before():
    """What the desktop kept showing is answered by a program that cannot open its data."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name, target in (("follow-up-snooze", GLib.Variant("x", 1)), ("follow-up-done", GLib.Variant("(xs)", (1, "email")))):
        with Desk() as desk:
            os.mkdir(f"{desk.folder}/onward", 0o700)
            with open(f"{desk.folder}/onward/onward.db", "w", encoding="utf-8") as f:
                f.write("Not a database at all, but long enough to be taken for one: " * 20)
            app = desk.start("--gapplication-service", background=False)
            drive.wait_for(has_name, "the program")
            bus.call_sync(APP_ID, app.object_path, "org.freedesktop.Application", "ActivateAction",
                          GLib.Variant("(sava{sv})", (name, [target], {})), None, 0, 3000, None)
            drive.wait_for(lambda: windows(app), "a window")
            drive.check(app.process.poll() is None, f"{name} of an old alert says in a window that the data cannot be opened")
            drive.check(app.quit() == 0, "which Quit closes")


def test_version():
    with Desk() as desk:
        call = desk.call("--version")
        drive.check(call.returncode == 0 and call.stdout.startswith("Onward "), "--version says it")
        drive.check(desk.call("--now", "yesterday").returncode == 2, "a time that is none is refused")


drive.main(test_second_raises_the_first, test_closed_window, test_activated_by_the_bus, test_trouble,
           test_answer_to_an_alert_from_before, test_version)
