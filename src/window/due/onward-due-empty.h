/* onward-due-empty.h - what the Due pane says when there is nothing to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *onward_due_empty_new (void);
void onward_due_empty_update (GtkWidget *page, OnwardStore *store, int today);

G_END_DECLS
