/* onward-importing.h - between the window, which asks for a file, and the readers of foreign files */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-application.h"

G_BEGIN_DECLS

void onward_importing_connect (OnwardApplication *application);

G_END_DECLS
