-- 004-search.sql - the search knows more of what is remembered. SPDX-License-Identifier: GPL-3.0-or-later
--
-- Telephone numbers, former companies and positions, how a name is said, tags, postal addresses; of a company its web site
-- and tags; of an opportunity its description, skills, source and tags. A full-text table takes no new columns, so the
-- three are made anew and fed again. For the rest see 001-initial.sql.
DROP TRIGGER IF EXISTS contact_search_insert;
DROP TRIGGER IF EXISTS contact_search_update;
DROP TRIGGER IF EXISTS contact_search_delete;
DROP TRIGGER IF EXISTS company_search_insert;
DROP TRIGGER IF EXISTS company_search_update;
DROP TRIGGER IF EXISTS company_search_delete;
DROP TRIGGER IF EXISTS opportunity_search_insert;
DROP TRIGGER IF EXISTS opportunity_search_update;
DROP TRIGGER IF EXISTS opportunity_search_delete;
DROP TRIGGER IF EXISTS company_name_insert;
DROP TRIGGER IF EXISTS company_name_update;
DROP VIEW IF EXISTS contact_search_texts;
DROP VIEW IF EXISTS company_search_texts;
DROP VIEW IF EXISTS opportunity_search_texts;
DROP TABLE IF EXISTS contact_search;
DROP TABLE IF EXISTS company_search;
DROP TABLE IF EXISTS opportunity_search;

-- In `phones` stand no words but the numbers as onward_phone_words() writes them (onward-phone-words.c); nothing else
-- that is typed finds these.
CREATE VIRTUAL TABLE contact_search USING fts5 (
  name, headline, company, hooks, notes, addresses, phones, positions, other,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = column
);
CREATE VIRTUAL TABLE company_search USING fts5 (
  name, industry, notes, other, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = column
);
CREATE VIRTUAL TABLE opportunity_search USING fts5 (
  title, company, location, notes, other, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = column
);

CREATE VIEW contact_search_texts AS
SELECT id,
       onward_fold (name) AS name,
       onward_fold (headline) AS headline,
       (SELECT onward_fold (companies.name) FROM companies WHERE companies.id = contacts.company) AS company,
       CASE WHEN json_valid (hooks) THEN (SELECT onward_fold (group_concat (value, ' ')) FROM json_each (hooks)) END AS hooks,
       onward_fold (coalesce (notes, '') || ' ' || coalesce (how_met, '')) AS notes,
       CASE WHEN json_valid (emails)
            THEN (SELECT onward_fold (group_concat (value ->> 'value', ' ')) FROM json_each (emails) WHERE type = 'object')
       END AS addresses,
       CASE WHEN json_valid (phones)
            THEN (SELECT group_concat (onward_phone_words (value ->> 'value'), ' ') FROM json_each (phones) WHERE type = 'object')
       END AS phones,
       CASE WHEN json_valid (positions)
            THEN (SELECT onward_fold (group_concat (concat_of.text, ' '))
                  FROM (SELECT coalesce (value ->> 'company', '') || ' ' || coalesce (value ->> 'title', '') AS text
                        FROM json_each (positions) WHERE type = 'object') AS concat_of)
       END AS positions,
       CASE WHEN pronunciation IS NOT NULL OR address IS NOT NULL OR tags IS NOT NULL
            THEN onward_fold (coalesce (pronunciation, '') || ' ' || coalesce (address, '') || ' '
                              || coalesce ((SELECT group_concat (value, ' ') FROM json_each (iif (json_valid (tags), tags, '[]'))), ''))
       END AS other
FROM contacts;
CREATE VIEW company_search_texts AS
SELECT id,
       onward_fold (name) AS name,
       onward_fold (industry) AS industry,
       onward_fold (notes) AS notes,
       -- What every address begins with would be found in all of them.
       onward_fold (replace (replace (replace (coalesce (website, ''), 'https://', ''), 'http://', ''), 'www.', '') || ' '
                    || coalesce ((SELECT group_concat (value, ' ') FROM json_each (iif (json_valid (tags), tags, '[]'))), '')) AS other
FROM companies;
CREATE VIEW opportunity_search_texts AS
SELECT id,
       onward_fold (title) AS title,
       (SELECT onward_fold (companies.name) FROM companies WHERE companies.id = opportunities.company) AS company,
       onward_fold (location) AS location,
       onward_fold (notes) AS notes,
       onward_fold (coalesce (description, '') || ' ' || coalesce (source, '') || ' '
                    || coalesce ((SELECT group_concat (value, ' ') FROM json_each (iif (json_valid (skills), skills, '[]'))), '') || ' '
                    || coalesce ((SELECT group_concat (value, ' ') FROM json_each (iif (json_valid (tags), tags, '[]'))), '')) AS other
FROM opportunities;

INSERT INTO contact_search (rowid, name, headline, company, hooks, notes, addresses, phones, positions, other)
SELECT * FROM contact_search_texts ORDER BY id;
INSERT INTO company_search (rowid, name, industry, notes, other) SELECT * FROM company_search_texts ORDER BY id;
INSERT INTO opportunity_search (rowid, title, company, location, notes, other) SELECT * FROM opportunity_search_texts ORDER BY id;

CREATE TRIGGER contact_search_insert AFTER INSERT ON contacts BEGIN
  INSERT INTO contact_search (rowid, name, headline, company, hooks, notes, addresses, phones, positions, other)
  SELECT * FROM contact_search_texts WHERE id = new.id;
END;
CREATE TRIGGER contact_search_update
AFTER UPDATE OF name, headline, company, hooks, notes, how_met, emails, phones, positions, pronunciation, address, tags ON contacts BEGIN
  UPDATE contact_search
  SET (name, headline, company, hooks, notes, addresses, phones, positions, other)
      = (SELECT name, headline, company, hooks, notes, addresses, phones, positions, other FROM contact_search_texts WHERE id = new.id)
  WHERE rowid = new.id;
END;
CREATE TRIGGER contact_search_delete AFTER DELETE ON contacts BEGIN
  DELETE FROM contact_search WHERE rowid = old.id;
END;

CREATE TRIGGER company_search_insert AFTER INSERT ON companies BEGIN
  INSERT INTO company_search (rowid, name, industry, notes, other)
  SELECT * FROM company_search_texts WHERE id = new.id;
END;
CREATE TRIGGER company_search_update AFTER UPDATE OF name, industry, notes, website, tags ON companies BEGIN
  UPDATE company_search
  SET (name, industry, notes, other) = (SELECT name, industry, notes, other FROM company_search_texts WHERE id = new.id)
  WHERE rowid = new.id;
END;
CREATE TRIGGER company_search_delete AFTER DELETE ON companies BEGIN
  DELETE FROM company_search WHERE rowid = old.id;
END;

CREATE TRIGGER opportunity_search_insert AFTER INSERT ON opportunities BEGIN
  INSERT INTO opportunity_search (rowid, title, company, location, notes, other)
  SELECT * FROM opportunity_search_texts WHERE id = new.id;
END;
CREATE TRIGGER opportunity_search_update
AFTER UPDATE OF title, company, location, notes, description, source, skills, tags ON opportunities BEGIN
  UPDATE opportunity_search
  SET (title, company, location, notes, other)
      = (SELECT title, company, location, notes, other FROM opportunity_search_texts WHERE id = new.id)
  WHERE rowid = new.id;
END;
CREATE TRIGGER opportunity_search_delete AFTER DELETE ON opportunities BEGIN
  DELETE FROM opportunity_search WHERE rowid = old.id;
END;

CREATE TRIGGER company_name_insert AFTER INSERT ON companies BEGIN
  UPDATE contact_search SET company = onward_fold (new.name) WHERE rowid IN (SELECT id FROM contacts WHERE company = new.id);
  UPDATE opportunity_search SET company = onward_fold (new.name) WHERE rowid IN (SELECT id FROM opportunities WHERE company = new.id);
END;
CREATE TRIGGER company_name_update AFTER UPDATE OF name ON companies WHEN new.name IS NOT old.name BEGIN
  UPDATE contact_search SET company = onward_fold (new.name) WHERE rowid IN (SELECT id FROM contacts WHERE company = new.id);
  UPDATE opportunity_search SET company = onward_fold (new.name) WHERE rowid IN (SELECT id FROM opportunities WHERE company = new.id);
END;

-- How many opportunities are closed, without reading them: the folded column of the board says it at every start.
CREATE INDEX opportunities_that_are_closed ON opportunities (outcome_kind, stage, search);
