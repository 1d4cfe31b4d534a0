#!/usr/bin/python3
# pseudo.py - a language nobody speaks, to see what is not translated and how the window looks right to left
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: pseudo.py FOLDER

Makes FOLDER/ar/LC_MESSAGES/onward.mo from today's source, where each Latin letter of each text became an Arabic one,
and the locale FOLDER/ar_EG.UTF-8, whose script runs from right to left. What still shows Latin letters in a program
that is started with environment (FOLDER) was written by the user, or forgotten by us.
"""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOCALE = "ar_EG.UTF-8"
LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابثدهفغحيجكلمنوپقرستطڤوخيز"))
# what gettext keeps as it is: formats of printf and of g_date_time_format, slots, keys of markup, escapes
KEPT = re.compile(r"%O[A-Za-z]|%[-'#0-9.$]*(?:l|ll|h|<[A-Za-z0-9]+>)?[A-Za-z%]|\{[^}]*\}|&[a-z]+;|\\.|<[^>]*>")
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dpgettext2:2c,3", "g_dgettext:2"]


def speak(text):
    """The text with Arabic letters for the Latin ones."""
    said, end = [], 0
    for kept in KEPT.finditer(text):
        said += [LETTERS.get(c.lower(), c) for c in text[end:kept.start()]] + [kept.group()]
        end = kept.end()
    return "".join(said + [LETTERS.get(c.lower(), c) for c in text[end:]])


def read_texts(folder):
    """All texts of the source, as gettext reads them."""
    listed = subprocess.run([str(ROOT / ".ci" / "potfiles")], capture_output=True, text=True, check=True).stdout.splitlines()
    files = [line for line in listed if line.endswith((".c", ".ui"))]
    pot = os.path.join(os.path.abspath(folder), "onward.pot")
    subprocess.run(["xgettext", "--from-code=UTF-8", "--no-wrap", f"--output={pot}", "--keyword", *(f"--keyword={k}" for k in KEYWORDS), *files],
                   check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
    with open(pot, encoding="utf-8") as f:
        return f.read()


def translate(entry):
    """An entry of the template with its translation. msgid may run over several lines."""
    fields, name = {}, None
    for line in entry.splitlines():
        begun = re.match(r'(msgctxt|msgid_plural|msgid|msgstr\S*) (".*")', line)
        if begun:
            name = begun[1]
            fields[name] = begun[2][1:-1]
        elif line.startswith('"') and name:
            fields[name] += line[1:-1]
    if not fields.get("msgid"):
        return None
    lines = [f'{name} "{fields[name]}"' for name in ("msgctxt", "msgid", "msgid_plural") if name in fields]
    if "msgid_plural" in fields:
        lines += [f'msgstr[0] "{speak(fields["msgid"])}"', f'msgstr[1] "{speak(fields["msgid_plural"])}"']
    else:
        lines += [f'msgstr "{speak(fields["msgid"])}"']
    return "\n".join(lines)


def make(folder):
    """Both parts; a second time in the same folder does nothing."""
    if os.path.exists(os.path.join(folder, "made")):
        return
    messages = os.path.join(folder, "ar", "LC_MESSAGES")
    os.makedirs(messages, exist_ok=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"'
    entries = [head, *filter(None, map(translate, read_texts(folder).split("\n\n")))]
    po = os.path.join(folder, "ar.po")
    with open(po, "w", encoding="utf-8") as f:
        f.write("\n\n".join(entries) + "\n")
    subprocess.run(["msgfmt", "-o", os.path.join(messages, "onward.mo"), po], check=True)
    subprocess.run(["localedef", "-i", "ar_EG", "-f", "UTF-8", os.path.join(folder, LOCALE)], check=True, stderr=subprocess.DEVNULL)
    with open(os.path.join(folder, "made"), "w", encoding="utf-8"):
        pass


def environment(folder):
    """What a program needs to speak it."""
    return {"LOCPATH": os.path.abspath(folder), "LC_ALL": LOCALE, "LANG": LOCALE, "LANGUAGE": "ar", "ONWARD_LOCALEDIR": os.path.abspath(folder)}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    make(sys.argv[1])
