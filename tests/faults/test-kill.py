#!/usr/bin/python3
# test-kill.py - a program killed while it writes loses nothing that it said was durable
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-kill.py WRITER [ROUNDS]

Each round starts WRITER on the same database, kills it with SIGKILL after a random time, and looks through SQLite
alone: every number that was acknowledged is there, a command is there whole or not at all, the file and the search
index are sound. ONWARD_KILL_ROUNDS sets the number of rounds.
"""
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time


def kill_once(writer, path, start, rng):
    """Runs the writer for a moment; returns the last number it acknowledged, or start - 1."""
    with subprocess.Popen([writer, path, str(start)], stdout=subprocess.PIPE) as process:
        # Some rounds die while the database is opened, most while it is written.
        if rng.random() < 0.8:
            process.stdout.readline()
        time.sleep(rng.random() * 0.03)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().decode()
    lines = [line for line in rest.split("\n")[:-1] if line]
    return int(lines[-1]) if lines else None


def faults(path, acknowledged):
    """What is wrong with the database, in words; nothing when all is well."""
    db = sqlite3.connect(path)
    try:
        people = {row[0] for row in db.execute("SELECT name FROM contacts")}
        companies = {row[0] for row in db.execute("SELECT name FROM companies")}
        missing = [i for i in range(1, acknowledged + 1) if f"Person {i}" not in people]
        if missing:
            yield f"acknowledged and lost: {missing[:5]}"
        if "Nobody yet" in people or len(people) != len(companies):
            yield "half of a command is there"
        if db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            yield "integrity"
        if db.execute("PRAGMA foreign_key_check").fetchone():
            yield "foreign keys"
        for table in ("contact_search", "company_search"):
            db.execute(f"INSERT INTO {table}({table}, rank) VALUES('integrity-check', 1)")
        found = db.execute("SELECT count(*) FROM contact_search WHERE contact_search MATCH 'person*'").fetchone()[0]
        if found != len(people):
            yield f"search finds {found} of {len(people)}"
        db.rollback()
    finally:
        db.close()


def main():
    writer = sys.argv[1]
    rounds = int(os.environ.get("ONWARD_KILL_ROUNDS", sys.argv[2] if len(sys.argv) > 2 else 200))
    seed = int(os.environ.get("ONWARD_SEED", time.time_ns() % 1000000))
    rng = random.Random(seed)
    print(f"TAP version 13\n1..1\n# seed {seed}, {rounds} rounds", flush=True)
    with tempfile.TemporaryDirectory(prefix="onward-kill-") as folder:
        path = os.path.join(folder, "onward.db")
        acknowledged = 0
        for number in range(rounds):
            last = kill_once(writer, path, acknowledged + 1, rng)
            if os.path.exists(path) and os.path.getsize(path) > 0:
                db = sqlite3.connect(path)
                ready = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'contacts'").fetchone()
                highest = db.execute("SELECT max(CAST(substr(name, 8) AS INTEGER)) FROM contacts").fetchone()[0] if ready else 0
                db.close()
                if not ready:
                    continue
                wrong = list(faults(path, max(last or 0, acknowledged)))
                if wrong:
                    print(f"not ok 1 a killed program loses nothing that was durable\n# round {number}: {wrong}")
                    return 1
                # A commit whose acknowledgement was cut off may be there: go on behind it.
                acknowledged = max(acknowledged, last or 0, highest or 0)
        print(f"# {acknowledged} commands were durable")
        if acknowledged < rounds:
            print("not ok 1 a killed program loses nothing that was durable\n# hardly anything was written")
            return 1
        print("ok 1 a killed program loses nothing that was durable")
    return 0


sys.exit(main())
