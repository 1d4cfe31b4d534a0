/* onward-contacts-commands.h - what is done with one person or with many, and how it is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-window.h"

G_BEGIN_DECLS

void onward_contacts_ask_remove (GtkWidget *widget, GArray *contacts);
void onward_contacts_ask_forget (GtkWidget *widget, GArray *contacts);
void onward_contacts_ask_change (GtkWidget *widget, GArray *contacts, const char *member, const char *value);

G_END_DECLS
