/* onward-facts-settings.c - the user's settings and addresses, as the playbook sees them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-facts-settings.h"

#include "onward-json-writer.h"

#include <string.h>

/* Everything here was checked when it was stored (onward-json-members.c); what is not as expected is passed over. */

static gint64
get_number (JsonNode *node, gint64 fallback)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                                         : fallback;
}

static const char *
get_text_at (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static void
read_alert_hours (OnwardSettings *settings, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array != NULL && json_array_get_length (array) == 2)
    onward_hours_set_alert (&settings->hours, get_text_at (array, 0), get_text_at (array, 1));
}

static void
read_working_days (OnwardSettings *settings, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint days = 0;

  if (array == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (array); i++)
    days |= 1u << get_number (json_array_get_element (array, i), 0);
  settings->hours.working_days = days;
}

static void
read_days (OnwardSettings *settings, OnwardRuleId rule, JsonNode *node)
{
  static const char *const tiers[] = { "monthly", "quarterly", "yearly" };

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < MIN (json_array_get_length (array), 3); i++)
        onward_settings_set_days (settings, rule, i, (int)get_number (json_array_get_element (array, i), -1));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
        if (json_object_has_member (object, tiers[i]))
          onward_settings_set_days (settings, rule, i, (int)get_number (json_object_get_member (object, tiers[i]), -1));
    }
  else
    onward_settings_set_days (settings, rule, 0, (int)get_number (node, -1));
}

static void
read_rules (OnwardSettings *settings, JsonNode *node)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &id, &value))
    {
      OnwardRuleId rule = onward_rule_find (id);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;

      if (rule >= ONWARD_N_RULES || object == NULL)
        continue;
      settings->rules[rule].enabled = json_object_get_boolean_member_with_default (object, "enabled", TRUE);
      if (json_object_has_member (object, "days"))
        read_days (settings, rule, json_object_get_member (object, "days"));
    }
}

static void
read_setting (OnwardSettings *settings, const char *member, JsonNode *node)
{
  if (strcmp (member, "alert_hours") == 0)
    read_alert_hours (settings, node);
  else if (strcmp (member, "working_days") == 0)
    read_working_days (settings, node);
  else if (strcmp (member, "thank_you") == 0)
    settings->thank_you = onward_thank_you_parse (json_node_get_string (node));
  else if (strcmp (member, "history_days") == 0)
    settings->history_days = (int)get_number (node, settings->history_days);
  else if (strcmp (member, "keep_in_touch_per_day") == 0)
    settings->keep_in_touch_per_day = (int)get_number (node, settings->keep_in_touch_per_day);
  else if (strcmp (member, "rules") == 0)
    read_rules (settings, node);
}

static void
read_addresses (OnwardFacts *facts, const char *member, JsonNode *node)
{
  if (strcmp (member, "email") == 0 && JSON_NODE_HOLDS_VALUE (node))
    onward_facts_add_own_address (facts, json_node_get_string (node));
  else if (strcmp (member, "addresses_me") == 0 && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      onward_facts_add_own_address (facts, get_text_at (json_node_get_array (node), i));
}

/**
 * onward_facts_settings_load:
 * @connection: a connection
 * @facts: new facts with the default settings
 * @error: return location
 *
 * Reads `settings` and the user's own addresses into @facts.
 *
 * Returns: whether they could be read
 */
gboolean
onward_facts_settings_load (OnwardConnection *connection, OnwardFacts *facts, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      connection, "SELECT part, member, value FROM members WHERE part IN ('settings', 'profile')", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (onward_statement_step (statement, &failure))
    {
      const char *part = onward_statement_get_text (statement, 0);
      const char *member = onward_statement_get_text (statement, 1);
      g_autoptr (JsonNode) node = onward_json_parse (onward_statement_get_text (statement, 2), -1, NULL);

      if (node == NULL)
        continue;
      if (strcmp (part, "settings") == 0)
        read_setting (&facts->settings, member, node);
      else
        read_addresses (facts, member, node);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}
