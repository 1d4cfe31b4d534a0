/* onward-card-words.h - what a card of the pipeline says: how long, and what comes next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-board.h"

G_BEGIN_DECLS

/**
 * OnwardChipWords:
 * @text: (nullable): one to four words; NULL = no chip
 * @icon: (nullable): the name of a symbolic icon
 * @kind: a class of style.css: `today`, `overdue` or `calm`
 */
typedef struct
{
  char *text;
  const char *icon;
  const char *kind;
} OnwardChipWords;

char *onward_card_words_get_span (const OnwardCard *card, int today, gboolean brief);
OnwardChipWords onward_card_words_get_next (const OnwardCard *card, int today);
char *onward_card_words_get_title (const OnwardCard *card);
char *onward_card_words_get_label (const OnwardCard *card, int today);

const char *onward_card_words_get_rule_icon (OnwardRuleId rule);
const char *onward_card_words_get_interview (const char *kind);
const char *onward_card_words_get_outcome (const char *outcome);

G_END_DECLS
