/* onward-cli.c - one call of onward-cli: from the words of the call to the verb that does it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cli.h"

#include "alerts/onward-clock.h"
#include "playbook/onward-zone.h"
#include "store/onward-reconcile-store.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* How long another program's write is waited for, in seconds. */
#define PATIENCE 30

static const OnwardVerb *const verbs[] = {
  &onward_verb_import, &onward_verb_export, &onward_verb_due,   &onward_verb_agenda,
  &onward_verb_search, &onward_verb_list,   &onward_verb_done,  &onward_verb_skip,
  &onward_verb_snooze, &onward_verb_move,   &onward_verb_draft, &onward_verb_check,
};

static char *database;
static char *now_text;
static char *zone_name;
static gboolean json;
static gboolean show_version;
static gboolean show_help;
static char **rest;

static const GOptionEntry global_options[] = {
  { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_ ("Work on this file instead of your own data"),
    N_ ("PATH") },
  { "now", 0, 0, G_OPTION_ARG_STRING, &now_text, N_ ("Take this for the present: YYYY-MM-DDTHH:MM"), N_ ("TIME") },
  { "timezone", 0, 0, G_OPTION_ARG_STRING, &zone_name, N_ ("Take this for your time zone: Europe/Amsterdam"),
    N_ ("ZONE") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON document and nothing else"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, &show_version, N_ ("Show the version"), NULL },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &show_help, N_ ("Show this help, or that of a verb"), NULL },
  { NULL },
};

static const GOptionEntry rest_options[] = {
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
  { NULL },
};

/* clang-format off */
G_DEFINE_QUARK (onward-cli-error-quark, onward_cli_error)
/* clang-format on */

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE, format, arguments));
  va_end (arguments);
  return FALSE;
}

/* Whether the option is one that takes the word after it. */
static gboolean
takes_next_word (const char *word)
{
  for (const GOptionEntry *entry = global_options; entry->long_name != NULL; entry++)
    if (entry->arg != G_OPTION_ARG_NONE && g_str_has_prefix (word, "--") && g_str_equal (word + 2, entry->long_name))
      return TRUE;
  return FALSE;
}

/* The first word that is neither an option nor the value of a global one; the verb's own options follow the verb. */
static const char *
find_verb_word (char **words)
{
  for (int i = 1; words[i] != NULL; i++)
    {
      if (takes_next_word (words[i]) && words[i + 1] != NULL)
        i++;
      else if (words[i][0] != '-')
        return words[i];
    }
  return NULL;
}

static const OnwardVerb *
find_verb (const char *word)
{
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i]->name, word))
      return verbs[i];
  return NULL;
}

static GOptionContext *
create_context (const OnwardVerb *verb)
{
  GOptionContext *context;

  if (verb != NULL)
    {
      g_autofree char *usage = g_strdup_printf ("%s %s", verb->name, *verb->arguments ? _ (verb->arguments) : "");

      context = g_option_context_new (g_strchomp (usage));
      g_option_context_set_summary (context, _ (verb->summary));
      g_option_context_set_description (context, verb->description != NULL ? _ (verb->description) : NULL);
      if (verb->options != NULL)
        g_option_context_add_main_entries (context, verb->options, GETTEXT_PACKAGE);
    }
  else
    context = g_option_context_new (_ ("VERB …"));
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, global_options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest_options, NULL);
  return context;
}

static void
print_help (const OnwardVerb *verb)
{
  g_autoptr (GOptionContext) context = create_context (verb);
  g_autoptr (GString) list = g_string_new (_ ("Verbs:"));
  g_autofree char *help = NULL;

  for (guint i = 0; verb == NULL && i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *usage =
          g_strdup_printf ("%s %s", verbs[i]->name, *verbs[i]->arguments ? _ (verbs[i]->arguments) : "");
      int width = g_utf8_strlen (usage, -1);

      g_string_append_printf (list, "\n  %s%*s%s", usage, MAX (24 - width, 1), "", _ (verbs[i]->summary));
    }
  if (verb == NULL)
    {
      g_option_context_set_summary (context, list->str);
      g_option_context_set_description (
          context,
          _ ("“onward-cli VERB --help” tells more about a verb. Exit status: 0 done, 1 failed, 2 wrong usage."));
    }
  help = g_option_context_get_help (context, TRUE, NULL);
  g_print ("%s", help);
}

static gboolean
parse_call (char **words, const OnwardVerb *verb, GError **error)
{
  g_autoptr (GOptionContext) context = create_context (verb);
  int n;

  if (!g_option_context_parse_strv (context, &words, error))
    return FALSE;
  if (show_help || show_version)
    return TRUE;
  if (verb == NULL)
    return refuse (error, "%s", _ ("Say what to do. The verbs are listed by “onward-cli --help”."));
  n = (int)g_strv_length (rest) - 1;
  if (n < verb->least || (verb->most >= 0 && n > verb->most))
    return refuse (error, _ ("The call should be: onward-cli %s %s"), verb->name,
                   *verb->arguments ? _ (verb->arguments) : "");
  for (int i = 0; verb != &onward_verb_import && i < n; i++)
    if (!g_utf8_validate (rest[i + 1], -1, NULL))
      return refuse (error, "%s", _ ("A word of the call is not UTF-8."));
  return verb->prepare == NULL || verb->prepare (rest + 1, error);
}

static gboolean
do_nothing (OnwardWriter *writer, gpointer data, GError **error)
{
  return TRUE;
}

/* Time alters facts too, so the playbook reconciles before anything is looked at. */
static gboolean
run_verb (const OnwardVerb *verb, OnwardClock *clock, GError **error)
{
  g_autofree char *path = database != NULL ? g_strdup (database) : onward_store_get_default_path ();
  g_autoptr (OnwardStore) store = onward_store_open (path, onward_clock_get_now, clock, error);
  OnwardNow now = onward_clock_get_now (clock);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  OnwardCli cli = { store, zone, onward_zone_day (zone, now.unix_time), json };
  gboolean done;

  if (store == NULL)
    return FALSE;
  onward_store_set_patience (store, PATIENCE);
  onward_store_set_reconcile (store, onward_reconcile);
  if (verb->writes && onward_store_is_read_only (store))
    {
      onward_store_refuse_to_write (store, error);
      return FALSE;
    }
  done = onward_store_run (store, NULL, do_nothing, NULL, error) && verb->run (&cli, rest + 1, error);
  onward_store_close (store);
  return done;
}

static gboolean
run_call (char **words, GError **error)
{
  const char *word = find_verb_word (words);
  const OnwardVerb *verb = find_verb (word);
  g_autoptr (OnwardClock) clock = NULL;
  g_autoptr (GError) reason = NULL;

  if (word != NULL && verb == NULL)
    return refuse (error, _ ("There is no verb “%s”. The verbs are listed by “onward-cli --help”."), word);
  if (!parse_call (words, verb, error))
    return FALSE;
  if (show_help)
    print_help (verb);
  else if (show_version)
    g_print ("onward-cli %s\n", ONWARD_VERSION);
  if (show_help || show_version)
    return TRUE;
  clock = onward_clock_new_at (now_text, zone_name, FALSE, &reason);
  if (clock == NULL)
    return refuse (error, "%s", reason->message);
  return run_verb (verb, clock, error);
}

static void
print_error (const GError *error)
{
  g_autofree char *message = g_strdup (error->message);

  g_printerr ("onward-cli: %s\n", g_strdelimit (message, "\r\n", ' '));
}

int
main (int argc, char *argv[])
{
  const char *localedir = g_getenv ("ONWARD_LOCALEDIR"); /* the build tree's */
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : ONWARD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  words = g_strdupv (argv);
  if (run_call (words, &error) && fflush (stdout) == 0)
    return 0;
  if (error == NULL)
    g_set_error_literal (&error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_FAILED, _ ("The output could not be written."));
  print_error (error);
  return error->domain == G_OPTION_ERROR || g_error_matches (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE) ? 2 : 1;
}
