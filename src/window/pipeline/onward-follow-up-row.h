/* onward-follow-up-row.h - something owed, with why */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-follow-ups.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_FOLLOW_UP_ROW (onward_follow_up_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardFollowUpRow, onward_follow_up_row, ONWARD, FOLLOW_UP_ROW, GtkListBoxRow)

GtkWidget *onward_follow_up_row_new (OnwardStore *store, OnwardDue *due);

G_END_DECLS
