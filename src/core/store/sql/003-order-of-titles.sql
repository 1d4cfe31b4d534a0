-- 003-order-of-titles.sql - opportunities in the order of their titles. SPDX-License-Identifier: GPL-3.0-or-later
--
-- Collation key of the title in the locale of meta.locale, as contacts and companies have it for their names; NULL until
-- a program that has that locale fills it.
ALTER TABLE opportunities ADD COLUMN sort_key BLOB;
CREATE INDEX opportunities_by_title ON opportunities (sort_key, title, id);
