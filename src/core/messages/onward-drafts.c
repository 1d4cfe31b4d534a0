/* onward-drafts.c - the message that a follow-up asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-drafts.h"

#include "messages/onward-template.h"
#include "model/onward-contact.h"
#include "playbook/onward-rules.h"
#include "store/onward-draft-facts.h"
#include "store/onward-reach.h"
#include "store/onward-templates.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* The user's own words to a person, where no rule asks for any. */
#define NOTE "note"

/* Every draft there is, in the order in which a search meets them. */
static const OnwardDraftName names[] = {
  { "ask-for-names", N_ ("Ask for names") },
  { "thank-you", N_ ("Thank-you after an interview") },
  { "no-show", N_ ("Ask for a new time") },
  { "application-nudge", N_ ("Ask about an application") },
  { "decision-check-in", N_ ("Check in about a decision") },
  { "second-check-in", N_ ("Check in a second time") },
  { "rejection-thank-you", N_ ("Thanks after a no") },
  { "connection-note", N_ ("Connect after a no") },
  { "referral-ask", N_ ("Ask for a referral") },
  { "third-party-ask", N_ ("Ask how it was seen") },
  { "feedback-request", N_ ("Ask for feedback") },
  { "thank-for-feedback", N_ ("Thanks for feedback") },
  { "other-openings", N_ ("Ask about other openings") },
  { "reapply", N_ ("Apply again") },
  { "reopened", N_ ("Ask whether a role is back") },
  { "ask-permission", N_ ("Ask to use a name") },
  { "thank-introducer", N_ ("Thanks for an introduction") },
  { "keep-in-touch", N_ ("Keep in touch") },
  { "mock-pack", N_ ("Ask for a look at a mock interview") },
  { "announce-job", N_ ("Tell about the new job") },
  { NOTE, N_ ("A note of your own") },
};

/* The language of the session, as two letters: messages are written as the program speaks. */
static char *
get_language (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);
  const char *language = g_getenv ("LANGUAGE");

  if (language != NULL && *language != '\0' && g_strcmp0 (locale, "C") != 0)
    locale = language;
  return g_strndup (locale != NULL && strlen (locale) >= 2 && locale[0] != 'C' ? locale : "en", 2);
}

/**
 * onward_drafts_get_names:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): every draft there is
 */
const OnwardDraftName *
onward_drafts_get_names (guint *n)
{
  *n = G_N_ELEMENTS (names);
  return names;
}

/**
 * onward_drafts_find_template:
 * @rule: (nullable): of a follow-up; a message that no rule asks for has the name of its draft as its rule
 * @contact: to whom, or 0
 *
 * Returns: (transfer none) (nullable): the draft it asks for, by the name of messages.md; NULL when it asks for
 *   something to do
 */
const char *
onward_drafts_find_template (const char *rule, gint64 contact)
{
  const OnwardRule *row = onward_rule_get (onward_rule_find (rule));

  if (row != NULL)
    return row->template;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].name, rule) == 0)
      return names[i].name;
  return contact != 0 ? NOTE : NULL;
}

/**
 * onward_drafts_get_template:
 * @follow_up: what is owed
 *
 * Returns: (transfer none) (nullable): as onward_drafts_find_template()
 */
const char *
onward_drafts_get_template (OnwardFollowUp *follow_up)
{
  return onward_drafts_find_template (follow_up->rule, follow_up->contact);
}

/* The row of messages.md that a draft stands in; NULL for those that no rule asks for. */
static const OnwardRule *
find_rule (const char *template)
{
  for (int rule = 0; rule < ONWARD_N_RULES; rule++)
    if (g_strcmp0 (onward_rule_get (rule)->template, template) == 0)
      return onward_rule_get (rule);
  return NULL;
}

static gboolean
is_never (const OnwardRule *rule, const char *channel)
{
  return rule != NULL && rule->never != ONWARD_CHANNEL_NONE && strcmp (onward_channel_name (rule->never), channel) == 0;
}

/**
 * onward_drafts_get_channels:
 * @store: the store
 * @follow_up: what is owed
 * @template: the draft
 *
 * Main thread.
 *
 * Returns: (transfer full): the channels by which the person can be reached with it, the preferred one first, then
 *   those for which only an address is missing; NULL-terminated
 */
char **
onward_drafts_get_channels (OnwardStore *store, OnwardFollowUp *follow_up, const char *template)
{
  static const char *const all[] = { "email", "letter", "card", "linkedin", "phone" };
  const OnwardRule *rule = find_rule (template);
  g_auto (GStrv) reached = onward_reach_get_channels (store, follow_up->contact);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; reached[i] != NULL; i++)
    if (!is_never (rule, reached[i]))
      g_strv_builder_add (builder, reached[i]);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (!is_never (rule, all[i]) && !g_strv_contains ((const char *const *)reached, all[i]))
      g_strv_builder_add (builder, all[i]);
  return g_strv_builder_end (builder);
}

/**
 * onward_drafts_propose_channel:
 * @store: the store
 * @follow_up: what is owed
 * @template: the draft
 *
 * Main thread. The one the playbook proposed; for another draft the preferred one unless its row says never, else the
 * first of its row by which the person can be reached.
 *
 * Returns: (transfer full): a channel
 */
char *
onward_drafts_propose_channel (OnwardStore *store, OnwardFollowUp *follow_up, const char *template)
{
  const OnwardRule *rule = find_rule (template);
  g_autoptr (OnwardContact) contact =
      follow_up->contact != 0 ? onward_store_get_record (store, ONWARD_TYPE_CONTACT, follow_up->contact) : NULL;
  g_auto (GStrv) reached = onward_reach_get_channels (store, follow_up->contact);

  if (follow_up->channel != NULL && g_strcmp0 (template, onward_drafts_get_template (follow_up)) == 0
      && !is_never (rule, follow_up->channel))
    return g_strdup (follow_up->channel);
  if (contact != NULL && contact->preferred_channel != NULL && !is_never (rule, contact->preferred_channel))
    return g_strdup (contact->preferred_channel);
  for (guint i = 0; rule != NULL && rule->channels[i] != ONWARD_CHANNEL_NONE; i++)
    if (g_strv_contains ((const char *const *)reached, onward_channel_name (rule->channels[i])))
      return g_strdup (onward_channel_name (rule->channels[i]));
  if (rule != NULL && rule->channels[0] != ONWARD_CHANNEL_NONE)
    return g_strdup (onward_channel_name (rule->channels[0]));
  return g_strdup (reached[0] != NULL ? reached[0] : "email");
}

/* The user's own words, else those that come with Onward. */
static OnwardTemplate *
find_template (OnwardStore *store, const char *name, const char *channel, const char *language)
{
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;

  if (onward_templates_find (store, name, channel, language, &subject, &body))
    return onward_template_new (subject, body);
  return onward_template_load (name, channel, language);
}

/**
 * onward_drafts_fill:
 * @store: the store
 * @follow_up: what is owed
 * @template: the draft
 * @channel: how it travels
 * @facts: (element-type utf8 utf8): from onward_draft_facts_collect()
 * @error: return location
 *
 * Main thread. The user's own words for that message when there are some, else Onward's, filled from what is known.
 *
 * Returns: (transfer full) (nullable): the draft; NULL with @error set when there is no such draft
 */
OnwardDraft *
onward_drafts_fill (OnwardStore *store, OnwardFollowUp *follow_up, const char *template, const char *channel,
                    GHashTable *facts, GError **error)
{
  g_autofree char *language = get_language ();
  g_autoptr (OnwardTemplate) words = find_template (store, template, channel, language);
  g_autofree char *to = onward_reach_get_address (store, follow_up->contact, channel);

  if (words != NULL)
    return onward_template_fill (words, facts, channel, to);
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NOT_FOUND, _ ("There is no draft “%s” for “%s”."),
               template, channel);
  return NULL;
}

/**
 * onward_drafts_make:
 * @store: the store
 * @follow_up: what is owed
 * @channel: (nullable): how it travels; NULL = as proposed
 * @error: return location
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): the draft; NULL with @error set when the follow-up asks for no message
 */
OnwardDraft *
onward_drafts_make (OnwardStore *store, OnwardFollowUp *follow_up, const char *channel, GError **error)
{
  const char *template = onward_drafts_get_template (follow_up);
  g_autoptr (GHashTable) facts = NULL;
  g_autofree char *proposed = NULL;

  if (template == NULL)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("“%s” asks for something to do, not for a message."), follow_up->title);
      return NULL;
    }
  proposed = onward_drafts_propose_channel (store, follow_up, template);
  facts = onward_draft_facts_collect (store, follow_up);
  return onward_drafts_fill (store, follow_up, template, channel != NULL ? channel : proposed, facts, error);
}
