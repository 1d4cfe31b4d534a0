/* onward-contact-union.h - what is known of a person from two records, in one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-company.h"
#include "model/onward-contact.h"

G_BEGIN_DECLS

void onward_contact_union_add (OnwardContact *into, OnwardContact *from, OnwardCompany *company);
void onward_contact_union_fill (gpointer into, gpointer from);

G_END_DECLS
