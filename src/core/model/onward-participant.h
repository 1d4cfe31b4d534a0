/* onward-participant.h - a contact's part in one interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardParticipant:
 *
 * A contact's part in one interview. Members as in exchange.md, `interview_people` of its parent.
 */
typedef struct
{
  OnwardRecord record;
  gint64 contact;
  char *role;
  gboolean attended;
  gboolean clicked;
  gint64 rapport;
  char *name_verified;
  char *memorable;
  char *concern_text;
  char *concern_reaction;
  gboolean concern_dismissed;
  char *missed_point;
} OnwardParticipant;

#define ONWARD_TYPE_PARTICIPANT (onward_participant_get_type ())
ONWARD_DECLARE_RECORD (OnwardParticipant, onward_participant, ONWARD_PARTICIPANT)

G_END_DECLS
