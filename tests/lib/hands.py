# hands.py - keys and pointer of a test that drives a window
# SPDX-License-Identifier: GPL-3.0-or-later
"""What drive.App does with a keyboard and a mouse, by xdotool."""
import time

from accessibility import State
from waiting import FRAME, run, wait_for


class Hands:
    """Of an App, which finds things and knows where they are."""

    def key(self, *keys):
        """Press keys by X name: key('ctrl+f'), key('Down', 'Return'). The program has seen them then."""
        if "Escape" in keys and len(self.accessible.get_children()) > 1:
            self._put_away()
        run("xdotool", "key", "--delay", "10", *keys)
        self.catch_up(len(keys))

    @staticmethod
    def _put_away():
        """Move the pointer out of a window that is in front of the other. Where there is no window manager, GTK believes one
        that is hidden with the pointer in it to have the keyboard from then on, and GTK 4.18 does not notice that it gets it
        when it is shown again (has_pointer_focus in gdkdevicemanager-xi2.c). And out of a menu: the item that opens under it
        takes the focus from the one that the keys have reached."""
        width, height = map(int, run("xdotool", "getdisplaygeometry").split())
        run("xdotool", "mousemove", str(width - 1), str(height - 1))

    def type(self, text):
        """Type text into what has the focus. The program has seen it then."""
        run("xdotool", "type", "--delay", "15", "--", text)
        self.catch_up(len(text))

    def choose(self, *names):
        """Choose items of the menu that is open, one in another, by key; the menu is closed then."""
        self._put_away()
        self.catch_up()
        for name in names:
            item = self.find("menu item", name, showing=True)
            self.reach(item, "Down", 30)
            self.key("Return")
        self.wait_menu_closed()

    def wait_menu_closed(self):
        """Wait until no menu has the keyboard, which would take the next key or click."""
        wait_for(lambda: not self._menu_has_focus(), "the menu to close")

    def choose_file(self, path, button="Open"):
        """A file, in the chooser that opens. The path is not typed: GTK 4.18 completes it later than one types, in the wrong place."""
        chooser = self.find_frame(self.find("button", button, showing=True))
        self.focus_window()
        if button == "Open":
            self.key("slash")
        entry = wait_for(lambda: next((a for a in self.find_all("text", root=chooser) if self.has_state(a, State.FOCUSED)), None),
                         "the place for a path")
        self.set_text(entry, path)
        self.key("Return")

    def tab_to(self, a, limit=50, back=False):
        """Press Tab until a has the focus (Component.grabFocus always fails in GTK 4.8)."""
        self.reach(a, "shift+Tab" if back else "Tab", limit)

    def reach(self, a, key, limit=50):
        """Press a key until a has the focus."""
        for _ in range(limit):
            if self.has_state(a, State.FOCUSED):
                return
            self.key(key)
        raise AssertionError(f"{self._called(a)} not reached in {limit} presses of {key}")

    def centre(self, a):
        """The middle of a on the screen."""
        x, y, width, height = self.extents(a)
        return x + width // 2, y + height // 2

    def click(self, a, times=1, button=1, dx=0, dy=0):
        """Click the middle of a, or dx, dy off it."""
        x, y = self.centre(a)
        self.click_at(x + dx, y + dy, times, button)

    def click_at(self, x, y, times=1, button=1):
        """Click a point of the screen. The program has seen it then."""
        self.point_at(x, y)
        run("xdotool", "click", "--repeat", str(times), "--delay", "50", str(button))
        self.catch_up(1 + times)

    def point_at(self, x, y):
        """Move the pointer there. What was shown for the place before goes; pressed at once, the button would meet it: GTK 4.8
        does not survive a press on a tooltip that is about to go."""
        run("xdotool", "mousemove", str(x), str(y))
        self._tremble(x, y)

    def drag(self, start, end, steps=10, until=None, what="the drag", then=None):
        """Drag from start to end, each an accessible or an (x, y) pair, and drop there: with until not before that is so,
        with then at the place that this returns when it is."""
        start, end = (p if isinstance(p, tuple) else self.centre(p) for p in (start, end))
        self.point_at(*start)
        run("xdotool", "mousedown", "1")
        try:
            self._drag_on(start, end, steps)
            if until:
                wait_for(lambda: self._tremble(*end) or until(), what)
            if then:        # away first: at an edge the page would go on turning while the place is looked for
                self._drag_on(end, start, steps)
                self._drag_on(start, then(), steps)
        finally:
            run("xdotool", "mouseup", "1")
        self.catch_up(steps)

    def _drag_on(self, start, end, steps):
        for k in range(1, steps + 1):      # one jump is not taken for a drag
            run("xdotool", "mousemove", *(str(a + (b - a) * k // steps) for a, b in zip(start, end)))
            time.sleep(FRAME)
        for _ in range(3):
            self._tremble(*end)

    def _tremble(self, x, y):
        """A hand is never quite still; and a program that was busy makes one motion of many, which only begins the drag."""
        run("xdotool", "mousemove", str(x - 1), str(y), "mousemove", str(x), str(y))
        self.catch_up(2)
        time.sleep(FRAME)
