/* onward-card-selection.c - the opportunities that are selected on the board, or in the table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-card-selection.h"

/* Known by their ids, so that cards that move, scroll away or are made anew stay selected. */
struct _OnwardCardSelection
{
  GObject parent_instance;

  GHashTable *ids; /* gint64 */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardCardSelection, onward_card_selection, G_TYPE_OBJECT)

static gboolean
add (GHashTable *ids, gint64 id)
{
  return g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static GHashTable *
create_set (GArray *opportunities)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; opportunities != NULL && i < opportunities->len; i++)
    add (ids, g_array_index (opportunities, gint64, i));
  return ids;
}

static gboolean
is_missing_cb (gpointer id, gpointer value, gpointer others)
{
  return !g_hash_table_contains (others, id);
}

static void
onward_card_selection_finalize (GObject *object)
{
  g_hash_table_unref (ONWARD_CARD_SELECTION (object)->ids);
  G_OBJECT_CLASS (onward_card_selection_parent_class)->finalize (object);
}

static void
onward_card_selection_class_init (OnwardCardSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onward_card_selection_finalize;
  /* changed: others are selected now */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
onward_card_selection_init (OnwardCardSelection *self)
{
  self->ids = create_set (NULL);
}

/**
 * onward_card_selection_new:
 *
 * Returns: (transfer full): a selection without anything in it
 */
OnwardCardSelection *
onward_card_selection_new (void)
{
  return g_object_new (ONWARD_TYPE_CARD_SELECTION, NULL);
}

gboolean
onward_card_selection_has (OnwardCardSelection *self, gint64 opportunity)
{
  return g_hash_table_contains (self->ids, &opportunity);
}

guint
onward_card_selection_count (OnwardCardSelection *self)
{
  return g_hash_table_size (self->ids);
}

/**
 * onward_card_selection_list:
 * @self: a selection
 * @order: (element-type gint64): all that are shown, in order
 *
 * Returns: (transfer full) (element-type gint64): those of them that are selected, in that order
 */
GArray *
onward_card_selection_list (OnwardCardSelection *self, GArray *order)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < order->len; i++)
    if (onward_card_selection_has (self, g_array_index (order, gint64, i)))
      g_array_append_val (ids, g_array_index (order, gint64, i));
  return ids;
}

/**
 * onward_card_selection_set:
 * @self: a selection
 * @opportunities: (element-type gint64): these are selected from now on, and no others
 */
void
onward_card_selection_set (OnwardCardSelection *self, GArray *opportunities)
{
  g_hash_table_unref (self->ids);
  self->ids = create_set (opportunities);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * onward_card_selection_put:
 * @self: a selection
 * @opportunity: an opportunity
 * @selected: whether it belongs to it from now on
 */
void
onward_card_selection_put (OnwardCardSelection *self, gint64 opportunity, gboolean selected)
{
  if (selected ? add (self->ids, opportunity) : g_hash_table_remove (self->ids, &opportunity))
    g_signal_emit (self, signals[CHANGED], 0);
}

void
onward_card_selection_clear (OnwardCardSelection *self)
{
  if (g_hash_table_size (self->ids) == 0)
    return;
  g_hash_table_remove_all (self->ids);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * onward_card_selection_keep:
 * @self: a selection
 * @shown: (element-type gint64): all that are shown
 *
 * Drops what nobody sees any more, so that nothing is done to it unseen.
 */
void
onward_card_selection_keep (OnwardCardSelection *self, GArray *shown)
{
  g_autoptr (GHashTable) others = NULL;

  if (g_hash_table_size (self->ids) == 0)
    return;
  others = create_set (shown);
  if (g_hash_table_foreach_remove (self->ids, is_missing_cb, others) > 0)
    g_signal_emit (self, signals[CHANGED], 0);
}
