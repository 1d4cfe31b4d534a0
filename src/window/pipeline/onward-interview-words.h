/* onward-interview-words.h - an interview in a line, and what can be done with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-interview.h"
#include "store/onward-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OnwardInterviewState:
 * @ONWARD_INTERVIEW_COMING: it is booked and has not ended
 * @ONWARD_INTERVIEW_UNWRITTEN: it has ended, and the debrief is still to be written
 * @ONWARD_INTERVIEW_INCOMPLETE: the debrief is written, and somebody is not matched yet
 * @ONWARD_INTERVIEW_OVER: nothing is left to do, or it was not held
 */
typedef enum
{
  ONWARD_INTERVIEW_COMING,
  ONWARD_INTERVIEW_UNWRITTEN,
  ONWARD_INTERVIEW_INCOMPLETE,
  ONWARD_INTERVIEW_OVER,
} OnwardInterviewState;

OnwardInterviewState onward_interview_words_get_state (OnwardStore *store, OnwardInterview *interview);
char *onward_interview_words_get_line (OnwardStore *store, gint64 interview);
char *onward_interview_words_get_when (OnwardStore *store, OnwardInterview *interview);
GMenuModel *onward_interview_words_create_menu (gint64 interview, const char *status, gboolean begun);

G_END_DECLS
