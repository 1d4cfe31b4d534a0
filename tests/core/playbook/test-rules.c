/* test-rules.c - the rules and laws of playbook.md, case by case */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-world.h"

#include <string.h>

/*
 * The cases stand in the .cases files beside this one:
 *
 *   == name, a sentence
 *   lines of a world (onward-world.h)
 *   --            reconcile; then the open rows, `-- all` for all: key person remind_at due ...
 *   ++            then other lines, `drop SUBJECT`, `do ACTION`, and again a `--` with rows
 *
 * What stands before the first name belongs to every case. Lines that begin with # are comments. After each `--` a second reconcile must change nothing.
 */
typedef struct
{
  char *name;
  GPtrArray *lines;
} Case;

static void
free_case (Case *a_case)
{
  g_free (a_case->name);
  g_ptr_array_unref (a_case->lines);
  g_free (a_case);
}

static void
check_rows (Case *a_case, OnwardWorld *world, gboolean all, const char *expected)
{
  g_autofree char *found = NULL;

  onward_world_reconcile (world);
  found = onward_world_list (world, all);
  if (strcmp (found, expected) != 0)
    {
      g_autofree char *lines = onward_world_print (world);

      g_error ("%s\n\n%s\nplanned:\n%s\nexpected:\n%s", a_case->name, lines, found, expected);
    }
  if (onward_world_reconcile (world) != 0)
    g_error ("%s: the second reconcile changes something", a_case->name);
}

static void
tell (OnwardWorld *world, const char *line)
{
  if (g_str_has_prefix (line, "do "))
    onward_world_act (world, line + 3);
  else if (g_str_has_prefix (line, "drop "))
    g_assert_true (onward_world_drop (world, line + 5));
  else
    onward_world_set (world, line);
}

/* The lines from @i up to the next mark, joined; @i is then at the mark. */
static char *
join_lines (GPtrArray *lines, guint *i)
{
  GString *text = g_string_new (NULL);

  for (; *i < lines->len; (*i)++)
    {
      const char *line = lines->pdata[*i];

      if (g_str_has_prefix (line, "--") || strcmp (line, "++") == 0)
        break;
      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  Case *a_case = (Case *)data;
  guint i = 0;
  g_autofree char *story = join_lines (a_case->lines, &i);
  g_autoptr (OnwardWorld) world = onward_world_new (story);
  guint n_checks = 0;

  while (i < a_case->lines->len)
    {
      const char *mark = a_case->lines->pdata[i++];
      g_autofree char *block = join_lines (a_case->lines, &i);
      g_auto (GStrv) lines = g_strsplit (block, "\n", -1);

      if (g_str_has_prefix (mark, "--"))
        {
          check_rows (a_case, world, strcmp (mark, "-- all") == 0, block);
          n_checks++;
          continue;
        }
      for (guint n = 0; lines[n] && *lines[n]; n++)
        tell (world, lines[n]);
    }
  g_assert_cmpuint (n_checks, >, 0);
}

static GPtrArray *
read_cases (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "playbook", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify)free_case);
  g_autoptr (GPtrArray) common = g_ptr_array_new ();

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      Case *last = cases->len > 0 ? cases->pdata[cases->len - 1] : NULL;

      if (g_str_has_prefix (lines[i], "== "))
        {
          last = g_new0 (Case, 1);
          last->name = g_strdup (lines[i] + 3);
          last->lines = g_ptr_array_new_with_free_func (g_free);
          for (guint n = 0; n < common->len; n++)
            g_ptr_array_add (last->lines, g_strdup (common->pdata[n]));
          g_ptr_array_add (cases, last);
        }
      else if (*lines[i] && *lines[i] != '#' && last)
        g_ptr_array_add (last->lines, g_strdup (lines[i]));
      else if (*lines[i] && *lines[i] != '#')
        g_ptr_array_add (common, lines[i]);
    }
  return cases;
}

int
main (int argc, char **argv)
{
  static const char *const files[] = { "prepare.cases", "interview.cases", "opportunity.cases", "contact.cases",
                                       "waiting.cases", "rejection.cases", "giving.cases",      "reconcile.cases" };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      GPtrArray *cases = read_cases (files[i]);
      g_autofree char *group = g_strndup (files[i], strcspn (files[i], "."));

      g_ptr_array_add (all, cases);
      for (guint n = 0; n < cases->len; n++)
        {
          Case *a_case = cases->pdata[n];
          g_autofree char *path = g_strdup_printf ("/%s/%s", group, a_case->name);

          g_strdelimit (strchr (path + 1, '/') + 1, "/ ", '-');
          g_test_add_data_func (path, a_case, test_case);
        }
    }
  return g_test_run ();
}
