/* onward-import-sheet.h - shows what a file would change before it changes anything */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-window.h"
#include "shared/onward-dialogs.h"

G_BEGIN_DECLS

#define ONWARD_IMPORT_LISTS 3

/**
 * OnwardImportPreview:
 * @subtitle: the file, and where it comes from
 * @figures: how much would be new, changed, and left out
 * @words: what stands below each figure, translated
 * @tabs: what each list is called, translated
 * @lists: (array) (nullable): their rows, `title\nmore`; NULL = none
 * @people: whether the rows of the first two lists are people
 * @verb: (nullable): the button that imports, with a mnemonic; NULL = nothing would change
 *
 * What a file would change. It has no widget in it, and can be made on any thread.
 */
typedef struct
{
  char *subtitle;
  guint figures[ONWARD_IMPORT_LISTS];
  const char *words[ONWARD_IMPORT_LISTS];
  const char *tabs[ONWARD_IMPORT_LISTS];
  GtkStringList *lists[ONWARD_IMPORT_LISTS];
  gboolean people;
  char *verb;
} OnwardImportPreview;

void onward_import_preview_free (OnwardImportPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardImportPreview, onward_import_preview_free)

void onward_import_sheet_present (OnwardWindow *window, const OnwardImportPreview *preview, OnwardAnswerFunc agreed,
                                  gpointer data, GDestroyNotify destroy);

G_END_DECLS
