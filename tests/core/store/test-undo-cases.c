/* test-undo-cases.c - what Undo does where somebody else, the playbook or time has been at work since */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-contact-import.h"
#include "store/onward-contacts.h"
#include "store/onward-interviews.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-reconcile-store.h"
#include "undo-dumps.h"

static gint64
add_person (OnwardFixture *f, const char *label, const char *name)
{
  OnwardContactDraft draft = { g_ptr_array_new_with_free_func ((GDestroyNotify)onward_contact_edit_free) };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (draft.members, onward_contact_edit_new (0, "name", name));
  onward_store_run (f->store, label, onward_contacts_add, &draft, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (draft.members);
  return draft.id;
}

static void
edit_person (OnwardStore *store, const char *label, gint64 id, const char *member, const char *value)
{
  OnwardContactEdit *edit = onward_contact_edit_new (id, member, value);
  g_autoptr (GError) error = NULL;

  onward_store_run (store, label, onward_contacts_set_member, edit, &error);
  g_assert_no_error (error);
  onward_contact_edit_free (edit);
}

static void
test_what_was_changed_since_is_named (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_person (f, NULL, "Ana");
  OnwardContact *ana = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, id);

  edit_person (f->store, "Edit", id, "headline", "Nurse");
  edit_person (f->store, NULL, id, "headline", "Doctor");
  take_back (f->store);
  g_assert_cmpstr (onward_store_get_undo_left (f->store), ==, "“Ana” was changed since, and left as it is");
  g_assert_cmpstr (ana->headline, ==, "Doctor");
  g_assert_null (onward_store_get_undo_label (f->store));
  g_assert_null (onward_store_get_redo_label (f->store));
  g_object_unref (ana);
}

static gboolean
edit_both (OnwardWriter *writer, gpointer data, GError **error)
{
  const gint64 *ids = data;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, ids[i], error);

      onward_set_text (&contact->notes, "Met at the fair");
      if (!onward_writer_update (writer, contact, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_the_rest_is_taken_back_and_done_again (OnwardFixture *f, gconstpointer data)
{
  gint64 ids[] = { add_person (f, NULL, "Ana"), add_person (f, NULL, "Ben"), add_person (f, NULL, "Cem") };
  g_autoptr (OnwardContact) ana = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, ids[0]);
  g_autoptr (OnwardContact) ben = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, ids[1]);
  g_autoptr (OnwardContact) cem = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, ids[2]);
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Edit", edit_both, ids, &error);
  g_assert_no_error (error);
  edit_person (f->store, NULL, ids[0], "headline", "Nurse");
  edit_person (f->store, NULL, ids[1], "headline", "Doctor");
  take_back (f->store);
  g_assert_cmpstr (onward_store_get_undo_left (f->store), ==, "Changed since, and left as they are: 2 people");
  g_assert_cmpstr (ana->notes, ==, "Met at the fair");
  g_assert_cmpstr (ben->notes, ==, "Met at the fair");
  g_assert_null (cem->notes);
  do_again (f->store);
  g_assert_null (onward_store_get_undo_left (f->store));
  g_assert_cmpstr (cem->notes, ==, "Met at the fair");
  g_assert_cmpstr (ana->headline, ==, "Nurse");
  take_back (f->store);
  g_assert_cmpstr (ana->notes, ==, "Met at the fair");
  g_assert_null (cem->notes);
}

static void
test_somebody_who_is_needed_stays (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_person (f, "Add a person", "Ana");
  OnwardNewOpportunity role = { .company = g_strdup ("Helix"), .title = g_strdup ("Nurse"), .kind = g_strdup ("role") };
  OnwardInterviewEdit *edit = onward_interview_edit_new ();
  g_autoptr (OnwardContact) ana = NULL;
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, NULL, onward_opportunities_add, &role, &error);
  g_assert_no_error (error);
  edit->opportunity = role.id;
  edit->kind = g_strdup ("onsite");
  edit->starts_at = g_strdup ("2026-03-10T10:00:00+01:00");
  g_ptr_array_add (edit->people, onward_person_edit_new (id, "Ana", "interviewer"));
  onward_store_run (f->store, NULL, onward_interviews_save, edit, &error);
  g_assert_no_error (error);
  take_back (f->store);
  ana = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, id);
  g_assert_nonnull (ana);
  g_assert_cmpstr (onward_store_get_undo_left (f->store), ==, "“Ana” was changed since, and left as it is");
  g_assert_null (onward_store_get_redo_label (f->store));
  assert_whole (f->store);
  onward_interview_edit_free (edit);
  g_free (role.company);
  g_free (role.title);
  g_free (role.kind);
}

static void
change_part (OnwardFixture *f, const char *label, gint64 opportunity, gint64 contact, gboolean remove)
{
  OnwardPartChange change = { .opportunity = opportunity, .contact = contact, .role = (char *)"hr", .remove = remove };
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, label, onward_opportunities_change_people, &change, &error);
  g_assert_no_error (error);
}

static void
test_a_list_is_left_as_a_whole (OnwardFixture *f, gconstpointer data)
{
  gint64 ids[] = { add_person (f, NULL, "Ana"), add_person (f, NULL, "Ben"), add_person (f, NULL, "Cem") };
  OnwardNewOpportunity role = { .company = g_strdup ("Helix"), .title = g_strdup ("Nurse"), .kind = g_strdup ("role") };
  OnwardConnection *connection = onward_store_get_connection (f->store);
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, NULL, onward_opportunities_add, &role, &error);
  g_assert_no_error (error);
  change_part (f, NULL, role.id, ids[0], FALSE);
  change_part (f, "Add", role.id, ids[1], FALSE);
  change_part (f, NULL, role.id, ids[2], FALSE);
  take_back (f->store);
  g_assert_cmpstr (onward_store_get_undo_left (f->store), ==, "“Nurse” was changed since, and left as it is");
  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM opportunity_people", -1), ==, 3);
  g_free (role.company);
  g_free (role.title);
  g_free (role.kind);
}

static gboolean
look_again (OnwardWriter *writer, gpointer data, GError **error)
{
  return TRUE;
}

/* The interview is over, and another program has planned what is owed for it. */
static void
test_what_time_changed_is_taken_back_too (OnwardFixture *f, gconstpointer data)
{
  OnwardNewOpportunity role = { .company = g_strdup ("Helix"), .title = g_strdup ("Nurse"), .kind = g_strdup ("role") };
  OnwardInterviewEdit *edit = onward_interview_edit_new ();
  OnwardConnection *connection = onward_store_get_connection (f->store);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GError) error = NULL;
  OnwardNow start = f->now;

  onward_store_set_reconcile (f->store, onward_reconcile);
  onward_store_run (f->store, NULL, onward_opportunities_add, &role, &error);
  g_assert_no_error (error);
  edit->opportunity = role.id;
  edit->kind = g_strdup ("video");
  edit->starts_at = g_strdup ("2026-03-03T14:00:00+01:00");
  g_ptr_array_add (edit->people, onward_person_edit_new (0, "Ana", "interviewer"));
  before = dump (f->store);
  onward_store_run (f->store, "Add", onward_interviews_save, edit, &error);
  g_assert_no_error (error);
  f->now.unix_time = 1772547000; /* 2026-03-03T15:10 */
  onward_store_run (f->store, NULL, look_again, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      onward_connection_read_int (connection, "SELECT count (*) FROM follow_ups WHERE rule = 'thank-you'", 0), ==, 1);
  f->now = start;
  take_back (f->store);
  g_assert_cmpstr (onward_store_get_undo_left (f->store), ==, NULL);
  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM interviews", -1), ==, 0);
  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM contacts", -1), ==, 0);
  onward_interview_edit_free (edit);
  g_free (role.company);
  g_free (role.title);
  g_free (role.kind);
}

static gboolean
add_row (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, data);
  return onward_writer_insert (writer, contact, error);
}

static void
test_everything_since_the_start_can_be_taken_back (OnwardFixture *f, gconstpointer data)
{
  OnwardConnection *connection = onward_store_get_connection (f->store);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 120; i++)
    g_assert_true (onward_store_run (f->store, "Add", add_row, (gpointer) "Ana", &error));
  for (guint i = 0; i < 120; i++)
    take_back (f->store);
  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM contacts", -1), ==, 0);
  g_assert_null (onward_store_get_undo_label (f->store));
}

static void
test_a_large_import_is_taken_back (OnwardFixture *f, gconstpointer data)
{
  OnwardProposal *proposal = onward_proposal_new ();
  OnwardContactImport *import;
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n = g_getenv ("ONWARD_IMPORT_ROWS") != NULL ? (guint)atoi (g_getenv ("ONWARD_IMPORT_ROWS")) : 800;
  gint64 start;

  undo_seed = "none";
  onward_store_set_reconcile (f->store, onward_reconcile);
  add_person (f, NULL, "Ana");
  before = dump (f->store);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u Kovač", i);
      g_autofree char *company = g_strdup_printf ("Company %u", i / 5);
      g_autofree char *url = g_strdup_printf ("https://www.linkedin.com/in/person-%u", i);
      OnwardProposedContact contact = { .line = i + 2,
                                        .name = onward_proposal_keep (proposal, name),
                                        .company = onward_proposal_keep (proposal, company),
                                        .url = onward_proposal_keep (proposal, url),
                                        .email = "",
                                        .position = "Engineer",
                                        .connected_on = "2024-03-02" };

      onward_proposal_add_contact (proposal, &contact);
    }
  import = onward_contact_import_new (proposal, FALSE, NULL);
  start = g_get_monotonic_time ();
  g_assert_true (onward_store_run (f->store, "Import", onward_contact_import_run, import, &error));
  g_test_message ("import %.3f s", (g_get_monotonic_time () - start) / 1e6);
  onward_contact_import_free (import);
  after = dump (f->store);
  start = g_get_monotonic_time ();
  take_back (f->store);
  g_test_message ("undo %.3f s", (g_get_monotonic_time () - start) / 1e6);
  assert_same (f->store, before, "import", "undo");
  start = g_get_monotonic_time ();
  do_again (f->store);
  g_test_message ("redo %.3f s", (g_get_monotonic_time () - start) / 1e6);
  assert_same (f->store, after, "import", "redo");
  assert_whole (f->store);
}

#define ADD(name, data, test)                                                                                          \
  g_test_add ("/undo/" name, OnwardFixture, data, onward_fixture_set_up, test, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-was-changed-since-is-named", NULL, test_what_was_changed_since_is_named);
  ADD ("the-rest-is-taken-back-and-done-again", NULL, test_the_rest_is_taken_back_and_done_again);
  ADD ("somebody-who-is-needed-stays", NULL, test_somebody_who_is_needed_stays);
  ADD ("what-time-changed-is-taken-back-too", NULL, test_what_time_changed_is_taken_back_too);
  ADD ("a-list-is-left-as-a-whole", NULL, test_a_list_is_left_as_a_whole);
  ADD ("everything-since-the-start-can-be-taken-back", NULL, test_everything_since_the_start_can_be_taken_back);
  ADD ("a-large-import-is-taken-back", NULL, test_a_large_import_is_taken_back);
  return g_test_run ();
}
