/* onward-drafts.h - the message that a follow-up asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "messages/onward-draft.h"
#include "model/onward-follow-up.h"
#include "store/onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardDraftName:
 * @name: as files of templates and the `kind` of the user's own templates have it
 * @label: what it is called on screen, not translated yet
 */
typedef struct
{
  const char *name;
  const char *label;
} OnwardDraftName;

const OnwardDraftName *onward_drafts_get_names (guint *n);
const char *onward_drafts_find_template (const char *rule, gint64 contact);
const char *onward_drafts_get_template (OnwardFollowUp *follow_up);
char *onward_drafts_propose_channel (OnwardStore *store, OnwardFollowUp *follow_up, const char *template);
char **onward_drafts_get_channels (OnwardStore *store, OnwardFollowUp *follow_up, const char *template);
OnwardDraft *onward_drafts_fill (OnwardStore *store, OnwardFollowUp *follow_up, const char *template,
                                 const char *channel, GHashTable *facts, GError **error);
OnwardDraft *onward_drafts_make (OnwardStore *store, OnwardFollowUp *follow_up, const char *channel, GError **error);

G_END_DECLS
