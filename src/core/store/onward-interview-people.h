/* onward-interview-people.h - writes who was at an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-interviews.h"

#include "model/onward-interview.h"

G_BEGIN_DECLS

gboolean onward_interview_people_store (OnwardWriter *writer, OnwardInterview *interview, GPtrArray *people,
                                        gboolean debriefed, GError **error);
char *onward_list_build_json (const char *const *texts, guint n_texts);
gboolean onward_list_contains (const char *json, const char *text);
char *onward_list_append (const char *json, const char *text);

G_END_DECLS
