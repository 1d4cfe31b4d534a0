/* onward-calendar-event.c - what stands on a day, in words: an interview, a follow-up, a promise, a last day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-event.h"

#include "alerts/onward-due-words.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is done about a follow-up, as an icon beside the words. */
static const struct
{
  const char *rule;
  const char *icon;
} rule_icons[] = {
  { "prep-stories", "onward-note-symbolic" },
  { "prep-names", "onward-person-symbolic" },
  { "debrief", "onward-debrief-symbolic" },
  { "verify-names", "onward-person-symbolic" },
  { "thank-you", "onward-thanks-symbolic" },
  { "rejection-thank-you", "onward-thanks-symbolic" },
  { "thank-for-feedback", "onward-thanks-symbolic" },
  { "thank-introducer", "onward-thanks-symbolic" },
  { "answer-offer", "onward-offer-symbolic" },
  { "referral-ask", "onward-introduction-symbolic" },
  { "third-party-ask", "onward-introduction-symbolic" },
  { "ask-permission", "onward-introduction-symbolic" },
  { "feedback-request", "onward-feedback-symbolic" },
  { "other-openings", "onward-company-symbolic" },
  { "reapply", "onward-company-symbolic" },
  { "reopened", "onward-company-symbolic" },
  { "announce-job", "onward-announce-symbolic" },
  { "keep-in-touch", "view-refresh-symbolic" },
};

/* Seconds: the clock that goes back has gone back by then. */
#define SHORT_WHILE (3 * 3600)

static void
clear_event (gpointer data)
{
  OnwardCalendarEvent *event = data;

  g_free (event->time);
  g_free (event->span);
  g_free (event->text);
  g_free (event->title);
  g_free (event->detail);
  g_free (event->where);
}

/**
 * onward_calendar_event_new: (skip)
 * @kind: what it is
 *
 * Returns: (transfer full): an event that says nothing yet
 */
OnwardCalendarEvent *
onward_calendar_event_new (OnwardCalendarKind kind)
{
  OnwardCalendarEvent *event = g_rc_box_new0 (OnwardCalendarEvent);

  event->kind = kind;
  event->count = 1;
  return event;
}

OnwardCalendarEvent *
onward_calendar_event_ref (OnwardCalendarEvent *event)
{
  return g_rc_box_acquire (event);
}

void
onward_calendar_event_unref (OnwardCalendarEvent *event)
{
  g_rc_box_release_full (event, clear_event);
}

/**
 * onward_calendar_event_can_move:
 * @event: an event
 *
 * Returns: whether the user can say another time for it
 */
gboolean
onward_calendar_event_can_move (const OnwardCalendarEvent *event)
{
  return event->kind == ONWARD_CALENDAR_INTERVIEW || (event->kind == ONWARD_CALENDAR_FOLLOW_UP && event->count == 1);
}

/**
 * onward_calendar_event_is:
 * @event: an event
 * @other: another, perhaps as it was before
 *
 * Returns: whether both are the same row
 */
gboolean
onward_calendar_event_is (const OnwardCalendarEvent *event, const OnwardCalendarEvent *other)
{
  return event->kind == other->kind && event->row == other->row && event->count == other->count;
}

/**
 * onward_calendar_event_find_end:
 * @event: an event
 *
 * Where the clock goes back meanwhile an interview ends at a time that it began after; then its length says how far it
 * reaches.
 *
 * Returns: the wall time up to which it is drawn
 */
gint64
onward_calendar_event_find_end (const OnwardCalendarEvent *event)
{
  return event->end > event->start ? event->end : event->start + (event->ends_at - event->starts_at) / 60;
}

/* In the hour that autumn repeats a wall time is two instants. */
static gint64
find_instant (GTimeZone *zone, gint64 wall, gboolean later)
{
  gint64 first = onward_zone_instant (zone, wall);
  gint64 second = first + onward_zone_offset (zone, first) - onward_zone_offset (zone, first + SHORT_WHILE);

  return later && second > first && onward_zone_wall (zone, second) == wall ? second : first;
}

/**
 * onward_calendar_event_find_starts_at:
 * @event: an interview
 * @zone: the user's zone
 * @start: a wall time at which it is to start
 *
 * Of an hour that comes twice it stays in the same one.
 *
 * Returns: when it starts then, seconds since 1970 UTC
 */
gint64
onward_calendar_event_find_starts_at (const OnwardCalendarEvent *event, GTimeZone *zone, gint64 start)
{
  return find_instant (zone, start, event->starts_at > onward_zone_instant (zone, event->start));
}

/**
 * onward_calendar_event_find_ends_at:
 * @event: an interview
 * @zone: the user's zone
 * @end: a wall time up to which it is to be drawn
 *
 * Of an hour that comes twice the end stays in the same one, if it does not come before the start there.
 *
 * Returns: when it ends then, seconds since 1970 UTC
 */
gint64
onward_calendar_event_find_ends_at (const OnwardCalendarEvent *event, GTimeZone *zone, gint64 end)
{
  gint64 ends_at;

  if (event->end <= event->start)
    return event->starts_at + (end - event->start) * 60;
  ends_at = find_instant (zone, end, event->ends_at > onward_zone_instant (zone, event->end));
  return ends_at > event->starts_at ? ends_at : find_instant (zone, end, TRUE);
}

/**
 * onward_calendar_event_describe:
 * @event: an event
 *
 * Returns: (transfer full): all of it in words, for a tooltip and for those who hear it
 */
char *
onward_calendar_event_describe (const OnwardCalendarEvent *event)
{
  GString *words = g_string_new (event->title);

  if (event->detail != NULL && *event->detail != '\0')
    g_string_append_printf (words, ", %s", event->detail);
  if (event->conflict)
    g_string_append_printf (words, ", %s", _ ("at the same time as another interview"));
  return g_string_free (words, FALSE);
}

static const char *
find_icon (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule_icons); i++)
    if (g_strcmp0 (rule, rule_icons[i].rule) == 0)
      return rule_icons[i].icon;
  return "onward-clock-symbolic";
}

/* Where it is: the company, else the people. */
static char *
get_place (const OnwardAgendaEntry *entry)
{
  if (entry->company_name != NULL)
    return g_strdup (entry->company_name);
  return g_strdup (entry->people != NULL ? entry->people : entry->opportunity_title);
}

/* In the little room of a day: the company, and what kind of interview. */
static char *
get_short_words (const OnwardAgendaEntry *entry, const char *place)
{
  static const char *const rounds[] = { N_ ("%s, first"), N_ ("%s, second"), N_ ("%s, third"), N_ ("%s, fourth") };
  const char *kind = entry->kind;
  gint64 round = entry->round;

  if (g_strcmp0 (kind, "mock") == 0 || place == NULL)
    return g_strdup (g_strcmp0 (kind, "mock") == 0 ? _ ("Mock interview") : _ ("Interview"));
  if (g_strcmp0 (kind, "final") == 0)
    /* Translators: a company, and its final interview, in very little room */
    return g_strdup_printf (_ ("%s, final"), place);
  if (g_strcmp0 (kind, "panel") == 0)
    /* Translators: a company, and a panel interview there, in very little room */
    return g_strdup_printf (_ ("%s panel"), place);
  if (g_strcmp0 (kind, "phone") == 0 && round < 2)
    /* Translators: a company, and an interview on the phone, in very little room */
    return g_strdup_printf (_ ("%s call"), place);
  if (g_strcmp0 (kind, "informational") != 0 && round >= 1 && round <= (gint64)G_N_ELEMENTS (rounds))
    {
      g_auto (GStrv) parts = g_strsplit (_ (rounds[round - 1]), "%s", 2);

      return g_strjoinv (place, parts);
    }
  return g_strdup (place);
}

/* `CET`, as the clock of a zone is called at an instant. */
static char *
get_zone_name (GTimeZone *zone, gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) there = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return there != NULL ? g_date_time_format (there, "%Z") : g_strdup ("");
}

/* The time as the invitation has it, when that is another zone: `10:30 CET`. */
static char *
get_foreign_time (const OnwardAgendaEntry *entry, OnwardStore *store)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone =
      entry->zone != NULL && strcmp (entry->zone, now.zone) != 0 ? onward_zone_find (entry->zone) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *time = NULL;

  if (zone == NULL || onward_zone_wall (zone, entry->starts_at) == entry->start)
    return NULL;
  name = get_zone_name (zone, entry->starts_at);
  time = onward_dates_format_time (onward_wall_minutes (onward_zone_wall (zone, entry->starts_at)));
  return g_strdup_printf ("%s\u00a0%s", time, name);
}

/* In the hour that autumn repeats, the clock alone does not say which time is meant: `02:30 CEST`. */
static char *
format_instant (GTimeZone *zone, gint64 instant)
{
  gint64 wall = onward_zone_wall (zone, instant);
  g_autofree char *time = onward_dates_format_time (onward_wall_minutes (wall));
  g_autofree char *name = NULL;

  if (onward_zone_wall (zone, instant - 3600) != wall && onward_zone_wall (zone, instant + 3600) != wall)
    return g_steal_pointer (&time);
  name = get_zone_name (zone, instant);
  return g_strdup_printf ("%s\u00a0%s", time, name);
}

static const char *
get_kind_words (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *words;
  } kinds[] = {
    { "phone", N_ ("on the phone") }, { "video", N_ ("by video") },        { "onsite", N_ ("on site") },
    { "panel", N_ ("panel") },        { "final", N_ ("final interview") }, { "informational", N_ ("informational") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return _ (kinds[i].words);
  return NULL;
}

/* Where it is, or how. */
static char *
get_where (const OnwardAgendaEntry *entry)
{
  if (g_strcmp0 (entry->kind, "mock") == 0 && entry->people != NULL)
    /* Translators: an interview with these people */
    return g_strdup_printf (C_ ("interview", "with %s"), entry->people);
  return g_strdup (get_kind_words (entry->kind));
}

static char *
get_interview_detail (const OnwardAgendaEntry *entry, const char *start, const char *end, const char *foreign)
{
  GString *detail = g_string_new (NULL);

  /* Translators: two times of a day */
  g_string_printf (detail, C_ ("time", "%s to %s"), start, end);
  if (get_kind_words (entry->kind) != NULL)
    g_string_append_printf (detail, " · %s", get_kind_words (entry->kind));
  if (foreign != NULL)
    {
      /* Translators: a time with its zone, as somebody else wrote it */
      g_autofree char *written = g_strdup_printf (_ ("written as %s"), foreign);

      g_string_append_printf (detail, " · %s", written);
    }
  if (g_strcmp0 (entry->status, "no-show") == 0)
    g_string_append_printf (detail, " · %s", _ ("nobody came"));
  else if (entry->ended)
    g_string_append_printf (detail, " · %s", _ ("ended"));
  return g_string_free (detail, FALSE);
}

static void
set_times (OnwardCalendarEvent *event, const OnwardAgendaEntry *entry, OnwardStore *store)
{
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);
  g_autofree char *foreign = get_foreign_time (entry, store);
  g_autofree char *end = format_instant (zone, entry->ends_at);

  event->start = entry->start;
  event->end = entry->end;
  event->starts_at = entry->starts_at;
  event->ends_at = entry->ends_at;
  event->time = format_instant (zone, entry->starts_at);
  event->span = foreign != NULL ? g_strdup_printf ("%s (%s)", event->time, foreign)
                                : g_strdup_printf (C_ ("time", "%s to %s"), event->time, end);
  event->detail = get_interview_detail (entry, event->time, end, foreign);
}

/**
 * onward_calendar_event_new_interview:
 * @entry: an interview
 * @store: the store
 *
 * Returns: (transfer full): it
 */
OnwardCalendarEvent *
onward_calendar_event_new_interview (const OnwardAgendaEntry *entry, OnwardStore *store)
{
  OnwardCalendarEvent *event = onward_calendar_event_new (ONWARD_CALENDAR_INTERVIEW);
  g_autofree char *place = get_place (entry);
  g_autofree char *words = onward_due_words_get_interview (entry->kind, entry->round);

  event->row = entry->interview;
  event->day = onward_wall_day (entry->start);
  event->past = entry->ended;
  event->icon = "onward-interview-symbolic";
  set_times (event, entry, store);
  event->where = get_where (entry);
  event->text = get_short_words (entry, place);
  /* Translators: a company or people, and an interview with them */
  event->title = place != NULL ? g_strdup_printf (C_ ("interview", "%s, %s"), place, words) : g_strdup (words);
  event->action = "win.open-interview";
  event->target = entry->interview;
  return event;
}

/**
 * onward_calendar_event_new_follow_up:
 * @due: a follow-up
 * @now: the present
 *
 * Returns: (transfer full): it
 */
OnwardCalendarEvent *
onward_calendar_event_new_follow_up (const OnwardDue *due, const OnwardNow *now)
{
  OnwardCalendarEvent *event = onward_calendar_event_new (ONWARD_CALENDAR_FOLLOW_UP);
  g_autofree char *when = onward_due_words_get_when (due, now);
  g_autofree char *subject = onward_due_words_get_subject (due);

  event->row = due->id;
  onward_wall_parse (due->moment, &event->start);
  event->end = event->start;
  event->day = onward_wall_day (event->start);
  event->overdue = due->urgency == ONWARD_URGENCY_OVERDUE;
  event->can_write = due->contact != 0;
  event->icon = find_icon (due->rule);
  event->text = g_strdup (due->title != NULL ? due->title : _ ("Follow-up"));
  event->title = g_strdup (event->text);
  event->detail = subject != NULL ? g_strdup_printf ("%s · %s", subject, when) : g_strdup (when);
  event->action = due->opportunity != 0 ? "win.open-opportunity" : due->contact != 0 ? "win.open-contact" : NULL;
  event->target = due->opportunity != 0 ? due->opportunity : due->contact;
  return event;
}
