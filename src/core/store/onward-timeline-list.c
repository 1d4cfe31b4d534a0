/* onward-timeline-list.c - a timeline as a list that says what became of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-timeline-list.h"

#include "model/onward-contact.h"

/* Room for the kinds, and for whether a promise was made in an interview. */
#define KIND_BITS 5

struct _OnwardTimelineItem
{
  GObject parent_instance;

  OnwardTimelineEntry *entry;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardTimelineItem, onward_timeline_item, G_TYPE_OBJECT)

struct _OnwardTimelineList
{
  GObject parent_instance;

  OnwardIdList *ids;
  GHashTable *items; /* id -> OnwardTimelineItem, all of them */
};

G_DEFINE_FINAL_TYPE (OnwardTimelineList, onward_timeline_list, G_TYPE_OBJECT)

static void
onward_timeline_item_finalize (GObject *object)
{
  onward_timeline_entry_free (ONWARD_TIMELINE_ITEM (object)->entry);
  G_OBJECT_CLASS (onward_timeline_item_parent_class)->finalize (object);
}

static void
onward_timeline_item_class_init (OnwardTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onward_timeline_item_finalize;

  /**
   * OnwardTimelineItem::changed:
   *
   * The entry says something else now.
   */
  signals[CHANGED] =
      g_signal_new ("changed", ONWARD_TYPE_TIMELINE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
onward_timeline_item_init (OnwardTimelineItem *self)
{
}

/**
 * onward_timeline_item_get_entry:
 * @self: an item
 *
 * Returns: (transfer none): what happened
 */
const OnwardTimelineEntry *
onward_timeline_item_get_entry (OnwardTimelineItem *self)
{
  return self->entry;
}

static gint64
get_id (const OnwardTimelineEntry *entry)
{
  /* Promises are of an opportunity, or of one of its interviews: rows of two tables. */
  guint kind = (guint)entry->kind * 2 + (entry->kind == ONWARD_TIMELINE_PROMISE && entry->interview != 0);

  return entry->record << KIND_BITS | kind;
}

static void
set_entry (OnwardTimelineItem *self, OnwardTimelineEntry *entry)
{
  g_autoptr (OnwardTimelineEntry) before = g_steal_pointer (&self->entry);

  self->entry = entry;
  if (before != NULL && !onward_timeline_entry_equal (before, entry))
    g_signal_emit (self, signals[CHANGED], 0);
}

static gpointer
read_item (gpointer owner, gint64 id)
{
  return g_object_ref (g_hash_table_lookup (ONWARD_TIMELINE_LIST (owner)->items, &id));
}

static void
onward_timeline_list_finalize (GObject *object)
{
  OnwardTimelineList *self = ONWARD_TIMELINE_LIST (object);

  g_object_unref (self->ids);
  g_hash_table_unref (self->items);
  G_OBJECT_CLASS (onward_timeline_list_parent_class)->finalize (object);
}

static void
onward_timeline_list_class_init (OnwardTimelineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onward_timeline_list_finalize;
}

static void
onward_timeline_list_init (OnwardTimelineList *self)
{
  self->ids = onward_id_list_new_of (ONWARD_TYPE_TIMELINE_ITEM, read_item, self);
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * onward_timeline_list_new:
 *
 * Main thread, as all of it.
 *
 * Returns: (transfer full): an empty timeline
 */
OnwardTimelineList *
onward_timeline_list_new (void)
{
  return g_object_new (ONWARD_TYPE_TIMELINE_LIST, NULL);
}

/**
 * onward_timeline_list_get_model:
 * @self: a timeline
 *
 * Returns: (transfer none): its items, the newest first
 */
GListModel *
onward_timeline_list_get_model (OnwardTimelineList *self)
{
  return G_LIST_MODEL (self->ids);
}

/* Items that stay are the ones there were. What is no more in the timeline stays until the list has heard of all
 * changes, since it may be asked for any of its rows until then. */
static void
take_entries (OnwardTimelineList *self, GPtrArray *entries, GArray *ids)
{
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      gint64 id = get_id (entries->pdata[i]);
      OnwardTimelineItem *item = g_hash_table_lookup (self->items, &id);

      if (item == NULL)
        {
          item = g_object_new (ONWARD_TYPE_TIMELINE_ITEM, NULL);
          g_hash_table_insert (self->items, g_memdup2 (&id, sizeof id), item);
        }
      set_entry (item, entries->pdata[i]);
      g_array_append_val (ids, id);
    }
}

static gboolean
is_left (gpointer id, gpointer item, gpointer ids)
{
  return !onward_id_list_find (ids, *(gint64 *)id, NULL);
}

/**
 * onward_timeline_list_load:
 * @self: a timeline
 * @store: the database
 * @type: ONWARD_TYPE_OPPORTUNITY or ONWARD_TYPE_CONTACT
 * @id: the row
 * @most: no more entries than this, the newest
 *
 * Reads what happened anew, and says what became of the list.
 *
 * Returns: whether there are earlier ones
 */
gboolean
onward_timeline_list_load (OnwardTimelineList *self, OnwardStore *store, GType type, gint64 id, guint most)
{
  gboolean more;
  g_autoptr (GPtrArray) entries = type == ONWARD_TYPE_CONTACT ? onward_timeline_of_contact (store, id, most, &more)
                                                              : onward_timeline_of_opportunity (store, id, most, &more);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  take_entries (self, entries, ids);
  onward_id_list_set_ids (self->ids, ids);
  g_hash_table_foreach_remove (self->items, is_left, self->ids);
  return more;
}
