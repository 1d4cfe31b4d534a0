/* onward-follow-up-change.h - what the user does with a follow-up: done, skip, snooze, move */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

typedef struct _OnwardFollowUpChange OnwardFollowUpChange;

OnwardFollowUpChange *onward_follow_up_change_done (gint64 id, const char *channel);
OnwardFollowUpChange *onward_follow_up_change_skip (gint64 id);
OnwardFollowUpChange *onward_follow_up_change_snooze (gint64 id, const char *until);
OnwardFollowUpChange *onward_follow_up_change_move (gint64 id, const char *when);
void onward_follow_up_change_free (OnwardFollowUpChange *change);
gboolean onward_follow_up_change_apply (OnwardWriter *writer, gpointer follow_up_change, GError **error);

void onward_follow_up_change_run_async (OnwardStore *store, OnwardFollowUpChange *change, GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean onward_follow_up_change_run (OnwardStore *store, OnwardFollowUpChange *change, GError **error);

G_END_DECLS
