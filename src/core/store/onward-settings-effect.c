/* onward-settings-effect.c - what other settings would do to the open follow-ups */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-settings-effect.h"

#include <string.h>

/* An open follow-up before the change. */
typedef struct
{
  char *key;
  char *title;
  gint64 contact;
  char *remind_at;
  char *due;
} OpenRow;

typedef struct
{
  OnwardCommandFunc change;
  gpointer data;
  GDestroyNotify destroy;
  GHashTable *before; /* key -> OpenRow */
  OnwardSettingsEffect *effect;
} Preview;

static void
free_open_row (OpenRow *row)
{
  g_free (row->key);
  g_free (row->title);
  g_free (row->remind_at);
  g_free (row->due);
  g_free (row);
}

static void
free_row (OnwardEffectRow *row)
{
  g_free (row->key);
  g_free (row->title);
  g_free (row->remind_at);
  g_free (row->new_remind_at);
  g_free (row);
}

static void
free_preview (Preview *preview)
{
  if (preview->destroy != NULL)
    preview->destroy (preview->data);
  g_clear_pointer (&preview->effect, onward_settings_effect_free);
  g_hash_table_unref (preview->before);
  g_free (preview);
}

/* The open follow-ups that the playbook keeps, in the columns key, title, contact, remind_at, due. */
static gboolean
visit_open (Preview *preview, OnwardConnection *connection, void (*visit) (Preview *, OnwardStatement *),
            GError **error)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      connection,
      "SELECT key, title, contact, remind_at, due FROM follow_ups WHERE state = 'open' AND rule <> 'manual'", error);
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (onward_statement_step (rows, &failure))
    visit (preview, rows);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static void
note_before (Preview *preview, OnwardStatement *row)
{
  OpenRow *open = g_new0 (OpenRow, 1);

  open->key = g_strdup (onward_statement_get_text (row, 0));
  open->title = g_strdup (onward_statement_get_text (row, 1));
  open->contact = onward_statement_get_int (row, 2);
  open->remind_at = g_strdup (onward_statement_get_text (row, 3));
  open->due = g_strdup (onward_statement_get_text (row, 4));
  g_hash_table_insert (preview->before, open->key, open);
}

static OnwardEffectRow *
add_row (Preview *preview, OnwardEffectKind kind, const char *key)
{
  OnwardEffectRow *row = g_new0 (OnwardEffectRow, 1);

  row->kind = kind;
  row->key = g_strdup (key);
  g_ptr_array_add (preview->effect->rows, row);
  return row;
}

/* What is open after the change: as before, moved, or new. Afterwards only what is cancelled is left in `before`. */
static void
compare_after (Preview *preview, OnwardStatement *after)
{
  const char *key = onward_statement_get_text (after, 0);
  const char *remind_at = onward_statement_get_text (after, 3);
  const OpenRow *before = g_hash_table_lookup (preview->before, key);
  gboolean same = before != NULL && g_strcmp0 (before->remind_at, remind_at) == 0
                  && g_strcmp0 (before->due, onward_statement_get_text (after, 4)) == 0;

  if (!same)
    {
      OnwardEffectRow *row = add_row (preview, before != NULL ? ONWARD_EFFECT_MOVED : ONWARD_EFFECT_OPENED, key);

      row->title = g_strdup (before != NULL ? before->title : onward_statement_get_text (after, 1));
      row->contact = onward_statement_get_int (after, 2);
      row->remind_at = before != NULL ? g_strdup (before->remind_at) : NULL;
      row->new_remind_at = g_strdup (remind_at);
      *(before != NULL ? &preview->effect->n_moved : &preview->effect->n_opened) += 1;
    }
  if (before != NULL)
    g_hash_table_remove (preview->before, key);
}

static void
add_cancelled (Preview *preview)
{
  GHashTableIter iter;
  const OpenRow *open;

  g_hash_table_iter_init (&iter, preview->before);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&open))
    {
      OnwardEffectRow *row = add_row (preview, ONWARD_EFFECT_CANCELLED, open->key);

      row->title = g_strdup (open->title);
      row->contact = open->contact;
      row->remind_at = g_strdup (open->remind_at);
      preview->effect->n_cancelled++;
    }
}

static const char *
get_moment (const OnwardEffectRow *row)
{
  return row->remind_at != NULL ? row->remind_at : row->new_remind_at;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const OnwardEffectRow *first = *(OnwardEffectRow **)a, *second = *(OnwardEffectRow **)b;
  int order = g_strcmp0 (get_moment (first), get_moment (second));

  return order != 0 ? order : strcmp (first->key, second->key);
}

/* After the playbook has reconciled. */
static gboolean
compare_all (OnwardWriter *writer, gpointer data, GError **error)
{
  Preview *preview = data;

  preview->effect = g_new0 (OnwardSettingsEffect, 1);
  preview->effect->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)free_row);
  if (!visit_open (preview, onward_writer_get_connection (writer), compare_after, error))
    return FALSE;
  add_cancelled (preview);
  g_ptr_array_sort (preview->effect->rows, compare_rows);
  return TRUE;
}

/* The command itself, in a transaction that is taken back. */
static gboolean
run_preview (OnwardWriter *writer, gpointer data, GError **error)
{
  Preview *preview = data;

  onward_writer_set_dry_run (writer);
  if (!visit_open (preview, onward_writer_get_connection (writer), note_before, error)
      || !preview->change (writer, preview->data, error))
    return FALSE;
  onward_writer_set_finish (writer, compare_all, preview);
  return TRUE;
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Preview *preview = g_task_get_task_data (task);
  GError *error = NULL;

  if (onward_store_run_finish (ONWARD_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&preview->effect), (GDestroyNotify)onward_settings_effect_free);
  else
    g_task_return_error (task, error);
}

/**
 * onward_settings_effect_async:
 * @store: the store
 * @change: the command that would store the settings, as it is run when they are applied
 * @data: for @change
 * @destroy: (nullable): frees @data, on the main thread
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Finds out what @change would do to the open follow-ups: it runs on the writer's thread, the playbook reconciles, and
 * everything is taken back. Nothing is stored and no change is announced. Main thread.
 */
void
onward_settings_effect_async (OnwardStore *store, OnwardCommandFunc change, gpointer data, GDestroyNotify destroy,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  Preview *preview = g_new0 (Preview, 1);

  preview->change = change;
  preview->data = data;
  preview->destroy = destroy;
  preview->before = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)free_open_row);
  g_task_set_task_data (task, preview, (GDestroyNotify)free_preview);
  onward_store_run_async (store, NULL, run_preview, preview, NULL, previewed_cb, task);
}

/**
 * onward_settings_effect_finish:
 * @store: the store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what would change; %NULL with @error set
 */
OnwardSettingsEffect *
onward_settings_effect_finish (OnwardStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * onward_settings_effect_free:
 * @effect: (transfer full): an effect
 */
void
onward_settings_effect_free (OnwardSettingsEffect *effect)
{
  g_ptr_array_unref (effect->rows);
  g_free (effect);
}
