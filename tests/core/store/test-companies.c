/* test-companies.c - a company's facts are written down, its people found, and two that are one become one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "playbook/onward-wall.h"
#include "store/onward-company-edits.h"
#include "store/onward-company-facts.h"
#include "store/onward-opportunities.h"

static gint64
add (OnwardFixture *f, const char *company)
{
  g_autoptr (GError) error = NULL;
  OnwardNewOpportunity data = { .company = (char *)company, .title = (char *)"Engineer" };

  onward_store_run (f->store, "Add", onward_opportunities_add, &data, &error);
  g_assert_no_error (error);
  return data.id;
}

static gint64
find (OnwardFixture *f, const char *name)
{
  return onward_companies_find (onward_store_get_connection (f->store), name);
}

static gboolean
edit (OnwardFixture *f, gint64 company, const char *field, const char *value)
{
  OnwardCompanyEdit data = { company, (char *)field, (char *)value };
  g_autoptr (GError) error = NULL;
  gboolean done = onward_store_run (f->store, "Edit", onward_companies_edit, &data, &error);

  if (!done)
    g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  return done;
}

static gboolean
insert_contact (OnwardWriter *writer, gpointer contact, GError **error)
{
  return onward_writer_insert (writer, contact, error);
}

static void
add_person (OnwardFixture *f, const char *name, gint64 company, const char *positions)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, name);
  onward_set_text (&contact->positions, positions);
  contact->company = company;
  g_assert_true (onward_store_run (f->store, "Person", insert_contact, contact, NULL));
}

static void
test_a_name_is_one_company (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardCompany) lumen = NULL;

  add (f, "Lumen");
  add (f, "Orrery");
  g_assert_false (edit (f, find (f, "Lumen"), "name", " orrery "));
  g_assert_false (edit (f, find (f, "Lumen"), "name", ""));
  g_assert_false (edit (f, find (f, "Lumen"), "cooling_off.until", "next year"));
  g_assert_false (edit (f, find (f, "Lumen"), "cooling_off.months", "-1"));
  g_assert_true (edit (f, find (f, "Lumen"), "name", "LUMEN"));
  g_assert_true (edit (f, find (f, "Lumen"), "tags", "energy, , Rotterdam,energy"));
  lumen = onward_store_get_record (f->store, ONWARD_TYPE_COMPANY, find (f, "Lumen"));
  g_assert_cmpstr (lumen->name, ==, "LUMEN");
  g_assert_cmpstr (lumen->tags, ==, "[\"energy\",\"Rotterdam\"]");
}

static void
test_cooling_off_counts_from_the_no (OnwardFixture *f, gconstpointer data)
{
  gint64 opportunity = add (f, "Lumen");
  OnwardOutcomeChange no = {
    .opportunity = opportunity, .kind = (char *)"rejected", .on = (char *)"2026-01-31", .still_interested = -1
  };
  g_autoptr (OnwardCoolingOff) found = NULL;
  char day[ONWARD_DATE_SIZE];

  g_assert_true (edit (f, find (f, "Lumen"), "cooling_off.months", "6"));
  g_assert_null (onward_companies_get_cooling_off (f->store, find (f, "Lumen")));
  g_assert_true (onward_store_run (f->store, "No", onward_opportunities_set_outcome, &no, NULL));
  g_assert_true (edit (f, find (f, "Lumen"), "cooling_off.source", "their letter"));
  found = onward_companies_get_cooling_off (f->store, find (f, "Lumen"));
  g_assert_cmpstr (onward_day_format (found->until, day), ==, "2026-07-31");
  g_assert_cmpstr (onward_day_format (found->rejected_on, day), ==, "2026-01-31");
  g_assert_cmpstr (found->source, ==, "their letter");
  g_assert_true (edit (f, find (f, "Lumen"), "cooling_off.until", "2026-03-02"));
  g_assert_null (onward_companies_get_cooling_off (f->store, find (f, "Lumen")));
  g_assert_true (edit (f, find (f, "Lumen"), "cooling_off.until", "2026-03-03"));
  g_clear_pointer (&found, onward_cooling_off_free);
  found = onward_companies_get_cooling_off (f->store, find (f, "Lumen"));
  g_assert_cmpstr (onward_day_format (found->until, day), ==, "2026-03-03");
}

static void
test_who_was_there_is_known (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) people = NULL;

  add (f, "Lumen");
  add_person (f, "Ana", 0, "[{\"company\":\"lumen\",\"title\":\"Founder\",\"to\":\"2020\"}]");
  add_person (f, "Ben", find (f, "Lumen"), "[{\"company\":\"Lumen\",\"title\":\"Engineer\"}]");
  add_person (f, "Cy", 0, NULL);
  people = onward_companies_list_people (f->store, find (f, "Lumen"));
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (((OnwardColleague *)people->pdata[0])->name, ==, "Ben");
  g_assert_cmpstr (((OnwardColleague *)people->pdata[0])->line, ==, "Engineer");
  g_assert_false (((OnwardColleague *)people->pdata[0])->former);
  g_assert_cmpstr (((OnwardColleague *)people->pdata[1])->line, ==, "Founder");
  g_assert_true (((OnwardColleague *)people->pdata[1])->former);
}

static void
test_two_become_one (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardCompany) left = NULL;
  g_autoptr (GPtrArray) places = NULL;
  OnwardCompanyMerge merge;
  gint64 id;

  add (f, "Lumen");
  add (f, "Lumen & Sons");
  add_person (f, "Ben", find (f, "Lumen"), NULL);
  edit (f, find (f, "Lumen"), "website", "lumen.example");
  id = find (f, "Lumen");
  g_assert_false (onward_store_run (f->store, "Remove", onward_companies_remove, &id, NULL));
  merge = (OnwardCompanyMerge){ id, find (f, "Lumen & Sons") };
  g_assert_true (onward_store_run (f->store, "Merge", onward_companies_merge, &merge, NULL));
  g_assert_cmpint (find (f, "Lumen"), ==, 0);
  left = onward_store_get_record (f->store, ONWARD_TYPE_COMPANY, merge.into);
  g_assert_cmpstr (left->website, ==, "lumen.example");
  places = onward_companies_list_opportunities (f->store, merge.into);
  g_assert_cmpuint (places->len, ==, 2);
  g_ptr_array_unref (places);
  places = onward_companies_list_people (f->store, merge.into);
  g_assert_cmpuint (places->len, ==, 1);
}

#define TEST(path, func) g_test_add (path, OnwardFixture, NULL, onward_fixture_set_up, func, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/companies/a-name-is-one-company-and-facts-are-checked", test_a_name_is_one_company);
  TEST ("/companies/the-time-between-applications-counts-from-the-no-or-to-a-day", test_cooling_off_counts_from_the_no);
  TEST ("/companies/who-is-there-and-who-was-is-known", test_who_was_there_is_known);
  TEST ("/companies/two-that-are-one-become-one", test_two_become_one);
  return g_test_run ();
}
