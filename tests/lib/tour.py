# tour.py - a walk through every view of the sample search
# SPDX-License-Identifier: GPL-3.0-or-later
"""For pictures (show.py) and for tests that want everything seen once. It walks by keys alone, so that it works in every
language: views, what opens from them, and the windows that come up on top."""
import re
import time

import drive
from screen import Screen

# (name, keys that lead there, keys that lead back). What follows a quotation mark is typed, what follows an exclamation
# mark is an action of the program, and what follows a > is the beginning of the last row of that name, to be clicked.
VIEWS = [
    ("pipeline", ["ctrl+1"], []),
    ("table", ["ctrl+shift+t"], ["ctrl+shift+b"]),
    ("opportunity", ["ctrl+k", "'staff engineer, motion", "Return"], ["alt+Left"]),
    ("after-a-no", ["ctrl+k", "'embedded linux engineer, train control", "Return"], ["alt+Left"]),
    ("company", ["ctrl+k", "'vellum", ">Vellum$"], ["alt+Left"]),
    ("contacts", ["ctrl+2"], []),
    ("contact", ["ctrl+k", "'amara", "Return"], []),
    ("composer", ["ctrl+e"], ["alt+Left", "alt+Left"]),
    ("calendar-month", ["ctrl+3", "m"], []),
    ("calendar-week", ["w"], []),
    ("calendar-agenda", ["a"], []),
    ("due", ["ctrl+4"], ["ctrl+1"]),
    ("alerts", ["!alerts"], ["alt+Left"]),
    ("switcher", ["ctrl+k", "'re"], ["Escape"]),
    ("menu", ["F10"], ["Escape"]),
]
# What the title of a page says, and what that of a page which could be mistaken for it says besides.
TITLES = {
    "opportunity": ("Staff engineer, motion", None),
    "after-a-no": ("Embedded Linux engineer, train control", None),
    "company": ("Vellum", "Firmware engineer, power"),
}
WINDOWS = [
    ("new-opportunity", "ctrl+shift+o"),
    ("new-person", "ctrl+shift+p"),
    ("new-interview", "ctrl+shift+i"),
    ("new-follow-up", "ctrl+shift+f"),
    ("debrief", "ctrl+d"),
    ("preferences", "ctrl+comma"),
    ("shortcuts", "ctrl+question"),
    ("guide", "F1"),
]


class Eyes:
    """Sees when the screen has changed, and when it is still."""

    def __init__(self, app, size):
        self.app, self.screen, self.seen = app, Screen(size), None

    def settle(self, limit=5.0):
        """Wait until the screen is not what it was at the last call, and half a dozen looks in a row are the same; limit
        seconds at most, since a key may well change nothing."""
        looks, end = [], time.monotonic() + limit
        while True:
            looks.append(self.screen.look())
            if time.monotonic() > end or looks[-6:] == [looks[-1]] * 6 and looks[-1] != self.seen:
                break
            time.sleep(0.04)
        self.seen = looks[-1]

    def press(self, keys):
        """Press each key, or type what begins with a quotation mark, and see what comes of it."""
        for key in keys:
            if key.startswith("'"):
                self.app.type(key[1:])
            elif key.startswith("!"):
                self.app.activate_action(key[1:])
            elif key.startswith(">"):
                self.app.click(self.app.find_all("list item", re.compile("^" + key[1:]), showing=True)[-1])
            else:
                self.app.key(key)
            self.settle()


def check_title(app, name):
    """A picture of another page under that name would be noticed by nobody."""
    wanted, other = TITLES[name]
    top = min(label.get_extents()[1] for label in app.find_all("label", showing=True))
    titles = [label.get_name() for label in app.find_all("label", showing=True) if label.get_extents()[1] < top + 60]
    assert wanted in titles and other not in titles, f"{name} is no page of {wanted}: {titles}"


def tour(eyes):
    """Goes to each view and to what opens from it, and yields its name when it is there."""
    eyes.settle()
    for name, there, back in VIEWS:
        eyes.press(there)
        if name in TITLES:
            check_title(eyes.app, name)
        yield name
        eyes.press(back)
    for name, key in WINDOWS:
        count = len(eyes.app.find_all("frame"))
        eyes.press([key])
        drive.wait_for(lambda: len(eyes.app.find_all("frame")) > count, f"a window after {key}")
        eyes.app.focus_window()
        eyes.settle(1.0)
        yield name
        for _ in range(3):      # in little room Escape goes back to a list of pages first
            eyes.app.key("Escape")
            eyes.settle(2.0)
            if len(eyes.app.find_all("frame")) == count:
                break
        drive.wait_for(lambda: len(eyes.app.find_all("frame")) == count, f"the window of {key} to close")
        eyes.app.focus_window()
        eyes.settle(1.0)
