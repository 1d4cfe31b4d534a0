/* onward-notifier.c - shows alerts to the user: what all ways to do that have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-notifier.h"

#include "onward-libnotify-notifier.h"
#include "onward-portal-notifier.h"
#include "onward-sandbox.h"

enum
{
  SHOWN,
  FAILED,
  UNANSWERED,
  CLOSED,
  ACTION,
  SERVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE (OnwardNotifier, onward_notifier, G_TYPE_OBJECT)

/* Who is not there, or went away meanwhile. */
static gboolean
is_missing (const GError *error)
{
  static const GDBusError codes[] = { G_DBUS_ERROR_SERVICE_UNKNOWN, G_DBUS_ERROR_NAME_HAS_NO_OWNER,
                                      G_DBUS_ERROR_UNKNOWN_METHOD,  G_DBUS_ERROR_UNKNOWN_INTERFACE,
                                      G_DBUS_ERROR_UNKNOWN_OBJECT,  G_DBUS_ERROR_NO_REPLY,
                                      G_DBUS_ERROR_DISCONNECTED,    G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, G_DBUS_ERROR, (int)codes[i]))
      return TRUE;
  return error->domain != G_DBUS_ERROR && !g_dbus_error_is_remote_error (error);
}

static OnwardServiceState
get_state (const GError *error)
{
  if (onward_notifier_is_timeout (error))
    return ONWARD_SERVICE_SILENT;
  return is_missing (error) ? ONWARD_SERVICE_MISSING : ONWARD_SERVICE_REFUSED;
}

static char *
get_words (const GError *error)
{
  g_autoptr (GError) words = g_error_copy (error);

  if (g_dbus_error_is_remote_error (words))
    g_dbus_error_strip_remote_error (words);
  return g_strdup (words->message);
}

static guint
add_signal (OnwardNotifierClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                       ONWARD_TYPE_ALERT);
}

static void
onward_notifier_class_init (OnwardNotifierClass *klass)
{
  /**
   * OnwardNotifier::shown:
   * @self: the notifier
   * @alert: it was taken, and is shown
   */
  signals[SHOWN] = add_signal (klass, "shown");

  /**
   * OnwardNotifier::failed:
   * @self: the notifier
   * @alert: nobody shows it
   * @state: why, an #OnwardServiceState
   * @message: what was answered
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, ONWARD_TYPE_ALERT, G_TYPE_UINT, G_TYPE_STRING);

  /**
   * OnwardNotifier::unanswered:
   * @self: the notifier
   * @alert: nobody knows whether it is shown; as soon as that is known, `shown` or `failed` follows
   * @message: what went wrong
   */
  signals[UNANSWERED] = g_signal_new ("unanswered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, ONWARD_TYPE_ALERT, G_TYPE_STRING);

  /**
   * OnwardNotifier::closed:
   * @self: the notifier
   * @alert: it is not shown any more
   */
  signals[CLOSED] = add_signal (klass, "closed");

  /**
   * OnwardNotifier::action:
   * @self: the notifier
   * @alert: one that is shown
   * @action: `write`, `done`, `snooze` or `open`
   *
   * The user pressed a button of it. A notifier may activate the program's actions itself instead.
   */
  signals[ACTION] = g_signal_new ("action", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, ONWARD_TYPE_ALERT, G_TYPE_STRING);

  /**
   * OnwardNotifier::server:
   * @self: the notifier
   * @name: (nullable): what shows alerts from now on, as it calls itself; %NULL when there is nothing any more
   * @has_buttons: whether it shows buttons
   */
  signals[SERVER] = g_signal_new ("server", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
onward_notifier_init (OnwardNotifier *self)
{
}

/**
 * onward_notifier_new:
 * @application: the program, registered
 *
 * Main thread, as for all of it; signals are emitted there as well.
 *
 * Returns: (transfer full): the one for this desktop: inside the sandbox the portal, else its notification server
 */
OnwardNotifier *
onward_notifier_new (GApplication *application)
{
  if (onward_sandbox_is_inside ())
    return onward_portal_notifier_new (application);
  return onward_libnotify_notifier_new ();
}

/**
 * onward_notifier_show:
 * @self: the notifier
 * @alert: what to show; its text is text, never markup. One with the same id is replaced.
 *
 * Returns at once. Sooner or later `shown` or `failed` is emitted.
 */
void
onward_notifier_show (OnwardNotifier *self, OnwardAlert *alert)
{
  ONWARD_NOTIFIER_GET_CLASS (self)->show (self, alert);
}

/**
 * onward_notifier_withdraw:
 * @self: the notifier
 * @alert: an alert that asks for nothing any more
 */
void
onward_notifier_withdraw (OnwardNotifier *self, OnwardAlert *alert)
{
  ONWARD_NOTIFIER_GET_CLASS (self)->withdraw (self, alert);
}

/**
 * onward_notifier_finish:
 * @self: the notifier
 *
 * The program ends: of what was given before, `shown` or `failed` is emitted now, as far as it is known within two
 * seconds; and what could not be acted on without the program is withdrawn. Nothing may be given afterwards.
 */
void
onward_notifier_finish (OnwardNotifier *self)
{
  ONWARD_NOTIFIER_GET_CLASS (self)->finish (self);
}

/**
 * onward_notifier_emit_shown: (skip)
 * @self: the notifier
 * @alert: what was taken
 */
void
onward_notifier_emit_shown (OnwardNotifier *self, OnwardAlert *alert)
{
  g_signal_emit (self, signals[SHOWN], 0, alert);
}

/**
 * onward_notifier_emit_failed: (skip)
 * @self: the notifier
 * @alert: what was not
 * @error: what was answered, of GDBus
 */
void
onward_notifier_emit_failed (OnwardNotifier *self, OnwardAlert *alert, const GError *error)
{
  g_autofree char *words = get_words (error);

  g_message ("An alert cannot be shown now and is kept: %s", words);
  g_signal_emit (self, signals[FAILED], 0, alert, get_state (error), words);
}

/**
 * onward_notifier_emit_unanswered: (skip)
 * @self: the notifier
 * @alert: what was given to somebody who does not answer
 * @error: what went wrong
 */
void
onward_notifier_emit_unanswered (OnwardNotifier *self, OnwardAlert *alert, const GError *error)
{
  g_autofree char *words = get_words (error);

  g_message ("An alert was given and nobody answered: %s", words);
  g_signal_emit (self, signals[UNANSWERED], 0, alert, words);
}

/**
 * onward_notifier_is_timeout: (skip)
 * @error: an error of GDBus
 *
 * Returns: whether nobody answered in time, so that nobody knows what became of the call
 */
gboolean
onward_notifier_is_timeout (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT);
}

/**
 * onward_notifier_emit_closed: (skip)
 * @self: the notifier
 * @alert: what is not shown any more
 */
void
onward_notifier_emit_closed (OnwardNotifier *self, OnwardAlert *alert)
{
  g_signal_emit (self, signals[CLOSED], 0, alert);
}

/**
 * onward_notifier_emit_action: (skip)
 * @self: the notifier
 * @alert: one that is shown
 * @action: what was pressed
 */
void
onward_notifier_emit_action (OnwardNotifier *self, OnwardAlert *alert, const char *action)
{
  g_signal_emit (self, signals[ACTION], 0, alert, action);
}

/**
 * onward_notifier_emit_server: (skip)
 * @self: the notifier
 * @name: (nullable): what shows alerts from now on
 * @has_buttons: whether it shows buttons
 */
void
onward_notifier_emit_server (OnwardNotifier *self, const char *name, gboolean has_buttons)
{
  g_signal_emit (self, signals[SERVER], 0, name, has_buttons);
}
