/* onward-debrief-person-row.h - somebody who was met: whether it clicked, a hook, a concern */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-debrief-draft.h"

#include "shared/onward-plain-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_DEBRIEF_PERSON_ROW (onward_debrief_person_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardDebriefPersonRow, onward_debrief_person_row, ONWARD, DEBRIEF_PERSON_ROW, OnwardPlainRow)

GtkWidget *onward_debrief_person_row_new (OnwardDebriefDraft *draft, OnwardPersonEdit *person);
void onward_debrief_person_row_set_narrow (OnwardDebriefPersonRow *self, gboolean narrow);

G_END_DECLS
