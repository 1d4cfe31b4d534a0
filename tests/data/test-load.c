/* test-load.c - the sample search comes back byte for byte, and is the same morning on every day and in every zone */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "playbook/onward-zone.h"
#include "store/onward-agenda.h"
#include "store/onward-json-export.h"
#include "store/onward-json-import.h"
#include "store/onward-reconcile-store.h"

#include <string.h>

static const char *const zones[] = { "Europe/Amsterdam", "UTC", "America/Los_Angeles", "Asia/Tokyo",
                                     "Pacific/Auckland" };

static char *
read_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "sample-search.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
set_clock (OnwardFixture *f, const char *zone_name, int day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);

  g_assert_nonnull (zone);
  g_strlcpy (f->now.zone, zone_name, sizeof f->now.zone);
  f->now.unix_time = onward_zone_instant (zone, onward_wall_at (day, 10 * 60));
}

static OnwardImportReport
load_sample (OnwardFixture *f, gboolean shift_to_today)
{
  g_autofree char *text = read_sample ();
  g_autoptr (OnwardJsonImport) import = onward_json_import_new (text, strlen (text), FALSE, shift_to_today);
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, NULL, onward_json_import_run, import, &error);
  g_assert_no_error (error);
  return *onward_json_import_get_report (import);
}

static char *
export_all (OnwardFixture *f)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  onward_json_export (onward_store_get_connection (f->store), &f->now, stream, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_same_bytes (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *text = read_sample ();
  g_autofree char *back = NULL;

  set_clock (f, "Europe/Amsterdam", onward_day_from_civil (2026, 3, 4));
  load_sample (f, FALSE);
  back = export_all (f);
  g_assert_cmpstr (back, ==, text);
}

static void
test_loaded_twice (OnwardFixture *f, gconstpointer data)
{
  OnwardImportReport report;

  onward_store_set_reconcile (f->store, onward_reconcile);
  report = load_sample (f, TRUE);
  g_assert_cmpuint (report.added, ==, report.read);
  report = load_sample (f, TRUE);
  g_assert_cmpuint (report.added + report.updated, ==, 0);
}

/* The interview at this place of a day, with the days counted from today. */
static OnwardAgendaEntry *
get_interview (OnwardFixture *f, int day, guint index)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (f->now.zone);
  int today = onward_zone_day (zone, f->now.unix_time);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) agenda = onward_agenda_get (f->store, today + day, today + day, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < agenda->len; i++)
    {
      OnwardAgendaEntry *entry = g_ptr_array_index (agenda, i);

      if (entry->interview != 0 && index-- == 0)
        return g_ptr_array_steal_index (agenda, i);
    }
  return NULL;
}

static void
assert_interview (OnwardFixture *f, int day, guint index, const char *company, const char *from, const char *until)
{
  g_autoptr (OnwardAgendaEntry) entry = get_interview (f, day, index);
  char buffer[ONWARD_WALL_SIZE];

  g_assert_nonnull (entry);
  g_assert_cmpstr (entry->company_name, ==, company);
  g_assert_cmpstr (onward_wall_format (entry->start, buffer) + strlen ("YYYY-MM-DDT"), ==, from);
  g_assert_cmpstr (onward_wall_format (entry->end, buffer) + strlen ("YYYY-MM-DDT"), ==, until);
  g_assert_cmpint (entry->ended, ==, entry->ends_at <= f->now.unix_time);
}

/* A store of its own for each zone and each day of a week, in which the clocks change in some of them. */
static void
for_each_morning (OnwardFixture *f, void (*check) (OnwardFixture *f))
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (int day = onward_day_from_civil (2026, 10, 23); day <= onward_day_from_civil (2026, 10, 29); day++)
      {
        onward_fixture_tear_down (f, NULL);
        onward_fixture_set_up (f, NULL);
        set_clock (f, zones[i], day);
        onward_store_set_reconcile (f->store, onward_reconcile);
        g_test_message ("%s, weekday %d", zones[i], onward_day_weekday (day));
        load_sample (f, TRUE);
        check (f);
      }
}

static void
check_calendar (OnwardFixture *f)
{
  assert_interview (f, -2, 0, "Helix Robotics", "14:00", "15:00");
  assert_interview (f, -1, 0, "Kestrel", "16:00", "17:00");
  assert_interview (f, 0, 0, "Fjord Energy", "08:45", "09:45");
  assert_interview (f, 1, 0, "Sable Audio", "09:30", "10:15");
  assert_interview (f, 1, 1, "Meridian", "10:00", "10:30");
  assert_interview (f, 5, 0, "Kestrel", "14:00", "16:00");
}

static guint
count_due (GPtrArray *rows, OnwardUrgency urgency, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      OnwardDue *row = g_ptr_array_index (rows, i);

      if (row->urgency == urgency && (rule == NULL || strcmp (row->rule, rule) == 0))
        n++;
    }
  return n;
}

static void
assert_some_are_due (GPtrArray *rows, OnwardUrgency urgency, const char *rule, guint least, guint most)
{
  guint n = count_due (rows, urgency, rule);

  if (n < least || n > most)
    g_error ("%s %s: %u instead of %u to %u", onward_urgency_get_name (urgency), rule, n, least, most);
}

static guint
count_alerts (OnwardFixture *f, GPtrArray *rows)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (f->now.zone);
  char now[ONWARD_WALL_SIZE];
  guint n = 0;

  onward_wall_format (onward_zone_wall (zone, f->now.unix_time), now);
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (((OnwardDue *)g_ptr_array_index (rows, i))->moment, now) <= 0)
      n++;
  return n;
}

static void
check_due (OnwardFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = onward_follow_ups_due (f->store, 7, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_alerts (f, rows), >=, 2);
  assert_some_are_due (rows, ONWARD_URGENCY_OVERDUE, NULL, 1, 4);
  assert_some_are_due (rows, ONWARD_URGENCY_OVERDUE, "thank-you", 1, 1);
  assert_some_are_due (rows, ONWARD_URGENCY_TODAY, NULL, 4, 10);
  assert_some_are_due (rows, ONWARD_URGENCY_TODAY, "debrief", 1, 1);
  assert_some_are_due (rows, ONWARD_URGENCY_TODAY, "thank-you", 2, 2);
  assert_some_are_due (rows, ONWARD_URGENCY_TODAY, "verify-names", 1, 1);
  assert_some_are_due (rows, ONWARD_URGENCY_UPCOMING, NULL, 4, 25);
  assert_some_are_due (rows, ONWARD_URGENCY_UPCOMING, "decision-check-in", 2, 4);
  assert_some_are_due (rows, ONWARD_URGENCY_UPCOMING, "rejection-thank-you", 1, 1);
  assert_some_are_due (rows, ONWARD_URGENCY_UPCOMING, "keep-in-touch", 1, 4);
}

static void
check_morning (OnwardFixture *f)
{
  check_calendar (f);
  check_due (f);
}

static void
test_mornings (OnwardFixture *f, gconstpointer data)
{
  for_each_morning (f, check_morning);
}

#define ADD(path, func) g_test_add (path, OnwardFixture, NULL, onward_fixture_set_up, func, onward_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sample/it comes back byte for byte", test_same_bytes);
  ADD ("/sample/loading it twice changes nothing", test_loaded_twice);
  ADD ("/sample/it is the same morning on every day of the week and in every zone", test_mornings);
  return g_test_run ();
}
