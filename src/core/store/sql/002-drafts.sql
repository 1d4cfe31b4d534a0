-- 002-drafts.sql - messages that the user has begun and not sent; not exchanged. SPDX-License-Identifier: GPL-3.0-or-later
--
-- One row for what is owed to a person, or, without a follow-up, for a message to them of the user's own accord. `text`
-- is JSON (onward-composition.c). A draft that became a touch stays until the program starts again, so that taking
-- the touch back brings it back too; whoever reads passes it over as long as that touch is there.
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  follow_up INTEGER REFERENCES follow_ups (id) ON DELETE CASCADE,
  contact INTEGER REFERENCES contacts (id) ON DELETE CASCADE,
  touch INTEGER,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX drafts_of ON drafts (coalesce (follow_up, 0), coalesce (contact, 0));
