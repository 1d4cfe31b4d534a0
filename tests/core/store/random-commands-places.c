/* random-commands-places.c - commands about searches, companies, and what is taken away */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-commands.h"

#include "playbook/onward-wall.h"
#include "store/onward-company-edits.h"
#include "store/onward-opportunity-removal.h"
#include "store/onward-searches.h"
#include "store/onward-touches.h"

#define CHANCE(one_in) (g_rand_int_range (rand, 0, one_in) == 0)

static gpointer
point_to (gint64 id)
{
  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static gpointer
start_search (OnwardStore *store, GRand *rand)
{
  OnwardSearchStart *data = g_new0 (OnwardSearchStart, 1);

  data->name = make_words (rand);
  /* A search of long ago stays empty: nothing is added to it. */
  data->started_on = g_strdup (CHANCE (2) ? "2026-08-01" : "2019-08-01");
  if (g_str_has_prefix (data->started_on, "2026") && CHANCE (2))
    data->ends = pick_row (store, rand, "searches WHERE coalesce (started_on, '') < '2026-08-01'");
  data->ending = g_rand_int_range (rand, 0, 3);
  return data;
}

static gpointer
end_search (OnwardStore *store, GRand *rand)
{
  OnwardSearchEnd *data = g_new0 (OnwardSearchEnd, 1);

  data->search = pick_row (store, rand, "searches");
  data->ended_on = g_strdup ("2026-08-01");
  data->ending = CHANCE (2) ? ONWARD_ENDING_LEAVE : ONWARD_ENDING_WITHDRAW;
  return data;
}

static gpointer
edit_search (OnwardStore *store, GRand *rand)
{
  g_autofree char *words = make_words (rand);
  gint64 id = pick_row (store, rand, "searches");

  return CHANCE (2) ? onward_search_edit_new (id, "name", words) : onward_search_edit_new (id, "ended_on", NULL);
}

static gpointer
remove_search (OnwardStore *store, GRand *rand)
{
  return point_to (
      pick_row (store, rand, "searches WHERE id NOT IN (SELECT search FROM opportunities WHERE search > 0)"));
}

static gpointer
edit_company (OnwardStore *store, GRand *rand)
{
  static const char *const fields[] = { "name", "website", "notes", "tags", "cooling_off.source" };
  g_autofree char *words = make_words (rand);
  g_autofree char *day = make_day (rand);
  gint64 id = pick_row (store, rand, "companies");

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return onward_company_edit_new (id, "cooling_off.until", day);
    case 1:
      return onward_company_edit_new (id, "cooling_off.months", "6");
    case 2:
      return onward_company_edit_new (id, "still_interested", CHANCE (2) ? "true" : "false");
    default:
      return onward_company_edit_new (id, fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))], words);
    }
}

/* Two that are one, so that one can be removed when its people have gone to the other. */
static gpointer
merge_companies (OnwardStore *store, GRand *rand)
{
  OnwardCompanyMerge *data = g_new0 (OnwardCompanyMerge, 1);

  data->from = pick_row (store, rand, "companies");
  data->into = pick_row (store, rand, "companies");
  return data;
}

static gpointer
remove_company (OnwardStore *store, GRand *rand)
{
  return point_to (pick_row (store, rand,
                             "companies WHERE id NOT IN (SELECT company FROM contacts WHERE company > 0 "
                             "UNION SELECT company FROM opportunities WHERE company > 0 "
                             "UNION SELECT company FROM interviews WHERE company > 0 "
                             "UNION SELECT company FROM introductions WHERE company > 0 "
                             "UNION SELECT company FROM follow_ups WHERE company > 0)"));
}

/* The one that was accepted is left to the commands about telling everyone. */
static gpointer
remove_opportunity (OnwardStore *store, GRand *rand)
{
  return point_to (pick_row (store, rand, "opportunities WHERE outcome_kind IS NOT 'accepted'"));
}

static gpointer
save_touch (OnwardStore *store, GRand *rand)
{
  OnwardTouchEdit *data = g_new0 (OnwardTouchEdit, 1);

  data->touch = CHANCE (2) ? pick_row (store, rand, "touches") : 0;
  data->contact = pick_row (store, rand, "contacts");
  data->opportunity = pick_row (store, rand, "opportunities");
  data->direction = g_strdup (CHANCE (2) ? "in" : "out");
  data->channel = g_strdup ("phone");
  data->body = make_words (rand);
  onward_day_parse ("2026-02-20", &data->day);
  return data;
}

static gpointer
remove_touch (OnwardStore *store, GRand *rand)
{
  return point_to (pick_row (store, rand, "touches"));
}

const RandomCommand random_commands_about_places[] = {
  { "onward_searches_start", onward_searches_start, start_search, (GDestroyNotify)onward_search_start_free },
  { "onward_searches_end", onward_searches_end, end_search, (GDestroyNotify)onward_search_end_free },
  { "onward_searches_edit", onward_searches_edit, edit_search, (GDestroyNotify)onward_search_edit_free },
  { "onward_searches_remove", onward_searches_remove, remove_search, g_free },
  { "onward_companies_edit", onward_companies_edit, edit_company, (GDestroyNotify)onward_company_edit_free },
  { "onward_companies_merge", onward_companies_merge, merge_companies, g_free },
  { "onward_companies_remove", onward_companies_remove, remove_company, g_free },
  { "onward_opportunities_remove", onward_opportunities_remove, remove_opportunity, g_free },
  { "onward_touches_save", onward_touches_save, save_touch, (GDestroyNotify)onward_touch_edit_free },
  { "onward_touches_remove", onward_touches_remove, remove_touch, g_free },
  { NULL },
};
