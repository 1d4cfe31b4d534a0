# rows.py - which figures there are, and which programs give them
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each function measures a few rows of the table. What a row means is said in README.md."""
import glob
import os
import time

NOW = ["--now", "2026-03-02T10:00", "--timezone", "Europe/Amsterdam"]


def measure_start(bench):
    """From the start of the process to its first frame with data; memory at that moment."""
    large, small = bench.get_database(), bench.get_small_database()
    empty = bench.get_folder("empty") + "/onward.db"
    sides = {
        "floor": lambda: bench.call("floor-window"),
        "large": lambda: bench.call("window-start", "--database", large, *NOW),
        "small": lambda: bench.call("window-start", "--database", small, *NOW),
        "empty": lambda: bench.call("window-start", "--database", empty, *NOW, BENCH_EMPTY="1"),
    }
    sides["empty"]()
    taken = {side: ([], [], [], []) for side in sides}
    for _ in range(bench.rounds):
        for side, start in sides.items():
            for values, number in zip(taken[side], start().split()):
                values.append(float(number))
    (wall, cpu, shared, dirty), floor = taken["large"], taken["floor"]
    bench.add("start", wall, "ms", 1.6, floor[0])
    bench.add("start, main thread", cpu, "ms of CPU", 1.6, floor[1])
    bench.add("start, beside the empty one", cpu, "ms of CPU", 1.15, taken["empty"][1])
    bench.add("start, growth", cpu, "ms of CPU", 1.15, taken["small"][1])
    bench.add("memory, proportional", shared, "MB", 40, floor[2], judge="excess")
    bench.add("memory, private dirty", dirty, "MB", 25, floor[3], judge="excess")
    bench.add("memory, growth", dirty, "MB", 12, taken["small"][3], judge="excess")


def measure_search(bench):
    """From a letter typed into the empty search of the window to the list that shows the result."""
    frames, lists, used = [], [], []
    for line in bench.call("window-search", "--database", bench.get_database(), *NOW).splitlines():
        _, _, listed, drawn, cpu = line.split()
        used.append(float(cpu))
        lists.append(float(listed))
        frames.append(float(drawn))
    bench.add("search, first letter", frames, "ms", 50, judge="value")
    bench.add("search, first letter, list", lists, "ms")
    bench.add("search, first letter, main thread", used, "ms of CPU")


def measure_scroll(bench):
    """600 frames of contacts that go by, a third of them a time, beside a list of bare rows."""
    sides = {
        "floor": lambda: bench.call("floor-scroll", str(bench.contacts)),
        "large": lambda: bench.call("window-scroll", "--database", bench.get_database(), *NOW),
        "small": lambda: bench.call("window-scroll", "--database", bench.get_small_database(), *NOW),
    }
    taken = {side: [] for side in sides}
    for _ in range(min(bench.rounds, 3)):
        for side, scroll in sides.items():
            taken[side] += [float(line) for line in scroll().splitlines()]
    bench.add("scroll, a frame", taken["large"], "ms of CPU", None, taken["floor"])
    bench.add("scroll, 99th of 100", taken["large"], "ms of CPU", 1.5, taken["floor"], share=0.99)
    bench.add("scroll, longest", taken["large"], "ms of CPU", 50, taken["floor"], judge="value", share=1)
    bench.add("scroll, growth", taken["large"], "ms of CPU", 1.1, taken["small"])
    measure_table(bench)


def measure_table(bench):
    """The table of 2,000 opportunities that goes by in the same way."""
    database = bench.get_database("board", opened=max(bench.contacts // 50, 5))
    own, floor = [], []
    for _ in range(min(bench.rounds, 3)):
        floor += [float(line) for line in bench.call("floor-scroll", str(max(bench.contacts // 50, 5))).splitlines()]
        own += [float(line) for line in bench.call("window-scroll", "--database", database, *NOW, BENCH_TABLE="1").splitlines()]
    bench.add("scroll the table, a frame", own, "ms of CPU", None, floor)
    bench.add("scroll the table, 99th of 100", own, "ms of CPU", 1.5, floor, share=0.99)


def measure_board(bench):
    """With 2,000 open cards: from another view to the board, and a card to another stage."""
    database = bench.get_database("board", opened=max(bench.contacts // 50, 5))
    taken = {"switch": ([], []), "move": ([], [])}
    for line in bench.call("window-board", "--database", database, *NOW).splitlines():
        what, wall, cpu = line.split()
        taken[what][0].append(float(wall))
        taken[what][1].append(float(cpu))
    bench.add("board, switch to it", taken["switch"][0], "ms", 100, judge="value")
    bench.add("board, switch to it, main thread", taken["switch"][1], "ms of CPU")
    bench.add("board, move a card", taken["move"][0], "ms")
    bench.add("board, move a card, main thread", taken["move"][1], "ms of CPU", 16, judge="value")


def measure_calendar(bench):
    """With 50,000 interviews: from another view to the month, from the month to the week and back."""
    taken = {"switch": ([], []), "week": ([], []), "month": ([], [])}
    for line in bench.call("window-calendar", "--database", bench.get_database(), *NOW).splitlines():
        what, wall, cpu = line.split()
        taken[what][0].append(float(wall))
        taken[what][1].append(float(cpu))
    bench.add("calendar, switch to it", taken["switch"][0], "ms", 100, judge="value")
    for what, name in (("switch", "switch to it"), ("week", "week"), ("month", "month")):
        if taken[what][1]:
            bench.add(f"calendar, {name}, main thread", taken[what][1], "ms of CPU")


def measure_query(bench):
    """The query alone, beside SQLite's row ids and a position array."""
    one, one_floor, more, more_floor = [], [], [], []
    for line in bench.call("query", bench.get_database(), str(bench.rounds)).splitlines():
        text, _, own, floor = line.split("\t")
        (one if len(text) == 1 else more).append(float(own))
        (one_floor if len(text) == 1 else more_floor).append(float(floor))
    bench.add("search query, one letter", one, "ms", 20, one_floor, judge="value")
    bench.add("search query, more letters", more, "ms", 4, more_floor, judge="value")


def measure_reads(bench):
    """What the calendar, the Due pane, a page and the alerts ask the database for."""
    pairs = bench.call_pairs("reads", bench.get_database(), str(bench.rounds))
    goals = {"month": 16, "week": 16, "agenda": 2, "due list": 1, "timeline page of a contact": 1,
             "timeline page of an opportunity": 1, "next alert": 0.1}
    for name, goal in goals.items():
        bench.add(name, pairs[name][0], "ms of CPU", goal, pairs[name][1], judge="value")
    few = bench.call_pairs("reads", bench.get_small_database(), str(bench.rounds))
    bench.add("agenda, an entry, growth", pairs["agenda, an entry"][0], "µs of CPU", 1.5, few["agenda, an entry"][0])


def measure_edit(bench):
    """One edit until it is durable and planned, beside the bare UPDATE."""
    taken = {}
    for size, get in (("small", bench.get_small_database), ("large", bench.get_database)):
        get()
        floor = bench.get_database(f"floor of {size}", None if size == "large" else max(bench.contacts // 100, 50))
        taken[size] = bench.call_pairs("edit", get(), floor, str(bench.rounds))
    own, floor = taken["large"]["edit"]
    bench.add("edit", own, "ms", 2, floor)
    bench.add("edit, 99th of 100", own, "ms", 3, floor, share=0.99)
    own, floor = taken["large"]["edit, processor"]
    bench.add("edit, processor", own, "ms of CPU", None, floor)
    bench.add("edit, growth", own, "ms of CPU", 1.2, taken["small"]["edit, processor"][0])


def measure_import(bench):
    """Connections.csv, parsed, matched, written and found, beside the bare writing."""
    rows = max(bench.contacts * 3 // 10, 100)
    pairs = bench.call_pairs("import", bench.get_folder("import"), str(rows), str(max(bench.rounds // 4, 1)),
                             bench.get_database())
    for name in ("import", "import beside many"):
        bench.add(name, pairs[name][0], "ms of CPU", 2.5, pairs[name][1])
    bench.add("import undone", pairs["import undone"][0], "ms of CPU")


def measure_live(bench):
    """A long import into the window: cancelled five times, then let through."""
    taken = {"cancel": ([], []), "frame": ([], [])}
    rows = max(bench.contacts * 3 // 10, 30000)
    folder = bench.get_folder("live")
    lines = bench.call("window-import", "--database", bench.get_database("live copy"), *NOW,
                       BENCH_FILE=folder + "/Connections.csv", BENCH_ROWS=str(rows))
    for line in lines.splitlines():
        what, wall, cpu = line.split()
        taken[what][0].append(float(wall))
        taken[what][1].append(float(cpu))
    bench.add("import, cancelled", taken["cancel"][0], "ms", 200, judge="value", share=1)
    bench.add("import, longest gap of frames", taken["frame"][0], "ms", 50, judge="value", share=1)
    bench.add("import, longest work for a frame", taken["frame"][1], "ms of CPU", 50, judge="value", share=1)


def measure_plan(bench):
    """What the playbook takes at the end of one command, and for everything there is."""
    taken = {}
    for line in bench.call("plan", bench.get_database(), str(max(1, bench.rounds // 4)), timeout=900).splitlines():
        name, milliseconds = line.split("\t")
        taken.setdefault(name, []).append(float(milliseconds))
    for name in ("contact", "interview", "opportunity", "touch"):
        bench.add(f"plan, one {name} written", taken[name], "ms of CPU", 1, judge="value")
    bench.add("plan, everything", taken["everything"], "ms of CPU", 1000, judge="value")


def count_wakes(pid):
    """How often the threads of a process went to sleep, and the seconds of processor time that it was given."""
    sleeps = 0
    for path in glob.glob(f"/proc/{pid}/task/*/status"):
        with open(path, encoding="ascii", errors="replace") as status:
            sleeps += next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt_switches"))
    with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
        ticks = stat.read().rsplit(")", 1)[1].split()
    return sleeps, (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")


def measure_idle(bench):
    """The program in the background for a minute, when it has settled; beside a server that shows its alerts."""
    server = bench.start("dunst", "-conf", "/dev/null")
    program = os.path.join(os.path.dirname(os.path.dirname(bench.folder)), "src", "onward")
    process = bench.start(program, "--database", bench.get_database(), "--background", *NOW)
    try:
        time.sleep(20)
        before, began = count_wakes(process.pid), time.monotonic()
        time.sleep(60)
        after, minutes = count_wakes(process.pid), (time.monotonic() - began) / 60
        if process.poll() is not None:
            raise SystemExit(f"bench: {program} ended with status {process.returncode}")
    finally:
        for each in (process, server):
            each.terminate()
            each.wait(20)
    bench.add("idle, wake-ups a minute", [(after[0] - before[0]) / minutes], "", 1, judge="value")
    bench.add("idle, processor", [(after[1] - before[1]) / minutes / 0.6], "%", 0.1, judge="value")


# Only when they are named: they take long.
ON_REQUEST = {"idle": measure_idle}

MEASURES = {"start": measure_start, "search": measure_search, "scroll": measure_scroll, "board": measure_board, "calendar": measure_calendar, "query": measure_query, "reads": measure_reads,
            "edit": measure_edit, "import": measure_import, "live": measure_live, "plan": measure_plan}
