/* onward-importing.c - between the window, which asks for a file, and the readers of foreign files */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-importing.h"

#include "onward-file-kind.h"
#include "onward-linkedin.h"
#include "onward-text-input.h"
#include "onward-window.h"
#include "shared/onward-dialogs.h"
#include "store/onward-contact-import.h"
#include "store/onward-json-import.h"

#include <glib/gi18n-lib.h>

/* So many rows that could not be used are named one by one. */
#define MOST_NAMED 12

/* A file on its way in. */
typedef struct
{
  OnwardWindow *window;
  GFile *file;
  OnwardProposal *proposal;   /* what a reader made of it */
  OnwardJsonImport *document; /* or Onward JSON */
  OnwardContactImport *people;
} Import;

static void
free_import (gpointer data)
{
  Import *import = data;

  g_clear_object (&import->window);
  g_object_unref (import->file);
  g_clear_pointer (&import->proposal, onward_proposal_free);
  g_clear_pointer (&import->document, onward_json_import_free);
  g_clear_pointer (&import->people, onward_contact_import_free);
  g_free (import);
}

/* A reader's thread. */
static gboolean
read_import (Import *import, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (import->file, cancellable, error);
  GString *text = stream != NULL
                      ? onward_text_input_read (G_INPUT_STREAM (stream), ONWARD_TEXT_INPUT_LIMIT, cancellable, error)
                      : NULL;
  OnwardFileKind kind = text != NULL ? onward_file_kind_find (text->str, text->len) : ONWARD_FILE_KIND_UNKNOWN;
  gboolean known = text != NULL && onward_file_kind_check (kind, error);

  if (known && kind == ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS)
    import->proposal = onward_linkedin_read_connections (text->str, text->len, cancellable, error);
  else if (known)
    import->document = onward_json_import_new (text->str, text->len, FALSE, FALSE);
  if (text != NULL)
    g_string_free (text, TRUE);
  return import->proposal != NULL || import->document != NULL;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  GError *error = NULL;

  if (read_import (import, cancellable, &error))
    g_task_return_pointer (task, import, free_import);
  else
    {
      free_import (import);
      g_task_return_error (task, error);
    }
}

/* A command. */
static gboolean
run_import (OnwardWriter *writer, gpointer data, GError **error)
{
  Import *import = data;

  if (import->people != NULL)
    return onward_contact_import_run (writer, import->people, error);
  return onward_json_import_run (writer, import->document, error);
}

/* `line 12: no name`, one a line. */
static char *
describe_rejected (const OnwardProposal *proposal)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proposal->rejected->len && i < MOST_NAMED; i++)
    {
      const OnwardRowRemark *remark = &g_array_index (proposal->rejected, OnwardRowRemark, i);

      g_string_append_printf (text, _ ("Line %u: %s"), remark->line, remark->why);
      g_string_append_c (text, '\n');
    }
  if (proposal->rejected->len > MOST_NAMED)
    g_string_append_printf (text, ngettext ("and %u more", "and %u more", proposal->rejected->len - MOST_NAMED),
                            proposal->rejected->len - MOST_NAMED);
  return g_string_free (text, FALSE);
}

static char *
describe_result (const OnwardImportReport *report)
{
  if (report->added == 0 && report->updated == 0)
    return g_strdup (_ ("Everyone here is known already"));
  if (report->updated == 0)
    return g_strdup_printf (ngettext ("%u added", "%u added", report->added), report->added);
  return g_strdup_printf (_ ("%u added, %u updated"), report->added, report->updated);
}

/* Rows that could not be used are named; nobody should have to find them in a toast. */
static void
imported_cb (gboolean done, gpointer data)
{
  Import *import = data;
  const OnwardImportReport *report;
  const OnwardProposal *proposal = NULL;
  g_autofree char *result = NULL;

  if (!done)
    return;
  if (import->people != NULL)
    proposal = onward_contact_import_get_proposal (import->people);
  report = import->people != NULL ? onward_contact_import_get_report (import->people)
                                  : onward_json_import_get_report (import->document);
  result = describe_result (report);
  if (proposal != NULL && proposal->rejected->len > 0)
    {
      g_autofree char *rejected = describe_rejected (proposal);
      g_autofree char *text = g_strdup_printf (_ ("These rows of the file could not be used:\n%s"), rejected);

      onward_dialogs_show_error (GTK_WIDGET (import->window), result, text);
    }
  else
    onward_window_show_done (import->window, result, report->added + report->updated > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OnwardWindow) window = data;
  g_autoptr (GError) error = NULL;
  Import *import = g_task_propagate_pointer (G_TASK (result), &error);

  if (import == NULL)
    {
      onward_dialogs_show_error (GTK_WIDGET (window), _ ("Nothing was imported"), error->message);
      return;
    }
  import->window = g_object_ref (window);
  if (import->proposal != NULL)
    import->people = onward_contact_import_new (g_steal_pointer (&import->proposal), FALSE, NULL);
  onward_window_run_full (GTK_WIDGET (window), _ ("Import"), NULL, run_import, import, free_import, imported_cb,
                          import);
}

static void
import_file_cb (OnwardApplication *application, GFile *file, OnwardWindow *window)
{
  g_autoptr (GTask) task = g_task_new (application, NULL, read_cb, g_object_ref (window));
  Import *import = g_new0 (Import, 1);

  import->file = g_object_ref (file);
  g_task_set_task_data (task, import, NULL);
  g_task_run_in_thread (task, read_thread);
}

/**
 * onward_importing_connect:
 * @application: the program
 *
 * Files that the user chooses are read, and what is in them is taken in.
 */
void
onward_importing_connect (OnwardApplication *application)
{
  g_signal_connect (application, "import-file", G_CALLBACK (import_file_cb), NULL);
}
