/* test-interview-about.c - an interview turns out to be about another opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-interviews.h"
#include "store/onward-opportunities.h"
#include "store/onward-reconcile-store.h"

static void
add_opportunity (OnwardFixture *f, const char *company)
{
  OnwardNewOpportunity data = { .company = (char *)company, .title = (char *)"Engineer" };

  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_add, &data, NULL));
}

static gint64
read_int (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static OnwardInterviewEdit *
create_edit (gint64 id, gint64 opportunity)
{
  OnwardInterviewEdit *edit = onward_interview_edit_new ();

  edit->id = id;
  edit->opportunity = opportunity;
  edit->kind = g_strdup ("video");
  edit->starts_at = g_strdup ("2026-03-02T09:00:00+01:00");
  edit->ends_at = g_strdup ("2026-03-02T10:00:00+01:00");
  edit->zone = g_strdup ("Europe/Amsterdam");
  g_ptr_array_add (edit->people, onward_person_edit_new (id != 0 ? 1 : 0, "Jonas Lindqvist", NULL));
  g_ptr_array_add (edit->people, onward_person_edit_new (id != 0 ? 2 : 0, "Birgit Solheim", NULL));
  return edit;
}

static void
save (OnwardFixture *f, OnwardInterviewEdit *edit)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Interview", onward_interviews_save, edit, &error);
  g_assert_no_error (error);
  onward_interview_edit_free (edit);
}

/* Jonas was thanked, in a message about the interview and in one about something else. */
static gboolean
add_touches (OnwardWriter *writer, gpointer nothing, GError **error)
{
  for (gint64 interview = 1; interview >= 0; interview--)
    {
      g_autoptr (OnwardTouch) touch = g_object_new (ONWARD_TYPE_TOUCH, NULL);
      g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
      OnwardTouchContact *person = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);

      onward_set_text (&touch->at, "2026-03-02T12:00:00+01:00");
      onward_set_text (&touch->kind, interview != 0 ? "thank-you" : "call");
      onward_set_text (&touch->direction, "out");
      touch->interview = interview;
      touch->opportunity = 1;
      person->contact = 1;
      g_ptr_array_add (people, person);
      if (!onward_writer_insert (writer, touch, error)
          || !onward_writer_set_children (writer, touch, ONWARD_TYPE_TOUCH_CONTACT, people, error))
        return FALSE;
    }
  return TRUE;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *)data = TRUE;
}

#define AT(opportunity, table, what)                                                                                   \
  "SELECT count (*) FROM " table " WHERE opportunity = " opportunity " AND interview = 1 AND " what

static void
assert_at_helix (OnwardFixture *f)
{
  g_assert_cmpint (read_int (f, "SELECT opportunity FROM interviews"), ==, 2);
  g_assert_cmpint (read_int (f, AT ("2", "follow_ups", "rule = 'thank-you' AND state = 'open'")), ==, 1);
  g_assert_cmpint (read_int (f, AT ("2", "follow_ups", "rule = 'thank-you' AND state = 'done'")), ==, 1);
  g_assert_cmpint (read_int (f, AT ("1", "follow_ups", "1")), ==, 0);
  g_assert_cmpint (read_int (f, AT ("2", "touches", "1")), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM touches WHERE opportunity = 1 AND interview IS NULL"), ==, 1);
}

static void
assert_at_kestrel (OnwardFixture *f)
{
  g_assert_cmpint (read_int (f, "SELECT opportunity FROM interviews"), ==, 1);
  g_assert_cmpint (read_int (f, AT ("1", "follow_ups", "rule = 'thank-you' AND state = 'open'")), ==, 1);
  g_assert_cmpint (read_int (f, AT ("1", "follow_ups", "rule = 'thank-you' AND state = 'done'")), ==, 1);
  g_assert_cmpint (read_int (f, AT ("2", "follow_ups", "state = 'open'")), ==, 0);
  g_assert_cmpint (read_int (f, AT ("1", "touches", "1")), ==, 1);
}

static void
test_all_goes_along (OnwardFixture *f, gconstpointer data)
{
  gboolean done = FALSE;

  onward_store_set_reconcile (f->store, onward_reconcile);
  add_opportunity (f, "Kestrel");
  add_opportunity (f, "Helix");
  save (f, create_edit (0, 1));
  f->now.unix_time += 3 * 3600;
  g_assert_true (onward_store_run (f->store, "Touches", add_touches, NULL, NULL));
  assert_at_kestrel (f);
  save (f, create_edit (1, 2));
  assert_at_helix (f);
  onward_store_undo_async (f->store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  assert_at_kestrel (f);
  done = FALSE;
  onward_store_redo_async (f->store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  assert_at_helix (f);
}

/* An interview at a company alone has no company of its own any more when its opportunity is said. */
static void
test_a_company_alone (OnwardFixture *f, gconstpointer data)
{
  OnwardInterviewEdit *edit = create_edit (0, 0);

  edit->company_name = g_strdup ("Sable");
  add_opportunity (f, "Kestrel");
  save (f, edit);
  g_assert_cmpint (read_int (f, "SELECT company FROM interviews"), ==, 2);
  save (f, create_edit (1, 1));
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interviews WHERE opportunity = 1 AND company IS NULL"), ==, 1);
  edit = create_edit (1, 0);
  edit->company_name = g_strdup ("Sable");
  save (f, edit);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interviews WHERE opportunity IS NULL AND company = 2"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                                            \
  g_test_add ("/interview-about/" path, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("all-goes-along", test_all_goes_along);
  ADD ("a-company-alone", test_a_company_alone);
  return g_test_run ();
}
