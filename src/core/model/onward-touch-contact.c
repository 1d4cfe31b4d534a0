/* onward-touch-contact.c - somebody a touch was made with */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-touch-contact.h"

static const OnwardField fields[] = {
  { "contact", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardTouchContact, contact), "contacts" },
};

static const OnwardTable table = {
  .name = "touch_contacts",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .parent_column = "touch",
  .bare = TRUE,
};

ONWARD_DEFINE_RECORD (OnwardTouchContact, onward_touch_contact, table)
