/* corpus.h - files of other projects, which lie beside this one and are not part of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

gboolean corpus_is_here (void);
GString *corpus_read (const char *path);
