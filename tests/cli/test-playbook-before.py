#!/usr/bin/python3
# test-playbook-before.py - what an interview asks for before it begins, and when nobody comes to it
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-playbook-before.py ONWARD-CLI, as a meson test (TAP)

Now is Monday 2026-03-02, 10:00 in Amsterdam, unless a case says more."""
from document import Document
from playbook import RITA, PlaybookTest, facts, run_tap


def booked(starts_at="2026-03-12T14:00:00+01:00", people=(), settings=None, **members):
    """An interview to come, at Acme, without an opportunity."""
    return facts(**(settings or {})).interview("i", starts_at, people=people, **{"company": "acme", **members})


class PrepareStories(PlaybookTest):
    rules = {"prep-stories"}
    ROW = "prep-stories:i - 2026-03-09T09:00 2026-03-12T14:00 upcoming"

    def test_comes_three_days_before_and_is_late_at_the_start(self):
        self.plan(booked(), self.ROW)

    def test_does_not_wait_for_a_working_day(self):
        self.plan(booked("2026-03-11T14:00:00+01:00"), "prep-stories:i - 2026-03-08T09:00 2026-03-11T14:00 upcoming")

    def test_is_there_at_once_for_an_interview_of_tomorrow(self):
        self.plan(booked("2026-03-03T14:00:00+01:00"), "prep-stories:i - 2026-02-28T09:00 2026-03-03T14:00 today")

    def test_comes_at_the_opening_when_alerts_begin_later(self):
        self.plan(booked(settings={"alert_hours": ["10:30", "18:00"]}),
                  "prep-stories:i - 2026-03-09T10:30 2026-03-12T14:00 upcoming")

    def test_comes_at_the_last_minute_when_alerts_end_earlier(self):
        self.plan(booked(settings={"alert_hours": ["06:00", "08:00"]}),
                  "prep-stories:i - 2026-03-09T07:59 2026-03-12T14:00 upcoming")

    def test_the_number_of_days_is_the_users(self):
        self.plan(booked(settings={"rules": {"prep-stories": {"days": 5}}}),
                  "prep-stories:i - 2026-03-07T09:00 2026-03-12T14:00 upcoming")

    def test_comes_an_hour_before_the_start_at_the_latest(self):
        settings = {"rules": {"prep-stories": {"days": 0}}}
        self.plan(booked("2026-03-12T09:30:00+01:00", settings=settings),
                  "prep-stories:i - 2026-03-12T08:30 2026-03-12T09:30 upcoming")

    def test_the_day_of_the_start_is_the_users(self):
        self.plan(booked("2026-03-11T20:30:00-04:00", zone="America/New_York"),
                  "prep-stories:i - 2026-03-09T09:00 2026-03-12T01:30 upcoming")

    def test_has_the_same_wall_time_when_the_clock_goes_forward_between(self):
        self.plan(booked("2026-03-31T10:00:00+02:00"), "prep-stories:i - 2026-03-28T09:00 2026-03-31T10:00 upcoming")

    def test_goes_when_a_story_is_chosen_and_comes_back_when_it_is_not(self):
        self.load(booked().add("stories", "s", title="The night shift").data)
        self.expect(self.ROW)
        self.plan(booked(stories=["73000000-0000-0000-0000-000000000000"]), "")
        self.plan(booked(), self.ROW)

    def test_goes_when_the_interview_begins(self):
        self.load(booked().data)
        self.expect("prep-stories:i - 2026-03-09T09:00 2026-03-12T14:00 today", now="2026-03-12T13:59")
        self.expect("", now="2026-03-12T14:01")
        self.assertEqual(self.stored("prep-stories:i", now="2026-03-12T14:01")["state"], "cancelled")

    def test_is_not_asked_for_a_mock_or_a_cancelled_interview(self):
        self.plan(booked(kind="mock"), "")
        self.plan(booked(status="cancelled"), "")

    def test_is_asked_for_an_informational_talk(self):
        self.plan(booked(kind="informational"), self.ROW)

    def test_an_outcome_ends_it(self):
        self.plan(booked(opportunity="job").opportunity("job", company="acme"), self.ROW)
        self.plan(Document().opportunity("job", company="acme", outcome={"kind": "withdrawn", "on": "2026-03-02"}), "")

    def test_an_ended_search_or_a_closed_stage_does_not_ask_for_it(self):
        document = booked(opportunity="job").search("old", ended_on="2026-03-01").stage("end", "closed")
        self.plan(document.opportunity("job", company="acme", search="old"), "")
        self.plan(Document().opportunity("job", company="acme", stage="end"), "")

    def test_moving_it_leaves_the_start_of_the_interview(self):
        self.load(booked().data)
        self.change("move", "prep-stories:i", "2026-03-10T16:00")
        self.expect("prep-stories:i - 2026-03-10T16:00 2026-03-12T14:00 upcoming")

    def test_an_interview_that_is_put_off_takes_it_along(self):
        self.load(booked().data)
        self.plan(booked("2026-03-19T14:00:00+01:00"), "prep-stories:i - 2026-03-16T09:00 2026-03-19T14:00 upcoming")

    def test_a_rule_that_is_switched_off_asks_for_nothing(self):
        self.plan(booked(settings={"rules": {"prep-stories": {"enabled": False}}}), "")


class PrepareNames(PlaybookTest):
    rules = {"prep-names"}
    TIMES = "2026-03-11T09:00 2026-03-12T14:00 upcoming"
    ALONE = f"prep-names:i - {TIMES}"

    def test_comes_the_day_before_without_a_person_when_nobody_is_on_it(self):
        self.plan(booked(), self.ALONE)

    def test_comes_on_the_day_before_a_sunday_too(self):
        self.plan(booked("2026-03-08T14:00:00+01:00"), "prep-names:i - 2026-03-07T09:00 2026-03-08T14:00 upcoming")

    def test_a_name_left_out_is_not_verified(self):
        self.plan(booked(people=["amara"]), self.ALONE)

    def test_a_name_that_was_heard_is_not_verified(self):
        self.plan(booked(people=[("amara", {"name_verified": "heard"})]), self.ALONE)

    def test_is_not_asked_when_every_name_is_verified(self):
        for source in ("card", "schedule", "invitation"):
            self.plan(booked(people=[("amara", {"name_verified": source})]), "")

    def test_a_card_of_the_person_verifies_the_name(self):
        self.plan(booked(people=["dora"]).contact("dora", name_verified="card"), "")

    def test_one_of_two_names_is_enough_to_ask(self):
        self.plan(booked(people=[("amara", {"name_verified": "card"}), "ben"]), self.ALONE)

    def test_the_users_own_name_need_not_be_verified(self):
        people = [("amara", {"name_verified": "card"}), ("me", {"role": "observer"})]
        document = booked(people=people).contact("me", emails=[{"label": "home", "value": "Me@Example.org"}])
        self.plan(document.profile(email="me@example.org"), "")

    def test_asks_the_coordinator_before_the_recruiter(self):
        people = [("rita", {"role": "recruiter"}), ("rob", {"role": "coordinator"})]
        self.plan(booked(people=people), f"prep-names:i rob {self.TIMES}")

    def test_asks_the_recruiter_of_the_opportunity_when_there_is_no_coordinator(self):
        document = booked(people=["amara"], opportunity="job").opportunity("job", company="acme", people=RITA)
        self.plan(document, f"prep-names:i rita {self.TIMES}")

    def test_asks_the_coordinator_of_another_interview(self):
        document = booked(opportunity="job")
        document.interview("first", "2026-02-20T10:00:00+01:00", people=[("rob", {"role": "coordinator"})], opportunity="job")
        self.plan(document, f"prep-names:i rob {self.TIMES}")

    def test_does_not_ask_somebody_of_the_company_alone(self):
        self.plan(booked().contact("rita", company="acme", roles=["recruiter", "coordinator"]), self.ALONE)

    def test_is_planned_without_a_person_when_the_only_one_is_not_to_be_contacted(self):
        document = booked(people=[("no", {"role": "coordinator"})]).contact("no", do_not_contact=True)
        self.plan(document, self.ALONE)

    def test_comes_an_hour_before_the_start_at_the_latest(self):
        settings = {"rules": {"prep-names": {"days": 0}}}
        self.plan(booked("2026-03-12T09:30:00+01:00", settings=settings),
                  "prep-names:i - 2026-03-12T08:30 2026-03-12T09:30 upcoming")

    def test_goes_when_the_names_are_verified(self):
        self.plan(booked(people=["amara"]), self.ALONE)
        self.plan(booked(people=[("amara", {"name_verified": "schedule"})]), "")

    def test_a_message_that_asks_for_the_names_ends_it_as_done(self):
        self.load(booked(people=[("rob", {"role": "coordinator"})], booked_on="2026-02-27").data)
        self.plan(Document().touch("t", ["rob"], "2026-03-02T09:45:00+01:00", kind="prep-names", interview="i"), "")
        row = self.stored("prep-names:i")
        self.assertEqual((row["state"], row["done_at"]), ("done", "2026-03-02T09:45:00+01:00"))

    def test_is_asked_for_an_informational_talk_but_no_mock_interview(self):
        self.plan(booked(kind="informational"), self.ALONE)
        self.plan(booked(kind="mock"), "")

    def test_goes_when_the_interview_begins(self):
        self.load(booked().data)
        self.expect("", now="2026-03-12T14:01")

    def test_an_outcome_ends_it(self):
        self.plan(booked(opportunity="job"), self.ALONE)
        self.plan(Document().opportunity("job", company="acme", outcome={"kind": "rejected", "on": "2026-03-02"}), "")


class NoShow(PlaybookTest):
    rules = {"no-show"}
    ROW = "no-show:i rita 2026-03-02T09:20 2026-03-02T23:59 today"

    def missed(self, starts_at="2026-03-02T09:00:00+01:00", people=(("rita", {"role": "recruiter"}),), **members):
        return booked(starts_at, people, **{"status": "no-show", **members})

    def test_comes_twenty_minutes_after_the_start_and_is_late_that_day(self):
        self.plan(self.missed(), self.ROW)

    def test_waits_for_the_opening_and_is_late_on_the_day_of_the_reminder(self):
        self.plan(self.missed("2026-03-01T19:45:00+01:00"), "no-show:i rita 2026-03-02T08:00 2026-03-02T23:59 today")

    def test_does_not_wait_for_a_working_day(self):
        self.plan(self.missed("2026-03-01T15:00:00+01:00"), "no-show:i rita 2026-03-01T15:20 2026-03-01T23:59 overdue")

    def test_asks_the_coordinator_first_and_else_anybody_on_it(self):
        self.plan(self.missed(people=["amara", ("rita", {"role": "recruiter"}), ("rob", {"role": "coordinator"})]),
                  "no-show:i rob 2026-03-02T09:20 2026-03-02T23:59 today")
        self.plan(self.missed(people=["ben", "amara"]), "no-show:i amara 2026-03-02T09:20 2026-03-02T23:59 today")

    def test_the_recruiter_of_the_opportunity_comes_before_somebody_on_it(self):
        document = self.missed(people=["amara"], opportunity="job")
        self.plan(document.opportunity("job", company="acme", people=RITA), self.ROW)

    def test_is_planned_without_a_person_when_nobody_is_known(self):
        self.plan(self.missed(people=[]), "no-show:i - 2026-03-02T09:20 2026-03-02T23:59 today")

    def test_is_not_asked_for_a_mock_interview_and_is_for_an_informational_one(self):
        self.plan(self.missed(kind="mock"), "")
        self.plan(self.missed(kind="informational"), self.ROW)

    def test_a_later_start_ends_it(self):
        self.load(self.missed().data)
        self.plan(self.missed("2026-03-05T09:00:00+01:00", status="booked"), "")

    def test_a_later_interview_of_the_opportunity_ends_it(self):
        document = self.missed(opportunity="job")
        self.plan(document, self.ROW)
        self.plan(document.interview("next", "2026-03-09T10:00:00+01:00", opportunity="job"), "")

    def test_a_later_interview_that_was_cancelled_is_a_mock_one_or_is_elsewhere_does_not(self):
        document = self.missed(opportunity="job").opportunity("other", company="acme")
        document.interview("off", "2026-03-09T10:00:00+01:00", opportunity="job", status="cancelled")
        document.interview("mock", "2026-03-09T10:00:00+01:00", opportunity="job", kind="mock")
        document.interview("else", "2026-03-09T10:00:00+01:00", opportunity="other")
        self.plan(document, self.ROW)

    def test_any_message_with_that_person_since_the_start_ends_it(self):
        for number, members in enumerate(({"direction": "in", "interview": "i"}, {"direction": "out", "channel": "phone"})):
            self.database = self.folder / str(number) / "onward.db"
            self.load(self.missed().data)
            self.plan(Document().touch("t", ["rita"], "2026-03-02T09:30:00+01:00", kind="note", **members), "")

    def test_a_message_from_before_the_start_or_with_somebody_else_does_not(self):
        document = self.missed()
        document.touch("before", ["rita"], "2026-03-02T08:30:00+01:00", kind="note", interview="i")
        document.touch("other", ["amara"], "2026-03-02T09:30:00+01:00", kind="note", interview="i")
        self.plan(document, self.ROW)

    def test_a_message_about_something_else_does_not(self):
        document = self.missed(opportunity="job").opportunity("other", company="acme")
        self.plan(document.touch("t", ["rita"], "2026-03-02T09:30:00+01:00", kind="note", opportunity="other"), self.ROW)

    def test_an_outcome_ends_it(self):
        document = self.missed(opportunity="job")
        self.plan(document.opportunity("other", company="acme"), self.ROW)
        self.plan(Document().opportunity("job", company="acme", outcome={"kind": "withdrawn", "on": "2026-03-02"}), "")

    def test_a_message_of_its_kind_ends_it_as_done(self):
        self.load(self.missed().data)
        self.plan(Document().touch("t", ["rita"], "2026-03-02T09:30:00+01:00", kind="no-show", interview="i"), "")
        self.assertEqual(self.stored("no-show:i")["state"], "done")


if __name__ == "__main__":
    run_tap()
