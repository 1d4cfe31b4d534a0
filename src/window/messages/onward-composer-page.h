/* onward-composer-page.h - a draft with its open slots, and what is known of the person beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "messages/onward-composition.h"
#include "onward-window.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_COMPOSER_PAGE (onward_composer_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardComposerPage, onward_composer_page, ONWARD, COMPOSER_PAGE, AdwBin)

void onward_composer_page_push (OnwardWindow *window, OnwardComposition *composition);

G_END_DECLS
