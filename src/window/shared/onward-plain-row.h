/* onward-plain-row.h - a row of a list that is nothing of its own: Tab goes through what is in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_PLAIN_ROW (onward_plain_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (OnwardPlainRow, onward_plain_row, ONWARD, PLAIN_ROW, GtkListBoxRow)

struct _OnwardPlainRowClass
{
  GtkListBoxRowClass parent_class;
};

GtkWidget *onward_plain_row_new (void);

G_END_DECLS
