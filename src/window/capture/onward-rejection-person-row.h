/* onward-rejection-person-row.h - somebody who was met: whether it clicked, and how often to keep in touch */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-rejection-draft.h"

#include "shared/onward-plain-row.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_REJECTION_PERSON_ROW (onward_rejection_person_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardRejectionPersonRow, onward_rejection_person_row, ONWARD, REJECTION_PERSON_ROW,
                      OnwardPlainRow)

GtkWidget *onward_rejection_person_row_new (OnwardRejectionPerson *person);
void onward_rejection_person_row_set_narrow (OnwardRejectionPersonRow *self, gboolean narrow);

G_END_DECLS
