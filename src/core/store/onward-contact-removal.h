/* onward-contact-removal.h - takes people out, and out of everything that names them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

gboolean onward_contacts_remove (OnwardWriter *writer, gpointer contacts, GError **error);
gboolean onward_contacts_take_out (OnwardWriter *writer, GArray *ids, gboolean forgets, GError **error);
guint onward_contacts_count_places (OnwardStore *store, GArray *contacts);

G_END_DECLS
