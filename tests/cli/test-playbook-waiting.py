#!/usr/bin/python3
# test-playbook-waiting.py - what an answer asks for that does not come, not even after a first question
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-playbook-waiting.py ONWARD-CLI, as a meson test (TAP)

Now is Monday 2026-03-02, 10:00 in Amsterdam, unless a case says more. Debriefs are let go."""
from document import Document
from playbook import QUIET, RITA, PlaybookTest, facts, run_tap, talked

ASKED = "2026-03-13T09:30"  # the moment at which the check-in of asked_once () was done: a Friday


def job(people=(), **members):
    """The job at Acme with these people, as a later import brings it."""
    return Document().opportunity("job", company="acme", people=list(people), **members)


def start(people=RITA, settings=None, **members):
    """Acme, four people and the job."""
    return facts(**(settings or {})).opportunity("job", company="acme", people=list(people), **members)


class SecondCheckIn(PlaybookTest):
    rules = {"decision-check-in", "second-check-in"}
    ROW = "second-check-in:i rita 2026-03-20T09:00 2026-03-20T23:59 upcoming"

    def ask_once(self, document=None, verb="done"):
        self.load((document or talked(start())).data)
        self.change(verb, "decision-check-in:i", now=ASKED)

    def test_comes_a_week_after_the_first_was_done(self):
        self.ask_once()
        self.expect(self.ROW, now=ASKED)

    def test_comes_a_week_after_the_message_that_was_the_first(self):
        document = talked(start()).touch("t", ["rita"], "2026-03-10T15:00:00+01:00", kind="decision-check-in",
                                         opportunity="job")
        self.plan(document, "second-check-in:i rita 2026-03-17T09:00 2026-03-17T23:59 upcoming", now="2026-03-11T10:00")

    def test_waits_for_a_working_day(self):
        self.load(talked(start()).data)
        self.change("done", "decision-check-in:i", now="2026-03-14T09:30")
        self.expect("second-check-in:i rita 2026-03-23T09:00 2026-03-23T23:59 upcoming", now="2026-03-14T09:30")

    def test_a_first_one_that_was_skipped_asks_for_no_second(self):
        self.ask_once(verb="skip")
        self.expect("", now=ASKED)

    def test_goes_to_the_person_of_the_first_although_another_would_be_chosen_now(self):
        self.ask_once(talked(start(), promise={"on": "2026-03-10", "given_on": "2026-02-27", "by": "ben"}))
        self.expect("second-check-in:i ben 2026-03-20T09:00 2026-03-20T23:59 upcoming", now=ASKED)
        self.plan(talked(job(RITA)), "second-check-in:i ben 2026-03-20T09:00 2026-03-20T23:59 upcoming", now=ASKED)

    def test_is_chosen_anew_when_that_person_is_not_to_be_contacted_any_more(self):
        self.ask_once(talked(start([*RITA, {"contact": "ben", "role": "hiring-manager"}])))
        self.plan(Document().contact("rita", do_not_contact=True),
                  "second-check-in:i ben 2026-03-20T09:00 2026-03-20T23:59 upcoming", now=ASKED)

    def test_is_planned_without_a_person_when_the_first_had_none(self):
        self.ask_once(talked(start([])))
        self.expect("second-check-in:i - 2026-03-20T09:00 2026-03-20T23:59 upcoming", now=ASKED)

    def test_a_promise_that_was_over_before_the_interview_chooses_nobody(self):
        self.ask_once(talked(start([]), promise={"on": "2026-02-26", "by": "ben"}))
        self.expect("second-check-in:i - 2026-03-20T09:00 2026-03-20T23:59 upcoming", now=ASKED)

    def test_an_answer_ends_it(self):
        self.ask_once()
        self.plan(Document().touch("t", ["rita"], "2026-03-13T11:00:00+01:00", direction="in", opportunity="job"), "",
                  now="2026-03-13T12:00")

    def test_an_answer_of_somebody_of_the_opportunity_without_a_link_ends_it(self):
        self.ask_once()
        self.plan(Document().touch("t", ["rita"], "2026-03-13T11:00:00+01:00", direction="in"), "", now="2026-03-13T12:00")

    def test_an_answer_from_before_the_first_does_not(self):
        self.ask_once(talked(start()).touch("t", ["rita"], "2026-03-02T09:00:00+01:00", direction="in", opportunity="job"))
        self.expect(self.ROW, now=ASKED)

    def test_an_answer_about_another_job_or_of_a_stranger_does_not(self):
        self.ask_once()
        document = Document().opportunity("other", company="acme")
        document.touch("t", ["rita"], "2026-03-13T11:00:00+01:00", direction="in", opportunity="other")
        document.touch("u", ["rob"], "2026-03-13T11:00:00+01:00", direction="in")
        self.plan(document, self.ROW, now="2026-03-13T12:00")

    def test_an_outcome_ends_it_and_taking_it_back_brings_it_back(self):
        self.ask_once()
        self.plan(job(RITA, outcome={"kind": "no-response", "on": "2026-03-13"}), "", now=ASKED)
        self.plan(job(RITA), self.ROW, now=ASKED)

    def test_a_new_interview_ends_it(self):
        self.ask_once()
        self.plan(talked(Document(), word="next", day="2026-03-18"), "", now=ASKED)

    def test_a_new_interview_that_has_ended_is_asked_after_by_itself(self):
        self.ask_once()
        self.plan(talked(Document(), word="next", day="2026-03-16"),
                  "decision-check-in:next rita 2026-03-30T09:00 2026-03-30T23:59 upcoming", now="2026-03-16T12:00")

    def test_a_new_promise_ends_it_and_asks_once_more_when_it_has_passed(self):
        self.ask_once()
        self.plan(job(RITA, promise={"on": "2026-03-25", "given_on": "2026-03-16"}),
                  "decision-check-in:i:2026-03-16 rita 2026-03-26T09:00 2026-03-26T23:59 upcoming", now="2026-03-16T12:00")

    def test_after_the_check_in_of_a_promise_it_has_the_key_of_that(self):
        self.ask_once()
        self.load(job(RITA, promise={"on": "2026-03-25", "given_on": "2026-03-16"}).data, now="2026-03-16T12:00")
        self.change("done", "decision-check-in:i:2026-03-16", now="2026-03-26T10:00")
        self.expect("second-check-in:i:2026-03-16 rita 2026-04-02T09:00 2026-04-02T23:59 upcoming", now="2026-03-26T10:00")

    def test_a_promise_without_any_interview_has_a_second_too(self):
        self.load(start(promise={"on": "2026-03-04", "given_on": "2026-02-27"}).data)
        self.change("done", "decision-check-in:job", now="2026-03-05T10:00")
        self.expect("second-check-in:job rita 2026-03-12T09:00 2026-03-12T23:59 upcoming", now="2026-03-05T10:00")

    def test_a_message_of_its_kind_ends_it_as_done(self):
        self.ask_once()
        self.plan(Document().touch("t", ["rita"], "2026-03-13T11:00:00+01:00", kind="second-check-in", opportunity="job"), "",
                  now="2026-03-13T12:00")
        self.assertEqual(self.stored("second-check-in:i", now="2026-03-13T12:00")["state"], "done")

    def test_the_number_of_days_is_the_users(self):
        self.ask_once()
        self.plan(Document(rules={"second-check-in": {"days": 10}}),
                  "second-check-in:i rita 2026-03-23T09:00 2026-03-23T23:59 upcoming", now=ASKED)

    def test_a_search_that_has_ended_does_not_ask(self):
        self.ask_once()
        self.plan(job(RITA, search="old").search("old", ended_on="2026-03-13"), "", now=ASKED)


class CloseAsSilent(PlaybookTest):
    rules = {"close-as-silent"}

    def test_comes_a_month_after_the_latest_interview(self):
        self.plan(talked(start()), "close-as-silent:job - 2026-03-30T09:00 2026-03-30T23:59 upcoming")

    def test_names_the_opportunity(self):
        self.load(talked(start()).data)
        row = self.stored("close-as-silent:job")
        self.assertEqual((row["opportunity"], row.get("contact")), (self.json("list", "opportunities")[0]["id"], None))

    def test_counts_from_the_promised_day(self):
        self.plan(talked(start(), promise={"on": "2026-03-10"}),
                  "close-as-silent:job - 2026-04-09T09:00 2026-04-09T23:59 upcoming")

    def test_counts_from_the_check_in(self):
        self.load(talked(start()).data)
        self.change("done", "decision-check-in:i", now=ASKED)
        self.expect("close-as-silent:job - 2026-04-13T09:00 2026-04-13T23:59 upcoming", now=ASKED)

    def test_counts_from_the_second_check_in(self):
        self.load(talked(start()).data)
        self.change("done", "decision-check-in:i", now=ASKED)
        self.change("done", "second-check-in:i", now="2026-03-20T10:00")
        self.expect("close-as-silent:job - 2026-04-20T09:00 2026-04-20T23:59 upcoming", now="2026-03-20T10:00")

    def test_counts_from_the_nudge_when_there_was_no_interview(self):
        self.load(start(applied_on="2026-02-16").data)
        self.expect("")
        self.change("done", "application-nudge:job")
        self.expect("close-as-silent:job - 2026-04-01T09:00 2026-04-01T23:59 upcoming")

    def test_does_not_count_a_check_in_that_was_skipped(self):
        self.load(talked(start()).data)
        self.change("skip", "decision-check-in:i", now=ASKED)
        self.expect("close-as-silent:job - 2026-03-30T09:00 2026-03-30T23:59 upcoming", now=ASKED)

    def test_waits_for_a_working_day(self):
        self.plan(talked(start(), day="2026-02-26"), "close-as-silent:job - 2026-03-30T09:00 2026-03-30T23:59 upcoming")

    def test_an_application_alone_is_not_silence(self):
        self.plan(start(applied_on="2026-01-05"), "")

    def test_a_promise_without_an_interview_is(self):
        self.plan(start(promise={"on": "2026-03-10", "given_on": "2026-03-01"}),
                  "close-as-silent:job - 2026-04-09T09:00 2026-04-09T23:59 upcoming")

    def test_an_answer_since_then_ends_it(self):
        document = talked(start()).touch("t", ["rita"], "2026-03-01T10:00:00+01:00", direction="in", opportunity="job")
        self.plan(document, "")

    def test_an_answer_from_before_the_interview_does_not(self):
        document = talked(start()).touch("t", ["rita"], "2026-02-27T09:00:00+01:00", direction="in", opportunity="job")
        self.plan(document, "close-as-silent:job - 2026-03-30T09:00 2026-03-30T23:59 upcoming")

    def test_an_interview_booked_ends_it(self):
        self.plan(talked(start()), "close-as-silent:job - 2026-03-30T09:00 2026-03-30T23:59 upcoming")
        self.plan(talked(Document(), word="next", day="2026-03-10"), "")

    def test_any_outcome_ends_it(self):
        document = talked(start())
        for kind in ("accepted", "declined", "rejected", "withdrawn", "no-response", "cancelled"):
            self.plan(document, "close-as-silent:job - 2026-03-30T09:00 2026-03-30T23:59 upcoming")
            self.plan(job(RITA, outcome={"kind": kind, "on": "2026-03-02"}), "")

    def test_an_informational_talk_or_opportunity_is_never_silent(self):
        self.plan(talked(start(kind="informational")), "")
        self.plan(talked(start(), kind="informational"), "")

    def test_a_mock_interview_is_none(self):
        self.plan(talked(start(), kind="mock"), "")

    def test_the_number_of_days_is_the_users(self):
        self.plan(talked(start(settings={"rules": {"close-as-silent": {"days": 45}}})),
                  "close-as-silent:job - 2026-04-13T09:00 2026-04-13T23:59 upcoming")

    def test_a_moved_one_keeps_its_day_when_the_number_changes(self):
        self.load(talked(start()).data)
        self.change("move", "close-as-silent:job", "2026-04-01T15:00")
        self.plan(Document(rules={"close-as-silent": {"days": 45}}),
                  "close-as-silent:job - 2026-04-01T15:00 2026-04-01T23:59 upcoming")


class ApplicationNudge(PlaybookTest):
    rules = {"application-nudge"}
    ROW = "application-nudge:job rita 2026-03-16T09:00 2026-03-16T23:59 upcoming"

    def test_comes_two_weeks_after_the_application(self):
        self.plan(start(applied_on="2026-03-02"), self.ROW)

    def test_waits_for_a_working_day(self):
        self.plan(start(applied_on="2026-02-28"), self.ROW)

    def test_is_not_asked_for_what_was_not_applied_for(self):
        self.plan(start(added_on="2026-02-01"), "")

    def test_goes_to_the_company_when_no_recruiter_is_known(self):
        self.plan(start([{"contact": "amara", "role": "hr"}], applied_on="2026-03-02"),
                  "application-nudge:job - 2026-03-16T09:00 2026-03-16T23:59 upcoming")
        self.assertEqual(self.owed_to("application-nudge:job"), "acme")

    def test_does_not_know_a_recruiter_of_the_company_alone(self):
        document = start([], applied_on="2026-03-02").contact("kim", company="acme", roles=["recruiter"])
        self.plan(document, "application-nudge:job - 2026-03-16T09:00 2026-03-16T23:59 upcoming")

    def test_a_recruiter_not_to_be_contacted_leaves_the_company(self):
        document = start([{"contact": "no", "role": "recruiter"}], applied_on="2026-03-02").contact("no", do_not_contact=True)
        self.plan(document, "application-nudge:job - 2026-03-16T09:00 2026-03-16T23:59 upcoming")

    def test_an_interview_ends_it_also_an_informational_one(self):
        self.plan(talked(start(applied_on="2026-02-20"), day="2026-03-10"), "")
        self.plan(talked(start(applied_on="2026-02-20"), day="2026-03-10", kind="informational"), "")

    def test_a_mock_interview_or_a_cancelled_one_does_not(self):
        self.plan(talked(start(applied_on="2026-03-02"), day="2026-03-10", kind="mock"), self.ROW)
        self.plan(talked(start(applied_on="2026-03-02"), day="2026-03-10", status="cancelled"), self.ROW)

    def test_an_answer_ends_it(self):
        self.load(start(applied_on="2026-03-02").data)
        self.plan(Document().touch("t", ["rita"], "2026-03-02T09:00:00+01:00", direction="in"), "")

    def test_an_answer_from_before_the_application_does_not(self):
        document = start(applied_on="2026-03-02").touch("t", ["rita"], "2026-03-01T20:00:00+01:00", direction="in")
        self.plan(document, self.ROW)

    def test_an_outcome_ends_it(self):
        self.plan(start(applied_on="2026-03-02"), self.ROW)
        self.plan(job(RITA, applied_on="2026-03-02", outcome={"kind": "rejected", "on": "2026-03-02"}), "")

    def test_a_nudge_that_was_sent_ends_it_as_done(self):
        self.load(start(applied_on="2026-02-20").data)
        self.plan(Document().touch("t", ["rita"], "2026-02-27T09:00:00+01:00", kind="application-nudge", opportunity="job"), "")
        self.assertEqual(self.stored("application-nudge:job")["done_at"], "2026-02-27T09:00:00+01:00")

    def test_without_a_person_a_nudge_to_anybody_about_the_opportunity_ends_it(self):
        self.load(start([], applied_on="2026-02-20").data)
        self.plan(Document().touch("t", ["amara"], "2026-02-27T09:00:00+01:00", kind="application-nudge", opportunity="job"),
                  "")

    def test_without_a_person_an_unlinked_nudge_to_somebody_of_the_company_ends_it(self):
        document = start([], applied_on="2026-02-20").contact("amara", company="acme").contact("zed")
        self.load(document.data)
        self.plan(Document().touch("t", ["zed"], "2026-02-27T09:00:00+01:00", kind="application-nudge"),
                  "application-nudge:job - 2026-03-06T09:00 2026-03-06T23:59 upcoming")
        self.plan(Document().touch("u", ["amara"], "2026-02-27T09:00:00+01:00", kind="application-nudge"), "")

    def test_an_informational_opportunity_is_not_nudged(self):
        self.plan(start(kind="informational", applied_on="2026-03-02"), "")

    def test_one_long_past_is_not_opened(self):
        report = self.load(start(applied_on="2026-02-02").data)
        self.expect("application-nudge:job rita 2026-02-16T09:00 2026-02-16T23:59 overdue")
        self.assertEqual(report["not_opened"], 0)
        self.database = self.folder / "older" / "onward.db"
        report = self.load(start(applied_on="2026-01-30").data)
        self.assertEqual(report["not_opened"], 1)
        self.expect("")

    def test_waits_while_an_answer_is_promised(self):
        self.plan(start(applied_on="2026-03-02", promise={"on": "2026-03-18", "given_on": "2026-03-02"}),
                  "application-nudge:job rita 2026-03-20T09:00 2026-03-20T23:59 upcoming")


class Closed(PlaybookTest):
    """Nothing about an opportunity stays open after what ends it."""
    rules = {"decision-check-in", "second-check-in", "close-as-silent", "application-nudge"}

    def test_a_closed_stage_asks_for_nothing(self):
        self.plan(talked(start(stage="end", applied_on="2026-02-20").stage("end", "closed")), "")

    def test_an_ended_search_asks_for_nothing(self):
        self.plan(talked(start(search="old", applied_on="2026-02-20").search("old", ended_on="2026-03-02")), "")

    def test_all_stand_in_the_order_of_the_table_on_one_day(self):
        document = start(applied_on="2026-02-16", people=[]).opportunity("talk", company="acme")
        document.interview("i", "2026-01-31T10:00:00+01:00", opportunity="talk", **QUIET)
        self.plan(document, """
                  decision-check-in:i    - 2026-02-16T09:00 2026-02-16T23:59 overdue
                  close-as-silent:talk   - 2026-03-02T09:00 2026-03-02T23:59 today
                  application-nudge:job  - 2026-03-02T09:00 2026-03-02T23:59 today""")


if __name__ == "__main__":
    run_tap()
