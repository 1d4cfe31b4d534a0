#!/usr/bin/python3
# test-search-provider.py - the desktop's search finds what is in Onward, and opens it
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-search-provider.py ONWARD ONWARD-CLI DATA-FOLDER, as a meson test (TAP)"""
import configparser
import json
import os
import re
import shlex
import subprocess
import sys

from gi.repository import Gio, GLib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import APP_ID, ONWARD, Desk, has_name  # noqa: E402
from document import Document  # noqa: E402
import drive  # noqa: E402

DATA = sys.argv[3]
PATIENCE = 15_000
STRANGE = ['"', "*", "NEAR(", "name:x", "OR", "'; DROP TABLE contacts; --", "\\", "%s", "\x01", "💼", "a" * 100_000]


def read_ini(name):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(os.path.join(DATA, name))
    return parser


PROVIDER = read_ini(f"{APP_ID}.search-provider.ini")["Shell Search Provider"]


def call(method, signature, *arguments, path=PROVIDER["ObjectPath"], interface="org.gnome.Shell.SearchProvider2"):
    """What the shell does with what it read in the provider's file."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = bus.call_sync(PROVIDER["BusName"], path, interface, method, GLib.Variant(signature, arguments), None, 0, PATIENCE, None)
    return answer.unpack()[0] if answer.n_children() else None


def find(*terms):
    return call("GetInitialResultSet", "(as)", terms)


def describe(*identifiers):
    return call("GetResultMetas", "(as)", identifiers)


def names(*terms):
    return [meta["name"] for meta in describe(*find(*terms))]


def activate(action, *parameters):
    call("ActivateAction", "(sava{sv})", action, parameters, {}, path="/" + APP_ID.replace(".", "/"), interface="org.freedesktop.Application")


def windows():
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^(Onward|New .*)$"], capture_output=True, text=True, check=False)
    return found.stdout.split()


def network():
    """Two people, two companies, two opportunities; names that want to be more than names."""
    document = Document().company("labs", name="R&D <b>Labs</b>").company("helix", name="Helix Robotics", industry="Robots")
    document.contact("amara", name="Amara <i>Okafor</i> & co", headline="Lead\n engineer\t\u202e", company="labs", notes="Paddles a kayak")
    document.contact("ines", name="Inês " + "x" * 1_000_000, company="helix")
    document.opportunity("lead", title="Lead & <a href='x'>engineer</a>", company="helix", location="Porto")
    document.opportunity("other", title="Welder", company="labs")
    return document


class Service:
    """A file that lets the bus start the program, as the one that is installed does."""

    def __init__(self, desk):
        installed = configparser.ConfigParser(interpolation=None)
        installed.read(os.path.join(DATA, f"{APP_ID}.service"))
        words = shlex.split(installed["D-BUS Service"]["Exec"])
        environment = {**desk.env, "G_DEBUG": os.environ.get("DRIVE_G_DEBUG", "")}
        command = shlex.join(["/usr/bin/env", *(f"{k}={v}" for k, v in environment.items()), ONWARD, *words[1:]])
        self.path = os.path.join(os.environ["SESSION_DIR"], "services", f"{APP_ID}.service")
        with open(self.path, "w", encoding="utf-8") as f:
            f.write(f"[D-BUS Service]\nName={installed['D-BUS Service']['Name']}\nExec={command}\n")
        drive.run("dbus-update-activation-environment", "--all")
        self.reload()

    @staticmethod
    def reload():
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ReloadConfig", None, None, 0, 3000, None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.unlink(self.path)
        self.reload()
        if has_name():
            activate("quit")
            drive.wait_for(lambda: not has_name(), "the program to end", 15)


def test_started_by_the_search():
    with Desk() as desk:
        desk.write(network())
        with Service(desk):
            drive.check(not has_name(), "nobody runs Onward")
            found = find("amara")
            drive.check(len(found) == 1 and has_name(), f"a search starts it, and finds a person: {found}")
            meta = describe(*found)[0]
            drive.check(meta["name"] == "Amara <i>Okafor</i> & co", f"their name is text, as it was written: {meta['name']}")
            drive.check(meta["description"] == "Lead engineer · R&D <b>Labs</b>",
                        f"what tells them from others is one line: {meta['description']!r}")
            icon = Gio.Icon.deserialize(GLib.Variant("(sv)", (meta["icon"][0], GLib.Variant("as", meta["icon"][1]))))
            drive.check(icon.get_names()[0] == f"{APP_ID}-person-symbolic" and meta["id"] == found[0], "it has a person's icon")
            drive.check(names("kayak") == [meta["name"]], "notes are searched")
            drive.check(names("HELIX") == ["Inês " + "x" * 195 + "…", "Lead & <a href='x'>engineer</a>", "Helix Robotics"],
                        "a company's people, opportunities and the company itself are found, and a name is not endless")
            both = find("lead")
            drive.check(len(both) == 2, f"a word finds whoever has it: {both}")
            drive.check(call("GetSubsearchResultSet", "(asas)", both, ["lead", "welder"]) == [] and
                        call("GetSubsearchResultSet", "(asas)", both, ["lead", "hel"]) == [both[1]], "more words find less")
            drive.check(find() == find("") == find(" ", "") == [] and find("nobody-has-this") == [], "no word and no such word find nothing")
            drive.check(all(isinstance(find(word, "amara"), list) for word in STRANGE), "what is typed is words, never a query")
            drive.check(describe("contact:999", "contact:-1", "contact:1 OR 1", "contact:", "card:1", "", "contact") == [],
                        "what is not there, or no longer, is left out")
            drive.check(not windows(), "no window came")
            desk.cli("export")
        drive.check(not windows(), "and none is left behind")


def test_opens():
    with Desk() as desk:
        desk.write(network())
        app = desk.start("--gapplication-service", background=False)
        drive.wait_for(has_name, "the program")
        person, role, company = find("amara")[0], find("welder")[0], find("helix")[2]
        drive.check(not windows(), "until something is chosen there is no window")
        call("ActivateResult", "(sasu)", person, ["amara"], 0)
        app._connect(15)
        app.find("label", "Amara <i>Okafor</i> & co", showing=True)
        drive.check(True, "a person is opened")
        call("ActivateResult", "(sasu)", role, ["welder"], 0)
        app.find("label", "Welder", showing=True)
        drive.check(True, "an opportunity is opened")
        call("ActivateResult", "(sasu)", company, ["helix"], 0)
        app.find("label", re.compile("Helix Robotics"), showing=True)
        drive.check(True, "a company is opened")
        for gone in ("contact:999", "nothing", ""):
            call("ActivateResult", "(sasu)", gone, [], 0)
        call("LaunchSearch", "(asu)", ["amara", "kayak"], 0)
        entry = app.find("text", "Go to", showing=True)
        drive.wait_for(lambda: app.text(entry) == "amara kayak", "the words in the entry")
        app.find("list item", "Amara <i>Okafor</i> & co", showing=True)
        drive.check(True, "the search goes on in the window, with its words")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_menu_of_the_icon():
    actions = read_ini(f"applications/{APP_ID}.desktop")["Desktop Entry"]["Actions"].strip(";").split(";")
    shown = {"new-opportunity": "New Opportunity", "new-interview": "New Interview", "new-person": "New Person", "due": "Onward"}
    drive.check(sorted(actions) == sorted(shown), f"what the menu offers is tried here: {actions}")
    for action, title in shown.items():
        with Desk() as desk:
            desk.write(network())
            app = desk.start("--gapplication-service", background=False)
            drive.wait_for(has_name, "the program")
            activate(action)
            app._connect(15)
            app.find(name=re.compile(f"^{title}$", re.IGNORECASE), showing=True)
            drive.check(True, f"{action} shows “{title}”")
            drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_files():
    with Desk() as desk:
        path = os.path.join(desk.folder, "a search of mine.onward.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump(network().data, f)
        app = desk.start("--gapplication-service", background=False)
        drive.wait_for(has_name, "the program")
        call("Open", "(asa{sv})", [Gio.File.new_for_path(path).get_uri()], {}, path="/" + APP_ID.replace(".", "/"),
             interface="org.freedesktop.Application")
        app._connect(15)
        app.find("button", re.compile("^Import "), showing=True)
        drive.check(not desk.cli("export").get("contacts"), "a file that is opened is shown before it is imported")
        app.window_id = drive.wait_for(app._find_window, "the sheet")
        app.focus_window()
        app.key("ctrl+Return")
        drive.wait_for(lambda: len(desk.cli("export").get("contacts", ())) == 2, "the people of the file", 10)
        drive.check(True, "and then taken in")
        missing = desk.call(os.path.join(desk.folder, "missing.json"))
        app.find("label", "Nothing was imported", showing=True)
        drive.check(missing.returncode == 0, "a file can be given as a word; one that is not there is a matter of the window")


drive.main(test_started_by_the_search, test_opens, test_menu_of_the_icon, test_files)
