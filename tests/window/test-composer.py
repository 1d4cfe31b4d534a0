#!/usr/bin/python3
# test-composer.py - the composer, by keyboard: open slots are objects, nothing typed is lost, what was sent is a touch
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-composer.py ONWARD ONWARD-CLI, as a meson test (TAP)"""
import os
import pathlib
import re
import signal
import subprocess
import sys
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import Desk, Document, uuid  # noqa: E402
import drive  # noqa: E402

NOW = "2026-03-02T10:00"
JONAS = "Thank Jonas Lindqvist, today, by 09:00 tomorrow"


def facts():
    """A panel an hour ago with Jonas, who has a concern, and Amara."""
    return (Document().profile(name="Ela Novak").company("fjord", name="Fjord Energy")
            .contact("jonas", name="Jonas Lindqvist", company="fjord", hooks=["Restores a wooden boat"],
                     emails=[{"label": "work", "value": "jonas@fjord.example"}],
                     urls=[{"label": "", "value": "https://www.linkedin.com/in/jonas"}])
            .contact("amara", name="Amara Okafor", company="fjord", emails=[{"label": "work", "value": "amara@fjord.example"}])
            .opportunity("role", company="fjord", title="Control engineer")
            .interview("talk", "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", opportunity="role", kind="panel", status="held",
                       people=[("jonas", {"role": "hiring-manager", "memorable": "the relay", "concern": {"text": "few PLC projects"}}),
                               ("amara", {"role": "interviewer"})], debrief={"written_at": "2026-03-02T09:30:00+01:00"}))


def start(desk):
    return desk.start(now=NOW, window=True)


def write(app, name=JONAS):
    """W on a row of the Due pane."""
    app.key("ctrl+4")
    row = app.find("list item", name, showing=True)
    for _ in range(20):
        if app.has_state(row, drive.State.FOCUSED):
            break
        app.key("Down")
        drive.time.sleep(0.05)
    app.wait_state(row, drive.State.FOCUSED)
    app.key("w")
    return app.find("text", "Message", showing=True)


def body(app):
    return app.text(app.find("text", "Message", showing=True))


def wait_text(app, words, there=True):
    drive.wait_for(lambda: (words in body(app)) == there, f"{words!r} in the message" if there else f"no {words!r} in the message")


def wait_slot(app, words):
    """The open slot that is selected, as a screen reader hears it."""
    message = app.find("text", "Message", showing=True)
    drive.wait_for(lambda: message.get_description() == words, f"{words!r}, not {message.get_description()!r}")


def touches(desk):
    return [t for t in desk.cli("export").get("touches", []) if t["direction"] == "out"]


def test_slots():
    with Desk() as desk:
        desk.write(facts())
        app = start(desk)
        message = write(app)
        app.wait_state(message, drive.State.FOCUSED)
        wait_slot(app, "open slot, why you are right for it")
        drive.check(app.find("label", "4 open slots", showing=True), "W opens the draft, on its first open slot")
        app.type("I built two")
        wait_text(app, "appeals to me because I built two.")
        drive.check(app.find("label", "3 open slots", showing=True), "typing replaces the slot")
        app.key("F8")
        wait_slot(app, "open slot, your answer to their concern: few PLC projects")
        drive.check(True, "F8 goes to the next, which a screen reader hears")
        app.key("F8")
        wait_slot(app, "open slot, what you wish you had said")
        app.key("shift+F8")
        wait_slot(app, "open slot, your answer to their concern: few PLC projects")
        drive.check(True, "Shift+F8 goes back")
        app.key("F8", "Delete")
        wait_text(app, "I wish I had said", there=False)
        drive.check(app.find("label", "2 open slots", showing=True), "Delete dismisses a slot with the sentence that leads to it")
        app.key("ctrl+z")
        wait_text(app, "I wish I had said: what you wish you had said.")
        drive.check(app.find("label", "3 open slots", showing=True), "Ctrl+Z takes that back, and not what the window did")
        app.key("ctrl+shift+z")
        wait_text(app, "I wish I had said", there=False)
        drive.check(True, "Ctrl+Shift+Z does it again")
        app.key("shift+F8", "Right", "Left")
        wait_slot(app, "open slot, your answer to their concern: few PLC projects")
        app.key("Left", "Left", "Right", "Right")
        wait_slot(app, "open slot, your answer to their concern: few PLC projects")
        drive.check(True, "arrows go over a slot as one object")
        app.key("Right", "BackSpace")
        wait_text(app, "few PLC projects", there=False)
        drive.check(True, "Backspace behind a slot dismisses it")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_sent():
    with Desk() as desk:
        desk.write(facts())
        app = start(desk)
        write(app)
        button = app.find("button", "Mark as sent", showing=True)
        drive.check(not app.has_state(button, drive.State.SENSITIVE), "what has open slots cannot be marked as sent")
        app.type("I built two")
        wait_text(app, "I built two")
        app.key("ctrl+Return")
        wait_slot(app, "open slot, your answer to their concern: few PLC projects")
        drive.check(not touches(desk), "Ctrl+Enter leads to the slot instead")
        app.type("Two more are running")
        app.key("F8", "Delete", "F8", "Delete")
        app.wait_state(button, drive.State.SENSITIVE)
        app.key("ctrl+Return")
        app.find("label", "Marked as sent", showing=True)
        touch = drive.wait_for(lambda: touches(desk), "the touch")[0]
        drive.check((touch["channel"], touch["kind"], touch["contacts"]) == ("email", "thank-you", [uuid("jonas")]), "what was sent is a touch")
        drive.check(touch["subject"] == "Thank you for Monday\u00a02\u00a0March" and "because I built two." in touch["body"], "with its words")
        drive.check(not [d for d in desk.cli("due") if d["contact_name"] == "Jonas Lindqvist" and d["rule"] == "thank-you"],
                    "and the follow-up is done")
        app.wait_gone("text", "Message")
        app.key("ctrl+z")
        drive.wait_for(lambda: not touches(desk), "Undo")
        write(app)
        wait_text(app, "because I built two.")
        drive.check(app.find("button", "Mark as sent", showing=True), "Undo brings the draft back, as it was")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_killed():
    with Desk() as desk:
        desk.write(facts())
        app = start(desk)
        write(app)
        app.type("I built two")
        wait_text(app, "I built two")
        app.key("Down", "End")
        app.type(" by hand")
        wait_text(app, " by hand")
        drive.wait_for(lambda: " by hand" in kept(desk), "the draft on the disk")
        app.process.send_signal(signal.SIGKILL)
        app.process.wait()
        app = start(desk)
        write(app)
        wait_text(app, "because I built two.")
        drive.check(" by hand" in body(app), "what was typed is there after kill -9")
        app.key("ctrl+End")
        app.type("0123456789")
        wait_text(app, "0123456789")
        drive.check(app.quit() == 0 and "0123456789" in kept(desk), "and nothing is lost by quitting at once")
        app = start(desk)
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def kept(desk):
    """The drafts as they are on the disk."""
    import sqlite3
    with sqlite3.connect(f"file:{desk.folder}/onward/onward.db?mode=ro", uri=True) as database:
        return "".join(row[0] for row in database.execute("SELECT text FROM drafts"))


def test_channel():
    with Desk() as desk:
        desk.write(facts())
        app = start(desk)
        message = write(app)
        app.type("I built two of them")
        wait_text(app, "I built two of them")
        channel = app.find(None, "How it travels", showing=True)
        app.click(channel)
        app.find("label", "LinkedIn", showing=True)
        app.wait_state(message, drive.State.FOCUSED, False)
        app.key("Down", "Return")
        wait_text(app, "I am right for it because I built two of them.")
        drive.check(app.find("label", re.compile(r"^2\d\d of 300$"), showing=True), "LinkedIn has its own words, measured")
        app.click(message)
        app.key("ctrl+End")
        app.type(" and so on" * 20)
        app.find("label", re.compile("LinkedIn takes 300 characters"), showing=True)
        drive.check(True, "what is too long is pointed out")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_pressure_and_note():
    with Desk() as desk:
        desk.write(facts().touch("t1", ["amara"], "2026-02-20T10:00:00+01:00").touch("t2", ["amara"], "2026-02-24T10:00:00+01:00"))
        app = start(desk)
        app.key("ctrl+2")
        app.click(app.find("list item", re.compile("Amara Okafor"), showing=True))
        app.find("button", "Write", showing=True)
        app.key("ctrl+e")
        app.find("label", re.compile("Your last 2 messages in 30 days have no answer yet"), showing=True)
        drive.check(True, "Ctrl+E writes to a person; what would press them is said")
        wait_slot(app, "open slot, what you want to say")
        app.type("hello")
        wait_text(app, "hello")
        app.click(app.find("button", "Copy", showing=True))
        app.find("label", "Write again without an answer?", showing=True)
        app.key("Escape")
        app.wait_gone("label", "Write again without an answer?")
        drive.check(not app.find_all("label", "Copied", showing=True), "a third message without an answer asks before it leaves")
        app.click(app.find("button", "Copy", showing=True))
        app.find("label", "Write again without an answer?", showing=True)
        app.key("alt+w")
        app.find("label", re.compile("^Copied"), showing=True)
        drive.check(len(touches(desk)) == 2, "yes lets it go, and nothing is written down yet")
        app.key("ctrl+Return")
        drive.wait_for(lambda: len(touches(desk)) == 3, "the touch")
        drive.check("note" in [t.get("kind") for t in touches(desk)], "what was sent is written down unasked")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_refusal_while_open():
    with Desk() as desk:
        desk.write(Document().profile(name="Ela Novak").company("fjord", name="Fjord Energy").contact("ines", name="Ines Marques")
                   .contact("jonas", name="Jonas Lindqvist", company="fjord", emails=[{"label": "work", "value": "jonas@fjord.example"}])
                   .opportunity("role", company="fjord", title="Control engineer", applied_on="2026-02-13", added_on="2026-02-13",
                                people=[{"contact": "jonas", "role": "recruiter"}])
                   .add("introductions", "in", introducer="ines", opportunity="role", recorded_on="2026-02-20", permission="granted"))
        app = start(desk)
        nudge = next(d for d in desk.cli("due") if d["rule"] == "application-nudge")
        write(app, re.compile("^" + re.escape(nudge["title"])))
        wait_text(app, "Ines Marques suggested")
        app.key("ctrl+End")
        app.type("P.S. I mean it")
        wait_text(app, "I mean it")
        desk.write(Document().add("introductions", "in", introducer="ines", opportunity="role", recorded_on="2026-02-20", permission="refused"))
        wait_text(app, "Ines", there=False)
        drive.check("I mean it" in body(app), "a refusal takes the name out of the open draft, and nothing else")


PORTAL = """
import sys
from gi.repository import Gio, GLib
xml = '<node><interface name="org.freedesktop.portal.Email"><method name="ComposeEmail"><arg type="s" direction="in"/>'
xml += '<arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method></interface></node>'
def call(bus, sender, path, interface, method, arguments, invocation):
    parent, options = arguments.unpack()
    open(sys.argv[1], "w").write("\\0".join(options[key] for key in ("address", "subject", "body")))
    invocation.return_value(GLib.Variant("(o)", ("/org/freedesktop/portal/desktop/request/1",)))
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/org/freedesktop/portal/desktop", Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], call)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.portal.Desktop", 0, lambda *_: print("ready", flush=True))
GLib.MainLoop().run()
"""


def wait_file(path):
    return drive.wait_for(lambda: path.exists() and path.read_text(encoding="utf-8"), f"{path.name}")


def make_mail_program(desk):
    """A program that the desktop opens mailto: with; it writes down what it is given."""
    folder = pathlib.Path(desk.folder)
    program, said = folder / "mail-program", folder / "mail-said"
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > {said}.part && mv {said}.part {said}\n', encoding="utf-8")
    program.chmod(0o700)
    applications = folder / "applications"
    applications.mkdir()
    (applications / "mail-program.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Mail\nExec={program} %u\nMimeType=x-scheme-handler/mailto;\n", encoding="utf-8")
    (applications / "mimeapps.list").write_text("[Default Applications]\nx-scheme-handler/mailto=mail-program.desktop\n", encoding="utf-8")
    return said


def write_hostile(app):
    """A message with what could become a header."""
    write(app)
    app.type("a&cc=x@y.example?b %0d%0aBcc: x")
    wait_text(app, "%0d%0aBcc: x")
    app.key("ctrl+shift+m")


def test_mail():
    with Desk() as desk:
        desk.write(facts())
        said = make_mail_program(desk)
        app = start(desk)
        write_hostile(app)
        uri = urllib.parse.urlsplit(wait_file(said))
        fields = urllib.parse.parse_qs(uri.query, strict_parsing=True)
        drive.check((uri.scheme, uri.path, sorted(fields)) == ("mailto", "jonas@fjord.example", ["body", "subject"]),
                    "the mail program gets one address, a subject and a body")
        drive.check("because a&cc=x@y.example?b %0d%0aBcc: x." in fields["body"][0], "with the words as they were typed")
        drive.check("I wish I had said: [what you wish you had said]." in fields["body"][0], "what is still open is marked there, and not blank")
        drive.check(not touches(desk), "opening it there sends nothing")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_portal():
    with Desk() as desk:
        desk.write(facts())
        said = pathlib.Path(desk.folder) / "portal-said"
        with subprocess.Popen([sys.executable, "-c", PORTAL, str(said)], stdout=subprocess.PIPE, text=True) as portal:
            assert portal.stdout.readline() == "ready\n"
            desk.env["GTK_USE_PORTAL"] = "1"
            app = start(desk)
            write_hostile(app)
            address, subject, words = wait_file(said).split("\0")
            drive.check((address, subject) == ("jonas@fjord.example", "Thank you for Monday\u00a02\u00a0March"), "in the sandbox the portal gets address and subject")
            drive.check("because a&cc=x@y.example?b %0d%0aBcc: x." in words, "and the words")
            app.close()
            portal.terminate()


def test_copy_and_use():
    with Desk() as desk:
        desk.write(facts())
        app = start(desk)
        write(app)
        app.click(app.find("button", "Use: Restores a wooden boat", showing=True))
        wait_text(app, "because Restores a wooden boat.")
        drive.check(True, "Use puts what is known into the open slot")
        app.key("ctrl+shift+c")
        app.find("label", "Copied", showing=True)
        drive.check(True, "Ctrl+Shift+C copies all")
        app.key("alt+Left")
        app.wait_gone("text", "Message")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


drive.main(test_slots, test_sent, test_killed, test_channel, test_pressure_and_note, test_refusal_while_open, test_mail, test_portal, test_copy_and_use)
