/* onward-opportunity-page.c - one opportunity: what is owed, who is there, what happened */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-page-private.h"

#include "contacts/onward-contact-words.h"
#include "onward-opportunity-facts.h"
#include "onward-window.h"
#include "shared/onward-accessible.h"
#include "shared/onward-beside.h"
#include "shared/onward-columns.h"
#include "store/onward-board.h"
#include "store/onward-follow-ups.h"
#include "store/onward-names.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (OnwardOpportunityPage, onward_opportunity_page, GTK_TYPE_WIDGET)

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
  onward_opportunity_page_show_top (self);
  onward_opportunity_page_show_promise (self, follow_ups);
  onward_opportunity_page_show_outcome (self);
  onward_opportunity_page_show_interviews (self);
  onward_opportunity_page_show_follow_ups (self, follow_ups);
  onward_opportunity_page_show_people (self);
  onward_opportunity_page_show_skills (self);
  onward_opportunity_page_show_siblings (self);
  onward_opportunity_facts_update (self->facts, self->texts, self->store, self->opportunity, self->all_facts);
  onward_timeline_view_show (self->timeline, self->store, ONWARD_TYPE_OPPORTUNITY, self->opportunity->record.id);
  self->filling = FALSE;
  restore_focus (self->follow_ups, focused_follow_up);
  restore_focus (self->interviews, focused_interview);
  if (window != NULL)
    onward_window_set_page_title (window, GTK_WIDGET (self), onward_opportunity_page_get_company (self),
                                  onward_opportunity_page_get_title (self));
}

static gboolean update_cb (gpointer data);

static void
queue_update (OnwardOpportunityPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
popover_closed_cb (OnwardOpportunityPage *self, GtkWidget *popover)
{
  g_signal_handlers_disconnect_by_func (popover, popover_closed_cb, self);
  queue_update (self);
}

/* Rows are made anew, and would take the menu along in which somebody is choosing: that is not interrupted. */
static gboolean
wait_for_popover (OnwardOpportunityPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover == NULL || !gtk_widget_get_mapped (popover) || !gtk_widget_is_ancestor (popover, GTK_WIDGET (self)))
    return FALSE;
  g_signal_handlers_disconnect_by_func (popover, popover_closed_cb, self);
  g_signal_connect_object (popover, "unmap", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  return TRUE;
}

static gboolean
update_cb (gpointer data)
{
  OnwardOpportunityPage *self = data;

  self->update_source = 0;
  if (!wait_for_popover (self))
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
  queue_update (self);
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
  onward_opportunity_facts_update (self->facts, self->texts, self->store, self->opportunity, TRUE);
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
  BIND (interviews_block);
  BIND (interviews);
  BIND (follow_ups);
  BIND (no_follow_ups);
  BIND (timeline);
  BIND (add_person);
  BIND (person_popover);
  BIND (person_name);
  BIND (person_role);
  BIND (people);
  BIND (no_people);
  BIND (facts);
  BIND (texts);
  BIND (skills_block);
  BIND (skills);
  BIND (siblings_block);
  BIND (siblings);
  BIND (add_sibling);
  BIND (ask_sibling);
  BIND (add_follow_up);
  BIND (add_touch);
}

static void
onward_opportunity_page_class_init (OnwardOpportunityPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onward_opportunity_page_dispose;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  g_type_ensure (ONWARD_TYPE_TIMELINE_VIEW);
  g_type_ensure (ONWARD_TYPE_BESIDE);
  g_type_ensure (ONWARD_TYPE_COLUMNS);
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
  onward_opportunity_facts_build (self->facts, self->texts);
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
  gtk_actionable_set_action_target (self->add_sibling, "x", opportunity);
  gtk_actionable_set_action_target (self->ask_sibling, "x", opportunity);
  gtk_actionable_set_action_target (self->add_follow_up, "(xx)", (gint64)0, opportunity);
  gtk_actionable_set_action_target (self->add_touch, "(xx)", (gint64)0, opportunity);
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
