/* onward-contact-page.h - everything known about one person, and what to do next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-window.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_CONTACT_PAGE (onward_contact_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardContactPage, onward_contact_page, ONWARD, CONTACT_PAGE, GtkWidget)

void onward_contact_page_push (OnwardWindow *window, gint64 contact);

void onward_contact_page_set_store (OnwardContactPage *self, OnwardStore *store);
void onward_contact_page_set_contact (OnwardContactPage *self, gint64 contact);
gint64 onward_contact_page_get_contact (OnwardContactPage *self);

G_END_DECLS
