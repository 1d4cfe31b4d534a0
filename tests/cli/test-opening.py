#!/usr/bin/python3
# test-opening.py - what onward-cli says of a database that is older, newer, somebody else's, or not there
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-opening.py ONWARD-CLI, as a meson test (TAP)"""
import gzip
import json
import os
import sqlite3
import stat

from call import ROOT, CliTest, run_tap

FIXTURES = ROOT / "tests" / "fixtures" / "schema"
ONWARD = 0x4F6E7764


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


class Opening(CliTest):
    """One sentence that names the file and says what to do, and nothing else is touched."""

    def old(self, version=1):
        self.database.parent.mkdir(mode=0o700, exist_ok=True)
        self.database.write_bytes(gzip.decompress((FIXTURES / f"schema-{version}.db.gz").read_bytes()))
        return self.database

    def files(self):
        return {path.relative_to(self.folder): path.read_bytes() for path in self.database.parent.rglob("*")
                if path.is_file() and not path.name.endswith("-lock")}

    def refused_untouched(self):
        before = self.files()
        line = self.refused(1, "list", "contacts")
        self.assertIn(f"“{self.database}”", line)
        self.assertEqual(self.files(), before)
        return line

    def test_an_older_one_is_brought_up_to_date_after_a_copy(self):
        """What was in it is listed, and the copy is the file as it was."""
        before = self.old().read_bytes()
        names = {row.get("name") for kind in ("companies", "contacts") for row in self.json("list", kind)}
        db = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        stored = {row[0] for row in db.execute("SELECT name FROM companies UNION SELECT name FROM contacts") if row[0]}
        db.close()
        self.assertGreater(len(stored), 2)
        self.assertLessEqual(stored, names)
        [copy] = (self.database.parent / "backups").iterdir()
        self.assertEqual(copy.name, "onward-version-1-2026-03-02T090000Z.db")
        self.assertEqual(copy.read_bytes()[100:], before[100:])
        self.assertEqual((mode(copy), mode(copy.parent)), (0o600, 0o700))

    def test_every_older_version_is_whole_and_planned(self):
        """Random contents break laws of the data, and nothing else; follow-ups without a key are left alone."""
        for version in range(1, 1 + len(list(FIXTURES.glob("*.db.gz")))):
            self.old(version)
            problems = json.loads(self.call("--json", "check").out)["problems"]
            self.assertLessEqual({problem["check"] for problem in problems}, {"laws"}, version)
            for verb in ("due", "agenda", "export"):
                self.done(verb)

    def test_the_copy_can_take_its_place(self):
        """The way back that the README names: the older program finds what it left."""
        before = self.old().read_bytes()
        self.done("list", "contacts")
        [copy] = (self.database.parent / "backups").iterdir()
        os.replace(copy, self.database)
        self.assertEqual(self.database.read_bytes()[100:], before[100:])
        self.done("list", "contacts")

    def test_without_room_for_the_copy_nothing_is_changed(self):
        self.old()
        (self.database.parent / "backups").write_text("in the way")
        self.assertRegex(self.refused_untouched(), "Nothing was changed. Make room")

    def test_a_newer_one_is_refused(self):
        db = sqlite3.connect(self.old())
        db.execute("PRAGMA user_version = 4000")
        db.close()
        self.assertRegex(self.refused_untouched(), "newer Onward .version 4000 .*not changed. Install the newer Onward")

    def test_a_database_of_another_program_is_refused(self):
        self.database.parent.mkdir()
        db = sqlite3.connect(self.database)
        db.executescript("CREATE TABLE letters (text); PRAGMA application_id = 42")
        db.close()
        self.assertRegex(self.refused_untouched(), "another program.*not changed. Choose another file")

    def test_a_file_that_is_no_database_is_refused(self):
        self.database.parent.mkdir()
        for content in (b"Dear Ms Okafor, " * 100, b"PK\x03\x04" + bytes(2000), b"Dear"):
            self.database.write_bytes(content)
            self.assertRegex(self.refused_untouched(), "not an Onward database.*not changed. Choose another file")

    def test_a_folder_is_refused(self):
        self.database.mkdir(parents=True)
        self.assertRegex(self.refused_untouched(), "is a folder, and not a database")

    def test_where_no_folder_can_be_made_it_says_so(self):
        (self.folder / "data").write_text("a file where a folder should be")
        line = self.refused(1, "list", "contacts")
        self.assertRegex(line, "“.*data/onward.db” cannot be opened: .*Check that the folder exists and is yours")

    def test_a_missing_one_is_made_for_the_user_alone(self):
        self.done("list", "contacts")
        self.assertEqual((mode(self.database), mode(self.database.parent)), (0o600, 0o700))

    def test_an_empty_file_becomes_a_database(self):
        self.database.parent.mkdir()
        self.database.touch()
        self.done("list", "contacts")
        self.assertTrue(self.json("check")["ok"])
        db = sqlite3.connect(self.database)
        self.assertEqual(db.execute("PRAGMA application_id").fetchone(), (ONWARD,))
        db.close()


if __name__ == "__main__":
    run_tap()
