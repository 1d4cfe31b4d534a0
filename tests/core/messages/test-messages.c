/* test-messages.c - a draft says what is known, and marks what only the user can say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "messages/onward-drafts.h"
#include "messages/onward-slots.h"
#include "messages/onward-template.h"
#include "playbook/onward-rules.h"

#include <string.h>

static const char *const languages[] = { "en", "de", "fr" };

static GHashTable *
make_facts (const char *first, ...)
{
  GHashTable *facts = g_hash_table_new (g_str_hash, g_str_equal);
  va_list arguments;

  va_start (arguments, first);
  for (const char *slot = first; slot != NULL; slot = va_arg (arguments, const char *))
    g_hash_table_insert (facts, (gpointer)slot, va_arg (arguments, char *));
  va_end (arguments);
  return facts;
}

static void
test_marked (void)
{
  g_autoptr (OnwardTemplate) template = onward_template_new ("To {first_name}", "Dear {first_name},\n\n{fit}");
  g_autoptr (GHashTable) facts = make_facts ("first_name", "Amara", NULL);
  g_autoptr (OnwardDraft) draft = onward_template_fill (template, facts, "email", "amara@helix.example");
  g_auto (GStrv) open = onward_draft_get_open_slots (draft);
  g_autofree char *body = onward_pieces_to_text (draft->body);
  g_autofree char *subject = onward_pieces_to_text (draft->subject);

  g_assert_cmpstr (subject, ==, "To Amara");
  g_assert_cmpstr (body, ==, "Dear Amara,\n\n[why you are right for it]");
  g_assert_cmpuint (g_strv_length (open), ==, 1);
  g_assert_cmpstr (open[0], ==, "fit");
}

static void
test_conditions (void)
{
  g_autoptr (OnwardTemplate) template =
      onward_template_new (NULL, "{if concern}On {concern_answer}.\n\n{if not concern}No concern.\n\nEnd");
  g_autoptr (GHashTable) none = make_facts (NULL, NULL);
  g_autoptr (GHashTable) some = make_facts ("concern", "few PLC projects", NULL);
  g_autoptr (OnwardDraft) without = onward_template_fill (template, none, "email", NULL);
  g_autoptr (OnwardDraft) with = onward_template_fill (template, some, "email", NULL);
  g_autofree char *without_text = onward_pieces_to_text (without->body);
  g_autofree char *with_text = onward_pieces_to_text (with->body);

  g_assert_cmpstr (without_text, ==, "No concern.\n\nEnd");
  g_assert_cmpstr (with_text, ==, "On [your answer to their concern: few PLC projects].\n\nEnd");
}

static void
test_facts_are_text (void)
{
  g_autoptr (OnwardTemplate) template = onward_template_new (NULL, "Dear {first_name}");
  g_autoptr (GHashTable) facts = make_facts ("first_name", "{fit} <b>&", NULL);
  g_autoptr (OnwardDraft) draft = onward_template_fill (template, facts, "email", NULL);
  g_autofree char *body = onward_pieces_to_text (draft->body);

  g_assert_cmpstr (body, ==, "Dear {fit} <b>&");
}

static void
check_words (const char *name, const char *channel, const char *language)
{
  g_autoptr (OnwardTemplate) template = onward_template_load (name, channel, language);
  g_autoptr (GHashTable) facts = make_facts (NULL, NULL);
  g_autoptr (OnwardDraft) draft = NULL;
  g_autofree char *fault = NULL;

  g_test_message ("%s %s %s", name, channel, language);
  g_assert_nonnull (template);
  fault = onward_template_check (template->body);
  g_assert_cmpstr (fault, ==, NULL);
  draft = onward_template_fill (template, facts, channel, NULL);
  g_assert_cmpuint (onward_draft_count_words (draft), <, ONWARD_WORDS_MOST);
  if (strcmp (channel, "email") == 0)
    {
      g_clear_pointer (&fault, g_free);
      g_assert_nonnull (template->subject);
      fault = onward_template_check (template->subject);
      g_assert_cmpstr (fault, ==, NULL);
    }
}

/* Every row of messages.md has words of its own in every channel and language. */
static void
test_rows (void)
{
  for (int rule = 0; rule < ONWARD_N_RULES; rule++)
    {
      const OnwardRule *row = onward_rule_get (rule);

      for (guint i = 0; row->template != NULL && row->channels[i] != ONWARD_CHANNEL_NONE; i++)
        for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
          {
            const char *channel = onward_channel_name (row->channels[i]);
            g_autofree char *path = g_strdup_printf ("/io/github/onward_app/Onward/templates/%s/%s.%s.txt",
                                                     languages[j], row->template, channel);
            g_autoptr (GBytes) own = g_resources_lookup_data (path, 0, NULL);

            g_test_message ("%s", path);
            g_assert_nonnull (own);
            check_words (row->template, channel, languages[j]);
          }
    }
}

/* All that comes with Onward, also what no rule asks for. */
static void
test_templates (void)
{
  static const char *const channels[] = { "email", "letter", "card", "linkedin", "phone" };
  guint n;
  const OnwardDraftName *names = onward_drafts_get_names (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (channels); j++)
      for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
        check_words (names[i].name, channels[j], languages[k]);
}

/* What messages.md says that a draft must contain, where that can be told by its words or slots. */
static void
test_contents (void)
{
  static const struct
  {
    const char *name;
    const char *words[8];
  } rows[] = {
    { "thank-you", { "{particular}", "{fit}", "{concern_answer}", "{missed_point}", "{idea}", "still" } },
    { "decision-check-in", { "{promise_day}", "{interview_day}", "still interested", "other positions", "feedback" } },
    { "second-check-in", { "{news}" } },
    { "application-nudge", { "{title}", "{applied_day}", "{why_line}", "{question}", "{introducer}" } },
    { "no-show", { "{agreed_time}", "{new_times}" } },
    { "rejection-thank-you", { "considering me", "enjoyed meeting", "remain interested" } },
    { "connection-note", { "{month}", "{title}", "{recruiter}", "keep in touch" } },
    { "referral-ask",
      { "I know you found someone more appropriate, and I understand. I enjoyed meeting you; you know who I am and "
        "what I "
        "can do.",
        "Is there any other place you would recommend I look?" } },
    { "third-party-ask", { "find out what really happened", "Anything helps" } },
    { "feedback-request",
      { "impressed", "professional growth", "Honest, even blunt,", "three things that I did well, and three that",
        "in writing or by telephone, as you prefer" } },
    { "other-openings",
      { "still interested", "other openings", "make sense to apply again", "{roles}", "{if not cooling_off}" } },
    { "reapply", { "{changed}", "{title}" } },
    { "reopened", { "{changed}", "{title}" } },
    { "keep-in-touch", { "{something_of_value}", "{link}" } },
    { "announce-job", { "Thank you", "{new_work}", "{contact_details}" } },
    { "thank-for-feedback", { "{act_on}" } },
    { "thank-introducer", { "{introduced}", "{what_came}" } },
    { "ask-permission", { "May I use your name", "{introduced}" } },
    { "ask-for-names", { "May I have the schedule of the interview", "for the correct spelling of the names" } },
    { "mock-pack",
      { "{recording}", "{job_link}", "{expected_questions}", "three things done well, three to do differently" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (OnwardTemplate) template = onward_template_load (rows[i].name, "email", "en");

      for (guint j = 0; j < G_N_ELEMENTS (rows[i].words) && rows[i].words[j] != NULL; j++)
        if (strstr (template->body, rows[i].words[j]) == NULL)
          g_error ("%s does not say: %s", rows[i].name, rows[i].words[j]);
    }
}

static void
test_linkedin_length (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (OnwardTemplate) template = onward_template_load ("connection-note", "linkedin", languages[i]);
      g_autoptr (GHashTable) facts = make_facts (
          "first_name", "Maximiliane", "full_name", "Maximiliane Hohenstein", "month", "September", "title",
          "Embedded Software Engineer", "recruiter", "Agnieszka Szczepańska", "my_name", "Robin Vermeulen", NULL);
      g_autoptr (OnwardDraft) draft = onward_template_fill (template, facts, "linkedin", NULL);

      g_assert_cmpint (onward_draft_count_characters (draft), <=, ONWARD_LINKEDIN_MOST);
      g_assert_cmpint (onward_draft_count_characters (draft), >, 80);
    }
}

static void
test_exactly_three (void)
{
  g_autoptr (OnwardTemplate) letter = onward_template_load ("feedback-request", "letter", "en");
  g_autoptr (OnwardTemplate) email = onward_template_load ("feedback-request", "email", "en");

  g_assert_nonnull (strstr (letter->body, "three things that I did well, and three that I should do differently"));
  g_assert_nonnull (strstr (email->body, "three things that I did well, and three that I should do differently"));
}

static void
test_check (void)
{
  g_autofree char *banned = onward_template_check ("I was Just Checking In on this.");
  g_autofree char *unknown = onward_template_check ("Dear {first_nme}");
  g_autofree char *open = onward_template_check ("Dear {first_name");
  g_autofree char *fine = onward_template_check ("{if not concern}Dear {first_name}");

  g_assert_nonnull (strstr (banned, "just checking in"));
  g_assert_nonnull (strstr (unknown, "first_nme"));
  g_assert_nonnull (open);
  g_assert_null (fine);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messages/a slot without a fact is marked", test_marked);
  g_test_add_func ("/messages/a paragraph stands only when its condition holds", test_conditions);
  g_test_add_func ("/messages/a fact is text and never a slot", test_facts_are_text);
  g_test_add_func ("/messages/every row has words of its own in every channel and language", test_rows);
  g_test_add_func ("/messages/no template has words that say nothing, unknown slots, or 150 words", test_templates);
  g_test_add_func ("/messages/every draft contains what it must", test_contents);
  g_test_add_func ("/messages/a connection note fits into LinkedIn", test_linkedin_length);
  g_test_add_func ("/messages/a feedback request asks for three and three", test_exactly_three);
  g_test_add_func ("/messages/a template with unknown slots or empty words is pointed out", test_check);
  return g_test_run ();
}
