/* onward-verb-due.c - onward-cli due and agenda: what is owed and what happens, by day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cli.h"
#include "onward-output.h"

#include "playbook/onward-zone.h"
#include "store/onward-agenda.h"

#include <glib/gi18n-lib.h>

#define MOST_DAYS    36500
#define DEFAULT_DAYS 7

static int days = DEFAULT_DAYS;
static char *from_text;
static char *to_text;

static const GOptionEntry due_options[] = {
  { "days", 'd', 0, G_OPTION_ARG_INT, &days, N_ ("Look this many days beyond today (default 7)"), N_ ("N") },
  { NULL },
};

static const GOptionEntry agenda_options[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First day (default: today)"), N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("Last day (default: seven days after the first)"), N_ ("DAY") },
  { NULL },
};

static gboolean
check_days (char **arguments, GError **error)
{
  if (days >= 0 && days <= MOST_DAYS)
    return TRUE;
  g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE, _ ("--days takes a number from 0 to %d."), MOST_DAYS);
  return FALSE;
}

static gboolean
check_day (const char *text, GError **error)
{
  int day;

  if (text == NULL || onward_day_parse (text, &day))
    return TRUE;
  g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE, _ ("“%s” is no day. Give one such as 2026-03-02."),
               text);
  return FALSE;
}

static gboolean
check_range (char **arguments, GError **error)
{
  return check_day (from_text, error) && check_day (to_text, error);
}

static void
set_id (OnwardCli *cli, JsonObject *object, const char *member, const char *table, gint64 id)
{
  g_autofree char *uuid = id != 0 ? onward_rows_get_uuid (onward_store_get_connection (cli->store), table, id) : NULL;

  onward_output_set_text (object, member, uuid);
}

/* The members of exchange.md, `due`, in its order. */
static void
add_due_members (OnwardCli *cli, JsonObject *object, const OnwardDue *due)
{
  g_autofree char *pressure = onward_due_describe_pressure (cli->store, due);

  onward_output_set_text (object, "key", due->key);
  onward_output_set_text (object, "rule", due->rule);
  onward_output_set_text (object, "title", due->title);
  set_id (cli, object, "contact", "contacts", due->contact);
  onward_output_set_text (object, "contact_name", due->contact_name);
  set_id (cli, object, "opportunity", "opportunities", due->opportunity);
  set_id (cli, object, "interview", "interviews", due->interview);
  set_id (cli, object, "company", "companies", due->company);
  onward_output_set_text (object, "remind_at", due->remind_at);
  onward_output_set_text (object, "due", due->due);
  onward_output_set_text (object, "snoozed_until", due->snoozed_until);
  onward_output_set_text (object, "urgency", onward_urgency_get_name (due->urgency));
  onward_output_set_text (object, "pressure", pressure);
  onward_output_set_text (object, "why", due->why);
}

static void
print_due_json (OnwardCli *cli, GPtrArray *list)
{
  JsonArray *array = json_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    {
      JsonObject *object = json_object_new ();

      add_due_members (cli, object, list->pdata[i]);
      json_array_add_object_element (array, object);
    }
  onward_output_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

static char *
format_text_wall (const char *text, int today)
{
  gint64 wall;

  return onward_wall_parse (text, &wall) ? onward_output_format_wall (wall, today) : g_strdup ("");
}

/* When it comes up; what came up on another day has been there since. */
static char *
format_moment (const char *text, int today)
{
  g_autofree char *day = NULL;
  gint64 wall;

  if (!onward_wall_parse (text, &wall) || onward_wall_day (wall) >= today)
    return format_text_wall (text, today);
  day = onward_output_format_day (onward_wall_day (wall), today);
  /* Translators: a day, such as Fri 20 Nov */
  return g_strdup_printf (_ ("since %s"), day);
}

static void
add_due_row (OnwardCli *cli, OnwardOutputTable *table, const OnwardDue *due)
{
  g_autofree char *moment = format_moment (due->moment, cli->today);
  g_autofree char *late = format_text_wall (due->due, cli->today);
  g_autofree char *where = onward_output_join (due->company_name, due->opportunity_title);
  g_autofree char *pressure = onward_due_describe_pressure (cli->store, due);
  g_autofree char *state = due->urgency == ONWARD_URGENCY_OVERDUE ? g_strdup_printf (_ ("was due %s"), late)
                                                                  : g_strdup_printf (_ ("due %s"), late);

  onward_output_table_add_row (table, moment, due->title != NULL ? due->title : due->key, where, state, NULL);
  onward_output_table_add_note (table, due->why);
  onward_output_table_add_note (table, pressure);
  onward_output_table_add_note (table, due->key);
}

static void
print_nothing_due (OnwardCli *cli)
{
  g_autofree char *next = onward_follow_ups_get_next_moment (cli->store);
  gint64 wall;

  if (next != NULL && onward_wall_parse (next, &wall))
    {
      g_autofree char *day = onward_output_format_day (onward_wall_day (wall), cli->today);

      onward_output_print_line (_ ("Nothing to do until %s."), day);
    }
  else
    onward_output_print_line ("%s", _ ("Nothing to do."));
}

static void
print_due (OnwardCli *cli, GPtrArray *list)
{
  static const char *const headings[] = { N_ ("Overdue"), N_ ("Today"), N_ ("Next") };
  g_autoptr (OnwardOutputTable) table = onward_output_table_new ();

  for (OnwardUrgency urgency = ONWARD_URGENCY_OVERDUE; urgency <= ONWARD_URGENCY_UPCOMING; urgency++)
    {
      gboolean headed = FALSE;

      for (guint i = 0; i < list->len; i++)
        {
          const OnwardDue *due = list->pdata[i];

          if (due->urgency != urgency)
            continue;
          if (!headed)
            onward_output_table_add_heading (table, _ (headings[urgency]));
          headed = TRUE;
          add_due_row (cli, table, due);
        }
    }
  onward_output_table_print (table);
}

static gboolean
run_due (OnwardCli *cli, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) list = onward_follow_ups_due (cli->store, days, error);

  if (list == NULL)
    return FALSE;
  if (cli->json)
    print_due_json (cli, list);
  else if (list->len == 0)
    print_nothing_due (cli);
  else
    print_due (cli, list);
  return TRUE;
}

/* The same members for both kinds of entry; those of a follow-up are as in `due`. */
static void
print_agenda_json (OnwardCli *cli, GPtrArray *list)
{
  JsonArray *array = json_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    {
      const OnwardAgendaEntry *entry = list->pdata[i];
      JsonObject *object = json_object_new ();
      char start[ONWARD_WALL_SIZE], end[ONWARD_WALL_SIZE];

      onward_output_set_text (object, "entry", entry->due != NULL ? "follow-up" : "interview");
      onward_output_set_text (object, "starts", onward_wall_format (entry->start, start));
      onward_output_set_text (object, "ends", onward_wall_format (entry->end, end));
      if (entry->due != NULL)
        add_due_members (cli, object, entry->due);
      else
        {
          set_id (cli, object, "id", "interviews", entry->interview);
          set_id (cli, object, "opportunity", "opportunities", entry->opportunity);
          onward_output_set_text (object, "kind", entry->kind);
          onward_output_set_text (object, "status", entry->status);
          onward_output_set_text (object, "zone", entry->zone);
          onward_output_set_text (object, "opportunity_title", entry->opportunity_title);
          onward_output_set_text (object, "company_name", entry->company_name);
          onward_output_set_text (object, "people", entry->people);
        }
      json_array_add_object_element (array, object);
    }
  onward_output_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

/* Its day is told by the heading, unless it was planned for another one. */
static char *
format_time (OnwardCli *cli, const OnwardAgendaEntry *entry)
{
  int start = onward_wall_minutes (entry->start);
  int end = onward_wall_minutes (entry->end);
  gint64 moment;

  if (entry->due == NULL)
    return g_strdup_printf ("%02d:%02d–%02d:%02d", start / 60, start % 60, end / 60, end % 60);
  if (onward_wall_parse (entry->due->moment, &moment) && onward_wall_day (moment) != onward_wall_day (entry->start))
    return format_moment (entry->due->moment, cli->today);
  return g_strdup_printf ("%02d:%02d", start / 60, start % 60);
}

static void
print_agenda (OnwardCli *cli, GPtrArray *list)
{
  g_autoptr (OnwardOutputTable) table = onward_output_table_new ();
  int day = ONWARD_NO_DAY;

  for (guint i = 0; i < list->len; i++)
    {
      const OnwardAgendaEntry *entry = list->pdata[i];
      g_autofree char *where = onward_output_join (entry->company_name, entry->opportunity_title);
      g_autofree char *time = format_time (cli, entry);

      if (onward_wall_day (entry->start) != day)
        {
          g_autofree char *heading = NULL;

          day = onward_wall_day (entry->start);
          heading = onward_output_format_day (day, cli->today);
          onward_output_table_add_heading (table, heading);
        }
      if (entry->due != NULL)
        onward_output_table_add_row (table, time, entry->due->title != NULL ? entry->due->title : entry->due->key,
                                     where, NULL);
      else
        onward_output_table_add_row (table, time, _ ("Interview"), where, entry->people != NULL ? entry->people : "",
                                     NULL);
    }
  onward_output_table_print (table);
}

static gboolean
run_agenda (OnwardCli *cli, char **arguments, GError **error)
{
  int from = cli->today;
  int to;
  g_autoptr (GPtrArray) list = NULL;

  onward_day_parse (from_text, &from);
  to = from + DEFAULT_DAYS;
  onward_day_parse (to_text, &to);
  if (to < from)
    {
      g_set_error_literal (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE, _ ("--to is before --from."));
      return FALSE;
    }
  list = cli->json ? onward_agenda_get (cli->store, from, to, error)
                   : onward_agenda_get_owed (cli->store, from, to, error);
  if (list == NULL)
    return FALSE;
  if (cli->json)
    print_agenda_json (cli, list);
  else if (list->len == 0)
    onward_output_print_line ("%s", _ ("No interviews or follow-ups on these days."));
  else
    print_agenda (cli, list);
  return TRUE;
}

const OnwardVerb onward_verb_due = {
  .name = "due",
  .arguments = "",
  .summary = N_ ("What is owed: overdue, today, and in the next days"),
  .description = N_ ("JSON: a list of {key, rule, title, contact, contact_name, opportunity, interview, company, "
                     "remind_at, due, snoozed_until, urgency, pressure, why}; ids or null, pressure says why another "
                     "message would be too many."),
  .options = due_options,
  .prepare = check_days,
  .run = run_due,
};

const OnwardVerb onward_verb_agenda = {
  .name = "agenda",
  .arguments = "",
  .summary = N_ ("Interviews and follow-ups of a range of days"),
  .description =
      N_ ("JSON: a list of {entry: interview or follow-up, starts, ends (in your zone)}; an interview with "
          "{id, opportunity, kind, status, zone, opportunity_title, company_name, people}, a follow-up with "
          "the members of `due`. Cancelled interviews are left out. Without --json what is owed by now stands "
          "under today."),
  .options = agenda_options,
  .prepare = check_range,
  .run = run_agenda,
};
