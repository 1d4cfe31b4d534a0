/* onward-interview-alert-words.c - which interview it is and when it starts, in a few words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-alert-words.h"

#include "onward-due-words.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

/* Up to so many minutes before, it is said how many. */
#define SOON 90

/**
 * onward_interview_alert_words_get_subject:
 * @interview: an interview
 *
 * Returns: (transfer full): `Sable Audio, phone interview`
 */
char *
onward_interview_alert_words_get_subject (const OnwardInterviewAlert *interview)
{
  g_autofree char *what = onward_due_words_get_interview (interview->kind, interview->round);

  if (interview->company_name != NULL)
    /* Translators: a company, and an interview or a role there */
    return g_strdup_printf (_ ("%s, %s"), interview->company_name, what);
  if (interview->opportunity_title != NULL)
    /* Translators: a role, and an interview for it */
    return g_strdup_printf (_ ("%s, %s"), interview->opportunity_title, what);
  return g_strdup (_ ("Interview"));
}

/**
 * onward_interview_alert_words_get_when:
 * @starts_at: its start, seconds since 1970 UTC
 * @now: the present
 *
 * Returns: (transfer full): `Starts at 09:30, in 60 minutes`, `Starts tomorrow at 09:30`, `Began at 09:30`
 */
char *
onward_interview_alert_words_get_when (gint64 starts_at, const OnwardNow *now)
{
  g_autoptr (GTimeZone) known = g_time_zone_new_identifier (now->zone);
  g_autoptr (GTimeZone) zone = known != NULL ? g_steal_pointer (&known) : g_time_zone_new_utc ();
  gint64 start = onward_zone_wall (zone, starts_at);
  int today = onward_zone_day (zone, now->unix_time);
  int minutes = (int)MIN ((starts_at - now->unix_time + 30) / 60, G_MAXINT);
  g_autofree char *time = onward_dates_format_time (onward_wall_minutes (start));
  g_autofree char *day = onward_dates_format_sentence (onward_wall_day (start), today);

  if (starts_at <= now->unix_time)
    return g_strdup_printf (_ ("Began at %s"), time);
  if (minutes <= SOON)
    return g_strdup_printf (ngettext ("Starts at %s, in %d minute", "Starts at %s, in %d minutes", (gulong)minutes),
                            time, minutes);
  if (onward_wall_day (start) == today)
    return g_strdup_printf (_ ("Starts today at %s"), time);
  if (onward_wall_day (start) == today + 1)
    return g_strdup_printf (_ ("Starts tomorrow at %s"), time);
  /* Translators: a day and a time */
  return g_strdup_printf (_ ("Starts %s at %s"), day, time);
}
