/* onward-undo.h - a command that can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

/**
 * OnwardUndoStep:
 * @label: what was done, in the user's words
 * @images: (element-type OnwardImage): the rows it changed
 * @left: (element-type OnwardLeft): what was changed since and therefore left as it is, set by onward_undo_step_run()
 * @subject_type: an opportunity's or a contact's class, set by onward_undo_step_run(): what it was about, and is there;
 *   or %G_TYPE_INVALID
 * @subject: its row
 */
typedef struct
{
  char *label;
  GPtrArray *images;
  GPtrArray *left;
  GType subject_type;
  gint64 subject;
} OnwardUndoStep;

/**
 * OnwardLeft:
 * @type: the class of a row; %G_TYPE_INVALID for a single member of settings or profile
 * @id: the row
 * @name: (nullable): how the user calls it
 */
typedef struct
{
  GType type;
  gint64 id;
  char *name;
} OnwardLeft;

OnwardUndoStep *onward_undo_step_new (const char *label, GPtrArray *images);
void onward_undo_step_free (OnwardUndoStep *step);
gboolean onward_undo_step_run (OnwardWriter *writer, gpointer step, GError **error);
char *onward_undo_step_describe_left (OnwardUndoStep *step);

G_END_DECLS
