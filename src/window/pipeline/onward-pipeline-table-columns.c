/* onward-pipeline-table-columns.c - the columns of the table: which are shown, and by which it is sorted */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-table-private.h"

#include "shared/onward-window-settings.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name; /* in the settings */
  const char *title;
  gboolean expand;
} columns[ONWARD_TABLE_N_COLUMNS] = {
  [ONWARD_TABLE_COMPANY] = { "company", NC_ ("column", "Company"), TRUE },
  [ONWARD_TABLE_ROLE] = { "role", NC_ ("column", "Role"), TRUE },
  [ONWARD_TABLE_STAGE] = { "stage", NC_ ("column", "Stage"), FALSE },
  [ONWARD_TABLE_PEOPLE] = { "people", NC_ ("column", "People"), FALSE },
  [ONWARD_TABLE_SPAN] = { "how-long", NC_ ("column", "How long"), FALSE },
  [ONWARD_TABLE_NEXT] = { "next", NC_ ("column", "Next"), FALSE },
};

/* Every program of ours has the settings; one that was copied somewhere without their schema starts afresh. */
static gboolean
is_hidden (OnwardTableColumn column)
{
  GSettings *settings = onward_window_settings_get ();
  g_auto (GStrv) hidden = settings != NULL ? g_settings_get_strv (settings, "table-hidden-columns") : NULL;

  return column != ONWARD_TABLE_COMPANY && hidden != NULL
         && g_strv_contains ((const char *const *)hidden, columns[column].name);
}

static void
remember_hidden (OnwardTableColumn column, gboolean hidden)
{
  GSettings *settings = onward_window_settings_get ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < ONWARD_TABLE_N_COLUMNS; i++)
    if (i == column ? hidden : is_hidden (i))
      g_strv_builder_add (builder, columns[i].name);
  names = g_strv_builder_end (builder);
  if (settings != NULL)
    g_settings_set_strv (settings, "table-hidden-columns", (const char *const *)names);
}

static void
column_shown_cb (GSimpleAction *action, GVariant *state, OnwardPipelineTable *self)
{
  for (guint i = 0; i < ONWARD_TABLE_N_COLUMNS; i++)
    if (g_str_equal (columns[i].name, g_action_get_name (G_ACTION (action))))
      remember_hidden (i, !g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
  onward_pipeline_table_update_columns (self);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) sorted = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();

  for (guint i = 0; i < ONWARD_TABLE_N_COLUMNS; i++)
    {
      const char *title = onward_pipeline_table_get_column_title (i);
      g_autofree char *action = g_strdup_printf ("columns.%s", columns[i].name);
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      if (i != ONWARD_TABLE_COMPANY)
        g_menu_append (shown, title, action);
      g_menu_item_set_action_and_target (item, "table.sort", "i", (int)i);
      g_menu_append_item (sorted, item);
    }
  g_menu_append (direction, _ ("Last First"), "table.descending");
  g_menu_append_section (menu, _ ("Show"), G_MENU_MODEL (shown));
  g_menu_append_section (menu, _ ("Sort By"), G_MENU_MODEL (sorted));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  return G_MENU_MODEL (menu);
}

static int
note_column_cb (gconstpointer a, gconstpointer b, gpointer sorter)
{
  OnwardPipelineTable *self = g_object_get_data (sorter, "table");

  if (self->probed == ONWARD_TABLE_N_COLUMNS)
    self->probed = (OnwardTableColumn)GPOINTER_TO_UINT (g_object_get_data (sorter, "column"));
  return -1;
}

/* The header keeps to itself by which column it sorts before GTK 4.10. It asks the sorter of that column first, and
 * turns its answer round when the last come first. Rows are put in order by SQL, never here. */
static void
sorter_changed_cb (GtkSorter *sorter, GtkSorterChange change, OnwardPipelineTable *self)
{
  g_autoptr (GObject) first = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) second = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;

  self->probed = ONWARD_TABLE_N_COLUMNS;
  order = gtk_sorter_compare (sorter, first, second);
  if (self->probed < ONWARD_TABLE_N_COLUMNS)
    onward_pipeline_table_sort_by (self, self->probed, order == GTK_ORDERING_LARGER);
}

static GtkSorter *
create_sorter (OnwardPipelineTable *self, OnwardTableColumn column)
{
  GtkCustomSorter *sorter = gtk_custom_sorter_new (NULL, NULL, NULL);

  g_object_set_data (G_OBJECT (sorter), "table", self);
  g_object_set_data (G_OBJECT (sorter), "column", GUINT_TO_POINTER (column));
  gtk_custom_sorter_set_sort_func (sorter, note_column_cb, sorter, NULL);
  return GTK_SORTER (sorter);
}

static void
load_sorting (OnwardPipelineTable *self)
{
  GSettings *settings = onward_window_settings_get ();
  int column = ONWARD_TABLE_STAGE;
  gboolean descending = TRUE;

  if (settings != NULL)
    g_settings_get (settings, "table-order", "(ib)", &column, &descending);
  self->sort = (OnwardTableColumn)CLAMP (column, 0, ONWARD_TABLE_N_COLUMNS - 1);
  self->descending = descending;
}

/**
 * onward_pipeline_table_get_column_title: (skip)
 * @column: a column
 *
 * Returns: (transfer none): what it is called
 */
const char *
onward_pipeline_table_get_column_title (OnwardTableColumn column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title);
}

/**
 * onward_pipeline_table_update_columns: (skip)
 * @self: the table
 *
 * Shows the columns that the user wants; of a narrow one company and what comes next (the design).
 */
void
onward_pipeline_table_update_columns (OnwardPipelineTable *self)
{
  for (guint i = 0; i < ONWARD_TABLE_N_COLUMNS; i++)
    gtk_column_view_column_set_visible (
        self->columns[i], self->narrow ? i == ONWARD_TABLE_COMPANY || i == ONWARD_TABLE_NEXT : !is_hidden (i));
  gtk_widget_set_visible (GTK_WIDGET (self->columns_button), !self->narrow);
}

/**
 * onward_pipeline_table_show_sorting: (skip)
 * @self: the table
 *
 * Puts the arrow into the header where it belongs.
 */
void
onward_pipeline_table_show_sorting (OnwardPipelineTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);

  g_signal_handlers_block_by_func (sorter, sorter_changed_cb, self);
  gtk_column_view_sort_by_column (self->table, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->table, self->columns[self->sort],
                                  self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  g_signal_handlers_unblock_by_func (sorter, sorter_changed_cb, self);
}

/**
 * onward_pipeline_table_init_columns: (skip)
 * @self: the table
 * @setup: makes a cell
 * @bind: a cell stands for another row
 */
void
onward_pipeline_table_init_columns (OnwardPipelineTable *self, GCallback setup, GCallback bind)
{
  g_autoptr (GSimpleActionGroup) choices = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = create_menu ();

  load_sorting (self);
  for (guint i = 0; i < ONWARD_TABLE_N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkSorter) sorter = create_sorter (self, i);
      g_autoptr (GSimpleAction) action =
          g_simple_action_new_stateful (columns[i].name, NULL, g_variant_new_boolean (!is_hidden (i)));

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect_object (factory, "setup", setup, self, 0);
      g_signal_connect_object (factory, "bind", bind, self, 0);
      self->columns[i] = gtk_column_view_column_new (onward_pipeline_table_get_column_title (i), factory);
      gtk_column_view_column_set_expand (self->columns[i], columns[i].expand);
      gtk_column_view_column_set_resizable (self->columns[i], TRUE);
      gtk_column_view_column_set_sorter (self->columns[i], sorter);
      gtk_column_view_append_column (self->table, self->columns[i]);
      g_object_unref (self->columns[i]); /* the table has it */
      g_signal_connect_object (action, "change-state", G_CALLBACK (column_shown_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (choices), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (choices));
  gtk_menu_button_set_menu_model (self->columns_button, menu);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sorter_changed_cb), self,
                           0);
  onward_pipeline_table_update_columns (self);
}
