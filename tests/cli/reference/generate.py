# generate.py - random documents in which the rules of the playbook meet
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same seed gives the same document. People and companies are few, so that their follow-ups clash."""
import datetime
import random
import uuid

from moments import DAY, HOUR, MINUTE, Zone, write_wall
from planner import Planner
from rules import TABLE

# Zones with days on which their clocks change, or that are a quarter of an hour off.
ZONES = {"Europe/Amsterdam": "2026-03-29", "America/New_York": "2026-11-01", "Asia/Kathmandu": "2026-05-05",
         "Australia/Lord_Howe": "2026-04-05", "America/Santiago": "2026-09-06", "Africa/Casablanca": "2026-03-22",
         "Pacific/Apia": "2026-01-10", "Europe/London": "2026-10-25"}
HOURS = [["08:00", "24:00"], ["00:00", "24:00"], ["09:00", "10:00"], ["06:00", "07:00"], ["12:00", "13:30"], ["22:00", "23:30"]]
DAYS = [[], [6], [1, 3, 5], [7, 1, 2, 3, 4], [1, 2, 3, 4, 5, 6, 7]]
ROLES = ["interviewer", "hiring-manager", "recruiter", "coordinator", "hr", "insider", "reviewer", "dean", None]
MINE = "Me.Self@Example.org"
# Whom a second check-in goes to when the first was owed to nobody and written to somebody, the playbook does not say.
KINDS = [rule for rule in TABLE if rule not in ("manual", "reapply", "decision-check-in")] + ["thank-you", "thank-you", "note", None]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.zone = self.random.choice(list(ZONES))
        day = datetime.date.fromisoformat(ZONES[self.zone]) + self.random.choice([-14, -2, -1, 0, 0, 1, 7, 20]) * DAY
        self.now = datetime.datetime.combine(day, datetime.time(self.random.randrange(24), self.random.choice([0, 15, 30, 59])))
        self.now = Zone(self.zone).local(Zone(self.zone).instant(self.now)).replace(second=0)
        self.document = {"format": "onward", "version": 1}

    # small things

    def chance(self, share):
        return self.random.random() < share

    def choose(self, *choices):
        return self.random.choice(choices)

    def make_id(self):
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def day(self, first, last):
        return str(self.now.date() + self.random.randint(first, last) * DAY)

    def instant(self, wall):
        moment = Zone(self.zone).instant(wall)
        offset = datetime.timezone(self.choose(-300, 0, 0, 60, 330, 660) * MINUTE)
        return moment.astimezone(offset).isoformat(timespec="seconds").replace("+00:00", "Z")

    def pick(self, collection):
        return self.random.choice(self.document[collection])["id"]

    def sometimes(self, share, **members):
        """These members, or none; a value that is a function is called."""
        return {name: value() if callable(value) else value for name, value in members.items()} if self.chance(share) else {}

    def add(self, collection, **members):
        members = {"id": self.make_id(), **{name: value for name, value in members.items() if value is not None}}
        self.document.setdefault(collection, []).append(members)
        return members

    # a document

    def make(self):
        self.make_settings()
        for number in range(self.random.randint(1, 3)):
            self.add("companies", name=f"C{number}", **self.sometimes(.2, still_interested=False),
                     **self.sometimes(.4, cooling_off=self.make_cooling_off))
        for kind in ("prospect", "applied", "closed", "custom"):
            self.add("stages", name=kind, position=0, kind=kind)
        for _ in range(2):
            self.add("searches", name="S", **self.sometimes(.3, ended_on=lambda: self.day(-3, 3)))
        for number in range(self.random.randint(2, 7)):
            self.make_contact(number)
        for number in range(self.random.randint(1, 5)):
            self.make_opportunity(number)
        for _ in range(self.choose(0, 1, 2, 3, 4, 6)):
            self.make_interview()
        self.make_introductions()
        self.make_feedback()
        for _ in range(self.choose(0, 0, 1, 3, 8)):
            self.make_touch()
        if self.chance(.5):
            self.make_answers()
        if self.chance(.4):
            self.make_follow_ups()
        return self.document

    def make_settings(self):
        rules = {}
        for rule, days in (("decision-check-in", 3), ("keep-in-touch", {"monthly": 9, "yearly": 20}), ("answer-offer", [5, 2]),
                           ("connection-note", 1), ("close-as-silent", 10), ("announce-job", 20), ("prep-names", 2)):
            rules.update(self.sometimes(.06, **{rule: {"days": days}}))
        rules.update(self.sometimes(.1, **{self.random.choice(TABLE[:-1]): {"enabled": False}}))
        settings = {**self.sometimes(.3, alert_hours=lambda: self.choose(*HOURS)),
                    **self.sometimes(.3, working_days=lambda: self.choose(*DAYS)),
                    **self.sometimes(.4, thank_you=lambda: self.choose("24h", "same-day", "48h")),
                    **self.sometimes(.6, history_days=lambda: self.choose(0, 7, 30, 3650, 3650, 3650)),
                    **self.sometimes(.3,
                                     keep_in_touch_per_day=lambda: self.choose(1, 2)), **({"rules": rules} if rules else {})}
        if settings:
            self.document["settings"] = settings
        mine = self.choose({"email": MINE}, {"addresses_me": ["a@b.example", MINE.upper()]})
        self.document.update(self.sometimes(.4, profile=mine))

    def make_cooling_off(self):
        return self.choose({"months": self.random.randint(0, 7)}, {"until": self.day(-20, 40)})

    def make_contact(self, number):
        self.add("contacts", name=f"P{number}", **self.sometimes(.7, company=lambda: self.pick("companies")),
                 **self.sometimes(.12, do_not_contact=True),
                 **self.sometimes(.1, emails=[{"label": "home", "value": MINE.lower()}]),
                 **self.sometimes(.5, tier=lambda: self.choose("monthly", "monthly", "quarterly", "yearly", "none")),
                 **self.sometimes(.5, tier_since=lambda: self.day(-60, 2)),
                 **self.sometimes(.4, name_verified=lambda: self.choose("card", "schedule", "heard", "heard")),
                 **self.sometimes(.3, roles=lambda: [self.choose("recruiter", "hr", "insider")]))

    def promise(self):
        return {"on": self.day(-20, 15), **self.sometimes(.7, given_on=lambda: self.day(-25, 1)),
                **self.sometimes(.6, by=lambda: self.pick("contacts"))}

    def make_opportunity(self, number):
        kind = "informational" if self.chance(.1) else "role"
        outcome = None
        if self.chance(.45):
            outcome = self.choose("rejected", "rejected", "rejected", "cancelled", "declined", "withdrawn", "accepted")
            outcome = {"kind": "withdrawn" if kind != "role" and outcome == "accepted" else outcome, "on": self.day(-25, 2),
                       **self.sometimes(.4, by=lambda: self.pick("contacts"))}
        people = {self.pick("contacts"): self.random.choice(ROLES) for _ in range(self.choose(0, 0, 1, 2, 3))}
        others = [entry["id"] for entry in self.document.get("opportunities", [])]
        members = self.add("opportunities", title=f"O{number}", kind=kind, company=self.pick("companies"), outcome=outcome,
                           people=make_people(people), **self.sometimes(.4, search=lambda: self.pick("searches")),
                           **self.sometimes(.5, stage=lambda: self.pick("stages")), **self.sometimes(.3, promise=self.promise),
                           **self.sometimes(.4, added_on=lambda: self.day(-40, 0)),
                           **self.sometimes(.4, applied_on=lambda: self.day(-40, 0)),
                           **(self.sometimes(.1, sibling_of=lambda: self.random.choice(others)) if others else {}),
                           **self.sometimes(.25, offer=self.make_offer))
        if self.chance(.2):
            self.add("stage_events", opportunity=members["id"], stage=self.pick("stages"), at=self.instant(self.moment(40)))
        if outcome and outcome["kind"] == "accepted" and self.chance(.4):
            self.add("announcement_runs", opportunity=members["id"], started_at=self.instant(self.now),
                     **self.sometimes(.5, finished_at=lambda: self.instant(self.now)))

    def make_offer(self):
        day = self.day(-5, 12)
        return {"received_on": self.day(-8, 0), "answer_by": self.choose(day, f"{day}T17:30")}

    def moment(self, days):
        """A moment of the last days, to the minute."""
        return self.now - self.random.randint(1, days * 24 * 60) * MINUTE

    def make_interview(self):
        start = self.now + self.random.randint(-96 * self.choose(1, 3, 20, 30),
                                               96 * self.choose(0, 0, 1, 5)) * 15 * MINUTE + 3 * MINUTE
        end = Zone(self.zone).instant(start) + self.random.randint(1, 8) * 15 * MINUTE
        past = end <= Zone(self.zone).instant(self.now)
        people = {self.pick("contacts"): self.random.choice(ROLES) for _ in range(self.choose(0, 1, 2, 3, 4))}
        entries = [{**entry, **self.sometimes(.15, attended=False), **self.sometimes(.2, clicked=True),
                    **self.sometimes(.2, rapport=lambda: self.random.randint(1, 5)),
                    **self.sometimes(.3, name_verified=lambda: self.choose("card", "schedule", "heard", "heard"))}
                   for entry in make_people(people)]
        kind = self.choose("phone", "video", "onsite", "panel", "final", "informational", "mock")
        statuses = ["booked", "booked", "cancelled", "held", "no-show"]
        status = self.random.choice(statuses if past else statuses[:3])
        about = self.sometimes(.9, opportunity=lambda: self.pick("opportunities")) or {"company": self.pick("companies")}
        self.add("interviews", kind=kind, starts_at=self.instant(start), status=status, people=entries, **about,
                 **self.sometimes(.8, ends_at=end.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")),
                 **self.sometimes(.3, booked_on=lambda: self.day(-40, 0)), **self.sometimes(.2, promise=self.promise),
                 **self.sometimes(.4, debrief=lambda: self.choose({"written_at": self.instant(self.now)}, {"let_go": True})))

    def make_introductions(self):
        for _ in range(self.choose(0, 0, 1, 2, 3)):
            members = self.add("introductions", introducer=self.pick("contacts"), recorded_on=self.day(-30, 0),
                               permission=self.choose("not-asked", "not-asked", "asked", "granted", "refused"),
                               **self.sometimes(.6, person=lambda: self.pick("contacts")),
                               **self.sometimes(.4, opportunity=lambda: self.pick("opportunities")))
            if "opportunity" not in members and self.chance(.5):
                self.random.choice(self.document["opportunities"]).setdefault("introduction", members["id"])

    def make_feedback(self):
        for _ in range(self.choose(0, 0, 1, 2)):
            self.add("feedback", source=self.choose("interviewer", "insider", "recruiter", "reviewer"),
                     received_on=self.day(-20, 0),
                     **self.sometimes(.8, contact=lambda: self.pick("contacts")),
                     **self.sometimes(.7, opportunity=lambda: self.pick("opportunities")))

    def make_touch(self):
        interviews = self.document.get("interviews", [])
        people = [self.pick("contacts") for _ in range(self.choose(1, 1, 1, 2))]
        about = {}
        if interviews and self.chance(.35):
            interview = self.random.choice(interviews)
            about = {"interview": interview["id"]}
            if interview["people"] and self.chance(.6):
                people = [self.random.choice(interview["people"])["contact"]]
        elif self.chance(.3):
            about = {"opportunity": self.pick("opportunities")}
        return self.add("touches", contacts=sorted(set(people)), at=self.instant(self.moment(self.choose(1, 5, 20, 40))),
                        direction=self.choose("out", "out", "out",
                                              "in"), channel="email", kind=self.random.choice(KINDS), **about)

    def plan(self, now):
        """What is open then, with nothing too old to be opened."""
        planner = Planner(self.zone)
        planner.load({**self.document, "settings": {**self.document.get("settings", {}), "history_days": 3650}})
        planner.reconcile(now)
        return [row for row in planner.stored.values() if row.state == "open"]

    def make_answers(self):
        """Messages that were asked for, to the right person or another, with a link or without."""
        for row in self.random.sample(rows := self.plan(self.now), min(len(rows), 3)):
            people = [row.contact] if row.contact and self.chance(.8) else [self.pick("contacts")]
            about = {"opportunity": row.opportunity} if row.opportunity and row.rule != "reapply" and self.chance(.5) else {}
            if row.rule != "decision-check-in" or row.contact in people:
                self.add("touches", contacts=people, at=self.instant(self.moment(self.choose(1, 3, 12))), direction="out",
                         channel="email", kind=row.rule, **about)

    def make_follow_ups(self):
        """Stored rows, made from what was planned a little earlier: done, skipped, moved, snoozed, stale."""
        for row in self.plan(self.now - self.choose(0, 0, 5) * DAY):
            if self.chance(.4):
                continue
            shift = self.random.randint(-5, 5) * DAY if self.chance(.3) else 0 * DAY
            state = self.choose("open", "open", "open", "open", "done", "done", "skipped", "cancelled")
            members = {"key": row.key, "rule": row.rule, "title": "T", "contact": row.contact, "opportunity": row.opportunity,
                       "interview": row.interview, "company": row.company, "remind_at": write_wall(row.remind + shift), "due": write_wall(row.due + shift),
                       "state": state, "own_day": str(row.own_day) if row.own_day and self.chance(.8) else None}
            if state in ("done", "skipped"):
                members["done_at"] = self.instant(self.moment(self.choose(1, 15)))
            elif self.chance(.2):
                members["moved_by_user"] = True
            elif self.chance(.25):
                members["snoozed_until"] = write_wall(row.remind + self.random.randint(-30, 100) * HOUR)
            self.add("follow_ups", **members)


def make_people(people):
    return [{"contact": word, **({"role": role} if role else {})} for word, role in people.items()]
