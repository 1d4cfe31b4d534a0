/* test-contact-changes.c - entries of lists, many people at once, and people who go, with everything that names them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-contact-changes.h"
#include "store/onward-contact-merge.h"
#include "store/onward-contact-order.h"
#include "store/onward-contact-removal.h"
#include "store/onward-json-import.h"
#include "store/onward-json-writer.h"
#include "store/onward-kept-drafts.h"
#include "store/onward-reconcile-store.h"

#include <string.h>

#define AMARA  "11111111-1111-4111-8111-111111111111"
#define BIRGIT "22222222-2222-4222-8222-222222222222"

static const char people[] =
    "{\"format\":\"onward\",\"version\":1,\"companies\":[{\"id\":\"c0000000-0000-4000-8000-000000000001\",\"name\":"
    "\"Helix\"}],\"contacts\":[{\"id\":\"" AMARA "\",\"name\":\"Amara\",\"headline\":\"Lead\",\"company\":"
    "\"c0000000-0000-4000-8000-000000000001\",\"tags\":[\"rust\"]},{\"id\":\"" BIRGIT "\",\"name\":\"Birgit\"}],"
    "\"opportunities\":[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"Engineer\",\"promise\":{\"on\":"
    "\"2026-03-09\",\"by\":\"" AMARA "\"},\"people\":[{\"contact\":\"" AMARA
    "\",\"role\":\"hr\"},{\"contact\":\"" BIRGIT
    "\"}]}],\"introductions\":[{\"id\":\"10000000-0000-4000-8000-000000000001\",\"introducer\":\"" AMARA
    "\",\"person\":\"" BIRGIT "\",\"recorded_on\":\"2026-02-20\"}],\"touches\":["
    "{\"id\":\"20000000-0000-4000-8000-000000000001\",\"contacts\":[\"" AMARA "\"],\"at\":\"2026-02-20T10:00:00Z\","
    "\"direction\":\"out\",\"channel\":\"email\"},{\"id\":\"20000000-0000-4000-8000-000000000002\",\"contacts\":["
    "\"" AMARA
    "\"],\"opportunity\":\"00000000-0000-4000-8000-000000000001\",\"at\":\"2026-02-21T10:00:00Z\",\"direction\":"
    "\"out\",\"channel\":\"email\"}]}";

static gint64
find (OnwardFixture *f, GType type, const char *uuid)
{
  return onward_rows_find_uuid (onward_store_get_connection (f->store), type, uuid);
}

static void
add_people (OnwardFixture *f)
{
  g_autoptr (GError) error = NULL;
  gpointer import = onward_json_import_new (people, strlen (people), FALSE, FALSE);

  onward_store_run (f->store, NULL, onward_json_import_run, import, &error);
  g_assert_no_error (error);
  onward_json_import_free (import);
}

static void
run (OnwardFixture *f, OnwardCommandFunc command, gpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Change people", command, data, &error);
  g_assert_no_error (error);
}

static void
undo (OnwardFixture *f)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  onward_store_undo_async (f->store, NULL, NULL);
  while (onward_store_get_redo_label (f->store) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (onward_store_get_redo_label (f->store));
}

static OnwardContact *
get_amara (OnwardFixture *f)
{
  return onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, find (f, ONWARD_TYPE_CONTACT, AMARA));
}

static gint64
count (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static void
set_mail (OnwardFixture *f, const char *was, const char *becomes)
{
  g_autoptr (OnwardContactItem) item =
      onward_contact_item_new (find (f, ONWARD_TYPE_CONTACT, AMARA), "emails", was, becomes);

  run (f, onward_contacts_set_item, item);
}

static void
assert_mails (OnwardFixture *f, const char *expected)
{
  g_autoptr (OnwardContact) amara = get_amara (f);
  g_autoptr (JsonNode) is = onward_json_parse (amara->emails != NULL ? amara->emails : "[]", -1, NULL);
  g_autoptr (JsonNode) wanted = onward_json_parse (expected, -1, NULL);

  g_assert_true (json_node_equal (is, wanted));
}

static void
test_one_address_changes_and_the_others_stay (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactItem) gone = NULL;

  add_people (f);
  set_mail (f, NULL, "{\"label\":\"work\",\"value\":\"a@helix.example\",\"x-since\":2020}");
  set_mail (f, NULL, "{\"value\":\"a@home.example\"}");
  set_mail (f, "{\"value\":\"a@home.example\"}", "{\"label\":\"home\",\"value\":\"amara@home.example\"}");
  assert_mails (f, "[{\"label\":\"work\",\"value\":\"a@helix.example\",\"x-since\":2020},"
                   "{\"label\":\"home\",\"value\":\"amara@home.example\"}]");
  set_mail (f, "{\"label\":\"work\",\"value\":\"a@helix.example\",\"x-since\":2020}", NULL);
  assert_mails (f, "[{\"label\":\"home\",\"value\":\"amara@home.example\"}]");
  gone = onward_contact_item_new (find (f, ONWARD_TYPE_CONTACT, AMARA), "emails", "{\"value\":\"not there\"}", NULL);
  g_assert_false (onward_store_run (f->store, "Change people", onward_contacts_set_item, gone, NULL));
}

static void
test_many_change_in_one_step (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 amara, birgit;
  g_autoptr (OnwardContactsChange) tag = NULL;

  add_people (f);
  amara = find (f, ONWARD_TYPE_CONTACT, AMARA);
  birgit = find (f, ONWARD_TYPE_CONTACT, BIRGIT);
  g_array_append_val (ids, amara);
  g_array_append_val (ids, birgit);
  tag = onward_contacts_change_new (ids, "tags", "embedded");
  run (f, onward_contacts_change_all, tag);
  g_assert_cmpint (count (f, "SELECT count (*) FROM contacts WHERE tags LIKE '%embedded%'"), ==, 2);
  g_assert_cmpint (count (f, "SELECT count (*) FROM contacts WHERE tags LIKE '%rust%'"), ==, 1);
  undo (f);
  g_assert_cmpint (count (f, "SELECT count (*) FROM contacts WHERE tags LIKE '%embedded%'"), ==, 0);
}

static void
test_the_company_before_goes_into_the_positions (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContact) amara = NULL;
  g_autoptr (OnwardContactEdit) edit = NULL;

  add_people (f);
  amara = get_amara (f);
  edit = onward_contact_edit_new (amara->record.id, "company", "Orrery");
  run (f, onward_contacts_set_member, edit);
  g_assert_nonnull (strstr (amara->positions, "Helix"));
  g_assert_nonnull (strstr (amara->positions, "Lead"));
  g_assert_nonnull (strstr (amara->positions, "\"to\""));
  undo (f);
  g_assert_null (amara->positions);
}

static void
test_somebody_removed_is_named_nowhere_and_undo_brings_all_back (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 amara;
  g_autoptr (OnwardKeptDraft) draft = NULL;
  g_autofree char *kept = NULL;

  add_people (f);
  amara = find (f, ONWARD_TYPE_CONTACT, AMARA);
  draft = onward_kept_draft_new (0, amara, "{\"half\":\"a letter\"}");
  onward_store_run (f->store, NULL, onward_kept_drafts_keep, draft, NULL);
  g_array_append_val (ids, amara);
  g_assert_cmpuint (onward_contacts_count_places (f->store, ids), ==, 4);
  run (f, onward_contacts_remove, ids);
  g_assert_cmpint (find (f, ONWARD_TYPE_CONTACT, AMARA), ==, 0);
  g_assert_cmpint (count (f, "SELECT count (*) FROM opportunity_people"), ==, 1);
  g_assert_cmpint (count (f, "SELECT count (*) FROM opportunities WHERE promise_by IS NULL AND promise_on <> ''"), ==,
                   1);
  g_assert_cmpint (count (f, "SELECT count (*) FROM introductions"), ==, 0);
  g_assert_cmpint (count (f, "SELECT count (*) FROM touches"), ==, 1);
  g_assert_cmpint (count (f, "SELECT count (*) FROM touch_contacts"), ==, 0);
  g_assert_cmpint (count (f, "SELECT count (*) FROM drafts"), ==, 0);
  undo (f);
  g_assert_cmpint (find (f, ONWARD_TYPE_CONTACT, AMARA), ==, amara);
  g_assert_cmpuint (onward_contacts_count_places (f->store, ids), ==, 4);
  kept = onward_kept_drafts_get (f->store, 0, amara);
  g_assert_cmpstr (kept, ==, "{\"half\":\"a letter\"}");
}

static void
test_two_records_of_one_person_become_one (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardContactMerge) merge = NULL;
  g_autoptr (OnwardContact) preview = NULL;
  g_autoptr (OnwardContact) birgit = NULL;
  g_autoptr (OnwardKeptDraft) draft = NULL;
  g_autofree char *kept = NULL;
  gint64 amara;

  add_people (f);
  amara = find (f, ONWARD_TYPE_CONTACT, AMARA);
  birgit = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, find (f, ONWARD_TYPE_CONTACT, BIRGIT));
  draft = onward_kept_draft_new (0, amara, "{\"half\":\"a letter\"}");
  onward_store_run (f->store, NULL, onward_kept_drafts_keep, draft, NULL);
  g_array_append_val (ids, amara);
  g_array_append_val (ids, birgit->record.id);
  merge = onward_contact_merge_new (birgit->record.id, ids);
  preview = onward_contacts_preview_merge (f->store, merge);
  g_assert_cmpstr (preview->headline, ==, "Lead");
  g_assert_null (birgit->headline);
  run (f, onward_contacts_merge, merge);
  g_assert_true (onward_record_equal (birgit, preview));
  g_assert_cmpint (find (f, ONWARD_TYPE_CONTACT, AMARA), ==, 0);
  /* Both had a part in the opportunity: now one has. The introduction between the two means nothing any more. */
  g_assert_cmpint (count (f, "SELECT count (*) FROM opportunity_people WHERE role = 'hr'"), ==, 1);
  g_assert_cmpint (count (f, "SELECT count (*) FROM opportunity_people"), ==, 1);
  g_assert_cmpint (count (f, "SELECT count (*) FROM introductions"), ==, 0);
  g_assert_cmpint (count (f, "SELECT count (*) FROM touch_contacts"), ==, 2);
  kept = onward_kept_drafts_get (f->store, 0, birgit->record.id);
  g_assert_cmpstr (kept, ==, "{\"half\":\"a letter\"}");
  undo (f);
  g_assert_cmpint (find (f, ONWARD_TYPE_CONTACT, AMARA), ==, amara);
  g_assert_null (birgit->headline);
  g_assert_cmpint (count (f, "SELECT count (*) FROM opportunity_people"), ==, 2);
}

static gboolean
plan_everything (OnwardWriter *writer, gpointer data, GError **error)
{
  onward_writer_set_reconcile_all (writer);
  return TRUE;
}

static char *
list_follow_ups (OnwardFixture *f)
{
  g_autoptr (OnwardStatement) row =
      onward_connection_prepare (onward_store_get_connection (f->store),
                                 "SELECT group_concat (line, char (10)) FROM (SELECT key || ' ' || state || ' ' || "
                                 "coalesce (contact, 0) || ' ' || "
                                 "remind_at || ' ' || title AS line FROM follow_ups WHERE state = 'open' ORDER BY key)",
                                 NULL);

  g_assert_true (onward_statement_step (row, NULL));
  return g_strdup (onward_statement_get_text (row, 0));
}

static void
open_sample (OnwardFixture *f)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "sample-search.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gpointer import;
  gsize length;

  onward_store_set_reconcile (f->store, onward_reconcile);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  import = onward_json_import_new (text, length, FALSE, TRUE);
  onward_store_run (f->store, NULL, onward_json_import_run, import, &error);
  g_assert_no_error (error);
  onward_json_import_free (import);
}

static void
test_the_plan_without_them_is_the_plan_made_anew (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = NULL;
  g_autoptr (GArray) everybody = NULL;

  open_sample (f);
  order = onward_contact_order_new (f->store);
  everybody = g_array_copy (onward_contact_order_get_ids (order));
  for (guint i = 0; i < everybody->len; i += 3)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autofree char *planned = NULL;
      g_autofree char *anew = NULL;

      g_array_append_vals (ids, &g_array_index (everybody, gint64, i), MIN (3, everybody->len - i));
      run (f, onward_contacts_remove, ids);
      planned = list_follow_ups (f);
      onward_store_run (f->store, NULL, plan_everything, NULL, NULL);
      anew = list_follow_ups (f);
      g_assert_cmpstr (planned, ==, anew);
    }
}

static void
test_the_plan_after_a_merge_is_the_plan_made_anew (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = NULL;
  g_autoptr (GArray) everybody = NULL;

  open_sample (f);
  order = onward_contact_order_new (f->store);
  everybody = g_array_copy (onward_contact_order_get_ids (order));
  for (guint i = 0; i + 3 <= everybody->len; i += 3)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (OnwardContactMerge) merge = NULL;
      g_autofree char *planned = NULL;
      g_autofree char *anew = NULL;

      g_array_append_vals (ids, &g_array_index (everybody, gint64, i), 3);
      merge = onward_contact_merge_new (g_array_index (everybody, gint64, i), ids);
      run (f, onward_contacts_merge, merge);
      planned = list_follow_ups (f);
      onward_store_run (f->store, NULL, plan_everything, NULL, NULL);
      anew = list_follow_ups (f);
      g_assert_cmpstr (planned, ==, anew);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/contact-changes/" name, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("one-address-changes-and-the-others-stay", test_one_address_changes_and_the_others_stay);
  ADD ("many-change-in-one-step", test_many_change_in_one_step);
  ADD ("the-company-before-goes-into-the-positions", test_the_company_before_goes_into_the_positions);
  ADD ("somebody-removed-is-named-nowhere-and-undo-brings-all-back",
       test_somebody_removed_is_named_nowhere_and_undo_brings_all_back);
  ADD ("two-records-of-one-person-become-one", test_two_records_of_one_person_become_one);
  ADD ("the-plan-after-a-merge-is-the-plan-made-anew", test_the_plan_after_a_merge_is_the_plan_made_anew);
  ADD ("the-plan-without-them-is-the-plan-made-anew", test_the_plan_without_them_is_the_plan_made_anew);
#undef ADD
  return g_test_run ();
}
