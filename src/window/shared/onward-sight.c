/* onward-sight.c - which rows of a long list are seen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-sight.h"

/* Rows beyond the edge that are shown before they come into sight. */
#define ROWS_AHEAD   3
#define FIRST_SCREEN 800

/* All rows are of one height, so that of the whole list tells it. */
static double
get_row_height (GtkAdjustment *scroll, guint n_rows)
{
  return MAX (gtk_adjustment_get_upper (scroll) / MAX (n_rows, 1), 1);
}

/**
 * onward_sight_has:
 * @scroll: how far the list is scrolled
 * @n_rows: how many rows it has, all of one height
 * @usual: how high one is, before the list was laid out
 * @position: a row
 *
 * GTK's list widgets keep 205 rows and tell nobody which dozen of them is seen; to lay out the words of all costs as
 * much as a page of a book.
 *
 * Returns: whether the row is in sight, or nearly
 */
gboolean
onward_sight_has (GtkAdjustment *scroll, guint n_rows, int usual, guint position)
{
  double top = gtk_adjustment_get_value (scroll);
  double page = gtk_adjustment_get_page_size (scroll);
  double height = page > 0 ? get_row_height (scroll, n_rows) : usual;

  /* Before the list has a size there is a screenful at its beginning. */
  if (page <= 0)
    page = FIRST_SCREEN;
  return position + ROWS_AHEAD >= top / height && position <= (top + page) / height + ROWS_AHEAD;
}

/**
 * onward_sight_get_top:
 * @scroll: how far a list is scrolled
 * @n_rows: how many rows it has, all of one height
 *
 * Returns: the row at its upper edge
 */
guint
onward_sight_get_top (GtkAdjustment *scroll, guint n_rows)
{
  return (guint)(gtk_adjustment_get_value (scroll) / get_row_height (scroll, n_rows));
}

/**
 * onward_sight_set_top:
 * @scroll: how far a list is scrolled
 * @n_rows: how many rows it has, all of one height, and laid out
 * @position: the row that comes to its upper edge
 */
void
onward_sight_set_top (GtkAdjustment *scroll, guint n_rows, guint position)
{
  gtk_adjustment_set_value (scroll, position * get_row_height (scroll, n_rows));
}
