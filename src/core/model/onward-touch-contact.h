/* onward-touch-contact.h - somebody a touch was made with */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardTouchContact:
 *
 * Somebody a touch was made with. Members as in exchange.md, `touch_contacts` of its parent.
 */
typedef struct
{
  OnwardRecord record;
  gint64 contact;
} OnwardTouchContact;

#define ONWARD_TYPE_TOUCH_CONTACT (onward_touch_contact_get_type ())
ONWARD_DECLARE_RECORD (OnwardTouchContact, onward_touch_contact, ONWARD_TOUCH_CONTACT)

G_END_DECLS
