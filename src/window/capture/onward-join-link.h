/* onward-join-link.h - where a call is joined */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *onward_join_link_complete (const char *text);
gboolean onward_join_link_is_valid (const char *link);
void onward_join_link_open (GtkWindow *parent, const char *link);

G_END_DECLS
