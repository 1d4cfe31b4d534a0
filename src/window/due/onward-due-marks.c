/* onward-due-marks.c - several follow-ups that are marked, and what is done with all of them at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-marks.h"

#include "onward-due-pane.h"
#include "onward-due-row-private.h"
#include "onward-window.h"
#include "store/onward-follow-up-batch.h"

#include <glib/gi18n-lib.h>

static void
set_marked (OnwardDueRow *row, gboolean marked)
{
  marked = marked && row->due != NULL && !row->done;
  if (row->marked == marked)
    return;
  row->marked = marked;
  if (marked)
    gtk_widget_add_css_class (GTK_WIDGET (row), "marked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "marked");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, marked, -1);
}

static void
collect (GtkWidget *widget, GPtrArray *rows)
{
  if (ONWARD_IS_DUE_ROW (widget))
    {
      OnwardDueRow *row = ONWARD_DUE_ROW (widget);

      if (row->marked && row->due != NULL && !row->done && gtk_widget_get_visible (widget))
        g_ptr_array_add (rows, row);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, rows);
}

static GPtrArray *
find_marked (OnwardDueRow *row)
{
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (row), ONWARD_TYPE_DUE_PANE);
  GPtrArray *rows = g_ptr_array_new ();

  if (pane != NULL)
    collect (pane, rows);
  return rows;
}

static void
clear (OnwardDueRow *row)
{
  g_autoptr (GPtrArray) rows = find_marked (row);

  for (guint i = 0; i < rows->len; i++)
    set_marked (rows->pdata[i], FALSE);
}

static void
mark_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_marked (ONWARD_DUE_ROW (widget), !ONWARD_DUE_ROW (widget)->marked);
}

/* Escape leaves the marks first; without any it goes on. */
static gboolean
unmark_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  g_autoptr (GPtrArray) rows = find_marked (ONWARD_DUE_ROW (widget));

  clear (ONWARD_DUE_ROW (widget));
  return rows->len > 0;
}

static gboolean
extend_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  gboolean down = g_variant_get_int32 (parameter) > 0;
  GtkWidget *next = widget;

  do
    next = down ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next);
  while (next != NULL && !gtk_widget_get_visible (next));
  set_marked (ONWARD_DUE_ROW (widget), TRUE);
  if (next == NULL || !ONWARD_IS_DUE_ROW (next))
    return TRUE;
  set_marked (ONWARD_DUE_ROW (next), TRUE);
  gtk_widget_grab_focus (next);
  return TRUE;
}

static void
clicked_cb (OnwardDueRow *row, int n, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if ((state & GDK_CONTROL_MASK) == 0)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (row), "due.mark", NULL);
}

/* One command, and one step of Undo. */
static gboolean
change_all (OnwardDueRow *row, const char *until)
{
  g_autoptr (GPtrArray) rows = find_marked (row);
  GPtrArray *changes;
  g_autofree char *label = NULL;
  g_autofree char *toast = NULL;
  guint n = rows->len;

  if (!row->marked || n < 2)
    return FALSE;
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_follow_up_change_free);
  for (guint i = 0; i < n; i++)
    {
      gint64 id = onward_due_row_get_id (rows->pdata[i]);

      g_ptr_array_add (changes,
                       until != NULL ? onward_follow_up_change_snooze (id, until) : onward_follow_up_change_skip (id));
    }
  label = g_strdup_printf (until != NULL ? ngettext ("Snooze %u follow-up", "Snooze %u follow-ups", n)
                                         : ngettext ("Skip %u follow-up", "Skip %u follow-ups", n),
                           n);
  toast = g_strdup_printf (until != NULL ? ngettext ("%u follow-up snoozed", "%u follow-ups snoozed", n)
                                         : ngettext ("%u follow-up skipped", "%u follow-ups skipped", n),
                           n);
  clear (row);
  onward_window_run_with_toast (GTK_WIDGET (row), label, toast, onward_follow_up_batch_apply, changes,
                                (GDestroyNotify)g_ptr_array_unref);
  return TRUE;
}

/**
 * onward_due_marks_skip:
 * @row: a row that is skipped
 *
 * Returns: whether it was one of several that were marked, and all are skipped
 */
gboolean
onward_due_marks_skip (OnwardDueRow *row)
{
  return change_all (row, NULL);
}

/**
 * onward_due_marks_snooze:
 * @row: a row that is snoozed
 * @until: the wall time until which it is quiet
 *
 * Returns: whether it was one of several that were marked, and all are snoozed
 */
gboolean
onward_due_marks_snooze (OnwardDueRow *row, const char *until)
{
  return change_all (row, until);
}

void
onward_due_marks_install_actions (GtkWidgetClass *row_class)
{
  gtk_widget_class_install_action (row_class, "due.mark", NULL, mark_cb);
  gtk_widget_class_add_binding_action (row_class, GDK_KEY_space, 0, "due.mark", NULL);
  gtk_widget_class_add_binding (row_class, GDK_KEY_Escape, 0, unmark_cb, NULL);
  gtk_widget_class_add_binding (row_class, GDK_KEY_Down, GDK_SHIFT_MASK, extend_cb, "i", 1);
  gtk_widget_class_add_binding (row_class, GDK_KEY_Up, GDK_SHIFT_MASK, extend_cb, "i", -1);
}

void
onward_due_marks_init (OnwardDueRow *row)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (click));
}
