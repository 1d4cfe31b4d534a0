/* onward-alerts-page.c - whether alerts reach the user, what comes next, what came last, and how they come */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alerts-page.h"

#include "alerts/onward-due-words.h"
#include "alerts/onward-interview-alert-words.h"
#include "onward-alerts-words.h"
#include "onward-application.h"
#include "onward-autostart-row.h"
#include "playbook/onward-zone.h"
#include "shared/onward-accessible.h"
#include "shared/onward-beside.h"
#include "shared/onward-columns.h"
#include "shared/onward-focus-place.h"
#include "shared/onward-window-settings.h"
#include "store/onward-alerts.h"

#include <glib/gi18n-lib.h>

/* How many are listed. */
#define NEXT 5
#define LAST 8

struct _OnwardAlertsPage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardAlertStatus *status;
  GPtrArray *next_rows; /* (unowned) GtkWidget */
  GPtrArray *last_rows; /* (unowned) GtkWidget */
  guint refresh_source;
  gboolean choosing; /* the choice is being shown, not made */

  GtkWidget *page;
  GtkWidget *state;
  GtkImage *state_icon;
  GtkLabel *state_heading;
  GtkLabel *state_caption;
  GtkWidget *test;
  AdwPreferencesGroup *next;
  AdwPreferencesGroup *last;
  AdwComboRow *interviews;
  GtkSwitch *background;
  AdwActionRow *autostart_row;
  GtkSwitch *autostart;
  GtkSwitch *names;
  GtkSwitch *grouped;
};

/* One to come. */
typedef struct
{
  gint64 instant;
  char *title;
  char *subtitle;
  const char *icon;
  char *action;
} Coming;

/* How long before an interview; what is stored and stands here not is shown as it is. */
static const struct
{
  const char *words;
  int minutes[2]; /* 0 = none */
} choices[] = {
  { N_ ("24 h and 1 h before"), { 24 * 60, 60 } },
  { N_ ("24 h before"), { 24 * 60, 0 } },
  { N_ ("2 h before"), { 2 * 60, 0 } },
  { N_ ("1 h before"), { 60, 0 } },
  { N_ ("15 min before"), { 15, 0 } },
  { N_ ("Never"), { 0, 0 } },
};

G_DEFINE_FINAL_TYPE (OnwardAlertsPage, onward_alerts_page, GTK_TYPE_WIDGET)

static void
free_coming (gpointer data)
{
  Coming *coming = data;

  g_free (coming->title);
  g_free (coming->subtitle);
  g_free (coming->action);
  g_free (coming);
}

static int
compare_coming (gconstpointer a, gconstpointer b)
{
  const Coming *first = *(Coming *const *)a;
  const Coming *second = *(Coming *const *)b;

  return (first->instant > second->instant) - (first->instant < second->instant);
}

static Coming *
create_coming_follow_up (const OnwardDue *due, GTimeZone *zone)
{
  Coming *coming = g_new0 (Coming, 1);
  gint64 wall = 0;

  onward_wall_parse (due->moment, &wall);
  coming->instant = onward_zone_instant (zone, wall);
  coming->title = g_strdup (due->title != NULL ? due->title : _ ("A follow-up is due"));
  coming->subtitle = onward_due_words_get_subject (due);
  coming->icon = "onward-due-symbolic";
  coming->action = g_strdup_printf ("app.follow-up-open(int64 %" G_GINT64_FORMAT ")", due->id);
  return coming;
}

static Coming *
create_coming_interview (const OnwardInterviewAlert *interview, const OnwardNow *now)
{
  Coming *coming = g_new0 (Coming, 1);
  OnwardNow then = *now;

  coming->instant = then.unix_time = interview->starts_at - interview->minutes * 60;
  coming->title = onward_interview_alert_words_get_subject (interview);
  coming->subtitle = onward_interview_alert_words_get_when (interview->starts_at, &then);
  coming->icon = "onward-interview-symbolic";
  coming->action = g_strdup_printf ("win.open-interview(int64 %" G_GINT64_FORMAT ")", interview->interview);
  return coming;
}

static GPtrArray *
list_coming (OnwardAlertsPage *self, const OnwardNow *now)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (free_coming);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now->zone);
  g_autoptr (GPtrArray) dues = onward_alerts_get_next (self->store);
  g_autoptr (GPtrArray) interviews = onward_interview_alerts_get_next (self->store, now->unix_time, NEXT);

  for (guint i = 0; zone != NULL && i < dues->len; i++)
    g_ptr_array_add (all, create_coming_follow_up (dues->pdata[i], zone));
  for (guint i = 0; i < interviews->len; i++)
    g_ptr_array_add (all, create_coming_interview (interviews->pdata[i], now));
  g_ptr_array_sort (all, compare_coming);
  if (all->len > NEXT)
    g_ptr_array_set_size (all, NEXT);
  return all;
}

static void
add_row (AdwPreferencesGroup *group, GPtrArray *rows, const char *icon, const char *title, const char *subtitle,
         const char *when, const char *action)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (action != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), action);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
show_next (OnwardAlertsPage *self, const OnwardNow *now)
{
  g_autoptr (GPtrArray) all = list_coming (self, now);

  clear_rows (self->next, self->next_rows);
  for (guint i = 0; i < all->len; i++)
    {
      Coming *coming = all->pdata[i];
      g_autofree char *when = onward_alerts_words_get_moment (coming->instant, now);

      add_row (self->next, self->next_rows, coming->icon, coming->title, coming->subtitle, when, coming->action);
    }
  if (all->len == 0)
    add_row (self->next, self->next_rows, "onward-rest-symbolic", _ ("No alert is planned"), NULL, NULL, NULL);
}

static void
show_last (OnwardAlertsPage *self, const OnwardNow *now)
{
  g_autoptr (GPtrArray) all = onward_alert_log_get_last (self->store, LAST);

  clear_rows (self->last, self->last_rows);
  for (guint i = 0; i < all->len; i++)
    {
      OnwardLoggedAlert *logged = all->pdata[i];
      g_autofree char *title = onward_alerts_words_get_title (logged);
      g_autofree char *choice = onward_alerts_words_get_choice (logged);
      g_autofree char *when = onward_alerts_words_get_moment (logged->shown_at, now);

      add_row (self->last, self->last_rows,
               logged->follow_up != 0 ? "onward-due-symbolic" : "onward-interview-symbolic", title, choice, when, NULL);
    }
  if (all->len == 0)
    add_row (self->last, self->last_rows, "onward-rest-symbolic", _ ("No alert was shown yet"), NULL, NULL, NULL);
}

static void
show_state (OnwardAlertsPage *self)
{
  OnwardApplication *application = ONWARD_APPLICATION (g_application_get_default ());
  gboolean raises = onward_application_raises_alerts (application);
  g_autoptr (OnwardAlertsState) state =
      onward_alerts_words_get_state (self->status, raises, gtk_switch_get_active (self->background), self->store);
  const char *classes[] = { "notice", state->kind, NULL };

  gtk_widget_set_css_classes (self->state, classes);
  gtk_image_set_from_icon_name (self->state_icon, state->icon);
  gtk_label_set_label (self->state_heading, state->heading);
  gtk_label_set_label (self->state_caption, state->caption);
  gtk_widget_set_visible (self->test, raises);
}

static gboolean
is_chosen (GArray *minutes, const int *choice)
{
  guint n = (choice[0] != 0) + (choice[1] != 0);

  if (minutes->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_array_index (minutes, int, i) != choice[i])
      return FALSE;
  return TRUE;
}

static void
show_choice (OnwardAlertsPage *self)
{
  g_autoptr (GArray) minutes = onward_interview_alerts_get_minutes (self->store);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (is_chosen (minutes, choices[i].minutes))
      selected = i;
  self->choosing = TRUE;
  adw_combo_row_set_selected (self->interviews, selected);
  self->choosing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->interviews), !onward_store_is_read_only (self->store));
}

static void
refresh (OnwardAlertsPage *self)
{
  OnwardFocusPlace *focus;
  OnwardNow now;

  if (self->store == NULL)
    return;
  now = onward_store_get_now (self->store);
  focus = onward_focus_place_find (self->page);
  show_state (self);
  show_next (self, &now);
  show_last (self, &now);
  show_choice (self);
  onward_focus_place_restore (focus);
}

static gboolean
refresh_cb (gpointer data)
{
  OnwardAlertsPage *self = data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (OnwardAlertsPage *self)
{
  if (self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source = g_idle_add (refresh_cb, self);
}

/* What was refused is not shown as chosen. */
static void
choice_stored_cb (gboolean done, gpointer data)
{
  g_autoptr (OnwardAlertsPage) self = data;

  if (!done && self->store != NULL)
    show_choice (self);
}

static void
chosen_cb (OnwardAlertsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->interviews);
  GArray *minutes;

  if (self->choosing || selected >= G_N_ELEMENTS (choices))
    return;
  minutes = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < G_N_ELEMENTS (choices[selected].minutes); i++)
    if (choices[selected].minutes[i] != 0)
      g_array_append_val (minutes, choices[selected].minutes[i]);
  onward_window_run_full (GTK_WIDGET (self), _ ("Change alerts of interviews"), NULL,
                          onward_interview_alerts_set_minutes, minutes, (GDestroyNotify)g_array_unref, choice_stored_cb,
                          g_object_ref (self));
}

static void
onward_alerts_page_map (GtkWidget *widget)
{
  OnwardAlertsPage *self = ONWARD_ALERTS_PAGE (widget);
  OnwardWindow *window = onward_window_find (widget);

  GTK_WIDGET_CLASS (onward_alerts_page_parent_class)->map (widget);
  if (self->store == NULL && window != NULL)
    {
      self->store = g_object_ref (onward_window_get_store (window));
      g_signal_connect_object (self->store, "changed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
    }
  refresh (self);
}

static void
onward_alerts_page_dispose (GObject *object)
{
  OnwardAlertsPage *self = ONWARD_ALERTS_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_pointer (&self->next_rows, g_ptr_array_unref);
  g_clear_pointer (&self->last_rows, g_ptr_array_unref);
  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_alerts_page_parent_class)->dispose (object);
}

static void
onward_alerts_page_class_init (OnwardAlertsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onward_alerts_page_dispose;
  widget_class->map = onward_alerts_page_map;
  g_type_ensure (ONWARD_TYPE_BESIDE);
  g_type_ensure (ONWARD_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/alerts/onward-alerts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, page);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, state);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, state_icon);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, state_heading);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, state_caption);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, test);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, next);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, last);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, interviews);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, background);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, autostart_row);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, autostart);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, names);
  gtk_widget_class_bind_template_child (widget_class, OnwardAlertsPage, grouped);
}

static void
bind_switches (OnwardAlertsPage *self)
{
  GSettings *settings = onward_window_settings_get ();
  const struct
  {
    const char *key;
    GtkSwitch *to;
  } switches[] = { { "background-alerts", self->background },
                   { "autostart", self->autostart },
                   { "names-when-locked", self->names },
                   { "group-alerts", self->grouped } };

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (settings != NULL)
      g_settings_bind (settings, switches[i].key, switches[i].to, "active", G_SETTINGS_BIND_DEFAULT);
    else
      gtk_widget_set_sensitive (GTK_WIDGET (switches[i].to), FALSE);
  g_signal_connect_object (self->background, "notify::active", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
}

static void
onward_alerts_page_init (OnwardAlertsPage *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  self->next_rows = g_ptr_array_new ();
  self->last_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_append (words, _ (choices[i].words));
  self->choosing = TRUE;
  adw_combo_row_set_model (self->interviews, G_LIST_MODEL (words));
  self->choosing = FALSE;
  g_signal_connect_object (self->interviews, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->status = onward_application_get_alert_status (ONWARD_APPLICATION (g_application_get_default ()));
  g_signal_connect_object (self->status, "changed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  bind_switches (self);
  onward_autostart_row_follow (self->autostart_row, self->background);
}

static void
alerts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = ONWARD_WINDOW (widget);

  onward_window_uncover (window);
  if (onward_window_get_page (window) != NULL && ONWARD_IS_ALERTS_PAGE (onward_window_get_page (window)))
    return;
  onward_window_push_page (window, g_object_new (ONWARD_TYPE_ALERTS_PAGE, NULL), _ ("Alerts"), NULL);
}

/**
 * onward_alerts_install_actions:
 * @window_class: the class of the window
 *
 * Adds `win.alerts`, which opens the page.
 */
void
onward_alerts_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.alerts", NULL, alerts_cb);
}
