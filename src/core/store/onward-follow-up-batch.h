/* onward-follow-up-batch.h - the same done with several follow-ups, as one step of Undo */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-follow-up-change.h"

G_BEGIN_DECLS

gboolean onward_follow_up_batch_apply (OnwardWriter *writer, gpointer changes, GError **error);

G_END_DECLS
