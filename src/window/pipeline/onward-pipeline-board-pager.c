/* onward-pipeline-board-pager.c - a narrow board: one stage at a time, and how to get to another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-board-private.h"

#include "shared/onward-accessible.h"

/* All stages, and what can be done with the one that is shown. */
static GMenuModel *
create_stage_menu (OnwardPipelineBoard *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();
  g_autoptr (GMenuModel) change = onward_pipeline_board_create_stage_menu (self, self->page);

  for (guint i = 0; i < self->columns->len; i++)
    {
      OnwardBoardColumn *column = self->columns->pdata[i];
      const char *name = onward_board_column_get_stage (column)->name;
      g_autofree char *label =
          g_strdup_printf ("%s  %u", name != NULL ? name : "", onward_board_column_get_count (column));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "board.show-page", "i", (int)i);
      g_menu_append_item (stages, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (stages));
  g_menu_append_section (menu, NULL, change);
  return G_MENU_MODEL (menu);
}

static void
page_changed_cb (OnwardPipelineBoard *self, guint page)
{
  self->page = page;
  onward_pipeline_board_update_pager (self);
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  int page = (int)self->page + g_variant_get_int32 (parameter);

  if (page >= 0 && page < (int)self->columns->len)
    onward_pipeline_board_show_page (self, (guint)page);
}

static void
show_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_pipeline_board_show_page (ONWARD_PIPELINE_BOARD (widget), (guint)g_variant_get_int32 (parameter));
}

/**
 * onward_pipeline_board_install_pager: (skip)
 * @widget_class: the class of the board
 */
void
onward_pipeline_board_install_pager (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.turn", "i", turn_cb);
  gtk_widget_class_install_action (widget_class, "board.show-page", "i", show_page_cb);
}

/**
 * onward_pipeline_board_ensure_pager: (skip)
 * @self: the board
 *
 * Most windows are never so narrow.
 */
void
onward_pipeline_board_ensure_pager (OnwardPipelineBoard *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->narrow_box != NULL)
    return;
  builder = gtk_builder_new_from_resource (ONWARD_RESOURCE_PATH "/ui/pipeline/onward-pipeline-board-narrow.ui");
  self->narrow_box = GTK_WIDGET (gtk_builder_get_object (builder, "narrow_box"));
  self->previous = GTK_WIDGET (gtk_builder_get_object (builder, "previous"));
  self->next = GTK_WIDGET (gtk_builder_get_object (builder, "next"));
  self->stage_menu = GTK_MENU_BUTTON (gtk_builder_get_object (builder, "stage_menu"));
  self->stage_name = GTK_LABEL (gtk_builder_get_object (builder, "stage_name"));
  self->stage_count = GTK_LABEL (gtk_builder_get_object (builder, "stage_count"));
  self->carousel = ADW_CAROUSEL (gtk_builder_get_object (builder, "carousel"));
  g_signal_connect_object (self->carousel, "page-changed", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->layouts, self->narrow_box);
}

/**
 * onward_pipeline_board_update_pager: (skip)
 * @self: the board
 *
 * Narrow: shows the name and count of the stage that is shown, between arrows.
 */
void
onward_pipeline_board_update_pager (OnwardPipelineBoard *self)
{
  OnwardBoardColumn *column = onward_pipeline_board_get_column (self, self->page);
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  const char *name;

  if (!self->narrow || column == NULL)
    return;
  menu = create_stage_menu (self);
  name = onward_board_column_get_stage (column)->name;
  count = g_strdup_printf ("%u", onward_board_column_get_count (column));
  label = g_strdup_printf ("%s %s", name != NULL ? name : "", count);
  gtk_label_set_label (self->stage_name, name != NULL ? name : "");
  gtk_label_set_label (self->stage_count, count);
  gtk_menu_button_set_menu_model (self->stage_menu, menu);
  onward_accessible_set_label (GTK_WIDGET (self->stage_menu), label);
  gtk_widget_set_sensitive (self->previous, self->page > 0);
  gtk_widget_set_sensitive (self->next, self->page + 1 < self->columns->len);
}

/**
 * onward_pipeline_board_show_page: (skip)
 * @self: the board
 * @page: a stage, narrow
 */
void
onward_pipeline_board_show_page (OnwardPipelineBoard *self, guint page)
{
  gboolean animate = FALSE;

  if (!self->narrow || page >= self->columns->len)
    return;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  adw_carousel_scroll_to (self->carousel, self->columns->pdata[page], animate);
  self->page = page;
  onward_pipeline_board_update_pager (self);
}
