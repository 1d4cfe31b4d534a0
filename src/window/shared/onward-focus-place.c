/* onward-focus-place.c - where the focus is, while rows are made anew */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-focus-place.h"

struct _OnwardFocusPlace
{
  GtkWidget *within;
  GtkWidget *focus; /* weak */
  GArray *steps;    /* of guint: the how manieth child, from the focus up to @within */
};

static guint
count_before (GtkWidget *widget)
{
  guint n = 0;

  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    n++;
  return n;
}

/* The n-th child that can be seen, or the last one before it. */
static GtkWidget *
get_child (GtkWidget *widget, guint n)
{
  GtkWidget *found = NULL;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && i <= n;
       child = gtk_widget_get_next_sibling (child), i++)
    if (gtk_widget_get_visible (child))
      found = child;
  return found;
}

static void
free_place (OnwardFocusPlace *self)
{
  g_clear_weak_pointer (&self->focus);
  g_array_unref (self->steps);
  g_free (self);
}

/**
 * onward_focus_place_find:
 * @within: a widget; outlives the place
 *
 * Returns: (transfer full) (nullable): where in it the focus is; NULL when it is somewhere else
 */
OnwardFocusPlace *
onward_focus_place_find (GtkWidget *within)
{
  GtkRoot *root = gtk_widget_get_root (within);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  OnwardFocusPlace *self;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, within))
    return NULL;
  self = g_new0 (OnwardFocusPlace, 1);
  self->within = within;
  g_set_weak_pointer (&self->focus, focus);
  self->steps = g_array_new (FALSE, FALSE, sizeof (guint));
  for (GtkWidget *widget = focus; widget != within; widget = gtk_widget_get_parent (widget))
    {
      guint n = count_before (widget);

      g_array_append_val (self->steps, n);
    }
  return self;
}

/**
 * onward_focus_place_restore:
 * @self: (nullable) (transfer full): where the focus was
 *
 * When the widget that had it is gone, what stands in its place gets it; else what stands before that.
 */
void
onward_focus_place_restore (OnwardFocusPlace *self)
{
  GtkWidget *place, *child;

  if (self == NULL)
    return;
  place = self->within;
  if (self->focus == NULL || !gtk_widget_is_ancestor (self->focus, place))
    {
      for (guint i = self->steps->len; i > 0; i--)
        if ((child = get_child (place, g_array_index (self->steps, guint, i - 1))) != NULL)
          place = child;
      while (place != self->within && !gtk_widget_grab_focus (place))
        place = gtk_widget_get_parent (place);
    }
  free_place (self);
}
