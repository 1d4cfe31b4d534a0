/* onward-store-private.h - the store as its own files see it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-identity.h"
#include "onward-private-copy.h"
#include "onward-store.h"
#include "onward-undo.h"
#include "onward-writer-private.h"

G_BEGIN_DECLS

/**
 * OnwardJobKind:
 * @ONWARD_JOB_LASTING: cannot be taken back
 * @ONWARD_JOB_STEP: can be
 * @ONWARD_JOB_TAKE_BACK: takes one back
 * @ONWARD_JOB_DO_AGAIN: does again what was taken back
 */
typedef enum
{
  ONWARD_JOB_LASTING,
  ONWARD_JOB_STEP,
  ONWARD_JOB_TAKE_BACK,
  ONWARD_JOB_DO_AGAIN,
} OnwardJobKind;

/* A command on its way through the writer's thread and back. */
typedef struct
{
  OnwardStore *store;
  char *label;
  OnwardJobKind kind;
  OnwardCommandFunc command;
  gpointer data;
  GDestroyNotify destroy;
  GTask *task;      /* NULL when the caller waits */
  gboolean waiting; /* the caller waits for `finished` */
  gboolean finished;
  gboolean done;
  GError *error;
  OnwardOutcome outcome;
} OnwardJob;

struct _OnwardStore
{
  GObject parent_instance;

  char *path;
  OnwardPrivateCopy *copy; /* what is really open, where the database cannot be written */
  OnwardNowFunc get_now;
  gpointer now_data;
  OnwardConnection *reader;
  OnwardIdentity *identity;
  GMainContext *context;
  GTimeZone *zone; /* the user's; GLib reads a zone's file again and again when nobody holds it */

  OnwardWriter *writer;
  GThread *thread;
  GAsyncQueue *jobs;
  GMutex mutex;
  GCond finished;

  GPtrArray *undo; /* OnwardUndoStep, newest last */
  GPtrArray *redo;
  char *undo_left; /* of the last Undo or Redo */
  GType undo_subject_type;
  gint64 undo_subject;

  GFileMonitor *monitor;
  guint look_source;
};

OnwardJob *onward_job_new (OnwardStore *store, const char *label, OnwardCommandFunc command, gpointer data,
                           GDestroyNotify destroy);
void onward_store_start_thread (OnwardStore *self);
void onward_store_stop_thread (OnwardStore *self);
void onward_store_look_for_foreign_commit (OnwardStore *self);
void onward_store_announce (OnwardStore *self, const char *table, GArray *ids);
void onward_store_announce_everything (OnwardStore *self);
void onward_store_stop_watching (OnwardStore *self);
void onward_store_keep_undo (OnwardStore *self, OnwardJob *job);

G_END_DECLS
