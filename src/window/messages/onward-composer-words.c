/* onward-composer-words.c - what channels, facts and lengths are called in the composer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-composer-words.h"

#include "model/onward-contact.h"

#include <glib/gi18n-lib.h>

/* Read aloud in the head. */
#define WORDS_A_SECOND 3

static const struct
{
  const char *channel;
  const char *label;
} channels[] = {
  { "email", N_ ("Mail") },        { "letter", N_ ("Letter") }, { "card", N_ ("Card") },
  { "linkedin", N_ ("LinkedIn") }, { "phone", N_ ("Phone") },   { "meeting", N_ ("In person") },
  { "other", N_ ("Another way") },
};

static const struct
{
  const char *label;
  const char *icon;
} facts[ONWARD_N_PERSON_FACTS] = {
  [ONWARD_PERSON_FACT_MEMORABLE] = { N_ ("What they said"), "onward-note-symbolic" },
  [ONWARD_PERSON_FACT_CONCERN] = { N_ ("Concern, and how it went"), "dialog-question-symbolic" },
  [ONWARD_PERSON_FACT_HOOK] = { N_ ("Hook"), "onward-hook-symbolic" },
  [ONWARD_PERSON_FACT_PROMISE] = { N_ ("Promise"), "onward-promise-symbolic" },
  [ONWARD_PERSON_FACT_VALUE] = { N_ ("Something of value"), "emblem-favorite-symbolic" },
  [ONWARD_PERSON_FACT_HOW_MET] = { N_ ("How you met"), "onward-people-symbolic" },
};

/**
 * onward_composer_words_get_channel:
 * @channel: a channel of exchange.md
 *
 * Returns: (transfer none): its name
 */
const char *
onward_composer_words_get_channel (const char *channel)
{
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (g_strcmp0 (channels[i].channel, channel) == 0)
      return _ (channels[i].label);
  return channel;
}

/**
 * onward_composer_words_get_open:
 * @channel: a channel of exchange.md
 *
 * Returns: (transfer none) (nullable): what the button says that opens where it is sent from; NULL where nothing is
 *   opened
 */
const char *
onward_composer_words_get_open (const char *channel)
{
  if (g_strcmp0 (channel, "email") == 0)
    return _ ("Open in mail");
  return g_strcmp0 (channel, "linkedin") == 0 ? _ ("Open LinkedIn") : NULL;
}

/**
 * onward_composer_words_get_sent:
 * @channel: a channel of exchange.md
 *
 * Returns: (transfer none): what the button says that writes the touch
 */
const char *
onward_composer_words_get_sent (const char *channel)
{
  return g_strcmp0 (channel, "phone") == 0 ? _ ("Mark as called") : _ ("Mark as sent");
}

/**
 * onward_composer_words_get_fact:
 * @kind: a kind of fact
 *
 * Returns: (transfer none): its heading
 */
const char *
onward_composer_words_get_fact (OnwardPersonFactKind kind)
{
  return _ (facts[kind].label);
}

/**
 * onward_composer_words_get_fact_icon:
 * @kind: a kind of fact
 *
 * Returns: (transfer none): its icon
 */
const char *
onward_composer_words_get_fact_icon (OnwardPersonFactKind kind)
{
  return facts[kind].icon;
}

/**
 * onward_composer_words_get_meter:
 * @draft: a draft
 *
 * Returns: (transfer full): how long it is: `212 of 300` for LinkedIn, else words and time
 */
char *
onward_composer_words_get_meter (OnwardDraft *draft)
{
  guint words = onward_draft_count_words (draft);
  guint seconds = (words + WORDS_A_SECOND - 1) / WORDS_A_SECOND;
  g_autofree char *count = NULL;
  g_autofree char *time = NULL;

  if (g_strcmp0 (draft->channel, "linkedin") == 0)
    /* Translators: characters of a note, and how many it may have */
    return g_strdup_printf (_ ("%ld of %d"), onward_draft_count_characters (draft), ONWARD_LINKEDIN_MOST);
  count = g_strdup_printf (ngettext ("%u word", "%u words", words), words);
  time = g_strdup_printf (ngettext ("about %u second to read", "about %u seconds to read", seconds), seconds);
  return g_strjoin (" · ", count, time, NULL);
}

/**
 * onward_composer_words_get_open_count:
 * @open: how many slots are open
 *
 * Returns: (transfer full): that, in words
 */
char *
onward_composer_words_get_open_count (guint open)
{
  if (open == 0)
    return g_strdup (_ ("No open slots"));
  return g_strdup_printf (ngettext ("%u open slot", "%u open slots", open), open);
}

/**
 * onward_composer_words_get_title:
 * @composition: a message
 *
 * Returns: (transfer full): what it is: what is owed, else to whom it goes
 */
char *
onward_composer_words_get_title (OnwardComposition *composition)
{
  OnwardFollowUp *about = composition->about;
  g_autoptr (OnwardContact) contact =
      about->contact != 0 ? onward_store_get_record (composition->store, ONWARD_TYPE_CONTACT, about->contact) : NULL;

  if (about->title != NULL)
    return g_strdup (about->title);
  if (contact != NULL && contact->name != NULL)
    return g_strdup_printf (_ ("Write to %s"), contact->name);
  return g_strdup (_ ("Write"));
}
