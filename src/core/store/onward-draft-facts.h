/* onward-draft-facts.h - what is known that a message can say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-follow-up.h"
#include "onward-store.h"

G_BEGIN_DECLS

GHashTable *onward_draft_facts_collect (OnwardStore *store, OnwardFollowUp *follow_up);
char **onward_draft_facts_get_unnamed (OnwardStore *store, OnwardFollowUp *follow_up);

G_END_DECLS
