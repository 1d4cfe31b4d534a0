/* onward-composer-facts.h - what is known of the person, beside the draft */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "messages/onward-composition.h"

#include <adwaita.h>

G_BEGIN_DECLS

void onward_composer_facts_fill (GtkBox *box, OnwardComposition *composition);

G_END_DECLS
