/* onward-rejection-speakers.h - the choice of who told how it ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-rejection-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GArray *onward_rejection_speakers_fill (GtkDropDown *by, OnwardRejectionDraft *draft);

G_END_DECLS
