/* onward-due-briefs.h - the due list in brief: who and when of all rows, everything of those that are shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-follow-ups.h"

G_BEGIN_DECLS

/**
 * OnwardDueBrief:
 * @id: the follow-up's row
 * @contact: row, 0 for none
 * @moment: wall time that counts for the order; ONWARD_NO_WALL when it cannot be read
 * @due: wall time at which it is late; ONWARD_NO_WALL when it cannot be read
 * @urgency: how it stands now
 *
 * What has to be known of a follow-up that is not in sight.
 */
typedef struct
{
  gint64 id;
  gint64 contact;
  gint64 moment;
  gint64 due;
  OnwardUrgency urgency;
  /*< private >*/
  OnwardRuleId rule;
  char *key;
} OnwardDueBrief;

GArray *onward_due_briefs_list (OnwardStore *store, int days, GError **error);
GPtrArray *onward_due_briefs_load (OnwardStore *store, GArray *ids, GError **error);

G_END_DECLS
