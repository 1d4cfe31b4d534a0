/* onward-templates.h - the words of drafts as the user changed them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

gboolean onward_templates_find (OnwardStore *store, const char *kind, const char *channel, const char *language,
                                char **subject, char **body);

G_END_DECLS
