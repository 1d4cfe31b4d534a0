/* onward-board-drag.c - cards are dragged from one place of the board to another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-drag.h"

#include "onward-pipeline-board-private.h"

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  OnwardBoardCard *card = ONWARD_BOARD_CARD (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));

  return gdk_content_provider_new_typed (G_TYPE_INT64, onward_board_card_get (card)->id);
}

/* A card like the one that stays behind; with a count when others come along. */
static GtkWidget *
create_ghost (GtkWidget *card, guint n)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *ghost = onward_board_card_new_like (ONWARD_BOARD_CARD (card));
  g_autofree char *text = g_strdup_printf ("%u", n);
  GtkWidget *count;

  gtk_widget_set_size_request (ghost, gtk_widget_get_width (card), gtk_widget_get_height (card));
  gtk_widget_add_css_class (ghost, "ghost");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), ghost);
  if (n < 2)
    return overlay;
  gtk_widget_add_css_class (ghost, "several");
  count = gtk_label_new (text);
  gtk_widget_set_halign (count, GTK_ALIGN_END);
  gtk_widget_set_valign (count, GTK_ALIGN_START);
  gtk_widget_add_css_class (count, "ghost-count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), count);
  return overlay;
}

static OnwardPipelineBoard *
find_board (GtkDragSource *source)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return (OnwardPipelineBoard *)gtk_widget_get_ancestor (card, ONWARD_TYPE_PIPELINE_BOARD);
}

/* What the pointer carries stays behind, pale. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  guint n = onward_pipeline_board_carry (find_board (source), onward_board_card_get (ONWARD_BOARD_CARD (card))->id);

  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), create_ghost (card, n));
  gdk_drag_set_hotspot (drag, gtk_widget_get_width (card) / 3, gtk_widget_get_height (card) / 3);
  /* The focus goes with the card. */
  gtk_widget_grab_focus (card);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, gpointer data)
{
  OnwardPipelineBoard *board = find_board (source);

  if (board != NULL)
    onward_pipeline_board_carry (board, 0);
}

/**
 * onward_board_drag_offer:
 * @card: a card that can be dragged
 */
void
onward_board_drag_offer (OnwardBoardCard *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (source));
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, gpointer data)
{
  onward_board_column_drag_over (ONWARD_BOARD_COLUMN (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target))),
                                 y);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, gpointer data)
{
  onward_board_column_drag_away (ONWARD_BOARD_COLUMN (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target))));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  OnwardBoardColumn *column = ONWARD_BOARD_COLUMN (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  gint64 after = onward_board_column_get_landing (column, y);

  onward_board_column_drag_away (column);
  gtk_widget_activate_action (GTK_WIDGET (column), "board.move", "(xxbx)", g_value_get_int64 (value),
                              onward_board_column_get_stage (column)->record.id, TRUE, after);
  return TRUE;
}

/**
 * onward_board_drag_accept:
 * @column: a column on which cards can be dropped
 */
void
onward_board_drag_accept (OnwardBoardColumn *column)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), NULL);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (column), GTK_EVENT_CONTROLLER (target));
}

static gboolean
drop_folded_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  gint64 *stage = data;

  gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), "board.move", "(xxbx)",
                              g_value_get_int64 (value), *stage, FALSE, (gint64)0);
  return TRUE;
}

static GdkDragAction
enter_folded_cb (GtkDropTarget *target, double x, double y, gpointer data)
{
  gtk_widget_add_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), "drop-target");
  return GDK_ACTION_MOVE;
}

static void
leave_folded_cb (GtkDropTarget *target, gpointer data)
{
  gtk_widget_remove_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), "drop-target");
}

/**
 * onward_board_drag_accept_folded:
 * @button: what stands for a folded stage
 * @stage: the stage
 */
void
onward_board_drag_accept_folded (GtkWidget *button, gint64 stage)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  g_signal_connect (target, "enter", G_CALLBACK (enter_folded_cb), NULL);
  g_signal_connect (target, "leave", G_CALLBACK (leave_folded_cb), NULL);
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_folded_cb), g_memdup2 (&stage, sizeof stage),
                         (GClosureNotify)(void (*) (void))g_free, 0);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (target));
}
