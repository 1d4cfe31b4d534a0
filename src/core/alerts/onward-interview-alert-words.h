/* onward-interview-alert-words.h - which interview it is and when it starts, in a few words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-interview-alerts.h"

G_BEGIN_DECLS

char *onward_interview_alert_words_get_subject (const OnwardInterviewAlert *interview);
char *onward_interview_alert_words_get_when (gint64 starts_at, const OnwardNow *now);

G_END_DECLS
