/* onward-writer.c - what a command may do to the database, on the writer's thread */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-writer-private.h"

#include "model/onward-collections.h"
#include "onward-lock.h"
#include "onward-migrations.h"
#include "onward-search-fill.h"

#include <string.h>

/* More rows of one table than this are announced as "anything in it". */
#define MOST_NAMED_ROWS 1000

struct _OnwardWriter
{
  OnwardConnection *connection;
  OnwardLock *lock;
  OnwardNow (*get_now) (gpointer);
  gpointer now_data;
  gboolean (*reconcile) (OnwardWriter *, GError **);
  int patience; /* seconds to wait for the lock, -1 = for ever */
  gint64 data_version;

  /* Of the running command: */
  OnwardNow now;
  GHashTable *changes; /* table name, interned -> GHashTable of row ids; what the update hook saw */
  GHashTable *images;  /* OnwardImage -> itself */
  GPtrArray *members;  /* OnwardImage of single members */
  gboolean reconciling;
  gboolean reconcile_all;
  gboolean members_changed;
  GPtrArray *not_opened;
  gboolean dry_run;
  OnwardSearchFill search_fill;
  OnwardCommandFunc finish;
  gpointer finish_data;
};

static guint
hash_image (gconstpointer key)
{
  const OnwardImage *image = key;

  return (guint)image->id * 31 + (guint)image->type;
}

static gboolean
is_image_equal (gconstpointer a, gconstpointer b)
{
  const OnwardImage *first = a;
  const OnwardImage *second = b;

  return first->id == second->id && first->type == second->type;
}

void
onward_image_free (OnwardImage *image)
{
  g_clear_object (&image->before);
  g_clear_object (&image->after);
  g_free (image->part);
  g_free (image->member);
  g_free (image->value_before);
  g_free (image->value_after);
  g_free (image);
}

/* SQLite reports every row here, those of cascades and triggers too; shadow tables of the search are nobody's. */
static void
note_update_cb (void *data, int operation, const char *database, const char *table, sqlite3_int64 rowid)
{
  OnwardWriter *self = data;
  GHashTable *rows;
  gint64 *id;

  if (strcmp (database, "main") != 0)
    return;
  rows = g_hash_table_lookup (self->changes, table);
  if (rows == NULL)
    {
      if (strcmp (table, "members") != 0 && onward_collections_find_type (table) == G_TYPE_INVALID)
        return;
      rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->changes, (gpointer)g_intern_string (table), rows);
    }
  if (g_hash_table_size (rows) > MOST_NAMED_ROWS)
    return;
  id = g_new (gint64, 1);
  *id = rowid;
  g_hash_table_add (rows, id);
}

static void
load_collation (OnwardWriter *self)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (self->connection, "SELECT value FROM meta WHERE name = 'locale'", NULL);

  if (statement != NULL && onward_statement_step (statement, NULL))
    onward_connection_set_collation (self->connection, onward_collation_new (onward_statement_get_text (statement, 0)));
}

/**
 * onward_writer_new:
 * @path: the database
 * @get_now: asked once a command, on the writer's thread
 * @now_data: for @get_now
 * @error: return location
 *
 * Opens the one connection that writes, and migrates under the write lock.
 *
 * Returns: (transfer full) (nullable): the writer, or NULL with @error set
 */
OnwardWriter *
onward_writer_new (const char *path, OnwardNow (*get_now) (gpointer), gpointer now_data, GError **error)
{
  g_autoptr (OnwardWriter) self = g_new0 (OnwardWriter, 1);
  gboolean migrated;

  self->get_now = get_now;
  self->now_data = now_data;
  self->patience = -1;
  self->changes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
  self->images = g_hash_table_new_full (hash_image, is_image_equal, (GDestroyNotify)onward_image_free, NULL);
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_image_free);
  self->not_opened = g_ptr_array_new_with_free_func (g_object_unref);
  self->lock = onward_lock_new (path, error);
  if (self->lock == NULL || !onward_lock_acquire (self->lock, 30, error))
    return NULL;
  self->connection = onward_connection_open (path, ONWARD_CONNECTION_WRITER, error);
  migrated = self->connection != NULL && onward_migrations_run (self->connection, path, error);
  onward_lock_release (self->lock);
  if (!migrated)
    return NULL;
  load_collation (self);
  sqlite3_update_hook (onward_connection_get_handle (self->connection), note_update_cb, self);
  self->data_version = onward_connection_read_int (self->connection, "PRAGMA data_version", 0);
  return g_steal_pointer (&self);
}

/**
 * onward_writer_free:
 * @self: (transfer full): a writer, after all readers of this process were closed
 */
void
onward_writer_free (OnwardWriter *self)
{
  gboolean locked = self->lock != NULL && onward_lock_acquire (self->lock, 5, NULL);

  g_clear_pointer (&self->connection, onward_connection_close);
  if (locked)
    onward_lock_release (self->lock);
  g_clear_pointer (&self->lock, onward_lock_free);
  onward_search_fill_clear (&self->search_fill);
  g_clear_pointer (&self->changes, g_hash_table_unref);
  g_clear_pointer (&self->images, g_hash_table_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->not_opened, g_ptr_array_unref);
  g_free (self);
}

void
onward_writer_set_reconcile (OnwardWriter *self, gboolean (*reconcile) (OnwardWriter *writer, GError **error))
{
  self->reconcile = reconcile;
}

void
onward_writer_set_patience (OnwardWriter *self, int seconds)
{
  self->patience = seconds;
}

static void
start_command (OnwardWriter *self)
{
  g_hash_table_remove_all (self->changes);
  g_hash_table_remove_all (self->images);
  g_ptr_array_set_size (self->members, 0);
  g_ptr_array_set_size (self->not_opened, 0);
  self->reconciling = FALSE;
  self->reconcile_all = FALSE;
  self->members_changed = FALSE;
  self->dry_run = FALSE;
  onward_search_fill_clear (&self->search_fill);
  self->finish = NULL;
  self->now = self->get_now (self->now_data);
}

/* What the rows that the command wrote are now; rows that are as before are forgotten. */
static GPtrArray *
complete_images (OnwardWriter *self)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_image_free);
  GHashTableIter iter;
  OnwardImage *image;

  g_hash_table_iter_init (&iter, self->images);
  while (g_hash_table_iter_next (&iter, (gpointer *)&image, NULL))
    {
      image->after = onward_rows_load (self->connection, image->type, image->id, NULL);
      if (image->before == NULL && image->after == NULL)
        continue;
      if (image->before != NULL && image->after != NULL && onward_record_equal (image->before, image->after))
        continue;
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (images, image);
    }
  while (self->members->len > 0)
    {
      image = g_ptr_array_steal_index (self->members, self->members->len - 1);
      image->value_after = onward_writer_get_member (self, image->part, image->member, NULL);
      if (g_strcmp0 (image->value_before, image->value_after) != 0)
        g_ptr_array_add (images, image);
      else
        onward_image_free (image);
    }
  return g_steal_pointer (&images);
}

static GPtrArray *
collect_changes (OnwardWriter *self)
{
  GPtrArray *changes = g_ptr_array_new ();
  GHashTableIter iter, rows_iter;
  const char *table;
  GHashTable *rows;
  gint64 *id;

  g_hash_table_iter_init (&iter, self->changes);
  while (g_hash_table_iter_next (&iter, (gpointer *)&table, (gpointer *)&rows))
    {
      OnwardChange *change = g_new0 (OnwardChange, 1);

      change->table = table;
      g_ptr_array_add (changes, change);
      if (g_hash_table_size (rows) > MOST_NAMED_ROWS)
        continue;
      change->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (rows));
      g_hash_table_iter_init (&rows_iter, rows);
      while (g_hash_table_iter_next (&rows_iter, (gpointer *)&id, NULL))
        g_array_append_val (change->ids, *id);
    }
  return changes;
}

static void
free_change (OnwardChange *change)
{
  g_clear_pointer (&change->ids, g_array_unref);
  g_free (change);
}

void
onward_outcome_clear (OnwardOutcome *outcome)
{
  if (outcome->changes != NULL)
    g_ptr_array_set_free_func (outcome->changes, (GDestroyNotify)free_change);
  g_clear_pointer (&outcome->changes, g_ptr_array_unref);
  g_clear_pointer (&outcome->images, g_ptr_array_unref);
}

/* The steps of one transaction between BEGIN and COMMIT. */
static gboolean
run_steps (OnwardWriter *self, OnwardCommandFunc command, gpointer data, GError **error)
{
  if (!command (self, data, error) || !onward_search_fill_finish (&self->search_fill, self->connection, error))
    return FALSE;
  self->reconciling = TRUE;
  if (self->reconcile != NULL && !self->reconcile (self, error))
    return FALSE;
  return self->finish == NULL || self->finish (self, self->finish_data, error);
}

/**
 * onward_writer_run:
 * @self: the writer
 * @command: what to do, between BEGIN IMMEDIATE and COMMIT
 * @data: for @command
 * @outcome: (out caller-allocates): what changed; empty after a failure or a dry run
 * @error: return location
 *
 * One command, one transaction: the lock, the command, the playbook, COMMIT to the disk. Nothing stays of a command that
 * fails anywhere on the way. Writer's thread.
 *
 * Returns: whether it is durable (or, for a dry run, would have been)
 */
gboolean
onward_writer_run (OnwardWriter *self, OnwardCommandFunc command, gpointer data, OnwardOutcome *outcome, GError **error)
{
  gboolean done;

  memset (outcome, 0, sizeof *outcome);
  if (!onward_lock_acquire (self->lock, self->patience, error))
    return FALSE;
  start_command (self);
  done = onward_connection_execute (self->connection, "BEGIN IMMEDIATE", error);
  if (done)
    {
      done = run_steps (self, command, data, error);
      if (done && !self->dry_run)
        {
          outcome->images = complete_images (self);
          done = onward_connection_execute (self->connection, "COMMIT", error);
        }
      if (!sqlite3_get_autocommit (onward_connection_get_handle (self->connection)))
        sqlite3_exec (onward_connection_get_handle (self->connection), "ROLLBACK", NULL, NULL, NULL);
      if (done && !self->dry_run)
        outcome->changes = collect_changes (self);
    }
  onward_lock_release (self->lock);
  if (!done)
    onward_outcome_clear (outcome);
  return done;
}

/**
 * onward_writer_sees_foreign_commit:
 * @self: the writer
 *
 * Returns: whether another process has committed since this was last asked
 */
gboolean
onward_writer_sees_foreign_commit (OnwardWriter *self)
{
  gint64 version = onward_connection_read_int (self->connection, "PRAGMA data_version", self->data_version);
  gboolean changed = version != self->data_version;

  self->data_version = version;
  return changed;
}

/* The first time a command touches a row, what it was is remembered. Rows of the playbook are planned anew by an undo. */
static gboolean
remember_row (OnwardWriter *self, GType type, gint64 id, gboolean exists, GError **error)
{
  OnwardImage probe = { .type = type, .id = id };
  OnwardImage *image;
  OnwardRecord *before = NULL;

  if (self->reconciling || g_hash_table_contains (self->images, &probe))
    return TRUE;
  if (exists)
    {
      before = onward_rows_load (self->connection, type, id, error);
      if (before == NULL)
        return FALSE;
    }
  image = g_new0 (OnwardImage, 1);
  image->type = type;
  image->id = id;
  image->before = before;
  g_hash_table_add (self->images, image);
  return TRUE;
}

/**
 * onward_writer_get_connection:
 * @self: the writer
 *
 * For reading inside the command. What is written past the functions below is announced, but cannot be undone.
 *
 * Returns: (transfer none): its connection
 */
OnwardConnection *
onward_writer_get_connection (OnwardWriter *self)
{
  return self->connection;
}

/**
 * onward_writer_get_now:
 * @self: the writer
 *
 * Returns: (transfer none): the moment of the running command; it does not move while the command runs
 */
const OnwardNow *
onward_writer_get_now (OnwardWriter *self)
{
  return &self->now;
}

static GDateTime *
get_local_now (OnwardWriter *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (self->now.zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->now.unix_time);

  return zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
}

/**
 * onward_writer_format_now:
 * @self: the writer
 *
 * Returns: (transfer full): the command's moment as an instant of the exchange format, with the user's offset
 */
char *
onward_writer_format_now (OnwardWriter *self)
{
  g_autoptr (GDateTime) now = get_local_now (self);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

/**
 * onward_writer_format_today:
 * @self: the writer
 *
 * Returns: (transfer full): the command's day in the user's zone, YYYY-MM-DD
 */
char *
onward_writer_format_today (OnwardWriter *self)
{
  g_autoptr (GDateTime) now = get_local_now (self);

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * onward_writer_load:
 * @self: the writer
 * @type: a record class
 * @id: a row
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a record of the command's own, to change and hand to onward_writer_update();
 *   NULL with @error set when there is no such row
 */
gpointer
onward_writer_load (OnwardWriter *self, GType type, gint64 id, GError **error)
{
  return onward_rows_load (self->connection, type, id, error);
}

/**
 * onward_writer_insert:
 * @self: the writer
 * @record: a new record; gets its row and, when it has none, a UUID
 * @error: return location
 *
 * Returns: whether the row was written
 */
gboolean
onward_writer_insert (OnwardWriter *self, gpointer record, GError **error)
{
  return onward_rows_insert (self->connection, record, error)
         && remember_row (self, G_OBJECT_TYPE (record), ONWARD_RECORD (record)->id, FALSE, error);
}

/**
 * onward_writer_update:
 * @self: the writer
 * @record: a record with its row
 * @error: return location
 *
 * Returns: whether the row was written; a row that is already so is left alone
 */
gboolean
onward_writer_update (OnwardWriter *self, gpointer record, GError **error)
{
  OnwardRecord *self_record = ONWARD_RECORD (record);
  g_autoptr (OnwardRecord) stored = onward_rows_load (self->connection, G_OBJECT_TYPE (record), self_record->id, error);

  if (stored == NULL)
    return FALSE;
  if (onward_record_equal (stored, record))
    return TRUE;
  return remember_row (self, G_OBJECT_TYPE (record), self_record->id, TRUE, error)
         && onward_rows_update (self->connection, record, error);
}

/**
 * onward_writer_delete:
 * @self: the writer
 * @type: a record class
 * @id: a row; its children go with it
 * @error: return location
 *
 * Returns: whether the row is gone
 */
gboolean
onward_writer_delete (OnwardWriter *self, GType type, gint64 id, GError **error)
{
  const OnwardTable *table = onward_record_type_get_table (type);

  for (guint i = 0; table->children != NULL && table->children[i].member != NULL; i++)
    {
      GType child_type = table->children[i].get_type ();
      g_autoptr (GPtrArray) children = onward_rows_load_children (self->connection, child_type, id, error);

      if (children == NULL)
        return FALSE;
      for (guint j = 0; j < children->len; j++)
        if (!onward_writer_delete (self, child_type, ONWARD_RECORD (children->pdata[j])->id, error))
          return FALSE;
    }
  return remember_row (self, type, id, TRUE, error) && onward_rows_delete (self->connection, type, id, error);
}

/**
 * onward_writer_set_children:
 * @self: the writer
 * @parent: a record with its row
 * @child_type: the class of the list
 * @children: (element-type OnwardRecord): what the list becomes, in order; their rows, parent and position are set here
 * @error: return location
 *
 * Rows are kept place by place, so that a list that is the same writes nothing.
 *
 * Returns: whether the list is stored
 */
gboolean
onward_writer_set_children (OnwardWriter *self, gpointer parent, GType child_type, GPtrArray *children, GError **error)
{
  gint64 parent_id = ONWARD_RECORD (parent)->id;
  g_autoptr (GPtrArray) stored = onward_rows_load_children (self->connection, child_type, parent_id, error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    {
      OnwardRecord *child = ONWARD_RECORD (children->pdata[i]);

      child->parent = parent_id;
      child->position = i;
      child->id = i < stored->len ? ONWARD_RECORD (stored->pdata[i])->id : 0;
      if (i < stored->len ? !onward_writer_update (self, child, error) : !onward_writer_insert (self, child, error))
        return FALSE;
    }
  for (guint i = children->len; i < stored->len; i++)
    if (!onward_writer_delete (self, child_type, ONWARD_RECORD (stored->pdata[i])->id, error))
      return FALSE;
  return TRUE;
}

/**
 * onward_writer_get_member:
 * @self: the writer
 * @part: `profile`, `settings` or `document`
 * @member: the member's name
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its JSON; NULL when it is not there, or with @error set
 */
char *
onward_writer_get_member (OnwardWriter *self, const char *part, const char *member, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (self->connection, "SELECT value FROM members WHERE part = ? AND member = ?", error);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_text (statement, 1, part);
  onward_statement_bind_text (statement, 2, member);
  return onward_statement_step (statement, error) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}

/* What a member was when the command began. */
static void
remember_member (OnwardWriter *self, const char *part, const char *member)
{
  OnwardImage *image;

  for (guint i = 0; i < self->members->len; i++)
    {
      image = self->members->pdata[i];
      if (g_str_equal (image->part, part) && g_str_equal (image->member, member))
        return;
    }
  image = g_new0 (OnwardImage, 1);
  image->part = g_strdup (part);
  image->member = g_strdup (member);
  image->value_before = onward_writer_get_member (self, part, member, NULL);
  g_ptr_array_add (self->members, image);
}

/**
 * onward_writer_set_member:
 * @self: the writer
 * @part: `profile`, `settings` or `document`
 * @member: the member's name
 * @json: (nullable): its value, NULL to take it out
 * @error: return location
 *
 * Returns: whether it is stored
 */
gboolean
onward_writer_set_member (OnwardWriter *self, const char *part, const char *member, const char *json, GError **error)
{
  g_autoptr (OnwardStatement) statement = NULL;

  remember_member (self, part, member);
  if (json != NULL)
    statement = onward_connection_prepare (self->connection,
                                           "INSERT INTO members (part, member, value) VALUES (?1, ?2, ?3) "
                                           "ON CONFLICT (part, member) DO UPDATE SET value = excluded.value "
                                           "WHERE value IS NOT excluded.value",
                                           error);
  else
    statement =
        onward_connection_prepare (self->connection, "DELETE FROM members WHERE part = ?1 AND member = ?2", error);
  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, part);
  onward_statement_bind_text (statement, 2, member);
  if (json != NULL)
    onward_statement_bind_text (statement, 3, json);
  if (!onward_statement_run (statement, error))
    return FALSE;
  if (sqlite3_changes (onward_connection_get_handle (self->connection)) > 0)
    self->members_changed = TRUE;
  return TRUE;
}

/**
 * onward_writer_set_meta:
 * @self: the writer
 * @name: a fact about the database
 * @value: (nullable): what it is
 * @error: return location
 *
 * Returns: whether it is stored
 */
gboolean
onward_writer_set_meta (OnwardWriter *self, const char *name, const char *value, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (self->connection,
                                 "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET "
                                 "value = excluded.value WHERE value IS NOT excluded.value",
                                 error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, name);
  onward_statement_bind_text (statement, 2, value);
  return onward_statement_run (statement, error);
}

/**
 * onward_writer_get_images:
 * @self: the writer
 *
 * What the command has written so far, for the playbook to know whom it concerns: `before` is set, `after` is not.
 *
 * Returns: (transfer container) (element-type OnwardImage): the images, owned by the writer
 */
GPtrArray *
onward_writer_get_images (OnwardWriter *self)
{
  GPtrArray *images = g_ptr_array_sized_new (g_hash_table_size (self->images));
  GHashTableIter iter;
  OnwardImage *image;

  g_hash_table_iter_init (&iter, self->images);
  while (g_hash_table_iter_next (&iter, (gpointer *)&image, NULL))
    g_ptr_array_add (images, image);
  return images;
}

/**
 * onward_writer_has_changed_members:
 * @self: the writer
 *
 * Returns: whether the command has changed the settings, the profile or another single member
 */
gboolean
onward_writer_has_changed_members (OnwardWriter *self)
{
  return self->members_changed;
}

/**
 * onward_writer_set_reconcile_all:
 * @self: the writer
 *
 * Asks the playbook to look at everything after this command, not only at what it wrote.
 */
void
onward_writer_set_reconcile_all (OnwardWriter *self)
{
  self->reconcile_all = TRUE;
}

/**
 * onward_writer_get_reconcile_all:
 * @self: the writer
 *
 * Returns: whether everything is to be looked at
 */
gboolean
onward_writer_get_reconcile_all (OnwardWriter *self)
{
  return self->reconcile_all;
}

/**
 * onward_writer_add_not_opened:
 * @self: the writer
 * @follow_up: (transfer none): an #OnwardFollowUp without a row
 *
 * For the playbook: notes a follow-up that is asked for, but so late that `history_days` keeps it closed.
 */
void
onward_writer_add_not_opened (OnwardWriter *self, gpointer follow_up)
{
  g_ptr_array_add (self->not_opened, g_object_ref (follow_up));
}

/**
 * onward_writer_asks_for_not_opened:
 * @self: the writer
 *
 * Returns: whether anybody looks at what the playbook notes: a command that goes on after the playbook has reconciled
 */
gboolean
onward_writer_asks_for_not_opened (OnwardWriter *self)
{
  return self->finish != NULL;
}

/**
 * onward_writer_get_not_opened:
 * @self: the writer
 *
 * Returns: (transfer none) (element-type OnwardFollowUp): what the playbook noted while it reconciled this command
 */
GPtrArray *
onward_writer_get_not_opened (OnwardWriter *self)
{
  return self->not_opened;
}

/**
 * onward_writer_set_dry_run:
 * @self: the writer
 *
 * Everything is done up to COMMIT, and then taken back: for a preview.
 */
void
onward_writer_set_dry_run (OnwardWriter *self)
{
  self->dry_run = TRUE;
}

/**
 * onward_writer_defer_search:
 * @self: the writer
 * @error: return location
 *
 * For a command that adds thousands of rows: the search is fed with all of them at once when the command is over, which
 * takes a fraction of the time. Until then the command does not find them.
 *
 * Returns: whether it will be so
 */
gboolean
onward_writer_defer_search (OnwardWriter *self, GError **error)
{
  return onward_search_fill_defer (&self->search_fill, self->connection, error);
}

/**
 * onward_writer_reconcile:
 * @self: the writer
 * @error: return location
 *
 * For a command that goes on with what the playbook asks for: plans now, as is done once more when the command is over.
 *
 * Returns: whether the follow-ups are what the facts ask for
 */
gboolean
onward_writer_reconcile (OnwardWriter *self, GError **error)
{
  gboolean done;

  self->reconciling = TRUE;
  done = self->reconcile == NULL || self->reconcile (self, error);
  self->reconciling = FALSE;
  return done;
}

/**
 * onward_writer_set_finish:
 * @self: the writer
 * @finish: (nullable): called after the playbook has reconciled, before COMMIT
 * @data: for @finish
 */
void
onward_writer_set_finish (OnwardWriter *self, OnwardCommandFunc finish, gpointer data)
{
  self->finish = finish;
  self->finish_data = data;
}
