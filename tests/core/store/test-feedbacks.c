/* test-feedbacks.c - what people said about the user is kept, with who said it and about what */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-feedbacks.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-timeline.h"

static gint64
add_opportunity (OnwardFixture *f, const char *company)
{
  OnwardNewOpportunity data = { .company = (char *)company, .title = (char *)"Engineer" };

  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_add, &data, NULL));
  return data.id;
}

static OnwardFeedbackEdit *
new_edit (const char *name, gint64 opportunity)
{
  OnwardFeedbackEdit *edit = g_new0 (OnwardFeedbackEdit, 1);

  edit->contact_name = g_strdup (name);
  edit->opportunity = opportunity;
  edit->source = g_strdup ("interviewer");
  edit->channel = g_strdup ("email");
  edit->strengths[0] = g_strdup ("Listens well");
  edit->strengths[2] = g_strdup ("Draws while explaining");
  edit->improvements[1] = g_strdup ("Ask for concerns before leaving");
  return edit;
}

static gint64
save (OnwardFixture *f, OnwardFeedbackEdit *edit)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  onward_store_run (f->store, "Feedback", onward_feedbacks_save, edit, &error);
  g_assert_no_error (error);
  id = edit->id;
  onward_feedback_edit_free (edit);
  return id;
}

static void
test_what_was_said_is_kept (OnwardFixture *f, gconstpointer data)
{
  gint64 opportunity = add_opportunity (f, "Fjord Energy");
  OnwardFeedbackEdit *edit = new_edit ("Jonas Lindqvist", opportunity);
  g_autoptr (OnwardFeedback) feedback = NULL;
  g_autoptr (OnwardContact) jonas = NULL;
  g_auto (GStrv) themes = g_strsplit ("closing,pace", ",", -1);

  edit->themes = g_strdupv (themes);
  edit->usefulness = g_strdup ("actionable");
  edit->scope = g_strdup ("role");
  feedback = onward_store_get_record (f->store, ONWARD_TYPE_FEEDBACK, save (f, edit));
  jonas = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, feedback->contact);
  g_assert_cmpstr (jonas->name, ==, "Jonas Lindqvist");
  g_assert_cmpint (jonas->company, ==, 1);
  g_assert_cmpstr (feedback->received_on, ==, "2026-03-02");
  g_assert_cmpstr (feedback->strengths, ==, "[\"Listens well\",\"Draws while explaining\"]");
  g_assert_cmpstr (feedback->improvements, ==, "[\"Ask for concerns before leaving\"]");
  g_assert_cmpstr (feedback->themes, ==, "[\"closing\",\"pace\"]");
  g_assert_cmpstr (feedback->usefulness, ==, "actionable");
  g_assert_cmpint (feedback->opportunity, ==, opportunity);
}

static void
test_it_can_be_changed_and_removed (OnwardFixture *f, gconstpointer data)
{
  gint64 id = save (f, new_edit ("Jonas Lindqvist", 0));
  g_autoptr (OnwardFeedback) feedback = onward_store_get_record (f->store, ONWARD_TYPE_FEEDBACK, id);
  OnwardFeedbackEdit *edit = new_edit (NULL, 0);

  edit->id = id;
  edit->contact = feedback->contact;
  g_free (edit->improvements[1]);
  edit->improvements[1] = NULL;
  edit->received_on = g_strdup ("2026-02-27");
  g_assert_cmpint (save (f, edit), ==, id);
  g_assert_null (feedback->improvements);
  g_assert_cmpstr (feedback->received_on, ==, "2026-02-27");
  g_assert_true (onward_store_run (f->store, "Remove", onward_feedbacks_remove, &id, NULL));
  g_assert_cmpint (
      onward_connection_read_int (onward_store_get_connection (f->store), "SELECT count (*) FROM feedback", -1), ==, 0);
}

static void
test_silence_and_nobody_are_refused (OnwardFixture *f, gconstpointer data)
{
  OnwardFeedbackEdit *edits[] = { new_edit ("", 0), g_new0 (OnwardFeedbackEdit, 1) };

  edits[1]->contact_name = g_strdup ("Jonas Lindqvist");
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (onward_store_run (f->store, "Feedback", onward_feedbacks_save, edits[i], &error));
      g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
      onward_feedback_edit_free (edits[i]);
    }
  g_assert_cmpint (
      onward_connection_read_int (onward_store_get_connection (f->store), "SELECT count (*) FROM contacts", -1), ==, 0);
}

static void
test_both_timelines_show_it (OnwardFixture *f, gconstpointer data)
{
  gint64 opportunity = add_opportunity (f, "Fjord Energy");
  g_autoptr (OnwardFeedback) feedback =
      onward_store_get_record (f->store, ONWARD_TYPE_FEEDBACK, save (f, new_edit ("Jonas Lindqvist", opportunity)));
  gboolean more;
  g_autoptr (GPtrArray) of_opportunity = onward_timeline_of_opportunity (f->store, opportunity, 30, &more);
  g_autoptr (GPtrArray) of_contact = onward_timeline_of_contact (f->store, feedback->contact, 30, &more);
  OnwardTimelineEntry *entry = of_contact->pdata[0];
  gboolean found = FALSE;

  for (guint i = 0; i < of_opportunity->len; i++)
    found |= ((OnwardTimelineEntry *)of_opportunity->pdata[i])->kind == ONWARD_TIMELINE_FEEDBACK;
  g_assert_true (found);
  g_assert_cmpint (entry->kind, ==, ONWARD_TIMELINE_FEEDBACK);
  g_assert_cmpstr (entry->first, ==, "Jonas Lindqvist");
  g_assert_cmpstr (entry->text, ==, "Listens well; Draws while explaining");
  g_assert_cmpstr (entry->from, ==, "Ask for concerns before leaving");
  g_assert_cmpstr (entry->company, ==, "Fjord Energy");
}

static void
test_it_is_about_what_they_had_a_part_in (OnwardFixture *f, gconstpointer data)
{
  gint64 first = add_opportunity (f, "Fjord Energy");
  OnwardPartChange change = { .opportunity = first, .name = (char *)"Jonas Lindqvist" };
  g_autoptr (GPtrArray) list = NULL;

  add_opportunity (f, "Sable Robotics");
  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_change_people, &change, NULL));
  list = onward_feedbacks_list_opportunities (f->store, change.contact);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (ONWARD_RECORD (list->pdata[0])->id, ==, first);
}

#define ADD(name, test)                                                                                                \
  g_test_add ("/feedbacks/" name, OnwardFixture, NULL, onward_fixture_set_up, test, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-was-said-is-kept", test_what_was_said_is_kept);
  ADD ("it-can-be-changed-and-removed", test_it_can_be_changed_and_removed);
  ADD ("silence-and-nobody-are-refused", test_silence_and_nobody_are_refused);
  ADD ("both-timelines-show-it", test_both_timelines_show_it);
  ADD ("it-is-about-what-they-had-a-part-in", test_it_is_about_what_they_had_a_part_in);
  return g_test_run ();
}
