/* onward-id-order.c - all rows of one class in the user's order, and sets put in order without sorting */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-id-order.h"

#include "model/onward-collections.h"

#include <string.h>

/* Named rows up to this number are looked at one by one; for more the whole order is read again. */
#define MOST_SINGLE_LOOKS 16

/* A row id past this many times the number of rows is not kept in the position array, which has a place an id. */
#define MOST_SPARSE 16

#define WORD_BITS 64

#define ORDER(type, from, by)                                                                                          \
  {                                                                                                                    \
    type, "SELECT o.id " from " ORDER BY " by, "SELECT o.id " from " WHERE o.id IN (?1, ?2, ?3) ORDER BY " by          \
  }

/* Of what is met at the same time or called the same, the older row goes first; interviews begin with the latest. */
typedef struct
{
  GType (*get_type) (void);
  const char *all;
  const char *three;
} Order;

static const Order orders[] = {
  ORDER (onward_contact_get_type, "FROM contacts o", "o.sort_key, o.name, o.id"),
  ORDER (onward_company_get_type, "FROM companies o", "o.sort_key, o.name, o.id"),
  ORDER (onward_opportunity_get_type, "FROM opportunities o LEFT JOIN companies k ON k.id = o.company",
         "o.sort_key, o.title, k.sort_key, k.name, o.id"),
  ORDER (onward_interview_get_type, "FROM interviews o", "o.starts_unix DESC, o.id"),
};

struct _OnwardIdOrder
{
  OnwardStore *store;
  const Order *order;
  GArray *ids;        /* gint64, in the user's order */
  GArray *positions;  /* guint32, by row id; G_MAXUINT32 = no such row */
  GHashTable *strays; /* row id -> position, for the ids that the array has no place for; NULL when there are none */
};

static OnwardStatement *
prepare (OnwardIdOrder *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  OnwardStatement *statement = onward_connection_prepare (onward_store_get_connection (self->store), sql, &error);

  if (statement == NULL)
    g_critical ("%s", error->message);
  return statement;
}

static guint32
find_position (OnwardIdOrder *self, gint64 id)
{
  gpointer position;

  if (id >= 0 && id < (gint64)self->positions->len)
    return g_array_index (self->positions, guint32, id);
  if (self->strays != NULL && g_hash_table_lookup_extended (self->strays, &id, NULL, &position))
    return GPOINTER_TO_UINT (position);
  return G_MAXUINT32;
}

static void
set_position (OnwardIdOrder *self, gint64 id, guint32 position)
{
  if (id >= 0 && id < (gint64)self->positions->len)
    {
      g_array_index (self->positions, guint32, id) = position;
      return;
    }
  if (self->strays == NULL)
    self->strays = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (self->strays, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (position));
}

static void
load_ids (OnwardIdOrder *self)
{
  g_autoptr (OnwardStatement) statement = prepare (self, self->order->all);

  /* A new array: results may share the old one. */
  g_array_unref (self->ids);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (statement != NULL && onward_statement_step (statement, NULL))
    {
      gint64 id = onward_statement_get_int (statement, 0);

      g_array_append_val (self->ids, id);
    }
}

static void
load (OnwardIdOrder *self)
{
  gint64 largest = 0;

  load_ids (self);
  for (guint i = 0; i < self->ids->len; i++)
    largest = MAX (largest, g_array_index (self->ids, gint64, i));
  g_clear_pointer (&self->strays, g_hash_table_unref);
  g_array_set_size (self->positions, (guint)MIN (largest, (gint64)MOST_SPARSE * self->ids->len) + 1);
  memset (self->positions->data, 0xff, self->positions->len * sizeof (guint32));
  for (guint i = 0; i < self->ids->len; i++)
    set_position (self, g_array_index (self->ids, gint64, i), i);
}

/* Whether the row still stands between its neighbours, so that the order need not be read again. */
static gboolean
stands_right (OnwardIdOrder *self, gint64 id)
{
  guint32 position = find_position (self, id);
  g_autoptr (OnwardStatement) statement = NULL;
  gint64 before = 0, after = 0;

  if (position == G_MAXUINT32)
    return FALSE;
  if (position > 0)
    before = g_array_index (self->ids, gint64, position - 1);
  if (position + 1 < self->ids->len)
    after = g_array_index (self->ids, gint64, position + 1);
  statement = prepare (self, self->order->three);
  if (statement == NULL)
    return FALSE;
  onward_statement_bind_id (statement, 1, before);
  onward_statement_bind_int (statement, 2, id);
  onward_statement_bind_id (statement, 3, after);
  if (before != 0 && (!onward_statement_step (statement, NULL) || onward_statement_get_int (statement, 0) != before))
    return FALSE;
  if (!onward_statement_step (statement, NULL) || onward_statement_get_int (statement, 0) != id)
    return FALSE;
  return after == 0 || (onward_statement_step (statement, NULL) && onward_statement_get_int (statement, 0) == after);
}

/* A set of positions, a bit each: found in any order, read in order, without sorting anything. */
static guint64 *
create_set (OnwardIdOrder *self, OnwardStatement *statement)
{
  guint64 *set = g_new0 (guint64, self->ids->len / WORD_BITS + 1);

  while (statement != NULL && onward_statement_step (statement, NULL))
    {
      guint32 position = find_position (self, onward_statement_get_int (statement, 0));

      if (position != G_MAXUINT32)
        set[position / WORD_BITS] |= G_GUINT64_CONSTANT (1) << position % WORD_BITS;
    }
  return set;
}

/**
 * onward_id_order_new:
 * @store: where the rows are; outlives the order
 * @type: contacts, companies, opportunities or interviews
 *
 * Main thread, as all of it. The order does not look after changes by itself: onward_id_order_refresh().
 *
 * Returns: (transfer full): the order
 */
OnwardIdOrder *
onward_id_order_new (OnwardStore *store, GType type)
{
  OnwardIdOrder *self = g_new0 (OnwardIdOrder, 1);

  self->store = store;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i].get_type () == type)
      self->order = &orders[i];
  g_assert (self->order != NULL);
  load (self);
  return self;
}

void
onward_id_order_free (OnwardIdOrder *self)
{
  g_array_unref (self->ids);
  g_array_unref (self->positions);
  g_clear_pointer (&self->strays, g_hash_table_unref);
  g_free (self);
}

/**
 * onward_id_order_refresh:
 * @self: an order
 * @changed: (nullable) (element-type gint64): rows that are new, gone or different; NULL = any
 */
void
onward_id_order_refresh (OnwardIdOrder *self, GArray *changed)
{
  gboolean right = changed != NULL && changed->len <= MOST_SINGLE_LOOKS;

  for (guint i = 0; right && i < changed->len; i++)
    right = stands_right (self, g_array_index (changed, gint64, i));
  if (!right)
    load (self);
}

/**
 * onward_id_order_get_ids:
 * @self: an order
 *
 * Returns: (transfer none) (element-type gint64): all rows
 */
GArray *
onward_id_order_get_ids (OnwardIdOrder *self)
{
  return self->ids;
}

/**
 * onward_id_order_has:
 * @self: an order
 * @id: a row
 *
 * Returns: whether there is one
 */
gboolean
onward_id_order_has (OnwardIdOrder *self, gint64 id)
{
  return find_position (self, id) != G_MAXUINT32;
}

static guint64 *
combine (OnwardIdOrder *self, guint64 *set, guint64 *found, gboolean without)
{
  for (guint i = 0; i <= self->ids->len / WORD_BITS; i++)
    {
      guint64 before = set != NULL ? set[i] : ~G_GUINT64_CONSTANT (0);

      found[i] = before & (without ? ~found[i] : found[i]);
    }
  /* Behind the last row stands nothing. */
  found[self->ids->len / WORD_BITS] &= (G_GUINT64_CONSTANT (1) << self->ids->len % WORD_BITS) - 1;
  g_free (set);
  return found;
}

/**
 * onward_id_order_narrow:
 * @self: an order
 * @set: (transfer full) (nullable): a set of its rows; NULL = all of them
 * @statement: (nullable): gives row ids in its first column, in any order
 *
 * Returns: (transfer full): those of @set that @statement gives; good until the order is refreshed
 */
guint64 *
onward_id_order_narrow (OnwardIdOrder *self, guint64 *set, OnwardStatement *statement)
{
  return combine (self, set, create_set (self, statement), FALSE);
}

/**
 * onward_id_order_narrow_without:
 * @self: an order
 * @set: (transfer full) (nullable): a set of its rows; NULL = all of them
 * @statement: (nullable): gives row ids in its first column, in any order
 *
 * Returns: (transfer full): those of @set that @statement does not give; good until the order is refreshed
 */
guint64 *
onward_id_order_narrow_without (OnwardIdOrder *self, guint64 *set, OnwardStatement *statement)
{
  return combine (self, set, create_set (self, statement), TRUE);
}

/**
 * onward_id_order_copy_set:
 * @self: an order
 * @set: (nullable): a set of its rows
 *
 * Returns: (transfer full) (nullable): the same
 */
guint64 *
onward_id_order_copy_set (OnwardIdOrder *self, const guint64 *set)
{
  return g_memdup2 (set, (self->ids->len / WORD_BITS + 1) * sizeof *set);
}

/**
 * onward_id_order_collect:
 * @self: an order
 * @set: (nullable): a set of its rows; NULL = all of them
 *
 * Returns: (transfer full) (element-type gint64): the rows, in order
 */
GArray *
onward_id_order_collect (OnwardIdOrder *self, const guint64 *set)
{
  guint n_words = self->ids->len / WORD_BITS + 1, n = 0;
  const gint64 *all = (const gint64 *)self->ids->data;
  gint64 *next;
  GArray *ids;

  if (set == NULL)
    return g_array_ref (self->ids);
  for (guint i = 0; i < n_words; i++)
    n += (guint)__builtin_popcountll (set[i]);
  ids = g_array_set_size (g_array_new (FALSE, FALSE, sizeof (gint64)), n);
  next = (gint64 *)ids->data;
  for (guint i = 0; i < n_words; i++)
    for (guint64 word = set[i]; word != 0; word &= word - 1)
      *next++ = all[i * WORD_BITS + (guint)__builtin_ctzll (word)];
  return ids;
}
