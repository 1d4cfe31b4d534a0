/* test-introductions.c - an introduction names who gave it, where it leads, and whether the name may be used */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-introductions.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-reconcile-store.h"

static OnwardIntroductionEdit *
new_edit (const char *introducer, const char *person, const char *company)
{
  OnwardIntroductionEdit *edit = g_new0 (OnwardIntroductionEdit, 1);

  edit->introducer_name = g_strdup (introducer);
  edit->person_name = g_strdup (person);
  edit->company = g_strdup (company);
  return edit;
}

static gint64
save (OnwardFixture *f, OnwardIntroductionEdit *edit)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  onward_store_run (f->store, "Introduction", onward_introductions_save, edit, &error);
  g_assert_no_error (error);
  id = edit->id;
  onward_introduction_edit_free (edit);
  return id;
}

static void
refuse (OnwardFixture *f, OnwardIntroductionEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (onward_store_run (f->store, "Introduction", onward_introductions_save, edit, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  onward_introduction_edit_free (edit);
}

static gpointer
get (OnwardFixture *f, GType type, gint64 id)
{
  return onward_store_get_record (f->store, type, id);
}

static gint64
read_int (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static void
wait_for_undo (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (onward_store_run_finish (ONWARD_STORE (source), result, NULL));
  *(gboolean *)data = TRUE;
}

static void
undo (OnwardFixture *f)
{
  gboolean done = FALSE;

  onward_store_undo_async (f->store, wait_for_undo, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_names_become_people_and_a_company (OnwardFixture *f, gconstpointer data)
{
  OnwardIntroductionEdit *edit = new_edit ("Ruth Adler", "Amara Okafor", "Sable Robotics");
  gint64 id;
  g_autoptr (OnwardIntroduction) introduction = NULL;
  g_autoptr (OnwardContact) amara = NULL;
  g_autoptr (OnwardCompany) company = NULL;

  edit->email = g_strdup ("amara@sable.example");
  id = save (f, edit);
  introduction = get (f, ONWARD_TYPE_INTRODUCTION, id);
  amara = get (f, ONWARD_TYPE_CONTACT, introduction->person);
  company = get (f, ONWARD_TYPE_COMPANY, introduction->company);
  g_assert_cmpstr (introduction->recorded_on, ==, "2026-03-02");
  g_assert_cmpstr (introduction->permission, ==, "not-asked");
  g_assert_null (introduction->permission_on);
  g_assert_cmpstr (amara->name, ==, "Amara Okafor");
  g_assert_cmpstr (amara->how_met, ==, "Introduced by Ruth Adler");
  g_assert_cmpstr (amara->emails, ==, "[{\"value\":\"amara@sable.example\"}]");
  g_assert_cmpint (amara->company, ==, company->record.id);
  g_assert_cmpstr (company->name, ==, "Sable Robotics");
  undo (f);
  g_assert_cmpint (read_int (f, "SELECT (SELECT count (*) FROM contacts) + (SELECT count (*) FROM companies)"
                                " + (SELECT count (*) FROM introductions)"),
                   ==, 0);
}

static void
test_known_people_are_not_doubled (OnwardFixture *f, gconstpointer data)
{
  gint64 first = save (f, new_edit ("Ruth Adler", "Amara Okafor", "Sable Robotics"));
  g_autoptr (OnwardIntroduction) before = get (f, ONWARD_TYPE_INTRODUCTION, first);
  OnwardIntroductionEdit *edit = new_edit (NULL, NULL, " sable  ROBOTICS ");
  g_autoptr (OnwardIntroduction) after = NULL;

  edit->introducer = before->person;
  edit->person = before->introducer;
  edit->email = g_strdup ("ruth@adler.example");
  after = get (f, ONWARD_TYPE_INTRODUCTION, save (f, edit));
  g_assert_cmpint (after->company, ==, before->company);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts"), ==, 2);
  edit = new_edit (NULL, NULL, NULL);
  edit->introducer = before->person;
  edit->person = before->introducer;
  edit->email = g_strdup ("RUTH@adler.example");
  save (f, edit);
  g_assert_cmpint (read_int (f, "SELECT json_array_length (emails) FROM contacts WHERE name = 'Ruth Adler'"), ==, 1);
}

static void
test_the_answer_is_kept_with_its_day (OnwardFixture *f, gconstpointer data)
{
  gint64 id = save (f, new_edit ("Ruth Adler", NULL, "Sable Robotics"));
  g_autoptr (OnwardIntroduction) introduction = get (f, ONWARD_TYPE_INTRODUCTION, id);
  const char *answers[] = { "asked", "granted", "refused", "not-asked" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      OnwardIntroductionEdit *edit = new_edit (NULL, NULL, "Sable Robotics");

      edit->id = id;
      edit->introducer = introduction->introducer;
      edit->permission = g_strdup (answers[i]);
      edit->permission_on = g_strdup (i == 1 ? "2026-03-01" : NULL);
      save (f, edit);
      g_assert_cmpstr (introduction->permission, ==, answers[i]);
      g_assert_cmpstr (introduction->permission_on, ==, i == 3 ? NULL : i == 1 ? "2026-03-01" : "2026-03-02");
    }
}

static void
test_an_opportunity_remembers_where_it_came_from (OnwardFixture *f, gconstpointer data)
{
  OnwardIntroductionEdit *edit = new_edit ("Ruth Adler", "Amara Okafor", "Sable Robotics");
  g_autoptr (OnwardIntroduction) introduction = NULL;
  g_autoptr (OnwardOpportunity) opportunity = NULL;
  g_autoptr (GPtrArray) people = NULL;

  edit->leads_to = TRUE;
  edit->title = g_strdup ("Linux engineer");
  introduction = get (f, ONWARD_TYPE_INTRODUCTION, save (f, edit));
  opportunity = get (f, ONWARD_TYPE_OPPORTUNITY, introduction->opportunity);
  g_assert_cmpint (opportunity->introduction, ==, introduction->record.id);
  g_assert_cmpstr (opportunity->title, ==, "Linux engineer");
  g_assert_cmpstr (opportunity->kind, ==, "role");
  people = onward_opportunities_list_people (f->store, opportunity->record.id);
  g_assert_cmpuint (people->len, ==, 2);
  for (guint i = 0; i < people->len; i++)
    {
      OnwardPart *part = people->pdata[i];

      g_assert_cmpint (part->introduced, ==, part->contact == introduction->introducer);
    }
}

static void
test_an_opportunity_can_be_another_one (OnwardFixture *f, gconstpointer data)
{
  OnwardNewOpportunity known = { .company = (char *)"Sable Robotics", .title = (char *)"Firmware" };
  OnwardIntroductionEdit *edit = new_edit ("Ruth Adler", NULL, "Sable Robotics");
  g_autoptr (OnwardIntroduction) introduction = NULL;
  g_autoptr (OnwardOpportunity) first = NULL;
  g_autoptr (OnwardOpportunity) second = NULL;
  g_autoptr (GPtrArray) places = NULL;

  edit->leads_to = TRUE;
  introduction = get (f, ONWARD_TYPE_INTRODUCTION, save (f, edit));
  first = get (f, ONWARD_TYPE_OPPORTUNITY, introduction->opportunity);
  g_assert_cmpstr (first->kind, ==, "informational");
  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_add, &known, NULL));
  second = get (f, ONWARD_TYPE_OPPORTUNITY, known.id);
  places = onward_introductions_list_places (f->store, second->company);
  g_assert_cmpuint (places->len, ==, 2);
  g_assert_true (places->pdata[0] == second);
  edit = new_edit (NULL, NULL, "Sable Robotics");
  edit->id = introduction->record.id;
  edit->introducer = introduction->introducer;
  edit->opportunity = known.id;
  save (f, edit);
  g_assert_cmpint (introduction->opportunity, ==, known.id);
  g_assert_cmpint (second->introduction, ==, introduction->record.id);
  g_assert_cmpint (first->introduction, ==, 0);
}

static void
test_what_cannot_be_is_refused (OnwardFixture *f, gconstpointer data)
{
  OnwardIntroductionEdit *edit = new_edit ("Ruth Adler", "Amara Okafor", NULL);
  g_autoptr (OnwardIntroduction) introduction = NULL;
  gint64 id;

  refuse (f, new_edit ("", "Amara Okafor", "Sable Robotics"));
  refuse (f, new_edit ("Ruth Adler", "", ""));
  edit->leads_to = TRUE;
  refuse (f, edit);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts"), ==, 0);
  id = save (f, new_edit ("Ruth Adler", "Amara Okafor", NULL));
  introduction = get (f, ONWARD_TYPE_INTRODUCTION, id);
  edit = new_edit (NULL, NULL, NULL);
  edit->introducer = edit->person = introduction->introducer;
  refuse (f, edit);
}

static void
test_it_can_be_taken_away (OnwardFixture *f, gconstpointer data)
{
  OnwardIntroductionEdit *edit = new_edit ("Ruth Adler", "Amara Okafor", "Sable Robotics");
  gint64 id;

  edit->leads_to = TRUE;
  id = save (f, edit);
  g_assert_true (onward_store_run (f->store, "Remove", onward_introductions_remove, &id, NULL));
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM introductions"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities WHERE introduction IS NULL"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts"), ==, 2);
  undo (f);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities WHERE introduction IS NOT NULL"), ==, 1);
}

static void
test_each_side_sees_it (OnwardFixture *f, gconstpointer data)
{
  gint64 id = save (f, new_edit ("Ruth Adler", "Amara Okafor", "Sable Robotics"));
  g_autoptr (OnwardIntroduction) introduction = get (f, ONWARD_TYPE_INTRODUCTION, id);
  g_autoptr (GPtrArray) given = onward_introductions_of_contact (f->store, introduction->introducer);
  g_autoptr (GPtrArray) received = onward_introductions_of_contact (f->store, introduction->person);

  g_assert_cmpuint (given->len, ==, 1);
  g_assert_cmpuint (received->len, ==, 1);
  g_assert_true (given->pdata[0] == introduction && received->pdata[0] == introduction);
}

static void
set_up (OnwardFixture *f, gconstpointer data)
{
  onward_fixture_set_up (f, data);
  onward_store_set_reconcile (f->store, onward_reconcile);
}

#define ADD(name, test) g_test_add ("/introductions/" name, OnwardFixture, NULL, set_up, test, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("names-become-people-and-a-company", test_names_become_people_and_a_company);
  ADD ("known-people-are-not-doubled", test_known_people_are_not_doubled);
  ADD ("the-answer-is-kept-with-its-day", test_the_answer_is_kept_with_its_day);
  ADD ("an-opportunity-remembers-where-it-came-from", test_an_opportunity_remembers_where_it_came_from);
  ADD ("an-opportunity-can-be-another-one", test_an_opportunity_can_be_another_one);
  ADD ("what-cannot-be-is-refused", test_what_cannot_be_is_refused);
  ADD ("it-can-be-taken-away", test_it_can_be_taken_away);
  ADD ("each-side-sees-it", test_each_side_sees_it);
  return g_test_run ();
}
