# measuring.py - the programs of a build tree, the databases they are given, and what they said
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import statistics
import subprocess
import sys
import time


def say(text):
    print(text, file=sys.stderr, flush=True)


def find_percentile(values, share):
    """Nearest rank: with few values the largest."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


class Bench:
    """Calls programs and keeps the figures; a round is one call of each side of a pair."""

    def __init__(self, build, contacts, rounds):
        self.folder = os.path.join(os.path.abspath(build), "tests", "bench")
        self.work = os.path.join(os.environ["SESSION_DIR"], "bench")
        self.contacts = contacts
        self.rounds = rounds
        self.env = {**os.environ, "GSETTINGS_SCHEMA_DIR": os.path.join(os.path.abspath(build), "data"),
                    "BENCH_ROUNDS": str(rounds)}
        self.results = {}
        os.makedirs(self.work, mode=0o700)

    def make_database(self, contacts, opened=None):
        """Made once for each build of the generator."""
        program = os.path.join(self.folder, "fill")
        numbers = [str(contacts)] + ([str(opened)] if opened else [])
        path = os.path.join(self.folder, f"search-{'-'.join(numbers)}.db")
        if not os.path.exists(path) or os.path.getmtime(path) < os.path.getmtime(program):
            say(f"bench: making a database with {contacts} contacts …")
            for suffix in ("", "-wal", "-shm", "-lock"):
                if os.path.exists(path + suffix):
                    os.remove(path + suffix)
            subprocess.run([program, path, *numbers], check=True, stdout=sys.stderr)
        return path

    def get_database(self, name="onward", contacts=None, opened=None):
        """A copy that this run may write, made when it is first asked for."""
        path = os.path.join(self.work, name, "onward.db")
        if not os.path.exists(path):
            os.makedirs(os.path.dirname(path), mode=0o700)
            shutil.copyfile(self.make_database(contacts or self.contacts, opened), path)
        return path

    def get_small_database(self):
        """A hundredth of the people, for what must not grow with them."""
        return self.get_database("small", max(self.contacts // 100, 50))

    def get_folder(self, name):
        path = os.path.join(self.work, name)
        os.makedirs(path, mode=0o700, exist_ok=True)
        return path

    def call(self, program, *arguments, timeout=600, **env):
        env = {**self.env, "BENCH_START": str(time.monotonic_ns() // 1000), **env}
        done = subprocess.run([os.path.join(self.folder, program), *arguments], env=env, check=False, timeout=timeout,
                              capture_output=True, text=True)
        if done.returncode:
            say(done.stderr)
            raise SystemExit(f"bench: {program} ended with status {done.returncode}")
        return done.stdout

    def start(self, *command):
        return subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def call_pairs(self, program, *arguments):
        """Of a program that prints `name, own, floor` a line: {name: (own values, floor values)}."""
        pairs = {}
        for line in self.call(program, *arguments).splitlines():
            name, own, floor = line.split("\t")
            values = pairs.setdefault(name, ([], []))
            values[0].append(float(own))
            values[1].append(float(floor))
        return pairs

    def add(self, name, values, unit, goal=None, floor=None, judge="ratio", share=0.5):
        """judge: what the goal is about: `ratio` to the floor, `value`, or `excess` over the floor, in the unit.
        share: of which percentile; the median unless said."""
        def pick(numbers):
            return statistics.median(numbers) if share == 0.5 else find_percentile(numbers, share)

        value = pick(values)
        entry = {"value": round(value, 3), "unit": unit, "floor": None, "ratio": None, "goal": goal, "judge": judge,
                 "ok": None, "p99": round(find_percentile(values, 0.99), 3), "runs": len(values)}
        measured = {"value": value}
        if floor:
            least = pick(floor)
            entry["floor"] = round(least, 3)
            measured["ratio"] = value / least if least > 0 else 0
            measured["excess"] = value - least
            entry["ratio"] = round(measured["ratio"], 2)
        if goal is not None:
            entry["ok"] = measured[judge] <= goal
        self.results[name] = entry
