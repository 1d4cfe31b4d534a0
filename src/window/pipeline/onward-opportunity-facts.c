/* onward-opportunity-facts.c - the list of facts about an opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-facts.h"

#include "model/onward-company.h"
#include "model/onward-interview.h"
#include "onward-fact-row.h"
#include "onward-interview-words.h"
#include "onward-window.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-wall.h"
#include "store/onward-json-writer.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In this order; `next-round` is known from the interviews. */
static const struct
{
  const char *field;
  const char *name;
} facts[] = {
  { "company", N_ ("Company") }, { "title", N_ ("Role") },
  { "location", N_ ("Place") },  { "salary", N_ ("Salary") },
  { "source", N_ ("Source") },   { "applied_on", N_ ("Applied") },
  { "url", N_ ("Posting") },     { "next-round", N_ ("Next round") },
  { "notes", N_ ("Notes") },
};

/* The row says what was typed; the list remembers whose it is. */
static void
edited_cb (OnwardFactRow *row, const char *text, GtkListBox *list)
{
  gint64 *opportunity = g_object_get_data (G_OBJECT (list), "onward-opportunity");

  onward_window_run_full (GTK_WIDGET (list), _ ("Edit a fact"), text == NULL || *text == '\0' ? _ ("Removed") : NULL,
                          onward_opportunities_edit,
                          onward_opportunity_edit_new (*opportunity, onward_fact_row_get_field (row), text),
                          (GDestroyNotify)onward_opportunity_edit_free, NULL, NULL);
}

/**
 * onward_opportunity_facts_build:
 * @list: an empty list
 *
 * Puts in a row a fact, each edited in place and undoable.
 */
void
onward_opportunity_facts_build (GtkListBox *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gboolean editable = !g_str_equal (facts[i].field, "next-round");
      GtkWidget *row = onward_fact_row_new (facts[i].field, _ (facts[i].name), editable);

      g_signal_connect (row, "edited", G_CALLBACK (edited_cb), list);
      gtk_list_box_append (list, row);
    }
}

/* A salary is one text or number of JSON. */
static char *
read_value (const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;

  if (node == NULL)
    return g_strdup (json);
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : json_to_string (node, FALSE);
}

static char *
describe_next_round (OnwardStore *store, OnwardOpportunity *opportunity)
{
  g_autoptr (GArray) ids = onward_opportunities_list_interviews (store, opportunity->record.id);
  g_autofree char *when = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OnwardInterview) interview =
          onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, g_array_index (ids, gint64, i));

      if (interview == NULL || g_strcmp0 (interview->kind, "mock") == 0
          || onward_interview_words_get_state (store, interview) != ONWARD_INTERVIEW_COMING)
        continue;
      g_free (when);
      when = onward_interview_words_get_when (store, interview);
    }
  return when != NULL ? g_steal_pointer (&when) : g_strdup (_ ("Not booked yet"));
}

/* The address without what every address begins with. */
static char *
shorten_url (const char *url)
{
  static const char *const prefixes[] = { "https://", "http://", "www." };

  for (guint i = 0; url != NULL && i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (url, prefixes[i]))
      url += strlen (prefixes[i]);
  return g_strdup (url);
}

static void
set_plain (OnwardFactRow *row, const char *text)
{
  onward_fact_row_set (row, text, text);
}

static void
set_fact (OnwardFactRow *row, OnwardStore *store, OnwardOpportunity *opportunity)
{
  const char *field = onward_fact_row_get_field (row);
  g_autoptr (OnwardCompany) company = onward_store_get_record (store, ONWARD_TYPE_COMPANY, opportunity->company);
  g_autofree char *shown = NULL;
  int day;

  if (g_str_equal (field, "company"))
    set_plain (row, company != NULL ? company->name : NULL);
  else if (g_str_equal (field, "title"))
    set_plain (row, opportunity->title);
  else if (g_str_equal (field, "location"))
    set_plain (row, opportunity->location);
  else if (g_str_equal (field, "source"))
    set_plain (row, opportunity->source);
  else if (g_str_equal (field, "notes"))
    set_plain (row, opportunity->notes);
  else if (g_str_equal (field, "salary"))
    set_plain (row, shown = read_value (opportunity->salary));
  else if (g_str_equal (field, "url"))
    onward_fact_row_set (row, shown = shorten_url (opportunity->url), opportunity->url);
  else if (g_str_equal (field, "next-round"))
    set_plain (row, shown = describe_next_round (store, opportunity));
  else if (onward_day_parse (opportunity->applied_on, &day))
    onward_fact_row_set (row, shown = onward_dates_format_sentence (day, onward_present_get_today (store)),
                         opportunity->applied_on);
  else
    set_plain (row, NULL);
}

/**
 * onward_opportunity_facts_update:
 * @list: a list from onward_opportunity_facts_build()
 * @store: the database
 * @opportunity: what it is about
 * @all: whether facts that are not known are shown too
 */
void
onward_opportunity_facts_update (GtkListBox *list, OnwardStore *store, OnwardOpportunity *opportunity, gboolean all)
{
  g_object_set_data_full (G_OBJECT (list), "onward-opportunity",
                          g_memdup2 (&opportunity->record.id, sizeof opportunity->record.id), g_free);
  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      OnwardFactRow *row = ONWARD_FACT_ROW (gtk_list_box_get_row_at_index (list, i));

      set_fact (row, store, opportunity);
      gtk_widget_set_visible (GTK_WIDGET (row), all || !onward_fact_row_is_empty (row));
    }
}

/**
 * onward_opportunity_facts_edit_first:
 * @list: a list from onward_opportunity_facts_build()
 */
void
onward_opportunity_facts_edit_first (GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  if (row != NULL)
    onward_fact_row_edit (ONWARD_FACT_ROW (row));
}
