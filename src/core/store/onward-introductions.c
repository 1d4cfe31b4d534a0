/* onward-introductions.c - who introduced whom */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-introductions.h"

/**
 * onward_introductions_of_contact:
 * @store: the store
 * @contact: a row of contacts
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardIntroduction): those that this person gave and those that led to them,
 *   newest first
 */
GPtrArray *
onward_introductions_of_contact (OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT id FROM introductions WHERE introducer = ?1 "
                                 "UNION SELECT id FROM introductions WHERE person = ?1 ORDER BY id DESC",
                                 NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL)
    return list;
  onward_statement_bind_int (statement, 1, contact);
  while (onward_statement_step (statement, NULL))
    {
      gint64 id = onward_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  onward_statement_reset (statement);
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer introduction = onward_store_get_record (store, ONWARD_TYPE_INTRODUCTION, g_array_index (ids, gint64, i));

      if (introduction != NULL)
        g_ptr_array_add (list, introduction);
    }
  return list;
}
