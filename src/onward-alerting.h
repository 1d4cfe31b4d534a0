/* onward-alerting.h - between the scheduler, which decides, the notifier, which shows, and the program, which acts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-application.h"

G_BEGIN_DECLS

void onward_alerting_connect (OnwardApplication *application);

G_END_DECLS
