/* onward-board-stage-drag.c - a stage is dragged by its header to another place among the others */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-drag.h"
#include "onward-pipeline-board-private.h"

#include "onward-window.h"
#include "store/onward-stage-edits.h"

#include <glib/gi18n-lib.h>

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, OnwardBoardColumn *column)
{
  if (onward_board_column_is_closed (column))
    return NULL;
  return gdk_content_provider_new_typed (ONWARD_TYPE_STAGE, onward_board_column_get_stage (column));
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, OnwardBoardColumn *column)
{
  GtkWidget *ghost = gtk_label_new (onward_board_column_get_stage (column)->name);

  gtk_widget_add_css_class (ghost, "heading");
  gtk_widget_add_css_class (ghost, "stage-ghost");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), ghost);
  gtk_widget_add_css_class (GTK_WIDGET (column), "dragging");
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, OnwardBoardColumn *column)
{
  gtk_widget_remove_css_class (GTK_WIDGET (column), "dragging");
}

/**
 * onward_board_stage_drag_offer:
 * @column: a column
 * @header: what it is dragged by
 */
void
onward_board_stage_drag_offer (OnwardBoardColumn *column, GtkWidget *header)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), column, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), column, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), column, 0);
  gtk_widget_add_controller (header, GTK_EVENT_CONTROLLER (source));
}

/* What shows the stage: the column, or what stands for it. */
static GtkWidget *
get_shown (OnwardPipelineBoard *self, guint index)
{
  return onward_pipeline_board_is_folded (self, index) ? self->folded->pdata[index] : self->columns->pdata[index];
}

/* How many stages stand before the place at @x. */
static guint
find_place (OnwardPipelineBoard *self, double x)
{
  gboolean right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint place;

  for (place = 0; place < self->columns->len; place++)
    {
      graphene_rect_t bounds;
      double middle;

      if (onward_board_column_is_closed (self->columns->pdata[place])
          || !gtk_widget_compute_bounds (get_shown (self, place), GTK_WIDGET (self->columns_box), &bounds))
        break;
      middle = bounds.origin.x + bounds.size.width / 2;
      if (right ? x > middle : x < middle)
        break;
    }
  return place;
}

static void
remove_mark (OnwardPipelineBoard *self)
{
  if (self->stage_mark != NULL)
    gtk_box_remove (self->columns_box, self->stage_mark);
  self->stage_mark = NULL;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, OnwardPipelineBoard *self)
{
  guint place = find_place (self, x);
  GtkWidget *before = place > 0 ? get_shown (self, place - 1) : NULL;

  if (self->stage_mark == NULL)
    {
      self->stage_mark = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_add_css_class (self->stage_mark, "stage-mark");
      gtk_widget_set_can_target (self->stage_mark, FALSE);
      gtk_box_append (self->columns_box, self->stage_mark);
    }
  /* A folded stage stands behind its column, which is hidden. */
  if (before != NULL && self->folded->pdata[place - 1] != NULL)
    before = self->folded->pdata[place - 1];
  gtk_box_reorder_child_after (self->columns_box, self->stage_mark, before);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, OnwardPipelineBoard *self)
{
  remove_mark (self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, OnwardPipelineBoard *self)
{
  OnwardStage *stage = g_value_get_object (value);
  guint place = find_place (self, x);
  OnwardStage *before = place > 0 ? onward_board_column_get_stage (self->columns->pdata[place - 1]) : NULL;
  OnwardStageEdit *edit;

  remove_mark (self);
  if (stage == NULL || stage == before)
    return FALSE;
  edit = onward_stage_edit_new (stage->record.id, NULL);
  edit->after = before != NULL ? before->record.id : 0;
  self->wanted_stage = stage->record.id;
  onward_window_run (GTK_WIDGET (self), _ ("Move a stage"), onward_stages_place, edit,
                     (GDestroyNotify)onward_stage_edit_free);
  return TRUE;
}

/**
 * onward_board_stage_drag_accept:
 * @self: the board
 */
void
onward_board_stage_drag_accept (OnwardPipelineBoard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (ONWARD_TYPE_STAGE, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->columns_box), GTK_EVENT_CONTROLLER (target));
}
