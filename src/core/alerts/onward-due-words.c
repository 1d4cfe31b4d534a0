/* onward-due-words.c - what a follow-up is about and when it is due, in a few words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-words.h"

#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LAST_MINUTE (24 * 60 - 1)

static const struct
{
  const char *kind;
  const char *words;
} interview_words[] = {
  { "phone", N_ ("phone interview") },    { "video", N_ ("video interview") },
  { "onsite", N_ ("interview on site") }, { "panel", N_ ("panel interview") },
  { "final", N_ ("final interview") },    { "informational", N_ ("informational interview") },
  { "mock", N_ ("mock interview") },
};

/**
 * onward_due_words_get_interview:
 * @kind: (nullable): of the interview, as in the exchange format
 * @round: its number; %ONWARD_NO_NUMBER or 0 for none
 *
 * Returns: (transfer full): `second interview`, else `panel interview`
 */
char *
onward_due_words_get_interview (const char *kind, gint64 round)
{
  static const char *const rounds[] = { N_ ("first interview"), N_ ("second interview"), N_ ("third interview"),
                                        N_ ("fourth interview") };
  gboolean counted = g_strcmp0 (kind, "mock") != 0 && g_strcmp0 (kind, "informational") != 0
                     && g_strcmp0 (kind, "final") != 0 && g_strcmp0 (kind, "panel") != 0;

  if (counted && round >= 1 && round <= (gint64)G_N_ELEMENTS (rounds))
    return g_strdup (_ (rounds[round - 1]));
  for (guint i = 0; i < G_N_ELEMENTS (interview_words); i++)
    if (g_strcmp0 (kind, interview_words[i].kind) == 0)
      return g_strdup (_ (interview_words[i].words));
  return g_strdup (_ ("interview"));
}

/**
 * onward_due_words_get_subject:
 * @due: a follow-up
 *
 * Returns: (transfer full) (nullable): `Helix Robotics, second interview`; NULL when it is about nothing else than its
 *   title
 */
char *
onward_due_words_get_subject (const OnwardDue *due)
{
  g_autofree char *interview =
      due->interview != 0 ? onward_due_words_get_interview (due->interview_kind, due->interview_round) : NULL;
  const char *about = interview != NULL ? interview : due->opportunity_title;

  if (due->company_name != NULL && about != NULL)
    /* Translators: a company, and an interview or a role there */
    return g_strdup_printf (_ ("%s, %s"), due->company_name, about);
  return g_strdup (due->company_name != NULL ? due->company_name : about);
}

static char *
describe_past (gint64 due, int today)
{
  g_autofree char *time = onward_dates_format_time (onward_wall_minutes (due));
  g_autofree char *day = onward_dates_format_past (onward_wall_day (due), today);

  if (onward_wall_day (due) == today)
    return g_strdup_printf (_ ("was due at %s"), time);
  if (onward_wall_minutes (due) == LAST_MINUTE)
    /* Translators: a day in the past */
    return g_strdup_printf (_ ("was due %s"), day);
  /* Translators: a day in the past and a time */
  return g_strdup_printf (_ ("was due %s\u00a0%s"), day, time);
}

/* It comes up today, and it is late when it says. */
static char *
describe_limit (gint64 due, int today)
{
  g_autofree char *time = onward_dates_format_time (onward_wall_minutes (due));
  g_autofree char *day = onward_dates_format_sentence (onward_wall_day (due), today);
  gboolean any_time = onward_wall_minutes (due) == LAST_MINUTE;

  if (onward_wall_day (due) == today)
    return any_time ? g_strdup (_ ("by tonight")) : g_strdup_printf (_ ("by %s today"), time);
  if (onward_wall_day (due) == today + 1)
    return any_time ? g_strdup (_ ("today, by tomorrow night")) : g_strdup_printf (_ ("today, by %s tomorrow"), time);
  /* Translators: a day in the future */
  return g_strdup_printf (_ ("today, by %s"), day);
}

static char *
describe_moment (gint64 moment, int today)
{
  if (onward_wall_day (moment) == today)
    return onward_dates_format_time (onward_wall_minutes (moment));
  return onward_dates_format_sentence (onward_wall_day (moment), today);
}

/* It is late whether snoozed or not, so it stays where it stands: the words say that it was heard. */
static char *
describe_overdue (const OnwardDue *due, gint64 late, gint64 now)
{
  g_autofree char *past = describe_past (late, onward_wall_day (now));
  g_autofree char *until = NULL;
  gint64 snoozed;

  if (!onward_wall_parse (due->snoozed_until, &snoozed) || snoozed <= now)
    return g_steal_pointer (&past);
  until = describe_moment (snoozed, onward_wall_day (now));
  /* Translators: when it was due; the time or day until which it is snoozed */
  return g_strdup_printf (_ ("%s, snoozed until %s"), past, until);
}

/**
 * onward_due_words_get_when:
 * @due: a follow-up
 * @now: the present
 *
 * Returns: (transfer full): `was due Friday 15:00`, `by 17:00 today`, `Tuesday 3 March`, as its urgency is
 */
char *
onward_due_words_get_when (const OnwardDue *due, const OnwardNow *now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now->zone);
  int today = zone != NULL ? onward_zone_day (zone, now->unix_time) : 0;
  gint64 late, moment;

  if (zone == NULL || !onward_wall_parse (due->due, &late) || !onward_wall_parse (due->moment, &moment))
    return g_strdup ("");
  if (due->urgency == ONWARD_URGENCY_OVERDUE)
    return describe_overdue (due, late, onward_zone_wall (zone, now->unix_time));
  if (due->urgency == ONWARD_URGENCY_TODAY)
    return describe_limit (late, today);
  return onward_dates_format_sentence (onward_wall_day (moment), today);
}

/**
 * onward_due_words_get_snoozed:
 * @until: the wall time until which it is quiet
 * @due: (nullable): the wall time at which it is late
 * @now: the present
 *
 * Returns: (transfer full): `Snoozed until Tuesday 3 March`, and whether it is late by then
 */
char *
onward_due_words_get_snoozed (const char *until, const char *due, const OnwardNow *now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now->zone);
  gint64 present = zone != NULL ? onward_zone_wall (zone, now->unix_time) : 0;
  g_autofree char *words = NULL;
  gint64 moment, late;

  if (!onward_wall_parse (until, &moment))
    return g_strdup (_ ("Snoozed"));
  words = describe_moment (moment, onward_wall_day (present));
  if (onward_wall_parse (due, &late) && late < present)
    /* Translators: a time of today, or a day */
    return g_strdup_printf (_ ("Snoozed until %s; it stays overdue"), words);
  if (onward_wall_parse (due, &late) && late < moment)
    /* Translators: a time of today, or a day */
    return g_strdup_printf (_ ("Snoozed until %s; it is late by then"), words);
  /* Translators: a time of today, or a day */
  return g_strdup_printf (_ ("Snoozed until %s"), words);
}
