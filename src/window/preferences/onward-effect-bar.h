/* onward-effect-bar.h - what changed numbers would do to the open follow-ups, before they apply */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-settings-effect.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_EFFECT_BAR (onward_effect_bar_get_type ())
G_DECLARE_FINAL_TYPE (OnwardEffectBar, onward_effect_bar, ONWARD, EFFECT_BAR, GtkWidget)

char *onward_effect_bar_describe (const OnwardSettingsEffect *effect, int today);
void onward_effect_bar_show (OnwardEffectBar *self, OnwardSettingsEffect *effect, int today);
void onward_effect_bar_show_problem (OnwardEffectBar *self, const char *problem);
void onward_effect_bar_set_narrow (OnwardEffectBar *self, gboolean narrow);

G_END_DECLS
