/* onward-interview-words.c - an interview in a line, and what can be done with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-words.h"

#include "alerts/onward-due-words.h"
#include "model/onward-company.h"
#include "model/onward-opportunity.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"
#include "store/onward-interviews.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

/* The end, or what stands for it (playbook.md, “Time”). */
static gboolean
find_end (OnwardInterview *interview, gint64 *end)
{
  if (onward_instant_parse (interview->ends_at, end))
    return TRUE;
  if (!onward_instant_parse (interview->starts_at, end))
    return FALSE;
  *end += 3600;
  return TRUE;
}

static gboolean
has_ended (OnwardStore *store, OnwardInterview *interview)
{
  gint64 end;

  return find_end (interview, &end) && end <= onward_store_get_now (store).unix_time;
}

/**
 * onward_interview_words_get_state:
 * @store: the database
 * @interview: an interview
 *
 * Returns: what is left to do about it
 */
OnwardInterviewState
onward_interview_words_get_state (OnwardStore *store, OnwardInterview *interview)
{
  const char *status = interview->status != NULL ? interview->status : "booked";

  if (g_str_equal (status, "cancelled") || g_str_equal (status, "no-show"))
    return ONWARD_INTERVIEW_OVER;
  if (!has_ended (store, interview))
    return ONWARD_INTERVIEW_COMING;
  if (interview->debrief_written_at == NULL && !interview->debrief_let_go)
    return ONWARD_INTERVIEW_UNWRITTEN;
  return onward_interviews_is_complete (store, interview->record.id) ? ONWARD_INTERVIEW_OVER
                                                                     : ONWARD_INTERVIEW_INCOMPLETE;
}

static char *
format_end (OnwardStore *store, OnwardInterview *interview)
{
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);
  int today = onward_present_get_today (store);
  g_autofree char *text = NULL;
  gint64 end, wall;

  if (!has_ended (store, interview) || !find_end (interview, &end))
    return NULL;
  wall = onward_zone_wall (zone, end);
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
  round = onward_due_words_get_interview (record->kind, record->round);
  end = format_end (store, record);
  line = g_string_new (company != NULL ? company->name : NULL);
  g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", round);
  if (end != NULL)
    g_string_append_printf (line, " · %s", end);
  return g_string_free (line, FALSE);
}

/**
 * onward_interview_words_get_when:
 * @store: the database
 * @interview: an interview
 *
 * The user's day and time; in a zone of its own also what was written down: `Monday 9 March, 14:00 (15:00 CET)`.
 *
 * Returns: (transfer full): when it starts
 */
char *
onward_interview_words_get_when (OnwardStore *store, OnwardInterview *interview)
{
  g_autoptr (GTimeZone) here = onward_present_get_zone (store);
  g_autoptr (GTimeZone) there = interview->zone != NULL ? g_time_zone_new_identifier (interview->zone) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *other = NULL;
  gint64 start, wall, away;

  if (!onward_instant_parse (interview->starts_at, &start))
    return g_strdup (_ ("No day yet"));
  wall = onward_zone_wall (here, start);
  away = there != NULL ? onward_zone_wall (there, start) : wall;
  day = onward_dates_format_sentence (onward_wall_day (wall), onward_present_get_today (store));
  time = onward_dates_format_time (onward_wall_minutes (wall));
  if (away == wall)
    return g_strdup_printf ("%s, %s", day, time);
  other = onward_dates_format_time (onward_wall_minutes (away));
  return g_strdup_printf (
      "%s, %s (%s %s)", day, time, other,
      g_time_zone_get_abbreviation (there, g_time_zone_find_interval (there, G_TIME_TYPE_UNIVERSAL, start)));
}

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 interview)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", interview);
  g_menu_append_item (menu, item);
}

/**
 * onward_interview_words_create_menu:
 * @interview: an interview
 * @status: (nullable): as stored
 * @begun: whether it has begun
 *
 * Returns: (transfer full): what can be done with it
 */
GMenuModel *
onward_interview_words_create_menu (gint64 interview, const char *status, gboolean begun)
{
  GMenu *menu = g_menu_new ();
  gboolean off = g_strcmp0 (status, "cancelled") == 0 || g_strcmp0 (status, "no-show") == 0;

  if (begun && !off)
    append_item (menu, _ ("_Debrief…"), "win.debrief", interview);
  append_item (menu, begun ? _ ("_Preparation and Questions") : _ ("_Prepare"), "win.prepare", interview);
  append_item (menu, _ ("_Change…"), "win.edit-interview", interview);
  if (!begun && !off)
    append_item (menu, _ ("Choose _Stories…"), "win.choose-stories", interview);
  if (off)
    append_item (menu, _ ("_Book Again"), "win.book-interview-again", interview);
  if (!off && begun)
    append_item (menu, _ ("_Nobody Showed Up"), "win.no-show", interview);
  if (!off)
    append_item (menu, _ ("Cance_lled"), "win.cancel-interview", interview);
  append_item (menu, _ ("_Remove"), "win.remove-interview", interview);
  return G_MENU_MODEL (menu);
}
