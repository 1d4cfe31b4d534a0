/* onward-import-preview.h - says what a file would change, in figures and lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/onward-import-sheet.h"
#include "store/onward-contact-import.h"
#include "store/onward-json-import.h"

G_BEGIN_DECLS

OnwardImportPreview *onward_import_preview_people (OnwardContactImport *import, const char *file);
OnwardImportPreview *onward_import_preview_document (OnwardJsonImport *import, const char *file);

G_END_DECLS
