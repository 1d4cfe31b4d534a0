/* onward-shortcuts.h - all keys: what each does, and the actions that are bound to them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OnwardShortcut:
 * @title: what it does, untranslated; a group's name where @keys is NULL
 * @keys: (nullable): accelerators, with spaces between them
 * @action: (nullable): the action that the program binds them to, in this order; NULL where a widget has them
 *
 * A row of the shortcuts window.
 */
typedef struct
{
  const char *title;
  const char *keys;
  const char *action;
} OnwardShortcut;

const OnwardShortcut *onward_shortcuts_get_all (guint *n);
void onward_shortcuts_bind (GtkApplication *application);

G_END_DECLS
