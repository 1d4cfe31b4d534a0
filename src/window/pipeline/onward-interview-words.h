/* onward-interview-words.h - an interview in a line */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

G_BEGIN_DECLS

char *onward_interview_words_get_round (gint64 round);
char *onward_interview_words_get_line (OnwardStore *store, gint64 interview);

G_END_DECLS
