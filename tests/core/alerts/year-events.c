/* year-events.c - what happens in a simulated year: to the data, the clock, the machine and the notification server */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "year.h"

#include "model/onward-collections.h"
#include "store/onward-follow-up-change.h"
#include "store/onward-interviews.h"

#define HOUR 3600
#define DAY  (24 * HOUR)

const char *const year_zones[YEAR_ZONES] = {
  "Europe/Amsterdam",  "America/New_York",    "Asia/Kolkata",     "Australia/Lord_Howe",
  "Pacific/Chatham",   "Pacific/Apia",        "America/St_Johns", "Europe/Dublin",
  "Africa/Casablanca", "America/Los_Angeles", "Asia/Tokyo",       "America/Santiago",
};

static gint64
pick (Year *year, gint64 from, gint64 until)
{
  return from + (gint64)(g_rand_double (year->rand) * (double)(until - from));
}

static gboolean
insert_record (OnwardWriter *writer, gpointer record, GError **error)
{
  return onward_writer_insert (writer, record, error);
}

static gboolean
update_record (OnwardWriter *writer, gpointer record, GError **error)
{
  return onward_writer_update (writer, record, error);
}

static gint64
pick_row (Year *year, const char *sql)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (onward_store_get_connection (year->store), sql, NULL);

  onward_statement_bind_int (row, 1, g_rand_int_range (year->rand, 0, 1000));
  return onward_statement_step (row, NULL) ? onward_statement_get_int (row, 0) : 0;
}

#define OPEN_FOLLOW_UP "SELECT id FROM follow_ups WHERE state = 'open' ORDER BY (id * 7919 + ?1) % 1009 LIMIT 1"
/* decided, and nobody could show it */
#define UNSHOWN_FOLLOW_UP                                                                                              \
  "SELECT id FROM follow_ups WHERE state = 'open' AND id IN (SELECT follow_up FROM unshown_alerts)"                    \
  " ORDER BY (id * 7919 + ?1) % 1009 LIMIT 1"
#define BOOKED_INTERVIEW                                                                                               \
  "SELECT id FROM interviews WHERE status = 'booked' ORDER BY starts_unix DESC, (id * 7919 + ?1) % 1009 LIMIT 1"

/* A wall time some days from now, often where clocks are changed at night. */
static char *
pick_moment (Year *year, gint64 from, gint64 until)
{
  OnwardNow now = onward_clock_get_now (year->clock);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  gint64 instant = now.unix_time + pick (year, from, until);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  if (g_rand_int_range (year->rand, 0, 4) == 0)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", g_date_time_get_year (local), g_date_time_get_month (local),
                            g_date_time_get_day_of_month (local), g_rand_int_range (year->rand, 0, 4),
                            g_rand_int_range (year->rand, 0, 60));
  return g_date_time_format (local, "%Y-%m-%dT%H:%M");
}

static void
add_follow_ups (Year *year, int n, gint64 until)
{
  g_autofree char *moment = pick_moment (year, 60, until);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (OnwardFollowUp) follow_up = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);

      onward_set_text (&follow_up->title, "Thank Amara Okafor");
      onward_set_text (&follow_up->rule, "manual");
      onward_set_text (&follow_up->state, "open");
      onward_set_text (&follow_up->remind_at, moment);
      onward_set_text (&follow_up->due, "2035-01-01T23:59");
      onward_store_run (year->store, "add", insert_record, follow_up, NULL);
    }
}

static char *
format_instant (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
place_interview (Year *year, OnwardInterview *interview, gint64 until)
{
  gint64 start = (year_now (year) + pick (year, HOUR / 2, until)) / 300 * 300;
  g_autofree char *starts_at = format_instant (start);
  g_autofree char *ends_at = format_instant (start + HOUR);

  onward_set_text (&interview->starts_at, starts_at);
  onward_set_text (&interview->ends_at, ends_at);
  onward_set_text (&interview->status, "booked");
}

/* The user enters it while the program looks: what lies before is no news. */
static void
note_known (Year *year, OnwardInterview *interview)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (interview->starts_at, NULL);
  gint64 *since = g_new (gint64, 1);

  *since = year_now (year);
  g_hash_table_insert (year->known_since,
                       g_strdup_printf ("%s %" G_GINT64_FORMAT, interview->record.uuid, g_date_time_to_unix (start)),
                       since);
}

static void
add_interview (Year *year, gint64 until)
{
  g_autoptr (OnwardInterview) interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);

  place_interview (year, interview, until);
  if (onward_store_run (year->store, "add", insert_record, interview, NULL))
    note_known (year, interview);
}

static void
change_interview (Year *year)
{
  gint64 id = pick_row (year, BOOKED_INTERVIEW);
  OnwardInterview *stored = id != 0 ? onward_store_get_record (year->store, ONWARD_TYPE_INTERVIEW, id) : NULL;
  g_autoptr (OnwardInterview) interview = NULL;

  if (stored == NULL)
    return;
  interview = onward_record_duplicate (stored);
  if (g_rand_int_range (year->rand, 0, 3) == 0)
    onward_set_text (&interview->status, "cancelled");
  else
    place_interview (year, interview, 6 * DAY);
  if (onward_store_run (year->store, "change", update_record, interview, NULL))
    note_known (year, interview);
}

static void
change_follow_up (Year *year, const char *which)
{
  gint64 id = pick_row (year, which);
  g_autofree char *moment = pick_moment (year, 60, 3 * DAY);
  OnwardFollowUpChange *change;

  if (id == 0)
    return;
  if (g_rand_int_range (year->rand, 0, 3) == 0)
    change = onward_follow_up_change_snooze (id, moment);
  else
    change = onward_follow_up_change_done (id, NULL);
  onward_follow_up_change_run (year->store, change, NULL);
}

/* The clock is set, and the year goes on from there; one that is far off is set right again soon. */
static void
step_clock (Year *year)
{
  static const gint64 steps[] = { HOUR, DAY, 365 * DAY };
  gint64 step = steps[g_rand_int_range (year->rand, 0, 3)] * (g_rand_boolean (year->rand) ? 1 : -1);
  GHashTableIter iter;
  gint64 *since;

  onward_clock_set_now (year->clock, year_now (year) + step);
  if (!year_settle (year))
    return;
  year_oracle_check (year);
  year_pass (year, pick (year, 60, 5 * HOUR));
  if (ABS (step) > HOUR || g_rand_boolean (year->rand))
    onward_clock_set_now (year->clock, year_now (year) - step);
  g_hash_table_iter_init (&iter, year->known_since);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&since))
    *since = MIN (*since, year_now (year));
  year->lenient_until = 0;
}

/* For a while nobody can write, as when another program holds the lock. */
static void
refuse_writes (Year *year)
{
  year->refuses = TRUE;
  year_pass (year, pick (year, 10, HOUR));
  year->refuses = FALSE;
  year->lenient_until = year_now (year) + 15 * 60 + 2;
}

/* A server that comes back is heard of; else it is found when the alert is tried again. */
static void
trouble_server (Year *year)
{
  static const ServerMode modes[] = { SERVER_GONE, SERVER_REFUSES, SERVER_HANGS };
  ServerMode mode = modes[g_rand_int_range (year->rand, 0, 3)];

  year_server_set (year, mode);
  year_pass (year, pick (year, 60, 3 * DAY));
  if (year->store != NULL && g_rand_boolean (year->rand))
    change_follow_up (year, UNSHOWN_FOLLOW_UP);
  if (mode == SERVER_HANGS && g_rand_boolean (year->rand))
    year_server_set (year, SERVER_GONE); /* it dies, and the bus says so before another one comes */
  if (year->scheduler != NULL)
    year_settle (year);
  /* What is shown now cannot be written down at first. */
  year->refuses = g_rand_boolean (year->rand);
  year_server_set (year, SERVER_WORKS);
  year->lenient_until = year_now (year) + 15 * 60 + 2;
  if (year->scheduler != NULL)
    year_settle (year);
  year->n_singles = 0;
  year->refuses = FALSE;
  if (g_rand_boolean (year->rand) && year->scheduler != NULL)
    {
      onward_scheduler_retry (year->scheduler);
      year->lenient_until = 0;
    }
}

static void
rest (Year *year)
{
  if (year_settle (year))
    year_oracle_check (year);
}

/* The machine sleeps, often over both moments of an interview. */
static void
sleep_long (Year *year)
{
  if (g_rand_boolean (year->rand))
    {
      add_interview (year, 3 * DAY);
      rest (year);
    }
  onward_clock_pass (year->clock, pick (year, HOUR, g_rand_boolean (year->rand) ? 3 * DAY : 10 * DAY));
}

static void
stop_and_start (Year *year)
{
  if (g_rand_boolean (year->rand))
    {
      add_follow_ups (year, g_rand_int_range (year->rand, 1, 6), HOUR);
      rest (year);
      year->end_in = g_rand_int_range (year->rand, 1, 16);
      year->is_killed = g_rand_boolean (year->rand);
      year_pass (year, pick (year, 60, 2 * DAY));
      year->end_in = 0;
    }
  if (year->store != NULL)
    year_stop (year, FALSE);
  onward_clock_pass (year->clock, pick (year, 1, 4 * DAY));
  year_start (year);
}

/* A thing happens. */
void
year_act (Year *year)
{
  switch (g_rand_int_range (year->rand, 0, 20))
    {
    case 0 ... 4:
      add_follow_ups (year, g_rand_int_range (year->rand, 1, 3), 12 * DAY);
      break;
    case 5:
      add_follow_ups (year, g_rand_int_range (year->rand, 4, 8), 12 * DAY);
      break;
    case 6 ... 7:
      add_interview (year, 6 * DAY);
      break;
    case 8:
      change_interview (year);
      break;
    case 9 ... 12:
      change_follow_up (year, OPEN_FOLLOW_UP);
      break;
    case 13:
      step_clock (year);
      break;
    case 14:
      onward_clock_set_zone (year->clock, year_zones[g_rand_int_range (year->rand, 0, YEAR_ZONES)]);
      break;
    case 15:
      sleep_long (year);
      break;
    case 16 ... 17:
      stop_and_start (year);
      break;
    case 18:
      trouble_server (year);
      break;
    default:
      refuse_writes (year);
      break;
    }
}
