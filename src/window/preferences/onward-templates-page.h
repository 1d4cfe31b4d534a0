/* onward-templates-page.h - all messages that drafts begin from, by rule, channel and language */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_TEMPLATES_PAGE (onward_templates_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardTemplatesPage, onward_templates_page, ONWARD, TEMPLATES_PAGE, GtkWidget)

void onward_templates_page_set_store (OnwardTemplatesPage *self, OnwardStore *store);

G_END_DECLS
