/* onward-month-cell-private.h - what the files of a day share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-month-cell.h"

G_BEGIN_DECLS

/* Asks for the height of its head alone, so that events never make a window higher; what has no room is not shown. */
struct _OnwardMonthCell
{
  GtkWidget parent_instance;

  int day;
  gboolean today;
  GPtrArray *events; /* of the whole month; lent by the grid until the next ones come */
  guint first;
  guint n;
  guint capacity;
  gboolean crowded;
  gboolean week; /* above the hours of a week, which show the interviews */
  int height;    /* of the lines it asks room for; only in a week */

  GtkWidget *head;
  GtkWidget *weekday; /* NULL in a month, whose columns have names */
  GtkWidget *number;
  GtkWidget *box; /* the chips that are shown, and "+2 more" */
  GtkWidget *popover;
};

G_END_DECLS
