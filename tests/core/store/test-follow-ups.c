/* test-follow-ups.c - the due list is in order, and done, skip, snooze and move do what they say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "playbook/onward-wall.h"
#include "store/onward-agenda.h"
#include "store/onward-due-briefs.h"
#include "store/onward-follow-up-change.h"

/* A follow-up, or a touch with the person when it has a direction. */
typedef struct
{
  const char *key;
  const char *rule;
  const char *remind_at;
  const char *due;
  const char *snoozed_until;
  gint64 contact;
  const char *state;
} Row;

typedef struct
{
  const char *at;
  const char *direction;
} Message;

static gboolean
add_rows (OnwardWriter *writer, gpointer data, GError **error)
{
  for (const Row *row = data; row->key != NULL; row++)
    {
      g_autoptr (OnwardFollowUp) follow_up = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);

      onward_set_text (&follow_up->key, row->key);
      onward_set_text (&follow_up->rule, row->rule);
      onward_set_text (&follow_up->title, row->key);
      onward_set_text (&follow_up->remind_at, row->remind_at);
      onward_set_text (&follow_up->due, row->due);
      onward_set_text (&follow_up->snoozed_until, row->snoozed_until);
      onward_set_text (&follow_up->state, row->state != NULL ? row->state : "open");
      follow_up->contact = row->contact;
      if (!onward_writer_insert (writer, follow_up, error))
        return FALSE;
    }
  return TRUE;
}

/* Row 1 of the contacts, at company 1. */
static gboolean
add_amara (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardCompany) company = g_object_new (ONWARD_TYPE_COMPANY, NULL);
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&company->name, "Northwind");
  if (!onward_writer_insert (writer, company, error))
    return FALSE;
  onward_set_text (&contact->name, "Amara Okafor");
  contact->company = company->record.id;
  return onward_writer_insert (writer, contact, error);
}

static gboolean
add_messages (OnwardWriter *writer, gpointer data, GError **error)
{
  for (const Message *message = data; message->at != NULL; message++)
    {
      g_autoptr (OnwardTouch) touch = g_object_new (ONWARD_TYPE_TOUCH, NULL);
      g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
      OnwardTouchContact *person = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);

      onward_set_text (&touch->at, message->at);
      onward_set_text (&touch->direction, message->direction);
      person->contact = 1;
      g_ptr_array_add (people, person);
      if (!onward_writer_insert (writer, touch, error)
          || !onward_writer_set_children (writer, touch, ONWARD_TYPE_TOUCH_CONTACT, people, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_interviews (OnwardWriter *writer, gpointer data, GError **error)
{
  for (const Row *row = data; row->key != NULL; row++)
    {
      g_autoptr (OnwardInterview) interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);

      onward_set_text (&interview->kind, row->key);
      onward_set_text (&interview->status, row->state);
      onward_set_text (&interview->starts_at, row->remind_at);
      if (!onward_writer_insert (writer, interview, error))
        return FALSE;
    }
  return TRUE;
}

static void
run (OnwardFixture *f, OnwardCommandFunc command, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, NULL, command, (gpointer)data, &error);
  g_assert_no_error (error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *)a < *(const gint64 *)b ? -1 : *(const gint64 *)a > *(const gint64 *)b;
}

/* The first of each urgency are those of the list, in its order. */
static void
assert_first (OnwardFixture *f, GArray *briefs, GPtrArray *list, guint limit)
{
  const guint limits[] = { limit, limit, limit };
  g_autoptr (GPtrArray) loaded = onward_due_briefs_load (f->store, briefs, limits, NULL);
  guint taken[G_N_ELEMENTS (limits)] = { 0 };
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      OnwardDue *due = list->pdata[i];

      if (taken[due->urgency]++ >= limit)
        continue;
      g_assert_cmpuint (n, <, loaded->len);
      g_assert_cmpstr (((OnwardDue *)loaded->pdata[n])->key, ==, due->key);
      g_assert_cmpint (((OnwardDue *)loaded->pdata[n++])->urgency, ==, due->urgency);
    }
  g_assert_cmpuint (n, ==, loaded->len);
}

/* In brief it is the same rows by their moments, and the first of them can be asked for. */
static void
assert_briefs (OnwardFixture *f, int days, GPtrArray *list)
{
  g_autoptr (GArray) briefs = onward_due_briefs_list (f->store, days, NULL);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_cmpuint (briefs->len, ==, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const OnwardDueBrief *brief = &g_array_index (briefs, OnwardDueBrief, i);
      OnwardDue *due = list->pdata[i];

      g_assert_cmpint (brief->urgency, ==, due->urgency);
      g_array_append_val (ids, brief->id);
      g_array_append_val (expected, due->id);
    }
  g_array_sort (ids, compare_ids);
  g_array_sort (expected, compare_ids);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected->data, expected->len * sizeof (gint64));
  assert_first (f, briefs, list, 0);
  assert_first (f, briefs, list, 1);
  assert_first (f, briefs, list, 2);
  assert_first (f, briefs, list, G_MAXUINT);
}

/* What the list holds, one line each: key, urgency. */
static void
assert_due (OnwardFixture *f, int days, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = onward_follow_ups_due (f->store, days, &error);
  g_autoptr (GString) seen = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      OnwardDue *due = list->pdata[i];

      g_string_append_printf (seen, "%s %s\n", due->key, onward_urgency_get_name (due->urgency));
    }
  g_assert_cmpstr (seen->str, ==, expected);
  assert_briefs (f, days, list);
}

static OnwardFollowUp *
get_row (OnwardFixture *f, const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 id = onward_follow_ups_find (f->store, key, &error);

  g_assert_no_error (error);
  return onward_store_get_record (f->store, ONWARD_TYPE_FOLLOW_UP, id);
}

/* The fixture stands at 2026-03-02T10:00 in Amsterdam, a Monday. */
static void
test_order (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = {
    { "k", "keep-in-touch", "2026-03-02T12:00", "2026-03-03T12:00" },
    { "d", "debrief", "2026-03-02T12:00", "2026-03-03T12:00" },
    { "m", "manual", "2026-03-02T12:00", "2026-03-03T12:00" },
    { "t2", "thank-you", "2026-03-02T12:00", "2026-03-02T13:00" },
    { "t1", "thank-you", "2026-03-02T12:00", "2026-03-02T13:00" },
    { "snoozed", "thank-you", "2026-03-01T12:00", "2026-03-04T13:00", "2026-03-02T12:30" },
    { "snoozed into the past", "thank-you", "2026-03-02T11:00", "2026-03-04T13:00", "2026-03-01T12:30" },
    { "done", "thank-you", "2026-03-01T12:00", "2026-03-01T13:00", NULL, 0, "done" },
    { NULL },
  };

  run (f, add_rows, rows);
  assert_due (f, 7, "snoozed into the past today\nt1 today\nt2 today\nd today\nk today\nm today\nsnoozed today\n");
}

static void
test_urgency (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = {
    { "late", "thank-you", "2026-02-20T12:00", "2026-03-02T09:59" },
    { "not yet late", "thank-you", "2026-03-01T12:00", "2026-03-02T10:00" },
    { "tonight", "debrief", "2026-03-02T23:59", "2026-03-04T23:59" },
    { "tomorrow", "debrief", "2026-03-03T00:00", "2026-03-04T23:59" },
    { "in a week", "debrief", "2026-03-09T23:59", "2026-03-10T23:59" },
    { "later", "debrief", "2026-03-10T00:00", "2026-03-10T23:59" },
    { "late though snoozed", "thank-you", "2026-02-20T12:00", "2026-03-01T09:59", "2026-04-02T09:00" },
    { NULL },
  };

  run (f, add_rows, rows);
  assert_due (f, 7,
              "late overdue\nnot yet late today\ntonight today\ntomorrow upcoming\nin a week upcoming\n"
              "late though snoozed overdue\n");
  assert_due (f, 0, "late overdue\nnot yet late today\ntonight today\nlate though snoozed overdue\n");
}

/* 2026-10-25, 03:00 becomes 02:00 in Amsterdam. At the second 02:10 what was due at 02:30 is late. */
static void
test_repeated_hour (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = {
    { "first", "debrief", "2026-10-25T01:00", "2026-10-25T02:30" },
    { "after", "debrief", "2026-10-25T01:00", "2026-10-25T03:00" },
    { NULL },
  };

  run (f, add_rows, rows);
  f->now.unix_time = 1792887000; /* 2026-10-25T02:10+02:00 */
  assert_due (f, 0, "first today\nafter today\n");
  f->now.unix_time += 3600;
  assert_due (f, 0, "first overdue\nafter today\n");
}

static void
test_names (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = { { "a", "thank-you", "2026-03-02T12:00", "2026-03-02T13:00", NULL, 1 }, { NULL } };
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *next = NULL;
  OnwardDue *due;

  run (f, add_amara, NULL);
  g_assert_null (onward_follow_ups_get_next_moment (f->store));
  run (f, add_rows, rows);
  list = onward_follow_ups_due (f->store, 7, NULL);
  due = list->pdata[0];
  g_assert_cmpstr (due->contact_name, ==, "Amara Okafor");
  g_assert_cmpstr (due->company_name, ==, "Northwind");
  g_assert_cmpint (due->contact, ==, 1);
  g_assert_cmpint (due->company, ==, 0);
  next = onward_follow_ups_get_next_moment (f->store);
  g_assert_cmpstr (next, ==, "2026-03-02T12:00");
}

static char
find_pressure (OnwardFixture *f)
{
  g_autoptr (GPtrArray) list = onward_follow_ups_due (f->store, 7, NULL);
  g_autofree char *words = onward_due_describe_pressure (f->store, list->pdata[0]);

  return words != NULL ? words[strcspn (words, "0123456789")] : '-';
}

static void
test_pressure (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = { { "a", "thank-you", "2026-03-02T12:00", "2026-03-02T13:00", NULL, 1 }, { NULL } };
  static const Message early[] = { { "2026-01-31T11:59:00+01:00", "out" },
                                   { "2026-01-31T12:00:00+01:00", "out" },
                                   { NULL } };
  static const Message second[] = { { "2026-02-20T12:00:00+01:00", "out" }, { NULL } };
  static const Message answer[] = { { "2026-02-21T12:00:00+01:00", "in" }, { NULL } };
  static const Message again[] = { { "2026-02-22T12:00:00+01:00", "out" },
                                   { "2026-02-23T12:00:00+01:00", "out" },
                                   { NULL } };

  run (f, add_amara, NULL);
  run (f, add_rows, rows);
  g_assert_cmpint (find_pressure (f), ==, '-');
  run (f, add_messages, early);
  g_assert_cmpint (find_pressure (f), ==, '-');
  run (f, add_messages, second);
  g_assert_cmpint (find_pressure (f), ==, '2');
  run (f, add_messages, answer);
  g_assert_cmpint (find_pressure (f), ==, '-');
  run (f, add_messages, again);
  g_assert_cmpint (find_pressure (f), ==, '2');
}

static void
test_done (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = {
    { "a", "thank-you", "2026-03-02T12:00", "2026-03-02T13:00", NULL, 1 },
    { "b", "thank-you", "2026-03-02T12:00", "2026-03-02T13:00", NULL, 1 },
    { NULL },
  };
  g_autoptr (OnwardFollowUp) first = NULL;
  g_autoptr (OnwardFollowUp) second = NULL;
  g_autoptr (OnwardTouch) touch = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  run (f, add_amara, NULL);
  run (f, add_rows, rows);
  first = get_row (f, "a");
  second = get_row (f, "b");
  g_assert_true (onward_follow_up_change_run (f->store, onward_follow_up_change_done (first->record.id, NULL), NULL));
  g_assert_cmpstr (first->state, ==, "done");
  g_assert_cmpstr (first->done_at, ==, "2026-03-02T10:00:00+01:00");
  g_assert_null (onward_store_get_record (f->store, ONWARD_TYPE_TOUCH, 1));
  g_assert_cmpstr (onward_store_get_undo_label (f->store), ==, "“a” done");

  g_assert_false (
      onward_follow_up_change_run (f->store, onward_follow_up_change_done (second->record.id, "pigeon"), &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  g_assert_cmpstr (second->state, ==, "open");
  g_assert_true (
      onward_follow_up_change_run (f->store, onward_follow_up_change_done (second->record.id, "card"), NULL));
  touch = onward_store_get_record (f->store, ONWARD_TYPE_TOUCH, 1);
  g_assert_cmpstr (touch->direction, ==, "out");
  g_assert_cmpstr (touch->kind, ==, "thank-you");
  g_assert_cmpstr (touch->channel, ==, "card");
  g_assert_cmpstr (touch->at, ==, "2026-03-02T10:00:00+01:00");
  people = onward_store_get_children (f->store, touch, ONWARD_TYPE_TOUCH_CONTACT);
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpint (((OnwardTouchContact *)people->pdata[0])->contact, ==, 1);
  g_assert_cmpstr (second->channel, ==, "card");
}

static void
test_skip_is_final (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = { { "a", "thank-you", "2026-03-02T12:00", "2026-03-02T13:00" }, { NULL } };
  g_autoptr (OnwardFollowUp) row = NULL;
  g_autoptr (GError) error = NULL;

  run (f, add_rows, rows);
  row = get_row (f, "a");
  g_assert_true (onward_follow_up_change_run (f->store, onward_follow_up_change_skip (row->record.id), NULL));
  g_assert_cmpstr (row->state, ==, "skipped");
  g_assert_cmpstr (row->done_at, ==, "2026-03-02T10:00:00+01:00");
  assert_due (f, 7, "");
  g_assert_false (onward_follow_up_change_run (f->store, onward_follow_up_change_done (row->record.id, NULL), &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  g_assert_cmpstr (row->state, ==, "skipped");
}

static void
test_snooze (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = { { "a", "thank-you", "2026-03-02T09:00", "2026-03-02T13:00" }, { NULL } };
  g_autoptr (OnwardFollowUp) row = NULL;
  g_autoptr (GError) error = NULL;

  run (f, add_rows, rows);
  row = get_row (f, "a");
  g_assert_true (onward_follow_up_change_run (
      f->store, onward_follow_up_change_snooze (row->record.id, "2026-03-05T09:00"), NULL));
  g_assert_cmpstr (row->snoozed_until, ==, "2026-03-05T09:00");
  g_assert_cmpstr (row->remind_at, ==, "2026-03-02T09:00");
  g_assert_cmpstr (row->due, ==, "2026-03-02T13:00");
  assert_due (f, 7, "a upcoming\n");
  g_assert_false (onward_follow_up_change_run (
      f->store, onward_follow_up_change_snooze (row->record.id, "2026-02-30T09:00"), &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
}

static void
test_move (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = {
    { "a", "thank-you", "2026-03-02T12:00", "2026-03-03T13:00", "2026-03-04T09:00" },
    { "p", "prep-names", "2026-03-02T12:00", "2026-03-03T13:00" },
    { NULL },
  };
  g_autoptr (OnwardFollowUp) row = NULL;
  g_autoptr (OnwardFollowUp) prep = NULL;
  g_autoptr (GError) error = NULL;

  run (f, add_rows, rows);
  row = get_row (f, "a");
  prep = get_row (f, "p");
  g_assert_true (
      onward_follow_up_change_run (f->store, onward_follow_up_change_move (row->record.id, "2026-03-07T08:15"), NULL));
  g_assert_cmpstr (row->remind_at, ==, "2026-03-07T08:15");
  g_assert_cmpstr (row->due, ==, "2026-03-08T13:00");
  g_assert_true (row->moved_by_user);
  g_assert_null (row->snoozed_until);
  g_assert_true (
      onward_follow_up_change_run (f->store, onward_follow_up_change_move (prep->record.id, "2026-03-03T08:00"), NULL));
  g_assert_cmpstr (prep->remind_at, ==, "2026-03-03T08:00");
  g_assert_cmpstr (prep->due, ==, "2026-03-03T13:00");
  g_assert_false (onward_follow_up_change_run (
      f->store, onward_follow_up_change_move (prep->record.id, "2026-03-03T14:00"), &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
}

/* Later on the day on which it is late: it is late then, not before it comes up (law 4). */
static void
test_move_past_due (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = { { "a", "thank-you", "2026-03-02T12:00", "2026-03-02T13:00" }, { NULL } };
  g_autoptr (OnwardFollowUp) row = NULL;

  run (f, add_rows, rows);
  row = get_row (f, "a");
  g_assert_true (
      onward_follow_up_change_run (f->store, onward_follow_up_change_move (row->record.id, "2026-03-02T18:00"), NULL));
  g_assert_cmpstr (row->due, ==, "2026-03-02T18:00");
}

static void
test_unknown_key (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = { { "thank-you:1:2", "thank-you", "2026-03-02T12:00", "2026-03-02T13:00" }, { NULL } };
  g_autoptr (GError) error = NULL;

  run (f, add_rows, rows);
  g_assert_cmpint (onward_follow_ups_find (f->store, "thank-you:1:2", NULL), ==, 1);
  g_assert_cmpint (onward_follow_ups_find (f->store, "thank-you:1", &error), ==, 0);
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NOT_FOUND);
}

/* The agenda's days are the user's: 23:30 in London is the next day in Amsterdam. */
static void
test_agenda (OnwardFixture *f, gconstpointer data)
{
  static const Row interviews[] = {
    { "phone", NULL, "2026-03-02T23:30:00+00:00", NULL, NULL, 0, "booked" },
    { "video", NULL, "2026-03-03T12:00:00+01:00", NULL, NULL, 0, "booked" },
    { "panel", NULL, "2026-03-03T12:00:00+01:00", NULL, NULL, 0, "cancelled" },
    { "final", NULL, "2026-03-04T00:00:00+01:00", NULL, NULL, 0, "booked" },
    { NULL },
  };
  static const Row rows[] = {
    { "a", "thank-you", "2026-03-03T12:00", "2026-03-03T13:00" },
    { "b", "debrief", "2026-03-03T12:00", "2026-03-03T13:00" },
    { "snoozed out", "debrief", "2026-03-03T12:00", "2026-03-03T13:00", "2026-03-04T09:00" },
    { NULL },
  };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);
  char buffer[ONWARD_WALL_SIZE];
  int day;

  run (f, add_interviews, interviews);
  run (f, add_rows, rows);
  onward_day_parse ("2026-03-03", &day);
  list = onward_agenda_get (f->store, day, day, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      OnwardAgendaEntry *entry = list->pdata[i];

      g_string_append_printf (seen, "%s %s\n", onward_wall_format (entry->start, buffer),
                              entry->due != NULL ? entry->due->key : entry->kind);
    }
  g_assert_cmpstr (seen->str, ==,
                   "2026-03-03T00:30 phone\n2026-03-03T12:00 video\n2026-03-03T12:00 b\n2026-03-03T12:00 a\n");
}

static void
test_next_day (OnwardFixture *f, gconstpointer data)
{
  static const Row interviews[] = {
    { "phone", NULL, "2026-03-05T23:30:00+00:00", NULL, NULL, 0, "booked" },
    { "final", NULL, "2026-03-04T09:00:00+01:00", NULL, NULL, 0, "cancelled" },
    { NULL },
  };
  static const Row rows[] = {
    { "a", "thank-you", "2026-03-10T12:00", "2026-03-11T13:00" },
    { "done", "debrief", "2026-03-04T12:00", "2026-03-05T13:00", NULL, 0, "done" },
    { NULL },
  };
  int day = onward_day_from_civil (2026, 3, 2);

  g_assert_cmpint (onward_agenda_find_next (f->store, day), ==, ONWARD_NO_DAY);
  run (f, add_rows, rows);
  g_assert_cmpint (onward_agenda_find_next (f->store, day), ==, day + 8);
  run (f, add_interviews, interviews);
  g_assert_cmpint (onward_agenda_find_next (f->store, day), ==, day + 4);
  g_assert_cmpint (onward_agenda_find_next (f->store, day + 4), ==, day + 8);
  g_assert_cmpint (onward_agenda_find_next (f->store, day + 8), ==, ONWARD_NO_DAY);
}

static void
test_about_a_person (OnwardFixture *f, gconstpointer data)
{
  static const Row rows[] = {
    { "keep-in-touch:b", "keep-in-touch", "2026-04-02T09:00", "2026-04-09T23:59", NULL, 1 },
    { "thank-you:a", "thank-you", "2026-02-27T16:00", "2026-02-28T14:00", NULL, 1 },
    { "thank-you:c", "thank-you", "2026-02-27T16:00", "2026-02-28T14:00", NULL, 1, "done" },
    { "debrief:d", "debrief", "2026-03-02T11:00", "2026-03-03T23:59" },
    { NULL },
  };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  OnwardDue *first, *second;

  run (f, add_amara, NULL);
  run (f, add_rows, rows);
  list = onward_follow_ups_about (f->store, ONWARD_TYPE_CONTACT, 1, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  first = list->pdata[0];
  second = list->pdata[1];
  g_assert_cmpstr (first->key, ==, "thank-you:a");
  g_assert_cmpint (first->urgency, ==, ONWARD_URGENCY_OVERDUE);
  g_assert_cmpstr (second->key, ==, "keep-in-touch:b");
  none = onward_follow_ups_about (f->store, ONWARD_TYPE_OPPORTUNITY, 1, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

#define ADD(path, function)                                                                                            \
  g_test_add (path, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/follow-ups/are in order of moment, due, rule and key", test_order);
  ADD ("/follow-ups/are overdue by due alone, and today by their moment", test_urgency);
  ADD ("/follow-ups/are late once in a repeated hour", test_repeated_hour);
  ADD ("/follow-ups/name the person and the company", test_names);
  ADD ("/follow-ups/count unanswered messages of thirty days", test_pressure);
  ADD ("/follow-ups/done writes a touch when a channel is given", test_done);
  ADD ("/follow-ups/skipped ones are final", test_skip_is_final);
  ADD ("/follow-ups/snooze moves the moment and nothing else", test_snooze);
  ADD ("/follow-ups/move takes due along, but not of preparation", test_move);
  ADD ("/follow-ups/are never late before they come up", test_move_past_due);
  ADD ("/follow-ups/about a person are found however far off", test_about_a_person);
  ADD ("/follow-ups/are found by their whole key only", test_unknown_key);
  ADD ("/agenda/knows the next day with something", test_next_day);
  ADD ("/agenda/shows a day of the user's zone by time", test_agenda);
  return g_test_run ();
}
