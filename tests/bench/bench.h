/* bench.h - what every program that measures without a window needs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-reconcile-store.h"
#include "store/onward-store.h"

#include <stdlib.h>
#include <time.h>

#define BENCH_NOW  1772442000 /* 2026-03-02T10:00:00+01:00, the present of fill.c */
#define BENCH_ZONE "Europe/Amsterdam"

static inline OnwardNow
bench_get_now_cb (gpointer data)
{
  OnwardNow now = { .unix_time = BENCH_NOW };

  g_strlcpy (now.zone, BENCH_ZONE, sizeof now.zone);
  return now;
}

static inline double
bench_read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Milliseconds of processor time: of this thread, of all threads; and on the wall. */
#define bench_get_thread_cpu()  bench_read_clock (CLOCK_THREAD_CPUTIME_ID)
#define bench_get_process_cpu() bench_read_clock (CLOCK_PROCESS_CPUTIME_ID)
#define bench_get_wall()        bench_read_clock (CLOCK_MONOTONIC)

static inline void
bench_stop_on (const char *what, GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s: %s: %s\n", g_get_prgname (), what, error->message);
  exit (1);
}

/* A store as the program has it: with the playbook. */
static inline OnwardStore *
bench_open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  OnwardStore *store = onward_store_open (path, bench_get_now_cb, NULL, &error);

  bench_stop_on (path, error);
  onward_store_set_reconcile (store, onward_reconcile);
  return store;
}

/* A line of what `run` reads: name, the program's own figure, that of the floor. */
static inline void
bench_print (const char *name, double own, double floor)
{
  g_print ("%s\t%.4f\t%.4f\n", name, own, floor);
}
