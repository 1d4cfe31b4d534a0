/* onward-offer-sheet.h - asks what was offered, and leads on to the answer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_offer_sheet_present (GtkWidget *parent, gint64 opportunity);

G_END_DECLS
