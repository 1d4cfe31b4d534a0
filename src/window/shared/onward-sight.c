/* onward-sight.c - which rows of a long list are seen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-sight.h"

/* Rows beyond the edge that are shown before they come into sight. */
#define ROWS_AHEAD   3
#define FIRST_SCREEN 800

/**
 * onward_sight_has:
 * @scroll: how far the list is scrolled
 * @row_height: of each of its rows; all are of one height
 * @position: a row
 *
 * GTK's list widgets keep 205 rows and tell nobody which dozen of them is seen; to lay out the words of all costs as much
 * as a page of a book.
 *
 * Returns: whether the row is in sight, or nearly
 */
gboolean
onward_sight_has (GtkAdjustment *scroll, int row_height, guint position)
{
  double top = gtk_adjustment_get_value (scroll);
  double page = gtk_adjustment_get_page_size (scroll);

  /* Before the list has a size there is a screenful at its beginning. */
  if (page <= 0)
    page = FIRST_SCREEN;
  return position + ROWS_AHEAD >= top / row_height && position <= (top + page) / row_height + ROWS_AHEAD;
}
