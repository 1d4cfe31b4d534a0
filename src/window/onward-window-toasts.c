/* onward-window-toasts.c - one toast at a time, about the newest thing that was done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-window-private.h"

#include <glib/gi18n-lib.h>

/* libadwaita 1.2 slides a toast in for half a second, and crashes when it is dismissed and gone before that is over. */
#define SAFE_AFTER 0.7

static void show_next (OnwardWindow *self);

static gboolean
show_next_cb (gpointer data)
{
  OnwardWindow *self = data;

  self->toast_source = 0;
  show_next (self);
  return G_SOURCE_REMOVE;
}

static void
dismissed_cb (AdwToast *toast, OnwardWindow *self)
{
  if (toast != self->toast)
    return;
  g_clear_object (&self->toast);
  g_clear_handle_id (&self->toast_source, g_source_remove);
  if (self->next_toast != NULL)
    self->toast_source = g_idle_add (show_next_cb, self);
}

/* The one that is shown gives way to the newest as soon as it can. */
static void
show_next (OnwardWindow *self)
{
  double shown = (g_get_monotonic_time () - self->toast_since) / (double)G_USEC_PER_SEC;

  if (self->toast != NULL && shown >= SAFE_AFTER)
    adw_toast_dismiss (self->toast);
  else if (self->toast != NULL && self->toast_source == 0)
    self->toast_source = g_timeout_add ((guint)((SAFE_AFTER - shown) * 1000) + 1, show_next_cb, self);
  else if (self->toast == NULL && self->next_toast != NULL)
    {
      self->toast = g_steal_pointer (&self->next_toast);
      self->toast_since = g_get_monotonic_time ();
      g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
      adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->toast));
    }
}

/**
 * onward_window_clear_toast:
 * @self: the window
 *
 * Something else was done: Undo would take that back, so a toast about what was done before goes.
 */
void
onward_window_clear_toast (OnwardWindow *self)
{
  g_clear_object (&self->next_toast);
  show_next (self);
}

void
onward_window_free_toasts (OnwardWindow *self)
{
  g_clear_handle_id (&self->toast_source, g_source_remove);
  g_clear_object (&self->next_toast);
  g_clear_object (&self->toast);
}

/**
 * onward_window_show_done:
 * @self: the window
 * @text: what was done, in the user's words; plain text
 * @can_undo: whether the newest command is meant, and Undo is offered
 *
 * Says so in a toast.
 */
void
onward_window_show_done (OnwardWindow *self, const char *text, gboolean can_undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  onward_window_add_toast (self, toast);
}

/**
 * onward_window_add_toast:
 * @self: the window
 * @toast: (transfer full): shown at the foot of the window, in place of any other
 */
void
onward_window_add_toast (OnwardWindow *self, AdwToast *toast)
{
  g_clear_object (&self->next_toast);
  self->next_toast = toast;
  show_next (self);
}
