/* onward-contact-import.h - proposed people into the database: all of them or nobody */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-proposal.h"
#include "onward-import-report.h"
#include "onward-writer.h"

G_BEGIN_DECLS

/**
 * OnwardContactOutcome:
 * @ONWARD_CONTACT_ADDED: somebody new
 * @ONWARD_CONTACT_UPDATED: known already, and something empty was filled in
 * @ONWARD_CONTACT_UNCHANGED: known already, with everything the file says
 *
 * What became, or would become, of one proposed person.
 */
typedef enum
{
  ONWARD_CONTACT_ADDED,
  ONWARD_CONTACT_UPDATED,
  ONWARD_CONTACT_UNCHANGED,
} OnwardContactOutcome;

typedef struct _OnwardContactImport OnwardContactImport;

OnwardContactImport *onward_contact_import_new (OnwardProposal *proposal, gboolean dry_run, GCancellable *cancellable);
void onward_contact_import_free (gpointer import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardContactImport, onward_contact_import_free)

gboolean onward_contact_import_run (OnwardWriter *writer, gpointer import, GError **error);
void onward_contact_import_renew (OnwardContactImport *self);
double onward_contact_import_get_progress (OnwardContactImport *self);
const OnwardImportReport *onward_contact_import_get_report (OnwardContactImport *self);
const OnwardProposal *onward_contact_import_get_proposal (OnwardContactImport *self);
OnwardContactOutcome onward_contact_import_get_outcome (OnwardContactImport *self, guint index);

G_END_DECLS
