/* test-year.c - a simulated year: each alert exactly once, at its time, whatever happens to clock, machine and server */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "year.h"

#include "lib/onward-fixture.h"

#define DAY (24 * 3600)

/* What the design asks for in CI; ONWARD_YEARS=1000 is the long run. */
#define YEARS 50

/* Between two things that happen, at most. */
#define LONGEST_REST (8 * DAY)

static Year *current; /* whose writes fail */

static gboolean
reconcile (OnwardWriter *writer, GError **error)
{
  if (!g_atomic_int_get (&current->refuses))
    return TRUE;
  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_BUSY, "Another program is writing.");
  return FALSE;
}

gint64
year_now (Year *year)
{
  return onward_clock_get_now (year->clock).unix_time;
}

void
year_start (Year *year)
{
  g_autoptr (GError) error = NULL;

  year->run++;
  year->n_starts++;
  year->n_singles = 0;
  year->store = onward_store_open (year->path, onward_clock_get_now, year->clock, &error);
  g_assert_no_error (error);
  onward_store_set_reconcile (year->store, reconcile);
  year->scheduler = onward_scheduler_new (year->store, year->clock);
  onward_scheduler_set_raises (year->scheduler, TRUE);
  year_server_connect (year);
  onward_scheduler_start (year->scheduler);
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Killed, what was given to the writer's thread and is not committed yet is lost, or not. Else nothing is. */
void
year_stop (Year *year, gboolean killed)
{
  OnwardScheduler *scheduler;

  if (killed)
    {
      year->n_kills++;
      g_atomic_int_set (&year->refuses, g_rand_boolean (year->rand));
    }
  else
    {
      year_server_finish (year);
      onward_scheduler_finish (year->scheduler);
    }
  year_server_forget_run (year);
  scheduler = g_steal_pointer (&year->scheduler);
  g_signal_handlers_disconnect_by_data (scheduler, year);
  g_object_run_dispose (G_OBJECT (scheduler));
  g_object_unref (scheduler);
  onward_store_close (year->store);
  drain ();
  g_assert_finalize_object (g_steal_pointer (&year->store));
  g_atomic_int_set (&year->refuses, FALSE);
}

/* Until the program waits for nothing but time: whether it still runs. */
gboolean
year_settle (Year *year)
{
  for (;;)
    {
      gboolean moved = g_main_context_iteration (NULL, FALSE);

      if (year->end_in > 0 && --year->end_in == 0)
        {
          year->n_quits += !year->is_killed;
          year_stop (year, year->is_killed);
          return FALSE;
        }
      if (moved)
        continue;
      if (onward_scheduler_is_idle (year->scheduler))
        return TRUE;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Time passes, alarm by alarm. Alerts are looked for one second after their moment. */
void
year_pass (Year *year, gint64 seconds)
{
  gint64 until = year_now (year) + seconds;

  while (year->store != NULL && year_now (year) < until)
    {
      gint64 now = year_now (year);
      gint64 oracle = year_oracle_get_next (year);
      gint64 next = MIN (onward_scheduler_get_alarm (year->scheduler), oracle != G_MAXINT64 ? oracle + 1 : oracle);

      onward_clock_pass (year->clock, CLAMP (next, now + 1, until) - now);
      if (!year_settle (year))
        break;
      year_oracle_check (year);
    }
  if (year->store == NULL && year_now (year) < until)
    onward_clock_pass (year->clock, until - year_now (year));
}

/* After the last start, with a server that works, nothing is left that would be shown once more. */
static void
check_nothing_is_owed (Year *year)
{
  g_autoptr (OnwardConnection) file = NULL;

  year_server_set (year, SERVER_WORKS);
  if (year->store != NULL)
    year_stop (year, FALSE);
  year_start (year);
  year_settle (year);
  onward_scheduler_retry (year->scheduler);
  year_settle (year);
  year_stop (year, FALSE);
  file = onward_connection_open (year->path, ONWARD_CONNECTION_READER, NULL);
  if (onward_connection_read_int (file, "SELECT count(*) FROM unshown_alerts", -1) != 0)
    g_error ("seed %u: alerts are left that nobody shows", year->seed);
}

static void
run_year (guint seed, Year *totals)
{
  const char *tmpfs = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();
  g_autofree char *name = g_strdup_printf ("%s/onward-year-XXXXXX", tmpfs);
  Year *year = g_new0 (Year, 1);
  gint64 lived = 0;

  current = year;
  year->seed = seed;
  year->rand = g_rand_new_with_seed (seed);
  year->folder = g_strdup (g_mkdtemp (name));
  year->path = g_build_filename (year->folder, "data", "onward.db", NULL);
  year->clock = onward_clock_new_at ("2026-01-01T00:00", year_zones[seed % YEAR_ZONES], FALSE, NULL);
  year->instants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  year->known_since = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  year_server_init (year);
  year_start (year);
  while (lived < 365 * DAY)
    {
      gint64 rest = (gint64)(g_rand_double (year->rand) * LONGEST_REST);

      lived += rest;
      year_pass (year, rest);
      if (year->store == NULL)
        year_start (year);
      year_act (year);
      if (year->store == NULL)
        year_start (year);
      if (year_settle (year))
        year_oracle_check (year);
    }
  check_nothing_is_owed (year);
  totals->n_shown += year->n_shown;
  totals->n_starts += year->n_starts;
  totals->n_kills += year->n_kills;
  totals->n_quits += year->n_quits;
  totals->n_groups += year->n_groups;
  year_server_clear (year);
  g_hash_table_unref (year->instants);
  g_hash_table_unref (year->known_since);
  g_clear_object (&year->clock);
  onward_fixture_remove (year->folder);
  g_rand_free (year->rand);
  g_free (year->folder);
  g_free (year->path);
  g_free (year);
}

/* ONWARD_YEARS: how many; ONWARD_YEAR: the one with this number only. */
static void
test_years (void)
{
  const char *one = g_getenv ("ONWARD_YEAR");
  const char *many = g_getenv ("ONWARD_YEARS");
  guint first = one != NULL ? (guint)g_ascii_strtoull (one, NULL, 10) : 1;
  guint n = one != NULL ? 1 : many != NULL ? (guint)g_ascii_strtoull (many, NULL, 10) : YEARS;
  Year totals = { 0 };
  GTimeZone *kept[YEAR_ZONES];

  /* GLib reads a zone's file again when nobody holds it: that was half of the time. */
  for (guint i = 0; i < YEAR_ZONES; i++)
    kept[i] = g_time_zone_new_identifier (year_zones[i]);
  for (guint seed = first; seed < first + n; seed++)
    run_year (seed, &totals);
  for (guint i = 0; i < YEAR_ZONES; i++)
    g_time_zone_unref (kept[i]);
  g_test_message ("%u years: %u shown, %u in groups, %u starts, %u kills, %u ended by Quit in the middle", n,
                  totals.n_shown, totals.n_groups, totals.n_starts, totals.n_kills, totals.n_quits);
  if (one == NULL)
    {
      g_assert_cmpuint (totals.n_shown, >, n * 30);
      g_assert_cmpuint (totals.n_groups, >, n / 2);
      g_assert_cmpuint (totals.n_kills, >, n / 2);
      g_assert_cmpuint (totals.n_quits, >, n / 2);
    }
}

/* It fails to write on purpose, and says so each time. */
static void
log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (level & (G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG))
    return;
  g_log_default_handler (domain, level, message, data);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_default_handler (log_cb, NULL);
  g_test_add_func ("/year/each-alert-is-shown-once-at-its-time-whatever-happens", test_years);
  return g_test_run ();
}
