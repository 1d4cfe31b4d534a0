/* onward-facts-contact.c - a contact as the playbook has them: roles, channels, and whether they are the user */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-facts-contact.h"

#include "onward-facts-columns.h"
#include "onward-json-writer.h"

#include <string.h>

/* The texts of a list, without taking it apart as JSON: this is done for everybody there is. */
static guint
read_roles (const char *list)
{
  static const char *const words[] = { "\"interviewer\"", "\"hiring-manager\"", "\"recruiter\"", "\"coordinator\"",
                                       "\"hr\"",          "\"insider\"",        "\"reviewer\"" };
  guint roles = 0;

  for (guint i = 0; list != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (list, words[i]) != NULL)
      roles |= 1u << (ONWARD_ROLE_INTERVIEWER + i);
  return roles;
}

static gboolean
is_list_empty (const char *list)
{
  return list == NULL || *list == '\0' || strcmp (list, "[]") == 0;
}

/* Whether one of the addresses in a list is the user's own. */
static gboolean
has_own_address (const OnwardFacts *facts, const char *list)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array;

  if (!onward_facts_mentions_own_address (facts, list))
    return FALSE;
  node = onward_json_parse (list, -1, NULL);
  array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *value = JSON_NODE_HOLDS_OBJECT (element)
                              ? json_object_get_string_member_with_default (json_node_get_object (element), "value", "")
                              : json_node_get_string (element);

      if (onward_facts_is_own_address (facts, value))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_linkedin (const char *urls)
{
  g_autofree char *lower = urls != NULL ? g_ascii_strdown (urls, -1) : NULL;

  return lower != NULL && strstr (lower, "linkedin.com") != NULL;
}

/* What there is an address for. */
static guint
read_reach (OnwardStatement *row, int emails)
{
  guint reach = 0;

  if (!is_list_empty (onward_statement_get_text (row, emails)))
    reach |= ONWARD_CHANNEL_EMAIL;
  if (!is_list_empty (onward_statement_get_text (row, emails + 1)))
    reach |= ONWARD_CHANNEL_PHONE;
  if (has_linkedin (onward_statement_get_text (row, emails + 2)))
    reach |= ONWARD_CHANNEL_LINKEDIN;
  if (!onward_statement_is_null (row, emails + 3))
    reach |= ONWARD_CHANNEL_LETTER | ONWARD_CHANNEL_CARD;
  return reach;
}

/**
 * onward_facts_add_contact:
 * @facts: the facts
 * @row: id, uuid, name, company, roles, tier, tier_since, name_verified, emails, phones, urls, address,
 *   preferred_channel, do_not_contact, whether it is in focus, the instant of the last touch
 */
void
onward_facts_add_contact (OnwardFacts *facts, OnwardStatement *row)
{
  OnwardContactFact fact = {
    .id = onward_statement_get_int (row, 0),
    .uuid = get_text (facts, row, 1),
    .name = get_text (facts, row, 2),
    .company_id = onward_statement_get_int (row, 3),
    .roles = read_roles (onward_statement_get_text (row, 4)),
    .tier = onward_tier_parse (onward_statement_get_text (row, 5)),
    .tier_since = get_day (row, 6),
    .name_source = onward_name_source_parse (onward_statement_get_text (row, 7)),
    .is_user = has_own_address (facts, onward_statement_get_text (row, 8)),
    .reach = read_reach (row, 8),
    .preferred = onward_channel_parse (onward_statement_get_text (row, 12)),
    .do_not_contact = onward_statement_get_int (row, 13) != 0,
    .focus = onward_statement_get_int (row, 14) != 0,
    .last_touch_at = get_instant (row, 15),
  };

  g_array_append_val (facts->contacts, fact);
}
