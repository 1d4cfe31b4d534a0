/* onward-announcement-words.h - what an announcement run says about somebody and about itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-announcement-runs.h"

G_BEGIN_DECLS

const char *onward_announcement_words_get_group (OnwardAnnounceGroup group);
char *onward_announcement_words_get_line (const OnwardAnnounced *person);
char *onward_announcement_words_get_told (const OnwardAnnounced *person, OnwardNow now);

G_END_DECLS
