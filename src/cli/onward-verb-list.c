/* onward-verb-list.c - onward-cli list: everything of one kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cli.h"
#include "onward-list-filter.h"
#include "onward-output.h"

#include "model/onward-collections.h"
#include "playbook/onward-zone.h"
#include "store/onward-json-record.h"
#include "store/onward-json-writer.h"
#include "store/onward-listing.h"

#include <glib/gi18n-lib.h>

#define MOST_COLUMNS 6

/* What can be listed, and the members that make a line for people. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
  const char *columns[MOST_COLUMNS];
} kinds[] = {
  { "contacts", onward_contact_get_type, { "name", "headline", "company" } },
  { "companies", onward_company_get_type, { "name", "industry" } },
  { "opportunities", onward_opportunity_get_type, { "company", "title", "stage", "outcome.kind" } },
  { "interviews", onward_interview_get_type, { "starts_at", "opportunity", "company", "people", "kind", "status" } },
  { "introductions", onward_introduction_get_type, { "recorded_on", "introducer", "person", "company", "permission" } },
  { "feedback", onward_feedback_get_type, { "received_on", "contact", "source", "usefulness" } },
  { "touches", onward_touch_get_type, { "at", "contacts", "direction", "channel", "kind", "subject" } },
};

static int
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return i;
  return -1;
}

static gboolean
check_kind (char **arguments, GError **error)
{
  int kind = arguments[0] != NULL ? find_kind (arguments[0]) : -1;

  if (kind >= 0)
    return onward_list_filter_check (kinds[kind].get_type (), error);
  if (arguments[0] == NULL)
    {
      g_set_error_literal (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE,
                           _ ("Say what to list: contacts, companies, opportunities, interviews, introductions, "
                              "feedback or touches."));
      return FALSE;
    }
  g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE,
               _ ("“%s” cannot be listed. Give contacts, companies, opportunities, interviews, introductions, feedback "
                  "or touches."),
               arguments[0]);
  return FALSE;
}

/* What people call the row: its name, or its title. */
static char *
get_row_name (OnwardCli *cli, const char *table, gint64 id)
{
  GType type = onward_collections_find_type (table);
  g_autoptr (OnwardRecord) record = id != 0 ? onward_store_get_record (cli->store, type, id) : NULL;
  const OnwardField *field = onward_table_find_field (onward_record_type_get_table (type), "name");

  if (field == NULL)
    field = onward_table_find_field (onward_record_type_get_table (type), "title");
  return record != NULL && field != NULL ? g_strdup (*ONWARD_FIELD_PTR (record, field)) : NULL;
}

/* The names of the people in a list of the record, in its order. */
static GPtrArray *
get_people (OnwardCli *cli, OnwardRecord *record, const OnwardChildren *list)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) children = onward_store_get_children (cli->store, record, list->get_type ());
  const OnwardField *contact = onward_table_find_field (onward_record_type_get_table (list->get_type ()), "contact");

  for (guint i = 0; contact != NULL && i < children->len; i++)
    g_ptr_array_add (names, get_row_name (cli, "contacts", *ONWARD_FIELD_INT64 (children->pdata[i], contact)));
  return names;
}

/* `company` is followed by `company_name`, `promise.by` by `promise_by_name`, at the end of the object. */
static void
add_names (OnwardCli *cli, OnwardRecord *record, JsonObject *object)
{
  const OnwardTable *table = onward_record_get_table (record);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const OnwardField *field = &table->fields[i];
      g_autofree char *name = NULL;

      if (field->type != ONWARD_FIELD_REFERENCE || *ONWARD_FIELD_INT64 (record, field) == 0)
        continue;
      name = get_row_name (cli, field->detail, *ONWARD_FIELD_INT64 (record, field));
      if (name != NULL)
        {
          g_autofree char *column = onward_field_get_column (field);
          g_autofree char *member = g_strconcat (column, "_name", NULL);

          json_object_set_string_member (object, member, name);
        }
    }
}

/* Objects of a list get `contact_name`; a list of ids gets a list of names beside it, `contacts_names`. */
static void
add_people_names (OnwardCli *cli, OnwardRecord *record, JsonObject *object)
{
  const OnwardTable *table = onward_record_get_table (record);

  for (guint i = 0; table->children != NULL && table->children[i].member != NULL; i++)
    {
      const OnwardChildren *list = &table->children[i];
      g_autoptr (GPtrArray) names = get_people (cli, record, list);
      JsonArray *array =
          json_object_has_member (object, list->member) ? json_object_get_array_member (object, list->member) : NULL;
      g_autofree char *member = g_strconcat (list->member, "_names", NULL);
      g_autoptr (JsonArray) bare = json_array_new ();

      for (guint j = 0; array != NULL && j < MIN (names->len, json_array_get_length (array)); j++)
        if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, j)))
          onward_output_set_text (json_array_get_object_element (array, j), "contact_name", names->pdata[j]);
        else
          json_array_add_string_element (bare, names->pdata[j] != NULL ? names->pdata[j] : "");
      if (json_array_get_length (bare) > 0)
        json_object_set_array_member (object, member, json_array_ref (bare));
    }
}

/* One record at a time, so that a million of them need no memory. */
static void
print_records_json (OnwardCli *cli, GType type, GArray *ids)
{
  onward_output_print_bytes ("[", 1);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OnwardRecord) record = onward_store_get_record (cli->store, type, g_array_index (ids, gint64, i));
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
      g_autoptr (GString) text = g_string_new (i > 0 ? ",\n  " : "\n  ");

      if (record == NULL)
        continue;
      json_node_take_object (node, onward_json_from_record (onward_store_get_connection (cli->store), record));
      add_names (cli, record, json_node_get_object (node));
      add_people_names (cli, record, json_node_get_object (node));
      onward_json_append_node (text, node, 1);
      onward_output_print_bytes (text->str, text->len);
    }
  onward_output_print_bytes (ids->len > 0 ? "\n]\n" : "]\n", ids->len > 0 ? 3 : 2);
}

static char *
format_instant (OnwardCli *cli, const char *text)
{
  gint64 instant;

  return onward_instant_parse (text, &instant)
             ? onward_output_format_wall (onward_zone_wall (cli->zone, instant), cli->today)
             : g_strdup (text);
}

static char *
format_member (OnwardCli *cli, OnwardRecord *record, const char *path)
{
  const OnwardTable *table = onward_record_get_table (record);
  const OnwardField *field = onward_table_find_field (table, path);
  int day;

  if (field->type == ONWARD_FIELD_CHILDREN)
    {
      g_autoptr (GPtrArray) names = get_people (cli, record, &table->children[0]);

      g_ptr_array_add (names, NULL);
      return g_strjoinv (", ", (char **)names->pdata);
    }
  if (field->type == ONWARD_FIELD_REFERENCE)
    return get_row_name (cli, field->detail, *ONWARD_FIELD_INT64 (record, field));
  if (field->type == ONWARD_FIELD_INSTANT)
    return format_instant (cli, *ONWARD_FIELD_PTR (record, field));
  if (field->type == ONWARD_FIELD_DATE && onward_day_parse (*ONWARD_FIELD_PTR (record, field), &day))
    return onward_output_format_day (day, cli->today);
  return g_strdup (*ONWARD_FIELD_PTR (record, field));
}

static void
print_records (OnwardCli *cli, int kind, GArray *ids)
{
  g_autoptr (OnwardOutputTable) table = onward_output_table_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OnwardRecord) record =
          onward_store_get_record (cli->store, kinds[kind].get_type (), g_array_index (ids, gint64, i));
      g_auto (GStrv) cells = g_new0 (char *, MOST_COLUMNS + 1);

      for (int j = 0; record != NULL && j < MOST_COLUMNS && kinds[kind].columns[j] != NULL; j++)
        {
          cells[j] = format_member (cli, record, kinds[kind].columns[j]);
          if (cells[j] == NULL)
            cells[j] = g_strdup ("");
        }
      onward_output_table_add_row (table, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], NULL);
    }
  onward_output_table_print (table);
}

/* @ids keep their order. */
static gboolean
filter_ids (OnwardCli *cli, GType type, GArray *ids, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GHashTable) left = onward_list_filter_find (cli, type, &failure);
  guint n = 0;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  for (guint i = 0; left != NULL && i < ids->len; i++)
    if (g_hash_table_contains (left, &g_array_index (ids, gint64, i)))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
  if (left != NULL)
    g_array_set_size (ids, n);
  return TRUE;
}

static gboolean
run_list (OnwardCli *cli, char **arguments, GError **error)
{
  int kind = find_kind (arguments[0]);
  g_autoptr (GArray) ids =
      onward_listing_get_ids (onward_store_get_connection (cli->store), kinds[kind].get_type (), error);

  if (ids == NULL || !filter_ids (cli, kinds[kind].get_type (), ids, error))
    return FALSE;
  if (cli->json)
    print_records_json (cli, kinds[kind].get_type (), ids);
  else
    print_records (cli, kind, ids);
  return TRUE;
}

const OnwardVerb onward_verb_list = {
  .name = "list",
  .arguments = N_ ("KIND"),
  .summary = N_ ("Everything of one kind"),
  .description =
      N_ ("KIND is contacts, companies, opportunities, interviews, introductions, feedback or touches. JSON: "
          "a list of the objects of Onward JSON, each with the names behind its ids: company_name beside "
          "company, contact_name in the objects of people, contacts_names beside the contacts of a touch. "
          "The options leave out what is not so; several go together."),
  .least = 0, /* its own words name the kinds */
  .most = 1,
  .options = onward_list_filter_options,
  .prepare = check_kind,
  .run = run_list,
};
