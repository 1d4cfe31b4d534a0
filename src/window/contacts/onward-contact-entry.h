/* onward-contact-entry.h - asks for one entry of a person's lists: an address, a position, a hook */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean onward_contact_entry_has (const char *member);
void onward_contact_entry_ask (GtkWidget *parent, GtkWidget *at, gint64 contact, const char *member, const char *entry);
void onward_contact_entry_remove (GtkWidget *widget, gint64 contact, const char *member, const char *entry);
char *onward_contact_entry_read_day (const char *text);

G_END_DECLS
