/* onward-searching.h - between the program and the desktop's search */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-application.h"

G_BEGIN_DECLS

void onward_searching_connect (OnwardApplication *application);

G_END_DECLS
