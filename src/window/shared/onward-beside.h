/* onward-beside.h - something with what belongs to it at its end, or below it where there is no room beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_BESIDE (onward_beside_get_type ())
G_DECLARE_FINAL_TYPE (OnwardBeside, onward_beside, ONWARD, BESIDE, GtkWidget)

G_END_DECLS
