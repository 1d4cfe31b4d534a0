/* onward-filter-bar.c - drop-downs that leave out what is not wanted, side by side */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-filter-bar.h"

#include "onward-accessible.h"

/* A longer list can be searched. */
#define MOST_WITHOUT_SEARCH 12

typedef struct
{
  const char *name;
  const char *everything;
  OnwardFilterLoadFunc load;
  gpointer data;
  GtkDropDown *drop_down;
  GPtrArray *choices; /* NULL until it was loaded; the drop-down has one entry more, the first */
} Filter;

struct _OnwardFilterBar
{
  GtkWidget parent_instance;

  GArray *filters;
  guint columns;
  gboolean loading;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardFilterBar, onward_filter_bar, GTK_TYPE_WIDGET)

static void
clear_filter (gpointer data)
{
  g_clear_pointer (&((Filter *)data)->choices, g_ptr_array_unref);
}

static Filter *
get_filter (OnwardFilterBar *self, guint i)
{
  return &g_array_index (self->filters, Filter, i);
}

static Filter *
find_filter (OnwardFilterBar *self, const char *name)
{
  for (guint i = 0; i < self->filters->len; i++)
    if (g_str_equal (get_filter (self, i)->name, name))
      return get_filter (self, i);
  g_return_val_if_reached (NULL);
}

static const char *
get_value (Filter *filter)
{
  guint selected = gtk_drop_down_get_selected (filter->drop_down);

  if (filter->choices == NULL || selected == 0 || selected > filter->choices->len)
    return NULL;
  return ((OnwardFilterChoice *)filter->choices->pdata[selected - 1])->value;
}

static guint
find_value (Filter *filter, const char *value)
{
  for (guint i = 0; value != NULL && i < filter->choices->len; i++)
    if (g_str_equal (((OnwardFilterChoice *)filter->choices->pdata[i])->value, value))
      return i + 1;
  return 0;
}

/* What was chosen stays, if it is still there. */
static void
load_filter (OnwardFilterBar *self, Filter *filter)
{
  g_autofree char *value = g_strdup (get_value (filter));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  clear_filter (filter);
  filter->choices = filter->load (filter->data);
  gtk_string_list_append (labels, filter->everything);
  for (guint i = 0; i < filter->choices->len; i++)
    gtk_string_list_append (labels, ((OnwardFilterChoice *)filter->choices->pdata[i])->label);
  self->loading = TRUE;
  gtk_drop_down_set_model (filter->drop_down, G_LIST_MODEL (labels));
  gtk_drop_down_set_enable_search (filter->drop_down, filter->choices->len > MOST_WITHOUT_SEARCH);
  gtk_drop_down_set_selected (filter->drop_down, find_value (filter, value));
  self->loading = FALSE;
}

static void
selected_cb (OnwardFilterBar *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The button never grows with a long name; the list below it has all of it. */
static void
shorten_button (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
}

static void
arrange (OnwardFilterBar *self)
{
  GtkLayoutManager *grid = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  for (guint i = 0; i < self->filters->len; i++)
    {
      GtkLayoutChild *child = gtk_layout_manager_get_layout_child (grid, GTK_WIDGET (get_filter (self, i)->drop_down));

      g_object_set (child, "column", (int)(i % self->columns), "row", (int)(i / self->columns), NULL);
    }
}

static void
onward_filter_bar_map (GtkWidget *widget)
{
  onward_filter_bar_reload (ONWARD_FILTER_BAR (widget));
  GTK_WIDGET_CLASS (onward_filter_bar_parent_class)->map (widget);
}

static void
onward_filter_bar_dispose (GObject *object)
{
  OnwardFilterBar *self = ONWARD_FILTER_BAR (object);
  GtkWidget *child;

  g_array_set_size (self->filters, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (onward_filter_bar_parent_class)->dispose (object);
}

static void
onward_filter_bar_finalize (GObject *object)
{
  g_array_unref (ONWARD_FILTER_BAR (object)->filters);
  G_OBJECT_CLASS (onward_filter_bar_parent_class)->finalize (object);
}

static void
onward_filter_bar_class_init (OnwardFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onward_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = onward_filter_bar_finalize;
  GTK_WIDGET_CLASS (klass)->map = onward_filter_bar_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * OnwardFilterBar::changed:
   * @self: the bar
   *
   * Another choice was made.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
onward_filter_bar_init (OnwardFilterBar *self)
{
  GtkGridLayout *grid = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_grid_layout_set_column_homogeneous (grid, TRUE);
  gtk_grid_layout_set_column_spacing (grid, 6);
  gtk_grid_layout_set_row_spacing (grid, 6);
  self->filters = g_array_new (FALSE, FALSE, sizeof (Filter));
  g_array_set_clear_func (self->filters, clear_filter);
  self->columns = 2;
}

/**
 * onward_filter_bar_set_columns:
 * @self: a bar
 * @columns: how many filters stand side by side
 */
void
onward_filter_bar_set_columns (OnwardFilterBar *self, guint columns)
{
  self->columns = columns;
  arrange (self);
}

/**
 * onward_filter_bar_add:
 * @self: a bar
 * @name: (transfer none): what the program calls the filter; a static string
 * @label: what screen readers call it
 * @everything: (transfer none): the first entry, which filters nothing; static or of gettext
 * @load: gives the other entries, each time that the bar comes into sight
 * @data: for @load; outlives the bar
 */
void
onward_filter_bar_add (OnwardFilterBar *self, const char *name, const char *label, const char *everything,
                       OnwardFilterLoadFunc load, gpointer data)
{
  Filter filter = { name, everything, load, data, GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL)), NULL };
  g_autoptr (GtkStringList) only = gtk_string_list_new ((const char *const[]){ everything, NULL });

  gtk_drop_down_set_expression (filter.drop_down, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  shorten_button (filter.drop_down);
  gtk_drop_down_set_model (filter.drop_down, G_LIST_MODEL (only));
  gtk_widget_set_hexpand (GTK_WIDGET (filter.drop_down), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (filter.drop_down), GTK_WIDGET (self));
  onward_accessible_set_choice_label (filter.drop_down, label);
  g_signal_connect_object (filter.drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_array_append_val (self->filters, filter);
  arrange (self);
}

/**
 * onward_filter_bar_reload:
 * @self: a bar
 *
 * Asks again what can be chosen.
 */
void
onward_filter_bar_reload (OnwardFilterBar *self)
{
  for (guint i = 0; i < self->filters->len; i++)
    load_filter (self, get_filter (self, i));
}

/**
 * onward_filter_bar_get:
 * @self: a bar
 * @name: a filter
 *
 * Returns: (transfer none) (nullable): what was chosen; NULL = everything
 */
const char *
onward_filter_bar_get (OnwardFilterBar *self, const char *name)
{
  return get_value (find_filter (self, name));
}

/**
 * onward_filter_bar_get_position:
 * @self: a bar
 * @name: a filter
 *
 * Returns: which of the entries that its function gave was chosen, from 0; -1 = everything
 */
int
onward_filter_bar_get_position (OnwardFilterBar *self, const char *name)
{
  Filter *filter = find_filter (self, name);

  return get_value (filter) != NULL ? (int)gtk_drop_down_get_selected (filter->drop_down) - 1 : -1;
}

/**
 * onward_filter_bar_set:
 * @self: a bar
 * @name: a filter
 * @value: (nullable): what is chosen, if it is there; NULL = everything
 */
void
onward_filter_bar_set (OnwardFilterBar *self, const char *name, const char *value)
{
  Filter *filter = find_filter (self, name);

  if (value != NULL)
    load_filter (self, filter);
  gtk_drop_down_set_selected (filter->drop_down, filter->choices != NULL ? find_value (filter, value) : 0);
}

/**
 * onward_filter_bar_clear:
 * @self: a bar
 */
void
onward_filter_bar_clear (OnwardFilterBar *self)
{
  for (guint i = 0; i < self->filters->len; i++)
    gtk_drop_down_set_selected (get_filter (self, i)->drop_down, 0);
}

/**
 * onward_filter_bar_is_active:
 * @self: a bar
 *
 * Returns: whether anything is left out
 */
gboolean
onward_filter_bar_is_active (OnwardFilterBar *self)
{
  for (guint i = 0; i < self->filters->len; i++)
    if (get_value (get_filter (self, i)) != NULL)
      return TRUE;
  return FALSE;
}
