/* onward-companies.h - employers and agencies, by the name the user types */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

char *onward_name_fold (const char *name);
char *onward_name_fold_accents (const char *name);

gint64 onward_companies_find (OnwardConnection *connection, const char *name);
gint64 onward_companies_find_or_add (OnwardWriter *writer, const char *name, GError **error);

G_END_DECLS
