# rules.py - what the facts ask for: the rows of the table of playbook.md, before they are placed on days
# SPDX-License-Identifier: GPL-3.0-or-later
import dataclasses
import datetime

from facts import VERIFIED
from moments import DAY, HOUR, LONG_AGO, MINUTE, add_months, at, end_of, parse_day, parse_wall

TABLE = """prep-stories prep-names debrief verify-names thank-you no-show answer-offer decision-check-in second-check-in
    close-as-silent application-nudge rejection-thank-you connection-note referral-ask third-party-ask feedback-request
    other-openings reapply reopened announce-job thank-for-feedback thank-introducer ask-permission keep-in-touch manual""".split()
TIERS = {"monthly": 30, "quarterly": 90, "yearly": 365}


@dataclasses.dataclass
class Row:
    """A follow-up that is asked for. `day` stands for the two moments of a day rule; `late` is how many days it has."""
    rule: str
    subject: str
    contact: str = None
    opportunity: str = None
    interview: str = None
    company: str = None
    trigger: datetime.datetime = None  # what ends it must not be earlier; None: no message of its kind ends it
    remind: datetime.datetime = None
    due: datetime.datetime = None
    day: datetime.date = None
    late: int = 0
    own_day: datetime.date = None

    @property
    def key(self):
        return f"{self.rule}:{self.subject}"

    @property
    def order(self):
        return TABLE.index(self.rule), self.key


class Rules:
    """All rows; `done` are the follow-ups that were done or skipped, as {key: stored row}."""

    def __init__(self, facts, stored):
        self.facts = facts
        self.settings = facts.settings
        self.stored = stored
        self.rows = []

    def add(self, rule, subject, **members):
        if self.settings.has(rule):
            self.rows.append(Row(rule, subject, **members))

    def plan(self):
        for interview in self.facts.interviews.values():
            self.plan_interview(interview)
        for word in self.facts.opportunities:
            if self.facts.role(word) and not self.facts.closed(word):
                self.plan_opportunity(word)
        for word in self.facts.companies:
            self.plan_reapply(word)
        for word in self.facts.feedback:
            self.plan_feedback(word)
        for word in self.facts.introductions:
            self.plan_introduction(word)
        for word in self.facts.contacts:
            self.plan_contact(word)
        return self.rows

    # interviews

    def plan_interview(self, interview):
        facts, job = self.facts, interview.opportunity
        if job and facts.closed(job):
            return
        about = {"opportunity": job, "interview": interview.id, "company": None if job else interview.members.get("company")}
        coordinator = facts.choose(["coordinator", "recruiter"], job, interview)
        if interview.mock:
            self.plan_debrief(interview, about)
            return
        ended = bool(job) and facts.ended(job)
        if not ended and not (job and facts.opportunities[job].get("outcome")):
            if interview.status == "booked" and interview.start > facts.now:
                self.plan_preparation(interview, coordinator, about)
            if interview.status == "no-show":
                self.plan_no_show(interview, coordinator, about)
        self.plan_debrief(interview, about)
        if interview.over and not ended and any("heard" in known and not known & VERIFIED for known in facts.names(interview)):
            remind = self.settings.clamp(interview.end + 2 * HOUR)
            self.add("verify-names", interview.id, contact=coordinator, trigger=interview.end, remind=remind,
                     due=max(end_of(interview.end.date() + DAY), end_of(remind.date())), **about)
        if interview.held:
            self.plan_thanks(interview, about)

    def plan_preparation(self, interview, coordinator, about):
        latest = interview.start - HOUR

        def remind(rule, days):
            return min(self.settings.morning(interview.start.date() - self.settings.days(rule, days) * DAY), latest)

        if not interview.members.get("stories"):
            self.add("prep-stories", interview.id, remind=remind("prep-stories", 3), due=interview.start, **about)
        names = self.facts.names(interview)
        if not names or any(not known & VERIFIED for known in names):
            booked = interview.members.get("booked_on")
            self.add("prep-names", interview.id, contact=coordinator, remind=remind("prep-names", 1), due=interview.start,
                     trigger=at(parse_day(booked)) if booked else LONG_AGO, **about)

    def plan_no_show(self, interview, coordinator, about):
        facts = self.facts
        anybody = sorted(entry["contact"] for entry in interview.people if facts.ok(entry["contact"]))
        anybody.sort(key=lambda contact: -facts.met(interview.opportunity, contact))
        contact = coordinator or (anybody[0] if anybody else None)
        if any(other.live and other.start > interview.start for other in facts.of(interview.opportunity)):
            return
        for touch in facts.touches:
            same = touch.interview == interview.id or (touch.interview is None and touch.about == interview.opportunity)
            of_kind = touch.kind == "no-show" and touch.direction == "out"
            if contact in touch.people and touch.wall >= interview.start and (same or not touch.linked) and not of_kind:
                return
        remind = self.settings.clamp(interview.start + 20 * MINUTE)
        self.add("no-show", interview.id, contact=contact, trigger=interview.start, remind=remind, due=end_of(remind.date()),
                 **about)

    def plan_debrief(self, interview, about):
        debrief = interview.members.get("debrief", {})
        if interview.held and not debrief.get("written_at") and not debrief.get("let_go"):
            remind = self.settings.clamp(interview.end + 30 * MINUTE)
            self.add("debrief", interview.id, remind=remind, due=max(end_of(interview.end.date() + DAY), end_of(remind.date())),
                     **about)

    def plan_thanks(self, interview, about):
        end = interview.end
        due = {"24h": end + DAY, "48h": end + 2 * DAY, "same-day": max(end_of(end.date()), end + HOUR)}[self.settings.thank_you]
        remind = max(end, min(self.settings.clamp(end + 2 * HOUR), due - HOUR))
        for contact in self.facts.interviewers(interview):
            self.add("thank-you", f"{interview.id}:{contact}", contact=contact, trigger=end, remind=remind, due=due, **about)

    # opportunities

    def plan_opportunity(self, word):
        outcome = self.facts.opportunities[word].get("outcome")
        if outcome and outcome["kind"] == "accepted":
            self.plan_announcement(word, parse_day(outcome["on"]))
        if self.facts.ended(word):
            return
        if outcome and outcome["kind"] in ("rejected", "cancelled"):
            self.plan_steps(word, outcome, parse_day(outcome["on"]))
        if not outcome:
            self.plan_offer(word)
            self.plan_waiting(word)

    def plan_announcement(self, word, day):
        remind = self.settings.wd(day + self.settings.days("announce-job", 7) * DAY)
        runs = self.facts.document.get("announcement_runs", [])
        if not any(run.get("opportunity") == word and run.get("finished_at") for run in runs):
            self.add("announce-job", word, opportunity=word, day=remind, late=max(0, (day + 14 * DAY - remind).days))

    def plan_offer(self, word):
        offer = self.facts.opportunities[word].get("offer", {})
        if not offer.get("answer_by"):
            return
        due = parse_wall(offer["answer_by"]) if "T" in offer["answer_by"] else end_of(parse_day(offer["answer_by"]))
        received = parse_day(offer["received_on"]) if offer.get("received_on") else LONG_AGO.date()
        days = self.settings.days("answer-offer", [3, 1])
        moments = [(part, self.settings.morning(due.date() - number * DAY)) for part, number in zip((3, 1), days)]
        before = [entry for entry in moments if entry[1].date() < received]
        for part, remind in moments:
            if (part, remind) not in before[:-1]:
                self.add("answer-offer", f"{word}:{part}", opportunity=word, remind=remind, due=due)

    def plan_waiting(self, word):
        facts, settings = self.facts, self.settings
        latest, promise = facts.latest(word), facts.promise(word)
        waiting = not facts.waits_for_interview(word)
        alone = not any(interview.live and not interview.informational for interview in facts.of(word))
        asked = [row for row in self.stored.values() if row.state == "done" and row.opportunity == word
                 and row.rule in ("decision-check-in", "second-check-in", "application-nudge")]
        if (latest and waiting) or (promise and alone):
            self.plan_check_ins(word, latest, promise, asked)
        moments = [facts.zone.local(row.done_at) for row in asked]
        moments += [latest.end] if latest else []
        moments += [at(promise.on)] if promise else []
        if moments and waiting and not facts.answered_since(word, max(moments)):
            self.add("close-as-silent", word, opportunity=word,
                     day=settings.wd(max(moments).date() + settings.days("close-as-silent", 30) * DAY))
        applied = facts.opportunities[word].get("applied_on")
        if applied and not any(interview.live for interview in facts.of(word)):
            applied = parse_day(applied)
            contact = facts.choose(["recruiter"], word)
            if not facts.answered_since(word, at(applied)) and (contact or facts.company(word)):
                self.add("application-nudge", word, contact=contact, opportunity=word, company=facts.company(word),
                         trigger=at(applied),
                         day=settings.wd(applied + settings.days("application-nudge", 14) * DAY))

    def plan_check_ins(self, word, latest, promise, asked):
        facts, settings = self.facts, self.settings
        subject = latest.id if latest else word
        giver = promise.by if promise and facts.ok(promise.by) else None
        contact = giver or facts.choose(["recruiter", "hiring-manager"], word, latest)
        own = promise and latest and promise.interview is latest and promise.given == latest.end.date()
        fresh = promise and promise.given != LONG_AGO.date() and not own
        done = [row for row in asked if row.rule == "decision-check-in" and row.key.split(":")[1] == subject]
        again = fresh and any(facts.zone.local(row.done_at).date() <= promise.given for row in done)
        key = f"{subject}:{promise.given}" if again else subject
        if promise:
            day = settings.wd(promise.on + DAY)
        else:
            day = settings.wd(latest.end.date() + settings.days("decision-check-in", 14) * DAY)
        trigger = at(promise.given + DAY) if again else latest.end if latest else at(promise.given)
        about = {"opportunity": word, "interview": latest.id if latest else None}
        self.add("decision-check-in", key, contact=contact, trigger=trigger, day=day, **about)
        for row in done:
            moment = facts.zone.local(row.done_at)
            renewed = fresh and promise.given >= moment.date() and row.key != f"decision-check-in:{subject}:{promise.given}"
            if renewed or facts.answered_since(word, moment):
                continue
            self.add("second-check-in", row.key.partition(":")[2], contact=row.contact if facts.ok(row.contact) else contact,
                     trigger=moment, day=settings.wd(moment.date() + settings.days("second-check-in", 7) * DAY), **about)

    # a no

    def plan_steps(self, word, outcome, day):
        facts, settings = self.facts, self.settings
        company = facts.company(word)
        rejected = outcome["kind"] == "rejected"
        sources = {entry.get("source") for entry in facts.feedback_about(word)}
        successor = facts.has_successor(word, company, day)
        held = [interview for interview in facts.of(word) if interview.held]

        def step(rule, days, contact, subject=word, to_company=False):
            if contact or (to_company and company):
                self.add(rule, subject, contact=contact, opportunity=word, company=company, trigger=at(day),
                         day=settings.wd(day + settings.days(rule, days) * DAY))

        if rejected:
            by = outcome.get("by")
            step("rejection-thank-you", 1, by if facts.ok(by) else facts.choose(["recruiter", "hiring-manager"], word))
        interviewers = {contact for interview in held for contact in facts.interviewers(interview)}
        for contact in sorted(interviewers):
            step("connection-note", 3, contact, f"{word}:{contact}")
        self.plan_referral(word, day, held, step)
        if rejected:
            if not sources & {"insider", "recruiter"}:
                step("third-party-ask", 7, facts.choose(["insider", "recruiter"], word))
            if "interviewer" not in sources and any(not interview.informational for interview in held):
                step("feedback-request", 14, facts.choose(["hiring-manager"], word) or self.choose_interviewer(word, held))
            if facts.companies.get(company, {}).get("still_interested", True) and not successor:
                step("other-openings", 21, facts.choose(["hr", "recruiter"], word), to_company=True)
        elif not successor:
            step("reopened", 30, facts.choose(["hiring-manager", "recruiter"], word))

    def choose_interviewer(self, word, held):
        facts = self.facts
        entries = facts.opportunities[word].get("people", []), [entry for interview in held for entry in interview.attended()]
        for level in entries:
            people = [entry["contact"] for entry in level
                      if entry.get("role", "interviewer") == "interviewer" and facts.ok(entry["contact"])]
            if people:
                return min(people, key=lambda contact: (-facts.met(word, contact), contact))
        return None

    def plan_referral(self, word, day, held, step):
        facts, liking = self.facts, {}
        for interview in held:
            for entry in interview.attended():
                rapport = entry.get("rapport") or (3 if entry.get("clicked") else 0)
                if rapport and entry["contact"] in facts.interviewers(interview):
                    liking[entry["contact"]] = max(rapport, liking.get(entry["contact"], 0))
        if not liking:
            return
        contact = min(liking, key=lambda contact: (-liking[contact], -facts.met(word, contact), contact))
        for entry in facts.introductions.values():
            here = entry.get("opportunity") == word or facts.opportunities[word].get("introduction") == entry["id"]
            if entry["introducer"] == contact and (here or parse_day(entry["recorded_on"]) >= day):
                return
        step("referral-ask", 5, contact)

    def plan_reapply(self, word):
        facts = self.facts
        cooling = facts.companies[word].get("cooling_off", {})
        lost = [(parse_day(members["outcome"]["on"]), job) for job, members in facts.opportunities.items()
                if members.get("company") == word and members.get("outcome", {}).get("kind") == "rejected"
                and facts.role(job) and not facts.ended(job)]
        if not lost or not (cooling.get("until") or "months" in cooling):
            return
        day, job = max(lost)
        ends = parse_day(cooling["until"]) if cooling.get("until") else add_months(day, cooling["months"])
        if ends > day and not facts.has_successor(job, word, day):
            self.add("reapply", f"{word}:{day}", company=word, trigger=at(day), day=ends)

    # people

    def plan_feedback(self, word):
        entry, facts = self.facts.feedback[word], self.facts
        interview = facts.interviews.get(entry.get("interview"))
        job = entry.get("opportunity") or (interview.opportunity if interview else None)
        if facts.ok(entry.get("contact")) and entry.get("received_on") and not (job and facts.closed(job)):
            day = parse_day(entry["received_on"])
            self.add("thank-for-feedback", word, contact=entry["contact"], opportunity=job, interview=entry.get("interview"),
                     trigger=at(day),
                     day=self.settings.wd(day + self.settings.days("thank-for-feedback", 1) * DAY))

    def plan_introduction(self, word):
        entry, facts, settings = self.facts.introductions[word], self.facts, self.settings
        recorded = parse_day(entry["recorded_on"])
        person = entry.get("person")
        jobs = [job for job, members in facts.opportunities.items()
                if job == entry.get("opportunity") or members.get("introduction") == word]
        job = entry.get("opportunity") or (min(jobs) if jobs else None)
        if not facts.ok(entry["introducer"]) or (job and facts.closed(job)):
            return
        about = {"contact": entry["introducer"], "opportunity": job}
        events = self.find_events(person, recorded, jobs)
        for part, moment in enumerate(events, 1):
            if moment:
                self.add("thank-introducer", f"{word}:{part}", trigger=at(moment.date()), **about,
                         day=settings.wd(moment.date() + settings.days("thank-introducer", 1) * DAY))
        if person and entry.get("permission", "not-asked") == "not-asked" and not (job and facts.ended(job)):
            self.add("ask-permission", word, trigger=at(recorded), **about,
                     day=settings.wd(recorded + settings.days("ask-permission", 1) * DAY))

    def find_events(self, person, recorded, jobs):
        """What an introduction led to: a contact or an opportunity, and an interview."""
        facts = self.facts
        made = [moment for job in jobs for moment in facts.first_trace(job).values()]
        made += [touch.wall for touch in facts.touches if person in touch.people and touch.wall.date() >= recorded]
        with_person = [interview for interview in facts.interviews.values() if not interview.mock and interview.live
                       and any(entry["contact"] == person for entry in interview.people)]
        made += [interview.start for interview in with_person if interview.start.date() >= recorded]
        booked = with_person + [interview for job in jobs for interview in facts.of(job) if interview.live]
        first = min(booked, key=lambda interview: (interview.start, interview.id), default=None)
        if first and first.members.get("booked_on"):
            return min(made, default=None), at(parse_day(first.members["booked_on"]))
        return min(made, default=None), first.start if first else None

    def plan_contact(self, word):
        facts, contact = self.facts, self.facts.contacts[word]
        if contact.get("tier") not in TIERS or not facts.ok(word) or self.is_busy(word):
            return
        days = [touch.wall.date() for touch in facts.touches if word in touch.people]
        days += [interview.end.date() for interview in facts.interviews.values() if interview.held
                 and any(entry["contact"] == word for entry in interview.attended())]
        days += [parse_day(contact["tier_since"])] if contact.get("tier_since") else []
        for row in self.stored.values():
            if row.rule == "keep-in-touch" and row.state in ("done", "skipped") and row.contact == word and row.done_at:
                days.append(max(facts.zone.local(row.done_at).date(), parse_day(row.key.split(":")[2]) + DAY))
        if days:
            numbers = {**TIERS, **self.settings.days("keep-in-touch", {})}
            self.add("keep-in-touch", f"{word}:{max(days)}", contact=word, late=7,
                     day=self.settings.wd(max(days) + numbers[contact["tier"]] * DAY))

    def is_busy(self, word):
        """Whether an open opportunity is with that person."""
        for job, members in self.facts.opportunities.items():
            people = list(members.get("people", []))
            people += [entry for interview in self.facts.of(job) if interview.live for entry in interview.people]
            if self.facts.open(job) and any(entry["contact"] == word for entry in people):
                return True
        return False
