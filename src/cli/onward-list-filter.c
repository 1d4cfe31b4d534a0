/* onward-list-filter.c - which rows onward-cli list leaves */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-list-filter.h"

#include "model/onward-collections.h"
#include "playbook/onward-zone.h"
#include "store/onward-board-search.h"
#include "store/onward-companies.h"
#include "store/onward-contact-order.h"
#include "store/onward-finder.h"
#include "store/onward-stages.h"

#include <glib/gi18n-lib.h>

static char *matching, *tier, *role, *company, *tag, *quiet_since, *stage, *outcome;

const GOptionEntry onward_list_filter_options[] = {
  { "matching", 'm', 0, G_OPTION_ARG_STRING, &matching, N_ ("Only what “search” finds by these words"), N_ ("WORDS") },
  { "company", 0, 0, G_OPTION_ARG_STRING, &company, N_ ("Only those at this company"), N_ ("NAME") },
  { "tag", 0, 0, G_OPTION_ARG_STRING, &tag, N_ ("Only those with this tag"), N_ ("TAG") },
  { "tier", 0, 0, G_OPTION_ARG_STRING, &tier, N_ ("Only contacts of this tier: monthly, …, or none"), N_ ("TIER") },
  { "role", 0, 0, G_OPTION_ARG_STRING, &role, N_ ("Only contacts with this role: interviewer, recruiter, …"),
    N_ ("ROLE") },
  { "quiet-since", 0, 0, G_OPTION_ARG_STRING, &quiet_since,
    N_ ("Only contacts without a touch or interview since then"), N_ ("DAY") },
  { "stage", 0, 0, G_OPTION_ARG_STRING, &stage, N_ ("Only opportunities in this stage"), N_ ("NAME") },
  { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome, N_ ("Only opportunities with this outcome, or none"), N_ ("KIND") },
  { NULL },
};

/* Which options are for which kinds. */
static const struct
{
  char **value;
  const char *name;
  const char *kinds; /* tables */
} uses[] = {
  { &matching, "matching", "contacts companies opportunities interviews" },
  { &company, "company", "contacts opportunities" },
  { &tag, "tag", "contacts opportunities" },
  { &tier, "tier", "contacts" },
  { &role, "role", "contacts" },
  { &quiet_since, "quiet-since", "contacts" },
  { &stage, "stage", "opportunities" },
  { &outcome, "outcome", "opportunities" },
};

static gboolean
is_filtered (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (*uses[i].value != NULL)
      return TRUE;
  return FALSE;
}

/* The values of a member that has a fixed list of them; @more is one that only the filter knows. */
static gboolean
check_choice (const char *value, GType type, const char *member, const char *more, GError **error)
{
  const OnwardField *field = onward_table_find_field (onward_record_type_get_table (type), member);
  g_auto (GStrv) choices = g_strsplit (field->detail, "|", -1);
  g_autofree char *list = g_strjoinv (", ", choices);

  if (value == NULL || g_strcmp0 (value, more) == 0 || g_strv_contains ((const char *const *)choices, value))
    return TRUE;
  g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE, _ ("“%s” is none of: %s."), value, list);
  return FALSE;
}

/**
 * onward_list_filter_check:
 * @type: what is listed
 * @error: return location
 *
 * Returns: whether the options are for that kind, and have values that can be
 */
gboolean
onward_list_filter_check (GType type, GError **error)
{
  const char *kind = onward_record_type_get_table (type)->name;
  int day;

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_auto (GStrv) kinds = g_strsplit (uses[i].kinds, " ", -1);

      if (*uses[i].value == NULL || g_strv_contains ((const char *const *)kinds, kind))
        continue;
      g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE, _ ("--%s is not for %s."), uses[i].name, kind);
      return FALSE;
    }
  if (quiet_since != NULL && !onward_day_parse (quiet_since, &day))
    {
      g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_USAGE, _ ("“%s” is no day. Give one such as 2026-03-02."),
                   quiet_since);
      return FALSE;
    }
  return check_choice (tier, ONWARD_TYPE_CONTACT, "tier", "none", error)
         && check_choice (outcome, ONWARD_TYPE_OPPORTUNITY, "outcome.kind", "none", error);
}

static gboolean
find_company (OnwardCli *cli, gint64 *id, GError **error)
{
  if (company == NULL)
    return TRUE;
  *id = onward_companies_find (onward_store_get_connection (cli->store), company);
  if (*id == 0)
    g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_FAILED,
                 _ ("There is no company “%s”. See “list companies”."), company);
  return *id != 0;
}

static gboolean
find_stage (OnwardCli *cli, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) stages = stage != NULL ? onward_stages_list (cli->store) : NULL;
  g_autofree char *wanted = onward_name_fold (stage);

  for (guint i = 0; stages != NULL && i < stages->len; i++)
    {
      OnwardStage *one = stages->pdata[i];
      g_autofree char *name = onward_name_fold (one->name);

      if (g_str_equal (name, wanted))
        *id = one->record.id;
    }
  if (stage != NULL && *id == 0)
    g_set_error (error, ONWARD_CLI_ERROR, ONWARD_CLI_ERROR_FAILED, _ ("There is no stage “%s”."), stage);
  return stage == NULL || *id != 0;
}

static GHashTable *
create_set (GArray *ids)
{
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return set;
}

static GHashTable *
find_contacts (OnwardCli *cli, GError **error)
{
  OnwardContactFilter filter = { .text = matching, .tier = tier, .role = role, .tag = tag };
  g_autoptr (OnwardContactOrder) order = NULL;
  g_autoptr (GArray) ids = NULL;
  int day;

  if (!find_company (cli, &filter.company, error))
    return NULL;
  if (quiet_since != NULL && onward_day_parse (quiet_since, &day))
    filter.quiet_since = onward_zone_instant (cli->zone, onward_wall_at (day, 0));
  order = onward_contact_order_new (cli->store);
  ids = onward_contact_order_query (order, &filter);
  return create_set (ids);
}

static GHashTable *
find_opportunities (OnwardCli *cli, GError **error)
{
  OnwardBoardFilter filter = { .text = matching, .outcome = outcome, .tag = tag };

  if (!find_company (cli, &filter.company, error) || !find_stage (cli, &filter.stage, error))
    return NULL;
  return onward_board_search_filtered (cli->store, &filter);
}

/**
 * onward_list_filter_find:
 * @cli: the call
 * @type: what is listed
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the rows that the options leave; NULL for all of them, or
 *   with @error set
 */
GHashTable *
onward_list_filter_find (OnwardCli *cli, GType type, GError **error)
{
  g_autoptr (OnwardFinder) finder = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!is_filtered ())
    return NULL;
  if (type == ONWARD_TYPE_CONTACT)
    return find_contacts (cli, error);
  if (type == ONWARD_TYPE_OPPORTUNITY)
    return find_opportunities (cli, error);
  finder = onward_finder_new (cli->store);
  ids = onward_finder_find (finder, type, matching);
  return create_set (ids);
}
