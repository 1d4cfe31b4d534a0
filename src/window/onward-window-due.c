/* onward-window-due.c - where the Due pane stands, and the number in the header */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-window-private.h"

#include "shared/onward-window-settings.h"

#define COVERS_BELOW 1000
#define ALONE_BELOW  600
#define PANE_WIDTH   304

/* The pane moves between a place beside the views, one over them, and a view of its own. */
static void
move_to (OnwardWindow *self, GtkWidget *slot)
{
  GtkWidget *pane = GTK_WIDGET (self->due);
  g_autoptr (GtkWidget) held = g_object_ref (pane);

  if (gtk_widget_get_parent (pane) == slot)
    return;
  gtk_revealer_set_child (self->due_slot_beside, NULL);
  gtk_revealer_set_child (self->due_slot_over, NULL);
  adw_bin_set_child (self->due_slot_page, NULL);
  if (slot == GTK_WIDGET (self->due_slot_page))
    adw_bin_set_child (self->due_slot_page, pane);
  else
    gtk_revealer_set_child (GTK_REVEALER (slot), pane);
}

static void
set_over (OnwardWindow *self, gboolean over)
{
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self->due), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->due), "over");
}

static void
reveal (OnwardWindow *self)
{
  gboolean over = gtk_widget_get_parent (GTK_WIDGET (self->due)) == GTK_WIDGET (self->due_slot_over);

  gtk_revealer_set_reveal_child (self->due_slot_beside, self->due_shown);
  gtk_revealer_set_reveal_child (self->due_slot_over, self->due_shown && over);
  gtk_widget_set_visible (GTK_WIDGET (self->due_slot_over), over);
}

/* Of large text a row needs more room; the pane covers the view then, but not the whole of it. */
static int
get_pane_width (OnwardWindow *self, int width)
{
  int real = gtk_widget_get_width (GTK_WIDGET (self));

  return real > width && width > 0 ? MIN (PANE_WIDTH * real / width, real * 2 / 3) : PANE_WIDTH;
}

/**
 * onward_window_update_due: (skip)
 * @self: the window
 * @width: its width in text-scaled pixels
 *
 * Puts the pane where there is room for it.
 */
void
onward_window_update_due (OnwardWindow *self, int width)
{
  gboolean alone = width < ALONE_BELOW;
  gboolean over = !alone && width < COVERS_BELOW;
  gboolean was_page = g_strcmp0 (onward_window_get_view (self), "due") == 0;

  move_to (self, alone  ? GTK_WIDGET (self->due_slot_page)
                 : over ? GTK_WIDGET (self->due_slot_over)
                        : GTK_WIDGET (self->due_slot_beside));
  set_over (self, over);
  onward_due_pane_set_alone (self->due, alone);
  gtk_widget_set_size_request (GTK_WIDGET (self->due), alone ? -1 : get_pane_width (self, width), -1);
  adw_view_stack_page_set_visible (self->due_page, alone);
  if (was_page && !alone)
    onward_window_show_view (self, "pipeline");
  reveal (self);
}

static void
count_changed_cb (OnwardWindow *self)
{
  guint count = onward_due_pane_get_count (self->due);
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_label (self->due_count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->due_count), count > 0);
  adw_view_stack_page_set_badge_number (self->due_page, count);
}

static void
set_shown (OnwardWindow *self, gboolean shown)
{
  GSettings *settings = onward_window_settings_get ();

  /* The focus does not stay where nobody sees it. */
  if (!shown && gtk_widget_get_focus_child (GTK_WIDGET (self->due)) != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
  self->due_shown = shown;
  if (settings != NULL)
    g_settings_set_boolean (settings, "due-pane-shown", shown);
  gtk_toggle_button_set_active (self->due_toggle, shown);
  reveal (self);
}

/**
 * onward_window_uncover:
 * @self: the window
 *
 * Takes the Due pane away where it would cover what is opened from it; it is not forgotten that it was open.
 */
void
onward_window_uncover (OnwardWindow *self)
{
  if (!self->due_shown || gtk_widget_get_parent (GTK_WIDGET (self->due)) != GTK_WIDGET (self->due_slot_over))
    return;
  self->due_shown = FALSE;
  gtk_toggle_button_set_active (self->due_toggle, FALSE);
  reveal (self);
}

static void
toggle_due_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *self = ONWARD_WINDOW (widget);

  if (self->narrow)
    onward_window_show_view (self, "due");
  else
    set_shown (self, !self->due_shown);
}

static void
focus_due_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_window_open_follow_up (ONWARD_WINDOW (widget), 0);
}

static void
toggled_cb (OnwardWindow *self)
{
  if (gtk_toggle_button_get_active (self->due_toggle) != self->due_shown)
    set_shown (self, !self->due_shown);
}

/**
 * onward_window_init_due: (skip)
 * @self: the window, which has its store
 */
void
onward_window_init_due (OnwardWindow *self)
{
  GSettings *settings = onward_window_settings_get ();

  self->due_shown = settings == NULL || g_settings_get_boolean (settings, "due-pane-shown");
  self->due = ONWARD_DUE_PANE (g_object_ref_sink (onward_due_pane_new (self->store, self->clock)));
  gtk_toggle_button_set_active (self->due_toggle, self->due_shown);
  g_signal_connect_object (self->due_toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->due, "notify::count", G_CALLBACK (count_changed_cb), self, G_CONNECT_SWAPPED);
  count_changed_cb (self);
}

void
onward_window_install_due_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toggle-due", NULL, toggle_due_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-due", NULL, focus_due_cb);
}

/**
 * onward_window_open_follow_up:
 * @self: the window
 * @follow_up: a row; 0 = the one that was used last, else the most urgent one
 *
 * Shows the Due pane with the focus on it.
 */
void
onward_window_open_follow_up (OnwardWindow *self, gint64 follow_up)
{
  if (self->narrow)
    onward_window_show_view (self, "due");
  else if (!self->due_shown)
    set_shown (self, TRUE);
  onward_due_pane_show_follow_up (self->due, follow_up);
}
