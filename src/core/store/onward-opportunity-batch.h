/* onward-opportunity-batch.h - what is done to several opportunities at once: commands for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-opportunities.h"

G_BEGIN_DECLS

/**
 * OnwardBatch:
 * @opportunities: (element-type gint64): whom it is done to, in the order they are to have
 * @stage: where they go
 * @place: whether the user chose the place within the stage
 * @after: the opportunity they then stand below; 0 = at the top
 * @outcome: (nullable): how all of them ended; a kind of exchange.md
 *
 * Each command reads of this what it needs.
 */
typedef struct
{
  GArray *opportunities;
  gint64 stage;
  gboolean place;
  gint64 after;
  char *outcome;
} OnwardBatch;

OnwardBatch *onward_batch_new (GArray *opportunities);
void onward_batch_free (OnwardBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardBatch, onward_batch_free)

gboolean onward_opportunities_move_all (OnwardWriter *writer, gpointer batch, GError **error);
gboolean onward_opportunities_close_all (OnwardWriter *writer, gpointer batch, GError **error);

G_END_DECLS
