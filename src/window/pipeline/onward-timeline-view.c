/* onward-timeline-view.c - what happened about an opportunity or with a person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-timeline-view.h"

#include "onward-timeline-row.h"
#include "store/onward-present.h"
#include "store/onward-timeline-list.h"

#include <glib/gi18n-lib.h>

struct _OnwardTimelineView
{
  GtkWidget parent_instance;

  OnwardStore *store;
  GType type;
  gint64 id;
  guint most;
  int today;
  OnwardTimelineList *list;
  GPtrArray *widgets; /* OnwardTimelineRow, one an item */

  GtkBox *rows;
  GtkWidget *earlier;
};

G_DEFINE_FINAL_TYPE (OnwardTimelineView, onward_timeline_view, GTK_TYPE_WIDGET)

/* What stays is not touched, so that it keeps the focus, and the page its place. */
static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, OnwardTimelineView *self)
{
  for (guint i = 0; i < removed; i++)
    {
      gtk_box_remove (self->rows, self->widgets->pdata[position]);
      g_ptr_array_remove_index (self->widgets, position);
    }
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (OnwardTimelineItem) item = g_list_model_get_item (model, i);
      GtkWidget *row = onward_timeline_row_new (item, self->today);

      gtk_box_insert_child_after (self->rows, row, i > 0 ? self->widgets->pdata[i - 1] : NULL);
      g_ptr_array_insert (self->widgets, (int)i, row);
    }
}

static void
fill (OnwardTimelineView *self)
{
  gboolean more;

  self->today = onward_present_get_today (self->store);
  more = onward_timeline_list_load (self->list, self->store, self->type, self->id, self->most);
  for (guint i = 0; i < self->widgets->len; i++)
    {
      onward_timeline_row_set_last (self->widgets->pdata[i], i + 1 == self->widgets->len && !more);
      onward_timeline_row_set_today (self->widgets->pdata[i], self->today);
    }
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
  g_clear_pointer (&self->widgets, g_ptr_array_unref);
  g_clear_object (&self->list);
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
  self->list = onward_timeline_list_new ();
  self->widgets = g_ptr_array_new ();
  g_signal_connect_object (onward_timeline_list_get_model (self->list), "items-changed", G_CALLBACK (items_changed_cb),
                           self, 0);
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
  return g_list_model_get_n_items (onward_timeline_list_get_model (self->list)) == 0;
}
