/* onward-screen-lock.c - whether the screen is locked, so that alerts say no names */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-screen-lock.h"

/* GNOME's and everybody else's; both send the same signal. In the sandbox neither is heard: there the desktop's own
 * settings of the lock screen hold. */
static const char *const interfaces[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver" };

struct _OnwardScreenLock
{
  GDBusConnection *bus; /* NULL: there is none */
  guint subscriptions[G_N_ELEMENTS (interfaces)];
  gboolean locked;
  GFunc changed;
  gpointer data;
};

static void
active_changed_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                   const char *signal, GVariant *parameters, gpointer data)
{
  OnwardScreenLock *self = data;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &self->locked);
  self->changed (self->data, NULL);
}

/**
 * onward_screen_lock_new:
 * @changed: called with @data first when the screen is locked, and when it is not any more
 * @data: for @changed
 *
 * Main thread.
 *
 * Returns: (transfer full): what listens to the session's screen saver
 */
OnwardScreenLock *
onward_screen_lock_new (GFunc changed, gpointer data)
{
  OnwardScreenLock *self = g_new0 (OnwardScreenLock, 1);

  self->changed = changed;
  self->data = data;
  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  for (guint i = 0; self->bus != NULL && i < G_N_ELEMENTS (interfaces); i++)
    self->subscriptions[i] =
        g_dbus_connection_signal_subscribe (self->bus, NULL, interfaces[i], "ActiveChanged", NULL, NULL,
                                            G_DBUS_SIGNAL_FLAGS_NONE, active_changed_cb, self, NULL);
  return self;
}

void
onward_screen_lock_free (OnwardScreenLock *self)
{
  for (guint i = 0; self->bus != NULL && i < G_N_ELEMENTS (interfaces); i++)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscriptions[i]);
  g_clear_object (&self->bus);
  g_free (self);
}

/**
 * onward_screen_lock_is_locked:
 * @self: what listens
 *
 * Returns: whether the screen was locked, as far as anybody said so
 */
gboolean
onward_screen_lock_is_locked (OnwardScreenLock *self)
{
  return self->locked;
}
