/* onward-undo-words.c - what was left as it is, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-undo.h"

#include "model/onward-collections.h"

#include <glib/gi18n-lib.h>

static char *
count_people_and_work (GType type, guint n)
{
  if (type == ONWARD_TYPE_CONTACT)
    return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  if (type == ONWARD_TYPE_COMPANY)
    return g_strdup_printf (ngettext ("%u company", "%u companies", n), n);
  if (type == ONWARD_TYPE_OPPORTUNITY)
    return g_strdup_printf (ngettext ("%u opportunity", "%u opportunities", n), n);
  if (type == ONWARD_TYPE_INTERVIEW)
    return g_strdup_printf (ngettext ("%u interview", "%u interviews", n), n);
  if (type == ONWARD_TYPE_FOLLOW_UP)
    return g_strdup_printf (ngettext ("%u follow-up", "%u follow-ups", n), n);
  return type == ONWARD_TYPE_STAGE ? g_strdup_printf (ngettext ("%u stage", "%u stages", n), n) : NULL;
}

static char *
count_words (GType type, guint n)
{
  if (type == ONWARD_TYPE_TOUCH)
    return g_strdup_printf (ngettext ("%u note or message", "%u notes or messages", n), n);
  if (type == ONWARD_TYPE_INTRODUCTION)
    return g_strdup_printf (ngettext ("%u introduction", "%u introductions", n), n);
  if (type == ONWARD_TYPE_FEEDBACK)
    return g_strdup_printf (ngettext ("%u feedback", "%u feedbacks", n), n);
  if (type == ONWARD_TYPE_STORY)
    return g_strdup_printf (ngettext ("%u story", "%u stories", n), n);
  if (type == ONWARD_TYPE_TEMPLATE)
    return g_strdup_printf (ngettext ("%u template", "%u templates", n), n);
  if (type == G_TYPE_INVALID)
    return g_strdup (_ ("preferences"));
  return g_strdup_printf (ngettext ("%u other thing", "%u other things", n), n);
}

static void
add_kind (GString *list, GPtrArray *all, guint first)
{
  GType type = ((OnwardLeft *)all->pdata[first])->type;
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      if (((OnwardLeft *)all->pdata[i])->type != type)
        continue;
      if (i < first)
        return;
      n++;
    }
  words = count_people_and_work (type, n);
  if (words == NULL)
    words = count_words (type, n);
  /* Translators: between the things of a list: 2 people, 1 interview */
  g_string_append_printf (list, "%s%s", list->len > 0 ? _ (", ") : "", words);
}

/**
 * onward_undo_step_describe_left:
 * @step: a step that was run
 *
 * Returns: (transfer full) (nullable): a sentence that says what was changed since and left as it is, and how many;
 *   NULL when everything was taken back
 */
char *
onward_undo_step_describe_left (OnwardUndoStep *step)
{
  g_autoptr (GString) list = NULL;

  if (step->left == NULL || step->left->len == 0)
    return NULL;
  if (step->left->len == 1 && ((OnwardLeft *)step->left->pdata[0])->name != NULL)
    return g_strdup_printf (_ ("“%s” was changed since, and left as it is"),
                            ((OnwardLeft *)step->left->pdata[0])->name);
  list = g_string_new (NULL);
  for (guint i = 0; i < step->left->len; i++)
    add_kind (list, step->left, i);
  return g_strdup_printf (_ ("Changed since, and left as they are: %s"), list->str);
}
