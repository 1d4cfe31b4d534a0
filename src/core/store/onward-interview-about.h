/* onward-interview-about.h - an interview that is about another opportunity than was thought */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-interview.h"
#include "onward-store.h"

G_BEGIN_DECLS

gboolean onward_interview_take_along (OnwardWriter *writer, OnwardInterview *interview, gint64 before, GError **error);

G_END_DECLS
