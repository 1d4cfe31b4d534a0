/* test-card-words.c - a card says how long and what next in a few words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pipeline/onward-card-words.h"
#include "playbook/onward-wall.h"

/* Monday 2 March 2026. */
#define TODAY onward_day_from_civil (2026, 3, 2)

static gint64
at (int month, int day, int minutes)
{
  return onward_wall_at (onward_day_from_civil (2026, month, day), minutes);
}

/* No-break spaces are made plain, so that the tests can be read. */
static void
assert_text (char *text, const char *expected)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "\u00a0", -1) : NULL;
  g_autofree char *plain = parts != NULL ? g_strjoinv (" ", parts) : NULL;

  g_assert_cmpstr (plain, ==, expected);
  g_free (text);
}

static void
assert_next (const OnwardCard *card, const char *text, const char *icon, const char *kind)
{
  OnwardChipWords words = onward_card_words_get_next (card, TODAY);

  assert_text (words.text, text);
  if (text == NULL)
    return;
  g_assert_cmpstr (words.icon, ==, icon);
  g_assert_cmpstr (words.kind, ==, kind);
}

static void
test_how_long (void)
{
  OnwardCard card = { .span = ONWARD_SPAN_QUIET, .since = TODAY - 3 };

  assert_text (onward_card_words_get_span (&card, TODAY, FALSE), "quiet 3 days");
  assert_text (onward_card_words_get_span (&card, TODAY, TRUE), "quiet 3 d");
  card.since = TODAY;
  assert_text (onward_card_words_get_span (&card, TODAY, FALSE), "today");
  card = (OnwardCard){ .span = ONWARD_SPAN_WAITING, .since = TODAY - 1 };
  assert_text (onward_card_words_get_span (&card, TODAY, FALSE), "waiting 1 day");
  card.span = ONWARD_SPAN_ADDED;
  assert_text (onward_card_words_get_span (&card, TODAY, FALSE), "added 1 day ago");
  card.since = TODAY;
  assert_text (onward_card_words_get_span (&card, TODAY, FALSE), "added today");
  card = (OnwardCard){ .span = ONWARD_SPAN_OFFER, .since = TODAY - 4 };
  assert_text (onward_card_words_get_span (&card, TODAY, FALSE), "offer 4 days");
  card = (OnwardCard){ .span = ONWARD_SPAN_CLOSED, .since = onward_day_from_civil (2026, 2, 4) };
  assert_text (onward_card_words_get_span (&card, TODAY, FALSE), "4 Feb");
  card.span = ONWARD_SPAN_NONE;
  assert_text (onward_card_words_get_span (&card, TODAY, FALSE), NULL);
}

static void
test_what_is_owed (void)
{
  OnwardCard card = { .next = ONWARD_NEXT_LATE,
                      .rule = ONWARD_RULE_THANK_YOU,
                      .next_who = (char *)"Amara Okafor",
                      .next_count = 1,
                      .next_moment = at (2, 27, 600) };

  assert_next (&card, "Thank Amara, late", "onward-thanks-symbolic", "overdue");
  card.next = ONWARD_NEXT_TODAY;
  assert_next (&card, "Thank Amara today", "onward-thanks-symbolic", "today");
  card.next_who = NULL;
  card.next_count = 2;
  assert_next (&card, "Thank 2 people today", "onward-thanks-symbolic", "today");
  card = (OnwardCard){ .next = ONWARD_NEXT_LATER,
                       .rule = ONWARD_RULE_APPLICATION_NUDGE,
                       .next_who = (char *)"Marta Hein",
                       .next_count = 1,
                       .next_moment = at (3, 5, 540) };
  assert_next (&card, "Nudge Thu 5", "onward-clock-symbolic", "calm");
  card.rule = ONWARD_RULE_DECISION_CHECK_IN;
  card.next_moment = at (3, 10, 540);
  assert_next (&card, "Check in 10 March", "onward-clock-symbolic", "calm");
  card.rule = ONWARD_RULE_ASK_PERMISSION;
  card.next_who = (char *)"Noor";
  assert_next (&card, "Ask Noor 10 March", "onward-introduction-symbolic", "calm");
  card.rule = ONWARD_RULE_MANUAL;
  card.next_title = (char *)"Send the slides";
  assert_next (&card, "Send the slides 10 March", "onward-due-symbolic", "calm");
}

static void
test_an_offer_names_its_hour (void)
{
  OnwardCard card = { .next = ONWARD_NEXT_TODAY,
                      .rule = ONWARD_RULE_ANSWER_OFFER,
                      .next_count = 1,
                      .next_moment = at (3, 2, 540),
                      .next_due = at (3, 2, 17 * 60) };

  assert_next (&card, "Answer by 17:00", "onward-offer-symbolic", "today");
  card.next_due = at (3, 5, 17 * 60);
  assert_next (&card, "Answer by Thu 5", "onward-offer-symbolic", "today");
}

static void
test_interviews_and_promises (void)
{
  OnwardCard card = { .next = ONWARD_NEXT_INTERVIEW, .next_title = (char *)"phone", .next_moment = at (3, 3, 570) };

  assert_next (&card, "Call Tue 09:30", "onward-interview-symbolic", "calm");
  card.next_moment = at (3, 2, 870);
  assert_next (&card, "Call today 14:30", "onward-interview-symbolic", "today");
  card.next_title = (char *)"panel";
  card.next_moment = at (3, 9, 840);
  assert_next (&card, "Panel 9 March", "onward-interview-symbolic", "calm");
  card.next_title = (char *)"tea";
  assert_next (&card, "Interview 9 March", "onward-interview-symbolic", "calm");
  card = (OnwardCard){ .next = ONWARD_NEXT_QUIET, .next_moment = at (3, 6, 0) };
  assert_next (&card, "Quiet until Fri 6", "onward-quiet-symbolic", "calm");
  card.next = ONWARD_NEXT_NONE;
  assert_next (&card, NULL, NULL, NULL);
}

static void
test_every_rule_has_words (void)
{
  for (OnwardRuleId rule = 0; rule <= ONWARD_RULE_UNKNOWN; rule++)
    {
      OnwardCard card = {
        .next = ONWARD_NEXT_LATER, .rule = rule, .next_count = 1, .next_moment = at (3, 5, 0), .next_due = at (3, 5, 0)
      };
      OnwardChipWords words = onward_card_words_get_next (&card, TODAY);

      g_assert_cmpuint (g_utf8_strlen (words.text, -1), >, 6);
      g_assert_nonnull (words.icon);
      g_free (words.text);
    }
}

static void
test_a_screen_reader_hears_all_of_it (void)
{
  OnwardCard card = { .company = (char *)"Northwind Labs",
                      .title = (char *)"Senior C developer",
                      .people = { { 1, (char *)"Ines Carvalho" } },
                      .n_people = 1,
                      .span = ONWARD_SPAN_QUIET,
                      .since = TODAY - 5,
                      .next = ONWARD_NEXT_QUIET,
                      .next_moment = at (3, 6, 0) };
  OnwardCard bare = { .informational = TRUE };

  assert_text (onward_card_words_get_label (&card, TODAY),
               "Northwind Labs, Senior C developer, Ines Carvalho, quiet 5 days, Quiet until Fri 6");
  assert_text (onward_card_words_get_label (&bare, TODAY), "Company not known yet, Informational");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-words/how-long", test_how_long);
  g_test_add_func ("/card-words/what-is-owed", test_what_is_owed);
  g_test_add_func ("/card-words/an-offer-names-its-hour", test_an_offer_names_its_hour);
  g_test_add_func ("/card-words/interviews-and-promises", test_interviews_and_promises);
  g_test_add_func ("/card-words/every-rule-has-words", test_every_rule_has_words);
  g_test_add_func ("/card-words/a-screen-reader-hears-all-of-it", test_a_screen_reader_hears_all_of_it);
  return g_test_run ();
}
