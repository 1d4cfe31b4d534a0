/* onward-contacts-filters.c - company, tag and how long not in touch: the filters of contacts that are seldom needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contacts-filters.h"

#include "model/onward-collections.h"
#include "onward-contact-words.h"
#include "shared/onward-window-settings.h"
#include "store/onward-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY 86400 /* s */

/* Days, as GSettings keeps them. */
static const OnwardChoice spans[] = {
  { "30", N_ ("Not in touch for a month") },
  { "91", N_ ("Not in touch for three months") },
  { "182", N_ ("Not in touch for six months") },
  { "365", N_ ("Not in touch for a year") },
};

static GPtrArray *
load_companies (gpointer store)
{
  return onward_filter_choices_get_companies (store, ONWARD_TYPE_CONTACT);
}

static GPtrArray *
load_tags (gpointer store)
{
  return onward_filter_choices_get_tags (store, ONWARD_TYPE_CONTACT);
}

static GPtrArray *
load_spans (gpointer store)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_filter_choice_free);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    g_ptr_array_add (choices, onward_filter_choice_new (spans[i].value, _ (spans[i].words)));
  return choices;
}

/**
 * onward_contacts_filters_init:
 * @bar: an empty bar
 * @store: where the people are; outlives the bar
 */
void
onward_contacts_filters_init (OnwardFilterBar *bar, OnwardStore *store)
{
  onward_filter_bar_add (bar, "company", _ ("Company"), _ ("Every company"), load_companies, store);
  onward_filter_bar_add (bar, "tag", _ ("Tag"), _ ("Any tag"), load_tags, store);
  onward_filter_bar_add (bar, "quiet", _ ("In touch"), _ ("In touch at any time"), load_spans, store);
}

/**
 * onward_contacts_filters_fill:
 * @bar: the bar
 * @store: where the people are
 * @filter: (inout): gets what the bar says; valid as long as nothing else is chosen
 */
void
onward_contacts_filters_fill (OnwardFilterBar *bar, OnwardStore *store, OnwardContactFilter *filter)
{
  const char *company = onward_filter_bar_get (bar, "company");
  const char *span = onward_filter_bar_get (bar, "quiet");

  filter->tag = onward_filter_bar_get (bar, "tag");
  filter->company =
      company != NULL ? onward_rows_find_uuid (onward_store_get_connection (store), ONWARD_TYPE_COMPANY, company) : 0;
  /* Whole days, so that one letter after the other is asked of the same filter. */
  filter->quiet_since =
      span != NULL ? (onward_store_get_now (store).unix_time / DAY - (gint64)g_ascii_strtoull (span, NULL, 10)) * DAY
                   : 0;
}

static void
restore_choice (GtkDropDown *drop_down, const OnwardChoice *choices, guint n, const char *value)
{
  for (guint i = 0; value != NULL && i < n; i++)
    if (g_str_equal (choices[i].value, value))
      gtk_drop_down_set_selected (drop_down, i + 1);
}

static char *
look_up (GVariant *kept, const char *name)
{
  char *value = NULL;

  g_variant_lookup (kept, name, "s", &value);
  return value;
}

/**
 * onward_contacts_filters_restore:
 * @bar: the bar
 * @tier: the filter of tiers
 * @role: the filter of roles
 *
 * Chooses what GSettings kept from the last time.
 */
void
onward_contacts_filters_restore (OnwardFilterBar *bar, GtkDropDown *tier, GtkDropDown *role)
{
  static const char *const names[] = { "company", "tag", "quiet" };
  GSettings *settings = onward_window_settings_get ();
  g_autoptr (GVariant) kept = settings != NULL ? g_settings_get_value (settings, "contacts-filters") : NULL;
  g_autofree char *kept_tier = kept != NULL ? look_up (kept, "tier") : NULL;
  g_autofree char *kept_role = kept != NULL ? look_up (kept, "role") : NULL;
  const OnwardChoice *choices;
  guint n;

  if (kept == NULL)
    return;
  choices = onward_contact_words_get_tiers (&n);
  restore_choice (tier, choices, n, kept_tier);
  choices = onward_contact_words_get_roles (&n);
  restore_choice (role, choices, n, kept_role);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = look_up (kept, names[i]);

      if (value != NULL)
        onward_filter_bar_set (bar, names[i], value);
    }
}

static void
add_kept (GVariantBuilder *builder, const char *name, const char *value)
{
  if (value != NULL)
    g_variant_builder_add (builder, "{ss}", name, value);
}

/**
 * onward_contacts_filters_keep:
 * @bar: the bar
 * @filter: what is chosen
 */
void
onward_contacts_filters_keep (OnwardFilterBar *bar, const OnwardContactFilter *filter)
{
  GSettings *settings = onward_window_settings_get ();
  GVariantBuilder builder;

  if (settings == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  add_kept (&builder, "tier", filter->tier);
  add_kept (&builder, "role", filter->role);
  add_kept (&builder, "company", onward_filter_bar_get (bar, "company"));
  add_kept (&builder, "tag", filter->tag);
  add_kept (&builder, "quiet", onward_filter_bar_get (bar, "quiet"));
  g_settings_set_value (settings, "contacts-filters", g_variant_builder_end (&builder));
}
