/* onward-composer-words.h - what channels, facts and lengths are called in the composer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "messages/onward-composition-notices.h"
#include "store/onward-person-facts.h"

G_BEGIN_DECLS

const char *onward_composer_words_get_channel (const char *channel);
const char *onward_composer_words_get_open (const char *channel);
const char *onward_composer_words_get_sent (const char *channel);
const char *onward_composer_words_get_fact (OnwardPersonFactKind kind);
const char *onward_composer_words_get_fact_icon (OnwardPersonFactKind kind);
char *onward_composer_words_get_meter (OnwardDraft *draft);
char *onward_composer_words_get_open_count (guint open);
char *onward_composer_words_get_title (OnwardComposition *composition);

G_END_DECLS
