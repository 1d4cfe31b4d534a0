/* year-oracle.c - what must have been shown in a simulated year, found out in another way than the program does */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "year.h"

#include <stdio.h>
#include <string.h>

static gint64
get_wall (GTimeZone *zone, gint64 instant)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);

  return instant + g_time_zone_get_offset (zone, interval);
}

/* The first instant at which a clock on the wall has come so far: a time in the gap is its end, a repeated one its first. */
static gint64
search_instant (const char *zone_name, const char *moment)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autofree char *utc = g_strconcat (moment, ":00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, NULL);
  gint64 wall = g_date_time_to_unix (time);
  gint64 instant = wall - 15 * 3600;

  while (get_wall (zone, instant) < wall)
    instant += 900;
  instant -= 900;
  while (get_wall (zone, instant) < wall)
    instant += 60;
  return instant;
}

gint64
year_oracle_find_instant (Year *year, const char *zone, const char *moment)
{
  g_autofree char *key = g_strconcat (zone, moment, NULL);
  gint64 *known = g_hash_table_lookup (year->instants, key);

  if (known == NULL)
    {
      known = g_new (gint64, 1);
      *known = search_instant (zone, moment);
      g_hash_table_insert (year->instants, g_steal_pointer (&key), known);
    }
  return *known;
}

static OnwardStatement *
list_follow_ups (Year *year)
{
  return onward_connection_prepare (onward_store_get_connection (year->store),
                                    "SELECT id, max (remind_at, coalesce (snoozed_until, remind_at)) FROM follow_ups"
                                    " WHERE state = 'open'",
                                    NULL);
}

static OnwardStatement *
list_interviews (Year *year)
{
  return onward_connection_prepare (onward_store_get_connection (year->store),
                                    "SELECT uuid, unixepoch (starts_at), unixepoch (ends_at) FROM interviews"
                                    " WHERE status = 'booked'",
                                    NULL);
}

static const int leads[] = { 60, 1440 }; /* the shorter first */

gint64
year_oracle_get_next (Year *year)
{
  OnwardNow now = onward_clock_get_now (year->clock);
  g_autoptr (OnwardStatement) follow_ups = list_follow_ups (year);
  g_autoptr (OnwardStatement) interviews = list_interviews (year);
  gint64 next = G_MAXINT64;

  while (onward_statement_step (follow_ups, NULL))
    {
      gint64 instant = year_oracle_find_instant (year, now.zone, onward_statement_get_text (follow_ups, 1));

      if (instant > now.unix_time)
        next = MIN (next, instant);
    }
  while (onward_statement_step (interviews, NULL))
    for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
      {
        gint64 instant = onward_statement_get_int (interviews, 1) - leads[i] * 60;

        if (instant > now.unix_time)
          next = MIN (next, instant);
      }
  return next;
}

static void
check_follow_ups (Year *year, const OnwardNow *now)
{
  g_autoptr (OnwardStatement) rows = list_follow_ups (year);

  while (onward_statement_step (rows, NULL))
    {
      g_autofree char *key = g_strdup_printf ("f%" G_GINT64_FORMAT, onward_statement_get_int (rows, 0));
      const char *moment = onward_statement_get_text (rows, 1);
      const char *last = g_hash_table_lookup (year->last, key);

      if (year_oracle_find_instant (year, now->zone, moment) > now->unix_time)
        continue;
      if (last == NULL || strcmp (last, moment) < 0)
        g_error ("seed %u, at %" G_GINT64_FORMAT " in %s: %s of %s was not shown (last: %s)", year->seed,
                 now->unix_time, now->zone, key, moment, last);
    }
}

static gboolean
was_shown (Year *year, const char *uuid, int minutes, gint64 start)
{
  g_autofree char *key = g_strdup_printf ("i%s %d %" G_GINT64_FORMAT, uuid, minutes, start);

  return g_hash_table_contains (year->counts, key);
}

/* A shorter one stands for the longer one when both came while nobody could show them. */
static void
check_interviews (Year *year, const OnwardNow *now)
{
  g_autoptr (OnwardStatement) rows = list_interviews (year);

  while (onward_statement_step (rows, NULL))
    {
      const char *uuid = onward_statement_get_text (rows, 0);
      gint64 start = onward_statement_get_int (rows, 1);
      g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, uuid, start);
      gint64 *since = g_hash_table_lookup (year->known_since, key);
      gboolean shown = FALSE;

      if (onward_statement_get_int (rows, 2) <= now->unix_time)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
        {
          gint64 moment = start - leads[i] * 60;

          shown = shown || was_shown (year, uuid, leads[i], start);
          if (moment <= now->unix_time && (since == NULL || moment > *since) && !shown)
            g_error ("seed %u, at %" G_GINT64_FORMAT ": %d minutes before %s was not shown", year->seed, now->unix_time,
                     leads[i], key);
        }
    }
}

static gboolean
has_row (Year *year, const char *sql, gint64 id, gint64 now)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (onward_store_get_connection (year->store), sql, NULL);

  onward_statement_bind_int (row, 1, id);
  onward_statement_bind_int (row, 2, now);
  return onward_statement_step (row, NULL);
}

static void
check_displayed (Year *year, gint64 now)
{
  GHashTableIter iter;
  Shown *shown;

  g_hash_table_iter_init (&iter, year->displayed);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&shown))
    {
      gboolean asks = FALSE;

      /* Nobody can know of what was displayed and not written down. */
      for (guint i = 0; i < shown->keys->len && !asks; i++)
        asks = g_hash_table_contains (year->allowed, shown->keys->pdata[i]);
      for (guint i = 0; i < shown->alert->follow_ups->len && !asks; i++)
        asks = has_row (year,
                        "SELECT 1 FROM follow_ups WHERE id = ?1 AND state = 'open' AND moment <= raised_for AND ?2 > 0",
                        g_array_index (shown->alert->follow_ups, gint64, i), now);
      for (guint i = 0; i < shown->alert->interviews->len && !asks; i++)
        asks = has_row (year,
                        "SELECT 1 FROM interview_alerts a JOIN interviews i ON i.uuid = a.interview WHERE a.id = ?1"
                        " AND i.status = 'booked' AND i.starts_unix = a.starts_unix AND i.ends_unix > ?2",
                        g_array_index (shown->alert->interviews, gint64, i), now);
      if (!asks)
        g_error ("seed %u, at %" G_GINT64_FORMAT ": %s is displayed and asks for nothing (run %u of %u)", year->seed,
                 now, shown->alert->id, shown->run, year->run);
    }
}

/* The program rests: everything whose moment has come was shown, nothing stands there for nothing, and no more than three
 * came one by one. */
void
year_oracle_check (Year *year)
{
  OnwardNow now = onward_clock_get_now (year->clock);
  guint n_singles = year->n_singles;

  year->n_singles = 0;
  if (year->store == NULL || year->server != SERVER_WORKS || year->refuses || now.unix_time < year->lenient_until)
    return;
  g_ptr_array_set_size (year->in_flight, 0);
  onward_store_begin_reads (year->store);
  check_follow_ups (year, &now);
  check_interviews (year, &now);
  check_displayed (year, now.unix_time);
  onward_store_end_reads (year->store);
  if (n_singles > 3)
    g_error ("seed %u: %u follow-ups came one by one", year->seed, n_singles);
}
