#!/usr/bin/python3
# test-layers.py - the layers of CONTRIBUTING.md: which folder may include what, and that the build enforces it
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-layers.py SOURCE-ROOT BUILD-ROOT, as a meson test (TAP)

Two nets. The compiler: a file with the flags of the core does not compile when it includes the toolkit, the
notification library or the window. The scan: every include and every SQL text of src/ against the table below, for
what the compiler cannot see (headers that lie in /usr/include, and folders of one library)."""
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

C_LIBRARY = ("assert errno fcntl float inttypes langinfo limits locale math signal stdarg stdatomic stdbool stddef stdint stdio "
             "stdlib string strings time unistd wchar sys/").split()
GLIB = ["glib.h", "glib/", "glib-unix.h"]
GOBJECT = [*GLIB, "glib-object.h", "gobject/"]
GIO = [*GOBJECT, "gio/"]
CORE = ["src/core/"]

# folder (the longest that fits counts): system headers it may include, folders whose headers it may include beside its own
LAYERS = {
    "src/core/model/": (GOBJECT, []),
    "src/core/playbook/": (GLIB, []),
    "src/core/store/": ([*GIO, "sqlite3.h", "json-glib/"], ["src/core/model/", "src/core/playbook/"]),
    "src/core/messages/": ([*GIO, "json-glib/"], ["src/core/model/", "src/core/playbook/", "src/core/store/"]),
    "src/core/": (GIO, CORE),
    "src/exchange/": ([*GIO, "json-glib/", "libical-glib/", "libebook-contacts/", "unicode/", "libxml/"], CORE),
    "src/cli/": ([*GIO, "json-glib/"], [*CORE, "src/exchange/"]),
    "src/desktop/": ([*GIO, "libnotify/", "libportal/", "libecal/", "libebook/"], CORE),
    "src/window/": ([*GIO, "gtk/", "gdk/", "adwaita.h", "cairo.h", "pango/"], CORE),
    "src/": ([*GIO, "gtk/", "adwaita.h"], ["src/"]),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
COMMENT = re.compile(r"/\*.*?\*/", re.S)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
SQL = re.compile(r'^"\s*(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX|TRIGGER)|PRAGMA|BEGIN IMMEDIATE)\b')


def layer_of(path):
    """The folder of the table that this file belongs to."""
    return max((folder for folder in LAYERS if path.startswith(folder)), key=len)


def begins_with(name, prefixes):
    return any(name.startswith(p) if p.endswith("/") else name in (p, p + ".h") for p in prefixes)


def resolve(headers, path, name):
    """The file that `#include "name"` in path means: beside it, else the one of that name; None if there is none."""
    beside = os.path.normpath(os.path.join(os.path.dirname(path), name))
    return beside if beside in headers else next((h for h in headers if h.endswith("/" + name)), None)


def find_faults(root):
    """Every include and SQL text below root/src that breaks a rule, as a sentence each."""
    files = sorted(os.path.relpath(os.path.join(at, f), root) for at, _, names in os.walk(os.path.join(root, "src"))
                   for f in names if f.endswith((".c", ".h")))
    headers = [f for f in files if f.endswith(".h")]
    for path in files:
        with open(os.path.join(root, path), encoding="utf-8") as source:
            text = source.read()
        yield from includes_out_of_layer(headers, path, text)
        if not path.startswith("src/core/store/"):
            yield from sql_outside_store(path, text)


def includes_out_of_layer(headers, path, text):
    layer = layer_of(path)
    system, folders = LAYERS[layer]
    for kind, name in INCLUDE.findall(text):
        if kind == "<" and not begins_with(name, [*system, *C_LIBRARY]):
            yield f"{path} includes <{name}>, which {layer} must not know"
        if kind == '"':
            found = resolve(headers, path, name)
            if found is None and not name.endswith("-resources.h"):
                yield f"{path} includes \"{name}\", which is nowhere"
            elif found and not found.startswith(tuple([layer, *folders])):
                yield f"{path} includes {found}, which {layer} must not know"


def sql_outside_store(path, text):
    bare = COMMENT.sub("", text)
    if "sqlite3" in STRING.sub("", bare):
        yield f"{path} speaks to SQLite; only src/core/store/ does"
    for literal in STRING.findall(bare):
        if SQL.match(literal):
            yield f"{path} holds SQL {literal[:40]}; only src/core/store/ does"


def compile_flags(build, folder):
    """How the build compiles the files of a folder: (directory, arguments without input, output and dependency file)."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as f:
        entries = json.load(f)
    for entry in entries:
        path = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
        if f"/{folder}" in path:
            words, kept = shlex.split(entry["command"]), []
            while words:
                word = words.pop(0)
                if word in ("-o", "-MF", "-MQ", "-c"):
                    words.pop(0)
                elif word not in ("-MD", entry["file"]):
                    kept.append(word)
            return entry["directory"], kept
    return None


def compiles(flags, source):
    """Whether the compiler takes source with these flags, and what it said."""
    directory, arguments = flags
    with tempfile.NamedTemporaryFile("w", suffix=".c") as file:
        file.write(source)
        file.flush()
        done = subprocess.run([*arguments, "-fsyntax-only", file.name], cwd=directory, capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stderr


count = 0
failed = 0


def report(good, text, *details):
    global count, failed
    count += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {count} - {text}")
    for line in () if good else details:
        print("# " + line.replace("\n", "\n# "))


def test_compiler(build):
    core, window = compile_flags(build, "src/core/"), compile_flags(build, "src/window/")
    good, said = compiles(core, "#include <gio/gio.h>\n#include <sqlite3.h>\n#include <json-glib/json-glib.h>\n")
    report(good, "the core compiles with the libraries it is built on", said)
    for header in ("gtk/gtk.h", "adwaita.h", "libnotify/notify.h", "libxml/parser.h"):
        good, said = compiles(core, f"#include <{header}>\n")
        report(not good and "No such file" in said, f"a core file that includes <{header}> does not compile", said[:200])
    for header in ("window/onward-window.h", "onward-window.h", "desktop/onward-notifier.h"):
        good, said = compiles(core, f'#include "{header}"\n')
        report(not good and "No such file" in said, f'a core file that includes "{header}" does not compile', said[:200])
    if window:
        good, said = compiles(window, "#include <gtk/gtk.h>\n#include <adwaita.h>\n")
        report(good, "the same headers are there for the window", said[:200])


BROKEN = {
    "src/core/model/onward-a.c": ('#include <sqlite3.h>\n', "<sqlite3.h>"),
    "src/core/playbook/onward-b.c": ('#include "onward-a.h"\n', "src/core/model/onward-a.h"),
    "src/core/playbook/onward-c.c": ('#include <glib-object.h>\n', "<glib-object.h>"),
    "src/core/store/onward-d.c": ('#include <gtk/gtk.h>\n', "<gtk/gtk.h>"),
    "src/core/alerts/onward-e.c": ('#include <libnotify/notify.h>\n', "<libnotify/notify.h>"),
    "src/core/alerts/onward-f.c": ('char *s = "SELECT id FROM contacts";\n', "holds SQL"),
    "src/exchange/onward-g.c": ('#include <adwaita.h>\n', "<adwaita.h>"),
    "src/cli/onward-h.c": ('#include <gtk/gtk.h>\n', "<gtk/gtk.h>"),
    "src/window/onward-i.c": ('int f (void) { return sqlite3_open (0, 0); }\n', "SQLite"),
    "src/window/onward-j.c": ('#include "onward-g.h"\n', "src/exchange/onward-g.h"),
}


def test_scan(root):
    with tempfile.TemporaryDirectory() as folder:
        for path, (text, _) in {**BROKEN, "src/core/model/onward-a.h": ("", ""), "src/exchange/onward-g.h": ("", "")}.items():
            os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
            with open(os.path.join(folder, path), "w", encoding="utf-8") as f:
                f.write(text)
        faults = list(find_faults(folder))
    for path, (_, wanted) in BROKEN.items():
        report(any(f.startswith(path) and wanted in f for f in faults), f"the scan finds what is wrong in a {layer_of(path)} file ({wanted})", *faults)
    faults = list(find_faults(root))
    report(not faults, "no file of src/ reaches out of its layer", *faults)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    test_compiler(sys.argv[2])
    test_scan(sys.argv[1])
    print(f"1..{count}")
    sys.exit(1 if failed else 0)
