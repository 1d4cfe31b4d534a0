/* test-timeline.c - what happened, the newest first, each thing told once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "lib/onward-list-validator.h"
#include "model/onward-collections.h"
#include "model/onward-follow-up.h"
#include "playbook/onward-wall.h"
#include "store/onward-follow-up-change.h"
#include "store/onward-interviews.h"
#include "store/onward-opportunities.h"
#include "store/onward-timeline-list.h"

static void
run (OnwardFixture *f, OnwardCommandFunc command, gpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, NULL, command, data, &error);
  g_assert_no_error (error);
}

static void
move (OnwardFixture *f, const char *stage)
{
  OnwardMove data = { 1, onward_stages_find_kind (onward_store_get_connection (f->store), stage), FALSE, 0 };

  run (f, onward_opportunities_move, &data);
}

typedef struct
{
  gint64 contact;
  const char *direction;
  const char *at;
} NewTouch;

static gboolean
add_touch (OnwardWriter *writer, gpointer data, GError **error)
{
  NewTouch *fields = data;
  g_autoptr (OnwardTouch) touch = g_object_new (ONWARD_TYPE_TOUCH, NULL);
  g_autoptr (OnwardTouchContact) contact = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);
  g_autoptr (GPtrArray) contacts = g_ptr_array_new ();

  touch->opportunity = 1;
  onward_set_text (&touch->at, fields->at);
  onward_set_text (&touch->direction, fields->direction);
  onward_set_text (&touch->channel, "email");
  onward_set_text (&touch->subject, "Invitation");
  contact->contact = fields->contact;
  g_ptr_array_add (contacts, contact);
  return onward_writer_insert (writer, touch, error)
         && onward_writer_set_children (writer, touch, ONWARD_TYPE_TOUCH_CONTACT, contacts, error);
}

/* Added on 2 March, applied on the 3rd, screened on the 4th with Ines (1) and Marek (2), an answer promised by the 13th. */
static void
tell_a_story (OnwardFixture *f)
{
  OnwardNewOpportunity opportunity = { .company = (char *)"Northwind Labs", .title = (char *)"Developer" };
  OnwardInterviewEdit *interview = onward_interview_edit_new ();
  OnwardDebriefEdit *debrief = onward_debrief_edit_new (1);
  NewTouch received = { 1, "in", "2026-03-03T12:00:00+01:00" };

  run (f, onward_opportunities_add, &opportunity);
  f->now.unix_time += 86400;
  move (f, "applied");
  f->now.unix_time += 86400;
  move (f, "screening");
  interview->opportunity = 1;
  interview->kind = g_strdup ("phone");
  interview->starts_at = g_strdup ("2026-03-04T09:00:00+01:00");
  g_ptr_array_add (interview->people, onward_person_edit_new (0, "Ines Carvalho", "recruiter"));
  g_ptr_array_add (interview->people, onward_person_edit_new (0, "Marek Zielinski", NULL));
  run (f, onward_interviews_save, interview);
  onward_interview_edit_free (interview);
  run (f, add_touch, &received);
  f->now.unix_time += 3600;
  g_ptr_array_add (debrief->people, onward_person_edit_new (1, NULL, "recruiter"));
  g_ptr_array_add (debrief->people, onward_person_edit_new (2, NULL, NULL));
  ((OnwardPersonEdit *)debrief->people->pdata[1])->clicked = TRUE;
  debrief->promise_on = g_strdup ("2026-03-13");
  debrief->promise_by = 0;
  debrief->differently[0] = g_strdup ("Ask about the team sooner");
  debrief->written = TRUE;
  run (f, onward_interviews_write_debrief, debrief);
  onward_debrief_edit_free (debrief);
}

/* The kinds, the newest first, a letter each. */
static char *
describe (GPtrArray *entries)
{
  static const char letters[] = "SRGIPAOBF";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_c (text, letters[((OnwardTimelineEntry *)entries->pdata[i])->kind]);
  return g_string_free (text, FALSE);
}

static void
test_newest_first (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *kinds = NULL;
  OnwardTimelineEntry *promise, *interview, *stage;
  gboolean more = TRUE;

  tell_a_story (f);
  entries = onward_timeline_of_opportunity (f->store, 1, 30, &more);
  kinds = describe (entries);
  /* The promise stands above its interview; entering Applied is told by the application. */
  g_assert_cmpstr (kinds, ==, "PGIARG");
  g_assert_false (more);
  promise = entries->pdata[0];
  g_assert_cmpstr (promise->first, ==, "Ines Carvalho");
  g_assert_cmpint (promise->on, ==, onward_day_from_civil (2026, 3, 13));
  stage = entries->pdata[1];
  g_assert_cmpstr (stage->from, ==, "Applied");
  g_assert_cmpstr (stage->what, ==, "Screening");
  interview = entries->pdata[2];
  g_assert_cmpstr (interview->who, ==, "Ines Carvalho, Marek Zielinski");
  g_assert_cmpstr (interview->clicked, ==, "Marek Zielinski");
  g_assert_cmpstr (interview->text, ==, "Ask about the team sooner");
  g_assert_cmpuint (interview->n_people, ==, 2);
  g_assert_null (((OnwardTimelineEntry *)entries->pdata[5])->from);
}

static void
test_of_a_contact (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) ines = NULL;
  g_autoptr (GPtrArray) marek = NULL;
  g_autofree char *of_ines = NULL;
  g_autofree char *of_marek = NULL;
  gboolean more;

  tell_a_story (f);
  ines = onward_timeline_of_contact (f->store, 1, 30, &more);
  marek = onward_timeline_of_contact (f->store, 2, 30, &more);
  of_ines = describe (ines);
  of_marek = describe (marek);
  g_assert_cmpstr (of_ines, ==, "PIR");
  g_assert_cmpstr (of_marek, ==, "I");
  g_assert_cmpstr (((OnwardTimelineEntry *)marek->pdata[0])->company, ==, "Northwind Labs");
}

static void
test_an_outcome_closes_once (OnwardFixture *f, gconstpointer data)
{
  OnwardOutcomeChange no = { .opportunity = 1, .kind = (char *)"rejected", .by = 1, .still_interested = -1 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *kinds = NULL;
  gboolean more;

  tell_a_story (f);
  f->now.unix_time += 86400;
  run (f, onward_opportunities_set_outcome, &no);
  entries = onward_timeline_of_opportunity (f->store, 1, 30, &more);
  kinds = describe (entries);
  g_assert_cmpstr (kinds, ==, "OPGIARG");
  g_assert_cmpstr (((OnwardTimelineEntry *)entries->pdata[0])->first, ==, "Ines Carvalho");
}

static void
test_a_page_at_a_time (OnwardFixture *f, gconstpointer data)
{
  gboolean more;

  tell_a_story (f);
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *at = g_strdup_printf ("2026-02-%02dT%02d:00:00+01:00", 1 + i / 10, 10 + i % 10);
      NewTouch sent = { 2, "out", at };

      run (f, add_touch, &sent);
    }
  {
    g_autoptr (GPtrArray) first = onward_timeline_of_opportunity (f->store, 1, 30, &more);

    g_assert_cmpuint (first->len, ==, 30);
    g_assert_true (more);
    g_assert_cmpint (((OnwardTimelineEntry *)first->pdata[6])->kind, ==, ONWARD_TIMELINE_SENT);
  }
  {
    g_autoptr (GPtrArray) all = onward_timeline_of_opportunity (f->store, 1, 60, &more);
    gint64 last = G_MAXINT64;

    g_assert_cmpuint (all->len, ==, 46);
    g_assert_false (more);
    for (guint i = 6; i < all->len; i++)
      {
        g_assert_cmpint (((OnwardTimelineEntry *)all->pdata[i])->moment, <, last);
        last = ((OnwardTimelineEntry *)all->pdata[i])->moment;
      }
  }
}

static void
test_what_is_to_come_is_not_told (OnwardFixture *f, gconstpointer data)
{
  OnwardInterviewEdit *interview = onward_interview_edit_new ();
  OnwardInterviewStatusChange cancelled = { 2, "cancelled" };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *kinds_before = NULL;
  g_autofree char *kinds_after = NULL;
  gboolean more;

  tell_a_story (f);
  interview->opportunity = 1;
  interview->kind = g_strdup ("panel");
  interview->starts_at = g_strdup ("2026-03-20T09:00:00+01:00");
  run (f, onward_interviews_save, interview);
  onward_interview_edit_free (interview);
  before = onward_timeline_of_opportunity (f->store, 1, 30, &more);
  kinds_before = describe (before);
  g_assert_cmpstr (kinds_before, ==, "PGIARG");
  run (f, onward_interviews_set_status, &cancelled);
  after = onward_timeline_of_opportunity (f->store, 1, 30, &more);
  kinds_after = describe (after);
  g_assert_cmpstr (kinds_after, ==, "IPGIARG");
}

static void
count_cb (OnwardTimelineItem *item, guint *n)
{
  (*n)++;
}

static gboolean
change_subject (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardTouch) touch = onward_writer_load (writer, ONWARD_TYPE_TOUCH, 1, error);

  onward_set_text (&touch->subject, data);
  return onward_writer_update (writer, touch, error);
}

static gboolean
promise (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardOpportunity) opportunity = onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, 1, error);

  onward_set_text (&opportunity->promise_on, data);
  return onward_writer_update (writer, opportunity, error);
}

/* Five things happened, of four kinds in three tables whose rows have the same numbers. */
static void
test_entries_that_stay_are_left_alone (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardTimelineList) list = onward_timeline_list_new ();
  GListModel *model = onward_timeline_list_get_model (list);
  NewTouch sent = { 2, "out", "2026-03-04T09:30:00+01:00" };
  OnwardListValidator validator;
  guint changed = 0;

  tell_a_story (f);
  run (f, promise, (gpointer) "2026-03-20");
  g_assert_false (onward_timeline_list_load (list, f->store, ONWARD_TYPE_OPPORTUNITY, 1, 30));
  onward_list_validator_start (&validator, model);
  g_assert_cmpuint (validator.items->len, >=, 5);
  for (guint i = 0; i < validator.items->len; i++)
    g_signal_connect (validator.items->pdata[i], "changed", G_CALLBACK (count_cb), &changed);
  onward_timeline_list_load (list, f->store, ONWARD_TYPE_OPPORTUNITY, 1, 30);
  g_assert_cmpuint (validator.n_touched + changed, ==, 0);
  run (f, add_touch, &sent);
  onward_timeline_list_load (list, f->store, ONWARD_TYPE_OPPORTUNITY, 1, 30);
  g_assert_cmpuint (validator.n_touched, ==, 1);
  run (f, change_subject, (gpointer) "Another subject");
  onward_timeline_list_load (list, f->store, ONWARD_TYPE_OPPORTUNITY, 1, 30);
  g_assert_cmpuint (validator.n_touched, ==, 1);
  g_assert_cmpuint (changed, ==, 1);
  onward_timeline_list_load (list, f->store, ONWARD_TYPE_CONTACT, 2, 30);
  onward_timeline_list_load (list, f->store, ONWARD_TYPE_OPPORTUNITY, 1, 2);
  onward_list_validator_stop (&validator);
}

static gboolean
add_touches (OnwardWriter *writer, gpointer data, GError **error)
{
  for (int i = 0; i < GPOINTER_TO_INT (data); i++)
    {
      g_autofree char *at = g_strdup_printf ("2026-02-%02dT%02d:%02d:00+01:00", 1 + i % 7 * 4, i % 24, i % 60);
      NewTouch touch = { i % 5 == 0 ? 1 : 2, "out", at };

      if (!add_touch (writer, &touch, error))
        return FALSE;
    }
  return TRUE;
}

/* Somebody with whom there were thousands of touches is read another way than all others. */
static void
test_of_a_contact_of_many_years (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardStatement) statement = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gboolean more;

  tell_a_story (f);
  run (f, add_touches, GINT_TO_POINTER (2700));
  statement = onward_connection_prepare (onward_store_get_connection (f->store),
                                         "SELECT t.id FROM touch_contacts c JOIN touches t ON t.id = c.touch "
                                         "WHERE c.contact = 2 ORDER BY t.at_unix DESC, t.id DESC",
                                         NULL);
  /* More than there are: then they are all read, each once. */
  entries = onward_timeline_of_contact (f->store, 2, 5000, &more);
  g_assert_false (more);
  g_assert_cmpuint (entries->len, <, 2200);
  g_ptr_array_unref (entries);
  entries = onward_timeline_of_contact (f->store, 2, 200, &more);
  g_assert_true (more);
  g_assert_cmpuint (entries->len, ==, 200);
  for (guint i = 0; i < entries->len; i++)
    {
      OnwardTimelineEntry *entry = entries->pdata[i];

      if (entry->kind != ONWARD_TIMELINE_SENT)
        continue;
      g_assert_true (onward_statement_step (statement, NULL));
      g_assert_cmpint (entry->record, ==, onward_statement_get_int (statement, 0));
    }
}

/* Follow-ups 1 to n about the opportunity, that go to Ines. */
static gboolean
add_follow_ups (OnwardWriter *writer, gpointer data, GError **error)
{
  for (int i = 1; i <= GPOINTER_TO_INT (data); i++)
    {
      g_autoptr (OnwardFollowUp) follow_up = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);

      follow_up->key = g_strdup_printf ("own:%d", i);
      follow_up->title = g_strdup_printf ("Send the paper %d", i);
      follow_up->opportunity = 1;
      follow_up->contact = 1;
      onward_set_text (&follow_up->state, "open");
      onward_set_text (&follow_up->remind_at, "2026-03-05T09:00");
      onward_set_text (&follow_up->due, "2026-03-05T09:00");
      if (!onward_writer_insert (writer, follow_up, error))
        return FALSE;
    }
  return TRUE;
}

/* An hour later each: the first was done, the second skipped, the third sent by mail; the fourth stays open. */
static void
test_follow_ups (OnwardFixture *f, gconstpointer data)
{
  OnwardFollowUpChange *changes[] = { onward_follow_up_change_done (1, NULL), onward_follow_up_change_skip (2),
                                      onward_follow_up_change_done (3, "email") };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) ines = NULL;
  g_autofree char *kinds = NULL;
  g_autofree char *of_ines = NULL;
  OnwardTimelineEntry *skipped, *done;
  gboolean more;

  tell_a_story (f);
  run (f, add_follow_ups, GINT_TO_POINTER (4));
  f->now.unix_time += 10 * 86400;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      f->now.unix_time += 3600;
      run (f, onward_follow_up_change_apply, changes[i]);
      onward_follow_up_change_free (changes[i]);
    }
  entries = onward_timeline_of_opportunity (f->store, 1, 30, &more);
  kinds = describe (entries);
  /* What was sent is told by its touch, once. */
  g_assert_cmpstr (kinds, ==, "SFFPGIARG");
  skipped = entries->pdata[1];
  done = entries->pdata[2];
  g_assert_cmpstr (skipped->status, ==, "skipped");
  g_assert_cmpstr (skipped->what, ==, "Send the paper 2");
  g_assert_cmpstr (done->status, ==, "done");
  g_assert_cmpint (skipped->moment - done->moment, ==, 60);
  g_assert_cmpstr (((OnwardTimelineEntry *)entries->pdata[0])->channel, ==, "email");
  ines = onward_timeline_of_contact (f->store, 1, 30, &more);
  of_ines = describe (ines);
  g_assert_cmpstr (of_ines, ==, "SFFPIR");
  g_assert_cmpstr (((OnwardTimelineEntry *)ines->pdata[1])->company, ==, "Northwind Labs");
}

static void
test_follow_ups_by_pages (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  gboolean more;

  tell_a_story (f);
  run (f, add_follow_ups, GINT_TO_POINTER (50));
  for (int i = 1; i <= 50; i++)
    {
      OnwardFollowUpChange *change = onward_follow_up_change_skip (i);

      f->now.unix_time += 60;
      run (f, onward_follow_up_change_apply, change);
      onward_follow_up_change_free (change);
    }
  entries = onward_timeline_of_opportunity (f->store, 1, 30, &more);
  g_assert_true (more);
  g_assert_cmpuint (entries->len, ==, 30);
  /* The promise of that day has no time. */
  for (guint i = 1; i < entries->len; i++)
    g_assert_cmpint (((OnwardTimelineEntry *)entries->pdata[i])->record, ==, 51 - i);
  g_ptr_array_unref (entries);
  entries = onward_timeline_of_opportunity (f->store, 1, 60, &more);
  g_assert_false (more);
  g_assert_cmpuint (entries->len, ==, 56);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                                            \
  g_test_add ("/timeline/" path, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("the-newest-first", test_newest_first);
  ADD ("of-a-contact", test_of_a_contact);
  ADD ("an-outcome-closes-once", test_an_outcome_closes_once);
  ADD ("a-page-at-a-time", test_a_page_at_a_time);
  ADD ("what-is-to-come-is-not-told", test_what_is_to_come_is_not_told);
  ADD ("entries-that-stay-are-left-alone", test_entries_that_stay_are_left_alone);
  ADD ("of-a-contact-of-many-years", test_of_a_contact_of_many_years);
  ADD ("follow-ups-that-were-done-or-skipped", test_follow_ups);
  ADD ("follow-ups-by-pages", test_follow_ups_by_pages);
  return g_test_run ();
}
