/* onward-due-row.c - one follow-up in the Due pane */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-row-private.h"

#include "onward-due-done.h"
#include "onward-due-marks.h"

#include "alerts/onward-due-words.h"
#include "messages/onward-composer-actions.h"
#include "playbook/onward-dates.h"
#include "shared/onward-accessible.h"
#include "shared/onward-popover.h"
#include "shared/onward-tooltip.h"
#include "store/onward-snooze.h"

#include <glib/gi18n-lib.h>

/* What is done stays in sight as long as its toast. */
#define DONE_SECONDS 5

enum
{
  EXPIRED,
  SELECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardDueRow, onward_due_row, GTK_TYPE_LIST_BOX_ROW)

void
onward_due_row_set_check (OnwardDueRow *self, gboolean active)
{
  self->setting = TRUE;
  gtk_check_button_set_active (self->check, active);
  self->setting = FALSE;
}

static gboolean
expired_cb (gpointer data)
{
  OnwardDueRow *self = data;

  self->done_source = 0;
  g_signal_emit (self, signals[EXPIRED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
can_write (const OnwardDue *due)
{
  if (g_strcmp0 (due->rule, "debrief") == 0 || g_strcmp0 (due->rule, "prep-stories") == 0)
    return due->interview != 0;
  return onward_composer_can_write (due->rule, due->contact);
}

void
onward_due_row_set_done (OnwardDueRow *self, gboolean done)
{
  static const char *const actions[] = { "due.done",        "due.skip",           "due.snooze",
                                         "due.snooze-date", "due.snooze-tonight", "due.move" };

  self->done = done;
  g_clear_handle_id (&self->done_source, g_source_remove);
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "done");
  onward_lines_set_struck (self->words, done);
  onward_due_row_set_check (self, done);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), !done);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !done && self->due != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.write", !done && self->due != NULL && can_write (self->due));
  if (done)
    self->done_source = g_timeout_add_seconds (DONE_SECONDS, expired_cb, self);
}

static void
show_write (OnwardDueRow *self)
{
  gboolean debrief = g_strcmp0 (self->due->rule, "debrief") == 0;
  gboolean stories = g_strcmp0 (self->due->rule, "prep-stories") == 0;
  const char *verb = debrief ? _ ("Debrief") : stories ? _ ("Choose") : _ ("Write");

  gtk_widget_set_visible (self->write, can_write (self->due));
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->write))), verb);
  onward_accessible_set_label (self->write, verb);
}

/* Tonight is offered until it comes. */
static void
update_tonight (OnwardDueRow *self)
{
  g_autofree char *tonight = onward_snooze_get_until (self->store, ONWARD_SNOOZE_TONIGHT);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.snooze-tonight", tonight != NULL && !self->done);
}

static void
check_toggled_cb (OnwardDueRow *self)
{
  if (!self->setting && gtk_check_button_get_active (self->check))
    gtk_widget_activate_action (GTK_WIDGET (self), "due.done", NULL);
}

static void
focus_entered_cb (OnwardDueRow *self)
{
  g_signal_emit (self, signals[SELECT], 0);
}

static void
pointed_at_cb (OnwardDueRow *self)
{
  onward_due_row_ensure_buttons (self);
}

static void
right_click_cb (OnwardDueRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "due.menu", NULL);
}

/**
 * onward_due_row_ensure_buttons:
 * @self: the row
 *
 * Makes the buttons of a row that is pointed at or selected. They are more than all the rest of a row, and a pane of
 * forty rows is built before the window is seen.
 */
void
onward_due_row_ensure_buttons (OnwardDueRow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->due == NULL)
    return;
  update_tonight (self);
  if (self->actions != NULL)
    return;
  builder = gtk_builder_new_from_resource (ONWARD_RESOURCE_PATH "/ui/due/onward-due-row-buttons.ui");
  self->actions = GTK_WIDGET (gtk_builder_get_object (builder, "actions"));
  self->write = GTK_WIDGET (gtk_builder_get_object (builder, "write"));
  self->snooze = GTK_MENU_BUTTON (gtk_builder_get_object (builder, "snooze"));
  self->more = GTK_MENU_BUTTON (gtk_builder_get_object (builder, "more"));
  onward_popover_set_menu (self->snooze, G_MENU_MODEL (gtk_builder_get_object (builder, "snooze_menu")));
  onward_popover_set_menu (self->more, G_MENU_MODEL (gtk_builder_get_object (builder, "more_menu")));
  show_write (self);
  onward_lines_set_below (self->words, self->actions);
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->more));
}

static void
onward_due_row_dispose (GObject *object)
{
  OnwardDueRow *self = ONWARD_DUE_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->done_source, g_source_remove);
  g_clear_pointer (&self->due, onward_due_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->said, g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child); /* an open popover */
  G_OBJECT_CLASS (onward_due_row_parent_class)->dispose (object);
}

static void
onward_due_row_class_init (OnwardDueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_due_row_dispose;

  /**
   * OnwardDueRow::expired:
   * @self: the row
   *
   * It was done, and has been in sight for long enough.
   */
  signals[EXPIRED] =
      g_signal_new ("expired", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * OnwardDueRow::select:
   * @self: the row
   *
   * It has the focus now.
   */
  signals[SELECT] =
      g_signal_new ("select", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  onward_due_row_install_actions (widget_class);
  g_type_ensure (ONWARD_TYPE_LINES);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/due/onward-due-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardDueRow, check);
  gtk_widget_class_bind_template_child (widget_class, OnwardDueRow, words);
  gtk_widget_class_bind_template_child (widget_class, OnwardDueRow, overlay);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
}

static void
onward_due_row_init (OnwardDueRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  onward_due_marks_init (self);
  onward_tooltip_set (GTK_WIDGET (self->check), _ ("Done (Ctrl+Enter)"));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointed_at_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * onward_due_row_new:
 *
 * Returns: (transfer floating): a row, empty until it is told what it shows
 */
GtkWidget *
onward_due_row_new (void)
{
  return g_object_new (ONWARD_TYPE_DUE_ROW, NULL);
}

static void
set_words (OnwardDueRow *self, const char *title, const char *subject, const char *when, const char *color)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", title, when);
  g_autofree char *done = g_strdup_printf (_ ("Done: %s"), title);

  onward_lines_set (self->words, 0, ONWARD_TEXT_BODY, title, NULL);
  onward_lines_set (self->words, 1, ONWARD_TEXT_CAPTION, subject, "onward_dim");
  onward_lines_set (self->words, 2, ONWARD_TEXT_CAPTION, when, color);
  if (g_strcmp0 (self->said, name) == 0)
    return;
  g_free (self->said);
  self->said = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, done, -1);
}

/* The words say it as well. */
static const char *
get_color (OnwardUrgency urgency)
{
  static const char *const colors[] = { "onward_error", "onward_accent", "onward_dim" };

  return urgency < G_N_ELEMENTS (colors) ? colors[urgency] : NULL;
}

/**
 * onward_due_row_set_due:
 * @self: the row
 * @store: the store it came from
 * @due: (transfer full): an open follow-up
 */
void
onward_due_row_set_due (OnwardDueRow *self, OnwardStore *store, OnwardDue *due)
{
  OnwardNow now = onward_store_get_now (store);
  g_autofree char *subject = onward_due_words_get_subject (due);
  g_autofree char *when = onward_due_words_get_when (due, &now);
  gboolean own;

  g_clear_pointer (&self->due, onward_due_free);
  g_set_object (&self->store, store);
  self->due = due;
  set_words (self, due->title != NULL ? due->title : due->key, subject, when, get_color (due->urgency));
  if (self->write != NULL)
    show_write (self);
  onward_due_row_set_done (self, FALSE);
  own = g_strcmp0 (due->rule, "manual") == 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.edit", own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.remove", own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.introduction",
                                 onward_due_done_asks_for_introduction (due->rule));
}

/**
 * onward_due_row_set_waiting:
 * @self: the row
 * @waiting: an opportunity whose answer is promised
 * @today: the user's day
 *
 * Nothing is to be done about it, so it has no check and no buttons.
 */
void
onward_due_row_set_waiting (OnwardDueRow *self, const OnwardWaiting *waiting, int today)
{
  g_autofree char *day = onward_dates_format_sentence (waiting->on, today);
  /* Translators: a day: nothing is owed until then */
  g_autofree char *when = g_strdup_printf (_ ("quiet until %s"), day);
  const char *title = waiting->company_name != NULL ? waiting->company_name : waiting->title;
  static const char *const actions[] = { "due.edit", "due.remove", "due.why", "due.introduction" };

  self->opportunity = waiting->opportunity;
  set_words (self, title != NULL ? title : "", _ ("Answer promised"), when, "onward_dim");
  gtk_widget_set_visible (GTK_WIDGET (self->check), FALSE);
  onward_due_row_set_done (self, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
}

/**
 * onward_due_row_get_due:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what it shows; NULL for one that waits
 */
const OnwardDue *
onward_due_row_get_due (OnwardDueRow *self)
{
  return self->due;
}

/**
 * onward_due_row_get_id:
 * @self: the row
 *
 * Returns: the follow-up; the opportunity of one that waits
 */
gint64
onward_due_row_get_id (OnwardDueRow *self)
{
  return self->due != NULL ? self->due->id : self->opportunity;
}

/**
 * onward_due_row_is_done:
 * @self: the row
 *
 * Returns: whether it was done a moment ago
 */
gboolean
onward_due_row_is_done (OnwardDueRow *self)
{
  return self->done_source != 0;
}

/**
 * onward_due_row_set_selected:
 * @self: the row
 * @selected: whether it is the one that shows its buttons
 */
void
onward_due_row_set_selected (OnwardDueRow *self, gboolean selected)
{
  selected = selected && self->due != NULL && !self->done;
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  if (selected)
    onward_due_row_ensure_buttons (self);
  if (self->actions != NULL)
    gtk_widget_set_visible (self->actions, selected);
}

/**
 * onward_due_row_open:
 * @self: the row
 *
 * Opens what it is about: the opportunity, else the interview, else the person.
 */
void
onward_due_row_open (OnwardDueRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gint64 opportunity = self->due != NULL ? self->due->opportunity : self->opportunity;

  if (opportunity != 0)
    gtk_widget_activate_action (widget, "win.open-opportunity", "x", opportunity);
  else if (self->due->interview != 0)
    gtk_widget_activate_action (widget, "win.open-interview", "x", self->due->interview);
  else if (self->due->contact != 0)
    gtk_widget_activate_action (widget, "win.open-contact", "x", self->due->contact);
}

/**
 * onward_due_row_was_moved:
 * @self: a row that was taken out of its list and put in at another place
 *
 * GTK 4.8 forgets then that the actions of its buttons can be done.
 */
void
onward_due_row_was_moved (OnwardDueRow *self)
{
  if (self->write == NULL)
    return;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->write), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->write), "due.write");
  gtk_menu_button_set_menu_model (self->snooze, NULL);
  gtk_menu_button_set_menu_model (self->more, NULL);
}
