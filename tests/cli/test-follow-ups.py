#!/usr/bin/python3
# test-follow-ups.py - due, draft, done, skip, snooze and move with a follow-up of every rule
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-follow-ups.py ONWARD-CLI, as a meson test (TAP)"""
import datetime
import json
import re

from call import CliTest, run_tap
from document import Document, make_key, uuid
from everything import RULES, make_everything

# messages.md: the channels of each draft, best first.
CHANNELS = {"thank-you": ["email", "card", "linkedin"], "second-check-in": ["email", "phone"], "no-show": ["email", "phone"],
            "decision-check-in": ["phone", "email"], "connection-note": ["linkedin", "email"], "referral-ask": ["email", "phone"],
            "third-party-ask": ["phone", "email"], "feedback-request": ["letter", "email"], "keep-in-touch": ["linkedin", "email"],
            "thank-introducer": ["email", "phone"], "ask-permission": ["email", "phone"], "prep-names": ["email", "phone"],
            "verify-names": ["email", "phone"], "application-nudge": ["email"], "rejection-thank-you": ["email"],
            "other-openings": ["email"], "reapply": ["email"], "reopened": ["email"], "thank-for-feedback": ["email"],
            "announce-job": ["email"]}
MEMBERS = ["key", "rule", "title", "contact", "contact_name", "opportunity", "interview", "company", "remind_at", "due", "snoozed_until",
           "urgency", "pressure", "why"]
FAR = 60


class EveryRule(CliTest):
    def setUp(self):
        super().setUp()
        self.load(make_everything().data)
        self.keys = {}
        for row in self.json("due", "--days", FAR):
            self.keys.setdefault(row["rule"], row["key"])

    def find(self, key, **options):
        return next((row for row in self.json("due", "--days", 400, **options) if row["key"] == key), None)

    @staticmethod
    def days(later, earlier):
        return (datetime.date.fromisoformat(later[:10]) - datetime.date.fromisoformat(earlier[:10])).days

    def test_every_rule_asks_for_something(self):
        self.assertEqual(set(self.keys), set(RULES))

    def test_a_row_says_all_that_the_format_names(self):
        document = json.loads(self.done("export").out)
        names = {entry["id"]: entry["name"] for entry in document["contacts"]}
        known = {entry["id"] for name in ("opportunities", "interviews", "companies") for entry in document[name]}
        for row in self.json("due", "--days", FAR):
            self.assertEqual(list(row), MEMBERS)
            self.assertEqual(row["contact_name"], names.get(row["contact"]))
            for member in ("opportunity", "interview", "company"):
                self.assertTrue(row[member] is None or row[member] in known, row)
            self.assertTrue(row["title"].strip() and row["why"].strip().endswith("."), row)
            self.assertIsNone(row["snoozed_until"])

    def test_why_names_the_rule_in_one_sentence(self):
        reasons = [row["why"] for row in self.json("due", "--days", FAR)]
        for reason in reasons:
            self.assertNotRegex(reason, r"[{}%]|\b(None|null)\b|\n")
        self.assertGreater(len(set(reasons)), len(RULES) - 2)

    def test_rows_stand_in_the_order_of_moment_due_table_and_key(self):
        rows = self.json("due", "--days", FAR)
        order = [(row["remind_at"], row["due"], RULES.index(row["rule"]), row["key"]) for row in rows]
        self.assertEqual(order, sorted(order))

    def test_days_end_with_the_last_minute_of_that_day(self):
        for days in (0, 1, 7):
            last = f"2026-03-{2 + days:02d}T23:59"
            wanted = [row["key"] for row in self.json("due", "--days", FAR) if row["urgency"] == "overdue" or row["remind_at"] <= last]
            self.assertEqual([row["key"] for row in self.json("due", "--days", days)], wanted)
        self.assertEqual(self.json("due"), self.json("due", "--days", 7))

    def test_the_agenda_holds_them_all(self):
        entries = self.json("agenda", "--from", "2026-02-01", "--to", "2026-04-30")
        listed = {entry["key"] for entry in entries if entry["entry"] == "follow-up"}
        self.assertEqual(listed, {row["key"] for row in self.json("due", "--days", FAR) if row["remind_at"] < "2026-05"})

    def test_each_can_be_done_and_stays_done(self):
        for rule, key in self.keys.items():
            with self.subTest(rule):
                self.assertEqual(self.json("done", key)["state"], "done")
                self.assertIsNone(self.find(key))
                self.refused(1, "done", key)
        self.assertTrue(self.json("check")["ok"])

    def test_each_can_be_skipped(self):
        for rule, key in self.keys.items():
            with self.subTest(rule):
                self.assertEqual(self.json("skip", key)["state"], "skipped")
                self.assertIsNone(self.find(key))

    def test_each_can_be_snoozed_and_keeps_its_times(self):
        for rule, key in self.keys.items():
            with self.subTest(rule):
                before = self.find(key)
                until = f"{max(before['remind_at'], '2026-03-02T10:00')[:11]}19:00"
                self.done("snooze", key, until)
                after = self.find(key)
                self.assertEqual({**after, "snoozed_until": None, "urgency": before["urgency"]}, before)
                self.assertEqual(after["snoozed_until"], until)

    def test_each_can_be_moved_and_late_moves_along_but_for_a_fixed_end(self):
        for rule, key in self.keys.items():
            with self.subTest(rule):
                before = self.find(key)
                fixed = rule in ("prep-stories", "prep-names", "answer-offer")
                when = "2026-03-03T11:30" if fixed else "2026-05-06T11:30"
                self.done("move", key, when)
                after = self.find(key)
                self.assertEqual(after["remind_at"], when)
                if fixed:
                    self.assertEqual(after["due"], before["due"])
                else:
                    self.assertEqual(self.days(after["due"], before["due"]), self.days(when, before["remind_at"]))

    def test_done_with_a_channel_writes_a_message_of_its_kind_to_that_person(self):
        for rule in ("no-show", "second-check-in", "referral-ask", "reopened", "thank-for-feedback", "ask-permission"):
            with self.subTest(rule):
                row = self.find(self.keys[rule])
                self.done("done", row["key"], "--channel", "phone")
                touch = next(touch for touch in self.json("list", "touches") if touch["kind"] == rule)
                self.assertEqual((touch["contacts"], touch.get("opportunity"), touch.get("interview"), touch["channel"], touch["direction"]),
                                 ([row["contact"]], row["opportunity"], row["interview"], "phone", "out"))

    def test_a_second_import_of_everything_changes_nothing(self):
        report = self.load(make_everything().data)
        self.assertEqual((report["added"], report["updated"]), (0, 0))

    def test_another_database_plans_the_same_from_the_export(self):
        rows = self.json("due", "--days", 400)
        document = self.write("all.json", self.done("export").bytes)
        self.database = self.folder / "other" / "onward.db"
        self.done("import", document)
        self.assertEqual(self.json("due", "--days", 400), rows)


class Stored(CliTest):
    def test_a_row_that_names_nothing_but_its_key_is_the_same_row(self):
        """What it is about may be left out of a document."""
        self.load(make_everything().data)
        rows = self.json("due", "--days", FAR)
        document = make_everything()
        for number, row in enumerate(rows):
            document.follow_up(f"f{number:02d}", row["key"], state="skipped", done_at="2026-03-01T10:00:00+01:00",
                               remind_at=row["remind_at"], due=row["due"])
        for word in ("rita", "yara", "ben", "cora"):
            document.follow_up(word, make_key(f"manual:{word}"), title="Call", contact=word, remind_at="2026-03-02T09:00",
                               due="2026-03-02T23:59")
        self.database = self.folder / "other" / "onward.db"
        self.load(document.data)
        for word in ("rita", "yara", "ben", "cora"):
            self.done("done", make_key(f"manual:{word}"))
        self.assertEqual({row["key"] for row in rows} & {row["key"] for row in self.json("due", "--days", FAR)}, set())


class Drafts(CliTest):
    def setUp(self):
        super().setUp()
        self.load(make_everything().data)
        self.rows = {}
        for row in self.json("due", "--days", FAR):
            self.rows.setdefault(row["rule"], row)

    def draft(self, rule):
        return self.json("draft", self.rows[rule]["key"])

    def test_there_is_one_for_every_follow_up_that_writes_to_somebody(self):
        for rule, channels in CHANNELS.items():
            with self.subTest(rule):
                draft = self.draft(rule)
                self.assertEqual(list(draft), ["to", "channel", "subject", "body", "open_slots"])
                self.assertIn(draft["channel"], channels)
                self.assertGreater(len(draft["body"].split()), 15)
                self.assertNotRegex(f"{draft['subject']}{draft['body']}", r"[{}]|\bNone\b|\bnull\b")
                self.assertNotRegex(draft["body"].lower(), "just checking in|touching base|circling back")

    def test_what_asks_for_no_message_has_none(self):
        for rule in ("prep-stories", "debrief", "answer-offer", "close-as-silent"):
            with self.subTest(rule):
                self.refused(1, "draft", self.rows[rule]["key"])

    def test_goes_to_the_address_of_the_person(self):
        self.assertEqual(self.draft("thank-you")["to"], "amara@example.org")
        self.assertEqual(self.draft("reopened")["to"], "vera@example.org")

    def test_a_company_has_no_address(self):
        for rule in ("application-nudge", "reapply"):
            self.assertIsNone(self.draft(rule)["to"], rule)

    def test_the_request_for_feedback_has_three_and_three_and_never_goes_by_phone(self):
        draft = self.draft("feedback-request")
        self.assertEqual(len(re.findall(r"\bthree\b", draft["body"])), 2)
        self.load(Document().contact("ben", emails=[{"label": "work", "value": "ben@example.org"}], preferred_channel="phone").data)
        self.assertIn(self.draft("feedback-request")["channel"], ("letter", "email"))

    def test_the_preferred_channel_of_the_person_is_proposed(self):
        self.load(Document().contact("yara", emails=[{"label": "work", "value": "yara@example.org"}],
                                     phones=[{"label": "work", "value": "+31 10 000 0042"}], preferred_channel="phone").data)
        self.assertEqual(self.draft("thank-introducer")["channel"], "phone")

    def test_asking_for_a_name_says_whose(self):
        self.assertIn("Otto", self.draft("ask-permission")["body"])

    def test_a_key_that_nobody_planned_has_none(self):
        self.assertIn("thank-you:x", self.refused(1, "draft", "thank-you:x"))
        self.assertIn("no-show", self.refused(1, "draft", make_key("no-show:today")))

    def test_thanks_after_a_no_ask_for_nothing_any_more(self):
        """What wants the role is left out once somebody else has it."""
        def thank(**members):
            self.database = self.folder / (members.get("outcome", {}).get("kind", "open") + ".db")
            self.load(Document().company("helix").contact("amara").opportunity("role", company="helix", **members)
                      .interview("talk", "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", opportunity="role",
                                 people=["amara"]).data)
            return self.json("draft", make_key("thank-you:talk:amara"))["body"]

        self.assertIn("work with you", thank())
        after = thank(outcome={"kind": "rejected", "on": "2026-03-02"})
        self.assertIn("stay in touch", after)
        for words in ("work with you", "appeals to me", "interested"):
            self.assertNotIn(words, after)

    def test_a_draft_changes_nothing(self):
        before = self.done("export").bytes
        for rule in CHANNELS:
            self.draft(rule)
        self.assertEqual(self.done("export").bytes, before)


class Lists(CliTest):
    def test_what_the_playbook_reads_is_listed_with_names(self):
        self.load(make_everything().data)
        introduction = next(entry for entry in self.json("list", "introductions") if entry["id"] == uuid("name"))
        self.assertEqual((introduction["introducer_name"], introduction["person_name"], introduction["permission"]), ("Rita", "Otto", "not-asked"))
        feedback = self.json("list", "feedback")[0]
        self.assertEqual((feedback["contact_name"], feedback["source"]), ("Yara", "reviewer"))
        interview = next(entry for entry in self.json("list", "interviews") if entry["id"] == uuid("missed"))
        self.assertEqual((interview["status"], interview["company_name"], interview["people"][0]["contact_name"]), ("no-show", "Bolt", "Rita"))


if __name__ == "__main__":
    run_tap()
