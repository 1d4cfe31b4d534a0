/* onward-follow-up-change.c - what the user does with a follow-up: done, skip, snooze, move */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-follow-up-change.h"

#include "model/onward-collections.h"
#include "playbook/onward-rules.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  CHANGE_DONE,
  CHANGE_SKIP,
  CHANGE_SNOOZE,
  CHANGE_MOVE,
} ChangeKind;

struct _OnwardFollowUpChange
{
  ChangeKind kind;
  gint64 id;
  char *text; /* the channel, or the wall time */
};

static OnwardFollowUpChange *
create_change (ChangeKind kind, gint64 id, const char *text)
{
  OnwardFollowUpChange *change = g_new0 (OnwardFollowUpChange, 1);

  change->kind = kind;
  change->id = id;
  change->text = g_strdup (text);
  return change;
}

void
onward_follow_up_change_free (OnwardFollowUpChange *change)
{
  g_free (change->text);
  g_free (change);
}

static gboolean
check_channel (const char *channel, GError **error)
{
  if (onward_channel_parse (channel) != ONWARD_CHANNEL_NONE)
    return TRUE;
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
               _ ("“%s” is no channel. Give email, letter, card, linkedin, phone, meeting or other."), channel);
  return FALSE;
}

static gboolean
read_wall (const char *text, gint64 *wall, GError **error)
{
  if (onward_wall_parse (text, wall))
    return TRUE;
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
               _ ("“%s” is no time. Give one such as 2026-03-02T10:00."), text);
  return FALSE;
}

static gboolean
write_touch (OnwardWriter *writer, OnwardFollowUp *follow_up, const char *channel, GError **error)
{
  g_autoptr (OnwardTouch) touch = g_object_new (ONWARD_TYPE_TOUCH, NULL);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *now = onward_writer_format_now (writer);

  touch->opportunity = follow_up->opportunity;
  touch->interview = follow_up->interview;
  onward_set_text (&touch->at, now);
  onward_set_text (&touch->direction, "out");
  onward_set_text (&touch->channel, channel);
  onward_set_text (&touch->kind, follow_up->rule);
  if (!onward_writer_insert (writer, touch, error))
    return FALSE;
  if (follow_up->contact != 0)
    {
      OnwardTouchContact *person = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);

      person->contact = follow_up->contact;
      g_ptr_array_add (people, person);
    }
  return onward_writer_set_children (writer, touch, ONWARD_TYPE_TOUCH_CONTACT, people, error);
}

static void
close_row (OnwardWriter *writer, OnwardFollowUp *follow_up, const char *state)
{
  g_autofree char *now = onward_writer_format_now (writer);

  onward_set_text (&follow_up->state, state);
  onward_set_text (&follow_up->done_at, now);
}

static gboolean
apply_done (OnwardWriter *writer, OnwardFollowUp *follow_up, const char *channel, GError **error)
{
  close_row (writer, follow_up, "done");
  if (channel == NULL)
    return TRUE;
  if (!check_channel (channel, error))
    return FALSE;
  onward_set_text (&follow_up->channel, channel);
  return write_touch (writer, follow_up, channel, error);
}

static gboolean
apply_snooze (OnwardFollowUp *follow_up, const char *until, GError **error)
{
  gint64 wall;

  if (!read_wall (until, &wall, error))
    return FALSE;
  onward_set_text (&follow_up->snoozed_until, until);
  return TRUE;
}

/* Preparation and the answer to an offer are late when they are late, however they are moved. */
static gboolean
keeps_due (const char *id)
{
  const OnwardRule *rule = onward_rule_get (onward_rule_find (id));

  return rule != NULL && (rule->flags & ONWARD_RULE_KEEPS_DUE) != 0;
}

/* A snooze gives way to a move, which says anew when the row comes up. Never is a row late before it comes up. */
static gboolean
apply_move (OnwardFollowUp *follow_up, const char *text, GError **error)
{
  char buffer[ONWARD_WALL_SIZE];
  gint64 when, remind_at, due;

  if (!read_wall (text, &when, error) || !read_wall (follow_up->remind_at, &remind_at, error)
      || !read_wall (follow_up->due, &due, error))
    return FALSE;
  if (!keeps_due (follow_up->rule))
    {
      due += (onward_wall_day (when) - onward_wall_day (remind_at)) * ONWARD_DAY_MINUTES;
      due = MAX (due, when);
    }
  else if (when > due)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("This follow-up cannot be moved beyond %s, when it is late. Give an earlier time."),
                   follow_up->due);
      return FALSE;
    }
  onward_set_text (&follow_up->remind_at, text);
  onward_set_text (&follow_up->due, onward_wall_format (due, buffer));
  onward_set_text (&follow_up->snoozed_until, NULL);
  follow_up->moved_by_user = TRUE;
  return TRUE;
}

/**
 * onward_follow_up_change_done:
 * @id: an open follow-up
 * @channel: (nullable): how it was sent, which writes the touch; NULL = without a message
 *
 * Returns: (transfer full): the change, to run
 */
OnwardFollowUpChange *
onward_follow_up_change_done (gint64 id, const char *channel)
{
  return create_change (CHANGE_DONE, id, channel);
}

/**
 * onward_follow_up_change_skip:
 * @id: an open follow-up
 *
 * Returns: (transfer full): the change, to run; a skipped follow-up is final
 */
OnwardFollowUpChange *
onward_follow_up_change_skip (gint64 id)
{
  return create_change (CHANGE_SKIP, id, NULL);
}

/**
 * onward_follow_up_change_snooze:
 * @id: an open follow-up
 * @until: the wall time until which it is quiet
 *
 * Returns: (transfer full): the change, to run; `due` stays
 */
OnwardFollowUpChange *
onward_follow_up_change_snooze (gint64 id, const char *until)
{
  return create_change (CHANGE_SNOOZE, id, until);
}

/**
 * onward_follow_up_change_move:
 * @id: an open follow-up
 * @when: the wall time at which it is to come up
 *
 * Returns: (transfer full): the change, to run; `due` goes along by whole days, but not for preparation and offers
 */
OnwardFollowUpChange *
onward_follow_up_change_move (gint64 id, const char *when)
{
  return create_change (CHANGE_MOVE, id, when);
}

static gboolean
apply_to_open (OnwardWriter *writer, const OnwardFollowUpChange *change, OnwardFollowUp *follow_up, GError **error)
{
  switch (change->kind)
    {
    case CHANGE_DONE:
      return apply_done (writer, follow_up, change->text, error);
    case CHANGE_SKIP:
      close_row (writer, follow_up, "skipped");
      return TRUE;
    case CHANGE_SNOOZE:
      return apply_snooze (follow_up, change->text, error);
    case CHANGE_MOVE:
      return apply_move (follow_up, change->text, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * onward_follow_up_change_apply:
 * @writer: the writer
 * @follow_up_change: an OnwardFollowUpChange
 * @error: return location
 *
 * For commands that do more than this. The row is asked again: it may have been closed since it was shown.
 *
 * Returns: whether it is stored
 */
gboolean
onward_follow_up_change_apply (OnwardWriter *writer, gpointer follow_up_change, GError **error)
{
  OnwardFollowUpChange *change = follow_up_change;
  g_autoptr (OnwardFollowUp) follow_up = onward_writer_load (writer, ONWARD_TYPE_FOLLOW_UP, change->id, error);

  if (follow_up == NULL)
    return FALSE;
  if (g_strcmp0 (follow_up->state, "open") != 0)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("The follow-up “%s” is not open any more (%s), so nothing was changed."), follow_up->key,
                   follow_up->state);
      return FALSE;
    }
  return apply_to_open (writer, change, follow_up, error) && onward_writer_update (writer, follow_up, error);
}

static char *
create_label (OnwardStore *store, const OnwardFollowUpChange *change)
{
  g_autoptr (OnwardFollowUp) follow_up = onward_store_get_record (store, ONWARD_TYPE_FOLLOW_UP, change->id);
  const char *title = follow_up != NULL && follow_up->title != NULL ? follow_up->title : "";

  switch (change->kind)
    {
    case CHANGE_DONE:
      return g_strdup_printf (_ ("“%s” done"), title);
    case CHANGE_SKIP:
      return g_strdup_printf (_ ("“%s” skipped"), title);
    case CHANGE_SNOOZE:
      return g_strdup_printf (_ ("“%s” snoozed"), title);
    default:
      return g_strdup_printf (_ ("“%s” moved"), title);
    }
}

/**
 * onward_follow_up_change_run_async:
 * @store: the store
 * @change: (transfer full): what to do
 * @callback: (nullable): called when it is durable; finish with onward_store_run_finish()
 * @user_data: for @callback
 *
 * Main thread. Can be undone.
 */
void
onward_follow_up_change_run_async (OnwardStore *store, OnwardFollowUpChange *change, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autofree char *label = create_label (store, change);

  onward_store_run_async (store, label, onward_follow_up_change_apply, change,
                          (GDestroyNotify)onward_follow_up_change_free, callback, user_data);
}

/**
 * onward_follow_up_change_run:
 * @store: the store
 * @change: (transfer full): what to do
 * @error: return location
 *
 * Waits until it is durable. For programs without a window, and for tests.
 *
 * Returns: whether it is
 */
gboolean
onward_follow_up_change_run (OnwardStore *store, OnwardFollowUpChange *change, GError **error)
{
  g_autofree char *label = create_label (store, change);
  gboolean done = onward_store_run (store, label, onward_follow_up_change_apply, change, error);

  onward_follow_up_change_free (change);
  return done;
}
