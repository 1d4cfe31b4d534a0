/* onward-interview.h - a meeting */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardInterview:
 *
 * A meeting. Members as in exchange.md, `interviews`.
 */
typedef struct
{
  OnwardRecord record;
  gint64 opportunity;
  gint64 company;
  char *kind;
  gint64 round;
  char *starts_at;
  char *ends_at;
  char *zone;
  char *location;
  char *join_url;
  char *ics_uid;
  gint64 ics_sequence;
  char *status;
  char *booked_on;
  char *promise_on;
  char *promise_given_on;
  gint64 promise_by;
  char *questions;
  char *stories;
  char *debrief_well;
  char *debrief_differently;
  gboolean debrief_by_the_book;
  gboolean debrief_let_go;
  char *debrief_let_go_of;
  char *debrief_written_at;
} OnwardInterview;

#define ONWARD_TYPE_INTERVIEW (onward_interview_get_type ())
ONWARD_DECLARE_RECORD (OnwardInterview, onward_interview, ONWARD_INTERVIEW)

G_END_DECLS
