/* onward-opportunity-page-head.c - the head of the page: what it is, what was promised, how it ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-page-private.h"

#include "model/onward-contact.h"
#include "model/onward-stage.h"
#include "onward-card-menu.h"
#include "onward-card-words.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"
#include "store/onward-follow-ups.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

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

/**
 * onward_opportunity_page_show_top: (skip)
 * @self: the page
 *
 * What it is called, and what can be done with it.
 */
void
onward_opportunity_page_show_top (OnwardOpportunityPage *self)
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
  gtk_actionable_set_action_target (self->tile, "x", self->opportunity->company);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tile), self->company != NULL);
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

/**
 * onward_opportunity_page_show_promise: (skip)
 * @self: the page
 * @follow_ups: (element-type OnwardDue): what is owed about it
 *
 * The promise in force, and what follows from it.
 */
void
onward_opportunity_page_show_promise (OnwardOpportunityPage *self, GPtrArray *follow_ups)
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

/**
 * onward_opportunity_page_show_outcome: (skip)
 * @self: the page
 *
 * How it ended, and what can be done after a no.
 */
void
onward_opportunity_page_show_outcome (OnwardOpportunityPage *self)
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
  gtk_widget_set_visible (GTK_WIDGET (self->ask_sibling), g_strcmp0 (opportunity->outcome_kind, "accepted") != 0);
  g_string_free (text, TRUE);
}
