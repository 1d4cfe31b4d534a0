/* onward-list-validator.h - watches a list model and stops the test when it breaks the GListModel contract */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* What the model last said it holds, in objects held here: the contract promises that these stay the same objects. */
typedef struct
{
  GListModel *model;
  GPtrArray *items;
  guint n_changes;  /* how many items-changed were heard */
  guint n_touched;  /* rows removed and added in all of them */
  gboolean hearing; /* an items-changed is being handled: none may come within it */
} OnwardListValidator;

static inline void
onward_list_validator_compare (OnwardListValidator *self)
{
  guint n = g_list_model_get_n_items (self->model);

  g_assert_cmpuint (n, ==, self->items->len);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_assert_nonnull (item);
      g_assert_true (g_type_is_a (G_OBJECT_TYPE (item), g_list_model_get_item_type (self->model)));
      g_assert_true (item == self->items->pdata[i]);
    }
  g_assert_null (g_list_model_get_item (self->model, n));
  g_assert_null (g_list_model_get_item (self->model, G_MAXUINT));
}

static inline void
onward_list_validator_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  OnwardListValidator *self = data;

  g_assert_false (self->hearing);
  self->hearing = TRUE;
  g_assert_true (removed > 0 || added > 0);
  g_assert_cmpuint (position, <=, self->items->len);
  g_assert_cmpuint (removed, <=, self->items->len - position);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->items->len - removed + added);
  self->n_changes++;
  self->n_touched += removed + added;
  if (removed > 0)
    g_ptr_array_remove_range (self->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, position + i, g_list_model_get_item (model, position + i));
  onward_list_validator_compare (self);
  self->hearing = FALSE;
}

static inline void
onward_list_validator_start (OnwardListValidator *self, GListModel *model)
{
  self->model = model;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_changes = self->n_touched = 0;
  self->hearing = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (model, i));
  onward_list_validator_compare (self);
  g_signal_connect (model, "items-changed", G_CALLBACK (onward_list_validator_changed_cb), self);
}

static inline void
onward_list_validator_stop (OnwardListValidator *self)
{
  onward_list_validator_compare (self);
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

/* How few rows have to be touched to come from one order to another: all that are not in the longest common subsequence,
 * by the plain table of every textbook, so that it shares no thought with what it judges. */
static inline guint
onward_list_validator_count_touched (const gint64 *before, guint n_before, const gint64 *after, guint n_after)
{
  g_autofree guint *row = g_new0 (guint, n_after + 1);

  for (guint i = 0; i < n_before; i++)
    {
      guint diagonal = 0;

      for (guint j = 0; j < n_after; j++)
        {
          guint above = row[j + 1];

          row[j + 1] = before[i] == after[j] ? diagonal + 1 : MAX (above, row[j]);
          diagonal = above;
        }
    }
  return n_before + n_after - 2 * row[n_after];
}
