/* onward-json-members.c - the single members of a document: profile, settings, and what is unknown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-json-members.h"

#include "model/onward-collections.h"
#include "onward-json-export.h"
#include "onward-json-record.h"
#include "onward-json-writer.h"
#include "playbook/onward-hours.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *where, const char *member, const char *what)
{
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, "%s.%s: %s", where, member, what);
  return FALSE;
}

static const char *
get_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                                          : NULL;
}

static gboolean
is_number_between (JsonNode *node, gint64 least, gint64 most)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
         && json_node_get_int (node) >= least && json_node_get_int (node) <= most;
}

static gboolean
is_alert_hours (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *from, *until;
  OnwardHours hours;

  if (array == NULL || json_array_get_length (array) != 2)
    return FALSE;
  from = get_text (json_array_get_element (array, 0));
  until = get_text (json_array_get_element (array, 1));
  return from != NULL && until != NULL && onward_hours_set_alert (&hours, from, until);
}

static gboolean
is_working_days (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!is_number_between (json_array_get_element (array, i), 1, 7))
      return FALSE;
  return TRUE;
}

static gboolean
is_days (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (!is_number_between (json_array_get_element (array, i), 0, 3650))
          return FALSE;
      return TRUE;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      static const char *const tiers[] = { "monthly", "quarterly", "yearly" };
      JsonObject *object = json_node_get_object (node);

      for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
        if (json_object_has_member (object, tiers[i])
            && !is_number_between (json_object_get_member (object, tiers[i]), 0, 3650))
          return FALSE;
      return TRUE;
    }
  return is_number_between (node, 0, 3650);
}

static gboolean
is_rules (JsonNode *node)
{
  JsonObjectIter iter;
  const char *rule;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &rule, &value))
    {
      JsonNode *enabled, *days;

      if (!JSON_NODE_HOLDS_OBJECT (value))
        return FALSE;
      enabled = json_object_get_member (json_node_get_object (value), "enabled");
      days = json_object_get_member (json_node_get_object (value), "days");
      if (enabled != NULL && (!JSON_NODE_HOLDS_VALUE (enabled) || json_node_get_value_type (enabled) != G_TYPE_BOOLEAN))
        return FALSE;
      if (days != NULL && !is_days (days))
        return FALSE;
    }
  return TRUE;
}

/**
 * onward_json_check_setting:
 * @member: a member of `settings`
 * @value: what it is to become
 * @error: return location
 *
 * Returns: whether playbook.md allows that value; unknown members are always allowed
 */
gboolean
onward_json_check_setting (const char *member, JsonNode *value, GError **error)
{
  static const char *const presets[] = { "24h", "same-day", "48h", NULL };
  const char *text = get_text (value);

  if (strcmp (member, "alert_hours") == 0 && !is_alert_hours (value))
    return refuse (error, "settings", member,
                   _ ("two times such as \"08:00\" and \"20:00\" are expected, the second an hour or more after the "
                      "first."));
  if (strcmp (member, "working_days") == 0 && !is_working_days (value))
    return refuse (error, "settings", member, _ ("a list of days from 1 (Monday) to 7 is expected."));
  if (strcmp (member, "thank_you") == 0 && (text == NULL || !g_strv_contains (presets, text)))
    return refuse (error, "settings", member, _ ("24h, same-day or 48h is expected."));
  if (strcmp (member, "history_days") == 0 && !is_number_between (value, 0, 36500))
    return refuse (error, "settings", member, _ ("a number of days is expected."));
  if (strcmp (member, "keep_in_touch_per_day") == 0 && !is_number_between (value, 1, 1000))
    return refuse (error, "settings", member, _ ("a number from 1 is expected."));
  if (strcmp (member, "rules") == 0 && !is_rules (value))
    return refuse (error, "settings", member,
                   _ ("rules with “enabled” (true or false) and “days” (0 to 3650) are expected."));
  return TRUE;
}

static gboolean
check_profile (const char *member, JsonNode *value, GError **error)
{
  if (!g_strv_contains (onward_json_profile_members, member))
    return TRUE;
  if (strcmp (member, "addresses_me") == 0 || strcmp (member, "former") == 0)
    return JSON_NODE_HOLDS_ARRAY (value) ? TRUE : refuse (error, "profile", member, _ ("a list is expected here."));
  return get_text (value) != NULL ? TRUE : refuse (error, "profile", member, _ ("a text is expected here."));
}

static gboolean
is_empty (const char *part, const char *member, JsonNode *value)
{
  if (JSON_NODE_HOLDS_NULL (value))
    return g_strv_contains (strcmp (part, "profile") == 0 ? onward_json_profile_members : onward_json_settings_members,
                            member);
  if (strcmp (part, "profile") != 0 || !g_strv_contains (onward_json_profile_members, member))
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (value))
    return json_array_get_length (json_node_get_array (value)) == 0;
  return get_text (value) != NULL && *get_text (value) == '\0';
}

static gboolean
import_part (OnwardWriter *writer, const char *part, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, "document", part, _ ("an object is expected here."));
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &member, &value))
    {
      gboolean empty = is_empty (part, member, value);
      g_autofree char *json = empty ? NULL : onward_json_to_text (value);

      if (!empty
          && !(strcmp (part, "settings") == 0 ? onward_json_check_setting (member, value, error)
                                              : check_profile (member, value, error)))
        return FALSE;
      if (!onward_writer_set_member (writer, part, member, json, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * onward_json_members_import:
 * @writer: the writer
 * @document: a document
 * @error: return location
 *
 * `settings` and `profile` merge by member; top-level members that the format does not know are kept.
 *
 * Returns: whether all of them were taken
 */
gboolean
onward_json_members_import (OnwardWriter *writer, JsonObject *document, GError **error)
{
  static const char *const known[] = { "format", "version", "exported_at", NULL };
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, document);
  while (json_object_iter_next_ordered (&iter, &member, &value))
    {
      g_autofree char *json = NULL;

      if (strcmp (member, "profile") == 0 || strcmp (member, "settings") == 0)
        {
          if (!JSON_NODE_HOLDS_NULL (value) && !import_part (writer, member, value, error))
            return FALSE;
          continue;
        }
      if (g_strv_contains (known, member) || onward_collections_find_type (member) != G_TYPE_INVALID)
        continue;
      json = onward_json_to_text (value);
      if (!onward_writer_set_member (writer, "document", member, json, error))
        return FALSE;
    }
  return TRUE;
}
