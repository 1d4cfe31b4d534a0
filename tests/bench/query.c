/* query.c - a keystroke in search: the whole result in order, and the least that it takes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: query DATABASE ROUNDS
 *
 * For each text and round a line: text, rows, milliseconds of the program's own query, milliseconds of the floor, which
 * asks SQLite for the row ids and puts them in order through an array that was made before. */

#include "store/onward-contact-order.h"
#include "store/onward-search-query.h"

#include <stdlib.h>

static const char *const texts[] = { "a", "o", "m", "ka", "hel", "amara", "okafor helix", "kayak" };

typedef struct
{
  sqlite3_stmt *match;
  guint32 *positions;
  guint64 *found;
  gint64 *ids; /* by position */
  guint n;
} Floor;

static OnwardNow
get_now (gpointer data)
{
  return (OnwardNow){ .unix_time = 1772442000, .zone = "Europe/Amsterdam" };
}

static void
prepare_floor (Floor *floor, sqlite3 *handle, GArray *ids)
{
  gint64 largest = 0;

  sqlite3_prepare_v2 (handle, "SELECT rowid FROM contact_search WHERE contact_search MATCH ?", -1, &floor->match, NULL);
  floor->n = ids->len;
  floor->ids = (gint64 *)ids->data;
  for (guint i = 0; i < ids->len; i++)
    largest = MAX (largest, floor->ids[i]);
  floor->positions = g_new0 (guint32, largest + 1);
  for (guint i = 0; i < ids->len; i++)
    floor->positions[floor->ids[i]] = i;
  floor->found = g_new (guint64, ids->len / 64 + 1);
}

static guint
run_floor (Floor *floor, const char *query, gint64 *result)
{
  guint n = 0;

  memset (floor->found, 0, (floor->n / 64 + 1) * sizeof (guint64));
  sqlite3_bind_text (floor->match, 1, query, -1, SQLITE_STATIC);
  while (sqlite3_step (floor->match) == SQLITE_ROW)
    {
      guint32 position = floor->positions[sqlite3_column_int64 (floor->match, 0)];

      floor->found[position / 64] |= G_GUINT64_CONSTANT (1) << position % 64;
    }
  sqlite3_reset (floor->match);
  for (guint i = 0; i <= floor->n / 64; i++)
    for (guint64 word = floor->found[i]; word != 0; word &= word - 1)
      result[n++] = floor->ids[i * 64 + (guint)__builtin_ctzll (word)];
  return n;
}

static void
measure (OnwardContactOrder *order, Floor *floor, const char *text, gint64 *result)
{
  g_autofree char *query =
      onward_search_query_build (onward_contact_order_get_tokenizer (order), text, ONWARD_SEARCH_CONTACTS);
  OnwardContactFilter filter = { .text = text };
  g_autoptr (GArray) found = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 middle;
  guint n;

  found = onward_contact_order_query (order, &filter);
  middle = g_get_monotonic_time ();
  n = run_floor (floor, query, result);
  g_print ("%s\t%u\t%.3f\t%.3f\n", text, found->len, (middle - start) / 1000.0,
           (g_get_monotonic_time () - middle) / 1000.0);
  g_assert_cmpuint (n, ==, found->len);
  g_assert_cmpmem (result, n * sizeof *result, found->data, found->len * sizeof *result);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardStore) store = NULL;
  g_autoptr (OnwardContactOrder) order = NULL;
  g_autofree gint64 *result = NULL;
  Floor floor;

  if (argc != 3)
    {
      g_printerr ("usage: query DATABASE ROUNDS\n");
      return 2;
    }
  store = onward_store_open (argv[1], get_now, NULL, &error);
  if (store == NULL)
    {
      g_printerr ("query: %s\n", error->message);
      return 1;
    }
  order = onward_contact_order_new (store);
  prepare_floor (&floor, onward_connection_get_handle (onward_store_get_connection (store)),
                 onward_contact_order_get_ids (order));
  result = g_new (gint64, floor.n + 1);
  for (int round = 0; round < atoi (argv[2]); round++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      measure (order, &floor, texts[i], result);
  sqlite3_finalize (floor.match);
  g_free (floor.positions);
  g_free (floor.found);
  return 0;
}
