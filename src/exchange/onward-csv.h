/* onward-csv.h - comma-separated values, row by row */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More cells than any spreadsheet gives a row (16,384): the file is not a table. */
#define ONWARD_CSV_MAX_CELLS 20000

typedef struct _OnwardCsvReader OnwardCsvReader;

char onward_csv_find_delimiter (const char *text, gsize length);

OnwardCsvReader *onward_csv_reader_new (const char *text, gsize length, char delimiter, guint first_line);
void onward_csv_reader_free (OnwardCsvReader *self);
gboolean onward_csv_reader_next (OnwardCsvReader *self, GError **error);
guint onward_csv_reader_get_line (OnwardCsvReader *self);
guint onward_csv_reader_get_n_cells (OnwardCsvReader *self);
const char *onward_csv_reader_get_cell (OnwardCsvReader *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardCsvReader, onward_csv_reader_free)

G_END_DECLS
