/* onward-follow-ups-private.h - what the files that list follow-ups share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-follow-ups.h"

G_BEGIN_DECLS

/* The present as follow-ups see it. */
typedef struct
{
  GTimeZone *zone;
  gint64 wall;
  gint64 first_not_late; /* `due` before this wall time has passed */
} OnwardDuePresent;

gboolean onward_due_find_present (OnwardStore *store, OnwardDuePresent *present, GError **error);
OnwardUrgency onward_due_find_urgency (const OnwardDuePresent *present, gint64 moment, gint64 late);
gboolean
onward_due_load (OnwardStore *store, const OnwardDuePresent *present, gint64 id, GPtrArray *list, GError **error);

G_END_DECLS
