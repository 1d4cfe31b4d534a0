/* onward-import-report.h - what an import did, or would do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnwardImportReport:
 * @read: records in the file
 * @added: records that were not there
 * @updated: records that are different now
 * @unchanged: records that are as they were
 * @not_opened: (element-type OnwardFollowUp): follow-ups that history_days kept closed
 *
 * What an import did, or, for a dry run, would do; compared before and after the whole transaction.
 */
typedef struct
{
  guint read;
  guint added;
  guint updated;
  guint unchanged;
  GPtrArray *not_opened;
} OnwardImportReport;

G_END_DECLS
