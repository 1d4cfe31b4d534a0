/* onward-writer-private.h - the writer as the store sees it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-changes.h"
#include "onward-lock.h"
#include "onward-search-fill.h"
#include "onward-writer.h"

G_BEGIN_DECLS

struct _OnwardWriter
{
  OnwardConnection *connection;
  OnwardLock *lock;
  OnwardNow (*get_now) (gpointer);
  gpointer now_data;
  gboolean (*reconcile) (OnwardWriter *, GError **);
  int patience; /* seconds to wait for the lock, -1 = for ever */
  gint64 data_version;

  /* Of the running command: */
  OnwardNow now;
  OnwardChanges *changes;
  OnwardImages *images;
  gboolean reconciling;
  gboolean reconcile_all;
  gboolean members_changed;
  GPtrArray *not_opened;
  gboolean dry_run;
  gboolean no_trace;
  OnwardSearchFill search_fill;
  GCancellable *cancellable;
  OnwardCommandFunc finish;
  gpointer finish_data;
};

/* What a command left behind. */
typedef struct
{
  GPtrArray *changes; /* OnwardChange */
  GPtrArray *images;  /* OnwardImage, with `after`; NULL when nothing was written */
  gboolean no_trace;  /* nothing that was before can be brought back */
} OnwardOutcome;

OnwardWriter *onward_writer_new (const char *path, const char *original, OnwardNow (*get_now) (gpointer),
                                 gpointer now_data, GError **error);
void onward_writer_free (OnwardWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardWriter, onward_writer_free)

void onward_writer_set_reconcile (OnwardWriter *self, gboolean (*reconcile) (OnwardWriter *writer, GError **error));
void onward_writer_set_patience (OnwardWriter *self, int seconds);
gboolean onward_writer_run (OnwardWriter *self, OnwardCommandFunc command, gpointer data, OnwardOutcome *outcome,
                            GError **error);
gboolean onward_writer_sees_foreign_commit (OnwardWriter *self);
void onward_outcome_clear (OnwardOutcome *outcome);

G_END_DECLS
