/* onward-cli.h - one call of onward-cli: its verbs, and what they work on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardCliError:
 * @ONWARD_CLI_ERROR_USAGE: the call is not as it should be; exit status 2
 * @ONWARD_CLI_ERROR_FAILED: the call is right, but cannot be done; exit status 1
 */
typedef enum
{
  ONWARD_CLI_ERROR_USAGE,
  ONWARD_CLI_ERROR_FAILED,
} OnwardCliError;

#define ONWARD_CLI_ERROR (onward_cli_error_quark ())
GQuark onward_cli_error_quark (void);

/**
 * OnwardCli:
 * @store: the database, reconciled
 * @zone: the user's zone
 * @today: days since 1970-01-01
 * @json: whether one JSON document is wanted
 */
typedef struct
{
  OnwardStore *store;
  GTimeZone *zone;
  int today;
  gboolean json;
} OnwardCli;

/**
 * OnwardVerb:
 * @name: the word after onward-cli
 * @arguments: what follows it, for the help
 * @summary: one line, untranslated
 * @description: (nullable): more for `onward-cli VERB --help`, untranslated
 * @least: arguments that are needed
 * @most: arguments that are taken, -1 for any number
 * @options: (nullable): its own options
 * @prepare: (nullable): looks at arguments and options before the database is opened
 * @writes: whether it changes the database
 * @run: does it and prints; arguments are NULL-terminated
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  int least;
  int most;
  const GOptionEntry *options;
  gboolean writes;
  gboolean (*prepare) (char **arguments, GError **error);
  gboolean (*run) (OnwardCli *cli, char **arguments, GError **error);
} OnwardVerb;

extern const OnwardVerb onward_verb_import;
extern const OnwardVerb onward_verb_export;
extern const OnwardVerb onward_verb_due;
extern const OnwardVerb onward_verb_agenda;
extern const OnwardVerb onward_verb_search;
extern const OnwardVerb onward_verb_list;
extern const OnwardVerb onward_verb_done;
extern const OnwardVerb onward_verb_skip;
extern const OnwardVerb onward_verb_snooze;
extern const OnwardVerb onward_verb_move;
extern const OnwardVerb onward_verb_draft;
extern const OnwardVerb onward_verb_check;

G_END_DECLS
