/* onward-store.h - the database as the rest of the program sees it: reads at once, writes in order, one signal */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_STORE (onward_store_get_type ())
G_DECLARE_FINAL_TYPE (OnwardStore, onward_store, ONWARD, STORE, GObject)

typedef OnwardNow (*OnwardNowFunc) (gpointer data);

OnwardStore *onward_store_open (const char *path, OnwardNowFunc get_now, gpointer now_data, GError **error);
gboolean onward_store_is_read_only (OnwardStore *self);
gboolean onward_store_is_outdated (OnwardStore *self);
void onward_store_refuse_to_write (OnwardStore *self, GError **error);
void onward_store_close (OnwardStore *self);
char *onward_store_get_default_path (void);

const char *onward_store_get_path (OnwardStore *self);
OnwardConnection *onward_store_get_connection (OnwardStore *self);
void onward_store_begin_reads (OnwardStore *self);
void onward_store_end_reads (OnwardStore *self);
OnwardNow onward_store_get_now (OnwardStore *self);
void onward_store_set_reconcile (OnwardStore *self, gboolean (*reconcile) (OnwardWriter *writer, GError **error));
void onward_store_set_patience (OnwardStore *self, int seconds);
void onward_store_watch (OnwardStore *self);

gpointer onward_store_get_record (OnwardStore *self, GType type, gint64 id);
gboolean onward_store_has_record (OnwardStore *self, GType type, gint64 id);
GPtrArray *onward_store_get_children (OnwardStore *self, gpointer parent, GType child_type);

void onward_store_run_async (OnwardStore *self, const char *label, OnwardCommandFunc command, gpointer data,
                             GDestroyNotify destroy, GAsyncReadyCallback callback, gpointer user_data);
gboolean onward_store_run_finish (OnwardStore *self, GAsyncResult *result, GError **error);
gboolean
onward_store_run (OnwardStore *self, const char *label, OnwardCommandFunc command, gpointer data, GError **error);

const char *onward_store_get_undo_label (OnwardStore *self);
const char *onward_store_get_redo_label (OnwardStore *self);
void onward_store_undo_async (OnwardStore *self, GAsyncReadyCallback callback, gpointer user_data);
void onward_store_redo_async (OnwardStore *self, GAsyncReadyCallback callback, gpointer user_data);
const char *onward_store_get_undo_left (OnwardStore *self);
GType onward_store_get_undo_subject (OnwardStore *self, gint64 *id);
void onward_store_clear_undo (OnwardStore *self);

G_END_DECLS
