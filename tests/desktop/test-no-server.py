#!/usr/bin/python3
# test-no-server.py - without a notification server, or with one that hangs, nothing freezes and nothing is lost
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-no-server.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import re
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk  # noqa: E402
import drive  # noqa: E402
import notify_real  # noqa: E402

OWNER = """
from gi.repository import Gio, GLib
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName",
              GLib.Variant("(su)", ("org.freedesktop.Notifications", 0)), None, 0, 3000, None)
print("owner", flush=True)
GLib.MainLoop().run()
"""


class HungServer:
    """Owns the notification server's name and never answers: it is stopped."""

    def __enter__(self):
        self.process = subprocess.Popen([sys.executable, "-c", OWNER], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == "owner\n"
        self.process.send_signal(signal.SIGSTOP)
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


def test_no_server():
    with Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T10:00:00", window=True)
        app.wait_log("An alert cannot be shown now and is kept", 20)
        app.find("list item", "Thank Amara, by tonight", showing=True)
        drive.check(True, "without a server the Due pane shows what is due")
        with notify_real.Dunst() as dunst:
            dunst.wait("Thank Amara", timeout=30)
            drive.check(len(dunst._shown()) == 1, "the alert is raised when there is a server, once")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_hung_server():
    with Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        with HungServer():
            app = desk.start(now="2026-03-02T10:00:00", window=True)
            drive.wait_for(lambda: desk.follow_up("f0").get("raised_for"), "the alert to be decided")
            before = time.monotonic()
            app.key("ctrl+2")
            app.find("text", re.compile("Search people"), showing=True, timeout=5)
            drive.check(time.monotonic() - before < 5, "the window is alive while the server hangs")
            app.wait_log("An alert cannot be shown now and is kept", 40)
        with notify_real.Dunst() as dunst:
            dunst.wait("Thank Amara", timeout=30)
            drive.check(len(dunst._shown()) == 1, "another server shows the alert, once")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_quit_while_hanging():
    with Desk() as desk, HungServer():
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T10:00:00", window=True)
        drive.wait_for(lambda: desk.follow_up("f0").get("raised_for"), "the alert to be decided")
        before = time.monotonic()
        code = app.quit()
        drive.check(code == 0 and time.monotonic() - before < 5, "Quit does not wait for a server that hangs")
        app.close()
    with notify_real.Dunst() as dunst:
        with Desk() as fresh:
            fresh.folder, fresh.env = desk.folder, desk.env
            app = fresh.start(now="2026-03-02T10:05:00")
            dunst.wait("Thank Amara", timeout=30)
            drive.check(app.quit() == 0, "what was decided and not shown is raised by the next start")


drive.main(test_no_server, test_hung_server, test_quit_while_hanging)
