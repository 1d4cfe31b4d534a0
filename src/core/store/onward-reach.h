/* onward-reach.h - how a person can be reached */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

char *onward_reach_get_address (OnwardStore *store, gint64 contact, const char *channel);
char **onward_reach_get_channels (OnwardStore *store, gint64 contact);

G_END_DECLS
