# everything.py - a search in which every rule of the playbook asks for something
# SPDX-License-Identifier: GPL-3.0-or-later
from document import Document

RULES = """prep-stories prep-names debrief verify-names thank-you no-show answer-offer decision-check-in second-check-in
    close-as-silent application-nudge rejection-thank-you connection-note referral-ask third-party-ask feedback-request
    other-openings reapply reopened announce-job thank-for-feedback thank-introducer ask-permission keep-in-touch""".split()
QUIET = {"debrief": {"let_go": True}}


def person(document, word, **members):
    return document.contact(word, emails=[{"label": "work", "value": f"{word}@example.org"}],
                            phones=[{"label": "work", "value": "+31 10 000 0042"}], **members)


def make_everything():
    """Now is Monday 2026-03-02, 10:00 in Amsterdam."""
    document = Document().profile(name="Ela Novak", email="ela@example.org")
    for word in ("acme", "bolt", "crane", "delta", "elm"):
        document.company(word)
    document.company("fern", cooling_off={"months": 1})
    for word in ("amara", "ben", "cora", "hugo", "ines", "nora", "rita", "rob", "sam", "vera", "yara"):
        person(document, word)
    person(document, "otto", tier="monthly", tier_since="2026-02-05")
    ask_before(document)
    ask_while_waiting(document)
    ask_after_a_no(document)
    ask_for_others(document)
    return document


def ask_before(document):
    """prep-stories, prep-names, debrief, verify-names, thank-you, no-show, answer-offer"""
    document.interview("soon", "2026-03-04T10:00:00+01:00", people=[("cora", {"role": "coordinator"})], company="bolt")
    document.interview("today", "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00",
                       [("amara", {"name_verified": "heard"}), ("cora", {"role": "coordinator"})], company="bolt")
    document.interview("missed", "2026-03-02T09:00:00+01:00", people=[("rita", {"role": "recruiter"})], company="bolt", status="no-show")
    document.opportunity("offered", company="bolt", offer={"received_on": "2026-02-27", "answer_by": "2026-03-05"})


def ask_while_waiting(document):
    """decision-check-in, second-check-in, close-as-silent, application-nudge"""
    document.opportunity("waiting", company="acme", people=[{"contact": "sam", "role": "recruiter"}])
    document.interview("met", "2026-02-20T10:00:00+01:00", opportunity="waiting", **QUIET)
    document.opportunity("asked", company="acme", people=[{"contact": "rob", "role": "recruiter"}])
    document.interview("before", "2026-02-10T10:00:00+01:00", opportunity="asked", **QUIET)
    document.touch("t", ["rob"], "2026-02-26T10:00:00+01:00", kind="decision-check-in", opportunity="asked")
    document.opportunity("applied", company="crane", applied_on="2026-02-18")


def ask_after_a_no(document):
    """rejection-thank-you to other-openings, reapply, reopened"""
    people = [{"contact": "nora", "role": "recruiter"}, {"contact": "ines", "role": "insider"}, {"contact": "hugo", "role": "hr"}]
    document.opportunity("lost", company="fern", people=people, outcome={"kind": "rejected", "on": "2026-03-02"})
    document.interview("lovely", "2026-02-10T10:00:00+01:00", people=[("ben", {"role": "hiring-manager", "clicked": True})],
                       opportunity="lost", **QUIET)
    document.opportunity("frozen", company="delta", people=[{"contact": "vera", "role": "hiring-manager"}],
                         outcome={"kind": "cancelled", "on": "2026-02-02"})


def ask_for_others(document):
    """announce-job, thank-for-feedback, thank-introducer, ask-permission, keep-in-touch (Otto)"""
    document.opportunity("won", company="elm", title="Analyst", outcome={"kind": "accepted", "on": "2026-02-25"})
    document.add("feedback", "words", contact="yara", source="reviewer", received_on="2026-03-02", channel="email")
    document.add("introductions", "door", introducer="yara", opportunity="waiting", recorded_on="2026-02-20", permission="granted")
    document.opportunity("waiting", company="acme", people=[{"contact": "sam", "role": "recruiter"}], added_on="2026-03-01")
    document.add("introductions", "name", introducer="rita", person="otto", company="crane", recorded_on="2026-03-02", permission="not-asked")
