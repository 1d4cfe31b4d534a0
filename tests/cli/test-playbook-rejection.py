#!/usr/bin/python3
# test-playbook-rejection.py - what a no, or a role that was cancelled, asks for
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-playbook-rejection.py ONWARD-CLI, as a meson test (TAP)

Now is Monday 2026-03-02, 10:00 in Amsterdam, unless a case says more; the no comes today. What was owed for
an interview of three weeks ago is not opened any more."""
from document import Document
from playbook import RITA, PlaybookTest, facts, run_tap, talked

NO = {"kind": "rejected", "on": "2026-03-02"}
OFF = {"kind": "cancelled", "on": "2026-03-02"}


def job(people=(), outcome=None, **members):
    """The job at Acme, turned down today, as a later import brings it."""
    return Document().opportunity("job", company="acme", people=list(people), outcome=outcome or NO, **members)


def lost(people=(), outcome=None, settings=None, company=None, **members):
    """Acme, four people and the job that was lost; `company` says more of Acme."""
    document = facts(**(settings or {})).company("acme", **(company or {}))
    return document.opportunity("job", company="acme", people=list(people), outcome=outcome or NO, **members)


class WholePlan(PlaybookTest):
    def test_a_rejection_asks_for_one_step_after_the_other(self):
        document = lost([*RITA, {"contact": "rob", "role": "insider"}], company={"cooling_off": {"months": 6}})
        talked(document, day="2026-02-10", people=[("amara", {"clicked": True}), ("ben", {"role": "hiring-manager"})])
        self.plan(document, """
                  rejection-thank-you:job rita  2026-03-03T09:00 2026-03-03T23:59 upcoming
                  connection-note:job:amara amara 2026-03-05T09:00 2026-03-05T23:59 upcoming
                  connection-note:job:ben ben   2026-03-05T09:00 2026-03-05T23:59 upcoming
                  referral-ask:job        amara 2026-03-09T09:00 2026-03-09T23:59 upcoming
                  third-party-ask:job     rob   2026-03-09T09:00 2026-03-09T23:59 upcoming
                  feedback-request:job    ben   2026-03-16T09:00 2026-03-16T23:59 upcoming
                  other-openings:job      rita  2026-03-23T09:00 2026-03-23T23:59 upcoming
                  reapply:acme:2026-03-02 -     2026-09-02T09:00 2026-09-02T23:59 upcoming""")

    def test_a_cancelled_role_asks_for_less(self):
        document = lost(RITA, OFF, company={"cooling_off": {"months": 6}})
        talked(document, day="2026-02-10", people=[("amara", {"clicked": True}), ("ben", {"role": "hiring-manager"})])
        self.plan(document, """
                  connection-note:job:amara amara 2026-03-05T09:00 2026-03-05T23:59 upcoming
                  connection-note:job:ben ben   2026-03-05T09:00 2026-03-05T23:59 upcoming
                  referral-ask:job        amara 2026-03-09T09:00 2026-03-09T23:59 upcoming
                  reopened:job            ben   2026-04-01T09:00 2026-04-01T23:59 upcoming""")

    def test_another_outcome_cancels_the_steps_of_the_first_and_taking_it_back_brings_them_back(self):
        document = talked(lost(RITA), day="2026-02-10", people=[("ben", {"role": "hiring-manager"})])
        rejected = """
            rejection-thank-you:job rita 2026-03-03T09:00 2026-03-03T23:59 upcoming
            connection-note:job:ben ben  2026-03-05T09:00 2026-03-05T23:59 upcoming
            third-party-ask:job     rita 2026-03-09T09:00 2026-03-09T23:59 upcoming
            feedback-request:job    ben  2026-03-16T09:00 2026-03-16T23:59 upcoming
            other-openings:job      rita 2026-03-23T09:00 2026-03-23T23:59 upcoming"""
        self.plan(document, rejected)
        self.plan(job(RITA, OFF), """
                  connection-note:job:ben ben 2026-03-05T09:00 2026-03-05T23:59 upcoming
                  reopened:job            ben 2026-04-01T09:00 2026-04-01T23:59 upcoming""")
        for kind in ("withdrawn", "declined", "no-response"):
            self.plan(job(RITA, {"kind": kind, "on": "2026-03-02"}), "")
        self.plan(job(RITA), rejected)

    def test_what_was_done_stays_done_when_the_outcome_comes_back(self):
        self.load(talked(lost(RITA), day="2026-02-10", people=["amara"]).data)
        self.change("done", "rejection-thank-you:job", "--channel", "email")
        self.change("skip", "connection-note:job:amara")
        self.load(job(RITA, OFF).data)
        self.plan(job(RITA), """
                  third-party-ask:job  rita  2026-03-09T09:00 2026-03-09T23:59 upcoming
                  feedback-request:job amara 2026-03-16T09:00 2026-03-16T23:59 upcoming
                  other-openings:job   rita  2026-03-23T09:00 2026-03-23T23:59 upcoming""")

    def test_a_day_of_the_no_that_is_mended_moves_the_steps(self):
        document = lost(RITA)
        self.load(document.data)
        self.plan(job(RITA, {**NO, "on": "2026-02-26"}), """
                  rejection-thank-you:job rita 2026-02-27T09:00 2026-02-27T23:59 overdue
                  third-party-ask:job     rita 2026-03-05T09:00 2026-03-05T23:59 upcoming
                  other-openings:job      rita 2026-03-19T09:00 2026-03-19T23:59 upcoming""")

    def test_an_ended_search_or_an_informational_opportunity_asks_for_no_step(self):
        people = [("amara", {"clicked": True})]
        document = talked(lost(RITA, search="old", company={"cooling_off": {"months": 6}}), day="2026-02-10", people=people)
        self.plan(document.search("old", ended_on="2026-03-02"), "")
        self.plan(job(RITA, kind="informational"), "")

    def test_a_closed_stage_with_an_outcome_asks_for_the_steps(self):
        self.plan(lost([], outcome={**NO, "by": "ben"}, stage="end", company={"still_interested": False}).stage("end",
                                                                                                                "closed"),
                  "rejection-thank-you:job ben 2026-03-03T09:00 2026-03-03T23:59 upcoming")


class ConnectionNote(PlaybookTest):
    rules = {"connection-note"}
    ROW = "connection-note:job:amara amara 2026-03-05T09:00 2026-03-05T23:59 upcoming"

    def test_goes_to_each_interviewer_of_every_interview_who_came(self):
        document = talked(lost(), word="a", day="2026-02-20", people=["amara", ("rob", {"attended": False})])
        talked(document, word="b", day="2026-02-24", people=["amara", ("ben", {"role": "hiring-manager"})])
        self.plan(document, self.ROW + "\nconnection-note:job:ben ben 2026-03-05T09:00 2026-03-05T23:59 upcoming")

    def test_waits_for_a_working_day(self):
        document = talked(lost(outcome={**NO, "on": "2026-02-26"}), day="2026-02-20", people=["amara"])
        self.plan(document, "connection-note:job:amara amara 2026-03-02T09:00 2026-03-02T23:59 today")

    def test_goes_to_the_recruiter_of_an_interview_without_an_interviewer(self):
        document = talked(lost(), word="a", day="2026-02-20", people=["amara", ("rob", {"role": "recruiter"})])
        talked(document, word="b", day="2026-02-24", people=[("rita", {"role": "recruiter"})])
        self.plan(document, self.ROW + "\nconnection-note:job:rita rita 2026-03-05T09:00 2026-03-05T23:59 upcoming")

    def test_does_not_go_to_people_of_a_mock_or_cancelled_interview_or_one_nobody_came_to(self):
        document = lost()
        for word, members in (("a", {"kind": "mock"}), ("b", {"status": "cancelled"}), ("c", {"status": "no-show"})):
            talked(document, word=word, day="2026-02-20", people=["amara"], **members)
        self.plan(document, "")

    def test_does_not_go_to_people_of_an_interview_that_was_still_to_come(self):
        self.plan(talked(lost(), day="2026-03-10", people=["amara"]), "")

    def test_does_not_go_to_somebody_not_to_be_contacted_or_the_user(self):
        document = talked(lost(), day="2026-02-20", people=["no", "me", "amara"]).contact("no", do_not_contact=True)
        document.contact("me", emails=[{"label": "home", "value": "ME@example.org"}]).profile(email="me@example.org")
        self.plan(document, self.ROW)

    def test_one_that_was_sent_ends_it(self):
        self.load(talked(lost(), day="2026-02-20", people=["amara", "ben"]).data)
        self.plan(Document().touch("t", ["ben"], "2026-03-02T09:00:00+01:00", kind="connection-note", channel="linkedin"),
                  self.ROW)

    def test_one_from_before_the_no_does_not(self):
        document = talked(lost(), day="2026-02-20", people=["amara"])
        document.touch("t", ["amara"], "2026-03-01T23:59:00+01:00", kind="connection-note", opportunity="job")
        self.plan(document, self.ROW)

    def test_somebody_of_two_lost_jobs_gets_them_on_two_days(self):
        document = talked(lost(), day="2026-02-20", people=["amara"])
        document.opportunity("other", company="acme", outcome=NO)
        talked(document, word="j", day="2026-02-20", people=["amara"], opportunity="other")
        self.plan(document, self.ROW + "\nconnection-note:other:amara amara 2026-03-06T09:00 2026-03-06T23:59 upcoming")

    def test_the_number_of_days_is_the_users(self):
        document = talked(lost(settings={"rules": {"connection-note": {"days": 1}}}), day="2026-02-20", people=["amara"])
        self.plan(document, "connection-note:job:amara amara 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_is_not_asked_for_after_an_accepted_offer(self):
        self.plan(talked(lost(outcome={"kind": "accepted", "on": "2026-03-02"}), day="2026-02-20", people=["amara"]), "")


class ReferralAsk(PlaybookTest):
    rules = {"referral-ask"}

    def asked(self, *people, outcome=None, **members):
        """The interviewers of one interview, each (word, {members})."""
        return talked(lost(outcome=outcome), day="2026-02-20", people=people, **members)

    def row(self, word):
        return f"referral-ask:job {word} 2026-03-09T09:00 2026-03-09T23:59 upcoming"

    def test_goes_to_who_clicked_after_five_days_and_the_weekend(self):
        self.plan(self.asked(("amara", {}), ("ben", {"clicked": True})), self.row("ben"))

    def test_waits_for_a_working_day_only_when_it_must(self):
        document = self.asked(("ben", {"clicked": True}), outcome={**NO, "on": "2026-02-26"})
        self.plan(document, "referral-ask:job ben 2026-03-03T09:00 2026-03-03T23:59 upcoming")

    def test_is_not_asked_when_nobody_clicked(self):
        self.plan(self.asked(("amara", {}), ("ben", {"rapport": 0})), "")

    def test_rapport_alone_is_enough(self):
        self.plan(self.asked(("amara", {}), ("ben", {"rapport": 1})), self.row("ben"))

    def test_the_highest_rapport_is_asked(self):
        self.plan(self.asked(("amara", {"rapport": 4}), ("ben", {"rapport": 5})), self.row("ben"))

    def test_clicked_alone_counts_as_a_rapport_of_three(self):
        self.plan(self.asked(("amara", {"clicked": True}), ("ben", {"rapport": 4})), self.row("ben"))
        self.plan(Document().interview("i", "2026-02-20T10:00:00+01:00",
                                       people=[("amara", {"rapport": 2}), ("ben", {"clicked": True})],
                                       opportunity="job", debrief={"let_go": True}), self.row("ben"))

    def test_of_equals_the_one_met_last_is_asked(self):
        document = self.asked(("amara", {"rapport": 3}))
        self.plan(talked(document, word="j", day="2026-02-24", people=[("ben", {"rapport": 3})]), self.row("ben"))

    def test_of_equals_met_together_the_smaller_id_is_asked(self):
        self.plan(self.asked(("ben", {"rapport": 3}), ("amara", {"rapport": 3})), self.row("amara"))

    def test_somebody_who_did_not_come_or_is_no_interviewer_is_not_asked(self):
        self.plan(self.asked(("amara", {"clicked": True, "attended": False}), ("ben", {}),
                             ("rita", {"role": "recruiter", "clicked": True})), "")

    def test_a_recruiter_who_was_the_only_one_is(self):
        self.plan(self.asked(("rita", {"role": "recruiter", "clicked": True})), self.row("rita"))

    def test_somebody_not_to_be_contacted_is_passed_over(self):
        document = self.asked(("no", {"rapport": 5}), ("ben", {"rapport": 2})).contact("no", do_not_contact=True)
        self.plan(document, self.row("ben"))

    def test_is_asked_when_the_role_was_cancelled(self):
        self.plan(self.asked(("ben", {"clicked": True}), outcome=OFF), self.row("ben"))

    def test_one_that_was_sent_ends_it(self):
        self.load(self.asked(("ben", {"clicked": True})).data)
        self.plan(Document().touch("t", ["ben"], "2026-03-02T09:00:00+01:00", kind="referral-ask", opportunity="job"), "")
        self.assertEqual(self.stored("referral-ask:job")["state"], "done")

    def test_an_introduction_by_that_person_since_the_no_ends_it(self):
        self.load(self.asked(("ben", {"clicked": True})).data)
        self.plan(Document().add("introductions", "n", introducer="ben", recorded_on="2026-03-02", permission="granted"), "")

    def test_an_introduction_to_this_job_ends_it_although_it_is_older(self):
        self.load(self.asked(("ben", {"clicked": True})).data)
        self.plan(Document().add("introductions", "n", introducer="ben", opportunity="job", recorded_on="2026-02-01",
                                 permission="granted"), "")

    def test_an_older_introduction_or_one_by_somebody_else_does_not(self):
        document = self.asked(("ben", {"clicked": True}))
        document.add("introductions", "m", introducer="ben", recorded_on="2026-03-01", permission="granted")
        document.add("introductions", "n", introducer="amara", recorded_on="2026-03-02", permission="granted")
        self.plan(document, self.row("ben"))

    def test_a_rapport_of_two_interviews_is_the_higher(self):
        document = self.asked(("amara", {"rapport": 5}))
        talked(document, word="j", day="2026-02-24", people=[("amara", {"rapport": 1}), ("ben", {"rapport": 4})])
        self.plan(document, self.row("amara"))


class ThirdPartyAsk(PlaybookTest):
    rules = {"third-party-ask"}

    def row(self, word):
        return f"third-party-ask:job {word} 2026-03-09T09:00 2026-03-09T23:59 upcoming"

    def test_asks_the_insider_before_the_recruiter(self):
        self.plan(lost([*RITA, {"contact": "rob", "role": "insider"}]), self.row("rob"))

    def test_asks_the_recruiter_when_there_is_no_insider(self):
        self.plan(lost(RITA), self.row("rita"))

    def test_is_not_planned_when_there_is_neither(self):
        self.plan(lost([{"contact": "amara", "role": "hr"}]), "")

    def test_knows_an_insider_of_an_interview(self):
        document = talked(lost(RITA), day="2026-02-20", people=[("ben", {"role": "insider", "attended": False})])
        self.plan(document, self.row("ben"))

    def test_knows_an_insider_of_another_opportunity_there(self):
        document = lost(RITA).opportunity("other", company="acme", people=[{"contact": "ben", "role": "insider"}])
        self.plan(document, self.row("ben"))

    def test_does_not_know_an_insider_of_another_company(self):
        document = lost(RITA).company("bolt").opportunity("other", company="bolt",
                                                          people=[{"contact": "ben", "role": "insider"}])
        self.plan(document, self.row("rita"))

    def test_knows_a_contact_of_the_company_who_is_an_insider(self):
        self.plan(lost(RITA).contact("kim", company="acme", roles=["engineer", "insider"]), self.row("kim"))

    def test_somebody_of_another_opportunity_comes_before_a_contact_of_the_company(self):
        document = lost().opportunity("other", company="acme", people=[{"contact": "rob", "role": "insider"}])
        self.plan(document.contact("kim", company="acme", roles=["insider"]), self.row("rob"))

    def test_an_insider_not_to_be_contacted_is_passed_over(self):
        document = lost([*RITA, {"contact": "no", "role": "insider"}]).contact("no", do_not_contact=True)
        self.plan(document, self.row("rita"))

    def test_feedback_of_an_insider_or_recruiter_ends_it(self):
        for number, source in enumerate(("insider", "recruiter")):
            self.database = self.folder / str(number) / "onward.db"
            self.load(lost(RITA).data)
            self.plan(Document().add("feedback", "f", source=source, opportunity="job", received_on="2026-03-02"), "")

    def test_feedback_of_others_or_about_another_job_does_not(self):
        document = lost(RITA).opportunity("other", company="acme")
        document.add("feedback", "f", source="interviewer", opportunity="job", received_on="2026-03-02")
        document.add("feedback", "g", source="insider", opportunity="other", received_on="2026-03-02")
        self.plan(document, self.row("rita"))

    def test_a_cancelled_role_does_not_ask_for_it(self):
        self.plan(lost(RITA, OFF), "")

    def test_asking_ends_it(self):
        self.load(lost(RITA).data)
        self.plan(Document().touch("t", ["rita"], "2026-03-02T09:00:00+01:00", kind="third-party-ask", channel="phone"), "")


class FeedbackRequest(PlaybookTest):
    rules = {"feedback-request"}

    def row(self, word):
        return f"feedback-request:job {word} 2026-03-16T09:00 2026-03-16T23:59 upcoming"

    def test_goes_to_the_hiring_manager_who_need_not_have_come(self):
        self.plan(talked(lost(), day="2026-02-20", people=["amara", ("ben", {"role": "hiring-manager", "attended": False})]),
                  self.row("ben"))

    def test_goes_to_the_interviewer_when_there_is_no_hiring_manager(self):
        self.plan(talked(lost(RITA), day="2026-02-20", people=["amara"]), self.row("amara"))

    def test_goes_to_the_interviewer_met_last(self):
        document = talked(lost(), word="a", day="2026-02-20", people=["amara"])
        self.plan(talked(document, word="b", day="2026-02-24", people=["ben"]), self.row("ben"))

    def test_an_interviewer_who_did_not_come_is_not_asked(self):
        self.plan(talked(lost(), day="2026-02-20", people=[("amara", {"attended": False}), "ben"]), self.row("ben"))

    def test_does_not_go_to_a_recruiter_who_held_the_only_interview(self):
        self.plan(talked(lost(), day="2026-02-20", people=[("rita", {"role": "recruiter"})]), "")

    def test_is_not_asked_without_an_interview_that_was_held(self):
        manager = [{"contact": "ben", "role": "hiring-manager"}]
        self.plan(lost(manager), "")
        for number, members in enumerate(({"kind": "mock"}, {"kind": "informational"}, {"status": "cancelled"},
                                          {"status": "no-show"})):
            self.database = self.folder / str(number) / "onward.db"
            self.plan(talked(lost(manager), day="2026-02-20", people=["amara"], **members), "")

    def test_feedback_of_an_interviewer_ends_it(self):
        self.load(talked(lost(), day="2026-02-20", people=["amara"]).data)
        self.plan(Document().add("feedback", "f", source="insider", opportunity="job", received_on="2026-03-02"),
                  self.row("amara"))
        self.plan(Document().add("feedback", "g", source="interviewer", opportunity="job", received_on="2026-03-02"), "")

    def test_a_request_that_was_sent_ends_it(self):
        self.load(talked(lost(), day="2026-02-20", people=["amara"]).data)
        self.plan(Document().touch("t", ["amara"], "2026-03-02T09:00:00+01:00", kind="feedback-request", interview="i",
                                   channel="letter"), "")

    def test_the_number_of_days_is_the_users(self):
        settings = {"rules": {"feedback-request": {"days": 7}}}
        self.plan(talked(lost(settings=settings), day="2026-02-20", people=["amara"]),
                  "feedback-request:job amara 2026-03-09T09:00 2026-03-09T23:59 upcoming")

    def test_a_cancelled_role_does_not_ask_for_it(self):
        self.plan(talked(lost(outcome=OFF), day="2026-02-20", people=["amara"]), "")


class OtherOpenings(PlaybookTest):
    rules = {"other-openings"}

    def row(self, word):
        return f"other-openings:job {word} 2026-03-23T09:00 2026-03-23T23:59 upcoming"

    def test_asks_hr_before_the_recruiter(self):
        self.plan(lost([*RITA, {"contact": "rob", "role": "hr"}]), self.row("rob"))
        self.plan(job(RITA), self.row("rita"))

    def test_knows_hr_of_the_company(self):
        self.plan(lost(RITA).contact("kim", company="acme", roles=["hr"]), self.row("kim"))

    def test_asks_the_company_when_nobody_is_known(self):
        self.plan(lost(), self.row("-"))
        self.assertEqual(self.owed_to("other-openings:job"), "acme")

    def test_is_not_asked_when_the_user_is_not_interested_any_more(self):
        self.plan(lost(RITA, company={"still_interested": False}), "")
        self.plan(Document().company("acme", still_interested=True), self.row("rita"))

    def test_a_sibling_ends_it(self):
        self.plan(lost(RITA).company("bolt"), self.row("rita"))
        self.plan(Document().opportunity("next", company="bolt", sibling_of="job"), "")

    def test_a_new_opportunity_there_ends_it(self):
        self.load(lost(RITA).data)
        self.plan(Document().opportunity("next", company="acme", added_on="2026-03-02"), "")

    def test_the_day_of_a_new_opportunity_is_added_else_applied_else_the_first_stage(self):
        self.load(lost(RITA).stage("first", "prospect").data)
        self.plan(Document().opportunity("next", company="acme", added_on="2026-03-01", applied_on="2026-03-02"),
                  self.row("rita"))
        self.plan(Document().opportunity("next", company="acme", applied_on="2026-03-02"), "")
        self.plan(Document().opportunity("next", company="acme"), self.row("rita"))
        self.plan(Document().add("stage_events", "e", opportunity="next", stage="first", at="2026-03-02T00:00:00+01:00"), "")

    def test_an_older_opportunity_there_or_a_new_one_elsewhere_does_not(self):
        document = lost(RITA).company("bolt").opportunity("old", company="acme", added_on="2026-03-01")
        self.plan(document.opportunity("else", company="bolt", added_on="2026-03-02"), self.row("rita"))

    def test_asking_somebody_of_the_company_ends_it(self):
        self.load(lost().contact("kim", company="acme").data)
        self.plan(Document().touch("t", ["kim"], "2026-03-02T09:00:00+01:00", kind="other-openings"), "")
        self.assertEqual(self.stored("other-openings:job")["state"], "done")


class Reapply(PlaybookTest):
    rules = {"reapply"}

    def cool(self, outcome=None, **cooling_off):
        return lost(outcome=outcome, company={"cooling_off": cooling_off})

    def row(self, day, key="2026-03-02"):
        return f"reapply:acme:{key} - {day}T09:00 {day}T23:59 upcoming"

    def test_comes_on_the_same_day_of_a_later_month(self):
        self.plan(self.cool(months=6), self.row("2026-09-02"))
        self.assertEqual(self.owed_to("reapply:acme:2026-03-02"), "acme")

    def test_comes_on_the_last_day_of_a_month_that_is_shorter(self):
        self.plan(self.cool({**NO, "on": "2026-02-28"}, months=12), self.row("2027-02-28", "2026-02-28"))
        self.database = self.folder / "two" / "onward.db"
        self.plan(self.cool({**NO, "on": "2026-01-31"}, months=3), self.row("2026-04-30", "2026-01-31"))

    def test_does_not_wait_for_a_working_day(self):
        self.plan(self.cool(months=1, until="2026-05-03"), self.row("2026-05-03"))

    def test_a_day_wins_over_months(self):
        self.plan(self.cool(months=6, until="2026-06-01"), self.row("2026-06-01"))

    def test_is_not_asked_when_the_time_is_not_known_or_over(self):
        self.plan(lost(), "")
        self.plan(Document().company("acme", cooling_off={"until": "2026-03-02"}), "")
        self.plan(Document().company("acme", cooling_off={"months": 0}), "")
        self.plan(Document().company("acme", cooling_off={"until": "2026-03-03"}), self.row("2026-03-03"))

    def test_counts_from_the_latest_no_of_the_company(self):
        document = self.cool({**NO, "on": "2026-02-10"}, months=6).opportunity("other", company="acme", outcome=NO,
                                                                               added_on="2026-01-01")
        self.plan(document, self.row("2026-09-02"))

    def test_a_cancelled_role_is_no_rejection(self):
        self.plan(self.cool(OFF, months=6), "")

    def test_a_new_opportunity_there_ends_it(self):
        self.load(self.cool(months=6).data)
        self.plan(Document().opportunity("next", company="acme", added_on="2026-03-02"), "")

    def test_writing_to_somebody_of_the_company_ends_it(self):
        self.load(self.cool(months=6).contact("kim", company="acme").data)
        self.plan(Document().touch("t", ["kim"], "2026-09-02T10:00:00+02:00", kind="reapply"), "", now="2026-09-02T11:00")
        self.assertEqual(self.stored("reapply:acme:2026-03-02", now="2026-09-02T11:00")["state"], "done")

    def test_waits_for_the_morning_of_the_users_alert_hours(self):
        document = lost(settings={"alert_hours": ["12:00", "13:00"]}, company={"cooling_off": {"months": 6}})
        self.plan(document, "reapply:acme:2026-03-02 - 2026-09-02T12:00 2026-09-02T23:59 upcoming")


class Reopened(PlaybookTest):
    rules = {"reopened"}

    def row(self, word):
        return f"reopened:job {word} 2026-04-01T09:00 2026-04-01T23:59 upcoming"

    def test_asks_the_hiring_manager_before_the_recruiter_a_month_later(self):
        self.plan(lost([*RITA, {"contact": "ben", "role": "hiring-manager"}], OFF), self.row("ben"))
        self.plan(job(RITA, OFF), self.row("rita"))

    def test_waits_for_a_working_day(self):
        self.plan(lost(RITA, {**OFF, "on": "2026-02-26"}), "reopened:job rita 2026-03-30T09:00 2026-03-30T23:59 upcoming")

    def test_is_not_planned_when_there_is_nobody(self):
        self.plan(lost([{"contact": "amara", "role": "hr"}], OFF), "")

    def test_a_rejection_does_not_ask_for_it(self):
        self.plan(lost(RITA), "")

    def test_a_new_opportunity_there_ends_it(self):
        self.load(lost(RITA, OFF).data)
        self.plan(Document().opportunity("next", company="acme", sibling_of="job"), "")

    def test_asking_ends_it(self):
        self.load(lost(RITA, OFF).data)
        self.plan(Document().touch("t", ["rita"], "2026-03-02T09:00:00+01:00", kind="reopened"), "")

    def test_does_not_depend_on_interest_in_other_openings(self):
        self.plan(lost(RITA, OFF, company={"still_interested": False}), self.row("rita"))


if __name__ == "__main__":
    run_tap()
