/* onward-due-change.c - which rows of the due list a change concerns */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-change.h"

#include <string.h>

/**
 * onward_due_change_new:
 *
 * Returns: (transfer full): nothing was changed yet
 */
OnwardDueChange *
onward_due_change_new (void)
{
  OnwardDueChange *self = g_new0 (OnwardDueChange, 1);

  self->follow_ups = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->contacts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->opportunities = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->interviews = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
onward_due_change_free (OnwardDueChange *self)
{
  g_array_unref (self->follow_ups);
  g_hash_table_unref (self->contacts);
  g_hash_table_unref (self->opportunities);
  g_hash_table_unref (self->interviews);
  g_free (self);
}

void
onward_due_change_clear (OnwardDueChange *self)
{
  self->all = self->waiting = FALSE;
  g_array_set_size (self->follow_ups, 0);
  g_hash_table_remove_all (self->contacts);
  g_hash_table_remove_all (self->opportunities);
  g_hash_table_remove_all (self->interviews);
}

static void
add_ids (GHashTable *set, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
}

/* What a row says comes from these; of a company, from whichever of them has one, so that all rows are read again. */
static GHashTable *
get_subjects (OnwardDueChange *self, const char *table)
{
  if (strcmp (table, "contacts") == 0)
    return self->contacts;
  if (strcmp (table, "opportunities") == 0)
    return self->opportunities;
  return strcmp (table, "interviews") == 0 ? self->interviews : NULL;
}

/**
 * onward_due_change_note:
 * @self: a change
 * @table: as #OnwardStore::changed says
 * @ids: (nullable) (element-type gint64): as #OnwardStore::changed says
 *
 * Main thread, when it is announced.
 *
 * Returns: whether anything in the Due pane can come of it
 */
gboolean
onward_due_change_note (OnwardDueChange *self, const char *table, GArray *ids)
{
  static const char *const shown[] = { "follow_ups", "contacts", "companies", "opportunities",
                                       "interviews", "stages",   "members",   NULL };
  GHashTable *subjects = get_subjects (self, table);

  if (!g_strv_contains (shown, table))
    return FALSE;
  if (strcmp (table, "follow_ups") == 0 && ids != NULL)
    g_array_append_vals (self->follow_ups, ids->data, ids->len);
  else if (subjects != NULL && ids != NULL)
    {
      add_ids (subjects, ids);
      self->waiting = self->waiting || subjects != self->contacts;
    }
  else
    self->all = self->waiting = TRUE;
  return TRUE;
}

/**
 * onward_due_change_concerns:
 * @self: a change
 * @due: a follow-up as it was read before
 *
 * Returns: whether its row, or one that it tells of, was changed since
 */
gboolean
onward_due_change_concerns (OnwardDueChange *self, const OnwardDue *due)
{
  return self->all || g_hash_table_contains (self->contacts, &due->contact)
         || g_hash_table_contains (self->opportunities, &due->opportunity)
         || g_hash_table_contains (self->interviews, &due->interview);
}
