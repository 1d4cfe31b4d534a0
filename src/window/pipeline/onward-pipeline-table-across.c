/* onward-pipeline-table-across.c - where the columns of a table that is wider than its room stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-table-private.h"

/* The table of GTK 4.8 begins at its left end in every direction: read from the right, its first column was out of sight.
 * That of 4.18 scrolls from where reading begins. And when either has more room than is left of its columns, they stay
 * where they were, beside what is blank: it places them before it scrolls back (gtk_column_view_allocate). */

static double
get_end (OnwardPipelineTable *self)
{
  return gtk_adjustment_get_upper (self->across) - gtk_adjustment_get_page_size (self->across);
}

/* Whether it is read from the right and scrolls from the left: where its rows stand tells, nothing else does. */
static gboolean
is_backwards (OnwardPipelineTable *self)
{
  double value = gtk_adjustment_get_value (self->across);
  graphene_rect_t rows;

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
         && gtk_widget_compute_bounds (gtk_widget_get_last_child (GTK_WIDGET (self->table)), GTK_WIDGET (self->table),
                                       &rows)
         && ABS (rows.origin.x + value) < ABS (rows.origin.x + get_end (self) - value);
}

static gboolean
keep_start_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OnwardPipelineTable *self = ONWARD_PIPELINE_TABLE (widget);

  if (is_backwards (self))
    gtk_adjustment_set_value (self->across, get_end (self) - self->from_start);
  gtk_widget_queue_allocate (GTK_WIDGET (self->table));
  self->across_tick = 0;
  return G_SOURCE_REMOVE;
}

/* The table says how wide it is while it gives its columns their sizes, when nothing can be scrolled. */
static void
room_changed_cb (OnwardPipelineTable *self)
{
  if (self->across_tick == 0)
    self->across_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), keep_start_cb, NULL, NULL);
}

static void
scrolled_across_cb (OnwardPipelineTable *self)
{
  if (self->across_tick == 0)
    self->from_start = get_end (self) - gtk_adjustment_get_value (self->across);
}

/**
 * onward_pipeline_table_init_across: (skip)
 * @self: the table
 *
 * Read from the right, it keeps its place from there when its room changes.
 */
void
onward_pipeline_table_init_across (OnwardPipelineTable *self)
{
  self->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (self->across, "changed", G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->across, "value-changed", G_CALLBACK (scrolled_across_cb), self, G_CONNECT_SWAPPED);
}
