/* onward-due-done.h - asks how a follow-up was sent */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OnwardChannelFunc:
 * @chosen: whether the user chose; FALSE when the question was left
 * @channel: (nullable): how it was sent; NULL = without a message
 * @data: what was given with the question
 */
typedef void (*OnwardChannelFunc) (gboolean chosen, const char *channel, gpointer data);

gboolean onward_due_done_needs_channel (const char *rule);
gboolean onward_due_done_asks_for_introduction (const char *rule);
gboolean onward_due_done_is_spoken (const char *channel);
const char *onward_due_done_get_channel (const char *channel);
void onward_due_done_ask (GtkWidget *widget, const char *proposed, OnwardChannelFunc answer, gpointer data);

G_END_DECLS
