#!/usr/bin/python3
# test-playbook-interviews.py - what an interview asks for when it is over: debrief, names, thanks
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-playbook-interviews.py ONWARD-CLI, as a meson test (TAP)

Now is Monday 2026-03-02, 10:00 in Amsterdam, unless a case says more. Interviews without an opportunity ask for
debrief, names and thanks alone."""
from document import Document, uuid
from playbook import PlaybookTest, facts, run_tap


def met(ends_at, people=(), starts_at=None, **members):
    """Facts with one interview "i" at Acme, an hour long."""
    document = facts(**members.pop("settings", {}))
    starts_at = starts_at or f"{ends_at[:11]}{int(ends_at[11:13]) - 1:02d}{ends_at[13:]}"
    return document.interview("i", starts_at, ends_at, people, **{"company": "acme", **members})


class Debrief(PlaybookTest):
    rules = {"debrief", "verify-names", "thank-you", "decision-check-in", "rejection-thank-you", "keep-in-touch"}

    def test_comes_half_an_hour_after_the_end_and_is_late_after_the_next_day(self):
        self.plan(met("2026-03-02T09:00:00+01:00"), "debrief:i - 2026-03-02T09:30 2026-03-03T23:59 today")

    def test_waits_for_the_morning_after_an_evening(self):
        self.plan(met("2026-03-01T19:45:00+01:00"), "debrief:i - 2026-03-02T08:00 2026-03-02T23:59 today")

    def test_does_not_come_at_the_minute_at_which_the_alert_hours_end(self):
        self.plan(met("2026-03-01T19:30:00+01:00"), "debrief:i - 2026-03-02T08:00 2026-03-02T23:59 today")

    def test_comes_at_the_minute_at_which_the_alert_hours_begin(self):
        self.plan(met("2026-03-02T07:30:00+01:00"), "debrief:i - 2026-03-02T08:00 2026-03-03T23:59 today")

    def test_waits_for_the_opening_of_the_same_day(self):
        self.plan(met("2026-03-02T05:00:00+01:00"), "debrief:i - 2026-03-02T08:00 2026-03-03T23:59 today")

    def test_does_not_wait_when_alerts_may_come_at_any_hour(self):
        self.plan(met("2026-03-01T23:00:00+01:00", settings={"alert_hours": ["00:00", "24:00"]}),
                  "debrief:i - 2026-03-01T23:30 2026-03-02T23:59 today")

    def test_an_interview_without_an_end_lasts_an_hour(self):
        document = facts().interview("i", "2026-03-02T08:30:00+01:00", company="acme")
        self.plan(document, "debrief:i - 2026-03-02T10:00 2026-03-03T23:59 today")

    def test_comes_when_the_end_is_now_and_not_before(self):
        self.load(met("2026-03-02T10:30:00+01:00").data)
        self.expect("", now="2026-03-02T10:29")
        self.expect("debrief:i - 2026-03-02T11:00 2026-03-03T23:59 today", now="2026-03-02T10:30")

    def test_is_not_asked_for_what_was_cancelled_or_nobody_came_to(self):
        self.plan(met("2026-03-02T09:00:00+01:00", status="cancelled"), "")
        self.plan(met("2026-03-02T09:00:00+01:00", status="no-show"), "")

    def test_goes_when_it_is_written_or_let_go(self):
        row = "debrief:i - 2026-03-02T09:30 2026-03-03T23:59 today"
        self.plan(met("2026-03-02T09:00:00+01:00"), row)
        self.plan(met("2026-03-02T09:00:00+01:00", debrief={"well": ["Calm"], "written_at": "2026-03-02T09:40:00+01:00"}), "")
        self.plan(met("2026-03-02T09:00:00+01:00"), row)
        self.plan(met("2026-03-02T09:00:00+01:00", debrief={"let_go": True}), "")

    def test_is_all_that_a_mock_interview_asks_for(self):
        people = [("amara", {"role": "interviewer", "name_verified": "heard"})]
        self.plan(met("2026-03-02T09:00:00+01:00", people, kind="mock"), "debrief:i - 2026-03-02T09:30 2026-03-03T23:59 today")


class VerifyNames(PlaybookTest):
    rules = {"debrief", "verify-names", "thank-you", "decision-check-in"}
    END = "2026-03-02T09:00:00+01:00"
    DEBRIEF = "debrief:i - 2026-03-02T09:30 2026-03-03T23:59 today\n"
    THANK_AMARA = "thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 today\n"

    def test_asks_the_coordinator_two_hours_after_the_end(self):
        people = [("amara", {"name_verified": "heard"}), ("ben", {"role": "coordinator"})]
        self.plan(met(self.END, people), self.DEBRIEF + self.THANK_AMARA + "verify-names:i ben 2026-03-02T11:00 2026-03-03T23:59 today")

    def test_is_planned_without_a_person_when_there_is_nobody_to_ask(self):
        self.plan(met(self.END, [("amara", {"name_verified": "heard"})]),
                  self.DEBRIEF + self.THANK_AMARA + "verify-names:i - 2026-03-02T11:00 2026-03-03T23:59 today")

    def test_a_coordinator_of_the_opportunity_comes_before_a_recruiter_of_the_interview(self):
        document = (Document().company("acme").contact("amara").contact("ben").contact("rita")
                    .opportunity("job", company="acme", people=[{"contact": "ben", "role": "coordinator"}], stage="over")
                    .stage("over", "interviewing")
                    .interview("i", "2026-03-02T08:00:00+01:00", self.END,
                               [("amara", {"name_verified": "heard"}), ("rita", {"role": "recruiter"})], opportunity="job"))
        self.plan(document, self.DEBRIEF + self.THANK_AMARA + "verify-names:i ben 2026-03-02T11:00 2026-03-03T23:59 today\n"
                  "decision-check-in:i rita 2026-03-16T09:00 2026-03-16T23:59 upcoming")

    def test_somebody_not_to_be_contacted_is_passed_over(self):
        people = [("amara", {"name_verified": "heard"}), ("no", {"role": "coordinator"}), ("rita", {"role": "recruiter"})]
        self.plan(met(self.END, people).contact("no", do_not_contact=True),
                  self.DEBRIEF + self.THANK_AMARA + "verify-names:i rita 2026-03-02T11:00 2026-03-03T23:59 today")

    def test_a_name_that_was_not_written_down_as_heard_asks_for_nothing(self):
        self.plan(met(self.END, ["amara"]), self.DEBRIEF + self.THANK_AMARA)

    def test_a_card_of_the_person_verifies_what_was_heard_in_the_interview(self):
        document = met(self.END, [("dora", {"name_verified": "heard"})]).contact("dora", name_verified="card")
        self.plan(document, self.DEBRIEF + "thank-you:i:dora dora 2026-03-02T11:00 2026-03-03T09:00 today")

    def test_somebody_who_did_not_come_has_a_name_too(self):
        self.plan(met(self.END, ["amara", ("ben", {"name_verified": "heard", "attended": False})]),
                  self.DEBRIEF + self.THANK_AMARA + "verify-names:i - 2026-03-02T11:00 2026-03-03T23:59 today")

    def test_the_users_own_name_need_not_be_verified(self):
        document = met(self.END, ["amara", ("me", {"name_verified": "heard", "role": "observer"})])
        document.contact("me", emails=[{"label": "home", "value": "Me@Example.org"}]).profile(email="me@example.org")
        self.plan(document, self.DEBRIEF + self.THANK_AMARA)

    def test_goes_when_all_names_are_verified(self):
        self.load(met(self.END, [("amara", {"name_verified": "heard"})]).data)
        self.plan(met(self.END, [("amara", {"name_verified": "invitation"})]), self.DEBRIEF + self.THANK_AMARA)

    def test_asking_for_the_names_ends_it(self):
        people = [("amara", {"name_verified": "heard"}), ("ben", {"role": "coordinator"})]
        self.load(met(self.END, people).data)
        self.plan(Document().touch("t", ["ben"], "2026-03-02T09:45:00+01:00", kind="verify-names", interview="i"),
                  self.DEBRIEF + self.THANK_AMARA)
        self.assertEqual(self.stored("verify-names:i")["done_at"], "2026-03-02T09:45:00+01:00")


class ThankYou(PlaybookTest):
    rules = {"debrief", "verify-names", "thank-you", "decision-check-in", "rejection-thank-you", "keep-in-touch"}

    DEBRIEF = "debrief:i - 2026-03-02T09:30 2026-03-03T23:59 today\n"
    END = "2026-03-02T09:00:00+01:00"

    def without_debrief(self, ends_at, people, **members):
        """The thanks alone: the debrief is let go."""
        return met(ends_at, people, debrief={"let_go": True}, **members)

    def test_comes_after_two_hours_and_is_late_after_a_day(self):
        self.plan(met(self.END, ["amara"]), self.DEBRIEF + "thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 today")

    def test_waits_for_the_morning_after_an_evening(self):
        self.plan(self.without_debrief("2026-03-01T19:00:00+01:00", ["amara"]),
                  "thank-you:i:amara amara 2026-03-02T08:00 2026-03-02T19:00 today")

    def test_does_not_wait_for_a_working_day(self):
        self.plan(self.without_debrief("2026-02-28T18:30:00+01:00", ["amara"]),
                  "thank-you:i:amara amara 2026-03-01T08:00 2026-03-01T18:30 overdue")

    def test_leaves_an_hour_when_the_alert_hours_open_too_late(self):
        self.plan(self.without_debrief("2026-03-02T09:30:00+01:00", ["amara"], settings={"alert_hours": ["09:00", "10:00"]}),
                  "thank-you:i:amara amara 2026-03-03T08:30 2026-03-03T09:30 upcoming")

    def test_same_day_is_late_at_midnight(self):
        self.plan(self.without_debrief(self.END, ["amara"], settings={"thank_you": "same-day"}),
                  "thank-you:i:amara amara 2026-03-02T11:00 2026-03-02T23:59 today")

    def test_same_day_comes_an_hour_before_midnight_after_an_evening(self):
        self.plan(self.without_debrief("2026-03-01T19:00:00+01:00", ["amara"], settings={"thank_you": "same-day"}),
                  "thank-you:i:amara amara 2026-03-01T22:59 2026-03-01T23:59 today", now="2026-03-01T19:30")

    def test_same_day_leaves_an_hour_after_the_end_and_never_comes_before_it(self):
        self.plan(self.without_debrief("2026-03-01T23:30:00+01:00", ["amara"], settings={"thank_you": "same-day"}),
                  "thank-you:i:amara amara 2026-03-01T23:30 2026-03-02T00:30 today", now="2026-03-01T23:45")

    def test_48h_is_late_after_two_days(self):
        self.plan(self.without_debrief(self.END, ["amara"], settings={"thank_you": "48h"}),
                  "thank-you:i:amara amara 2026-03-02T11:00 2026-03-04T09:00 today")

    def test_goes_to_each_interviewer_and_hiring_manager_who_came(self):
        people = [("rob", {}), ("ben", {"role": "hiring-manager"}), ("amara", {"role": "interviewer"}),
                  ("rita", {"role": "interviewer", "attended": False})]
        self.plan(self.without_debrief(self.END, people), """
                  thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 today
                  thank-you:i:ben   ben   2026-03-02T11:00 2026-03-03T09:00 today
                  thank-you:i:rob   rob   2026-03-02T11:00 2026-03-03T09:00 today""")

    def test_does_not_go_to_a_recruiter_beside_an_interviewer(self):
        people = [("amara", {}), ("rita", {"role": "recruiter"}), ("ben", {"role": "observer"})]
        self.plan(self.without_debrief(self.END, people), "thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 today")

    def test_goes_to_recruiter_hr_and_insider_when_there_was_no_interviewer(self):
        people = [("amara", {"role": "hr"}), ("ben", {"role": "insider"}), ("rita", {"role": "recruiter"}),
                  ("rob", {"role": "coordinator"})]
        self.plan(self.without_debrief(self.END, people), """
                  thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 today
                  thank-you:i:ben   ben   2026-03-02T11:00 2026-03-03T09:00 today
                  thank-you:i:rita  rita  2026-03-02T11:00 2026-03-03T09:00 today""")

    def test_an_interviewer_not_to_be_contacted_is_not_replaced_by_the_recruiter(self):
        document = self.without_debrief(self.END, [("no", {}), ("rita", {"role": "recruiter"})])
        self.plan(document.contact("no", do_not_contact=True), "")

    def test_does_not_go_to_the_user(self):
        document = self.without_debrief(self.END, ["amara", "me"])
        document.contact("me", emails=[{"label": "old", "value": "OLD@example.org"}])
        document.profile(email="new@example.org", addresses_me=["old@Example.org"])
        self.plan(document, "thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 today")

    def test_is_asked_for_after_an_informational_talk_too(self):
        self.plan(self.without_debrief(self.END, ["amara"], kind="informational"),
                  "thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 today")

    def test_is_not_asked_for_when_nobody_came(self):
        self.plan(self.without_debrief(self.END, ["amara"], status="no-show"), "")

    def test_a_thank_you_about_the_interview_ends_it_at_the_time_of_the_message(self):
        self.load(self.without_debrief(self.END, ["amara", "ben"]).data)
        self.plan(Document().touch("t", ["amara"], "2026-03-02T09:20:00+01:00", kind="thank-you", interview="i"),
                  "thank-you:i:ben ben 2026-03-02T11:00 2026-03-03T09:00 today")
        row = self.stored("thank-you:i:amara")
        self.assertEqual((row["state"], row["done_at"]), ("done", "2026-03-02T09:20:00+01:00"))

    def test_other_messages_do_not_end_it(self):
        self.load(self.without_debrief(self.END, ["amara"]).data)
        row = "thank-you:i:amara amara 2026-03-02T11:00 2026-03-03T09:00 today"
        document = Document().contact("zed").interview("j", "2026-02-02T08:00:00+01:00", company="acme", kind="mock",
                                                      debrief={"let_go": True})
        document.touch("before", ["amara"], "2026-03-02T08:59:00+01:00", kind="thank-you", interview="i")
        document.touch("other", ["amara"], "2026-03-02T09:30:00+01:00", kind="thank-you", interview="j")
        document.touch("incoming", ["amara"], "2026-03-02T09:30:00+01:00", kind="thank-you", interview="i", direction="in")
        document.touch("note", ["amara"], "2026-03-02T09:30:00+01:00", kind="note", interview="i")
        document.touch("zed", ["zed"], "2026-03-02T09:30:00+01:00", kind="thank-you", interview="i")
        self.plan(document, row)

    def test_an_unlinked_thank_you_ends_the_older_of_two_only(self):
        document = facts()
        document.interview("old", "2026-03-01T14:00:00+01:00", "2026-03-01T15:00:00+01:00", ["amara"], company="acme",
                           debrief={"let_go": True})
        document.interview("new", "2026-03-02T08:00:00+01:00", self.END, ["amara"], company="acme", debrief={"let_go": True})
        self.plan(document, """
                  thank-you:old:amara amara 2026-03-01T17:00 2026-03-02T15:00 today
                  thank-you:new:amara amara 2026-03-02T11:00 2026-03-03T09:00 today""")
        self.plan(Document().touch("t", ["amara"], "2026-03-02T09:30:00+01:00", kind="thank-you"),
                  "thank-you:new:amara amara 2026-03-02T11:00 2026-03-03T09:00 today")

    def test_one_unlinked_message_to_two_people_thanks_both(self):
        self.load(self.without_debrief(self.END, ["amara", "ben"]).data)
        self.plan(Document().touch("t", ["amara", "ben"], "2026-03-02T09:30:00+01:00", kind="thank-you"), "")


class Clock(PlaybookTest):
    rules = {"debrief", "verify-names", "thank-you", "decision-check-in", "rejection-thank-you", "keep-in-touch"}

    def test_an_interview_is_taken_in_the_users_zone(self):
        document = met("2026-03-02T15:00:00+00:00", ["amara"], zone="Europe/London")
        self.load(document.data, zone="America/New_York", now="2026-03-02T11:00")
        self.expect("debrief:i - 2026-03-02T10:30 2026-03-03T23:59 today\n"
                    "thank-you:i:amara amara 2026-03-02T12:00 2026-03-03T10:00 today", zone="America/New_York", now="2026-03-02T11:00")

    def test_its_day_is_the_users_too(self):
        self.plan(met("2026-03-02T15:00:00+00:00"), "debrief:i - 2026-03-03T08:00 2026-03-04T23:59 today",
                  zone="Asia/Tokyo", now="2026-03-03T09:00")

    def test_open_rows_follow_the_user_into_another_zone(self):
        self.plan(met("2026-03-02T09:00:00+01:00"), "debrief:i - 2026-03-02T09:30 2026-03-03T23:59 today")
        self.expect("debrief:i - 2026-03-02T08:00 2026-03-03T23:59 today", zone="America/New_York", now="2026-03-02T12:00")
        self.expect("debrief:i - 2026-03-02T14:15 2026-03-03T23:59 today", zone="Asia/Kathmandu", now="2026-03-02T14:45")

    def test_a_day_has_the_same_wall_time_when_the_clock_goes_forward(self):
        self.plan(met("2026-03-28T17:00:00+01:00", ["amara"], debrief={"let_go": True}),
                  "thank-you:i:amara amara 2026-03-28T19:00 2026-03-29T17:00 today", now="2026-03-28T18:00")

    def test_a_day_has_the_same_wall_time_when_the_clock_goes_back(self):
        self.plan(met("2026-10-24T15:00:00+02:00", ["amara"], debrief={"let_go": True}),
                  "thank-you:i:amara amara 2026-10-24T17:00 2026-10-25T15:00 today", now="2026-10-24T16:00")

    def test_two_hours_over_the_spring_gap_are_two_on_the_wall(self):
        self.plan(met("2026-03-29T01:30:00+01:00", ["amara"], debrief={"let_go": True}, starts_at="2026-03-29T00:30:00+01:00",
                      settings={"alert_hours": ["00:00", "24:00"]}),
                  "thank-you:i:amara amara 2026-03-29T03:30 2026-03-30T01:30 today", now="2026-03-29T03:05")

    def test_the_second_of_two_equal_hours_ends_an_interview_at_the_same_wall_time(self):
        self.plan(met("2026-10-25T02:30:00+01:00", starts_at="2026-10-25T02:30:00+02:00", settings={"alert_hours": ["00:00", "24:00"]}),
                  "debrief:i - 2026-10-25T03:00 2026-10-26T23:59 today", now="2026-10-25T03:30")

    def test_a_time_in_the_spring_gap_is_late_after_the_gap(self):
        self.load(Document().follow_up("m", f"manual:{uuid('m')}", title="x", why="y", remind_at="2026-03-28T10:00",
                                       due="2026-03-29T02:30").data)
        urgencies = [self.json("due", now=now)[0]["urgency"] for now in ("2026-03-29T01:59", "2026-03-29T03:00", "2026-03-29T03:01")]
        self.assertEqual(urgencies, ["today", "today", "overdue"])

    def test_new_alert_hours_move_what_is_open(self):
        self.plan(met("2026-03-01T19:45:00+01:00"), "debrief:i - 2026-03-02T08:00 2026-03-02T23:59 today")
        self.plan(Document(alert_hours=["09:15", "21:00"]), "debrief:i - 2026-03-01T20:15 2026-03-02T23:59 today")
        self.plan(Document(alert_hours=["09:15", "20:15"]), "debrief:i - 2026-03-02T09:15 2026-03-02T23:59 today")


class History(PlaybookTest):
    rules = {"debrief", "verify-names", "thank-you", "decision-check-in", "rejection-thank-you", "keep-in-touch"}

    def test_what_was_late_more_than_two_weeks_ago_is_not_opened(self):
        report = self.load(met("2026-02-14T09:00:00+01:00", ["amara"]).data)
        self.assertEqual(report["not_opened"], 2)
        self.expect("")

    def test_what_was_late_two_weeks_ago_is_opened(self):
        report = self.load(met("2026-02-15T09:00:00+01:00").data)
        self.assertEqual(report["not_opened"], 0)
        self.expect("debrief:i - 2026-02-15T09:30 2026-02-16T23:59 overdue")

    def test_a_row_that_is_there_stays_however_late(self):
        self.load(met("2026-02-14T09:00:00+01:00").data, now="2026-02-14T10:00")
        self.expect("debrief:i - 2026-02-14T09:30 2026-02-15T23:59 overdue", now="2026-07-01T10:00")

    def test_the_number_of_days_is_the_users(self):
        report = self.load(met("2026-03-01T09:00:00+01:00", ["amara"], settings={"history_days": 0}).data)
        self.assertEqual(report["not_opened"], 1)
        self.expect("debrief:i - 2026-03-01T09:30 2026-03-02T23:59 today")

    def test_those_not_opened_are_listed_on_request(self):
        file = self.write("old.json", met("2026-02-01T09:00:00+01:00", ["amara"]).data)
        report = self.json("import", "--list-not-opened", "--dry-run", file)[0]
        self.assertEqual(report["not_opened"], 2)
        self.assertEqual({row["rule"] for row in report["not_opened_follow_ups"]}, {"debrief", "thank-you"})


if __name__ == "__main__":
    run_tap()
