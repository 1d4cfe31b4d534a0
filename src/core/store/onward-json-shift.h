/* onward-json-shift.h - moves a document in time, as the sample search is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void onward_json_shift_to_today (JsonObject *document, const OnwardNow *now);

G_END_DECLS
