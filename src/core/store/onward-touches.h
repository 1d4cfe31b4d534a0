/* onward-touches.h - messages and calls that are written down: added, changed and taken away */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardTouchEdit:
 * @touch: the touch; 0 = a new one
 * @contact: with whom, of a new one
 * @opportunity: about what, of a new one; 0 = nothing in particular
 * @day: the day, as of playbook/onward-wall.h; ONWARD_NO_DAY = as it is, or now
 * @direction: `out` or `in`
 * @channel: (nullable): as in exchange.md
 * @subject: (nullable):
 * @body: (nullable): what was said
 */
typedef struct
{
  gint64 touch;
  gint64 contact;
  gint64 opportunity;
  int day;
  char *direction;
  char *channel;
  char *subject;
  char *body;
} OnwardTouchEdit;

void onward_touch_edit_free (OnwardTouchEdit *edit);
gboolean onward_touches_save (OnwardWriter *writer, gpointer touch_edit, GError **error);
gboolean onward_touches_remove (OnwardWriter *writer, gpointer touch, GError **error);

G_END_DECLS
