#!/usr/bin/python3
# test-no-server.py - without a notification server, or with one that hangs, nothing freezes and nothing is lost
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-no-server.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import json
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

AT_ONCE = 18 if drive.SANITIZED else 5      # seconds; a call to a server that hangs is given up after 25
OWNER = """
from gi.repository import Gio, GLib
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName",
              GLib.Variant("(su)", ("org.freedesktop.Notifications", 0)), None, 0, 3000, None)
print("owner", flush=True)
GLib.MainLoop().run()
"""


FAKE = """
import json, signal, sys
from gi.repository import Gio, GLib
XML = '''<node><interface name="org.freedesktop.Notifications">
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method></interface></node>'''
refuses = sys.argv[1] == "refuses"
def call_cb(bus, sender, path, interface, method, parameters, invocation):
    global refuses
    if method == "GetServerInformation":
        invocation.return_value(GLib.Variant("(ssss)", ("plain", "test", "1", "1.2")))
    elif method == "GetCapabilities":
        invocation.return_value(GLib.Variant("(as)", (["body"] + (["actions"] if sys.argv[1] == "buttons" else []),)))
    elif method == "CloseNotification":
        invocation.return_value(None)
    else:
        arguments = parameters.unpack()
        print(json.dumps([refuses, arguments[3], arguments[4], arguments[5]]), flush=True)
        if refuses:
            invocation.return_dbus_error("org.freedesktop.Notifications.Error.Full", "There are too many already")
        else:
            invocation.return_value(GLib.Variant("(u)", (1,)))
def take_cb():
    global refuses
    refuses = False
    return True
def press_cb():
    bus.emit_signal(None, "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "ActionInvoked", GLib.Variant("(us)", (1, "snooze")))
    return False
def own(method, *flags):
    bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", method,
                  GLib.Variant("(su)" if flags else "(s)", ("org.freedesktop.Notifications", *flags)), None, 0, 3000, None)
def come_again_cb():
    own("ReleaseName")
    own("RequestName", 0)
    GLib.timeout_add(1000, press_cb)
    return True
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, take_cb)
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR2, come_again_cb)
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/org/freedesktop/Notifications", Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], call_cb, None, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.Notifications", 0, lambda *_: print('["ready"]', flush=True), None)
GLib.MainLoop().run()
"""


class PlainServer:
    """A notification server without buttons and markup, which refuses alerts if it is told to, until it is to take them."""

    def __init__(self, refuses, buttons=False):
        self.process = subprocess.Popen([sys.executable, "-c", FAKE, "refuses" if refuses else "buttons" if buttons else "takes"], stdout=subprocess.PIPE, text=True)
        assert self.read() == ["ready"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def read(self):
        return json.loads(self.process.stdout.readline())

    def take(self):
        """Take what comes from now on, and say whether it came."""
        self.process.send_signal(signal.SIGUSR1)
        while self.read()[0]:
            pass
        return True


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
            drive.check(time.monotonic() - before < AT_ONCE, "the window is alive while the server hangs")
            app.wait_log("An alert cannot be shown now and is kept", 40)
        with notify_real.Dunst() as dunst:
            dunst.wait("Thank Amara", timeout=30)
            drive.check(len(dunst._shown()) == 1, "another server shows the alert, once")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_plain_server():
    with Desk() as desk, PlainServer(refuses=True) as server:
        desk.owe(("Thank Amara & co", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T10:00:00", window=True)
        drive.check(server.read() == [True, "Thank Amara & co", "R&D <b>Labs</b>\nby tonight", []],
                    "a server that knows neither buttons nor markup is given neither")
        app.find("label", re.compile("^This desktop refused the last alert"), showing=True)
        drive.check(True, "the window says that it was refused")
        drive.check(server.take(), "and the alert is tried again, until it is taken")
        drive.wait_for(lambda: not desk.unshown(), "the alert to be stored as shown")
        app.activate_action("alerts")
        app.find("label", "Alerts are working", showing=True)
        app.find("label", re.compile("shows alerts without buttons"), showing=True)
        drive.check(True, "the page says that there are no buttons")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_told_again():
    """The bus tells of the server, late or again, and it is the one that shows the alert."""
    with PlainServer(refuses=False, buttons=True) as server, Desk() as desk:
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T10:00:00")
        server.read()
        drive.wait_for(lambda: not desk.unshown(), "the alert to be stored as shown")
        server.process.send_signal(signal.SIGUSR2)
        drive.wait_for(lambda: desk.follow_up("f0").get("snoozed_until"), "the snooze")
        drive.check(True, "an alert keeps its buttons when the bus tells of its server once more")
        drive.check(app.quit() == 0, "the program ends well")


def test_quit_while_hanging():
    with Desk() as desk, HungServer():
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T10:00:00", window=True)
        drive.wait_for(lambda: desk.follow_up("f0").get("raised_for"), "the alert to be decided")
        before = time.monotonic()
        code = app.quit()
        drive.check(code == 0 and time.monotonic() - before < AT_ONCE, "Quit does not wait for a server that hangs")
        app.close()
    with notify_real.Dunst() as dunst:
        with Desk() as fresh:
            fresh.folder, fresh.env = desk.folder, desk.env
            app = fresh.start(now="2026-03-02T10:05:00")
            dunst.wait("Thank Amara", timeout=30)
            drive.check(app.quit() == 0, "what was decided and not shown is raised by the next start")


drive.main(test_no_server, test_plain_server, test_told_again, test_hung_server, test_quit_while_hanging)
