/* onward-verb-search.c - onward-cli search: who and what holds these words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cli.h"
#include "onward-output.h"

#include "model/onward-collections.h"
#include "store/onward-search-words.h"

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

static guint
find_kind (GType type)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (kinds) && kinds[i].get_type () != type)
    i++;
  return i;
}

static void
print_found_json (OnwardCli *cli, GPtrArray *list)
{
  JsonArray *array = json_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    {
      const OnwardFound *found = list->pdata[i];
      JsonObject *object = json_object_new ();
      g_autofree char *uuid = onward_rows_get_uuid (onward_store_get_connection (cli->store),
                                                    onward_record_type_get_table (found->type)->name, found->id);

      onward_output_set_text (object, "kind", kinds[find_kind (found->type)].word);
      onward_output_set_text (object, "id", uuid);
      onward_output_set_text (object, "title", found->title);
      onward_output_set_text (object, "subtitle", found->subtitle);
      json_array_add_object_element (array, object);
    }
  onward_output_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

static void
print_found (GPtrArray *list)
{
  g_autoptr (OnwardOutputTable) table = onward_output_table_new ();
  GType last = G_TYPE_INVALID;

  for (guint i = 0; i < list->len; i++)
    {
      const OnwardFound *found = list->pdata[i];

      if (found->type != last)
        onward_output_table_add_heading (table, _ (kinds[find_kind (found->type)].heading));
      last = found->type;
      onward_output_table_add_row (table, found->title != NULL ? found->title : "",
                                   found->subtitle != NULL ? found->subtitle : "", NULL);
    }
  onward_output_table_print (table);
}

static gboolean
run_search (OnwardCli *cli, char **arguments, GError **error)
{
  g_autofree char *words = g_strjoinv (" ", arguments);
  g_autoptr (GPtrArray) list = onward_search_words_find (cli->store, words, 0, error);

  if (list == NULL)
    return FALSE;
  if (cli->json)
    print_found_json (cli, list);
  else if (list->len == 0)
    onward_output_print_line (_ ("Nothing found for “%s”."), words);
  else
    print_found (list);
  return TRUE;
}

const OnwardVerb onward_verb_search = {
  .name = "search",
  .arguments = N_ ("WORDS…"),
  .summary = N_ ("Find contacts, companies and opportunities"),
  .description =
      N_ ("Words in any order, at any accent, each may be cut short. JSON: a list of {kind: contact, company "
          "or opportunity, id, title, subtitle}."),
  .least = 1,
  .most = -1,
  .run = run_search,
};
