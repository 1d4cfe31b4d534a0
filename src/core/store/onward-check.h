/* onward-check.h - whether a database is whole, and whether its data keeps its own laws */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

/**
 * OnwardProblem:
 * @check: what was looked at: `integrity`, `references`, `search` or `laws`
 * @text: what was found, in words
 *
 * Something that is not as it should be.
 */
typedef struct
{
  const char *check;
  char *text;
} OnwardProblem;

/**
 * OnwardCheck:
 * @repair: whether to mend what can be mended without loss
 * @problems: (element-type OnwardProblem): what was found
 * @repaired: how many of them are mended
 *
 * The data of onward_check_run().
 */
typedef struct
{
  gboolean repair;
  GPtrArray *problems;
  guint repaired;
} OnwardCheck;

OnwardCheck *onward_check_new (gboolean repair);
void onward_check_free (OnwardCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardCheck, onward_check_free)

gboolean onward_check_run (OnwardWriter *writer, gpointer check, GError **error);

G_END_DECLS
