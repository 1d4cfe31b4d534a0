/* onward-addresses.h - mail and web addresses of a contact: when two are the same, and one more in a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *onward_email_fold (const char *email);
char *onward_url_fold (const char *url);
char *onward_addresses_add (const char *list, const char *label, const char *value);

G_END_DECLS
