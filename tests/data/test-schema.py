#!/usr/bin/python3
# test-schema.py - the JSON Schema of Onward JSON accepts what it must and refuses what is wrong
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import re
import unittest

import jsonschema

from exchange import SAMPLE, SCHEMA, find_out_of_order, find_problems, run_tap, walk

EVERY_MEMBER = pathlib.Path(__file__).resolve().parents[1] / "fixtures" / "json" / "every-member.json"
UNKNOWN = re.compile("(zeta|alpha|gadgets|later|nick|note|seen|theme|verified|unknown_[a-z_]+)$")     # how that fixture calls what nobody knows


def pair_members(value, schema, name="$"):
    """Each object of a document with its name and the members the schema names there."""
    while "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = SCHEMA["$defs"][name]
    if isinstance(value, dict) and "properties" in schema:
        yield name, value, set(schema["properties"])
        for member in set(schema["properties"]) & set(value):
            yield from pair_members(value[member], schema["properties"][member], f"{name}.{member}")
    elif isinstance(value, list) and "items" in schema:
        for item in value:
            yield from pair_members(item, schema["items"], name)


class Schema(unittest.TestCase):
    def test_it_is_a_schema_of_draft_2020_12(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        self.assertEqual(SCHEMA["$schema"], "https://json-schema.org/draft/2020-12/schema")

    def test_a_document_of_two_members_is_enough(self):
        self.assertEqual(find_problems({"format": "onward", "version": 1}), [])

    def test_unknown_members_are_allowed_at_every_depth(self):
        document = json.loads(SAMPLE)
        objects = [value for _, value in walk(document) if isinstance(value, dict)]
        for value in objects:
            value["x-unknown"] = {"kept": [None, 1.5]}
        self.assertGreater(len(objects), 500)
        self.assertEqual(find_problems(document), [])

    def test_what_is_not_onward_json_is_refused(self):
        first = {"searches": 0, "opportunities": 0, "interviews": 0, "contacts": 0, "touches": 0, "stages": 0}
        for path, wrong in [("version", 2), ("format", "backward"), ("exported_at", "2026-03-04T10:00"),
                            ("exported_at", "2026-02-30T10:00:00+01:00"), ("contacts", {}),
                            ("searches.started_on", "2026-02-30"), ("searches.id", "one"), ("stages.kind", "lost"),
                            ("stages.position", "first"), ("contacts.tier", "weekly"), ("contacts.hooks", "skiing"),
                            ("contacts.do_not_contact", "no"), ("contacts.emails", ["a@b.example"]),
                            ("opportunities.outcome", {"kind": "lost", "on": "2026-03-04"}),
                            ("opportunities.outcome", {"kind": "rejected"}), ("opportunities.company", "Helix"),
                            ("opportunities.offer", {"answer_by": "2026-03-04 17:00"}),
                            ("interviews.people", [{"rapport": 6}]), ("interviews.starts_at", "2026-03-04T10:00"),
                            ("interviews.status", "missed"), ("touches.direction", "away"),
                            ("touches.channel", "pigeon"), ("touches.at", "2026-03-04"),
                            ("settings", {"rules": {"thank-you": {"days": 3651}}}),
                            ("settings", {"working_days": [0]}), ("settings", {"alert_hours": ["08:00"]}),
                            ("feedback", [{"id": "00000000-0000-4000-8000-000000000000", "strengths": list("abcd")}]),
                            ("follow_ups", [{"id": "00000000-0000-4000-8000-000000000000", "state": "late"}])]:
            document = json.loads(SAMPLE)
            collection, _, member = path.partition(".")
            target = document[collection][first[collection]] if member else document
            target[member or collection] = wrong
            with self.subTest(path=path, wrong=wrong):
                self.assertNotEqual(find_problems(document), [])

    def test_it_names_exactly_the_members_that_are_read_and_written(self):
        document = json.loads(EVERY_MEMBER.read_text(encoding="utf-8"))
        self.assertEqual(find_problems(document), [])
        self.assertEqual(list(find_out_of_order(document, SCHEMA)), [])
        seen, named = {}, {}
        for name, value, members in pair_members(document, SCHEMA):
            seen.setdefault(name, set()).update(member for member in value if not UNKNOWN.match(member))
            named[name] = members
        for name, members in named.items():
            with self.subTest(name):
                self.assertEqual(seen[name], members)

    def test_settings_of_every_rule_fit(self):
        settings = {"alert_hours": ["07:30", "24:00"], "working_days": [], "thank_you": "same-day", "history_days": 0,
                    "keep_in_touch_per_day": 3, "rules": {
                        "decision-check-in": {"enabled": True, "days": 14}, "answer-offer": {"days": [3, 1]},
                        "keep-in-touch": {"enabled": False, "days": {"monthly": 30, "quarterly": 90, "yearly": 365}}}}
        self.assertEqual(find_problems({"format": "onward", "version": 1, "settings": settings}), [])


if __name__ == "__main__":
    run_tap()
