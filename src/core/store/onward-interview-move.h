/* onward-interview-move.h - an interview at another time, or of another length: a command for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardInterviewMove:
 * @interview: which
 * @starts_at: the instant at which it starts from now on, seconds since 1970 UTC
 * @ends_at: the instant at which it ends
 */
typedef struct
{
  gint64 interview;
  gint64 starts_at;
  gint64 ends_at;
} OnwardInterviewMove;

gboolean onward_interviews_move (OnwardWriter *writer, gpointer interview_move, GError **error);

G_END_DECLS
