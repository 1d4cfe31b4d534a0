-- 005-alerts.sql - alerts of interviews, and which alerts were shown last. SPDX-License-Identifier: GPL-3.0-or-later
--
-- Neither is exchanged, and neither is undone: what the user has seen was seen. So both name what they are about by its
-- uuid, which is never used again, and what was removed and comes back is still known.

-- An alert of an interview that was decided, so many minutes before a start; an interview that is moved is told anew.
CREATE TABLE interview_alerts (
  id INTEGER PRIMARY KEY,
  interview TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  starts_unix INTEGER NOT NULL,
  shown INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)),
  UNIQUE (interview, minutes, starts_unix)
) STRICT;
CREATE INDEX interview_alerts_to_show ON interview_alerts (id) WHERE shown = 0;

-- What a notification server has taken, a row for each follow-up or interview; `alert` is the id it has there, `chosen` the
-- button that was pressed.
CREATE TABLE alert_log (
  id INTEGER PRIMARY KEY,
  alert TEXT NOT NULL,
  about TEXT NOT NULL,
  shown_at INTEGER NOT NULL,
  chosen TEXT
) STRICT;
CREATE INDEX alert_log_by_alert ON alert_log (alert);
