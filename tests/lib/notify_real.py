#!/usr/bin/python3
# notify_real.py - a real notification daemon to test alerts with
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests desktop notifications against a real notification daemon, dunst, in a private session.

usage: notify_real.py [--summary PATTERN] [--action KEY] [--timeout SECONDS] -- COMMAND [ARGUMENT...]

Starts dunst, runs COMMAND (which must lead to a notification, at once or later), waits for one whose summary
matches PATTERN (a regular expression; default any), prints it as JSON, invokes its action KEY if given, then
closes all and prints dunst's history. COMMAND is ended afterwards. Exit code 0, or 1 if nothing came in time.
Outside `session` it starts itself in one. As a module:

    with notify_real.Dunst() as dunst:
        ...                                         # make the application send it
        note = dunst.wait("Follow-up due")          # note.id, .summary, .body, .urgency, .app_name, .actions
        dunst.invoke(note, "snooze")

How it works: dunst runs a `script` for each notification it shows, which records what dunst understood, and a
`dmenu` program for its context menu; ours lists the actions, or picks the line that ends in [ID,KEY].
Needs: dunst 1.9 or later, python3-gi.
"""
import argparse
import contextlib
import dataclasses
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

from waiting import PATIENCE

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
CONTROL = "org.dunstproject.cmd0"       # what dunstctl talks to; called directly, as dunstctl needs busctl for some
RECORD = """#!/bin/sh
# dunst describes the notification in DUNST_* variables
t=$(mktemp "{dir}/tmp.XXXXXX") && env -0 > "$t" && mv "$t" "{dir}/shown/$(date +%s%N)"
"""
PICK = """#!/bin/sh
# dunst gives lines '#Label (Summary) [id,key]' and reads back the chosen one
cat > "{dir}/offered.tmp"
w=$(cat "{dir}/wanted")
if [ -n "$w" ]; then awk -v w="$w" 'length($0) >= length(w) && substr($0, length($0) - length(w) + 1) == w {{ print; exit }}' "{dir}/offered.tmp"; fi
(echo "$w"; cat "{dir}/offered.tmp") > "{dir}/offered.new" && mv "{dir}/offered.new" "{dir}/offered"
"""
CONFIG = """[global]
    monitor = 0
    follow = none
    width = 360
    origin = top-right
    offset = 10x10
    font = {font}
    markup = full
    history_length = 100
    idle_threshold = 0
    always_run_script = true
    dmenu = {dir}/pick
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
[record]
    summary = "*"
    script = {dir}/record
"""
ACTION_LINE = re.compile(r"^#(?P<label>.*)\) \[(?P<id>\d+),(?P<key>.*)\]$")   # the label and summary need telling apart


@dataclasses.dataclass
class Note:
    """A notification as dunst understood it. The body is markup, as sent: a bare '&' in it is the sender's error."""

    id: int
    summary: str
    body: str
    urgency: str
    app_name: str
    desktop_entry: str
    actions: dict       # key -> label


class Dunst:
    """A dunst of its own on the session bus. Use it in a with statement."""

    def __init__(self, font="Cantarell 11", settings=""):
        """settings: more lines for the end of the dunstrc."""
        self.dir = tempfile.mkdtemp(prefix="dunst.", dir=os.environ.get("SESSION_DIR"))
        os.mkdir(os.path.join(self.dir, "shown"))
        for name, text, mode in (("record", RECORD, 0o755), ("pick", PICK, 0o755),
                                 ("dunstrc", CONFIG + settings.replace("{", "{{").replace("}", "}}"), 0o644), ("wanted", "", 0o644)):
            path = os.path.join(self.dir, name)
            with open(path, "w", encoding="utf-8") as f:
                f.write(text.format(dir=self.dir, font=font))
            os.chmod(path, mode)
        self._log = open(os.path.join(self.dir, "log"), "w", encoding="utf-8")
        # Its own warnings, about an icon for example, are nobody's failure here.
        env = {name: value for name, value in os.environ.items() if name != "G_DEBUG"}
        self.process = subprocess.Popen(["dunst", "-config", os.path.join(self.dir, "dunstrc")], env=env,
                                        stdin=subprocess.DEVNULL, stdout=self._log, stderr=subprocess.STDOUT)
        self._bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self._wait(self._is_up, "dunst to start", 10 * PATIENCE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def _call(self, interface, method, arguments=None):
        return self._bus.call_sync(NAME, PATH, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 3000, None).unpack()

    def _is_up(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"dunst ended with exit code {self.process.returncode}, see {self._log.name}")
        try:
            return self._call(NAME, "GetServerInformation")[0] == "dunst"
        except GLib.Error:
            return False

    @staticmethod
    def _wait(condition, what, timeout):
        end = time.monotonic() + timeout
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"timed out after {timeout} s waiting for {what() if callable(what) else what}")
            time.sleep(0.03)

    def _shown(self):
        """One dictionary of DUNST_* variables for each notification so far, oldest first; an update is one more."""
        notes = []
        folder = os.path.join(self.dir, "shown")
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as f:
                pairs = (v.decode(errors="replace").partition("=") for v in f.read().split(b"\0") if v.startswith(b"DUNST_"))
                notes.append({k[len("DUNST_"):].lower(): value for k, _, value in pairs})
        return notes

    def _context(self, wanted):
        """Open the context menu, choose the line that ends in wanted ('' for none), return all lines."""
        offered = os.path.join(self.dir, "offered")
        with open(os.path.join(self.dir, "wanted.new"), "w", encoding="utf-8") as f:
            f.write(wanted)
        os.replace(f.name, os.path.join(self.dir, "wanted"))

        def answer():
            """Of the menu that was asked for this: one that opened late was asked for something else."""
            with contextlib.suppress(FileNotFoundError), open(offered, encoding="utf-8") as f:
                asked, *lines = f.read().split("\n")
                return lines if asked == wanted and lines else None
        for _ in range(20):     # dunst ignores the call while an earlier menu is still closing
            with contextlib.suppress(FileNotFoundError):
                os.unlink(offered)
            if self.displayed() == 0:
                return []
            self._call(CONTROL, "ContextMenuCall")
            try:
                lines = self._wait(answer, "dunst's context menu", 1.0)
            except AssertionError:          # ignored, or nothing on the screen has an action
                continue
            time.sleep(0.1)                 # for the menu to close
            return [line for line in lines if line]
        return []

    def actions(self, note_id, summary):
        """The actions the shown notification offers: {key: label}."""
        found = {}
        for m in map(ACTION_LINE.match, self._context("")):
            if m and int(m["id"]) == note_id:
                found[m["key"]] = m["label"].removesuffix(f" ({summary}")
        return found

    def wait(self, summary="", timeout=10, count=1):
        """Wait until count notifications (updates count too) had a matching summary; return the newest as a Note."""
        def find():
            found = [n for n in self._shown() if re.search(summary, n.get("summary", ""))]
            return found[-1] if len(found) >= count else None
        n = self._wait(find, lambda: f"notification {summary!r} (seen: {[n.get('summary') for n in self._shown()]})", timeout * PATIENCE)
        number = int(n["id"])
        return Note(number, n.get("summary", ""), n.get("body", ""), n.get("urgency", ""), n.get("app_name", ""),
                    n.get("desktop_entry", ""), self.actions(number, n.get("summary", "")))

    def invoke(self, note, key):
        """Choose an action as a person would from dunst's menu; dunst sends ActionInvoked at once,
        NotificationClosed only with its next event (another notification, close_all())."""
        lines = self._context(f"[{note.id},{key}]")
        assert any(line.endswith(f"[{note.id},{key}]") for line in lines), f"action {key!r} is not offered, only {lines}"

    def displayed(self):
        """How many notifications are on the screen."""
        return self._call("org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (CONTROL, "displayedLength")))[0]

    def close_all(self):
        """Dismiss all, as a person would: reason 2."""
        self._call(CONTROL, "NotificationCloseAll")

    def history(self):
        """The closed notifications, newest first, as dictionaries."""
        return self._call(CONTROL, "NotificationListHistory")[0]

    def stop(self):
        """End dunst: from now on sending fails, which an application must survive."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()
        self._log.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--summary", default="", metavar="PATTERN")
    parser.add_argument("--action", metavar="KEY")
    parser.add_argument("--timeout", type=float, default=10, metavar="SECONDS")
    parser.add_argument("command", nargs="+", metavar="COMMAND")
    args = parser.parse_args()
    if "SESSION_DIR" not in os.environ:
        session = os.path.join(os.path.dirname(os.path.abspath(__file__)), "session")
        os.execv(session, [session, "--", sys.executable, os.path.abspath(sys.argv[0]), *sys.argv[1:]])
    with Dunst() as dunst:
        process = subprocess.Popen(args.command, stdin=subprocess.DEVNULL)
        try:
            note = dunst.wait(args.summary, args.timeout)
            print(json.dumps(dataclasses.asdict(note), ensure_ascii=False), flush=True)
            if args.action:
                dunst.invoke(note, args.action)
                print("invoked", args.action, flush=True)
                time.sleep(0.5)          # let the application act on it
            dunst.close_all()
            time.sleep(0.2)
            for n in dunst.history():
                print("history", n["id"], n["summary"], flush=True)
        except AssertionError as e:
            sys.exit(f"notify_real: {e}")
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()


if __name__ == "__main__":
    main()
