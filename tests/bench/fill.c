/* fill.c - makes a database of a very long search, the same one every time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: fill DATABASE CONTACTS [OPEN]
 *
 * For 100,000 contacts it holds 1,000,000 touches, 100,000 follow-ups that are over and those that the playbook asks for,
 * 10,000 opportunities and 50,000 interviews over five years; for fewer people as many less of all. OPEN opportunities are
 * open; four of a hundred unless said. Everything follows from row numbers, so that two runs give the same rows. Its present is 2026-03-02T10:00 in Amsterdam, its order that of
 * C.UTF-8.
 *
 * Rows go in with SQL alone, before the indexes and triggers that would make each of them cost three times as much; these
 * are put back as the schema has them. The playbook then plans over all of it, as the window does when it opens. */

#include "store/onward-fold.h"
#include "store/onward-reconcile-store.h"
#include "store/onward-store.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define NOW    1772442000 /* 2026-03-02T10:00:00+01:00 */
#define ZONE   "Europe/Amsterdam"
#define LOCALE "C.UTF-8"

typedef struct
{
  const char *kind;
  const char *const *words;
} Words;

static const char *const first_names[] = {
  "Amara",  "Birgit",    "Clara",  "Dana",        "Dev",     "Élodie", "Fatima", "Grzegorz", "Hanna", "Ines",
  "Jonas",  "Κατερίνα",  "Łukasz", "Maximiliane", "Noor",    "Ольга",  "Priya",  "Quentin",  "Ruth",  "Siobhán",
  "Tom",    "Ümit",      "Viktor", "Wanjiru",     "Xóchitl", "Yusuf",  "Zoë",    "Adaeze",   "Björn", "Chidinma",
  "Dmitri", "Esperanza", "Finn",   "Gwen",        "Haneul",  "Ivo",    "José",   NULL
};
static const char *const last_names[] = { "Okafor",       "Solheim",      "Boyd",
                                          "Petrov",       "Anand",        "Carvalho",
                                          "Lindqvist",    "Παπαδοπούλου", "Freifrau von Hohenstein",
                                          "Haddad",       "Raman",        "Nguyễn",
                                          "Adler",        "Weir",         "Marin",
                                          "Szczepańska",  "Đorđević",     "Eze",
                                          "Figueiredo",   "de Wit",       "Fischer",
                                          "Мельник",      "O'Brien",      "Çelik",
                                          "Mwangi",       "Hernández",    "Demir",
                                          "van den Berg", "Nwosu",        "Ångström",
                                          "Kim",          "Yamamoto",     "Rossi",
                                          "Novák",        "Kowalczyk",    "Żak",
                                          "Silva",        "Müller",       "García",
                                          "Dubois",       "Jensen",       NULL };
static const char *const companies[] = { "Helix Robotics",
                                         "Fjord Energy",
                                         "Northwind Labs",
                                         "Kestrel",
                                         "Orrery",
                                         "Meridian",
                                         "Asteria Health",
                                         "Lumen & Sons",
                                         "Harbour Talent",
                                         "Palisade",
                                         "Deutsche Gesellschaft für Messtechnik",
                                         "Sable Audio",
                                         "Blue Fjell",
                                         "Copperline",
                                         NULL };
static const char *const headlines[] = {
  "Engineering manager", "Recruiter", "Staff engineer", "Head of engineering", "Firmware developer", "Platform lead",
  "Control engineer",    "HR",        "Data scientist", "Test engineer",       "Product lead",       NULL
};
static const char *const hooks[] = { "Opened a microbrewery with her brother",
                                     "Goes kayaking in Norway",
                                     "Two rescue greyhounds",
                                     "Speaks at EmbedCon",
                                     "Repairs mechanical watches",
                                     "Sings in a choir",
                                     "Lost the match on Sunday",
                                     NULL };
static const char *const notes[] = { "Asks short questions and waits.", "The family name comes first.",
                                     "Told me about the role before it was published.", "Prefers a call to a mail.",
                                     NULL };

static const Words all_words[] = {
  { "first", first_names },  { "last", last_names }, { "company", companies },
  { "headline", headlines }, { "hook", hooks },      { "note", notes },
};

/* %1$ld is the number of contacts, %2$ld that of open opportunities. n (i) counts to what stands behind it. */
static const char *const steps[] = {
  "INSERT INTO meta (name, value) VALUES ('locale', '" LOCALE "')",
  "INSERT INTO searches (id, uuid, name, started_on) VALUES (1, bench_uuid (1, 1), 'The long search', '2021-03-01')",
  "INSERT INTO stages (id, uuid, name, position, kind) VALUES "
  "(1, bench_uuid (2, 1), 'Prospect', 1, 'prospect'), (2, bench_uuid (2, 2), 'Applied', 2, 'applied'), "
  "(3, bench_uuid (2, 3), 'Screening', 3, 'screening'), (4, bench_uuid (2, 4), 'Interviewing', 4, 'interviewing'), "
  "(5, bench_uuid (2, 5), 'Offer', 5, 'offer'), (6, bench_uuid (2, 6), 'Closed', 6, 'closed')",
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < max (%1$ld / 20, 20)) "
  "INSERT INTO companies (id, uuid, name, sort_key) "
  "SELECT i, bench_uuid (3, i), name, bench_key (name) FROM (SELECT i, bench_word ('company', i) || ' ' || i AS name "
  "FROM n)",
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$ld) "
  "INSERT INTO contacts (id, uuid, name, sort_key, headline, company, emails, roles, tier, tier_since, added_on, "
  "hooks, notes) "
  "SELECT i, bench_uuid (4, i), name, bench_key (name), bench_word ('headline', i), i * 7 %% max (%1$ld / 20, 20) + 1, "
  "       json_array (json_object ('label', 'work', 'value', 'p' || i || '@example.org')), "
  "       CASE i %% 9 WHEN 0 THEN '[\"recruiter\"]' WHEN 1 THEN '[\"interviewer\"]' END, "
  "       CASE WHEN i %% 50 = 0 THEN 'monthly' WHEN i %% 20 = 0 THEN 'quarterly' WHEN i %% 7 = 0 THEN 'dormant' END, "
  "       CASE WHEN i %% 50 = 0 OR i %% 20 = 0 THEN date ('2026-03-02', '-' || (i * 3 %% 900) || ' days') END, "
  "       date ('2021-03-01', '+' || (i * 11 %% 1800) || ' days'), "
  "       CASE WHEN i %% 3 = 0 THEN json_array (bench_word ('hook', i)) END, "
  "       CASE WHEN i %% 5 = 0 THEN bench_word ('note', i) END "
  "FROM (SELECT i, bench_word ('first', i * 31) || ' ' || bench_word ('last', i * 17) AS name FROM n)",
  /* The last ones are open. */
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < max (%1$ld / 10, 10)), "
  "     o AS (SELECT i, max (%1$ld / 10, 10) AS total, i > max (%1$ld / 10, 10) - %2$ld AS open, "
  "                  date ('2021-03-01', '+' || (i * 1800 / max (%1$ld / 10, 10)) || ' days') AS day FROM n) "
  "INSERT INTO opportunities (id, uuid, search, company, title, sort_key, stage, added_on, applied_on, outcome_kind, "
  "outcome_on) "
  "SELECT i, bench_uuid (5, i), 1, i * 13 %% max (%1$ld / 20, 20) + 1, bench_word ('headline', i * 5) || ' ' || i, "
  "       bench_key (bench_word ('headline', i * 5) || ' ' || i), "
  "       CASE WHEN open THEN i %% 5 + 1 ELSE 6 END, day, CASE WHEN NOT open OR i %% 5 > 0 THEN day END, "
  "       CASE WHEN NOT open THEN CASE i %% 4 WHEN 0 THEN 'rejected' WHEN 1 THEN 'no-response' WHEN 2 THEN 'withdrawn' "
  "                                ELSE 'declined' END END, "
  "       CASE WHEN NOT open THEN date (day, '+40 days') END FROM o",
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < max (%1$ld / 10, 10) * 2) "
  "INSERT INTO opportunity_people (id, opportunity, position, contact, role) "
  "SELECT i, (i + 1) / 2, i %% 2, i * 41 %% %1$ld + 1, CASE i %% 2 WHEN 0 THEN 'recruiter' ELSE 'hiring-manager' END "
  "FROM n",
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < max (%1$ld / 10, 10) * 4) "
  "INSERT INTO stage_events (id, uuid, opportunity, stage, at) "
  "SELECT i, bench_uuid (6, i), (i + 3) / 4, (i + 3) %% 4 + 1, "
  "       date (o.added_on, '+' || ((i + 3) %% 4 * 6) || ' days') || 'T09:00:00+01:00' "
  "FROM n JOIN opportunities o ON o.id = (i + 3) / 4",
  /* Five an opportunity, a week apart; those of the open ones reach into the weeks to come. */
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < max (%1$ld / 10, 10) * 5) "
  "INSERT INTO interviews (id, uuid, opportunity, kind, round, starts_at, ends_at, zone, status, booked_on, "
  "debrief_written_at) "
  "SELECT i, bench_uuid (7, i), o.id, CASE i %% 5 WHEN 0 THEN 'phone' WHEN 3 THEN 'panel' ELSE 'video' END, i %% 5 + "
  "1, "
  "       day || 'T' || printf ('%%02d', 9 + i %% 8) || ':00:00+01:00', day || 'T' || printf ('%%02d', 10 + i %% 8) || "
  "':00:00+01:00', "
  "       '" ZONE "', CASE WHEN day < '2026-03-02' THEN 'held' ELSE 'booked' END, o.added_on, "
  "       CASE WHEN day < '2026-02-20' THEN day || 'T20:00:00+01:00' END "
  "FROM (SELECT i, date (added_on, '+' || ((i - 1) %% 5 * 7 + 5) || ' days') AS day, opportunities.id, added_on "
  "      FROM n JOIN opportunities ON opportunities.id = (i + 4) / 5) o",
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < max (%1$ld / 10, 10) * 10) "
  "INSERT INTO interview_people (id, interview, position, contact, role, clicked) "
  "SELECT i, (i + 1) / 2, i %% 2, i * 67 %% %1$ld + 1, CASE i %% 3 WHEN 0 THEN 'recruiter' ELSE 'interviewer' END, i "
  "%% 11 = 0 FROM n",
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$ld * 10) "
  "INSERT INTO touches (id, uuid, opportunity, at, direction, channel, kind, subject) "
  "SELECT i, bench_uuid (8, i), CASE WHEN i %% 5 = 0 THEN i * 3 %% max (%1$ld / 10, 10) + 1 END, "
  "       strftime ('%%Y-%%m-%%dT%%H:%%M:%%S+00:00', 1614585600 + i * 7919 %% 157680000, 'unixepoch'), "
  "       CASE i %% 3 WHEN 0 THEN 'in' ELSE 'out' END, CASE i %% 4 WHEN 0 THEN 'phone' ELSE 'email' END, "
  "       CASE i %% 6 WHEN 0 THEN 'thank-you' ELSE 'note' END, bench_word ('note', i) FROM n",
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$ld * 10) "
  "INSERT INTO touch_contacts (id, touch, position, contact) SELECT i, i, 0, i * 37 %% %1$ld + 1 FROM n",
  "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$ld) "
  "INSERT INTO follow_ups (id, uuid, key, rule, title, contact, remind_at, due, state, done_at) "
  "SELECT i, bench_uuid (9, i), 'manual:' || bench_uuid (9, i), 'manual', 'Ask about ' || bench_word ('hook', i), "
  "       i * 29 %% %1$ld + 1, day || 'T09:00', day || 'T23:59', CASE WHEN i %% 200 = 0 THEN 'open' ELSE 'done' END, "
  "       CASE WHEN i %% 200 > 0 THEN day || 'T10:00:00+01:00' END "
  "FROM (SELECT i, CASE WHEN i %% 200 = 0 THEN date ('2026-03-01', '+' || (i / 200 %% 60) || ' days') "
  "                    ELSE date ('2021-03-01', '+' || (i * 13 %% 1800) || ' days') END AS day FROM n)",
  "INSERT INTO company_search (rowid, name, industry, notes, other) SELECT * FROM company_search_texts ORDER BY id",
  "INSERT INTO contact_search (rowid, name, headline, company, hooks, notes, addresses, phones, positions, other) "
  "SELECT * FROM contact_search_texts ORDER BY id",
  "INSERT INTO opportunity_search (rowid, title, company, location, notes, other) "
  "SELECT * FROM opportunity_search_texts ORDER BY id",
};

static void
stop_on (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("fill: %s\n", error->message);
  exit (1);
}

static void
execute (OnwardConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;

  onward_connection_execute (connection, sql, &error);
  stop_on (error);
}

static void
word_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *kind = (const char *)sqlite3_value_text (values[0]);
  gint64 i = sqlite3_value_int64 (values[1]);

  for (guint k = 0; k < G_N_ELEMENTS (all_words); k++)
    if (g_strcmp0 (all_words[k].kind, kind) == 0)
      {
        gint64 length = g_strv_length ((char **)all_words[k].words);
        /* Spread, so that neighbours differ in more than one word. */
        gint64 which = (i ^ (i >> 5) ^ (i >> 11)) % length;

        sqlite3_result_text (context, all_words[k].words[which], -1, SQLITE_STATIC);
      }
}

static void
uuid_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  char *uuid = g_strdup_printf ("%08x-0000-4000-8000-%012" G_GINT64_MODIFIER "x", sqlite3_value_int (values[0]),
                                (gint64)sqlite3_value_int64 (values[1]));

  sqlite3_result_text (context, uuid, -1, g_free);
}

static void
key_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  OnwardCollation *collation = sqlite3_user_data (context);
  g_autoptr (GBytes) key = onward_collation_get_key (collation, (const char *)sqlite3_value_text (values[0]));
  gsize size;
  const void *bytes = g_bytes_get_data (key, &size);

  sqlite3_result_blob64 (context, bytes, size, SQLITE_TRANSIENT);
}

static OnwardNow
get_now (gpointer data)
{
  OnwardNow now = { .unix_time = NOW };

  g_strlcpy (now.zone, ZONE, sizeof now.zone);
  return now;
}

/* What the schema has beside its tables: taken away, and given back as it was written. */
static GPtrArray *
take_away (OnwardConnection *connection)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      connection, "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL",
      NULL);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) drops = g_ptr_array_new_with_free_func (g_free);

  while (onward_statement_step (statement, NULL))
    {
      g_ptr_array_add (drops, g_strdup_printf ("DROP %s %s", onward_statement_get_text (statement, 0),
                                               onward_statement_get_text (statement, 1)));
      g_ptr_array_add (kept, g_strdup (onward_statement_get_text (statement, 2)));
    }
  onward_statement_reset (statement);
  for (guint i = 0; i < drops->len; i++)
    execute (connection, drops->pdata[i]);
  return kept;
}

static void
fill (const char *path, long contacts, long open)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardConnection) connection = onward_connection_open (path, ONWARD_CONNECTION_WRITER, &error);
  g_autoptr (OnwardCollation) collation = onward_collation_new (LOCALE);
  g_autoptr (GPtrArray) kept = NULL;
  sqlite3 *handle;

  stop_on (error);
  handle = onward_connection_get_handle (connection);
  sqlite3_create_function (handle, "bench_word", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, word_cb, NULL, NULL);
  sqlite3_create_function (handle, "bench_uuid", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, uuid_cb, NULL, NULL);
  sqlite3_create_function (handle, "bench_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, collation, key_cb, NULL, NULL);
  execute (connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; PRAGMA foreign_keys = OFF; BEGIN");
  kept = take_away (connection);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *sql = g_strdup_printf (steps[i], contacts, open);
#pragma GCC diagnostic pop

      execute (connection, sql);
    }
  for (guint i = 0; i < kept->len; i++)
    execute (connection, kept->pdata[i]);
  execute (connection, "COMMIT; PRAGMA optimize; PRAGMA wal_checkpoint (TRUNCATE)");
}

static gboolean
plan_everything (OnwardWriter *writer, gpointer data, GError **error)
{
  onward_writer_set_reconcile_all (writer);
  return TRUE;
}

static void
check (OnwardStore *store)
{
  g_autoptr (GError) error = NULL;
  OnwardConnection *connection = onward_store_get_connection (store);

  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM pragma_foreign_key_check", -1), ==,
                   0);
  g_print ("fill: %" G_GINT64_FORMAT " contacts, %" G_GINT64_FORMAT " touches, %" G_GINT64_FORMAT
           " follow-ups (%" G_GINT64_FORMAT " open), %" G_GINT64_FORMAT " opportunities, %" G_GINT64_FORMAT
           " interviews\n",
           onward_connection_read_int (connection, "SELECT count (*) FROM contacts", 0),
           onward_connection_read_int (connection, "SELECT count (*) FROM touches", 0),
           onward_connection_read_int (connection, "SELECT count (*) FROM follow_ups", 0),
           onward_connection_read_int (connection, "SELECT count (*) FROM follow_ups WHERE state = 'open'", 0),
           onward_connection_read_int (connection, "SELECT count (*) FROM opportunities", 0),
           onward_connection_read_int (connection, "SELECT count (*) FROM interviews", 0));
}

int
main (int argc, char *argv[])
{
  g_autoptr (OnwardStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  gint64 filled;

  if (argc < 3 || atol (argv[2]) < 1)
    {
      g_printerr ("usage: fill DATABASE CONTACTS [OPEN]\n");
      return 2;
    }
  store = onward_store_open (argv[1], get_now, NULL, &error);
  stop_on (error);
  onward_store_close (store);
  g_clear_object (&store);
  fill (argv[1], atol (argv[2]), argc > 3 ? atol (argv[3]) : (MAX (atol (argv[2]) / 10, 10) + 24) / 25);
  filled = g_get_monotonic_time ();
  store = onward_store_open (argv[1], get_now, NULL, &error);
  stop_on (error);
  onward_store_set_reconcile (store, onward_reconcile);
  onward_store_run (store, NULL, plan_everything, NULL, &error);
  stop_on (error);
  check (store);
  g_print ("fill: %.1f s for the rows, %.1f s for the plan\n", (filled - began) / 1e6,
           (g_get_monotonic_time () - filled) / 1e6);
  onward_store_close (store);
  return 0;
}
