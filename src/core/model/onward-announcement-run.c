/* onward-announcement-run.c - telling everyone about an accepted offer, one message each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-announcement-run.h"

#include "onward-run-excluded.h"
#include "onward-run-sent.h"

static const OnwardField fields[] = {
  { "opportunity", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardAnnouncementRun, opportunity), "opportunities" },
  { "started_at", ONWARD_FIELD_INSTANT, G_STRUCT_OFFSET (OnwardAnnouncementRun, started_at) },
  { "finished_at", ONWARD_FIELD_INSTANT, G_STRUCT_OFFSET (OnwardAnnouncementRun, finished_at) },
  { "excluded", ONWARD_FIELD_CHILDREN, 0 },
  { "sent", ONWARD_FIELD_CHILDREN, 0 },
};

static const OnwardChildren children[] = {
  { "excluded", onward_run_excluded_get_type, "announcement_run" },
  { "sent", onward_run_sent_get_type, "announcement_run" },
  { NULL },
};

static const OnwardTable table = {
  .name = "announcement_runs",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .children = children,
};

ONWARD_DEFINE_RECORD (OnwardAnnouncementRun, onward_announcement_run, table)
