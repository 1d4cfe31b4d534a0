/* onward-follow-up-batch.c - the same done with several follow-ups, as one step of Undo */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-follow-up-batch.h"

/**
 * onward_follow_up_batch_apply:
 * @writer: the writer
 * @changes: (type GPtrArray) (element-type OnwardFollowUpChange): what is done, each with another follow-up
 * @error: return location
 *
 * All of them or none.
 *
 * Returns: whether they are stored
 */
gboolean
onward_follow_up_batch_apply (OnwardWriter *writer, gpointer changes, GError **error)
{
  GPtrArray *all = changes;

  for (guint i = 0; i < all->len; i++)
    if (!onward_follow_up_change_apply (writer, all->pdata[i], error))
      return FALSE;
  return TRUE;
}
