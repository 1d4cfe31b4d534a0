/* onward-id-diff.c - the fewest rows to take out and put in, from one order of ids to another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-id-diff.h"

#define NOWHERE G_MAXUINT

/* So many times longer, and it is another list: a search that was cleared. Short ones are compared whatever they
 * are. */
#define TOO_DIFFERENT 4
#define SHORT         8192

/* Where ids stand in an order: open addressing, since a table of GLib's for 100,000 of them takes longer than all
 * else. */
typedef struct
{
  gint64 *ids;
  guint *positions; /* NOWHERE = free */
  guint mask;
} Index;

static guint
find_slot (const Index *index, gint64 id)
{
  guint slot = (guint)(((guint64)id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & index->mask;

  while (index->positions[slot] != NOWHERE && index->ids[slot] != id)
    slot = (slot + 1) & index->mask;
  return slot;
}

static void
fill_index (Index *index, const gint64 *ids, guint n)
{
  guint size = 16;

  while (size < 2 * n)
    size *= 2;
  index->mask = size - 1;
  index->ids = g_new (gint64, size);
  index->positions = g_new (guint, size);
  for (guint i = 0; i < size; i++)
    index->positions[i] = NOWHERE;
  for (guint i = 0; i < n; i++)
    {
      guint slot = find_slot (index, ids[i]);

      index->ids[slot] = ids[i];
      index->positions[slot] = i;
    }
}

/* Where each row of the old order stands in the new one. */
static guint *
map_positions (const gint64 *before, guint n_before, const gint64 *after, guint n_after)
{
  guint *places = g_new (guint, n_before);
  Index index;

  fill_index (&index, after, n_after);
  for (guint i = 0; i < n_before; i++)
    places[i] = index.positions[find_slot (&index, before[i])];
  g_free (index.ids);
  g_free (index.positions);
  return places;
}

/* The last of @ends, rows whose places grow, that stands before @place; how many there are. */
static guint
count_before (const guint *ends, guint n, const guint *places, guint place)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (places[ends[middle]] < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Leaves the most rows their place that keep their order among each other (the longest increasing run, by patience
 * sorting), and takes it from all others: these are moved. */
static void
keep_longest_run (guint *places, guint n)
{
  g_autofree guint *ends = g_new (guint, n);   /* the row that ends the best run of each length */
  g_autofree guint *before = g_new (guint, n); /* the row before it in that run */
  guint length = 0;
  guint row;

  for (guint i = 0; i < n; i++)
    {
      guint shorter;

      if (places[i] == NOWHERE)
        continue;
      shorter =
          length > 0 && places[ends[length - 1]] < places[i] ? length : count_before (ends, length, places, places[i]);
      before[i] = shorter > 0 ? ends[shorter - 1] : NOWHERE;
      ends[shorter] = i;
      length = MAX (length, shorter + 1);
    }
  row = length > 0 ? ends[length - 1] : NOWHERE;
  for (guint i = n; i > 0; i--)
    if (row == i - 1)
      row = before[row];
    else
      places[i - 1] = NOWHERE;
}

/* The gaps between rows that stay; NULL when there are too many. */
static GArray *
collect_splices (const guint *places, guint n_before, guint n_after, guint first)
{
  g_autoptr (GArray) splices = g_array_new (FALSE, FALSE, sizeof (OnwardIdSplice));
  guint old = 0, new = 0;

  for (guint i = 0; i <= n_before; i++)
    {
      guint place = i < n_before ? places[i] : n_after;
      OnwardIdSplice splice = { first + new, i - old, place - new };

      if (place == NOWHERE)
        continue;
      if (splice.removed > 0 || splice.added > 0)
        g_array_append_val (splices, splice);
      if (splices->len > ONWARD_ID_DIFF_MOST)
        return NULL;
      old = i + 1;
      new = place + 1;
    }
  return g_steal_pointer (&splices);
}

static gboolean
is_worth_comparing (guint n_before, guint n_after)
{
  return n_before > 0 && n_after > 0
         && (n_before + n_after <= SHORT
             || (n_before / TOO_DIFFERENT <= n_after && n_after / TOO_DIFFERENT <= n_before));
}

/**
 * onward_id_diff:
 * @before: (array length=n_before): ids in an order, none twice
 * @n_before: how many
 * @after: (array length=n_after): ids in the order that is wanted, none twice
 * @n_after: how many
 *
 * What leads from one order to the other by touching the fewest rows; a row that moved is taken out and put in. One
 * splice over all that differs when it would be more than %ONWARD_ID_DIFF_MOST, or when one order is so much longer
 * that it is another list. About 3 ms for two orders of 100,000.
 *
 * Returns: (transfer full) (element-type OnwardIdSplice): the splices, to be made in this order
 */
GArray *
onward_id_diff (const gint64 *before, guint n_before, const gint64 *after, guint n_after)
{
  guint first = 0, last = 0;
  g_autoptr (GArray) splices = NULL;
  OnwardIdSplice all;

  while (first < MIN (n_before, n_after) && before[first] == after[first])
    first++;
  while (last < MIN (n_before, n_after) - first && before[n_before - 1 - last] == after[n_after - 1 - last])
    last++;
  all = (OnwardIdSplice){ first, n_before - first - last, n_after - first - last };
  if (is_worth_comparing (all.removed, all.added))
    {
      g_autofree guint *places = map_positions (before + first, all.removed, after + first, all.added);

      keep_longest_run (places, all.removed);
      splices = collect_splices (places, all.removed, all.added, first);
    }
  if (splices == NULL)
    {
      splices = g_array_new (FALSE, FALSE, sizeof (OnwardIdSplice));
      if (all.removed > 0 || all.added > 0)
        g_array_append_val (splices, all);
    }
  return g_steal_pointer (&splices);
}
