/* onward-settings-store.c - the playbook's numbers, as they are stored */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-settings-store.h"

#include "onward-facts-settings.h"
#include "onward-json-members.h"
#include "onward-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const presets[] = { "24h", "same-day", "48h" };
static const char *const tiers[] = { "monthly", "quarterly", "yearly" };

/**
 * onward_settings_equal:
 * @a: settings
 * @b: settings
 *
 * Returns: whether they plan the same
 */
gboolean
onward_settings_equal (const OnwardSettings *a, const OnwardSettings *b)
{
  if (a->hours.from != b->hours.from || a->hours.until != b->hours.until
      || a->hours.working_days != b->hours.working_days || a->thank_you != b->thank_you
      || a->history_days != b->history_days || a->keep_in_touch_per_day != b->keep_in_touch_per_day)
    return FALSE;
  for (guint i = 0; i < ONWARD_N_RULES; i++)
    if (!a->rules[i].enabled != !b->rules[i].enabled
        || memcmp (a->rules[i].days, b->rules[i].days, sizeof a->rules[i].days) != 0)
      return FALSE;
  return TRUE;
}

/**
 * onward_settings_store_load:
 * @store: the store
 * @settings: (out caller-allocates): the settings
 *
 * Main thread. Where nothing is stored, the numbers are those of playbook.md.
 */
void
onward_settings_store_load (OnwardStore *store, OnwardSettings *settings)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (OnwardFacts) facts = onward_facts_new (0, utc);
  g_autoptr (GError) error = NULL;

  if (!onward_facts_settings_load (onward_store_get_connection (store), facts, &error))
    g_message ("%s", error->message);
  *settings = facts->settings;
}

static JsonNode *
build_number (int number)
{
  return json_node_init_int (json_node_alloc (), number);
}

static JsonNode *
build_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
build_alert_hours (const OnwardHours *hours)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_alloc ();
  const int minutes[] = { hours->from, hours->until };

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes[i] / 60, minutes[i] % 60);

      json_array_add_string_element (array, text);
    }
  json_node_init_array (node, array);
  json_array_unref (array);
  return node;
}

static JsonNode *
build_working_days (guint days)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (int i = 1; i <= 7; i++)
    if (days & 1u << i)
      json_array_add_int_element (array, i);
  json_node_init_array (node, array);
  json_array_unref (array);
  return node;
}

/* One number as a number, two as a list, those of keep-in-touch by tier (playbook.md, "Reconcile"). */
static JsonNode *
build_days (OnwardRuleId rule, const int *days)
{
  JsonNode *node;

  if (days[1] < 0)
    return build_number (days[0]);
  node = json_node_alloc ();
  if (rule == ONWARD_RULE_KEEP_IN_TOUCH)
    {
      JsonObject *object = json_object_new ();

      for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
        json_object_set_int_member (object, tiers[i], days[i]);
      json_node_init_object (node, object);
      json_object_unref (object);
    }
  else
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < 3 && days[i] >= 0; i++)
        json_array_add_int_element (array, days[i]);
      json_node_init_array (node, array);
      json_array_unref (array);
    }
  return node;
}

/* What other versions have written into a rule stays; what is as in the book is left out. */
static void
write_rule (JsonObject *rules, OnwardRuleId rule, const OnwardRuleSetting *setting, const OnwardRuleSetting *book)
{
  const char *id = onward_rule_id (rule);
  JsonNode *known = json_object_get_member (rules, id);
  JsonObject *object =
      known != NULL && JSON_NODE_HOLDS_OBJECT (known) ? json_node_dup_object (known) : json_object_new ();

  json_object_remove_member (object, "enabled");
  json_object_remove_member (object, "days");
  if (!setting->enabled)
    json_object_set_boolean_member (object, "enabled", FALSE);
  if (memcmp (setting->days, book->days, sizeof book->days) != 0)
    json_object_set_member (object, "days", build_days (rule, setting->days));
  if (json_object_get_size (object) > 0)
    json_object_set_object_member (rules, id, object);
  else
    {
      json_object_remove_member (rules, id);
      json_object_unref (object);
    }
}

static JsonNode *
build_rules (OnwardWriter *writer, const OnwardSettings *settings, const OnwardSettings *book)
{
  g_autofree char *stored = onward_writer_get_member (writer, "settings", "rules", NULL);
  g_autoptr (JsonNode) known = stored != NULL ? onward_json_parse (stored, -1, NULL) : NULL;
  g_autoptr (JsonObject) rules =
      known != NULL && JSON_NODE_HOLDS_OBJECT (known) ? json_node_dup_object (known) : json_object_new ();
  JsonNode *node;

  for (OnwardRuleId rule = 0; rule < ONWARD_N_RULES; rule++)
    write_rule (rules, rule, &settings->rules[rule], &book->rules[rule]);
  if (json_object_get_size (rules) == 0)
    return NULL;
  node = json_node_alloc ();
  json_node_init_object (node, rules);
  return node;
}

/* What is as in the book is not stored, so that a later book can change it. */
static gboolean
set_setting (OnwardWriter *writer, const char *member, gboolean differs, JsonNode *value, GError **error)
{
  g_autoptr (JsonNode) node = value;
  g_autofree char *json = NULL;

  if (!differs || node == NULL)
    return onward_writer_set_member (writer, "settings", member, NULL, error);
  if (!onward_json_check_setting (member, node, error))
    return FALSE;
  json = onward_json_to_text (node);
  return onward_writer_set_member (writer, "settings", member, json, error);
}

/**
 * onward_settings_store_save:
 * @writer: the writer
 * @settings: (type OnwardSettings*): what the numbers become
 * @error: return location
 *
 * A command; the playbook plans anew with these numbers in the same transaction, and moves open follow-ups that the
 * user has not moved (playbook.md).
 *
 * Returns: whether they are stored; numbers that playbook.md does not allow are refused
 */
gboolean
onward_settings_store_save (OnwardWriter *writer, gpointer settings, GError **error)
{
  const OnwardSettings *self = settings;
  OnwardSettings book;

  onward_settings_init (&book);
  return set_setting (writer, "alert_hours",
                      self->hours.from != book.hours.from || self->hours.until != book.hours.until,
                      build_alert_hours (&self->hours), error)
         && set_setting (writer, "working_days", self->hours.working_days != book.hours.working_days,
                         build_working_days (self->hours.working_days), error)
         && set_setting (writer, "thank_you", self->thank_you != book.thank_you,
                         build_text (presets[MIN (self->thank_you, G_N_ELEMENTS (presets) - 1)]), error)
         && set_setting (writer, "history_days", self->history_days != book.history_days,
                         build_number (self->history_days), error)
         && set_setting (writer, "keep_in_touch_per_day", self->keep_in_touch_per_day != book.keep_in_touch_per_day,
                         build_number (self->keep_in_touch_per_day), error)
         && set_setting (writer, "rules", TRUE, build_rules (writer, self, &book), error);
}
