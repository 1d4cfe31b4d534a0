/* onward-card-words.c - what a card of the pipeline says: how long, and what comes next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-card-words.h"

#include "playbook/onward-dates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The verb of a rule in a chip; %s is the first name of the one it is for. */
typedef struct
{
  const char *with_name;
  const char *alone;
  const char *icon;
} RuleWords;

static const RuleWords rule_words[ONWARD_N_RULES] = {
  [ONWARD_RULE_PREP_STORIES] = { NULL, N_ ("Choose stories"), "onward-note-symbolic" },
  [ONWARD_RULE_PREP_NAMES] = { NULL, N_ ("Check names"), "onward-person-symbolic" },
  [ONWARD_RULE_DEBRIEF] = { NULL, N_ ("Write it down"), "onward-debrief-symbolic" },
  [ONWARD_RULE_VERIFY_NAMES] = { NULL, N_ ("Check names"), "onward-person-symbolic" },
  [ONWARD_RULE_THANK_YOU] = { N_ ("Thank %s"), N_ ("Say thank you"), "onward-thanks-symbolic" },
  [ONWARD_RULE_NO_SHOW] = { N_ ("Ask %s"), N_ ("Ask what happened"), "onward-interview-symbolic" },
  [ONWARD_RULE_ANSWER_OFFER] = { NULL, N_ ("Answer"), "onward-offer-symbolic" },
  [ONWARD_RULE_DECISION_CHECK_IN] = { NULL, N_ ("Check in"), "onward-clock-symbolic" },
  [ONWARD_RULE_SECOND_CHECK_IN] = { NULL, N_ ("Check in again"), "onward-clock-symbolic" },
  [ONWARD_RULE_CLOSE_AS_SILENT] = { NULL, N_ ("Let it rest"), "onward-rest-symbolic" },
  [ONWARD_RULE_APPLICATION_NUDGE] = { NULL, N_ ("Nudge"), "onward-clock-symbolic" },
  [ONWARD_RULE_REJECTION_THANK_YOU] = { N_ ("Thank %s"), N_ ("Say thank you"), "onward-thanks-symbolic" },
  [ONWARD_RULE_CONNECTION_NOTE] = { N_ ("Connect with %s"), N_ ("Connect"), "onward-people-symbolic" },
  [ONWARD_RULE_REFERRAL_ASK] = { N_ ("Ask %s"), N_ ("Ask for a referral"), "onward-introduction-symbolic" },
  [ONWARD_RULE_THIRD_PARTY_ASK] = { N_ ("Ask %s"), N_ ("Ask how it was seen"), "onward-feedback-symbolic" },
  [ONWARD_RULE_FEEDBACK_REQUEST] = { NULL, N_ ("Ask for feedback"), "onward-feedback-symbolic" },
  [ONWARD_RULE_OTHER_OPENINGS] = { NULL, N_ ("Ask about openings"), "onward-company-symbolic" },
  [ONWARD_RULE_REAPPLY] = { NULL, N_ ("Apply again"), "onward-company-symbolic" },
  [ONWARD_RULE_REOPENED] = { NULL, N_ ("Ask again"), "onward-company-symbolic" },
  [ONWARD_RULE_ANNOUNCE_JOB] = { NULL, N_ ("Tell everyone"), "onward-announce-symbolic" },
  [ONWARD_RULE_THANK_FOR_FEEDBACK] = { N_ ("Thank %s"), N_ ("Say thank you"), "onward-thanks-symbolic" },
  [ONWARD_RULE_THANK_INTRODUCER] = { N_ ("Thank %s"), N_ ("Say thank you"), "onward-thanks-symbolic" },
  [ONWARD_RULE_ASK_PERMISSION] = { N_ ("Ask %s"), N_ ("Ask for permission"), "onward-introduction-symbolic" },
  [ONWARD_RULE_KEEP_IN_TOUCH] = { N_ ("Write to %s"), N_ ("Keep in touch"), "onward-note-symbolic" },
};

/* A word of the exchange format, and what it is called on screen. */
typedef struct
{
  const char *word;
  const char *text;
} Named;

static const Named interview_names[] = {
  { "phone", NC_ ("interview", "Call") },
  { "video", NC_ ("interview", "Video call") },
  { "onsite", NC_ ("interview", "On-site visit") },
  { "panel", NC_ ("interview", "Panel") },
  { "final", NC_ ("interview", "Final interview") },
  { "informational", NC_ ("interview", "Talk") },
  { "mock", NC_ ("interview", "Mock interview") },
};

static const Named outcome_names[] = {
  { "accepted", NC_ ("outcome", "Accepted") },       { "declined", NC_ ("outcome", "Declined") },
  { "rejected", NC_ ("outcome", "Said no") },        { "withdrawn", NC_ ("outcome", "Withdrawn") },
  { "no-response", NC_ ("outcome", "No response") }, { "cancelled", NC_ ("outcome", "Role cancelled") },
};

static const char *
find_name (const Named *names, guint n_names, const char *context, const char *word)
{
  for (guint i = 0; word != NULL && i < n_names; i++)
    if (strcmp (names[i].word, word) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, context, names[i].text);
  return NULL;
}

/**
 * onward_card_words_get_interview:
 * @kind: (nullable): a kind of exchange.md
 *
 * Returns: (transfer none): what such an interview is called
 */
const char *
onward_card_words_get_interview (const char *kind)
{
  const char *name = find_name (interview_names, G_N_ELEMENTS (interview_names), "interview", kind);

  return name != NULL ? name : _ ("Interview");
}

/**
 * onward_card_words_get_outcome:
 * @outcome: (nullable): an outcome of exchange.md
 *
 * Returns: (transfer none): what it is called
 */
const char *
onward_card_words_get_outcome (const char *outcome)
{
  const char *name = find_name (outcome_names, G_N_ELEMENTS (outcome_names), "outcome", outcome);

  return name != NULL ? name : _ ("Without an outcome");
}

/**
 * onward_card_words_get_rule_icon:
 * @rule: a rule
 *
 * Returns: (transfer none): the icon of what it asks for
 */
const char *
onward_card_words_get_rule_icon (OnwardRuleId rule)
{
  return rule < ONWARD_N_RULES ? rule_words[rule].icon : "onward-due-symbolic";
}

static char *
format_days (OnwardCardSpan span, int days, gboolean brief)
{
  switch (span)
    {
    case ONWARD_SPAN_ADDED:
      return g_strdup_printf (ngettext ("added %d day ago", "added %d days ago", days), days);
    case ONWARD_SPAN_WAITING:
      return g_strdup_printf (ngettext ("waiting %d day", "waiting %d days", days), days);
    case ONWARD_SPAN_OFFER:
      return g_strdup_printf (ngettext ("offer %d day", "offer %d days", days), days);
    case ONWARD_SPAN_QUIET:
      if (brief)
        /* Translators: so many days without a word, where there is little room */
        return g_strdup_printf (_ ("quiet %d d"), days);
      return g_strdup_printf (ngettext ("quiet %d day", "quiet %d days", days), days);
    default:
      return NULL;
    }
}

/**
 * onward_card_words_get_span:
 * @card: a card
 * @today: the user's day
 * @brief: whether there is little room
 *
 * Returns: (transfer full) (nullable): how long: `quiet 3 days`, `added today`, `26 Feb` of a closed one; NULL when
 *   nobody knows
 */
char *
onward_card_words_get_span (const OnwardCard *card, int today, gboolean brief)
{
  int days = today - card->since;

  if (card->span == ONWARD_SPAN_NONE)
    return NULL;
  if (card->span == ONWARD_SPAN_CLOSED)
    return onward_dates_format_list (card->since, today);
  if (days > 0)
    return format_days (card->span, days, brief);
  if (card->span == ONWARD_SPAN_ADDED)
    return g_strdup (_ ("added today"));
  if (card->span == ONWARD_SPAN_WAITING)
    return g_strdup (_ ("applied today"));
  return g_strdup (C_ ("span", "today"));
}

static char *
get_first_name (const char *name)
{
  const char *end = name != NULL ? strchr (name, ' ') : NULL;

  return end != NULL && end > name ? g_strndup (name, end - name) : g_strdup (name);
}

/* Who are thanked, or connected with, can be several. */
static char *
format_several (const OnwardCard *card)
{
  if (card->rule == ONWARD_RULE_CONNECTION_NOTE)
    return g_strdup_printf (ngettext ("Connect with %d person", "Connect with %d people", card->next_count),
                            card->next_count);
  return g_strdup_printf (ngettext ("Thank %d person", "Thank %d people", card->next_count), card->next_count);
}

/* The verb with its object; split and joined, since a translated format is no format the compiler can check. */
static char *
format_verb (const OnwardCard *card)
{
  const RuleWords *words = card->rule < ONWARD_N_RULES ? &rule_words[card->rule] : NULL;
  g_autofree char *first = get_first_name (card->next_who);
  g_auto (GStrv) parts = NULL;

  if (words == NULL)
    return g_strdup (card->next_title != NULL ? card->next_title : _ ("Follow up"));
  if (card->next_count > 1 && (card->rule == ONWARD_RULE_THANK_YOU || card->rule == ONWARD_RULE_CONNECTION_NOTE))
    return format_several (card);
  if (first == NULL || words->with_name == NULL)
    return g_strdup (_ (words->alone));
  parts = g_strsplit (_ (words->with_name), "%s", 2);
  return g_strjoinv (first, parts);
}

static char *
format_answer (const OnwardCard *card, int today)
{
  int day = onward_wall_day (card->next_due);
  g_autofree char *when = day == today ? onward_dates_format_time (onward_wall_minutes (card->next_due))
                                       : onward_dates_format_chip (day, today);

  /* Translators: an offer has to be answered by that time or day */
  return g_strdup_printf (_ ("Answer by %s"), when);
}

static char *
format_follow_up (const OnwardCard *card, int today)
{
  g_autofree char *verb = format_verb (card);
  g_autofree char *day = NULL;

  if (card->next == ONWARD_NEXT_LATE)
    /* Translators: something owed whose time has passed: “Thank Amara, late” */
    return g_strdup_printf (_ ("%s, late"), verb);
  if (card->rule == ONWARD_RULE_ANSWER_OFFER)
    return format_answer (card, today);
  if (card->next == ONWARD_NEXT_TODAY)
    /* Translators: something owed today: “Thank Amara today” */
    return g_strdup_printf (C_ ("chip", "%s today"), verb);
  day = onward_dates_format_chip (onward_wall_day (card->next_moment), today);
  /* Translators: something owed, and its day: “Check in 10 March” */
  return g_strdup_printf (C_ ("chip", "%s %s"), verb, day);
}

/* Within a week the weekday alone says which day is meant, and leaves room for the time. */
static char *
format_weekday (int day)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  onward_day_to_civil (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  return date != NULL ? g_date_time_format (date, "%a") : g_strdup ("");
}

static char *
format_interview (const OnwardCard *card, int today)
{
  int day = onward_wall_day (card->next_moment);
  const char *kind = onward_card_words_get_interview (card->next_title);
  g_autofree char *time = onward_dates_format_time (onward_wall_minutes (card->next_moment));
  g_autofree char *date = NULL;

  if (day == today)
    /* Translators: an interview of today and its time: “Panel today 14:00” */
    return g_strdup_printf (C_ ("chip", "%s today %s"), kind, time);
  date = day - today <= 6 ? format_weekday (day) : onward_dates_format_chip (day, today);
  if (day - today <= 6)
    /* Translators: an interview, its day and time: “Call Tue 09:30” */
    return g_strdup_printf (C_ ("chip", "%s %s %s"), kind, date, time);
  return g_strdup_printf (C_ ("chip", "%s %s"), kind, date);
}

/**
 * onward_card_words_get_next:
 * @card: a card
 * @today: the user's day
 *
 * Returns: the words of the chip; the caller frees the text
 */
OnwardChipWords
onward_card_words_get_next (const OnwardCard *card, int today)
{
  OnwardChipWords words = { NULL, onward_card_words_get_rule_icon (card->rule), "calm" };
  g_autofree char *day = NULL;

  switch (card->next)
    {
    case ONWARD_NEXT_LATE:
      words.kind = "overdue";
      words.text = format_follow_up (card, today);
      break;
    case ONWARD_NEXT_TODAY:
      words.kind = "today";
      words.text = format_follow_up (card, today);
      break;
    case ONWARD_NEXT_INTERVIEW:
      words.icon = "onward-interview-symbolic";
      words.kind = onward_wall_day (card->next_moment) == today ? "today" : "calm";
      words.text = format_interview (card, today);
      break;
    case ONWARD_NEXT_QUIET:
      day = onward_dates_format_chip (onward_wall_day (card->next_moment), today);
      words.icon = "onward-quiet-symbolic";
      /* Translators: an answer was promised by that day */
      words.text = g_strdup_printf (_ ("Quiet until %s"), day);
      break;
    case ONWARD_NEXT_LATER:
      words.text = format_follow_up (card, today);
      break;
    case ONWARD_NEXT_NONE:
    default:
      break;
    }
  return words;
}

/**
 * onward_card_words_get_title:
 * @card: a card
 *
 * Returns: (transfer full): the role, or what stands for it
 */
char *
onward_card_words_get_title (const OnwardCard *card)
{
  if (card->title != NULL)
    return g_strdup (card->title);
  return g_strdup (card->informational ? _ ("Informational") : _ ("Role not known yet"));
}

/**
 * onward_card_words_get_label:
 * @card: a card
 * @today: the user's day
 *
 * Returns: (transfer full): all that the card shows, as one line for a screen reader
 */
char *
onward_card_words_get_label (const OnwardCard *card, int today)
{
  OnwardChipWords next = onward_card_words_get_next (card, today);
  g_autofree char *title = onward_card_words_get_title (card);
  g_autofree char *span = onward_card_words_get_span (card, today, FALSE);
  GString *label = g_string_new (card->company != NULL ? card->company : _ ("Company not known yet"));

  g_string_append_printf (label, ", %s", title);
  for (guint i = 0; i < ONWARD_CARD_PEOPLE && card->people[i].name != NULL; i++)
    g_string_append_printf (label, ", %s", card->people[i].name);
  if (span != NULL)
    g_string_append_printf (label, ", %s", span);
  if (next.text != NULL)
    g_string_append_printf (label, ", %s", next.text);
  g_free (next.text);
  return g_string_free (label, FALSE);
}
