/* onward-changes.h - the rows that a command changed, as SQLite reports them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"

G_BEGIN_DECLS

/**
 * OnwardChange:
 * @table: the table's name, interned
 * @ids: (nullable) (element-type gint64): the rows; NULL = too many to name
 *
 * One table's changed rows.
 */
typedef struct
{
  const char *table;
  GArray *ids;
} OnwardChange;

typedef struct _OnwardChanges OnwardChanges;

OnwardChanges *onward_changes_new (OnwardConnection *connection);
void onward_changes_free (OnwardChanges *self);
void onward_changes_clear (OnwardChanges *self);
GPtrArray *onward_changes_collect (OnwardChanges *self);

G_END_DECLS
