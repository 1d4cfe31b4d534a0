/* onward-timeline-words.h - what happened, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-timeline.h"

G_BEGIN_DECLS

char *onward_timeline_words_get_title (const OnwardTimelineEntry *entry, int today);
char *onward_timeline_words_get_text (const OnwardTimelineEntry *entry);
char *onward_timeline_words_get_when (const OnwardTimelineEntry *entry, int today);
const char *onward_timeline_words_get_icon (const OnwardTimelineEntry *entry);
const char *onward_timeline_words_get_class (const OnwardTimelineEntry *entry);
gboolean onward_timeline_words_is_quiet (const OnwardTimelineEntry *entry);

G_END_DECLS
