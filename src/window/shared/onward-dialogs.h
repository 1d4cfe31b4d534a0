/* onward-dialogs.h - the dialogs of the toolkit, behind one wrapper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*OnwardAnswerFunc) (gpointer data);
typedef void (*OnwardFileFunc) (GFile *file, gpointer data);

void onward_dialogs_show_about (GtkWindow *parent);
void onward_dialogs_show_error (GtkWidget *widget, const char *heading, const char *text);
void onward_dialogs_ask (GtkWidget *widget, const char *heading, const char *text, const char *verb,
                         OnwardAnswerFunc agreed, gpointer data, GDestroyNotify destroy);
void onward_dialogs_open_file (GtkWidget *widget, const char *title, OnwardFileFunc chosen, gpointer data,
                               GDestroyNotify destroy);
void onward_dialogs_save_file (GtkWidget *widget, const char *title, const char *name, OnwardFileFunc chosen,
                               gpointer data, GDestroyNotify destroy);

G_END_DECLS
