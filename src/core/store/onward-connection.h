/* onward-connection.h - one SQLite connection with its prepared statements */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-collation.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * OnwardStoreError:
 * @ONWARD_STORE_ERROR_FAILED: SQLite could not do it (disk full, I/O error, ...)
 * @ONWARD_STORE_ERROR_FOREIGN: the file is not an Onward database
 * @ONWARD_STORE_ERROR_NEWER: the database was written by a newer Onward
 * @ONWARD_STORE_ERROR_BUSY: another program kept the write lock too long
 * @ONWARD_STORE_ERROR_NOT_FOUND: what a command names does not exist
 * @ONWARD_STORE_ERROR_INVALID: a value is not what the exchange format allows
 */
typedef enum
{
  ONWARD_STORE_ERROR_FAILED,
  ONWARD_STORE_ERROR_FOREIGN,
  ONWARD_STORE_ERROR_NEWER,
  ONWARD_STORE_ERROR_BUSY,
  ONWARD_STORE_ERROR_NOT_FOUND,
  ONWARD_STORE_ERROR_INVALID,
} OnwardStoreError;

#define ONWARD_STORE_ERROR (onward_store_error_quark ())
GQuark onward_store_error_quark (void);

/**
 * OnwardConnectionMode:
 * @ONWARD_CONNECTION_WRITER: creates the file when there is none, and may checkpoint
 * @ONWARD_CONNECTION_READER: query-only; the file must exist
 * @ONWARD_CONNECTION_PEEK: only to look at a file that may not be ours: nothing is left beside it. The caller holds the
 *   write lock, and closes it before the file is opened in another way.
 */
typedef enum
{
  ONWARD_CONNECTION_WRITER,
  ONWARD_CONNECTION_READER,
  ONWARD_CONNECTION_PEEK,
} OnwardConnectionMode;

typedef struct _OnwardConnection OnwardConnection;
typedef struct _OnwardStatement OnwardStatement;

OnwardConnection *onward_connection_open (const char *path, OnwardConnectionMode mode, GError **error);
void onward_connection_close (OnwardConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardConnection, onward_connection_close)

sqlite3 *onward_connection_get_handle (OnwardConnection *self);
OnwardCollation *onward_connection_get_collation (OnwardConnection *self);
void onward_connection_set_collation (OnwardConnection *self, OnwardCollation *collation);
gboolean onward_connection_execute (OnwardConnection *self, const char *sql, GError **error);
gboolean onward_connection_set_error (OnwardConnection *self, const char *what, GError **error);

OnwardStatement *onward_connection_prepare (OnwardConnection *self, const char *sql, GError **error);
gint64 onward_connection_read_int (OnwardConnection *self, const char *sql, gint64 fallback);

void onward_statement_release (OnwardStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardStatement, onward_statement_release)

void onward_statement_bind_int (OnwardStatement *self, int parameter, gint64 value);
void onward_statement_bind_id (OnwardStatement *self, int parameter, gint64 id);
void onward_statement_bind_text (OnwardStatement *self, int parameter, const char *value);
void onward_statement_bind_blob (OnwardStatement *self, int parameter, const void *data, gsize size);
void onward_statement_bind_null (OnwardStatement *self, int parameter);
gboolean onward_statement_step (OnwardStatement *self, GError **error);
gboolean onward_statement_read_ids (OnwardStatement *self, GArray *ids, GError **error);
gboolean onward_statement_run (OnwardStatement *self, GError **error);
void onward_statement_reset (OnwardStatement *self);

gint64 onward_statement_get_int (OnwardStatement *self, int column);
const char *onward_statement_get_text (OnwardStatement *self, int column);
gboolean onward_statement_is_null (OnwardStatement *self, int column);

G_END_DECLS
