/* onward-opportunity-page.c - one opportunity: what is owed, who is there, what happened */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-page.h"

#include "contacts/onward-contact-words.h"
#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "model/onward-interview.h"
#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "onward-card-menu.h"
#include "onward-card-words.h"
#include "onward-follow-up-row.h"
#include "onward-interview-row.h"
#include "onward-opportunity-facts.h"
#include "onward-part-row.h"
#include "onward-timeline-view.h"
#include "onward-window.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"
#include "shared/onward-date-button.h"
#include "store/onward-board.h"
#include "store/onward-names.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-present.h"
#include "store/onward-promises.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _OnwardOpportunityPage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardOpportunity *opportunity;
  OnwardCompany *company;
  gboolean narrow;
  gboolean all_facts;
  gboolean filling;
  guint update_source;
  OnwardPromiseFound promised;
  gboolean has_promise;

  GtkBox *page;
  GtkBox *top;
  GtkWidget *tile;
  GtkLabel *title;
  GtkLabel *sub;
  GtkMenuButton *stage;
  GtkButton *add_interview;
  GtkMenuButton *more;
  GtkWidget *promise;
  GtkLabel *promise_heading;
  GtkLabel *promise_text;
  OnwardDateButton *promise_on;
  GtkWidget *outcome;
  GtkLabel *outcome_heading;
  GtkLabel *outcome_text;
  GtkActionable *take_back;
  GtkBox *columns;
  GtkBox *main;
  GtkBox *aside;
  GtkWidget *interviews_block;
  GtkListBox *interviews;
  GtkListBox *follow_ups;
  GtkWidget *no_follow_ups;
  GtkWidget *timeline_block;
  OnwardTimelineView *timeline;
  GtkMenuButton *add_person;
  GtkPopover *person_popover;
  GtkEditable *person_name;
  GtkDropDown *person_role;
  GtkListBox *people;
  GtkWidget *no_people;
  GtkListBox *facts;
};

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardOpportunityPage, onward_opportunity_page, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static char *
describe (OnwardOpportunityPage *self)
{
  int today = onward_present_get_today (self->store);
  GString *line = g_string_new (onward_opportunity_page_get_company (self));
  int day;

  if (self->opportunity->location != NULL)
    g_string_append_printf (line, " · %s", self->opportunity->location);
  if (onward_day_parse (self->opportunity->applied_on, &day))
    {
      g_autofree char *date = onward_dates_format_past (day, today);
      /* Translators: the day of an application, in a line of facts */
      g_autofree char *applied = g_strdup_printf (_ ("applied %s"), date);

      g_string_append_printf (line, " · %s", applied);
    }
  return g_string_free (line, FALSE);
}

static void
show_top (OnwardOpportunityPage *self)
{
  gint64 id = self->opportunity->record.id;
  g_autoptr (OnwardStage) stage = onward_store_get_record (self->store, ONWARD_TYPE_STAGE, self->opportunity->stage);
  g_autoptr (GMenuModel) stages = onward_card_menu_create_stages (self->store, id);
  g_autoptr (GMenuModel) more = onward_card_menu_create (self->store, id, FALSE);
  g_autofree char *sub = describe (self);
  const char *name = stage != NULL && stage->name != NULL ? stage->name : _ ("No stage");
  /* Translators: for screen readers: a button that moves the opportunity out of the stage it names */
  g_autofree char *label = g_strdup_printf (_ ("Stage: %s"), name);

  gtk_label_set_label (self->title, onward_opportunity_page_get_title (self));
  gtk_label_set_label (self->sub, sub);
  gtk_menu_button_set_label (self->stage, name);
  gtk_menu_button_set_menu_model (self->stage, stages);
  gtk_menu_button_set_menu_model (self->more, more);
  onward_accessible_set_label (GTK_WIDGET (self->stage), label);
}

/* What Onward suggests when nothing arrives. */
static char *
find_check_in (OnwardOpportunityPage *self, GPtrArray *follow_ups, int today)
{
  for (guint i = 0; i < follow_ups->len; i++)
    {
      OnwardDue *due = follow_ups->pdata[i];
      gint64 moment;

      if (g_strcmp0 (due->rule, "decision-check-in") == 0 && onward_wall_parse (due->moment, &moment))
        return onward_dates_format_sentence (onward_wall_day (moment), today);
    }
  return NULL;
}

static char *
describe_promise (OnwardOpportunityPage *self, GPtrArray *follow_ups, int today)
{
  g_autoptr (OnwardContact) by = onward_store_get_record (self->store, ONWARD_TYPE_CONTACT, self->promised.by);
  g_autofree char *check_in = find_check_in (self, follow_ups, today);
  g_autofree char *given =
      self->promised.given_on != ONWARD_NO_DAY ? onward_dates_format_past (self->promised.given_on, today) : NULL;
  GString *text = g_string_new (NULL);

  if (by != NULL && by->name != NULL && given != NULL)
    /* Translators: who promised an answer, and the day on which they did */
    g_string_append_printf (text, _ ("%s said so on %s."), by->name, given);
  else if (given != NULL)
    g_string_append_printf (text, _ ("It was said on %s."), given);
  if (check_in != NULL)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      /* Translators: a day */
      g_string_append_printf (text, _ ("If nothing arrives, Onward suggests a check-in on %s."), check_in);
    }
  return g_string_free (text, FALSE);
}

static void
show_promise (OnwardOpportunityPage *self, GPtrArray *follow_ups)
{
  int today = onward_present_get_today (self->store);
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;

  self->has_promise = self->opportunity->outcome_kind == NULL
                      && onward_promises_find (self->store, self->opportunity->record.id, &self->promised);
  gtk_widget_set_visible (self->promise, self->has_promise);
  if (!self->has_promise)
    return;
  day = onward_dates_format_sentence (self->promised.on, today);
  heading = self->promised.on >= today ? g_strdup_printf (_ ("Answer promised by %s – quiet until then"), day)
                                       : g_strdup_printf (_ ("An answer was promised by %s"), day);
  text = describe_promise (self, follow_ups, today);
  gtk_label_set_label (self->promise_heading, heading);
  gtk_label_set_label (self->promise_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->promise_text), *text != '\0');
  onward_date_button_set_day (self->promise_on, self->promised.on);
}

static void
show_outcome (OnwardOpportunityPage *self)
{
  OnwardOpportunity *opportunity = self->opportunity;
  g_autoptr (OnwardContact) by = onward_store_get_record (self->store, ONWARD_TYPE_CONTACT, opportunity->outcome_by);
  g_autofree char *date = NULL;
  GString *text;
  int day;

  gtk_widget_set_visible (self->outcome, opportunity->outcome_kind != NULL);
  if (opportunity->outcome_kind == NULL)
    return;
  text = g_string_new (NULL);
  if (onward_day_parse (opportunity->outcome_on, &day))
    date = onward_dates_format_sentence (day, onward_present_get_today (self->store));
  if (by != NULL && by->name != NULL && date != NULL)
    /* Translators: who told the outcome, and the day */
    g_string_append_printf (text, _ ("Told by %s on %s."), by->name, date);
  else if (date != NULL)
    g_string_append_printf (text, _ ("On %s."), date);
  if (opportunity->outcome_reason != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", opportunity->outcome_reason);
  gtk_label_set_label (self->outcome_heading, onward_card_words_get_outcome (opportunity->outcome_kind));
  gtk_label_set_label (self->outcome_text, text->str);
  gtk_actionable_set_action_target (self->take_back, "x", opportunity->record.id);
  gtk_actionable_set_action_name (self->take_back, "win.take-outcome-back");
  g_string_free (text, TRUE);
}

static void
show_interviews (OnwardOpportunityPage *self)
{
  g_autoptr (GArray) ids = onward_opportunities_list_interviews (self->store, self->opportunity->record.id);
  guint shown = 0;

  clear_list (self->interviews);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OnwardInterview) interview =
          onward_store_get_record (self->store, ONWARD_TYPE_INTERVIEW, g_array_index (ids, gint64, i));

      if (interview == NULL || onward_interview_words_get_state (self->store, interview) == ONWARD_INTERVIEW_OVER)
        continue;
      gtk_list_box_prepend (self->interviews, onward_interview_row_new (self->store, interview));
      shown++;
    }
  gtk_widget_set_visible (self->interviews_block, shown > 0);
}

static void
show_follow_ups (OnwardOpportunityPage *self, GPtrArray *follow_ups)
{
  clear_list (self->follow_ups);
  while (follow_ups->len > 0)
    {
      GtkWidget *row = onward_follow_up_row_new (self->store, g_ptr_array_steal_index (follow_ups, 0));

      onward_follow_up_row_set_narrow (ONWARD_FOLLOW_UP_ROW (row), self->narrow);
      gtk_list_box_append (self->follow_ups, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->follow_ups),
                          gtk_widget_get_first_child (GTK_WIDGET (self->follow_ups)) != NULL);
  gtk_widget_set_visible (self->no_follow_ups, !gtk_widget_get_visible (GTK_WIDGET (self->follow_ups)));
}

static void
show_people (OnwardOpportunityPage *self)
{
  g_autoptr (GPtrArray) parts = onward_opportunities_list_people (self->store, self->opportunity->record.id);

  clear_list (self->people);
  for (guint i = 0; i < parts->len; i++)
    {
      OnwardPart *part = parts->pdata[i];

      gtk_list_box_append (self->people,
                           onward_part_row_new (part, self->has_promise && self->promised.by == part->contact));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->people), parts->len > 0);
  gtk_widget_set_visible (self->no_people, parts->len == 0);
}

/* Where the focus was, so that rows that are made anew do not lose it. */
static int
find_focused_row (GtkListBox *list)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (list));

  return focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

static void
restore_focus (GtkListBox *list, int row)
{
  GtkListBoxRow *widget = row >= 0 ? gtk_list_box_get_row_at_index (list, row) : NULL;

  if (widget == NULL && row > 0)
    widget = gtk_list_box_get_row_at_index (list, row - 1);
  if (widget != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (widget));
}

static void
update (OnwardOpportunityPage *self)
{
  g_autoptr (GPtrArray) follow_ups = NULL;
  g_autoptr (GError) error = NULL;
  int focused_follow_up = find_focused_row (self->follow_ups);
  int focused_interview = find_focused_row (self->interviews);
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->company);
  self->company = onward_store_get_record (self->store, ONWARD_TYPE_COMPANY, self->opportunity->company);
  follow_ups = onward_follow_ups_about (self->store, ONWARD_TYPE_OPPORTUNITY, self->opportunity->record.id, &error);
  if (follow_ups == NULL)
    {
      g_message ("%s", error->message);
      follow_ups = g_ptr_array_new ();
    }
  self->filling = TRUE;
  show_top (self);
  show_promise (self, follow_ups);
  show_outcome (self);
  show_interviews (self);
  show_follow_ups (self, follow_ups);
  show_people (self);
  onward_opportunity_facts_update (self->facts, self->store, self->opportunity, self->all_facts);
  onward_timeline_view_show (self->timeline, self->store, ONWARD_TYPE_OPPORTUNITY, self->opportunity->record.id);
  self->filling = FALSE;
  restore_focus (self->follow_ups, focused_follow_up);
  restore_focus (self->interviews, focused_interview);
  if (window != NULL)
    onward_window_set_page_title (window, GTK_WIDGET (self), onward_opportunity_page_get_company (self),
                                  onward_opportunity_page_get_title (self));
}

static gboolean
update_cb (gpointer data)
{
  OnwardOpportunityPage *self = data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* The tables of one command become one look. Undo may have taken the opportunity itself away. */
static void
changed_cb (OnwardOpportunityPage *self, const char *table, GArray *ids)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));

  if (!onward_board_has (self->store, self->opportunity->record.id))
    {
      if (window != NULL && onward_window_get_page (window) == GTK_WIDGET (self))
        onward_window_pop_page (window);
      return;
    }
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
promise_changed_cb (OnwardOpportunityPage *self)
{
  g_autofree char *date = onward_date_button_get_date (self->promise_on);

  if (self->filling)
    return;
  onward_window_run_with_toast (GTK_WIDGET (self), _ ("Change the promised day"), _ ("Promised day changed"),
                                onward_opportunities_edit,
                                onward_opportunity_edit_new (self->opportunity->record.id, "promise.on", date),
                                (GDestroyNotify)onward_opportunity_edit_free);
}

static void
edit_facts_cb (OnwardOpportunityPage *self)
{
  self->all_facts = TRUE;
  onward_opportunity_facts_update (self->facts, self->store, self->opportunity, TRUE);
  onward_opportunity_facts_edit_first (self->facts);
}

/* One who is known here is taken, anybody else becomes a contact. */
static void
add_person_cb (OnwardOpportunityPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->person_name)));
  g_autoptr (GPtrArray) namesakes = onward_names_find (self->store, name, self->opportunity->company);
  OnwardPartChange *change;
  guint n;
  const OnwardChoice *roles = onward_contact_words_get_roles (&n);
  guint role = gtk_drop_down_get_selected (self->person_role);

  if (*name == '\0')
    return;
  change = g_new0 (OnwardPartChange, 1);
  change->opportunity = self->opportunity->record.id;
  change->contact = namesakes->len == 1 ? ((OnwardNamesake *)namesakes->pdata[0])->contact : 0;
  change->name = g_steal_pointer (&name);
  change->role = role < n ? g_strdup (roles[role].value) : NULL;
  onward_window_run (GTK_WIDGET (self), _ ("Add a person"), onward_opportunities_change_people, change,
                     (GDestroyNotify)onward_part_change_free);
  gtk_editable_set_text (self->person_name, "");
  gtk_popover_popdown (self->person_popover);
}

static gboolean
stage_menu_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_menu_button_popup (ONWARD_OPPORTUNITY_PAGE (widget)->stage);
  return TRUE;
}

static gboolean
outcome_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardOpportunityPage *self = ONWARD_OPPORTUNITY_PAGE (widget);

  return gtk_widget_activate_action (widget, "win.set-outcome", "x", self->opportunity->record.id);
}

/* One column below 900 px: the timeline comes last. */
static void
set_narrow (OnwardOpportunityPage *self, gboolean narrow)
{
  GtkWidget *block = self->timeline_block;

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  g_object_ref (block);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (block)), block);
  gtk_box_append (narrow ? self->aside : self->main, block);
  g_object_unref (block);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->top),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->top, narrow ? 12 : 18);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->follow_ups)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    onward_follow_up_row_set_narrow (ONWARD_FOLLOW_UP_ROW (row), narrow);
  gtk_widget_set_visible (self->tile, !narrow);
  gtk_widget_set_size_request (GTK_WIDGET (self->aside), narrow ? -1 : 340, -1);
  gtk_widget_set_margin_start (GTK_WIDGET (self->page), narrow ? 12 : 24);
  gtk_widget_set_margin_end (GTK_WIDGET (self->page), narrow ? 12 : 24);
  gtk_widget_set_margin_top (GTK_WIDGET (self->page), narrow ? 12 : 24);
}

static void
onward_opportunity_page_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_NARROW)
    g_value_set_boolean (value, ONWARD_OPPORTUNITY_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
onward_opportunity_page_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  if (property == PROP_NARROW)
    set_narrow (ONWARD_OPPORTUNITY_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
onward_opportunity_page_dispose (GObject *object)
{
  OnwardOpportunityPage *self = ONWARD_OPPORTUNITY_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->company);
  g_clear_object (&self->opportunity);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_opportunity_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, OnwardOpportunityPage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (page);
  BIND (top);
  BIND (tile);
  BIND (title);
  BIND (sub);
  BIND (stage);
  BIND (add_interview);
  BIND (more);
  BIND (promise);
  BIND (promise_heading);
  BIND (promise_text);
  BIND (promise_on);
  BIND (outcome);
  BIND (outcome_heading);
  BIND (outcome_text);
  BIND (take_back);
  BIND (columns);
  BIND (main);
  BIND (aside);
  BIND (interviews_block);
  BIND (interviews);
  BIND (follow_ups);
  BIND (no_follow_ups);
  BIND (timeline_block);
  BIND (timeline);
  BIND (add_person);
  BIND (person_popover);
  BIND (person_name);
  BIND (person_role);
  BIND (people);
  BIND (no_people);
  BIND (facts);
}

static void
onward_opportunity_page_class_init (OnwardOpportunityPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onward_opportunity_page_get_property;
  object_class->set_property = onward_opportunity_page_set_property;
  object_class->dispose = onward_opportunity_page_dispose;
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  g_type_ensure (ONWARD_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-opportunity-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, promise_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_facts_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_person_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, stage_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK, outcome_cb, NULL);
}

static void
onward_opportunity_page_init (OnwardOpportunityPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const OnwardChoice *roles = onward_contact_words_get_roles (&n);

  gtk_widget_init_template (GTK_WIDGET (self));
  onward_opportunity_facts_build (self->facts);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _ (roles[i].words));
  gtk_drop_down_set_model (self->person_role, G_LIST_MODEL (names));
}

/**
 * onward_opportunity_page_new:
 * @store: the database
 * @opportunity: an opportunity
 *
 * Returns: (transfer floating) (nullable): its page; NULL when it is gone
 */
GtkWidget *
onward_opportunity_page_new (OnwardStore *store, gint64 opportunity)
{
  OnwardOpportunity *record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  OnwardOpportunityPage *self;

  if (record == NULL)
    return NULL;
  self = g_object_new (ONWARD_TYPE_OPPORTUNITY_PAGE, NULL);
  self->store = g_object_ref (store);
  self->opportunity = record;
  onward_date_button_set_store (self->promise_on, store);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_interview), "x", opportunity);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_interview), "win.new-interview");
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

gint64
onward_opportunity_page_get_id (OnwardOpportunityPage *self)
{
  return self->opportunity->record.id;
}

const char *
onward_opportunity_page_get_company (OnwardOpportunityPage *self)
{
  return self->company != NULL && self->company->name != NULL ? self->company->name : _ ("Company not known yet");
}

const char *
onward_opportunity_page_get_title (OnwardOpportunityPage *self)
{
  if (self->opportunity->title != NULL)
    return self->opportunity->title;
  return g_strcmp0 (self->opportunity->kind, "informational") == 0 ? _ ("Informational") : _ ("Role not known yet");
}
