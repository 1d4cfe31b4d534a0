/* test-incremental.c - looking at what a step concerns comes out as looking at everything */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-history.h"
#include "playbook/onward-rules.h"

#include <string.h>

#define N_STEPS 60

/*
 * Here the scope is drawn wide: everything that hangs together with what the step names, before or after it,
 * by any chain of facts. What is left out shares nothing with it but the days of keep-in-touch. (How the
 * store draws it narrower is tested there.)
 */
typedef struct
{
  GHashTable *parents; /* id → id */
  GHashTable *ids;     /* of the world */
} Groups;

static int
find_group (Groups *groups, int id)
{
  int parent = GPOINTER_TO_INT (g_hash_table_lookup (groups->parents, GINT_TO_POINTER (id)));

  return parent == 0 || parent == id ? id : find_group (groups, parent);
}

static void
join (Groups *groups, int a, int b)
{
  int first = find_group (groups, a), second = find_group (groups, b);

  if (a != 0 && b != 0 && first != second)
    g_hash_table_insert (groups->parents, GINT_TO_POINTER (first), GINT_TO_POINTER (second));
}

static int
get_id (Groups *groups, const char *kind, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s %s", kind, name);

  return GPOINTER_TO_INT (g_hash_table_lookup (groups->ids, key));
}

/* The id of the n-th word of a line, 0 when it names nothing; people of a touch by @part. */
static int
read_id (Groups *groups, char **words, guint n, guint part)
{
  static const char *const kinds[][2] = { { "company=", "company" },     { "by=", "contact" },
                                          { "told=", "contact" },        { "from=", "contact" },
                                          { "sibling=", "opportunity" }, { "introduction=", "introduction" },
                                          { "of=", "opportunity" },      { "interview=", "interview" } };
  const char *word = words[n];

  if (n == 1)
    return get_id (groups,
                   strcmp (words[0], "person") == 0 ? "opportunity"
                   : strcmp (words[0], "part") == 0 ? "interview"
                                                    : words[0],
                   word);
  if (n == 2 && (strcmp (words[0], "person") == 0 || strcmp (words[0], "part") == 0))
    return get_id (groups, "contact", word);
  if (g_str_has_prefix (word, "to="))
    {
      g_auto (GStrv) people = g_strsplit (word + 3, ",", -1);

      return part < g_strv_length (people) ? get_id (groups, "contact", people[part]) : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (word, kinds[i][0]))
      return get_id (groups, kinds[i][1], word + strlen (kinds[i][0]));
  return 0;
}

/* Joins everything that a line names; returns one of it. */
static int
join_line (Groups *groups, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  int first = 0;

  for (guint n = 1; words[n]; n++)
    for (guint part = 0; part < 2; part++)
      {
        int id = read_id (groups, words, n, part);

        first = first == 0 ? id : first;
        join (groups, first, id);
      }
  return first;
}

static gboolean
is_setting (const char *line)
{
  return g_str_has_prefix (line, "now ") || g_str_has_prefix (line, "zone ") || g_str_has_prefix (line, "alert ")
         || g_str_has_prefix (line, "works ") || g_str_has_prefix (line, "set ") || g_str_has_prefix (line, "rule ")
         || g_str_has_prefix (line, "search ");
}

static int
get_row_id (const OnwardStoredFact *row)
{
  if (row->contact_id || row->opportunity_id)
    return (int)(row->contact_id ? row->contact_id : row->opportunity_id);
  return (int)(row->interview_id ? row->interview_id : row->company_id);
}

/* The introduction or feedback that a row is about: it is known by its key alone. */
static int
get_subject_id (Groups *groups, const OnwardStoredFact *row)
{
  g_auto (GStrv) parts = g_strsplit (row->key, ":", -1);

  if (row->rule == ONWARD_RULE_THANK_INTRODUCER || row->rule == ONWARD_RULE_ASK_PERMISSION)
    return get_id (groups, "introduction", parts[1]);
  return row->rule == ONWARD_RULE_THANK_FOR_FEEDBACK ? get_id (groups, "feedback", parts[1]) : 0;
}

static void
join_world (Groups *groups, OnwardWorld *world)
{
  for (guint i = 0; i < world->lines->len; i++)
    if (!is_setting (world->lines->pdata[i]))
      join_line (groups, world->lines->pdata[i]);
  for (guint i = 0; i < world->rows->len; i++)
    {
      const OnwardStoredFact *row = world->rows->pdata[i];
      int first = get_row_id (row);

      join (groups, first, get_subject_id (groups, row));
      join (groups, first, (int)row->company_id);
      join (groups, first, (int)row->opportunity_id);
      join (groups, first, (int)row->interview_id);
    }
}

/* The world without what @focus has nothing to do with; what is taken out of its rows is in @outside. */
static OnwardWorld *
cut_world (OnwardWorld *world, Groups *groups, int focus, OnwardWorld *outside)
{
  OnwardWorld *part = onward_world_copy (world);

  for (guint i = part->lines->len; i > 0; i--)
    {
      const char *line = part->lines->pdata[i - 1];

      if (!is_setting (line) && find_group (groups, join_line (groups, line)) != focus)
        g_ptr_array_remove_index (part->lines, i - 1);
    }
  for (guint i = part->rows->len; i > 0; i--)
    if (find_group (groups, get_row_id (part->rows->pdata[i - 1])) != focus)
      g_ptr_array_add (outside->rows, g_ptr_array_steal_index (part->rows, i - 1));
  for (guint i = part->quiet->len; i > 0; i--)
    {
      const OnwardUnopenedFact *row = part->quiet->pdata[i - 1];

      if (row->contact_id != 0 && find_group (groups, (int)row->contact_id) != focus)
        g_ptr_array_add (outside->quiet, g_ptr_array_steal_index (part->quiet, i - 1));
    }
  return part;
}

static gboolean
holds (const OnwardStoredFact *row, int day)
{
  return row->state == ONWARD_STATE_OPEN && !row->moved && onward_rule_get (row->rule)
         && (onward_rule_get (row->rule)->flags & ONWARD_RULE_BY_DAY) && onward_wall_day (row->remind_at) == day;
}

static gboolean
is_taken (gint64 contact, int day, gpointer data)
{
  OnwardWorld *outside = data;

  for (guint i = 0; i < outside->rows->len; i++)
    if (holds (outside->rows->pdata[i], day) && ((OnwardStoredFact *)outside->rows->pdata[i])->contact_id == contact)
      return TRUE;
  return FALSE;
}

static int
count_filled (int day, gpointer data)
{
  OnwardWorld *outside = data;
  int n = 0;

  for (guint i = 0; i < outside->rows->len; i++)
    {
      const OnwardStoredFact *row = outside->rows->pdata[i];

      n += row->rule == ONWARD_RULE_KEEP_IN_TOUCH && holds (row, day);
    }
  for (guint i = 0; i < outside->quiet->len; i++)
    {
      const OnwardUnopenedFact *row = outside->quiet->pdata[i];

      n += g_str_has_prefix (row->key, "keep-in-touch:") && row->day == day;
    }
  return n;
}

static void
reconcile_part (OnwardWorld *world, OnwardWorld *part, OnwardWorld *outside)
{
  g_autoptr (OnwardFacts) facts = onward_world_get_facts (part);
  g_autoptr (OnwardPlan) plan = onward_plan_new (facts);
  OnwardSlots slots = { is_taken, count_filled, outside };
  g_autoptr (OnwardReconciliation) reconciliation = onward_reconcile_plan (plan, &slots);

  onward_world_apply (world, reconciliation);
}

static int
find_focus (Groups *groups, OnwardWorld *past, OnwardWorld *before, const char *step)
{
  g_auto (GStrv) words = g_strsplit (step, " ", -1);
  int id;

  if (strcmp (words[0], "do") == 0)
    id = get_row_id (onward_world_get_row (before, words[2]));
  else
    id = join_line (groups, strcmp (words[0], "drop") == 0 ? step + 5 : step);
  return find_group (groups, id);
}

static char *
check_part (OnwardWorld *past, OnwardWorld *before, OnwardWorld *after, const char *step)
{
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);
  Groups groups = { parents, after->ids };
  g_autoptr (OnwardWorld) world = onward_world_copy (before), outside = onward_world_new (""), part = NULL;
  g_autofree char *expected = onward_world_list (after, TRUE), *expected_quiet = onward_world_list_unopened (after);
  g_autofree char *found = NULL, *found_quiet = NULL;
  int focus;

  if (is_setting (step))
    return NULL;
  join_world (&groups, past);
  join_world (&groups, before);
  focus = find_focus (&groups, past, before, step);
  part = cut_world (before, &groups, focus, outside);
  reconcile_part (world, part, outside);
  found = onward_world_list (world, TRUE);
  found_quiet = onward_world_list_unopened (world);
  if (strcmp (found, expected) == 0 && strcmp (found_quiet, expected_quiet) == 0)
    return NULL;
  return g_strdup_printf ("everything gives\n%s%sa part gives\n%s%s", expected, expected_quiet, found, found_quiet);
}

static void
test_a_part_comes_out_as_everything (void)
{
  onward_history_run (&(OnwardHistoryTest){ "incremental", NULL, onward_history_count (200), N_STEPS, check_part });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/incremental/a-part-comes-out-as-everything", test_a_part_comes_out_as_everything);
  return g_test_run ();
}
