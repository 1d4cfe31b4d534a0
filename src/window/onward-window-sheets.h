/* onward-window-sheets.h - what a sheet over the window asks the window for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-window.h"
#include "shared/onward-sheet.h"

G_BEGIN_DECLS

void onward_window_run_and_close (OnwardSheet *sheet, const char *label, const char *toast, OnwardCommandFunc command,
                                  gpointer data, GDestroyNotify destroy, OnwardDoneFunc done, gpointer done_data);
void onward_window_run_and_open (OnwardSheet *sheet, const char *label, const char *toast, OnwardCommandFunc command,
                                 gpointer data, GDestroyNotify destroy, const char *action, const gint64 *target);

G_END_DECLS
