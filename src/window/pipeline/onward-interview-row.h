/* onward-interview-row.h - an interview about which something is left to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-interview-words.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_INTERVIEW_ROW (onward_interview_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardInterviewRow, onward_interview_row, ONWARD, INTERVIEW_ROW, GtkListBoxRow)

GtkWidget *onward_interview_row_new (OnwardStore *store, OnwardInterview *interview);

G_END_DECLS
