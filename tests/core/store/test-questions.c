/* test-questions.c - the questions of an interview keep what is said about them, and what is not known here */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/onward-questions.h"

static void
test_round_trip (void)
{
  const char *list = "[{\"text\":\"Why the grid?\",\"answer\":\"Because it has to work\",\"rating\":4},"
                     "{\"text\":\"Who left last?\",\"mine\":true},"
                     "{\"text\":\"Why?\",\"source\":{\"page\":3}}]";
  g_autoptr (GPtrArray) questions = onward_questions_parse (list);
  g_autofree char *again = onward_questions_format (questions);
  OnwardQuestion *first = questions->pdata[0];

  g_assert_cmpuint (questions->len, ==, 3);
  g_assert_cmpstr (first->answer, ==, "Because it has to work");
  g_assert_cmpint (first->rating, ==, 4);
  g_assert_false (first->mine);
  g_assert_true (((OnwardQuestion *)questions->pdata[1])->mine);
  g_assert_cmpstr (again, ==, list);
}

static void
test_what_is_empty_is_left_out (void)
{
  g_autoptr (GPtrArray) none = onward_questions_parse (NULL);
  g_autoptr (GPtrArray) odd = onward_questions_parse ("[1, null, \"Why?\", {}, {\"rating\": 99}]");
  g_autofree char *nothing = onward_questions_format (none);
  g_autofree char *one = onward_questions_format (odd);
  g_autoptr (GPtrArray) broken = onward_questions_parse ("{");

  g_assert_null (nothing);
  g_assert_cmpstr (one, ==, "[{\"text\":\"Why?\"}]");
  g_assert_cmpint (((OnwardQuestion *)odd->pdata[2])->rating, ==, ONWARD_QUESTION_BEST);
  g_assert_cmpuint (broken->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/questions/round-trip", test_round_trip);
  g_test_add_func ("/questions/what-is-empty-is-left-out", test_what_is_empty_is_left_out);
  return g_test_run ();
}
