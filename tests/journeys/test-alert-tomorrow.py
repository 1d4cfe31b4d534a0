#!/usr/bin/python3
# test-alert-tomorrow.py - an interview recorded today raises the right alert, and nothing of it is lost
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-alert-tomorrow.py ONWARD ONWARD-CLI, as a meson test (TAP)

One user, one database, the real window and a real notification daemon: import the people of a LinkedIn export, add an
opportunity and an interview with three of them, see what is planned, be reminded at its moment, say Done in the alert,
have the program killed, and go on.
"""
import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))
from desk import Desk  # noqa: E402
import drive  # noqa: E402
import notify_real  # noqa: E402

TODAY = "2026-03-04"
TOMORROW = "2026-03-05"
PEOPLE = ("Alice Johnson", "Bob Williams", "Zoë Nguyễn")
CONNECTIONS = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Alice,Johnson,https://www.linkedin.com/in/alicejohnson,alice@helix.example,Helix Robotics,CTO,15 Jan 2023
Bob,Williams,https://www.linkedin.com/in/bobwilliams,bob@helix.example,Helix Robotics,"Engineer, robots",20 Mar 2023
Carol,Davis,https://www.linkedin.com/in/caroldavis,,Kestrel,VP Engineering,10 May 2023
"""


RECORDED = f"{TODAY}T16:00"


def due(desk, now):
    return [row["title"] for row in desk.cli("due", now=now)]


def at(time):
    """A time of tomorrow, the day of the interview."""
    return f"{TOMORROW}T{time}"


def press_in_new_window(app, *keys):
    """Keys for the sheet or dialog that has just come up."""
    app.window_id = drive.wait_for(app._find_window, "the window that came up")
    app.focus_window()
    app.key(*keys)


def import_people(app, desk):
    path = os.path.join(desk.folder, "Connections.csv")
    with open(path, "w", encoding="utf-8") as f:
        f.write(CONNECTIONS)
    app.click(app.find("button", "Import people…", showing=True))
    app.choose_file(path)
    app.find("button", "Import 3 people", showing=True)
    app.window_id = drive.wait_for(app._find_window, "the preview")
    app.focus_window()
    app.key("ctrl+Return")
    drive.wait_for(lambda: len(desk.cli("list", "contacts", now=RECORDED)) == 3, "the people to be imported", 15)
    drive.check(app.find("label", "3 people added"), "the window says how many people came")


def add_opportunity(app, desk):
    app.window_id = drive.wait_for(app._find_window, "the window")
    app.focus_window()
    app.key("ctrl+shift+o")
    company = app.find("text", "Company", showing=True)
    app.set_text(company, "Helix Robotics")
    app.set_text(app.find("text", "Title of the role", showing=True), "Senior embedded engineer")
    press_in_new_window(app, "ctrl+Return")
    drive.wait_for(lambda: desk.cli("list", "opportunities", now=RECORDED), "the opportunity", 10)
    app.wait_gone("text", "Title of the role")
    drive.check(app.find("button", re.compile("Helix Robotics")), "its card is on the board")


def choose(app, title, value):
    """A value of a row that offers several, by mouse."""
    app.click(app.find("label", title, showing=True))
    app.click(app.find("label", value, showing=True))


def add_panel(app, desk):
    app.window_id = drive.wait_for(app._find_window, "the window")
    app.focus_window()
    app.key("ctrl+shift+i")
    choose(app, "Kind", "Panel")
    app.set_text(app.find("text", "Time", showing=True), "14:00")
    for i, name in enumerate(PEOPLE):
        entries = drive.wait_for(lambda n=i: len(app.find_all("text", re.compile("^Name"), showing=True)) > n
                                 and app.find_all("text", re.compile("^Name"), showing=True), f"the entry of person {i + 1}")
        app.set_text(entries[i], name)
        if i + 1 < len(PEOPLE):
            app.click(app.find("button", re.compile("Another person"), showing=True))
    press_in_new_window(app, "ctrl+Return")
    drive.wait_for(lambda: desk.cli("list", "interviews", now=RECORDED), "the interview", 10)
    contacts = {c["name"] for c in desk.cli("list", "contacts", now=RECORDED)}
    drive.check(contacts == {"Alice Johnson", "Bob Williams", "Carol Davis", "Zoë Nguyễn"}, "whom the database knows is matched, the new name is a contact")


def test_journey():
    with notify_real.Dunst() as dunst, Desk() as desk:
        app = desk.start(now=RECORDED, window=True)
        import_people(app, desk)
        add_opportunity(app, desk)
        add_panel(app, desk)
        drive.check(due(desk, RECORDED) == ["Choose stories for the Helix Robotics interview",
                                            "Check the names of the Helix Robotics interview"],
                    "only preparation is owed before the interview")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")

        app = desk.start(now=at("15:10"), window=True)
        wanted = {f"Thank {name}" for name in PEOPLE} | {"Write down the Helix Robotics interview"}
        drive.check(set(due(desk, at("15:10"))) == wanted, "three thank-yous and a debrief are planned")
        for title in wanted:
            drive.check(app.find(None, re.compile(f"^{re.escape(title)}")), f"the Due pane shows: {title}")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")

        app = desk.start(now=at("16:59:57"), window=True)
        note = dunst.wait("Thank Alice Johnson", timeout=20)
        drive.check(set(note.actions.values()) >= {"Done", "Snooze", "Open"}, "the alert comes at its moment, with its buttons")
        row = app.find(None, re.compile("^Thank Alice Johnson"))
        drive.check(row, "it is in the window too")
        dunst.invoke(note, "done")
        drive.wait_for(lambda: "Thank Alice Johnson" not in due(desk, at("17:00")), "the follow-up to be done")
        touches = desk.cli("list", "touches", now=at("17:00"))
        drive.check([t["kind"] for t in touches] == ["thank-you"], "Done has written the touch")
        app.wait_gone(None, re.compile("^Thank Alice Johnson"), timeout=15)
        drive.check(True, "it is done in the window as well")
        drive.wait_for(lambda: not desk.unshown(), "the alerts to be stored as shown")
        seen = [n["summary"] for n in dunst._shown()]
        app.process.kill()
        app.process.wait()

        dunst.close_all()        # dunst stacks a notification that is the same as one on the screen
        app = desk.start(now=at("17:01"), window=True)
        drive.check(app.find(None, re.compile("^Thank Bob Williams")) and app.find(None, re.compile("^Thank Zoë Nguyễn")),
                    "after kill -9 the others are still there")
        drive.check("Thank Alice Johnson" not in due(desk, at("17:01")) and len(desk.cli("list", "touches", now=at("17:01"))) == 1,
                    "and what was done is done")
        # Something new that comes due shows that alerts are looked at again; nothing old comes with it.
        key = next(r["key"] for r in desk.cli("due", now=at("17:01")) if r["title"] == "Thank Bob Williams")
        desk.cli("snooze", key, at("17:02"), now=at("17:01"))
        app.process.kill()
        app.process.wait()
        app = desk.start(now=at("17:01:58"), window=True)
        dunst.wait("Thank Bob Williams", timeout=20, count=2)
        again = [n["summary"] for n in dunst._shown()][len(seen):]
        drive.check(again == ["Thank Bob Williams"], f"nothing is raised again but what was snoozed: {again}")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_journey)
