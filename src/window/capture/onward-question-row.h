/* onward-question-row.h - a question of an interview: what is asked, notes for the answer, how it went */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-questions.h"

#include "shared/onward-plain-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_QUESTION_ROW (onward_question_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardQuestionRow, onward_question_row, ONWARD, QUESTION_ROW, OnwardPlainRow)

GtkWidget *onward_question_row_new (OnwardQuestion *question, gboolean rated);
OnwardQuestion *onward_question_row_get_question (OnwardQuestionRow *self);

G_END_DECLS
