/* onward-calendar-event.h - what stands on a day, in words: an interview, a follow-up, a promise, a last day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-agenda.h"
#include "store/onward-day-marks.h"
#include "store/onward-promises.h"

G_BEGIN_DECLS

typedef enum
{
  ONWARD_CALENDAR_INTERVIEW,
  ONWARD_CALENDAR_PROMISE,
  ONWARD_CALENDAR_OFFER,
  ONWARD_CALENDAR_COOLING_OFF,
  ONWARD_CALENDAR_FOLLOW_UP,
} OnwardCalendarKind;

/**
 * OnwardCalendarEvent:
 * @kind: what it is
 * @row: the interview, the follow-up, the opportunity or the company
 * @count: how many it stands for; more than 1 only for what is late and has no place of its own
 * @day: on which day it is shown, days since 1970-01-01
 * @start: wall time, minutes (playbook/onward-wall.h)
 * @end: wall time; as @start but for interviews. On the day the clock goes back it may be before @start
 * @starts_at: of an interview: the instant, seconds since 1970 UTC
 * @ends_at: of an interview: the instant
 * @past: an interview that is over
 * @overdue: a follow-up that is late; shown today, since it is owed today
 * @conflict: an interview during another one
 * @can_write: a follow-up that may be a message to somebody
 * @icon: the name of a symbolic icon
 * @time: (nullable): `14:00`; in an hour that is repeated `02:30 CEST`
 * @span: (nullable): `14:00 to 15:00`, or `09:30 (10:30 CET)`
 * @text: a few words: `Helix, second`
 * @title: more words: `Helix Robotics, second interview`
 * @detail: (nullable): `14:00 to 15:00 · on site`
 * @where: (nullable): `on site`, `with Tom Weir`
 * @action: (nullable): what opens it
 * @target: the row that it opens; 0 = it needs none
 */
typedef struct
{
  OnwardCalendarKind kind;
  gint64 row;
  guint count;
  int day;
  gint64 start;
  gint64 end;
  gint64 starts_at;
  gint64 ends_at;
  gboolean past;
  gboolean overdue;
  gboolean conflict;
  gboolean can_write;
  const char *icon;
  char *time;
  char *span;
  char *text;
  char *title;
  char *detail;
  char *where;
  const char *action;
  gint64 target;
} OnwardCalendarEvent;

OnwardCalendarEvent *onward_calendar_event_new (OnwardCalendarKind kind);
OnwardCalendarEvent *onward_calendar_event_new_interview (const OnwardAgendaEntry *entry, OnwardStore *store);
OnwardCalendarEvent *onward_calendar_event_new_follow_up (const OnwardDue *due, const OnwardNow *now);
OnwardCalendarEvent *onward_calendar_event_new_late (guint n, int today);
OnwardCalendarEvent *onward_calendar_event_new_promise (const OnwardPromisedDay *promised);
OnwardCalendarEvent *onward_calendar_event_new_mark (const OnwardDayMark *mark);
OnwardCalendarEvent *onward_calendar_event_ref (OnwardCalendarEvent *event);
void onward_calendar_event_unref (OnwardCalendarEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardCalendarEvent, onward_calendar_event_unref)

char *onward_calendar_event_describe (const OnwardCalendarEvent *event);
gboolean onward_calendar_event_can_move (const OnwardCalendarEvent *event);
gint64 onward_calendar_event_find_end (const OnwardCalendarEvent *event);
gint64 onward_calendar_event_find_starts_at (const OnwardCalendarEvent *event, GTimeZone *zone, gint64 start);
gint64 onward_calendar_event_find_ends_at (const OnwardCalendarEvent *event, GTimeZone *zone, gint64 end);
gboolean onward_calendar_event_is (const OnwardCalendarEvent *event, const OnwardCalendarEvent *other);

G_END_DECLS
