#!/usr/bin/python3
# test-portal.py - inside the sandbox alerts go through the portal, outlive the program, and come by themselves if allowed
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-portal.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import sys
import types

from gi.repository import Gio, GLib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import APP_ID, ONWARD, Desk, has_name  # noqa: E402
import drive  # noqa: E402
import fake_portal  # noqa: E402

OBJECT = "/" + APP_ID.replace(".", "/")
INSIDE = {"GTK_USE_PORTAL": "1", "GIO_USE_PORTALS": "1"}     # of GLib 2.74, and of 2.84


def bus_call(name, path, interface, method, signature, *arguments):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = bus.call_sync(name, path, interface, method, GLib.Variant(signature, arguments), None, 0, 20000, None)
    return answer.unpack()


def click(action, target):
    """What a portal does when an alert is clicked: the bus starts the program if it has ended."""
    bus_call(APP_ID, OBJECT, "org.freedesktop.Application", "ActivateAction", "(sava{sv})", action, [target], {})


def install_service(desk, now):
    """As data/*.service.in, with this desk's data and a clock."""
    env = " ".join(f"{k}={v}" for k, v in {**desk.env, **INSIDE}.items())
    with open(f"{os.environ['SESSION_DIR']}/services/{APP_ID}.service", "w", encoding="utf-8") as f:
        f.write(f"[D-BUS Service]\nName={APP_ID}\n"
                f"Exec=/usr/bin/env {env} {ONWARD} --gapplication-service --now {now} --timezone Europe/Amsterdam\n")
    names = [name for name in os.environ if name.startswith(("GSETTINGS", "ONWARD", "XDG_", "G_", "GDK", "GSK", "LC_", "TZ", "DISPLAY", "XAUTH"))]
    bus_call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "UpdateActivationEnvironment", "(a{ss})",
             {name: os.environ[name] for name in names})
    bus_call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig", "()")


class Started(drive.App):
    """The program that the bus started."""

    def __init__(self):  # pylint: disable=super-init-not-called
        self.app_id, self.object_path, self.log_path = APP_ID, OBJECT, "/dev/null"
        self.bus = drive.accessibility.Bus()
        pid = bus_call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID", "(s)", APP_ID)[0]
        self.process = types.SimpleNamespace(pid=pid, poll=lambda: None)
        self._connect(15)

    def end(self):
        self.activate_action("quit")
        drive.wait_for(lambda: not has_name(), "the program to end")


def test_click_after_quit():
    with fake_portal.Portal() as portal, Desk() as desk:
        desk.env.update(INSIDE)
        desk.owe(("Thank Amara & co", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T10:00:00")
        ident, note = portal.wait("AddNotification")
        drive.check(ident.startswith("follow-up-"), f"an alert has an id that stays: {ident}")
        drive.check((note["title"], note["default-action"]) == ("Thank Amara & co", "app.follow-up-open"), f"it says what to do: {note}")
        drive.check("R&D <b>Labs</b>" in note["body"], "its text is text")
        buttons = {b["label"]: (b["action"], b["target"]) for b in note["buttons"]}
        number = note["default-action-target"]
        drive.check(buttons == {"Write": ("app.follow-up-write", number), "Done": ("app.follow-up-done", [number, "email"]),
                                "Snooze": ("app.follow-up-snooze", number)}, f"its buttons are the program's actions: {buttons}")
        drive.wait_for(lambda: not desk.unshown(), "the alert to be stored as shown")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")
        drive.check(not portal.find("RemoveNotification"), "the alert outlives it")
        install_service(desk, "2026-03-02T10:05:00")
        click("follow-up-open", GLib.Variant("x", number))
        started = Started()
        row = started.find("list item", "Thank Amara & co, by tonight", showing=True)
        started.wait_state(row, drive.State.FOCUSED)
        drive.check(True, "a click after Quit starts it and opens the item")
        drive.check(len(portal.find("AddNotification")) == 1, "and nothing is raised twice")
        started.end()
        click("follow-up-done", GLib.Variant("(xs)", (number, "email")))
        drive.wait_for(lambda: not desk.cli("due"), "the follow-up to be done")
        drive.check(True, "Done does it after Quit too")
        portal.wait("RemoveNotification")
        drive.check(portal.find("RemoveNotification") == [[ident]], "what was handled is withdrawn, by a process that did not raise it")
        Started.end(types.SimpleNamespace(activate_action=lambda name: bus_call(
            APP_ID, OBJECT, "org.gtk.Actions", "Activate", "(sava{sv})", name, [], {})))
        os.unlink(f"{os.environ['SESSION_DIR']}/services/{APP_ID}.service")
        bus_call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig", "()")


def test_no_portal():
    with Desk() as desk:
        desk.env.update(INSIDE)
        desk.owe(("Thank Amara", "2026-03-02T10:00"))
        app = desk.start(now="2026-03-02T10:00:00")
        app.wait_log("An alert cannot be shown now and is kept", 20)
        with fake_portal.Portal() as portal:
            drive.check(portal.wait("AddNotification")[1]["title"] == "Thank Amara", "a portal that comes later shows what was kept")
            drive.wait_for(lambda: not desk.unshown(), "the alert to be stored as shown")
            drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_autostart():
    for answer, told in (("yes", None), ("refused", "did not allow"), ("no", "cannot start programs")):
        with fake_portal.Portal(background=answer) as portal, Desk() as desk:
            desk.env.update(INSIDE)
            app = desk.start()
            drive.wait_for(has_name, "the program")
            app.activate_action("autostart")
            if answer != "no":
                options = portal.wait("RequestBackground")[1]
                drive.check((options["autostart"], options["commandline"]) == (True, ["onward", "--background"]), "the portal is asked to start it")
            if told:
                app.wait_log(told, 10)
                drive.check(True, f"{answer}: said in words")
            else:
                app.activate_action("autostart")
                drive.check(portal.wait("RequestBackground", 2)[1]["autostart"] is False, "and asked not to when it is turned off")
            drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_native_autostart():
    entry = f"{os.environ['XDG_CONFIG_HOME']}/autostart/{APP_ID}.desktop"
    with Desk() as desk:
        app = desk.start()
        drive.wait_for(has_name, "the program")
        drive.check(not os.path.exists(entry), "nothing starts by itself before it was asked for")
        app.activate_action("autostart")
        drive.wait_for(lambda: os.path.exists(entry), "the entry")
        with open(entry, encoding="utf-8") as f:
            command = next(line for line in f if line.startswith("Exec=")).strip()
        drive.check(command == f"Exec={os.path.realpath(ONWARD)} --background", f"the desktop starts it in the background: {command}")
        app.activate_action("autostart")
        drive.wait_for(lambda: not os.path.exists(entry), "the entry to go")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_click_after_quit, test_no_portal, test_autostart, test_native_autostart)
