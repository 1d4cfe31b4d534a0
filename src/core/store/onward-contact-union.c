/* onward-contact-union.c - what is known of a person from two records, in one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-union.h"

#include "onward-json-writer.h"

#include <string.h>

static gboolean
has_element (JsonArray *array, JsonNode *element)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (json_node_equal (json_array_get_element (array, i), element))
      return TRUE;
  return FALSE;
}

static JsonNode *
parse_list (const char *list)
{
  g_autoptr (JsonNode) node = list != NULL ? onward_json_parse (list, -1, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? g_steal_pointer (&node) : NULL;
}

/* The entries of both, those that are the same once. */
static char *
unite_lists (const char *first, const char *second)
{
  g_autoptr (JsonNode) into = parse_list (first);
  g_autoptr (JsonNode) from = parse_list (second);

  if (into == NULL || from == NULL)
    return g_strdup (into != NULL ? first : second);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (from)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (from), i);

      if (!has_element (json_node_get_array (into), element))
        json_array_add_element (json_node_get_array (into), json_node_copy (element));
    }
  return onward_json_to_text (into);
}

/* A text for which there is no second place is kept among the notes. */
static void
add_note (OnwardContact *into, const char *text)
{
  g_autofree char *notes = NULL;

  if (text == NULL || *text == '\0' || (into->notes != NULL && strstr (into->notes, text) != NULL))
    return;
  notes = into->notes != NULL ? g_strconcat (into->notes, "\n\n", text, NULL) : g_strdup (text);
  onward_set_text (&into->notes, notes);
}

static void
add_text (OnwardContact *into, char **field, const char *text)
{
  if (*field == NULL)
    onward_set_text (field, text);
  else if (g_strcmp0 (*field, text) != 0)
    add_note (into, text);
}

/* Where the other record says they work is one of their positions. */
static void
add_position (OnwardContact *into, OnwardContact *from, OnwardCompany *company)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), array);
  JsonObject *position = json_object_new ();
  g_autofree char *list = NULL;
  g_autofree char *both = NULL;

  json_object_set_string_member (position, "company", company->name);
  if (from->headline != NULL)
    json_object_set_string_member (position, "title", from->headline);
  json_array_add_object_element (array, position);
  list = onward_json_to_text (node);
  both = unite_lists (into->positions, list);
  onward_set_text (&into->positions, both);
}

/* The tier counts from when it was set, so both go together. */
static void
add_tier (OnwardContact *into, OnwardContact *from)
{
  if (from->tier == NULL || (into->tier != NULL && !g_str_equal (into->tier, "none")))
    return;
  onward_set_text (&into->tier, from->tier);
  onward_set_text (&into->tier_since, from->tier_since);
}

static void
add_days (OnwardContact *into, OnwardContact *from)
{
  gboolean heard = into->name_verified == NULL || g_str_equal (into->name_verified, "heard");

  if (heard && from->name_verified != NULL)
    onward_set_text (&into->name_verified, from->name_verified);
  if (from->added_on != NULL && (into->added_on == NULL || strcmp (from->added_on, into->added_on) < 0))
    onward_set_text (&into->added_on, from->added_on);
}

/**
 * onward_contact_union_fill:
 * @into: a record
 * @from: another of its class
 *
 * What @into does not say it takes from @from: empty fields, entries of lists, and what is true in one of them.
 */
void
onward_contact_union_fill (gpointer into, gpointer from)
{
  const OnwardTable *table = onward_record_get_table (into);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const OnwardField *field = &table->fields[i];

      if (field->type == ONWARD_FIELD_BOOLEAN || field->type == ONWARD_FIELD_BOOLEAN_TRUE)
        *ONWARD_FIELD_BOOL (into, field) = *ONWARD_FIELD_BOOL (into, field) || *ONWARD_FIELD_BOOL (from, field);
      else if (field->type == ONWARD_FIELD_INTEGER)
        *ONWARD_FIELD_INT64 (into, field) = MAX (*ONWARD_FIELD_INT64 (into, field), *ONWARD_FIELD_INT64 (from, field));
      else if (field->type == ONWARD_FIELD_REFERENCE && *ONWARD_FIELD_INT64 (into, field) == 0)
        *ONWARD_FIELD_INT64 (into, field) = *ONWARD_FIELD_INT64 (from, field);
      else if (field->type == ONWARD_FIELD_LIST)
        {
          g_autofree char *both = unite_lists (*ONWARD_FIELD_PTR (into, field), *ONWARD_FIELD_PTR (from, field));

          onward_set_text (ONWARD_FIELD_PTR (into, field), both);
        }
      else if (field->type != ONWARD_FIELD_REFERENCE && field->type != ONWARD_FIELD_CHILDREN
               && *ONWARD_FIELD_PTR (into, field) == NULL)
        onward_set_text (ONWARD_FIELD_PTR (into, field), *ONWARD_FIELD_PTR (from, field));
    }
}

/**
 * onward_contact_union_add:
 * @into: a person; gets what @from knows
 * @from: the same person
 * @company: (nullable): where @from says they work
 *
 * Nothing is lost: a company becomes a position, and a text that has its place taken goes to the notes. Whoever is not
 * to be contacted in one is not in both.
 */
void
onward_contact_union_add (OnwardContact *into, OnwardContact *from, OnwardCompany *company)
{
  gboolean elsewhere = company != NULL && into->company != 0 && into->company != company->record.id;

  if (elsewhere)
    add_position (into, from, company);
  else
    add_text (into, &into->headline, from->headline);
  if (g_strcmp0 (into->name, from->name) != 0)
    add_note (into, from->name);
  add_text (into, &into->pronunciation, from->pronunciation);
  add_text (into, &into->address, from->address);
  add_text (into, &into->how_met, from->how_met);
  add_note (into, from->notes);
  add_tier (into, from);
  add_days (into, from);
  onward_contact_union_fill (into, from);
  if (into->record.extra == NULL)
    onward_set_text (&into->record.extra, from->record.extra);
}
