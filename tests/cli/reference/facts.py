# facts.py - a document, with what it says about interviews, opportunities, promises and people
# SPDX-License-Identifier: GPL-3.0-or-later
from moments import HOUR, LONG_AGO, Settings, at, parse_day, parse_instant

VERIFIED = {"card", "schedule", "invitation"}


class Interview:
    """An interview on the user's wall."""

    def __init__(self, members, facts):
        start = parse_instant(members["starts_at"])
        self.end_instant = parse_instant(members["ends_at"]) if members.get("ends_at") else start + HOUR
        self.id = members["id"]
        self.members = members
        self.opportunity = members.get("opportunity")
        self.start = facts.zone.local(start)
        self.end = facts.zone.local(self.end_instant)
        self.status = members.get("status", "booked")
        self.kind = members.get("kind")
        self.people = members.get("people", [])
        self.mock = self.kind == "mock"
        self.live = self.status != "cancelled"
        self.over = self.live and self.end_instant <= facts.now_instant
        self.held = self.over and self.status != "no-show"
        role = facts.opportunities.get(self.opportunity, {}).get("kind", "role")
        self.informational = self.kind == "informational" or role == "informational"

    def attended(self):
        return [entry for entry in self.people if entry.get("attended", True)]


class Promise:
    def __init__(self, members, given, interview=None):
        self.on = parse_day(members["on"])
        self.given = parse_day(members["given_on"]) if members.get("given_on") else given
        self.by = members.get("by")
        self.interview = interview


class Facts:
    def __init__(self, document, now, zone):
        self.document = document
        self.zone = zone
        self.now_instant = zone.instant(now)
        self.now = zone.local(self.now_instant)
        self.today = self.now.date()
        self.settings = Settings(document.get("settings", {}))
        for name in ("companies", "contacts", "opportunities", "stages", "searches", "introductions", "feedback"):
            setattr(self, name, {entry["id"]: entry for entry in document.get(name, [])})
        self.touches = [Touch(entry, self) for entry in document.get("touches", [])]
        self.interviews = {entry["id"]: Interview(entry, self) for entry in document.get("interviews", [])}
        self.own = self.find_own(document.get("profile", {}))

    def find_own(self, profile):
        mine = {address.lower() for address in [profile.get("email"), *profile.get("addresses_me", [])] if address}
        return {word for word, contact in self.contacts.items()
                if any(entry["value"].lower() in mine for entry in contact.get("emails", []))}

    # opportunities

    def of(self, opportunity):
        """The interviews of an opportunity that count: no mock ones."""
        return [interview for interview in self.interviews.values()
                if interview.opportunity == opportunity and opportunity and not interview.mock]

    def closed(self, opportunity):
        """In a closed stage, but without an outcome: asks for nothing."""
        members = self.opportunities[opportunity]
        stage = self.stages.get(members.get("stage"), {})
        return stage.get("kind") == "closed" and not members.get("outcome")

    def ended(self, opportunity):
        """Of a search that has ended."""
        day = self.searches.get(self.opportunities[opportunity].get("search"), {}).get("ended_on")
        return day is not None and parse_day(day) <= self.today

    def open(self, opportunity):
        return not (self.opportunities[opportunity].get("outcome") or self.closed(opportunity) or self.ended(opportunity))

    def role(self, opportunity):
        return self.opportunities[opportunity].get("kind", "role") != "informational"

    def company(self, opportunity):
        return self.opportunities.get(opportunity, {}).get("company")

    def latest(self, opportunity):
        """The latest ended interview: by its end, then by id."""
        ended = [interview for interview in self.of(opportunity) if interview.over and not interview.informational]
        return max(ended, key=lambda interview: (interview.end_instant, interview.id), default=None)

    def waits_for_interview(self, opportunity):
        """Whether one is booked that has not ended."""
        return any(interview.live and not interview.over and interview.status != "no-show"
                   for interview in self.of(opportunity))

    def promise(self, opportunity):
        """The promise in force."""
        members = self.opportunities[opportunity].get("promise")
        promises = [Promise(members, LONG_AGO.date())] if members else []
        promises += [Promise(interview.members["promise"], interview.end.date(),
                             interview) for interview in self.of(opportunity)
                     if interview.live and interview.members.get("promise")]
        last = max(promises, key=lambda promise: (promise.given, promise.on, bool(promise.by)), default=None)
        latest = self.latest(opportunity)
        return None if last and latest and last.on < latest.end.date() else last

    def first_trace(self, opportunity):
        """The moments at which an opportunity left its first trace of each sort: added, applied, a stage."""
        members = self.opportunities[opportunity]
        days = {name: at(parse_day(members[name])) for name in ("added_on", "applied_on") if members.get(name)}
        events = [self.zone.local(parse_instant(event["at"])) for event in self.document.get("stage_events", [])
                  if event["opportunity"] == opportunity]
        return {**days, **({"stage": min(events)} if events else {})}

    def has_successor(self, opportunity, company, since):
        """Whether there is a new opportunity: a sibling, or one at that company that came on or after that day."""
        for other, members in self.opportunities.items():
            if other == opportunity:
                continue
            if opportunity and members.get("sibling_of") == opportunity:
                return True
            traces = self.first_trace(other)
            came = next((traces[name] for name in ("added_on", "applied_on", "stage") if name in traces), None)
            if company and members.get("company") == company and came and came.date() >= since:
                return True
        return False

    def feedback_about(self, opportunity):
        for entry in self.feedback.values():
            interview = self.interviews.get(entry.get("interview"))
            if opportunity in (entry.get("opportunity"), interview.opportunity if interview else None):
                yield entry

    def answered_since(self, opportunity, moment):
        """Whether an incoming touch came after that moment, about it or from somebody among its people without a link."""
        people = {entry["contact"] for entry in self.opportunities[opportunity].get("people", [])}
        return any(touch.direction == "in" and touch.wall > moment
                   and (touch.about == opportunity or (not touch.linked and people & touch.people)) for touch in self.touches)

    # people

    def ok(self, contact):
        return contact in self.contacts and contact not in self.own and not self.contacts[contact].get("do_not_contact")

    def met(self, opportunity, contact):
        """The moment at which somebody was met last in an opportunity."""
        return max((interview.end_instant.timestamp() for interview in self.of(opportunity) if interview.held
                    and any(entry["contact"] == contact for entry in interview.attended())), default=0)

    def interviewers(self, interview, others=True):
        """Who is to be thanked: interviewer and hiring-manager, else recruiter, hr and insider."""
        came = [entry for entry in interview.attended() if entry["contact"] not in self.own]
        people = {entry["contact"] for entry in came if entry.get("role", "interviewer") in ("interviewer", "hiring-manager")}
        if not people and others:
            people = {entry["contact"] for entry in came if entry.get("role") in ("recruiter", "hr", "insider")}
        return sorted(contact for contact in people if self.ok(contact))

    def names(self, interview):
        """For everyone on it but the user: what is known of the name."""
        return [{entry.get("name_verified"), self.contacts[entry["contact"]].get("name_verified")} for entry in interview.people
                if entry["contact"] not in self.own]

    def choose(self, roles, opportunity, interview=None):
        for role in roles:
            for level in self.levels(role, opportunity, interview):
                people = {entry["contact"] for entry in level
                          if entry.get("role", "interviewer") == role and self.ok(entry["contact"])}
                if people:
                    return min(people, key=lambda contact: (-self.met(opportunity, contact), contact))
        return None

    def levels(self, role, opportunity, interview):
        yield interview.people if interview else []
        yield self.opportunities.get(opportunity, {}).get("people", [])
        yield [entry for other in self.of(opportunity) if other is not interview for entry in other.people]
        company = self.company(opportunity) or (interview.members.get("company") if interview else None)
        if role in ("insider", "hr") and company:
            yield [entry for word,
                   members in self.opportunities.items() if word != opportunity and members.get("company") == company
                   for entry in members.get("people", [])]
            yield [{"contact": word, "role": role} for word, members in self.contacts.items()
                   if members.get("company") == company and role in members.get("roles", [])]


class Touch:
    def __init__(self, members, facts):
        self.id = members["id"]
        self.instant = parse_instant(members["at"])
        self.wall = facts.zone.local(self.instant)
        self.direction = members.get("direction")
        self.kind = members.get("kind")
        self.people = set(members.get("contacts", []))
        self.interview = members.get("interview")
        self.linked = bool(self.interview or members.get("opportunity"))
        inside = next((entry.get("opportunity") for entry in facts.document.get("interviews", [])
                       if entry["id"] == self.interview), None)
        self.about = members.get("opportunity") or inside
