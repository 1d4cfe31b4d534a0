/* onward-stage-edits.h - what the user does to the columns of the pipeline: commands for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-stages.h"

G_BEGIN_DECLS

/**
 * OnwardStageEdit:
 * @stage: which one; of a new one it is set when it is stored
 * @name: (nullable): what it is called from now on
 * @after: the stage it then stands behind; 0 = it is the first
 * @to: where the opportunities of a stage that is removed go; 0 = it has none
 *
 * Each command reads of this what it needs.
 */
typedef struct
{
  gint64 stage;
  char *name;
  gint64 after;
  gint64 to;
} OnwardStageEdit;

OnwardStageEdit *onward_stage_edit_new (gint64 stage, const char *name);
void onward_stage_edit_free (OnwardStageEdit *edit);

gboolean onward_stages_add (OnwardWriter *writer, gpointer stage_edit, GError **error);
gboolean onward_stages_rename (OnwardWriter *writer, gpointer stage_edit, GError **error);
gboolean onward_stages_place (OnwardWriter *writer, gpointer stage_edit, GError **error);
gboolean onward_stages_remove (OnwardWriter *writer, gpointer stage_edit, GError **error);

guint onward_stages_count_kept (OnwardStore *store, gint64 stage);

G_END_DECLS
