/* onward-contact.h - a person; one record however many companies and opportunities they touch */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardContact:
 *
 * A person; one record however many companies and opportunities they touch. Members as in exchange.md, `contacts`.
 */
typedef struct
{
  OnwardRecord record;
  char *name;
  char *pronunciation;
  char *headline;
  gint64 company;
  char *emails;
  char *phones;
  char *urls;
  char *address;
  char *roles;
  char *tier;
  char *tier_since;
  char *added_on;
  char *preferred_channel;
  gboolean do_not_contact;
  char *name_verified;
  char *hooks;
  char *how_met;
  char *positions;
  char *photo;
  gboolean offers_leads;
  char *notes;
  char *tags;
} OnwardContact;

#define ONWARD_TYPE_CONTACT (onward_contact_get_type ())
ONWARD_DECLARE_RECORD (OnwardContact, onward_contact, ONWARD_CONTACT)

G_END_DECLS
