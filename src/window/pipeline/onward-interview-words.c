/* onward-interview-words.c - an interview in a line */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-words.h"

#include "model/onward-company.h"
#include "model/onward-interview.h"
#include "model/onward-opportunity.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

static const char *const rounds[] = { N_ ("first interview"), N_ ("second interview"), N_ ("third interview"),
                                      N_ ("fourth interview"), N_ ("fifth interview") };

/**
 * onward_interview_words_get_round:
 * @round: a round, from 1; anything less is none
 *
 * Returns: (transfer full): `second interview`, `interview 7`, or `interview`
 */
char *
onward_interview_words_get_round (gint64 round)
{
  if (round >= 1 && round <= (gint64)G_N_ELEMENTS (rounds))
    return g_strdup (_ (rounds[round - 1]));
  if (round > 0)
    return g_strdup_printf (_ ("interview %d"), (int)round);
  return g_strdup (_ ("interview"));
}

static char *
format_end (OnwardStore *store, OnwardInterview *interview)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GTimeZone *here = zone != NULL ? zone : utc;
  int today = onward_zone_day (here, now.unix_time);
  gint64 end, wall;
  g_autofree char *text = NULL;

  if (!onward_instant_parse (interview->ends_at, &end))
    {
      if (!onward_instant_parse (interview->starts_at, &end))
        return NULL;
      end += 3600;
    }
  wall = onward_zone_wall (here, end);
  if (end > now.unix_time)
    return NULL;
  text = onward_wall_day (wall) == today ? onward_dates_format_time (onward_wall_minutes (wall))
                                         : onward_dates_format_past (onward_wall_day (wall), today);
  /* Translators: when an interview was over: a time of today, or a day */
  return g_strdup_printf (_ ("ended %s"), text);
}

/**
 * onward_interview_words_get_line:
 * @store: the database
 * @interview: an interview
 *
 * Returns: (transfer full) (nullable): `Fjord Energy, second interview · ended 10:45`
 */
char *
onward_interview_words_get_line (OnwardStore *store, gint64 interview)
{
  g_autoptr (OnwardInterview) record = onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, interview);
  g_autoptr (OnwardOpportunity) opportunity = NULL;
  g_autoptr (OnwardCompany) company = NULL;
  g_autofree char *round = NULL;
  g_autofree char *end = NULL;
  GString *line;

  if (record == NULL)
    return NULL;
  opportunity = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, record->opportunity);
  company = onward_store_get_record (store, ONWARD_TYPE_COMPANY,
                                     opportunity != NULL ? opportunity->company : record->company);
  round = onward_interview_words_get_round (record->round == ONWARD_NO_NUMBER ? 0 : record->round);
  end = format_end (store, record);
  line = g_string_new (company != NULL ? company->name : NULL);
  g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", round);
  if (end != NULL)
    g_string_append_printf (line, " · %s", end);
  return g_string_free (line, FALSE);
}
