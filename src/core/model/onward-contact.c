/* onward-contact.c - a person; one record however many companies and opportunities they touch */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact.h"

static const OnwardField fields[] = {
  { "name", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardContact, name) },
  { "pronunciation", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardContact, pronunciation) },
  { "headline", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardContact, headline) },
  { "company", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardContact, company), "companies" },
  { "emails", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardContact, emails), "label value" },
  { "phones", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardContact, phones), "label value" },
  { "urls", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardContact, urls), "label value" },
  { "address", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardContact, address) },
  { "roles", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardContact, roles) },
  { "tier", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardContact, tier), "monthly|quarterly|yearly|dormant|none" },
  { "tier_since", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardContact, tier_since) },
  { "added_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardContact, added_on) },
  { "preferred_channel", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardContact, preferred_channel),
    "email|letter|card|linkedin|phone|meeting|other" },
  { "do_not_contact", ONWARD_FIELD_BOOLEAN, G_STRUCT_OFFSET (OnwardContact, do_not_contact) },
  { "name_verified", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardContact, name_verified),
    "card|schedule|invitation|heard" },
  { "hooks", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardContact, hooks) },
  { "how_met", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardContact, how_met) },
  { "positions", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardContact, positions), "company title from to" },
  { "photo", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardContact, photo) },
  { "offers_leads", ONWARD_FIELD_BOOLEAN, G_STRUCT_OFFSET (OnwardContact, offers_leads) },
  { "notes", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardContact, notes) },
  { "tags", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardContact, tags) },
};

static const OnwardTable table = {
  .name = "contacts",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .sort_source = G_STRUCT_OFFSET (OnwardContact, name),
};

ONWARD_DEFINE_RECORD (OnwardContact, onward_contact, table)
