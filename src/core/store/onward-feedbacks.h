/* onward-feedbacks.h - what people said about the user: commands and questions */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-feedback.h"
#include "onward-store.h"

G_BEGIN_DECLS

#define ONWARD_FEEDBACK_POINTS 3

/**
 * OnwardFeedbackEdit:
 * @id: the feedback; 0 = new
 * @contact: who gave it; 0 = the one named by @contact_name
 * @contact_name: (nullable): becomes a contact of the opportunity's company
 * @opportunity: what it is about; 0 = none
 * @source: (nullable): as in exchange.md, like the other words
 * @received_on: (nullable): YYYY-MM-DD; NULL = today
 * @scope: (nullable):
 * @usefulness: (nullable):
 * @channel: (nullable):
 * @strengths: up to three; empty ones are left out
 * @improvements: up to three
 * @themes: (nullable) (array zero-terminated=1):
 * @text: (nullable): in their own words
 */
typedef struct
{
  gint64 id;
  gint64 contact;
  char *contact_name;
  gint64 opportunity;
  char *source;
  char *received_on;
  char *scope;
  char *usefulness;
  char *channel;
  char *strengths[ONWARD_FEEDBACK_POINTS];
  char *improvements[ONWARD_FEEDBACK_POINTS];
  char **themes;
  char *text;
} OnwardFeedbackEdit;

void onward_feedback_edit_free (OnwardFeedbackEdit *edit);
gboolean onward_feedbacks_save (OnwardWriter *writer, gpointer feedback_edit, GError **error);
gboolean onward_feedbacks_remove (OnwardWriter *writer, gpointer feedback, GError **error);

GPtrArray *onward_feedbacks_list_opportunities (OnwardStore *store, gint64 contact);

G_END_DECLS
