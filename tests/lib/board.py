# board.py - the pipeline's board for tests: a document with stages and cards, and what is seen of them
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from desk import Document, uuid
import drive

NOW = "2026-03-02T10:00"
STAGES = ("prospect", "applied", "screening", "interviewing", "offer", "closed")


def board(*opportunities):
    """A document with the six stages, and opportunities as (word, company, stage), the first on top."""
    document = Document()
    for position, kind in enumerate(STAGES):
        document.stage(kind, kind, position)
    for n, (word, company, stage) in enumerate(opportunities):
        document.company(f"c{word}", name=company)
        document.opportunity(word, company=f"c{word}", title=f"Engineer at {company}", stage=stage, added_on="2026-02-20")
        document.add("stage_events", f"e{word}", opportunity=word, stage=stage, at=f"2026-02-20T{20 - n:02}:00:00+01:00")
    return document


def card(app, company):
    return app.find("button", re.compile(f"^{company}, "), showing=True)


def focus(app, company):
    app.tab_to(card(app, company))


def wait_focus(app, company):
    drive.wait_for(lambda: app.has_state(card(app, company), drive.State.FOCUSED), f"the focus on {company}")


def column(app, name):
    return app.find("panel", re.compile(f"^{name}, "), showing=True)


def cards(app, name):
    """The companies of a column, from the top."""
    return [called.split(",")[0] for called in app.names("button", re.compile("^[^,]+, Engineer"), root=column(app, name), showing=True)]


def wait_cards(app, name, *companies):
    drive.wait_for(lambda: cards(app, name) == list(companies), f"{name} to hold {companies}")


def stored(desk, word):
    return next(o for o in desk.cli("export")["opportunities"] if o["id"] == uuid(word))


def stage_of(desk, word):
    return bytes.fromhex(stored(desk, word)["stage"].replace("-", "")).decode().rstrip("\0")
