/* onward-facts.c - everything the playbook looks at: making, freeing, and the words of the document */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-facts.h"

#include <string.h>

#define NEW_ROWS(Type) g_array_new (FALSE, TRUE, sizeof (Type))

/* The index of @text in @words, @fallback when it is not there. */
static int
find_word (const char *const *words, const char *text, int fallback)
{
  for (int i = 0; text && words[i]; i++)
    if (strcmp (words[i], text) == 0)
      return i;
  return fallback;
}

/**
 * onward_facts_new:
 * @now: the moment of planning, in seconds since 1970-01-01T00:00:00Z
 * @zone: the user's zone; a reference is taken
 *
 * Returns: (transfer full): facts without a row, with the default settings.
 */
OnwardFacts *
onward_facts_new (gint64 now, GTimeZone *zone)
{
  OnwardFacts *facts = g_new0 (OnwardFacts, 1);

  facts->now = now;
  facts->zone = g_time_zone_ref (zone);
  onward_settings_init (&facts->settings);
  facts->companies = NEW_ROWS (OnwardCompanyFact);
  facts->contacts = NEW_ROWS (OnwardContactFact);
  facts->searches = NEW_ROWS (OnwardSearchFact);
  facts->opportunities = NEW_ROWS (OnwardOpportunityFact);
  facts->people = NEW_ROWS (OnwardPersonFact);
  facts->interviews = NEW_ROWS (OnwardInterviewFact);
  facts->parts = NEW_ROWS (OnwardPartFact);
  facts->touches = NEW_ROWS (OnwardTouchFact);
  facts->touch_contacts = NEW_ROWS (OnwardTouchContactFact);
  facts->introductions = NEW_ROWS (OnwardIntroductionFact);
  facts->feedback = NEW_ROWS (OnwardFeedbackFact);
  facts->stages = NEW_ROWS (OnwardStageFact);
  facts->runs = NEW_ROWS (OnwardRunFact);
  facts->stored = NEW_ROWS (OnwardStoredFact);
  facts->unopened = NEW_ROWS (OnwardUnopenedFact);
  facts->texts = g_string_chunk_new (4096);
  facts->own_addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  facts->blocks = g_ptr_array_new_with_free_func (g_free);
  facts->stored_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  facts->unopened_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  return facts;
}

/**
 * onward_facts_free:
 * @facts: (transfer full): facts
 */
void
onward_facts_free (OnwardFacts *facts)
{
  GArray *rows[] = { facts->companies,  facts->contacts, facts->searches, facts->opportunities,  facts->people,
                     facts->interviews, facts->parts,    facts->touches,  facts->touch_contacts, facts->introductions,
                     facts->feedback,   facts->stages,   facts->runs,     facts->stored,         facts->unopened };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_array_unref (rows[i]);
  g_hash_table_unref (facts->stored_by_key);
  g_hash_table_unref (facts->unopened_by_key);
  g_hash_table_unref (facts->own_addresses);
  g_ptr_array_unref (facts->blocks);
  g_string_chunk_free (facts->texts);
  g_time_zone_unref (facts->zone);
  g_free (facts);
}

/**
 * onward_facts_text:
 * @facts: the facts
 * @text: (nullable): a text
 *
 * Returns: (transfer none) (nullable): a copy of @text that lives as long as @facts.
 */
const char *
onward_facts_text (OnwardFacts *facts, const char *text)
{
  return text ? g_string_chunk_insert (facts->texts, text) : NULL;
}

static char *
fold_address (const char *address)
{
  g_autofree char *stripped = g_strstrip (g_strdup (address ? address : ""));

  return g_utf8_casefold (stripped, -1);
}

/**
 * onward_facts_add_own_address:
 * @facts: the facts
 * @address: (nullable): `profile.email`, or one of `addresses_me`
 */
void
onward_facts_add_own_address (OnwardFacts *facts, const char *address)
{
  g_autofree char *folded = fold_address (address);

  if (*folded)
    g_hash_table_add (facts->own_addresses, g_steal_pointer (&folded));
}

/**
 * onward_facts_is_own_address:
 * @facts: the facts, own addresses added
 * @address: (nullable): a mail address of a contact
 *
 * Returns: whether it is one of the user's own, in any case of letters.
 */
gboolean
onward_facts_is_own_address (const OnwardFacts *facts, const char *address)
{
  g_autofree char *folded = fold_address (address);

  return g_hash_table_contains (facts->own_addresses, folded);
}

/**
 * onward_facts_mentions_own_address:
 * @facts: the facts, own addresses added
 * @text: (nullable): a text with addresses in it
 *
 * Returns: whether one of the user's own may be among them; a quick look before a closer one.
 */
gboolean
onward_facts_mentions_own_address (const OnwardFacts *facts, const char *text)
{
  g_autofree char *folded = NULL;
  GHashTableIter iter;
  const char *address;

  if (!text || g_hash_table_size (facts->own_addresses) == 0)
    return FALSE;
  folded = g_utf8_casefold (text, -1);
  g_hash_table_iter_init (&iter, facts->own_addresses);
  while (g_hash_table_iter_next (&iter, (gpointer *)&address, NULL))
    if (strstr (folded, address))
      return TRUE;
  return FALSE;
}

/**
 * onward_role_parse:
 * @text: (nullable): a role of a participant
 *
 * Returns: the role; interviewer when left out, %ONWARD_ROLE_OTHER for one the playbook does not know.
 */
OnwardRole
onward_role_parse (const char *text)
{
  static const char *const words[] = { "interviewer", "hiring-manager", "recruiter", "coordinator",
                                       "hr",          "insider",        "reviewer",  NULL };

  return text && *text ? (OnwardRole)find_word (words, text, ONWARD_ROLE_OTHER) : ONWARD_ROLE_INTERVIEWER;
}

/**
 * onward_tier_parse:
 * @text: (nullable): a tier
 *
 * Returns: the tier; none when left out, and for dormant.
 */
OnwardTier
onward_tier_parse (const char *text)
{
  static const char *const words[] = { "none", "monthly", "quarterly", "yearly", NULL };

  return find_word (words, text, ONWARD_TIER_NONE);
}

/**
 * onward_name_source_parse:
 * @text: (nullable): `name_verified` of a contact or participant
 *
 * Returns: whether the name was heard, verified, or nothing is said.
 */
OnwardNameSource
onward_name_source_parse (const char *text)
{
  static const char *const words[] = { "heard", "card", "schedule", "invitation", NULL };
  int word = find_word (words, text, -1);

  if (word < 0)
    return ONWARD_NAME_UNKNOWN;
  return word == 0 ? ONWARD_NAME_HEARD : ONWARD_NAME_VERIFIED;
}

/**
 * onward_stage_kind_parse:
 * @text: (nullable): the kind of a stage
 *
 * Returns: the kind.
 */
OnwardStageKind
onward_stage_kind_parse (const char *text)
{
  static const char *const words[] = { "",      "prospect", "applied", "screening", "interviewing",
                                       "offer", "closed",   "custom",  NULL };

  return find_word (words, text, ONWARD_STAGE_NONE);
}

/**
 * onward_outcome_parse:
 * @text: (nullable): `outcome.kind`
 *
 * Returns: the kind; %ONWARD_OUTCOME_OTHER for one the playbook does not know, which closes an
 * opportunity and asks for nothing.
 */
OnwardOutcomeKind
onward_outcome_parse (const char *text)
{
  static const char *const words[] = { "",          "accepted",    "declined",  "rejected",
                                       "withdrawn", "no-response", "cancelled", NULL };

  return find_word (words, text, text ? ONWARD_OUTCOME_OTHER : ONWARD_OUTCOME_NONE);
}

/**
 * onward_interview_kind_parse:
 * @text: (nullable): the kind of an interview
 *
 * Returns: mock, informational, or all the others as one.
 */
OnwardInterviewKind
onward_interview_kind_parse (const char *text)
{
  static const char *const words[] = { "", "informational", "mock", NULL };

  return find_word (words, text, ONWARD_INTERVIEW_OTHER);
}

/**
 * onward_interview_status_parse:
 * @text: (nullable): the status of an interview
 *
 * Returns: the status; booked when left out.
 */
OnwardInterviewStatus
onward_interview_status_parse (const char *text)
{
  static const char *const words[] = { "booked", "held", "cancelled", "no-show", NULL };

  return find_word (words, text, ONWARD_STATUS_BOOKED);
}

/**
 * onward_permission_parse:
 * @text: (nullable): the permission of an introduction
 *
 * Returns: the permission; not asked when left out.
 */
OnwardPermission
onward_permission_parse (const char *text)
{
  static const char *const words[] = { "not-asked", "asked", "granted", "refused", NULL };

  return find_word (words, text, ONWARD_PERMISSION_NOT_ASKED);
}

/**
 * onward_feedback_source_parse:
 * @text: (nullable): the source of feedback
 *
 * Returns: the source.
 */
OnwardFeedbackSource
onward_feedback_source_parse (const char *text)
{
  static const char *const words[] = { "", "interviewer", "insider", "recruiter", "reviewer", NULL };

  return find_word (words, text, ONWARD_SOURCE_OTHER);
}

static const char *const state_words[] = { "open", "done", "skipped", "cancelled", NULL };

/**
 * onward_follow_up_state_parse:
 * @text: (nullable): the state of a follow-up
 *
 * Returns: the state; open when left out.
 */
OnwardFollowUpState
onward_follow_up_state_parse (const char *text)
{
  return find_word (state_words, text, ONWARD_STATE_OPEN);
}

/**
 * onward_follow_up_state_name:
 * @state: a state
 *
 * Returns: (transfer none): the word for it in documents and in the database.
 */
const char *
onward_follow_up_state_name (OnwardFollowUpState state)
{
  return state_words[state];
}

static const char *const channel_words[] = { "email", "letter", "card", "linkedin", "phone", "meeting", "other", NULL };

/**
 * onward_channel_parse:
 * @text: (nullable): a channel
 *
 * Returns: the channel, %ONWARD_CHANNEL_NONE when left out or not known.
 */
OnwardChannel
onward_channel_parse (const char *text)
{
  int word = find_word (channel_words, text, -1);

  return word < 0 ? ONWARD_CHANNEL_NONE : (OnwardChannel)(1u << word);
}

/**
 * onward_channel_name:
 * @channel: one channel
 *
 * Returns: (transfer none) (nullable): the word for it in documents and in the database.
 */
const char *
onward_channel_name (OnwardChannel channel)
{
  int bit = g_bit_nth_lsf (channel, -1);

  return bit < 0 || bit >= (int)G_N_ELEMENTS (channel_words) - 1 ? NULL : channel_words[bit];
}
