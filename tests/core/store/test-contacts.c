/* test-contacts.c - people are in order, found by any word, and changed by commands that can be undone */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-contact-match.h"
#include "store/onward-contact-order.h"
#include "store/onward-contacts.h"
#include "store/onward-introductions.h"
#include "store/onward-sort-keys.h"

#include <locale.h>
#include <string.h>

/* The people most tests are about: name, headline, company, member, value. */
static const char *const people[][5] = {
  { "Zoë Nguyễn", "Data scientist", "Asteria Health", "hooks", "[\"Goes kayaking in Norway\",\"Two cats\"]" },
  { "Amara Okafor", "Engineering manager", "Helix Robotics", "tier", "monthly" },
  { "Birgit Solheim", "Control engineer", "Fjord Energy", "notes", "Met in Tromsø.\n\nHer team builds turbines" },
  { "Κατερίνα Παπαδοπούλου", "Firmware developer", "Orrery", "roles", "[\"recruiter\"]" },
  { "amara Adler", NULL, NULL, "emails", "[{\"label\":\"work\",\"value\":\"adler@example.org\"}]" },
};

static void
add_member (OnwardContactDraft *draft, const char *member, const char *value)
{
  g_ptr_array_add (draft->members, onward_contact_edit_new (0, member, value));
}

static OnwardContactDraft *
create_draft (const char *name)
{
  OnwardContactDraft *draft = g_new0 (OnwardContactDraft, 1);

  draft->members = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_contact_edit_free);
  if (name != NULL)
    add_member (draft, "name", name);
  return draft;
}

static gint64
add_person (OnwardFixture *f, const char *name, const char *headline, const char *company)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardContactDraft) draft = create_draft (name);

  add_member (draft, "headline", headline);
  add_member (draft, "company", company);
  onward_store_run (f->store, "Add a person", onward_contacts_add, draft, &error);
  g_assert_no_error (error);
  return draft->id;
}

static void
run_edit (OnwardFixture *f, OnwardCommandFunc command, gint64 id, const char *member, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardContactEdit) edit = onward_contact_edit_new (id, member, value);

  onward_store_run (f->store, "Change a person", command, edit, &error);
  g_assert_no_error (error);
}

static gboolean
run_fails (OnwardFixture *f, OnwardCommandFunc command, gint64 id, const char *member, const char *value)
{
  g_autoptr (OnwardContactEdit) edit = onward_contact_edit_new (id, member, value);

  return !onward_store_run (f->store, "Change a person", command, edit, NULL);
}

static void
set_locale (OnwardFixture *f, const char *locale)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, NULL, onward_sort_keys_set_locale, (gpointer)locale, &error);
  g_assert_no_error (error);
}

static void
add_people (OnwardFixture *f)
{
  set_locale (f, "C.UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    run_edit (f, onward_contacts_set_member, add_person (f, people[i][0], people[i][1], people[i][2]), people[i][3],
              people[i][4]);
}

static char *
join_names (OnwardFixture *f, GArray *ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OnwardContact) contact =
          onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, g_array_index (ids, gint64, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", contact->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_found (OnwardFixture *f, OnwardContactOrder *order, OnwardContactFilter filter, const char *names)
{
  g_autoptr (GArray) ids = onward_contact_order_query (order, &filter);
  g_autofree char *found = join_names (f, ids);

  g_assert_cmpstr (found, ==, names);
}

#define FOUND(order, names, ...) assert_found (f, order, (OnwardContactFilter){ __VA_ARGS__ }, names)

static void
undo (OnwardFixture *f)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  const char *before = onward_store_get_undo_label (f->store);
  g_autofree char *label = g_strdup (before);

  g_assert_nonnull (label);
  onward_store_undo_async (f->store, NULL, NULL);
  while (onward_store_get_redo_label (f->store) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (onward_store_get_redo_label (f->store), ==, label);
}

static void
test_people_are_in_the_order_of_their_names (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = NULL;

  add_people (f);
  order = onward_contact_order_new (f->store);
  FOUND (order, "amara Adler, Amara Okafor, Birgit Solheim, Zoë Nguyễn, Κατερίνα Παπαδοπούλου");
}

static void
test_order_follows_every_change (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = NULL;
  gint64 id;

  add_people (f);
  order = onward_contact_order_new (f->store);
  id = add_person (f, "Clara Boyd", NULL, NULL);
  FOUND (order, "amara Adler, Amara Okafor, Birgit Solheim, Clara Boyd, Zoë Nguyễn, Κατερίνα Παπαδοπούλου");
  run_edit (f, onward_contacts_set_member, id, "name", "Anna Boyd");
  FOUND (order, "amara Adler, Amara Okafor, Anna Boyd, Birgit Solheim, Zoë Nguyễn, Κατερίνα Παπαδοπούλου");
  run_edit (f, onward_contacts_set_member, id, "headline", "Chemist");
  FOUND (order, "amara Adler, Amara Okafor, Anna Boyd, Birgit Solheim, Zoë Nguyễn, Κατερίνα Παπαδοπούλου");
  FOUND (order, "Anna Boyd", .text = "chem");
  undo (f);
  FOUND (order, "", .text = "chem");
}

static void
test_search_takes_words_in_any_order_and_accent (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = NULL;

  add_people (f);
  order = onward_contact_order_new (f->store);
  FOUND (order, "amara Adler, Amara Okafor", .text = "amara");
  FOUND (order, "Amara Okafor", .text = "oka ama");
  FOUND (order, "Zoë Nguyễn", .text = "NGUYEN zoe");
  FOUND (order, "Zoë Nguyễn", .text = "nguyễ");
  FOUND (order, "Κατερίνα Παπαδοπούλου", .text = "κατερινα");
  FOUND (order, "Zoë Nguyễn", .text = "kay");
  FOUND (order, "Zoë Nguyễn", .text = "kayak asteria");
  FOUND (order, "Birgit Solheim", .text = "turbines");
  FOUND (order, "Birgit Solheim", .text = "tromso");
  FOUND (order, "amara Adler", .text = "adler@exa");
  FOUND (order, "", .text = "value");
  FOUND (order, "", .text = "label");
  FOUND (order, "", .text = "amara okafor zz");
  FOUND (order, "", .text = "name:amara");
  FOUND (order, "amara Adler, Amara Okafor, Birgit Solheim, Zoë Nguyễn, Κατερίνα Παπαδοπούλου", .text = "  ");
}

static void
test_a_renamed_company_is_found_through_its_people (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = NULL;
  gint64 id;

  add_people (f);
  order = onward_contact_order_new (f->store);
  id = add_person (f, "Tom Weir", NULL, "helix  robotics");
  FOUND (order, "Amara Okafor, Tom Weir", .text = "helix");
  run_edit (f, onward_contacts_set_member, id, "company", "Orrery");
  FOUND (order, "Amara Okafor, Tom Weir", .text = "helix");
  run_edit (f, onward_contacts_set_member, id, "positions", NULL);
  FOUND (order, "Amara Okafor", .text = "helix");
  FOUND (order, "Tom Weir, Κατερίνα Παπαδοπούλου", .text = "orr");
  run_edit (f, onward_contacts_set_member, id, "company", NULL);
  run_edit (f, onward_contacts_set_member, id, "positions", NULL);
  FOUND (order, "Κατερίνα Παπαδοπούλου", .text = "orr");
}

static void
test_filters_combine_with_the_search (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = NULL;
  g_autoptr (OnwardContact) amara = NULL;
  g_autoptr (GArray) ids = NULL;

  add_people (f);
  order = onward_contact_order_new (f->store);
  FOUND (order, "Amara Okafor", .tier = "monthly");
  FOUND (order, "", .tier = "yearly");
  FOUND (order, "amara Adler", .tier = "none", .text = "amara");
  FOUND (order, "Κατερίνα Παπαδοπούλου", .role = "recruiter");
  FOUND (order, "", .role = "recruiter", .tier = "monthly");
  ids = onward_contact_order_query (order, &(OnwardContactFilter){ .text = "okafor" });
  amara = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, g_array_index (ids, gint64, 0));
  FOUND (order, "Amara Okafor", .company = amara->company);
}

static gboolean
add_interview (OnwardWriter *writer, gpointer data, GError **error)
{
  const char *const *parts = data; /* starts_at, status, role, attended */
  g_autoptr (OnwardInterview) interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);
  g_autoptr (GPtrArray) people_of_it = g_ptr_array_new_with_free_func (g_object_unref);
  OnwardParticipant *person = g_object_new (ONWARD_TYPE_PARTICIPANT, NULL);

  g_ptr_array_add (people_of_it, person);
  onward_set_text (&interview->starts_at, parts[0]);
  onward_set_text (&interview->status, parts[1]);
  person->contact = 1;
  person->attended = parts[3] != NULL;
  onward_set_text (&person->role, parts[2]);
  return onward_writer_insert (writer, interview, error)
         && onward_writer_set_children (writer, interview, ONWARD_TYPE_PARTICIPANT, people_of_it, error);
}

static gboolean
add_touch (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardTouch) touch = g_object_new (ONWARD_TYPE_TOUCH, NULL);
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  OnwardTouchContact *contact = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);

  g_ptr_array_add (contacts, contact);
  contact->contact = 1;
  onward_set_text (&touch->at, data);
  return onward_writer_insert (writer, touch, error)
         && onward_writer_set_children (writer, touch, ONWARD_TYPE_TOUCH_CONTACT, contacts, error);
}

static void
test_a_role_in_an_interview_counts (OnwardFixture *f, gconstpointer data)
{
  const char *as_hr[] = { "2026-02-26T14:00:00+01:00", "held", "hr", "attended" };
  const char *left_out[] = { "2026-02-26T14:00:00+01:00", "held", NULL, "attended" };
  g_autoptr (OnwardContactOrder) order = NULL;

  add_person (f, "Amara", NULL, NULL);
  order = onward_contact_order_new (f->store);
  FOUND (order, "", .role = "hr");
  g_assert_true (onward_store_run (f->store, NULL, add_interview, as_hr, NULL));
  FOUND (order, "Amara", .role = "hr");
  FOUND (order, "", .role = "interviewer");
  g_assert_true (onward_store_run (f->store, NULL, add_interview, left_out, NULL));
  FOUND (order, "Amara", .role = "interviewer");
}

static void
test_last_touch_is_the_latest_of_touches_and_interviews (OnwardFixture *f, gconstpointer data)
{
  const char *held[] = { "2026-02-26T14:00:00+01:00", "booked", NULL, "attended" };
  const char *cancelled[] = { "2026-02-27T14:00:00+01:00", "cancelled", NULL, "attended" };
  const char *absent[] = { "2026-02-28T14:00:00+01:00", "held", NULL, NULL };
  const char *to_come[] = { "2026-03-04T14:00:00+01:00", "booked", NULL, "attended" };

  add_person (f, "Amara", NULL, NULL);
  g_assert_cmpint (onward_contacts_get_last_touch (f->store, 1), ==, 0);
  g_assert_true (onward_store_run (f->store, NULL, add_interview, held, NULL));
  g_assert_true (onward_store_run (f->store, NULL, add_interview, cancelled, NULL));
  g_assert_true (onward_store_run (f->store, NULL, add_interview, absent, NULL));
  g_assert_true (onward_store_run (f->store, NULL, add_interview, to_come, NULL));
  g_assert_cmpint (onward_contacts_get_last_touch (f->store, 1), ==, 1772110800);
  g_assert_true (onward_store_run (f->store, NULL, add_touch, "2026-02-20T09:00:00+01:00", NULL));
  g_assert_cmpint (onward_contacts_get_last_touch (f->store, 1), ==, 1772110800);
  g_assert_true (onward_store_run (f->store, NULL, add_touch, "2026-02-27T09:00:00+01:00", NULL));
  g_assert_cmpint (onward_contacts_get_last_touch (f->store, 1), ==, 1772179200);
}

static gboolean
add_introduction (OnwardWriter *writer, gpointer data, GError **error)
{
  const gint64 *people_of_it = data; /* introducer, person */
  g_autoptr (OnwardIntroduction) introduction = g_object_new (ONWARD_TYPE_INTRODUCTION, NULL);

  introduction->introducer = people_of_it[0];
  introduction->person = people_of_it[1];
  return onward_writer_insert (writer, introduction, error);
}

static void
test_introductions_given_and_received_are_found (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  gint64 given[] = { 1, 2 }, received[] = { 3, 1 }, others[] = { 3, 2 };

  add_people (f);
  g_assert_true (onward_store_run (f->store, NULL, add_introduction, given, NULL));
  g_assert_true (onward_store_run (f->store, NULL, add_introduction, others, NULL));
  g_assert_true (onward_store_run (f->store, NULL, add_introduction, received, NULL));
  list = onward_introductions_of_contact (f->store, 1);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((OnwardIntroduction *)list->pdata[0])->introducer, ==, 3);
  g_assert_cmpint (((OnwardIntroduction *)list->pdata[1])->person, ==, 2);
}

static void
assert_match (OnwardContactOrder *order, OnwardContact *contact, const char *typed, OnwardContactMatchKind kind,
              const char *expected)
{
  g_auto (GStrv) words = onward_tokenizer_get_words (onward_contact_order_get_tokenizer (order), typed);
  g_autofree char *text = NULL;
  g_autoptr (GArray) ranges = NULL;
  guint64 shown = 0;

  ranges = onward_tokenizer_find_prefixes (onward_contact_order_get_tokenizer (order), contact->name,
                                           (const char *const *)words, &shown);
  g_assert_cmpint (onward_contact_match_find (onward_contact_order_get_tokenizer (order), (const char *const *)words,
                                              shown, contact, &text),
                   ==, kind);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_the_row_says_where_it_matched (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = onward_contact_order_new (f->store);
  g_autoptr (OnwardContact) contact = NULL;
  gint64 id = add_person (f, "Zoë Nguyễn", NULL, NULL);

  run_edit (f, onward_contacts_add_hook, id, NULL, "Two cats");
  run_edit (f, onward_contacts_add_hook, id, NULL, "Goes kayaking in Norway");
  run_edit (f, onward_contacts_add_note, id, NULL, "She spoke at length about the new plant in Trondheim last week");
  run_edit (f, onward_contacts_add_note, id, NULL, "Wants turbines");
  run_edit (f, onward_contacts_set_member, id, "how_met", "At EmbedCon");
  run_edit (f, onward_contacts_set_member, id, "emails", "[{\"label\":\"work\",\"value\":\"zn@example.org\"}]");
  run_edit (f, onward_contacts_set_member, id, "phones", "[{\"label\":\"work\",\"value\":\"+49 30 1234-5678\"}]");
  run_edit (f, onward_contacts_set_member, id, "positions", "[{\"company\":\"Oldmill\",\"title\":\"Tester\"}]");
  run_edit (f, onward_contacts_set_member, id, "tags", "[\"choir\"]");
  run_edit (f, onward_contacts_set_member, id, "pronunciation", "ZO-ay");
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, id);
  assert_match (order, contact, "zoe", ONWARD_CONTACT_MATCH_NONE, NULL);
  assert_match (order, contact, "030 1234", ONWARD_CONTACT_MATCH_PHONE, "+49 30 1234-5678");
  assert_match (order, contact, "zoe 5678", ONWARD_CONTACT_MATCH_PHONE, "+49 30 1234-5678");
  assert_match (order, contact, "9999", ONWARD_CONTACT_MATCH_NONE, NULL);
  assert_match (order, contact, "oldm", ONWARD_CONTACT_MATCH_POSITION, "Oldmill, Tester");
  assert_match (order, contact, "choir", ONWARD_CONTACT_MATCH_TAG, "choir");
  assert_match (order, contact, "ay", ONWARD_CONTACT_MATCH_PRONUNCIATION, "ZO-ay");
  assert_match (order, contact, "kay zoe", ONWARD_CONTACT_MATCH_HOOK, "Goes kayaking in Norway");
  assert_match (order, contact, "trond", ONWARD_CONTACT_MATCH_NOTE, "…about the new plant in Trondheim last week");
  assert_match (order, contact, "turb", ONWARD_CONTACT_MATCH_NOTE, "Wants turbines");
  assert_match (order, contact, "embed", ONWARD_CONTACT_MATCH_HOW_MET, "At EmbedCon");
  assert_match (order, contact, "exam", ONWARD_CONTACT_MATCH_ADDRESS, "zn@example.org");
  assert_match (order, contact, "work", ONWARD_CONTACT_MATCH_NONE, NULL);
}

static void
test_commands_change_a_person_and_can_be_undone (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_person (f, "  Amara Okafor ", "Engineering manager", "Helix Robotics");
  g_autoptr (OnwardContact) contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, id);
  g_autoptr (OnwardCompany) company = onward_store_get_record (f->store, ONWARD_TYPE_COMPANY, contact->company);

  g_assert_cmpstr (contact->name, ==, "Amara Okafor");
  g_assert_cmpstr (company->name, ==, "Helix Robotics");
  g_assert_cmpstr (contact->added_on, ==, "2026-03-02");
  run_edit (f, onward_contacts_set_member, id, "tier", "quarterly");
  g_assert_cmpstr (contact->tier, ==, "quarterly");
  g_assert_cmpstr (contact->tier_since, ==, "2026-03-02");
  f->now.unix_time += 5 * 24 * 3600;
  run_edit (f, onward_contacts_set_member, id, "tier", "quarterly");
  g_assert_cmpstr (contact->tier_since, ==, "2026-03-02");
  run_edit (f, onward_contacts_set_member, id, "tier", "monthly");
  g_assert_cmpstr (contact->tier_since, ==, "2026-03-07");
  run_edit (f, onward_contacts_set_member, id, "do_not_contact", "true");
  g_assert_true (contact->do_not_contact);
  run_edit (f, onward_contacts_add_hook, id, NULL, "Two “rescue” \"greyhounds\"");
  run_edit (f, onward_contacts_add_hook, id, NULL, "EmbedCon");
  g_assert_cmpstr (contact->hooks, ==, "[\"Two “rescue” \\\"greyhounds\\\"\",\"EmbedCon\"]");
  run_edit (f, onward_contacts_remove_hook, id, NULL, "Two “rescue” \"greyhounds\"");
  g_assert_cmpstr (contact->hooks, ==, "[\"EmbedCon\"]");
  undo (f);
  g_assert_cmpstr (contact->hooks, ==, "[\"Two “rescue” \\\"greyhounds\\\"\",\"EmbedCon\"]");
}

static void
test_several_changes_are_one_step_of_undo (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_person (f, "Amara", NULL, NULL);
  g_autoptr (OnwardContact) contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, id);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_contact_edit_free);

  g_ptr_array_add (edits, onward_contact_edit_new (id, "name", "Amara Okafor"));
  g_ptr_array_add (edits, onward_contact_edit_new (id, "company", "Helix"));
  g_assert_true (onward_store_run (f->store, "Edit a person", onward_contacts_set_members, edits, NULL));
  g_assert_cmpstr (contact->name, ==, "Amara Okafor");
  g_assert_cmpint (contact->company, !=, 0);
  undo (f);
  g_assert_cmpstr (contact->name, ==, "Amara");
  g_assert_cmpint (contact->company, ==, 0);
}

static void
test_what_is_not_possible_is_refused (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_person (f, "Amara", NULL, NULL);
  g_autoptr (OnwardContact) contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, id);
  g_autoptr (OnwardContactDraft) blank = create_draft ("   ");
  g_autoptr (OnwardContactDraft) nameless = create_draft (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (onward_store_run (f->store, "Add", onward_contacts_add, blank, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  g_assert_false (onward_store_run (f->store, "Add", onward_contacts_add, nameless, NULL));
  g_assert_true (run_fails (f, onward_contacts_set_member, id, "name", " "));
  g_assert_true (run_fails (f, onward_contacts_set_member, id, "tier", "daily"));
  g_assert_true (run_fails (f, onward_contacts_set_member, id, "no_such_member", "x"));
  g_assert_true (run_fails (f, onward_contacts_set_member, 4711, "name", "x"));
  g_assert_true (run_fails (f, onward_contacts_add_hook, id, NULL, " "));
  g_assert_true (run_fails (f, onward_contacts_add_note, id, NULL, ""));
  g_assert_cmpstr (contact->name, ==, "Amara");
  g_assert_null (contact->tier_since);
}

static void
test_rows_far_apart_are_found_too (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = NULL;
  OnwardConnection *connection;

  add_people (f);
  onward_fixture_close (f);
  connection = onward_connection_open (f->path, ONWARD_CONNECTION_WRITER, NULL);
  g_assert_true (onward_connection_execute (connection, "UPDATE contacts SET id = 1099511627776 WHERE id = 2", NULL));
  g_assert_true (
      onward_connection_execute (connection, "UPDATE contact_search SET rowid = 1099511627776 WHERE rowid = 2", NULL));
  onward_connection_close (connection);
  onward_fixture_open (f);
  order = onward_contact_order_new (f->store);
  FOUND (order, "amara Adler, Amara Okafor, Birgit Solheim, Zoë Nguyễn, Κατερίνα Παπαδοπούλου");
  FOUND (order, "amara Adler, Amara Okafor", .text = "amara");
  FOUND (order, "Amara Okafor", .tier = "monthly");
}

static void
test_names_are_put_in_the_order_of_a_new_locale (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = NULL;

  add_person (f, "Zoë", NULL, "Zebra");
  add_person (f, "Änne", NULL, NULL);
  g_assert_false (onward_sort_keys_are_for (f->store, "C.UTF-8"));
  order = onward_contact_order_new (f->store);
  set_locale (f, "C.UTF-8");
  g_assert_true (onward_sort_keys_are_for (f->store, "C.UTF-8"));
  g_assert_false (onward_sort_keys_are_for (f->store, "de_DE.UTF-8"));
  FOUND (order, "Zoë, Änne");
  g_assert_false (onward_store_run (f->store, NULL, onward_sort_keys_set_locale, (gpointer) "xx_XX.UTF-8", NULL));
  g_assert_true (onward_sort_keys_are_for (f->store, "C.UTF-8"));
  add_person (f, "Berta", NULL, NULL);
  FOUND (order, "Berta, Zoë, Änne");
  onward_sort_keys_ensure (f->store);
  add_person (f, "Carl", NULL, NULL);
  g_assert_true (onward_sort_keys_are_for (f->store, setlocale (LC_COLLATE, NULL)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/contacts/" name, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("people-are-in-the-order-of-their-names", test_people_are_in_the_order_of_their_names);
  ADD ("order-follows-every-change", test_order_follows_every_change);
  ADD ("search-takes-words-in-any-order-and-accent", test_search_takes_words_in_any_order_and_accent);
  ADD ("a-renamed-company-is-found-through-its-people", test_a_renamed_company_is_found_through_its_people);
  ADD ("filters-combine-with-the-search", test_filters_combine_with_the_search);
  ADD ("a-role-in-an-interview-counts", test_a_role_in_an_interview_counts);
  ADD ("last-touch-is-the-latest-of-touches-and-interviews", test_last_touch_is_the_latest_of_touches_and_interviews);
  ADD ("introductions-given-and-received-are-found", test_introductions_given_and_received_are_found);
  ADD ("the-row-says-where-it-matched", test_the_row_says_where_it_matched);
  ADD ("commands-change-a-person-and-can-be-undone", test_commands_change_a_person_and_can_be_undone);
  ADD ("several-changes-are-one-step-of-undo", test_several_changes_are_one_step_of_undo);
  ADD ("what-is-not-possible-is-refused", test_what_is_not_possible_is_refused);
  ADD ("rows-far-apart-are-found-too", test_rows_far_apart_are_found_too);
  ADD ("names-are-put-in-the-order-of-a-new-locale", test_names_are_put_in_the_order_of_a_new_locale);
#undef ADD
  return g_test_run ();
}
