/* onward-calendar-events.c - what stands on some days, in the order in which a day shows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-events.h"

#include "playbook/onward-dates.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAGE      40    /* entries, as many as a high window shows */
#define MOST_DAYS 36600 /* a hundred years */

static void
add_agenda (GPtrArray *events, OnwardStore *store, int from, int to)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = onward_agenda_get_coming (store, from, to, &error);

  if (entries == NULL)
    {
      g_message ("%s", error->message);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const OnwardAgendaEntry *entry = entries->pdata[i];

      g_ptr_array_add (events, entry->due == NULL ? onward_calendar_event_new_interview (entry, store)
                                                  : onward_calendar_event_new_follow_up (entry->due, &now));
    }
}

/* What is late is owed today, whatever day it was planned for. */
static void
add_late (GPtrArray *events, OnwardStore *store, int today)
{
  OnwardNow now = onward_store_get_now (store);
  guint n;
  g_autoptr (GPtrArray) due = onward_agenda_get_late (store, ONWARD_CALENDAR_MOST_LATE, &n);

  for (guint i = 0; i < due->len; i++)
    {
      OnwardCalendarEvent *event = onward_calendar_event_new_follow_up (due->pdata[i], &now);

      event->day = today;
      g_ptr_array_add (events, event);
    }
  if (n > due->len)
    g_ptr_array_add (events, onward_calendar_event_new_late (n - due->len, today));
}

static void
add_days (GPtrArray *events, OnwardStore *store, int from, int to)
{
  g_autoptr (GPtrArray) promises = onward_promises_between (store, from, to);
  g_autoptr (GPtrArray) marks = onward_day_marks_between (store, from, to);

  for (guint i = 0; i < promises->len; i++)
    g_ptr_array_add (events, onward_calendar_event_new_promise (promises->pdata[i]));
  for (guint i = 0; i < marks->len; i++)
    g_ptr_array_add (events, onward_calendar_event_new_mark (marks->pdata[i]));
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const OnwardCalendarEvent *first = *(OnwardCalendarEvent *const *)a;
  const OnwardCalendarEvent *second = *(OnwardCalendarEvent *const *)b;

  return first->starts_at < second->starts_at ? -1 : first->starts_at > second->starts_at;
}

/* Instants, since the clock on the wall goes back once a year. What is over is no conflict any more. */
static void
mark_conflicts (GPtrArray *events)
{
  g_autoptr (GPtrArray) interviews = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++)
    {
      OnwardCalendarEvent *event = events->pdata[i];

      if (event->kind == ONWARD_CALENDAR_INTERVIEW && !event->past)
        g_ptr_array_add (interviews, event);
    }
  g_ptr_array_sort (interviews, compare_starts);
  for (guint i = 0; i < interviews->len; i++)
    for (guint j = i + 1; j < interviews->len; j++)
      {
        OnwardCalendarEvent *first = interviews->pdata[i];
        OnwardCalendarEvent *second = interviews->pdata[j];

        if (second->starts_at >= first->ends_at)
          break;
        first->conflict = second->conflict = TRUE;
      }
}

/* Interviews first, then what is late, then days that mean something, then the rest; each by its time. */
static int
get_rank (const OnwardCalendarEvent *event)
{
  if (event->kind == ONWARD_CALENDAR_INTERVIEW)
    return 0;
  if (event->overdue)
    return event->count > 1 ? 2 : 1;
  return event->kind == ONWARD_CALENDAR_FOLLOW_UP ? 4 : 3;
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
  if (first->kind == ONWARD_CALENDAR_INTERVIEW && first->starts_at != second->starts_at)
    return first->starts_at < second->starts_at ? -1 : 1;
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
 * Returns: (transfer full) (element-type OnwardCalendarEvent): by day, in the order in which a day shows them.
 *   Interviews that began the day before and reach into @from are in it, with their own day
 */
GPtrArray *
onward_calendar_events_get (OnwardStore *store, int from, int to)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_calendar_event_unref);
  int today = onward_present_get_today (store);

  add_agenda (events, store, from, to);
  if (today >= from && today <= to)
    add_late (events, store, today);
  add_days (events, store, from, to);
  g_ptr_array_sort (events, compare_events);
  mark_conflicts (events);
  return events;
}

/**
 * onward_calendar_events_get_page:
 * @store: the store
 * @from: the first day, days since 1970-01-01
 * @to: (out): the last day that was looked at; %ONWARD_NO_DAY when nothing comes after it
 *
 * As much as a window shows, whole days. Main thread.
 *
 * Returns: (transfer full) (element-type OnwardCalendarEvent): as onward_calendar_events_get ()
 */
GPtrArray *
onward_calendar_events_get_page (OnwardStore *store, int from, int *to)
{
  *to = onward_agenda_find_end (store, from, PAGE);
  return onward_calendar_events_get (store, from, *to != ONWARD_NO_DAY ? *to : from + MOST_DAYS);
}

static guint
count_kind (GPtrArray *events, int day, gboolean interviews)
{
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const OnwardCalendarEvent *event = events->pdata[i];

      if (event->day == day && (event->kind == ONWARD_CALENDAR_INTERVIEW) == interviews)
        n += event->count;
    }
  return n;
}

/**
 * onward_calendar_events_describe_day:
 * @events: (element-type OnwardCalendarEvent): some
 * @day: a day, days since 1970-01-01
 * @today: whether it is today
 *
 * Returns: (transfer full): what those hear who come to the day: `Tuesday 3 March, today, 2 interviews, 1 other entry`
 */
char *
onward_calendar_events_describe_day (GPtrArray *events, int day, gboolean today)
{
  guint interviews = count_kind (events, day, TRUE);
  guint others = count_kind (events, day, FALSE);
  g_autofree char *name = onward_dates_format_sentence (day, day);
  GString *words = g_string_new (name);

  if (today)
    g_string_append_printf (words, ", %s", _ ("today"));
  if (interviews > 0)
    {
      g_string_append (words, ", ");
      g_string_append_printf (words, ngettext ("%u interview", "%u interviews", interviews), interviews);
    }
  if (others > 0)
    {
      g_string_append (words, ", ");
      if (interviews > 0)
        g_string_append_printf (words, ngettext ("%u other entry", "%u other entries", others), others);
      else
        g_string_append_printf (words, ngettext ("%u entry", "%u entries", others), others);
    }
  return g_string_free (words, FALSE);
}
