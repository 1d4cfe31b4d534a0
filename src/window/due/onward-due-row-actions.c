/* onward-due-row-actions.c - what can be done with a follow-up in the Due pane */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-row-private.h"

#include "onward-due-done.h"
#include "onward-due-marks.h"
#include "onward-due-move.h"
#include "onward-due-pane.h"
#include "alerts/onward-due-words.h"
#include "onward-window.h"
#include "shared/onward-popover.h"
#include "store/onward-follow-up-change.h"
#include "store/onward-own-follow-ups.h"
#include "store/onward-snooze.h"

#include <glib/gi18n-lib.h>

/* In frames: GTK moves the focus away from what is gone before the next one. */
#define LOOKS_TO_BE_SURE    4
#define LOOKS_WHILE_IT_GOES 60
#define MOST_LOOKS          300

/* Where the focus is to go from a row. */
typedef struct
{
  GWeakRef row;
  guint looks; /* how often was looked */
  guint there; /* how often it was there */
} Way;

static void
free_way (gpointer data)
{
  Way *way = data;

  g_weak_ref_clear (&way->row);
  g_free (way);
}

static gboolean
is_in (GtkWidget *focus, GtkWidget *widget)
{
  return widget != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Asked to go, and still there: when it goes it takes the focus along. One that was done stays for a while. */
static gboolean
is_going (GtkWidget *row)
{
  return row != NULL && gtk_widget_get_parent (row) != NULL && !onward_due_row_is_done (ONWARD_DUE_ROW (row));
}

/* A menu or popover from which something was asked gives the focus back when it closes, and a row that goes gives it to
 * its list, at times of their own: the focus is led on until it stays, or until the user takes it elsewhere. */
static gboolean
lead_focus_cb (GtkWidget *next, GdkFrameClock *clock, gpointer data)
{
  Way *way = data;
  GtkRoot *root = gtk_widget_get_root (next);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;
  g_autoptr (GtkWidget) row = g_weak_ref_get (&way->row);

  if (root == NULL || ++way->looks > MOST_LOOKS)
    return G_SOURCE_REMOVE;
  if (popover != NULL && gtk_widget_get_mapped (popover))
    return G_SOURCE_CONTINUE;
  if (focus != NULL && is_in (focus, next))
    return ++way->there < (is_going (row) ? LOOKS_WHILE_IT_GOES : LOOKS_TO_BE_SURE);
  if (focus != NULL && gtk_widget_get_mapped (focus) && !is_in (focus, row) && !gtk_widget_is_ancestor (next, focus))
    return G_SOURCE_REMOVE;
  if (!gtk_widget_grab_focus (next))
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_CONTINUE;
}

/* To the row below, else the one above, else the first of the pane. */
static void
move_focus_on (OnwardDueRow *self)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  Way *way;

  if (focus == NULL || !is_in (focus, GTK_WIDGET (self)))
    return;
  while (next != NULL && !gtk_widget_get_visible (next))
    next = gtk_widget_get_next_sibling (next);
  if (next == NULL)
    next = gtk_widget_get_prev_sibling (GTK_WIDGET (self));
  if (next == NULL)
    next = gtk_widget_get_ancestor (GTK_WIDGET (self), ONWARD_TYPE_DUE_PANE);
  if (next == NULL)
    return;
  way = g_new0 (Way, 1);
  g_weak_ref_init (&way->row, self);
  gtk_widget_add_tick_callback (next, lead_focus_cb, way, free_way);
}

static void
change (OnwardDueRow *self, OnwardFollowUpChange *what, const char *toast)
{
  onward_window_change_follow_up (GTK_WIDGET (self), what, toast, NULL, NULL);
  move_focus_on (self);
}

static void
finished_cb (gboolean done, gpointer data)
{
  g_autoptr (OnwardDueRow) self = data;

  if (!done && self->due != NULL)
    onward_due_row_set_done (self, FALSE);
}

/* Struck through before it is durable, since `changed` comes first. */
static void
finish (OnwardDueRow *self, const char *channel)
{
  onward_due_row_set_done (self, TRUE);
  onward_window_change_follow_up (GTK_WIDGET (self), onward_follow_up_change_done (self->due->id, channel), _ ("Done"),
                                  finished_cb, g_object_ref (self));
  move_focus_on (self);
}

static void
channel_cb (gboolean chosen, const char *channel, gpointer data)
{
  OnwardDueRow *self = data;

  if (chosen && self->due != NULL)
    {
      finish (self, channel);
      if (onward_due_done_asks_for_introduction (self->due->rule) && onward_due_done_is_spoken (channel))
        gtk_widget_activate_action (GTK_WIDGET (self), "due.introduction", NULL);
    }
  else
    onward_due_row_set_check (self, FALSE);
}

static void
done_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardDueRow *self = ONWARD_DUE_ROW (widget);

  if (onward_due_done_needs_channel (self->due->rule))
    onward_due_done_ask (widget, self->due->channel, channel_cb, self);
  else
    finish (self, NULL);
}

static void
skip_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardDueRow *self = ONWARD_DUE_ROW (widget);

  if (onward_due_marks_skip (self))
    move_focus_on (self);
  else
    change (self, onward_follow_up_change_skip (self->due->id), _ ("Skipped"));
}

static void
snooze (OnwardDueRow *self, const char *until)
{
  OnwardNow now = onward_store_get_now (self->store);
  g_autofree char *toast = onward_due_words_get_snoozed (until, self->due->due, &now);

  if (onward_due_marks_snooze (self, until))
    move_focus_on (self);
  else
    change (self, onward_follow_up_change_snooze (self->due->id, until), toast);
}

static void
snooze_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardDueRow *self = ONWARD_DUE_ROW (widget);
  gboolean tonight = g_str_equal (name, "due.snooze-tonight");
  g_autofree char *until = onward_snooze_get_until (
      self->store, tonight ? ONWARD_SNOOZE_TONIGHT : (OnwardSnooze)g_variant_get_int32 (parameter));

  if (until != NULL)
    snooze (self, until);
}

static void
snooze_day_cb (const char *when, gpointer data)
{
  OnwardDueRow *self = data;
  g_autofree char *until = NULL;
  gint64 wall;

  if (self->due == NULL || !onward_wall_parse (when, &wall))
    return;
  until = onward_snooze_get_morning (self->store, onward_wall_day (wall));
  snooze (self, until);
}

static void
snooze_date_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardDueRow *self = ONWARD_DUE_ROW (widget);
  g_autofree char *tomorrow = onward_snooze_get_until (self->store, ONWARD_SNOOZE_TOMORROW);

  onward_due_move_ask (widget, _ ("_Snooze"), tomorrow, snooze_day_cb, self);
}

static void
snooze_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardDueRow *self = ONWARD_DUE_ROW (widget);

  if (self->due == NULL || self->done)
    return;
  onward_due_row_ensure_buttons (self);
  gtk_menu_button_popup (self->snooze);
}

static void
more_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardDueRow *self = ONWARD_DUE_ROW (widget);

  onward_due_row_ensure_buttons (self);
  if (self->more != NULL)
    gtk_menu_button_popup (self->more);
}

static void
moved_cb (const char *when, gpointer data)
{
  OnwardDueRow *self = data;

  if (self->due != NULL)
    change (self, onward_follow_up_change_move (self->due->id, when), _ ("Moved"));
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_due_move_ask (widget, _ ("_Move"), ONWARD_DUE_ROW (widget)->due->moment, moved_cb, widget);
}

static void
why_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardDueRow *self = ONWARD_DUE_ROW (widget);
  g_autofree char *pressure = onward_due_describe_pressure (self->store, self->due);
  g_autofree char *text = NULL;
  GtkWidget *label;

  text = g_strconcat (self->due->why != NULL ? self->due->why : _ ("You asked for it yourself."),
                      pressure != NULL ? "\n\n" : NULL, pressure, NULL);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  onward_popover_show (widget, label);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-follow-up", "x", ONWARD_DUE_ROW (widget)->due->id);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardDueRow *self = ONWARD_DUE_ROW (widget);
  g_autofree char *toast = g_strdup_printf (_ ("“%s” removed"), self->due->title != NULL ? self->due->title : "");

  onward_window_run_with_toast (widget, _ ("Remove a follow-up"), toast, onward_own_follow_ups_remove,
                                g_memdup2 (&self->due->id, sizeof self->due->id), g_free);
  move_focus_on (self);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_due_row_open (ONWARD_DUE_ROW (widget));
}

static void
introduction_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.introduction-from", "x", ONWARD_DUE_ROW (widget)->due->id);
}

static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.write", "x", ONWARD_DUE_ROW (widget)->due->id);
}

/**
 * onward_due_row_install_actions: (skip)
 * @widget_class: the class of the row
 */
void
onward_due_row_install_actions (GtkWidgetClass *widget_class)
{
  onward_due_marks_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "due.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "due.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "due.snooze", "i", snooze_cb);
  gtk_widget_class_install_action (widget_class, "due.snooze-tonight", NULL, snooze_cb);
  gtk_widget_class_install_action (widget_class, "due.snooze-date", NULL, snooze_date_cb);
  gtk_widget_class_install_action (widget_class, "due.snooze-menu", NULL, snooze_menu_cb);
  gtk_widget_class_install_action (widget_class, "due.move", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "due.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "due.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "due.why", NULL, why_cb);
  gtk_widget_class_install_action (widget_class, "due.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "due.write", NULL, write_cb);
  gtk_widget_class_install_action (widget_class, "due.introduction", NULL, introduction_cb);
  gtk_widget_class_install_action (widget_class, "due.menu", NULL, more_menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "due.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "due.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "due.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "due.snooze-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, 0, "due.write", NULL);
  /* As on the page of a person. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "due.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "due.skip", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "due.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "due.menu", NULL);
}
