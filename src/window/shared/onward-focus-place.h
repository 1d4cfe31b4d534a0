/* onward-focus-place.h - where the focus is, while rows are made anew */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _OnwardFocusPlace OnwardFocusPlace;

OnwardFocusPlace *onward_focus_place_find (GtkWidget *within);
void onward_focus_place_restore (OnwardFocusPlace *self);

G_END_DECLS
