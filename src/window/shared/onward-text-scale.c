/* onward-text-scale.c - how much larger than usual the user wants text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-text-scale.h"

#include <adwaita.h>

/* What a clamp says in its .ui file, where text is as it comes. */
#define USUAL_SIZE       "onward-usual-size"
#define USUAL_TIGHTENING "onward-usual-tightening"

/**
 * onward_text_scale_get:
 * @widget: any widget
 *
 * Widths count in text-scaled pixels: large letters make a window narrow. A widget that lays itself out by it does so
 * again when its `system_setting_changed` says %GTK_SYSTEM_SETTING_DPI.
 *
 * Returns: the text scale of the desktop: 1 = as it comes, 2 = letters twice as large
 */
double
onward_text_scale_get (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1.0;
}

static int
scale_usual (AdwClamp *clamp, const char *key)
{
  int usual = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (clamp), key));

  return (int)(usual * onward_text_scale_get (GTK_WIDGET (clamp)));
}

static void
scale_clamp_cb (AdwClamp *clamp)
{
  adw_clamp_set_maximum_size (clamp, scale_usual (clamp, USUAL_SIZE));
  adw_clamp_set_tightening_threshold (clamp, scale_usual (clamp, USUAL_TIGHTENING));
}

/**
 * onward_text_scale_fit_clamps:
 * @widget: something that is filled from its .ui file
 *
 * Lets every AdwClamp in it be as many letters wide as it is where text is as it comes, also when the user changes
 * that. A clamp that was told so already stays as it is.
 */
void
onward_text_scale_fit_clamps (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    onward_text_scale_fit_clamps (child);
  if (!ADW_IS_CLAMP (widget) || g_object_get_data (G_OBJECT (widget), USUAL_SIZE) != NULL)
    return;
  g_object_set_data (G_OBJECT (widget), USUAL_SIZE, GINT_TO_POINTER (adw_clamp_get_maximum_size (ADW_CLAMP (widget))));
  g_object_set_data (G_OBJECT (widget), USUAL_TIGHTENING,
                     GINT_TO_POINTER (adw_clamp_get_tightening_threshold (ADW_CLAMP (widget))));
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", G_CALLBACK (scale_clamp_cb), widget,
                           G_CONNECT_SWAPPED);
  scale_clamp_cb (ADW_CLAMP (widget));
}
