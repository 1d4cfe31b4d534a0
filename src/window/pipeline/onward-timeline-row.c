/* onward-timeline-row.c - one thing that happened */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-timeline-row.h"

#include "onward-interview-words.h"
#include "onward-timeline-words.h"
#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>

struct _OnwardTimelineRow
{
  GtkWidget parent_instance;

  OnwardTimelineItem *item;
  int today;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *text;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (OnwardTimelineRow, onward_timeline_row, GTK_TYPE_WIDGET)

static void
onward_timeline_row_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&ONWARD_TIMELINE_ROW (object)->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (onward_timeline_row_parent_class)->dispose (object);
}

static void
onward_timeline_row_class_init (OnwardTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_timeline_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardTimelineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, OnwardTimelineRow, title);
  gtk_widget_class_bind_template_child (widget_class, OnwardTimelineRow, when);
  gtk_widget_class_bind_template_child (widget_class, OnwardTimelineRow, text);
  gtk_widget_class_bind_template_child (widget_class, OnwardTimelineRow, more);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
onward_timeline_row_init (OnwardTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GMenuModel *
create_feedback_menu (gint64 feedback)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Change…"), NULL);

  g_menu_item_set_action_and_target (item, "win.edit-feedback", "x", feedback);
  g_menu_append_item (menu, item);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_touch_menu (gint64 touch)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) change = g_menu_item_new (_ ("_Change…"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_ ("_Remove"), NULL);

  g_menu_item_set_action_and_target (change, "win.edit-touch", "x", touch);
  g_menu_item_set_action_and_target (remove, "win.remove-touch", "x", touch);
  g_menu_append_item (menu, change);
  g_menu_append_item (menu, remove);
  return G_MENU_MODEL (menu);
}

static gboolean
is_touch (const OnwardTimelineEntry *entry)
{
  return entry->kind == ONWARD_TIMELINE_SENT || entry->kind == ONWARD_TIMELINE_RECEIVED;
}

static void
show_menu (OnwardTimelineRow *self, const OnwardTimelineEntry *entry, const char *title)
{
  g_autoptr (GMenuModel) menu = entry->kind == ONWARD_TIMELINE_FEEDBACK ? create_feedback_menu (entry->record)
                                : is_touch (entry)
                                    ? create_touch_menu (entry->record)
                                    : onward_interview_words_create_menu (entry->interview, entry->status, TRUE);
  /* Translators: for screen readers: a button with more about what happened */
  g_autofree char *label = g_strdup_printf (_ ("More about: %s"), title);

  gtk_menu_button_set_menu_model (self->more, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->more), TRUE);
  onward_accessible_set_label (GTK_WIDGET (self->more), label);
}

static void
show_class (OnwardTimelineRow *self, const char *class)
{
  const char *classes[] = { "timeline-icon", class, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
}

static void
show (OnwardTimelineRow *self)
{
  const OnwardTimelineEntry *entry = onward_timeline_item_get_entry (self->item);
  g_autofree char *title = onward_timeline_words_get_title (entry, self->today);
  g_autofree char *text = onward_timeline_words_get_text (entry);
  g_autofree char *when = onward_timeline_words_get_when (entry, self->today);
  g_autofree char *label = g_strdup_printf ("%s, %s", title, when);

  gtk_image_set_from_icon_name (self->icon, onward_timeline_words_get_icon (entry));
  show_class (self, onward_timeline_words_get_class (entry));
  gtk_label_set_label (self->title, title);
  if (onward_timeline_words_is_quiet (entry))
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dim-label");
  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
  if (entry->kind == ONWARD_TIMELINE_INTERVIEW || entry->kind == ONWARD_TIMELINE_FEEDBACK || is_touch (entry))
    show_menu (self, entry, title);
  onward_accessible_set_label (GTK_WIDGET (self), label);
}

/**
 * onward_timeline_row_new:
 * @item: what happened
 * @today: the user's day
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
onward_timeline_row_new (OnwardTimelineItem *item, int today)
{
  OnwardTimelineRow *self = g_object_new (ONWARD_TYPE_TIMELINE_ROW, NULL);

  self->item = g_object_ref (item);
  self->today = today;
  g_signal_connect_object (item, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * onward_timeline_row_set_today:
 * @self: a row
 * @today: the user's day; what happened yesterday is called so
 */
void
onward_timeline_row_set_today (OnwardTimelineRow *self, int today)
{
  if (self->today == today)
    return;
  self->today = today;
  show (self);
}

/**
 * onward_timeline_row_set_last:
 * @self: a row
 * @last: whether the rail ends here
 */
void
onward_timeline_row_set_last (OnwardTimelineRow *self, gboolean last)
{
  if (last)
    gtk_widget_add_css_class (GTK_WIDGET (self), "last");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "last");
}
