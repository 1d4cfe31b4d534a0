/* onward-id-list.c - the one list model: an ordered array of row ids, records only where somebody looks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-id-list.h"

#include <string.h>

/* Records are read in blocks of so many rows, and so many blocks are kept: more than a GtkListView holds at once, so
 * that scrolling back and forth reads nothing twice. Eight bytes a row are all that grows with the table. */
#define BLOCK_SIZE  64
#define MOST_BLOCKS 8

/* When a row that GtkListView tracks (its anchor, its focus) is among those removed, it looks for it among all that are
 * added in the same splice, and so reads each of them. A long splice therefore begins with this many and adds the rest in
 * a second one: enough to fill what the view builds. */
#define FIRST_ADDED 256

typedef struct
{
  guint number; /* which block; G_MAXUINT = none */
  guint64 used; /* when it was last asked for */
  OnwardRecord *records[BLOCK_SIZE];
} Block;

struct _OnwardIdList
{
  GObject parent_instance;

  OnwardStore *store;
  GType type;
  GArray *ids;
  Block blocks[MOST_BLOCKS];
  guint64 uses;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OnwardIdList, onward_id_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static gint64
get_id (GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

/* A row that is gone and not yet taken out of the list: a model may not answer with nothing. */
static OnwardRecord *
create_placeholder (GType type, gint64 id)
{
  OnwardRecord *record = g_object_new (type, NULL);

  record->id = id;
  return record;
}

static void
clear_block (Block *block)
{
  for (guint i = 0; i < BLOCK_SIZE; i++)
    g_clear_object (&block->records[i]);
  block->number = G_MAXUINT;
}

/* Positions after a change mean other rows. What is visible is held by its row widget and comes back unread. */
static void
clear_blocks_from (OnwardIdList *self, guint position)
{
  for (guint i = 0; i < MOST_BLOCKS; i++)
    if (self->blocks[i].number != G_MAXUINT && self->blocks[i].number >= position / BLOCK_SIZE)
      clear_block (&self->blocks[i]);
}

static void
fill_block (OnwardIdList *self, Block *block, guint number)
{
  guint first = number * BLOCK_SIZE;

  block->number = number;
  for (guint i = 0; i < BLOCK_SIZE && first + i < self->ids->len; i++)
    {
      gint64 id = get_id (self->ids, first + i);

      block->records[i] = onward_store_get_record (self->store, self->type, id);
      if (block->records[i] == NULL)
        block->records[i] = create_placeholder (self->type, id);
    }
}

static Block *
get_block (OnwardIdList *self, guint number)
{
  Block *oldest = &self->blocks[0];

  for (guint i = 0; i < MOST_BLOCKS; i++)
    {
      Block *block = &self->blocks[i];

      if (block->number == number)
        {
          block->used = ++self->uses;
          return block;
        }
      if (block->used < oldest->used)
        oldest = block;
    }
  clear_block (oldest);
  oldest->used = ++self->uses;
  fill_block (self, oldest, number);
  return oldest;
}

static void
splice (OnwardIdList *self, guint position, guint removed, const gint64 *added, guint n_added)
{
  clear_blocks_from (self, position);
  if (removed > 0)
    g_array_remove_range (self->ids, position, removed);
  if (n_added > 0)
    g_array_insert_vals (self->ids, position, added, n_added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, n_added);
}

/* One row went to another place, as after a rename: two splices of one row instead of one over all between. */
static gboolean
splice_move (OnwardIdList *self, const gint64 *new_ids, guint first, guint n)
{
  const gint64 *old = &g_array_index (self->ids, gint64, first);
  gint64 moved;

  if (n < 3)
    return FALSE;
  if (old[0] == new_ids[n - 1] && memcmp (old + 1, new_ids, (n - 1) * sizeof *old) == 0)
    {
      moved = old[0];
      splice (self, first, 1, NULL, 0);
      splice (self, first + n - 1, 0, &moved, 1);
      return TRUE;
    }
  if (old[n - 1] == new_ids[0] && memcmp (old, new_ids + 1, (n - 1) * sizeof *old) == 0)
    {
      moved = old[n - 1];
      splice (self, first + n - 1, 1, NULL, 0);
      splice (self, first, 0, &moved, 1);
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_row (OnwardIdList *self, gint64 id)
{
  g_autoptr (OnwardStatement) statement = NULL;
  g_autofree char *sql =
      g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", onward_record_type_get_table (self->type)->name);

  statement = onward_connection_prepare (onward_store_get_connection (self->store), sql, NULL);
  if (statement == NULL)
    return TRUE;
  onward_statement_bind_int (statement, 1, id);
  return onward_statement_step (statement, NULL);
}

/* Records tell themselves what changed in them, and whoever made the order makes it anew; a row that is gone must not
 * be asked for in between. */
static void
store_changed_cb (OnwardStore *store, const char *table, GArray *ids, OnwardIdList *self)
{
  guint position;

  if (ids == NULL || strcmp (table, onward_record_type_get_table (self->type)->name) != 0)
    return;
  for (guint i = 0; i < ids->len; i++)
    if (!is_row (self, get_id (ids, i)) && onward_id_list_find (self, get_id (ids, i), &position))
      splice (self, position, 1, NULL, 0);
}

static GType
onward_id_list_get_item_type (GListModel *model)
{
  return ONWARD_ID_LIST (model)->type;
}

static guint
onward_id_list_get_n_items (GListModel *model)
{
  return ONWARD_ID_LIST (model)->ids->len;
}

static gpointer
onward_id_list_get_item (GListModel *model, guint position)
{
  OnwardIdList *self = ONWARD_ID_LIST (model);

  if (position >= self->ids->len)
    return NULL;
  return g_object_ref (get_block (self, position / BLOCK_SIZE)->records[position % BLOCK_SIZE]);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = onward_id_list_get_item_type;
  iface->get_n_items = onward_id_list_get_n_items;
  iface->get_item = onward_id_list_get_item;
}

static void
onward_id_list_dispose (GObject *object)
{
  OnwardIdList *self = ONWARD_ID_LIST (object);

  for (guint i = 0; i < MOST_BLOCKS; i++)
    clear_block (&self->blocks[i]);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_id_list_parent_class)->dispose (object);
}

static void
onward_id_list_finalize (GObject *object)
{
  g_array_unref (ONWARD_ID_LIST (object)->ids);
  G_OBJECT_CLASS (onward_id_list_parent_class)->finalize (object);
}

static void
onward_id_list_class_init (OnwardIdListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onward_id_list_dispose;
  object_class->finalize = onward_id_list_finalize;
}

static void
onward_id_list_init (OnwardIdList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < MOST_BLOCKS; i++)
    self->blocks[i].number = G_MAXUINT;
}

/**
 * onward_id_list_new:
 * @store: where the rows are
 * @type: their record class
 *
 * An empty list. Whoever owns it asks SQL for the ids in their order and sets them; nothing is sorted or filtered here.
 * Main thread, as all of it.
 *
 * Returns: (transfer full): the list
 */
OnwardIdList *
onward_id_list_new (OnwardStore *store, GType type)
{
  OnwardIdList *self = g_object_new (ONWARD_TYPE_ID_LIST, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  return self;
}

/**
 * onward_id_list_set_ids:
 * @self: a list
 * @ids: (element-type gint64): the rows that it shows from now on, in order, none twice; copied
 *
 * Emits the smallest `items-changed` that leads there: nothing when it is the same, two of one row when one row moved, and
 * two when so many rows take the place of others that a list widget would read them all.
 */
void
onward_id_list_set_ids (OnwardIdList *self, GArray *ids)
{
  const gint64 *wanted = (const gint64 *)ids->data;
  guint first = 0, last = 0;
  guint shorter = MIN (self->ids->len, ids->len);
  guint removed, added;

  while (first < shorter && get_id (self->ids, first) == wanted[first])
    first++;
  while (last < shorter - first && get_id (self->ids, self->ids->len - 1 - last) == wanted[ids->len - 1 - last])
    last++;
  removed = self->ids->len - first - last;
  added = ids->len - first - last;
  if (removed == 0 && added == 0)
    return;
  if (removed == added && splice_move (self, wanted + first, first, added))
    return;
  splice (self, first, removed, wanted + first, removed > 0 ? MIN (added, FIRST_ADDED) : added);
  if (removed > 0 && added > FIRST_ADDED)
    splice (self, first + FIRST_ADDED, 0, wanted + first + FIRST_ADDED, added - FIRST_ADDED);
}

/**
 * onward_id_list_get_id:
 * @self: a list
 * @position: from 0
 *
 * Returns: the row there, without reading it; 0 past the end
 */
gint64
onward_id_list_get_id (OnwardIdList *self, guint position)
{
  return position < self->ids->len ? get_id (self->ids, position) : 0;
}

/**
 * onward_id_list_find:
 * @self: a list
 * @id: a row
 * @position: (out) (optional): where it stands
 *
 * Returns: whether the list has that row
 */
gboolean
onward_id_list_find (OnwardIdList *self, gint64 id, guint *position)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (get_id (self->ids, i) == id)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * onward_id_list_get_n_kept:
 * @self: a list
 *
 * Returns: how many records it keeps in memory now; bounded, however long the list is
 */
guint
onward_id_list_get_n_kept (OnwardIdList *self)
{
  guint n = 0;

  for (guint i = 0; i < MOST_BLOCKS; i++)
    for (guint j = 0; j < BLOCK_SIZE; j++)
      if (self->blocks[i].records[j] != NULL)
        n++;
  return n;
}
