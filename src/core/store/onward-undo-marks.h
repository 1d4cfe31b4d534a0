/* onward-undo-marks.h - which images of a step may be written back, because nobody changed the rows since */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-undo.h"

G_BEGIN_DECLS

/**
 * OnwardMark:
 * @ONWARD_MARK_RESTORE: is written back
 * @ONWARD_MARK_QUIET: is left, and nobody needs to hear of it: the playbook sees to it, or it belongs to what is named
 * @ONWARD_MARK_LEFT: is left, and named
 */
typedef enum
{
  ONWARD_MARK_RESTORE,
  ONWARD_MARK_QUIET,
  ONWARD_MARK_LEFT,
} OnwardMark;

typedef struct _OnwardUndoMarks OnwardUndoMarks;

OnwardUndoMarks *onward_undo_marks_new (OnwardConnection *connection, GPtrArray *images);
void onward_undo_marks_free (OnwardUndoMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardUndoMarks, onward_undo_marks_free)

OnwardMark onward_undo_marks_get (OnwardUndoMarks *self, guint image);
void onward_undo_marks_leave (OnwardUndoMarks *self, guint image);
gboolean onward_undo_marks_leave_dangling (OnwardUndoMarks *self);
GPtrArray *onward_undo_marks_list_left (OnwardUndoMarks *self);

G_END_DECLS
