/* test-opportunity-removal.c - an opportunity goes with what is its own, and what belongs to people stays */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-interviews.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-removal.h"
#include "store/onward-touches.h"
#include "playbook/onward-wall.h"

static gint64
read_int (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static void
run (OnwardFixture *f, OnwardCommandFunc command, gpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Do", command, data, &error);
  g_assert_no_error (error);
}

static gint64
add (OnwardFixture *f, const char *title, gint64 sibling_of)
{
  OnwardNewOpportunity data = { .company = (char *)"Lumen", .title = (char *)title, .sibling_of = sibling_of };

  run (f, onward_opportunities_add, &data);
  return data.id;
}

static void
book (OnwardFixture *f, gint64 opportunity)
{
  OnwardInterviewEdit *edit = onward_interview_edit_new ();

  edit->opportunity = opportunity;
  edit->kind = g_strdup ("phone");
  edit->starts_at = g_strdup ("2026-03-01T10:00:00+01:00");
  edit->zone = g_strdup ("Europe/Amsterdam");
  g_ptr_array_add (edit->people, onward_person_edit_new (0, "Amara Okafor", "recruiter"));
  run (f, onward_interviews_save, edit);
  onward_interview_edit_free (edit);
}

static void
test_what_is_its_own_goes (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add (f, "Engineer", 0);
  gint64 sibling = add (f, "Lead", id);
  OnwardTouchEdit touch = { .contact = 1,
                            .opportunity = id,
                            .day = ONWARD_NO_DAY,
                            .direction = (char *)"in",
                            .channel = (char *)"phone",
                            .body = (char *)"They called" };
  g_autoptr (OnwardOpportunity) other = NULL;

  book (f, id);
  run (f, onward_touches_save, &touch);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM touches WHERE opportunity = 1"), ==, 1);
  run (f, onward_opportunities_remove, &id);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interviews"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interview_people"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM stage_events"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM touches WHERE opportunity IS NULL"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM companies"), ==, 1);
  other = onward_store_get_record (f->store, ONWARD_TYPE_OPPORTUNITY, sibling);
  g_assert_cmpint (other->sibling_of, ==, 0);
}

static void
test_a_touch_is_changed_and_taken_away (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add (f, "Engineer", 0);
  OnwardTouchEdit touch = { .opportunity = id, .day = ONWARD_NO_DAY, .direction = (char *)"in" };
  g_autoptr (OnwardTouch) record = NULL;
  gint64 one = 1;

  g_assert_false (onward_store_run (f->store, "Write", onward_touches_save, &touch, NULL));
  book (f, id);
  touch.contact = 1;
  run (f, onward_touches_save, &touch);
  record = onward_store_get_record (f->store, ONWARD_TYPE_TOUCH, 1);
  g_assert_cmpstr (record->at, ==, "2026-03-02T10:00:00+01:00");
  touch.touch = 1;
  touch.body = (char *)"Two more people to see";
  onward_day_parse ("2026-02-27", &touch.day);
  run (f, onward_touches_save, &touch);
  g_assert_cmpstr (record->at, ==, "2026-02-27T12:00:00+01:00");
  g_assert_cmpstr (record->body, ==, "Two more people to see");
  g_assert_cmpint (read_int (f, "SELECT contact FROM touch_contacts WHERE touch = 1"), ==, 1);
  onward_day_parse ("2026-03-03", &touch.day);
  g_assert_false (onward_store_run (f->store, "Write", onward_touches_save, &touch, NULL));
  run (f, onward_touches_remove, &one);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM touch_contacts"), ==, 0);
}

#define TEST(path, func) g_test_add (path, OnwardFixture, NULL, onward_fixture_set_up, func, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/opportunity-removal/what-is-its-own-goes-and-people-stay", test_what_is_its_own_goes);
  TEST ("/opportunity-removal/a-touch-is-changed-and-taken-away", test_a_touch_is_changed_and_taken_away);
  return g_test_run ();
}
