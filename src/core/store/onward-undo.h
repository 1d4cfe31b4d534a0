/* onward-undo.h - the commands that can be taken back, newest last */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

/**
 * OnwardUndoStep:
 * @label: what was done, in the user's words
 * @images: (element-type OnwardImage): the rows it changed
 * @kept: rows that were changed since and therefore left as they are, set by onward_undo_step_run()
 */
typedef struct
{
  char *label;
  GPtrArray *images;
  guint kept;
} OnwardUndoStep;

OnwardUndoStep *onward_undo_step_new (const char *label, GPtrArray *images);
void onward_undo_step_free (OnwardUndoStep *step);
gboolean onward_undo_step_run (OnwardWriter *writer, gpointer step, GError **error);

G_END_DECLS
