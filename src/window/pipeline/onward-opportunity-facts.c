/* onward-opportunity-facts.c - the facts about an opportunity: short ones at the side, long ones in full */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-facts.h"

#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "model/onward-interview.h"
#include "onward-fact-list.h"
#include "onward-interview-words.h"
#include "onward-window.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-wall.h"
#include "store/onward-introductions.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-present.h"
#include "store/onward-typed.h"

#include <glib/gi18n-lib.h>

/* In this order; `next-round` is known from the interviews, `offer` has a sheet of its own. */
static const OnwardFact facts[] = {
  { "company", N_ ("Company"), ONWARD_FACT_TEXT },
  { "title", N_ ("Role"), ONWARD_FACT_TEXT },
  { "location", N_ ("Place"), ONWARD_FACT_TEXT },
  { "salary", N_ ("Salary"), ONWARD_FACT_TEXT },
  { "source", N_ ("Source"), ONWARD_FACT_TEXT },
  { "introduction", N_ ("Introduction"), ONWARD_FACT_CHOICE },
  { "added_on", N_ ("Added"), ONWARD_FACT_DAY },
  { "applied_on", N_ ("Applied"), ONWARD_FACT_DAY },
  { "url", N_ ("Posting"), ONWARD_FACT_LINK },
  { "next-round", N_ ("Next round"), ONWARD_FACT_SEEN },
  { "offer", N_ ("Offer"), ONWARD_FACT_SEEN },
  { "promise.on", N_ ("Answer promised"), ONWARD_FACT_DAY },
  { "promise.given_on", N_ ("Promise given"), ONWARD_FACT_DAY },
  { "promise.by", N_ ("Promised by"), ONWARD_FACT_CHOICE },
  { "skills", N_ ("Skills"), ONWARD_FACT_TEXT },
  { "tags", N_ ("Tags"), ONWARD_FACT_TEXT },
};

static const OnwardFact texts[] = {
  { "description", N_ ("Description"), ONWARD_FACT_LONG },
  { "notes", N_ ("Notes"), ONWARD_FACT_LONG },
};

/* The row says what was typed; the list remembers whose it is. */
static void
edited_cb (OnwardFactRow *row, const char *text, GtkListBox *list)
{
  gint64 *opportunity = g_object_get_data (G_OBJECT (list), "onward-opportunity");

  onward_window_run_full (GTK_WIDGET (row), _ ("Edit a fact"), text == NULL || *text == '\0' ? _ ("Removed") : NULL,
                          onward_opportunities_edit,
                          onward_opportunity_edit_new (*opportunity, onward_fact_row_get_field (row), text),
                          (GDestroyNotify)onward_opportunity_edit_free, NULL, NULL);
}

/**
 * onward_opportunity_facts_build:
 * @list: an empty list
 * @long_list: an empty list for description and notes
 *
 * Puts in a row a fact, each edited in place and undoable.
 */
void
onward_opportunity_facts_build (GtkListBox *list, GtkListBox *long_list)
{
  onward_fact_list_build (list, facts, G_N_ELEMENTS (facts), G_CALLBACK (edited_cb), list);
  onward_fact_list_build (long_list, texts, G_N_ELEMENTS (texts), G_CALLBACK (edited_cb), long_list);
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

static char *
get_contact_name (OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardContact) record = onward_store_get_record (store, ONWARD_TYPE_CONTACT, contact);

  return record != NULL && record->name != NULL ? g_strdup (record->name) : NULL;
}

static void
set_offer (OnwardFactRow *row, OnwardStore *store, OnwardOpportunity *opportunity)
{
  g_autofree char *amount = onward_typed_get (opportunity, "offer.amount");
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;
  int day;

  if (onward_day_parse (opportunity->offer_received_on, &day))
    {
      date = onward_dates_format_past (day, onward_present_get_today (store));
      /* Translators: an offer: its amount, and the day on which it came */
      words = amount != NULL ? g_strdup_printf (_ ("%s, came on %s"), amount, date)
                             /* Translators: an offer, and the day on which it came */
                             : g_strdup_printf (_ ("Came on %s"), date);
    }
  onward_fact_row_set (row, words, words);
  onward_fact_row_set_action (row, "document-edit-symbolic", _ ("Change the offer"), "win.offer",
                              g_variant_new_int64 (opportunity->record.id));
}

static void
add_choice (GMenuModel *choices, const char *words, gint64 id)
{
  g_autofree char *typed = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : g_strdup ("");

  onward_fact_row_add_choice (choices, words, typed);
}

static void
set_choice (OnwardFactRow *row, const char *words, gint64 id)
{
  g_autofree char *typed = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  onward_fact_row_set (row, words, typed);
}

static void
set_promise_giver (OnwardFactRow *row, OnwardStore *store, OnwardOpportunity *opportunity)
{
  g_autoptr (GPtrArray) parts = onward_opportunities_list_people (store, opportunity->record.id);
  g_autoptr (GMenuModel) choices = onward_fact_row_create_choices ();
  g_autofree char *name = get_contact_name (store, opportunity->promise_by);

  for (guint i = 0; i < parts->len; i++)
    {
      OnwardPart *part = parts->pdata[i];

      add_choice (choices, part->name != NULL ? part->name : _ ("Name not known yet"), part->contact);
    }
  add_choice (choices, _ ("Nobody named"), 0);
  onward_fact_row_set_choices (row, choices);
  set_choice (row, name, opportunity->promise_by);
}

static void
set_introduction (OnwardFactRow *row, OnwardStore *store, OnwardOpportunity *opportunity)
{
  g_autoptr (GPtrArray) introductions = onward_introductions_list_to_company (store, opportunity->company);
  g_autoptr (GMenuModel) choices = onward_fact_row_create_choices ();
  g_autofree char *shown = NULL;

  for (guint i = 0; i < introductions->len; i++)
    {
      OnwardIntroduction *introduction = introductions->pdata[i];
      g_autofree char *name = get_contact_name (store, introduction->introducer);

      add_choice (choices, name != NULL ? name : _ ("Name not known yet"), introduction->record.id);
    }
  add_choice (choices, _ ("No introduction"), 0);
  onward_fact_row_set_choices (row, choices);
  if (opportunity->introduction != 0)
    {
      g_autoptr (OnwardIntroduction) introduction =
          onward_store_get_record (store, ONWARD_TYPE_INTRODUCTION, opportunity->introduction);

      shown = introduction != NULL ? get_contact_name (store, introduction->introducer) : NULL;
    }
  set_choice (row, shown, opportunity->introduction);
}

static void
set_company (OnwardFactRow *row, OnwardStore *store, OnwardOpportunity *opportunity)
{
  g_autoptr (OnwardCompany) company = onward_store_get_record (store, ONWARD_TYPE_COMPANY, opportunity->company);

  onward_fact_row_set (row, company != NULL ? company->name : NULL, company != NULL ? company->name : NULL);
  onward_fact_row_set_action (row, "go-next-symbolic", _ ("Open the company"), "win.open-company",
                              g_variant_new_int64 (opportunity->company));
}

static void
set_fact (OnwardFactRow *row, OnwardFactKind kind, OnwardStore *store, OnwardOpportunity *opportunity)
{
  const char *field = onward_fact_row_get_field (row);

  if (g_str_equal (field, "company"))
    set_company (row, store, opportunity);
  else if (g_str_equal (field, "introduction"))
    set_introduction (row, store, opportunity);
  else if (g_str_equal (field, "promise.by"))
    set_promise_giver (row, store, opportunity);
  else if (g_str_equal (field, "offer"))
    set_offer (row, store, opportunity);
  else if (g_str_equal (field, "next-round"))
    {
      g_autofree char *words = describe_next_round (store, opportunity);

      onward_fact_row_set (row, words, words);
    }
  else
    onward_fact_list_show (row, kind, store, opportunity);
}

static void
update_list (GtkListBox *list, const OnwardFact *table, guint n, OnwardStore *store, OnwardOpportunity *opportunity)
{
  g_object_set_data_full (G_OBJECT (list), "onward-opportunity",
                          g_memdup2 (&opportunity->record.id, sizeof opportunity->record.id), g_free);
  for (guint i = 0; i < n; i++)
    set_fact (ONWARD_FACT_ROW (gtk_list_box_get_row_at_index (list, (int)i)), table[i].kind, store, opportunity);
}

/**
 * onward_opportunity_facts_update:
 * @list: a list from onward_opportunity_facts_build()
 * @long_list: the one for description and notes
 * @store: the database
 * @opportunity: what it is about
 * @all: whether facts that are not known are shown too
 */
void
onward_opportunity_facts_update (GtkListBox *list, GtkListBox *long_list, OnwardStore *store,
                                 OnwardOpportunity *opportunity, gboolean all)
{
  update_list (list, facts, G_N_ELEMENTS (facts), store, opportunity);
  update_list (long_list, texts, G_N_ELEMENTS (texts), store, opportunity);
  onward_fact_list_hide_empty (list, !all);
}

/**
 * onward_opportunity_facts_edit_first:
 * @list: a list from onward_opportunity_facts_build()
 */
void
onward_opportunity_facts_edit_first (GtkListBox *list)
{
  onward_fact_list_edit_first (list);
}
