/* onward-follow-up-row.c - something owed, with why */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-follow-up-row.h"

#include "alerts/onward-due-words.h"
#include "due/onward-due-done.h"
#include "due/onward-due-move.h"
#include "messages/onward-composer-actions.h"
#include "onward-card-words.h"
#include "onward-window.h"
#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"
#include "shared/onward-beside.h"
#include "store/onward-follow-up-change.h"
#include "store/onward-snooze.h"

#include <glib/gi18n-lib.h>

struct _OnwardFollowUpRow
{
  GtkListBoxRow parent_instance;

  OnwardStore *store;
  OnwardDue *due;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *why;
  GtkButton *act;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (OnwardFollowUpRow, onward_follow_up_row, GTK_TYPE_LIST_BOX_ROW)

static void
change (OnwardFollowUpRow *self, OnwardFollowUpChange *what, const char *toast)
{
  onward_window_change_follow_up (GTK_WIDGET (self), what, toast, NULL, NULL);
}

static void
channel_cb (gboolean chosen, const char *channel, gpointer data)
{
  OnwardFollowUpRow *self = data;

  if (!chosen || self->due == NULL)
    return;
  change (self, onward_follow_up_change_done (self->due->id, channel), _ ("Done"));
  if (onward_due_done_asks_for_introduction (self->due->rule) && onward_due_done_is_spoken (channel))
    gtk_widget_activate_action (GTK_WIDGET (self), "follow-up.introduction", NULL);
}

static void
introduction_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.introduction-from", "x", ONWARD_FOLLOW_UP_ROW (widget)->due->id);
}

static void
done_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardFollowUpRow *self = ONWARD_FOLLOW_UP_ROW (widget);

  if (onward_due_done_needs_channel (self->due->rule))
    onward_due_done_ask (widget, self->due->channel, channel_cb, self);
  else
    change (self, onward_follow_up_change_done (self->due->id, NULL), _ ("Done"));
}

static void
skip_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardFollowUpRow *self = ONWARD_FOLLOW_UP_ROW (widget);

  change (self, onward_follow_up_change_skip (self->due->id), _ ("Skipped"));
}

static void
snooze (OnwardFollowUpRow *self, const char *until)
{
  OnwardNow now = onward_store_get_now (self->store);
  g_autofree char *toast = until != NULL ? onward_due_words_get_snoozed (until, self->due->due, &now) : NULL;

  if (until != NULL)
    change (self, onward_follow_up_change_snooze (self->due->id, until), toast);
}

static void
snooze_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardFollowUpRow *self = ONWARD_FOLLOW_UP_ROW (widget);
  gboolean tonight = g_str_equal (name, "follow-up.snooze-tonight");
  g_autofree char *until = onward_snooze_get_until (
      self->store, tonight ? ONWARD_SNOOZE_TONIGHT : (OnwardSnooze)g_variant_get_int32 (parameter));

  snooze (self, until);
}

static void
snooze_day_cb (const char *when, gpointer data)
{
  OnwardFollowUpRow *self = data;
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
  OnwardFollowUpRow *self = ONWARD_FOLLOW_UP_ROW (widget);
  g_autofree char *tomorrow = onward_snooze_get_until (self->store, ONWARD_SNOOZE_TOMORROW);

  onward_due_move_ask (widget, _ ("_Snooze"), tomorrow, snooze_day_cb, self);
}

/* Tonight is offered until it comes. */
static void
more_opened_cb (OnwardFollowUpRow *self)
{
  g_autofree char *tonight = onward_snooze_get_until (self->store, ONWARD_SNOOZE_TONIGHT);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.snooze-tonight", tonight != NULL);
}

static void
onward_follow_up_row_dispose (GObject *object)
{
  OnwardFollowUpRow *self = ONWARD_FOLLOW_UP_ROW (object);
  GtkWidget *child;

  g_clear_pointer (&self->due, onward_due_free);
  g_clear_object (&self->store);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child); /* an open popover */
  G_OBJECT_CLASS (onward_follow_up_row_parent_class)->dispose (object);
}

static void
onward_follow_up_row_class_init (OnwardFollowUpRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_follow_up_row_dispose;
  gtk_widget_class_install_action (widget_class, "follow-up.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.snooze", "i", snooze_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.snooze-tonight", NULL, snooze_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.snooze-date", NULL, snooze_date_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.introduction", NULL, introduction_cb);
  g_type_ensure (ONWARD_TYPE_BESIDE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-follow-up-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardFollowUpRow, icon);
  gtk_widget_class_bind_template_child (widget_class, OnwardFollowUpRow, title);
  gtk_widget_class_bind_template_child (widget_class, OnwardFollowUpRow, when);
  gtk_widget_class_bind_template_child (widget_class, OnwardFollowUpRow, why);
  gtk_widget_class_bind_template_child (widget_class, OnwardFollowUpRow, act);
  gtk_widget_class_bind_template_child (widget_class, OnwardFollowUpRow, more);
  gtk_widget_class_bind_template_callback (widget_class, more_opened_cb);
}

static void
onward_follow_up_row_init (OnwardFollowUpRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is written has a sheet or a page of its own; the rest is marked as done. */
static void
show_act (OnwardFollowUpRow *self, const char *title)
{
  gboolean debrief = g_strcmp0 (self->due->rule, "debrief") == 0 && self->due->interview != 0;
  gboolean stories = g_strcmp0 (self->due->rule, "prep-stories") == 0 && self->due->interview != 0;
  gboolean write = debrief || stories || onward_composer_can_write (self->due->rule, self->due->contact);
  const char *verb = stories ? _ ("Choose") : write ? _ ("Write") : _ ("Done");
  g_autofree char *label = g_strdup_printf ("%s: %s", verb, title);
  /* Translators: for screen readers: a button with more that can be done with a follow-up */
  g_autofree char *more = g_strdup_printf (_ ("More about: %s"), title);

  gtk_button_set_label (self->act, verb);
  if (write)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->act), "x", self->due->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->act), "win.write");
    }
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->act), "follow-up.done");
  onward_accessible_set_label (GTK_WIDGET (self->act), label);
  onward_accessible_set_label (GTK_WIDGET (self->more), more);
}

/**
 * onward_follow_up_row_new:
 * @store: the database
 * @due: (transfer full): what is owed
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
onward_follow_up_row_new (OnwardStore *store, OnwardDue *due)
{
  OnwardFollowUpRow *self = g_object_new (ONWARD_TYPE_FOLLOW_UP_ROW, NULL);
  OnwardNow now = onward_store_get_now (store);
  g_autofree char *when = onward_due_words_get_when (due, &now);
  const char *title = due->title != NULL ? due->title : _ ("Follow up");
  g_autofree char *label = g_strdup_printf ("%s, %s", title, when);

  self->store = g_object_ref (store);
  self->due = due;
  gtk_image_set_from_icon_name (self->icon, onward_card_words_get_rule_icon (onward_rule_find (due->rule)));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->when, when);
  gtk_widget_add_css_class (GTK_WIDGET (self->when), onward_urgency_get_name (due->urgency));
  gtk_label_set_label (self->why, due->why != NULL ? due->why : _ ("You asked for it yourself."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.introduction",
                                 onward_due_done_asks_for_introduction (due->rule));
  show_act (self, title);
  onward_accessible_set_label (GTK_WIDGET (self), label);
  return GTK_WIDGET (self);
}
