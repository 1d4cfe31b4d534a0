/* onward-week-number.c - which week of the year it is, beside its days */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-week-number.h"

#include "onward-month.h"

#include <glib/gi18n-lib.h>

/**
 * onward_week_number_new:
 *
 * Returns: (transfer floating): a label for onward_week_number_set_week()
 */
GtkWidget *
onward_week_number_new (void)
{
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_widget_add_css_class (number, "week-number");
  gtk_widget_add_css_class (number, "caption");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  return number;
}

/**
 * onward_week_number_set_week:
 * @number: a label of onward_week_number_new()
 * @first: the first day of the week, days since 1970-01-01
 */
void
onward_week_number_set_week (GtkWidget *number, int first)
{
  int week = onward_month_count_week (first, onward_month_get_least_days ());
  g_autofree char *figure = g_strdup_printf ("%d", week);
  /* Translators: which week of the year it is */
  g_autofree char *words = g_strdup_printf (_ ("Week %d"), week);

  gtk_label_set_text (GTK_LABEL (number), figure);
  gtk_widget_set_tooltip_text (number, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
