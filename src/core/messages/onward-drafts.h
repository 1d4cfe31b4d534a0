/* onward-drafts.h - the message that a follow-up asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "messages/onward-draft.h"
#include "model/onward-follow-up.h"
#include "store/onward-store.h"

G_BEGIN_DECLS

OnwardDraft *onward_drafts_make (OnwardStore *store, OnwardFollowUp *follow_up, const char *channel, GError **error);

G_END_DECLS
