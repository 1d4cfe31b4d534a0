/* onward-autostarting.h - between the user's wish that alerts come by themselves and the desktop, which allows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-application.h"

G_BEGIN_DECLS

void onward_autostarting_connect (OnwardApplication *application);

G_END_DECLS
