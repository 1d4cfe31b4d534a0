/* onward-preferences-window.c - what the user can set: the playbook, the words of messages, their own details */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-preferences-window.h"

#include "alerts/onward-autostart-row.h"
#include "onward-playbook-page.h"
#include "onward-preferences-search.h"
#include "onward-profile-page.h"
#include "onward-stages-page.h"
#include "onward-templates-page.h"
#include "shared/onward-accessible.h"
#include "shared/onward-width-bin.h"
#include "shared/onward-window-settings.h"

#include <glib/gi18n-lib.h>

/* In text-scaled pixels. */
#define NARROW_BELOW 600

struct _OnwardPreferencesWindow
{
  AdwWindow parent_instance;

  gboolean narrow;
  gboolean on_page; /* where it is narrow, a page is shown and not the list */

  OnwardWidthBin *width_bin;
  AdwWindowTitle *title;
  GtkWidget *header;
  GtkWidget *back;
  AdwToastOverlay *toasts;
  GtkWidget *side;
  GtkListBox *pages;
  GtkWidget *separator;
  GtkStack *stack;
  OnwardPlaybookPage *playbook;
  OnwardTemplatesPage *templates;
  OnwardProfilePage *profile;
  OnwardStagesPage *stages;
  GtkEditable *search;
  GtkWidget *found_scroll;
  GtkListBox *found;
  GtkSwitch *background;
  AdwActionRow *autostart_row;
  GtkSwitch *autostart;
};

/* In this order at the side. */
static const struct
{
  const char *name;
  const char *icon;
  const char *title;
} pages[] = {
  { "general", "emblem-system-symbolic", N_ ("General") },    { "playbook", "onward-due-symbolic", N_ ("Playbook") },
  { "stages", "onward-stage-symbolic", N_ ("Stages") },       { "templates", "onward-note-symbolic", N_ ("Messages") },
  { "profile", "onward-person-symbolic", N_ ("My details") },
};

G_DEFINE_FINAL_TYPE (OnwardPreferencesWindow, onward_preferences_window, ADW_TYPE_WINDOW)

static void
update_panes (OnwardPreferencesWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->pages);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  gboolean on_page = !self->narrow || self->on_page;

  gtk_widget_set_visible (self->side, !self->narrow || !self->on_page);
  gtk_widget_set_hexpand (self->side, self->narrow);
  gtk_widget_set_visible (self->separator, !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), on_page);
  gtk_widget_set_visible (self->back, self->narrow && self->on_page);
  adw_window_title_set_title (self->title, self->narrow && self->on_page ? _ (pages[index].title) : _ ("Preferences"));
  onward_playbook_page_set_narrow (self->playbook, self->narrow);
}

static void
focus_list (OnwardPreferencesWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->pages);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void show_page (OnwardPreferencesWindow *self, const char *name);

static void
width_changed_cb (OnwardPreferencesWindow *self)
{
  gboolean narrow = onward_width_bin_get_scaled_width (self->width_bin) < NARROW_BELOW;

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  update_panes (self);
}

/* Tab would go through the pages, and show each: it leads into the one that is shown, or out of the list. */
static gboolean
pages_key_cb (OnwardPreferencesWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) == 0 && !self->narrow)
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  return gtk_widget_child_focus (self->header, GTK_DIR_TAB_FORWARD);
}

static void
row_selected_cb (OnwardPreferencesWindow *self, GtkListBoxRow *row)
{
  if (row != NULL)
    gtk_stack_set_visible_child_name (self->stack, pages[gtk_list_box_row_get_index (row)].name);
}

static void
row_activated_cb (OnwardPreferencesWindow *self, GtkListBoxRow *row)
{
  self->on_page = TRUE;
  update_panes (self);
  if (self->narrow)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* Out of a page that covers the list, then out of the window. */
static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPreferencesWindow *self = ONWARD_PREFERENCES_WINDOW (widget);

  if (!self->narrow || !self->on_page)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->on_page = FALSE;
  update_panes (self);
  focus_list (self);
}

/* The list of what was found stands in place of the pages. */
static void
search_changed_cb (OnwardPreferencesWindow *self)
{
  const char *text = gtk_editable_get_text (self->search);
  gboolean searching = *text != '\0';

  if (searching)
    onward_preferences_search_fill (self->found, self->stack, text);
  gtk_widget_set_visible (self->found_scroll, searching);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), !searching);
}

static void
search_stopped_cb (OnwardPreferencesWindow *self)
{
  gboolean searching = *gtk_editable_get_text (self->search) != '\0';

  gtk_editable_set_text (self->search, "");
  if (searching)
    focus_list (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "preferences.back", NULL);
}

static void
found_activated_cb (OnwardPreferencesWindow *self, GtkListBoxRow *row)
{
  g_autoptr (GtkWidget) found = g_object_ref (onward_preferences_search_get_found (row));
  GtkWidget *page = found;

  while (gtk_widget_get_parent (page) != GTK_WIDGET (self->stack))
    page = gtk_widget_get_parent (page);
  gtk_editable_set_text (self->search, "");
  search_changed_cb (self);
  show_page (self, gtk_stack_page_get_name (gtk_stack_get_page (self->stack, page)));
  if (!gtk_widget_child_focus (found, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (found);
}

static void
search_activate_cb (OnwardPreferencesWindow *self)
{
  GtkListBoxRow *first;

  search_changed_cb (self);
  first = gtk_widget_get_visible (self->found_scroll) ? gtk_list_box_get_row_at_index (self->found, 0) : NULL;
  if (first != NULL)
    found_activated_cb (self, first);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPreferencesWindow *self = ONWARD_PREFERENCES_WINDOW (widget);

  self->on_page = FALSE;
  update_panes (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (onward_window_find (widget)),
                              g_str_equal (name, "preferences.undo") ? "win.undo" : "win.redo", NULL);
}

/* The window goes out of sight with all that is in it; the toast says what waits there. */
static gboolean
onward_preferences_window_close_request (GtkWindow *window)
{
  OnwardPreferencesWindow *self = ONWARD_PREFERENCES_WINDOW (window);
  OnwardWindow *main_window = onward_window_find (GTK_WIDGET (self));
  AdwToast *toast;

  gtk_window_set_focus (window, NULL);
  if (main_window != NULL && onward_playbook_page_has_changes (self->playbook))
    {
      toast = adw_toast_new (_ ("The changed numbers do not apply yet"));
      adw_toast_set_button_label (toast, _ ("_Open Again"));
      adw_toast_set_action_name (toast, "win.preferences");
      adw_toast_set_action_target (toast, "s", "playbook");
      onward_window_add_toast (main_window, toast);
    }
  return GTK_WINDOW_CLASS (onward_preferences_window_parent_class)->close_request (window);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, OnwardPreferencesWindow, child)

static void
alerts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (widget)));

  gtk_window_close (GTK_WINDOW (widget));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.alerts", NULL);
}

static void
onward_preferences_window_class_init (OnwardPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = onward_preferences_window_close_request;
  g_type_ensure (ONWARD_TYPE_WIDTH_BIN);
  g_type_ensure (ONWARD_TYPE_PLAYBOOK_PAGE);
  g_type_ensure (ONWARD_TYPE_TEMPLATES_PAGE);
  g_type_ensure (ONWARD_TYPE_PROFILE_PAGE);
  g_type_ensure (ONWARD_TYPE_STAGES_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/preferences/onward-preferences-window.ui");
  BIND (width_bin);
  BIND (title);
  BIND (header);
  BIND (back);
  BIND (toasts);
  BIND (side);
  BIND (pages);
  BIND (separator);
  BIND (stack);
  BIND (playbook);
  BIND (templates);
  BIND (profile);
  BIND (stages);
  BIND (search);
  BIND (found_scroll);
  BIND (found);
  BIND (background);
  BIND (autostart_row);
  BIND (autostart);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_activated_cb);
  gtk_widget_class_install_action (widget_class, "preferences.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "preferences.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "preferences.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "preferences.redo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "preferences.alerts", NULL, alerts_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "preferences.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "preferences.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "preferences.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "preferences.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "preferences.redo",
                                       NULL);
}

static GtkWidget *
create_page_row (const char *icon, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
onward_preferences_window_init (OnwardPreferencesWindow *self)
{
  GSettings *settings = onward_window_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, pages[i].name);

      gtk_list_box_append (self->pages, create_page_row (pages[i].icon, _ (pages[i].title)));
      gtk_stack_page_set_title (gtk_stack_get_page (self->stack, page), _ (pages[i].title));
    }
  if (settings != NULL)
    {
      g_settings_bind (settings, "background-alerts", self->background, "active", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "autostart", self->autostart, "active", G_SETTINGS_BIND_DEFAULT);
    }
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self->background), FALSE);
  onward_autostart_row_follow (self->autostart_row, self->background);
}

static void
show_page (OnwardPreferencesWindow *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      gtk_list_box_select_row (self->pages, gtk_list_box_get_row_at_index (self->pages, (int)i));
  self->on_page = TRUE;
  update_panes (self);
}

/* One a window, made when it is wanted first. */
static OnwardPreferencesWindow *
find_or_create (OnwardWindow *window)
{
  OnwardPreferencesWindow *self = g_object_get_data (G_OBJECT (window), "onward-preferences");

  if (self != NULL)
    return self;
  self = g_object_new (ONWARD_TYPE_PREFERENCES_WINDOW, "transient-for", window, NULL);
  g_object_set_data (G_OBJECT (window), "onward-preferences", self);
  onward_playbook_page_set_store (self->playbook, onward_window_get_store (window));
  onward_templates_page_set_store (self->templates, onward_window_get_store (window));
  onward_profile_page_set_store (self->profile, onward_window_get_store (window));
  onward_stages_page_set_store (self->stages, onward_window_get_store (window));
  return self;
}

/* As wide as the window where that is narrow. */
static void
fit_to_parent (OnwardPreferencesWindow *self, GtkWidget *parent)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (gtk_widget_get_width (parent) > 0 && gtk_widget_get_width (parent) < NARROW_BELOW)
    gtk_window_set_default_size (GTK_WINDOW (self), gtk_widget_get_width (parent), gtk_widget_get_height (parent));
}

static void
preferences_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPreferencesWindow *self = find_or_create (ONWARD_WINDOW (widget));
  const char *page = g_variant_get_string (parameter, NULL);

  /* Numbers that do not apply yet are where the user was. */
  if (g_str_equal (page, pages[0].name) && onward_playbook_page_has_changes (self->playbook))
    page = "playbook";
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    fit_to_parent (self, widget);
  show_page (self, page);
  gtk_window_present (GTK_WINDOW (self));
  if (self->narrow)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  else
    focus_list (self);
}

/**
 * onward_preferences_install_actions:
 * @window_class: the class of the window
 *
 * Adds `win.preferences`, which is given the name of a page.
 */
void
onward_preferences_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.preferences", "s", preferences_cb);
}

/* A command on its way. */
typedef struct
{
  GWeakRef self;
  char *toast;
} Run;

static void
done_cb (gboolean done, gpointer data)
{
  Run *run = data;
  g_autoptr (OnwardPreferencesWindow) self = g_weak_ref_get (&run->self);

  if (done && self != NULL)
    {
      AdwToast *toast = adw_toast_new (run->toast);

      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "preferences.undo");
      adw_toast_overlay_add_toast (self->toasts, toast);
    }
  g_weak_ref_clear (&run->self);
  g_free (run->toast);
  g_free (run);
}

/**
 * onward_preferences_run:
 * @widget: a widget in the preferences
 * @label: what is done, in the user's words, for Undo
 * @toast: what was done, in the user's words; shown here, with Undo
 * @command: runs on the writer's thread
 * @data: for @command
 * @destroy: (nullable): frees @data, on the main thread
 */
void
onward_preferences_run (GtkWidget *widget, const char *label, const char *toast, OnwardCommandFunc command,
                        gpointer data, GDestroyNotify destroy)
{
  Run *run = g_new0 (Run, 1);

  g_weak_ref_init (&run->self, gtk_widget_get_ancestor (widget, ONWARD_TYPE_PREFERENCES_WINDOW));
  run->toast = g_markup_escape_text (toast, -1);
  onward_window_run_full (widget, label, NULL, command, data, destroy, done_cb, run);
}
