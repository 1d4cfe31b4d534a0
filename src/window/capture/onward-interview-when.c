/* onward-interview-when.c - when an interview is that is being typed: in words, on the user's clock, beside others */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-draft.h"

#include "model/onward-interview.h"
#include "pipeline/onward-interview-words.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

/* Up to two digits; -1 when there is none. */
static int
read_number (const char **text)
{
  int value = 0, digits = 0;

  while (digits < 2 && g_ascii_isdigit (**text))
    {
      value = value * 10 + (**text - '0');
      (*text)++;
      digits++;
    }
  return digits > 0 ? value : -1;
}

/**
 * onward_interview_draft_parse_time:
 * @text: (nullable): a time as people type it: `14:00`, `9`, `0930`, `9.30`, `2:30 pm`
 * @minutes: (out): minutes since midnight
 *
 * Returns: whether it is one
 */
gboolean
onward_interview_draft_parse_time (const char *text, int *minutes)
{
  g_autofree char *lower = text != NULL ? g_strstrip (g_ascii_strdown (text, -1)) : NULL;
  const char *at = lower;
  int hour, minute = 0;

  if (at == NULL || (hour = read_number (&at)) < 0)
    return FALSE;
  if (*at == ':' || *at == '.' || *at == 'h')
    at++;
  if (g_ascii_isdigit (*at))
    {
      const char *start = at;

      minute = read_number (&at);
      if (at - start != 2)
        return FALSE;
    }
  while (*at == ' ')
    at++;
  if ((g_str_equal (at, "pm") || g_str_equal (at, "am")) && (hour < 1 || hour > 12))
    return FALSE;
  if (g_str_equal (at, "pm"))
    hour = hour % 12 + 12;
  else if (g_str_equal (at, "am"))
    hour = hour % 12;
  else if (*at != '\0')
    return FALSE;
  if (hour > 23 || minute > 59)
    return FALSE;
  *minutes = hour * 60 + minute;
  return TRUE;
}

/**
 * onward_interview_draft_format_length:
 * @minutes: how long something takes
 *
 * Returns: (transfer full): it in words: `45 minutes`, `1 hour`, `2 h 30 min`
 */
char *
onward_interview_draft_format_length (int minutes)
{
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", minutes / 60), minutes / 60);
  /* Translators: hours and minutes, short */
  return g_strdup_printf (_ ("%d h %d min"), minutes / 60, minutes % 60);
}

/**
 * onward_interview_draft_get_start:
 * @draft: a draft
 *
 * Returns: when it starts, in seconds since 1970 UTC; %ONWARD_NO_INSTANT while it has no time or no zone
 */
gint64
onward_interview_draft_get_start (OnwardInterviewDraft *draft)
{
  g_autoptr (GTimeZone) zone = draft->zone != NULL ? g_time_zone_new_identifier (draft->zone) : NULL;
  int minutes;

  if (zone == NULL || !onward_interview_draft_parse_time (draft->time, &minutes))
    return ONWARD_NO_INSTANT;
  return onward_zone_instant (zone, onward_wall_at (draft->day, minutes));
}

/**
 * onward_interview_draft_is_counted:
 * @draft: a draft
 *
 * Returns: whether it is a round of an opportunity
 */
gboolean
onward_interview_draft_is_counted (OnwardInterviewDraft *draft)
{
  return draft->opportunity != 0 && g_strcmp0 (draft->kind, "mock") != 0
         && g_strcmp0 (draft->kind, "informational") != 0;
}

/**
 * onward_interview_draft_get_moves:
 * @draft: a draft
 *
 * Unless the user says something else, a round of an opportunity moves it, and a talk for information or practice does
 * not.
 *
 * Returns: whether the opportunity is moved to @stage with it
 */
gboolean
onward_interview_draft_get_moves (OnwardInterviewDraft *draft)
{
  return draft->stage != 0 && (draft->moves >= 0 ? draft->moves > 0 : onward_interview_draft_is_counted (draft));
}

/**
 * onward_interview_draft_is_rescheduled:
 * @draft: a draft
 *
 * Returns: whether one that was cancelled, or to which nobody came, is to be held after all
 */
gboolean
onward_interview_draft_is_rescheduled (OnwardInterviewDraft *draft)
{
  g_autoptr (OnwardInterview) record = onward_store_get_record (draft->store, ONWARD_TYPE_INTERVIEW, draft->interview);
  gint64 before, start = onward_interview_draft_get_start (draft);

  return record != NULL && record->status != NULL && g_strcmp0 (record->status, "booked") != 0
         && g_strcmp0 (record->status, draft->status) == 0 && start != ONWARD_NO_INSTANT
         && onward_instant_parse (record->starts_at, &before) && start > before
         && start > onward_store_get_now (draft->store).unix_time;
}

/**
 * onward_interview_draft_describe_here:
 * @draft: a draft
 *
 * Returns: (transfer full) (nullable): the user's own day and time, when the zone is another one
 */
char *
onward_interview_draft_describe_here (OnwardInterviewDraft *draft)
{
  g_autoptr (GTimeZone) here = onward_present_get_zone (draft->store);
  gint64 start = onward_interview_draft_get_start (draft);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  gint64 wall;
  int minutes = 0;

  if (start == ONWARD_NO_INSTANT)
    return NULL;
  wall = onward_zone_wall (here, start);
  onward_interview_draft_parse_time (draft->time, &minutes);
  if (wall == onward_wall_at (draft->day, minutes))
    return NULL;
  day = onward_dates_format_sentence (onward_wall_day (wall), onward_present_get_today (draft->store));
  time = onward_dates_format_time (onward_wall_minutes (wall));
  /* Translators: the day and the time where the user is, of an interview that was agreed in another time zone */
  return g_strdup_printf (_ ("For you: %s, %s"), day, time);
}

/**
 * onward_interview_draft_describe_conflict:
 * @draft: a draft
 *
 * Returns: (transfer full) (nullable): which other interview is at that time
 */
char *
onward_interview_draft_describe_conflict (OnwardInterviewDraft *draft)
{
  gint64 start = onward_interview_draft_get_start (draft);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *line = NULL;
  g_autofree char *when = NULL;
  g_autoptr (OnwardInterview) other = NULL;

  if (start == ONWARD_NO_INSTANT)
    return NULL;
  ids = onward_interviews_find_conflicts (draft->store, start, start + (gint64)draft->minutes * 60, draft->interview);
  if (ids->len == 0)
    return NULL;
  other = onward_store_get_record (draft->store, ONWARD_TYPE_INTERVIEW, g_array_index (ids, gint64, 0));
  if (other == NULL)
    return NULL;
  line = onward_interview_words_get_line (draft->store, other->record.id);
  when = onward_interview_words_get_when (draft->store, other);
  /* Translators: another interview, and when it is */
  return g_strdup_printf (_ ("At the same time as: %s (%s)"), line, when);
}
