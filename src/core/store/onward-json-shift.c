/* onward-json-shift.c - moves a document in time, as the sample search is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-json-shift.h"

#include "model/onward-collections.h"
#include "playbook/onward-wall.h"
#include "playbook/onward-zone.h"

#include <string.h>

typedef struct
{
  int days;
  GTimeZone *here;  /* the user's zone: what was at home in the document is at home here */
  const char *home; /* the zone in which most of the document's interviews are, or NULL */
  const char *zone; /* the user's, by name */
} Shift;

static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* Date and clock stay as they are written; only the day moves, and the offset becomes that of the zone on that day. */
static char *
shift_text (const Shift *shift, const char *text, GTimeZone *zone)
{
  g_autofree char *date = g_strndup (text, 10);
  g_autofree char *moved = NULL;
  char buffer[ONWARD_DATE_SIZE];
  char instant_buffer[ONWARD_INSTANT_SIZE];
  gint64 wall, instant;
  int day;

  if (!onward_day_parse (date, &day))
    return g_strdup (text);
  onward_day_format (day + shift->days, buffer);
  if (strlen (text) <= strlen ("YYYY-MM-DDTHH:MM"))
    return g_strconcat (buffer, text + strlen (date), NULL);
  moved = g_strdup_printf ("%s%.6s", buffer, text + strlen (date));
  if (!onward_wall_parse (moved, &wall))
    return g_strdup (text);
  instant = onward_zone_instant (zone, wall);
  return g_strdup (onward_instant_format (instant, onward_zone_offset (zone, instant), instant_buffer));
}

static JsonObject *
get_holder (JsonObject *object, const char *path, const char **name)
{
  const char *dot = strchr (path, '.');
  g_autofree char *group = dot != NULL ? g_strndup (path, dot - path) : NULL;
  JsonNode *node;

  *name = dot != NULL ? dot + 1 : path;
  if (group == NULL)
    return object;
  node = json_object_get_member (object, group);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
shift_object (const Shift *shift, JsonObject *object, const OnwardTable *table)
{
  const char *zone_name = get_text (object, "zone");
  g_autoptr (GTimeZone) zone = NULL;

  if (zone_name != NULL && g_strcmp0 (zone_name, shift->home) != 0)
    zone = g_time_zone_new_identifier (zone_name);
  else if (zone_name != NULL)
    json_object_set_string_member (object, "zone", shift->zone);
  if (zone == NULL)
    zone = g_time_zone_ref (shift->here);
  for (guint i = 0; i < table->n_fields; i++)
    {
      const OnwardField *field = &table->fields[i];
      const char *name, *text;
      JsonObject *holder = get_holder (object, field->path, &name);
      g_autofree char *moved = NULL;

      if (field->type < ONWARD_FIELD_DATE || field->type > ONWARD_FIELD_INSTANT || holder == NULL)
        continue;
      text = get_text (holder, name);
      if (text == NULL)
        continue;
      moved = shift_text (shift, text, zone);
      json_object_set_string_member (holder, name, moved);
    }
}

static JsonArray *
get_collection (JsonObject *document, const char *name)
{
  JsonNode *node = json_object_get_member (document, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* The zone that most interviews name: that of whoever wrote the document. */
static const char *
find_home (JsonObject *document)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *interviews = get_collection (document, "interviews");
  const char *home = NULL;
  int most = 0;

  for (guint i = 0; interviews != NULL && i < json_array_get_length (interviews); i++)
    {
      JsonObject *interview = get_object (interviews, i);
      const char *zone = interview != NULL ? get_text (interview, "zone") : NULL;
      int count = zone != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (counts, zone)) + 1 : 0;

      if (zone != NULL)
        g_hash_table_insert (counts, (gpointer)zone, GINT_TO_POINTER (count));
      if (count > most)
        {
          most = count;
          home = zone;
        }
    }
  return home;
}

/**
 * onward_json_shift_to_today:
 * @document: a parsed document that may be changed
 * @now: today, and the user's zone
 *
 * Moves all dates of the documented members by whole days, so that `exported_at` is today. Wall times stay as they are
 * written: what was at home in the document's zone is at home in the user's. Without `exported_at` nothing moves.
 */
void
onward_json_shift_to_today (JsonObject *document, const OnwardNow *now)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier (now->zone);
  const char *exported_at = get_text (document, "exported_at");
  g_autofree char *date = g_strndup (exported_at != NULL ? exported_at : "", 10);
  g_autofree char *home = g_strdup (find_home (document));
  Shift shift = { 0, here, home, now->zone };
  guint n;
  const GType *types = onward_collections_get_types (&n);
  int day;

  if (here == NULL || !onward_day_parse (date, &day))
    return;
  shift.days = onward_zone_day (here, now->unix_time) - day;
  for (guint i = 0; i < n; i++)
    {
      const OnwardTable *table = onward_record_type_get_table (types[i]);
      JsonArray *collection = get_collection (document, table->name);

      for (guint j = 0; collection != NULL && j < json_array_get_length (collection); j++)
        if (get_object (collection, j) != NULL)
          shift_object (&shift, get_object (collection, j), table);
    }
}
