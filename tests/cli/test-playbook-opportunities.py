#!/usr/bin/python3
# test-playbook-opportunities.py - what an answer that does not come, or is a no, asks for
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-playbook-opportunities.py ONWARD-CLI, as a meson test (TAP)

Now is Monday 2026-03-02, 10:00 in Amsterdam, unless a case says more. Debriefs are let go and nobody was an interviewer
to be thanked unless a case is about that."""
from document import Document
from playbook import QUIET, RITA, PlaybookTest, run_tap, talked


def people():
    """Four people at Acme without a part in anything."""
    document = Document().company("acme")
    for word in ("amara", "ben", "rita", "rob"):
        document.contact(word)
    return document


def asked(people_of_job=(), settings=None, **members):
    """A job at Acme with these people."""
    document = people()
    if settings:
        document.data["settings"] = settings
    return document.opportunity("job", company="acme", people=list(people_of_job), **members)


class CheckIn(PlaybookTest):
    rules = {"debrief", "thank-you", "verify-names", "decision-check-in"}

    def test_comes_two_weeks_after_the_latest_interview(self):
        self.plan(talked(asked(RITA)), "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_waits_for_a_working_day(self):
        self.plan(talked(asked(RITA), day="2026-02-28"), "decision-check-in:i rita 2026-03-16T09:00 2026-03-16T23:59 upcoming")

    def test_working_days_are_the_users(self):
        self.plan(talked(asked(RITA, {"working_days": [6, 7]}), day="2026-02-27"),
                  "decision-check-in:i rita 2026-03-14T09:00 2026-03-14T23:59 upcoming")

    def test_every_day_works_when_none_is_named(self):
        self.plan(talked(asked(RITA, {"working_days": []}), day="2026-02-28"),
                  "decision-check-in:i rita 2026-03-14T09:00 2026-03-14T23:59 upcoming")

    def test_comes_at_the_opening_when_alerts_begin_later(self):
        self.plan(talked(asked(RITA, {"alert_hours": ["10:30", "18:00"]})),
                  "decision-check-in:i rita 2026-03-13T10:30 2026-03-13T23:59 upcoming")

    def test_comes_at_the_last_minute_when_alerts_end_earlier(self):
        self.plan(talked(asked(RITA, {"alert_hours": ["06:00", "08:30"]})),
                  "decision-check-in:i rita 2026-03-13T08:29 2026-03-13T23:59 upcoming")

    def test_a_promise_is_waited_for_and_asked_of_who_gave_it(self):
        document = asked([*RITA, {"contact": "ben", "role": "hiring-manager"}])
        talked(document, promise={"on": "2026-03-06", "given_on": "2026-02-27", "by": "ben"})
        self.plan(document, "decision-check-in:i ben 2026-03-09T09:00 2026-03-09T23:59 upcoming")

    def test_a_promise_for_the_day_of_the_interview_counts(self):
        self.plan(talked(asked(RITA), promise={"on": "2026-02-27"}), "decision-check-in:i rita 2026-03-02T09:00 2026-03-02T23:59 today")

    def test_a_promise_from_before_the_latest_interview_is_over(self):
        document = talked(asked(RITA), word="first", day="2026-02-20", promise={"on": "2026-02-26"})
        self.plan(talked(document), "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_the_promise_given_last_is_in_force(self):
        document = asked(RITA, promise={"on": "2026-03-20", "given_on": "2026-02-26"})
        talked(document, promise={"on": "2026-03-10", "given_on": "2026-02-27"})
        self.plan(document, "decision-check-in:i rita 2026-03-11T09:00 2026-03-11T23:59 upcoming")

    def test_a_promise_without_a_day_was_given_in_its_interview_and_the_opportunitys_before_all(self):
        document = asked(RITA, promise={"on": "2026-03-20"})
        talked(document, promise={"on": "2026-03-10"})
        self.plan(document, "decision-check-in:i rita 2026-03-11T09:00 2026-03-11T23:59 upcoming")

    def test_of_two_promises_of_one_day_the_later_answer_holds(self):
        document = asked(RITA, promise={"on": "2026-03-11", "given_on": "2026-02-27"})
        talked(document, promise={"on": "2026-03-10", "given_on": "2026-02-27"})
        self.plan(document, "decision-check-in:i rita 2026-03-12T09:00 2026-03-12T23:59 upcoming")

    def test_a_cancelled_interview_promises_nothing(self):
        document = talked(asked(RITA))
        talked(document, word="off", day="2026-02-28", status="cancelled", promise={"on": "2026-03-20"})
        self.plan(document, "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_a_promise_without_any_interview_belongs_to_the_opportunity(self):
        self.plan(asked(RITA, promise={"on": "2026-03-04", "given_on": "2026-02-27", "by": "amara"}),
                  "decision-check-in:job amara 2026-03-05T09:00 2026-03-05T23:59 upcoming")

    def test_without_interview_and_promise_there_is_nothing_to_ask(self):
        self.plan(asked(RITA, applied_on="2026-01-05"), "")

    def test_a_later_interview_booked_means_waiting(self):
        self.plan(talked(talked(asked(RITA)), word="next", day="2026-03-10"), "")

    def test_a_later_interview_that_was_cancelled_does_not(self):
        self.plan(talked(talked(asked(RITA)), word="next", day="2026-03-10", status="cancelled"),
                  "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_a_mock_interview_does_not_count(self):
        self.plan(talked(asked(RITA), kind="mock"), "")
        self.plan(talked(talked(asked(RITA)), word="mock", day="2026-03-10", kind="mock"),
                  "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_an_informational_talk_is_never_the_latest_interview(self):
        document = talked(asked(RITA), day="2026-02-20")
        talked(document, word="talk", day="2026-02-27", kind="informational")
        self.plan(document, "decision-check-in:i rita 2026-03-06T09:00 2026-03-06T23:59 upcoming")

    def test_a_promise_given_in_an_informational_talk_is_asked_after(self):
        document = talked(asked(RITA), kind="informational", promise={"on": "2026-03-04", "by": "ben"})
        self.plan(document, "decision-check-in:job ben 2026-03-05T09:00 2026-03-05T23:59 upcoming")

    def test_an_informational_opportunity_is_never_asked_after(self):
        self.plan(talked(asked(RITA, kind="informational", promise={"on": "2026-03-04"})), "")

    def test_an_outcome_ends_it_and_taking_it_back_opens_it_again(self):
        row = "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming"
        self.plan(talked(asked(RITA)), row)
        self.plan(talked(asked(RITA, outcome={"kind": "withdrawn", "on": "2026-03-02"})), "")
        self.assertEqual(self.stored("decision-check-in:i")["state"], "cancelled")
        self.plan(talked(asked(RITA)), row)

    def test_a_closed_stage_asks_for_nothing(self):
        document = talked(asked(RITA, stage="end"), people=["amara"], debrief={})
        self.plan(document.stage("end", "closed"), "")

    def test_an_ended_search_asks_for_debrief_and_thanks_alone(self):
        document = asked(RITA, search="old").search("old", started_on="2026-01-01", ended_on="2026-03-02")
        talked(document, day="2026-03-01", people=[("amara", {"name_verified": "heard"})], debrief={})
        self.plan(document, """
                  debrief:i         -     2026-03-01T11:30 2026-03-02T23:59 today
                  thank-you:i:amara amara 2026-03-01T13:00 2026-03-02T11:00 today""")

    def test_a_search_that_ends_tomorrow_goes_on(self):
        document = asked(RITA, search="old").search("old", ended_on="2026-03-03")
        self.plan(talked(document), "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_is_planned_without_a_person_when_there_is_nobody(self):
        self.plan(talked(asked([{"contact": "amara", "role": "coordinator"}])),
                  "decision-check-in:i - 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_the_recruiter_comes_before_the_hiring_manager_even_of_the_interview_itself(self):
        document = talked(asked(RITA), people=[("ben", {"role": "hiring-manager", "attended": False})])
        self.plan(document, "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_a_hiring_manager_need_not_have_come(self):
        document = talked(asked(), people=[("ben", {"role": "hiring-manager", "attended": False})])
        self.plan(document, "decision-check-in:i ben 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_people_of_the_opportunitys_other_interviews_are_the_last_resort(self):
        document = talked(asked(), word="first", day="2026-02-20", people=[("rob", {"role": "recruiter", "attended": False})])
        talked(document, word="mock", day="2026-02-21", kind="mock", people=[("rita", {"role": "recruiter"})])
        talked(document)
        self.plan(document, "decision-check-in:i rob 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_of_two_recruiters_the_one_met_last_is_asked(self):
        document = asked([*RITA, {"contact": "rob", "role": "recruiter"}])
        talked(document, word="first", day="2026-02-20", people=[("rob", {"role": "coordinator"})])
        self.plan(talked(document), "decision-check-in:i rob 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_of_two_recruiters_never_met_the_smaller_id_is_asked(self):
        self.plan(talked(asked([{"contact": "rob", "role": "recruiter"}, *RITA])),
                  "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_when_the_choice_changes_the_row_stays(self):
        self.plan(talked(asked([{"contact": "rob", "role": "recruiter"}])),
                  "decision-check-in:i rob 2026-03-13T09:00 2026-03-13T23:59 upcoming")
        first = self.stored("decision-check-in:i")["id"]
        self.plan(talked(asked(RITA)), "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")
        self.assertEqual(self.stored("decision-check-in:i")["id"], first)

    def test_somebody_not_to_be_contacted_is_passed_over(self):
        document = asked([{"contact": "no", "role": "recruiter"}, {"contact": "ben", "role": "hiring-manager"}])
        self.plan(talked(document.contact("no", do_not_contact=True)),
                  "decision-check-in:i ben 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_a_promise_of_somebody_not_to_be_contacted_is_asked_of_the_recruiter(self):
        document = asked(RITA).contact("no", do_not_contact=True)
        self.plan(talked(document, promise={"on": "2026-03-10", "by": "no"}),
                  "decision-check-in:i rita 2026-03-11T09:00 2026-03-11T23:59 upcoming")

    def test_a_check_in_that_was_sent_ends_it(self):
        self.load(talked(asked(RITA)).data)
        self.plan(Document().touch("t", ["rita"], "2026-03-02T09:00:00+01:00", kind="decision-check-in", opportunity="job"), "")
        self.assertEqual(self.stored("decision-check-in:i")["state"], "done")

    def test_without_a_person_any_check_in_about_the_opportunity_ends_it(self):
        self.load(talked(asked()).data)
        self.plan(Document().touch("t", ["amara"], "2026-03-02T09:00:00+01:00", kind="decision-check-in", opportunity="job"), "")

    def test_one_about_another_opportunity_does_not(self):
        document = talked(asked(RITA)).opportunity("other", company="acme")
        document.touch("t", ["rita"], "2026-03-02T09:00:00+01:00", kind="decision-check-in", opportunity="other")
        self.plan(document, "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_an_unlinked_one_ends_the_one_asked_for_first(self):
        document = talked(asked(RITA)).opportunity("other", company="acme", people=RITA)
        talked(document, word="j", day="2026-02-26", opportunity="other")
        document.touch("t", ["rita"], "2026-03-02T09:00:00+01:00", kind="decision-check-in")
        self.plan(document, "decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")

    def test_the_number_of_days_is_the_users_and_leaves_promises_alone(self):
        settings = {"rules": {"decision-check-in": {"days": 7}}}
        document = talked(asked(RITA, settings)).company("bolt")
        document.opportunity("other", company="bolt", people=[{"contact": "rob", "role": "recruiter"}])
        self.plan(talked(document, word="j", opportunity="other", promise={"on": "2026-03-09"}), """
                  decision-check-in:i rita 2026-03-06T09:00 2026-03-06T23:59 upcoming
                  decision-check-in:j rob  2026-03-10T09:00 2026-03-10T23:59 upcoming""")

    def test_a_rule_that_is_switched_off_asks_for_nothing(self):
        self.plan(talked(asked(RITA, {"rules": {"decision-check-in": {"enabled": False}}})), "")

    def test_a_promise_given_after_a_check_in_asks_once_more(self):
        self.load(talked(asked(RITA), day="2026-02-27").data)
        self.change("done", "decision-check-in:i", now="2026-03-13T09:30")
        self.expect("", now="2026-03-13T09:30")
        document = talked(asked(RITA, promise={"on": "2026-03-25", "given_on": "2026-03-16"}))
        self.plan(document, "decision-check-in:i:2026-03-16 rita 2026-03-26T09:00 2026-03-26T23:59 upcoming", now="2026-03-16T12:00")

    def test_a_promise_given_on_the_day_of_the_check_in_asks_once_more(self):
        self.load(talked(asked(RITA)).data)
        self.change("done", "decision-check-in:i", now="2026-03-13T09:30")
        document = talked(asked(RITA, promise={"on": "2026-03-25", "given_on": "2026-03-13"}))
        self.plan(document, "decision-check-in:i:2026-03-13 rita 2026-03-26T09:00 2026-03-26T23:59 upcoming", now="2026-03-13T12:00")

    def test_two_to_one_person_stand_on_two_days(self):
        document = talked(asked(RITA)).opportunity("other", company="acme", people=RITA)
        talked(document, word="j", opportunity="other")
        self.plan(document, """
                  decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming
                  decision-check-in:j rita 2026-03-16T09:00 2026-03-16T23:59 upcoming""")

    def test_a_day_once_given_is_kept(self):
        other = [{"contact": "rita", "role": "recruiter"}]
        document = asked().opportunity("other", company="acme", people=other)
        self.plan(talked(document, word="j", opportunity="other"), "decision-check-in:j rita 2026-03-13T09:00 2026-03-13T23:59 upcoming")
        self.plan(talked(asked(RITA)), """
                  decision-check-in:j rita 2026-03-13T09:00 2026-03-13T23:59 upcoming
                  decision-check-in:i rita 2026-03-16T09:00 2026-03-16T23:59 upcoming""")

    def test_a_free_day_is_looked_for_over_the_weekend_and_beyond_others(self):
        document = asked(RITA)
        talked(document, word="i1")
        for number in (2, 3):
            document.opportunity(f"job{number}", company="acme", people=RITA)
            talked(document, word=f"i{number}", opportunity=f"job{number}")
        document.opportunity("late", company="acme", people=RITA)
        document.interview("late", "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", opportunity="late", **QUIET)
        self.plan(document, """
                  decision-check-in:i1   rita 2026-03-13T09:00 2026-03-13T23:59 upcoming
                  decision-check-in:i2   rita 2026-03-16T09:00 2026-03-16T23:59 upcoming
                  decision-check-in:i3   rita 2026-03-17T09:00 2026-03-17T23:59 upcoming
                  decision-check-in:late rita 2026-03-18T09:00 2026-03-18T23:59 upcoming""")

    def test_a_moved_row_neither_holds_a_day_nor_moves(self):
        document = asked().opportunity("other", company="acme", people=RITA)
        self.load(talked(document, word="j", opportunity="other").data)
        self.change("move", "decision-check-in:j", "2026-03-13T11:00")
        self.plan(talked(asked(RITA)), """
                  decision-check-in:i rita 2026-03-13T09:00 2026-03-13T23:59 upcoming
                  decision-check-in:j rita 2026-03-13T11:00 2026-03-13T23:59 upcoming""")


class RejectionThankYou(PlaybookTest):
    rules = {"thank-you", "decision-check-in", "rejection-thank-you", "keep-in-touch"}
    NO = {"kind": "rejected", "on": "2026-03-02", "by": "rita"}

    def test_goes_the_next_working_day_to_who_said_no(self):
        self.plan(asked([{"contact": "rob", "role": "recruiter"}], outcome=self.NO),
                  "rejection-thank-you:job rita 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_waits_for_monday(self):
        self.plan(asked(outcome={**self.NO, "on": "2026-02-27"}),
                  "rejection-thank-you:job rita 2026-03-02T09:00 2026-03-02T23:59 today")

    def test_goes_to_the_recruiter_when_nobody_is_named(self):
        self.plan(asked([{"contact": "ben", "role": "hiring-manager"}, *RITA], outcome={"kind": "rejected", "on": "2026-03-02"}),
                  "rejection-thank-you:job rita 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_goes_to_people_of_the_interviews_when_the_opportunity_names_none(self):
        document = talked(asked(outcome={"kind": "rejected", "on": "2026-03-02"}),
                          people=[("ben", {"role": "hiring-manager", "attended": False})])
        self.plan(document, "rejection-thank-you:job ben 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_who_only_said_no_ends_it_by_a_touch_without_a_link(self):
        self.plan(asked(outcome=self.NO).touch("t", ["rita"], "2026-03-02T09:30:00+01:00", kind="rejection-thank-you"), "")

    def test_is_not_planned_when_there_is_nobody(self):
        self.plan(talked(asked([{"contact": "amara", "role": "coordinator"}], outcome={"kind": "rejected", "on": "2026-03-02"})), "")

    def test_somebody_not_to_be_contacted_is_passed_over(self):
        document = asked(RITA, outcome={**self.NO, "by": "no"}).contact("no", do_not_contact=True)
        self.plan(document, "rejection-thank-you:job rita 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_another_outcome_takes_it_back(self):
        self.plan(asked(outcome=self.NO), "rejection-thank-you:job rita 2026-03-03T09:00 2026-03-03T23:59 upcoming")
        for kind in ("withdrawn", "declined", "no-response", "cancelled", "accepted"):
            self.plan(asked(outcome={**self.NO, "kind": kind}), "")
        self.plan(asked(outcome=self.NO), "rejection-thank-you:job rita 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_a_message_of_the_day_itself_ends_it(self):
        self.load(asked(outcome=self.NO).data)
        self.plan(Document().touch("t", ["rita"], "2026-03-02T00:00:00+01:00", kind="rejection-thank-you", opportunity="job"), "")

    def test_a_message_of_the_day_before_does_not(self):
        self.load(asked(outcome=self.NO).data)
        self.plan(Document().touch("t", ["rita"], "2026-03-01T23:59:00+01:00", kind="rejection-thank-you", opportunity="job"),
                  "rejection-thank-you:job rita 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_an_informational_opportunity_needs_none(self):
        self.plan(asked(RITA, kind="informational", outcome=self.NO), "")

    def test_an_ended_search_needs_none(self):
        document = asked(outcome=self.NO, search="old").search("old", ended_on="2026-03-02")
        self.plan(document, "")

    def test_thanks_for_the_interview_stay(self):
        document = talked(asked(RITA, outcome=self.NO), day="2026-03-01", people=["amara"])
        self.plan(document, """
                  thank-you:i:amara       amara 2026-03-01T13:00 2026-03-02T11:00 today
                  rejection-thank-you:job rita  2026-03-03T09:00 2026-03-03T23:59 upcoming""")

    def test_a_check_in_to_the_same_person_has_the_day_first(self):
        document = asked(outcome={"kind": "rejected", "on": "2026-03-12", "by": "rita"})
        document.opportunity("other", company="acme", people=RITA)
        talked(document, word="j", opportunity="other")
        self.plan(document, """
                  decision-check-in:j     rita 2026-03-13T09:00 2026-03-13T23:59 upcoming
                  rejection-thank-you:job rita 2026-03-16T09:00 2026-03-16T23:59 upcoming""", now="2026-03-12T10:00")

    def test_keeping_in_touch_with_the_same_person_comes_a_day_later(self):
        document = asked(outcome=self.NO).contact("rita", tier="monthly", tier_since="2026-02-01")
        self.plan(document, """
                  rejection-thank-you:job       rita 2026-03-03T09:00 2026-03-03T23:59 upcoming
                  keep-in-touch:rita:2026-02-01 rita 2026-03-04T09:00 2026-03-11T23:59 upcoming""")

    def test_stands_behind_a_check_in_of_the_same_moment(self):
        document = asked(outcome={"kind": "rejected", "on": "2026-03-12", "by": "rita"})
        document.opportunity("other", company="acme", people=[{"contact": "rob", "role": "recruiter"}])
        talked(document, word="j", opportunity="other")
        self.plan(document, """
                  decision-check-in:j     rob  2026-03-13T09:00 2026-03-13T23:59 upcoming
                  rejection-thank-you:job rita 2026-03-13T09:00 2026-03-13T23:59 upcoming""", now="2026-03-12T10:00")


class QuietPeriod(PlaybookTest):
    rules = {"decision-check-in", "rejection-thank-you", "keep-in-touch"}

    def waiting(self, **members):
        """A job at Acme with an answer promised for Friday the 13th, and Amara of Acme to keep in touch with."""
        document = asked(RITA, promise={"on": "2026-03-13", "given_on": "2026-03-02"}, **members)
        return document.contact("amy", company="acme", tier="monthly", tier_since="2026-02-04")

    def test_what_is_owed_at_the_company_waits_for_the_answer(self):
        self.plan(self.waiting(), """
                  decision-check-in:job        rita 2026-03-16T09:00 2026-03-16T23:59 upcoming
                  keep-in-touch:amy:2026-02-04 amy  2026-03-16T09:00 2026-03-23T23:59 upcoming""")

    def test_an_outcome_ends_the_waiting_and_moves_it_back(self):
        self.load(self.waiting().data)
        self.plan(self.waiting(outcome={"kind": "withdrawn", "on": "2026-03-02"}),
                  "keep-in-touch:amy:2026-02-04 amy 2026-03-06T09:00 2026-03-13T23:59 upcoming")

    def test_does_not_touch_what_is_owed_elsewhere_or_later(self):
        document = self.waiting().company("bolt")
        document.contact("bea", company="bolt", tier="monthly", tier_since="2026-02-04")
        document.contact("cid", company="acme", tier="monthly", tier_since="2026-02-16")
        self.plan(document, """
                  keep-in-touch:bea:2026-02-04 bea  2026-03-06T09:00 2026-03-13T23:59 upcoming
                  decision-check-in:job        rita 2026-03-16T09:00 2026-03-16T23:59 upcoming
                  keep-in-touch:amy:2026-02-04 amy  2026-03-16T09:00 2026-03-23T23:59 upcoming
                  keep-in-touch:cid:2026-02-16 cid  2026-03-18T09:00 2026-03-25T23:59 upcoming""")

    def test_begins_on_the_day_on_which_the_promise_was_given(self):
        document = asked(RITA, promise={"on": "2026-03-13", "given_on": "2026-03-09"})
        document.contact("amy", company="acme", tier="monthly", tier_since="2026-02-04")
        document.contact("bea", company="acme", tier="monthly", tier_since="2026-02-07")
        self.plan(document, """
                  keep-in-touch:amy:2026-02-04 amy  2026-03-06T09:00 2026-03-13T23:59 today
                  decision-check-in:job        rita 2026-03-16T09:00 2026-03-16T23:59 upcoming
                  keep-in-touch:bea:2026-02-07 bea  2026-03-16T09:00 2026-03-23T23:59 upcoming""", now="2026-03-09T08:00")

    def test_thanks_for_another_no_there_wait_too(self):
        document = self.waiting().opportunity("lost", company="acme", outcome={"kind": "rejected", "on": "2026-03-02", "by": "ben"})
        self.plan(document, """
                  decision-check-in:job        rita 2026-03-16T09:00 2026-03-16T23:59 upcoming
                  rejection-thank-you:lost     ben  2026-03-16T09:00 2026-03-16T23:59 upcoming
                  keep-in-touch:amy:2026-02-04 amy  2026-03-16T09:00 2026-03-23T23:59 upcoming""")


if __name__ == "__main__":
    run_tap()
