-- 001-initial.sql - the first schema: all of Onward JSON, version 1 (exchange.md).
-- A released step never changes; what comes later is a file of its own. SPDX-License-Identifier: GPL-3.0-or-later
--
-- Inside, rows are known by integers; outside, by the UUID in `uuid`. Dates are YYYY-MM-DD, wall-clock times
-- YYYY-MM-DDTHH:MM in the user's current zone, instants RFC 3339 with an offset: all text, as in the exchange format.
-- Lists of plain things are JSON arrays in one column; lists that name contacts are tables of their own, ordered by
-- `position`. `extra` keeps the members that this version does not know, as one JSON object.
-- Announced tables have a rowid, and nobody writes INSERT OR REPLACE or DELETE without WHERE: the update hook misses
-- both. References are checked at COMMIT, so that a document can be read in any order.

-- Facts about this database: the locale of its sort keys, and what the last reconcile knew (moment, zone, settings).
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT
) STRICT;

-- Single members of the document: part is 'profile', 'settings' or 'document' (unknown top-level members); value is
-- JSON. The order of unknown members is that of id.
CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  part TEXT NOT NULL CHECK (part IN ('profile', 'settings', 'document')),
  member TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (part, member)
) STRICT;

-- One job search from start to accepted offer.
CREATE TABLE searches (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "name" TEXT,
  "started_on" TEXT,
  "ended_on" TEXT,
  extra TEXT
) STRICT;

-- A column of the pipeline.
CREATE TABLE stages (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "name" TEXT,
  "position" INTEGER,
  "kind" TEXT,
  extra TEXT
) STRICT;

-- An employer or agency.
CREATE TABLE companies (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "name" TEXT,
  "website" TEXT,
  "industry" TEXT,
  "notes" TEXT,
  "still_interested" INTEGER NOT NULL DEFAULT 1 CHECK ("still_interested" IN (0, 1)),
  "cooling_off_months" INTEGER,
  "cooling_off_until" TEXT,
  "cooling_off_source" TEXT,
  "tags" TEXT,
  -- Collation key of the name in the locale of meta.locale; NULL until a program that has that locale fills it.
  sort_key BLOB,
  extra TEXT
) STRICT;

-- A person; one record however many companies and opportunities they touch.
CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "name" TEXT,
  "pronunciation" TEXT,
  "headline" TEXT,
  "company" INTEGER REFERENCES companies (id) DEFERRABLE INITIALLY DEFERRED,
  "emails" TEXT,
  "phones" TEXT,
  "urls" TEXT,
  "address" TEXT,
  "roles" TEXT,
  "tier" TEXT,
  "tier_since" TEXT,
  "added_on" TEXT,
  "preferred_channel" TEXT,
  "do_not_contact" INTEGER NOT NULL DEFAULT 0 CHECK ("do_not_contact" IN (0, 1)),
  "name_verified" TEXT,
  "hooks" TEXT,
  "how_met" TEXT,
  "positions" TEXT,
  "photo" TEXT,
  "offers_leads" INTEGER NOT NULL DEFAULT 0 CHECK ("offers_leads" IN (0, 1)),
  "notes" TEXT,
  "tags" TEXT,
  -- Collation key of the name in the locale of meta.locale; NULL until a program that has that locale fills it.
  sort_key BLOB,
  extra TEXT
) STRICT;

-- One role at one company in one search; or an informational contact with no role.
CREATE TABLE opportunities (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "search" INTEGER REFERENCES searches (id) DEFERRABLE INITIALLY DEFERRED,
  "company" INTEGER REFERENCES companies (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT,
  "kind" TEXT,
  "stage" INTEGER REFERENCES stages (id) DEFERRABLE INITIALLY DEFERRED,
  "url" TEXT,
  "location" TEXT,
  "salary" TEXT,
  "added_on" TEXT,
  "applied_on" TEXT,
  "source" TEXT,
  "introduction" INTEGER REFERENCES introductions (id) DEFERRABLE INITIALLY DEFERRED,
  "sibling_of" INTEGER REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED,
  "promise_on" TEXT,
  "promise_given_on" TEXT,
  "promise_by" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  "offer_received_on" TEXT,
  "offer_answer_by" TEXT,
  "offer_amount" TEXT,
  "outcome_kind" TEXT,
  "outcome_on" TEXT,
  "outcome_by" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  "outcome_reason" TEXT,
  "skills" TEXT,
  "description" TEXT,
  "notes" TEXT,
  "tags" TEXT,
  extra TEXT
) STRICT;

-- A contact's part in an opportunity.
CREATE TABLE opportunity_people (
  id INTEGER PRIMARY KEY,
  "opportunity" INTEGER NOT NULL REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  "contact" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  extra TEXT
) STRICT;

-- An opportunity entering a stage; append-only.
CREATE TABLE stage_events (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "opportunity" INTEGER REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED,
  "stage" INTEGER REFERENCES stages (id) DEFERRABLE INITIALLY DEFERRED,
  "at" TEXT,
  at_unix INTEGER GENERATED ALWAYS AS (unixepoch ("at")) VIRTUAL,
  extra TEXT
) STRICT;

-- A meeting.
CREATE TABLE interviews (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "opportunity" INTEGER REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED,
  "company" INTEGER REFERENCES companies (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "round" INTEGER,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "zone" TEXT,
  "location" TEXT,
  "join_url" TEXT,
  "ics_uid" TEXT,
  "ics_sequence" INTEGER,
  "status" TEXT,
  "booked_on" TEXT,
  "promise_on" TEXT,
  "promise_given_on" TEXT,
  "promise_by" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  "questions" TEXT,
  "stories" TEXT,
  "debrief_well" TEXT,
  "debrief_differently" TEXT,
  "debrief_by_the_book" INTEGER NOT NULL DEFAULT 0 CHECK ("debrief_by_the_book" IN (0, 1)),
  "debrief_let_go" INTEGER NOT NULL DEFAULT 0 CHECK ("debrief_let_go" IN (0, 1)),
  "debrief_let_go_of" TEXT,
  "debrief_written_at" TEXT,
  starts_unix INTEGER GENERATED ALWAYS AS (unixepoch (starts_at)) VIRTUAL,
  -- Left out, an interview lasts an hour (playbook.md, "Time").
  ends_unix INTEGER GENERATED ALWAYS AS (coalesce (unixepoch (ends_at), unixepoch (starts_at) + 3600)) VIRTUAL,
  extra TEXT
) STRICT;

-- A contact's part in one interview.
CREATE TABLE interview_people (
  id INTEGER PRIMARY KEY,
  "interview" INTEGER NOT NULL REFERENCES interviews (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  "contact" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  "attended" INTEGER NOT NULL DEFAULT 1 CHECK ("attended" IN (0, 1)),
  "clicked" INTEGER NOT NULL DEFAULT 0 CHECK ("clicked" IN (0, 1)),
  "rapport" INTEGER,
  "name_verified" TEXT,
  "memorable" TEXT,
  "concern_text" TEXT,
  "concern_reaction" TEXT,
  "concern_dismissed" INTEGER NOT NULL DEFAULT 0 CHECK ("concern_dismissed" IN (0, 1)),
  "missed_point" TEXT,
  extra TEXT
) STRICT;

-- Introducer -> company or person, with the state of "may I use your name?".
CREATE TABLE introductions (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "introducer" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  "company" INTEGER REFERENCES companies (id) DEFERRABLE INITIALLY DEFERRED,
  "person" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  "opportunity" INTEGER REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED,
  "recorded_on" TEXT,
  "permission" TEXT,
  "permission_on" TEXT,
  "notes" TEXT,
  extra TEXT
) STRICT;

-- One contact made: channel, direction, date, text.
CREATE TABLE touches (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "opportunity" INTEGER REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED,
  "interview" INTEGER REFERENCES interviews (id) DEFERRABLE INITIALLY DEFERRED,
  "at" TEXT,
  "direction" TEXT,
  "channel" TEXT,
  "kind" TEXT,
  "subject" TEXT,
  "body" TEXT,
  "value_item" INTEGER REFERENCES value_items (id) DEFERRABLE INITIALLY DEFERRED,
  at_unix INTEGER GENERATED ALWAYS AS (unixepoch ("at")) VIRTUAL,
  extra TEXT
) STRICT;

-- Somebody a touch was made with.
CREATE TABLE touch_contacts (
  id INTEGER PRIMARY KEY,
  "touch" INTEGER NOT NULL REFERENCES touches (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  "contact" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  extra TEXT
) STRICT;

-- Something owed to somebody, with a moment to remind, a moment when it is late, and the rule that asked for it.
CREATE TABLE follow_ups (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "key" TEXT UNIQUE,
  "rule" TEXT,
  "title" TEXT,
  "contact" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  "opportunity" INTEGER REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED,
  "interview" INTEGER REFERENCES interviews (id) DEFERRABLE INITIALLY DEFERRED,
  "company" INTEGER REFERENCES companies (id) DEFERRABLE INITIALLY DEFERRED,
  "remind_at" TEXT,
  "due" TEXT,
  "state" TEXT,
  "snoozed_until" TEXT,
  "moved_by_user" INTEGER NOT NULL DEFAULT 0 CHECK ("moved_by_user" IN (0, 1)),
  "own_day" TEXT,
  "done_at" TEXT,
  "raised_for" TEXT,
  "why" TEXT,
  "channel" TEXT,
  -- What counts for the alert and the order (playbook.md, "Reconcile" 3).
  moment TEXT GENERATED ALWAYS AS (max (remind_at, coalesce (snoozed_until, remind_at))) VIRTUAL,
  extra TEXT
) STRICT;

-- An alert that was decided (raised_for says for which moment) and that nobody has shown yet; not exchanged. So an alert
-- is not lost when the program ends, or no notification server answers, between deciding and showing.
CREATE TABLE unshown_alerts (
  follow_up INTEGER PRIMARY KEY REFERENCES follow_ups (id) ON DELETE CASCADE
) STRICT;

-- Up to three strengths and three improvements, with source and scope.
CREATE TABLE feedback (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "contact" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT,
  "opportunity" INTEGER REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED,
  "interview" INTEGER REFERENCES interviews (id) DEFERRABLE INITIALLY DEFERRED,
  "received_on" TEXT,
  "scope" TEXT,
  "usefulness" TEXT,
  "strengths" TEXT,
  "improvements" TEXT,
  "themes" TEXT,
  "channel" TEXT,
  "confidence" TEXT,
  "text" TEXT,
  extra TEXT
) STRICT;

-- Something to practise, from an improvement.
CREATE TABLE practice (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "text" TEXT,
  "feedback" INTEGER REFERENCES feedback (id) DEFERRABLE INITIALLY DEFERRED,
  "done_on" TEXT,
  extra TEXT
) STRICT;

-- A career story: situation, task, action, result, and the skills it shows.
CREATE TABLE stories (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "title" TEXT,
  "situation" TEXT,
  "task" TEXT,
  "action" TEXT,
  "result" TEXT,
  "skills" TEXT,
  extra TEXT
) STRICT;

-- Something worth sending: article, event, news, personal.
CREATE TABLE value_items (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "kind" TEXT,
  "title" TEXT,
  "url" TEXT,
  "topics" TEXT,
  "notes" TEXT,
  extra TEXT
) STRICT;

-- The words of a draft, as the user changed them.
CREATE TABLE templates (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "kind" TEXT,
  "channel" TEXT,
  "language" TEXT,
  "subject" TEXT,
  "body" TEXT,
  extra TEXT
) STRICT;

-- Telling everyone about an accepted offer, one message each.
CREATE TABLE announcement_runs (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "opportunity" INTEGER REFERENCES opportunities (id) DEFERRABLE INITIALLY DEFERRED,
  "started_at" TEXT,
  "finished_at" TEXT,
  extra TEXT
) STRICT;

-- Somebody left out of an announcement run.
CREATE TABLE run_excluded (
  id INTEGER PRIMARY KEY,
  "announcement_run" INTEGER NOT NULL REFERENCES announcement_runs (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  "contact" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  extra TEXT
) STRICT;

-- Somebody told in an announcement run.
CREATE TABLE run_sent (
  id INTEGER PRIMARY KEY,
  "announcement_run" INTEGER NOT NULL REFERENCES announcement_runs (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  "contact" INTEGER REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  "touch" INTEGER REFERENCES touches (id) DEFERRABLE INITIALLY DEFERRED,
  extra TEXT
) STRICT;

-- A file that belongs to something.
CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  "of" TEXT,
  "name" TEXT,
  "media_type" TEXT,
  "sha256" TEXT,
  "size" INTEGER,
  extra TEXT
) STRICT;

CREATE INDEX contacts_by_name ON contacts (sort_key, name, id);
CREATE INDEX contacts_by_company ON contacts (company);
-- Those whom a rule may ask because of their place in the company, and those to keep in touch with.
CREATE INDEX contacts_with_roles ON contacts (company) WHERE roles IS NOT NULL;
CREATE INDEX contacts_with_tier ON contacts (company) WHERE tier IN ('monthly', 'quarterly', 'yearly');
CREATE INDEX companies_by_name ON companies (sort_key, name, id);
CREATE INDEX opportunities_by_stage ON opportunities (stage);
CREATE INDEX opportunities_by_company ON opportunities (company);
CREATE INDEX opportunities_by_search ON opportunities (search);
CREATE INDEX opportunities_by_introduction ON opportunities (introduction);
CREATE INDEX opportunities_by_sibling ON opportunities (sibling_of);
CREATE INDEX opportunities_by_promise ON opportunities (promise_by);
CREATE INDEX opportunities_by_outcome ON opportunities (outcome_by);
CREATE INDEX opportunity_people_by_opportunity ON opportunity_people (opportunity, position);
CREATE INDEX opportunity_people_by_contact ON opportunity_people (contact);
CREATE INDEX stage_events_by_opportunity ON stage_events (opportunity, at_unix);
CREATE INDEX stage_events_by_stage ON stage_events (stage);
CREATE INDEX interviews_by_opportunity ON interviews (opportunity, starts_unix);
CREATE INDEX interviews_by_company ON interviews (company);
CREATE INDEX interviews_by_start ON interviews (starts_unix);
CREATE INDEX interviews_by_end ON interviews (ends_unix);
CREATE INDEX interviews_by_promise ON interviews (promise_by);
CREATE INDEX interview_people_by_interview ON interview_people (interview, position);
CREATE INDEX interview_people_by_contact ON interview_people (contact);
CREATE INDEX introductions_by_introducer ON introductions (introducer);
CREATE INDEX introductions_by_person ON introductions (person);
CREATE INDEX introductions_by_company ON introductions (company);
CREATE INDEX introductions_by_opportunity ON introductions (opportunity);
CREATE INDEX touches_by_opportunity ON touches (opportunity, at_unix);
CREATE INDEX touches_by_interview ON touches (interview);
CREATE INDEX touches_by_time ON touches (at_unix);
-- Those of the user's, by kind: few kinds end a follow-up, and most touches have none of them (playbook.md, "Touches").
CREATE INDEX touches_that_end ON touches (kind, opportunity, interview) WHERE direction IS NOT 'in';
-- What came in: of that, the last about each opportunity counts.
CREATE INDEX touches_that_came ON touches (opportunity, at_unix) WHERE direction = 'in';
CREATE INDEX touches_by_value_item ON touches (value_item);
CREATE INDEX touch_contacts_by_touch ON touch_contacts (touch, position, contact);
CREATE INDEX touch_contacts_by_contact ON touch_contacts (contact, touch);
CREATE INDEX follow_ups_by_contact ON follow_ups (contact);
CREATE INDEX follow_ups_by_opportunity ON follow_ups (opportunity);
CREATE INDEX follow_ups_by_interview ON follow_ups (interview);
CREATE INDEX follow_ups_by_company ON follow_ups (company);
CREATE INDEX feedback_by_contact ON feedback (contact);
CREATE INDEX feedback_by_opportunity ON feedback (opportunity);
CREATE INDEX feedback_by_interview ON feedback (interview);
CREATE INDEX practice_by_feedback ON practice (feedback);
CREATE INDEX announcement_runs_by_opportunity ON announcement_runs (opportunity);
CREATE INDEX run_excluded_by_run ON run_excluded (announcement_run, position);
CREATE INDEX run_excluded_by_contact ON run_excluded (contact);
CREATE INDEX run_sent_by_run ON run_sent (announcement_run, position);
CREATE INDEX run_sent_by_contact ON run_sent (contact);
CREATE INDEX run_sent_by_touch ON run_sent (touch);
CREATE INDEX follow_ups_by_day ON follow_ups (substr (remind_at, 1, 10), contact) WHERE state = 'open';
CREATE INDEX follow_ups_to_keep_in_touch ON follow_ups (substr (remind_at, 1, 10))
WHERE state = 'open' AND rule = 'keep-in-touch' AND moved_by_user = 0;
CREATE INDEX follow_ups_open ON follow_ups (moment, due) WHERE state = 'open';
CREATE INDEX follow_ups_late ON follow_ups (due) WHERE state = 'open';
CREATE INDEX opportunities_promised ON opportunities (promise_on) WHERE promise_on IS NOT NULL;
CREATE INDEX interviews_promised ON interviews (promise_on) WHERE promise_on IS NOT NULL;
CREATE INDEX follow_ups_to_raise ON follow_ups (moment) WHERE state = 'open' AND (raised_for IS NULL OR raised_for < moment);

-- Day rules that are asked for, but so late that history_days keeps them closed: they hold their day for their person, so
-- that planning again gives the same days. Nobody is shown them, and no document holds them.
CREATE TABLE unopened (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  rule TEXT NOT NULL,
  contact INTEGER,
  opportunity INTEGER,
  interview INTEGER,
  company INTEGER,
  day TEXT NOT NULL,
  own_day TEXT NOT NULL
) STRICT;
CREATE INDEX unopened_by_day ON unopened (day, contact);
CREATE INDEX unopened_to_keep_in_touch ON unopened (day, key) WHERE rule = 'keep-in-touch';
CREATE INDEX unopened_by_opportunity ON unopened (opportunity);
CREATE INDEX unopened_by_contact ON unopened (contact);

-- Search as you type. The tables keep their own text, so they cannot drift from what they were fed and need no old
-- values to forget a row; prefixes of one to three letters have an index of their own. A word matches at any accent:
-- onward_fold() drops them in every script, the tokenizer itself only from Latin letters. Of lists the texts are indexed
-- and not the JSON around them, else "value" would find everybody with an address.
CREATE VIRTUAL TABLE contact_search USING fts5 (
  name, headline, company, hooks, notes, addresses, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = column
);
CREATE VIRTUAL TABLE company_search USING fts5 (
  name, industry, notes, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = column
);
CREATE VIRTUAL TABLE opportunity_search USING fts5 (
  title, company, location, notes, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = column
);

-- What the search is fed with for each row: by the triggers, and by onward-search-fill.c for many rows at once.
CREATE VIEW contact_search_texts AS
SELECT id,
       onward_fold (name) AS name,
       onward_fold (headline) AS headline,
       (SELECT onward_fold (companies.name) FROM companies WHERE companies.id = contacts.company) AS company,
       CASE WHEN json_valid (hooks) THEN (SELECT onward_fold (group_concat (value, ' ')) FROM json_each (hooks)) END AS hooks,
       onward_fold (coalesce (notes, '') || ' ' || coalesce (how_met, '')) AS notes,
       CASE WHEN json_valid (emails)
            THEN (SELECT onward_fold (group_concat (value ->> 'value', ' ')) FROM json_each (emails) WHERE type = 'object')
       END AS addresses
FROM contacts;
CREATE VIEW company_search_texts AS
SELECT id, onward_fold (name) AS name, onward_fold (industry) AS industry, onward_fold (notes) AS notes FROM companies;
CREATE VIEW opportunity_search_texts AS
SELECT id,
       onward_fold (title) AS title,
       (SELECT onward_fold (companies.name) FROM companies WHERE companies.id = opportunities.company) AS company,
       onward_fold (location) AS location,
       onward_fold (notes) AS notes
FROM opportunities;

CREATE TRIGGER contact_search_insert AFTER INSERT ON contacts BEGIN
  INSERT INTO contact_search (rowid, name, headline, company, hooks, notes, addresses)
  SELECT * FROM contact_search_texts WHERE id = new.id;
END;
CREATE TRIGGER contact_search_update AFTER UPDATE OF name, headline, company, hooks, notes, how_met, emails ON contacts BEGIN
  UPDATE contact_search
  SET (name, headline, company, hooks, notes, addresses)
      = (SELECT name, headline, company, hooks, notes, addresses FROM contact_search_texts WHERE id = new.id)
  WHERE rowid = new.id;
END;
CREATE TRIGGER contact_search_delete AFTER DELETE ON contacts BEGIN
  DELETE FROM contact_search WHERE rowid = old.id;
END;

CREATE TRIGGER company_search_insert AFTER INSERT ON companies BEGIN
  INSERT INTO company_search (rowid, name, industry, notes)
  SELECT * FROM company_search_texts WHERE id = new.id;
END;
CREATE TRIGGER company_search_update AFTER UPDATE OF name, industry, notes ON companies BEGIN
  UPDATE company_search
  SET (name, industry, notes)
      = (SELECT name, industry, notes FROM company_search_texts WHERE id = new.id)
  WHERE rowid = new.id;
END;
CREATE TRIGGER company_search_delete AFTER DELETE ON companies BEGIN
  DELETE FROM company_search WHERE rowid = old.id;
END;

CREATE TRIGGER opportunity_search_insert AFTER INSERT ON opportunities BEGIN
  INSERT INTO opportunity_search (rowid, title, company, location, notes)
  SELECT * FROM opportunity_search_texts WHERE id = new.id;
END;
CREATE TRIGGER opportunity_search_update AFTER UPDATE OF title, company, location, notes ON opportunities BEGIN
  UPDATE opportunity_search
  SET (title, company, location, notes)
      = (SELECT title, company, location, notes FROM opportunity_search_texts WHERE id = new.id)
  WHERE rowid = new.id;
END;
CREATE TRIGGER opportunity_search_delete AFTER DELETE ON opportunities BEGIN
  DELETE FROM opportunity_search WHERE rowid = old.id;
END;

-- A company's name is found through its people and opportunities too, also when it is written after them.
CREATE TRIGGER company_name_insert AFTER INSERT ON companies BEGIN
  UPDATE contact_search SET company = onward_fold (new.name) WHERE rowid IN (SELECT id FROM contacts WHERE company = new.id);
  UPDATE opportunity_search SET company = onward_fold (new.name) WHERE rowid IN (SELECT id FROM opportunities WHERE company = new.id);
END;
CREATE TRIGGER company_name_update AFTER UPDATE OF name ON companies WHEN new.name IS NOT old.name BEGIN
  UPDATE contact_search SET company = onward_fold (new.name) WHERE rowid IN (SELECT id FROM contacts WHERE company = new.id);
  UPDATE opportunity_search SET company = onward_fold (new.name) WHERE rowid IN (SELECT id FROM opportunities WHERE company = new.id);
END;
