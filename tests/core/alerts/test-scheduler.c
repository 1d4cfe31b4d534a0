/* test-scheduler.c - each alert is raised at its moment, once, and none is lost */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "alerts/onward-scheduler.h"
#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-alerts.h"
#include "store/onward-follow-up-change.h"

#include <string.h>

#define LIMIT (10 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  char *path;
  OnwardClock *clock;
  OnwardStore *store;
  OnwardScheduler *scheduler;
  GPtrArray *raised;    /* OnwardAlert */
  GPtrArray *withdrawn; /* OnwardAlert */
} Desk;

static int reconciled;

static gboolean
count_reconcile (OnwardWriter *writer, GError **error)
{
  reconciled++;
  return TRUE;
}

static void
raise_cb (OnwardScheduler *scheduler, OnwardAlert *alert, Desk *desk)
{
  g_ptr_array_add (desk->raised, onward_alert_ref (alert));
}

static void
withdraw_cb (OnwardScheduler *scheduler, OnwardAlert *alert, Desk *desk)
{
  g_ptr_array_add (desk->withdrawn, onward_alert_ref (alert));
}

/* The program starts: the same folder, another process's memory. */
static void
start (Desk *desk, const char *wall, gboolean raises)
{
  g_autoptr (GError) error = NULL;

  desk->clock = onward_clock_new_at (wall, "Europe/Amsterdam", TRUE, &error);
  g_assert_no_error (error);
  desk->store = onward_store_open (desk->path, onward_clock_get_now, desk->clock, &error);
  g_assert_no_error (error);
  onward_store_set_reconcile (desk->store, count_reconcile);
  desk->raised = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_alert_unref);
  desk->withdrawn = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_alert_unref);
  desk->scheduler = onward_scheduler_new (desk->store, desk->clock);
  onward_scheduler_set_raises (desk->scheduler, raises);
  g_signal_connect (desk->scheduler, "raise", G_CALLBACK (raise_cb), desk);
  g_signal_connect (desk->scheduler, "withdraw", G_CALLBACK (withdraw_cb), desk);
}

static gboolean
do_nothing (OnwardWriter *writer, gpointer data, GError **error)
{
  return TRUE;
}

/* The scheduler's commands were given first, and each may lead to another. */
static void
settle (Desk *desk)
{
  for (int i = 0; i < 5; i++)
    {
      onward_store_run (desk->store, NULL, do_nothing, NULL, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
stop (Desk *desk)
{
  settle (desk);
  g_signal_handlers_disconnect_by_data (desk->scheduler, desk);
  g_assert_finalize_object (g_steal_pointer (&desk->scheduler));
  onward_store_close (desk->store);
  g_assert_finalize_object (g_steal_pointer (&desk->store));
  g_assert_finalize_object (g_steal_pointer (&desk->clock));
  g_clear_pointer (&desk->raised, g_ptr_array_unref);
  g_clear_pointer (&desk->withdrawn, g_ptr_array_unref);
}

static void
set_up (Desk *desk, gconstpointer data)
{
  desk->folder = g_dir_make_tmp ("onward-test-XXXXXX", NULL);
  desk->path = g_build_filename (desk->folder, "data", "onward.db", NULL);
  reconciled = 0;
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  if (desk->store != NULL)
    stop (desk);
  onward_fixture_remove (desk->folder);
  g_free (desk->folder);
  g_free (desk->path);
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
add_follow_up (Desk *desk, const char *title, const char *remind_at)
{
  g_autoptr (OnwardFollowUp) follow_up = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);
  g_autoptr (GError) error = NULL;

  onward_set_text (&follow_up->title, title);
  onward_set_text (&follow_up->rule, "manual");
  onward_set_text (&follow_up->state, "open");
  onward_set_text (&follow_up->remind_at, remind_at);
  onward_set_text (&follow_up->due, "2026-03-02T23:59");
  onward_store_run (desk->store, "add", insert_record, follow_up, &error);
  g_assert_no_error (error);
  return follow_up->record.id;
}

static void
wait_for_raised (Desk *desk, guint n)
{
  gint64 end = g_get_monotonic_time () + LIMIT;

  while (desk->raised->len < n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (desk->raised->len, ==, n);
}

static void
change (Desk *desk, OnwardFollowUpChange *what)
{
  g_autoptr (GError) error = NULL;

  onward_follow_up_change_run (desk->store, what, &error);
  g_assert_no_error (error);
}

static OnwardAlert *
get_raised (Desk *desk, guint i)
{
  return desk->raised->pdata[i];
}

static void
test_moment (Desk *desk, gconstpointer data)
{
  gint64 moment;

  start (desk, "2026-03-02T09:59:58", TRUE);
  add_follow_up (desk, "Thank Amara Okafor", "2026-03-02T10:00");
  moment = onward_clock_get_microseconds (desk->clock) / G_USEC_PER_SEC / 60 * 60 + 60;
  onward_scheduler_start (desk->scheduler);
  settle (desk);
  g_assert_cmpuint (desk->raised->len, ==, 0);
  wait_for_raised (desk, 1);
  g_assert_cmpint (onward_clock_get_microseconds (desk->clock), >=, moment * G_USEC_PER_SEC);
  g_assert_cmpint (onward_clock_get_microseconds (desk->clock), <, (moment + 1) * G_USEC_PER_SEC);
  g_assert_cmpstr (get_raised (desk, 0)->title, ==, "Thank Amara Okafor");
}

static void
test_restart (Desk *desk, gconstpointer data)
{
  start (desk, "2026-03-02T10:00", TRUE);
  add_follow_up (desk, "Thank Amara Okafor", "2026-03-02T10:00");
  onward_scheduler_start (desk->scheduler);
  wait_for_raised (desk, 1);
  onward_scheduler_alert_shown (desk->scheduler, get_raised (desk, 0));
  settle (desk);
  g_assert_cmpuint (desk->raised->len, ==, 1);
  stop (desk);

  start (desk, "2026-03-02T10:05", TRUE);
  onward_scheduler_start (desk->scheduler);
  settle (desk);
  g_assert_cmpuint (desk->raised->len, ==, 0);
}

static void
test_killed (Desk *desk, gconstpointer data)
{
  start (desk, "2026-03-02T10:00", TRUE);
  add_follow_up (desk, "Thank Amara Okafor", "2026-03-02T10:00");
  onward_scheduler_start (desk->scheduler);
  wait_for_raised (desk, 1);
  stop (desk);

  start (desk, "2026-03-02T10:05", TRUE);
  onward_scheduler_start (desk->scheduler);
  wait_for_raised (desk, 1);
}

static void
test_group (Desk *desk, gconstpointer data)
{
  start (desk, "2026-03-02T10:00", TRUE);
  for (int i = 0; i < 4; i++)
    add_follow_up (desk, "Write down the interview", "2026-03-01T09:00");
  onward_scheduler_start (desk->scheduler);
  settle (desk);
  g_assert_cmpuint (desk->raised->len, ==, 1);
  g_assert_cmpuint (get_raised (desk, 0)->follow_ups->len, ==, 4);
  g_assert_cmpstr (get_raised (desk, 0)->title, ==, "4 follow-ups are due");
}

static void
test_three (Desk *desk, gconstpointer data)
{
  start (desk, "2026-03-02T10:00", TRUE);
  for (int i = 0; i < 3; i++)
    add_follow_up (desk, "Write down the interview", "2026-03-01T09:00");
  onward_scheduler_start (desk->scheduler);
  settle (desk);
  g_assert_cmpuint (desk->raised->len, ==, 3);
}

static void
test_snooze (Desk *desk, gconstpointer data)
{
  gint64 id;

  start (desk, "2026-03-02T10:00:58", TRUE);
  id = add_follow_up (desk, "Thank Amara Okafor", "2026-03-02T10:00");
  onward_scheduler_start (desk->scheduler);
  wait_for_raised (desk, 1);
  change (desk, onward_follow_up_change_snooze (id, "2026-03-02T10:01"));
  g_assert_cmpuint (desk->withdrawn->len, ==, 1);
  g_assert_true (desk->withdrawn->pdata[0] == desk->raised->pdata[0]);
  wait_for_raised (desk, 2);
}

static void
test_done_elsewhere (Desk *desk, gconstpointer data)
{
  gint64 id;

  start (desk, "2026-03-02T10:00", TRUE);
  id = add_follow_up (desk, "Thank Amara Okafor", "2026-03-02T10:00");
  onward_scheduler_start (desk->scheduler);
  wait_for_raised (desk, 1);
  change (desk, onward_follow_up_change_done (id, NULL));
  g_assert_cmpuint (desk->withdrawn->len, ==, 1);
}

static void
test_no_server (Desk *desk, gconstpointer data)
{
  start (desk, "2026-03-02T10:00", TRUE);
  add_follow_up (desk, "Thank Amara Okafor", "2026-03-02T10:00");
  add_follow_up (desk, "Thank Jonas Lindqvist", "2026-03-02T10:00");
  onward_scheduler_start (desk->scheduler);
  wait_for_raised (desk, 2);
  onward_scheduler_alert_failed (desk->scheduler, get_raised (desk, 0));
  onward_scheduler_alert_failed (desk->scheduler, get_raised (desk, 1));
  onward_scheduler_retry (desk->scheduler);
  wait_for_raised (desk, 4);

  /* What nobody could show becomes one with what comes up later. */
  add_follow_up (desk, "Thank Birgit Solheim", "2026-03-02T10:00");
  add_follow_up (desk, "Thank Ines Carvalho", "2026-03-02T10:00");
  settle (desk);
  for (guint i = 2; i < desk->raised->len; i++)
    onward_scheduler_alert_failed (desk->scheduler, get_raised (desk, i));
  g_ptr_array_set_size (desk->raised, 0);
  onward_scheduler_retry (desk->scheduler);
  g_assert_cmpuint (desk->raised->len, ==, 1);
  g_assert_cmpuint (get_raised (desk, 0)->follow_ups->len, ==, 4);
}

static void
test_time_passes (Desk *desk, gconstpointer data)
{
  g_autoptr (OnwardInterview) interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);
  gint64 end = g_get_monotonic_time () + LIMIT;
  int before;

  start (desk, "2026-03-02T09:59:58", FALSE);
  onward_set_text (&interview->starts_at, "2026-03-02T09:00:00+01:00");
  onward_store_run (desk->store, "add", insert_record, interview, NULL);
  add_follow_up (desk, "Thank Amara Okafor", "2026-03-02T10:00");
  onward_scheduler_start (desk->scheduler);
  settle (desk);
  before = reconciled;
  while (reconciled == before && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (reconciled, ==, before + 1);
  settle (desk);
  g_assert_cmpuint (desk->raised->len, ==, 0);
}

static void
add_interview (Desk *desk, const char *starts_at)
{
  g_autoptr (OnwardInterview) interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);

  onward_set_text (&interview->starts_at, starts_at);
  onward_store_run (desk->store, "add", insert_record, interview, NULL);
}

static void
test_interview (Desk *desk, gconstpointer data)
{
  start (desk, "2026-03-02T09:59:58", TRUE);
  onward_scheduler_start (desk->scheduler);
  settle (desk);
  add_interview (desk, "2026-03-02T11:00:00+01:00");
  settle (desk);
  g_assert_cmpuint (desk->raised->len, ==, 0); /* the user has just entered it */
  wait_for_raised (desk, 1);
  g_assert_cmpuint (get_raised (desk, 0)->interviews->len, ==, 1);
  g_assert_nonnull (strstr (get_raised (desk, 0)->body, "in 60 minutes"));
}

static void
test_moved_interview (Desk *desk, gconstpointer data)
{
  g_autoptr (OnwardInterview) interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);

  start (desk, "2026-03-02T10:00:00", TRUE);
  onward_set_text (&interview->starts_at, "2026-03-02T10:30:00+01:00");
  onward_store_run (desk->store, "add", insert_record, interview, NULL);
  onward_scheduler_start (desk->scheduler);
  wait_for_raised (desk, 1);
  onward_set_text (&interview->starts_at, "2026-03-02T11:00:02+01:00");
  onward_store_run (desk->store, "move", update_record, interview, NULL);
  settle (desk);
  g_assert_cmpuint (desk->withdrawn->len, ==, 1);
  wait_for_raised (desk, 2);
}

/* The moment was passed over while the clock was wrong, and the program looked in between. */
static void
test_clock_set_back (Desk *desk, gconstpointer data)
{
  gint64 now;

  start (desk, "2026-03-02T08:00:00", TRUE);
  onward_scheduler_start (desk->scheduler);
  settle (desk);
  add_interview (desk, "2026-03-02T11:00:00+01:00");
  settle (desk);
  now = onward_clock_get_microseconds (desk->clock) / G_USEC_PER_SEC;
  onward_clock_set_now (desk->clock, now + 24 * 3600);
  settle (desk);
  g_assert_cmpuint (desk->raised->len, ==, 0);
  onward_clock_set_now (desk->clock, now + 2 * 3600 + 60);
  wait_for_raised (desk, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/scheduler/" path, Desk, NULL, set_up, test, tear_down)
  ADD ("an-alert-is-raised-at-its-moment-and-not-before", test_moment);
  ADD ("an-alert-that-was-shown-is-not-raised-after-a-restart", test_restart);
  ADD ("an-alert-that-was-decided-but-not-shown-is-raised-after-a-restart", test_killed);
  ADD ("more-than-three-at-once-become-one", test_group);
  ADD ("three-at-once-stay-three", test_three);
  ADD ("a-snoozed-follow-up-takes-its-alert-back-and-is-raised-anew", test_snooze);
  ADD ("an-alert-goes-when-its-follow-up-was-done-elsewhere", test_done_elsewhere);
  ADD ("what-could-not-be-shown-is-raised-again", test_no_server);
  ADD ("the-playbook-learns-that-an-interview-has-ended-also-without-alerts", test_time_passes);
  ADD ("an-interview-is-told-an-hour-before-and-not-when-it-is-entered-late", test_interview);
  ADD ("an-interview-that-is-moved-is-told-anew", test_moved_interview);
  ADD ("an-interview-is-told-when-the-clock-was-wrong-at-its-hour", test_clock_set_back);
  return g_test_run ();
}
