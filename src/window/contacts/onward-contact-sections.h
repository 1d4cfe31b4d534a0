/* onward-contact-sections.h - lists on a person's page: hooks, channels, introductions, follow-ups, work, positions */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"
#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean onward_contact_sections_fill_hooks (GtkListBox *list, OnwardContact *contact);
gboolean onward_contact_sections_fill_channels (GtkListBox *list, OnwardContact *contact);
gboolean onward_contact_sections_fill_introductions (GtkListBox *list, OnwardStore *store, OnwardContact *contact);
gboolean onward_contact_sections_fill_follow_ups (GtkListBox *list, OnwardStore *store, GPtrArray *follow_ups);
gboolean onward_contact_sections_fill_positions (GtkListBox *list, OnwardContact *contact);
gboolean onward_contact_sections_fill_work (GtkListBox *list, OnwardStore *store, OnwardContact *contact);

const char *onward_contact_sections_get_uri (GtkListBoxRow *row);
gint64 onward_contact_sections_get_contact (GtkListBoxRow *row);

G_END_DECLS
