/* onward-text-input.h - the bytes of a foreign file as UTF-8 text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Takes a connections file (6 MB at LinkedIn's limit of 30,000) and the largest Onward JSON many times over. */
#define ONWARD_TEXT_INPUT_LIMIT ((gsize)512 * 1024 * 1024)

GString *onward_text_input_read (GInputStream *stream, gsize limit, GCancellable *cancellable, GError **error);
GString *onward_text_input_decode (GString *bytes, GError **error);

G_END_DECLS
