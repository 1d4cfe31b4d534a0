/* onward-identity.h - one object a row, for as long as somebody holds it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"

G_BEGIN_DECLS

typedef struct _OnwardIdentity OnwardIdentity;

OnwardIdentity *onward_identity_new (OnwardConnection *connection);
void onward_identity_free (OnwardIdentity *self);

gpointer onward_identity_get (OnwardIdentity *self, GType type, gint64 id);
void onward_identity_refresh (OnwardIdentity *self, const char *table, GArray *ids);

G_END_DECLS
