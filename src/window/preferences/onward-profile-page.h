/* onward-profile-page.h - the user's own details */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_PROFILE_PAGE (onward_profile_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardProfilePage, onward_profile_page, ONWARD, PROFILE_PAGE, GtkWidget)

void onward_profile_page_set_store (OnwardProfilePage *self, OnwardStore *store);

G_END_DECLS
