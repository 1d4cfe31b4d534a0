/* onward-world.c - a job search as lines of text, for the tests of the playbook */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-world-private.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-zone.h"

#include <string.h>

static void
free_stored (OnwardStoredFact *row)
{
  g_free ((char *)row->key);
  g_free ((char *)row->title);
  g_free ((char *)row->why);
  g_free (row);
}

static void
free_unopened (OnwardUnopenedFact *row)
{
  g_free ((char *)row->key);
  g_free (row);
}

static OnwardStoredFact *
copy_stored (const OnwardStoredFact *from)
{
  OnwardStoredFact *row = g_memdup2 (from, sizeof *from);

  row->key = g_strdup (from->key);
  row->title = g_strdup (from->title);
  row->why = g_strdup (from->why);
  return row;
}

static void
keep_stored (OnwardWorld *world, const OnwardStoredFact *row)
{
  OnwardStoredFact *copy = copy_stored (row);

  copy->id = ++world->next_row;
  g_ptr_array_add (world->rows, copy);
}

OnwardWorld *
onward_world_new (const char *text)
{
  static guint n_worlds;
  OnwardWorld *world = g_new0 (OnwardWorld, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  world->serial = ++n_worlds;
  world->lines = g_ptr_array_new_with_free_func (g_free);
  world->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)free_stored);
  world->quiet = g_ptr_array_new_with_free_func ((GDestroyNotify)free_unopened);
  for (guint i = 0; lines[i]; i++)
    if (*lines[i])
      onward_world_set (world, lines[i]);
  onward_world_read_stored (world, keep_stored);
  return world;
}

OnwardWorld *
onward_world_copy (OnwardWorld *world)
{
  OnwardWorld *copy = onward_world_new ("");
  GHashTableIter iter;
  gpointer name, id;

  g_hash_table_iter_init (&iter, world->ids);
  while (g_hash_table_iter_next (&iter, &name, &id))
    g_hash_table_insert (copy->ids, g_strdup (name), id);

  for (guint i = 0; i < world->lines->len; i++)
    onward_world_set (copy, world->lines->pdata[i]);
  for (guint i = 0; i < world->rows->len; i++)
    g_ptr_array_add (copy->rows, copy_stored (world->rows->pdata[i]));
  for (guint i = 0; i < world->quiet->len; i++)
    {
      OnwardUnopenedFact *row = g_memdup2 (world->quiet->pdata[i], sizeof *row);

      row->key = g_strdup (row->key);
      g_ptr_array_add (copy->quiet, row);
    }
  copy->next_row = world->next_row;
  return copy;
}

void
onward_world_free (OnwardWorld *world)
{
  g_ptr_array_unref (world->lines);
  g_hash_table_unref (world->ids);
  g_ptr_array_unref (world->rows);
  g_ptr_array_unref (world->quiet);
  g_free (world);
}

/* How much of a line says what it is about: its kind, and none, one or two names. */
static gsize
measure_subject (const char *line)
{
  static const char *const alone[] = { "now", "zone", "alert", "works", "set", "only" };
  const char *end = strchrnul (line, ' ');
  gsize length = (gsize)(end - line);
  guint names = (length == 6 && line[2] == 'r') || (length == 4 && line[0] == 'p') ? 2 : 1; /* person, part */

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    if (strncmp (line, alone[i], length) == 0 && alone[i][length] == '\0')
      return length;
  for (guint i = 0; i < names && *end; i++)
    end = strchrnul (end + 1, ' ');
  return (gsize)(end - line);
}

/* Adds a line, or replaces the one about the same thing. */
void
onward_world_set (OnwardWorld *world, const char *line)
{
  gsize length = measure_subject (line);

  for (guint i = 0; i < world->lines->len; i++)
    {
      const char *other = world->lines->pdata[i];

      if (measure_subject (other) == length && strncmp (other, line, length) == 0)
        {
          g_free (world->lines->pdata[i]);
          world->lines->pdata[i] = g_strdup (line);
          return;
        }
    }
  g_ptr_array_add (world->lines, g_strdup (line));
}

/* Takes out the line about @subject, as "part i1 amara"; FALSE when there is none. */
gboolean
onward_world_drop (OnwardWorld *world, const char *subject)
{
  for (guint i = 0; i < world->lines->len; i++)
    {
      const char *line = world->lines->pdata[i];

      if (measure_subject (line) == strlen (subject) && g_str_has_prefix (line, subject))
        {
          g_ptr_array_remove_index (world->lines, i);
          return TRUE;
        }
    }
  return FALSE;
}

/* Moving shifts due by as many days (playbook.md, "Reconcile" 3), but for preparations and offers. */
static void
move_row (OnwardStoredFact *row, gint64 to)
{
  const OnwardRule *rule = onward_rule_get (row->rule);

  if (!rule || !(rule->flags & ONWARD_RULE_KEEPS_DUE))
    row->due += (onward_wall_day (to) - onward_wall_day (row->remind_at)) * ONWARD_DAY_MINUTES;
  row->remind_at = to;
  row->moved = TRUE;
}

void
onward_world_act (OnwardWorld *world, const char *action)
{
  g_auto (GStrv) words = g_strsplit (action, " ", -1);
  OnwardStoredFact *row = words[0] && words[1] ? onward_world_get_row (world, words[1]) : NULL;
  g_autoptr (OnwardFacts) facts = onward_world_read (world);
  gint64 when = ONWARD_NO_WALL;

  if (!row || (words[2] && !onward_wall_parse (words[2], &when)))
    g_error ("cannot be done: %s", action);
  if (strcmp (words[0], "move") == 0)
    move_row (row, when);
  else if (strcmp (words[0], "snooze") == 0)
    row->snoozed_until = when;
  else
    {
      row->state = strcmp (words[0], "skip") == 0 ? ONWARD_STATE_SKIPPED : ONWARD_STATE_DONE;
      row->done_at = facts->now;
    }
}

OnwardStoredFact *
onward_world_get_row (OnwardWorld *world, const char *key)
{
  for (guint i = 0; i < world->rows->len; i++)
    if (strcmp (((OnwardStoredFact *)world->rows->pdata[i])->key, key) == 0)
      return world->rows->pdata[i];
  return NULL;
}

/* All facts of the world and its stored rows, linked, everything in focus. */
OnwardFacts *
onward_world_get_facts (OnwardWorld *world)
{
  OnwardFacts *facts = onward_world_read (world);

  for (guint i = 0; i < world->rows->len; i++)
    g_array_append_vals (facts->stored, world->rows->pdata[i], 1);
  for (guint i = 0; i < world->quiet->len; i++)
    g_array_append_vals (facts->unopened, world->quiet->pdata[i], 1);
  onward_facts_link (facts);
  return facts;
}

static void
set_row (OnwardStoredFact *row, const OnwardPlanChange *change)
{
  row->key = g_strdup (change->key);
  row->title = g_strdup (change->title);
  row->why = g_strdup (change->why);
  row->rule = change->rule;
  row->state = change->state;
  row->contact_id = change->contact_id;
  row->opportunity_id = change->opportunity_id;
  row->interview_id = change->interview_id;
  row->company_id = change->company_id;
  row->remind_at = change->remind_at;
  row->due = change->due;
  row->snoozed_until = change->snoozed_until;
  row->moved = change->moved;
  row->own_day = change->own_day;
  row->done_at = change->done_at;
  row->channel = change->channel;
  row->focus = TRUE;
}

static void
apply_stored (OnwardWorld *world, const OnwardPlanChange *change)
{
  OnwardStoredFact *row = g_new0 (OnwardStoredFact, 1);
  guint i;

  set_row (row, change);
  row->id = change->id != 0 ? change->id : ++world->next_row;
  for (i = 0; i < world->rows->len && ((OnwardStoredFact *)world->rows->pdata[i])->id != row->id; i++)
    ;
  if (i < world->rows->len)
    {
      free_stored (world->rows->pdata[i]);
      world->rows->pdata[i] = row;
    }
  else
    g_ptr_array_add (world->rows, row);
}

static void
apply_unopened (OnwardWorld *world, const OnwardPlanChange *change)
{
  for (guint i = 0; i < world->quiet->len && change->id != 0; i++)
    if (((OnwardUnopenedFact *)world->quiet->pdata[i])->id == change->id)
      {
        g_ptr_array_remove_index (world->quiet, i);
        break;
      }
  if (change->kind == ONWARD_CHANGE_UNOPENED)
    {
      OnwardUnopenedFact *row = g_new0 (OnwardUnopenedFact, 1);

      row->id = ++world->next_row;
      row->key = g_strdup (change->key);
      row->contact_id = change->contact_id;
      row->own_day = change->own_day;
      row->day = onward_wall_day (change->remind_at);
      row->focus = TRUE;
      g_ptr_array_add (world->quiet, row);
    }
}

void
onward_world_apply (OnwardWorld *world, const OnwardReconciliation *reconciliation)
{
  for (guint i = 0; i < reconciliation->changes->len; i++)
    {
      const OnwardPlanChange *change = &g_array_index (reconciliation->changes, OnwardPlanChange, i);

      if (change->kind == ONWARD_CHANGE_INSERT || change->kind == ONWARD_CHANGE_UPDATE)
        apply_stored (world, change);
      else
        apply_unopened (world, change);
    }
}

/* Plans everything and stores it; returns how many rows changed. */
guint
onward_world_reconcile (OnwardWorld *world)
{
  g_autoptr (OnwardFacts) facts = onward_world_get_facts (world);
  g_autoptr (OnwardPlan) plan = onward_plan_new (facts);
  g_autoptr (OnwardReconciliation) reconciliation = onward_reconcile_plan (plan, NULL);

  onward_world_apply (world, reconciliation);
  return reconciliation->changes->len;
}

static gint64
map_id (GHashTable *map, gint64 id)
{
  return id == 0 ? 0 : GPOINTER_TO_INT (g_hash_table_lookup (map, GINT_TO_POINTER ((int)id)));
}

/* Gives everything another id, in the opposite order, as another database would. */
void
onward_world_renumber (OnwardWorld *world)
{
  g_autoptr (GHashTable) map = g_hash_table_new (NULL, NULL);
  int n = (int)g_hash_table_size (world->ids);
  GHashTableIter iter;
  gpointer name, id;

  g_hash_table_iter_init (&iter, world->ids);
  while (g_hash_table_iter_next (&iter, &name, &id))
    {
      g_hash_table_insert (map, id, GINT_TO_POINTER (n + 1 - GPOINTER_TO_INT (id)));
      g_hash_table_iter_replace (&iter, GINT_TO_POINTER (n + 1 - GPOINTER_TO_INT (id)));
    }
  for (guint i = 0; i < world->rows->len; i++)
    {
      OnwardStoredFact *row = world->rows->pdata[i];

      row->contact_id = map_id (map, row->contact_id);
      row->opportunity_id = map_id (map, row->opportunity_id);
      row->interview_id = map_id (map, row->interview_id);
      row->company_id = map_id (map, row->company_id);
    }
  for (guint i = 0; i < world->quiet->len; i++)
    {
      OnwardUnopenedFact *row = world->quiet->pdata[i];

      row->contact_id = map_id (map, row->contact_id);
    }
}

static int
compare_stored (gconstpointer a, gconstpointer b)
{
  const OnwardStoredFact *first = *(const OnwardStoredFact **)a, *second = *(const OnwardStoredFact **)b;

  return first->rule != second->rule ? (int)first->rule - (int)second->rule : strcmp (first->key, second->key);
}

static void
print_row (GString *text, OnwardFacts *facts, const OnwardStoredFact *row)
{
  const OnwardContactFact *contact = onward_facts_find (facts->contacts, row->contact_id);
  char remind[ONWARD_WALL_SIZE], due[ONWARD_WALL_SIZE];

  g_string_append_printf (text, "%s %s %s %s", row->key, contact ? contact->uuid : "-",
                          onward_wall_format (row->remind_at, remind), onward_wall_format (row->due, due));
  if (row->state != ONWARD_STATE_OPEN)
    g_string_append_printf (text, " %s", onward_follow_up_state_name (row->state));
  if (row->state == ONWARD_STATE_DONE && row->done_at != ONWARD_NO_INSTANT)
    g_string_append_printf (text, " %s", onward_wall_format (onward_zone_wall (facts->zone, row->done_at), remind));
  if (row->moved)
    g_string_append (text, " moved");
  if (row->snoozed_until != ONWARD_NO_WALL)
    g_string_append_printf (text, " snoozed %s", onward_wall_format (row->snoozed_until, remind));
  g_string_append_c (text, '\n');
}

/* The stored rows, open ones or all: key, person, remind_at, due, state, a line each in the order of the table. */
char *
onward_world_list (OnwardWorld *world, gboolean all)
{
  g_autoptr (OnwardFacts) facts = onward_world_get_facts (world);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < world->rows->len; i++)
    if (all || ((OnwardStoredFact *)world->rows->pdata[i])->state == ONWARD_STATE_OPEN)
      g_ptr_array_add (rows, world->rows->pdata[i]);
  g_ptr_array_sort (rows, compare_stored);
  for (guint i = 0; i < rows->len; i++)
    print_row (text, facts, rows->pdata[i]);
  return g_string_free (text, FALSE);
}

static int
compare_unopened (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(OnwardUnopenedFact **)a)->key, (*(OnwardUnopenedFact **)b)->key);
}

/* The rows that history_days keeps closed: key, day, own day. */
char *
onward_world_list_unopened (OnwardWorld *world)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_copy (world->quiet, NULL, NULL);
  GString *text = g_string_new (NULL);

  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_sort (rows, compare_unopened);
  for (guint i = 0; i < rows->len; i++)
    {
      const OnwardUnopenedFact *row = rows->pdata[i];

      g_string_append_printf (text, "%s %d %d\n", row->key, row->day, row->own_day);
    }
  return g_string_free (text, FALSE);
}

/* The lines, for a failure to be read. */
char *
onward_world_print (OnwardWorld *world)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < world->lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *)world->lines->pdata[i]);
  return g_string_free (text, FALSE);
}
