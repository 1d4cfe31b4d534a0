# playbook.py - a case of the playbook: facts in, the due list out
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the playbook share. Their expectations are worked out by hand from the rules' words."""
import json

from call import CliTest, run_tap  # noqa: F401
from document import Document, get_word, make_key, read_key

FAR = 800  # days
QUIET = {"debrief": {"let_go": True}}
RITA = [{"contact": "rita", "role": "recruiter"}]


def facts(**settings):
    """Acme, a job there, and four people: none of them has a part in anything yet."""
    document = Document(**settings).company("acme").opportunity("job", company="acme")
    for word in ("amara", "ben", "rita", "rob"):
        document.contact(word)
    return document


def talked(document, word="i", day="2026-02-27", people=(), opportunity="job", **members):
    """An interview of the job on that day, 10:00 to 11:00, that asks for no debrief."""
    offset = "+02:00" if "2026-03-29" <= day <= "2026-10-24" else "+01:00"
    return document.interview(word, f"{day}T10:00:00{offset}", f"{day}T11:00:00{offset}", people, opportunity=opportunity,
                              **{**QUIET, **members})


class PlaybookTest(CliTest):
    """Expected rows are written as on paper: key, person or -, remind_at, due, urgency; in the order of the list.

    A class looks at the rows of its `rules`, all rows when it names none."""

    maxDiff = None
    rules = frozenset()

    def rows(self, **options):
        """The due list in the words of the test."""
        rows = self.json("due", "--days", FAR, **options)
        rows = [row for row in rows if row["rule"] in self.rules] if self.rules else rows
        for row in rows:
            self.assertTrue(row["title"] and row["why"], row)
            self.assertEqual(row["key"].partition(":")[0], row["rule"])
        return [" ".join([read_key(row["key"]), get_word(row["contact"]) if row["contact"] else "-", row["remind_at"], row["due"],
                          row["urgency"]]) for row in rows]

    def expect(self, rows, **options):
        """The list is this one, and looking again changes nothing."""
        wanted = [" ".join(line.split()) for line in rows.strip().splitlines() if line.strip()]
        self.assertEqual(self.rows(**options), wanted)
        before = self.done("export", **options).bytes
        self.assertEqual(self.rows(**options), wanted)
        self.assertEqual(self.done("export", **options).bytes, before)

    def plan(self, document, rows, **options):
        """Imports the facts; the list is then this one."""
        self.load(document.data, **options)
        self.expect(rows, **options)

    def change(self, verb, key, *words, **options):
        """done, skip, snooze or move, with a key in the words of the test."""
        return self.json(verb, make_key(key), *words, **options)

    def owed_to(self, key, **options):
        """The word of the company that a follow-up is planned for."""
        row = next(row for row in self.json("due", "--days", FAR, **options) if row["key"] == make_key(key))
        self.assertIsNone(row["contact"])
        return get_word(row["company"])

    def stored(self, key, **options):
        """The follow-up as an export has it; None when there is none."""
        rows = json.loads(self.done("export", **options).out).get("follow_ups", [])
        return next((row for row in rows if row["key"] == make_key(key)), None)
