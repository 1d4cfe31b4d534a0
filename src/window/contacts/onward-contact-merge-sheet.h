/* onward-contact-merge-sheet.h - makes several records of one person one, and shows before what becomes of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_contact_merge_sheet_present (GtkWidget *parent, GArray *contacts);

G_END_DECLS
