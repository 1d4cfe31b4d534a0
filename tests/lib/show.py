#!/usr/bin/python3
# show.py - Onward showing itself where nobody sits in front of it
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens Onward on the sample search, today at 10:00, inside `session`, and saves pictures of it.

usage: show.py BUILD-FOLDER (--run | --all)
  --run   what ./dev run does without a display: raises an alert through a real notification daemon, saves a picture
          of each view, and prints what is due
  --all   what ./dev pictures does: each view in every shape of SHAPES, and the first-run page
Pictures go to BUILD-FOLDER/pictures/, with the program's log beside them.
"""
import datetime
import os
import subprocess
import sys

import drive
import notify_real
import pseudo
from tour import Eyes, tour

FRAME = 10                                  # what GTK draws around a window where there is no window manager
WIDE, HALF, NARROW = (1280, 800), (640, 800), (360 + FRAME, 640 + FRAME)
DARK, CONTRAST = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, {"ADW_DEBUG_HIGH_CONTRAST": "1"}
# GTK takes the narrowest a label can be from letters that stand alone; joined letters broken apart are wider.
JOINED_LETTERS = "minimum width for height of 1048576"
# (name, size of the window, size of text in percent, right to left, environment)
SHAPES = [
    ("", WIDE, 100, False, {}),
    ("-dark", WIDE, 100, False, DARK),
    ("-contrast", WIDE, 100, False, CONTRAST),
    ("-contrast-dark", WIDE, 100, False, CONTRAST | DARK),
    ("-rtl", WIDE, 100, True, {}),
    ("-1024", (1024, 768), 100, False, {}),
    ("-1024-rtl-dark", (1024, 768), 100, True, DARK),
    ("-2560", (2560, 1440), 100, False, {}),
    ("-large", (2560, 1440), 200, False, {}),
    ("-large-rtl", (2560, 1440), 200, True, {}),
    ("-1280-large", WIDE, 200, False, {}),
    ("-half", HALF, 100, False, {}),
    ("-half-rtl", HALF, 100, True, {}),
    ("-narrow", NARROW, 100, False, {}),
    ("-narrow-dark", NARROW, 100, False, DARK),
    ("-narrow-contrast", NARROW, 100, False, CONTRAST),
    ("-narrow-rtl", NARROW, 100, True, {}),
    ("-narrow-large", (720 + FRAME, 1280 + FRAME), 200, False, {}),
]


class Show:
    """One Onward on the sample search, and where its pictures go."""

    def __init__(self, build, shape=SHAPES[0], options=()):
        suffix, self.size, percent, rtl, env = shape
        self.build, self.suffix = os.path.abspath(build), suffix
        self.pictures = os.path.join(self.build, "pictures")
        os.makedirs(self.pictures, exist_ok=True)
        self.now = datetime.date.today().isoformat() + "T10:00"
        if rtl:
            words = os.path.join(os.environ["SESSION_DIR"], "words")
            pseudo.make(words)
            env = env | pseudo.environment(words)
        drive.run("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", f"Xft.dpi: {96 * percent // 100}")
        self.app = drive.App([os.path.join(self.build, "src", "onward"), "--now", self.now, *options],
                             app_id="io.github.onward_app.Onward" + (".Sample" if "--sample" in options else ""),
                             log=os.path.join(self.pictures, f"onward{'' if options else '-first-run'}{suffix}.log"), env=env)
        drive.run("xdotool", "windowsize", "--sync", self.app.window_id, *map(str, self.size))
        self.eyes = Eyes(self.app, self.size)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.app.__exit__(*failure)

    def save(self, name):
        """Keep what is on the screen as NAME.png."""
        path = os.path.join(self.pictures, f"{name}{self.suffix}.png")
        self.app.screenshot(path, (0, 0, *self.size))
        print(f"picture: {os.path.relpath(path)}", flush=True)

    def save_views(self):
        """A picture of each view, and of what opens from it."""
        for name in tour(self.eyes):
            self.save(name)


def show_run(build):
    """The alert, each view, what is due."""
    with notify_real.Dunst() as dunst, Show(build, options=("--sample", "--alerts")) as show:
        note = dunst.wait(timeout=20)
        print(f"alert: {note.summary}: {note.body} [{', '.join(dict.fromkeys(note.actions.values()))}]".replace("\n", " "), flush=True)
        show.eyes.settle()
        show.save("alert")
        dunst.close_all()
        show.save_views()
        assert not show.app.warnings(), show.app.warnings()
        sample = os.path.join(os.environ["XDG_DATA_HOME"], "onward", "sample.db")
        print(f"\nDue on {show.now.replace('T', ' at ')}:", flush=True)
        subprocess.run([os.path.join(show.build, "src", "cli", "onward-cli"), "--database", sample, "--now", show.now, "due"], check=True)


def show_all(build):
    """Each view in every shape, and the first page of all; only the shapes named in ONWARD_SHAPES, when there are."""
    wanted = os.environ.get("ONWARD_SHAPES", "").split()
    warnings = []
    for shape in SHAPES:
        if wanted and (shape[0].lstrip("-") or "wide") not in wanted:
            continue
        with Show(build, shape, ("--sample",)) as show:
            show.save_views()
            warnings += show.app.warnings(ignore=(JOINED_LETTERS,) if shape[3] else ())
        with Show(build, shape) as show:
            show.eyes.settle()
            show.save("first-run")
            warnings += show.app.warnings(ignore=(JOINED_LETTERS,) if shape[3] else ())
    assert not warnings, "\n".join(warnings)


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
