/* onward-person-sheet.h - asks for somebody new, or changes what is known about somebody */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_person_sheet_add (GtkWidget *parent);
void onward_person_sheet_edit (GtkWidget *parent, OnwardContact *contact);

G_END_DECLS
