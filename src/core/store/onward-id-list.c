/* onward-id-list.c - the one list model: an ordered array of row ids, records only where somebody looks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-id-list.h"

#include "onward-id-diff.h"

#include <string.h>

/* Records are read in blocks of so many rows, and so many blocks are kept: more than a GtkListView holds at once, so
 * that scrolling back and forth reads nothing twice. Eight bytes a row are all that grows with the table. */
#define BLOCK_SIZE  64
#define MOST_BLOCKS 8

/* When a row that GtkListView tracks (its anchor, its focus) is among those removed, it looks for it among all that are
 * added in the same splice, and so reads each of them. A long splice therefore begins with this many and adds the rest
 * in a second one: enough to fill what the view builds. */
#define FIRST_ADDED 256

typedef struct
{
  guint number; /* which block; G_MAXUINT = none */
  guint64 used; /* when it was last asked for */
  GObject *items[BLOCK_SIZE];
} Block;

struct _OnwardIdList
{
  GObject parent_instance;

  OnwardStore *store; /* NULL when the items are no records */
  GType type;
  OnwardIdListRead read; /* NULL = records of the store */
  gpointer owner;
  GArray *ids;
  Block blocks[MOST_BLOCKS];
  guint64 uses;
  guint edits; /* how often rows were set */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OnwardIdList, onward_id_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static gint64
get_id (GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

/* A row that is gone and not yet taken out of the list is an empty record: a model may not answer with nothing. */
static gpointer
read_item (OnwardIdList *self, gint64 id)
{
  OnwardRecord *record;

  if (self->read != NULL)
    return self->read (self->owner, id);
  record = onward_store_get_record (self->store, self->type, id);
  if (record == NULL)
    {
      record = g_object_new (self->type, NULL);
      record->id = id;
    }
  return record;
}

static void
clear_block (Block *block)
{
  for (guint i = 0; i < BLOCK_SIZE; i++)
    g_clear_object (&block->items[i]);
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
    block->items[i] = read_item (self, get_id (self->ids, first + i));
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

/* Takes few rows in the place of others at a time (FIRST_ADDED). Returns whether nobody set other rows meanwhile. */
static gboolean
make_splice (OnwardIdList *self, const OnwardIdSplice *change, GArray *wanted)
{
  guint edit = self->edits;
  guint added = change->removed > 0 ? MIN (change->added, FIRST_ADDED) : change->added;

  splice (self, change->position, change->removed, &g_array_index (wanted, gint64, change->position), added);
  if (added < change->added && self->edits == edit)
    splice (self, change->position + added, 0, &g_array_index (wanted, gint64, change->position + added),
            change->added - added);
  return self->edits == edit;
}

/* Which of these rows of the table are no more; NULL = none. */
static GHashTable *
find_gone (OnwardIdList *self, GArray *ids)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *sql =
      g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", onward_record_type_get_table (self->type)->name);
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (self->store), sql, NULL);

  for (guint i = 0; statement != NULL && i < ids->len; i++)
    {
      onward_statement_bind_int (statement, 1, get_id (ids, i));
      if (!onward_statement_step (statement, NULL))
        g_hash_table_add (gone, &g_array_index (ids, gint64, i));
      onward_statement_reset (statement);
    }
  return g_hash_table_size (gone) > 0 ? g_steal_pointer (&gone) : NULL;
}

/* Records tell themselves what changed in them, and whoever made the order makes it anew; a row that is gone must not
 * be asked for in between. */
static void
store_changed_cb (OnwardStore *store, const char *table, GArray *ids, OnwardIdList *self)
{
  g_autoptr (GHashTable) gone = NULL;
  g_autoptr (GArray) left = NULL;

  if (self->ids->len == 0 || ids == NULL || strcmp (table, onward_record_type_get_table (self->type)->name) != 0)
    return;
  gone = find_gone (self, ids);
  if (gone == NULL)
    return;
  left = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->ids->len);
  for (guint i = 0; i < self->ids->len; i++)
    if (!g_hash_table_contains (gone, &g_array_index (self->ids, gint64, i)))
      g_array_append_vals (left, &g_array_index (self->ids, gint64, i), 1);
  onward_id_list_set_ids (self, left);
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
  return g_object_ref (get_block (self, position / BLOCK_SIZE)->items[position % BLOCK_SIZE]);
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
 * onward_id_list_new_of:
 * @type: what its items are
 * @read: (scope forever): gives the item of an id, one object for as long as somebody holds it
 * @owner: (transfer none): what @read is given; lives longer than anybody asks the list for items
 *
 * An empty list of things that are not rows of one table; their ids are whatever tells them apart for @owner. Who owns
 * it also takes out what is gone.
 *
 * Returns: (transfer full): the list
 */
OnwardIdList *
onward_id_list_new_of (GType type, OnwardIdListRead read, gpointer owner)
{
  OnwardIdList *self = g_object_new (ONWARD_TYPE_ID_LIST, NULL);

  self->type = type;
  self->read = read;
  self->owner = owner;
  return self;
}

/**
 * onward_id_list_set_ids:
 * @self: a list
 * @ids: (element-type gint64): the rows that it shows from now on, in order, none twice; copied
 *
 * Emits the smallest `items-changed` that lead there (onward_id_diff()), so that a list widget keeps its place, its
 * focus and its widgets for all rows that stay: nothing when it is the same, two of one row when one row moved, one for
 * each neighbourhood in which an import put rows. A handler may read the list, and may set other rows: these then
 * count.
 *
 * Returns: whether no row went that stays; else so many changed that all between were taken out and put in again, and
 *   who shows them has to look after the place and the focus itself
 */
gboolean
onward_id_list_set_ids (OnwardIdList *self, GArray *ids)
{
  /* The array may be the caller's only until a handler frees it. */
  g_autoptr (GArray) wanted = g_array_ref (ids);
  g_autoptr (GArray) splices =
      onward_id_diff ((const gint64 *)self->ids->data, self->ids->len, (const gint64 *)wanted->data, wanted->len);

  self->edits++;
  for (guint i = 0; i < splices->len; i++)
    if (!make_splice (self, &g_array_index (splices, OnwardIdSplice, i), wanted))
      break;
  return splices->len != 1 || g_array_index (splices, OnwardIdSplice, 0).removed <= ONWARD_ID_DIFF_MOST;
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
 * Returns: how many items it keeps in memory now; bounded, however long the list is
 */
guint
onward_id_list_get_n_kept (OnwardIdList *self)
{
  guint n = 0;

  for (guint i = 0; i < MOST_BLOCKS; i++)
    for (guint j = 0; j < BLOCK_SIZE; j++)
      if (self->blocks[i].items[j] != NULL)
        n++;
  return n;
}
