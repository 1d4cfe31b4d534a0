# tour.py - a walk through every view of the sample search
# SPDX-License-Identifier: GPL-3.0-or-later
"""For pictures (show.py) and for tests that want everything seen once."""
import re

import drive


def tour(app, narrow=False):
    """Goes to each view and to what opens from it, and yields its name when it is there."""
    def switch(view, key):
        app.key(key)
        app.wait_state(app.find("page tab", view), drive.State.SELECTED)

    def open_page(role, name):
        app.click(app.find(role, name, showing=True))
        app.find("button", "Back", showing=True)

    switch("Pipeline", "ctrl+1")
    yield "pipeline"
    if not narrow:          # where one stage is shown at a time the card is out of sight
        open_page("button", re.compile("^Helix Robotics,"))
        yield "opportunity"
        app.key("alt+Left")
    switch("Contacts", "ctrl+2")
    yield "contacts"
    if narrow:              # the list goes away for the page; beside each other they are one picture
        open_page("list item", "Amara Okafor")
        yield "contact"
        app.key("alt+Left")
    switch("Calendar", "ctrl+3")
    yield "calendar"
    if narrow:              # the Due pane is a view of its own
        app.key("ctrl+4")
        yield "due"
