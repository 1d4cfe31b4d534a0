/* onward-questions.h - what is asked in an interview: expected, answered, and how it went */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/* The best that an answer can have gone; sample and imports use 1 to 5. */
#define ONWARD_QUESTION_BEST 5

/**
 * OnwardQuestion:
 * @text: the question
 * @answer: notes for the answer, or what was answered; never NULL
 * @rating: how it went, 1 to %ONWARD_QUESTION_BEST; 0 = not said
 * @mine: the user asks it, else they do
 * @rest: (nullable): members that are not known here, as a JSON object
 */
typedef struct
{
  char *text;
  char *answer;
  int rating;
  gboolean mine;
  char *rest;
} OnwardQuestion;

OnwardQuestion *onward_question_new (const char *text, gboolean mine);
void onward_question_free (OnwardQuestion *question);

GPtrArray *onward_questions_parse (const char *list);
char *onward_questions_format (GPtrArray *questions);

/**
 * OnwardQuestionsEdit:
 * @interview: an interview
 * @questions: (nullable): what its list of questions becomes, as onward_questions_format() writes it
 */
typedef struct
{
  gint64 interview;
  char *questions;
} OnwardQuestionsEdit;

OnwardQuestionsEdit *onward_questions_edit_new (gint64 interview, GPtrArray *questions);
void onward_questions_edit_free (OnwardQuestionsEdit *edit);
gboolean onward_questions_save (OnwardWriter *writer, gpointer questions_edit, GError **error);

G_END_DECLS
