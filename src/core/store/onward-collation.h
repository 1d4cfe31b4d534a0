/* onward-collation.h - the order of names: collation keys in one recorded locale */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _OnwardCollation OnwardCollation;

OnwardCollation *onward_collation_new (const char *locale);
void onward_collation_free (OnwardCollation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardCollation, onward_collation_free)

GBytes *onward_collation_get_key (OnwardCollation *self, const char *text);

G_END_DECLS
