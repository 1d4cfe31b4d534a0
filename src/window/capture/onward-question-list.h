/* onward-question-list.h - the questions of an interview, theirs or the user's own, and an entry for another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-questions.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_QUESTION_LIST (onward_question_list_get_type ())
G_DECLARE_FINAL_TYPE (OnwardQuestionList, onward_question_list, ONWARD, QUESTION_LIST, GtkWidget)

void onward_question_list_show (OnwardQuestionList *self, GPtrArray *questions, gboolean rated);
gboolean onward_question_list_add_typed (OnwardQuestionList *self);

G_END_DECLS
