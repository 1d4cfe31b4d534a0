/* onward-contacts-view.h - everyone met: a list with instant search, and the page of one person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_CONTACTS_VIEW (onward_contacts_view_get_type ())
G_DECLARE_FINAL_TYPE (OnwardContactsView, onward_contacts_view, ONWARD, CONTACTS_VIEW, GtkWidget)

void onward_contacts_view_set_store (OnwardContactsView *self, OnwardStore *store);
void onward_contacts_view_open (OnwardContactsView *self, gint64 contact);
gint64 onward_contacts_view_get_contact (OnwardContactsView *self);

G_END_DECLS
