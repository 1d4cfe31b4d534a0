#!/usr/bin/python3
# test-search.py - onward-cli search and the filters of list leave what they say, together and alone
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-search.py ONWARD-CLI, as a meson test (TAP)"""
from call import CliTest, run_tap
from document import Document


def phone(number):
    return {"phones": [{"label": "work", "value": number}]}


def mail(address):
    return {"emails": [{"label": "work", "value": address}]}


DOCUMENT = (
    Document().company("helix").company("orrery", website="https://www.orrery.example")
    .stage("applied", "applied", 1).stage("interviewing", "interviewing", 2).stage("closed", "closed", 3)
    .contact("amara", company="helix", tier="monthly", tags=["Choir", "friend"], **phone("+49 30 1234 5678"))
    .contact("birgit", company="orrery", roles=["recruiter"], hooks=["kayaking"], **mail("birgit.s@orrery.example"))
    .contact("cleo", notes="Knows kayaks", **phone("040 777"))
    .opportunity("developer", company="helix", stage="interviewing", tags=["dream"], description="Rust on motors")
    .opportunity("tester", company="orrery", stage="applied", people=[{"contact": "birgit", "role": "recruiter"}])
    .opportunity("writer", company="helix", stage="closed", outcome={"kind": "declined", "on": "2026-02-01"})
    .interview("talk", "2026-02-25T10:00:00+01:00", people=["amara"], opportunity="developer", status="held")
    .touch("note", ["cleo"], "2026-01-10T10:00:00+01:00").data)
# A company of long ago is a name, not an id.
DOCUMENT["contacts"][2]["positions"] = [{"company": "Helix", "title": "Tester"}]


class Search(CliTest):
    def setUp(self):
        super().setUp()
        self.load(DOCUMENT)

    def names(self, kind, *options):
        return " ".join(row.get("name") or row.get("title") or row["id"] for row in self.json("list", kind, *options))

    def found(self, *words):
        return " ".join(row["title"] for row in self.json("search", *words))

    def test_search_knows_numbers_addresses_hooks_notes_and_former_places(self):
        for words, found in ((["030", "1234"], "Amara"), (["+49", "30"], "Amara"), (["5678"], "Amara"), (["040", "7"], "Cleo"),
                             (["birgit.s@"], "Birgit"), (["@orrery.example"], "Birgit Orrery"), (["orrery.example"], "Birgit Orrery"),
                             (["kayak"], "Birgit Cleo"), (["tester", "helix"], "Cleo"), (["choir"], "Amara"),
                             (["rust"], "Developer"), (["dream"], "Developer"),
                             (["helix"], "Amara Cleo Helix Developer Writer")):
            with self.subTest(words):
                self.assertEqual(self.found(*words), found)

    def test_what_is_typed_is_never_syntax(self):
        for words in (['"'], ["*"], ["NEAR(", "a"], ["a", "OR", "b"], ["phones:49"], ["^", "-", "--x", "AND"], ["'); --"], ["()"],
                      ["\ue00049"], ["x" * 100000]):
            with self.subTest(words):
                self.assertEqual(self.json("search", "--", *words), [])

    def test_contacts_are_filtered_by_what_they_are(self):
        for options, left in ((["--tier", "monthly"], "Amara"), (["--tier", "none"], "Birgit Cleo"),
                              (["--role", "recruiter"], "Birgit"), (["--company", "HELIX"], "Amara"),
                              (["--tag", "choir"], "Amara"), (["--tag", "cho"], ""),
                              (["--quiet-since", "2026-01-11"], "Birgit Cleo"), (["--quiet-since", "2026-01-10"], "Birgit"),
                              (["--quiet-since", "2026-02-26"], "Amara Birgit Cleo"),
                              (["--matching", "kayak"], "Birgit Cleo"),
                              (["--matching", "kayak", "--role", "recruiter"], "Birgit"),
                              (["--matching", "kayak", "--tier", "monthly"], ""),
                              (["--matching", "..."], "Amara Birgit Cleo")):
            with self.subTest(options):
                self.assertEqual(self.names("contacts", *options), left)

    def test_opportunities_are_filtered_by_what_they_are(self):
        for options, left in ((["--stage", "interviewing"], "Developer"), (["--outcome", "declined"], "Writer"),
                              (["--outcome", "none"], "Developer Tester"), (["--company", "helix"], "Developer Writer"),
                              (["--company", "helix", "--outcome", "none"], "Developer"), (["--tag", "DREAM"], "Developer"),
                              (["--matching", "birgit"], "Tester"), (["--matching", "birgit", "--stage", "Closed"], "")):
            with self.subTest(options):
                self.assertEqual(self.names("opportunities", *options), left)

    def test_companies_and_interviews_are_filtered_by_words(self):
        self.assertEqual(self.names("companies", "--matching", "orr"), "Orrery")
        self.assertEqual(len(self.json("list", "interviews", "--matching", "amara")), 1)
        self.assertEqual(len(self.json("list", "interviews", "--matching", "birgit")), 0)

    def test_a_filter_that_cannot_be_is_refused(self):
        self.refused(2, "list", "contacts", "--tier", "weekly")
        self.refused(2, "list", "opportunities", "--outcome", "lost")
        self.refused(2, "list", "contacts", "--quiet-since", "spring")
        self.refused(2, "list", "opportunities", "--tier", "monthly")
        self.refused(2, "list", "touches", "--matching", "amara")
        self.assertIn("Nowhere", self.refused(1, "list", "contacts", "--company", "Nowhere"))
        self.assertIn("Later", self.refused(1, "list", "opportunities", "--stage", "Later"))


if __name__ == "__main__":
    run_tap()
