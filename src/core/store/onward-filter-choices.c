/* onward-filter-choices.c - what can be chosen to filter by: companies and tags that there are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-filter-choices.h"

#include "model/onward-collections.h"

OnwardFilterChoice *
onward_filter_choice_new (const char *value, const char *label)
{
  OnwardFilterChoice *self = g_new0 (OnwardFilterChoice, 1);

  self->value = g_strdup (value);
  self->label = g_strdup (label);
  return self;
}

void
onward_filter_choice_free (OnwardFilterChoice *self)
{
  g_free (self->value);
  g_free (self->label);
  g_free (self);
}

/* %s is the table of @type: contacts or opportunities. */
static OnwardStatement *
prepare (OnwardStore *store, GType type, const char *before, const char *after)
{
  g_autofree char *sql = g_strconcat (before, onward_record_type_get_table (type)->name, after, NULL);
  g_autoptr (GError) error = NULL;
  OnwardStatement *statement = onward_connection_prepare (onward_store_get_connection (store), sql, &error);

  if (statement == NULL)
    g_critical ("%s", error->message);
  return statement;
}

static GPtrArray *
read_choices (OnwardStatement *statement)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_filter_choice_free);

  while (statement != NULL && onward_statement_step (statement, NULL))
    g_ptr_array_add (choices, onward_filter_choice_new (onward_statement_get_text (statement, 0),
                                                        onward_statement_get_text (statement, 1)));
  return choices;
}

/**
 * onward_filter_choices_get_companies:
 * @store: a store
 * @type: contacts or opportunities
 *
 * Returns: (transfer full) (element-type OnwardFilterChoice): the companies that have any, in the user's order
 */
GPtrArray *
onward_filter_choices_get_companies (OnwardStore *store, GType type)
{
  g_autoptr (OnwardStatement) statement = prepare (
      store, type, "SELECT k.uuid, k.name FROM companies k WHERE k.name IS NOT NULL AND EXISTS (SELECT 1 FROM ",
      " WHERE company = k.id) ORDER BY k.sort_key, k.name, k.id");

  return read_choices (statement);
}

/**
 * onward_filter_choices_get_tags:
 * @store: a store
 * @type: contacts or opportunities
 *
 * Returns: (transfer full) (element-type OnwardFilterChoice): their tags, each once whatever its case and accents
 */
GPtrArray *
onward_filter_choices_get_tags (OnwardStore *store, GType type)
{
  g_autoptr (OnwardStatement) statement =
      prepare (store, type, "SELECT min (t.value), min (t.value) FROM ",
               " r, json_each (r.tags) t WHERE json_valid (r.tags) AND t.type = 'text' AND t.value <> '' "
               "GROUP BY lower (onward_fold (t.value)) ORDER BY lower (onward_fold (t.value))");

  return read_choices (statement);
}
