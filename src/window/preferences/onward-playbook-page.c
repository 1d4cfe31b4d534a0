/* onward-playbook-page.c - the rules of the playbook and their numbers, applied when their effect was seen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-playbook-page.h"

#include "onward-effect-bar.h"
#include "onward-preferences-window.h"
#include "onward-rule-rows.h"
#include "playbook/onward-dates.h"
#include "store/onward-present.h"
#include "store/onward-settings-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

/* A Monday, to call the days of a week by their names. */
#define SOME_MONDAY 4

struct _OnwardPlaybookPage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardSettings stored;
  OnwardSettings edited;
  OnwardRuleRows *rules;
  gboolean updating;
  GtkWidget *last_edited; /* weak; where the focus goes back to when the bar goes */
  guint asked;            /* how often the effect was asked for: only the last answer counts */

  GtkWidget *page;
  GtkWidget *groups;
  GtkBox *rules_box;
  GtkSpinButton *from;
  GtkSpinButton *until;
  GtkBox *days;
  GtkSpinButton *per_day;
  GtkSpinButton *history;
  OnwardEffectBar *effect;
};

/* An effect on its way. */
typedef struct
{
  GWeakRef page;
  guint asked;
} Question;

G_DEFINE_FINAL_TYPE (OnwardPlaybookPage, onward_playbook_page, GTK_TYPE_WIDGET)

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (OnwardPlaybookPage) self = g_weak_ref_get (&question->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardSettingsEffect) effect = onward_settings_effect_finish (ONWARD_STORE (source), result, &error);

  if (self != NULL && question->asked == self->asked)
    {
      if (effect != NULL)
        onward_effect_bar_show (self->effect, effect, onward_present_get_today (self->store));
      else
        onward_effect_bar_show_problem (self->effect, error->message);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "playbook.apply", effect != NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->effect), TRUE);
    }
  g_weak_ref_clear (&question->page);
  g_free (question);
}

/* The focus is in the bar when one of its buttons was used: back to what was edited. */
static void
hide_effect (OnwardPlaybookPage *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->effect)) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->effect), FALSE);
  if (focused && self->last_edited != NULL)
    gtk_widget_grab_focus (self->last_edited);
}

/* Before anything applies, what it would do. */
static void
ask_for_effect (OnwardPlaybookPage *self)
{
  gboolean changed = onward_playbook_page_has_changes (self);
  Question *question;

  self->asked++;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "playbook.apply", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "playbook.put-back", changed);
  if (!changed)
    {
      hide_effect (self);
      return;
    }
  question = g_new0 (Question, 1);
  question->asked = self->asked;
  g_weak_ref_init (&question->page, self);
  onward_settings_effect_async (self->store, onward_settings_store_save, g_memdup2 (&self->edited, sizeof self->edited),
                                g_free, previewed_cb, question);
}

static void
show_edited (OnwardPlaybookPage *self)
{
  self->updating = TRUE;
  gtk_spin_button_set_value (self->from, self->edited.hours.from);
  gtk_spin_button_set_value (self->until, self->edited.hours.until);
  gtk_spin_button_set_value (self->per_day, self->edited.keep_in_touch_per_day);
  gtk_spin_button_set_value (self->history, self->edited.history_days);
  for (int i = 1; i <= 7; i++)
    {
      GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->days));

      for (int j = 1; j < i; j++)
        button = gtk_widget_get_next_sibling (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), (self->edited.hours.working_days & 1u << i) != 0);
    }
  onward_rule_rows_update (self->rules);
  self->updating = FALSE;
  ask_for_effect (self);
}

static void
edited_cb (OnwardPlaybookPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->updating)
    return;
  g_set_weak_pointer (&self->last_edited, root != NULL ? gtk_root_get_focus (root) : NULL);
  ask_for_effect (self);
}

/* The end follows the start at an hour's distance: less is no time to remind in. */
static void
hours_changed_cb (OnwardPlaybookPage *self)
{
  int from, until;

  if (self->updating)
    return;
  from = gtk_spin_button_get_value_as_int (self->from);
  until = gtk_spin_button_get_value_as_int (self->until);
  if (until < from + 60)
    {
      self->updating = TRUE;
      if (from != self->edited.hours.from)
        gtk_spin_button_set_value (self->until, until = from + 60);
      else
        gtk_spin_button_set_value (self->from, from = until - 60);
      self->updating = FALSE;
    }
  self->edited.hours.from = from;
  self->edited.hours.until = until;
  self->edited.keep_in_touch_per_day = gtk_spin_button_get_value_as_int (self->per_day);
  self->edited.history_days = gtk_spin_button_get_value_as_int (self->history);
  edited_cb (self);
}

static void
day_toggled_cb (GtkToggleButton *button, OnwardPlaybookPage *self)
{
  guint bit = 1u << GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "onward-day"));

  if (self->updating)
    return;
  if (gtk_toggle_button_get_active (button))
    self->edited.hours.working_days |= bit;
  else
    self->edited.hours.working_days &= ~bit;
  edited_cb (self);
}

static gboolean
time_output_cb (OnwardPlaybookPage *self, GtkSpinButton *spin)
{
  int minutes = (int)round (gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin)));
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
time_input_cb (GtkSpinButton *spin, double *value, gpointer data)
{
  int hours, minutes = 0;

  if (sscanf (gtk_editable_get_text (GTK_EDITABLE (spin)), "%d:%d", &hours, &minutes) < 1 || hours < 0 || minutes < 0
      || minutes > 59)
    return GTK_INPUT_ERROR;
  *value = hours * 60 + minutes;
  return TRUE;
}

static void
apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPlaybookPage *self = ONWARD_PLAYBOOK_PAGE (widget);

  onward_preferences_run (widget, _ ("Change the playbook"), _ ("Playbook changed"), onward_settings_store_save,
                          g_memdup2 (&self->edited, sizeof self->edited), g_free);
}

static void
put_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPlaybookPage *self = ONWARD_PLAYBOOK_PAGE (widget);

  self->edited = self->stored;
  show_edited (self);
}

static void
reset_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPlaybookPage *self = ONWARD_PLAYBOOK_PAGE (widget);

  g_set_weak_pointer (&self->last_edited, gtk_root_get_focus (gtk_widget_get_root (widget)));
  onward_settings_init (&self->edited);
  show_edited (self);
}

/* What is stored is something else now: by Apply, by Undo, or from another process. What is being edited stays. */
static void
store_changed_cb (OnwardPlaybookPage *self, const char *table, GArray *ids)
{
  gboolean editing = onward_playbook_page_has_changes (self);

  if (g_str_equal (table, "members"))
    {
      onward_settings_store_load (self->store, &self->stored);
      if (!editing)
        self->edited = self->stored;
      show_edited (self);
    }
  else if (editing && g_str_equal (table, "follow_ups"))
    ask_for_effect (self);
}

static void
onward_playbook_page_dispose (GObject *object)
{
  OnwardPlaybookPage *self = ONWARD_PLAYBOOK_PAGE (object);

  g_clear_weak_pointer (&self->last_edited);
  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_playbook_page_parent_class)->dispose (object);
}

static void
onward_playbook_page_finalize (GObject *object)
{
  g_clear_pointer (&ONWARD_PLAYBOOK_PAGE (object)->rules, onward_rule_rows_free);
  G_OBJECT_CLASS (onward_playbook_page_parent_class)->finalize (object);
}

static void
onward_playbook_page_class_init (OnwardPlaybookPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_playbook_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = onward_playbook_page_finalize;
  g_type_ensure (ONWARD_TYPE_EFFECT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/preferences/onward-playbook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardPlaybookPage, page);
  gtk_widget_class_bind_template_child (widget_class, OnwardPlaybookPage, groups);
  gtk_widget_class_bind_template_child_full (widget_class, "rules", FALSE,
                                             G_STRUCT_OFFSET (OnwardPlaybookPage, rules_box));
  gtk_widget_class_bind_template_child (widget_class, OnwardPlaybookPage, from);
  gtk_widget_class_bind_template_child (widget_class, OnwardPlaybookPage, until);
  gtk_widget_class_bind_template_child (widget_class, OnwardPlaybookPage, days);
  gtk_widget_class_bind_template_child (widget_class, OnwardPlaybookPage, per_day);
  gtk_widget_class_bind_template_child (widget_class, OnwardPlaybookPage, history);
  gtk_widget_class_bind_template_child (widget_class, OnwardPlaybookPage, effect);
  gtk_widget_class_bind_template_callback (widget_class, hours_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_input_cb);
  gtk_widget_class_install_action (widget_class, "playbook.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "playbook.put-back", NULL, put_back_cb);
  gtk_widget_class_install_action (widget_class, "playbook.reset", NULL, reset_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "playbook.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "playbook.apply", NULL);
}

static void
add_days (OnwardPlaybookPage *self)
{
  for (int i = 1; i <= 7; i++)
    {
      g_autofree char *name = onward_dates_format_weekday (SOME_MONDAY + i - 1);
      GtkWidget *button = gtk_toggle_button_new_with_label (name);

      g_object_set_data (G_OBJECT (button), "onward-day", GINT_TO_POINTER (i));
      g_signal_connect (button, "toggled", G_CALLBACK (day_toggled_cb), self);
      gtk_widget_add_css_class (button, "weekday");
      gtk_box_append (self->days, button);
    }
}

static void
onward_playbook_page_init (OnwardPlaybookPage *self)
{
  self->updating = TRUE;
  onward_settings_init (&self->stored);
  self->edited = self->stored;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_days (self);
  self->rules = onward_rule_rows_new (self->rules_box, &self->edited, G_CALLBACK (edited_cb), self);
}

/**
 * onward_playbook_page_set_store:
 * @self: the page
 * @store: the database; once
 */
void
onward_playbook_page_set_store (OnwardPlaybookPage *self, OnwardStore *store)
{
  g_set_object (&self->store, store);
  onward_settings_store_load (store, &self->stored);
  self->edited = self->stored;
  show_edited (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * onward_playbook_page_set_narrow:
 * @self: the page
 * @narrow: whether it is narrower than 600 px
 */
void
onward_playbook_page_set_narrow (OnwardPlaybookPage *self, gboolean narrow)
{
  gtk_widget_set_margin_start (self->groups, narrow ? 12 : 24);
  gtk_widget_set_margin_end (self->groups, narrow ? 12 : 24);
  onward_effect_bar_set_narrow (self->effect, narrow);
}

/**
 * onward_playbook_page_has_changes:
 * @self: the page
 *
 * Returns: whether numbers were changed and not yet applied
 */
gboolean
onward_playbook_page_has_changes (OnwardPlaybookPage *self)
{
  return !onward_settings_equal (&self->stored, &self->edited);
}
