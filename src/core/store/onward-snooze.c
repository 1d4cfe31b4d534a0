/* onward-snooze.c - until when a follow-up can be put off */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-snooze.h"

#include "playbook/onward-hours.h"
#include "playbook/onward-zone.h"

#include <json-glib/json-glib.h>

#define MORNING (9 * 60)
#define MONDAY  1

/* A list among the user's settings; NULL when it was left out. */
static JsonArray *
load_list (OnwardStore *store, const char *member)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store), "SELECT value FROM members WHERE part = 'settings' AND member = ?1", NULL);
  g_autoptr (JsonNode) node = NULL;

  if (statement == NULL)
    return NULL;
  onward_statement_bind_text (statement, 1, member);
  if (onward_statement_step (statement, NULL))
    node = json_from_string (onward_statement_get_text (statement, 0), NULL);
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_array_ref (json_node_get_array (node)) : NULL;
}

static OnwardHours
load_hours (OnwardStore *store)
{
  OnwardHours hours = ONWARD_HOURS_DEFAULT;
  g_autoptr (JsonArray) alert = load_list (store, "alert_hours");
  g_autoptr (JsonArray) days = load_list (store, "working_days");

  if (alert != NULL && json_array_get_length (alert) == 2)
    onward_hours_set_alert (&hours, json_array_get_string_element (alert, 0), json_array_get_string_element (alert, 1));
  if (days != NULL)
    hours.working_days = 0;
  for (guint i = 0; days != NULL && i < json_array_get_length (days); i++)
    hours.working_days |= 1u << json_array_get_int_element (days, i);
  return hours;
}

/**
 * onward_snooze_get_until:
 * @store: the store
 * @snooze: which
 *
 * Main thread.
 *
 * Returns: (transfer full): the wall time of that morning: 09:00, or when the user's alert hours open
 */
char *
onward_snooze_get_until (OnwardStore *store, OnwardSnooze snooze)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  OnwardHours hours = load_hours (store);
  int day = zone != NULL ? onward_zone_day (zone, now.unix_time) : 0;
  char text[ONWARD_WALL_SIZE];

  if (snooze == ONWARD_SNOOZE_TOMORROW)
    day += 1;
  else if (snooze == ONWARD_SNOOZE_THREE_DAYS)
    day += 3;
  else
    day = onward_hours_working_day (&hours, day + 7 - (onward_day_weekday (day) - MONDAY));
  onward_wall_format (onward_hours_clamp (&hours, onward_wall_at (day, MORNING)), text);
  return g_strdup (text);
}
