/* onward-drawn-chip.h - a chip that a widget draws itself, where widgets for it would be too dear */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-card-words.h"
#include "shared/onward-text.h"

G_BEGIN_DECLS

/**
 * OnwardDrawnChip:
 * @words: what it says
 * @icon_name: (nullable): a symbolic icon
 * @kind: a class of style.css, as OnwardChipWords has it
 * @icon: (nullable): the icon, once it was drawn
 * @width: of the whole chip as it was measured, px
 * @height: likewise
 *
 * Looks as `.chip` of style.css does on a label. Belongs to a widget, zeroed when that is made.
 */
typedef struct
{
  OnwardText words;
  const char *icon_name;
  const char *kind;
  GdkPaintable *icon;
  int width;
  int height;
} OnwardDrawnChip;

void onward_drawn_chip_take (OnwardDrawnChip *self, OnwardChipWords words);
void onward_drawn_chip_clear (OnwardDrawnChip *self);
void onward_drawn_chip_forget_layout (OnwardDrawnChip *self);
gboolean onward_drawn_chip_has_words (const OnwardDrawnChip *self);

void onward_drawn_chip_measure (OnwardDrawnChip *self, GtkWidget *widget, int most);
void onward_drawn_chip_draw (OnwardDrawnChip *self, GtkWidget *widget, GtkSnapshot *snapshot, int left, int top);

G_END_DECLS
