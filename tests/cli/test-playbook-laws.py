#!/usr/bin/python3
# test-playbook-laws.py - what holds for follow-ups of all rules together: days, quiet periods, pressure, history
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-playbook-laws.py ONWARD-CLI, as a meson test (TAP)

Now is Monday 2026-03-02, 10:00 in Amsterdam, unless a case says more."""
from document import Document, make_key
from playbook import RITA, PlaybookTest, facts, run_tap, talked

NO = {"kind": "rejected", "on": "2026-03-02"}


def lost(people=(), settings=None, outcome=None, **members):
    """Acme, four people and the job that was lost today; the company is of no more interest."""
    document = facts(**(settings or {})).company("acme", still_interested=False)
    return document.opportunity("job", company="acme", people=list(people), outcome=outcome or NO, **members)


class OneADay(PlaybookTest):
    def test_two_steps_to_one_person_stand_on_two_days_in_the_order_of_the_table(self):
        self.plan(talked(lost(), day="2026-02-10", people=[("rita", {"role": "recruiter", "clicked": True})]), """
                  rejection-thank-you:job  rita 2026-03-03T09:00 2026-03-03T23:59 upcoming
                  connection-note:job:rita rita 2026-03-05T09:00 2026-03-05T23:59 upcoming
                  referral-ask:job         rita 2026-03-09T09:00 2026-03-09T23:59 upcoming
                  third-party-ask:job      rita 2026-03-10T09:00 2026-03-10T23:59 upcoming""")

    def test_the_next_free_day_is_a_working_day(self):
        document = talked(lost(outcome={**NO, "on": "2026-02-27"}), day="2026-02-20", people=["amara"])
        document.add("feedback", "f", contact="amara", source="insider", received_on="2026-03-05")
        document.add("feedback", "g", contact="amara", source="insider", received_on="2026-03-05")
        self.rules = {"thank-for-feedback"}
        self.plan(document, """
                  thank-for-feedback:f amara 2026-03-06T09:00 2026-03-06T23:59 upcoming
                  thank-for-feedback:g amara 2026-03-09T09:00 2026-03-09T23:59 upcoming""", now="2026-03-05T10:00")

    def test_rows_without_a_person_do_not_clash(self):
        self.rules = {"close-as-silent"}
        document = talked(facts()).opportunity("other", company="acme")
        self.plan(talked(document, word="j", opportunity="other"), """
                  close-as-silent:job   - 2026-03-30T09:00 2026-03-30T23:59 upcoming
                  close-as-silent:other - 2026-03-30T09:00 2026-03-30T23:59 upcoming""")

    def test_thanks_after_an_interview_hold_no_day(self):
        self.rules = {"thank-you", "thank-for-feedback"}
        document = facts().interview("i", "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", ["amara"], company="acme")
        document.add("feedback", "f", contact="amara", source="interviewer", received_on="2026-03-01")
        self.plan(document, """
                  thank-for-feedback:f amara 2026-03-02T09:00 2026-03-02T23:59 today
                  thank-you:i:amara    amara 2026-03-02T11:00 2026-03-03T09:00 today""")

    def test_what_is_there_keeps_its_day_when_an_earlier_rule_comes(self):
        self.rules = {"referral-ask", "thank-for-feedback"}
        self.load(facts().add("feedback", "f", contact="amara", source="insider", received_on="2026-03-06").data,
                  now="2026-03-06T10:00")
        document = talked(lost(), day="2026-02-20", people=[("amara", {"clicked": True})])
        self.plan(document, """
                  thank-for-feedback:f amara 2026-03-09T09:00 2026-03-09T23:59 upcoming
                  referral-ask:job     amara 2026-03-10T09:00 2026-03-10T23:59 upcoming""", now="2026-03-06T10:00")

    def test_a_row_that_opens_again_is_placed_like_a_new_one(self):
        self.rules = {"ask-permission", "thank-for-feedback"}
        asked = {"introducer": "amara", "person": "ben", "recorded_on": "2026-03-02"}
        document = facts().add("introductions", "n", **asked, permission="not-asked")
        self.plan(document, "ask-permission:n amara 2026-03-03T09:00 2026-03-03T23:59 upcoming")
        self.load(Document().add("introductions", "n", **asked, permission="granted").data)
        self.load(Document().add("feedback", "f", contact="amara", source="insider", received_on="2026-03-02").data)
        self.plan(Document().add("introductions", "n", **asked, permission="not-asked"), """
                  thank-for-feedback:f amara 2026-03-03T09:00 2026-03-03T23:59 upcoming
                  ask-permission:n     amara 2026-03-04T09:00 2026-03-04T23:59 upcoming""")

    def test_what_is_done_frees_its_day_for_the_next_but_moves_nothing(self):
        self.rules = {"ask-permission", "thank-for-feedback"}
        document = facts().add("feedback", "f", contact="amara", source="insider", received_on="2026-03-02")
        self.load(document.data)
        self.change("done", "thank-for-feedback:f")
        self.plan(Document().add("introductions", "n", introducer="amara", person="ben", recorded_on="2026-03-02",
                                 permission="not-asked"),
                  "ask-permission:n amara 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_the_list_stands_in_the_order_of_moment_due_and_table(self):
        document = lost([], outcome={**NO, "by": "ben"}).interview("i", "2026-03-06T10:00:00+01:00", company="acme")
        document.add("feedback", "f", contact="amara", source="reviewer", received_on="2026-03-02")
        document.add("introductions", "n", introducer="rob", person="rita", recorded_on="2026-03-02", permission="not-asked")
        self.plan(document, """
                  rejection-thank-you:job ben   2026-03-03T09:00 2026-03-03T23:59 upcoming
                  thank-for-feedback:f    amara 2026-03-03T09:00 2026-03-03T23:59 upcoming
                  ask-permission:n        rob   2026-03-03T09:00 2026-03-03T23:59 upcoming
                  prep-stories:i          -     2026-03-03T09:00 2026-03-06T10:00 upcoming
                  prep-names:i            -     2026-03-05T09:00 2026-03-06T10:00 upcoming""")

    def test_days_of_the_user_make_no_difference_to_the_order_of_the_facts(self):
        self.rules = {"thank-for-feedback"}
        document = facts(working_days=[1, 3])
        for word in ("h", "g", "f"):
            document.add("feedback", word, contact="amara", source="reviewer", received_on="2026-03-01")
        self.plan(document, """
                  thank-for-feedback:f amara 2026-03-02T09:00 2026-03-02T23:59 today
                  thank-for-feedback:g amara 2026-03-04T09:00 2026-03-04T23:59 upcoming
                  thank-for-feedback:h amara 2026-03-09T09:00 2026-03-09T23:59 upcoming""")


class QuietPeriod(PlaybookTest):
    """An answer from Acme is promised for Friday the 13th."""

    def promised(self, document, **members):
        return document.opportunity("open", company="acme", promise={"on": "2026-03-13", "given_on": "2026-03-02"}, **members)

    def test_the_steps_after_a_no_wait_for_the_answer_to_another_application_there(self):
        document = talked(lost([], outcome={**NO, "by": "ben"}), day="2026-02-20", people=["amara"])
        self.rules = {"rejection-thank-you", "connection-note", "feedback-request"}
        self.plan(self.promised(document), """
                  rejection-thank-you:job   ben   2026-03-16T09:00 2026-03-16T23:59 upcoming
                  connection-note:job:amara amara 2026-03-16T09:00 2026-03-16T23:59 upcoming
                  feedback-request:job      amara 2026-03-17T09:00 2026-03-17T23:59 upcoming""")

    def test_an_outcome_there_moves_them_back(self):
        self.rules = {"rejection-thank-you"}
        self.load(self.promised(lost([], outcome={**NO, "by": "ben"})).data)
        self.plan(self.promised(Document(), outcome={"kind": "withdrawn", "on": "2026-03-02"}),
                  "rejection-thank-you:job ben 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_a_row_of_the_company_waits_too_and_then_for_a_working_day(self):
        self.rules = {"reapply"}
        self.plan(self.promised(lost()).company("acme", cooling_off={"until": "2026-03-08"}),
                  "reapply:acme:2026-03-02 - 2026-03-16T09:00 2026-03-16T23:59 upcoming")

    def test_preparation_and_thanks_do_not_wait(self):
        self.rules = {"prep-stories", "prep-names", "thank-you"}
        document = facts().interview("i", "2026-03-12T10:00:00+01:00", opportunity="open")
        document.interview("j", "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", ["amara"], opportunity="open",
                           kind="informational")
        self.plan(self.promised(document), """
                  thank-you:j:amara amara 2026-03-02T11:00 2026-03-03T09:00 today
                  prep-stories:i    -     2026-03-09T09:00 2026-03-12T10:00 upcoming
                  prep-names:i      -     2026-03-11T09:00 2026-03-12T10:00 upcoming""")

    def test_a_clash_never_moves_one_back_into_it(self):
        self.rules = {"thank-for-feedback"}
        document = facts().opportunity("open", company="acme", promise={"on": "2026-03-06", "given_on": "2026-03-04"})
        for word in ("f", "g"):
            document.add("feedback", word, contact="amara", opportunity="job", source="interviewer", received_on="2026-03-02")
        self.plan(document, """
                  thank-for-feedback:f amara 2026-03-03T09:00 2026-03-03T23:59 upcoming
                  thank-for-feedback:g amara 2026-03-09T09:00 2026-03-09T23:59 upcoming""")

    def test_the_days_before_the_promise_was_given_are_free(self):
        self.rules = {"thank-for-feedback"}
        document = facts().opportunity("open", company="acme", promise={"on": "2026-03-06", "given_on": "2026-03-04"})
        document.add("feedback", "f", contact="amara", opportunity="job", source="interviewer", received_on="2026-03-02")
        self.plan(document, "thank-for-feedback:f amara 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_a_row_that_was_moved_stays_where_it_is(self):
        self.rules = {"rejection-thank-you"}
        self.load(lost([], outcome={**NO, "by": "ben"}).data)
        self.change("move", "rejection-thank-you:job", "2026-03-05T11:00")
        self.plan(self.promised(Document()), "rejection-thank-you:job ben 2026-03-05T11:00 2026-03-05T23:59 upcoming")


class Pressure(PlaybookTest):
    def pressure(self, key, document, **options):
        self.load(document.data, **options)
        rows = self.json("due", "--days", 60, **options)
        return next(row for row in rows if row["key"] == make_key(key))["pressure"]

    def test_counts_the_thirty_days_before_the_reminder_and_not_before_today(self):
        document = lost([], outcome={**NO, "by": "ben"})
        document.touch("t", ["ben"], "2026-02-01T10:00:00+01:00", kind="note").touch("u", ["ben"], "2026-02-20T10:00:00+01:00",
                                                                                     kind="note")
        self.assertIn("2", self.pressure("rejection-thank-you:job", document))
        self.database = self.folder / "later" / "onward.db"
        document = lost([], outcome={**NO, "by": "ben"})
        document.touch("t", ["ben"], "2026-02-01T08:59:00+01:00", kind="note").touch("u", ["ben"], "2026-02-20T10:00:00+01:00",
                                                                                     kind="note")
        self.assertIsNone(self.pressure("rejection-thank-you:job", document))

    def test_an_answer_between_the_two_relieves(self):
        document = lost([], outcome={**NO, "by": "ben"})
        document.touch("t", ["ben"], "2026-02-10T10:00:00+01:00", kind="note").touch("u", ["ben"], "2026-02-20T10:00:00+01:00",
                                                                                     kind="note")
        document.touch("a", ["ben"], "2026-02-15T10:00:00+01:00", kind="answer", direction="in")
        self.assertIsNone(self.pressure("rejection-thank-you:job", document))

    def test_an_answer_from_before_the_first_does_not(self):
        document = lost([], outcome={**NO, "by": "ben"})
        document.touch("t", ["ben"], "2026-02-10T10:00:00+01:00", kind="note").touch("u", ["ben"], "2026-02-20T10:00:00+01:00",
                                                                                     kind="note")
        document.touch("a", ["ben"], "2026-02-09T10:00:00+01:00", kind="answer", direction="in")
        self.assertIn("2", self.pressure("rejection-thank-you:job", document))

    def test_a_row_without_a_person_is_never_pressing(self):
        document = talked(facts())
        document.touch("t", ["ben"], "2026-02-10T10:00:00+01:00", kind="note").touch("u", ["ben"], "2026-02-20T10:00:00+01:00",
                                                                                     kind="note")
        self.assertIsNone(self.pressure("close-as-silent:job", document))

    def test_messages_to_somebody_else_do_not_press(self):
        document = lost([], outcome={**NO, "by": "ben"})
        document.touch("t", ["amara"], "2026-02-10T10:00:00+01:00", kind="note").touch("u", ["ben"],
                                                                                       "2026-02-20T10:00:00+01:00", kind="note")
        self.assertIsNone(self.pressure("rejection-thank-you:job", document))


class History(PlaybookTest):
    def test_steps_long_past_are_not_opened_and_the_rest_are(self):
        document = talked(lost(RITA, outcome={**NO, "on": "2026-02-09"}), day="2026-02-02", people=["amara"])
        report = self.load(document.data)
        self.expect("""
                    third-party-ask:job  rita  2026-02-16T09:00 2026-02-16T23:59 overdue
                    feedback-request:job amara 2026-02-23T09:00 2026-02-23T23:59 overdue""")
        self.assertEqual(report["not_opened"], 3)

    def test_no_rule_looks_back_when_the_user_says_so(self):
        report = self.load(lost(RITA, {"history_days": 0}, {**NO, "on": "2026-02-20"}).data)
        self.expect("")
        self.assertEqual(report["not_opened"], 2)


class RulesOfTheUser(PlaybookTest):
    def test_each_rule_can_be_switched_off_alone(self):
        document = talked(lost([*RITA, {"contact": "rob", "role": "insider"}]), day="2026-02-10",
                          people=[("amara", {"clicked": True})])
        self.load(document.data)
        planned = [row.split(":")[0] for row in self.rows()]
        for rule in set(planned):
            self.load(Document(rules={rule: {"enabled": False}}).data)
            self.assertEqual([row.split(":")[0] for row in self.rows()], [other for other in planned if other != rule])
            self.load(Document(rules={rule: {"enabled": True}}).data)
            self.assertEqual([row.split(":")[0] for row in self.rows()], planned)

    def test_a_row_of_the_users_own_stands_last_and_is_left_alone(self):
        document = lost([], outcome={**NO, "by": "ben"})
        document.follow_up("m", make_key("manual:m"), title="Call", why="Mine", contact="ben", remind_at="2026-03-03T09:00",
                           due="2026-03-03T23:59")
        self.plan(document, """
                  rejection-thank-you:job ben 2026-03-03T09:00 2026-03-03T23:59 upcoming
                  manual:m                ben 2026-03-03T09:00 2026-03-03T23:59 upcoming""")


if __name__ == "__main__":
    run_tap()
