/* onward-pipeline-filters.c - stage, outcome, company and tag of the opportunities that are looked for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-filters.h"

#include "model/onward-collections.h"
#include "onward-card-words.h"
#include "store/onward-rows.h"
#include "store/onward-stages.h"

#include <glib/gi18n-lib.h>

static const char *const names[] = { "stage", "outcome", "company", "tag" };

static GPtrArray *
create_choices (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)onward_filter_choice_free);
}

static GPtrArray *
load_stages (gpointer store)
{
  g_autoptr (GPtrArray) stages = onward_stages_list (store);
  GPtrArray *choices = create_choices ();

  for (guint i = 0; i < stages->len; i++)
    {
      OnwardStage *stage = stages->pdata[i];

      g_ptr_array_add (choices, onward_filter_choice_new (stage->record.uuid, stage->name != NULL ? stage->name : ""));
    }
  return choices;
}

static GPtrArray *
load_outcomes (gpointer store)
{
  static const char *const outcomes[] = { "none",      "accepted",    "declined", "rejected",
                                          "withdrawn", "no-response", "cancelled" };
  GPtrArray *choices = create_choices ();

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    g_ptr_array_add (choices, onward_filter_choice_new (outcomes[i], onward_card_words_get_outcome (outcomes[i])));
  return choices;
}

static GPtrArray *
load_companies (gpointer store)
{
  return onward_filter_choices_get_companies (store, ONWARD_TYPE_OPPORTUNITY);
}

static GPtrArray *
load_tags (gpointer store)
{
  return onward_filter_choices_get_tags (store, ONWARD_TYPE_OPPORTUNITY);
}

/**
 * onward_pipeline_filters_init:
 * @bar: an empty bar
 * @store: where the opportunities are; outlives the bar
 */
void
onward_pipeline_filters_init (OnwardFilterBar *bar, OnwardStore *store)
{
  onward_filter_bar_add (bar, "stage", _ ("Stage"), _ ("Every stage"), load_stages, store);
  onward_filter_bar_add (bar, "outcome", _ ("Outcome"), _ ("Every outcome"), load_outcomes, store);
  onward_filter_bar_add (bar, "company", _ ("Company"), _ ("Every company"), load_companies, store);
  onward_filter_bar_add (bar, "tag", _ ("Tag"), _ ("Any tag"), load_tags, store);
}

static gint64
find_row (OnwardStore *store, GType type, const char *uuid)
{
  return uuid != NULL ? onward_rows_find_uuid (onward_store_get_connection (store), type, uuid) : 0;
}

/**
 * onward_pipeline_filters_fill:
 * @bar: the bar
 * @store: where the opportunities are
 * @filter: (inout): gets what the bar says; valid as long as nothing else is chosen
 */
void
onward_pipeline_filters_fill (OnwardFilterBar *bar, OnwardStore *store, OnwardBoardFilter *filter)
{
  filter->stage = find_row (store, ONWARD_TYPE_STAGE, onward_filter_bar_get (bar, "stage"));
  filter->outcome = onward_filter_bar_get (bar, "outcome");
  filter->company = find_row (store, ONWARD_TYPE_COMPANY, onward_filter_bar_get (bar, "company"));
  filter->tag = onward_filter_bar_get (bar, "tag");
}

/**
 * onward_pipeline_filters_describe:
 * @bar: the bar
 * @words: (nullable): what was typed
 *
 * Returns: (transfer floating): what is looked for, a{ss} of the bar's names and `words`
 */
GVariant *
onward_pipeline_filters_describe (OnwardFilterBar *bar, const char *words)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  if (words != NULL)
    g_variant_builder_add (&builder, "{ss}", "words", words);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (onward_filter_bar_get (bar, names[i]) != NULL)
      g_variant_builder_add (&builder, "{ss}", names[i], onward_filter_bar_get (bar, names[i]));
  return g_variant_builder_end (&builder);
}

/**
 * onward_pipeline_filters_apply:
 * @bar: the bar
 * @entry: where words are typed
 * @filter: what onward_pipeline_filters_describe() gave
 *
 * As if it had been typed and chosen again.
 */
void
onward_pipeline_filters_apply (OnwardFilterBar *bar, GtkEditable *entry, GVariant *filter)
{
  const char *value = "";

  g_variant_lookup (filter, "words", "&s", &value);
  gtk_editable_set_text (entry, value);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      value = NULL;
      g_variant_lookup (filter, names[i], "&s", &value);
      onward_filter_bar_set (bar, names[i], value);
    }
}
