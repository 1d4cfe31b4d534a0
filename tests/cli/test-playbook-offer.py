#!/usr/bin/python3
# test-playbook-offer.py - what an offer asks for, and the news of an accepted one
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-playbook-offer.py ONWARD-CLI, as a meson test (TAP)

Now is Monday 2026-03-02, 10:00 in Amsterdam, unless a case says more."""
from document import Document
from playbook import RITA, PlaybookTest, facts, run_tap

YES = {"kind": "accepted", "on": "2026-03-02"}


def job(settings=None, **members):
    """Acme, four people and the job."""
    return facts(**(settings or {})).opportunity("job", company="acme", **members)


def offered(answer_by="2026-03-13", received_on="2026-03-02", settings=None, **members):
    return job(settings, offer={"received_on": received_on, "answer_by": answer_by}, **members)


class AnswerOffer(PlaybookTest):
    rules = {"answer-offer"}
    ROWS = """
        answer-offer:job:3 - 2026-03-10T09:00 2026-03-13T23:59 upcoming
        answer-offer:job:1 - 2026-03-12T09:00 2026-03-13T23:59 upcoming"""

    def test_comes_three_days_before_and_one_day_before(self):
        self.plan(offered(), self.ROWS)

    def test_does_not_wait_for_a_working_day(self):
        self.plan(offered("2026-03-11"), """
                  answer-offer:job:3 - 2026-03-08T09:00 2026-03-11T23:59 upcoming
                  answer-offer:job:1 - 2026-03-10T09:00 2026-03-11T23:59 upcoming""")

    def test_an_answer_by_an_hour_is_late_at_that_hour(self):
        self.plan(offered("2026-03-13T17:00"), """
                  answer-offer:job:3 - 2026-03-10T09:00 2026-03-13T17:00 upcoming
                  answer-offer:job:1 - 2026-03-12T09:00 2026-03-13T17:00 upcoming""")

    def test_an_offer_without_a_day_to_answer_asks_for_nothing(self):
        self.plan(job(offer={"received_on": "2026-03-02", "amount": "60 000"}), "")

    def test_of_two_before_the_offer_came_only_the_last_is_planned(self):
        self.plan(offered("2026-03-02"), "answer-offer:job:1 - 2026-03-01T09:00 2026-03-02T23:59 today")

    def test_one_on_the_day_of_the_offer_is_not_before_it(self):
        self.plan(offered("2026-03-05"), """
                  answer-offer:job:3 - 2026-03-02T09:00 2026-03-05T23:59 today
                  answer-offer:job:1 - 2026-03-04T09:00 2026-03-05T23:59 upcoming""")

    def test_comes_at_the_opening_or_the_last_minute_of_the_alert_hours(self):
        self.plan(offered(settings={"alert_hours": ["09:30", "18:00"]}), """
                  answer-offer:job:3 - 2026-03-10T09:30 2026-03-13T23:59 upcoming
                  answer-offer:job:1 - 2026-03-12T09:30 2026-03-13T23:59 upcoming""")
        self.plan(Document(alert_hours=["06:00", "09:00"]), """
                  answer-offer:job:3 - 2026-03-10T08:59 2026-03-13T23:59 upcoming
                  answer-offer:job:1 - 2026-03-12T08:59 2026-03-13T23:59 upcoming""")

    def test_other_days_of_the_user_keep_the_keys(self):
        self.plan(offered(settings={"rules": {"answer-offer": {"days": [5, 2]}}}), """
                  answer-offer:job:3 - 2026-03-08T09:00 2026-03-13T23:59 upcoming
                  answer-offer:job:1 - 2026-03-11T09:00 2026-03-13T23:59 upcoming""")

    def test_any_outcome_ends_both_and_taking_it_back_brings_them_back(self):
        for kind in ("accepted", "declined", "rejected", "withdrawn", "no-response", "cancelled"):
            self.plan(offered(), self.ROWS)
            self.plan(offered(outcome={"kind": kind, "on": "2026-03-02"}), "")
        self.plan(offered(), self.ROWS)

    def test_one_done_leaves_the_other(self):
        self.load(offered().data)
        self.change("done", "answer-offer:job:3")
        self.expect("answer-offer:job:1 - 2026-03-12T09:00 2026-03-13T23:59 upcoming")

    def test_a_day_put_off_takes_them_along(self):
        self.load(offered().data)
        self.plan(offered("2026-03-20"), """
                  answer-offer:job:3 - 2026-03-17T09:00 2026-03-20T23:59 upcoming
                  answer-offer:job:1 - 2026-03-19T09:00 2026-03-20T23:59 upcoming""")

    def test_moving_one_leaves_the_day_of_the_answer(self):
        self.load(offered().data)
        self.change("move", "answer-offer:job:3", "2026-03-11T18:00")
        self.expect("""
                    answer-offer:job:3 - 2026-03-11T18:00 2026-03-13T23:59 upcoming
                    answer-offer:job:1 - 2026-03-12T09:00 2026-03-13T23:59 upcoming""")

    def test_a_promise_does_not_make_it_wait(self):
        self.plan(offered(promise={"on": "2026-03-20", "given_on": "2026-03-02"}), self.ROWS)

    def test_is_late_when_the_day_is_over(self):
        self.load(offered().data)
        rows = self.ROWS.replace("upcoming", "today")
        self.expect(rows, now="2026-03-13T23:59")
        self.expect(rows.replace("today", "overdue"), now="2026-03-14T00:00")

    def test_a_closed_stage_or_an_ended_search_asks_for_nothing(self):
        self.plan(offered(stage="end").stage("end", "closed"), "")
        self.plan(offered(search="old").search("old", ended_on="2026-03-02"), "")


class AnnounceJob(PlaybookTest):
    rules = {"announce-job"}
    ROW = "announce-job:job - 2026-03-09T09:00 2026-03-16T23:59 upcoming"

    def test_comes_a_week_after_the_yes_and_is_late_after_two(self):
        self.plan(job(outcome=YES), self.ROW)

    def test_waits_for_a_working_day_and_is_late_on_its_own_day(self):
        self.plan(job(outcome={**YES, "on": "2026-03-01"}), "announce-job:job - 2026-03-09T09:00 2026-03-15T23:59 upcoming")

    def test_is_never_late_before_the_day_of_the_reminder_is_over(self):
        self.plan(job({"rules": {"announce-job": {"days": 20}}}, outcome=YES),
                  "announce-job:job - 2026-03-23T09:00 2026-03-23T23:59 upcoming")

    def test_fewer_days_leave_two_weeks_to_be_late(self):
        self.plan(job({"rules": {"announce-job": {"days": 1}}}, outcome=YES),
                  "announce-job:job - 2026-03-03T09:00 2026-03-16T23:59 upcoming")

    def test_is_asked_for_in_a_search_that_has_ended(self):
        self.plan(job(outcome=YES, search="old").search("old", ended_on="2026-03-02"), self.ROW)

    def test_goes_when_the_run_is_finished_and_not_when_it_has_begun(self):
        run = {"opportunity": "job", "started_at": "2026-03-02T09:00:00+01:00"}
        self.load(job(outcome=YES).data)
        self.plan(Document().add("announcement_runs", "r", **run), self.ROW)
        self.plan(Document().add("announcement_runs", "r", **run, finished_at="2026-03-02T09:30:00+01:00"), "")

    def test_the_run_of_another_job_does_not_end_it(self):
        document = job(outcome=YES).opportunity("other", company="acme")
        run = {"started_at": "2026-03-02T09:00:00+01:00", "finished_at": "2026-03-02T09:30:00+01:00"}
        self.plan(document.add("announcement_runs", "r", opportunity="other", **run), self.ROW)

    def test_no_other_outcome_asks_for_it(self):
        for kind in ("declined", "rejected", "withdrawn", "no-response", "cancelled"):
            self.plan(job(outcome={"kind": kind, "on": "2026-03-02"}), "")

    def test_does_not_wait_for_the_answer_promised_by_another_opportunity_there(self):
        document = job(outcome=YES).opportunity("other", company="acme", people=RITA,
                                                promise={"on": "2026-03-20", "given_on": "2026-03-02"})
        self.plan(document, self.ROW)

    def test_goes_when_the_yes_is_taken_back(self):
        self.load(job(outcome=YES).data)
        self.plan(Document().opportunity("job", company="acme"), "")


if __name__ == "__main__":
    run_tap()
