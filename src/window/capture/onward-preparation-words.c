/* onward-preparation-words.c - what is worth knowing before an interview, in lines for the screen and for paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-preparation-words.h"

#include "alerts/onward-due-words.h"
#include "contacts/onward-contact-words.h"
#include "model/onward-story.h"
#include "onward-interview-draft.h"
#include "pipeline/onward-card-words.h"
#include "pipeline/onward-interview-words.h"
#include "playbook/onward-dates.h"
#include "store/onward-lists.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

/* How an answer went, from nothing said to the best. */
static const char *const ratings[] = { N_ ("Not said"),  N_ ("Badly"), N_ ("Not well"), N_ ("Fairly well"), N_ ("Well"),
                                       N_ ("Very well"), NULL };

static void
add_line (GStrvBuilder *builder, const char *format, const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  parts = g_strsplit (format, "%s", 2);
  line = g_strjoinv (text, parts);
  g_strv_builder_add (builder, line);
}

/**
 * onward_preparation_words_get_title:
 * @self: a preparation
 *
 * Returns: (transfer full): `Kestrel Motion, panel interview`, with the role when it is known
 */
char *
onward_preparation_words_get_title (OnwardPreparation *self)
{
  g_autofree char *interview = onward_due_words_get_interview (self->interview->kind, self->interview->round);
  const char *company = self->company != NULL ? self->company->name : NULL;

  if (company == NULL)
    return g_steal_pointer (&interview);
  /* Translators: a company, and an interview there */
  return g_strdup_printf (_ ("%s, %s"), company, interview);
}

/**
 * onward_preparation_words_get_when:
 * @self: a preparation
 * @store: the database
 *
 * Returns: (transfer full): `Monday 9 March, 14:00 · 1 hour`
 */
char *
onward_preparation_words_get_when (OnwardPreparation *self, OnwardStore *store)
{
  g_autofree char *when = onward_interview_words_get_when (store, self->interview);
  g_autofree char *length = NULL;
  gint64 start, end;

  if (!onward_instant_parse (self->interview->starts_at, &start)
      || !onward_instant_parse (self->interview->ends_at, &end) || end <= start)
    return g_steal_pointer (&when);
  length = onward_interview_draft_format_length ((int)((end - start) / 60));
  return g_strdup_printf ("%s · %s", when, length);
}

/**
 * onward_preparation_words_get_person:
 * @person: somebody who is expected
 *
 * Returns: (transfer full): their role, what they are, and how their name is said
 */
char *
onward_preparation_words_get_person (OnwardPreparedPerson *person)
{
  g_autofree char *role = onward_contact_words_get_role (person->role);
  const char *headline = person->contact != NULL ? person->contact->headline : NULL;
  const char *said = person->contact != NULL ? person->contact->pronunciation : NULL;
  GString *line = g_string_new (role);

  if (headline != NULL && *headline != '\0' && g_ascii_strcasecmp (headline, role) != 0)
    g_string_append_printf (line, " · %s", headline);
  if (said != NULL && *said != '\0')
    {
      /* Translators: how a name is pronounced */
      g_autofree char *quoted = g_strdup_printf (_ ("say “%s”"), said);

      g_string_append_printf (line, " · %s", quoted);
    }
  return g_string_free (line, FALSE);
}

/**
 * onward_preparation_words_list_about_person:
 * @person: somebody who is expected
 *
 * Returns: (transfer full) (array zero-terminated=1): what is known about them, a line each, the hooks first
 */
char **
onward_preparation_words_list_about_person (OnwardPreparedPerson *person)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; person->hooks[i] != NULL; i++)
    g_strv_builder_add (builder, person->hooks[i]);
  for (guint i = 0; person->said[i] != NULL; i++)
    /* Translators: what a person said in an earlier interview */
    add_line (builder, _ ("Said: %s"), person->said[i]);
  for (guint i = 0; person->concerns[i] != NULL; i++)
    /* Translators: what a person was worried about in an earlier interview */
    add_line (builder, _ ("Was concerned about: %s"), person->concerns[i]);
  if (person->contact != NULL)
    /* Translators: how the user met a person */
    add_line (builder, _ ("How you met: %s"), person->contact->how_met);
  return g_strv_builder_end (builder);
}

/**
 * onward_preparation_words_list_about_company:
 * @self: a preparation
 *
 * Returns: (transfer full) (array zero-terminated=1): facts of the company and of the role, a line each
 */
char **
onward_preparation_words_list_about_company (OnwardPreparation *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) skills = onward_json_get_texts (self->opportunity != NULL ? self->opportunity->skills : NULL);
  g_autofree char *joined = g_strjoinv (", ", skills);
  g_autofree char *salary = self->opportunity != NULL ? onward_json_get_text (self->opportunity->salary) : NULL;

  if (self->opportunity != NULL)
    {
      /* Translators: the title of a role */
      add_line (builder, _ ("Role: %s"), self->opportunity->title);
      /* Translators: skills, with commas */
      add_line (builder, _ ("They look for: %s"), joined);
      /* Translators: money offered for a role */
      add_line (builder, _ ("Salary: %s"), salary);
      add_line (builder, _ ("Place: %s"), self->opportunity->location);
    }
  if (self->company != NULL)
    {
      add_line (builder, "%s", self->company->industry);
      add_line (builder, "%s", self->company->website);
      add_line (builder, "%s", self->company->notes);
    }
  if (self->opportunity != NULL)
    add_line (builder, "%s", self->opportunity->notes);
  return g_strv_builder_end (builder);
}

/**
 * onward_preparation_words_list_siblings:
 * @self: a preparation
 * @store: the database
 *
 * Returns: (transfer full) (array zero-terminated=1): other roles at the company, and what came of them
 */
char **
onward_preparation_words_list_siblings (OnwardPreparation *self, OnwardStore *store)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  int today = onward_present_get_today (store);

  for (guint i = 0; i < self->siblings->len; i++)
    {
      OnwardOpportunity *sibling = self->siblings->pdata[i];
      const char *title = sibling->title != NULL ? sibling->title : _ ("Role not known yet");
      g_autofree char *line = NULL;
      g_autofree char *on = NULL;
      int day;

      if (onward_day_parse (sibling->outcome_on, &day))
        on = onward_dates_format_past (day, today);
      if (sibling->outcome_kind == NULL)
        /* Translators: a role that is still open */
        line = g_strdup_printf (_ ("%s, still open"), title);
      else if (on != NULL)
        line = g_strdup_printf ("%s · %s, %s", title, onward_card_words_get_outcome (sibling->outcome_kind), on);
      else
        line = g_strdup_printf ("%s · %s", title, onward_card_words_get_outcome (sibling->outcome_kind));
      g_strv_builder_add (builder, line);
    }
  return g_strv_builder_end (builder);
}

/**
 * onward_preparation_words_list_story:
 * @self: a preparation
 * @story: which of its stories
 *
 * Returns: (transfer full) (array zero-terminated=1): situation, task, action and result, those that are written
 */
char **
onward_preparation_words_list_story (OnwardPreparation *self, guint story)
{
  OnwardStory *record = self->stories->pdata[story];
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  add_line (builder, _ ("Situation: %s"), record->situation);
  add_line (builder, _ ("Task: %s"), record->task);
  add_line (builder, _ ("Action: %s"), record->action);
  add_line (builder, _ ("Result: %s"), record->result);
  return g_strv_builder_end (builder);
}

/**
 * onward_preparation_words_get_closing_question:
 *
 * Returns: (transfer none): the last question of the user's (messages.md)
 */
const char *
onward_preparation_words_get_closing_question (void)
{
  return _ ("“I have enjoyed our conversation and would like to work here, because … Do you have any concerns or "
            "hesitations?”");
}

/**
 * onward_preparation_words_get_closing_advice:
 *
 * Returns: (transfer none): what to do with the answer (messages.md)
 */
const char *
onward_preparation_words_get_closing_advice (void)
{
  return _ ("Listen, do not react, and thank them. The place to answer is the thank-you.");
}

/**
 * onward_preparation_words_get_ratings:
 *
 * Returns: (transfer none) (array zero-terminated=1): how an answer went, untranslated, by its rating
 */
const char *const *
onward_preparation_words_get_ratings (void)
{
  return ratings;
}
