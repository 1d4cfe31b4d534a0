/* onward-alert.h - what is raised: one follow-up, or several in one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-follow-ups.h"
#include "store/onward-interview-alerts.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_ALERT (onward_alert_get_type ())

/**
 * OnwardAlert:
 * @id: the same for the same things, also in the next process; whoever shows one replaces another of that id
 * @action: what a click on it does: a detailed action name of the program
 * @follow_ups: (element-type gint64): the rows it is about
 * @interviews: (element-type gint64): the rows of decided alerts of interviews it is about
 * @channel: (nullable): the one proposed; NULL for none, and for several follow-ups
 * @title: what is to be done; plain text
 * @body: (nullable): more about it; plain text
 *
 * A boxed type, read-only.
 */
typedef struct
{
  char *id;
  char *action;
  GArray *follow_ups;
  GArray *interviews;
  char *channel;
  char *title;
  char *body;
} OnwardAlert;

GType onward_alert_get_type (void);
OnwardAlert *onward_alert_new_for_one (OnwardStore *store, const OnwardDue *due, gboolean discreet);
OnwardAlert *onward_alert_new_for_several (GPtrArray *dues, gboolean discreet);
OnwardAlert *
onward_alert_new_for_interview (OnwardStore *store, const OnwardInterviewAlert *interview, gboolean discreet);
OnwardAlert *onward_alert_new_for_interviews (OnwardStore *store, GPtrArray *interviews, gboolean discreet);
OnwardAlert *onward_alert_new_known (const char *id);
OnwardAlert *onward_alert_new_for_test (void);
OnwardAlert *onward_alert_ref (OnwardAlert *self);
void onward_alert_unref (OnwardAlert *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardAlert, onward_alert_unref)

G_END_DECLS
