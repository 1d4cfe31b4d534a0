/* onward-participant.c - a contact's part in one interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-participant.h"

static const OnwardField fields[] = {
  { "contact", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardParticipant, contact), "contacts" },
  { "role", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardParticipant, role) },
  { "attended", ONWARD_FIELD_BOOLEAN_TRUE, G_STRUCT_OFFSET (OnwardParticipant, attended) },
  { "clicked", ONWARD_FIELD_BOOLEAN, G_STRUCT_OFFSET (OnwardParticipant, clicked) },
  { "rapport", ONWARD_FIELD_INTEGER, G_STRUCT_OFFSET (OnwardParticipant, rapport) },
  { "name_verified", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardParticipant, name_verified),
    "card|schedule|invitation|heard" },
  { "memorable", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardParticipant, memorable) },
  { "concern.text", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardParticipant, concern_text) },
  { "concern.reaction", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardParticipant, concern_reaction) },
  { "concern.dismissed", ONWARD_FIELD_BOOLEAN, G_STRUCT_OFFSET (OnwardParticipant, concern_dismissed) },
  { "missed_point", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardParticipant, missed_point) },
};

static const OnwardTable table = {
  .name = "interview_people",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .parent_column = "interview",
};

ONWARD_DEFINE_RECORD (OnwardParticipant, onward_participant, table)
