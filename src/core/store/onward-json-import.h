/* onward-json-import.h - an Onward JSON document into the database: all of it or nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-import-report.h"
#include "onward-writer.h"

G_BEGIN_DECLS

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

OnwardJsonImport *onward_json_import_again (OnwardJsonImport *self);
gboolean onward_json_import_changes_members (OnwardJsonImport *self);
gboolean onward_json_import_run (OnwardWriter *writer, gpointer import, GError **error);
/**
 * OnwardImportCount:
 * @type: a class of records
 * @added: how many were not there
 * @updated: how many are different now
 * @unchanged: how many are as they were
 */
typedef struct
{
  GType type;
  guint added;
  guint updated;
  guint unchanged;
} OnwardImportCount;

const OnwardImportCount *onward_json_import_get_counts (OnwardJsonImport *self, guint *n);
const OnwardImportReport *onward_json_import_get_report (OnwardJsonImport *self);

G_END_DECLS
