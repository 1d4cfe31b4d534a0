/* onward-text.h - words that a widget draws itself, where a label each would be too dear */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OnwardTextStyle:
 * @ONWARD_TEXT_BODY: as other text
 * @ONWARD_TEXT_HEADING: bold
 * @ONWARD_TEXT_SMALL: nine tenths of the size
 * @ONWARD_TEXT_CAPTION: small, with figures of one width
 * @ONWARD_TEXT_CAPTION_HEADING: the same, bold
 *
 * As the classes `heading`, `card-title`, `caption` and `caption-heading` look on a label.
 */
typedef enum
{
  ONWARD_TEXT_BODY,
  ONWARD_TEXT_HEADING,
  ONWARD_TEXT_SMALL,
  ONWARD_TEXT_CAPTION,
  ONWARD_TEXT_CAPTION_HEADING,
} OnwardTextStyle;

/**
 * OnwardText:
 * @style: how it looks
 * @most_lines: where it is cut off
 * @struck: whether a line goes through them; changed between onward_text_forget_layout() and the next measure
 * @text: (nullable): the words
 * @layout: (nullable): the words laid out
 *
 * Belongs to a widget, which sets @style and @most_lines when it is made.
 */
typedef struct
{
  OnwardTextStyle style;
  int most_lines;
  gboolean struck;
  char *text;
  PangoLayout *layout;
} OnwardText;

void onward_text_set (OnwardText *self, const char *text);
void onward_text_clear (OnwardText *self);
void onward_text_forget_layout (OnwardText *self);

void onward_text_measure (OnwardText *self, GtkWidget *widget, int most, int *width, int *height);
void onward_text_draw (OnwardText *self, GtkSnapshot *snapshot, int left, int top, const GdkRGBA *color);
gboolean onward_text_is_cut_off (const OnwardText *self);
int onward_text_place (GtkWidget *widget, int start, int width);

GdkRGBA onward_text_find_color (GtkWidget *widget, const char *name, const char *kind);

G_END_DECLS
