/* onward-json-import.c - an Onward JSON document into the database: all of it or nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-json-import.h"

#include "model/onward-collections.h"
#include "onward-json-members.h"
#include "onward-json-record.h"
#include "onward-json-shift.h"
#include "onward-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An object of the document and the row it is, or becomes. */
typedef struct
{
  GType type;
  gint64 id;
  JsonObject *object;
  char *uuid;
  char *where;
  char *before; /* the stored object as text before the import, NULL when it is new */
} Item;

struct _OnwardJsonImport
{
  char *text;
  gsize length;
  gboolean dry_run;
  gboolean shift_to_today;
  gboolean changes_members;
  OnwardImportReport report;
  GArray *counts; /* OnwardImportCount, of the classes the document has */

  OnwardWriter *writer;
  JsonNode *document;
  GPtrArray *items;    /* Item */
  GHashTable *new_ids; /* table name, static -> GHashTable of uuid -> row id */
  GHashTable *keys;    /* keys of follow-ups in the document */
};

static void
free_item (Item *item)
{
  g_free (item->uuid);
  g_free (item->where);
  g_free (item->before);
  g_free (item);
}

/**
 * onward_json_import_new:
 * @text: the document
 * @length: in bytes
 * @dry_run: do everything, then take it back
 * @shift_to_today: move all dates by whole days, so that `exported_at` is today
 *
 * Returns: (transfer full): the data of an onward_json_import_run() command
 */
OnwardJsonImport *
onward_json_import_new (const char *text, gsize length, gboolean dry_run, gboolean shift_to_today)
{
  OnwardJsonImport *self = g_new0 (OnwardJsonImport, 1);

  self->text = g_strndup (text, length);
  self->length = length;
  self->dry_run = dry_run;
  self->shift_to_today = shift_to_today;
  self->counts = g_array_new (FALSE, TRUE, sizeof (OnwardImportCount));
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)free_item);
  self->new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->report.not_opened = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * onward_json_import_free:
 * @import: (transfer full): an #OnwardJsonImport
 */
void
onward_json_import_free (gpointer import)
{
  OnwardJsonImport *self = import;

  g_free (self->text);
  g_clear_pointer (&self->document, json_node_unref);
  g_array_unref (self->counts);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->new_ids);
  g_hash_table_unref (self->keys);
  g_ptr_array_unref (self->report.not_opened);
  g_free (self);
}

/**
 * onward_json_import_get_report:
 * @self: an import whose command is over
 *
 * Returns: (transfer none): what it did
 */
const OnwardImportReport *
onward_json_import_get_report (OnwardJsonImport *self)
{
  return &self->report;
}

/**
 * onward_json_import_get_counts:
 * @self: an import whose command is over
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): what it did with the records of each class that the document has
 */
const OnwardImportCount *
onward_json_import_get_counts (OnwardJsonImport *self, guint *n)
{
  *n = self->counts->len;
  return (const OnwardImportCount *)(void *)self->counts->data;
}

/**
 * onward_json_import_again:
 * @self: a dry run whose command is over; it cannot run again
 *
 * Returns: (transfer full): the same document, in earnest
 */
OnwardJsonImport *
onward_json_import_again (OnwardJsonImport *self)
{
  OnwardJsonImport *again = onward_json_import_new ("", 0, FALSE, self->shift_to_today);

  g_free (again->text);
  again->text = g_steal_pointer (&self->text);
  again->length = self->length;
  return again;
}

/**
 * onward_json_import_changes_members:
 * @self: an import whose command is over
 *
 * Returns: whether settings or the profile are different now; these are no records, and are not counted
 */
gboolean
onward_json_import_changes_members (OnwardJsonImport *self)
{
  return self->changes_members;
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
open_document (OnwardJsonImport *self, JsonObject **document, GError **error)
{
  JsonNode *format, *version;

  self->document = onward_json_parse (self->text, self->length, error);
  if (self->document == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (self->document))
    return fail (error, _ ("This JSON is not an Onward document: it is no object."));
  *document = json_node_get_object (self->document);
  format = json_object_get_member (*document, "format");
  version = json_object_get_member (*document, "version");
  if (format == NULL || !JSON_NODE_HOLDS_VALUE (format) || g_strcmp0 (json_node_get_string (format), "onward") != 0)
    return fail (error, _ ("This JSON is not an Onward document: its “format” is not “onward”."));
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_value_type (version) != G_TYPE_INT64
      || json_node_get_int (version) < 1)
    return fail (error, _ ("The document does not say in which version of the format it is written (“version”)."));
  if (json_node_get_int (version) > 1)
    return fail (error, _ ("The document was written by a newer Onward. Install the newer Onward to read it."));
  return TRUE;
}

/* Known already, in the document or in the database? A follow-up is known by its key too: there is one row a key. */
static gint64
resolve_row (gpointer data, const char *table, const char *uuid)
{
  OnwardJsonImport *self = data;
  GHashTable *ids = g_hash_table_lookup (self->new_ids, table);
  gint64 *id = ids != NULL ? g_hash_table_lookup (ids, uuid) : NULL;

  if (id != NULL)
    return *id;
  return onward_rows_find_uuid (onward_writer_get_connection (self->writer), onward_collections_find_type (table),
                                uuid);
}

static gint64
find_key (OnwardJsonImport *self, const char *key)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (onward_writer_get_connection (self->writer),
                                                                     "SELECT id FROM follow_ups WHERE key = ?", NULL);

  if (statement == NULL || key == NULL)
    return 0;
  onward_statement_bind_text (statement, 1, key);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 0;
}

static const char *
get_key (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "key");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gboolean
add_item (OnwardJsonImport *self, GType type, JsonNode *node, char *where, gint64 *next_id, GError **error)
{
  const char *table = onward_record_type_get_table (type)->name;
  GHashTable *ids = g_hash_table_lookup (self->new_ids, table);
  Item *item = g_new0 (Item, 1);

  item->where = where;
  item->type = type;
  g_ptr_array_add (self->items, item);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, _ ("%s: an object is expected here."), where);
      return FALSE;
    }
  item->object = json_node_get_object (node);
  item->uuid = onward_json_get_id (item->object, where, error);
  if (item->uuid == NULL)
    return FALSE;
  if (g_hash_table_contains (ids, item->uuid))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, _ ("%s: the id “%s” is there twice."), where,
                   item->uuid);
      return FALSE;
    }
  item->id = onward_rows_find_uuid (onward_writer_get_connection (self->writer), type, item->uuid);
  if (item->id == 0 && type == ONWARD_TYPE_FOLLOW_UP)
    item->id = find_key (self, get_key (item->object));
  if (item->id == 0)
    item->id = (*next_id)++;
  else
    {
      g_autoptr (OnwardRecord) stored = onward_writer_load (self->writer, type, item->id, error);

      if (stored == NULL)
        return FALSE;
      item->before = onward_json_record_to_text (onward_writer_get_connection (self->writer), stored);
    }
  g_hash_table_insert (ids, g_strdup (item->uuid), g_memdup2 (&item->id, sizeof item->id));
  return TRUE;
}

/* First all ids, so that a document can refer forwards. */
static gboolean
collect_items (OnwardJsonImport *self, JsonObject *document, GError **error)
{
  guint n;
  const GType *types = onward_collections_get_types (&n);

  for (guint i = 0; i < n; i++)
    {
      const OnwardTable *table = onward_record_type_get_table (types[i]);
      JsonNode *node = json_object_get_member (document, table->name);
      g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (id), 0) + 1 FROM %s", table->name);
      gint64 next_id = onward_connection_read_int (onward_writer_get_connection (self->writer), sql, 1);
      JsonArray *array;

      if (node == NULL || JSON_NODE_HOLDS_NULL (node))
        continue;
      if (!JSON_NODE_HOLDS_ARRAY (node))
        {
          g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, _ ("%s: a list is expected here."),
                       table->name);
          return FALSE;
        }
      array = json_node_get_array (node);
      g_hash_table_insert (self->new_ids, (gpointer)table->name,
                           g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free));
      for (guint j = 0; j < json_array_get_length (array); j++)
        if (!add_item (self, types[i], json_array_get_element (array, j), g_strdup_printf ("%s[%u]", table->name, j),
                       &next_id, error))
          return FALSE;
    }
  return TRUE;
}

/* Unknown members of a participant stay with the person. */
static void
keep_child_extras (OnwardWriter *writer, GPtrArray *children, GType type, gint64 parent)
{
  const OnwardTable *table = onward_record_type_get_table (type);
  g_autoptr (GPtrArray) stored = onward_rows_load_children (onward_writer_get_connection (writer), type, parent, NULL);

  for (guint i = 0; stored != NULL && i < children->len; i++)
    for (guint j = 0; j < stored->len; j++)
      {
        OnwardRecord *child = children->pdata[i];
        OnwardRecord *old = stored->pdata[j];

        if (*ONWARD_FIELD_INT64 (child, &table->fields[0]) == *ONWARD_FIELD_INT64 (old, &table->fields[0])
            && old->extra != NULL)
          {
            g_autofree char *merged = onward_json_merge_extra (old->extra, child->extra);

            onward_set_text (&child->extra, merged);
            break;
          }
      }
}

static gboolean
write_children (OnwardJsonImport *self, Item *item, OnwardRecord *record, GError **error)
{
  const OnwardTable *table = onward_record_get_table (record);

  for (guint i = 0; table->children != NULL && table->children[i].member != NULL; i++)
    {
      const OnwardChildren *list = &table->children[i];
      g_autoptr (GPtrArray) children = onward_json_to_children (json_object_get_member (item->object, list->member),
                                                                list, resolve_row, self, item->where, error);

      if (children == NULL)
        return FALSE;
      if (item->before != NULL)
        keep_child_extras (self->writer, children, list->get_type (), record->id);
      if (!onward_writer_set_children (self->writer, record, list->get_type (), children, error))
        return FALSE;
    }
  return TRUE;
}

/* Law 7: what the user did is not overwritten by a plain row of a document. */
static gboolean
has_user_acted (OnwardFollowUp *row)
{
  return g_strcmp0 (row->state, "done") == 0 || g_strcmp0 (row->state, "skipped") == 0 || row->snoozed_until != NULL
         || row->moved_by_user;
}

static gboolean
complete_follow_up (OnwardJsonImport *self, Item *item, OnwardFollowUp *row, OnwardFollowUp *stored, gboolean *keep,
                    GError **error)
{
  if (row->state == NULL)
    onward_set_text (&row->state, "open");
  if (row->key == NULL || row->remind_at == NULL || row->due == NULL)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("%s: a follow-up needs key, remind_at and due."), item->where);
      return FALSE;
    }
  if (!g_hash_table_add (self->keys, g_strdup (row->key)))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, _ ("%s: the key “%s” is there twice."),
                   item->where, row->key);
      return FALSE;
    }
  *keep = stored != NULL && has_user_acted (stored) && !has_user_acted (row);
  return TRUE;
}

static gboolean
write_item (OnwardJsonImport *self, Item *item, GError **error)
{
  g_autoptr (OnwardRecord) record = g_object_new (item->type, NULL);
  g_autoptr (OnwardRecord) stored = NULL;
  gboolean keep = FALSE;

  if (item->before != NULL && (stored = onward_writer_load (self->writer, item->type, item->id, error)) == NULL)
    return FALSE;
  if (!onward_json_to_record (item->object, record, resolve_row, self, item->where, error))
    return FALSE;
  record->id = item->id;
  onward_set_text (&record->uuid, stored != NULL ? stored->uuid : item->uuid);
  if (item->type == ONWARD_TYPE_FOLLOW_UP
      && !complete_follow_up (self, item, (OnwardFollowUp *)record, (OnwardFollowUp *)stored, &keep, error))
    return FALSE;
  if (keep)
    return TRUE;
  if (stored != NULL)
    {
      g_autofree char *merged = onward_json_merge_extra (stored->extra, record->extra);

      onward_set_text (&record->extra, merged);
      if (!onward_writer_update (self->writer, record, error))
        return FALSE;
    }
  else if (!onward_writer_insert (self->writer, record, error))
    return FALSE;
  return write_children (self, item, record, error);
}

/* Items of a class follow each other. */
static OnwardImportCount *
get_count (OnwardJsonImport *self, GType type)
{
  OnwardImportCount *last =
      self->counts->len > 0 ? &g_array_index (self->counts, OnwardImportCount, self->counts->len - 1) : NULL;

  if (last != NULL && last->type == type)
    return last;
  g_array_set_size (self->counts, self->counts->len + 1);
  last = &g_array_index (self->counts, OnwardImportCount, self->counts->len - 1);
  last->type = type;
  return last;
}

/* After the playbook has reconciled: what is different from before? */
static gboolean
count_items (OnwardWriter *writer, gpointer data, GError **error)
{
  OnwardJsonImport *self = data;
  GPtrArray *not_opened = onward_writer_get_not_opened (writer);

  self->report.read = self->items->len;
  self->changes_members = onward_writer_has_changed_members (writer);
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = self->items->pdata[i];
      OnwardImportCount *count = get_count (self, item->type);
      g_autoptr (OnwardRecord) record = NULL;
      g_autofree char *after = NULL;

      if (item->before == NULL)
        {
          self->report.added++;
          count->added++;
          continue;
        }
      record = onward_writer_load (writer, item->type, item->id, error);
      if (record == NULL)
        return FALSE;
      after = onward_json_record_to_text (onward_writer_get_connection (writer), record);
      if (strcmp (item->before, after) == 0)
        count->unchanged++;
      else
        count->updated++;
    }
  for (guint i = 0; i < self->counts->len; i++)
    {
      const OnwardImportCount *count = &g_array_index (self->counts, OnwardImportCount, i);

      self->report.updated += count->updated;
      self->report.unchanged += count->unchanged;
    }
  for (guint i = 0; i < not_opened->len; i++)
    g_ptr_array_add (self->report.not_opened, g_object_ref (not_opened->pdata[i]));
  return TRUE;
}

/**
 * onward_json_import_run:
 * @writer: the writer
 * @import: an #OnwardJsonImport
 * @error: return location; the message names the member that is wrong
 *
 * A command: reads the document into the database as exchange.md says. An object whose id is known is replaced whole,
 * others are added, and what the document does not name is left alone. The playbook reconciles everything afterwards.
 *
 * Returns: whether all of it was taken
 */
gboolean
onward_json_import_run (OnwardWriter *writer, gpointer import, GError **error)
{
  OnwardJsonImport *self = import;
  JsonObject *document;

  self->writer = writer;
  if (!open_document (self, &document, error))
    return FALSE;
  if (self->shift_to_today)
    onward_json_shift_to_today (document, onward_writer_get_now (writer));
  if (!onward_json_members_import (writer, document, error) || !collect_items (self, document, error)
      || !onward_writer_defer_search (writer, error))
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (!write_item (self, self->items->pdata[i], error))
      return FALSE;
  if (self->dry_run)
    onward_writer_set_dry_run (writer);
  onward_writer_set_reconcile_all (writer);
  onward_writer_set_finish (writer, count_items, self);
  return TRUE;
}
