/* onward-verb-import.c - onward-cli import: files in */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cli.h"
#include "onward-output.h"

#include "model/onward-follow-up.h"
#include "onward-file-kind.h"
#include "onward-linkedin.h"
#include "onward-text-input.h"
#include "store/onward-contact-import.h"
#include "store/onward-json-import.h"
#include "store/onward-json-record.h"
#include "store/onward-json-writer.h"

#include <glib/gi18n-lib.h>

static char *as_kind;
static gboolean dry_run;
static gboolean list_not_opened;

static const GOptionEntry import_options[] = {
  { "as", 0, 0, G_OPTION_ARG_STRING, &as_kind,
    N_ ("Take the files for this kind: onward-json, linkedin-connections (default: found by content)"), N_ ("KIND") },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Report what would be imported, and write nothing"), NULL },
  { "list-not-opened", 0, 0, G_OPTION_ARG_NONE, &list_not_opened,
    N_ ("Also list the follow-ups that are too old to be opened"), NULL },
  { NULL },
};

/* A file that was looked at, and what became of it. */
typedef struct
{
  char *path; /* for display */
  OnwardFileKind kind;
  GString *text;            /* of Onward JSON */
  OnwardProposal *proposal; /* of all other kinds */
  JsonObject *report;
} Import;

static GPtrArray *imports; /* Import */

static void
free_import (Import *import)
{
  if (import->text != NULL)
    g_string_free (import->text, TRUE);
  g_clear_pointer (&import->proposal, onward_proposal_free);
  g_clear_pointer (&import->report, json_object_unref);
  g_free (import->path);
  g_free (import);
}

static gboolean
read_proposal (Import *import, GError **error)
{
  if (!onward_file_kind_check (import->kind, error))
    return FALSE;
  if (import->kind == ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS)
    import->proposal = onward_linkedin_read_connections (import->text->str, import->text->len, NULL, error);
  return import->kind == ONWARD_FILE_KIND_ONWARD_JSON || import->proposal != NULL;
}

static Import *
read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  Import *import = g_new0 (Import, 1);

  import->path = g_filename_display_name (path);
  if (stream != NULL)
    import->text = onward_text_input_read (G_INPUT_STREAM (stream), ONWARD_TEXT_INPUT_LIMIT, NULL, error);
  if (import->text != NULL)
    {
      import->kind = onward_file_kind_find (import->text->str, import->text->len);
      if (as_kind != NULL && import->kind != ONWARD_FILE_KIND_EMPTY)
        import->kind = onward_file_kind_from_string (as_kind);
      if (read_proposal (import, error))
        return import;
    }
  g_prefix_error (error, "%s: ", import->path);
  free_import (import);
  return NULL;
}

/* Beside others a document is parsed here already, because their import would be written when its own fails. */
static gboolean
is_sound (Import *import, GError **error)
{
  g_autoptr (JsonNode) document = NULL;

  if (import->kind != ONWARD_FILE_KIND_ONWARD_JSON)
    return TRUE;
  document = onward_json_parse (import->text->str, import->text->len, error);
  if (document == NULL)
    g_prefix_error (error, "%s: ", import->path);
  return document != NULL;
}

/* All files are looked at before the database is opened and the first is imported. */
static gboolean
read_files (char **arguments, GError **error)
{
  if (as_kind != NULL && onward_file_kind_from_string (as_kind) == ONWARD_FILE_KIND_UNKNOWN)
    {
      g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE,
                   _ ("“%s” is no kind of file. Give onward-json or linkedin-connections."), as_kind);
      return FALSE;
    }
  imports = g_ptr_array_new_with_free_func ((GDestroyNotify)free_import);
  for (int i = 0; arguments[i] != NULL; i++)
    {
      Import *import = read_file (arguments[i], error);

      if (import == NULL)
        return FALSE;
      g_ptr_array_add (imports, import);
      if (arguments[1] != NULL && !is_sound (import, error))
        return FALSE;
    }
  return TRUE;
}

static JsonArray *
list_follow_ups (OnwardCli *cli, GPtrArray *follow_ups)
{
  JsonArray *array = json_array_sized_new (follow_ups->len);

  for (guint i = 0; i < follow_ups->len; i++)
    json_array_add_object_element (
        array, onward_json_from_record (onward_store_get_connection (cli->store), follow_ups->pdata[i]));
  return array;
}

static JsonObject *
create_report (OnwardCli *cli, const Import *import, const OnwardImportReport *report, JsonArray *rejected)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", import->path);
  json_object_set_string_member (object, "kind", onward_file_kind_to_string (import->kind));
  json_object_set_int_member (object, "read", report->read);
  json_object_set_int_member (object, "added", report->added);
  json_object_set_int_member (object, "updated", report->updated);
  json_object_set_int_member (object, "unchanged", report->unchanged);
  json_object_set_array_member (object, "rejected", rejected);
  json_object_set_int_member (object, "not_opened", report->not_opened->len);
  if (list_not_opened)
    json_object_set_array_member (object, "not_opened_follow_ups", list_follow_ups (cli, report->not_opened));
  return object;
}

static gboolean
import_onward_json (OnwardCli *cli, Import *import, GError **error)
{
  g_autoptr (OnwardJsonImport) command = onward_json_import_new (import->text->str, import->text->len, dry_run, FALSE);

  if (!onward_store_run (cli->store, NULL, onward_json_import_run, command, error))
    return FALSE;
  import->report = create_report (cli, import, onward_json_import_get_report (command), json_array_new ());
  return TRUE;
}

static JsonArray *
list_remarks (GArray *remarks)
{
  JsonArray *array = json_array_sized_new (remarks->len);

  for (guint i = 0; i < remarks->len; i++)
    {
      const OnwardRowRemark *remark = &g_array_index (remarks, OnwardRowRemark, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "line", remark->line);
      json_object_set_string_member (object, "why", remark->why);
      json_array_add_object_element (array, object);
    }
  return array;
}

static gboolean
import_people (OnwardCli *cli, Import *import, GError **error)
{
  g_autoptr (OnwardContactImport) command =
      onward_contact_import_new (g_steal_pointer (&import->proposal), dry_run, NULL);
  const OnwardProposal *proposal = onward_contact_import_get_proposal (command);

  if (!onward_store_run (cli->store, NULL, onward_contact_import_run, command, error))
    return FALSE;
  import->report =
      create_report (cli, import, onward_contact_import_get_report (command), list_remarks (proposal->rejected));
  if (proposal->notes->len > 0)
    json_object_set_array_member (import->report, "notes", list_remarks (proposal->notes));
  return TRUE;
}

static gboolean
import_file (OnwardCli *cli, Import *import, GError **error)
{
  gboolean done =
      import->proposal != NULL ? import_people (cli, import, error) : import_onward_json (cli, import, error);

  if (!done)
    g_prefix_error (error, "%s: ", import->path);
  return done;
}

static void
print_remarks (JsonArray *remarks)
{
  for (guint i = 0; i < json_array_get_length (remarks); i++)
    {
      JsonObject *row = json_array_get_object_element (remarks, i);

      onward_output_print_line (_ ("  line %d: %s"), (int)json_object_get_int_member (row, "line"),
                                json_object_get_string_member (row, "why"));
    }
}

static void
print_report (const Import *import)
{
  JsonArray *rejected = json_object_get_array_member (import->report, "rejected");
  g_autofree char *kept = NULL;
  gint64 not_opened = json_object_get_int_member (import->report, "not_opened");

  onward_output_print_line (_ ("%s: %d read, %d added, %d updated, %d unchanged, %d rejected"), import->path,
                            (int)json_object_get_int_member (import->report, "read"),
                            (int)json_object_get_int_member (import->report, "added"),
                            (int)json_object_get_int_member (import->report, "updated"),
                            (int)json_object_get_int_member (import->report, "unchanged"),
                            (int)json_array_get_length (rejected));
  print_remarks (rejected);
  if (json_object_has_member (import->report, "notes"))
    print_remarks (json_object_get_array_member (import->report, "notes"));
  if (not_opened > 0)
    onward_output_print_line (
        ngettext ("  %d follow-up is too old to be opened", "  %d follow-ups are too old to be opened", not_opened),
        (int)not_opened);
}

static void
print_not_opened (OnwardCli *cli, const Import *import)
{
  JsonArray *list = json_object_get_array_member (import->report, "not_opened_follow_ups");
  g_autoptr (OnwardOutputTable) table = onward_output_table_new ();

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *row = json_array_get_object_element (list, i);

      onward_output_table_add_row (table, "   ", json_object_get_string_member_with_default (row, "due", ""),
                                   json_object_get_string_member_with_default (row, "title", ""),
                                   json_object_get_string_member_with_default (row, "key", ""), NULL);
    }
  onward_output_table_print (table);
}

static void
print_imports (OnwardCli *cli)
{
  JsonArray *array;

  if (!cli->json)
    {
      for (guint i = 0; i < imports->len; i++)
        {
          print_report (imports->pdata[i]);
          if (list_not_opened)
            print_not_opened (cli, imports->pdata[i]);
        }
      return;
    }
  array = json_array_new ();
  for (guint i = 0; i < imports->len; i++)
    json_array_add_object_element (array, json_object_ref (((Import *)imports->pdata[i])->report));
  onward_output_print_json (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

/* Each file is a transaction of its own. */
static gboolean
run_import (OnwardCli *cli, char **arguments, GError **error)
{
  for (guint i = 0; i < imports->len; i++)
    if (!import_file (cli, imports->pdata[i], error))
      return FALSE;
  print_imports (cli);
  return TRUE;
}

const OnwardVerb onward_verb_import = {
  .name = "import",
  .arguments = N_ ("FILE…"),
  .summary = N_ ("Take in Onward JSON or LinkedIn's Connections.csv"),
  .description = N_ ("Importing a file again changes nothing. JSON: a list of {file, kind, read, added, updated, "
                     "unchanged, rejected: [{line, why}], not_opened}, with notes: [{line, why}] on what of a row "
                     "could not be read, and with --list-not-opened also not_opened_follow_ups."),
  .least = 1,
  .most = -1,
  .options = import_options,
  .prepare = read_files,
  .writes = TRUE,
  .run = run_import,
};
