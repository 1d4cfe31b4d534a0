/* onward-calendar-event.h - what stands on a day: interviews, promised answers and follow-ups, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

G_BEGIN_DECLS

typedef enum
{
  ONWARD_CALENDAR_INTERVIEW,
  ONWARD_CALENDAR_PROMISE,
  ONWARD_CALENDAR_FOLLOW_UP,
} OnwardCalendarKind;

/**
 * OnwardCalendarEvent:
 * @kind: what it is
 * @day: on which day it is shown, days since 1970-01-01
 * @start: wall time, minutes (playbook/onward-wall.h)
 * @end: wall time; as @start but for interviews
 * @past: an interview that is over
 * @overdue: a follow-up that is late; shown today, since it is owed today
 * @conflict: an interview during another one
 * @icon: (nullable): the name of a symbolic icon
 * @time: (nullable): `14:00`
 * @text: a few words: `Helix, second`
 * @title: more words: `Helix Robotics, second interview`
 * @detail: (nullable): `14:00 to 15:00 · on site`
 * @action: what opens it
 * @target: the row that it opens
 */
typedef struct
{
  OnwardCalendarKind kind;
  int day;
  gint64 start;
  gint64 end;
  gboolean past;
  gboolean overdue;
  gboolean conflict;
  const char *icon;
  char *time;
  char *text;
  char *title;
  char *detail;
  const char *action;
  gint64 target;
} OnwardCalendarEvent;

void onward_calendar_event_free (OnwardCalendarEvent *event);
char *onward_calendar_event_describe (const OnwardCalendarEvent *event);

GPtrArray *onward_calendar_events_get (OnwardStore *store, int from, int to);

G_END_DECLS
