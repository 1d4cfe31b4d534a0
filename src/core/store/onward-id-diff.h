/* onward-id-diff.h - the fewest rows to take out and put in, from one order of ids to another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnwardIdSplice:
 * @position: where it begins, in the old order with all splices before it made; so also where @added begin in the new
 *   one
 * @removed: how many rows go
 * @added: how many of the new order come
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} OnwardIdSplice;

/* More changes than this are made as one: each costs a list widget some microseconds. */
#define ONWARD_ID_DIFF_MOST 256

GArray *onward_id_diff (const gint64 *before, guint n_before, const gint64 *after, guint n_after);

G_END_DECLS
