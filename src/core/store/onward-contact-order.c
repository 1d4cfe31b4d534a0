/* onward-contact-order.c - all people in their order, and which of them a search and its filters leave */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-order.h"

#include "model/onward-contact.h"
#include "onward-id-order.h"
#include "onward-search-query.h"

#include <string.h>

struct _OnwardContactOrder
{
  GObject parent_instance;

  OnwardStore *store;
  OnwardTokenizer *tokenizer;
  OnwardIdOrder *order;
  /* Those whom the filters left the last time, whatever was typed: letter after letter is asked of the same filters. */
  char *filtered_by;
  guint64 *filtered;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardContactOrder, onward_contact_order, G_TYPE_OBJECT)

static void
forget_filtered (OnwardContactOrder *self)
{
  g_clear_pointer (&self->filtered_by, g_free);
  g_clear_pointer (&self->filtered, g_free);
}

/* What a search or a filter may look at. Of the last three only the filter of those who were not in touch. */
static gboolean
is_searched (OnwardContactOrder *self, const char *table)
{
  static const char *const tables[] = { "contacts", "companies", "interview_people", "opportunity_people", NULL };
  static const char *const touching[] = { "touches", "touch_contacts", "interviews", NULL };

  return g_strv_contains (tables, table) || (self->filtered != NULL && g_strv_contains (touching, table));
}

static void
store_changed_cb (OnwardStore *store, const char *table, GArray *ids, OnwardContactOrder *self)
{
  if (!is_searched (self, table))
    return;
  forget_filtered (self);
  if (strcmp (table, "contacts") == 0)
    onward_id_order_refresh (self->order, ids);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The statements of one query: @text goes to ?1 when there is one, else @number. */
static OnwardStatement *
prepare (OnwardContactOrder *self, const char *sql, const char *text, gint64 number)
{
  g_autoptr (GError) error = NULL;
  OnwardStatement *statement = onward_connection_prepare (onward_store_get_connection (self->store), sql, &error);

  if (statement == NULL)
    g_critical ("%s", error->message);
  else if (text != NULL)
    onward_statement_bind_text (statement, 1, text);
  else
    onward_statement_bind_int (statement, 1, number);
  return statement;
}

static guint64 *
narrow (OnwardContactOrder *self, guint64 *set, const char *sql, const char *text, gint64 number)
{
  g_autoptr (OnwardStatement) statement = prepare (self, sql, text, number);

  return onward_id_order_narrow (self->order, set, statement);
}

/* Whom the user was in touch with is what onward_contacts_get_last_touch() says. */
static guint64 *
narrow_to_quiet (OnwardContactOrder *self, guint64 *set, gint64 since)
{
  g_autoptr (OnwardStatement) statement =
      prepare (self,
               "SELECT c.contact FROM touches t JOIN touch_contacts c ON c.touch = t.id WHERE t.at_unix >= ?1 "
               "UNION ALL SELECT p.contact FROM interviews i JOIN interview_people p ON p.interview = i.id "
               "WHERE i.starts_unix >= ?1 AND p.attended AND coalesce (i.status, 'booked') NOT IN ('cancelled', "
               "'no-show') AND i.ends_unix <= ?2",
               NULL, since);

  if (statement != NULL)
    onward_statement_bind_int (statement, 2, onward_store_get_now (self->store).unix_time);
  return onward_id_order_narrow_without (self->order, set, statement);
}

static guint64 *
apply_filters (OnwardContactOrder *self, const OnwardContactFilter *filter)
{
  guint64 *set = NULL;

  if (filter->tier != NULL)
    set = narrow (self, set, "SELECT id FROM contacts WHERE coalesce (tier, 'none') = ?1", filter->tier, 0);
  /* A role left out in an interview or opportunity means interviewer (playbook.md, "Who"). */
  if (filter->role != NULL)
    set = narrow (self, set,
                  "SELECT id FROM contacts WHERE instr (roles, '\"' || ?1 || '\"') > 0 "
                  "UNION ALL SELECT contact FROM interview_people WHERE coalesce (role, 'interviewer') = ?1 "
                  "UNION ALL SELECT contact FROM opportunity_people WHERE coalesce (role, 'interviewer') = ?1",
                  filter->role, 0);
  if (filter->company != 0)
    set = narrow (self, set, "SELECT id FROM contacts WHERE company = ?1", NULL, filter->company);
  if (filter->tag != NULL)
    set = narrow (self, set,
                  "SELECT id FROM contacts WHERE json_valid (tags) AND EXISTS (SELECT 1 FROM json_each (tags) "
                  "WHERE lower (onward_fold (value)) = lower (onward_fold (?1)))",
                  filter->tag, 0);
  if (filter->quiet_since != 0)
    set = narrow_to_quiet (self, set, filter->quiet_since);
  return set;
}

/* The caller owns what is given back; NULL = everybody. */
static guint64 *
get_filtered (OnwardContactOrder *self, const OnwardContactFilter *filter)
{
  g_autofree char *by = NULL;

  if (filter->tier == NULL && filter->role == NULL && filter->company == 0 && filter->tag == NULL
      && filter->quiet_since == 0)
    {
      forget_filtered (self);
      return NULL;
    }
  by = g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s", filter->tier, filter->role,
                        filter->company, filter->quiet_since, filter->tag);
  if (g_strcmp0 (by, self->filtered_by) != 0)
    {
      forget_filtered (self);
      self->filtered = apply_filters (self, filter);
      self->filtered_by = g_steal_pointer (&by);
    }
  return onward_id_order_copy_set (self->order, self->filtered);
}

static void
onward_contact_order_dispose (GObject *object)
{
  OnwardContactOrder *self = ONWARD_CONTACT_ORDER (object);

  g_clear_pointer (&self->order, onward_id_order_free);
  g_clear_pointer (&self->tokenizer, onward_tokenizer_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_contact_order_parent_class)->dispose (object);
}

static void
onward_contact_order_finalize (GObject *object)
{
  forget_filtered (ONWARD_CONTACT_ORDER (object));
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
  self->order = onward_id_order_new (store, ONWARD_TYPE_CONTACT);
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
  return onward_id_order_get_ids (self->order);
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
  return onward_id_order_has (self->order, contact);
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
  g_autofree char *query =
      filter->text != NULL ? onward_search_query_build (self->tokenizer, filter->text, ONWARD_SEARCH_CONTACTS) : NULL;
  g_autofree guint64 *set = get_filtered (self, filter);

  if (query != NULL)
    set = narrow (self, g_steal_pointer (&set), "SELECT rowid FROM contact_search WHERE contact_search MATCH ?1", query,
                  0);
  return onward_id_order_collect (self->order, set);
}
