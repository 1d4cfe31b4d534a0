/* onward-verb-export.c - onward-cli export: everything as one file */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cli.h"
#include "onward-output.h"

#include "store/onward-json-export.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

static char *format;
static char *output;

static const GOptionEntry export_options[] = {
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("json (the default, and the only one yet)"), N_ ("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file instead of the standard output"),
    N_ ("PATH") },
  { NULL },
};

static gboolean
check_format (char **arguments, GError **error)
{
  if (format == NULL || g_str_equal (format, "json"))
    return TRUE;
  if (g_str_equal (format, "csv") || g_str_equal (format, "vcard") || g_str_equal (format, "ical"))
    g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_FAILED,
                 _ ("Exporting as %s comes in a later version. Use --format json."), format);
  else
    g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE, _ ("“%s” is no format. Use --format json."), format);
  return FALSE;
}

/* A file is replaced when the whole document is on the disk, and is the user's alone. */
static gboolean
run_export (OnwardCli *cli, char **arguments, GError **error)
{
  OnwardNow now = onward_store_get_now (cli->store);
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (output == NULL)
    stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  else
    {
      file = g_file_new_for_commandline_arg (output);
      stream = G_OUTPUT_STREAM (
          g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error));
    }
  if (stream == NULL || !onward_json_export (onward_store_get_connection (cli->store), &now, stream, error)
      || !g_output_stream_close (stream, NULL, error))
    {
      g_prefix_error (error, "%s: ", output != NULL ? output : _ ("Standard output"));
      return FALSE;
    }
  if (output != NULL && cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "file", output);
      json_object_set_string_member (object, "format", "json");
      onward_output_print_json (json_node_init_object (json_node_alloc (), object));
      json_object_unref (object);
    }
  else if (output != NULL)
    onward_output_print_line (_ ("Everything is in %s."), output);
  return TRUE;
}

const OnwardVerb onward_verb_export = {
  .name = "export",
  .arguments = "",
  .summary = N_ ("Write the whole database as one Onward JSON document"),
  .options = export_options,
  .prepare = check_format,
  .run = run_export,
};
