# placing.py - one day rule a person and day, quiet periods, and at most a few to keep in touch with
# SPDX-License-Identifier: GPL-3.0-or-later
from moments import DAY, end_of

THROUGH_QUIET = {"announce-job", "thank-introducer", "ask-permission"}


class Placing:
    def __init__(self, facts, stored):
        self.facts = facts
        self.settings = facts.settings
        self.stored = stored
        self.taken = set()  # (person, day)
        self.kept = {}  # day: how many to keep in touch with
        self.quiet = {}
        for word in facts.opportunities:
            promise = facts.promise(word)
            if promise and facts.company(word) and facts.open(word):
                self.quiet.setdefault(facts.company(word), []).append((promise.given, promise.on))

    def quiet_until(self, row, day):
        """The last day of the quiet periods that a day of the row lies in."""
        if row.rule in THROUGH_QUIET:
            return None
        company = self.facts.company(row.opportunity) or row.company or self.facts.contacts.get(row.contact, {}).get("company")
        return max((last for first, last in self.quiet.get(company, []) if first <= day <= last), default=None)

    def place(self, rows):
        rows = sorted((row for row in rows if row.day), key=lambda row: row.order)
        for row in rows:
            while self.quiet_until(row, row.day):
                row.day = self.settings.wd(self.quiet_until(row, row.day) + DAY)
            row.own_day = row.day
            self.set_day(row, row.day)
        rows = [row for row in rows if row.contact and not self.is_settled(row)]
        others = [row for row in rows if not self.keep(row)]
        for row in others:
            day = row.own_day
            while not self.is_free(row, day):
                day = self.settings.wd(day + DAY)
            self.occupy(row, day)

    def set_day(self, row, day):
        row.remind = self.settings.morning(day)
        row.due = end_of(day + row.late * DAY)

    def is_settled(self, row):
        stored = self.stored.get(row.key)
        return stored and (stored.moved or stored.state in ("done", "skipped"))

    def keep(self, row):
        """A stored open row whose own day and person are unchanged keeps its day."""
        stored = self.stored.get(row.key)
        if not stored or stored.state != "open" or (stored.own_day, stored.contact) != (row.own_day, row.contact):
            return False
        if not self.is_free(row, stored.remind.date()):
            return False
        self.occupy(row, stored.remind.date())
        return True

    def is_free(self, row, day):
        if (row.contact, day) in self.taken or (day != row.own_day and self.quiet_until(row, day)):
            return False
        return row.rule != "keep-in-touch" or self.kept.get(day, 0) < self.settings.keep_in_touch_per_day

    def occupy(self, row, day):
        self.set_day(row, day)
        self.taken.add((row.contact, day))
        if row.rule == "keep-in-touch":
            self.kept[day] = self.kept.get(day, 0) + 1
