/* onward-sent.c - a message that the user says was sent */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-sent.h"

#include "model/onward-collections.h"
#include "onward-announcement-runs.h"
#include "onward-kept-drafts.h"
#include "playbook/onward-plan.h"

#include <glib/gi18n-lib.h>

/**
 * onward_sent_free:
 * @self: (transfer full): a message
 */
void
onward_sent_free (OnwardSent *self)
{
  g_free (self->channel);
  g_free (self->kind);
  g_free (self->subject);
  g_free (self->body);
  g_free (self);
}

static gboolean
write_touch (OnwardWriter *writer, OnwardSent *sent, GError **error)
{
  g_autoptr (OnwardTouch) touch = g_object_new (ONWARD_TYPE_TOUCH, NULL);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *now = onward_writer_format_now (writer);

  touch->opportunity = sent->opportunity;
  touch->interview = sent->interview;
  touch->value_item = sent->value_item;
  onward_set_text (&touch->at, now);
  onward_set_text (&touch->direction, "out");
  onward_set_text (&touch->channel, sent->channel);
  onward_set_text (&touch->kind, sent->kind);
  onward_set_text (&touch->subject, sent->subject);
  onward_set_text (&touch->body, sent->body);
  if (!onward_writer_insert (writer, touch, error))
    return FALSE;
  sent->touch = touch->record.id;
  if (sent->contact != 0)
    {
      OnwardTouchContact *person = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);

      person->contact = sent->contact;
      g_ptr_array_add (people, person);
    }
  return onward_writer_set_children (writer, touch, ONWARD_TYPE_TOUCH_CONTACT, people, error);
}

static gboolean
close_follow_up (OnwardWriter *writer, OnwardSent *sent, GError **error)
{
  g_autoptr (OnwardFollowUp) follow_up = onward_writer_load (writer, ONWARD_TYPE_FOLLOW_UP, sent->follow_up, error);
  g_autofree char *now = onward_writer_format_now (writer);

  if (follow_up == NULL)
    return FALSE;
  if (g_strcmp0 (follow_up->state, "open") != 0)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("The follow-up “%s” is not open any more (%s), so nothing was changed."), follow_up->key,
                   follow_up->state);
      return FALSE;
    }
  onward_set_text (&follow_up->state, "done");
  onward_set_text (&follow_up->done_at, now);
  onward_set_text (&follow_up->channel, sent->channel);
  return onward_writer_update (writer, follow_up, error);
}

/**
 * onward_sent_write:
 * @writer: the writer
 * @sent: an #OnwardSent
 * @error: return location
 *
 * A command: the touch with its words, the follow-up done, the draft out of the way; news of a job
 * stand in their run. Keeping in touch starts again by
 * the playbook, which runs in the same transaction.
 *
 * Returns: whether it is written
 */
gboolean
onward_sent_write (OnwardWriter *writer, gpointer sent, GError **error)
{
  OnwardSent *self = sent;

  if (onward_channel_parse (self->channel) == ONWARD_CHANNEL_NONE)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("“%s” is no channel. Give email, letter, card, linkedin, phone, meeting or other."),
                   self->channel);
      return FALSE;
    }
  if (!write_touch (writer, self, error))
    return FALSE;
  if (self->follow_up != 0 && !close_follow_up (writer, self, error))
    return FALSE;
  if (g_strcmp0 (self->kind, "announce-job") == 0 && self->opportunity != 0 && self->contact != 0
      && !onward_announcement_runs_note (writer, self->opportunity, self->contact, self->touch, error))
    return FALSE;
  return onward_kept_drafts_set_touch (writer, self->draft_of != 0 ? self->draft_of : self->follow_up, self->contact,
                                       self->touch, error);
}
