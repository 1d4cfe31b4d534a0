/* onward-id-selection.c - the selected row of an id list, or several, remembered by their ids */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-id-selection.h"

/* GtkSingleSelection looks for the selected object among all rows that a change adds: clearing a search over 100,000
 * people would read every one. This knows the id, and an array of ids is looked through in microseconds. A row that a
 * search hides stays selected, and is there again when the search is over. */
struct _OnwardIdSelection
{
  GObject parent_instance;

  OnwardIdList *list;
  gint64 id;          /* 0 = none */
  guint position;     /* where it stands; GTK_INVALID_LIST_POSITION = not in the list */
  GHashTable *others; /* of gint64: further ones; NULL = one row at most */
};

enum
{
  PROP_ID = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OnwardIdSelection, onward_id_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static void
find_position (OnwardIdSelection *self)
{
  if (self->id == 0 || !onward_id_list_find (self->list, self->id, &self->position))
    self->position = GTK_INVALID_LIST_POSITION;
}

/* The selected row can only have come with what was added, or go with what was removed. */
static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, OnwardIdSelection *self)
{
  if (self->position == GTK_INVALID_LIST_POSITION || self->position - position < removed)
    {
      self->position = GTK_INVALID_LIST_POSITION;
      for (guint i = position; self->id != 0 && i < position + added; i++)
        if (onward_id_list_get_id (self->list, i) == self->id)
          self->position = i;
    }
  else if (self->position >= position)
    self->position += added - removed;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
onward_id_selection_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (ONWARD_ID_SELECTION (model)->list));
}

static guint
onward_id_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ONWARD_ID_SELECTION (model)->list));
}

static gpointer
onward_id_selection_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (ONWARD_ID_SELECTION (model)->list), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = onward_id_selection_get_item_type;
  iface->get_n_items = onward_id_selection_get_n_items;
  iface->get_item = onward_id_selection_get_item;
}

static gboolean
has_other (OnwardIdSelection *self, guint position)
{
  gint64 id = onward_id_list_get_id (self->list, position);

  return self->others != NULL && g_hash_table_size (self->others) > 0 && g_hash_table_contains (self->others, &id);
}

static gboolean
onward_id_selection_is_selected (GtkSelectionModel *model, guint position)
{
  OnwardIdSelection *self = ONWARD_ID_SELECTION (model);

  return self->position == position || has_other (self, position);
}

static GtkBitset *
onward_id_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  OnwardIdSelection *self = ONWARD_ID_SELECTION (model);
  GtkBitset *result = gtk_bitset_new_empty ();

  if (self->position != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (result, self->position);
  if (self->others != NULL && g_hash_table_size (self->others) > 0)
    for (guint i = position; i < position + n_items; i++)
      if (has_other (self, i))
        gtk_bitset_add (result, i);
  return result;
}

static void
add_other (OnwardIdSelection *self, gint64 id)
{
  g_hash_table_add (self->others, g_memdup2 (&id, sizeof id));
}

static gboolean
onward_id_selection_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  OnwardIdSelection *self = ONWARD_ID_SELECTION (model);

  if (self->others != NULL && unselect_rest)
    onward_id_selection_forget_others (self);
  else if (self->others != NULL && self->id != 0)
    add_other (self, self->id);
  onward_id_selection_set_id (self, onward_id_list_get_id (self->list, position));
  return TRUE;
}

/* Of several another one becomes the one that is meant; the last one stays. */
static gboolean
onward_id_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  OnwardIdSelection *self = ONWARD_ID_SELECTION (model);
  gint64 id = onward_id_list_get_id (self->list, position);
  GHashTableIter iter;
  gint64 *other;

  if (self->others != NULL)
    g_hash_table_remove (self->others, &id);
  if (self->position != position)
    gtk_selection_model_selection_changed (model, position, 1);
  else if (self->others == NULL)
    onward_id_selection_set_id (self, 0);
  else if (g_hash_table_size (self->others) > 0)
    {
      g_hash_table_iter_init (&iter, self->others);
      g_hash_table_iter_next (&iter, (gpointer *)&other, NULL);
      onward_id_selection_set_id (self, *other);
      gtk_selection_model_selection_changed (model, position, 1);
    }
  return TRUE;
}

/* What the others are made of: ranges, and everything. */
static gboolean
onward_id_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  OnwardIdSelection *self = ONWARD_ID_SELECTION (model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  GtkBitsetIter iter;
  guint position;

  if (self->others == NULL || n == 0)
    return FALSE;
  if (gtk_bitset_get_size_in_range (mask, 0, n - 1) == n)
    g_hash_table_remove_all (self->others);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more && position < n;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = onward_id_list_get_id (self->list, position);

      if (gtk_bitset_contains (selected, position))
        add_other (self, id);
      else
        g_hash_table_remove (self->others, &id);
    }
  if (!gtk_bitset_is_empty (selected) && !has_other (self, self->position))
    onward_id_selection_set_id (self, onward_id_list_get_id (self->list, gtk_bitset_get_minimum (selected)));
  gtk_selection_model_selection_changed (model, 0, n);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = onward_id_selection_is_selected;
  iface->get_selection_in_range = onward_id_selection_get_selection_in_range;
  iface->select_item = onward_id_selection_select_item;
  iface->unselect_item = onward_id_selection_unselect_item;
  iface->set_selection = onward_id_selection_set_selection;
}

static void
onward_id_selection_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_ID)
    g_value_set_int64 (value, ONWARD_ID_SELECTION (object)->id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
onward_id_selection_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  if (property == PROP_ID)
    onward_id_selection_set_id (ONWARD_ID_SELECTION (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
onward_id_selection_dispose (GObject *object)
{
  g_clear_object (&ONWARD_ID_SELECTION (object)->list);
  g_clear_pointer (&ONWARD_ID_SELECTION (object)->others, g_hash_table_unref);
  G_OBJECT_CLASS (onward_id_selection_parent_class)->dispose (object);
}

static void
onward_id_selection_class_init (OnwardIdSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = onward_id_selection_get_property;
  object_class->set_property = onward_id_selection_set_property;
  object_class->dispose = onward_id_selection_dispose;

  /**
   * OnwardIdSelection:id:
   *
   * The selected row; 0 = none.
   */
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
onward_id_selection_init (OnwardIdSelection *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
}

/**
 * onward_id_selection_new:
 * @list: the rows
 *
 * Returns: (transfer full): a model for a list widget, with nothing selected
 */
OnwardIdSelection *
onward_id_selection_new (OnwardIdList *list)
{
  OnwardIdSelection *self = g_object_new (ONWARD_TYPE_ID_SELECTION, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
  return self;
}

/**
 * onward_id_selection_get_id:
 * @self: a selection
 *
 * Returns: the selected row, also while the list does not have it; 0 = none
 */
gint64
onward_id_selection_get_id (OnwardIdSelection *self)
{
  return self->id;
}

/**
 * onward_id_selection_set_id:
 * @self: a selection
 * @id: a row; 0 = none
 */
void
onward_id_selection_set_id (OnwardIdSelection *self, gint64 id)
{
  guint before = self->position;

  if (id == self->id)
    return;
  self->id = id;
  find_position (self);
  if (before != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), before, 1);
  if (self->position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), self->position, 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

/**
 * onward_id_selection_get_position:
 * @self: a selection
 * @position: (out): where the selected row stands
 *
 * Returns: whether the list has the selected row
 */
gboolean
onward_id_selection_get_position (OnwardIdSelection *self, guint *position)
{
  *position = self->position;
  return self->position != GTK_INVALID_LIST_POSITION;
}

/**
 * onward_id_selection_allow_many:
 * @self: a selection
 *
 * Lets further rows be selected beside the one that is meant by onward_id_selection_get_id().
 */
void
onward_id_selection_allow_many (OnwardIdSelection *self)
{
  if (self->others == NULL)
    self->others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * onward_id_selection_forget_others:
 * @self: a selection
 *
 * Leaves only the one that is meant.
 */
void
onward_id_selection_forget_others (OnwardIdSelection *self)
{
  if (self->others == NULL || g_hash_table_size (self->others) == 0)
    return;
  g_hash_table_remove_all (self->others);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, g_list_model_get_n_items (G_LIST_MODEL (self)));
}

/**
 * onward_id_selection_get_chosen:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type gint64): all selected rows that the list has, in its order
 */
GArray *
onward_id_selection_get_chosen (OnwardIdSelection *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));
  gboolean many = self->others != NULL && g_hash_table_size (self->others) > 0;

  if (!many && self->position != GTK_INVALID_LIST_POSITION)
    g_array_append_val (chosen, self->id);
  for (guint i = 0; many && i < n; i++)
    {
      gint64 id = onward_id_list_get_id (self->list, i);

      if (i == self->position || g_hash_table_contains (self->others, &id))
        g_array_append_val (chosen, id);
    }
  return chosen;
}
