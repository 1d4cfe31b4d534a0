/* onward-rule-rows.c - a row for each rule and number of the playbook */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-rule-rows.h"

#include "playbook/onward-rules.h"
#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>

/* A rule with one number or none has one row; each further number has a row of its own below, with a title. */
#define NO_NUMBER -1

typedef struct
{
  OnwardRuleId rule;
  int which;         /* of its numbers */
  const char *title; /* NULL = the rule's name */
  const char *subtitle;
} RowSpec;

typedef struct
{
  const char *title;
  const char *description;
  RowSpec rows[9]; /* up to one without a subtitle */
} GroupSpec;

static const GroupSpec groups[] = {
  { N_ ("Before an interview"),
    NULL,
    { { ONWARD_RULE_PREP_STORIES, 0, NULL, N_ ("Days before the interview") },
      { ONWARD_RULE_PREP_NAMES, 0, NULL, N_ ("Days before the interview") } } },
  { N_ ("After an interview"),
    N_ ("What Onward asks for once a meeting has ended."),
    { { ONWARD_RULE_THANK_YOU, NO_NUMBER, NULL, N_ ("Reminds two hours after the end") },
      { ONWARD_RULE_DEBRIEF, NO_NUMBER, NULL, N_ ("Reminds half an hour after the end") },
      { ONWARD_RULE_VERIFY_NAMES, NO_NUMBER, NULL, N_ ("Two hours after the end") },
      { ONWARD_RULE_NO_SHOW, NO_NUMBER, NULL, N_ ("Twenty minutes after the start") } } },
  { N_ ("While waiting"),
    N_ ("A promised date always comes first: nothing is asked for before it has passed."),
    { { ONWARD_RULE_DECISION_CHECK_IN, 0, NULL, N_ ("Days after the interview, when nothing was promised") },
      { ONWARD_RULE_SECOND_CHECK_IN, 0, NULL, N_ ("Days after the first check-in") },
      { ONWARD_RULE_APPLICATION_NUDGE, 0, NULL, N_ ("Days after applying") },
      { ONWARD_RULE_CLOSE_AS_SILENT, 0, NULL, N_ ("Days after the last step") } } },
  { N_ ("After a no"),
    NULL,
    { { ONWARD_RULE_REJECTION_THANK_YOU, 0, NULL, N_ ("Days after the answer") },
      { ONWARD_RULE_CONNECTION_NOTE, 0, NULL, N_ ("Days after the answer") },
      { ONWARD_RULE_REFERRAL_ASK, 0, NULL, N_ ("Days after the answer") },
      { ONWARD_RULE_THIRD_PARTY_ASK, 0, NULL, N_ ("Days after the answer") },
      { ONWARD_RULE_FEEDBACK_REQUEST, 0, NULL, N_ ("Days after the answer") },
      { ONWARD_RULE_OTHER_OPENINGS, 0, NULL, N_ ("Days after the answer") },
      { ONWARD_RULE_REOPENED, 0, NULL, N_ ("Days after a role was withdrawn") },
      { ONWARD_RULE_REAPPLY, NO_NUMBER, NULL, N_ ("When the cooling-off period ends") } } },
  { N_ ("After an offer"),
    NULL,
    { { ONWARD_RULE_ANSWER_OFFER, 0, NULL, N_ ("Days before the answer is due, the first time") },
      { ONWARD_RULE_ANSWER_OFFER, 1, N_ ("Remind again"), N_ ("Days before the answer is due") },
      { ONWARD_RULE_ANNOUNCE_JOB, 0, NULL, N_ ("Days after you have accepted") } } },
  { N_ ("People who help"),
    NULL,
    { { ONWARD_RULE_THANK_FOR_FEEDBACK, 0, NULL, N_ ("Days after it came") },
      { ONWARD_RULE_THANK_INTRODUCER, 0, NULL, N_ ("Days after something came of it") },
      { ONWARD_RULE_ASK_PERMISSION, 0, NULL, N_ ("Days after the introduction") } } },
  { N_ ("Keeping in touch"),
    NULL,
    { { ONWARD_RULE_KEEP_IN_TOUCH, 0, NULL, N_ ("Days, for those of every month") },
      { ONWARD_RULE_KEEP_IN_TOUCH, 1, N_ ("Every quarter"), N_ ("Days") },
      { ONWARD_RULE_KEEP_IN_TOUCH, 2, N_ ("Every year"), N_ ("Days") } } },
};

static const char *const thank_you_words[] = {
  [ONWARD_THANK_YOU_24H] = N_ ("Within 24 hours"),
  [ONWARD_THANK_YOU_SAME_DAY] = N_ ("On the same day"),
  [ONWARD_THANK_YOU_48H] = N_ ("Within 48 hours"),
};

/* A row that is on the page. */
typedef struct
{
  OnwardRuleRows *rows;
  const RowSpec *spec;
  GtkSpinButton *days;
  GtkSwitch *enabled;
  GtkDropDown *preset;
} Row;

struct _OnwardRuleRows
{
  OnwardSettings *settings; /* of the page, which outlives the rows */
  GPtrArray *rows;          /* Row */
  GCallback changed;
  gpointer data;
  gboolean updating;
};

static void
tell (OnwardRuleRows *self)
{
  ((void (*) (gpointer))self->changed) (self->data);
}

static OnwardRuleSetting *
get_setting (Row *row)
{
  return &row->rows->settings->rules[row->spec->rule];
}

/* The numbers of a rule that is off are not to be changed. */
static void
update_sensitivity (OnwardRuleRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      gboolean on = get_setting (row)->enabled;

      if (row->days != NULL)
        gtk_widget_set_sensitive (GTK_WIDGET (row->days), on);
      if (row->preset != NULL)
        gtk_widget_set_sensitive (GTK_WIDGET (row->preset), on);
    }
}

static void
enabled_changed_cb (Row *row)
{
  if (row->rows->updating)
    return;
  get_setting (row)->enabled = gtk_switch_get_active (row->enabled);
  update_sensitivity (row->rows);
  tell (row->rows);
}

static void
days_changed_cb (Row *row)
{
  if (row->rows->updating)
    return;
  onward_settings_set_days (row->rows->settings, row->spec->rule, row->spec->which,
                            gtk_spin_button_get_value_as_int (row->days));
  tell (row->rows);
}

static void
preset_changed_cb (Row *row)
{
  guint selected = gtk_drop_down_get_selected (row->preset);

  if (row->rows->updating || selected >= G_N_ELEMENTS (thank_you_words))
    return;
  row->rows->settings->thank_you = selected;
  tell (row->rows);
}

static void
add_suffix (AdwActionRow *action_row, GtkWidget *widget, const char *label)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  onward_accessible_set_label (widget, label);
  adw_action_row_add_suffix (action_row, widget);
}

static void
add_days (Row *row, AdwActionRow *action_row, const char *title)
{
  /* Translators: for screen readers: the number of days of a rule */
  g_autofree char *label = g_strdup_printf (_ ("%s, days"), title);
  GtkWidget *days = gtk_spin_button_new_with_range (0, ONWARD_RULE_MAX_DAYS, 1);

  row->days = GTK_SPIN_BUTTON (days);
  gtk_editable_set_width_chars (GTK_EDITABLE (days), 4);
  add_suffix (action_row, days, label);
  g_signal_connect_swapped (days, "value-changed", G_CALLBACK (days_changed_cb), row);
}

static void
add_preset (Row *row, AdwActionRow *action_row, const char *title)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (thank_you_words); i++)
    gtk_string_list_append (names, _ (thank_you_words[i]));
  row->preset = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  /* Translators: for screen readers: until when a message is to be written */
  add_suffix (action_row, GTK_WIDGET (row->preset), title);
  g_signal_connect_swapped (row->preset, "notify::selected", G_CALLBACK (preset_changed_cb), row);
}

static GtkWidget *
create_row (OnwardRuleRows *self, const RowSpec *spec)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *widget = adw_action_row_new ();
  const char *title = spec->title != NULL ? _ (spec->title) : _ (onward_rule_get (spec->rule)->name);

  row->rows = self;
  row->spec = spec;
  g_ptr_array_add (self->rows, row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), _ (spec->subtitle));
  if (spec->which >= 0)
    add_days (row, ADW_ACTION_ROW (widget), title);
  if (spec->rule == ONWARD_RULE_THANK_YOU)
    add_preset (row, ADW_ACTION_ROW (widget), title);
  if (spec->which <= 0)
    {
      row->enabled = GTK_SWITCH (gtk_switch_new ());
      add_suffix (ADW_ACTION_ROW (widget), GTK_WIDGET (row->enabled), title);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), GTK_WIDGET (row->enabled));
      g_signal_connect_swapped (row->enabled, "notify::active", G_CALLBACK (enabled_changed_cb), row);
    }
  return widget;
}

/**
 * onward_rule_rows_new:
 * @box: where the groups go
 * @settings: what the rows show and change; outlives them
 * @changed: called with @data when the user has changed something
 * @data: for @changed
 *
 * Returns: (transfer full): the rows of all rules
 */
OnwardRuleRows *
onward_rule_rows_new (GtkBox *box, OnwardSettings *settings, GCallback changed, gpointer data)
{
  OnwardRuleRows *self = g_new0 (OnwardRuleRows, 1);

  self->settings = settings;
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->changed = changed;
  self->data = data;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (groups[i].title));
      if (groups[i].description != NULL)
        adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ (groups[i].description));
      for (const RowSpec *spec = groups[i].rows; spec->subtitle != NULL; spec++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (self, spec));
      gtk_box_append (box, group);
    }
  return self;
}

/**
 * onward_rule_rows_free:
 * @self: (transfer full): rows whose widgets are gone
 */
void
onward_rule_rows_free (OnwardRuleRows *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * onward_rule_rows_update:
 * @self: the rows
 *
 * The settings are others now: shows them.
 */
void
onward_rule_rows_update (OnwardRuleRows *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      if (row->enabled != NULL)
        gtk_switch_set_active (row->enabled, get_setting (row)->enabled);
      if (row->days != NULL)
        gtk_spin_button_set_value (row->days, get_setting (row)->days[row->spec->which]);
      if (row->preset != NULL)
        gtk_drop_down_set_selected (row->preset, self->settings->thank_you);
    }
  self->updating = FALSE;
  update_sensitivity (self);
}
