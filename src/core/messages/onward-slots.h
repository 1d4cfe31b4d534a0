/* onward-slots.h - the slots of messages: what stands in them, and what the user is asked */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnwardSlot:
 * @id: as it stands in a template
 * @prompt: what to write there when no fact fills it, not translated yet; may name facts as `{slot}`
 * @personal: the words in it are meant for one person only: the same to two people is pointed out
 */
typedef struct
{
  const char *id;
  const char *prompt;
  gboolean personal;
} OnwardSlot;

const OnwardSlot *onward_slot_find (const char *id);

G_END_DECLS
