/* onward-importing.c - between the window, which asks for a file, and the readers of foreign files */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-importing.h"

#include "onward-file-kind.h"
#include "onward-import-preview.h"
#include "onward-linkedin.h"
#include "onward-text-input.h"
#include "onward-window.h"
#include "shared/onward-dialogs.h"
#include "store/onward-board.h"
#include "store/onward-contact-import.h"
#include "store/onward-json-import.h"

#include <glib/gi18n-lib.h>

/* Milliseconds after which something is said about an import that is not over, and between two looks at it. */
#define LOOK_AFTER 300

/* A file on its way in; the main thread's, but for what a reader puts in. */
typedef struct
{
  OnwardWindow *window;
  GFile *file;
  GCancellable *cancellable;
  gboolean agreed; /* it is not only looked at */
  AdwToast *toast; /* how far it is; NULL = not shown yet */
  guint progress_source;
  OnwardProposal *proposal;   /* what a reader made of it */
  OnwardJsonImport *document; /* or Onward JSON */
  OnwardContactImport *people;
} Import;

/* Its window may go while a file is on its way; nobody is told anything then. */
static gboolean
is_window_closed (Import *import)
{
  return gtk_window_get_application (GTK_WINDOW (import->window)) == NULL;
}

static void
free_import (gpointer data)
{
  Import *import = data;

  g_clear_handle_id (&import->progress_source, g_source_remove);
  if (import->toast != NULL)
    g_signal_handlers_disconnect_by_data (import->toast, import->cancellable);
  g_clear_object (&import->toast);
  g_clear_object (&import->cancellable);
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
    import->document = onward_json_import_new (text->str, text->len, TRUE, FALSE);
  if (text != NULL)
    g_string_free (text, TRUE);
  return import->proposal != NULL || import->document != NULL;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_import (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A command. */
static gboolean
run_import (OnwardWriter *writer, gpointer data, GError **error)
{
  Import *import = data;

  if (import->people != NULL)
    return onward_contact_import_run (writer, import->people, error);
  onward_writer_set_cancellable (writer, import->cancellable);
  return onward_json_import_run (writer, import->document, error);
}

static char *
describe_result (const OnwardImportReport *report, gboolean of_people)
{
  if (report->added == 0 && report->updated == 0)
    return g_strdup (of_people ? _ ("Everyone here is known already") : _ ("Changed"));
  if (report->updated == 0 && of_people)
    return g_strdup_printf (ngettext ("%u person added", "%u people added", report->added), report->added);
  if (report->updated == 0)
    return g_strdup_printf (ngettext ("%u added", "%u added", report->added), report->added);
  return g_strdup_printf (_ ("%u added, %u updated"), report->added, report->updated);
}

/* Who begins with people has an empty board before them, and would look for those who came in. */
static void
show_people (OnwardWindow *window)
{
  if (g_strcmp0 (onward_window_get_view (window), "pipeline") == 0 && onward_window_get_page (window) == NULL
      && onward_board_is_empty (onward_window_get_store (window)))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "contacts");
}

static void
imported_cb (gboolean done, gpointer data)
{
  Import *import = data;
  const OnwardImportReport *report;
  g_autofree char *result = NULL;

  if (!done || is_window_closed (import))
    return;
  report = import->people != NULL ? onward_contact_import_get_report (import->people)
                                  : onward_json_import_get_report (import->document);
  result = describe_result (report, import->people != NULL);
  if (import->people != NULL && report->added > 0)
    show_people (import->window);
  onward_window_show_done (import->window, result, TRUE);
}

/* A toast rather than a dialog: the window stays in use meanwhile. */
static gboolean
show_progress_cb (gpointer data)
{
  Import *import = data;
  double share = import->people != NULL ? onward_contact_import_get_progress (import->people) : 0;
  g_autofree char *title = share > 0 && import->agreed
                               ? g_strdup_printf (_ ("Importing… %d %%"), (int)(share * 99))
                               : g_strdup (import->agreed ? _ ("Importing…") : _ ("Reading the file…"));

  if (g_cancellable_is_cancelled (import->cancellable) || is_window_closed (import))
    {
      import->progress_source = 0;
      return G_SOURCE_REMOVE;
    }
  if (import->toast != NULL)
    {
      adw_toast_set_title (import->toast, title);
      return G_SOURCE_CONTINUE;
    }
  import->toast = adw_toast_new (title);
  adw_toast_set_timeout (import->toast, 0);
  adw_toast_set_button_label (import->toast, _ ("_Cancel"));
  g_signal_connect_swapped (import->toast, "button-clicked", G_CALLBACK (g_cancellable_cancel), import->cancellable);
  onward_window_add_toast (import->window, g_object_ref (import->toast));
  return G_SOURCE_CONTINUE;
}

/* The user has seen what would change, and wants it. */
static void
run_in_earnest (gpointer data)
{
  Import *import = data;

  import->agreed = TRUE;
  if (import->people != NULL)
    onward_contact_import_renew (import->people);
  else
    {
      OnwardJsonImport *again = onward_json_import_again (import->document);

      onward_json_import_free (import->document);
      import->document = again;
    }
  import->progress_source = g_timeout_add (LOOK_AFTER, show_progress_cb, import);
  onward_window_run_full (GTK_WIDGET (import->window), _ ("Import"), NULL, run_import, import, free_import, imported_cb,
                          import);
}

static void
end_progress (Import *import)
{
  g_clear_handle_id (&import->progress_source, g_source_remove);
  if (import->toast == NULL)
    return;
  g_signal_handlers_disconnect_by_data (import->toast, import->cancellable);
  onward_window_clear_toast (import->window);
  g_clear_object (&import->toast);
}

/* The words of what would change are made where nothing waits for them. */
static void
describe_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  g_autofree char *basename = g_file_get_basename (import->file);
  g_autofree char *file = g_filename_display_name (basename);

  g_task_return_pointer (task,
                         import->people != NULL ? onward_import_preview_people (import->people, file)
                                                : onward_import_preview_document (import->document, file),
                         (GDestroyNotify)onward_import_preview_free);
}

/* @error: why it does not go on; NULL = its window is closed */
static void
give_up (Import *import, const GError *error)
{
  end_progress (import);
  if (is_window_closed (import))
    g_debug ("The window was closed before the file was read.");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    onward_window_show_done (import->window, _ ("Cancelled, and nothing was changed"), FALSE);
  else if (error != NULL)
    onward_dialogs_show_error (GTK_WIDGET (import->window), _ ("Nothing was imported"), error->message);
  free_import (import);
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardImportPreview) preview = g_task_propagate_pointer (G_TASK (result), &error);

  if (preview == NULL || is_window_closed (import))
    {
      give_up (import, error);
      return;
    }
  end_progress (import);
  onward_import_sheet_present (import->window, preview, run_in_earnest, import, free_import);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *import = data;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  if (!onward_store_run_finish (ONWARD_STORE (source), result, &error) || is_window_closed (import))
    {
      give_up (import, error);
      return;
    }
  task = g_task_new (NULL, import->cancellable, described_cb, import);
  g_task_set_task_data (task, import, NULL);
  g_task_run_in_thread (task, describe_thread);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || is_window_closed (import))
    {
      give_up (import, error);
      return;
    }
  if (import->proposal != NULL)
    import->people = onward_contact_import_new (g_steal_pointer (&import->proposal), TRUE, import->cancellable);
  import->progress_source = g_timeout_add (LOOK_AFTER, show_progress_cb, import);
  onward_store_run_async (onward_window_get_store (import->window), NULL, run_import, import, NULL, previewed_cb,
                          import);
}

static void
import_file_cb (OnwardApplication *application, GFile *file, OnwardWindow *window)
{
  Import *import = g_new0 (Import, 1);
  g_autoptr (GTask) task = g_task_new (application, NULL, read_cb, import);

  import->window = g_object_ref (window);
  import->file = g_object_ref (file);
  import->cancellable = g_cancellable_new ();
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
