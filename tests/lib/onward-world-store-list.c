/* onward-world-store-list.c - the follow-ups of a database and of a world as the same text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-world-store.h"

#include <string.h>

static void
append (GString *text, const char *value)
{
  g_string_append_printf (text, " %s", value && *value ? value : "-");
}

static void
append_instant (GString *text, const char *value)
{
  gint64 instant;

  if (value && onward_instant_parse (value, &instant))
    g_string_append_printf (text, " %" G_GINT64_FORMAT, instant);
  else
    g_string_append (text, " -");
}

/* All follow-ups and what is kept closed, every column that the playbook writes. */
char *
onward_world_store_list (OnwardWorldStore *self)
{
  OnwardConnection *connection = onward_writer_get_connection (self->writer);
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      connection,
      "SELECT f.key, f.state, c.uuid, o.uuid, i.uuid, f.remind_at, f.due, f.own_day, f.snoozed_until, f.moved_by_user,"
      " f.channel, f.title, f.why, f.done_at FROM follow_ups f LEFT JOIN contacts c ON c.id = f.contact"
      " LEFT JOIN opportunities o ON o.id = f.opportunity LEFT JOIN interviews i ON i.id = f.interview ORDER BY f.key",
      NULL);
  g_autoptr (OnwardStatement) quiet = onward_connection_prepare (
      connection,
      "SELECT u.key, c.uuid, u.day, u.own_day FROM unopened u LEFT JOIN contacts c ON c.id = u.contact ORDER BY u.key",
      NULL);
  GString *text = g_string_new (NULL);

  while (onward_statement_step (rows, NULL))
    {
      g_string_append (text, onward_statement_get_text (rows, 0));
      for (int i = 1; i < 13; i++)
        append (text, onward_statement_get_text (rows, i));
      append_instant (text, onward_statement_get_text (rows, 13));
      g_string_append_c (text, '\n');
    }
  while (onward_statement_step (quiet, NULL))
    {
      g_string_append_printf (text, "closed %s", onward_statement_get_text (quiet, 0));
      for (int i = 1; i < 4; i++)
        append (text, onward_statement_get_text (quiet, i));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (**(const char ***)a, **(const char ***)b);
}

static void
append_day (GString *text, int day)
{
  char date[ONWARD_DATE_SIZE];

  append (text, day == ONWARD_NO_DAY ? NULL : onward_day_format (day, date));
}

static void
append_wall (GString *text, gint64 wall)
{
  char buffer[ONWARD_WALL_SIZE];

  append (text, wall == ONWARD_NO_WALL ? NULL : onward_wall_format (wall, buffer));
}

static void
append_uuid (GString *text, GArray *rows, gint64 id)
{
  const OnwardContactFact *row = onward_facts_find (rows, id); /* id and uuid stand first in all of them */

  append (text, row ? row->uuid : NULL);
}

static void
append_row (GString *text, OnwardFacts *facts, const OnwardStoredFact *row)
{
  g_string_append (text, row->key);
  append (text, onward_follow_up_state_name (row->state));
  append_uuid (text, facts->contacts, row->contact_id);
  append_uuid (text, facts->opportunities, row->opportunity_id);
  append_uuid (text, facts->interviews, row->interview_id);
  append_wall (text, row->remind_at);
  append_wall (text, row->due);
  append_day (text, row->own_day);
  append_wall (text, row->snoozed_until);
  append (text, row->moved ? "1" : "0");
  append (text, onward_channel_name (row->channel));
  append (text, row->title);
  append (text, row->why);
  if (row->done_at == ONWARD_NO_INSTANT)
    g_string_append (text, " -\n");
  else
    g_string_append_printf (text, " %" G_GINT64_FORMAT "\n", row->done_at);
}

/* The same of a world. */
char *
onward_world_store_list_world (OnwardWorld *world)
{
  g_autoptr (OnwardFacts) facts = onward_world_get_facts (world);
  g_autoptr (GPtrArray) keys = g_ptr_array_new (), quiet = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < world->rows->len; i++)
    g_ptr_array_add (keys, &((OnwardStoredFact *)world->rows->pdata[i])->key);
  for (guint i = 0; i < world->quiet->len; i++)
    g_ptr_array_add (quiet, &((OnwardUnopenedFact *)world->quiet->pdata[i])->key);
  g_ptr_array_sort (keys, compare_keys);
  g_ptr_array_sort (quiet, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    append_row (text, facts, (OnwardStoredFact *)((char *)keys->pdata[i] - G_STRUCT_OFFSET (OnwardStoredFact, key)));
  for (guint i = 0; i < quiet->len; i++)
    {
      const OnwardUnopenedFact *row =
          (OnwardUnopenedFact *)((char *)quiet->pdata[i] - G_STRUCT_OFFSET (OnwardUnopenedFact, key));

      g_string_append_printf (text, "closed %s", row->key);
      append_uuid (text, facts->contacts, row->contact_id);
      append_day (text, row->day);
      append_day (text, row->own_day);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
