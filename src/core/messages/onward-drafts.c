/* onward-drafts.c - the message that a follow-up asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-drafts.h"

#include "messages/onward-template.h"
#include "playbook/onward-rules.h"
#include "store/onward-draft-facts.h"
#include "store/onward-templates.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

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

static const char *
choose_channel (OnwardFollowUp *follow_up, const OnwardRule *rule, const char *channel)
{
  if (channel != NULL)
    return channel;
  if (follow_up->channel != NULL)
    return follow_up->channel;
  return rule->channels[0] != ONWARD_CHANNEL_NONE ? onward_channel_name (rule->channels[0]) : "email";
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
 * onward_drafts_make:
 * @store: the store
 * @follow_up: what is owed
 * @channel: (nullable): how it travels; NULL = as proposed
 * @error: return location
 *
 * Main thread. The user's own words for that message when there are some, else Onward's, filled from what is known.
 *
 * Returns: (transfer full) (nullable): the draft; NULL with @error set when the follow-up asks for no message
 */
OnwardDraft *
onward_drafts_make (OnwardStore *store, OnwardFollowUp *follow_up, const char *channel, GError **error)
{
  const OnwardRule *rule = onward_rule_get (onward_rule_find (follow_up->rule));
  g_autofree char *language = get_language ();
  g_autoptr (OnwardTemplate) template = NULL;
  g_autoptr (GHashTable) facts = NULL;
  g_autofree char *to = NULL;

  if (rule == NULL || rule->template == NULL)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("“%s” asks for something to do, not for a message."), follow_up->title);
      return NULL;
    }
  channel = choose_channel (follow_up, rule, channel);
  template = find_template (store, rule->template, channel, language);
  if (template == NULL)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NOT_FOUND, _ ("There is no draft “%s” for “%s”."),
                   rule->template, channel);
      return NULL;
    }
  facts = onward_draft_facts_collect (store, follow_up);
  to = onward_draft_facts_get_address (store, follow_up->contact, channel);
  return onward_template_fill (template, facts, channel, to);
}
