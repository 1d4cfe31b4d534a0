/* onward-contacts-selection.c - several people at once: what is selected, and what is done with all of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contacts-view-private.h"

#include "onward-contacts-commands.h"
#include "onward-contact-merge-sheet.h"
#include "shared/onward-accessible.h"
#include "shared/onward-popover.h"

#include <glib/gi18n-lib.h>

#define MOST_MERGED 10

/**
 * onward_contacts_selection_update: (skip)
 * @self: the view
 *
 * Shows the bar, and how many it is about, as long as several are selected.
 */
void
onward_contacts_selection_update (OnwardContactsView *self)
{
  g_autoptr (GArray) chosen = onward_id_selection_get_chosen (self->selection);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u person selected", "%u people selected", chosen->len), chosen->len);

  gtk_label_set_text (self->chosen, text);
  gtk_widget_set_visible (self->bar, chosen->len > 1 || self->selecting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.merge", chosen->len > 1 && chosen->len <= MOST_MERGED);
  gtk_widget_set_visible (GTK_WIDGET (self->count), chosen->len <= 1 && !self->selecting);
}

static gboolean
follow_results_cb (gpointer data)
{
  OnwardContactsView *self = data;
  guint position;

  self->follow_source = 0;
  if (!self->narrow && !gtk_widget_get_visible (self->bar)
      && !onward_id_list_find (self->ids, onward_id_selection_get_id (self->selection), &position))
    onward_id_selection_set_id (self->selection, onward_id_list_get_id (self->ids, 0));
  return G_SOURCE_REMOVE;
}

/**
 * onward_contacts_selection_follow_results: (skip)
 * @self: the view, whose list is another one
 *
 * Nobody is shown beside a list in which they are not. The list comes first: it has to keep up with who types.
 */
void
onward_contacts_selection_follow_results (OnwardContactsView *self)
{
  if (self->follow_source == 0)
    self->follow_source = g_idle_add_full (G_PRIORITY_LOW, follow_results_cb, self, NULL);
}

/**
 * onward_contacts_selection_set_selecting: (skip)
 * @self: the view
 * @selecting: whether a press on a row selects it beside the others
 *
 * For fingers, that have no Ctrl and Shift.
 */
void
onward_contacts_selection_set_selecting (OnwardContactsView *self, gboolean selecting)
{
  self->selecting = selecting;
  if (!selecting)
    onward_id_selection_forget_others (self->selection);
  onward_contacts_selection_update (self);
}

/**
 * onward_contacts_selection_toggle: (skip)
 * @self: the view
 * @position: a row
 */
void
onward_contacts_selection_toggle (OnwardContactsView *self, guint position)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  if (gtk_selection_model_is_selected (model, position))
    gtk_selection_model_unselect_item (model, position);
  else
    gtk_selection_model_select_item (model, position, FALSE);
}

static void
change_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactsView *self = ONWARD_CONTACTS_VIEW (widget);
  g_autoptr (GArray) chosen = onward_id_selection_get_chosen (self->selection);

  if (chosen->len == 0)
    return;
  if (g_str_equal (name, "people.tier"))
    onward_contacts_ask_change (widget, chosen, "tier", g_variant_get_string (parameter, NULL));
  else
    onward_contacts_ask_change (widget, chosen, "do_not_contact",
                                g_str_equal (name, "people.leave-alone") ? "true" : "false");
}

/* Both removing and forgetting. */
static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactsView *self = ONWARD_CONTACTS_VIEW (widget);
  g_autoptr (GArray) chosen = onward_id_selection_get_chosen (self->selection);

  onward_contacts_selection_set_selecting (self, FALSE);
  if (g_str_equal (name, "people.forget"))
    onward_contacts_ask_forget (widget, chosen);
  else
    onward_contacts_ask_remove (widget, chosen);
}

/* More than a screen of them is a slip. */
static void
merge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) chosen = onward_id_selection_get_chosen (ONWARD_CONTACTS_VIEW (widget)->selection);

  if (chosen->len <= MOST_MERGED)
    onward_contact_merge_sheet_present (widget, chosen);
}

static void
tag_entered_cb (GtkEntry *entry, OnwardContactsView *self)
{
  g_autofree char *tag = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (GArray) chosen = onward_id_selection_get_chosen (self->selection);

  if (*tag == '\0' || chosen->len == 0)
    return;
  onward_contacts_ask_change (GTK_WIDGET (self), chosen, "tags", tag);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
}

static gboolean
ask_tag_cb (gpointer data)
{
  OnwardContactsView *self = data;
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Tag"));
  onward_accessible_set_label (entry, _ ("Tag"));
  g_signal_connect (entry, "activate", G_CALLBACK (tag_entered_cb), self);
  onward_popover_show (self->list_side, entry);
  gtk_widget_grab_focus (entry);
  return G_SOURCE_REMOVE;
}

/* Not at once: the menu gives the focus back when it has closed. */
static void
add_tag_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_idle_add_full (G_PRIORITY_LOW, ask_tag_cb, g_object_ref (widget), g_object_unref);
}

static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = onward_id_selection_get_id (ONWARD_CONTACTS_VIEW (widget)->selection);

  if (id != 0)
    gtk_widget_activate_action (widget, "win.write-to", "x", id);
}

static void
select_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_contacts_selection_set_selecting (ONWARD_CONTACTS_VIEW (widget), TRUE);
}

static void
done_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactsView *self = ONWARD_CONTACTS_VIEW (widget);

  onward_contacts_selection_set_selecting (self, FALSE);
  onward_contacts_list_focus (self);
}

static OnwardContactRow *
find_row_at (OnwardContactsView *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, ONWARD_TYPE_CONTACT_ROW) : NULL;

  if (row == NULL && widget != NULL && gtk_widget_get_first_child (widget) != NULL
      && ONWARD_IS_CONTACT_ROW (gtk_widget_get_first_child (widget)))
    row = gtk_widget_get_first_child (widget);
  return row != NULL ? ONWARD_CONTACT_ROW (row) : NULL;
}

static void
show_menu (OnwardContactsView *self, double x, double y)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (self->people_menu);
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (self->list), self->list_side, &GRAPHENE_POINT_INIT ((float)x, (float)y),
                                 &point))
    point = GRAPHENE_POINT_INIT (0, 0);
  gtk_widget_set_parent (menu, self->list_side);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle){ (int)point.x, (int)point.y, 1, 1 });
  onward_popover_go_when_closed (GTK_POPOVER (menu));
  gtk_popover_popup (GTK_POPOVER (menu));
}

/* On somebody who is not selected, the menu is about them alone. */
static void
right_pressed_cb (OnwardContactsView *self, int n, double x, double y)
{
  OnwardContactRow *row = find_row_at (self, x, y);
  guint position = row != NULL ? onward_contact_row_get_position (row) : GTK_INVALID_LIST_POSITION;

  if (row == NULL)
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  show_menu (self, x, y);
}

static void
long_pressed_cb (OnwardContactsView *self, double x, double y, GtkGesture *gesture)
{
  OnwardContactRow *row = find_row_at (self, x, y);

  if (row == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  onward_contacts_selection_set_selecting (self, TRUE);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), onward_contact_row_get_position (row)))
    onward_contacts_selection_toggle (self, onward_contact_row_get_position (row));
}

static void
show_menu_at_focus (OnwardContactsView *self)
{
  OnwardContactRow *row = onward_contacts_list_find (self, onward_contacts_list_get_focused (self));
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    show_menu (self, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height);
}

static gboolean
key_cb (OnwardContactsView *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    gtk_widget_activate_action (GTK_WIDGET (self), "people.remove", NULL);
  else if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    show_menu_at_focus (self);
  else if (keyval == GDK_KEY_Escape && gtk_widget_get_visible (self->bar))
    onward_contacts_selection_set_selecting (self, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/**
 * onward_contacts_selection_init: (skip)
 * @self: the view, with its list
 */
void
onward_contacts_selection_init (OnwardContactsView *self)
{
  GtkGesture *right = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  onward_id_selection_allow_many (self->selection);
  onward_accessible_set_label (GTK_WIDGET (self->change_button), _ ("Change"));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (onward_contacts_selection_update), self,
                           G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (right, "pressed", G_CALLBACK (right_pressed_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (right));
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (long_press));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/**
 * onward_contacts_selection_install: (skip)
 * @widget_class: the class of the view
 */
void
onward_contacts_selection_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.tier", "s", change_cb);
  gtk_widget_class_install_action (widget_class, "people.leave-alone", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "people.contact-again", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "people.add-tag", NULL, add_tag_cb);
  gtk_widget_class_install_action (widget_class, "people.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "people.write", NULL, write_cb);
  gtk_widget_class_install_action (widget_class, "people.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "people.forget", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "people.select", NULL, select_cb);
  gtk_widget_class_install_action (widget_class, "people.done", NULL, done_cb);
}
