/* test-timeline-words.c - what happened is said in words, with who did it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pipeline/onward-timeline-words.h"
#include "playbook/onward-wall.h"

/* Monday 2 March 2026. */
#define TODAY onward_day_from_civil (2026, 3, 2)

static void
assert_text (char *text, const char *expected)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "\u00a0", -1) : NULL;
  g_autofree char *plain = parts != NULL ? g_strjoinv (" ", parts) : NULL;

  g_assert_cmpstr (plain, ==, expected);
  g_free (text);
}

static void
test_who_wrote_to_whom (void)
{
  OnwardTimelineEntry entry = { .kind = ONWARD_TIMELINE_RECEIVED,
                                .first = (char *)"Ines Carvalho",
                                .n_people = 1,
                                .channel = (char *)"email",
                                .text = (char *)"Invitation\nto a phone screening" };

  assert_text (onward_timeline_words_get_title (&entry, TODAY), "Ines wrote to you");
  assert_text (onward_timeline_words_get_text (&entry), "Invitation to a phone screening");
  g_assert_cmpstr (onward_timeline_words_get_class (&entry), ==, "in");
  entry.kind = ONWARD_TIMELINE_SENT;
  assert_text (onward_timeline_words_get_title (&entry, TODAY), "You wrote to Ines");
  g_assert_null (onward_timeline_words_get_class (&entry));
  entry.channel = (char *)"phone";
  entry.n_people = 3;
  assert_text (onward_timeline_words_get_title (&entry, TODAY), "You called Ines and 2 others");
  entry.what = (char *)"rejection-thank-you";
  entry.n_people = 1;
  assert_text (onward_timeline_words_get_title (&entry, TODAY), "You thanked Ines");
  entry.first = NULL;
  assert_text (onward_timeline_words_get_title (&entry, TODAY), "You wrote");
}

static void
test_interviews (void)
{
  OnwardTimelineEntry entry = { .kind = ONWARD_TIMELINE_INTERVIEW,
                                .what = (char *)"panel",
                                .who = (char *)"Ana Ruiz, Ben Oduya, Cy Lam",
                                .clicked = (char *)"Ana Ruiz, Cy Lam",
                                .text = (char *)"Draw before talking" };

  assert_text (onward_timeline_words_get_title (&entry, TODAY), "Panel with Ana Ruiz, Ben Oduya and Cy Lam");
  assert_text (onward_timeline_words_get_text (&entry),
               "Clicked with Ana Ruiz and Cy Lam. To do differently: Draw before talking.");
  entry.who = (char *)"Ana Ruiz,";
  assert_text (onward_timeline_words_get_title (&entry, TODAY), "Panel with Ana Ruiz,");
  entry.status = (char *)"no-show";
  assert_text (onward_timeline_words_get_title (&entry, TODAY), "Panel: nobody showed up");
  entry.status = (char *)"cancelled";
  assert_text (onward_timeline_words_get_title (&entry, TODAY), "Panel was cancelled");
}

static void
test_stages_promises_and_outcomes (void)
{
  OnwardTimelineEntry stage = { .kind = ONWARD_TIMELINE_STAGE, .what = (char *)"Prospect" };
  OnwardTimelineEntry promise = { .kind = ONWARD_TIMELINE_PROMISE,
                                  .first = (char *)"Ines Carvalho",
                                  .on = onward_day_from_civil (2026, 3, 6) };
  OnwardTimelineEntry outcome = { .kind = ONWARD_TIMELINE_OUTCOME,
                                  .what = (char *)"rejected",
                                  .first = (char *)"Priya Raman",
                                  .company = (char *)"Asteria Health",
                                  .text = (char *)"Somebody from inside" };

  assert_text (onward_timeline_words_get_title (&stage, TODAY), "Added to Prospect");
  stage.from = (char *)"Prospect";
  stage.what = (char *)"Applied";
  assert_text (onward_timeline_words_get_title (&stage, TODAY), "Moved from Prospect to Applied");
  assert_text (onward_timeline_words_get_title (&promise, TODAY), "Ines promised an answer by 6 March");
  assert_text (onward_timeline_words_get_title (&outcome, TODAY), "Said no");
  assert_text (onward_timeline_words_get_text (&outcome), "Told by Priya Raman. Somebody from inside");
  g_assert_cmpstr (onward_timeline_words_get_class (&outcome), ==, "no");
}

static void
test_with_a_person_it_says_about_what (void)
{
  OnwardTimelineEntry entry = { .kind = ONWARD_TIMELINE_SENT,
                                .first = (char *)"Ines",
                                .n_people = 1,
                                .company = (char *)"Northwind Labs",
                                .title = (char *)"Senior C developer",
                                .text = (char *)"Thank you" };

  assert_text (onward_timeline_words_get_text (&entry), "Northwind Labs, Senior C developer. Thank you");
}

static void
test_when (void)
{
  OnwardTimelineEntry entry = { .moment = onward_wall_at (TODAY, 600) };

  assert_text (onward_timeline_words_get_when (&entry, TODAY), "Today");
  entry.moment = onward_wall_at (TODAY - 3, 600);
  assert_text (onward_timeline_words_get_when (&entry, TODAY), "Friday");
  entry.moment = onward_wall_at (TODAY - 12, 600);
  assert_text (onward_timeline_words_get_when (&entry, TODAY), "18 February");
}

static void
test_a_long_message_is_cut (void)
{
  g_autofree char *body = g_strnfill (5000, 'x');
  OnwardTimelineEntry entry = { .kind = ONWARD_TIMELINE_SENT, .text = body };
  g_autofree char *text = onward_timeline_words_get_text (&entry);

  g_assert_cmpint (g_utf8_strlen (text, -1), ==, 201);
  g_assert_true (g_str_has_suffix (text, "…"));
}

static void
test_follow_ups (void)
{
  OnwardTimelineEntry entry = { .kind = ONWARD_TIMELINE_FOLLOW_UP,
                                .what = (char *)"Send the 100 %s paper",
                                .status = (char *)"done",
                                .channel = (char *)"card" };
  OnwardTimelineEntry sent = { .kind = ONWARD_TIMELINE_SENT,
                               .channel = (char *)"email",
                               .text = (char *)"A measurement" };

  assert_text (onward_timeline_words_get_title (&entry, TODAY), "Done: Send the 100 %s paper");
  assert_text (onward_timeline_words_get_text (&entry), "With a card");
  g_assert_false (onward_timeline_words_is_quiet (&entry));
  entry.status = (char *)"skipped";
  entry.channel = NULL;
  assert_text (onward_timeline_words_get_title (&entry, TODAY), "Skipped: Send the 100 %s paper");
  g_assert_null (onward_timeline_words_get_text (&entry));
  g_assert_true (onward_timeline_words_is_quiet (&entry));
  assert_text (onward_timeline_words_get_text (&sent), "A measurement · By mail");
  sent.channel = (char *)"phone";
  assert_text (onward_timeline_words_get_text (&sent), "A measurement");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-words/who-wrote-to-whom", test_who_wrote_to_whom);
  g_test_add_func ("/timeline-words/interviews", test_interviews);
  g_test_add_func ("/timeline-words/stages-promises-and-outcomes", test_stages_promises_and_outcomes);
  g_test_add_func ("/timeline-words/with-a-person-it-says-about-what", test_with_a_person_it_says_about_what);
  g_test_add_func ("/timeline-words/when", test_when);
  g_test_add_func ("/timeline-words/a-long-message-is-cut", test_a_long_message_is_cut);
  g_test_add_func ("/timeline-words/follow-ups", test_follow_ups);
  return g_test_run ();
}
