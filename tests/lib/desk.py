# desk.py - a user's desk for tests of alerts: data of its own, the program, and a real notification daemon
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests that use it are called with onward and onward-cli as their arguments."""
import contextlib
import datetime
import fcntl
import json
import os
import pathlib
import secrets
import sqlite3
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "lib"), str(ROOT / "tests" / "cli")]
import drive  # noqa: E402
from document import Document, uuid  # noqa: E402, F401

APP_ID = "io.github.onward_app.Onward"
ONWARD = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "build" / "src" / "onward")
CLI = sys.argv[2] if len(sys.argv) > 2 else str(ROOT / "build" / "src" / "cli" / "onward-cli")
ZONE = "Europe/Amsterdam"


class Desk:
    """A data folder of its own. Use it in a with statement: what still runs is ended."""

    def __init__(self):
        # no underscore in its name: words on the screen are compared without
        self.folder = os.path.join(os.environ["SESSION_DIR"], f"desk.{secrets.token_hex(4)}")
        os.mkdir(self.folder, 0o700)
        self.env = {"XDG_DATA_HOME": self.folder}
        self.apps = []

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        for app in self.apps:
            app.__exit__(*failure)

    def cli(self, *words, now="2026-03-02T10:00"):
        """What a call of onward-cli --json prints. What it knows from a program that runs here, that one shows by then:
        else a row could be made anew under the pointer, or below the menu that was opened on it."""
        call = [CLI, words[0], "--json", "--now", now, "--timezone", ZONE, *words[1:]]
        done = subprocess.run(call, capture_output=True, text=True, timeout=60 * drive.PATIENCE, check=False, env={**os.environ, **self.env})
        assert done.returncode == 0, done.stderr
        for app in self.apps:
            app.catch_up()
        return json.loads(done.stdout) if done.stdout else None

    def write(self, document):
        """The facts of a document, into the data."""
        path = os.path.join(self.folder, "facts.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump(document.data, f)
        self.cli("import", path)

    @contextlib.contextmanager
    def locked(self):
        """The database, with the lock that is held around every write."""
        with open(f"{self.folder}/onward/onward.db-lock", "r+b") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            with contextlib.closing(sqlite3.connect(f"{self.folder}/onward/onward.db", isolation_level=None)) as database:
                yield database

    def owe(self, *follow_ups, due="2026-03-02T23:59", first=0, contacts=1):
        """Follow-ups the user made: (title, moment) pairs, to Amara of R&D <b>Labs</b>, proposed by mail. They are f0,
        f1 and so on from `first`; with more contacts each is to somebody else."""
        document = Document().company("labs", name="R&D <b>Labs</b>").contact("amara0", name="Amara Okafor", company="labs")
        for i in range(1, contacts):
            document.contact(f"amara{i}", name=f"Amara {i}", company="labs")
        for i, (title, moment) in enumerate(follow_ups):
            word = f"f{i + first}"
            document.add("follow_ups", word, key=f"manual:{uuid(word)}", rule="manual", title=title, contact=f"amara{i % contacts}",
                         remind_at=moment, due=due, state="open", channel="email")
        self.write(document)

    def start(self, *options, now=None, window=False, background=True):
        """onward, which goes on without a window unless window is True."""
        clock = ["--now", now, "--timezone", ZONE] if now else []
        words = [*options, *clock] if window or not background else ["--background", *options, *clock]
        app = drive.App([ONWARD, *words], app_id=APP_ID, env=self.env, window=window)
        self.apps.append(app)
        return app

    def start_before(self, moment, is_shown):
        """onward with a window, started so early that it showed something before this moment: (date, time) in seconds. A
        machine on which it comes up too late for that gets more time."""
        for early in (5, 20, 60):
            app = self.start(now=(moment - datetime.timedelta(seconds=early)).isoformat(), window=True)
            end = time.monotonic() + early
            while time.monotonic() < end:
                with contextlib.suppress(drive.Gone):
                    if is_shown(app):
                        return app
            app.close()
        raise AssertionError(f"not shown within {early} s of the start")

    def call(self, *options):
        """A call of onward that is over soon: what it said, and its status."""
        return subprocess.run([ONWARD, *options], capture_output=True, text=True, timeout=30 * drive.PATIENCE, check=False,
                              env={**os.environ, **self.env})

    def unshown(self):
        """How many alerts were decided, are owed still, and nobody has shown yet: what ended meanwhile is given to nobody."""
        with sqlite3.connect(f"file:{self.folder}/onward/onward.db?mode=ro", uri=True) as database:
            return database.execute("SELECT count(*) FROM unshown_alerts JOIN follow_ups f ON f.id = follow_up WHERE f.state = 'open'").fetchone()[0]

    def kept(self):
        """What is being written and is not sent or saved yet."""
        with sqlite3.connect(f"file:{self.folder}/onward/onward.db?mode=ro", uri=True) as database:
            return "".join(row[0] for row in database.execute("SELECT text FROM drafts"))

    def follow_up(self, word, now="2026-03-02T10:00"):
        """A follow-up as it is stored."""
        document = self.cli("export", now=now)
        return next(f for f in document["follow_ups"] if f["id"] == uuid(word))


def has_name(name=APP_ID):
    """Whether somebody owns this name on the bus."""
    from gi.repository import Gio, GLib
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", GLib.Variant("(s)", (name,)),
                         None, 0, 3000, None).unpack()[0]
