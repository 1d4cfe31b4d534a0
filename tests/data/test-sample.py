#!/usr/bin/python3
# test-sample.py - the sample search is well-formed, whole, and holds together on the day it is opened
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import datetime
import json
import pathlib
import re
import unicodedata
import unittest
import zoneinfo

from exchange import SAMPLE, SCHEMA, find_out_of_order, find_problems, run_tap, walk

RULES = set("""prep-stories prep-names debrief verify-names thank-you no-show answer-offer decision-check-in second-check-in
    close-as-silent application-nudge rejection-thank-you connection-note referral-ask third-party-ask feedback-request
    other-openings reapply reopened announce-job thank-for-feedback thank-introducer ask-permission keep-in-touch""".split())

# The collection a member that holds an id points into.
TARGETS = {"search": "searches", "stage": "stages", "company": "companies", "contact": "contacts",
           "contacts": "contacts", "opportunity": "opportunities", "interview": "interviews",
           "introduction": "introductions", "introducer": "contacts", "person": "contacts", "by": "contacts",
           "sibling_of": "opportunities", "value_item": "value_items", "stories": "stories",
           "excluded": "contacts", "touch": "touches"}

TEMPLATES = pathlib.Path(__file__).resolve().parents[2] / "src" / "core" / "messages" / "templates"


def instant(text):
    return datetime.datetime.fromisoformat(text)


def day(text):
    return datetime.date.fromisoformat(text[:10])


class Sample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = json.loads(SAMPLE)
        cls.collections = {name: value for name, value in cls.document.items() if isinstance(value, list)}
        cls.by_id = {item["id"]: item for items in cls.collections.values() for item in items}
        cls.kind_of = {item["id"]: name for name, items in cls.collections.items() for item in items}
        cls.now = instant(cls.document["exported_at"])
        cls.stage_kind = {stage["id"]: stage["kind"] for stage in cls.document["stages"]}
        cls.interviews_of = collections.defaultdict(list)
        for interview in cls.document["interviews"]:
            if "opportunity" in interview:
                cls.interviews_of[interview["opportunity"]].append(interview)

    def days_ago(self, text):
        return (self.now.date() - day(text)).days

    def has_ended(self, interview):
        return instant(interview["ends_at"]) <= self.now and interview["status"] in ("booked", "held")

    def each(self, collection, member):
        return collections.Counter(item.get(member) for item in self.document[collection])

    def thanked(self, interview, contact):
        return [touch for touch in self.document["touches"] if touch["kind"] == "thank-you"
                and touch.get("interview") == interview["id"] and contact in touch["contacts"]]

    # form

    def test_its_own_templates_have_no_slot_that_the_program_does_not_fill(self):
        def read_slots(text):
            return set(re.findall(r"\{(?:if not |if )?(\w+)\}", text))

        known = set().union(*(read_slots(file.read_text(encoding="utf-8")) for file in TEMPLATES.glob("*/*.txt")))
        for template in self.document["templates"]:
            self.assertLessEqual(read_slots(template["subject"] + template["body"]), known, template["subject"])

    def test_it_follows_the_schema(self):
        self.assertEqual(find_problems(self.document), [])

    def test_it_is_written_as_export_writes(self):
        self.assertEqual(SAMPLE, json.dumps(self.document, ensure_ascii=False, indent=2) + "\n")
        self.assertEqual(list(find_out_of_order(self.document, SCHEMA)), [])
        for name, items in self.collections.items():
            with self.subTest(name):
                self.assertEqual([item["id"] for item in items], sorted(item["id"] for item in items))

    def test_nothing_empty_or_default_is_written(self):
        self.assertEqual([path for path, value in walk(self.document) if value in ("", [], {}, None)], [])
        for path, value in walk(self.document):
            name = path.rpartition(".")[2]
            if isinstance(value, bool):
                self.assertIs(value, name not in ("attended", "still_interested"), path)

    def test_text_is_composed_and_clean(self):
        for path, value in walk(self.document):
            if isinstance(value, str):
                self.assertEqual(value, unicodedata.normalize("NFC", value), path)
                self.assertEqual(value, value.strip(), path)
                self.assertIsNone(re.search(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\x00-\x09\x0b-\x1f\u2014]", value), path)

    def test_ids_are_random_uuids_and_each_is_used_once(self):
        ids = [item["id"] for items in self.collections.values() for item in items]
        self.assertEqual(len(ids), len(set(ids)))
        for one in ids:
            self.assertRegex(one, r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")

    def test_every_reference_names_an_object_of_its_kind(self):
        checked = 0
        for path, value in walk(self.document):
            name = re.sub(r"\[\d+\]$", "", path).rpartition(".")[2]
            if name in TARGETS and isinstance(value, str) and ".positions[" not in path:
                self.assertEqual(self.kind_of.get(value), TARGETS[name], f"{path} = {value}")
                checked += 1
        for item in self.document["practice"]:
            self.assertEqual(self.kind_of.get(item["feedback"]), "feedback")
        self.assertGreater(checked, 900)

    def test_it_holds_no_follow_ups(self):
        self.assertNotIn("follow_ups", self.document)

    def test_it_stays_small(self):
        self.assertLess(len(SAMPLE.encode()), 250_000)

    # what is in it

    def test_it_is_as_large_as_a_real_search(self):
        for name, least, most in [("opportunities", 23, 28), ("contacts", 58, 66), ("interviews", 38, 45),
                                  ("touches", 120, 170), ("searches", 2, 2), ("stages", 6, 6), ("introductions", 6, 12)]:
            with self.subTest(name):
                self.assertTrue(least <= len(self.document[name]) <= most, len(self.document[name]))
        current = next(search for search in self.document["searches"] if "ended_on" not in search)
        self.assertTrue(140 <= self.days_ago(current["started_on"]) <= 160)
        months = {item["starts_at"][:7] for item in self.document["interviews"] if self.days_ago(item["starts_at"]) < 160}
        self.assertGreaterEqual(len(months), 5)

    def test_every_word_of_the_format_occurs(self):
        for collection, member, words in [
                ("stages", "kind", "prospect applied screening interviewing offer closed"),
                ("opportunities", "kind", "role informational"),
                ("interviews", "kind", "phone video onsite panel final informational mock"),
                ("interviews", "status", "booked held cancelled no-show"),
                ("introductions", "permission", "not-asked asked granted refused"),
                ("contacts", "tier", "monthly quarterly yearly dormant none"),
                ("contacts", "name_verified", "card schedule invitation heard"),
                ("touches", "direction", "out in"),
                ("touches", "channel", "email letter card linkedin phone meeting"),
                ("feedback", "source", "interviewer insider recruiter reviewer"),
                ("feedback", "scope", "company team role"),
                ("feedback", "usefulness", "generic specific actionable"),
                ("value_items", "kind", "article event news personal")]:
            with self.subTest(f"{collection}.{member}"):
                self.assertLessEqual(set(words.split()), set(self.each(collection, member)))
        roles = {role for contact in self.document["contacts"] for role in contact.get("roles", [])}
        self.assertEqual(roles, {"interviewer", "hiring-manager", "recruiter", "coordinator", "hr", "insider", "reviewer"})

    def test_every_stage_and_every_outcome_occurs(self):
        stages = collections.Counter(self.stage_kind[item["stage"]] for item in self.document["opportunities"])
        self.assertEqual(set(stages), set(self.stage_kind.values()))
        outcomes = {item["outcome"]["kind"] for item in self.document["opportunities"] if "outcome" in item}
        self.assertEqual(outcomes, {"accepted", "declined", "rejected", "withdrawn", "no-response", "cancelled"})
        for item in self.document["opportunities"]:
            self.assertEqual("outcome" in item, self.stage_kind[item["stage"]] == "closed", item["title"])

    def test_names_come_from_many_languages_and_scripts(self):
        scripts = {unicodedata.name(letter).split()[0] for contact in self.document["contacts"]
                   for letter in contact["name"] if letter.isalpha()}
        self.assertLessEqual({"LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "GEORGIAN", "CJK"}, scripts)
        for contact in self.document["contacts"]:
            if unicodedata.name(contact["name"][0]).split()[0] not in ("LATIN",):
                self.assertIn("pronunciation", contact, contact["name"])
        self.assertGreater(max(len(contact["name"]) for contact in self.document["contacts"]), 40)

    def test_every_address_is_an_example(self):
        for path, value in walk(self.document):
            if isinstance(value, str):
                for host in re.findall(r"(?:https?://|@)([^\s/:,;]+)", value) + re.findall(r"\b[a-z0-9-]+\.(?:com|org|net|de|nl|io)\b", value):
                    self.assertTrue(host.endswith(".example"), f"{path}: {host}")

    def test_texts_name_no_day_that_loading_would_shift(self):
        names = r"\b(January|February|April|June|July|August|September|October|November|December|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|20[0-9][0-9])\b"
        dates = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T|$)"
        for path, value in walk(self.document):
            if isinstance(value, str) and not re.match(dates, value):
                self.assertIsNone(re.search(names, value), f"{path}: {value}")

    # the story holds together

    def test_stages_end_where_the_opportunity_stands(self):
        order = {stage["id"]: stage["position"] for stage in self.document["stages"]}
        for item in self.document["opportunities"]:
            events = sorted((e for e in self.document["stage_events"] if e["opportunity"] == item["id"]), key=lambda e: instant(e["at"]))
            with self.subTest(item["title"]):
                self.assertEqual(events[-1]["stage"], item["stage"])
                self.assertEqual([order[e["stage"]] for e in events], sorted({order[e["stage"]] for e in events}))
                self.assertEqual(day(events[0]["at"]), day(item["added_on"]))
                applied = [day(e["at"]) for e in events if self.stage_kind[e["stage"]] == "applied"]
                self.assertEqual(applied, [day(item["applied_on"])] if "applied_on" in item else [])
                if "outcome" in item:
                    self.assertEqual(day(events[-1]["at"]), day(item["outcome"]["on"]))
                if "offer" in item:
                    self.assertIn(day(item["offer"]["received_on"]), [day(e["at"]) for e in events if self.stage_kind[e["stage"]] == "offer"])

    def test_nothing_of_the_past_lies_in_the_future(self):
        for path, value in walk(self.document):
            name = path.rpartition(".")[2]
            if name in ("at", "written_at", "finished_at"):
                self.assertLessEqual(instant(value), self.now, path)
            elif name in ("added_on", "applied_on", "received_on", "recorded_on", "permission_on", "given_on", "tier_since", "booked_on", "done_on"):
                self.assertLessEqual(day(value), self.now.date(), path)

    def test_interviews_lie_between_application_and_outcome(self):
        for item in self.document["opportunities"]:
            for interview in self.interviews_of[item["id"]]:
                with self.subTest(item["title"], starts=interview["starts_at"]):
                    self.assertLess(instant(interview["starts_at"]), instant(interview["ends_at"]))
                    self.assertGreaterEqual(day(interview["starts_at"]), day(item.get("applied_on", item["added_on"])))
                    if "outcome" in item and interview["status"] != "cancelled":
                        self.assertLessEqual(day(interview["starts_at"]), day(item["outcome"]["on"]))
                    self.assertLess(day(interview["booked_on"]) if "booked_on" in interview else datetime.date.min, day(interview["starts_at"]))

    def test_people_are_known_before_they_are_met(self):
        for contact in self.document["contacts"]:
            touches = [t["at"] for t in self.document["touches"] if contact["id"] in t["contacts"]]
            met = [i["starts_at"] for i in self.document["interviews"] if i["status"] == "held"
                   and contact["id"] in [p["contact"] for p in i.get("people", [])]]
            for moment in touches + met:
                self.assertLessEqual(day(contact["added_on"]), day(moment), contact["name"])

    def test_interviews_have_people_of_the_company(self):
        agency = {c["id"] for c in self.document["companies"] if "agency" in c.get("tags", [])}
        for interview in self.document["interviews"]:
            company = interview.get("company") or self.by_id[interview["opportunity"]]["company"]
            for person in interview.get("people", []):
                works = self.by_id[person["contact"]].get("company")
                if interview["kind"] != "mock":
                    self.assertIn(works, agency | {company}, self.by_id[person["contact"]]["name"])

    def test_what_ended_is_held_and_mostly_written_down(self):
        ended = [i for i in self.document["interviews"] if self.has_ended(i)]
        recent = [i for i in ended if instant(i["ends_at"]).date() < self.now.date()]
        self.assertTrue(all(i["status"] == "held" for i in recent))
        self.assertTrue(all("debrief" in i for i in recent))
        self.assertGreater(sum("written_at" in i["debrief"] for i in recent), len(recent) * 0.9)
        for interview in recent:
            if "written_at" in interview["debrief"]:
                self.assertGreater(instant(interview["debrief"]["written_at"]), instant(interview["ends_at"]))

    def test_thank_yous_answer_an_interview_with_that_person(self):
        sent = [t for t in self.document["touches"] if t["kind"] == "thank-you"]
        for touch in sent:
            interview = self.by_id[touch["interview"]]
            self.assertGreater(instant(touch["at"]), instant(interview["ends_at"]), touch.get("subject"))
            self.assertIn(touch["contacts"][0], [p["contact"] for p in interview["people"]])
            self.assertEqual(touch["direction"], "out")
        bodies = [t["body"] for t in sent]
        self.assertEqual(len(bodies), len(set(bodies)))

    def test_outgoing_kinds_are_rules_or_plain_words(self):
        kinds = {t["kind"] for t in self.document["touches"] if t["direction"] == "out"}
        self.assertGreaterEqual(len(kinds & RULES), 12)
        self.assertLessEqual(kinds - RULES, {"introduction", "note", "answer", "reviewer pack"})
        self.assertFalse({t["kind"] for t in self.document["touches"] if t["direction"] == "in"} & RULES)

    # the day it is opened

    def test_it_was_written_down_at_ten_in_the_morning(self):
        self.assertEqual(self.document["exported_at"][10:], "T10:00:00+01:00")

    def test_an_interview_of_this_morning_waits_for_its_debrief_and_thanks(self):
        today = [i for i in self.document["interviews"] if self.has_ended(i) and day(i["ends_at"]) == self.now.date()]
        self.assertEqual([i["ends_at"][11:16] for i in today], ["09:45"])
        self.assertNotIn("debrief", today[0])
        self.assertEqual([self.thanked(today[0], p["contact"]) for p in today[0]["people"]], [[], []])

    def test_interviews_of_the_last_days_are_at_home(self):
        """Loading keeps the wall times of home for everybody; elsewhere the order of an interview and its thanks could change."""
        zones = collections.Counter(i["zone"] for i in self.document["interviews"])
        home, count = zones.most_common(1)[0]
        self.assertGreater(count, sum(zones.values()) / 2)
        self.assertGreaterEqual(len(zones), 6)
        for interview in self.document["interviews"]:
            if self.has_ended(interview) and self.days_ago(interview["ends_at"]) <= 16:
                self.assertEqual(interview["zone"], home, interview["starts_at"])
            offset = instant(interview["starts_at"]).astimezone(zoneinfo.ZoneInfo(interview["zone"])).utcoffset()
            self.assertEqual(instant(interview["starts_at"]).utcoffset(), offset, interview["starts_at"])

    def test_one_interviewer_of_the_last_days_is_still_to_be_thanked(self):
        missing = []
        for interview in self.document["interviews"]:
            if self.has_ended(interview) and interview["kind"] != "mock" and 1 <= self.days_ago(interview["ends_at"]) <= 15:
                for person in interview["people"]:
                    if person["role"] in ("interviewer", "hiring-manager") and person.get("attended", True):
                        if not self.thanked(interview, person["contact"]):
                            missing.append(self.by_id[person["contact"]]["name"])
        self.assertEqual(missing, ["Amara Okafor"])

    def test_a_name_of_yesterday_was_only_heard(self):
        heard = [i for i in self.document["interviews"] if self.has_ended(i) and any(p.get("name_verified") == "heard" for p in i.get("people", []))]
        self.assertIn(1, [self.days_ago(i["ends_at"]) for i in heard])

    def test_a_promise_is_in_force(self):
        waiting = []
        for item in self.document["opportunities"]:
            if "outcome" not in item:
                promises = [source["promise"] for source in [item] + self.interviews_of[item["id"]] if "promise" in source]
                waiting += [item for promise in promises if day(promise["on"]) > self.now.date()]
        self.assertEqual([self.by_id[item["company"]]["name"] for item in waiting], ["Northwind Labs"])

    def test_one_offer_waits_for_an_answer(self):
        open_offers = [i["offer"] for i in self.document["opportunities"] if "offer" in i and "outcome" not in i]
        self.assertEqual(len(open_offers), 1)
        self.assertTrue(0 < -self.days_ago(open_offers[0]["answer_by"]) <= 7)

    def test_interviews_are_booked_for_two_weeks_and_two_collide(self):
        booked = sorted((instant(i["starts_at"]), instant(i["ends_at"])) for i in self.document["interviews"]
                        if i["status"] == "booked" and instant(i["starts_at"]) > self.now)
        self.assertGreaterEqual(len(booked), 5)
        self.assertTrue(all((start.date() - self.now.date()).days <= 14 for start, _ in booked))
        self.assertEqual(sum(later[0] < earlier[1] for earlier, later in zip(booked, booked[1:])), 1)


if __name__ == "__main__":
    run_tap()
