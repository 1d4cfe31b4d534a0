/* onward-writer.h - what a command may do to the database, on the writer's thread */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-images.h"

G_BEGIN_DECLS

/**
 * OnwardNow:
 * @unix_time: the instant, seconds since 1970 UTC
 * @zone: IANA name of the user's current zone
 */
typedef struct
{
  gint64 unix_time;
  char zone[64];
} OnwardNow;

typedef struct _OnwardWriter OnwardWriter;

typedef gboolean (*OnwardCommandFunc) (OnwardWriter *writer, gpointer data, GError **error);

OnwardConnection *onward_writer_get_connection (OnwardWriter *self);
const OnwardNow *onward_writer_get_now (OnwardWriter *self);
char *onward_writer_format_now (OnwardWriter *self);
char *onward_writer_format_today (OnwardWriter *self);

gpointer onward_writer_load (OnwardWriter *self, GType type, gint64 id, GError **error);
gboolean onward_writer_insert (OnwardWriter *self, gpointer record, GError **error);
gboolean onward_writer_update (OnwardWriter *self, gpointer record, GError **error);
gboolean onward_writer_delete (OnwardWriter *self, GType type, gint64 id, GError **error);
gboolean
onward_writer_set_children (OnwardWriter *self, gpointer parent, GType child_type, GPtrArray *children, GError **error);
char *onward_writer_get_member (OnwardWriter *self, const char *part, const char *member, GError **error);
gboolean
onward_writer_set_member (OnwardWriter *self, const char *part, const char *member, const char *json, GError **error);
void onward_writer_note_side (OnwardWriter *self, const char *table, gint64 id, gboolean exists);
gboolean onward_writer_set_side (OnwardWriter *self, const char *table, gint64 id, const char *values, GError **error);
gboolean onward_writer_set_meta (OnwardWriter *self, const char *name, const char *value, GError **error);

GPtrArray *onward_writer_get_images (OnwardWriter *self);
gboolean onward_writer_has_changed_members (OnwardWriter *self);
void onward_writer_set_reconcile_all (OnwardWriter *self);
gboolean onward_writer_get_reconcile_all (OnwardWriter *self);
void onward_writer_add_not_opened (OnwardWriter *self, gpointer follow_up);
gboolean onward_writer_asks_for_not_opened (OnwardWriter *self);
GPtrArray *onward_writer_get_not_opened (OnwardWriter *self);
gboolean onward_writer_reconcile (OnwardWriter *self, GError **error);
void onward_writer_set_dry_run (OnwardWriter *self);
void onward_writer_leave_no_trace (OnwardWriter *self);
void onward_writer_set_cancellable (OnwardWriter *self, GCancellable *cancellable);
gboolean onward_writer_defer_search (OnwardWriter *self, GError **error);
gboolean onward_writer_mark_start (OnwardWriter *self, GError **error);
gboolean onward_writer_start_over (OnwardWriter *self, GError **error);
void onward_writer_set_finish (OnwardWriter *self, OnwardCommandFunc finish, gpointer data);

G_END_DECLS
