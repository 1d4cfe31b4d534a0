/* onward-announcement-run.h - telling everyone about an accepted offer, one message each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardAnnouncementRun:
 *
 * Telling everyone about an accepted offer, one message each. Members as in exchange.md, `announcement_runs`.
 */
typedef struct
{
  OnwardRecord record;
  gint64 opportunity;
  char *started_at;
  char *finished_at;
} OnwardAnnouncementRun;

#define ONWARD_TYPE_ANNOUNCEMENT_RUN (onward_announcement_run_get_type ())
ONWARD_DECLARE_RECORD (OnwardAnnouncementRun, onward_announcement_run, ONWARD_ANNOUNCEMENT_RUN)

G_END_DECLS
