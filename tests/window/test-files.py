#!/usr/bin/python3
# test-files.py - files in and out of the window: a preview before an import, undo, what is dropped, export, backup
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-files.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import fcntl
import glob
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import ONWARD, Desk, Document  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Amara,Okafor,https://www.linkedin.com/in/amara,,Helix,Engineering manager,12 Mar 2024
Jonas,Lindqvist,https://www.linkedin.com/in/jonas,,Fjord Energy,Hiring manager,7 Feb 2022
Birgit,Solheim,https://www.linkedin.com/in/birgit,,Fjord Energy,Engineer,7 Feb 2022
,,https://www.linkedin.com/in/nobody,,Nowhere,Nobody,7 Feb 2022
"""
# A window of another program from which a file is dragged.
DRAG_SOURCE = """
import sys
import gi
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk
Gtk.init()
value = GObject.Value(Gdk.FileList, Gdk.FileList.new_from_list([Gio.File.new_for_path(p) for p in sys.argv[1:]]))
source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
source.connect("prepare", lambda *_: Gdk.ContentProvider.new_for_value(value))
window = Gtk.Window(title="drag source", decorated=False, default_width=120, default_height=80)
label = Gtk.Label(label="file")
label.add_controller(source)
window.set_child(label)
window.present()
GLib.MainLoop().run()
"""


def write(desk, name, text):
    path = os.path.join(desk.folder, name)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return path


def refocus(app):
    app.window_id = drive.wait_for(app._find_window, "a window")
    app.focus_window()


def names(desk):
    return sorted(c["name"] for c in desk.cli("export").get("contacts", []))


def test_import():
    with Desk() as desk:
        desk.write(Document().company("helix", name="Helix").contact("amara", name="Amara Okafor", company="helix"))
        if "ONWARD_SANITIZED" in os.environ:
            desk.env["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        app = desk.start(now=NOW, window=True)
        app.find("button", "New follow-up", showing=True)
        app.key("ctrl+o")
        app.choose_file(write(desk, "Connections.csv", CONNECTIONS))
        app.find("button", "Import 3 people", showing=True)
        refocus(app)
        app.find("label", "Connections.csv from LinkedIn", showing=True)
        drive.check(app.find("label", "new people", showing=True) and app.find("list item", re.compile("^Birgit Solheim, Engineer, Fjord Energy · connected .*February.2022")),
                    "an import shows who is new before anything is changed")
        app.tab_to(app.find(None, "Filled in", showing=True))
        app.key("space")
        app.find("list item", re.compile("^Amara Okafor"), showing=True)
        app.key("Tab", "space")
        drive.check(app.find("list item", re.compile("^Line 5, "), showing=True), "who would be filled in, and what cannot be read")
        drive.check(names(desk) == ["Amara Okafor"], "and nothing was changed")
        app.key("ctrl+Return")
        drive.wait_for(lambda: len(names(desk)) == 3, "the people")
        app.find("label", "2 added, 1 updated", showing=True)
        refocus(app)
        app.key("ctrl+z")
        drive.wait_for(lambda: names(desk) == ["Amara Okafor"], "undo")
        drive.check(True, "Ctrl+Z takes it back")
        app.key("ctrl+shift+z")
        drive.wait_for(lambda: len(names(desk)) == 3, "redo")
        app.key("ctrl+o")
        app.choose_file(os.path.join(desk.folder, "Connections.csv"))
        app.find("label", "Everyone here is known already", showing=True)
        drive.check(True, "the same file again would change nothing, and says so")
        refocus(app)
        app.key("Escape")
        refocus(app)
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def drop(app, path, role, name):
    """Drag a file from another program's window onto the middle of this one, and give what it answers with."""
    before = set(drive.run("xdotool", "search", "--onlyvisible", "--name", ".").split())
    source = subprocess.Popen(["/usr/bin/python3", "-c", DRAG_SOURCE, path])
    try:
        found = drive.wait_for(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^drag source$"],
                                                      capture_output=True, text=True, check=False).stdout.split(), "the other window")
        drive.check(found[-1] not in before, "another program has a window")
        drive.run("xdotool", "windowmove", found[-1], "20", "20")
        drive.run("xdotool", "windowraise", found[-1])
        app.drag((80, 60), (620, 370), steps=18)
        answer = app.find(role, name, showing=True)  # until then the other program has to give the file
    finally:
        source.kill()
        source.wait()
    refocus(app)
    return answer


def test_drop():
    with Desk() as desk:
        desk.write(Document().company("helix", name="Helix"))
        other = {"format": "onward", "version": 1, "contacts": [{"id": "7d44d8d0-93a1-4ad8-b2e0-000000000001", "name": "Zoë Nguyễn"}]}
        app = desk.start(now=NOW, window=True)
        app.find("button", "New follow-up", showing=True)
        drive.check(drop(app, write(desk, "other.json", json.dumps(other)), "button", "Import 1 entry")
                    and app.find("list item", "People, 1", showing=True), "a file of Onward that is dropped on the window says what is in it")
        app.key("ctrl+Return")
        drive.wait_for(lambda: names(desk) == ["Zoë Nguyễn"], "the person")
        app.wait_gone("button", "Import 1 entry")
        refocus(app)
        drive.check(drop(app, write(desk, "poem.txt", "Shall I compare thee\n"), "label", re.compile("^This is no file that Onward knows")),
                    "of any other one sentence says that it is not known")
        app.key("Escape")
        refocus(app)
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def make_file_manager(desk):
    """A program that the desktop opens folders with; it writes down what it is given."""
    program, said = pathlib.Path(desk.folder, "file-manager"), pathlib.Path(desk.folder, "folder-shown")
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > {said}.part && mv {said}.part {said}\n', encoding="utf-8")
    program.chmod(0o700)
    applications = pathlib.Path(desk.folder, "applications")
    applications.mkdir()
    (applications / "files.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Files\nExec={program} %u\nMimeType=inode/directory;\n", encoding="utf-8")
    (applications / "mimeapps.list").write_text("[Default Applications]\ninode/directory=files.desktop\n", encoding="utf-8")
    return said


def test_export_and_backup():
    with Desk() as desk:
        shown = make_file_manager(desk)
        desk.write(Document().company("helix", name="Helix").contact("amara", name="Amara Okafor", company="helix"))
        if "ONWARD_SANITIZED" in os.environ:
            desk.env["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        app = desk.start(now=NOW, window=True)
        app.find("button", "New follow-up", showing=True)
        path = os.path.join(desk.folder, "all.json")
        app.key("ctrl+s")
        app.choose_file(path, "Save")
        drive.wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 0, "the file")
        refocus(app)
        drive.check(app.find("label", "Everything is in all.json", showing=True), "Ctrl+S exports")
        with open(path, encoding="utf-8") as f:
            exported = json.load(f)
        expected = desk.cli("export")
        drive.check({**exported, "exported_at": None} == {**expected, "exported_at": None}, "everything, as onward-cli does")
        app.key("ctrl+shift+s")
        app.find("label", re.compile("^Backed up as onward-version-"), showing=True)
        drive.check(not shown.exists(), "no folder opens by itself")
        app.action(app.find("button", "Show in Files", showing=True))
        folder = drive.wait_for(lambda: shown.exists() and shown.read_text(encoding="utf-8"), "the folder of the copy")
        drive.check(folder == os.path.join(desk.folder, "onward", "backups"), "and the toast leads to its folder")
        copies = glob.glob(os.path.join(desk.folder, "onward", "backups", "*.db"))
        with sqlite3.connect(f"file:{copies[0]}?mode=ro", uri=True) as copy:
            drive.check(len(copies) == 1 and copy.execute("SELECT name FROM contacts").fetchall() == [("Amara Okafor",)],
                        "Ctrl+Shift+S makes a copy that is whole")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def give(desk, path):
    """A file for the program that runs, as the desktop would give it."""
    subprocess.run([os.fsencode(ONWARD), path], env={**os.environ, **desk.env}, timeout=30 * drive.PATIENCE, check=True)


def windows(app):
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(app.process.pid)], capture_output=True, text=True, check=False).stdout


def test_closed_meanwhile():
    with Desk() as desk:
        desk.write(Document().company("helix", name="Helix"))
        path = write(desk, "Connections.csv", CONNECTIONS)
        app = desk.start(now=NOW, window=True)
        app.find("button", "New follow-up", showing=True)
        with open(f"{desk.folder}/onward/onward.db-lock", "r+b") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            give(desk, path)
            app.find("label", "Reading the file…", showing=True)
            app.key("ctrl+w")
            drive.wait_for(lambda: not windows(app), "the window to close")
        drive.check(names(desk) == [], "a window that is closed before a file was read changes nothing")
        drive.check(not windows(app), "and no preview opens of itself")
        give(desk, path)
        drive.check(app.find("button", "Import 3 people", showing=True), "the file is read in the next window")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_name_of_bytes():
    """A file from an old archive, whose name is in no encoding of today."""
    with Desk() as desk:
        desk.write(Document().company("helix", name="Helix"))
        path = os.fsencode(desk.folder) + b"/caf\xe9.csv"
        with open(path, "w", encoding="utf-8") as f:
            f.write(CONNECTIONS)
        app = desk.start(now=NOW, window=True)
        app.find("button", "New follow-up", showing=True)
        give(desk, path)
        drive.check(app.find("label", re.compile("^caf.* from LinkedIn$"), showing=True), "the name of a file is shown as far as it can be read")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_brought_up_to_date_by_another():
    with Desk() as desk:
        desk.write(Document().company("helix", name="Helix"))
        app = desk.start(now=NOW, window=True)
        app.find("button", "New follow-up", showing=True)
        with sqlite3.connect(os.path.join(desk.folder, "onward", "onward.db")) as database:
            database.execute("PRAGMA user_version = 99")
        app.find("label", re.compile("^Another Onward has brought this search up to date"), showing=True)
        drive.check(app.quit() == 0, "a window whose data a newer Onward has changed says so")


drive.main(test_brought_up_to_date_by_another, test_import, test_drop, test_export_and_backup, test_closed_meanwhile, test_name_of_bytes)
