/* onward-contacts-list.c - the rows of the list of people: made, shown when they come into sight, found, focused */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contacts-view-private.h"

#include "shared/onward-sight.h"

/* How high a row is before one was laid out. */
#define ROW_HEIGHT 54

/**
 * onward_contacts_list_count: (skip)
 * @self: the view
 *
 * Returns: how many people are in the list
 */
guint
onward_contacts_list_count (OnwardContactsView *self)
{
  return self->ids != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->ids)) : 0;
}

/**
 * onward_contacts_list_show_sight: (skip)
 * @self: the view
 *
 * Fills the rows that are seen. All are of one height, so the place of the scroll bar tells which.
 */
void
onward_contacts_list_show_sight (OnwardContactsView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (onward_sight_has (self->scroll, onward_contacts_list_count (self), ROW_HEIGHT,
                          onward_contact_row_get_position (self->rows->pdata[i])))
      onward_contact_row_show (self->rows->pdata[i]);
}

static void
scrolled_cb (OnwardContactsView *self)
{
  onward_contacts_list_show_sight (self);
}

/**
 * onward_contacts_list_update: (skip)
 * @self: the view
 * @table: what changed
 *
 * When somebody was last in touch stands in rows that the list itself has no reason to look at again.
 */
void
onward_contacts_list_update (OnwardContactsView *self, const char *table)
{
  static const char *const tables[] = { "touches",          "touch_contacts", "interviews",
                                        "interview_people", "follow_ups",     NULL };

  if (!g_strv_contains (tables, table))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    onward_contact_row_update_touch (self->rows->pdata[i]);
}

static void
row_gone_cb (gpointer rows, GObject *row)
{
  g_ptr_array_remove_fast (rows, row);
  g_ptr_array_unref (rows);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, OnwardContactsView *self)
{
  GtkWidget *row = onward_contact_row_new (&self->context, item);

  gtk_list_item_set_child (item, row);
  g_ptr_array_add (self->rows, row);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, g_ptr_array_ref (self->rows));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, OnwardContactsView *self)
{
  OnwardContactRow *row = ONWARD_CONTACT_ROW (gtk_list_item_get_child (item));

  onward_contact_row_set_contact (row, gtk_list_item_get_item (item));
  if (onward_sight_has (self->scroll, onward_contacts_list_count (self), ROW_HEIGHT, gtk_list_item_get_position (item)))
    onward_contact_row_show (row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, OnwardContactsView *self)
{
  onward_contact_row_set_contact (ONWARD_CONTACT_ROW (gtk_list_item_get_child (item)), NULL);
}

/**
 * onward_contacts_list_find: (skip)
 * @self: the view
 * @id: a row of contacts
 *
 * Returns: (transfer none) (nullable): the row that shows them
 */
OnwardContactRow *
onward_contacts_list_find (OnwardContactsView *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->rows->len; i++)
    if (onward_contact_row_get_id (self->rows->pdata[i]) == id)
      return self->rows->pdata[i];
  return NULL;
}

/**
 * onward_contacts_list_get_focused: (skip)
 * @self: the view
 *
 * Also while another window is in front: what changes meanwhile shall not move the focus either.
 *
 * Returns: the person whose row has the focus of its window; 0 when it is somewhere else
 */
gint64
onward_contacts_list_get_focused (OnwardContactsView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *item = gtk_widget_get_parent (self->rows->pdata[i]);

      if (item != NULL && gtk_widget_is_focus (item))
        return onward_contact_row_get_id (self->rows->pdata[i]);
    }
  return 0;
}

/**
 * onward_contacts_list_focus_row: (skip)
 * @self: the view
 * @id: a row of contacts
 */
void
onward_contacts_list_focus_row (OnwardContactsView *self, gint64 id)
{
  guint position;
  OnwardContactRow *row;

  if (!onward_id_list_find (self->ids, id, &position))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  row = onward_contacts_list_find (self, id);
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

/**
 * onward_contacts_list_focus: (skip)
 * @self: the view
 *
 * Gives the focus to the person who is shown, else to the first.
 */
void
onward_contacts_list_focus (OnwardContactsView *self)
{
  OnwardContactRow *row = onward_contacts_list_find (self, onward_id_selection_get_id (self->selection));

  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN);
}

/**
 * onward_contacts_list_fill: (skip)
 * @self: the view, with its people and their selection
 */
void
onward_contacts_list_fill (OnwardContactsView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  g_signal_connect_object (self->scroll, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scroll, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/* Whoever had the focus has it again, when the user did not go somewhere else meanwhile. */
static void
refocus (OnwardContactsView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->focused != 0 && onward_contacts_list_get_focused (self) != self->focused
      && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))))
    onward_contacts_list_focus_row (self, self->focused);
}

/* GTK 4.18 scrolls to a row that it has not laid out yet by guess, and takes the focus from its row when it lays it out: in
 * the first frame it has not, in the second the place is put right, and in the third there is a row for the focus. */
static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OnwardContactsView *self = ONWARD_CONTACTS_VIEW (widget);
  guint n = onward_contacts_list_count (self);
  guint position;

  self->frames++;
  if (self->frames == 2 && onward_id_list_find (self->ids, self->top, &position)
      && onward_sight_get_top (self->scroll, n) != position)
    onward_sight_set_top (self->scroll, n, position);
  if (self->frames < 3)
    return G_SOURCE_CONTINUE;
  refocus (self);
  self->settle = 0;
  return G_SOURCE_REMOVE;
}

/**
 * onward_contacts_list_settle: (skip)
 * @self: the view, whose list was just changed as a whole
 * @top: who stood at the upper edge before
 * @focused: who had the focus; 0 = nobody here
 *
 * Puts both right in the frames that follow.
 */
void
onward_contacts_list_settle (OnwardContactsView *self, gint64 top, gint64 focused)
{
  if (self->settle != 0)
    return;
  self->top = top;
  self->focused = focused;
  self->frames = 0;
  self->settle = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}
