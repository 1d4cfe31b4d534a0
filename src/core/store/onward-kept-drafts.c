/* onward-kept-drafts.c - messages that the user has begun and not sent */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-kept-drafts.h"

/* A draft that was sent counts again when the touch it became is taken back. */
#define UNSENT "(d.touch IS NULL OR NOT EXISTS (SELECT 1 FROM touches t WHERE t.id = d.touch))"
#define OF     "coalesce (follow_up, 0) = ?1 AND coalesce (contact, 0) = ?2"

/**
 * onward_kept_draft_new:
 * @follow_up: what it is about, or 0
 * @contact: to whom, or 0
 * @text: (nullable): the words
 *
 * Returns: (transfer full): a draft for onward_kept_drafts_keep()
 */
OnwardKeptDraft *
onward_kept_draft_new (gint64 follow_up, gint64 contact, const char *text)
{
  OnwardKeptDraft *self = g_new0 (OnwardKeptDraft, 1);

  self->follow_up = follow_up;
  self->contact = contact;
  self->text = g_strdup (text);
  return self;
}

/**
 * onward_kept_draft_free:
 * @self: (transfer full): a draft
 */
void
onward_kept_draft_free (OnwardKeptDraft *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * onward_kept_drafts_get:
 * @store: the store
 * @follow_up: what it is about, or 0
 * @contact: to whom, or 0
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): what the user has begun to write; NULL when there is nothing
 */
char *
onward_kept_drafts_get (OnwardStore *store, gint64 follow_up, gint64 contact)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store), "SELECT d.text FROM drafts d WHERE " OF " AND " UNSENT, NULL);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_int (statement, 1, follow_up);
  onward_statement_bind_int (statement, 2, contact);
  return onward_statement_step (statement, NULL) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}

static GPtrArray *
read_drafts (OnwardStore *store, const char *sql, gint64 contact, gint64 since)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (onward_store_get_connection (store), sql, NULL);
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_kept_draft_free);

  if (rows == NULL)
    return drafts;
  onward_statement_bind_int (rows, 1, contact);
  if (since != 0)
    onward_statement_bind_int (rows, 2, since);
  while (onward_statement_step (rows, NULL))
    g_ptr_array_add (drafts,
                     onward_kept_draft_new (onward_statement_get_int (rows, 0), onward_statement_get_int (rows, 1),
                                            onward_statement_get_text (rows, 2)));
  return drafts;
}

/**
 * onward_kept_drafts_to_others:
 * @store: the store
 * @contact: to whom the message in question goes
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardKeptDraft): what is begun to other people
 */
GPtrArray *
onward_kept_drafts_to_others (OnwardStore *store, gint64 contact)
{
  return read_drafts (
      store, "SELECT d.follow_up, d.contact, d.text FROM drafts d WHERE d.contact <> ?1 AND " UNSENT " ORDER BY d.id",
      contact, 0);
}

/**
 * onward_kept_drafts_sent_to_others:
 * @store: the store
 * @contact: to whom the message in question goes
 * @since: seconds since 1970 UTC
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardKeptDraft): what other people were sent since then, as plain text
 */
GPtrArray *
onward_kept_drafts_sent_to_others (OnwardStore *store, gint64 contact, gint64 since)
{
  return read_drafts (store,
                      "SELECT 0, p.contact, t.body FROM touches t JOIN touch_contacts p ON p.touch = t.id"
                      " WHERE t.at_unix >= ?2 AND t.direction IS 'out' AND t.body <> '' AND p.contact <> ?1"
                      " AND NOT EXISTS (SELECT 1 FROM touch_contacts q WHERE q.touch = t.id AND q.contact = ?1)"
                      " ORDER BY t.id",
                      contact, since);
}

static gboolean
run (OnwardWriter *writer, const char *sql, gint64 follow_up, gint64 contact, const char *text, gint64 touch,
     GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (onward_writer_get_connection (writer), sql, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, follow_up);
  onward_statement_bind_int (statement, 2, contact);
  if (text != NULL)
    onward_statement_bind_text (statement, 3, text);
  else if (touch != 0)
    onward_statement_bind_int (statement, 3, touch);
  return onward_statement_run (statement, error);
}

/**
 * onward_kept_drafts_keep:
 * @writer: the writer
 * @kept_draft: an #OnwardKeptDraft
 * @error: return location
 *
 * A command, to be run without a label: what is typed is not taken back by Undo of the window.
 *
 * Returns: whether it is kept
 */
gboolean
onward_kept_drafts_keep (OnwardWriter *writer, gpointer kept_draft, GError **error)
{
  OnwardKeptDraft *draft = kept_draft;

  if (draft->text == NULL)
    return run (writer, "DELETE FROM drafts WHERE " OF, draft->follow_up, draft->contact, NULL, 0, error);
  return run (writer,
              "INSERT INTO drafts (follow_up, contact, text) VALUES (nullif (?1, 0), nullif (?2, 0), ?3)"
              " ON CONFLICT (coalesce (follow_up, 0), coalesce (contact, 0))"
              " DO UPDATE SET text = excluded.text, touch = NULL",
              draft->follow_up, draft->contact, draft->text, 0, error);
}

/**
 * onward_kept_drafts_set_touch:
 * @writer: the writer, in a command
 * @follow_up: what it is about, or 0
 * @contact: to whom, or 0
 * @touch: what it became
 * @error: return location
 *
 * Returns: whether the draft counts as sent for as long as that touch is there
 */
gboolean
onward_kept_drafts_set_touch (OnwardWriter *writer, gint64 follow_up, gint64 contact, gint64 touch, GError **error)
{
  g_autoptr (OnwardStatement) row =
      onward_connection_prepare (onward_writer_get_connection (writer), "SELECT id FROM drafts WHERE " OF, error);
  gint64 id = 0;

  if (row == NULL)
    return FALSE;
  onward_statement_bind_int (row, 1, follow_up);
  onward_statement_bind_int (row, 2, contact);
  if (onward_statement_step (row, NULL))
    id = onward_statement_get_int (row, 0);
  onward_statement_reset (row);
  if (id == 0)
    return TRUE;
  onward_writer_note_side (writer, "drafts", id, TRUE);
  return run (writer, "UPDATE drafts SET touch = ?3 WHERE " OF, follow_up, contact, NULL, touch, error);
}

/**
 * onward_kept_drafts_tidy:
 * @writer: the writer
 * @nothing: not used
 * @error: return location
 *
 * A command for the start of the program, when nothing can be taken back any more: drafts that were sent, and those of
 * follow-ups that are closed, go. A debrief that was begun again stays until it is saved.
 *
 * Returns: whether they have gone
 */
gboolean
onward_kept_drafts_tidy (OnwardWriter *writer, gpointer nothing, GError **error)
{
  return onward_connection_execute (onward_writer_get_connection (writer),
                                    "DELETE FROM drafts WHERE touch IN (SELECT id FROM touches) OR follow_up IN"
                                    " (SELECT id FROM follow_ups WHERE state IN ('done', 'skipped')"
                                    " AND rule IS NOT 'debrief')",
                                    error);
}
