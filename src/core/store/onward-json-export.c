/* onward-json-export.c - the whole database as one Onward JSON document */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-json-export.h"

#include "model/onward-collections.h"
#include "onward-json-record.h"
#include "onward-json-writer.h"

/* Text is handed to the stream in pieces of about this size. */
#define PIECE 65536

const char *const onward_json_profile_members[] = { "name",    "email",        "phone",  "url",
                                                    "address", "addresses_me", "former", NULL };
const char *const onward_json_settings_members[] = {
  "alert_hours", "working_days", "thank_you", "history_days", "keep_in_touch_per_day", "rules", NULL
};

typedef struct
{
  OnwardConnection *connection;
  GOutputStream *stream;
  GString *out;
} Export;

static gboolean
flush_text (Export *self, gsize most, GError **error)
{
  if (self->out->len <= most)
    return TRUE;
  if (!g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL, g_cancellable_get_current (),
                                  error))
    return FALSE;
  g_string_set_size (self->out, 0);
  return TRUE;
}

static void
append_name (Export *self, const char *name)
{
  g_string_append (self->out, ",\n  ");
  onward_json_append_text (self->out, name);
  g_string_append (self->out, ": ");
}

static void
add_member (JsonObject *object, const char *member, const char *json)
{
  JsonNode *node = onward_json_parse (json, -1, NULL);

  if (node != NULL)
    json_object_set_member (object, member, node);
}

/* The members of one part: documented ones in their order, then the others in the order in which they were read. */
static JsonObject *
read_part (Export *self, const char *part, const char *const *documented, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      self->connection, "SELECT member, value FROM members WHERE part = ? ORDER BY id", error);
  g_autoptr (JsonObject) all = json_object_new ();
  JsonObject *ordered;
  GError *failure = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (statement == NULL)
    return NULL;
  onward_statement_bind_text (statement, 1, part);
  while (onward_statement_step (statement, &failure))
    add_member (all, onward_statement_get_text (statement, 0), onward_statement_get_text (statement, 1));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  ordered = json_object_new ();
  for (guint i = 0; documented != NULL && documented[i] != NULL; i++)
    if (json_object_has_member (all, documented[i]))
      json_object_set_member (ordered, documented[i], json_object_dup_member (all, documented[i]));
  json_object_iter_init_ordered (&iter, all);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!json_object_has_member (ordered, name))
      json_object_set_member (ordered, name, json_node_copy (node));
  return ordered;
}

static gboolean
append_part (Export *self, const char *part, const char *const *documented, GError **error)
{
  g_autoptr (JsonObject) object = read_part (self, part, documented, error);
  g_autoptr (JsonNode) node = NULL;

  if (object == NULL)
    return FALSE;
  if (json_object_get_size (object) == 0)
    return TRUE;
  node = json_node_init_object (json_node_alloc (), object);
  append_name (self, part);
  onward_json_append_node (self->out, node, 1);
  return TRUE;
}

static gboolean
append_unknown (Export *self, GError **error)
{
  g_autoptr (JsonObject) object = read_part (self, "document", NULL, error);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      append_name (self, name);
      onward_json_append_node (self->out, node, 1);
    }
  return TRUE;
}

static gboolean
append_record (Export *self, GType type, gint64 id, gboolean first, GError **error)
{
  g_autoptr (OnwardRecord) record = onward_rows_load (self->connection, type, id, error);
  g_autoptr (JsonNode) node = NULL;

  if (record == NULL)
    return FALSE;
  node = json_node_init_object (json_node_alloc (), NULL);
  json_node_take_object (node, onward_json_from_record (self->connection, record));
  g_string_append (self->out, first ? "\n    " : ",\n    ");
  onward_json_append_node (self->out, node, 2);
  return flush_text (self, PIECE, error);
}

static gboolean
append_collection (Export *self, GType type, GError **error)
{
  const OnwardTable *table = onward_record_type_get_table (type);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY uuid", table->name);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (self->connection, sql, error);
  GError *failure = NULL;
  gboolean first = TRUE;

  if (statement == NULL)
    return FALSE;
  while (onward_statement_step (statement, &failure))
    {
      if (first)
        {
          append_name (self, table->name);
          g_string_append_c (self->out, '[');
        }
      if (!append_record (self, type, onward_statement_get_int (statement, 0), first, error))
        return FALSE;
      first = FALSE;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (!first)
    g_string_append (self->out, "\n  ]");
  return TRUE;
}

static char *
format_instant (const OnwardNow *now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now->zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now->unix_time);
  g_autoptr (GDateTime) local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);

  return g_date_time_format (local, "%Y-%m-%dT%H:%M:%S%:z");
}

static gboolean
append_all (Export *self, const OnwardNow *now, GError **error)
{
  g_autofree char *exported_at = format_instant (now);
  guint n;
  const GType *types = onward_collections_get_types (&n);

  g_string_append_printf (self->out, "{\n  \"format\": \"onward\",\n  \"version\": 1,\n  \"exported_at\": \"%s\"",
                          exported_at);
  if (!append_part (self, "profile", onward_json_profile_members, error)
      || !append_part (self, "settings", onward_json_settings_members, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!append_collection (self, types[i], error))
      return FALSE;
  if (!append_unknown (self, error))
    return FALSE;
  g_string_append (self->out, "\n}\n");
  return flush_text (self, 0, error);
}

/**
 * onward_json_export:
 * @connection: a connection; what is written is one moment of the database
 * @now: for `exported_at`
 * @stream: where to; written with the thread's current cancellable, g_cancellable_push_current()
 * @error: return location
 *
 * Writes Onward JSON, version 1 (exchange.md): import it into an empty database and export again, and the bytes are the
 * same but for `exported_at`.
 *
 * Returns: whether the whole document was written
 */
gboolean
onward_json_export (OnwardConnection *connection, const OnwardNow *now, GOutputStream *stream, GError **error)
{
  Export self = { connection, stream, NULL };
  gboolean inside = !sqlite3_get_autocommit (onward_connection_get_handle (connection));
  gboolean done;

  if (!inside && !onward_connection_execute (connection, "BEGIN", error))
    return FALSE;
  self.out = g_string_new (NULL);
  done = append_all (&self, now, error);
  g_string_free (self.out, TRUE);
  if (!inside)
    onward_connection_execute (connection, "COMMIT", NULL);
  return done;
}
