/* onward-due-briefs.h - the due list in brief: who and when of all rows, everything of those that are shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-follow-ups.h"

G_BEGIN_DECLS

/**
 * OnwardDueBrief:
 * @id: the follow-up's row
 * @moment: wall time that counts for the order; ONWARD_NO_WALL when it cannot be read
 * @due: wall time at which it is late; ONWARD_NO_WALL when it cannot be read
 * @urgency: how it stands now
 *
 * What has to be known of a follow-up that is not in sight.
 */
typedef struct
{
  gint64 id;
  gint64 moment;
  gint64 due;
  OnwardUrgency urgency;
} OnwardDueBrief;

GArray *onward_due_briefs_list (OnwardStore *store, int days, GError **error);
gboolean onward_due_briefs_update (OnwardStore *store, int days, GArray *briefs, GArray *changed, GError **error);
gint64 onward_due_briefs_get_next_late (OnwardStore *store);
gint64 onward_due_briefs_find_place (GArray *before, GArray *now, gint64 id);
GPtrArray *onward_due_briefs_load (OnwardStore *store, GArray *briefs, const guint *limits, GError **error);

G_END_DECLS
