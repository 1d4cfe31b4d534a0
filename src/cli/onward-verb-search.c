/* onward-verb-search.c - onward-cli search: who and what holds these words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cli.h"
#include "onward-output.h"

#include "model/onward-collections.h"
#include "store/onward-finder.h"

#include <glib/gi18n-lib.h>

/* What can be found, in the order in which it is printed. */
static const struct
{
  GType (*get_type) (void);
  const char *word;
  const char *heading;
} kinds[] = {
  { onward_contact_get_type, "contact", N_ ("Contacts") },
  { onward_company_get_type, "company", N_ ("Companies") },
  { onward_opportunity_get_type, "opportunity", N_ ("Opportunities") },
};

static void
print_found_json (OnwardCli *cli, GArray **found)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < found[i]->len; j++)
      {
        gint64 id = g_array_index (found[i], gint64, j);
        JsonObject *object = json_object_new ();
        g_autofree char *title = NULL;
        g_autofree char *subtitle = NULL;
        g_autofree char *uuid = onward_rows_get_uuid (onward_store_get_connection (cli->store),
                                                      onward_record_type_get_table (kinds[i].get_type ())->name, id);

        onward_finder_describe (cli->store, kinds[i].get_type (), id, &title, &subtitle);
        onward_output_set_text (object, "kind", kinds[i].word);
        onward_output_set_text (object, "id", uuid);
        onward_output_set_text (object, "title", title);
        onward_output_set_text (object, "subtitle", subtitle);
        json_array_add_object_element (array, object);
      }
  onward_output_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

static void
print_found (OnwardCli *cli, GArray **found)
{
  g_autoptr (OnwardOutputTable) table = onward_output_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (found[i]->len > 0)
        onward_output_table_add_heading (table, _ (kinds[i].heading));
      for (guint j = 0; j < found[i]->len; j++)
        {
          g_autofree char *title = NULL;
          g_autofree char *subtitle = NULL;

          onward_finder_describe (cli->store, kinds[i].get_type (), g_array_index (found[i], gint64, j), &title,
                                  &subtitle);
          onward_output_table_add_row (table, title != NULL ? title : "", subtitle != NULL ? subtitle : "", NULL);
        }
    }
  onward_output_table_print (table);
}

static gboolean
run_search (OnwardCli *cli, char **arguments, GError **error)
{
  g_autofree char *words = g_strjoinv (" ", arguments);
  g_autoptr (OnwardFinder) finder = onward_finder_new (cli->store);
  GArray *found[G_N_ELEMENTS (kinds)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      found[i] = onward_finder_find (finder, kinds[i].get_type (), words);
      n += found[i]->len;
    }
  if (cli->json)
    print_found_json (cli, found);
  else if (n == 0)
    onward_output_print_line (_ ("Nothing found for “%s”."), words);
  else
    print_found (cli, found);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_array_unref (found[i]);
  return TRUE;
}

const OnwardVerb onward_verb_search = {
  .name = "search",
  .arguments = N_ ("WORDS…"),
  .summary = N_ ("Find contacts, companies and opportunities"),
  .description =
      N_ ("Words in any order, at any accent, each may be cut short; the beginning of a telephone number or its last "
          "four or "
          "more digits; parts of a mail address. JSON: a list of {kind: contact, company or opportunity, id, title, "
          "subtitle}."),
  .least = 1,
  .most = -1,
  .run = run_search,
};
