#!/usr/bin/python3
# drive.py - hands and eyes for tests of the real window
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK 4 application from outside, as a person would: the accessibility bus (accessibility.py) to find things,
xdotool for keys and mouse.

A test is a program that hands a function to main(). Started outside `session` it starts itself in one:

    import drive
    def test():
        with drive.App(["./build/program"], app_id="org.example.Program") as app:
            app.click(app.find("text", "New task"))
            app.type("Buy bread")
            app.key("Return")
            drive.check(app.find("list item", "Buy bread"), "row appears")
            app.screenshot("after.png")
            drive.check(app.quit() == 0, "clean exit")
            drive.check(not app.warnings(), "no GLib warnings")
    drive.main(test)

main() prints TAP, a line for each check, and ends with exit code 0 or 1. If the application never shows up on the
accessibility bus (rare, seen under load), it prints nothing, the exit code is 75 and `session --retry` runs the whole
test once more in a new session. Needs: python3-gi, gir1.2-atspi-2.0, xdotool, imagemagick (its `import`).
"""
import contextlib
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

from gi.repository import Gio, GLib

import accessibility
from accessibility import Gone, State
from hands import Hands
from processes import is_busy, seconds_of_work  # noqa: F401
from waiting import FRAME, PATIENCE, SANITIZED, run, wait_for  # noqa: F401
EX_TEMPFAIL = 75
# role names that changed between at-spi 2.46 (GTK 4.8) and 2.56 (GTK 4.18), and GTK 4.8 has no toggle buttons
ROLES = {"button": {"push button", "button", "toggle button"}, "push button": {"push button", "button"},
         "text": {"text", "entry"}, "entry": {"text", "entry"}, "panel": {"panel", "grouping"}}
# lines of the log that the accessibility client causes itself
KNOWN_NOISE = ("Screen coordinates not supported",)
WARNING = re.compile(r"(WARNING|CRITICAL|ERROR) \*\*|ERROR: \w+Sanitizer|runtime error: ")


class A11yStartupError(Exception):
    """The application runs but did not appear on the accessibility bus."""


class CheckFailed(AssertionError):
    """A check() that failed and is counted already."""


def normal_name(name):
    """A button with a mnemonic is '_Add Add' in GTK 4.8 (its label and its child's): make it 'Add'."""
    name = (name or "").replace("_", "")
    half = len(name) // 2
    return name[:half] if len(name) % 2 and name[half] == " " and name[:half] == name[half + 1:] else name


class App(Hands):
    """A running application under test. Use it in a with statement: leaving it ends the process."""

    def __init__(self, argv, app_id=None, object_path=None, log=None, env=None, cwd=None, window=True, timeout=15, leaks=False):
        """Start argv and wait for its accessible tree and, unless window is False, its X window.

        app_id and object_path are for activate_action(); the path is derived from the id when not given.
        log: file for standard output and error (default: one in $SESSION_DIR or the temporary folder).
        env: variables added to the environment.
        leaks: under the sanitizers, look for leaks too, which makes the program several times slower.
        """
        self.app_id = app_id
        self.object_path = object_path or (app_id and "/" + app_id.replace(".", "/").replace("-", "_"))
        if log is None:
            handle, log = tempfile.mkstemp(prefix="app.", suffix=".log", dir=os.environ.get("SESSION_DIR"))
            os.close(handle)
        self.log_path = log
        self.accessible = self.window_id = None
        env = {**os.environ, **(env or {})}
        if SANITIZED:       # see lsan.supp
            env["ASAN_OPTIONS"] += ":detect_leaks=1:fast_unwind_on_malloc=0:malloc_context_size=12" if leaks else ":detect_leaks=0"
        if "ONWARD_EXTENTS" in os.environ:
            env["LD_PRELOAD"] = os.environ["ONWARD_EXTENTS"]        # see onward-extents.c
        self.bus = accessibility.Bus()      # started before the application: else they race
        strict = {"G_DEBUG": os.environ["DRIVE_G_DEBUG"]} if "DRIVE_G_DEBUG" in os.environ else {}
        with open(log, "w", encoding="utf-8") as out:
            self.process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                                            cwd=cwd, env={**os.environ, **strict, **(env or {})})
        try:
            if window:
                self._connect(timeout)
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is not None:
            print(f"--- end of {self.log_path}\n{self.log()[-2000:]}", file=sys.stderr)
        self.close()

    def _connect(self, timeout):
        try:
            self.accessible = wait_for(self._find_application, "the application on the accessibility bus", timeout)
        except AssertionError as e:
            if self.process.poll() is not None:
                raise AssertionError(f"the application ended at once, exit code {self.process.returncode}:\n{self.log()}")
            raise A11yStartupError(f"{e}\n{self.log()}")
        self.focus_window()

    def _is_ours(self, pid):
        """True for our process and what it started (a wrapper such as valgrind or flatpak)."""
        while pid > 1:
            if pid == self.process.pid:
                return True
            try:
                with open(f"/proc/{pid}/stat", encoding="utf-8") as f:
                    pid = int(f.read().rpartition(")")[2].split()[1])
            except OSError:
                return False
        return False

    def _find_application(self):
        for name in self.bus.programs():
            if self._is_ours(self.bus.pid(name)):
                a = accessibility.Node(self.bus, name)
                if a.get("Accessible", "ChildCount"):
                    return a
        if self.process.poll() is not None:
            raise AssertionError("the application has ended")
        return None

    def _find_window(self):
        """The topmost of its X windows, when all are there that it tells of, and none is that it has closed: a window
        that is about to go would take the focus with it. Menus and the like have windows, too."""
        pid = str(self.bus.pid(self.accessible.name))
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", pid], capture_output=True, text=True, check=False).stdout.split()
        states = [subprocess.run(["xwininfo", "-id", window], capture_output=True, text=True, check=False).stdout for window in found]
        windows = [window for window, state in zip(found, states) if "Override Redirect State: no" in state]
        return windows[-1] if windows and len(windows) == len(self.accessible.get_children()) else None

    # ---- finding

    @staticmethod
    def _matches(item, role, name):
        if role is not None and item.role_name() not in ROLES.get(role, {role}):
            return False
        if name is not None:
            have = normal_name(item.name)
            if not (name.search(have) if isinstance(name, re.Pattern) else have == name):
                return False
        return True

    def _search(self, role, name, root, showing, state=None):
        root = root or self.accessible
        items = accessibility.read_tree(root)
        if root.path not in items:
            root.find_again()
        top = items.get(root.path)
        for item in top.walk() if top else ():
            with contextlib.suppress(Gone):
                a = accessibility.Node(self.bus, root.name, item.path)
                if self._matches(item, role, name) \
                   and (not showing or self.is_shown(a)) and (state is None or a.has_state(state)):
                    yield a

    @staticmethod
    def is_shown(a):
        """True if a is visible and has a size. GTK 4.8 knows no state 'showing', and a stack page or popover
        that was shown once keeps its size when it is hidden again: this tells 'not yet', not 'no more'."""
        with contextlib.suppress(Gone):
            return a.has_state(State.VISIBLE) and min(a.get_extents()[2:]) > 0
        return False

    def find_all(self, role=None, name=None, root=None, showing=False, state=None):
        """All accessibles with this role and this name (a string, or a compiled pattern) in root (default: the
        application), depth first, now. With showing=True only those that is_shown(), with state those that have it.
        When one goes, the one that then has its place among them takes it. names() tells what they are called."""
        def keep_place(i):
            return self._again(lambda: next(itertools.islice(self._search(role, name, root, showing, state), i, None), None))
        return [accessibility.Node(self.bus, a.name, a.path, keep_place(i))
                for i, a in enumerate(self._search(role, name, root, showing, state))]

    @staticmethod
    def _again(search):
        """What finds a widget that went: a program that makes it anew may take a while."""
        def soon():
            with contextlib.suppress(AssertionError):
                return wait_for(search, "it to come again", 2.0)
            return None
        return soon

    def names(self, role=None, name=None, root=None, showing=False, state=None):
        """What all such accessibles are called."""
        called = []
        for a in self._search(role, name, root, showing, state):
            with contextlib.suppress(Gone):
                called.append(a.get_name())
        return called

    def find(self, role=None, name=None, root=None, showing=False, state=None, timeout=5.0):
        """The first such accessible; waits for it, AssertionError if there is none in time. When it goes, the first one
        then takes its place. An item of a menu is there when the menu has the keyboard: keys pressed before go to what
        is behind it."""
        def first():
            found = next(self._search(role, name, root, showing, state), None)
            return found if found and (role != "menu item" or self._menu_has_focus()) else None

        again = self._again(lambda: next(self._search(role, name, root, showing, state), None))
        found = wait_for(first, f"[{role}] {name!r}" + (f" {state.value_nick}" if state is not None else ""), timeout)
        return accessibility.Node(self.bus, found.name, found.path, again)

    def find_inner(self, name, role="button"):
        """Of a button that opens a menu, what takes the focus: the one inside it has the same name."""
        def last():
            return next(reversed(list(self._search(role, name, None, True))), None)
        found = wait_for(last, f"the inside of [{role}] {name!r}")
        return accessibility.Node(self.bus, found.name, found.path, self._again(last))

    def wait_number(self, n, role=None, name=None, root=None, showing=True):
        """Wait until there are so many."""
        wait_for(lambda: len(self.names(role, name, root, showing)) == n, f"{n} times [{role}] {name!r}")

    def _menu_has_focus(self):
        return self.find_all("menu item", state=State.FOCUSED)

    def wait_focus(self, role=None, name=None, root=None, timeout=5.0):
        """The first such accessible that has the focus; waits for it."""
        return self.find(role, name, root, state=State.FOCUSED, timeout=timeout)

    def wait_gone(self, role=None, name=None, root=None, timeout=5.0):
        """Wait until there is no such accessible any more (a removed row, a closed window; not a hidden page). With root
        it has gone, too."""
        def has_gone():
            with contextlib.suppress(Gone):
                return not self.find_all(role, name, root)
            return True
        wait_for(has_gone, f"[{role}] {name!r} to go", timeout)

    def dump(self, root=None, actions=False):
        """The accessible tree as text, one line for each: for finding out what a test can see.
        With actions=True also what action() can do; asking makes GTK 4.8 leak, so not in a sanitizer run."""
        root, lines = root or self.accessible, []

        def visit(item, depth):
            names = accessibility.Node(self.bus, root.name, item.path).get_actions() if actions else []
            lines.append(f"{'  ' * depth}[{item.role_name()}] {item.name!r} {' '.join(names)}".rstrip())
            for child in item.children:
                visit(child, depth + 1)
        visit(accessibility.read_tree(root)[root.path], 0)
        return "\n".join(lines)

    # ---- reading and changing through AT-SPI

    @staticmethod
    def text(a):
        """The text of an entry or label."""
        return a.get_text()

    @staticmethod
    def set_text(a, text):
        """Replace the text of an entry."""
        assert a.set_text(text), f"cannot set the text of {App._called(a)}"

    @staticmethod
    def has_state(a, state):
        """True if a has this state, for example drive.State.CHECKED."""
        return a.has_state(state)

    def wait_state(self, a, state, wanted=True, timeout=5.0):
        """Wait until a has (or with wanted=False has not) this state. What is gone has none."""
        a = a if wanted else a.as_found()

        def is_so():
            with contextlib.suppress(Gone):
                return a.has_state(state) == wanted
            return not wanted
        wait_for(is_so, f"{self._called(a)} {state.value_nick}={wanted}", timeout)

    @staticmethod
    def _called(a):
        with contextlib.suppress(Gone):
            return repr(a.get_name())
        return "what has gone"

    def action(self, a, name="click"):
        """Do a widget's accessible action. Check boxes and list rows have none: click() them.
        An entry's 'activate' returns True and does nothing: key('Return'). A button of GTK does it a quarter of a second
        later, and not at all when it has been made anew by then: so only when there is nothing left to show."""
        self.wait_idle()
        time.sleep(FRAME)
        self.wait_idle()
        names = a.get_actions()
        assert name in names, f"{self._called(a)} has no action {name!r}, only {names}"
        return a.do_action(names.index(name))

    @staticmethod
    def select(container, index):
        """Select a child of a list. Lists hold the realised rows only: the index is not the model's after scrolling."""
        assert container.select_child(index), f"cannot select child {index} of {App._called(container)}"

    # ---- where things are, and whether the program has seen what was done; hands.py has the rest

    def focus_window(self):
        """Give the X window the keyboard focus: all that is needed without a window manager."""
        def focus():
            self.window_id = self._find_window()
            return self.window_id and subprocess.run(["xdotool", "windowfocus", self.window_id], capture_output=True, check=False).returncode == 0
        wait_for(focus, "an X window that takes the focus")
        self.catch_up(4)

    def catch_up(self, events=1):
        """Wait until the program has seen so many keys, clicks and the like. Its main loop takes one of them at a time,
        and in between what it is asked over the bus: who has answered so often has seen them."""
        with contextlib.suppress(Gone):
            for _ in range(8 + 2 * events if self.accessible else 0):
                self.accessible.get("Accessible", "ChildCount")
        self.wait_idle()

    def wait_idle(self, limit=1.0):
        """Wait until no thread of the program has anything to do: what one has written, the others have heard of then.
        That is seldom more than a moment; a program that never rests is not waited for."""
        end = time.monotonic() + limit
        while is_busy(self.process.pid) and time.monotonic() < end:
            time.sleep(FRAME / 4)

    def extents(self, a):
        """x, y, width, height on the screen, when it has stayed there from one frame to the next."""
        before, place, end = None, self.measure(a), time.monotonic() + 5 * PATIENCE
        while place != before and time.monotonic() < end:
            time.sleep(FRAME)
            before, place = place, self.measure(a)
        return place

    def measure(self, a):
        """The same, of something that may be moving."""
        while True:
            try:
                return self._measure(a)
            except Gone:        # it, or something around it
                a.find_again()

    def _measure(self, a):
        """GTK 4 knows window coordinates only: the window's place is added, and the frame's own offset taken off. GTK 4.18
        tells the truth with onward-extents.c only."""
        frame = self.find_frame(a)
        left, top = frame.get_extents()[:2] if frame else (0, 0)
        x, y, width, height = a.get_extents()
        window = dict(line.split("=") for line in run("xdotool", "getwindowgeometry", "--shell", self.window_id).splitlines())
        return int(window["X"]) + x - left, int(window["Y"]) + y - top, width, height

    def find_frame(self, a):
        """The window that a is in, or None."""
        while True:
            parent = a.get_parent()
            if parent == self.accessible:
                return a
            if parent.name != a.name:
                return None
            a = parent

    # ---- the application's own actions, pictures, log, end

    def activate_action(self, name, parameter=None):
        """Activate app.NAME over org.gtk.Actions; parameter is a GLib.Variant. Needs app_id."""
        assert self.app_id, "App(..., app_id=) is needed for activate_action()"
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        arguments = GLib.Variant("(sava{sv})", (name, [parameter] if parameter is not None else [], {}))
        bus.call_sync(self.app_id, self.object_path, "org.gtk.Actions", "Activate", arguments, None, 0, accessibility.PATIENCE, None)

    @staticmethod
    def screenshot(path, area=None):
        """Save the screen, or area (x, y, width, height; extents() gives one), as a PNG.
        Equal runs can differ in a few hundred pixels (hover, focus): do not compare whole windows exactly."""
        grab = shutil.which("import") or shutil.which("import-im6.q16")
        crop = ["-crop", "{2}x{3}+{0}+{1}".format(*area), "+repage"] if area else []
        run(grab, "-silent", "-window", "root", *crop, "png:" + str(path))

    def log(self):
        """What the application has printed so far."""
        with open(self.log_path, encoding="utf-8", errors="replace") as f:
            return f.read()

    def wait_log(self, text, timeout=5.0):
        """Wait until the log contains text."""
        wait_for(lambda: text in self.log(), f"log line {text!r}", timeout)

    def warnings(self, ignore=()):
        """Lines of the log that are GLib warnings, criticals or errors, or sanitizer reports, less known noise."""
        return [line for line in self.log().splitlines()
                if WARNING.search(line) and not any(i in line for i in (*KNOWN_NOISE, *ignore))]

    def quit(self, action="quit", timeout=30):
        """End the application through app.ACTION and return its exit code."""
        self.activate_action(action)
        return self.process.wait(timeout * PATIENCE)

    def close(self):
        """End the process if it still runs."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(3)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


_tap = []       # printed at the end, so that a run that is tried again leaves no half of a TAP document


def check(condition, what):
    """Count one check; the first that fails ends the test."""
    _tap.append(f"{'ok' if condition else 'not ok'} {len(_tap) + 1} - {what}")
    print(_tap[-1], file=sys.stderr, flush=True)
    if not condition:
        raise CheckFailed(what)


def ensure_session(*options):
    """Unless already inside one, start this program again inside `session` (which is beside this file)."""
    if "SESSION_DIR" not in os.environ:
        session = os.path.join(os.path.dirname(os.path.abspath(__file__)), "session")
        # G_DEBUG is for the application: a warning of the accessibility library in this program ends no test
        if "G_DEBUG" in os.environ:
            os.environ["DRIVE_G_DEBUG"] = os.environ.pop("G_DEBUG")
        os.execv(session, [session, *options, "--", sys.executable, os.path.abspath(sys.argv[0]), *sys.argv[1:]])


def main(*tests, options=("--retry",)):
    """Run the tests in a session; see the top of this file. options: for `session`, such as '--size', '800x600'."""
    ensure_session(*options)
    code = 0
    for test in tests:
        try:
            test()
        except A11yStartupError as e:
            print(f"accessibility start-up: {e}", file=sys.stderr)
            sys.exit(EX_TEMPFAIL)
        except Exception as e:      # pylint: disable=broad-except
            traceback.print_exc()
            if not isinstance(e, CheckFailed):
                _tap.append(f"not ok {len(_tap) + 1} - {str(e).splitlines()[0] if str(e) else type(e).__name__}")
            code = 1
            break
    print(*_tap, f"1..{len(_tap)}", sep="\n", flush=True)
    sys.exit(code)


if __name__ == "__main__":
    sys.exit(__doc__)
