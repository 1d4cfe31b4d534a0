/* onward-folded-column.c - a stage that is folded away: its name and its count */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-folded-column.h"

#include "onward-board-drag.h"
#include "onward-turned-label.h"
#include "shared/onward-accessible.h"
#include "shared/onward-tooltip.h"

#include <glib/gi18n-lib.h>

struct _OnwardFoldedColumn
{
  GtkButton parent_instance;

  OnwardStage *stage;

  GtkLabel *count;
  OnwardTurnedLabel *name;
};

G_DEFINE_FINAL_TYPE (OnwardFoldedColumn, onward_folded_column, GTK_TYPE_BUTTON)

static void
onward_folded_column_dispose (GObject *object)
{
  g_clear_object (&ONWARD_FOLDED_COLUMN (object)->stage);
  G_OBJECT_CLASS (onward_folded_column_parent_class)->dispose (object);
}

static void
onward_folded_column_class_init (OnwardFoldedColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_folded_column_dispose;
  g_type_ensure (ONWARD_TYPE_TURNED_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-folded-column.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardFoldedColumn, count);
  gtk_widget_class_bind_template_child (widget_class, OnwardFoldedColumn, name);
}

static void
onward_folded_column_init (OnwardFoldedColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * onward_folded_column_new:
 * @stage: the stage it stands for
 *
 * Returns: (transfer floating): a button that unfolds it, and on which cards can be dropped
 */
GtkWidget *
onward_folded_column_new (OnwardStage *stage)
{
  OnwardFoldedColumn *self = g_object_new (ONWARD_TYPE_FOLDED_COLUMN, NULL);

  self->stage = g_object_ref (stage);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", stage->record.id);
  onward_board_drag_accept_folded (GTK_WIDGET (self), stage->record.id);
  onward_folded_column_set_count (self, 0);
  return GTK_WIDGET (self);
}

/**
 * onward_folded_column_set_count:
 * @self: a folded stage
 * @count: how many opportunities it has
 */
void
onward_folded_column_set_count (OnwardFoldedColumn *self, guint count)
{
  const char *name = self->stage->name != NULL ? self->stage->name : "";
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *words =
      /* Translators: a stage that is folded, how many opportunities it has, and what a press does */
      g_strdup_printf (ngettext ("%s, %u opportunity. Unfold", "%s, %u opportunities. Unfold", count), name, count);

  onward_turned_label_set_label (self->name, name);
  gtk_label_set_label (self->count, number);
  onward_tooltip_set (GTK_WIDGET (self), words);
  onward_accessible_set_label (GTK_WIDGET (self), words);
}
