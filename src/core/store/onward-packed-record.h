/* onward-packed-record.h - the values of a record in few bytes, and a number that tells them apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardDigest:
 * @all: of all values; never 0
 * @chosen: of those that are the user's choice: without what the playbook and the alerts write by themselves; never 0
 *
 * Of a row that does not exist both are 0.
 */
typedef struct
{
  guint64 all;
  guint64 chosen;
} OnwardDigest;

GBytes *onward_packed_record_new (gpointer record);
gpointer onward_packed_record_unpack (GBytes *packed, GType type);
OnwardDigest onward_record_digest (gpointer record);

G_END_DECLS
