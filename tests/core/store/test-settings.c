/* test-settings.c - the playbook's numbers and the user's own details are stored, and can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "store/onward-json-import.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-own-templates.h"
#include "store/onward-profile.h"
#include "store/onward-reconcile-store.h"
#include "store/onward-settings-store.h"
#include "store/onward-templates.h"

static char *
read_member (OnwardFixture *f, const char *part, const char *member)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (f->store), "SELECT value FROM members WHERE part = ? AND member = ?", NULL);

  onward_statement_bind_text (statement, 1, part);
  onward_statement_bind_text (statement, 2, member);
  return onward_statement_step (statement, NULL) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}

/* Without the white space of the stored JSON. */
#define assert_member(f, part, member, expected)                                                                       \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found = read_member (f, part, member);                                                            \
    g_autoptr (GString) bare = g_string_new (found);                                                                   \
                                                                                                                       \
    g_string_replace (bare, "\n", "", 0);                                                                              \
    g_string_replace (bare, " ", "", 0);                                                                               \
    g_assert_cmpstr (found != NULL ? bare->str : NULL, ==, expected);                                                  \
  }                                                                                                                    \
  G_STMT_END

static void
save (OnwardFixture *f, OnwardSettings *settings)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Change the playbook", onward_settings_store_save, settings, &error);
  g_assert_no_error (error);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (onward_store_run_finish (ONWARD_STORE (source), result, NULL));
  *(gboolean *)data = TRUE;
}

static void
run_back (OnwardFixture *f, gboolean again)
{
  gboolean done = FALSE;

  (again ? onward_store_redo_async : onward_store_undo_async) (f->store, finished_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static char *
read_remind_at (OnwardFixture *f)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (f->store),
                                 "SELECT remind_at FROM follow_ups WHERE rule = 'rejection-thank-you' "
                                 "AND state = 'open'",
                                 NULL);

  return onward_statement_step (statement, NULL) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}

static void
add_recruiter (OnwardFixture *f, gint64 opportunity)
{
  OnwardPartChange change = { .opportunity = opportunity, .name = (char *)"Dev Anand", .role = (char *)"recruiter" };

  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_change_people, &change, NULL));
}

static void
test_the_book_is_the_beginning (OnwardFixture *f, gconstpointer data)
{
  OnwardSettings book, stored;

  onward_settings_init (&book);
  onward_settings_store_load (f->store, &stored);
  g_assert_true (onward_settings_equal (&book, &stored));
  save (f, &stored);
  g_assert_cmpint (
      onward_connection_read_int (onward_store_get_connection (f->store), "SELECT count (*) FROM members", -1), ==, 0);
}

static void
test_every_number_comes_back (OnwardFixture *f, gconstpointer data)
{
  OnwardSettings changed, stored;

  onward_settings_init (&changed);
  changed.hours = (OnwardHours){ .from = 570, .until = 1440, .working_days = 0 };
  changed.thank_you = ONWARD_THANK_YOU_SAME_DAY;
  changed.history_days = 0;
  changed.keep_in_touch_per_day = 5;
  for (guint i = 0; i < ONWARD_N_RULES; i++)
    {
      changed.rules[i].enabled = i % 2 == 0;
      for (guint j = 0; j < 3; j++)
        if (changed.rules[i].days[j] >= 0)
          changed.rules[i].days[j] += (int)(i + j) + 1;
    }
  save (f, &changed);
  onward_settings_store_load (f->store, &stored);
  g_assert_true (onward_settings_equal (&changed, &stored));
  assert_member (f, "settings", "alert_hours", "[\"09:30\",\"24:00\"]");
  assert_member (f, "settings", "working_days", "[]");
  assert_member (f, "settings", "thank_you", "\"same-day\"");
}

static void
test_numbers_are_written_as_the_format_has_them (OnwardFixture *f, gconstpointer data)
{
  OnwardSettings settings;

  onward_settings_init (&settings);
  settings.rules[ONWARD_RULE_REFERRAL_ASK].enabled = FALSE;
  settings.rules[ONWARD_RULE_DECISION_CHECK_IN].days[0] = 10;
  settings.rules[ONWARD_RULE_ANSWER_OFFER].days[1] = 2;
  settings.rules[ONWARD_RULE_KEEP_IN_TOUCH].days[2] = 300;
  save (f, &settings);
  assert_member (f, "settings", "rules",
                 "{\"answer-offer\":{\"days\":[3,2]},\"decision-check-in\":{\"days\":10},"
                 "\"referral-ask\":{\"enabled\":false},"
                 "\"keep-in-touch\":{\"days\":{\"monthly\":30,\"quarterly\":90,\"yearly\":300}}}");
}

static void
test_what_others_wrote_stays (OnwardFixture *f, gconstpointer data)
{
  static const char document[] =
      "{\"format\": \"onward\", \"version\": 1, \"settings\": {\"rules\": {"
      "\"debrief\": {\"enabled\": false, \"note\": \"mine\"}, \"later-rule\": {\"days\": 3}}}}";
  g_autoptr (OnwardJsonImport) import = onward_json_import_new (document, strlen (document), FALSE, FALSE);
  OnwardSettings settings;

  g_assert_true (onward_store_run (f->store, NULL, onward_json_import_run, import, NULL));
  onward_settings_init (&settings);
  save (f, &settings);
  assert_member (f, "settings", "rules", "{\"debrief\":{\"note\":\"mine\"},\"later-rule\":{\"days\":3}}");
}

static void
test_impossible_numbers_are_refused (OnwardFixture *f, gconstpointer data)
{
  OnwardSettings settings;
  g_autoptr (GError) error = NULL;

  onward_settings_init (&settings);
  settings.history_days = 7;
  settings.hours.until = settings.hours.from + 30;
  g_assert_false (onward_store_run (f->store, "Change", onward_settings_store_save, &settings, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  assert_member (f, "settings", "history_days", NULL);
}

static void
test_open_follow_ups_move_and_come_back (OnwardFixture *f, gconstpointer data)
{
  OnwardNewOpportunity opportunity = { .company = (char *)"Sable", .title = (char *)"Engineer" };
  OnwardOutcomeChange outcome = { .kind = (char *)"rejected", .on = (char *)"2026-03-02", .still_interested = -1 };
  OnwardSettings settings;
  g_autofree char *before = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;

  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_add, &opportunity, NULL));
  add_recruiter (f, opportunity.id);
  outcome.opportunity = opportunity.id;
  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_set_outcome, &outcome, NULL));
  before = read_remind_at (f);
  g_assert_cmpstr (before, ==, "2026-03-03T09:00");
  onward_settings_init (&settings);
  settings.rules[ONWARD_RULE_REJECTION_THANK_YOU].days[0] = 2;
  save (f, &settings);
  moved = read_remind_at (f);
  g_assert_cmpstr (moved, ==, "2026-03-04T09:00");
  run_back (f, FALSE);
  back = read_remind_at (f);
  g_assert_cmpstr (back, ==, "2026-03-03T09:00");
  assert_member (f, "settings", "rules", NULL);
  run_back (f, TRUE);
  again = read_remind_at (f);
  g_assert_cmpstr (again, ==, "2026-03-04T09:00");
}

static void
test_details_are_kept_and_the_old_ones_too (OnwardFixture *f, gconstpointer data)
{
  OnwardProfile profile = { .name = (char *)"Ela Novak", .email = (char *)"ela@old.example", .phone = (char *)"1" };
  g_autoptr (OnwardProfile) stored = NULL;
  g_autoptr (GPtrArray) former = NULL;
  OnwardFormerDetails *details;

  g_assert_true (onward_store_run (f->store, "Details", onward_profile_save, &profile, NULL));
  profile.email = (char *)"ela@new.example";
  profile.keep_former = TRUE;
  g_assert_true (onward_store_run (f->store, "Details", onward_profile_save, &profile, NULL));
  stored = onward_profile_load (f->store);
  g_assert_cmpstr (stored->name, ==, "Ela Novak");
  g_assert_cmpstr (stored->email, ==, "ela@new.example");
  g_assert_cmpstr (stored->other_emails[0], ==, "ela@old.example");
  former = onward_profile_list_former (f->store);
  g_assert_cmpuint (former->len, ==, 1);
  details = former->pdata[0];
  g_assert_cmpstr (details->until, ==, "2026-03-02");
  g_assert_cmpstr (details->email, ==, "ela@old.example");
  g_assert_null (details->phone);
  run_back (f, FALSE);
  assert_member (f, "profile", "email", "\"ela@old.example\"");
  assert_member (f, "profile", "former", NULL);
  assert_member (f, "profile", "addresses_me", NULL);
}

static void
test_empty_details_are_taken_away (OnwardFixture *f, gconstpointer data)
{
  OnwardProfile profile = { .name = (char *)"Ela Novak", .phone = (char *)"1" };

  g_assert_true (onward_store_run (f->store, "Details", onward_profile_save, &profile, NULL));
  profile.phone = (char *)"";
  g_assert_true (onward_store_run (f->store, "Details", onward_profile_save, &profile, NULL));
  assert_member (f, "profile", "phone", NULL);
  assert_member (f, "profile", "name", "\"ElaNovak\"");
}

static void
change_words (OnwardFixture *f, const char *subject, const char *body)
{
  OnwardTemplateEdit edit = { (char *)"thank-you", (char *)"email", (char *)"en", (char *)subject, (char *)body };

  g_assert_true (onward_store_run (f->store, "Words", onward_own_templates_save, &edit, NULL));
}

static void
test_words_of_a_message_can_be_the_users_own (OnwardFixture *f, gconstpointer data)
{
  OnwardTemplateEdit empty = { (char *)"thank-you", (char *)"email", (char *)"en", NULL, (char *)"" };
  g_auto (GStrv) languages = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;
  g_autofree char *other_subject = NULL;
  g_autofree char *other_body = NULL;

  change_words (f, "Thanks", "Dear {first_name}");
  change_words (f, "Thank you", "Hello {first_name}");
  g_assert_true (onward_templates_find (f->store, "thank-you", "email", "en", &subject, &body));
  g_assert_cmpstr (subject, ==, "Thank you");
  g_assert_cmpstr (body, ==, "Hello {first_name}");
  languages = onward_own_templates_list_languages (f->store);
  g_assert_cmpuint (g_strv_length (languages), ==, 1);
  g_assert_false (onward_templates_find (f->store, "thank-you", "card", "en", &other_subject, &other_body));
  g_assert_false (onward_store_run (f->store, "Words", onward_own_templates_save, &empty, NULL));
  change_words (f, NULL, NULL);
  g_assert_false (onward_templates_find (f->store, "thank-you", "email", "en", &other_subject, &other_body));
  run_back (f, FALSE);
  g_assert_true (onward_templates_find (f->store, "thank-you", "email", "en", &other_subject, &other_body));
}

static void
set_up (OnwardFixture *f, gconstpointer data)
{
  onward_fixture_set_up (f, data);
  onward_store_set_reconcile (f->store, onward_reconcile);
}

#define ADD(name, test) g_test_add ("/settings/" name, OnwardFixture, NULL, set_up, test, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the-book-is-the-beginning", test_the_book_is_the_beginning);
  ADD ("every-number-comes-back", test_every_number_comes_back);
  ADD ("numbers-are-written-as-the-format-has-them", test_numbers_are_written_as_the_format_has_them);
  ADD ("what-others-wrote-stays", test_what_others_wrote_stays);
  ADD ("impossible-numbers-are-refused", test_impossible_numbers_are_refused);
  ADD ("open-follow-ups-move-and-come-back", test_open_follow_ups_move_and_come_back);
  ADD ("details-are-kept-and-the-old-ones-too", test_details_are_kept_and_the_old_ones_too);
  ADD ("empty-details-are-taken-away", test_empty_details_are_taken_away);
  ADD ("words-of-a-message-can-be-the-users-own", test_words_of_a_message_can_be_the_users_own);
  return g_test_run ();
}
