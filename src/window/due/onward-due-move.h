/* onward-due-move.h - asks for the day to which a follow-up is moved, or until which it is snoozed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OnwardMomentFunc:
 * @moment: the wall time that was chosen
 * @data: what was given with the question
 */
typedef void (*OnwardMomentFunc) (const char *moment, gpointer data);

void
onward_due_move_ask (GtkWidget *widget, const char *verb, const char *moment, OnwardMomentFunc answer, gpointer data);

G_END_DECLS
