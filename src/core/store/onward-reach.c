/* onward-reach.c - how a person can be reached */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-reach.h"

#include "model/onward-contact.h"
#include "onward-json-writer.h"

#include <string.h>

static char *
find_value (const char *list, const char *wanted)
{
  g_autoptr (JsonNode) node = list != NULL ? onward_json_parse (list, -1, NULL) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *value = JSON_NODE_HOLDS_OBJECT (element)
                              ? json_object_get_string_member_with_default (json_node_get_object (element), "value", "")
                              : json_node_get_string (element);

      if (value != NULL && *value != '\0' && (wanted == NULL || strstr (value, wanted) != NULL))
        return g_strdup (value);
    }
  return NULL;
}

/**
 * onward_reach_get_address:
 * @store: the store
 * @contact: a contact's row
 * @channel: a channel of exchange.md
 *
 * Returns: (transfer full) (nullable): where a message of that channel goes; NULL when it is not known
 */
char *
onward_reach_get_address (OnwardStore *store, gint64 contact, const char *channel)
{
  g_autoptr (OnwardContact) record =
      contact != 0 ? onward_store_get_record (store, ONWARD_TYPE_CONTACT, contact) : NULL;

  if (record == NULL)
    return NULL;
  if (strcmp (channel, "email") == 0)
    return find_value (record->emails, NULL);
  if (strcmp (channel, "phone") == 0)
    return find_value (record->phones, NULL);
  if (strcmp (channel, "linkedin") == 0)
    return find_value (record->urls, "linkedin.com");
  if (strcmp (channel, "letter") == 0 || strcmp (channel, "card") == 0)
    return g_strdup (record->address);
  return NULL;
}

/**
 * onward_reach_get_channels:
 * @store: the store
 * @contact: a row of contacts, or 0
 *
 * Main thread.
 *
 * Returns: (transfer full): the channels by which they can be reached, the preferred one first; NULL-terminated
 */
char **
onward_reach_get_channels (OnwardStore *store, gint64 contact)
{
  static const char *const channels[] = { "email", "letter", "card", "linkedin", "phone" };
  g_autoptr (OnwardContact) record =
      contact != 0 ? onward_store_get_record (store, ONWARD_TYPE_CONTACT, contact) : NULL;
  const char *preferred = record != NULL ? record->preferred_channel : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int round = 0; record != NULL && round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
      {
        g_autofree char *address = onward_reach_get_address (store, contact, channels[i]);

        if ((g_strcmp0 (channels[i], preferred) == 0) == (round == 0) && address != NULL && *address != '\0')
          g_strv_builder_add (builder, channels[i]);
      }
  return g_strv_builder_end (builder);
}
