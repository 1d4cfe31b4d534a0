/* onward-likely-outcome.h - how an opportunity may have ended, before the user has said so */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

const char *onward_likely_outcome_find (OnwardStore *store, gint64 opportunity);

G_END_DECLS
