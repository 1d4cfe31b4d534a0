/* year.h - a simulated year of alerts: the user's data, a notification server that fails, and what must have been shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "alerts/onward-scheduler.h"

G_BEGIN_DECLS

typedef enum
{
  SERVER_WORKS,
  SERVER_GONE,    /* every call fails */
  SERVER_REFUSES, /* the same, by its own will */
  SERVER_HANGS,   /* no call is answered, until it goes on or dies */
} ServerMode;

typedef struct
{
  guint seed;
  GRand *rand;
  char *folder;
  char *path;
  OnwardClock *clock;
  OnwardStore *store;         /* NULL while the program does not run */
  OnwardScheduler *scheduler; /* the same */
  guint run;                  /* the how many-th start it is */

  ServerMode server;
  GQueue words;          /* between the program and the server, on their way */
  GPtrArray *waiting;    /* Shown: given to a server that hangs */
  GHashTable *displayed; /* id -> Shown */
  GHashTable *counts;    /* what, and for which moment -> how often it was shown */
  GHashTable *allowed;   /* the same -> how often it may be shown beyond once */
  GHashTable *last;      /* follow-up -> the latest moment for which it was shown */
  GPtrArray *in_flight;  /* Shown: the scheduler did not store yet that it was */
  guint n_singles;       /* follow-ups shown one by one since the last rest */
  guint n_shown;

  GHashTable *instants;    /* zone and wall time -> gint64 */
  GHashTable *known_since; /* interview and start -> when the user entered it while the program looked */
  gint64 lenient_until;    /* nothing need be shown before; seconds since 1970 UTC */
  volatile int refuses;    /* the database cannot be written */
  int end_in;              /* so many turns of the main loop until the program ends; 0 = not */
  gboolean is_killed;      /* then, else it quits */
  guint n_kills, n_quits, n_starts, n_groups;
} Year;

/* An alert in the hands of the server. */
typedef struct
{
  OnwardAlert *alert;
  GPtrArray *keys; /* what it is about, and for which moment */
  guint run;       /* of the program that gave it */
} Shown;

void year_server_connect (Year *year);
void year_server_set (Year *year, ServerMode mode);
void year_server_finish (Year *year);
void year_server_forget_run (Year *year);
void year_server_init (Year *year);
void year_server_clear (Year *year);

gint64 year_oracle_find_instant (Year *year, const char *zone, const char *moment);
gint64 year_oracle_get_next (Year *year);
void year_oracle_check (Year *year);

void year_act (Year *year);
gint64 year_now (Year *year);
void year_start (Year *year);
void year_stop (Year *year, gboolean killed);
gboolean year_settle (Year *year);
void year_pass (Year *year, gint64 seconds);

#define YEAR_ZONES 12
extern const char *const year_zones[YEAR_ZONES];

G_END_DECLS
