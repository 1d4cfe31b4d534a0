#!/usr/bin/python3
# fake_portal.py - a stand-in for the desktop portal: notifications and programs in the background
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: fake_portal.py [--notifications yes|no] [--background yes|refused|no]

Owns org.freedesktop.portal.Desktop, and prints a line of JSON for each call: [method, argument, ...]. As a module:

    with fake_portal.Portal(background="refused") as portal:
        call = portal.wait("AddNotification")       # the arguments of the newest, once there is one
"""
import argparse
import json
import os
import signal
import subprocess
import sys
import threading

from gi.repository import Gio, GLib

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
NOTIFICATION = """<interface name="org.freedesktop.portal.Notification">
  <method name="AddNotification"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
  <method name="RemoveNotification"><arg type="s" direction="in"/></method>
  <property name="version" type="u" access="read"/></interface>"""
BACKGROUND = """<interface name="org.freedesktop.portal.Background">
  <method name="RequestBackground"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
  <arg type="o" direction="out"/></method></interface>"""


class Server:
    def __init__(self, notifications, background):
        self.background = background
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        xml = (NOTIFICATION if notifications == "yes" else "") + (BACKGROUND if background != "no" else "")
        for interface in Gio.DBusNodeInfo.new_for_xml(f"<node>{xml}</node>").interfaces:
            self.bus.register_object(PATH, interface, self.call_cb, lambda *_: GLib.Variant("u", 1), None)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: print('["ready"]', flush=True), None)

    def call_cb(self, _bus, sender, _path, _interface, method, parameters, invocation):
        arguments = parameters.unpack()
        print(json.dumps([method, *arguments], default=str), flush=True)
        if method != "RequestBackground":
            invocation.return_value(None)
            return
        options = arguments[1]
        handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        allowed = self.background == "yes"
        results = {"background": GLib.Variant("b", allowed), "autostart": GLib.Variant("b", allowed and options["autostart"])}
        self.bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                             GLib.Variant("(ua{sv})", (0 if allowed else 1, results)))


class Portal:
    """The stand-in as a process of its own. Use it in a with statement."""

    def __init__(self, notifications="yes", background="yes"):
        words = ["--notifications", notifications, "--background", background]
        self.process = subprocess.Popen([sys.executable, os.path.abspath(__file__), *words], stdout=subprocess.PIPE, text=True)
        self.calls = []
        self.reader = threading.Thread(target=self._read)
        self.reader.start()
        self.wait("ready")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()

    def _read(self):
        for line in self.process.stdout:
            self.calls.append(json.loads(line))

    def find(self, method):
        """The arguments of each call of this method, oldest first."""
        return [call[1:] for call in list(self.calls) if call[0] == method]

    def wait(self, method, count=1, timeout=20):
        """The arguments of the newest call of this method, once there were so many."""
        import drive
        return drive.wait_for(lambda: (self.find(method)[-1:] or [None])[0] if len(self.find(method)) >= count else None,
                              f"{method} ({count}) of {self.calls}", timeout) if method != "ready" else drive.wait_for(
                                  lambda: self.find("ready"), "the portal", timeout)

    def hang(self, hangs=True):
        """Stop answering, or answer again."""
        self.process.send_signal(signal.SIGSTOP if hangs else signal.SIGCONT)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--notifications", default="yes")
    parser.add_argument("--background", default="yes")
    args = parser.parse_args()
    server = Server(args.notifications, args.background)
    GLib.MainLoop().run()
    del server


if __name__ == "__main__":
    main()
