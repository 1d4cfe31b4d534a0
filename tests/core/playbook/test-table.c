/* test-table.c - the table of rules: order, numbers, channels, words, urgency and pressure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-world.h"
#include "playbook/onward-due.h"
#include "playbook/onward-rules.h"

#include <string.h>

static void
test_the_table_has_the_order_of_the_playbook (void)
{
  const char *ids = "prep-stories prep-names debrief verify-names thank-you no-show answer-offer decision-check-in "
                    "second-check-in close-as-silent application-nudge rejection-thank-you connection-note "
                    "referral-ask third-party-ask feedback-request other-openings reapply reopened announce-job "
                    "thank-for-feedback thank-introducer ask-permission keep-in-touch manual";
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  for (int i = 0; words[i]; i++)
    {
      g_assert_cmpstr (onward_rule_id (i), ==, words[i]);
      g_assert_cmpint (onward_rule_find (words[i]), ==, i);
      g_assert_true (i == ONWARD_RULE_MANUAL || onward_rule_get (i)->name != NULL);
    }
  g_assert_cmpint (onward_rule_find ("water-plants"), ==, ONWARD_RULE_UNKNOWN);
  g_assert_cmpint (onward_rule_find (NULL), ==, ONWARD_RULE_UNKNOWN);
}

static void
test_day_rules_begin_with_the_check_in (void)
{
  for (int i = 0; i < ONWARD_N_RULES; i++)
    g_assert_cmpint (!!(onward_rule_get (i)->flags & ONWARD_RULE_BY_DAY), ==, i >= ONWARD_RULE_DECISION_CHECK_IN);
}

static void
test_only_numbers_a_rule_has_can_be_set (void)
{
  OnwardSettings settings;

  onward_settings_init (&settings);
  g_assert_cmpint (settings.rules[ONWARD_RULE_KEEP_IN_TOUCH].days[1], ==, 90);
  g_assert_cmpint (settings.rules[ONWARD_RULE_ANSWER_OFFER].days[1], ==, 1);
  g_assert_false (onward_settings_set_days (&settings, ONWARD_RULE_THANK_YOU, 0, 1));
  g_assert_false (onward_settings_set_days (&settings, ONWARD_RULE_ANSWER_OFFER, 2, 1));
  g_assert_false (onward_settings_set_days (&settings, ONWARD_RULE_KEEP_IN_TOUCH, 0, -1));
  g_assert_false (onward_settings_set_days (&settings, ONWARD_RULE_KEEP_IN_TOUCH, 0, 3651));
  g_assert_true (onward_settings_set_days (&settings, ONWARD_RULE_KEEP_IN_TOUCH, 2, 3650));
  g_assert_cmpint (settings.rules[ONWARD_RULE_KEEP_IN_TOUCH].days[2], ==, 3650);
}

static void
test_the_channel_is_the_first_by_which_they_can_be_reached (void)
{
  const OnwardRule *thanks = onward_rule_get (ONWARD_RULE_THANK_YOU);
  const OnwardRule *request = onward_rule_get (ONWARD_RULE_FEEDBACK_REQUEST);
  OnwardContactFact contact = { .reach = ONWARD_CHANNEL_LINKEDIN | ONWARD_CHANNEL_CARD };

  g_assert_cmpint (onward_rule_propose_channel (thanks, &contact, 0), ==, ONWARD_CHANNEL_CARD);
  contact.reach |= ONWARD_CHANNEL_EMAIL;
  g_assert_cmpint (onward_rule_propose_channel (thanks, &contact, 0), ==, ONWARD_CHANNEL_EMAIL);
  g_assert_cmpint (onward_rule_propose_channel (thanks, &contact, ONWARD_CHANNEL_CARD), ==, ONWARD_CHANNEL_CARD);
  contact.preferred = ONWARD_CHANNEL_PHONE;
  g_assert_cmpint (onward_rule_propose_channel (thanks, &contact, ONWARD_CHANNEL_CARD), ==, ONWARD_CHANNEL_PHONE);
  g_assert_cmpint (onward_rule_propose_channel (request, &contact, 0), ==, ONWARD_CHANNEL_EMAIL);
  contact = (OnwardContactFact){ .reach = 0 };
  g_assert_cmpint (onward_rule_propose_channel (thanks, &contact, 0), ==, ONWARD_CHANNEL_NONE);
  g_assert_cmpint (onward_rule_propose_channel (thanks, NULL, 0), ==, ONWARD_CHANNEL_NONE);
}

/* What the rows of a story say: key, channel, title and why. */
static void
assert_words (const char *story, const char *key, const char *channel, const char *title, const char *why)
{
  g_autoptr (OnwardWorld) world = onward_world_new (story);
  OnwardStoredFact *row;

  onward_world_reconcile (world);
  row = onward_world_get_row (world, key);
  g_assert_nonnull (row);
  g_assert_cmpstr (row->title, ==, title);
  g_assert_cmpstr (row->why, ==, why);
  g_assert_cmpstr (onward_channel_name (row->channel), ==, channel);
}

#define NBSP "\u00a0"

static const char rejected[] = "now 2026-03-02T14:00\n"
                               "company Fjord_Energy\n"
                               "contact Ines_Carvalho reach=email,phone\n"
                               "contact Amara_Okafor reach=email,card\n"
                               "opportunity o1 company=Fjord_Energy outcome=rejected on=2026-03-02\n"
                               "person o1 Ines_Carvalho recruiter\n"
                               "interview i1 of=o1 at=2026-03-02T10:00:00+01:00\n"
                               "part i1 Amara_Okafor heard\n";

static const char waiting[] = "now 2026-03-02T14:00\n"
                              "company Fjord_Energy\n"
                              "contact Ines_Carvalho reach=email,phone\n"
                              "opportunity o1 company=Fjord_Energy\n"
                              "person o1 Ines_Carvalho recruiter\n"
                              "interview i1 of=o1 at=2026-03-02T10:00:00+01:00 informational\n"
                              "part i1 Ines_Carvalho recruiter heard\n"
                              "interview i2 of=o1 at=2026-03-02T10:00:00+01:00\n"
                              "contact Sofia_Marin tier=quarterly since=2026-03-02 reach=email,linkedin\n";

static void
test_every_row_says_what_and_why (void)
{
  assert_words (rejected, "debrief:i1", NULL, "Write down the Fjord Energy interview",
                "Because the interview ended on 2" NBSP "March, and it is best written down within a day.");
  assert_words (rejected, "verify-names:i1", "email", "Ask Ines Carvalho how the names are spelled",
                "Because the name of Amara Okafor was only heard on 2" NBSP
                "March, and names are checked within a day.");
  assert_words (rejected, "thank-you:i1:Amara_Okafor", "email", "Thank Amara Okafor",
                "Because you met Amara Okafor on 2" NBSP "March, and thanks go out within a day.");
  assert_words (rejected, "rejection-thank-you:o1", "email", "Thank Ines Carvalho for considering you",
                "Because the answer on 2" NBSP "March was no this time, and thanks for the time keep the door open.");
  assert_words (waiting, "decision-check-in:i2", "phone", "Check in with Ines Carvalho",
                "Because no answer was promised after the interview on 2" NBSP
                "March, and a check-in follows after 14 days.");
  assert_words (waiting, "keep-in-touch:Sofia_Marin:2026-03-02", "linkedin", "Keep in touch with Sofia Marin",
                "Because you were last in touch on 2" NBSP "March" NBSP "2026, and you chose to write every quarter.");
}

static const char booked[] = "now 2026-03-02T14:00\n"
                             "company Fjord_Energy\n"
                             "contact Ines_Carvalho reach=email,phone\n"
                             "opportunity o1 company=Fjord_Energy\n"
                             "person o1 Ines_Carvalho recruiter\n"
                             "interview i1 of=o1 at=2026-03-12T10:00:00+01:00\n";

/* Who is named already is not asked for again. */
static void
test_names_are_asked_for_only_where_they_are_not_known (void)
{
  g_autofree char *named = g_strconcat (booked, "contact Amara_Okafor\npart i1 Amara_Okafor heard\n", NULL);

  assert_words (booked, "prep-names:i1", "email", "Ask Ines Carvalho who will be there",
                "Because nobody is named for the interview on 12" NBSP
                "March, and names are asked for the day before.");
  assert_words (named, "prep-names:i1", "email", "Ask Ines Carvalho how the names are spelled",
                "Because 1 name for the interview on 12" NBSP
                "March is not verified, and names are asked for the day before.");
}

/* Everything that can be owed, each by a story of its own. */
static const char *const everything[ONWARD_N_RULES] = {
  [ONWARD_RULE_PREP_STORIES] = "interview i1 company=Fjord_Energy at=2026-03-12T10:00:00+01:00\n",
  [ONWARD_RULE_PREP_NAMES] = "interview i1 company=Fjord_Energy at=2026-03-12T10:00:00+01:00\n",
  [ONWARD_RULE_DEBRIEF] = "interview i1 company=Fjord_Energy at=2026-03-02T10:00:00+01:00\n",
  [ONWARD_RULE_VERIFY_NAMES] = "interview i1 at=2026-03-02T10:00:00+01:00\npart i1 Amara_Okafor heard\n",
  [ONWARD_RULE_THANK_YOU] = "interview i1 at=2026-03-02T10:00:00+01:00\npart i1 Amara_Okafor\n",
  [ONWARD_RULE_NO_SHOW] = "interview i1 at=2026-03-02T10:00:00+01:00 no-show\npart i1 Amara_Okafor\n",
  [ONWARD_RULE_ANSWER_OFFER] = "opportunity o1 company=Fjord_Energy offer=2026-03-12\n",
  [ONWARD_RULE_DECISION_CHECK_IN] = "opportunity o1 promise=2026-03-04\nperson o1 Amara_Okafor recruiter\n",
  [ONWARD_RULE_SECOND_CHECK_IN] = "opportunity o1 promise=2026-03-01\nperson o1 Amara_Okafor recruiter\n"
                                  "touch t1 to=Amara_Okafor at=2026-03-02T10:00:00+01:00 kind=decision-check-in\n",
  [ONWARD_RULE_CLOSE_AS_SILENT] = "opportunity o1 company=Fjord_Energy promise=2026-03-01\n",
  [ONWARD_RULE_APPLICATION_NUDGE] = "opportunity o1 company=Fjord_Energy applied=2026-03-01\n",
  [ONWARD_RULE_REJECTION_THANK_YOU] = "opportunity o1 outcome=rejected on=2026-03-01 told=Amara_Okafor\n",
  [ONWARD_RULE_CONNECTION_NOTE] = "opportunity o1 outcome=cancelled on=2026-03-01\npart i1 Amara_Okafor\n"
                                  "interview i1 of=o1 at=2026-02-20T10:00:00+01:00\n",
  [ONWARD_RULE_REFERRAL_ASK] = "opportunity o1 outcome=rejected on=2026-03-01\npart i1 Amara_Okafor clicked\n"
                               "interview i1 of=o1 at=2026-02-20T10:00:00+01:00\n",
  [ONWARD_RULE_THIRD_PARTY_ASK] = "opportunity o1 outcome=rejected on=2026-03-01\nperson o1 Amara_Okafor insider\n",
  [ONWARD_RULE_FEEDBACK_REQUEST] = "opportunity o1 outcome=rejected on=2026-03-01\npart i1 Amara_Okafor\n"
                                   "interview i1 of=o1 at=2026-02-20T10:00:00+01:00\n",
  [ONWARD_RULE_OTHER_OPENINGS] = "opportunity o1 company=Fjord_Energy outcome=rejected on=2026-03-01\n",
  [ONWARD_RULE_REAPPLY] = "opportunity o1 company=Fjord_Energy outcome=rejected on=2026-03-01\n",
  [ONWARD_RULE_REOPENED] = "opportunity o1 outcome=cancelled on=2026-03-01\nperson o1 Amara_Okafor recruiter\n",
  [ONWARD_RULE_ANNOUNCE_JOB] = "opportunity o1 outcome=accepted on=2026-03-01\n",
  [ONWARD_RULE_THANK_FOR_FEEDBACK] = "feedback f1 from=Amara_Okafor on=2026-03-01 channel=email\n",
  [ONWARD_RULE_THANK_INTRODUCER] = "introduction n1 by=Amara_Okafor of=o1 on=2026-03-01\n"
                                   "opportunity o1 added=2026-03-01\n",
  [ONWARD_RULE_ASK_PERMISSION] = "introduction n1 by=Amara_Okafor to=Sofia_Marin on=2026-03-01\n",
  [ONWARD_RULE_KEEP_IN_TOUCH] = "contact Amara_Okafor tier=monthly since=2026-03-01 reach=email\n",
};

/* The first row of a rule in its story. */
static const OnwardStoredFact *
find_row (OnwardWorld *world, OnwardRuleId rule)
{
  for (guint i = 0; i < world->rows->len; i++)
    if (((OnwardStoredFact *)world->rows->pdata[i])->rule == rule)
      return world->rows->pdata[i];
  return NULL;
}

/* In one sentence, with a fact of the story: a date at least. */
static void
test_every_rule_explains_itself_in_a_sentence_with_a_fact (void)
{
  g_autoptr (GHashTable) reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < ONWARD_N_RULES; i++)
    {
      g_autofree char *story = g_strconcat ("now 2026-03-02T14:00\ncompany Fjord_Energy cooling=6\n"
                                            "contact Amara_Okafor reach=email\ncontact Sofia_Marin\n",
                                            everything[i], NULL);
      g_autoptr (OnwardWorld) world = onward_world_new (story);
      const OnwardStoredFact *row;

      onward_world_reconcile (world);
      row = find_row (world, i);
      if (!row)
        g_error ("%s plans nothing", onward_rule_id (i));
      g_assert_true (row->title && *row->title);
      g_assert_true (g_str_has_prefix (row->why, "Because ") && g_str_has_suffix (row->why, "."));
      g_assert_null (strchr (row->why, '%'));
      g_assert_nonnull (strstr (row->why, NBSP "March"));
      g_assert_true (g_hash_table_add (reasons, g_strdup (row->why)));
      g_assert_cmpint (row->channel, ==, row->contact_id ? ONWARD_CHANNEL_EMAIL : ONWARD_CHANNEL_NONE);
    }
}

static void
test_the_channel_follows_what_somebody_prefers (void)
{
  g_autoptr (OnwardWorld) world = onward_world_new (waiting);

  onward_world_reconcile (world);
  g_assert_cmpint (onward_world_get_row (world, "keep-in-touch:Sofia_Marin:2026-03-02")->channel, ==,
                   ONWARD_CHANNEL_LINKEDIN);
  onward_world_set (world, "contact Sofia_Marin tier=quarterly since=2026-03-02 reach=email,linkedin prefers=phone");
  onward_world_reconcile (world);
  g_assert_cmpint (onward_world_get_row (world, "keep-in-touch:Sofia_Marin:2026-03-02")->channel, ==,
                   ONWARD_CHANNEL_PHONE);
}

static void
test_a_promise_is_named_in_the_reason (void)
{
  g_autofree char *story = g_strconcat (waiting, "opportunity o1 promise=2026-03-06 given=2026-03-02\n", NULL);

  assert_words (story, "decision-check-in:i2", "phone", "Check in with Ines Carvalho",
                "Because an answer was promised by 6" NBSP "March, and a check-in follows on the next working day.");
}

static gint64
read_wall (const char *text)
{
  gint64 wall;

  g_assert_true (onward_wall_parse (text, &wall));
  return wall;
}

static void
test_overdue_looks_at_due_alone (void)
{
  gint64 now = read_wall ("2026-03-02T10:00");
  gint64 today = read_wall ("2026-03-02T23:00"), tomorrow = read_wall ("2026-03-03T00:00");

  g_assert_cmpint (onward_due_urgency (today, ONWARD_NO_WALL, tomorrow, now), ==, ONWARD_URGENCY_TODAY);
  g_assert_cmpint (onward_due_urgency (today, tomorrow, tomorrow, now), ==, ONWARD_URGENCY_UPCOMING);
  g_assert_cmpint (onward_due_urgency (tomorrow, today, tomorrow, now), ==, ONWARD_URGENCY_UPCOMING);
  g_assert_cmpint (onward_due_urgency (now - 60, ONWARD_NO_WALL, now, now), ==, ONWARD_URGENCY_TODAY);
  g_assert_cmpint (onward_due_urgency (now - 60, tomorrow, now - 1, now), ==, ONWARD_URGENCY_OVERDUE);
}

/* Days before the reminder on 2026-03-31 09:00, negative = incoming; 0 ends the list. */
static guint
count_pressure (const int *days)
{
  OnwardTouchMoment touches[8];
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("UTC");
  gint64 remind_at = read_wall ("2026-03-31T09:00");
  guint n = 0;

  for (; days[n] != 0; n++)
    touches[n] = (OnwardTouchMoment){ .at = remind_at * 60 - ABS (days[n]) * 86400, .incoming = days[n] < 0 };
  return onward_due_pressure (touches, n, remind_at, zone).messages;
}

static void
test_two_unanswered_messages_are_pressure (void)
{
  g_assert_cmpuint (count_pressure ((int[]){ 5, 10, 0 }), ==, 2);
  g_assert_cmpuint (count_pressure ((int[]){ 5, 0 }), ==, 0);
  g_assert_cmpuint (count_pressure ((int[]){ 30, 5, 0 }), ==, 2);
  g_assert_cmpuint (count_pressure ((int[]){ 31, 5, 0 }), ==, 0);
  g_assert_cmpuint (count_pressure ((int[]){ 10, 5, -7, 0 }), ==, 0);
  g_assert_cmpuint (count_pressure ((int[]){ 10, 5, -10, 0 }), ==, 0);
  g_assert_cmpuint (count_pressure ((int[]){ 10, 5, -12, 0 }), ==, 2);
  g_assert_cmpuint (count_pressure ((int[]){ 20, 10, 5, -15, 0 }), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/order", test_the_table_has_the_order_of_the_playbook);
  g_test_add_func ("/table/day-rules-begin-with-the-check-in", test_day_rules_begin_with_the_check_in);
  g_test_add_func ("/table/only-numbers-a-rule-has-can-be-set", test_only_numbers_a_rule_has_can_be_set);
  g_test_add_func ("/table/channel", test_the_channel_is_the_first_by_which_they_can_be_reached);
  g_test_add_func ("/table/every-row-says-what-and-why", test_every_row_says_what_and_why);
  g_test_add_func ("/table/names-are-asked-for-only-where-they-are-not-known",
                   test_names_are_asked_for_only_where_they_are_not_known);
  g_test_add_func ("/table/every-rule-explains-itself", test_every_rule_explains_itself_in_a_sentence_with_a_fact);
  g_test_add_func ("/table/the-channel-follows-what-somebody-prefers", test_the_channel_follows_what_somebody_prefers);
  g_test_add_func ("/table/a-promise-is-named-in-the-reason", test_a_promise_is_named_in_the_reason);
  g_test_add_func ("/due/overdue-looks-at-due-alone", test_overdue_looks_at_due_alone);
  g_test_add_func ("/due/two-unanswered-messages-are-pressure", test_two_unanswered_messages_are_pressure);
  return g_test_run ();
}
