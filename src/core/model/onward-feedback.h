/* onward-feedback.h - up to three strengths and three improvements, with source and scope */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardFeedback:
 *
 * Up to three strengths and three improvements, with source and scope. Members as in exchange.md, `feedback`.
 */
typedef struct
{
  OnwardRecord record;
  gint64 contact;
  char *source;
  gint64 opportunity;
  gint64 interview;
  char *received_on;
  char *scope;
  char *usefulness;
  char *strengths;
  char *improvements;
  char *themes;
  char *channel;
  char *confidence;
  char *text;
} OnwardFeedback;

#define ONWARD_TYPE_FEEDBACK (onward_feedback_get_type ())
ONWARD_DECLARE_RECORD (OnwardFeedback, onward_feedback, ONWARD_FEEDBACK)

G_END_DECLS
