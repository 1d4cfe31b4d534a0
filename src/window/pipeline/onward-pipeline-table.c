/* onward-pipeline-table.c - the rows of the board as a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-table-private.h"

#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "shared/onward-sight.h"
#include "shared/onward-window-settings.h"

#include <glib/gi18n-lib.h>

#define ROW_HEIGHT 43 /* before one was laid out */

/* Rows that were in sight lately are kept, as many as some screens of them. */
#define MOST_CARDS 512

enum
{
  PROP_FILTER = 1,
  PROP_SORT,
  PROP_DESCENDING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardPipelineTable, onward_pipeline_table, GTK_TYPE_WIDGET)

static const char *const filter_names[ONWARD_TABLE_N_FILTERS] = {
  [ONWARD_TABLE_OPEN] = NC_ ("filter", "All open"), [ONWARD_TABLE_OWED] = NC_ ("filter", "Owed today"),
  [ONWARD_TABLE_QUIET] = NC_ ("filter", "Quiet"),   [ONWARD_TABLE_INTRODUCED] = NC_ ("filter", "Introduced"),
  [ONWARD_TABLE_CLOSED] = NC_ ("filter", "Closed"),
};

static const OnwardCard *
provide_card (OnwardPipelineTable *self, gint64 id)
{
  OnwardCard *card = g_hash_table_lookup (self->cards, &id);

  if (card != NULL)
    return card;
  if (g_hash_table_size (self->cards) >= MOST_CARDS)
    g_hash_table_remove_all (self->cards);
  card = onward_board_get_card (self->store, id);
  if (card != NULL)
    g_hash_table_insert (self->cards, g_memdup2 (&id, sizeof id), card);
  return card;
}

static void
show_cell (OnwardPipelineTable *self, OnwardTableCell *cell)
{
  gint64 id = onward_table_cell_get_id (cell);
  const OnwardCard *card;
  g_autoptr (OnwardStage) stage = NULL;

  if (id == 0 || onward_table_cell_is_shown (cell, self->generation))
    return;
  card = provide_card (self, id);
  if (card == NULL)
    return;
  stage = onward_store_get_record (self->store, ONWARD_TYPE_STAGE, card->stage);
  onward_table_cell_show (cell, card, stage != NULL && stage->name != NULL ? stage->name : "", self->today,
                          self->generation);
}

static guint
count_rows (OnwardPipelineTable *self)
{
  return self->ids != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->ids)) : 0;
}

static gboolean
is_in_sight (OnwardPipelineTable *self, OnwardTableCell *cell)
{
  return onward_sight_has (self->scroll, count_rows (self), ROW_HEIGHT, onward_table_cell_get_position (cell));
}

static void
show_rows_in_sight (OnwardPipelineTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (is_in_sight (self, self->cells->pdata[i]))
      show_cell (self, self->cells->pdata[i]);
}

static gboolean
scrolled_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ONWARD_PIPELINE_TABLE (widget)->scrolled_tick = 0;
  show_rows_in_sight (ONWARD_PIPELINE_TABLE (widget));
  return G_SOURCE_REMOVE;
}

/* The list also scrolls while it gives its rows their sizes, when no widget may be made in them. */
static void
scrolled_cb (OnwardPipelineTable *self)
{
  if (self->scrolled_tick == 0)
    self->scrolled_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scrolled_tick_cb, NULL, NULL);
}

static void
cell_gone_cb (gpointer cells, GObject *cell)
{
  g_ptr_array_remove_fast (cells, cell);
  g_ptr_array_unref (cells);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, OnwardPipelineTable *self)
{
  GtkWidget *cell = onward_table_cell_new (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column")), item);

  gtk_list_item_set_child (item, cell);
  g_ptr_array_add (self->cells, cell);
  g_object_weak_ref (G_OBJECT (cell), cell_gone_cb, g_ptr_array_ref (self->cells));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, OnwardPipelineTable *self)
{
  OnwardTableCell *cell = ONWARD_TABLE_CELL (gtk_list_item_get_child (item));

  if (is_in_sight (self, cell))
    show_cell (self, cell);
}

static void
scroll_to (OnwardPipelineTable *self, guint position)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->table));

  while (list != NULL && !GTK_IS_LIST_VIEW (list))
    list = gtk_widget_get_prev_sibling (list);
  /* A list that has no size yet cannot be scrolled. */
  if (list != NULL && gtk_adjustment_get_page_size (self->scroll) > 0)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

static void
row_activated_cb (OnwardPipelineTable *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-opportunity", "x",
                              onward_id_list_get_id (self->ids, position));
}

static void
show_counts (OnwardPipelineTable *self)
{
  guint counts[ONWARD_TABLE_N_FILTERS];

  onward_board_table_count (self->store, counts);
  for (guint i = 0; i < ONWARD_TABLE_N_FILTERS; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("%s  %u", g_dpgettext2 (GETTEXT_PACKAGE, "filter", filter_names[i]), counts[i]);

      gtk_button_set_label (GTK_BUTTON (self->pills[i]), text);
    }
}

/* Returns whether the list widget could keep its place. */
static gboolean
fill (OnwardPipelineTable *self)
{
  g_autoptr (GArray) ids = NULL;
  gboolean kept;

  if (self->ids == NULL)
    return TRUE;
  ids = onward_board_table_list (self->store, self->filter, self->sort, self->descending, self->matches);
  kept = onward_id_list_set_ids (self->ids, ids);
  gtk_stack_set_visible_child (self->stack, ids->len > 0 ? self->scrolled : self->nothing);
  return kept;
}

/* GTK 4.18 keeps a row that had the focus for a moment after it went, with the item that another row shows by then; and
 * a table that was only just shown has no row yet that can be seen. */
static GtkWidget *
find_row (OnwardPipelineTable *self, gint64 id)
{
  GtkWidget *found = NULL;

  for (guint i = 0; id != 0 && i < self->cells->len; i++)
    {
      GtkWidget *row = onward_table_cell_get_row (self->cells->pdata[i]);

      if (onward_table_cell_get_id (self->cells->pdata[i]) != id || row == NULL)
        continue;
      if (gtk_widget_get_mapped (row))
        return row;
      found = found != NULL ? found : row;
    }
  return found;
}

static gboolean
focus_position (OnwardPipelineTable *self, guint position)
{
  GtkWidget *row;

  if (gtk_adjustment_get_page_size (self->scroll) <= 0)
    return FALSE;
  scroll_to (self, position);
  row = find_row (self, onward_id_list_get_id (self->ids, position));
  return row != NULL && gtk_widget_grab_focus (row);
}

/* A list that has no size yet cannot be scrolled. */
static gboolean
focus_wanted_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OnwardPipelineTable *self = ONWARD_PIPELINE_TABLE (widget);
  guint position;

  if (gtk_adjustment_get_page_size (self->scroll) <= 0)
    return G_SOURCE_CONTINUE;
  if (onward_id_list_find (self->ids, self->wanted, &position))
    focus_position (self, position);
  self->wanted = 0;
  return G_SOURCE_REMOVE;
}

/* The list keeps the focus where nothing moved. A row that went to another place takes it along; when it is gone, the
 * one that took its place gets it. */
static void
keep_focus (OnwardPipelineTable *self, gint64 focused, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->ids));

  if (focused == 0 || n == 0 || onward_pipeline_table_get_focus (self) == focused)
    return;
  if (!onward_id_list_find (self->ids, focused, &position))
    position = MIN (position, n - 1);
  focus_position (self, position);
  onward_id_selection_set_id (self->selection, onward_id_list_get_id (self->ids, position));
}

/* Whoever stood at the top stays in sight, however many came before them. */
static void
keep_top (OnwardPipelineTable *self, gint64 top, guint before)
{
  guint position;

  if (before > 0 && onward_id_list_find (self->ids, top, &position) && position != before)
    scroll_to (self, position);
}

/* Another order or other rows begin at the top. */
static void
fill_from_top (OnwardPipelineTable *self)
{
  fill (self);
  if (self->ids != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->ids)) > 0)
    scroll_to (self, 0);
}

static void
onward_pipeline_table_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  OnwardPipelineTable *self = ONWARD_PIPELINE_TABLE (object);

  switch (property)
    {
    case PROP_FILTER:
      g_value_set_int (value, self->filter);
      break;
    case PROP_SORT:
      g_value_set_int (value, self->sort);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_pipeline_table_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardPipelineTable *self = ONWARD_PIPELINE_TABLE (object);

  switch (property)
    {
    case PROP_FILTER:
      self->filter = (OnwardTableFilter)g_value_get_int (value);
      fill_from_top (self);
      break;
    case PROP_SORT:
      /* As a press on the heading does: another column begins with the first. */
      if ((int)self->sort != g_value_get_int (value))
        onward_pipeline_table_sort_by (self, (OnwardTableColumn)g_value_get_int (value), FALSE);
      break;
    case PROP_DESCENDING:
      onward_pipeline_table_sort_by (self, self->sort, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_pipeline_table_dispose (GObject *object)
{
  OnwardPipelineTable *self = ONWARD_PIPELINE_TABLE (object);
  GtkWidget *child;

  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->matches, g_hash_table_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->selected);
  g_clear_object (&self->ids);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_pipeline_table_parent_class)->dispose (object);
}

static void
onward_pipeline_table_finalize (GObject *object)
{
  OnwardPipelineTable *self = ONWARD_PIPELINE_TABLE (object);

  g_ptr_array_unref (self->cells);
  g_hash_table_unref (self->cards);
  G_OBJECT_CLASS (onward_pipeline_table_parent_class)->finalize (object);
}

static void
onward_pipeline_table_class_init (OnwardPipelineTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = onward_pipeline_table_get_property;
  object_class->set_property = onward_pipeline_table_set_property;
  object_class->dispose = onward_pipeline_table_dispose;
  object_class->finalize = onward_pipeline_table_finalize;

  properties[PROP_FILTER] = g_param_spec_int ("filter", NULL, NULL, 0, ONWARD_TABLE_N_FILTERS - 1, 0,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SORT] = g_param_spec_int ("sort", NULL, NULL, 0, ONWARD_TABLE_N_COLUMNS - 1, 0, flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_property_action (widget_class, "table.filter", "filter");
  gtk_widget_class_install_property_action (widget_class, "table.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "table.descending", "descending");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-pipeline-table.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineTable, filters);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineTable, columns_button);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineTable, stack);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineTable, table);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineTable, nothing);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
add_pills (OnwardPipelineTable *self)
{
  for (guint i = 0; i < ONWARD_TABLE_N_FILTERS; i++)
    {
      self->pills[i] = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->pills[i], "filter");
      gtk_widget_add_css_class (self->pills[i], "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->pills[i]), "table.filter");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->pills[i]), "i", (int)i);
      gtk_box_append (self->filters, self->pills[i]);
    }
}

static void
onward_pipeline_table_init (OnwardPipelineTable *self)
{
  self->cells = g_ptr_array_new ();
  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)onward_card_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_pills (self);
  self->scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (self->scroll, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scroll, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  onward_pipeline_table_init_columns (self, G_CALLBACK (setup_cb), G_CALLBACK (bind_cb));
  onward_pipeline_table_init_across (self);
  onward_pipeline_table_init_keys (self);
  onward_pipeline_table_show_sorting (self);
}

/**
 * onward_pipeline_table_new:
 * @store: the database
 * @selected: is told what is selected
 *
 * Returns: (transfer floating): the table, empty until onward_pipeline_table_update()
 */
GtkWidget *
onward_pipeline_table_new (OnwardStore *store, OnwardCardSelection *selected)
{
  OnwardPipelineTable *self = g_object_new (ONWARD_TYPE_PIPELINE_TABLE, NULL);

  self->store = g_object_ref (store);
  self->selected = g_object_ref (selected);
  return GTK_WIDGET (self);
}

/**
 * onward_pipeline_table_set_narrow:
 * @self: the table
 * @narrow: whether there is room for the company and what comes next only
 */
void
onward_pipeline_table_set_narrow (OnwardPipelineTable *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_column_view_set_single_click_activate (self->table, narrow);
  onward_pipeline_table_update_columns (self);
}

/**
 * onward_pipeline_table_sort_by: (skip)
 * @self: the table
 * @column: a column
 * @descending: whether the last comes first
 *
 * Also the next time.
 */
void
onward_pipeline_table_sort_by (OnwardPipelineTable *self, OnwardTableColumn column, gboolean descending)
{
  GSettings *settings = onward_window_settings_get ();

  if (self->sort == column && self->descending == descending)
    return;
  self->sort = column;
  self->descending = descending;
  if (settings != NULL)
    g_settings_set (settings, "table-order", "(ib)", (int)column, descending);
  onward_pipeline_table_show_sorting (self);
  fill_from_top (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
}

/**
 * onward_pipeline_table_update:
 * @self: the table
 * @matches: (nullable) (element-type gint64): the opportunities that are searched for; NULL = all
 * @today: the user's day
 *
 * Reads what is shown again. What was selected, had the focus or was in sight still is and does.
 */
void
onward_pipeline_table_update (OnwardPipelineTable *self, GHashTable *matches, int today)
{
  gint64 focused, top_id;
  guint position = 0, top;

  g_clear_pointer (&self->matches, g_hash_table_unref);
  self->matches = matches != NULL ? g_hash_table_ref (matches) : NULL;
  self->today = today;
  self->generation++;
  g_hash_table_remove_all (self->cards);
  if (self->ids == NULL)
    {
      self->ids = onward_id_list_new (self->store, ONWARD_TYPE_OPPORTUNITY);
      self->selection = onward_id_selection_new (self->ids);
      onward_pipeline_table_init_selection (self);
      gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
    }
  focused = onward_pipeline_table_get_focus (self);
  onward_id_list_find (self->ids, focused, &position);
  top = onward_sight_get_top (self->scroll, count_rows (self));
  top_id = onward_id_list_get_id (self->ids, top);
  if (!fill (self))
    keep_top (self, top_id, top);
  keep_focus (self, focused, position);
  onward_pipeline_table_note_selection (self);
  show_counts (self);
  show_rows_in_sight (self);
}

/**
 * onward_pipeline_table_focus_row:
 * @self: the table
 * @opportunity: an opportunity
 *
 * Returns: whether its row has the focus now, or in a moment; not when it is not shown
 */
gboolean
onward_pipeline_table_focus_row (OnwardPipelineTable *self, gint64 opportunity)
{
  guint position;

  if (self->ids == NULL || !onward_id_list_find (self->ids, opportunity, &position))
    return FALSE;
  onward_id_selection_set_id (self->selection, opportunity);
  if (focus_position (self, position))
    return TRUE;
  if (self->wanted == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_wanted_cb, NULL, NULL);
  self->wanted = opportunity;
  return TRUE;
}
