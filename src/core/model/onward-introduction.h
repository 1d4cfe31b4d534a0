/* onward-introduction.h - introducer -> company or person, with the state of "may I use your name?" */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardIntroduction:
 *
 * Introducer -> company or person, with the state of "may I use your name?". Members as in exchange.md,
 * `introductions`.
 */
typedef struct
{
  OnwardRecord record;
  gint64 introducer;
  gint64 company;
  gint64 person;
  gint64 opportunity;
  char *recorded_on;
  char *permission;
  char *permission_on;
  char *notes;
} OnwardIntroduction;

#define ONWARD_TYPE_INTRODUCTION (onward_introduction_get_type ())
ONWARD_DECLARE_RECORD (OnwardIntroduction, onward_introduction, ONWARD_INTRODUCTION)

G_END_DECLS
