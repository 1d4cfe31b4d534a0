/* onward-cell-text.h - what a cell of a foreign table says, made fit to keep */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters. No name, title or company is longer; what is, would only stall a list that shows it. */
#define ONWARD_CELL_TEXT_MAX 1000

gboolean onward_cell_text_clean (const char *cell, GString *line);
gboolean onward_cell_text_is_visible (const char *text);
gboolean onward_cell_text_read_email (const char *cell, GString *email);
gboolean onward_cell_text_read_url (const char *cell, GString *url);

G_END_DECLS
