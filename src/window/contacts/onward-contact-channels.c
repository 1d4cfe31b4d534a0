/* onward-contact-channels.c - a person's addresses as they are shown, and what opens them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-channels.h"

#include "store/onward-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
onward_contact_channel_free (OnwardContactChannel *channel)
{
  g_free (channel->name);
  g_free (channel->value);
  g_free (channel->uri);
  g_free (channel->entry);
  g_free (channel);
}

static void
add (GPtrArray *channels, const char *name, const char *value, char *uri)
{
  OnwardContactChannel *channel = g_new0 (OnwardContactChannel, 1);

  channel->name = g_strdup (name);
  channel->value = g_strdup (value);
  channel->uri = uri;
  g_ptr_array_add (channels, channel);
}

static JsonArray *
get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The n-th object's member, when it is text. */
static const char *
get_member (JsonArray *array, guint n, const char *member)
{
  JsonNode *element = json_array_get_element (array, n);
  JsonNode *node =
      JSON_NODE_HOLDS_OBJECT (element) ? json_object_get_member (json_node_get_object (element), member) : NULL;

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* Text from outside becomes one part of the address, whatever is in it. */
static char *
create_uri (const char *scheme, const char *value, const char *allowed)
{
  g_autofree char *escaped = g_uri_escape_string (value, allowed, FALSE);

  return g_strconcat (scheme, escaped, NULL);
}

static char *
create_phone_uri (const char *number)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = number; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || (*p == '+' && digits->len == 0))
      g_string_append_c (digits, *p);
  return digits->len > 0 ? g_strconcat ("tel:", digits->str, NULL) : NULL;
}

/* Of the schemes there are only those of the web are opened. */
static char *
create_web_uri (const char *value)
{
  g_autoptr (GUri) uri = g_uri_parse (value, G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autoptr (GUri) completed = NULL;

  if (uri == NULL && strstr (value, "://") == NULL && strchr (value, '.') != NULL)
    {
      g_autofree char *address = g_strconcat ("https://", value, NULL);

      completed = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
      uri = g_steal_pointer (&completed);
    }
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0'
      || (strcmp (g_uri_get_scheme (uri), "https") != 0 && strcmp (g_uri_get_scheme (uri), "http") != 0))
    return NULL;
  return g_uri_to_string (uri);
}

/* Without the scheme, which says nothing to a reader; of LinkedIn without the host too. */
static void
add_web (GPtrArray *channels, const char *label, const char *value)
{
  char *uri = create_web_uri (value);
  const char *shown = strstr (value, "://") != NULL ? strstr (value, "://") + 3 : value;
  gboolean linkedin = g_str_has_prefix (shown, "www.linkedin.") || g_str_has_prefix (shown, "linkedin.");
  const char *path = strchr (shown, '/');
  g_autofree char *text = g_strdup (linkedin && path != NULL && path[1] != '\0' ? path + 1 : shown);

  if (g_str_has_suffix (text, "/"))
    text[strlen (text) - 1] = '\0';
  add (channels, linkedin ? "LinkedIn" : label != NULL && *label != '\0' ? label : _ ("Web"), text, uri);
}

/* `Mail`, and what kind of mail when there are several. */
static char *
name_channel (const char *name, const char *label, guint n)
{
  static const struct
  {
    const char *label;
    const char *words;
  } labels[] = { { "work", N_ ("work") }, { "home", N_ ("home") }, { "mobile", N_ ("mobile") } };
  const char *words = label;

  if (n < 2 || label == NULL || *label == '\0')
    return g_strdup (name);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].label, label))
      words = _ (labels[i].words);
  /* Translators: a channel such as “Mail”, and of which kind, such as “work” */
  return g_strdup_printf (C_ ("channel", "%s, %s"), name, words);
}

/* Where the last one came from, so that it can be changed there. */
static void
set_entry (GPtrArray *channels, const char *member, JsonNode *entry)
{
  OnwardContactChannel *channel = channels->pdata[channels->len - 1];

  channel->member = member;
  channel->entry = onward_json_to_text (entry);
}

static void
add_list (GPtrArray *channels, const char *member, const char *list, const char *name, int kind)
{
  g_autoptr (JsonNode) node = list != NULL ? onward_json_parse (list, -1, NULL) : NULL;
  JsonArray *array = get_array (node);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *label = get_member (array, i, "label");
      const char *value = get_member (array, i, "value");
      g_autofree char *full_name = name_channel (name, label, json_array_get_length (array));

      if (value == NULL || *value == '\0')
        continue;
      if (kind == 'm')
        add (channels, full_name, value, create_uri ("mailto:", value, "@"));
      else if (kind == 'p')
        add (channels, full_name, value, create_phone_uri (value));
      else
        add_web (channels, label, value);
      set_entry (channels, member, json_array_get_element (array, i));
    }
}

/**
 * onward_contact_channels_get:
 * @contact: a person
 *
 * Returns: (transfer full) (element-type OnwardContactChannel): mail, phone, web, address, in this order
 */
GPtrArray *
onward_contact_channels_get (OnwardContact *contact)
{
  GPtrArray *channels = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_contact_channel_free);

  add_list (channels, "emails", contact->emails, _ ("Mail"), 'm');
  add_list (channels, "phones", contact->phones, _ ("Phone"), 'p');
  add_list (channels, "urls", contact->urls, _ ("Web"), 'w');
  if (contact->address != NULL)
    add (channels, _ ("Address"), contact->address, NULL);
  return channels;
}

/**
 * onward_contact_channels_get_positions:
 * @contact: a person
 *
 * Returns: (transfer full) (element-type OnwardContactChannel): where they have worked: the years, and company and
 *   title
 */
GPtrArray *
onward_contact_channels_get_positions (OnwardContact *contact)
{
  GPtrArray *positions = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_contact_channel_free);
  g_autoptr (JsonNode) node = contact->positions != NULL ? onward_json_parse (contact->positions, -1, NULL) : NULL;
  JsonArray *array = get_array (node);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *company = get_member (array, i, "company");
      const char *title = get_member (array, i, "title");
      const char *from = get_member (array, i, "from");
      const char *to = get_member (array, i, "to");
      g_autofree char *years = NULL;
      g_autofree char *words = NULL;

      if (company == NULL && title == NULL)
        continue;
      if (from != NULL && to != NULL)
        /* Translators: two years */
        years = g_strdup_printf (_ ("%.4s to %.4s"), from, to);
      else if (from != NULL)
        /* Translators: a year */
        years = g_strdup_printf (_ ("Since %.4s"), from);
      else if (to != NULL)
        /* Translators: a year: where somebody worked before */
        years = g_strdup_printf (_ ("Until %.4s"), to);
      else
        years = g_strdup (_ ("Position"));
      words = company != NULL && title != NULL ? g_strdup_printf (C_ ("person", "%s, %s"), title, company)
                                               : g_strdup (company != NULL ? company : title);
      add (positions, years, words, NULL);
      set_entry (positions, "positions", json_array_get_element (array, i));
    }
  return positions;
}

/**
 * onward_contact_channels_get_first:
 * @list: (nullable): a LIST field of labels and values
 *
 * Returns: (transfer full) (nullable): the first value
 */
char *
onward_contact_channels_get_first (const char *list)
{
  g_autoptr (JsonNode) node = list != NULL ? onward_json_parse (list, -1, NULL) : NULL;
  JsonArray *array = get_array (node);

  return array != NULL && json_array_get_length (array) > 0 ? g_strdup (get_member (array, 0, "value")) : NULL;
}

/**
 * onward_contact_channels_get_mail:
 * @contact: a person
 *
 * Returns: (transfer full) (nullable): the address to write to, as a URI; NULL when none is known
 */
char *
onward_contact_channels_get_mail (OnwardContact *contact)
{
  g_autofree char *address = onward_contact_channels_get_first (contact->emails);

  return address != NULL && strchr (address, '@') != NULL ? create_uri ("mailto:", address, "@") : NULL;
}

/**
 * onward_contact_channels_set_first:
 * @list: (nullable): a LIST field of labels and values
 * @value: (nullable): what the first value becomes; NULL or empty takes it out
 *
 * Returns: (transfer full) (nullable): the list, with the label and all others as they were
 */
char *
onward_contact_channels_set_first (const char *list, const char *value)
{
  g_autoptr (JsonNode) root = list != NULL ? onward_json_parse (list, -1, NULL) : NULL;
  JsonArray *before = get_array (root);
  guint n = before != NULL ? json_array_get_length (before) : 0;
  g_autoptr (JsonNode) changed = json_node_new (JSON_NODE_ARRAY);
  JsonArray *after = json_array_new ();
  gboolean has_first = n > 0 && JSON_NODE_HOLDS_OBJECT (json_array_get_element (before, 0));
  JsonObject *first = has_first ? json_object_ref (json_array_get_object_element (before, 0)) : json_object_new ();

  if (value != NULL && *value != '\0')
    {
      json_object_set_string_member (first, "value", value);
      json_array_add_object_element (after, json_object_ref (first));
    }
  /* What is no address is nobody's first one, and stays. */
  for (guint i = has_first ? 1 : 0; i < n; i++)
    json_array_add_element (after, json_array_dup_element (before, i));
  json_object_unref (first);
  json_node_take_array (changed, after);
  return json_array_get_length (after) > 0 ? onward_json_to_text (changed) : NULL;
}
