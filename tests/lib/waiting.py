# waiting.py - how tests wait for what a program does
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing sleeps and hopes: what is waited for is asked for again and again, up to a limit."""
import os
import subprocess
import time

from gi.repository import GLib

from accessibility import Gone

SANITIZED = "ASAN_OPTIONS" in os.environ      # ./dev check runs all tests once more under the sanitizers
PATIENCE = 6 if SANITIZED else 3
FRAME = 0.02       # seconds, a little more than the screen takes for one


def run(*argv):
    """Run a program and return what it printed; CalledProcessError if it fails."""
    return subprocess.run(argv, capture_output=True, text=True, check=True).stdout.strip()


def wait_for(condition, what, timeout=5.0):
    """Call condition until it returns something true, and return that; AssertionError after timeout seconds, or
    PATIENCE times as many: a limit to waiting is no promise of speed, and test machines are shared."""
    end = time.monotonic() + timeout * PATIENCE
    last = None
    while True:
        try:
            last = condition()
            if last:
                return last
        except (Gone, GLib.Error) as e:       # it went while we looked, or is too busy to answer
            last = e
        if time.monotonic() > end:
            raise AssertionError(f"timed out after {timeout * PATIENCE} s waiting for {what} (last: {last!r})")
        time.sleep(0.02)
