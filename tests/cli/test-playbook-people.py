#!/usr/bin/python3
# test-playbook-people.py - keeping in touch, and what the user does with a follow-up
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-playbook-people.py ONWARD-CLI, as a meson test (TAP)

Now is Monday 2026-03-02, 10:00 in Amsterdam, unless a case says more."""
import json

from document import Document, make_key, uuid
from playbook import PlaybookTest, run_tap


def friend(tier="monthly", since="2026-02-02", word="amara", settings=None, **members):
    """Somebody to keep in touch with."""
    document = Document(**(settings or {}))
    return document.contact(word, tier=tier, tier_since=since, **members)


class KeepInTouch(PlaybookTest):
    rules = {"keep-in-touch"}

    def test_comes_after_30_days_and_is_late_a_week_later(self):
        self.plan(friend(), "keep-in-touch:amara:2026-02-02 amara 2026-03-04T09:00 2026-03-11T23:59 upcoming")

    def test_comes_after_90_days_quarterly(self):
        self.plan(friend("quarterly", "2025-12-05"), "keep-in-touch:amara:2025-12-05 amara 2026-03-05T09:00 2026-03-12T23:59 upcoming")

    def test_comes_after_365_days_yearly(self):
        self.plan(friend("yearly", "2025-03-03"), "keep-in-touch:amara:2025-03-03 amara 2026-03-03T09:00 2026-03-10T23:59 upcoming")

    def test_waits_for_a_working_day(self):
        self.plan(friend(since="2026-01-29"), "keep-in-touch:amara:2026-01-29 amara 2026-03-02T09:00 2026-03-09T23:59 today")

    def test_dormant_none_or_no_tier_asks_for_nothing(self):
        for tier in ("dormant", "none"):
            self.plan(friend(tier), "")
        self.plan(Document().contact("amara", tier_since="2026-02-02"), "")

    def test_without_a_day_to_count_from_there_is_no_row(self):
        self.plan(Document().contact("amara", tier="monthly"), "")

    def test_any_message_starts_it_anew(self):
        self.plan(friend().touch("t", ["amara"], "2026-02-10T23:30:00+01:00", direction="in"),
                  "keep-in-touch:amara:2026-02-10 amara 2026-03-12T09:00 2026-03-19T23:59 upcoming")

    def test_the_day_of_a_message_is_the_users(self):
        self.plan(friend().touch("t", ["amara"], "2026-02-10T23:30:00+00:00"),
                  "keep-in-touch:amara:2026-02-11 amara 2026-03-13T09:00 2026-03-20T23:59 upcoming")

    def test_an_interview_they_came_to_counts_a_mock_one_too(self):
        document = friend().interview("i", "2026-02-10T10:00:00+01:00", people=["amara"], kind="mock", debrief={"let_go": True})
        self.plan(document, "keep-in-touch:amara:2026-02-10 amara 2026-03-12T09:00 2026-03-19T23:59 upcoming")

    def test_an_interview_they_did_not_come_to_does_not_count(self):
        document = friend().interview("i", "2026-02-10T10:00:00+01:00", people=[("amara", {"attended": False})], kind="mock",
                                      debrief={"let_go": True})
        self.plan(document, "keep-in-touch:amara:2026-02-02 amara 2026-03-04T09:00 2026-03-11T23:59 upcoming")

    def test_waits_while_an_opportunity_with_them_is_open(self):
        open_job = {"company": "acme", "people": [{"contact": "amara", "role": "insider"}]}
        self.plan(friend().company("acme").opportunity("job", **open_job), "")
        self.plan(Document().opportunity("job", **open_job, outcome={"kind": "withdrawn", "on": "2026-03-02"}),
                  "keep-in-touch:amara:2026-02-02 amara 2026-03-04T09:00 2026-03-11T23:59 upcoming")

    def test_waits_for_somebody_of_an_interview_unless_it_was_cancelled(self):
        document = friend().company("acme").opportunity("job", company="acme")
        self.plan(document.interview("i", "2026-03-20T10:00:00+01:00", people=["amara"], opportunity="job"), "")
        self.plan(Document().interview("i", "2026-03-20T10:00:00+01:00", people=["amara"], opportunity="job", status="cancelled"),
                  "keep-in-touch:amara:2026-02-02 amara 2026-03-04T09:00 2026-03-11T23:59 upcoming")

    def test_an_opportunity_of_an_ended_search_or_a_closed_stage_is_not_open(self):
        row = "keep-in-touch:amara:2026-02-02 amara 2026-03-04T09:00 2026-03-11T23:59 upcoming"
        document = friend().company("acme").search("old", ended_on="2026-02-20").stage("end", "closed")
        self.plan(document.opportunity("job", company="acme", people=[{"contact": "amara"}], search="old"), row)
        self.plan(Document().opportunity("job", company="acme", people=[{"contact": "amara"}], stage="end"), row)

    def test_is_not_asked_for_somebody_not_to_be_contacted_or_oneself(self):
        self.plan(friend(do_not_contact=True), "")
        self.plan(friend(emails=[{"label": "home", "value": "me@example.org"}]).profile(email="ME@example.org"), "")

    def test_three_people_have_one_day_and_the_fourth_the_next(self):
        document = Document()
        for word in ("dan", "cid", "bea", "amy", "eve"):
            document.contact(word, tier="monthly", tier_since="2026-02-02")
        self.plan(document, """
                  keep-in-touch:amy:2026-02-02 amy 2026-03-04T09:00 2026-03-11T23:59 upcoming
                  keep-in-touch:bea:2026-02-02 bea 2026-03-04T09:00 2026-03-11T23:59 upcoming
                  keep-in-touch:cid:2026-02-02 cid 2026-03-04T09:00 2026-03-11T23:59 upcoming
                  keep-in-touch:dan:2026-02-02 dan 2026-03-05T09:00 2026-03-12T23:59 upcoming
                  keep-in-touch:eve:2026-02-02 eve 2026-03-05T09:00 2026-03-12T23:59 upcoming""")

    def test_the_number_a_day_is_the_users_and_skips_the_weekend(self):
        document = Document(keep_in_touch_per_day=1)
        for word in ("amy", "bea", "cid", "dan"):
            document.contact(word, tier="monthly", tier_since="2026-02-02")
        self.plan(document, """
                  keep-in-touch:amy:2026-02-02 amy 2026-03-04T09:00 2026-03-11T23:59 upcoming
                  keep-in-touch:bea:2026-02-02 bea 2026-03-05T09:00 2026-03-12T23:59 upcoming
                  keep-in-touch:cid:2026-02-02 cid 2026-03-06T09:00 2026-03-13T23:59 upcoming
                  keep-in-touch:dan:2026-02-02 dan 2026-03-09T09:00 2026-03-16T23:59 upcoming""")

    def test_the_numbers_of_days_are_the_users(self):
        settings = {"rules": {"keep-in-touch": {"days": {"monthly": 14, "quarterly": 90, "yearly": 365}}}}
        self.plan(friend(since="2026-02-18", settings=settings),
                  "keep-in-touch:amara:2026-02-18 amara 2026-03-04T09:00 2026-03-11T23:59 upcoming")

    def test_a_number_changed_moves_open_rows_but_no_moved_ones(self):
        self.load(friend().contact("ben", tier="monthly", tier_since="2026-02-02").data)
        self.change("move", "keep-in-touch:ben:2026-02-02", "2026-03-05T15:00")
        settings = {"rules": {"keep-in-touch": {"days": {"monthly": 35, "quarterly": 90, "yearly": 365}}}}
        self.plan(Document(**settings), """
                  keep-in-touch:ben:2026-02-02   ben   2026-03-05T15:00 2026-03-12T23:59 upcoming
                  keep-in-touch:amara:2026-02-02 amara 2026-03-09T09:00 2026-03-16T23:59 upcoming""")

    def test_skipping_starts_a_new_period_on_that_day(self):
        self.load(friend().data)
        self.change("skip", "keep-in-touch:amara:2026-02-02", now="2026-03-04T10:00")
        self.expect("keep-in-touch:amara:2026-03-04 amara 2026-04-03T09:00 2026-04-10T23:59 upcoming", now="2026-03-04T10:00")

    def test_done_starts_a_new_period_on_that_day_with_or_without_a_message(self):
        self.load(friend().contact("ben", tier="monthly", tier_since="2026-02-02").data)
        self.change("done", "keep-in-touch:amara:2026-02-02", now="2026-03-04T10:00")
        self.change("done", "keep-in-touch:ben:2026-02-02", "--channel", "phone", now="2026-03-04T10:00")
        self.expect("""
                    keep-in-touch:amara:2026-03-04 amara 2026-04-03T09:00 2026-04-10T23:59 upcoming
                    keep-in-touch:ben:2026-03-04   ben   2026-04-03T09:00 2026-04-10T23:59 upcoming""", now="2026-03-04T10:00")
        self.assertEqual([touch["contacts"] for touch in self.json("list", "touches")], [[uuid("ben")]])

    def test_a_row_skipped_on_the_day_it_counts_from_starts_the_day_after(self):
        self.plan(friend(since="2026-03-02"), "keep-in-touch:amara:2026-03-02 amara 2026-04-01T09:00 2026-04-08T23:59 upcoming")
        self.change("skip", "keep-in-touch:amara:2026-03-02")
        self.expect("keep-in-touch:amara:2026-03-03 amara 2026-04-02T09:00 2026-04-09T23:59 upcoming")


class Snooze(PlaybookTest):
    rules = {"debrief", "verify-names", "thank-you", "decision-check-in", "rejection-thank-you", "keep-in-touch"}

    def setUp(self):
        super().setUp()
        self.load(Document().company("acme").contact("amara").contact("ben")
                  .interview("i", "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", ["amara", "ben"], company="acme",
                             debrief={"let_go": True}).data)

    def test_changes_the_order_and_nothing_else(self):
        self.change("snooze", "thank-you:i:amara", "2026-03-02T15:00")
        self.expect("""
                    thank-you:i:ben   ben   2026-03-02T11:00 2026-03-03T09:00 today
                    thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 today""")
        self.assertEqual(self.json("due")[1]["snoozed_until"], "2026-03-02T15:00")

    def test_past_due_it_is_overdue_all_the_same(self):
        self.change("snooze", "thank-you:i:amara", "2026-03-09T09:00")
        self.expect("""
                    thank-you:i:ben   ben   2026-03-02T11:00 2026-03-03T09:00 overdue
                    thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 overdue""", now="2026-03-03T09:01")

    def test_until_another_day_is_upcoming(self):
        self.change("snooze", "thank-you:i:amara", "2026-03-03T08:00")
        self.expect("""
                    thank-you:i:ben   ben   2026-03-02T11:00 2026-03-03T09:00 today
                    thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 upcoming""")

    def test_stays_when_the_zone_changes(self):
        self.change("snooze", "thank-you:i:amara", "2026-03-02T18:00")
        self.rows(zone="Europe/London")
        self.assertEqual(self.stored("thank-you:i:amara", zone="Europe/London")["snoozed_until"], "2026-03-02T18:00")

    def test_is_dropped_when_the_row_is_planned_for_later_than_it(self):
        document = Document().opportunity("job", company="acme", people=[{"contact": "ben", "role": "recruiter"}],
                                          promise={"on": "2026-03-03", "given_on": "2026-03-02"})
        self.load(document.data)
        self.change("snooze", "decision-check-in:job", "2026-03-05T15:00")
        document.data["opportunities"][0]["promise"]["on"] = "2026-03-05"
        self.load(document.data)
        row = self.stored("decision-check-in:job")
        self.assertEqual((row["remind_at"], row.get("snoozed_until")), ("2026-03-06T09:00", None))


class Move(PlaybookTest):
    rules = {"decision-check-in"}

    def setUp(self):
        super().setUp()
        self.job = {"company": "acme", "people": [{"contact": "rita", "role": "recruiter"}]}
        self.load(Document().company("acme").contact("rita").opportunity("job", **self.job)
                  .interview("i", "2026-02-27T10:00:00+01:00", opportunity="job", debrief={"let_go": True}).data)
        self.change("move", "decision-check-in:i", "2026-03-18T14:00")
        self.row = "decision-check-in:i rita 2026-03-18T14:00 2026-03-18T23:59 upcoming"

    def test_takes_due_along_by_as_many_days(self):
        self.expect(self.row)

    def test_is_not_undone_by_a_promise(self):
        self.plan(Document().opportunity("job", **self.job, promise={"on": "2026-03-20", "given_on": "2026-03-02"}), self.row)

    def test_is_kept_when_an_outcome_comes_and_is_taken_back(self):
        self.plan(Document().opportunity("job", **self.job, outcome={"kind": "withdrawn", "on": "2026-03-02"}), "")
        self.plan(Document().opportunity("job", **self.job), self.row)

    def test_still_takes_a_new_person(self):
        self.plan(Document().contact("rob").opportunity("job", company="acme", people=[{"contact": "rob", "role": "recruiter"}]),
                  "decision-check-in:i rob 2026-03-18T14:00 2026-03-18T23:59 upcoming")


class DoneAndSkipped(PlaybookTest):
    rules = {"debrief", "verify-names", "thank-you", "decision-check-in", "rejection-thank-you", "keep-in-touch"}

    def setUp(self):
        super().setUp()
        self.document = (Document().company("acme").contact("amara")
                         .interview("i", "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", ["amara"], company="acme"))
        self.load(self.document.data)

    def test_stay_done_and_skipped_whatever_is_planned(self):
        self.change("done", "debrief:i")
        self.change("skip", "thank-you:i:amara")
        self.expect("")
        self.plan(self.document, "", now="2026-03-03T10:00")

    def test_done_with_a_channel_writes_the_touch_of_the_kind(self):
        self.change("done", "thank-you:i:amara", "--channel", "card")
        touch = self.json("list", "touches")[0]
        self.assertEqual((touch["kind"], touch["channel"], touch["contacts"], touch["interview"], touch["direction"]),
                         ("thank-you", "card", [uuid("amara")], uuid("i"), "out"))
        self.expect("debrief:i - 2026-03-02T09:30 2026-03-03T23:59 today")

    def test_an_import_of_the_plain_open_row_does_not_bring_it_back(self):
        before = json.loads(self.done("export").out)
        self.change("skip", "thank-you:i:amara")
        self.change("snooze", "debrief:i", "2026-03-02T18:00")
        self.load(before)
        self.expect("debrief:i - 2026-03-02T09:30 2026-03-03T23:59 today")
        self.assertEqual(self.stored("debrief:i")["snoozed_until"], "2026-03-02T18:00")
        self.assertEqual(self.stored("thank-you:i:amara")["state"], "skipped")

    def test_an_export_carries_them_to_another_database(self):
        self.change("skip", "thank-you:i:amara")
        self.change("snooze", "debrief:i", "2026-03-02T18:00")
        document = self.write("all.json", self.done("export").bytes)
        self.database = self.folder / "other" / "onward.db"
        self.done("import", document)
        self.expect("debrief:i - 2026-03-02T09:30 2026-03-03T23:59 today")
        self.assertEqual(self.stored("thank-you:i:amara")["state"], "skipped")

    def test_a_dry_run_plans_and_leaves_no_row(self):
        database, self.database = self.database, self.folder / "dry" / "onward.db"
        self.done("import", "--dry-run", self.write("again.json", self.document.data))
        self.expect("")
        self.database = database
        self.assertEqual(len(self.rows()), 2)


class Pressure(PlaybookTest):
    rules = {"debrief", "verify-names", "thank-you", "decision-check-in", "rejection-thank-you", "keep-in-touch"}

    def pressure(self, *touches):
        document = (Document().company("acme").contact("amara")
                    .interview("i", "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", ["amara"], company="acme",
                               debrief={"let_go": True}))
        for number, (at, direction) in enumerate(touches):
            document.touch(f"t{number}", ["amara"], at, direction=direction)
        self.load(document.data)
        row = next(row for row in self.json("due") if row["key"] == make_key("thank-you:i:amara"))
        return row["pressure"]

    def test_two_messages_without_an_answer_press(self):
        self.assertIn("2", self.pressure(("2026-02-10T10:00:00+01:00", "out"), ("2026-02-20T10:00:00+01:00", "out")))

    def test_an_answer_relieves(self):
        self.assertIsNone(self.pressure(("2026-02-10T10:00:00+01:00", "out"), ("2026-02-20T10:00:00+01:00", "out"),
                                        ("2026-02-21T10:00:00+01:00", "in")))

    def test_one_message_or_an_old_one_does_not_press(self):
        self.assertIsNone(self.pressure(("2026-01-20T10:00:00+01:00", "out"), ("2026-02-20T10:00:00+01:00", "out")))


if __name__ == "__main__":
    run_tap()
