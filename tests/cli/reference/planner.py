# planner.py - the whole of it: facts and stored follow-ups in, the due list out
# SPDX-License-Identifier: GPL-3.0-or-later
import dataclasses
import datetime

from endings import find_ended
from facts import Facts
from moments import DAY, LONG_AGO, Zone, end_of, parse_day, parse_instant, parse_wall, write_wall
from placing import Placing
from rules import TABLE, Rules

HORIZON = 3650 * DAY  # how far the due list looks


@dataclasses.dataclass
class Stored:
    """A follow-up of the database."""
    key: str
    rule: str
    contact: str = None
    opportunity: str = None
    interview: str = None
    company: str = None
    state: str = "open"
    remind: datetime.datetime = None
    due: datetime.datetime = None
    snoozed: datetime.datetime = None
    moved: bool = False
    own_day: datetime.date = None
    done_at: datetime.datetime = None

    def update(self, row):
        """Takes what is planned; times only when the user did not move it."""
        self.contact, self.opportunity, self.interview = row.contact, row.opportunity, row.interview
        self.company, self.state = row.company, "open"
        if not self.moved:
            self.remind, self.due, self.own_day = row.remind, row.due, row.own_day
            if self.snoozed and self.remind > self.snoozed:
                self.snoozed = None


def make_done(row, instant):
    stored = Stored(row.key, row.rule, done_at=instant)
    stored.update(row)
    stored.state = "done"
    return stored


def read_stored(members):
    def read(parse, name):
        return parse(members[name]) if members.get(name) else None

    return Stored(members["key"], members["rule"], members.get("contact"), members.get("opportunity"),
                  members.get("interview"), members.get("company"),
                  members.get("state", "open"), read(parse_wall, "remind_at"), read(parse_wall, "due"),
                  read(parse_wall, "snoozed_until"), members.get("moved_by_user", False), read(parse_day, "own_day"),
                  read(parse_instant, "done_at"))


class Planner:
    def __init__(self, zone):
        self.zone = Zone(zone)
        self.document = {}
        self.stored = {}
        self.not_opened = []

    def load(self, document):
        """Imports a document: objects are replaced whole, settings and profile merge."""
        for name, value in document.items():
            if name in ("settings", "profile"):
                self.document[name] = {**self.document.get(name, {}), **value}
            elif isinstance(value, list) and name != "follow_ups":
                known = {entry["id"]: entry for entry in self.document.get(name, [])}
                known.update({entry["id"]: entry for entry in value})
                self.document[name] = list(known.values())
        for members in document.get("follow_ups", []):
            row = read_stored(members)
            known = self.stored.get(row.key)
            plain = row.state in ("open", "cancelled") and not row.snoozed and not row.moved
            if not (known and plain and (known.state in ("done", "skipped") or known.snoozed or known.moved)):
                self.stored[row.key] = row

    def reconcile(self, now):
        facts = Facts(self.document, now, self.zone)
        rows, ended = self.plan(facts)
        Placing(facts, self.stored).place(rows)
        limit = facts.now - facts.settings.history
        self.not_opened = []
        for key, (row, instant) in ended.items():
            self.end(row, instant, limit)
        for row in rows:
            known = self.stored.get(row.key)
            if known is None and row.due < limit:
                self.not_opened.append(row.key)
            elif known is None:
                known = self.stored[row.key] = Stored(row.key, row.rule)
                known.update(row)
            elif known.state in ("open", "cancelled"):
                known.update(row)
        planned = {row.key for row in rows}
        for row in self.stored.values():
            if row.state == "open" and row.rule != "manual" and row.key not in planned:
                row.state = "cancelled"
        return facts

    def plan(self, facts):
        """The rows that are open, and those that a message ended; what was done may ask for more."""
        known, ended, used = dict(self.stored), {}, set()
        while True:
            rows = [row for row in Rules(facts, known).plan() if row.key not in ended]
            new = find_ended(facts, rows, self.stored, used)
            if not new:
                return rows, ended
            for row in rows:
                if row.key in new:
                    ended[row.key] = (row, new[row.key])
                    if row.key not in known or known[row.key].state in ("open", "cancelled"):
                        known[row.key] = make_done(row, new[row.key])

    def end(self, row, instant, limit):
        known = self.stored.get(row.key)
        if known is None and (row.due or end_of(row.day + row.late * DAY)) >= limit:
            self.stored[row.key] = make_done(row, instant)
        elif known and known.state in ("open", "cancelled"):
            known.state, known.done_at = "done", instant

    def due(self, now):
        """What `onward-cli --json due` prints, as far as the playbook says it."""
        facts = self.reconcile(now)
        entries = []
        for row in self.stored.values():
            if row.state != "open":
                continue
            moment = max(row.remind, row.snoozed or LONG_AGO)
            overdue = self.zone.instant(row.due) < facts.now_instant
            if not overdue and moment.date() > facts.today + HORIZON:
                continue
            urgency = "overdue" if overdue else "today" if moment.date() <= facts.today else "upcoming"
            entries.append(((moment, row.due, TABLE.index(row.rule), row.key),
                            {"key": row.key, "contact": row.contact, "remind_at": write_wall(row.remind),
                             "due": write_wall(row.due),
                             "snoozed_until": write_wall(row.snoozed), "urgency": urgency, "pressure": presses(facts, row)}))
        return [entry for order, entry in sorted(entries, key=lambda entry: entry[0])]


def presses(facts, row):
    """Whether two outgoing touches lie in the 30 days before with no answer since the first of them."""
    mine = [touch for touch in facts.touches if row.contact and row.contact in touch.people]
    answered = max((touch.wall for touch in mine if touch.direction == "in"), default=LONG_AGO)
    sent = [touch for touch in mine if touch.direction == "out" and row.remind - 30 * DAY <= touch.wall < row.remind
            and touch.wall > answered]
    return len(sent) >= 2
