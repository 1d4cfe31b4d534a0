/* onward-value-item-edits.c - keeping what is worth sending: commands, and to whom it went */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-value-item-edits.h"

#include "model/onward-touch.h"
#include "onward-lists.h"

#include <glib/gi18n-lib.h>

void
onward_value_item_edit_free (OnwardValueItemEdit *edit)
{
  g_free (edit->kind);
  g_free (edit->title);
  g_free (edit->url);
  g_strfreev (edit->topics);
  g_free (edit->notes);
  g_free (edit);
}

static void
set_text (char **field, const char *text)
{
  onward_set_text (field, text != NULL && *text != '\0' ? text : NULL);
}

/**
 * onward_value_items_save:
 * @writer: the writer
 * @value_item_edit: an OnwardValueItemEdit
 * @error: return location
 *
 * A command.
 *
 * Returns: whether it is stored; it has a title or an address. Its row is in the struct.
 */
gboolean
onward_value_items_save (OnwardWriter *writer, gpointer value_item_edit, GError **error)
{
  OnwardValueItemEdit *edit = value_item_edit;
  g_autoptr (OnwardValueItem) item = edit->id != 0
                                         ? onward_writer_load (writer, ONWARD_TYPE_VALUE_ITEM, edit->id, error)
                                         : g_object_new (ONWARD_TYPE_VALUE_ITEM, NULL);
  g_autofree char *topics = onward_json_from_texts ((const char *const *)edit->topics);

  if (item == NULL)
    return FALSE;
  set_text (&item->kind, edit->kind);
  set_text (&item->title, edit->title);
  set_text (&item->url, edit->url);
  set_text (&item->notes, edit->notes);
  onward_set_text (&item->topics, topics);
  if (item->title == NULL && item->url == NULL)
    {
      g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                           _ ("There is nothing to keep yet. Write what it is, or where, and try again."));
      return FALSE;
    }
  if (!(edit->id != 0 ? onward_writer_update (writer, item, error) : onward_writer_insert (writer, item, error)))
    return FALSE;
  edit->id = item->record.id;
  return TRUE;
}

/* The messages in which it went stay. */
static gboolean
release_touches (OnwardWriter *writer, gint64 item, GError **error)
{
  g_autoptr (GPtrArray) touches = onward_rows_load_where (onward_writer_get_connection (writer), ONWARD_TYPE_TOUCH,
                                                          "WHERE value_item = ?", item, error);

  for (guint i = 0; touches != NULL && i < touches->len; i++)
    {
      ((OnwardTouch *)touches->pdata[i])->value_item = 0;
      if (!onward_writer_update (writer, touches->pdata[i], error))
        return FALSE;
    }
  return touches != NULL;
}

/**
 * onward_value_items_remove:
 * @writer: the writer
 * @value_item: (type gint64*): an item
 * @error: return location
 *
 * A command.
 *
 * Returns: whether it is gone
 */
gboolean
onward_value_items_remove (OnwardWriter *writer, gpointer value_item, GError **error)
{
  gint64 id = *(gint64 *)value_item;

  return release_touches (writer, id, error) && onward_writer_delete (writer, ONWARD_TYPE_VALUE_ITEM, id, error);
}

/**
 * onward_value_items_list:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardValueItem): all of them, the newest first
 */
GPtrArray *
onward_value_items_list (OnwardStore *store)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store), "SELECT id FROM value_items ORDER BY id DESC", NULL);

  if (statement == NULL)
    return list;
  onward_statement_read_ids (statement, ids, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer record = onward_store_get_record (store, ONWARD_TYPE_VALUE_ITEM, g_array_index (ids, gint64, i));

      if (record != NULL)
        g_ptr_array_add (list, record);
    }
  return list;
}

/**
 * onward_value_items_get_offered:
 * @store: the store
 * @value_item: an item
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): the names of those it was sent to, with commas; NULL when nobody has it yet
 */
char *
onward_value_items_get_offered (OnwardStore *store, gint64 value_item)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT group_concat (name, ', ') FROM (SELECT DISTINCT c.name FROM touches t JOIN touch_contacts p "
      "ON p.touch = t.id JOIN contacts c ON c.id = p.contact WHERE t.value_item = ? AND t.direction IS NOT 'in' "
      "ORDER BY c.name)",
      NULL);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_int (statement, 1, value_item);
  return onward_statement_step (statement, NULL) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}
