#!/usr/bin/python3
# show.py - Onward showing itself where nobody sits in front of it
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens Onward on the sample search, today at 10:00, inside `session`, and saves pictures of it.

usage: show.py BUILD-FOLDER (--run | --all)
  --run   what ./dev run does without a display: raises an alert through a real notification daemon, saves a picture
          of each view, and prints what is due
  --all   what ./dev pictures does: each view, wide and narrow, light and dark, and the first-run page
Pictures go to BUILD-FOLDER/pictures/, with the program's log beside them.
"""
import datetime
import hashlib
import os
import subprocess
import sys
import time

import drive
import notify_real
from tour import tour

WIDE, NARROW = (1280, 800), (370, 650)      # narrow: 360 and the frame that GTK draws where there is no window manager


class Show:
    """One Onward on the sample search, and where its pictures go."""

    def __init__(self, build, suffix="", size=WIDE, options=(), env=None):
        self.build, self.suffix, self.size = os.path.abspath(build), suffix, size
        self.pictures = os.path.join(self.build, "pictures")
        os.makedirs(self.pictures, exist_ok=True)
        self.now = datetime.date.today().isoformat() + "T10:00"
        self.app = drive.App([os.path.join(self.build, "src", "onward"), "--now", self.now, *options],
                             log=os.path.join(self.pictures, f"onward{suffix}.log"), env=env)
        if size != WIDE:
            drive.run("xdotool", "windowsize", "--sync", self.app.window_id, *map(str, size))

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.app.__exit__(*failure)

    def wait_still(self, limit=5.0):
        """Wait until four looks in a row see the same picture; return it (its file is removed by save())."""
        path, looks, end = os.path.join(self.pictures, f".look{self.suffix}.png"), [], time.monotonic() + limit
        while True:
            self.app.screenshot(path, (0, 0, *self.size))
            with open(path, "rb") as f:
                looks.append(hashlib.sha256(f.read()).digest())
            if looks[-4:] == [looks[-1]] * 4 or time.monotonic() > end:
                return path
            time.sleep(0.1)

    def save(self, name):
        """Keep what is on the screen as NAME.png."""
        path = os.path.join(self.pictures, f"{name}{self.suffix}.png")
        os.replace(self.wait_still(), path)
        print(f"picture: {os.path.relpath(path)}", flush=True)

    def save_views(self):
        """A picture of each view, and of what opens from it."""
        for name in tour(self.app, self.size == NARROW):
            self.save(name)


def show_run(build):
    """The alert, each view, what is due."""
    with notify_real.Dunst() as dunst, Show(build, options=("--sample", "--alerts")) as show:
        note = dunst.wait(timeout=20)
        print(f"alert: {note.summary}: {note.body} [{', '.join(dict.fromkeys(note.actions.values()))}]".replace("\n", " "), flush=True)
        show.save("alert")
        dunst.close_all()
        show.save_views()
        assert not show.app.warnings(), show.app.warnings()
        sample = os.path.join(os.environ["XDG_DATA_HOME"], "onward", "sample.db")
        print(f"\nDue on {show.now.replace('T', ' at ')}:", flush=True)
        subprocess.run([os.path.join(show.build, "src", "cli", "onward-cli"), "--database", sample, "--now", show.now, "due"], check=True)


def show_all(build):
    """Each view in every shape, and the first page of all."""
    for shape, size in (("", WIDE), ("-narrow", NARROW)):
        for shade, scheme in (("", "prefer-light"), ("-dark", "prefer-dark")):
            with Show(build, shape + shade, size, ("--sample",), {"ADW_DEBUG_COLOR_SCHEME": scheme}) as show:
                show.save_views()
            with Show(build, shape + shade, size, (), {"ADW_DEBUG_COLOR_SCHEME": scheme}) as show:
                show.save("first-run")


def main():
    if len(sys.argv) != 3 or sys.argv[2] not in ("--run", "--all"):
        sys.exit(__doc__)
    try:
        (show_run if sys.argv[2] == "--run" else show_all)(sys.argv[1])
    except drive.A11yStartupError as e:
        print(f"accessibility start-up: {e}", file=sys.stderr)
        sys.exit(drive.EX_TEMPFAIL)


if __name__ == "__main__":
    main()
