/* onward-due-reading.h - the due list as it was read, and what has become of it since */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-due-briefs.h"
#include "onward-due-change.h"

G_BEGIN_DECLS

/**
 * OnwardDueReading:
 * @briefs: (element-type OnwardDueBrief) (nullable): the list; NULL before it was read
 * @change: what was announced since the last onward_due_reading_settle()
 * @renewed: the list was read since then, or some of its rows were
 * @next: instant at which it becomes another by itself: something comes up, is late, or the day is over
 *
 * Read-only for everybody else. Main thread.
 */
typedef struct
{
  GArray *briefs;
  OnwardDueChange *change;
  gboolean renewed;
  gint64 next;
  /*< private >*/
  OnwardStore *store;
  int days;
  OnwardNow now;
} OnwardDueReading;

OnwardDueReading *onward_due_reading_new (OnwardStore *store, int days);
void onward_due_reading_free (OnwardDueReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardDueReading, onward_due_reading_free)

gboolean onward_due_reading_note (OnwardDueReading *self, const char *table, GArray *ids);
void onward_due_reading_forget (OnwardDueReading *self);
gboolean onward_due_reading_update (OnwardDueReading *self, GError **error);
void onward_due_reading_settle (OnwardDueReading *self);

G_END_DECLS
