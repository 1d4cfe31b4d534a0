#!/usr/bin/python3
# test-read-only.py - a database that cannot be written is read all the same, planned anew, and left as it is
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-read-only.py ONWARD-CLI, as a meson test (TAP)"""
import gzip
import hashlib
import os
import shutil
import subprocess

from call import PROGRAM, ROOT, CliTest, run_tap
from document import Document

NOBODY = 65534


class ReadOnly(CliTest):
    """Somebody else's file. Root may write everything, so there the reader is another user, with a program of its own."""

    def setUp(self):
        super().setUp()
        self.load(Document().company("helix").contact("amara").opportunity("role", company="helix")
                  .interview("talk", "2026-03-02T09:00:00+01:00", "2026-03-02T10:00:00+01:00", opportunity="role",
                             people=["amara"]).data)
        self.program = shutil.copy(PROGRAM, self.folder / "onward-cli")
        self.runtime = self.folder / "runtime"
        self.runtime.mkdir()
        os.chmod(self.runtime, 0o777)
        for path in (self.folder, self.database.parent, self.program):
            os.chmod(path, 0o555)
        for path in self.database.parent.iterdir():
            os.chmod(path, 0o444)
        self.addCleanup(lambda: [os.chmod(path, 0o755) for path in (self.folder, self.database.parent)])

    def read(self, *words, now="2026-03-02T16:00"):
        user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.getuid() == 0 else {}
        return subprocess.run([self.program, *words, "--database", self.database, "--now", now, "--timezone", "Europe/Amsterdam"],
                              capture_output=True, text=True, timeout=60, check=False, **user,
                              env=dict(os.environ, HOME=str(self.folder), XDG_RUNTIME_DIR=str(self.runtime)))

    def hashes(self):
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in self.database.parent.iterdir()}

    def test_what_is_due_is_planned_without_writing(self):
        """What time has made due is seen, and the files are the same afterwards."""
        before = self.hashes()
        call = self.read("due")
        self.assertEqual((call.returncode, call.stderr), (0, ""))
        self.assertIn("Thank ", call.stdout)
        self.assertEqual(self.hashes(), before)
        self.assertEqual(list(self.runtime.iterdir()), [], "the copy is gone")

    def test_an_older_database_is_read_in_a_copy(self):
        """The copy is brought up to date, and neither it nor a copy of it stays."""
        os.chmod(self.database, 0o644)
        self.database.write_bytes(gzip.decompress((ROOT / "tests" / "fixtures" / "schema" / "schema-1.db.gz").read_bytes()))
        os.chmod(self.database, 0o444)
        before = self.hashes()
        call = self.read("list", "contacts")
        self.assertEqual((call.returncode, call.stderr), (0, ""))
        self.assertGreater(len(call.stdout.splitlines()), 2)
        self.assertEqual(self.hashes(), before)
        self.assertEqual(list(self.runtime.iterdir()), [], "the copy is gone")

    def test_nothing_can_be_changed(self):
        """A change is refused in a sentence that says what to do."""
        before = self.hashes()
        for words in (["done", "thank-you:x"], ["import", str(self.folder / "document.json")]):
            call = self.read(*words)
            self.assertEqual((call.returncode, call.stdout), (1, ""), words)
            self.assertRegex(call.stderr, r"\Aonward-cli: “.*onward\.db” can only be read, so nothing was changed\. .*\n\Z")
        self.assertEqual(self.hashes(), before)


if __name__ == "__main__":
    run_tap()
