/* onward-sent.h - a message that the user says was sent */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardSent:
 * @follow_up: what was owed, done by it; 0 = nothing
 * @draft_of: the follow-up under which its draft is kept, when that is not done by it, as in an announcement; 0 =
 *   @follow_up
 * @contact: to whom; 0 = nobody named
 * @opportunity: what it is about, or 0
 * @interview: what it is about, or 0
 * @channel: how it went
 * @kind: the rule that asked for such a message, or free
 * @subject: (nullable): the subject
 * @body: (nullable): the words
 * @value_item: what was sent with it, or 0
 * @touch: (out): the row of the touch
 */
typedef struct
{
  gint64 follow_up;
  gint64 draft_of;
  gint64 contact;
  gint64 opportunity;
  gint64 interview;
  char *channel;
  char *kind;
  char *subject;
  char *body;
  gint64 value_item;
  gint64 touch;
} OnwardSent;

void onward_sent_free (OnwardSent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardSent, onward_sent_free)

gboolean onward_sent_write (OnwardWriter *writer, gpointer sent, GError **error);

G_END_DECLS
