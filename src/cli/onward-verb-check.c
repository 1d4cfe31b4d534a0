/* onward-verb-check.c - onward-cli check: is the database whole? */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cli.h"
#include "onward-output.h"

#include "store/onward-check.h"

#include <glib/gi18n-lib.h>

static gboolean repair;

static const GOptionEntry check_options[] = {
  { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, N_ ("Mend what can be mended without loss"), NULL },
  { NULL },
};

static void
print_check_json (const OnwardCheck *check)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < check->problems->len; i++)
    {
      const OnwardProblem *problem = check->problems->pdata[i];
      JsonObject *element = json_object_new ();

      onward_output_set_text (element, "check", problem->check);
      onward_output_set_text (element, "problem", problem->text);
      json_array_add_object_element (array, element);
    }
  json_object_set_boolean_member (object, "ok", check->problems->len == 0);
  json_object_set_array_member (object, "problems", array);
  json_object_set_int_member (object, "repaired", check->repaired);
  onward_output_print_json (json_node_init_object (json_node_alloc (), object));
  json_object_unref (object);
}

static void
print_check (const OnwardCheck *check)
{
  g_autoptr (OnwardOutputTable) table = onward_output_table_new ();

  for (guint i = 0; i < check->problems->len; i++)
    {
      const OnwardProblem *problem = check->problems->pdata[i];

      onward_output_table_add_row (table, problem->check, problem->text, NULL);
    }
  onward_output_table_print (table);
  if (check->repaired > 0)
    onward_output_print_line (ngettext ("%u problem was mended.", "%u problems were mended.", check->repaired),
                              check->repaired);
  if (check->problems->len == 0)
    onward_output_print_line ("%s", _ ("The database is whole."));
}

static gboolean
run_check (OnwardCli *cli, char **arguments, GError **error)
{
  g_autoptr (OnwardCheck) check = onward_check_new (repair);

  if (!onward_store_run (cli->store, NULL, onward_check_run, check, error))
    return FALSE;
  if (cli->json)
    print_check_json (check);
  else
    print_check (check);
  if (check->problems->len == 0)
    return TRUE;
  if (repair)
    g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_FAILED,
                 ngettext ("%u problem cannot be mended here. Keep a copy of the file and restore a backup.",
                           "%u problems cannot be mended here. Keep a copy of the file and restore a backup.",
                           check->problems->len),
                 check->problems->len);
  else
    g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_FAILED,
                 ngettext ("%u problem was found. Try “onward-cli check --repair”.",
                           "%u problems were found. Try “onward-cli check --repair”.", check->problems->len),
                 check->problems->len);
  return FALSE;
}

const OnwardVerb onward_verb_check = {
  .name = "check",
  .arguments = "",
  .summary = N_ ("Look whether the file and what is in it are whole"),
  .description = N_ ("JSON: {ok, problems: [{check, problem}], repaired}; the problems that are left."),
  .options = check_options,
  .run = run_check,
};
