/* onward-practice.h - something to practise, from an improvement */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardPractice:
 *
 * Something to practise, from an improvement. Members as in exchange.md, `practice`.
 */
typedef struct
{
  OnwardRecord record;
  char *text;
  gint64 feedback;
  char *done_on;
} OnwardPractice;

#define ONWARD_TYPE_PRACTICE (onward_practice_get_type ())
ONWARD_DECLARE_RECORD (OnwardPractice, onward_practice, ONWARD_PRACTICE)

G_END_DECLS
