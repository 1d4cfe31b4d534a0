/* onward-due-section.h - a heading of the Due pane and the rows below it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-due-row.h"
#include "store/onward-due-change.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_DUE_SECTION (onward_due_section_get_type ())
G_DECLARE_FINAL_TYPE (OnwardDueSection, onward_due_section, ONWARD, DUE_SECTION, GtkWidget)

void onward_due_section_set_dues (OnwardDueSection *self, OnwardStore *store, GPtrArray *dues, guint total);
gboolean onward_due_section_is_concerned (OnwardDueSection *self, OnwardDueChange *change);
guint onward_due_section_get_limit (OnwardDueSection *self);
void onward_due_section_set_room (OnwardDueSection *self, guint rows);
void onward_due_section_set_alone (OnwardDueSection *self, gboolean alone);
void onward_due_section_set_waiting (OnwardDueSection *self, GPtrArray *waiting, int today);

OnwardDueRow *onward_due_section_find (OnwardDueSection *self, gint64 id);
OnwardDueRow *onward_due_section_reveal (OnwardDueSection *self, gint64 id);
GtkWidget *onward_due_section_get_first (OnwardDueSection *self);
void onward_due_section_select (OnwardDueSection *self, gint64 id);

G_END_DECLS
