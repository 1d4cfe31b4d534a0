# call.py - onward-cli as a test calls it: a database of its own, and a clock that stands where the test puts it
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tests of this folder are called with the program as their first argument."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "lib"))
from tap import run_tap  # noqa: E402, F401

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "build" / "src" / "cli" / "onward-cli")
NOW = "2026-03-02T10:00"  # a Monday
ZONE = "Europe/Amsterdam"


class Call:
    """What a call of the program gave back."""

    def __init__(self, process):
        self.status = process.returncode
        self.bytes = process.stdout
        self.out = process.stdout.decode()
        self.err = process.stderr.decode()


class CliTest(unittest.TestCase):
    """A test with a folder, and a database in it that does not exist yet."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="onward-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.database = self.folder / "data" / "onward.db"

    def call(self, *words, now=NOW, zone=ZONE, database=None):
        """Calls onward-cli; the global options stand behind the first word, which may be the verb."""
        options = ["--database", str(database or self.database), "--now", now, "--timezone", zone]
        call = [PROGRAM, *map(str, words[:1]), *options, *map(str, words[1:])]
        environment = dict(os.environ, HOME=str(self.folder), XDG_DATA_HOME=str(self.folder / "share"))
        process = subprocess.run(call, capture_output=True, timeout=60, check=False, env=environment)
        return Call(process)

    def done(self, *words, **options):
        """A call that succeeds and says nothing on stderr."""
        call = self.call(*words, **options)
        self.assertEqual((call.status, call.err), (0, ""), words)
        return call

    def json(self, *words, **options):
        """The one document that a call with --json prints."""
        return json.loads(self.done("--json", *words, **options).out)

    def refused(self, status, *words, **options):
        """A call that fails with this status: one line on stderr, nothing on stdout. Returns the line."""
        call = self.call(*words, **options)
        self.assertEqual((call.status, call.out), (status, ""), (words, call.err))
        self.assertRegex(call.err, r"\Aonward-cli: [^\n]+\n\Z")
        return call.err

    def write(self, name, content):
        """A file in the test's folder; a dictionary is written as JSON."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    def load(self, document, **options):
        """Imports a document, as the program does it; returns the report."""
        return self.json("import", self.write("document.json", document), **options)[0]
