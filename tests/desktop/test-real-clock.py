#!/usr/bin/python3
# test-real-clock.py - alerts on the system's own clock: at their second, in the zone of the computer, and when that changes
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-real-clock.py ONWARD ONWARD-CLI, as a meson test (TAP)

ONWARD_REPEATS says how many times all of it is done; ten times in a row is what the alerts promise."""
import datetime
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zoneinfo

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from desk import ONWARD, Desk, Document, has_name, uuid  # noqa: E402
import drive  # noqa: E402
import notify_real  # noqa: E402

INSIDE = "ONWARD_PRIVATE_ETC"


def is_readable(folder, name):
    path = os.path.join(folder, name)
    return os.path.islink(path) or os.access(path, os.R_OK | (os.X_OK if os.path.isdir(path) else 0))


def enter_private_etc():
    """Start again with an /etc of our own, whose zone can be changed without touching the computer's."""
    if INSIDE in os.environ:
        shutil.copytree("/etc", os.environ[INSIDE], symlinks=True, dirs_exist_ok=True,
                        ignore=lambda folder, names: [n for n in names if not is_readable(folder, n)])
        subprocess.run(["mount", "--bind", os.environ[INSIDE], "/etc"], check=True)
        return
    unshare = ["unshare", *([] if os.getuid() == 0 else ["--map-root-user"]), "--mount"]
    if subprocess.run([*unshare, "mount", "--bind", "/etc", "/etc"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
        print("1..0 # SKIP this system lets nobody mount in private")
        sys.exit(77)
    folder = tempfile.mkdtemp(prefix="onward-etc.")
    code = subprocess.run([*unshare, sys.executable, *sys.argv], env={**os.environ, INSIDE: folder}, check=False).returncode
    shutil.rmtree(folder, ignore_errors=True)
    sys.exit(code)


def set_zone(name):
    """As timedatectl does: another link takes the place of the one that is there."""
    os.symlink(f"/usr/share/zoneinfo/{name}", "/etc/localtime.new")
    os.replace("/etc/localtime.new", "/etc/localtime")


def owe_at(desk, title, moment):
    document = Document()
    document.add("follow_ups", "f0", key=f"manual:{uuid('f0')}", rule="manual", title=title, remind_at=moment, due="2099-01-01T23:59", state="open")
    desk.write(document)


def start(desk, *wrap):
    """onward in the background, in the zone of the computer."""
    env = {**desk.env, "TZ": None}
    app = drive.App(["env", "-u", "TZ", *wrap, ONWARD, "--background"], app_id="io.github.onward_app.Onward",
                    env={k: v for k, v in env.items() if v is not None}, window=False)
    desk.apps.append(app)
    return app


def wall(zone, seconds=0):
    return datetime.datetime.now(zoneinfo.ZoneInfo(zone)) + datetime.timedelta(seconds=seconds)


def test_start_time():
    set_zone("America/New_York")
    with notify_real.Dunst() as dunst, Desk() as desk:
        owe_at(desk, "Thank Amara", "2026-03-08T03:00")
        begin = time.monotonic()
        # half past two does not exist that night: three o'clock comes twelve seconds after 01:59:48
        app = start(desk, "faketime", "2026-03-08 01:59:48")
        dunst.wait("Thank Amara", timeout=30)
        waited = time.monotonic() - begin
        drive.check(10 <= waited <= 14.5, f"an alert comes when the clock of its zone shows its time, across the night in which it is set: after {waited:.1f} s")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_real_second():
    set_zone("Asia/Kolkata")
    with notify_real.Dunst() as dunst, Desk() as desk:
        start_at = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + datetime.timedelta(hours=1, seconds=8)
        document = Document().company("sable").opportunity("job", company="sable")
        document.interview("talk", opportunity="job", kind="mock", starts_at=start_at.isoformat())
        document.data["settings"] = {"interview_alerts": [60]}
        desk.write(document)
        app = start(desk)
        dunst.wait("^Sable", timeout=30)
        shown = max(int(name) for name in os.listdir(os.path.join(dunst.dir, "shown"))) / 1e9
        late = shown + 3600 - start_at.timestamp()
        drive.check(0 <= late <= 1, f"an alert is raised within a second of its time, by the system's own clock: {late:.2f} s")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")


def test_zone_change():
    set_zone("Europe/Amsterdam")
    with notify_real.Dunst() as dunst, Desk() as desk:
        moment = wall("Europe/Amsterdam", 3 * 3600)
        owe_at(desk, "Thank Amara", moment.strftime("%Y-%m-%dT%H:%M"))
        app = start(desk)
        drive.wait_for(has_name, "the program")
        drive.wait_for(lambda: desk.unshown() == 0, "the database")
        drive.check(not dunst._shown(), "three hours before its time there is no alert")
        begin = time.monotonic()
        set_zone("Asia/Tokyo")
        dunst.wait("Thank Amara", timeout=15)
        drive.check(time.monotonic() - begin <= 5, f"when the zone changes it is raised at once: {time.monotonic() - begin:.1f} s")
        set_zone("Europe/Amsterdam")
        drive.wait_for(lambda: not desk.unshown(), "the alert to be stored as shown")
        set_zone("Asia/Tokyo")
        drive.check(app.quit() == 0 and not app.warnings(), "the program ends without a warning")
        app = start(desk)
        drive.wait_for(has_name, "the program")
        drive.check(len(dunst._shown()) == 1, "and once, whatever the zone")
        drive.check(app.quit() == 0, "the program ends well")


drive.ensure_session("--retry")
enter_private_etc()
REPEATS = int(os.environ.get("ONWARD_REPEATS", "1"))
drive.main(*[test_start_time, test_real_second, test_zone_change] * REPEATS)
