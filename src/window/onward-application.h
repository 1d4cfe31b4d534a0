/* onward-application.h - the program with a window: its options, its one instance, its clock and its database */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_APPLICATION (onward_application_get_type ())
G_DECLARE_FINAL_TYPE (OnwardApplication, onward_application, ONWARD, APPLICATION, AdwApplication)

OnwardApplication *onward_application_new (void);
OnwardStore *onward_application_get_store (OnwardApplication *self);

G_END_DECLS
