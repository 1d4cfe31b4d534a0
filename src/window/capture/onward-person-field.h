/* onward-person-field.h - an entry for a name that says whom it means */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_PERSON_FIELD (onward_person_field_get_type ())
G_DECLARE_FINAL_TYPE (OnwardPersonField, onward_person_field, ONWARD, PERSON_FIELD, AdwEntryRow)

void onward_person_field_set_store (OnwardPersonField *self, OnwardStore *store);
void onward_person_field_set_company (OnwardPersonField *self, gint64 company);
void onward_person_field_set_contact (OnwardPersonField *self, gint64 contact);
gint64 onward_person_field_get_contact (OnwardPersonField *self);
char *onward_person_field_get_name (OnwardPersonField *self);
gboolean onward_person_field_is_unclear (OnwardPersonField *self);

G_END_DECLS
