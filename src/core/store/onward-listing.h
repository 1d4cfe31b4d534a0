/* onward-listing.h - all rows of a collection in the order in which people read them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"

G_BEGIN_DECLS

GArray *onward_listing_get_ids (OnwardConnection *connection, GType type, GError **error);

G_END_DECLS
