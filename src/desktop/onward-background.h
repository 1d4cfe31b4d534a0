/* onward-background.h - asks the desktop to start Onward with it, without a window, so that alerts come */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void onward_background_request_async (gboolean autostart, GAsyncReadyCallback callback, gpointer user_data);
gboolean onward_background_request_finish (GAsyncResult *result, GError **error);

G_END_DECLS
