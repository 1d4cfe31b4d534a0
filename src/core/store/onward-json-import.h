/* onward-json-import.h - an Onward JSON document into the database: all of it or nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

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

/**
 * OnwardJsonImport:
 * @text: the document
 * @length: in bytes
 * @dry_run: only look
 * @shift_to_today: move all dates by whole days, so that `exported_at` is today (the sample search)
 * @report: set when it is over
 */
typedef struct _OnwardJsonImport OnwardJsonImport;

OnwardJsonImport *onward_json_import_new (const char *text, gsize length, gboolean dry_run, gboolean shift_to_today);
void onward_json_import_free (gpointer import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardJsonImport, onward_json_import_free)

gboolean onward_json_import_run (OnwardWriter *writer, gpointer import, GError **error);
const OnwardImportReport *onward_json_import_get_report (OnwardJsonImport *self);

G_END_DECLS
