/* onward-rejection-words.h - what is said when an opportunity has ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-rejection-draft.h"

G_BEGIN_DECLS

const char *onward_rejection_words_get_kind (guint place);
const char *onward_rejection_words_get_title (const char *kind);
char *onward_rejection_words_get_heading (const char *kind, const char *company);
char *onward_rejection_words_get_explanation (OnwardRejectionDraft *draft);
const char *onward_rejection_words_get_save_label (OnwardRejectionDraft *draft);
const char *onward_rejection_words_get_note (OnwardRejectionDraft *draft);

G_END_DECLS
