/* onward-window-files.c - files in and out of a window: import, also of what is dropped on it, export, and backup */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-window-private.h"

#include "onward-application.h"
#include "playbook/onward-wall.h"
#include "shared/onward-dialogs.h"
#include "store/onward-backups.h"
#include "store/onward-json-export.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

/* Milliseconds after which something is said about work that is not over. */
#define LOOK_AFTER 300

/* Everything on its way out; the thread's, but for the toast. */
typedef struct
{
  OnwardWindow *window;
  char *path;  /* of the database */
  GFile *file; /* NULL = a backup */
  char *backup;
  OnwardNow now;
  GCancellable *cancellable;
  AdwToast *toast; /* NULL = not shown yet */
  guint toast_source;
} Copy;

/* Its window may go while it is written; nobody is told anything then. */
static gboolean
is_closed (Copy *copy)
{
  return gtk_window_get_application (GTK_WINDOW (copy->window)) == NULL;
}

static void
free_copy (Copy *copy)
{
  g_clear_handle_id (&copy->toast_source, g_source_remove);
  if (copy->toast != NULL)
    g_signal_handlers_disconnect_by_data (copy->toast, copy->cancellable);
  g_clear_object (&copy->toast);
  g_clear_object (&copy->file);
  g_object_unref (copy->cancellable);
  g_object_unref (copy->window);
  g_free (copy->path);
  g_free (copy->backup);
  g_free (copy);
}

/* The file is as it was until the whole document is written: to close it cancelled takes all of it back. */
static gboolean
export_all (Copy *copy, GError **error)
{
  g_autoptr (OnwardConnection) connection = onward_connection_open (copy->path, ONWARD_CONNECTION_READER, error);
  g_autoptr (GCancellable) give_up = g_cancellable_new ();
  g_autoptr (GFileOutputStream) stream = NULL;
  gboolean done;

  if (connection == NULL)
    return FALSE;
  stream = g_file_replace (copy->file, NULL, FALSE, G_FILE_CREATE_PRIVATE, copy->cancellable, error);
  if (stream == NULL)
    return FALSE;
  g_cancellable_push_current (copy->cancellable);
  done = onward_json_export (connection, &copy->now, G_OUTPUT_STREAM (stream), error);
  g_cancellable_pop_current (copy->cancellable);
  if (done)
    return g_output_stream_close (G_OUTPUT_STREAM (stream), copy->cancellable, error);
  g_cancellable_cancel (give_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), give_up, NULL);
  return FALSE;
}

static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  GError *error = NULL;

  if (copy->file == NULL)
    copy->backup = onward_backups_make_now (copy->path, &copy->now, &error);
  else
    export_all (copy, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
show_progress_cb (gpointer data)
{
  Copy *copy = data;

  copy->toast_source = 0;
  if (is_closed (copy))
    return G_SOURCE_REMOVE;
  copy->toast = adw_toast_new (copy->file != NULL ? _ ("Exporting…") : _ ("Backing up…"));
  adw_toast_set_timeout (copy->toast, 0);
  if (copy->file != NULL)
    {
      adw_toast_set_button_label (copy->toast, _ ("_Cancel"));
      g_signal_connect_swapped (copy->toast, "button-clicked", G_CALLBACK (g_cancellable_cancel), copy->cancellable);
    }
  onward_window_add_toast (copy->window, g_object_ref (copy->toast));
  return G_SOURCE_REMOVE;
}

static void
show_in_files_cb (AdwToast *toast, OnwardWindow *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (g_object_get_data (G_OBJECT (toast), "file"));
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* Which file it is, and the way to its folder. */
static void
show_written (OnwardWindow *self, const char *words, GFile *file)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("Show in _Files"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_in_files_cb), self, 0);
  onward_window_add_toast (self, toast);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;
  OnwardWindow *self = copy->window;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (is_closed (copy))
    {
      free_copy (copy);
      return;
    }
  onward_window_clear_toast (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    onward_window_show_done (self, _ ("Cancelled, and no file was written"), FALSE);
  else if (done)
    {
      g_autoptr (GFile) file = copy->file != NULL ? g_object_ref (copy->file) : g_file_new_for_path (copy->backup);
      g_autofree char *basename = g_file_get_basename (file);
      g_autofree char *name = g_filename_display_name (basename);
      /* Translators: the name of a file, in both */
      g_autofree char *words = copy->file != NULL ? g_strdup_printf (_ ("Everything is in %s"), name)
                                                  : g_strdup_printf (_ ("Backed up as %s"), name);

      show_written (self, words, file);
    }
  else
    onward_dialogs_show_error (
        GTK_WIDGET (self), copy->file != NULL ? _ ("Nothing was exported") : _ ("No backup was made"), error->message);
  free_copy (copy);
}

static void
start_copy (OnwardWindow *self, GFile *file)
{
  Copy *copy = g_new0 (Copy, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, copied_cb, copy);

  copy->window = g_object_ref (self);
  copy->path = g_strdup (onward_store_get_path (self->store));
  copy->file = file != NULL ? g_object_ref (file) : NULL;
  copy->now = onward_store_get_now (self->store);
  copy->cancellable = g_cancellable_new ();
  copy->toast_source = g_timeout_add (LOOK_AFTER, show_progress_cb, copy);
  g_task_set_task_data (task, copy, NULL);
  g_task_run_in_thread (task, copy_thread);
}

static void
export_chosen_cb (GFile *file, gpointer data)
{
  start_copy (data, file);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  char today[ONWARD_DATE_SIZE];
  g_autofree char *file = NULL;

  onward_day_format (onward_present_get_today (ONWARD_WINDOW (widget)->store), today);
  file = g_strdup_printf ("onward-%s.json", today);
  onward_dialogs_save_file (widget, _ ("Export everything"), file, export_chosen_cb, g_object_ref (widget),
                            g_object_unref);
}

static void
back_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_copy (ONWARD_WINDOW (widget), NULL);
}

static void
import_file (OnwardWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (ONWARD_IS_APPLICATION (application))
    onward_application_import (ONWARD_APPLICATION (application), file, GTK_WIDGET (self));
}

static void
import_chosen_cb (GFile *file, gpointer data)
{
  import_file (data, file);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_dialogs_open_file (widget, _ ("Import"), import_chosen_cb, g_object_ref (widget), g_object_unref);
}

/* What it is, its content says; nothing changes before the user has seen what would. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, OnwardWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  if (files->next != NULL)
    onward_dialogs_show_error (
        GTK_WIDGET (self), _ ("Nothing was imported"),
        _ ("Several files were dropped. Drop one after the other, to see what each would change."));
  else
    import_file (self, files->data);
  return TRUE;
}

void
onward_window_init_files (OnwardWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (self->overlay, GTK_EVENT_CONTROLLER (target));
}

void
onward_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_cb);
}
