/* onward-wall.h - dates and times as the clock on the wall shows them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A day is an `int`: days since 1970-01-01 in the proleptic Gregorian calendar.
 * A wall time is a `gint64`: minutes since 1970-01-01T00:00 on the wall clock, in no zone.
 * An instant is a `gint64`: seconds since 1970-01-01T00:00:00Z.
 * All arithmetic of the playbook is on wall times, so a day has 1440 minutes, always.
 */
#define ONWARD_NO_DAY      G_MININT
#define ONWARD_NO_WALL     G_MININT64
#define ONWARD_NO_INSTANT  G_MININT64
#define ONWARD_DAY_MINUTES ((gint64)1440)

/* Room for a formatted date, wall time or instant, with the final zero. */
#define ONWARD_DATE_SIZE    11
#define ONWARD_WALL_SIZE    17
#define ONWARD_INSTANT_SIZE 26

int onward_day_from_civil (int year, int month, int day);
void onward_day_to_civil (int days, int *year, int *month, int *day);
int onward_day_weekday (int day);
int onward_day_add_months (int day, int months);
gboolean onward_day_parse (const char *text, int *day);
char *onward_day_format (int day, char buffer[ONWARD_DATE_SIZE]);

gint64 onward_wall_at (int day, int minutes);
int onward_wall_day (gint64 wall);
int onward_wall_minutes (gint64 wall);
gboolean onward_wall_parse (const char *text, gint64 *wall);
char *onward_wall_format (gint64 wall, char buffer[ONWARD_WALL_SIZE]);

gboolean onward_minutes_parse (const char *text, int *minutes);

gboolean onward_instant_parse (const char *text, gint64 *instant);
char *onward_instant_format (gint64 instant, int offset, char buffer[ONWARD_INSTANT_SIZE]);

G_END_DECLS
