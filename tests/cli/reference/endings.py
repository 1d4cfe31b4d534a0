# endings.py - which follow-ups were done by a message of their kind
# SPDX-License-Identifier: GPL-3.0-or-later

# What is owed to no person and no company, or restarts by itself.
UNENDED = {"prep-stories", "debrief", "answer-offer", "close-as-silent", "announce-job", "keep-in-touch"}


def is_over(row, stored, touch):
    """Whether it was done or skipped before that message."""
    known = stored.get(row.key)
    return known and known.state in ("done", "skipped") and known.done_at and known.done_at < touch.instant


def fits(row, touch):
    """Whether the links of a message are the same as the row's, or empty."""
    if touch.interview and row.interview and touch.interview != row.interview:
        return False
    if touch.about:
        return touch.about == row.opportunity
    return row.interview == touch.interview


def end_linked(facts, rows, touch, stored, ended):
    for row in rows:
        if row.contact is None and not row.opportunity and not row.company:
            continue
        if row.contact is not None and row.contact not in touch.people:
            continue
        if row.rule == "reapply":
            same = facts.company(touch.about) == row.company
        else:
            same = fits(row, touch)
        if same and not is_over(row, stored, touch):
            ended.setdefault(row.key, touch.instant)


def company_of(facts, row):
    return row.company or facts.company(row.opportunity)


def end_unlinked(facts, rows, touch, stored, ended, used):
    """For each person the open candidate with the earliest trigger, then key; else one about the person's company."""
    for contact in sorted(touch.people):
        company = facts.contacts.get(contact, {}).get("company")
        if (touch.id, contact) in used or any(
                row.rule == touch.kind and row.state == "done" and row.done_at == touch.instant
                and (row.contact == contact or (row.contact is None and company and company_of(facts, row) == company))
                for row in stored.values()):
            continue
        open_rows = [row for row in rows if row.key not in ended and not is_over(row, stored, touch)]
        mine = [row for row in open_rows if row.contact == contact]
        mine = mine or [row for row in open_rows if row.contact is None and company and company_of(facts, row) == company]
        if mine:
            used.add((touch.id, contact))
            first = min(mine, key=lambda row: (row.trigger, row.key))
            ended[first.key] = touch.instant


def find_ended(facts, rows, stored, used):
    """{key: the moment of the message that was it}"""
    ended = {}
    for touch in sorted(facts.touches, key=lambda touch: (touch.instant, touch.id)):
        if touch.direction != "out" or touch.kind in UNENDED:
            continue
        open_rows = [row for row in rows if row.rule == touch.kind and row.trigger is not None and row.trigger <= touch.wall]
        if touch.linked:
            end_linked(facts, open_rows, touch, stored, ended)
        else:
            end_unlinked(facts, open_rows, touch, stored, ended, used)
    return ended
