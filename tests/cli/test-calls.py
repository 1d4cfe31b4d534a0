#!/usr/bin/python3
# test-calls.py - onward-cli takes its calls as exchange.md says, and refuses others in one line
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-calls.py ONWARD-CLI, as a meson test (TAP)"""
import concurrent.futures
import json
import sqlite3

from call import NOW, ROOT, ZONE, CliTest, run_tap
from document import Document, uuid

SAMPLE = ROOT / "data" / "sample-search.json"


def manual(word, remind_at, due, **members):
    """A document with one follow-up of the user's own, which the playbook never touches."""
    return Document().contact("amara").follow_up(word, f"manual:{uuid(word)}", title=f"Call about {word}", contact="amara",
                                                 remind_at=remind_at, due=due, **members).data


class Usage(CliTest):
    def test_wrong_usage_is_told_in_one_line_with_status_2(self):
        for words in ([], ["fly"], ["due", "now"], ["due", "--days", "-1"], ["due", "--days", "soon"], ["due", "--fast"],
                      ["list"], ["list", "things"], ["done"], ["skip", "a", "b"], ["snooze", "a"], ["snooze", "a", "soon"],
                      ["move", "a", "2026-02-30T10:00"], ["done", "a", "--channel", "pigeon"], ["import"],
                      ["import", "--as", "novel", SAMPLE], ["export", "--format", "xml"], ["search"],
                      ["agenda", "--from", "2026-13-01"], ["agenda", "--to", "yesterday"],
                      ["agenda", "--from", "2026-03-02", "--to", "2026-03-01"]):
            with self.subTest(words):
                self.refused(2, *words)

    def test_list_alone_names_what_can_be_listed(self):
        message = self.refused(2, "list")
        for kind in ("contacts", "companies", "opportunities", "interviews", "introductions", "feedback", "touches"):
            self.assertIn(kind, message)

    def test_a_wrong_clock_is_wrong_usage(self):
        self.refused(2, "due", now="soon")
        self.refused(2, "due", now="2026-03-02T25:00")
        self.refused(2, "due", zone="Mars/Olympus")

    def test_wrong_usage_opens_no_database(self):
        self.refused(2, "due", "--days", "-1")
        self.assertFalse(self.database.exists())

    def test_global_options_stand_before_or_after_the_verb(self):
        before = self.call("--json", "due")
        after = self.call("due", "--json")
        self.assertEqual((before.status, before.out), (0, "[]\n"))
        self.assertEqual((after.status, after.out), (0, "[]\n"))

    def test_help_and_version_need_no_database(self):
        self.assertIn("snooze KEY UNTIL", self.done("--help").out)
        self.assertIn("--days", self.done("due", "--help").out)
        self.assertRegex(self.done("--version").out, r"\Aonward-cli \d+\.\d+\.\d+\n\Z")
        self.assertFalse(self.database.exists())

    def test_a_format_that_comes_later_fails(self):
        self.assertIn("later", self.refused(1, "export", "--format", "csv"))

    def test_a_database_that_is_something_else_is_refused_untouched(self):
        file = self.write("letter.txt", b"Dear Amara,\n" * 500)
        self.refused(1, "due", database=file)
        self.assertEqual(file.read_bytes(), b"Dear Amara,\n" * 500)

    def test_an_empty_database_has_nothing_and_says_so(self):
        self.assertEqual(self.done("due").out, "Nothing to do.\n")
        for verb in (["due"], ["agenda"], ["search", "amara"], ["list", "touches"]):
            self.assertEqual(self.json(*verb), [])


class Import(CliTest):
    def test_a_file_that_cannot_be_imported_is_told_in_one_line_and_writes_nothing(self):
        good = Document().contact("amara").data
        broken = json.dumps(good)[:-20].encode()
        for name, content in {"empty": b"", "blank": b" \n\t\n", "unknown": b"Dear Amara,\nthank you.\n", "broken.json": broken,
                              "other.json": b'{"format": "other"}', "list.json": b"[1, 2]",
                              "newer.json": b'{"format": "onward", "version": 2}',
                              "no-version.json": b'{"format": "onward"}',
                              "bytes": bytes(range(256)),
                              "wrong.json": json.dumps({**good, "touches": [{"id": uuid("t"), "at": "yesterday"}]}).encode(),
                              "nobody.json": json.dumps({**good, "touches": [{"id": uuid("t"), "contacts": [uuid("x")]}]}).encode(),
                              }.items():
            with self.subTest(name):
                line = self.refused(1, "import", self.write(name, content))
                self.assertIn(name, line)
                self.assertEqual(self.json("list", "contacts"), [])

    def test_of_an_archive_from_linkedin_the_file_to_take_is_named(self):
        messages = self.write("Messages.csv", b"CONVERSATION ID,CONVERSATION TITLE,FROM,TO,DATE,CONTENT\n1,Talk,Amara,Rita,2024-05-15,Hello\n")
        self.assertIn("of an archive from LinkedIn take that file", self.refused(1, "import", messages))

    def test_a_missing_file_is_told_and_makes_no_database(self):
        self.assertIn("missing.json", self.refused(1, "import", self.folder / "missing.json"))
        self.assertFalse(self.database.exists())

    def test_one_bad_file_among_good_ones_is_found_before_anything_is_written(self):
        good = self.write("good.json", Document().contact("amara").data)
        self.refused(1, "import", good, self.write("bad", b"?"))
        self.refused(1, "import", good, self.write("broken.json", b'{"format": "onward", "version": 1, '))
        self.assertFalse(self.database.exists())

    def test_a_second_import_changes_nothing(self):
        first = self.json("import", SAMPLE)[0]
        self.assertEqual((first["read"], first["updated"], first["unchanged"]), (first["added"], 0, 0))
        self.assertEqual((first["kind"], first["rejected"]), ("onward-json", []))
        second = self.json("import", SAMPLE)[0]
        self.assertEqual((second["added"], second["updated"], second["unchanged"]), (0, 0, first["read"]))
        dry = self.json("import", "--dry-run", SAMPLE)[0]
        self.assertEqual(dry, second)

    def test_a_dry_run_tells_the_same_and_writes_nothing(self):
        dry = self.json("import", "--dry-run", SAMPLE)
        self.assertEqual(self.json("list", "contacts"), [])
        self.assertEqual(self.json("import", SAMPLE), dry)

    def test_many_files_give_one_object_each(self):
        a = self.write("a.json", Document().contact("amara").data)
        b = self.write("b.json", Document().touch("t", ["amara"], "2026-03-01T10:00:00+01:00").data)
        report = self.json("import", a, b)
        self.assertEqual([(entry["file"], entry["added"]) for entry in report], [(str(a), 1), (str(b), 1)])


    def test_calls_at_the_same_time_lose_nothing(self):
        files = [self.write(f"{number}.json", Document().contact(f"friend{number}").data) for number in range(8)]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            calls = list(pool.map(lambda file: self.call("import", file), files))
        self.assertEqual([(call.status, call.err) for call in calls], [(0, "")] * 8)
        self.assertEqual(len(self.json("list", "contacts")), 8)
        self.assertTrue(self.json("check")["ok"])


class RoundTrip(CliTest):
    def test_export_import_export_gives_the_same_bytes(self):
        self.done("import", SAMPLE)
        first = self.done("export").bytes
        other = self.folder / "other" / "onward.db"
        self.done("import", self.write("first.json", first), database=other)
        self.assertEqual(self.done("export", database=other).bytes, first)

    def test_a_file_holds_what_the_standard_output_would(self):
        self.done("import", SAMPLE)
        file = self.folder / "all.json"
        self.assertEqual(self.json("export", "--output", file), {"file": str(file), "format": "json"})
        self.assertEqual(file.read_bytes(), self.done("export").bytes)
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)

    def test_a_file_that_cannot_be_written_is_told(self):
        self.assertIn("nowhere", self.refused(1, "export", "--output", self.folder / "nowhere" / "all.json"))


class Look(CliTest):
    def test_a_list_names_what_its_ids_mean(self):
        self.load(Document().company("northwind").contact("amara", company="northwind", headline="Engineer")
                  .opportunity("developer", company="northwind", people=[{"contact": "amara", "role": "recruiter"}])
                  .touch("t", ["amara"], "2026-03-01T10:00:00+01:00", opportunity="developer").data)
        contact = self.json("list", "contacts")[0]
        self.assertEqual((contact["id"], contact["name"], contact["company"], contact["company_name"]),
                         (uuid("amara"), "Amara", uuid("northwind"), "Northwind"))
        opportunity = self.json("list", "opportunities")[0]
        self.assertEqual(opportunity["people"], [{"contact": uuid("amara"), "role": "recruiter", "contact_name": "Amara"}])
        touch = self.json("list", "touches")[0]
        self.assertEqual((touch["contacts"], touch["contacts_names"], touch["opportunity_name"]),
                         ([uuid("amara")], ["Amara"], "Developer"))
        self.assertEqual(self.done("list", "contacts").out, "Amara  Engineer  Northwind\n")
        self.assertEqual(self.done("list", "touches").out.split(), ["Sun", "1", "Mar", "10:00", "Amara", "out", "email"])

    def test_every_kind_can_be_listed(self):
        self.done("import", SAMPLE)
        document = json.loads(SAMPLE.read_text(encoding="utf-8"))
        for kind in ("contacts", "companies", "opportunities", "interviews", "introductions", "feedback", "touches"):
            ids = {entry["id"] for entry in self.json("list", kind)}
            self.assertEqual(ids, {entry["id"] for entry in document[kind]}, kind)
            self.assertEqual(len(self.done("list", kind).out.splitlines()), len(ids), kind)

    def test_search_finds_all_three_kinds_by_any_words(self):
        self.load(Document().company("zurich", name="Zürcher Bank").contact("amara", company="zurich", headline="Risk")
                  .opportunity("analyst", company="zurich", location="Bern").data)
        self.assertEqual(self.json("search", "ZUR", "ban"), [
            {"kind": "contact", "id": uuid("amara"), "title": "Amara", "subtitle": "Risk · Zürcher Bank"},
            {"kind": "company", "id": uuid("zurich"), "title": "Zürcher Bank", "subtitle": None},
            {"kind": "opportunity", "id": uuid("analyst"), "title": "Analyst", "subtitle": "Zürcher Bank · Bern"}])
        self.assertEqual(self.json("search", "bern OR amara"), [])
        self.assertEqual(self.json("search", "--", "-*\""), [])

    def test_text_from_outside_does_not_steer_the_terminal(self):
        self.load(Document().contact("amara", name="\x1b[31mAmara\r\nOkafor\u202e").data)
        self.assertEqual(self.done("list", "contacts").out, " [31mAmara  Okafor\n")

    def test_the_agenda_holds_interviews_and_follow_ups_of_its_days(self):
        self.load(manual("x", "2026-03-03T11:00", "2026-03-04T23:59"))
        self.load(Document().company("northwind").opportunity("developer", company="northwind").contact("amara")
                  .interview("i", "2026-03-03T09:30:00+01:00", "2026-03-03T10:15:00+01:00", ["amara"], opportunity="developer",
                             kind="mock", debrief={"let_go": True, "written_at": "2026-03-01T10:00:00+01:00"})
                  .interview("off", "2026-03-03T09:30:00+01:00", kind="mock", status="cancelled").data)
        entries = self.json("agenda", "--from", "2026-03-03", "--to", "2026-03-03")
        self.assertEqual([(e["entry"], e["starts"], e["ends"]) for e in entries],
                         [("interview", "2026-03-03T09:30", "2026-03-03T10:15"), ("follow-up", "2026-03-03T11:00", "2026-03-03T11:00")])
        self.assertEqual((entries[0]["company_name"], entries[0]["people"]), ("Northwind", "Amara"))
        self.assertEqual(entries[1]["key"], f"manual:{uuid('x')}")
        self.assertEqual(self.json("agenda", "--from", "2026-03-04"), [])
        self.assertEqual(len(self.json("agenda")), 2)


class Change(CliTest):
    def setUp(self):
        super().setUp()
        self.key = f"manual:{uuid('x')}"
        self.load(manual("x", "2026-03-02T09:00", "2026-03-03T12:00"))

    def row(self):
        document = json.loads(self.done("export").out)
        return document["follow_ups"][0]

    def test_an_unknown_key_or_a_part_of_one_changes_nothing(self):
        before = self.done("export").bytes
        for key in ("manual:1", self.key[:-1], "manual:", "%"):
            for verb in (["done", key], ["skip", key], ["snooze", key, NOW], ["move", key, NOW]):
                message = self.refused(1, *verb)
                self.assertIn(key, message)
                self.assertIn("below each entry of “onward-cli due”", message)
        self.assertEqual(self.done("export").bytes, before)

    def test_done_writes_no_touch(self):
        self.assertEqual(self.json("done", self.key)["state"], "done")
        self.assertEqual((self.row()["state"], self.row()["done_at"]), ("done", "2026-03-02T10:00:00+01:00"))
        self.assertEqual(self.json("list", "touches"), [])
        self.assertEqual(self.json("due"), [])

    def test_done_with_a_channel_writes_the_touch(self):
        self.done("done", self.key, "--channel", "phone")
        touch = self.json("list", "touches")[0]
        self.assertEqual((touch["at"], touch["direction"], touch["channel"], touch["kind"], touch["contacts"]),
                         ("2026-03-02T10:00:00+01:00", "out", "phone", "manual", [uuid("amara")]))

    def test_what_is_done_or_skipped_stays_so(self):
        self.assertEqual(self.json("skip", self.key)["state"], "skipped")
        before = self.done("export").bytes
        for verb in (["done", self.key], ["skip", self.key], ["snooze", self.key, NOW], ["move", self.key, NOW]):
            self.refused(1, *verb)
        self.assertEqual(self.done("export").bytes, before)
        self.assertEqual(self.row()["done_at"], "2026-03-02T10:00:00+01:00")

    def test_snooze_until_a_day_means_its_morning(self):
        self.done("snooze", self.key, "2027-03-01")
        self.assertEqual(self.json("export")["follow_ups"][0]["snoozed_until"], "2027-03-01T09:00")

    def test_snooze_changes_the_moment_alone(self):
        self.done("snooze", self.key, "2026-03-04T18:30")
        row = self.json("due")[0]
        self.assertEqual((row["remind_at"], row["due"], row["snoozed_until"], row["urgency"]),
                         ("2026-03-02T09:00", "2026-03-03T12:00", "2026-03-04T18:30", "upcoming"))
        self.assertEqual(self.json("due", "--days", "1"), [])
        self.assertEqual(self.json("due", "--days", "0", now="2026-03-03T12:01")[0]["urgency"], "overdue")

    def test_snooze_says_until_when_and_that_it_is_late_by_then(self):
        self.assertEqual(self.done("snooze", self.key, "2026-03-03T11:00").out, f"Snoozed until Tuesday\u00a03\u00a0March: Call about x · {self.key}\n")
        self.assertEqual(self.done("snooze", self.key, "2026-03-20").out,
                         f"Snoozed until Friday\u00a020\u00a0March; it is late by then: Call about x · {self.key}\n")

    def test_move_to_a_day_means_its_morning(self):
        self.done("move", self.key, "2026-03-05")
        self.assertEqual((self.row()["remind_at"], self.row()["due"]), ("2026-03-05T09:00", "2026-03-06T12:00"))

    def test_what_is_neither_a_day_nor_a_time_is_told_with_both_forms(self):
        for verb in ("snooze", "move"):
            message = self.refused(2, verb, self.key, "tomorrow")
            self.assertIn("a day such as 2026-03-02, or a time such as 2026-03-02T10:00", message)
            self.assertIn("or a day, which means its morning", self.done(verb, "--help").out)

    def test_move_takes_due_along_by_whole_days(self):
        self.done("move", self.key, "2026-03-05T15:45")
        row = self.row()
        self.assertEqual((row["remind_at"], row["due"], row["moved_by_user"]), ("2026-03-05T15:45", "2026-03-06T12:00", True))

    def test_a_line_for_people_says_what_was_done(self):
        self.assertEqual(self.done("done", self.key).out, f"Done: Call about x · {self.key}\n")

    def test_due_for_people_has_its_three_parts(self):
        self.load(manual("y", "2026-02-20T09:00", "2026-02-21T12:00"))
        self.load(manual("z", "2026-03-06T09:00", "2026-03-06T12:00"))
        lines = [line.split("  ")[0].strip() or line.strip() for line in self.done("due").out.splitlines() if line]
        self.assertEqual([line for line in lines if line in ("Overdue", "Today", "Next")], ["Overdue", "Today", "Next"])
        out = self.done("due").out
        self.assertIn("since Fri 20 Feb  Call about y", out)
        self.assertIn("Mon 2 Mar 09:00   Call about x", out)

    def test_the_agenda_for_people_has_under_today_all_that_is_owed(self):
        self.load(manual("y", "2026-02-20T09:00", "2026-02-21T12:00"))
        self.load(manual("z", "2026-02-27T11:00", "2026-03-06T12:00"))
        self.load(manual("w", "2026-03-03T11:00", "2026-03-06T12:00"))
        self.done("snooze", f"manual:{uuid('x')}", "2026-03-03T12:00")
        expected = ["Mon 2 Mar", "  since Fri 20 Feb  Call about y", "  since Fri 27 Feb  Call about z", "",
                    "Tue 3 Mar", "  11:00             Call about w", "  12:00             Call about x"]
        self.assertEqual(self.done("agenda").out.splitlines(), expected)
        self.assertEqual(self.done("agenda", "--from", "2026-02-20", "--to", "2026-03-09").out.splitlines(), expected)
        self.assertIn("Fri 27 Feb\n  11:00  Call about z", self.done("agenda", "--from", "2026-02-27", "--to", "2026-03-01").out)
        self.assertEqual([row["title"] for row in self.json("agenda")], ["Call about w", "Call about x"])

    def test_nothing_soon_names_the_next_day(self):
        self.done("move", self.key, "2026-04-07T09:00")
        self.assertEqual(self.done("due").out, "Nothing to do until Tue 7 Apr.\n")


class Check(CliTest):
    def spoil(self, sql):
        connection = sqlite3.connect(self.database)
        connection.executescript(sql)
        connection.close()

    def test_a_whole_database_is_whole(self):
        self.done("import", SAMPLE)
        self.assertEqual(self.json("check"), {"ok": True, "problems": [], "repaired": 0})
        self.assertEqual(self.done("check").out, "The database is whole.\n")

    def refused_check(self, *words):
        call = self.call("--json", "check", *words)
        self.assertEqual(call.status, 1)
        self.assertRegex(call.err, r"\Aonward-cli: [^\n]+\n\Z")
        return json.loads(call.out)

    def test_a_search_that_lost_somebody_is_found_and_mended(self):
        self.done("import", SAMPLE)
        self.spoil("DELETE FROM contact_search WHERE rowid = 3; DELETE FROM contact_search_data WHERE id > 10 AND id % 2;")
        found = self.refused_check()
        self.assertEqual({problem["check"] for problem in found["problems"]}, {"search"})
        self.assertTrue(self.json("check", "--repair")["ok"])
        self.assertTrue(self.json("check")["ok"])
        self.assertEqual(len(self.json("search", self.json("list", "contacts")[0]["name"])), 1)

    def test_a_lost_reference_is_found(self):
        self.load(Document().company("northwind").contact("amara", company="northwind").data)
        self.spoil("PRAGMA foreign_keys = OFF; DELETE FROM companies WHERE 1;")
        found = self.refused_check()
        self.assertIn("references", {problem["check"] for problem in found["problems"]})

    def test_a_broken_law_is_found_and_mended(self):
        self.load(manual("x", "2026-03-02T09:00", "2026-03-03T12:00"))
        self.spoil("UPDATE follow_ups SET due = '2026-03-01T12:00';")
        self.assertEqual([problem["check"] for problem in self.refused_check()["problems"]], ["laws"])
        self.assertEqual(self.json("check", "--repair"), {"ok": True, "problems": [], "repaired": 1})
        self.assertEqual(self.json("due")[0]["due"], "2026-03-02T09:00")

    def test_a_value_that_is_none_is_found_and_kept(self):
        self.load(Document().contact("amara", added_on="2026-03-01", tier="monthly").data)
        self.spoil("UPDATE contacts SET added_on = 'spring', tier = 'daily';")
        self.assertEqual(len(self.refused_check()["problems"]), 2)
        self.assertEqual(len(self.refused_check("--repair")["problems"]), 2)
        self.assertEqual(self.json("list", "contacts")[0]["added_on"], "spring")


if __name__ == "__main__":
    assert (NOW, ZONE) == ("2026-03-02T10:00", "Europe/Amsterdam")
    run_tap()
