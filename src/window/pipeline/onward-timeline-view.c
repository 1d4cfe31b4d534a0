/* onward-timeline-view.c - what happened about an opportunity or with a person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-timeline-view.h"

#include "model/onward-contact.h"
#include "onward-timeline-row.h"
#include "store/onward-present.h"
#include "store/onward-timeline.h"

#include <glib/gi18n-lib.h>

struct _OnwardTimelineView
{
  GtkWidget parent_instance;

  OnwardStore *store;
  GType type;
  gint64 id;
  guint most;
  gboolean empty;

  GtkBox *rows;
  GtkWidget *earlier;
};

G_DEFINE_FINAL_TYPE (OnwardTimelineView, onward_timeline_view, GTK_TYPE_WIDGET)

static void
fill (OnwardTimelineView *self)
{
  gboolean more;
  g_autoptr (GPtrArray) entries = self->type == ONWARD_TYPE_CONTACT
                                      ? onward_timeline_of_contact (self->store, self->id, self->most, &more)
                                      : onward_timeline_of_opportunity (self->store, self->id, self->most, &more);
  int today = onward_present_get_today (self->store);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < entries->len; i++)
    gtk_box_append (self->rows, onward_timeline_row_new (entries->pdata[i], today, i + 1 == entries->len && !more));
  self->empty = entries->len == 0;
  gtk_widget_set_visible (self->earlier, more);
}

static void
earlier_clicked_cb (OnwardTimelineView *self)
{
  self->most += ONWARD_TIMELINE_PAGE;
  fill (self);
}

static void
onward_timeline_view_dispose (GObject *object)
{
  OnwardTimelineView *self = ONWARD_TIMELINE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_timeline_view_parent_class)->dispose (object);
}

static void
onward_timeline_view_class_init (OnwardTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_timeline_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
onward_timeline_view_init (OnwardTimelineView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->most = ONWARD_TIMELINE_PAGE;
  self->empty = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
  self->earlier = gtk_button_new_with_label (_ ("Show earlier"));
  gtk_widget_set_halign (self->earlier, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->earlier, "flat");
  gtk_widget_set_visible (self->earlier, FALSE);
  g_signal_connect_swapped (self->earlier, "clicked", G_CALLBACK (earlier_clicked_cb), self);
  gtk_widget_set_parent (self->earlier, GTK_WIDGET (self));
}

/**
 * onward_timeline_view_show:
 * @self: the view
 * @store: the database
 * @type: ONWARD_TYPE_OPPORTUNITY or ONWARD_TYPE_CONTACT
 * @id: the row
 *
 * Shows what happened, read anew; of the same subject as much as was asked for before, of another the newest entries.
 */
void
onward_timeline_view_show (OnwardTimelineView *self, OnwardStore *store, GType type, gint64 id)
{
  if (self->type != type || self->id != id)
    self->most = ONWARD_TIMELINE_PAGE;
  g_set_object (&self->store, store);
  self->type = type;
  self->id = id;
  fill (self);
}

/**
 * onward_timeline_view_is_empty:
 * @self: the view
 *
 * Returns: whether nothing is known to have happened
 */
gboolean
onward_timeline_view_is_empty (OnwardTimelineView *self)
{
  return self->empty;
}
