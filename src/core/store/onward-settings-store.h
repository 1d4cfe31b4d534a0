/* onward-settings-store.h - the playbook's numbers, as they are stored */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"
#include "playbook/onward-settings.h"

G_BEGIN_DECLS

gboolean onward_settings_equal (const OnwardSettings *a, const OnwardSettings *b);
void onward_settings_store_load (OnwardStore *store, OnwardSettings *settings);
gboolean onward_settings_store_save (OnwardWriter *writer, gpointer settings, GError **error);

G_END_DECLS
