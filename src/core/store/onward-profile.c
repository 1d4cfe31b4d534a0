/* onward-profile.c - the user's own details */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-profile.h"

#include "onward-json-writer.h"

#include <string.h>

void
onward_profile_free (OnwardProfile *profile)
{
  g_free (profile->name);
  g_free (profile->email);
  g_free (profile->phone);
  g_free (profile->url);
  g_free (profile->address);
  g_strfreev (profile->other_emails);
  g_free (profile);
}

static void
free_former (OnwardFormerDetails *former)
{
  g_free (former->until);
  g_free (former->email);
  g_free (former->phone);
  g_free (former->address);
  g_free (former);
}

static char *
read_text (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_dup_string (node);
}

static char *
read_member (OnwardConnection *connection, const char *member)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection, "SELECT value FROM members WHERE part = 'profile' AND member = ?", NULL);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_text (statement, 1, member);
  return onward_statement_step (statement, NULL) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}

static char *
load_text (OnwardConnection *connection, const char *member)
{
  g_autofree char *json = read_member (connection, member);
  g_autoptr (JsonNode) node = json != NULL ? onward_json_parse (json, -1, NULL) : NULL;

  return read_text (node);
}

static OnwardProfile *
load (OnwardConnection *connection)
{
  OnwardProfile *profile = g_new0 (OnwardProfile, 1);
  g_autofree char *addresses = read_member (connection, "addresses_me");

  profile->name = load_text (connection, "name");
  profile->email = load_text (connection, "email");
  profile->phone = load_text (connection, "phone");
  profile->url = load_text (connection, "url");
  profile->address = load_text (connection, "address");
  profile->other_emails = onward_json_get_texts (addresses);
  return profile;
}

/**
 * onward_profile_load:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full): the user's own details, as far as they are known
 */
OnwardProfile *
onward_profile_load (OnwardStore *store)
{
  return load (onward_store_get_connection (store));
}

static char *
get_text (JsonObject *object, const char *member)
{
  return read_text (json_object_get_member (object, member));
}

/**
 * onward_profile_to_text:
 * @profile: the user's details
 *
 * Returns: (transfer full): a card to paste anywhere: name, mail, telephone, web, address, one a line; "" for nothing
 */
char *
onward_profile_to_text (const OnwardProfile *profile)
{
  const char *const lines[] = { profile->name, profile->email, profile->phone, profile->url, profile->address };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && *lines[i] != '\0')
      g_string_append_printf (text, "%s\n", lines[i]);
  return g_string_free (text, FALSE);
}

/**
 * onward_profile_list_former:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardFormerDetails): what was good before, the latest first
 */
GPtrArray *
onward_profile_list_former (OnwardStore *store)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)free_former);
  g_autofree char *json = read_member (onward_store_get_connection (store), "former");
  g_autoptr (JsonNode) node = json != NULL ? onward_json_parse (json, -1, NULL) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = array != NULL ? json_array_get_length (array) : 0; i > 0; i--)
    {
      JsonNode *element = json_array_get_element (array, i - 1);
      OnwardFormerDetails *former;

      if (!JSON_NODE_HOLDS_OBJECT (element))
        continue;
      former = g_new0 (OnwardFormerDetails, 1);
      former->until = get_text (json_node_get_object (element), "until");
      former->email = get_text (json_node_get_object (element), "email");
      former->phone = get_text (json_node_get_object (element), "phone");
      former->address = get_text (json_node_get_object (element), "address");
      g_ptr_array_add (list, former);
    }
  return list;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
set_text (OnwardWriter *writer, const char *member, const char *text, GError **error)
{
  g_autoptr (JsonNode) node = is_empty (text) ? NULL : json_node_init_string (json_node_alloc (), text);
  g_autofree char *json = node != NULL ? onward_json_to_text (node) : NULL;

  return onward_writer_set_member (writer, "profile", member, json, error);
}

/* Whether @now is another address than @before, which was not empty. */
static gboolean
is_replaced (const char *before, const char *now)
{
  return !is_empty (before) && g_strcmp0 (before, is_empty (now) ? NULL : now) != 0;
}

static void
add_if_replaced (JsonObject *entry, const char *member, const char *before, const char *now)
{
  if (is_replaced (before, now))
    json_object_set_string_member (entry, member, before);
}

static gboolean
keep_former (OnwardWriter *writer, const OnwardProfile *before, const OnwardProfile *now, GError **error)
{
  g_autofree char *stored = onward_writer_get_member (writer, "profile", "former", NULL);
  g_autoptr (JsonNode) known = stored != NULL ? onward_json_parse (stored, -1, NULL) : NULL;
  g_autoptr (JsonArray) list =
      known != NULL && JSON_NODE_HOLDS_ARRAY (known) ? json_node_dup_array (known) : json_array_new ();
  g_autoptr (JsonObject) entry = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *today = onward_writer_format_today (writer);
  g_autofree char *json = NULL;

  json_object_set_string_member (entry, "until", today);
  add_if_replaced (entry, "email", before->email, now->email);
  add_if_replaced (entry, "phone", before->phone, now->phone);
  add_if_replaced (entry, "address", before->address, now->address);
  if (json_object_get_size (entry) == 1)
    return TRUE;
  json_array_add_object_element (list, json_object_ref (entry));
  node = json_node_init_array (json_node_alloc (), list);
  json = onward_json_to_text (node);
  return onward_writer_set_member (writer, "profile", "former", json, error);
}

/* A former address stays the user's own: nothing is planned to it. */
static gboolean
set_addresses (OnwardWriter *writer, const OnwardProfile *before, const OnwardProfile *now, GError **error)
{
  g_autofree char *given = onward_json_from_texts ((const char *const *)now->other_emails);
  g_autofree char *list = now->keep_former && is_replaced (before->email, now->email)
                              ? onward_json_add_text (given, before->email)
                              : g_strdup (given);
  g_autoptr (JsonNode) node = list != NULL ? onward_json_parse (list, -1, NULL) : NULL;
  /* Written as an import writes it, so that one that brings the same changes nothing. */
  g_autofree char *json = node != NULL ? onward_json_to_text (node) : NULL;

  return onward_writer_set_member (writer, "profile", "addresses_me", json, error);
}

/**
 * onward_profile_save:
 * @writer: the writer
 * @profile: (type OnwardProfile*): what the details become
 * @error: return location
 *
 * A command.
 *
 * Returns: whether they are stored
 */
gboolean
onward_profile_save (OnwardWriter *writer, gpointer profile, GError **error)
{
  const OnwardProfile *self = profile;
  g_autoptr (OnwardProfile) before = load (onward_writer_get_connection (writer));

  return (!self->keep_former || keep_former (writer, before, self, error))
         && set_addresses (writer, before, self, error) && set_text (writer, "name", self->name, error)
         && set_text (writer, "email", self->email, error) && set_text (writer, "phone", self->phone, error)
         && set_text (writer, "url", self->url, error) && set_text (writer, "address", self->address, error);
}
