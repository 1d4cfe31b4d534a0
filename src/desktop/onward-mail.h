/* onward-mail.h - a message handed to the user's mail program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *onward_mail_get_uri (const char *to, const char *subject, const char *body);
void onward_mail_compose_async (const char *to, const char *subject, const char *body, GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean onward_mail_compose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
