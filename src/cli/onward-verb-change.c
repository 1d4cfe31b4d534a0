/* onward-verb-change.c - onward-cli done, skip, snooze and move: what the user does with a follow-up */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cli.h"
#include "onward-output.h"

#include "alerts/onward-due-words.h"
#include "model/onward-collections.h"
#include "playbook/onward-facts.h"
#include "store/onward-follow-up-change.h"
#include "store/onward-follow-ups.h"
#include "store/onward-json-record.h"
#include "store/onward-snooze.h"

#include <glib/gi18n-lib.h>

static char *channel;

static const GOptionEntry done_options[] = {
  { "channel", 'c', 0, G_OPTION_ARG_STRING, &channel,
    N_ ("Write the message as sent: email, letter, card, linkedin, phone, meeting or other"), N_ ("CHANNEL") },
  { NULL },
};

static gboolean
check_channel (char **arguments, GError **error)
{
  if (channel == NULL || onward_channel_parse (channel) != ONWARD_CHANNEL_NONE)
    return TRUE;
  g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE,
               _ ("“%s” is no channel. Give email, letter, card, linkedin, phone, meeting or other."), channel);
  return FALSE;
}

static gboolean
check_time_or_day (char **arguments, GError **error)
{
  gint64 wall;
  int day;

  if (onward_wall_parse (arguments[1], &wall) || onward_day_parse (arguments[1], &day))
    return TRUE;
  g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE,
               _ ("“%s” is no time. Give a day such as 2026-03-02, or a time such as 2026-03-02T10:00."), arguments[1]);
  return FALSE;
}

/* A day means its morning: 09:00, or when the alert hours open. */
static char *
get_time (OnwardCli *cli, const char *text)
{
  int day;

  return onward_day_parse (text, &day) ? onward_snooze_get_morning (cli->store, day) : g_strdup (text);
}

/* What the follow-up is now: the object of the exchange format, or a line. */
static void
print_follow_up (OnwardCli *cli, gint64 id, const char *said)
{
  g_autoptr (OnwardFollowUp) follow_up = onward_store_get_record (cli->store, ONWARD_TYPE_FOLLOW_UP, id);

  if (cli->json)
    {
      JsonNode *node = json_node_alloc ();

      json_node_init (node, JSON_NODE_OBJECT);
      json_node_take_object (node, onward_json_from_record (onward_store_get_connection (cli->store), follow_up));
      onward_output_print_json (node);
    }
  else
    {
      g_autofree char *name = onward_output_join (follow_up->title, follow_up->key);

      onward_output_print_line ("%s: %s", said, name);
    }
}

typedef OnwardFollowUpChange *(*MakeFunc) (gint64 id, const char *text);

static gboolean
change_follow_up (OnwardCli *cli, const char *key, MakeFunc make, const char *text, const char *said, GError **error)
{
  gint64 id = onward_follow_ups_find (cli->store, key, error);

  if (id == 0 || !onward_follow_up_change_run (cli->store, make (id, text), error))
    return FALSE;
  print_follow_up (cli, id, said);
  return TRUE;
}

static gboolean
run_done (OnwardCli *cli, char **arguments, GError **error)
{
  return change_follow_up (cli, arguments[0], onward_follow_up_change_done, channel, _ ("Done"), error);
}

static OnwardFollowUpChange *
make_skip (gint64 id, const char *text)
{
  return onward_follow_up_change_skip (id);
}

static gboolean
run_skip (OnwardCli *cli, char **arguments, GError **error)
{
  return change_follow_up (cli, arguments[0], make_skip, NULL, _ ("Skipped"), error);
}

/* The window's words: also when it is late, and when it is so by then. */
static char *
describe_snooze (OnwardCli *cli, gint64 id, const char *until)
{
  g_autoptr (OnwardFollowUp) follow_up = onward_store_get_record (cli->store, ONWARD_TYPE_FOLLOW_UP, id);
  OnwardNow now = onward_store_get_now (cli->store);

  return onward_due_words_get_snoozed (until, follow_up->due, &now);
}

static gboolean
run_snooze (OnwardCli *cli, char **arguments, GError **error)
{
  g_autofree char *until = get_time (cli, arguments[1]);
  gint64 id = onward_follow_ups_find (cli->store, arguments[0], error);
  g_autofree char *said = NULL;

  if (id == 0 || !onward_follow_up_change_run (cli->store, onward_follow_up_change_snooze (id, until), error))
    return FALSE;
  said = describe_snooze (cli, id, until);
  print_follow_up (cli, id, said);
  return TRUE;
}

static gboolean
run_move (OnwardCli *cli, char **arguments, GError **error)
{
  g_autofree char *when = get_time (cli, arguments[1]);

  return change_follow_up (cli, arguments[0], onward_follow_up_change_move, when, _ ("Moved"), error);
}

const OnwardVerb onward_verb_done = {
  .name = "done",
  .arguments = N_ ("KEY"),
  .summary = N_ ("Mark a follow-up as done"),
  .description = N_ ("Without --channel no message is written to the history."),
  .least = 1,
  .most = 1,
  .options = done_options,
  .prepare = check_channel,
  .writes = TRUE,
  .run = run_done,
};

const OnwardVerb onward_verb_skip = {
  .name = "skip",
  .arguments = N_ ("KEY"),
  .summary = N_ ("Decide not to do a follow-up"),
  .least = 1,
  .most = 1,
  .writes = TRUE,
  .run = run_skip,
};

const OnwardVerb onward_verb_snooze = {
  .name = "snooze",
  .arguments = N_ ("KEY UNTIL"),
  .summary = N_ ("Be reminded later; when it is late stays"),
  .description = N_ ("UNTIL is a time such as 2026-03-02T10:00, or a day, which means its morning."),
  .least = 2,
  .most = 2,
  .prepare = check_time_or_day,
  .writes = TRUE,
  .run = run_snooze,
};

const OnwardVerb onward_verb_move = {
  .name = "move",
  .arguments = N_ ("KEY WHEN"),
  .summary = N_ ("Plan it for another time; when it is late moves by as many days"),
  .description = N_ ("WHEN is a time such as 2026-03-02T10:00, or a day, which means its morning."),
  .least = 2,
  .most = 2,
  .prepare = check_time_or_day,
  .writes = TRUE,
  .run = run_move,
};
