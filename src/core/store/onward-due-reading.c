/* onward-due-reading.c - the due list as it was read, and what has become of it since */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-reading.h"

#include "playbook/onward-zone.h"

/**
 * onward_due_reading_new:
 * @store: the store
 * @days: how many days after today are looked at, 0 or more
 *
 * Returns: (transfer full): nothing was read yet
 */
OnwardDueReading *
onward_due_reading_new (OnwardStore *store, int days)
{
  OnwardDueReading *self = g_new0 (OnwardDueReading, 1);

  self->store = g_object_ref (store);
  self->days = days;
  self->change = onward_due_change_new ();
  return self;
}

void
onward_due_reading_free (OnwardDueReading *self)
{
  g_clear_pointer (&self->briefs, g_array_unref);
  onward_due_change_free (self->change);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * onward_due_reading_note:
 * @self: a reading
 * @table: as #OnwardStore::changed says
 * @ids: (nullable) (element-type gint64): as #OnwardStore::changed says
 *
 * Returns: whether onward_due_reading_update() has something to do now
 */
gboolean
onward_due_reading_note (OnwardDueReading *self, const char *table, GArray *ids)
{
  return onward_due_change_note (self->change, table, ids);
}

/**
 * onward_due_reading_forget:
 * @self: a reading
 *
 * All of it is read the next time.
 */
void
onward_due_reading_forget (OnwardDueReading *self)
{
  self->change->all = self->change->waiting = TRUE;
}

/* The earliest of the instants at which something is to happen. */
typedef struct
{
  GTimeZone *zone;
  gint64 now;
  gint64 wall;
  gint64 next;
} Search;

/* A wall time is an instant within a day of it, so that most need not be looked up in the zone. */
static void
consider (Search *search, gint64 wall, gint64 seconds_later)
{
  gint64 instant;

  if (wall == ONWARD_NO_WALL || wall < search->wall - ONWARD_DAY_MINUTES
      || wall > search->wall + 3 * ONWARD_DAY_MINUTES)
    return;
  instant = onward_zone_instant (search->zone, wall) + seconds_later;
  if (instant > search->now)
    search->next = MIN (search->next, instant);
}

static gint64
find_next (OnwardDueReading *self, const OnwardNow *now)
{
  g_autoptr (GTimeZone) zone = onward_zone_find (now->zone);
  Search search = { .zone = zone, .now = now->unix_time, .wall = onward_zone_wall (zone, now->unix_time) };

  search.next = onward_zone_instant (zone, onward_wall_at (onward_wall_day (search.wall) + 1, 0));
  for (guint i = 0; i < self->briefs->len; i++)
    {
      const OnwardDueBrief *brief = &g_array_index (self->briefs, OnwardDueBrief, i);

      consider (&search, brief->moment, 0);
      consider (&search, brief->due, 1);
    }
  consider (&search, onward_due_briefs_get_next_late (self->store), 1);
  return search.next;
}

/* Whether what was read still tells how everything stands but for what was written since. */
static gboolean
is_valid (OnwardDueReading *self, const OnwardNow *now)
{
  return self->briefs != NULL && !self->change->all && g_strcmp0 (now->zone, self->now.zone) == 0
         && now->unix_time >= self->now.unix_time && now->unix_time < self->next;
}

static gboolean
read_changed (OnwardDueReading *self, GError **error)
{
  GError *failure = NULL;

  if (onward_due_briefs_update (self->store, self->days, self->briefs, self->change->follow_ups, &failure))
    return TRUE;
  g_clear_pointer (&self->briefs, g_array_unref);
  if (failure == NULL)
    self->briefs = onward_due_briefs_list (self->store, self->days, error);
  else
    g_propagate_error (error, failure);
  return self->briefs != NULL;
}

static gboolean
read_all (OnwardDueReading *self, GError **error)
{
  g_clear_pointer (&self->briefs, g_array_unref);
  self->briefs = onward_due_briefs_list (self->store, self->days, error);
  onward_due_reading_forget (self);
  return self->briefs != NULL;
}

/**
 * onward_due_reading_update:
 * @self: a reading
 * @error: return location
 *
 * Makes the list what onward_due_briefs_list() gives now, and reads no more for it than was changed.
 *
 * Returns: whether it could be read
 */
gboolean
onward_due_reading_update (OnwardDueReading *self, GError **error)
{
  OnwardNow now = onward_store_get_now (self->store);
  gboolean valid = is_valid (self, &now);

  if (valid && self->change->follow_ups->len == 0)
    return TRUE;
  if (valid ? !read_changed (self, error) : !read_all (self, error))
    return FALSE;
  self->renewed = TRUE;
  self->now = now;
  self->next = find_next (self, &now);
  return TRUE;
}

/**
 * onward_due_reading_settle:
 * @self: a reading
 *
 * What was changed is shown now.
 */
void
onward_due_reading_settle (OnwardDueReading *self)
{
  self->renewed = FALSE;
  onward_due_change_clear (self->change);
}
