/* onward-saved-filters.c - searches of the pipeline that were kept, as pills with counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-saved-filters.h"

#include "model/onward-collections.h"
#include "onward-card-menu.h"
#include "onward-window.h"
#include "shared/onward-accessible.h"
#include "shared/onward-popover.h"
#include "shared/onward-window-settings.h"
#include "store/onward-board-search.h"
#include "store/onward-rows.h"

#include <glib/gi18n-lib.h>

#define KEY "saved-filters"

/* A filter is what was chosen and typed, by the names of the filter bar, with `words`; and its own `name`. */
static const char *const members[] = { "words", "stage", "outcome", "company", "tag" };

struct _OnwardSavedFilters
{
  GtkWidget parent_instance;

  OnwardStore *store;
  GVariant *current; /* a{ss}, what is searched for now */
  GVariant *removed; /* all of them, before one was removed last */
  GtkWidget *pills;
  GtkWidget *save; /* NULL where nothing can be saved */
};

G_DEFINE_FINAL_TYPE (OnwardSavedFilters, onward_saved_filters, GTK_TYPE_WIDGET)

static GVariant *
load_all (void)
{
  GSettings *settings = onward_window_settings_get ();

  return settings != NULL ? g_settings_get_value (settings, KEY)
                          : g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("a{ss}"), NULL, 0));
}

static const char *
get (GVariant *filter, const char *member)
{
  const char *value = NULL;

  g_variant_lookup (filter, member, "&s", &value);
  return value != NULL && *value != '\0' ? value : NULL;
}

static gboolean
is_same (GVariant *a, GVariant *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_strcmp0 (get (a, members[i]), get (b, members[i])) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_empty (GVariant *filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (get (filter, members[i]) != NULL)
      return FALSE;
  return TRUE;
}

static GVariant *
name_filter (GVariant *filter, const char *name)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", "name", name);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (get (filter, members[i]) != NULL)
      g_variant_builder_add (&builder, "{ss}", members[i], get (filter, members[i]));
  return g_variant_builder_end (&builder);
}

/* All but the one of that name; in its place @instead, which comes last when there is none, and takes the place of one
 * that has its name already. */
static void
replace (const char *name, GVariant *instead)
{
  GSettings *settings = onward_window_settings_get ();
  g_autoptr (GVariant) all = load_all ();
  g_autoptr (GVariant) added = instead != NULL ? g_variant_ref_sink (instead) : NULL;
  g_autoptr (GVariant) changed = NULL;
  GVariantBuilder builder;
  gboolean placed = added == NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{ss}"));
  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) filter = g_variant_get_child_value (all, i);

      gboolean is_it = g_strcmp0 (get (filter, "name"), name) == 0;

      if (is_it && !placed)
        g_variant_builder_add_value (&builder, added);
      else if (!is_it && (added == NULL || g_strcmp0 (get (filter, "name"), get (added, "name")) != 0))
        g_variant_builder_add_value (&builder, filter);
      placed = placed || is_it;
    }
  if (!placed)
    g_variant_builder_add_value (&builder, added);
  changed = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (settings != NULL)
    g_settings_set_value (settings, KEY, changed);
}

static gint64
find_row (OnwardSavedFilters *self, GType type, const char *uuid)
{
  return uuid != NULL ? onward_rows_find_uuid (onward_store_get_connection (self->store), type, uuid) : 0;
}

static guint
count (OnwardSavedFilters *self, GVariant *filter)
{
  OnwardBoardFilter wanted = {
    .text = get (filter, "words"),
    .stage = find_row (self, ONWARD_TYPE_STAGE, get (filter, "stage")),
    .outcome = get (filter, "outcome"),
    .company = find_row (self, ONWARD_TYPE_COMPANY, get (filter, "company")),
    .tag = get (filter, "tag"),
  };
  g_autoptr (GHashTable) found = onward_board_search_filtered (self->store, &wanted);

  return found != NULL ? g_hash_table_size (found) : 0;
}

static void
popup_menu (OnwardSavedFilters *self, GtkWidget *pill)
{
  GMenu *menu = g_menu_new ();
  const char *name = g_object_get_data (G_OBJECT (pill), "name");
  g_autoptr (GMenuItem) rename = g_menu_item_new (_ ("Re_name…"), NULL);
  g_autoptr (GMenuItem) drop = g_menu_item_new (_ ("_Remove"), NULL);

  g_menu_item_set_action_and_target (rename, "saved.rename", "s", name);
  g_menu_item_set_action_and_target (drop, "saved.remove", "s", name);
  g_menu_append_item (menu, rename);
  g_menu_append_item (menu, drop);
  onward_card_menu_popup (GTK_WIDGET (self), pill, G_MENU_MODEL (menu));
}

static void
pressed_cb (GtkGesture *gesture, int n, double x, double y, OnwardSavedFilters *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || g_object_get_data (G_OBJECT (focus), "name") == NULL)
    return FALSE;
  popup_menu (ONWARD_SAVED_FILTERS (widget), focus);
  return TRUE;
}

static void
show_pill (OnwardSavedFilters *self, GtkWidget *pill, GVariant *filter)
{
  g_autofree char *text = g_strdup_printf ("%s  %u", get (filter, "name"), count (self, filter));

  gtk_button_set_label (GTK_BUTTON (pill), text);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), self->current != NULL && is_same (filter, self->current));
}

static GtkWidget *
create_pill (OnwardSavedFilters *self, const char *name)
{
  GtkWidget *pill = gtk_toggle_button_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_object_set_data_full (G_OBJECT (pill), "name", g_strdup (name), g_free);
  gtk_widget_add_css_class (pill, "filter");
  gtk_widget_add_css_class (pill, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (pill), "s", name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pill), "pipeline.apply-filter");
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (pill, GTK_EVENT_CONTROLLER (click));
  return pill;
}

/* The pill of a filter, behind another: the one that stands there keeps the focus while it is counted again. */
static GtkWidget *
provide_pill (OnwardSavedFilters *self, GtkWidget *before, const char *name)
{
  GtkWidget *next = before != NULL ? gtk_widget_get_next_sibling (before) : gtk_widget_get_first_child (self->pills);
  GtkWidget *pill;

  while (next != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (next), "name"), name) != 0)
    next = gtk_widget_get_next_sibling (next);
  pill = next != NULL ? next : create_pill (self, name);
  if (next != NULL)
    gtk_box_reorder_child_after (GTK_BOX (self->pills), pill, before);
  else
    gtk_box_insert_child_after (GTK_BOX (self->pills), pill, before);
  return pill;
}

static void
update (OnwardSavedFilters *self)
{
  g_autoptr (GVariant) all = load_all ();
  gboolean known = FALSE;
  GtkWidget *last = NULL, *rest;

  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) filter = g_variant_get_child_value (all, i);

      if (get (filter, "name") == NULL)
        continue;
      last = provide_pill (self, last, get (filter, "name"));
      show_pill (self, last, filter);
      known = known || (self->current != NULL && is_same (filter, self->current));
    }
  while ((rest = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (self->pills)) != NULL)
    gtk_box_remove (GTK_BOX (self->pills), rest);
  if (self->save != NULL)
    gtk_widget_set_visible (self->save, self->current != NULL && !is_empty (self->current) && !known);
}

static void
answer_cb (GtkEntry *entry)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  OnwardSavedFilters *self = ONWARD_SAVED_FILTERS (gtk_widget_get_ancestor (popover, ONWARD_TYPE_SAVED_FILTERS));
  const char *before = g_object_get_data (G_OBJECT (entry), "name");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (GVariant) filter = before != NULL ? onward_saved_filters_find (before) : g_variant_ref (self->current);

  if (*name == '\0' || filter == NULL)
    return;
  replace (before != NULL ? before : name, name_filter (filter, name));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
ask_name (OnwardSavedFilters *self, const char *before)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label (before != NULL ? _ ("Rename") : _ ("Save"));

  gtk_editable_set_text (GTK_EDITABLE (entry), before != NULL ? before : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name of the filter"));
  onward_accessible_set_label (entry, _ ("Name of the filter"));
  g_object_set_data_full (G_OBJECT (entry), "name", g_strdup (before), g_free);
  g_signal_connect (entry, "activate", G_CALLBACK (answer_cb), NULL);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (answer_cb), entry);
  gtk_box_append (GTK_BOX (body), entry);
  gtk_box_append (GTK_BOX (body), button);
  onward_popover_show (GTK_WIDGET (self), body);
  gtk_widget_grab_focus (entry);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_name (ONWARD_SAVED_FILTERS (widget), parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static void
restore_cb (OnwardSavedFilters *self)
{
  if (self->removed != NULL && onward_window_settings_get () != NULL)
    g_settings_set_value (onward_window_settings_get (), KEY, self->removed);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OnwardSavedFilters *self = ONWARD_SAVED_FILTERS (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  g_autofree char *text = g_strdup_printf (_ ("“%s” removed"), name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  g_clear_pointer (&self->removed, g_variant_unref);
  self->removed = load_all ();
  replace (name, NULL);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  onward_window_add_toast (onward_window_find (widget), toast);
}

static void
onward_saved_filters_dispose (GObject *object)
{
  OnwardSavedFilters *self = ONWARD_SAVED_FILTERS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->current, g_variant_unref);
  g_clear_pointer (&self->removed, g_variant_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_saved_filters_parent_class)->dispose (object);
}

static void
onward_saved_filters_class_init (OnwardSavedFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_saved_filters_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "saved.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "saved.rename", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "saved.remove", "s", remove_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
onward_saved_filters_init (OnwardSavedFilters *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->pills, GTK_WIDGET (self));
  if (onward_window_settings_get () != NULL)
    g_signal_connect_object (onward_window_settings_get (), "changed::" KEY, G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
}

/**
 * onward_saved_filters_new:
 * @store: the database
 * @can_save: whether what is searched for can be saved here, too
 *
 * Returns: (transfer floating): the pills; each asks its ancestor for `pipeline.apply-filter` with its name
 */
GtkWidget *
onward_saved_filters_new (OnwardStore *store, gboolean can_save)
{
  OnwardSavedFilters *self = g_object_new (ONWARD_TYPE_SAVED_FILTERS, NULL);

  self->store = g_object_ref (store);
  if (can_save)
    {
      self->save = gtk_button_new_with_label (_ ("Save this filter…"));
      gtk_widget_add_css_class (self->save, "flat");
      gtk_widget_add_css_class (self->save, "filter");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "saved.save");
      gtk_widget_set_parent (self->save, GTK_WIDGET (self));
    }
  update (self);
  return GTK_WIDGET (self);
}

/**
 * onward_saved_filters_update:
 * @self: the pills
 * @current: (transfer floating): what is searched for now, a{ss} of the names of the filter bar and `words`
 *
 * Counts again, and shows which of them is the one that is used.
 */
void
onward_saved_filters_update (OnwardSavedFilters *self, GVariant *current)
{
  g_clear_pointer (&self->current, g_variant_unref);
  self->current = g_variant_ref_sink (current);
  update (self);
}

/**
 * onward_saved_filters_find:
 * @name: a filter that was saved
 *
 * Returns: (transfer full) (nullable): what it is made of
 */
GVariant *
onward_saved_filters_find (const char *name)
{
  g_autoptr (GVariant) all = load_all ();

  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) filter = g_variant_get_child_value (all, i);

      if (g_strcmp0 (get (filter, "name"), name) == 0)
        return g_steal_pointer (&filter);
    }
  return NULL;
}
