/* onward-window.c - the window: three views, the pages opened from them, and the Due pane */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-window-private.h"

#include "alerts/onward-alerts-page.h"
#include "alerts/onward-alerts-words.h"
#include "calendar/onward-calendar-actions.h"
#include "capture/onward-capture-actions.h"
#include "contacts/onward-contacts-actions.h"
#include "due/onward-due-actions.h"
#include "messages/onward-announcement-page.h"
#include "messages/onward-composer-actions.h"
#include "onward-application.h"
#include "pipeline/onward-pipeline-actions.h"
#include "preferences/onward-preferences-window.h"
#include "store/onward-sort-keys.h"
#include "shared/onward-popover.h"
#include "shared/onward-text-scale.h"
#include "shared/onward-window-settings.h"
#include "switcher/onward-switcher.h"

#include <glib/gi18n-lib.h>

/* In text-scaled pixels; the table of the design, "Narrow and large text". */
#define CONTACTS_NARROW_BELOW 700
#define NARROW_BELOW          600
/* How much of a header the switcher leaves to nothing else: pixels, and pixels by the text scale. */
#define SWITCHER_ICONS 540
#define SWITCHER_WORDS 220

enum
{
  PROP_STORE = 1,
  PROP_CLOCK,
  PROP_SAMPLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardWindow, onward_window, ADW_TYPE_APPLICATION_WINDOW)

static void search_mode_changed_cb (GObject *view, GParamSpec *pspec, OnwardWindow *self);

static void
add_view (OnwardWindow *self, AdwBin *slot, GtkWidget *view)
{
  adw_bin_set_child (slot, view);
  g_signal_connect_object (view, "notify::search-mode", G_CALLBACK (search_mode_changed_cb), self, 0);
}

static void
ensure_contacts (OnwardWindow *self)
{
  if (self->contacts != NULL)
    return;
  self->contacts = g_object_new (ONWARD_TYPE_CONTACTS_VIEW, NULL);
  onward_contacts_view_set_store (self->contacts, self->store);
  g_object_set (self->contacts, "narrow", onward_window_get_scaled_width (self) < CONTACTS_NARROW_BELOW, NULL);
  add_view (self, self->contacts_slot, GTK_WIDGET (self->contacts));
}

static void
ensure_calendar (OnwardWindow *self)
{
  if (self->calendar != NULL)
    return;
  self->calendar = g_object_new (ONWARD_TYPE_CALENDAR_VIEW, NULL);
  onward_calendar_view_set_store (self->calendar, self->store);
  g_object_set (self->calendar, "narrow", self->narrow, NULL);
  add_view (self, self->calendar_slot, GTK_WIDGET (self->calendar));
}

static GtkWidget *
get_visible_view (OnwardWindow *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->views);

  if (child == GTK_WIDGET (self->contacts_slot))
    return GTK_WIDGET (self->contacts);
  return child == GTK_WIDGET (self->calendar_slot) ? GTK_WIDGET (self->calendar) : child;
}

static gboolean
can_search (GtkWidget *view)
{
  return view != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (view), "search-mode") != NULL;
}

/* Icons and buttons stay as they are when text is large, words do not. */
static gboolean
has_room_for_switcher (OnwardWindow *self, int width)
{
  int real = gtk_widget_get_width (GTK_WIDGET (self->width_bin));

  return width >= NARROW_BELOW && real >= SWITCHER_ICONS + SWITCHER_WORDS * onward_text_scale_get (GTK_WIDGET (self));
}

/* The switcher in the header or at the foot, and which views are narrow. */
static void
width_changed_cb (OnwardWindow *self)
{
  int width = onward_width_bin_get_scaled_width (self->width_bin);

  self->narrow = width < NARROW_BELOW;
  self->switcher_below = !has_room_for_switcher (self, width);
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  if (self->switcher_below)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->views);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, self->switcher_below);
  g_object_set (self->pipeline, "narrow", self->narrow, NULL);
  if (self->calendar != NULL)
    g_object_set (self->calendar, "narrow", self->narrow, NULL);
  if (self->contacts != NULL)
    g_object_set (self->contacts, "narrow", width < CONTACTS_NARROW_BELOW, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->due_toggle), !self->narrow);
  onward_window_update_due (self, width);
  onward_window_update_pages (self);
  onward_window_update_header (self);
}

static void
view_changed_cb (OnwardWindow *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->views);
  GtkWidget *view;
  gboolean searching = FALSE;

  if (child == GTK_WIDGET (self->contacts_slot))
    ensure_contacts (self);
  else if (child == GTK_WIDGET (self->calendar_slot))
    {
      ensure_calendar (self);
      /* Below 1000 px it would lie over the last days of each week. */
      onward_window_uncover (self);
    }
  view = get_visible_view (self);
  if (can_search (view))
    g_object_get (view, "search-mode", &searching, NULL);
  gtk_toggle_button_set_active (self->search_toggle, searching);
  onward_window_update_header (self);
}

/* A view that has no search of its own is searched with everything else. */
static void
search_toggled_cb (OnwardWindow *self)
{
  GtkWidget *view = get_visible_view (self);
  gboolean active = gtk_toggle_button_get_active (self->search_toggle);

  if (can_search (view))
    g_object_set (view, "search-mode", active, NULL);
  else if (active)
    {
      gtk_toggle_button_set_active (self->search_toggle, FALSE);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.switch", NULL);
    }
}

static void
search_mode_changed_cb (GObject *view, GParamSpec *pspec, OnwardWindow *self)
{
  if ((GtkWidget *)view == get_visible_view (self))
    view_changed_cb (self);
}

static void show_banner (OnwardWindow *self);

static void
changed_cb (OnwardWindow *self, const char *table, GArray *ids)
{
  onward_window_update_undo (self);
  if (!self->outdated && onward_store_is_outdated (self->store))
    {
      self->outdated = TRUE;
      show_banner (self);
    }
  if (gtk_stack_get_visible_child (self->root) != self->shell)
    onward_window_update_first_run (self);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_window_pop_page (ONWARD_WINDOW (widget));
}

static void
show_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *self = ONWARD_WINDOW (widget);
  const char *name_of_view = g_variant_get_string (parameter, NULL);

  onward_window_show_view (self, name_of_view);
  /* Its keys are single letters, which go to the day that has the focus. */
  if (g_str_equal (name_of_view, "calendar"))
    gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

/* A search is of the view, so a page that covers it goes first. */
static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *self = ONWARD_WINDOW (widget);

  while (onward_window_get_page (self) != NULL)
    onward_window_pop_page (self);
  if (gtk_toggle_button_get_active (self->search_toggle))
    search_toggled_cb (self);
  gtk_toggle_button_set_active (self->search_toggle, TRUE);
}

/* F6 goes round header, view or page, and the Due pane where it is a pane. */
static void
next_area_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *self = ONWARD_WINDOW (widget);
  GtkWidget *areas[] = { GTK_WIDGET (self->header), GTK_WIDGET (self->pages), GTK_WIDGET (self->due) };
  guint n = self->due_shown && !self->narrow ? 3 : 2;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  guint now = n - 1;

  for (guint i = 0; focus != NULL && i < n; i++)
    if (gtk_widget_is_ancestor (focus, areas[i]))
      now = i;
  for (guint i = 1; i <= n; i++)
    if (gtk_widget_child_focus (areas[(now + i) % n], GTK_DIR_TAB_FORWARD))
      return;
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *view = onward_window_get_view (ONWARD_WINDOW (widget));

  if (g_strcmp0 (view, "contacts") == 0)
    gtk_widget_activate_action (widget, "win.new-person", NULL);
  else if (g_strcmp0 (view, "calendar") == 0)
    gtk_widget_activate_action (GTK_WIDGET (ONWARD_WINDOW (widget)->calendar), "calendar.new", NULL);
  else if (g_strcmp0 (view, "due") == 0)
    gtk_widget_activate_action (widget, "win.new-follow-up", NULL);
  else
    gtk_widget_activate_action (widget, "win.new-opportunity", NULL);
}

/* What stands over everything; most of all that nothing can be kept. */
static void
show_banner (OnwardWindow *self)
{
  OnwardApplication *application = ONWARD_APPLICATION (g_application_get_default ());
  g_autofree char *problem = onward_alerts_words_get_problem (onward_application_get_alert_status (application));
  g_autofree char *words = NULL;

  if (self->outdated)
    words = g_strdup (_ ("Another Onward has brought this search up to date. Quit this one and start the newer one"));
  else if (onward_store_is_read_only (self->store))
    words = g_strdup (_ ("This search can only be read: its file cannot be written"));
  else if (problem != NULL)
    /* Translators: that alerts do not reach the user, a sentence */
    words = g_strdup_printf (_ ("%s. What is due stays in the Due pane. Onward keeps trying."), problem);
  else if (self->sample)
    words = g_strdup (_ ("This is a sample search"));
  gtk_label_set_label (self->banner_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->banner, words != NULL);
}

static void
onward_window_constructed (GObject *object)
{
  OnwardWindow *self = ONWARD_WINDOW (object);

  G_OBJECT_CLASS (onward_window_parent_class)->constructed (object);
  onward_sort_keys_ensure (self->store);
  onward_window_init_due (self);
  onward_window_update_due (self, onward_window_get_scaled_width (self));
  show_banner (self);
  g_signal_connect_object (onward_application_get_alert_status (ONWARD_APPLICATION (g_application_get_default ())),
                           "changed", G_CALLBACK (show_banner), self, G_CONNECT_SWAPPED);
  onward_pipeline_view_set_store (self->pipeline, self->store);
  g_signal_connect_object (self->pipeline, "notify::search-mode", G_CALLBACK (search_mode_changed_cb), self, 0);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  onward_window_update_undo (self);
  onward_window_update_header (self);
  onward_window_update_first_run (self);
}

static void
onward_window_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardWindow *self = ONWARD_WINDOW (object);

  switch (property)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    case PROP_SAMPLE:
      self->sample = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_window_dispose (GObject *object)
{
  OnwardWindow *self = ONWARD_WINDOW (object);

  onward_window_free_toasts (self);
  g_clear_object (&self->undo_menu);
  g_clear_object (&self->due);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (onward_window_parent_class)->dispose (object);
}

static void
onward_window_finalize (GObject *object)
{
  onward_window_free_pages (ONWARD_WINDOW (object));
  G_OBJECT_CLASS (onward_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/onward-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, width_bin);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, root);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, header);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, title);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, mode_switch);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, due_toggle);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, due_count);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, search_toggle);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, views);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, due_page);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, due_slot_page);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, due_slot_beside);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, due_slot_over);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, pipeline);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, contacts_slot);
  gtk_widget_class_bind_template_child (widget_class, OnwardWindow, calendar_slot);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_toggled_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.next-area", NULL, next_area_cb);
  onward_window_install_command_actions (widget_class);
  onward_window_install_due_actions (widget_class);
  onward_window_install_first_run_actions (widget_class);
  onward_window_install_file_actions (widget_class);
  onward_pipeline_install_actions (widget_class);
  onward_contacts_install_actions (widget_class);
  onward_calendar_install_actions (widget_class);
  onward_capture_install_actions (widget_class);
  onward_due_install_actions (widget_class);
  onward_preferences_install_actions (widget_class);
  onward_announcement_install_actions (widget_class);
  onward_composer_install_actions (widget_class);
  onward_switcher_install_actions (widget_class);
  onward_alerts_install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
onward_window_class_init (OnwardWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = onward_window_constructed;
  object_class->set_property = onward_window_set_property;
  object_class->dispose = onward_window_dispose;
  object_class->finalize = onward_window_finalize;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, ONWARD_TYPE_STORE, flags);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, ONWARD_TYPE_CLOCK, flags);
  properties[PROP_SAMPLE] = g_param_spec_boolean ("sample", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ONWARD_TYPE_WIDTH_BIN);
  g_type_ensure (ONWARD_TYPE_PIPELINE_VIEW);
  bind_children (widget_class);
  install_actions (widget_class);
}

/* GSettings keeps the size from one time to the next, and how the pipeline is shown. */
static void
bind_settings (OnwardWindow *self)
{
  GSettings *settings = onward_window_settings_get ();
  g_autoptr (GAction) mode = NULL;

  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  mode = g_settings_create_action (settings, "pipeline-mode");
  g_action_map_add_action (G_ACTION_MAP (self), mode);
}

static void
onward_window_init (OnwardWindow *self)
{
  onward_window_init_pages (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  onward_popover_set_menu (self->menu_button, self->main_menu);
  onward_window_init_files (self);
  bind_settings (self);
}

/**
 * onward_window_new:
 * @application: the application
 * @store: the database it shows
 * @clock: its clock
 * @sample: whether it is the sample search
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
onward_window_new (GtkApplication *application, OnwardStore *store, OnwardClock *clock, gboolean sample)
{
  return g_object_new (ONWARD_TYPE_WINDOW, "application", application, "store", store, "clock", clock, "sample", sample,
                       NULL);
}

/**
 * onward_window_get_store:
 * @self: the window
 *
 * Returns: (transfer none): the database it shows
 */
OnwardStore *
onward_window_get_store (OnwardWindow *self)
{
  return self->store;
}

/**
 * onward_window_get_clock:
 * @self: the window
 *
 * Returns: (transfer none): the clock of its database
 */
OnwardClock *
onward_window_get_clock (OnwardWindow *self)
{
  return self->clock;
}

/**
 * onward_window_get_scaled_width:
 * @self: the window
 *
 * Returns: its width in pixels divided by the text scale; its default width before it was shown
 */
int
onward_window_get_scaled_width (OnwardWindow *self)
{
  int width = onward_width_bin_get_scaled_width (self->width_bin);
  int height; /* GTK 4.8 does not take NULL */

  if (width == 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  return width;
}

/**
 * onward_window_get_shown_contact:
 * @self: the window
 *
 * Returns: who is shown beside the list of contacts; 0 = nobody, or another view
 */
gint64
onward_window_get_shown_contact (OnwardWindow *self)
{
  if (self->contacts == NULL || g_strcmp0 (onward_window_get_view (self), "contacts") != 0)
    return 0;
  return onward_contacts_view_get_contact (self->contacts);
}
