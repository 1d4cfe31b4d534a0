# accessibility.py - what a screen reader is told about a program's window
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks over the accessibility bus, without libatspi: that walks a tree with several calls a widget, where GTK answers
one call with all it has. A Node stands for one widget; what it says is asked anew each time. Gone: it went meanwhile."""
import ast
import contextlib
import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

State = Atspi.StateType
PATIENCE = 30_000       # milliseconds; a program that is busy is no program that is gone
ROOT = "/org/a11y/atspi/accessible/root"
WINDOW_COORDINATES = 1
ROUNDS = 5
# An item of org.a11y.atspi.Cache.GetItems, as GVariant prints it: itself, application, parent, index, number of
# children, interfaces, name, role, and more. To unpack it in Python takes ten times as long.
TEXT = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
ITEM = re.compile(rf"\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), \[[^]]*\], "
                  rf"{TEXT}, (\d+), ")
# What D-Bus says of a widget that went, of one that goes just now, and of a program that ended.
VANISHED = (Gio.DBusError.UNKNOWN_METHOD, Gio.DBusError.UNKNOWN_OBJECT, Gio.DBusError.UNKNOWN_INTERFACE,
            Gio.DBusError.UNKNOWN_PROPERTY, Gio.DBusError.SERVICE_UNKNOWN, Gio.DBusError.NAME_HAS_NO_OWNER,
            Gio.DBusError.NO_REPLY)


class Gone(Exception):
    """The widget that was asked, or its program, is not there any more."""


@contextlib.contextmanager
def noticing_what_went():
    """The one place that tells a widget that went from a call that fails."""
    try:
        yield
    except GLib.Error as e:
        if any(e.matches(Gio.DBusError.quark(), code) for code in VANISHED):
            raise Gone(e.message) from e
        raise


def read_text(printed):
    return ast.literal_eval(printed) if "\\" in printed else printed[1:-1]


class Bus:
    """The accessibility bus of this session, which it starts when there is none."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, PATIENCE, None)
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address.unpack()[0], flags, None, None)
        self._changed = {}
        self.toolkits = {}      # by the bus names of programs
        self.connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "ChildrenChanged", None, None, 0, self._children_changed)
        self.programs()

    def _children_changed(self, _connection, name, path, *_):
        self._changed.setdefault(name, set()).add(path)

    @staticmethod
    def _listen():
        while GLib.MainContext.default().iteration(False):
            pass

    def changed(self, name):
        """The widgets of a program that came to have other children, or the same shown or hidden."""
        self._listen()
        return self._changed.setdefault(name, set())

    def call(self, name, path, interface, method, arguments=None):
        with noticing_what_went():
            return self.connection.call_sync(name, path, interface, method, arguments, None, 0, PATIENCE, None)

    def programs(self):
        """The bus names of the programs that can be asked."""
        children = self.call("org.a11y.atspi.Registry", ROOT, "org.a11y.atspi.Accessible", "GetChildren").unpack()[0]
        return [name for name, _ in children]

    def pid(self, name):
        return self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,))).unpack()[0]


class Node:
    """A widget, as a screen reader sees it. Where the program makes it anew, such as a row that changed, a Node with
    find_again goes over to the new one; else it says Gone from then on."""

    def __init__(self, bus, name, path=ROOT, find_again=None):
        self.bus, self.name, self.path, self._find_again = bus, name, path, find_again

    def __eq__(self, other):
        return isinstance(other, Node) and (self.name, self.path) == (other.name, other.path)

    def __hash__(self):
        return hash((self.name, self.path))

    def as_found(self):
        """The very widget that this is now, without another in its place."""
        return Node(self.bus, self.name, self.path)

    def find_again(self):
        """Goes over to the widget that is where this was; Gone when there is none."""
        found = self._find_again and self._find_again()
        if not found:
            raise Gone(f"{self.path} has gone")
        self.path = found.path

    def _ask(self, interface, method, arguments):
        tried = None
        for _ in range(ROUNDS):     # the one that comes in its place can go as well
            try:
                return self.bus.call(self.name, self.path, interface, method, arguments).unpack()
            except Gone:
                if self.path == tried:      # it is there, and cannot be asked that
                    raise
                tried = self.path
            self.find_again()
        return self.bus.call(self.name, self.path, interface, method, arguments).unpack()

    def call(self, interface, method, signature="()", *arguments):
        return self._ask(f"org.a11y.atspi.{interface}", method, GLib.Variant(signature, arguments))

    def get(self, interface, name):
        words = GLib.Variant("(ss)", (f"org.a11y.atspi.{interface}", name))
        return self._ask("org.freedesktop.DBus.Properties", "Get", words)[0]

    def get_name(self):
        return self.get("Accessible", "Name")

    def get_description(self):
        return self.get("Accessible", "Description")

    def get_role_name(self):
        return Atspi.role_get_name(Atspi.Role(self.call("Accessible", "GetRole")[0]))

    def get_children(self):
        return [Node(self.bus, name, path) for name, path in self.call("Accessible", "GetChildren")[0]]

    def get_parent(self):
        name, path = self.get("Accessible", "Parent")
        return Node(self.bus, name, path)

    def has_state(self, state):
        low, high = self.call("Accessible", "GetState")[0]
        return bool((low | high << 32) >> int(state) & 1)

    def get_extents(self):
        """x, y, width, height in its window."""
        return self.call("Component", "GetExtents", "(u)", WINDOW_COORDINATES)[0]

    def get_text(self):
        return self.call("Text", "GetText", "(ii)", 0, self.get("Text", "CharacterCount"))[0]

    def set_text(self, text):
        return self.call("EditableText", "SetTextContents", "(s)", text)[0]

    def get_actions(self):
        if "org.a11y.atspi.Action" not in self.call("Accessible", "GetInterfaces")[0]:
            return []
        return [self.call("Action", "GetName", "(i)", i)[0] for i in range(self.get("Action", "NActions"))]

    def do_action(self, index):
        return self.call("Action", "DoAction", "(i)", index)[0]

    def select_child(self, index):
        return self.call("Selection", "SelectChild", "(i)", index)[0]


class Item:
    """What a program said of one widget at one moment."""

    def __init__(self, found):
        self.path, self.parent, index, n_children, name, role = found
        self.index, self.n_children, self.role = int(index), int(n_children), int(role)
        self.name = read_text(name)
        self.children = []

    def role_name(self):
        return Atspi.role_get_name(Atspi.Role(self.role))

    def walk(self):
        """It and all in it, depth first."""
        stack = [self]
        while stack:
            item = stack.pop()
            yield item
            stack.extend(reversed(item.children))


def read_items(node):
    """What a program has told so far, by path. GTK makes a widget known when somebody asks its parent for it."""
    printed = node.bus.call(node.name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems").print_(False)
    items = {item.path: item for item in map(Item, ITEM.findall(printed))}
    if ROOT not in items:
        raise Gone("the program has no window any more")
    for item in items.values():
        if item.parent in items:
            items[item.parent].children.append(item)
    for item in items.values():
        item.children.sort(key=lambda child: child.index)
    return items


def ask_for_children(node, path, known):
    """The paths of a widget's children, by its own; and of those that were not known, and so on. All questions are on their
    way at once. Gone when the widget is; a Gone among the answers for another that is."""
    answers, asked, top = {}, set(), path

    def ask(path):
        asked.add(path)
        node.bus.connection.call(node.name, path, "org.a11y.atspi.Accessible", "GetChildren", None, None, 0, PATIENCE, None, answered, path)

    def answered(connection, result, path):
        try:
            with noticing_what_went():
                answers[path] = [child for _, child in connection.call_finish(result).unpack()[0]]
        except (Gone, GLib.Error) as e:
            answers[path] = e
            return
        for child in answers[path]:
            if child not in known and child not in asked:
                ask(child)

    ask(top)
    while len(answers) < len(asked):
        GLib.MainContext.default().iteration(True)
    if isinstance(answers[top], Exception):
        raise answers[top]
    return answers


def tells_of_changes(node):
    """Whether the program's toolkit says when children come: GTK 4.8 does; 4.18 is silent about some that are shown later."""
    known = node.bus.toolkits
    if node.name not in known:
        known[node.name] = Node(node.bus, node.name).get("Application", "Version")
    return known[node.name].startswith("4.8.")


def read_every_widget(node):
    """The same as read_tree(), by asking each widget for its children."""
    answers, items = ask_for_children(node, ROOT, ()), read_items(node)
    for path, item in items.items():
        children = answers.get(path, [])
        item.children = [items[child] for child in children if child in items] if isinstance(children, list) else []
    return items


def read_tree(node):
    """All that the program of a node has now, by path."""
    if not tells_of_changes(node):
        return read_every_widget(node)
    for _ in range(ROUNDS):
        items, whole = read_items(node), True
        changed = node.bus.changed(node.name)
        for item in items[ROOT].walk():
            if len(item.children) == item.n_children and item.path not in changed and item.path != ROOT:
                continue
            try:
                children = ask_for_children(node, item.path, items)[item.path]
            except Gone:
                continue
            whole &= all(path in items for path in children)
            if len(children) == len(item.children):
                changed.discard(item.path)      # nothing known is hidden
            item.children = [items[path] for path in children if path in items]
        if whole:
            break
    return items
