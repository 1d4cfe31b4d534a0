/* onward-kept-sheet.h - a sheet that was left with something typed in it, until it is asked for again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-sheet.h"

G_BEGIN_DECLS

OnwardSheet *onward_kept_sheet_show (GtkWidget *parent, const char *key);
void onward_kept_sheet_watch (OnwardSheet *sheet, const char *key);

G_END_DECLS
