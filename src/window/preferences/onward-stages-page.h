/* onward-stages-page.h - the stages of the pipeline: what they are called, and their order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_STAGES_PAGE (onward_stages_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardStagesPage, onward_stages_page, ONWARD, STAGES_PAGE, AdwBin)

void onward_stages_page_set_store (OnwardStagesPage *self, OnwardStore *store);

G_END_DECLS
