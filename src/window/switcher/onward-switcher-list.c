/* onward-switcher-list.c - all that the quick switcher found, group after group, and lazily */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-switcher-list.h"

#include "model/onward-collections.h"
#include "onward-switcher-item.h"
#include "store/onward-finder.h"
#include "store/onward-id-list.h"

#include <glib/gi18n-lib.h>

/* So many of a group are shown until the others are asked for (the design, "Views" 9). */
#define SHOWN 5

/* What is found, in this order; the last group has what can be done. */
static const struct
{
  GType (*get_type) (void);
  const char *heading;
} groups[] = {
  { onward_contact_get_type, N_ ("People") },
  { onward_opportunity_get_type, N_ ("Opportunities") },
  { onward_company_get_type, N_ ("Companies") },
  { onward_interview_get_type, N_ ("Interviews") },
};

#define N_GROUPS G_N_ELEMENTS (groups)

struct _OnwardSwitcherList
{
  OnwardStore *store;
  OnwardFinder *finder;
  char *text;
  OnwardIdList *found[N_GROUPS];      /* all of each group */
  GtkSliceListModel *shown[N_GROUPS]; /* of these */
  GListStore *more[N_GROUPS];         /* one row that shows the others, or nothing */
  GListStore *actions;
  GListModel *all;
};

static GListModel *
join (OnwardSwitcherList *self)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_list_store_append (lists, self->shown[i]);
      g_list_store_append (lists, self->more[i]);
    }
  g_list_store_append (lists, self->actions);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
}

static void
changed_cb (OnwardStore *store, const char *table, GArray *ids, OnwardSwitcherList *self)
{
  onward_switcher_list_search (self, self->text);
}

/**
 * onward_switcher_list_new:
 * @store: where everything is
 *
 * Returns: (transfer full): a list that shows what can be done, until it is searched
 */
OnwardSwitcherList *
onward_switcher_list_new (OnwardStore *store)
{
  OnwardSwitcherList *self = g_new0 (OnwardSwitcherList, 1);

  self->store = g_object_ref (store);
  self->finder = onward_finder_new (store);
  self->text = g_strdup ("");
  for (guint i = 0; i < N_GROUPS; i++)
    {
      self->found[i] = onward_id_list_new (store, groups[i].get_type ());
      self->shown[i] = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->found[i])), 0, SHOWN);
      self->more[i] = g_list_store_new (ONWARD_TYPE_SWITCHER_ITEM);
    }
  self->actions = g_list_store_new (ONWARD_TYPE_SWITCHER_ITEM);
  self->all = join (self);
  onward_switcher_item_add_actions (self->actions, store, "");
  /* After the finder, which has forgotten its order by then. */
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

void
onward_switcher_list_free (OnwardSwitcherList *self)
{
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_object_unref (self->all);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_object_unref (self->shown[i]);
      g_object_unref (self->more[i]);
      g_object_unref (self->found[i]);
    }
  g_object_unref (self->actions);
  onward_finder_free (self->finder);
  g_object_unref (self->store);
  g_free (self->text);
  g_free (self);
}

/**
 * onward_switcher_list_get_model:
 * @self: a list
 *
 * Returns: (transfer none): records and #OnwardSwitcherItem
 */
GListModel *
onward_switcher_list_get_model (OnwardSwitcherList *self)
{
  return self->all;
}

static guint
count (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
update_more (OnwardSwitcherList *self, guint group)
{
  guint n = count (self->found[group]);
  g_autoptr (OnwardSwitcherItem) item = NULL;
  g_autofree char *label = NULL;

  g_list_store_remove_all (self->more[group]);
  if (n <= gtk_slice_list_model_get_size (self->shown[group]))
    return;
  label = g_strdup_printf (ngettext ("Show all %'u", "Show all %'u", n), n);
  item = onward_switcher_item_new (label, "view-more-symbolic", NULL);
  g_list_store_append (self->more[group], item);
}

/**
 * onward_switcher_list_search:
 * @self: a list
 * @text: what the user typed
 *
 * Names that begin with it go first in each group, then the user's order holds.
 */
void
onward_switcher_list_search (OnwardSwitcherList *self, const char *text)
{
  g_autofree char *copy = g_strdup (text);
  gboolean same = g_strcmp0 (text, self->text) == 0;

  g_free (self->text);
  self->text = g_steal_pointer (&copy);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_autoptr (GArray) ids = onward_finder_find_best (self->finder, groups[i].get_type (), self->text);

      if (!same)
        gtk_slice_list_model_set_size (self->shown[i], SHOWN);
      onward_id_list_set_ids (self->found[i], ids);
      update_more (self, i);
    }
  if (same)
    return;
  g_list_store_remove_all (self->actions);
  onward_switcher_item_add_actions (self->actions, self->store, self->text);
}

/* Which group stands at @position, and how many rows stand before that. */
static guint
find_group (OnwardSwitcherList *self, guint position, guint *before)
{
  guint i, n;

  *before = 0;
  for (i = 0; i < N_GROUPS; i++)
    {
      n = count (self->shown[i]) + count (self->more[i]);
      if (position < *before + n)
        break;
      *before += n;
    }
  return i;
}

/**
 * onward_switcher_list_expand:
 * @self: a list
 * @position: a row that shows the rest of its group
 */
void
onward_switcher_list_expand (OnwardSwitcherList *self, guint position)
{
  guint before;
  guint group = find_group (self, position, &before);

  if (group == N_GROUPS)
    return;
  g_list_store_remove_all (self->more[group]);
  gtk_slice_list_model_set_size (self->shown[group], G_MAXUINT);
}

/**
 * onward_switcher_list_get_heading:
 * @self: a list
 * @position: a row
 * @first: (out): whether it is the first of its group
 *
 * Returns: what its group is called
 */
const char *
onward_switcher_list_get_heading (OnwardSwitcherList *self, guint position, gboolean *first)
{
  guint before;
  guint group = find_group (self, position, &before);

  *first = position == before;
  return group < N_GROUPS ? _ (groups[group].heading) : _ ("Actions");
}
