/* onward-text-scale.c - how much larger than usual the user wants text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-text-scale.h"

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
