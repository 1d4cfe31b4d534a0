/* onward-announcement-group.c - those of an announcement run who are close by the same: a heading and their rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-announcement-group.h"

#include "onward-announcement-row.h"
#include "onward-announcement-words.h"

#include <glib/gi18n-lib.h>

/* Thousands of rows would take seconds; so many are shown, and as many more each time. */
#define ROWS_AT_ONCE 30

struct _OnwardAnnouncementGroup
{
  GtkBox parent_instance;

  OnwardAnnounceGroup group;
  GPtrArray *people; /* OnwardAnnounced, of the page */
  OnwardNow now;
  guint shown;

  GtkLabel *heading;
  GtkLabel *count;
  GtkListBox *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (OnwardAnnouncementGroup, onward_announcement_group, GTK_TYPE_BOX)

static void
show_count (OnwardAnnouncementGroup *self)
{
  g_autofree char *text = NULL;
  guint told = 0;

  for (guint i = 0; i < self->people->len; i++)
    told += ((OnwardAnnounced *)self->people->pdata[i])->state == ONWARD_ANNOUNCE_TOLD ? 1 : 0;
  text = g_strdup_printf (ngettext ("%u of %u told", "%u of %u told", told), told, self->people->len);
  gtk_label_set_label (self->count, text);
}

/* Rows are kept place by place, so that the focus stays. */
static void
show_rows (OnwardAnnouncementGroup *self)
{
  guint n = MIN (self->shown, self->people->len);
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_new;

      row = gtk_list_box_get_row_at_index (self->list, (int)i);
      is_new = row == NULL;
      if (is_new)
        row = GTK_LIST_BOX_ROW (onward_announcement_row_new ());
      onward_announcement_row_set_person (ONWARD_ANNOUNCEMENT_ROW (row), self->people->pdata[i], self->now);
      if (is_new)
        gtk_list_box_append (self->list, GTK_WIDGET (row)); /* its actions have their targets by now */
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int)n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (self->more, n < self->people->len);
  gtk_widget_set_visible (GTK_WIDGET (self), self->people->len > 0);
}

static void
more_clicked_cb (OnwardAnnouncementGroup *self)
{
  guint first = self->shown;
  GtkListBoxRow *row;

  self->shown += ROWS_AT_ONCE;
  show_rows (self);
  row = gtk_list_box_get_row_at_index (self->list, (int)first);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_activated_cb (OnwardAnnouncementGroup *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "announcement.write", "x",
                              onward_announcement_row_get_contact (ONWARD_ANNOUNCEMENT_ROW (row)));
}

static void
onward_announcement_group_dispose (GObject *object)
{
  g_clear_pointer (&ONWARD_ANNOUNCEMENT_GROUP (object)->people, g_ptr_array_unref);
  G_OBJECT_CLASS (onward_announcement_group_parent_class)->dispose (object);
}

static void
onward_announcement_group_class_init (OnwardAnnouncementGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_announcement_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/messages/onward-announcement-group.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementGroup, heading);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementGroup, count);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementGroup, list);
  gtk_widget_class_bind_template_child (widget_class, OnwardAnnouncementGroup, more);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
onward_announcement_group_init (OnwardAnnouncementGroup *self)
{
  self->shown = ROWS_AT_ONCE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * onward_announcement_group_new:
 * @group: by what they are close
 *
 * Returns: (transfer floating): a group, hidden while nobody is in it
 */
GtkWidget *
onward_announcement_group_new (OnwardAnnounceGroup group)
{
  OnwardAnnouncementGroup *self = g_object_new (ONWARD_TYPE_ANNOUNCEMENT_GROUP, NULL);

  self->group = group;
  gtk_label_set_label (self->heading, onward_announcement_words_get_group (group));
  return GTK_WIDGET (self);
}

/**
 * onward_announcement_group_set_people:
 * @self: a group
 * @people: (element-type OnwardAnnounced): those of the group, in the order in which they stand
 * @now: the moment
 */
void
onward_announcement_group_set_people (OnwardAnnouncementGroup *self, GPtrArray *people, OnwardNow now)
{
  g_ptr_array_ref (people);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = people;
  self->now = now;
  show_rows (self);
  show_count (self);
}
