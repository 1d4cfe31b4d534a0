/* onward-search-provider.c - people, opportunities and companies in the search of GNOME Shell */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-search-provider.h"

#include "model/onward-collections.h"
#include "store/onward-finder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many of each kind are named: the shell shows five, and how many more there are. */
#define MOST_OF_A_KIND 100

/* Letters of a name or a line: no row of a search has room for more, and a message of the bus has a limit. */
#define MOST_LETTERS 200

struct _OnwardSearchProvider
{
  GObject parent_instance;

  GApplication *application; /* owns us */
  GDBusConnection *connection;
  guint registration;
  OnwardStore *store; /* NULL = nothing is found */
  OnwardFinder *finder;
};

G_DEFINE_FINAL_TYPE (OnwardSearchProvider, onward_search_provider, G_TYPE_OBJECT)

static const char interface_xml[] =
    "<node><interface name='org.gnome.Shell.SearchProvider2'>"
    "<method name='GetInitialResultSet'><arg type='as' name='terms' direction='in'/>"
    "<arg type='as' name='results' direction='out'/></method>"
    "<method name='GetSubsearchResultSet'><arg type='as' name='previous_results' direction='in'/>"
    "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/></method>"
    "<method name='GetResultMetas'><arg type='as' name='identifiers' direction='in'/>"
    "<arg type='aa{sv}' name='metas' direction='out'/></method>"
    "<method name='ActivateResult'><arg type='s' name='identifier' direction='in'/>"
    "<arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/></method>"
    "<method name='LaunchSearch'><arg type='as' name='terms' direction='in'/>"
    "<arg type='u' name='timestamp' direction='in'/></method>"
    "</interface></node>";

/* What is found, in this order. An identifier is the word, a colon and the row: `contact:12`. */
static const struct
{
  GType (*get_type) (void);
  const char *word;
  const char *icon; /* installed as well, for the shell has no door to the program's own */
  const char *action;
} kinds[] = {
  { onward_contact_get_type, "contact", ONWARD_APP_ID "-person-symbolic", "open-contact" },
  { onward_opportunity_get_type, "opportunity", ONWARD_APP_ID "-opportunity-symbolic", "open-opportunity" },
  { onward_company_get_type, "company", ONWARD_APP_ID "-company-symbolic", "open-company" },
};

static gboolean
parse_identifier (const char *identifier, guint *kind, gint64 *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (kinds[i].word);

      if (strncmp (identifier, kinds[i].word, length) != 0 || identifier[length] != ':')
        continue;
      *kind = i;
      return g_ascii_string_to_signed (identifier + length + 1, 10, 1, G_MAXINT64, id, NULL);
    }
  return FALSE;
}

/* The first of each kind, then the second of each: the shell shows few, and a company must not drown in its people. */
static GVariant *
find (OnwardSearchProvider *self, char **terms)
{
  g_autofree char *text = g_strjoinv (" ", terms);
  GArray *found[G_N_ELEMENTS (kinds)];
  GVariantBuilder results;

  g_variant_builder_init (&results, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    found[i] = self->finder != NULL ? onward_finder_find_best (self->finder, kinds[i].get_type (), text)
                                    : g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint row = 0; row < MOST_OF_A_KIND; row++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (row < found[i]->len)
        {
          g_autofree char *identifier =
              g_strdup_printf ("%s:%" G_GINT64_FORMAT, kinds[i].word, g_array_index (found[i], gint64, row));

          g_variant_builder_add (&results, "s", identifier);
        }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_array_unref (found[i]);
  return g_variant_new ("(as)", &results);
}

/* What would turn the words behind it round. */
static gboolean
is_override (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* On one line, and no longer than anybody can read. It stays text: the shell escapes what it shows as markup. */
static char *
clean_line (const char *text)
{
  GString *line = g_string_new (NULL);
  guint letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      gboolean is_space = g_unichar_isspace (c) || g_unichar_iscntrl (c);

      if (is_override (c) || (is_space && (line->len == 0 || line->str[line->len - 1] == ' ')))
        continue;
      if (++letters > MOST_LETTERS)
        {
          g_string_append (line, "…");
          break;
        }
      g_string_append_unichar (line, is_space ? ' ' : c);
    }
  return g_strchomp (g_string_free (line, FALSE));
}

static void
add_line (GVariantBuilder *meta, const char *key, const char *text)
{
  g_autofree char *line = clean_line (text);

  g_variant_builder_add (meta, "{sv}", key, g_variant_new_string (line));
}

/* One that is gone by now is left out. */
static void
describe (OnwardSearchProvider *self, const char *identifier, GVariantBuilder *metas)
{
  g_autofree char *title = NULL, *subtitle = NULL;
  g_autoptr (GIcon) icon = NULL;
  GVariantBuilder meta;
  guint kind;
  gint64 id;

  if (self->store == NULL || !parse_identifier (identifier, &kind, &id)
      || !onward_finder_describe (self->store, kinds[kind].get_type (), id, &title, &subtitle))
    return;
  icon = g_themed_icon_new (kinds[kind].icon);
  g_variant_builder_init (&meta, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&meta, "{sv}", "id", g_variant_new_string (identifier));
  add_line (&meta, "name", title != NULL && *title != '\0' ? title : _ ("Somebody without a name"));
  if (subtitle != NULL)
    add_line (&meta, "description", subtitle);
  g_variant_builder_add (&meta, "{sv}", "icon", g_icon_serialize (icon));
  g_variant_builder_add (metas, "a{sv}", &meta);
}

static GVariant *
describe_all (OnwardSearchProvider *self, char **identifiers)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; identifiers[i] != NULL; i++)
    describe (self, identifiers[i], &metas);
  return g_variant_new ("(aa{sv})", &metas);
}

static void
open_result (OnwardSearchProvider *self, const char *identifier)
{
  guint kind;
  gint64 id;

  if (parse_identifier (identifier, &kind, &id))
    g_action_group_activate_action (G_ACTION_GROUP (self->application), kinds[kind].action, g_variant_new_int64 (id));
}

static void
open_search (OnwardSearchProvider *self, char **terms)
{
  g_autofree char *text = g_strjoinv (" ", terms);

  g_action_group_activate_action (G_ACTION_GROUP (self->application), "search", g_variant_new_string (text));
}

/* A program that was started by the bus ends when nobody has asked it anything for a while: hold and release begin that
 * while anew. */
static void
method_call_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
                const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  OnwardSearchProvider *self = data;
  g_autofree const char **list = NULL;
  const char *identifier;
  GVariant *answer = NULL;

  g_application_hold (self->application);
  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &list);
      answer = find (self, (char **)list);
    }
  /* The shell has the first hundred only, so more words may lead to others: all are asked again, which is as quick. */
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (parameters, "(@as^a&s)", NULL, &list);
      answer = find (self, (char **)list);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &list);
      answer = describe_all (self, (char **)list);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (parameters, "(&s^a&su)", &identifier, &list, NULL);
      open_result (self, identifier);
    }
  else
    {
      g_variant_get (parameters, "(^a&su)", &list, NULL);
      open_search (self, (char **)list);
    }
  g_dbus_method_invocation_return_value (invocation, answer);
  g_application_release (self->application);
}

static void
onward_search_provider_dispose (GObject *object)
{
  OnwardSearchProvider *self = ONWARD_SEARCH_PROVIDER (object);

  onward_search_provider_unexport (self);
  onward_search_provider_set_store (self, NULL);
  G_OBJECT_CLASS (onward_search_provider_parent_class)->dispose (object);
}

static void
onward_search_provider_class_init (OnwardSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onward_search_provider_dispose;
}

static void
onward_search_provider_init (OnwardSearchProvider *self)
{
}

/**
 * onward_search_provider_new:
 * @application: has the actions `open-contact`, `open-opportunity` and `open-company` (of a row) and `search` (of a text);
 *   must outlive the provider
 *
 * Main thread, as all of it.
 *
 * Returns: (transfer full): a provider that finds nothing yet
 */
OnwardSearchProvider *
onward_search_provider_new (GApplication *application)
{
  OnwardSearchProvider *self = g_object_new (ONWARD_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

/**
 * onward_search_provider_export:
 * @self: a provider
 * @connection: the session bus
 * @application_path: the object path of the program
 * @error: return location
 *
 * Answers at `SearchProvider` below that path. To be called before the program has its name on the bus: what is asked
 * before an object is there is refused.
 *
 * Returns: whether it does
 */
gboolean
onward_search_provider_export (OnwardSearchProvider *self, GDBusConnection *connection, const char *application_path,
                               GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *path = g_strconcat (application_path, "/SearchProvider", NULL);

  g_return_val_if_fail (node != NULL && self->registration == 0, FALSE);
  self->registration =
      g_dbus_connection_register_object (connection, path, node->interfaces[0], &vtable, self, NULL, error);
  if (self->registration != 0)
    self->connection = g_object_ref (connection);
  return self->registration != 0;
}

/**
 * onward_search_provider_unexport:
 * @self: a provider
 *
 * It answers no more.
 */
void
onward_search_provider_unexport (OnwardSearchProvider *self)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}

/**
 * onward_search_provider_set_store:
 * @self: a provider
 * @store: (nullable): where it looks; NULL = it finds nothing
 */
void
onward_search_provider_set_store (OnwardSearchProvider *self, OnwardStore *store)
{
  g_clear_pointer (&self->finder, onward_finder_free);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->finder = onward_finder_new (store);
}
