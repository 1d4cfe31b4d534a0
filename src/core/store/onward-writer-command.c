/* onward-writer-command.c - what a running command may ask, and how it says what it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-writer-private.h"

/* Of SQLite's virtual machine: a part of a millisecond. */
#define STEPS_PER_LOOK 2000

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
  return onward_images_list_rows (self->images);
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
 * onward_writer_leave_no_trace:
 * @self: the writer
 *
 * What the command takes away is in no page of the file and its log when it is over, and Undo forgets what was before.
 */
void
onward_writer_leave_no_trace (OnwardWriter *self)
{
  self->no_trace = TRUE;
}

static int
look_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * onward_writer_set_cancellable:
 * @self: the writer
 * @cancellable: (nullable): ends the command with %G_IO_ERROR_CANCELLED, on whatever thread it is cancelled
 *
 * For a command that may take long, until its COMMIT begins: SQLite looks every few steps, in a statement for all
 * rows as well, and nothing of the command stays.
 */
void
onward_writer_set_cancellable (OnwardWriter *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (onward_connection_get_handle (self->connection), STEPS_PER_LOOK,
                            cancellable != NULL ? look_cb : NULL, cancellable);
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

/**
 * onward_writer_mark_start:
 * @self: the writer, in a command that has written nothing yet
 * @error: return location
 *
 * Returns: whether onward_writer_start_over() leads back here
 */
gboolean
onward_writer_mark_start (OnwardWriter *self, GError **error)
{
  return onward_connection_execute (self->connection, "SAVEPOINT start", error);
}

/**
 * onward_writer_start_over:
 * @self: the writer, after onward_writer_mark_start()
 * @error: return location
 *
 * Takes back what the command has written, so that it can try something else.
 *
 * Returns: whether nothing is written
 */
gboolean
onward_writer_start_over (OnwardWriter *self, GError **error)
{
  onward_images_clear (self->images);
  self->members_changed = FALSE;
  return onward_connection_execute (self->connection, "ROLLBACK TO start", error);
}
