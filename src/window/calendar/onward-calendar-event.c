/* onward-calendar-event.c - what stands on a day: interviews, promised answers and follow-ups, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-event.h"

#include "alerts/onward-due-words.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"
#include "store/onward-agenda.h"
#include "store/onward-present.h"
#include "store/onward-promises.h"

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

/**
 * onward_calendar_event_free:
 * @event: (transfer full): an event
 */
void
onward_calendar_event_free (OnwardCalendarEvent *event)
{
  g_free (event->time);
  g_free (event->text);
  g_free (event->title);
  g_free (event->detail);
  g_free (event);
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

/* The time as the invitation has it, when that is another zone: `10:30 CET`. */
static char *
get_foreign_time (const OnwardAgendaEntry *entry, OnwardStore *store)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone =
      entry->zone != NULL && strcmp (entry->zone, now.zone) != 0 ? g_time_zone_new_identifier (entry->zone) : NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) there = NULL;
  g_autofree char *name = NULL;
  g_autofree char *time = NULL;

  if (zone == NULL || onward_zone_wall (zone, entry->starts_at) == entry->start)
    return NULL;
  utc = g_date_time_new_from_unix_utc (entry->starts_at);
  there = g_date_time_to_timezone (utc, zone);
  name = g_date_time_format (there, "%Z");
  time = onward_dates_format_time (onward_wall_minutes (onward_zone_wall (zone, entry->starts_at)));
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

static char *
get_interview_detail (const OnwardAgendaEntry *entry, OnwardStore *store)
{
  g_autofree char *start = onward_dates_format_time (onward_wall_minutes (entry->start));
  g_autofree char *end = onward_dates_format_time (onward_wall_minutes (entry->end));
  g_autofree char *foreign = get_foreign_time (entry, store);
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

static OnwardCalendarEvent *
create_interview (const OnwardAgendaEntry *entry, OnwardStore *store)
{
  OnwardCalendarEvent *event = g_new0 (OnwardCalendarEvent, 1);
  g_autofree char *place = get_place (entry);
  g_autofree char *words = onward_due_words_get_interview (entry->kind, entry->round);

  event->kind = ONWARD_CALENDAR_INTERVIEW;
  event->day = onward_wall_day (entry->start);
  event->start = entry->start;
  event->end = entry->end;
  event->past = entry->ended;
  event->icon = "onward-interview-symbolic";
  event->time = onward_dates_format_time (onward_wall_minutes (entry->start));
  event->text = get_short_words (entry, place);
  /* Translators: a company or people, and an interview with them */
  event->title = place != NULL ? g_strdup_printf (C_ ("interview", "%s, %s"), place, words) : g_strdup (words);
  event->detail = get_interview_detail (entry, store);
  event->action = "win.open-interview";
  event->target = entry->interview;
  return event;
}

static OnwardCalendarEvent *
create_follow_up (const OnwardDue *due, OnwardStore *store)
{
  OnwardCalendarEvent *event = g_new0 (OnwardCalendarEvent, 1);
  OnwardNow now = onward_store_get_now (store);
  g_autofree char *when = onward_due_words_get_when (due, &now);
  g_autofree char *subject = onward_due_words_get_subject (due);

  event->kind = ONWARD_CALENDAR_FOLLOW_UP;
  onward_wall_parse (due->moment, &event->start);
  event->end = event->start;
  event->day = onward_wall_day (event->start);
  event->overdue = due->urgency == ONWARD_URGENCY_OVERDUE;
  event->icon = find_icon (due->rule);
  event->text = g_strdup (due->title != NULL ? due->title : _ ("Follow-up"));
  event->title = g_strdup (event->text);
  event->detail = subject != NULL ? g_strdup_printf ("%s · %s", subject, when) : g_strdup (when);
  event->action = due->opportunity != 0 ? "win.open-opportunity" : due->contact != 0 ? "win.open-contact" : NULL;
  event->target = due->opportunity != 0 ? due->opportunity : due->contact;
  return event;
}

static OnwardCalendarEvent *
create_promise (const OnwardPromisedDay *promised)
{
  OnwardCalendarEvent *event = g_new0 (OnwardCalendarEvent, 1);
  const char *who = promised->company_name != NULL ? promised->company_name : promised->opportunity_title;

  event->kind = ONWARD_CALENDAR_PROMISE;
  event->day = promised->on;
  event->start = event->end = onward_wall_at (promised->on, 0);
  event->icon = "onward-promise-symbolic";
  /* Translators: a company, and its answer, in very little room */
  event->text = g_strdup_printf (_ ("%s answer"), who != NULL ? who : "");
  event->title = g_strdup_printf (_ ("%s promised an answer"), who != NULL ? who : "");
  event->detail = g_strdup (_ ("Quiet until then"));
  event->action = "win.open-opportunity";
  event->target = promised->opportunity;
  return event;
}

static void
add_agenda (GPtrArray *events, OnwardStore *store, int from, int to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = onward_agenda_get (store, from, to, &error);

  if (entries == NULL)
    {
      g_message ("%s", error->message);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const OnwardAgendaEntry *entry = entries->pdata[i];

      if (entry->due == NULL)
        g_ptr_array_add (events, create_interview (entry, store));
      else if (entry->due->urgency != ONWARD_URGENCY_OVERDUE)
        g_ptr_array_add (events, create_follow_up (entry->due, store));
    }
}

/* What is late is owed today, whatever day it was planned for. */
static void
add_overdue (GPtrArray *events, OnwardStore *store, int today)
{
  g_autoptr (GPtrArray) due = onward_follow_ups_due (store, 0, NULL);

  for (guint i = 0; due != NULL && i < due->len; i++)
    if (((OnwardDue *)due->pdata[i])->urgency == ONWARD_URGENCY_OVERDUE)
      {
        OnwardCalendarEvent *event = create_follow_up (due->pdata[i], store);

        event->day = today;
        g_ptr_array_add (events, event);
      }
}

static void
mark_conflicts (GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    for (guint j = i + 1; j < events->len; j++)
      {
        OnwardCalendarEvent *a = events->pdata[i];
        OnwardCalendarEvent *b = events->pdata[j];

        if (a->kind != ONWARD_CALENDAR_INTERVIEW || b->kind != ONWARD_CALENDAR_INTERVIEW || b->start >= a->end)
          break;
        if (!a->past && !b->past)
          a->conflict = b->conflict = TRUE;
      }
}

/* Interviews first, then what is late, then promises and the rest; each by its time. */
static int
get_rank (const OnwardCalendarEvent *event)
{
  if (event->kind == ONWARD_CALENDAR_INTERVIEW)
    return 0;
  if (event->overdue)
    return 1;
  return event->kind == ONWARD_CALENDAR_PROMISE ? 2 : 3;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const OnwardCalendarEvent *first = *(OnwardCalendarEvent *const *)a;
  const OnwardCalendarEvent *second = *(OnwardCalendarEvent *const *)b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (get_rank (first) != get_rank (second))
    return get_rank (first) - get_rank (second);
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return strcmp (first->title, second->title);
}

/**
 * onward_calendar_events_get:
 * @store: the store
 * @from: the first day, days since 1970-01-01
 * @to: the last day
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardCalendarEvent): by day, in the order in which a day shows them
 */
GPtrArray *
onward_calendar_events_get (OnwardStore *store, int from, int to)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_calendar_event_free);
  g_autoptr (GPtrArray) promises = onward_promises_between (store, from, to);
  int today = onward_present_get_today (store);

  add_agenda (events, store, from, to);
  if (today >= from && today <= to)
    add_overdue (events, store, today);
  for (guint i = 0; i < promises->len; i++)
    g_ptr_array_add (events, create_promise (promises->pdata[i]));
  g_ptr_array_sort (events, compare_events);
  mark_conflicts (events);
  return events;
}
