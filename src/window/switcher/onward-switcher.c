/* onward-switcher.c - the quick switcher: one entry over everything, by keyboard (Ctrl+K) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-switcher.h"

#include "model/onward-collections.h"
#include "onward-switcher-item.h"
#include "onward-switcher-list.h"
#include "onward-switcher-row.h"
#include "onward-window-private.h"
#include "store/onward-search-query.h"

#include <glib/gi18n-lib.h>

/* From the top of the window (the design, "Views" 9); below 600 px it fills the width like a sheet. */
#define TOP          96
#define TOP_NARROW   12
#define NARROW_BELOW 600

struct _OnwardSwitcher
{
  GtkWidget parent_instance;

  OnwardWindow *window; /* lies over it */
  OnwardSwitcherList *found;
  OnwardSwitcherContext context;
  GtkSingleSelection *selection;
  GPtrArray *items;   /* the list items there are */
  GtkWidget *focused; /* had the focus before; weak */

  GtkWidget *clamp;
  GtkWidget *panel;
  GtkSearchEntry *entry;
  GtkStack *result;
  GtkListView *list;
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (OnwardSwitcher, onward_switcher, GTK_TYPE_WIDGET)

static void focus_changed_cb (OnwardSwitcher *self);

/* What lies below is not reached by Tab as long as the switcher is over it. */
static void
set_covering (OnwardSwitcher *self, gboolean covering)
{
  gtk_widget_set_can_focus (GTK_WIDGET (self->window->toasts), !covering);
}

static void
close_switcher (OnwardSwitcher *self, gboolean give_focus_back)
{
  OnwardWindow *window = self->window;
  GtkWidget *focused = self->focused;

  if (window->quick_switcher == NULL)
    return;
  window->quick_switcher = NULL;
  g_signal_handlers_disconnect_by_func (window, focus_changed_cb, self);
  set_covering (self, FALSE);
  if (give_focus_back && focused != NULL && gtk_widget_get_mapped (focused))
    gtk_widget_grab_focus (focused);
  gtk_overlay_remove_overlay (GTK_OVERLAY (window->overlay), GTK_WIDGET (self));
}

static void
close_cb (OnwardSwitcher *self)
{
  close_switcher (self, TRUE);
}

/* A shortcut led somewhere else. */
static void
focus_changed_cb (OnwardSwitcher *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    close_switcher (self, FALSE);
}

static void
clicked_cb (OnwardSwitcher *self, int n, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || (picked != self->panel && !gtk_widget_is_ancestor (picked, self->panel)))
    close_switcher (self, TRUE);
}

static const char *
get_open_action (GObject *item)
{
  if (G_OBJECT_TYPE (item) == ONWARD_TYPE_CONTACT)
    return "win.open-contact";
  if (G_OBJECT_TYPE (item) == ONWARD_TYPE_OPPORTUNITY)
    return "win.open-opportunity";
  return G_OBJECT_TYPE (item) == ONWARD_TYPE_COMPANY ? "win.open-company" : "win.open-interview";
}

static void
do_action (OnwardWindow *window, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return;
  /* Where it is seen. */
  if (g_str_equal (name, "win.pipeline-mode"))
    onward_window_show_view (window, "pipeline");
  gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
}

/* The switcher is gone before what was chosen comes. */
static void
open_item (OnwardSwitcher *self, guint position)
{
  OnwardWindow *window = self->window;
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const char *action = item != NULL && ONWARD_IS_SWITCHER_ITEM (item)
                           ? onward_switcher_item_get_action (ONWARD_SWITCHER_ITEM (item))
                           : NULL;

  if (item == NULL)
    return;
  if (ONWARD_IS_SWITCHER_ITEM (item) && action == NULL)
    {
      onward_switcher_list_expand (self->found, position);
      return;
    }
  /* A page that covered the view goes: what is chosen is not opened from it. */
  close_switcher (self, action != NULL);
  if (action != NULL)
    do_action (window, action);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), get_open_action (item), "x", ((OnwardRecord *)item)->id);
}

static void
row_activated_cb (OnwardSwitcher *self, guint position)
{
  open_item (self, position);
}

static void
entry_activate_cb (OnwardSwitcher *self)
{
  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    open_item (self, gtk_single_selection_get_selected (self->selection));
}

static void
show_row (OnwardSwitcher *self, GtkListItem *item)
{
  gboolean first;
  const char *heading = onward_switcher_list_get_heading (self->found, gtk_list_item_get_position (item), &first);

  if (gtk_list_item_get_item (item) != NULL)
    onward_switcher_row_show (ONWARD_SWITCHER_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                              heading, first);
}

/* A row that stayed may show other words now, or the heading of its group. */
static void
show_rows (OnwardSwitcher *self)
{
  for (guint i = 0; i < self->items->len; i++)
    show_row (self, self->items->pdata[i]);
}

static void
search_changed_cb (OnwardSwitcher *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint n;

  g_strfreev (self->context.words);
  self->context.words = onward_search_query_get_words (self->context.tokenizer, text);
  onward_switcher_list_search (self->found, text);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  show_rows (self);
  if (n == 0)
    {
      g_autofree char *nothing = g_strdup_printf (_ ("Nothing found for “%s”"), text);

      gtk_label_set_text (self->nothing, nothing);
    }
  gtk_stack_set_visible_child_name (self->result, n > 0 ? "list" : "nothing");
  if (n == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void
focus_row (OnwardSwitcher *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  for (guint i = 0; i < self->items->len; i++)
    if (gtk_list_item_get_position (self->items->pdata[i]) == position)
      {
        gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (self->items->pdata[i])));
        return;
      }
}

/* The first row is selected while the focus is in the entry, so Down leads to the second. */
static gboolean
entry_key_cb (OnwardSwitcher *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || n == 0)
    return GDK_EVENT_PROPAGATE;
  focus_row (self, MIN (gtk_single_selection_get_selected (self->selection) + 1, n - 1));
  return GDK_EVENT_STOP;
}

static gboolean
list_key_cb (OnwardSwitcher *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    {
      close_switcher (self, TRUE);
      return GDK_EVENT_STOP;
    }
  if ((keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up) || gtk_single_selection_get_selected (self->selection) > 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GDK_EVENT_STOP;
}

static void
item_gone_cb (gpointer items, GObject *item)
{
  g_ptr_array_remove_fast (items, item);
  g_ptr_array_unref (items);
}

static void
row_clicked_cb (OnwardSwitcher *self, int n, double x, double y, GtkGesture *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  for (guint i = 0; i < self->items->len; i++)
    if (gtk_list_item_get_child (self->items->pdata[i]) == row)
      {
        open_item (self, gtk_list_item_get_position (self->items->pdata[i]));
        return;
      }
}

/* One click opens. The list's own way to that would also select whatever comes to lie under a pointer at rest, and
 * Enter would open that. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, OnwardSwitcher *self)
{
  GtkWidget *row = onward_switcher_row_new (&self->context);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, OnwardSwitcher *self)
{
  if (!g_ptr_array_find (self->items, item, NULL))
    {
      g_ptr_array_add (self->items, item);
      g_object_weak_ref (G_OBJECT (item), item_gone_cb, g_ptr_array_ref (self->items));
    }
  show_row (self, item);
}

static void
onward_switcher_dispose (GObject *object)
{
  OnwardSwitcher *self = ONWARD_SWITCHER (object);
  GtkWidget *child;

  g_clear_weak_pointer (&self->focused);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_pointer (&self->found, onward_switcher_list_free);
  g_clear_pointer (&self->context.tokenizer, onward_tokenizer_free);
  g_clear_pointer (&self->context.words, g_strfreev);
  g_clear_object (&self->context.store);
  G_OBJECT_CLASS (onward_switcher_parent_class)->dispose (object);
}

static void
onward_switcher_finalize (GObject *object)
{
  g_ptr_array_unref (ONWARD_SWITCHER (object)->items);
  G_OBJECT_CLASS (onward_switcher_parent_class)->finalize (object);
}

static void
onward_switcher_class_init (OnwardSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_switcher_dispose;
  G_OBJECT_CLASS (klass)->finalize = onward_switcher_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/switcher/onward-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardSwitcher, clamp);
  gtk_widget_class_bind_template_child (widget_class, OnwardSwitcher, panel);
  gtk_widget_class_bind_template_child (widget_class, OnwardSwitcher, entry);
  gtk_widget_class_bind_template_child (widget_class, OnwardSwitcher, result);
  gtk_widget_class_bind_template_child (widget_class, OnwardSwitcher, list);
  gtk_widget_class_bind_template_child (widget_class, OnwardSwitcher, nothing);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
onward_switcher_init (OnwardSwitcher *self)
{
  self->items = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_list (OnwardSwitcher *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->selection = gtk_single_selection_new (g_object_ref (onward_switcher_list_get_model (self->found)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  /* After the list, which has searched again by then. */
  g_signal_connect_object (self->context.store, "changed", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
}

static OnwardSwitcher *
open_switcher (OnwardWindow *window)
{
  OnwardSwitcher *self;
  gboolean narrow = onward_window_get_scaled_width (window) < NARROW_BELOW;

  self = g_object_new (ONWARD_TYPE_SWITCHER, NULL);
  self->window = window;
  self->context.store = g_object_ref (window->store);
  self->context.tokenizer = onward_tokenizer_new (onward_store_get_connection (window->store), NULL);
  self->context.words = g_new0 (char *, 1);
  self->context.narrow = narrow;
  self->found = onward_switcher_list_new (window->store);
  g_set_weak_pointer (&self->focused, gtk_root_get_focus (GTK_ROOT (window)));
  gtk_widget_set_margin_top (self->clamp, narrow ? TOP_NARROW : TOP);
  gtk_widget_set_margin_start (self->clamp, 12);
  gtk_widget_set_margin_end (self->clamp, 12);
  window->quick_switcher = GTK_WIDGET (self);
  gtk_overlay_add_overlay (GTK_OVERLAY (window->overlay), GTK_WIDGET (self));
  fill_list (self);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  set_covering (self, TRUE);
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static void
switch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = ONWARD_WINDOW (widget);

  if (window->quick_switcher != NULL)
    close_switcher (ONWARD_SWITCHER (window->quick_switcher), TRUE);
  else
    open_switcher (window);
}

static void
switch_for_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = ONWARD_WINDOW (widget);
  OnwardSwitcher *self =
      window->quick_switcher != NULL ? ONWARD_SWITCHER (window->quick_switcher) : open_switcher (window);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), g_variant_get_string (parameter, NULL));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * onward_switcher_install_actions:
 * @window_class: the class of the window
 *
 * Adds `win.switch`, which opens the quick switcher and closes it again, and `win.switch-for`, which opens it with some
 * words.
 */
void
onward_switcher_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.switch", NULL, switch_cb);
  gtk_widget_class_install_action (window_class, "win.switch-for", "s", switch_for_cb);
}
