/* onward-tooltip.c - words that come up when the pointer rests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-tooltip.h"

#define TEXT "onward-tooltip"

static gboolean
query_text_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  const char *text = g_object_get_data (G_OBJECT (widget), TEXT);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static gboolean
query_cut_off_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

/**
 * onward_tooltip_set:
 * @widget: a widget of which there are many
 * @text: (nullable): what its tooltip says; read when it comes up
 *
 * Does what gtk_widget_set_tooltip_text() does, which asks the display each time where the pointer is: on X11 that is a
 * fifth of a millisecond, and a window full of rows has hundreds.
 */
void
onward_tooltip_set (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_has_tooltip (widget))
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_text_cb), NULL);
  g_object_set_data_full (G_OBJECT (widget), TEXT, g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, TRUE);
}

/**
 * onward_tooltip_show_cut_off:
 * @label: a label that ellipsises
 *
 * From now on its whole text comes up, but only while some of it is cut off.
 */
void
onward_tooltip_show_cut_off (GtkLabel *label)
{
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_cut_off_cb), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
}
