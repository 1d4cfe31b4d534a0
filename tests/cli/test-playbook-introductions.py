#!/usr/bin/python3
# test-playbook-introductions.py - what introductions and feedback ask for
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-playbook-introductions.py ONWARD-CLI, as a meson test (TAP)

Now is Monday 2026-03-02, 10:00 in Amsterdam, unless a case says more."""
from document import Document
from playbook import QUIET, PlaybookTest, facts, run_tap, talked


class ThankForFeedback(PlaybookTest):
    rules = {"thank-for-feedback"}
    ROW = "thank-for-feedback:f amara 2026-03-03T09:00 2026-03-03T23:59 upcoming"

    def told(self, document=None, **members):
        return (document or facts()).add("feedback", "f",
                                         **{"contact": "amara", "source": "interviewer", "received_on": "2026-03-02",
                                            **members})

    def test_comes_on_the_next_day(self):
        self.plan(self.told(), self.ROW)

    def test_waits_for_a_working_day(self):
        self.plan(self.told(received_on="2026-02-27"), "thank-for-feedback:f amara 2026-03-02T09:00 2026-03-02T23:59 today")

    def test_feedback_from_nobody_named_asks_for_nothing(self):
        self.plan(facts().add("feedback", "f", source="insider", opportunity="job", received_on="2026-03-02"), "")

    def test_is_not_planned_for_somebody_not_to_be_contacted(self):
        self.plan(self.told(facts().contact("no", do_not_contact=True), contact="no"), "")

    def test_is_not_planned_for_the_user(self):
        document = facts().contact("me",
                                   emails=[{"label": "home",
                                            "value": "Me@example.org"}]).profile(addresses_me=["me@Example.org"])
        self.plan(self.told(document, contact="me"), "")

    def test_thanking_ends_it(self):
        self.load(self.told().data)
        self.plan(Document().touch("t", ["amara"], "2026-03-02T09:00:00+01:00", kind="thank-for-feedback", channel="phone"), "")
        self.assertEqual(self.stored("thank-for-feedback:f")["state"], "done")

    def test_one_message_without_a_link_thanks_for_one_of_two(self):
        document = self.told().add("feedback", "g", contact="amara", source="reviewer", received_on="2026-02-27")
        self.plan(document.touch("t", ["amara"], "2026-03-02T09:00:00+01:00", kind="thank-for-feedback"), self.ROW)

    def test_an_ended_search_asks_for_it(self):
        document = facts().search("old", ended_on="2026-03-01").opportunity("past", company="acme", search="old")
        self.plan(self.told(document, opportunity="past"), self.ROW)

    def test_is_asked_for_after_a_rejection(self):
        document = facts().opportunity("past", company="acme", outcome={"kind": "rejected", "on": "2026-02-27"})
        self.plan(self.told(document, opportunity="past"), self.ROW)

    def test_waits_while_an_answer_is_promised_there(self):
        document = facts().opportunity("open", company="acme", promise={"on": "2026-03-10", "given_on": "2026-03-01"})
        self.plan(self.told(document, opportunity="job"),
                  "thank-for-feedback:f amara 2026-03-11T09:00 2026-03-11T23:59 upcoming")

    def test_the_number_of_days_is_the_users(self):
        self.plan(self.told(facts(rules={"thank-for-feedback": {"days": 3}})),
                  "thank-for-feedback:f amara 2026-03-05T09:00 2026-03-05T23:59 upcoming")


class AskPermission(PlaybookTest):
    rules = {"ask-permission"}
    ROW = "ask-permission:n amara 2026-03-03T09:00 2026-03-03T23:59 upcoming"

    def named(self, document=None, **members):
        return (document or facts()).add("introductions", "n",
                                         **{"introducer": "amara", "person": "ben", "recorded_on": "2026-03-02",
                                                                   "permission": "not-asked", **members})

    def test_asks_the_introducer_on_the_next_day(self):
        self.plan(self.named(), self.ROW)

    def test_waits_for_a_working_day(self):
        self.plan(self.named(recorded_on="2026-02-28"), "ask-permission:n amara 2026-03-02T09:00 2026-03-02T23:59 today")

    def test_without_a_person_there_is_nothing_to_ask(self):
        self.plan(facts().add("introductions", "n", introducer="amara", company="acme", recorded_on="2026-03-02",
                              permission="not-asked"), "")

    def test_goes_when_it_was_asked_granted_or_refused(self):
        for permission in ("asked", "granted", "refused"):
            self.plan(self.named(), self.ROW)
            self.plan(self.named(Document(), permission=permission, permission_on="2026-03-02"), "")

    def test_asking_ends_it_as_done(self):
        self.load(self.named().data)
        self.plan(Document().touch("t", ["amara"], "2026-03-02T09:00:00+01:00", kind="ask-permission"), "")
        self.assertEqual(self.stored("ask-permission:n")["done_at"], "2026-03-02T09:00:00+01:00")

    def test_is_not_planned_for_an_introducer_not_to_be_contacted(self):
        self.plan(self.named(facts().contact("no", do_not_contact=True), introducer="no"), "")

    def test_does_not_wait_while_an_answer_is_promised_there(self):
        document = facts().contact("kim", company="acme")
        document.opportunity("open", company="acme", promise={"on": "2026-03-10", "given_on": "2026-03-01"})
        self.plan(self.named(document, introducer="kim"), "ask-permission:n kim 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_two_questions_to_one_introducer_stand_on_two_days(self):
        document = self.named().add("introductions", "o", introducer="amara", person="rob", recorded_on="2026-03-02",
                                    permission="not-asked")
        self.plan(document, self.ROW + "\nask-permission:o amara 2026-03-04T09:00 2026-03-04T23:59 upcoming")


class ThankIntroducer(PlaybookTest):
    rules = {"thank-introducer"}
    MADE = "thank-introducer:n:1 amara 2026-03-03T09:00 2026-03-03T23:59 upcoming"
    INTERVIEW = "thank-introducer:n:2 amara 2026-03-04T09:00 2026-03-04T23:59 upcoming"

    def introduced(self, document=None, **members):
        return (document or facts()).add("introductions", "n",
                                         **{"introducer": "amara", "recorded_on": "2026-02-20", "permission": "granted",
                                                                   **members})

    def test_an_introduction_that_led_nowhere_yet_asks_for_nothing(self):
        self.plan(self.introduced(person="ben"), "")

    def test_comes_on_the_day_after_the_opportunity_was_added(self):
        self.plan(self.introduced().opportunity("new", company="acme", introduction="n", added_on="2026-03-02"), self.MADE)

    def test_knows_the_opportunity_that_the_introduction_names(self):
        self.plan(self.introduced(opportunity="new").opportunity("new", company="acme", added_on="2026-03-02"), self.MADE)

    def test_waits_for_a_working_day(self):
        self.plan(self.introduced().opportunity("new", company="acme", introduction="n", added_on="2026-02-27"),
                  "thank-introducer:n:1 amara 2026-03-02T09:00 2026-03-02T23:59 today")

    def test_the_first_trace_of_the_opportunity_counts(self):
        document = self.introduced().stage("first", "prospect")
        document.opportunity("new", company="acme", introduction="n", added_on="2026-03-02", applied_on="2026-02-26")
        self.plan(document, "thank-introducer:n:1 amara 2026-02-27T09:00 2026-02-27T23:59 overdue")
        self.plan(Document().add("stage_events", "e", opportunity="new", stage="first", at="2026-02-25T12:00:00+01:00"),
                  "thank-introducer:n:1 amara 2026-02-26T09:00 2026-02-26T23:59 overdue")

    def test_a_first_message_with_the_person_counts_in_either_direction(self):
        for number, direction in enumerate(("in", "out")):
            self.database = self.folder / str(number) / "onward.db"
            document = self.introduced(person="ben").touch("t", ["ben"], "2026-03-02T09:00:00+01:00", kind="note",
                                                           direction=direction)
            self.plan(document, self.MADE)

    def test_a_message_from_before_the_introduction_does_not(self):
        self.plan(self.introduced(person="ben").touch("t", ["ben"], "2026-02-19T20:00:00+01:00", kind="note"), "")

    def test_a_message_of_the_day_of_the_introduction_does(self):
        self.plan(self.introduced(person="ben", recorded_on="2026-03-02").touch("t", ["ben"], "2026-03-02T00:10:00+01:00",
                                                                                kind="note"), self.MADE)

    def test_the_earlier_of_contact_and_opportunity_counts(self):
        document = self.introduced(person="ben").opportunity("new", company="acme", introduction="n", added_on="2026-03-02")
        document.touch("t", ["ben"], "2026-02-26T20:00:00+01:00", kind="note")
        self.plan(document, "thank-introducer:n:1 amara 2026-02-27T09:00 2026-02-27T23:59 overdue")

    def test_an_interview_asks_for_thanks_again_when_it_is_booked(self):
        document = self.introduced().opportunity("new", company="acme", introduction="n", added_on="2026-03-02")
        talked(document, day="2026-03-12", opportunity="new", booked_on="2026-03-02")
        self.plan(document, self.MADE + "\n" + self.INTERVIEW)

    def test_an_interview_without_a_day_of_booking_counts_from_its_start(self):
        document = self.introduced().opportunity("new", company="acme", introduction="n", added_on="2026-03-02")
        talked(document, day="2026-03-12", opportunity="new")
        self.plan(document, self.MADE + "\nthank-introducer:n:2 amara 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_a_cancelled_or_a_mock_interview_is_none(self):
        document = self.introduced().opportunity("new", company="acme", introduction="n", added_on="2026-03-02")
        talked(document, word="off", day="2026-03-12", opportunity="new", booked_on="2026-03-02", status="cancelled")
        talked(document, word="mock", day="2026-03-12", opportunity="new", booked_on="2026-03-02", kind="mock")
        self.plan(document, self.MADE)

    def test_an_interview_with_the_person_counts_also_before_the_introduction(self):
        document = self.introduced(person="ben", recorded_on="2026-03-02")
        document.interview("i", "2026-02-27T10:00:00+01:00", people=["ben"], company="acme", **QUIET)
        self.plan(document, "thank-introducer:n:2 amara 2026-03-02T09:00 2026-03-02T23:59 today")

    def test_is_moved_to_another_day_when_both_fall_on_one(self):
        document = self.introduced(person="ben").touch("t", ["ben"], "2026-03-02T09:00:00+01:00", kind="note")
        document.interview("i", "2026-03-20T10:00:00+01:00", people=["ben"], company="acme", booked_on="2026-03-02")
        self.plan(document, self.MADE + "\n" + self.INTERVIEW)

    def test_thanks_between_the_two_events_end_the_first_alone(self):
        document = self.introduced(person="ben").touch("t", ["ben"], "2026-02-26T09:00:00+01:00", kind="note")
        document.touch("u", ["amara"], "2026-02-27T09:00:00+01:00", kind="thank-introducer")
        document.interview("i", "2026-03-20T10:00:00+01:00", people=["ben"], company="acme", booked_on="2026-03-02")
        self.plan(document, "thank-introducer:n:2 amara 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_is_not_planned_for_an_introducer_not_to_be_contacted(self):
        document = self.introduced(facts().contact("no", do_not_contact=True), introducer="no")
        self.plan(document.opportunity("new", company="acme", introduction="n", added_on="2026-03-02"), "")

    def test_an_ended_search_asks_for_it(self):
        document = self.introduced().search("old", ended_on="2026-03-02")
        self.plan(document.opportunity("new", company="acme", introduction="n", added_on="2026-03-02", search="old"), self.MADE)

    def test_does_not_wait_while_an_answer_is_promised_there(self):
        promise = {"on": "2026-03-10", "given_on": "2026-03-01"}
        self.plan(self.introduced().opportunity("new", company="acme", introduction="n", added_on="2026-03-02",
                                                promise=promise), self.MADE)

    def test_a_rule_that_is_switched_off_asks_for_nothing(self):
        document = self.introduced(facts(rules={"thank-introducer": {"enabled": False}}))
        self.plan(document.opportunity("new", company="acme", introduction="n", added_on="2026-03-02"), "")


if __name__ == "__main__":
    run_tap()
