/* onward-due-change.h - which rows of the due list a change concerns */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-follow-ups.h"

G_BEGIN_DECLS

/**
 * OnwardDueChange:
 * @all: any row may say something else now, come or go
 * @waiting: promised answers may be others
 * @follow_ups: (element-type gint64): rows of follow_ups that were written
 *
 * What was announced since somebody looked.
 */
typedef struct
{
  gboolean all;
  gboolean waiting;
  GArray *follow_ups;
  /*< private >*/
  GHashTable *contacts;
  GHashTable *opportunities;
  GHashTable *interviews;
} OnwardDueChange;

OnwardDueChange *onward_due_change_new (void);
void onward_due_change_free (OnwardDueChange *self);
void onward_due_change_clear (OnwardDueChange *self);

gboolean onward_due_change_note (OnwardDueChange *self, const char *table, GArray *ids);
gboolean onward_due_change_concerns (OnwardDueChange *self, const OnwardDue *due);

G_END_DECLS
