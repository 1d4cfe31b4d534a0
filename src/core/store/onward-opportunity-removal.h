/* onward-opportunity-removal.h - takes an opportunity away with all that is its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

gboolean onward_opportunities_remove (OnwardWriter *writer, gpointer opportunity, GError **error);

G_END_DECLS
