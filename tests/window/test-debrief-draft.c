/* test-debrief-draft.c - a debrief as it is being typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "capture/onward-debrief-draft.h"
#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "playbook/onward-wall.h"
#include "store/onward-opportunities.h"

/* Jonas (contact 1) and Birgit (2) at Fjord Energy; interview 1. */
static OnwardDebriefDraft *
load (OnwardFixture *f)
{
  OnwardNewOpportunity opportunity = { .company = (char *)"Fjord Energy", .title = (char *)"Engineer" };
  OnwardInterviewEdit *interview = onward_interview_edit_new ();

  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_add, &opportunity, NULL));
  interview->opportunity = 1;
  interview->kind = g_strdup ("video");
  interview->starts_at = g_strdup ("2026-03-02T09:00:00+01:00");
  g_ptr_array_add (interview->people, onward_person_edit_new (0, "Jonas Lindqvist", "hiring-manager"));
  g_ptr_array_add (interview->people, onward_person_edit_new (0, "Birgit Solheim", NULL));
  g_assert_true (onward_store_run (f->store, NULL, onward_interviews_save, interview, NULL));
  onward_interview_edit_free (interview);
  return onward_debrief_draft_load (f->store, 1);
}

static OnwardPersonEdit *
get_person (OnwardDebriefDraft *draft, guint position)
{
  return draft->people->pdata[position];
}

static void
set (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
save (OnwardFixture *f, OnwardDebriefDraft *draft, gboolean written)
{
  OnwardDebriefEdit *edit = onward_debrief_draft_build (draft, written);
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Debrief", onward_interviews_write_debrief, edit, &error);
  g_assert_no_error (error);
  onward_debrief_edit_free (edit);
}

static void
test_clicked_is_pressed_for_how_much (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardDebriefDraft) draft = load (f);
  OnwardPersonEdit *jonas = get_person (draft, 0);

  g_assert_false (jonas->clicked);
  for (int presses = 1; presses <= 4; presses++)
    {
      onward_debrief_draft_press_clicked (draft, 0);
      g_assert_true (jonas->clicked);
      g_assert_cmpint (jonas->rapport, ==, presses - 1);
    }
  onward_debrief_draft_press_clicked (draft, 0);
  g_assert_false (jonas->clicked);
  g_assert_cmpint (jonas->rapport, ==, 0);
  g_assert_false (onward_debrief_draft_has_changed (draft));
}

static void
test_a_concern_is_told_from_how_it_went (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardDebriefDraft) draft = load (f);
  g_autoptr (OnwardDebriefDraft) again = NULL;
  OnwardDebriefEdit *edit;

  set (&get_person (draft, 0)->concern, "Few PLC projects; night shifts");
  set (&get_person (draft, 0)->reaction, " relay story");
  set (&get_person (draft, 1)->concern, "  Night shifts ");
  edit = onward_debrief_draft_build (draft, TRUE);
  g_assert_cmpstr (((OnwardPersonEdit *)edit->people->pdata[0])->concern, ==, "Few PLC projects; night shifts");
  g_assert_cmpstr (((OnwardPersonEdit *)edit->people->pdata[0])->reaction, ==, "relay story");
  g_assert_cmpstr (((OnwardPersonEdit *)edit->people->pdata[1])->concern, ==, "Night shifts");
  g_assert_null (((OnwardPersonEdit *)edit->people->pdata[1])->reaction);
  onward_debrief_edit_free (edit);
  save (f, draft, TRUE);
  again = onward_debrief_draft_load (f->store, 1);
  g_assert_cmpstr (get_person (again, 0)->concern, ==, "Few PLC projects; night shifts");
  g_assert_cmpstr (get_person (again, 0)->reaction, ==, "relay story");
}

/* Everything, with what a text is careful about. */
static void
test_it_outlives_the_program (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardDebriefDraft) draft = load (f);
  g_autoptr (OnwardDebriefDraft) again = onward_debrief_draft_load (f->store, 1);
  g_autofree char *untouched = onward_debrief_draft_to_text (draft);
  g_autofree char *text = NULL;
  g_autofree char *same = NULL;

  set (&get_person (draft, 0)->missed_point, "“Łódź” 'n' \"more\"\n@ (1, 2)");
  set (&get_person (draft, 1)->name_verified, "card");
  onward_debrief_draft_set_rapport (draft, 1, 7);
  g_assert_true (onward_debrief_draft_add_person (draft, "Gina Pavone"));
  draft->promise_on = 20530;
  draft->promise_by = 1;
  draft->let_go = draft->by_the_book = TRUE;
  set (&draft->well[2], "Third");
  set (&draft->let_go_of, "The tram");
  set (&draft->somebody, "Half a na");
  g_ptr_array_add (draft->questions, onward_question_new ("Why?", FALSE));
  text = onward_debrief_draft_to_text (draft);
  g_assert_cmpstr (text, !=, untouched);
  g_assert_false (onward_debrief_draft_take_text (again, "nonsense"));
  g_assert_false (onward_debrief_draft_take_text (again, NULL));
  g_assert_false (onward_debrief_draft_has_changed (again));
  g_assert_true (onward_debrief_draft_take_text (again, text));
  same = onward_debrief_draft_to_text (again);
  g_assert_cmpstr (same, ==, text);
  g_assert_cmpuint (again->people->len, ==, 3);
  g_assert_cmpint (get_person (again, 1)->rapport, ==, 3);
  g_assert_true (onward_debrief_draft_has_changed (again));
}

static void
test_who_else_was_met (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardDebriefDraft) draft = load (f);
  g_autoptr (OnwardContact) heard = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (OnwardInterview) interview = NULL;

  g_assert_false (onward_debrief_draft_add_person (draft, "  "));
  g_assert_false (onward_debrief_draft_add_person (draft, "jonas lindqvist"));
  g_assert_true (onward_debrief_draft_add_person (draft, " Gina Pavone "));
  g_assert_true (onward_debrief_draft_is_complete (draft));
  g_assert_true (onward_debrief_draft_has_changed (draft));
  save (f, draft, TRUE);
  interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, 1);
  people = onward_store_get_children (f->store, interview, ONWARD_TYPE_PARTICIPANT);
  g_assert_cmpstr (((OnwardParticipant *)people->pdata[2])->name_verified, ==, "heard");
  heard = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 3);
  g_assert_cmpstr (heard->name, ==, "Gina Pavone");
}

static void
test_skipping_keeps_who_promised (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardDebriefDraft) draft = load (f);
  OnwardDebriefEdit *edit;

  draft->promise_on = onward_day_from_civil (2026, 3, 13);
  draft->promise_by = 1;
  onward_debrief_draft_skip_person (draft, 0);
  g_assert_cmpint (draft->promise_by, ==, 0);
  edit = onward_debrief_draft_build (draft, TRUE);
  g_assert_cmpstr (edit->promise_on, ==, "2026-03-13");
  g_assert_cmpint (edit->promise_by, ==, 0);
  onward_debrief_edit_free (edit);
  onward_debrief_draft_skip_person (draft, 0);
  g_assert_cmpint (draft->promise_by, ==, -1);
}

static void
test_what_was_typed_comes_back (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardDebriefDraft) draft = load (f);
  g_autoptr (OnwardDebriefDraft) again = NULL;

  onward_debrief_draft_press_clicked (draft, 1);
  set (&get_person (draft, 1)->hook, "Plays the tuba");
  set (&draft->well[0], "Calm");
  set (&draft->differently[1], "Draw first");
  set (&draft->let_go_of, "The tram");
  draft->promise_on = onward_day_from_civil (2026, 3, 13);
  draft->promise_by = 1;
  save (f, draft, FALSE);
  again = onward_debrief_draft_load (f->store, 1);
  g_assert_false (again->written);
  g_assert_true (get_person (again, 1)->clicked);
  g_assert_cmpstr (get_person (again, 1)->hook, ==, "Plays the tuba");
  g_assert_cmpstr (again->well[0], ==, "Calm");
  g_assert_cmpstr (again->differently[0], ==, "Draw first");
  g_assert_cmpstr (again->let_go_of, ==, "The tram");
  g_assert_cmpint (again->promise_on, ==, draft->promise_on);
  g_assert_cmpint (again->promise_by, ==, 1);
  g_assert_false (onward_debrief_draft_has_changed (again));
}

static gboolean
add_contact (OnwardWriter *writer, gpointer name, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, name);
  return onward_writer_insert (writer, contact, error);
}

static void
test_two_of_one_name_wait_to_be_matched (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardDebriefDraft) draft = load (f);
  OnwardDebriefEdit *edit;

  onward_store_run (f->store, NULL, add_contact, (gpointer) "Ana Ruiz", NULL);
  onward_store_run (f->store, NULL, add_contact, (gpointer) "Ana Ruiz", NULL);
  g_assert_true (onward_debrief_draft_add_person (draft, "Ana Ruiz"));
  g_assert_false (onward_debrief_draft_is_complete (draft));
  edit = onward_debrief_draft_build (draft, TRUE);
  g_assert_true (((OnwardPersonEdit *)edit->people->pdata[2])->unmatched);
  onward_debrief_edit_free (edit);
  onward_debrief_draft_match_person (draft, 2, 4);
  g_assert_true (onward_debrief_draft_is_complete (draft));
  g_assert_cmpint (get_person (draft, 2)->contact, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                                            \
  g_test_add ("/debrief-draft/" path, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("clicked-is-pressed-for-how-much", test_clicked_is_pressed_for_how_much);
  ADD ("it-outlives-the-program", test_it_outlives_the_program);
  ADD ("a-concern-is-told-from-how-it-went", test_a_concern_is_told_from_how_it_went);
  ADD ("who-else-was-met", test_who_else_was_met);
  ADD ("skipping-keeps-who-promised", test_skipping_keeps_who_promised);
  ADD ("what-was-typed-comes-back", test_what_was_typed_comes_back);
  ADD ("two-of-one-name-wait-to-be-matched", test_two_of_one_name_wait_to_be_matched);
  return g_test_run ();
}
