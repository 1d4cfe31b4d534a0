/* onward-playbook-page.h - the rules of the playbook and their numbers, applied when their effect was seen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_PLAYBOOK_PAGE (onward_playbook_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardPlaybookPage, onward_playbook_page, ONWARD, PLAYBOOK_PAGE, GtkWidget)

void onward_playbook_page_set_store (OnwardPlaybookPage *self, OnwardStore *store);
void onward_playbook_page_set_narrow (OnwardPlaybookPage *self, gboolean narrow);
gboolean onward_playbook_page_has_changes (OnwardPlaybookPage *self);

G_END_DECLS
