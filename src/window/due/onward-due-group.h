/* onward-due-group.h - stands for several follow-ups to one person, and opens in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_DUE_GROUP (onward_due_group_get_type ())
G_DECLARE_FINAL_TYPE (OnwardDueGroup, onward_due_group, ONWARD, DUE_GROUP, GtkListBoxRow)

GtkWidget *onward_due_group_new (gint64 contact);
gint64 onward_due_group_get_contact (OnwardDueGroup *self);
void onward_due_group_set_words (OnwardDueGroup *self, const char *name, guint n);
gboolean onward_due_group_get_open (OnwardDueGroup *self);
void onward_due_group_set_open (OnwardDueGroup *self, gboolean open);

G_END_DECLS
