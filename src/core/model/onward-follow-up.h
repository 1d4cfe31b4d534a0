/* onward-follow-up.h - something owed to somebody: when to remind, when it is late, and the rule that asked for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardFollowUp:
 *
 * Something owed to somebody, with a moment to remind, a moment when it is late, and the rule that asked for it.
 * Members as in exchange.md, `follow_ups`.
 */
typedef struct
{
  OnwardRecord record;
  char *key;
  char *rule;
  char *title;
  gint64 contact;
  gint64 opportunity;
  gint64 interview;
  gint64 company;
  char *remind_at;
  char *due;
  char *state;
  char *snoozed_until;
  gboolean moved_by_user;
  char *own_day;
  char *done_at;
  char *raised_for;
  char *why;
  char *channel;
} OnwardFollowUp;

#define ONWARD_TYPE_FOLLOW_UP (onward_follow_up_get_type ())
ONWARD_DECLARE_RECORD (OnwardFollowUp, onward_follow_up, ONWARD_FOLLOW_UP)

G_END_DECLS
