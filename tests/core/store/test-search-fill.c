/* test-search-fill.c - a command that writes many rows, and the search after it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"

static gint64
insert_company (OnwardWriter *writer, const char *name)
{
  g_autoptr (OnwardCompany) company = g_object_new (ONWARD_TYPE_COMPANY, NULL);

  onward_set_text (&company->name, name);
  g_assert_true (onward_writer_insert (writer, company, NULL));
  return company->record.id;
}

static void
insert_contact (OnwardWriter *writer, const char *name, gint64 company)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, name);
  onward_set_text (&contact->notes, "met at the fair");
  contact->company = company;
  g_assert_true (onward_writer_insert (writer, contact, NULL));
}

static void
rename_company (OnwardWriter *writer, gint64 id, const char *name)
{
  g_autoptr (OnwardCompany) company = onward_writer_load (writer, ONWARD_TYPE_COMPANY, id, NULL);

  onward_set_text (&company->name, name);
  g_assert_true (onward_writer_update (writer, company, NULL));
}

static void
rename_contact (OnwardWriter *writer, gint64 id, const char *name)
{
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, id, NULL);

  onward_set_text (&contact->name, name);
  g_assert_true (onward_writer_update (writer, contact, NULL));
}

/* Contacts 1 to 4, companies 1 and 2; an opportunity at the second. */
static gboolean
begin (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardOpportunity) opportunity = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);

  insert_company (writer, "Helix");
  opportunity->company = insert_company (writer, "Kestrel");
  onward_set_text (&opportunity->title, "Platform lead");
  g_assert_true (onward_writer_insert (writer, opportunity, NULL));
  insert_contact (writer, "Amara Okafor", 1);
  insert_contact (writer, "Birgit Solheim", 2);
  insert_contact (writer, "Clara Boyd", 2);
  insert_contact (writer, "Dana Petrov", 0);
  return TRUE;
}

/* Everything that can become of a row: new, new and different, different, different by its company, gone, gone and back. */
static gboolean
change_much (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardContact) dana = onward_writer_load (writer, ONWARD_TYPE_CONTACT, 4, NULL);
  gint64 orrery;

  g_assert_true (onward_writer_defer_search (writer, error));
  orrery = insert_company (writer, "Orrery");
  insert_contact (writer, "Élodie Weir", orrery);
  rename_contact (writer, 5, "Élodie Marin");
  rename_company (writer, orrery, "Asteria");
  rename_contact (writer, 1, "Amara Eze");
  rename_company (writer, 2, "Copperline");
  g_assert_true (onward_writer_delete (writer, ONWARD_TYPE_CONTACT, 3, NULL));
  g_assert_true (onward_writer_delete (writer, ONWARD_TYPE_CONTACT, 4, NULL));
  onward_set_text (&dana->name, "Dana Haddad");
  g_assert_true (onward_writer_insert (writer, dana, NULL));
  return TRUE;
}

static gboolean
change_much_and_fail (OnwardWriter *writer, gpointer data, GError **error)
{
  g_assert_true (change_much (writer, data, error));
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, "Not this time");
  return FALSE;
}

static gboolean
change_little (OnwardWriter *writer, gpointer data, GError **error)
{
  rename_contact (writer, 2, "Birgit Lindqvist");
  return TRUE;
}

/* The search says what the tables say, and nothing more. */
static gboolean
check_search (OnwardWriter *writer, gpointer data, GError **error)
{
  static const char *const searches[] = { "contact_search", "company_search", "opportunity_search" };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *missing = g_strdup_printf ("SELECT count (*) FROM (SELECT * FROM %s_texts EXCEPT "
                                                  "SELECT rowid, * FROM %s)",
                                                  searches[i], searches[i]);
      g_autofree char *surplus = g_strdup_printf ("SELECT count (*) FROM (SELECT rowid, * FROM %s EXCEPT "
                                                  "SELECT * FROM %s_texts)",
                                                  searches[i], searches[i]);
      g_autofree char *integrity =
          g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)", searches[i], searches[i]);
      OnwardConnection *connection = onward_writer_get_connection (writer);

      g_assert_cmpint (onward_connection_read_int (connection, missing, -1), ==, 0);
      g_assert_cmpint (onward_connection_read_int (connection, surplus, -1), ==, 0);
      g_assert_true (onward_connection_execute (connection, integrity, NULL));
    }
  return TRUE;
}

static gint64
count_found (OnwardFixture *f, const char *word)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM contact_search WHERE contact_search MATCH '%s'", word);

  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static void
run (OnwardFixture *f, OnwardCommandFunc command)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Test", command, NULL, &error);
  g_assert_no_error (error);
}

static void
test_much (OnwardFixture *f, gconstpointer data)
{
  run (f, begin);
  run (f, change_much);
  run (f, check_search);
  g_assert_cmpint (count_found (f, "eze"), ==, 1);
  g_assert_cmpint (count_found (f, "okafor"), ==, 0);
  g_assert_cmpint (count_found (f, "copperline"), ==, 1);
  g_assert_cmpint (count_found (f, "clara"), ==, 0);
  g_assert_cmpint (count_found (f, "haddad"), ==, 1);
  g_assert_cmpint (count_found (f, "asteria"), ==, 1);
  run (f, change_little);
  run (f, check_search);
  g_assert_cmpint (count_found (f, "lindqvist"), ==, 1);
}

static void
test_failure (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run (f, begin);
  g_assert_false (onward_store_run (f->store, "Test", change_much_and_fail, NULL, &error));
  run (f, check_search);
  g_assert_cmpint (count_found (f, "okafor"), ==, 1);
  run (f, change_little);
  g_assert_cmpint (count_found (f, "lindqvist"), ==, 1);
  run (f, change_much);
  run (f, check_search);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search fill/a command that changes much is found as it left things", OnwardFixture, NULL,
              onward_fixture_set_up, test_much, onward_fixture_tear_down);
  g_test_add ("/search fill/a command that fails leaves what was found before", OnwardFixture, NULL,
              onward_fixture_set_up, test_failure, onward_fixture_tear_down);
  return g_test_run ();
}
