/* onward-photo.h - the picture of a person: made small and square, kept as text, shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_photo_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
char *onward_photo_load_finish (GAsyncResult *result, GError **error);

GdkTexture *onward_photo_get_texture (const char *photo);

G_END_DECLS
