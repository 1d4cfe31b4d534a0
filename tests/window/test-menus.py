#!/usr/bin/python3
# test-menus.py - in a menu no two items are chosen by the same letter
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-menus.py, as a meson test (TAP). Menus of .ui files, and those that code makes of an opportunity and of an interview."""
import pathlib
import re
from xml.etree import ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]


def labels(menu):
    """Of the items of a menu and its sections; a submenu is one of its own."""
    for child in menu:
        if child.tag == "section":
            yield from labels(child)
        elif child.tag in ("item", "submenu"):
            yield from (a.text for a in child.findall("attribute") if a.get("name") == "label")


CODE = ("pipeline/onward-card-menu.c", "pipeline/onward-interview-words.c")
NEVER_TOGETHER = ({"Off_er…", "Tell _Everyone…"}, {"_Preparation and Questions", "_Prepare"})


def labels_in_code(path):
    """Of one opportunity or interview: what is for several has a menu of its own."""
    text = re.sub(r"\nonward_card_menu_create_several .*?\n}\n", "", path.read_text(encoding="utf-8"), flags=re.S)
    return re.findall(r'(?:append_item|g_menu_append\w*|g_menu_item_new) \([^"]*_ \("([^"]*)"\)', text) + re.findall(r': _ \("([^"]*)"\), "win', text)


def clashes(found):
    seen = {}
    for label in found:
        letter = re.search("_(.)", label or "")
        if letter and seen.setdefault(letter[1].lower(), label) != label and {seen[letter[1].lower()], label} not in NEVER_TOGETHER:
            yield f"{seen[letter[1].lower()]} and {label}"


def list_menus():
    for path in sorted((ROOT / "src").rglob("*.ui")):
        for menu in (m for tag in ("menu", "submenu") for m in ElementTree.parse(path).iter(tag)):
            yield f"{path.name}: {menu.get('id') or 'a submenu'}", list(labels(menu))
    for name in CODE:
        yield name, labels_in_code(ROOT / "src" / "window" / name)


n = 0
for n, (where, names) in enumerate(list_menus(), 1):
    wrong = list(clashes(names))
    good = not wrong and len(names) > 1
    print(f"{'ok' if good else 'not ok'} {n} - no two items have the same letter in {where}" + (": " + ", ".join(wrong) if wrong else ""))
print(f"1..{n}")
