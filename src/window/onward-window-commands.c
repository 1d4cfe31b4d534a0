/* onward-window-commands.c - runs commands for the widgets of a window, and says how that ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-window-private.h"

#include "help/onward-help-window.h"
#include "help/onward-shortcuts-window.h"
#include "messages/onward-slot-text.h"
#include "model/onward-contact.h"
#include "model/onward-opportunity.h"
#include "onward-window-sheets.h"
#include "shared/onward-dialogs.h"
#include "shared/onward-mnemonic.h"

#include <glib/gi18n-lib.h>

/* A command on its way. */
typedef struct
{
  GWeakRef window;
  GWeakRef widget; /* where it was asked for; a sheet may be gone by now */
  gboolean closes; /* it is a sheet that has nothing more to ask when this is done */
  char *toast;
  OnwardDoneFunc done;
  gpointer data;
  const char *action;   /* (nullable): of the window, when it is done */
  const gint64 *target; /* a row; known then */
} Run;

static Run *
create_run (OnwardWindow *self, GtkWidget *widget)
{
  Run *run = g_new0 (Run, 1);

  g_weak_ref_init (&run->window, self);
  g_weak_ref_init (&run->widget, widget);
  return run;
}

static void
free_run (Run *run)
{
  g_weak_ref_clear (&run->window);
  g_weak_ref_clear (&run->widget);
  g_free (run->toast);
  g_free (run);
}

/* What was refused stands in its sheet as it was typed. */
static void
end_sheet (OnwardSheet *sheet, OnwardWindow *window, gboolean done)
{
  if (done)
    onward_sheet_close (sheet);
  else if (window != NULL)
    onward_sheet_present (sheet, GTK_WIDGET (window));
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;
  gboolean done = onward_store_run_finish (ONWARD_STORE (source), result, &error);
  g_autoptr (OnwardWindow) self = g_weak_ref_get (&run->window);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&run->widget);
  gboolean there = widget != NULL && gtk_widget_get_root (widget) != NULL;
  gint64 target = done && widget != NULL && run->target != NULL ? *run->target : 0;

  if (run->closes && widget != NULL)
    end_sheet (ONWARD_SHEET (widget), self, done);
  if (self != NULL)
    {
      onward_window_clear_toast (self);
      onward_window_update_undo (self);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        onward_window_show_done (self, _ ("Cancelled, and nothing was changed"), FALSE);
      /* A field keeps what was typed into it and says there what is wrong with it. */
      else if (!done && !(there && gtk_widget_activate_action (widget, "field.refused", "s", error->message)))
        onward_dialogs_show_error (there ? widget : GTK_WIDGET (self), _ ("Nothing was changed"), error->message);
      else if (done && run->toast != NULL)
        onward_window_show_done (self, run->toast, TRUE);
    }
  else if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("%s", error->message);
  if (run->done != NULL)
    run->done (done, run->data);
  if (self != NULL && target != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), run->action, "x", target);
  free_run (run);
}

/* Back to where it can be seen: the view, and the person. What covers a view stays: it shows what it is about. */
static void
show_subject (OnwardWindow *self)
{
  gint64 id;
  GType type = onward_store_get_undo_subject (self->store, &id);

  if (onward_window_get_page (self) != NULL || g_strcmp0 (onward_window_get_view (self), "calendar") == 0)
    return;
  if (type == ONWARD_TYPE_OPPORTUNITY && g_strcmp0 (onward_window_get_view (self), "pipeline") != 0)
    onward_window_show_view (self, "pipeline");
  else if (type == ONWARD_TYPE_CONTACT)
    {
      onward_window_show_view (self, "contacts");
      onward_contacts_view_open (self->contacts, id);
    }
}

static void
undone_cb (gboolean done, gpointer data)
{
  OnwardWindow *self = data;

  if (done && onward_store_get_undo_left (self->store) != NULL)
    onward_window_show_done (self, onward_store_get_undo_left (self->store), FALSE);
  if (done)
    show_subject (self);
  g_object_unref (self);
}

/* What is being written is taken back where it is written. */
static gboolean
undo_text (GtkWidget *focus, gboolean redo)
{
  if (focus == NULL)
    return FALSE;
  if (ONWARD_IS_SLOT_TEXT (focus))
    return onward_slot_text_undo (ONWARD_SLOT_TEXT (focus), redo);
  if (!(GTK_IS_TEXT (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0') && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  return gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *self = ONWARD_WINDOW (widget);
  gboolean redo = g_str_equal (name, "win.redo");
  Run *run;

  if (undo_text (gtk_root_get_focus (GTK_ROOT (self)), redo))
    return;
  run = create_run (self, widget);
  run->done = undone_cb;
  run->data = g_object_ref (self);
  if (redo)
    onward_store_redo_async (self->store, run_cb, run);
  else
    onward_store_undo_async (self->store, run_cb, run);
}

static void
show_help_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_equal (name, "win.help"))
    onward_help_window_present (GTK_WINDOW (widget));
  else
    onward_shortcuts_window_present (GTK_WINDOW (widget));
}

void
onward_window_install_command_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_help_cb);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, show_help_cb);
}

static char *
name_undo (const char *what)
{
  g_autofree char *escaped = what != NULL ? onward_mnemonic_escape (what) : NULL;

  /* Translators: in a menu; %s is what was done: Undo “Move to Applied” */
  return escaped != NULL ? g_strdup_printf (_ ("_Undo “%s”"), escaped) : g_strdup (_ ("_Undo"));
}

static char *
name_redo (const char *what)
{
  g_autofree char *escaped = what != NULL ? onward_mnemonic_escape (what) : NULL;

  return escaped != NULL ? g_strdup_printf (_ ("_Redo “%s”"), escaped) : g_strdup (_ ("_Redo"));
}

/**
 * onward_window_update_undo: (skip)
 * @self: the window
 *
 * What can be taken back and done again may be something else now: so the menu says what.
 */
void
onward_window_update_undo (OnwardWindow *self)
{
  const char *undo = onward_store_get_undo_label (self->store);
  const char *redo = onward_store_get_redo_label (self->store);
  g_autofree char *undo_name = name_undo (undo);
  g_autofree char *redo_name = name_redo (redo);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  if (self->undo_menu == NULL)
    {
      self->undo_menu = g_menu_new ();
      g_menu_prepend_section (G_MENU (self->main_menu), NULL, G_MENU_MODEL (self->undo_menu));
    }
  g_menu_remove_all (self->undo_menu);
  g_menu_append (self->undo_menu, undo_name, "win.undo");
  g_menu_append (self->undo_menu, redo_name, "win.redo");
}

/**
 * onward_window_find:
 * @widget: a widget in the window, or in a sheet over it
 *
 * Returns: (transfer none) (nullable): the window
 */
OnwardWindow *
onward_window_find (GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW));

  while (window != NULL && !ONWARD_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? ONWARD_WINDOW (window) : NULL;
}

/**
 * onward_window_run:
 * @widget: a widget in the window, or in a sheet over it
 * @label: (nullable): what is done, in the user's words, for Undo; NULL when it cannot be undone
 * @command: runs on the writer's thread
 * @data: for @command
 * @destroy: (nullable): frees @data, on the main thread
 *
 * Runs a command; when it fails, a dialog says why.
 */
void
onward_window_run (GtkWidget *widget, const char *label, OnwardCommandFunc command, gpointer data,
                   GDestroyNotify destroy)
{
  onward_window_run_full (widget, label, NULL, command, data, destroy, NULL, NULL);
}

/**
 * onward_window_run_with_toast:
 * @widget: a widget in the window, or in a sheet over it
 * @label: what is done, in the user's words, for Undo
 * @toast: what was done, in the user's words; shown with Undo
 * @command: runs on the writer's thread
 * @data: for @command
 * @destroy: (nullable): frees @data, on the main thread
 */
void
onward_window_run_with_toast (GtkWidget *widget, const char *label, const char *toast, OnwardCommandFunc command,
                              gpointer data, GDestroyNotify destroy)
{
  onward_window_run_full (widget, label, toast, command, data, destroy, NULL, NULL);
}

/**
 * onward_window_run_full:
 * @widget: a widget in the window, or in a sheet over it
 * @label: (nullable): as for onward_window_run()
 * @toast: (nullable): as for onward_window_run_with_toast()
 * @command: runs on the writer's thread
 * @data: for @command
 * @destroy: (nullable): frees @data, on the main thread, after @done
 * @done: (nullable): called on the main thread when it is durable, after `changed`, or when it failed
 * @done_data: for @done; must live until then
 */
void
onward_window_run_full (GtkWidget *widget, const char *label, const char *toast, OnwardCommandFunc command,
                        gpointer data, GDestroyNotify destroy, OnwardDoneFunc done, gpointer done_data)
{
  OnwardWindow *self = onward_window_find (widget);
  Run *run;

  g_return_if_fail (self != NULL);
  run = create_run (self, widget);
  run->toast = g_strdup (toast);
  run->done = done;
  run->data = done_data;
  onward_store_run_async (self->store, label, command, data, destroy, run_cb, run);
}

/* Out of sight until it is done or refused. */
static Run *
create_sheet_run (OnwardWindow *self, OnwardSheet *sheet, const char *toast)
{
  Run *run = create_run (self, GTK_WIDGET (sheet));

  run->closes = TRUE;
  run->toast = g_strdup (toast);
  gtk_widget_set_visible (GTK_WIDGET (sheet), FALSE);
  return run;
}

/**
 * onward_window_run_and_close:
 * @sheet: a sheet over the window
 * @label: as for onward_window_run_with_toast()
 * @toast: (nullable): as for onward_window_run_with_toast()
 * @command: runs on the writer's thread
 * @data: for @command
 * @destroy: (nullable): as for onward_window_run_full()
 * @done: (nullable): as for onward_window_run_full(); called after the sheet is closed
 * @done_data: for @done; must live until then
 *
 * Runs what a sheet asks for, and closes it when that is done. It is out of sight at once; when the command fails it
 * comes back with all that is typed in it, and a dialog says why.
 */
void
onward_window_run_and_close (OnwardSheet *sheet, const char *label, const char *toast, OnwardCommandFunc command,
                             gpointer data, GDestroyNotify destroy, OnwardDoneFunc done, gpointer done_data)
{
  OnwardWindow *self = onward_window_find (GTK_WIDGET (sheet));
  Run *run;

  g_return_if_fail (self != NULL);
  run = create_sheet_run (self, sheet, toast);
  run->done = done;
  run->data = done_data;
  onward_store_run_async (self->store, label, command, data, destroy, run_cb, run);
}

/**
 * onward_window_run_and_open:
 * @sheet: a sheet over the window
 * @label: as for onward_window_run_and_close()
 * @toast: (nullable): as for onward_window_run_and_close()
 * @command: runs on the writer's thread
 * @data: for @command
 * @destroy: (nullable): as for onward_window_run_full()
 * @action: (nullable): an action of the window; a string that lives as long as the program
 * @target: a row, for @action; it is read when the command is done, in @data or in @sheet
 *
 * The same, and then shows what was made or what stays.
 */
void
onward_window_run_and_open (OnwardSheet *sheet, const char *label, const char *toast, OnwardCommandFunc command,
                            gpointer data, GDestroyNotify destroy, const char *action, const gint64 *target)
{
  OnwardWindow *self = onward_window_find (GTK_WIDGET (sheet));
  Run *run;

  g_return_if_fail (self != NULL);
  run = create_sheet_run (self, sheet, toast);
  run->action = action;
  run->target = action != NULL ? target : NULL;
  onward_store_run_async (self->store, label, command, data, destroy, run_cb, run);
}

/**
 * onward_window_change_follow_up:
 * @widget: a widget in the window
 * @change: (transfer full): what is done with a follow-up
 * @toast: (nullable): as for onward_window_run_with_toast()
 * @done: (nullable): as for onward_window_run_full()
 * @done_data: for @done
 */
void
onward_window_change_follow_up (GtkWidget *widget, OnwardFollowUpChange *change, const char *toast, OnwardDoneFunc done,
                                gpointer done_data)
{
  OnwardWindow *self = onward_window_find (widget);
  Run *run;

  g_return_if_fail (self != NULL);
  run = create_run (self, widget);
  run->toast = g_strdup (toast);
  run->done = done;
  run->data = done_data;
  onward_follow_up_change_run_async (self->store, change, run_cb, run);
}
