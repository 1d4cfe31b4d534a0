/* undo-dumps.h - everything that is in a database, to see whether it was taken back exactly */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/onward-store.h"

/* "table rowid" -> the row as text. */
typedef GHashTable Dump;

/* What is said when something is not the same: the seed of a random history. */
extern const char *undo_seed;

/* Undo and Redo, waited for. */
void take_back (OnwardStore *store);
void do_again (OnwardStore *store);

/* Every table, the search too; but for when the playbook last looked, which is no data. */
Dump *dump (OnwardStore *store);

/* How many rows differ; the first of them are printed when @what is not NULL. */
guint count_differences (Dump *a, Dump *b, const char *what);

/* Ends the test when the store is not as it was. */
void assert_same (OnwardStore *store, Dump *expected, const char *command, const char *when);

/* The search agrees with the rows, every reference leads somewhere, and the triggers are there. */
void assert_whole (OnwardStore *store);
