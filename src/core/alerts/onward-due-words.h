/* onward-due-words.h - what a follow-up is about and when it is due, in a few words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-follow-ups.h"

G_BEGIN_DECLS

char *onward_due_words_get_subject (const OnwardDue *due);
char *onward_due_words_get_when (const OnwardDue *due, const OnwardNow *now);
char *onward_due_words_get_snoozed (const char *until, const char *due, const OnwardNow *now);
char *onward_due_words_get_interview (const char *kind, gint64 round);

G_END_DECLS
