/* onward-contact-order.c - all people in their order, and which of them a search and its filters leave */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-order.h"

#include "onward-search-query.h"

#include <string.h>

/* Named rows up to this number are looked at one by one; for more the whole order is read again. */
#define MOST_SINGLE_LOOKS 16

/* A row id past this many times the number of rows is not kept in the position array, which has a place an id. */
#define MOST_SPARSE 16

#define WORD_BITS 64

struct _OnwardContactOrder
{
  GObject parent_instance;

  OnwardStore *store;
  OnwardTokenizer *tokenizer;
  GArray *ids;        /* gint64, in the user's order */
  GArray *positions;  /* guint32, by row id; G_MAXUINT32 = no such row */
  GHashTable *strays; /* row id -> position, for the ids that the array has no place for; NULL when there are none */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardContactOrder, onward_contact_order, G_TYPE_OBJECT)

static OnwardStatement *
prepare (OnwardContactOrder *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  OnwardStatement *statement = onward_connection_prepare (onward_store_get_connection (self->store), sql, &error);

  if (statement == NULL)
    g_critical ("%s", error->message);
  return statement;
}

static guint32
find_position (OnwardContactOrder *self, gint64 id)
{
  gpointer position;

  if (id >= 0 && id < (gint64)self->positions->len)
    return g_array_index (self->positions, guint32, id);
  if (self->strays != NULL && g_hash_table_lookup_extended (self->strays, &id, NULL, &position))
    return GPOINTER_TO_UINT (position);
  return G_MAXUINT32;
}

static void
set_position (OnwardContactOrder *self, gint64 id, guint32 position)
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
load_ids (OnwardContactOrder *self)
{
  g_autoptr (OnwardStatement) statement = prepare (self, "SELECT id FROM contacts ORDER BY sort_key, name, id");

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
load (OnwardContactOrder *self)
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
stands_right (OnwardContactOrder *self, gint64 id)
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
  statement = prepare (self, "SELECT id FROM contacts WHERE id IN (?1, ?2, ?3) ORDER BY sort_key, name, id");
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

static void
refresh (OnwardContactOrder *self, GArray *ids)
{
  gboolean right = ids != NULL && ids->len <= MOST_SINGLE_LOOKS;

  for (guint i = 0; right && i < ids->len; i++)
    right = stands_right (self, g_array_index (ids, gint64, i));
  if (!right)
    load (self);
}

/* What a search or a filter may look at. */
static gboolean
is_searched (const char *table)
{
  static const char *const tables[] = { "contacts", "companies", "interview_people", "opportunity_people", NULL };

  return g_strv_contains (tables, table);
}

static void
store_changed_cb (OnwardStore *store, const char *table, GArray *ids, OnwardContactOrder *self)
{
  if (!is_searched (table))
    return;
  if (strcmp (table, "contacts") == 0)
    refresh (self, ids);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A set of positions, a bit each: found in any order, read in order, without sorting anything. */
static guint64 *
create_set (OnwardContactOrder *self)
{
  return g_new0 (guint64, self->ids->len / WORD_BITS + 1);
}

/* Narrows @set, when there is one, to the rows that @statement gives. */
static guint64 *
narrow (OnwardContactOrder *self, guint64 *set, OnwardStatement *statement)
{
  guint64 *found = create_set (self);

  while (statement != NULL && onward_statement_step (statement, NULL))
    {
      guint32 position = find_position (self, onward_statement_get_int (statement, 0));

      if (position != G_MAXUINT32)
        found[position / WORD_BITS] |= G_GUINT64_CONSTANT (1) << position % WORD_BITS;
    }
  for (guint i = 0; set != NULL && i <= self->ids->len / WORD_BITS; i++)
    found[i] &= set[i];
  g_free (set);
  return found;
}

static guint64 *
narrow_to_text (OnwardContactOrder *self, guint64 *set, const char *text)
{
  g_autofree char *query =
      text != NULL ? onward_search_query_build (self->tokenizer, text, ONWARD_SEARCH_CONTACTS) : NULL;
  g_autoptr (OnwardStatement) statement = NULL;

  if (query == NULL)
    return set;
  statement = prepare (self, "SELECT rowid FROM contact_search WHERE contact_search MATCH ?");
  if (statement != NULL)
    onward_statement_bind_text (statement, 1, query);
  return narrow (self, set, statement);
}

static guint64 *
narrow_to_tier (OnwardContactOrder *self, guint64 *set, const char *tier)
{
  g_autoptr (OnwardStatement) statement = prepare (self, "SELECT id FROM contacts WHERE coalesce (tier, 'none') = ?");

  if (statement != NULL)
    onward_statement_bind_text (statement, 1, tier);
  return narrow (self, set, statement);
}

/* A role left out in an interview or opportunity means interviewer (playbook.md, "Who"). */
static guint64 *
narrow_to_role (OnwardContactOrder *self, guint64 *set, const char *role)
{
  g_autoptr (OnwardStatement) statement =
      prepare (self, "SELECT id FROM contacts WHERE instr (roles, '\"' || ?1 || '\"') > 0 "
                     "UNION ALL SELECT contact FROM interview_people WHERE coalesce (role, 'interviewer') = ?1 "
                     "UNION ALL SELECT contact FROM opportunity_people WHERE coalesce (role, 'interviewer') = ?1");

  if (statement != NULL)
    onward_statement_bind_text (statement, 1, role);
  return narrow (self, set, statement);
}

static guint64 *
narrow_to_company (OnwardContactOrder *self, guint64 *set, gint64 company)
{
  g_autoptr (OnwardStatement) statement = prepare (self, "SELECT id FROM contacts WHERE company = ?");

  if (statement != NULL)
    onward_statement_bind_int (statement, 1, company);
  return narrow (self, set, statement);
}

static GArray *
collect (OnwardContactOrder *self, const guint64 *set)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i <= self->ids->len / WORD_BITS; i++)
    for (guint64 word = set[i]; word != 0; word &= word - 1)
      {
        guint position = i * WORD_BITS + (guint)__builtin_ctzll (word);

        g_array_append_val (ids, g_array_index (self->ids, gint64, position));
      }
  return ids;
}

static void
onward_contact_order_dispose (GObject *object)
{
  OnwardContactOrder *self = ONWARD_CONTACT_ORDER (object);

  g_clear_pointer (&self->tokenizer, onward_tokenizer_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_contact_order_parent_class)->dispose (object);
}

static void
onward_contact_order_finalize (GObject *object)
{
  OnwardContactOrder *self = ONWARD_CONTACT_ORDER (object);

  g_array_unref (self->ids);
  g_array_unref (self->positions);
  g_clear_pointer (&self->strays, g_hash_table_unref);
  G_OBJECT_CLASS (onward_contact_order_parent_class)->finalize (object);
}

static void
onward_contact_order_class_init (OnwardContactOrderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onward_contact_order_dispose;
  object_class->finalize = onward_contact_order_finalize;

  /**
   * OnwardContactOrder::changed:
   * @self: the order
   *
   * Something that an order, a search or a filter looks at is different now: ask again.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
onward_contact_order_init (OnwardContactOrder *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * onward_contact_order_new:
 * @store: where the people are; outlives the order
 *
 * Main thread, as all of it.
 *
 * Returns: (transfer full): the order, kept up to date
 */
OnwardContactOrder *
onward_contact_order_new (OnwardStore *store)
{
  OnwardContactOrder *self = g_object_new (ONWARD_TYPE_CONTACT_ORDER, NULL);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->tokenizer = onward_tokenizer_new (onward_store_get_connection (store), &error);
  if (self->tokenizer == NULL)
    g_error ("%s", error->message);
  load (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  return self;
}

/**
 * onward_contact_order_get_ids:
 * @self: an order
 *
 * Returns: (transfer none) (element-type gint64): everybody, by the collation key of the name, the name, the row
 */
GArray *
onward_contact_order_get_ids (OnwardContactOrder *self)
{
  return self->ids;
}

/**
 * onward_contact_order_has:
 * @self: an order
 * @contact: a row of contacts
 *
 * Returns: whether there is such a person
 */
gboolean
onward_contact_order_has (OnwardContactOrder *self, gint64 contact)
{
  return find_position (self, contact) != G_MAXUINT32;
}

/**
 * onward_contact_order_get_tokenizer:
 * @self: an order
 *
 * Returns: (transfer none): what cuts text into words for it
 */
OnwardTokenizer *
onward_contact_order_get_tokenizer (OnwardContactOrder *self)
{
  return self->tokenizer;
}

/**
 * onward_contact_order_query:
 * @self: an order
 * @filter: whom to leave
 *
 * The search tables give row ids in no order at all; the position array puts them in the user's. Sorting in SQL is what
 * would cost.
 *
 * Returns: (transfer full) (element-type gint64): the whole result, in order
 */
GArray *
onward_contact_order_query (OnwardContactOrder *self, const OnwardContactFilter *filter)
{
  g_autofree guint64 *set = NULL;

  set = narrow_to_text (self, set, filter->text);
  if (filter->tier != NULL)
    set = narrow_to_tier (self, set, filter->tier);
  if (filter->role != NULL)
    set = narrow_to_role (self, set, filter->role);
  if (filter->company != 0)
    set = narrow_to_company (self, set, filter->company);
  return set != NULL ? collect (self, set) : g_array_ref (self->ids);
}
