/* onward-contact-facts.h - what is known about a person, each fact changed where it stands */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"
#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_CONTACT_FACTS (onward_contact_facts_get_type ())
G_DECLARE_FINAL_TYPE (OnwardContactFacts, onward_contact_facts, ONWARD, CONTACT_FACTS, GtkWidget)

void onward_contact_facts_update (OnwardContactFacts *self, OnwardStore *store, OnwardContact *contact);
gboolean onward_contact_facts_edit (OnwardContactFacts *self, const char *member);

G_END_DECLS
