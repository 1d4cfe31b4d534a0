# moments.py - wall-clock time, zones, and the settings that say when alerts may come
# SPDX-License-Identifier: GPL-3.0-or-later
import datetime
import zoneinfo

DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)
MINUTE = datetime.timedelta(minutes=1)
LONG_AGO = datetime.datetime.min


def at(day, hour=0, minute=0):
    return datetime.datetime.combine(day, datetime.time(hour, minute))


def end_of(day):
    return at(day, 23, 59)


def parse_day(text):
    return datetime.date.fromisoformat(text)


def parse_wall(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M")


def parse_instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def write_wall(moment):
    return moment.strftime("%Y-%m-%dT%H:%M") if moment else None


def add_months(day, months):
    """The same day of a later month, else its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 0, -1):
        try:
            return datetime.date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError(day)


class Zone:
    """The user's zone: instants to the wall, and the wall to instants."""

    def __init__(self, name):
        self.name = name
        self.info = zoneinfo.ZoneInfo(name)

    def local(self, instant):
        return instant.astimezone(self.info).replace(tzinfo=None)

    def instant(self, wall):
        """A time inside the spring gap is the first instant after it, a repeated one its first occurrence."""
        first = wall.replace(tzinfo=self.info, fold=0).astimezone(datetime.timezone.utc)
        if self.local(first) == wall:
            return first
        low = first - DAY
        high = first + DAY
        while high - low > datetime.timedelta(seconds=1):
            middle = (low + (high - low) / 2).replace(microsecond=0)
            if self.local(middle) > wall:
                high = middle
            else:
                low = middle
        return high


class Settings:
    def __init__(self, members):
        opening, closing = members.get("alert_hours") or ["08:00", "20:00"]
        self.opening = int(opening[:2]) * 60 + int(opening[3:])
        self.closing = int(closing[:2]) * 60 + int(closing[3:])
        self.working_days = members.get("working_days", [1, 2, 3, 4, 5])
        self.thank_you = members.get("thank_you", "24h")
        self.history = members.get("history_days", 14) * DAY
        self.keep_in_touch_per_day = members.get("keep_in_touch_per_day", 3)
        self.rules = members.get("rules", {})

    def has(self, rule):
        return self.rules.get(rule, {}).get("enabled", True)

    def days(self, rule, default):
        return self.rules.get(rule, {}).get("days", default)

    def wd(self, day):
        """That day, or the next working day."""
        while self.working_days and day.isoweekday() not in self.working_days:
            day += DAY
        return day

    def clamp(self, moment):
        minute = moment.hour * 60 + moment.minute
        if self.opening <= minute < self.closing:
            return moment
        return at(moment.date() + (DAY if minute >= self.closing else 0 * DAY)) + self.opening * MINUTE

    def morning(self, day):
        """09:00, or the opening, or the last minute of the alert hours."""
        return at(day) + min(max(9 * 60, self.opening), self.closing - 1) * MINUTE
