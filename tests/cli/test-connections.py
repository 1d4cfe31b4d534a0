#!/usr/bin/python3
# test-connections.py - LinkedIn's Connections.csv through onward-cli, as people have it
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-connections.py ONWARD-CLI"""
import json

from call import CliTest, run_tap

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
PREAMBLE = 'Notes:\n"When exporting your connection data, you may notice that some of the ""email"" addresses\nare missing."\n\n'
ROWS = ('Ana,Cruz,https://www.linkedin.com/in/ana,ana@example.org,"Helix, Inc.","Lead\nengineer",12 Mar 2024\n'
        "Bo,Berg,https://www.linkedin.com/in/bo,,Fjord Energy,Developer,7-Feb-22\n"
        ",,,,,,\n"
        ",,https://www.linkedin.com/in/nobody,,,,03/15/2024\n"
        "小明,王,https://www.linkedin.com/in/xm,,,,03/15/2024\n")
PEOPLE = [("Ana Cruz", "Helix, Inc.", "Lead engineer", "2024-03-12", "ana@example.org"),
          ("Bo Berg", "Fjord Energy", "Developer", "2022-02-07", None),
          ("小明 王", None, None, "2024-03-15", None)]


class Connections(CliTest):
    def write_text(self, text, encoding="utf-8"):
        return self.write("Connections.csv", text.encode(encoding))

    def people(self):
        """What the whole document says of everybody, in the order of names."""
        document = json.loads(self.done("export").out)
        companies = {company["id"]: company["name"] for company in document.get("companies", [])}
        for contact in document.get("contacts", []):
            self.assertNotIn("tier", contact)
        return sorted((contact["name"], companies.get(contact.get("company")), contact.get("headline"),
                       contact.get("added_on"), (contact.get("emails") or [{"value": None}])[0]["value"])
                      for contact in document.get("contacts", []))

    def check_import(self, text, encoding="utf-8", line=0):
        report = self.json("import", self.write_text(text, encoding))[0]
        self.assertEqual((report["kind"], report["read"], report["added"], report["updated"], report["unchanged"],
                          report["not_opened"]), ("linkedin-connections", 4, 3, 0, 0, 0))
        self.assertEqual(report["rejected"], [{"line": line, "why": "no name"}])
        self.assertNotIn("notes", report)
        self.assertEqual(self.people(), PEOPLE)

    def test_a_plain_file_becomes_contacts(self):
        self.check_import(HEADER + ROWS, line=6)

    def test_a_preamble_of_any_length_is_passed_over(self):
        self.check_import(PREAMBLE + HEADER + ROWS, line=10)
        self.database.unlink()
        self.check_import("more\n" * 5000 + PREAMBLE + HEADER + ROWS, line=5010)

    def test_every_encoding_and_line_end_is_read(self):
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
            for end in ("\n", "\r\n", "\r"):
                with self.subTest(encoding=encoding, end=end):
                    self.check_import((PREAMBLE + HEADER + ROWS).replace("\n", end), encoding, line=10)
                    for path in self.database.parent.iterdir():
                        path.unlink()

    def test_a_second_import_changes_nothing(self):
        path = self.write_text(PREAMBLE + HEADER + ROWS)
        self.done("import", path)
        before = self.done("export").out
        for words in (["import"], ["import", "--dry-run"], ["import", "--as", "linkedin-connections"]):
            report = self.json(*words, path)[0]
            self.assertEqual((report["read"], report["added"], report["updated"], report["unchanged"]), (4, 0, 0, 3))
        self.assertEqual(self.done("export").out, before)

    def test_a_dry_run_writes_nothing(self):
        path = self.write_text(HEADER + ROWS)
        report = self.json("import", "--dry-run", path)
        self.assertEqual(self.people(), [])
        self.assertEqual(self.json("import", path), report)

    def test_people_are_found_by_what_the_file_says(self):
        self.done("import", self.write_text(HEADER + ROWS))
        for words, name in ((["helix"], "Ana Cruz"), (["developer", "fjord"], "Bo Berg"), (["王"], "小明 王")):
            found = [row["title"] for row in self.json("search", *words) if row["kind"] == "contact"]
            self.assertEqual(found, [name])

    def test_nothing_is_owed_to_a_connection(self):
        self.done("import", self.write_text(HEADER + ROWS))
        self.assertEqual(self.json("due", "--days", "3650"), [])

    def test_what_cannot_be_read_of_a_row_is_told(self):
        path = self.write_text(HEADER + "Ana,,,,,,soon\n,,,,,,\n,,,x@example.org,,,\nBo,,,n/a,,,\n")
        report = self.json("import", path)[0]
        self.assertEqual([row["line"] for row in report["rejected"]], [4])
        self.assertEqual([row["line"] for row in report["notes"]], [2, 5])
        out = self.done("import", path).out
        for line in (2, 4, 5):
            self.assertIn(f"\n  line {line}: ", out)

    def test_a_broken_file_is_told_in_one_line_and_writes_nothing(self):
        good = self.write("good.csv", (HEADER + ROWS).encode())
        for text, encoding in ((HEADER + 'Ana,"Cruz\n', "utf-8"), (HEADER + "José\n", "latin-1"), (HEADER + "A\0na\n", "utf-8"),
                               ("First Name,Last Name,Primary Email\nAna,Cruz,a@example.org\n", "utf-8")):
            line = self.refused(1, "import", good, self.write("bad.csv", text.encode(encoding)))
            self.assertIn("bad.csv", line)
            self.assertFalse(self.database.exists())

    def test_text_from_outside_stays_text(self):
        self.done("import", self.write_text(HEADER + "=1+1,<b>&,,,\"'; DROP TABLE contacts; --\",@SUM(A1),\n"))
        self.assertEqual(self.people(), [("=1+1 <b>&", "'; DROP TABLE contacts; --", "@SUM(A1)", None, None)])


if __name__ == "__main__":
    run_tap()
