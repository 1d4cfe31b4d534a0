/* onward-facts-seeds.h - where the scope of a command begins: at the rows it wrote */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-facts-scope.h"

G_BEGIN_DECLS

gboolean onward_facts_seeds_add (OnwardWriter *writer, GPtrArray *images, gboolean *all, GError **error);

G_END_DECLS
