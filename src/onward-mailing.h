/* onward-mailing.h - between the composer, which has the words, and the user's mail program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-application.h"

G_BEGIN_DECLS

void onward_mailing_connect (OnwardApplication *application);

G_END_DECLS
