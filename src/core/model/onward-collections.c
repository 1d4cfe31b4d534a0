/* onward-collections.c - all record classes, in the order of the exchange format */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-collections.h"

#include <string.h>

#define N_COLLECTIONS 17

/**
 * onward_collections_get_types:
 * @n_types: (out): how many
 *
 * Returns: (transfer none): the classes of all collections, in the order of exchange.md, without the child classes
 */
const GType *
onward_collections_get_types (guint *n_types)
{
  static GType types[N_COLLECTIONS];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      guint n = 0;

      types[n++] = ONWARD_TYPE_SEARCH;
      types[n++] = ONWARD_TYPE_STAGE;
      types[n++] = ONWARD_TYPE_COMPANY;
      types[n++] = ONWARD_TYPE_CONTACT;
      types[n++] = ONWARD_TYPE_OPPORTUNITY;
      types[n++] = ONWARD_TYPE_STAGE_EVENT;
      types[n++] = ONWARD_TYPE_INTERVIEW;
      types[n++] = ONWARD_TYPE_INTRODUCTION;
      types[n++] = ONWARD_TYPE_TOUCH;
      types[n++] = ONWARD_TYPE_FOLLOW_UP;
      types[n++] = ONWARD_TYPE_FEEDBACK;
      types[n++] = ONWARD_TYPE_PRACTICE;
      types[n++] = ONWARD_TYPE_STORY;
      types[n++] = ONWARD_TYPE_VALUE_ITEM;
      types[n++] = ONWARD_TYPE_TEMPLATE;
      types[n++] = ONWARD_TYPE_ANNOUNCEMENT_RUN;
      types[n++] = ONWARD_TYPE_ATTACHMENT;
      g_assert (n == N_COLLECTIONS);
      g_once_init_leave (&ready, 1);
    }
  *n_types = N_COLLECTIONS;
  return types;
}

/**
 * onward_collections_find_type:
 * @table: a table's name
 *
 * Returns: the class of that collection or child table, G_TYPE_INVALID when there is none
 */
GType
onward_collections_find_type (const char *table)
{
  guint n;
  const GType *types = onward_collections_get_types (&n);

  for (guint i = 0; i < n; i++)
    {
      const OnwardTable *t = onward_record_type_get_table (types[i]);

      if (strcmp (t->name, table) == 0)
        return types[i];
      for (guint j = 0; t->children != NULL && t->children[j].member != NULL; j++)
        if (strcmp (onward_record_type_get_table (t->children[j].get_type ())->name, table) == 0)
          return t->children[j].get_type ();
    }
  return G_TYPE_INVALID;
}
