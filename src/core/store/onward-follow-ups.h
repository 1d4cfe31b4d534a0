/* onward-follow-ups.h - what is owed, in the order in which it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"
#include "playbook/onward-due.h"

G_BEGIN_DECLS

/**
 * OnwardDue:
 * @id: the follow-up's row
 * @key: its key
 * @rule: the rule that asked for it, or `manual`
 * @title: (nullable): what is to be done
 * @why: (nullable): the fact and the rule behind it
 * @channel: (nullable): the one proposed
 * @remind_at: wall time, as planned or moved
 * @due: wall time at which it is late
 * @snoozed_until: (nullable): wall time
 * @moment: wall time that counts for the alert and the order: the later of @remind_at and @snoozed_until
 * @urgency: how it stands now
 * @contact: row, 0 for none
 * @opportunity: row, 0 for none
 * @interview: row, 0 for none
 * @company: row, 0 for none; the follow-up's own
 * @contact_name: (nullable): their name
 * @company_name: (nullable): the follow-up's company, else its opportunity's, its interview's or its person's
 * @opportunity_title: (nullable): the role
 * @interview_kind: (nullable): of the interview, as in the exchange format
 * @interview_round: its number, 0 for none
 *
 * One open follow-up.
 */
typedef struct
{
  gint64 id;
  char *key;
  char *rule;
  char *title;
  char *why;
  char *channel;
  char *remind_at;
  char *due;
  char *snoozed_until;
  char *moment;
  OnwardUrgency urgency;
  gint64 contact;
  gint64 opportunity;
  gint64 interview;
  gint64 company;
  char *contact_name;
  char *company_name;
  char *opportunity_title;
  char *interview_kind;
  gint64 interview_round;
} OnwardDue;

void onward_due_free (OnwardDue *due);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardDue, onward_due_free)
const char *onward_urgency_get_name (OnwardUrgency urgency);
char *onward_due_describe_pressure (OnwardStore *store, const OnwardDue *due);

GPtrArray *onward_follow_ups_due (OnwardStore *store, int days, GError **error);
GPtrArray *onward_follow_ups_between (OnwardStore *store, int from, int to, GError **error);
GPtrArray *onward_follow_ups_about (OnwardStore *store, GType type, gint64 id, GError **error);
GPtrArray *onward_follow_ups_where (OnwardStore *store, const char *condition, GError **error);
char *onward_follow_ups_get_next_moment (OnwardStore *store);
gint64 onward_follow_ups_find (OnwardStore *store, const char *key, GError **error);

G_END_DECLS
