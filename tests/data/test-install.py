#!/usr/bin/python3
# test-install.py - what is installed is whole, belongs together, and knows no other place than its own
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-install.py BUILD-FOLDER PREFIX SOURCE-FOLDER, as a meson test (TAP)"""
import configparser
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from tap import run_tap  # noqa: E402

BUILD, PREFIX, SOURCE = sys.argv[1:4]
APP_ID = "io.github.onward_app.Onward"
ICONS = "share/icons/hicolor"
EXPECTED = {
    "bin/onward", "bin/onward-cli",
    f"share/applications/{APP_ID}.desktop", f"share/metainfo/{APP_ID}.metainfo.xml", f"share/mime/packages/{APP_ID}.xml",
    f"share/dbus-1/services/{APP_ID}.service", f"share/gnome-shell/search-providers/{APP_ID}.search-provider.ini",
    f"share/glib-2.0/schemas/{APP_ID}.gschema.xml",
    f"{ICONS}/scalable/apps/{APP_ID}.svg", f"{ICONS}/symbolic/apps/{APP_ID}-symbolic.svg",
    *(f"{ICONS}/symbolic/apps/{APP_ID}-{noun}-symbolic.svg" for noun in ("person", "opportunity", "company")),
}
SVG = "{http://www.w3.org/2000/svg}"
PICTURES = "https://raw.githubusercontent.com/onward-app/onward/main/"

folder = tempfile.TemporaryDirectory(prefix="onward install ")      # a space in it, as packagers may have
root = pathlib.Path(folder.name) / PREFIX.lstrip("/")


def install():
    # as packagers do: what only a running system needs (caches) is left to it
    return subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", folder.name],
                          env={**os.environ, "DESTDIR": folder.name}, capture_output=True, text=True, check=False)


def read_ini(path):
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read(root / path, encoding="utf-8")
    return parser


def read_xml(path):
    return ElementTree.parse(root / path).getroot()


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        done = install()
        assert done.returncode == 0, done.stdout + done.stderr

    def test_nothing_is_missing_and_nothing_is_too_much(self):
        installed = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
        words = {path for path in installed if re.fullmatch(r"share/locale/[a-zA-Z_@]+/LC_MESSAGES/onward\.mo", path)}
        with open(os.path.join(SOURCE, "po", "LINGUAS"), encoding="utf-8") as f:
            languages = [line.strip() for line in f if line.strip() and not line.startswith("#")]
        self.assertEqual(installed - words, EXPECTED)
        self.assertEqual(len(words), len(languages))

    def test_no_file_knows_where_it_was_made_or_put_for_the_moment(self):
        for path in EXPECTED - {"bin/onward", "bin/onward-cli"}:
            text = (root / path).read_text(encoding="utf-8")
            for place in (folder.name, BUILD, SOURCE, "@"):
                self.assertNotIn(place, text, path)
        for program in ("bin/onward", "bin/onward-cli"):
            self.assertNotIn(folder.name.encode(), (root / program).read_bytes())

    def test_the_programs_run_from_another_place(self):
        for program in ("onward", "onward-cli"):
            done = subprocess.run([root / "bin" / program, "--version"], capture_output=True, text=True, check=False, cwd="/")
            self.assertEqual((done.returncode, done.stdout.split()[0].lower()), (0, program), done.stderr)

    def test_the_desktop_entry_is_valid_and_leads_to_what_is_installed(self):
        path = f"share/applications/{APP_ID}.desktop"
        valid = subprocess.run(["desktop-file-validate", root / path], capture_output=True, text=True, check=False)
        self.assertEqual((valid.returncode, valid.stdout), (0, ""))
        file = read_ini(path)
        entry = file["Desktop Entry"]
        self.assertEqual((entry["Exec"], entry["Icon"]), (f"{PREFIX}/bin/onward %F", APP_ID))
        actions = entry["Actions"].strip(";").split(";")
        self.assertEqual({f"Desktop Action {name}" for name in actions} | {"Desktop Entry"}, set(file.sections()))
        types = {element.get("type") for element in read_xml(f"share/mime/packages/{APP_ID}.xml")}
        self.assertEqual(set(entry["MimeType"].strip(";").split(";")), types)

    def test_bus_and_search_start_the_same_program(self):
        service = read_ini(f"share/dbus-1/services/{APP_ID}.service")["D-BUS Service"]
        self.assertEqual((service["Name"], service["Exec"]), (APP_ID, f"{PREFIX}/bin/onward --gapplication-service"))
        search = read_ini(f"share/gnome-shell/search-providers/{APP_ID}.search-provider.ini")["Shell Search Provider"]
        self.assertEqual(dict(search), {"DesktopId": f"{APP_ID}.desktop", "BusName": APP_ID, "Version": "2",
                                        "ObjectPath": f"/{APP_ID.replace('.', '/')}/SearchProvider"})

    def test_files_are_known_by_name_and_by_content(self):
        data = pathlib.Path(folder.name) / "data of a user"
        shutil.copytree(root / "share" / "mime", data / "mime")
        done = subprocess.run(["update-mime-database", data / "mime"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        look = ("import json, sys\nfrom gi.repository import Gio\n"
                "print(json.dumps([Gio.content_type_guess(name, text.encode() if text else None)[0] for name, text in json.load(sys.stdin)]))")
        document = '{\n  "format": "onward",\n  "version": 1\n}\n'
        table = 'Notes:\n"Some addresses are missing"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n'
        files = {("a.onward.json", None): "application/vnd.onward+json", ("export", document): "application/vnd.onward+json",
                 ("other.json", None): "application/json", ("other", '{ "format": "other" }'): "application/json",
                 ("Connections.csv", None): "text/x-linkedin-connections", ("download", table): "text/x-linkedin-connections",
                 ("table.csv", None): "text/csv", ("table", "First Name,Last Name\nA,B\n"): "text/plain"}
        found = subprocess.run([sys.executable, "-c", look], input=json.dumps(list(files)), capture_output=True, text=True, check=True,
                               env={**os.environ, "XDG_DATA_HOME": str(data), "XDG_DATA_DIRS": "/usr/share"})
        for file, guessed in zip(files, json.loads(found.stdout)):
            self.assertIn(guessed, {files[file], "text/plain" if file[0] == "other" else files[file]}, file)

    def test_icons_are_square_drawings_of_their_own(self):
        for path in sorted(EXPECTED):
            if not path.endswith(".svg"):
                continue
            drawing = read_xml(path)
            size = 16 if "symbolic" in path else 128
            self.assertEqual(drawing.get("viewBox"), f"0 0 {size} {size}", path)
            text = (root / path).read_text(encoding="utf-8")
            self.assertNotRegex(text, r"<(image|text|script|foreignObject|use)\b|href=|@import", path)
            if "symbolic" in path:      # coloured by the theme
                self.assertLessEqual(set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text)), {"#2e3436", "#2e3434"}, path)

    def test_the_metainfo_says_what_is_installed(self):
        info = read_xml(f"share/metainfo/{APP_ID}.metainfo.xml")
        self.assertEqual((info.findtext("id"), info.findtext("launchable")), (APP_ID, f"{APP_ID}.desktop"))
        self.assertEqual({element.text for element in info.findall("provides/binary")},
                         {path.removeprefix("bin/") for path in EXPECTED if path.startswith("bin/")})
        version = subprocess.run([root / "bin" / "onward", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
        self.assertEqual(info.find("releases/release").get("version"), version)
        self.assertEqual(len(info.findall("branding/color")), 2)

    def test_its_pictures_are_in_the_repository_and_as_large_as_it_says(self):
        images = read_xml(f"share/metainfo/{APP_ID}.metainfo.xml").findall("screenshots/screenshot/image")
        self.assertGreaterEqual(len(images), 3)
        for image in images:
            self.assertTrue(image.text.startswith(PICTURES), image.text)
            with open(os.path.join(SOURCE, image.text.removeprefix(PICTURES)), "rb") as f:
                head = f.read(24)
            self.assertEqual(head[1:4], b"PNG")
            self.assertEqual(struct.unpack(">II", head[16:24]), (int(image.get("width")), int(image.get("height"))), image.text)


run_tap()
