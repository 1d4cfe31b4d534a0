/* onward-linkedin-header.h - where the table begins in LinkedIn's Connections.csv */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ONWARD_LINKEDIN_FIRST_NAME,
  ONWARD_LINKEDIN_LAST_NAME,
  ONWARD_LINKEDIN_URL,
  ONWARD_LINKEDIN_EMAIL,
  ONWARD_LINKEDIN_COMPANY,
  ONWARD_LINKEDIN_POSITION,
  ONWARD_LINKEDIN_CONNECTED_ON,
  ONWARD_LINKEDIN_N_COLUMNS,
} OnwardLinkedinColumn;

/**
 * OnwardLinkedinHeader:
 * @rows: where the rows begin, in bytes from the start of the text
 * @line: the line on which the rows begin, from 1
 * @delimiter: what stands between two cells
 * @n_cells: how many columns the table has, unknown ones too
 * @columns: the number of each known column, or -1
 *
 * The header of a connections file.
 */
typedef struct
{
  gsize rows;
  guint line;
  char delimiter;
  guint n_cells;
  int columns[ONWARD_LINKEDIN_N_COLUMNS];
} OnwardLinkedinHeader;

gboolean onward_linkedin_header_find (const char *text, gsize length, OnwardLinkedinHeader *header);

G_END_DECLS
