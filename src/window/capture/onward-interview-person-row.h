/* onward-interview-person-row.h - somebody who is expected at an interview: name, role, and whom the name means */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-interview-draft.h"

#include "shared/onward-plain-row.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_INTERVIEW_PERSON_ROW (onward_interview_person_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardInterviewPersonRow, onward_interview_person_row, ONWARD, INTERVIEW_PERSON_ROW,
                      OnwardPlainRow)

GtkWidget *onward_interview_person_row_new (OnwardInterviewDraft *draft, OnwardDraftPerson *person);
OnwardDraftPerson *onward_interview_person_row_get_person (OnwardInterviewPersonRow *self);
void onward_interview_person_row_set_narrow (OnwardInterviewPersonRow *self, gboolean narrow);

G_END_DECLS
