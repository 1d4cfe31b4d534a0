/* onward-portal-notifier.c - shows alerts through the desktop's notification portal, as a sandbox must */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-portal-notifier.h"

#include "onward-sandbox.h"
#include "onward-unanswered.h"

#include <glib/gi18n-lib.h>

#define INTERFACE "org.freedesktop.portal.Notification"

/* A portal that does not answer within so many milliseconds is silent. */
#define PATIENCE (25 * 1000)

/* GNotification does the work: its ids are stable, and its actions are the program's own, which the bus starts again when
 * an alert is clicked after it ended. It tells nothing about how that went, so the portal is asked a question after each. */
struct _OnwardPortalNotifier
{
  OnwardNotifier parent_instance;

  GApplication *application;
  OnwardUnanswered *unanswered;
  GPtrArray *given; /* Given: those whose question is not answered yet */
  GCancellable *ended;
  guint watch;
};

/* The question after one alert. */
typedef struct
{
  OnwardPortalNotifier *self;
  OnwardAlert *alert;
} Given;

static const OnwardQuestion question = {
  ONWARD_PORTAL_NAME, ONWARD_PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get", INTERFACE, "version"
};

G_DEFINE_FINAL_TYPE (OnwardPortalNotifier, onward_portal_notifier, ONWARD_TYPE_NOTIFIER)

static void
free_given (Given *given)
{
  if (given->self->given != NULL)
    g_ptr_array_remove (given->self->given, given);
  g_object_unref (given->self);
  onward_alert_unref (given->alert);
  g_free (given);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Given *given = data;
  OnwardNotifier *notifier = ONWARD_NOTIFIER (given->self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (given->self->given == NULL)
    g_debug ("The program ended before the portal answered.");
  else if (answer != NULL)
    onward_notifier_emit_shown (notifier, given->alert);
  else if (onward_notifier_is_timeout (error))
    onward_unanswered_add (given->self->unanswered, given->alert, error);
  else
    onward_notifier_emit_failed (notifier, given->alert, error);
  free_given (given);
}

/* Write, Done and Snooze are for one follow-up, Write for one that asks for a message; all else is opened. */
static void
add_actions (GNotification *notification, OnwardAlert *alert)
{
  gint64 follow_up = alert->follow_ups->len == 1 ? g_array_index (alert->follow_ups, gint64, 0) : 0;

  g_notification_set_default_action (notification, alert->action);
  if (follow_up == 0)
    return;
  if (alert->channel != NULL)
    g_notification_add_button_with_target (notification, _ ("Write"), "app.follow-up-write", "x", follow_up);
  g_notification_add_button_with_target (notification, _ ("Done"), "app.follow-up-done", "(xs)", follow_up,
                                         alert->channel != NULL ? alert->channel : "");
  g_notification_add_button_with_target (notification, _ ("Snooze"), "app.follow-up-snooze", "x", follow_up);
}

static void
onward_portal_notifier_show (OnwardNotifier *notifier, OnwardAlert *alert)
{
  OnwardPortalNotifier *self = ONWARD_PORTAL_NOTIFIER (notifier);
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);
  g_autoptr (GNotification) notification = g_notification_new (alert->title);
  g_autoptr (GError) error = NULL;
  Given *given;

  if (bus == NULL)
    {
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, _ ("There is no session bus"));
      onward_notifier_emit_failed (notifier, alert, error);
      return;
    }
  /* The portal takes plain text. */
  if (alert->body != NULL)
    g_notification_set_body (notification, alert->body);
  add_actions (notification, alert);
  g_application_send_notification (self->application, alert->id, notification);
  given = g_new0 (Given, 1);
  given->self = g_object_ref (self);
  given->alert = onward_alert_ref (alert);
  g_ptr_array_add (self->given, given);
  onward_question_ask (&question, bus, G_DBUS_CALL_FLAGS_NONE, PATIENCE, self->ended, answered_cb, given);
}

static void
onward_portal_notifier_withdraw (OnwardNotifier *notifier, OnwardAlert *alert)
{
  g_application_withdraw_notification (ONWARD_PORTAL_NOTIFIER (notifier)->application, alert->id);
}

/* What is shown outlives the program. Who answers one more question has taken all that was given before it. */
static void
onward_portal_notifier_finish (OnwardNotifier *notifier)
{
  OnwardPortalNotifier *self = ONWARD_PORTAL_NOTIFIER (notifier);
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);
  g_autoptr (GPtrArray) given = g_steal_pointer (&self->given);

  if (given->len == 0 || !onward_question_is_answered (&question, bus, ONWARD_NOTIFIER_LAST_PATIENCE))
    return;
  for (guint i = 0; i < given->len; i++)
    onward_notifier_emit_shown (notifier, ((Given *)given->pdata[i])->alert);
}

static void
appeared_cb (GDBusConnection *connection, const char *name, const char *owner, gpointer data)
{
  onward_notifier_emit_server (ONWARD_NOTIFIER (data), _ ("the desktop’s portal"), TRUE);
}

static void
vanished_cb (GDBusConnection *connection, const char *name, gpointer data)
{
  onward_notifier_emit_server (ONWARD_NOTIFIER (data), NULL, TRUE);
}

static void
onward_portal_notifier_dispose (GObject *object)
{
  OnwardPortalNotifier *self = ONWARD_PORTAL_NOTIFIER (object);

  g_cancellable_cancel (self->ended);
  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_pointer (&self->unanswered, onward_unanswered_free);
  g_clear_pointer (&self->given, g_ptr_array_unref);
  g_clear_object (&self->application);
  G_OBJECT_CLASS (onward_portal_notifier_parent_class)->dispose (object);
}

static void
onward_portal_notifier_finalize (GObject *object)
{
  g_object_unref (ONWARD_PORTAL_NOTIFIER (object)->ended);
  G_OBJECT_CLASS (onward_portal_notifier_parent_class)->finalize (object);
}

static void
onward_portal_notifier_class_init (OnwardPortalNotifierClass *klass)
{
  OnwardNotifierClass *notifier_class = ONWARD_NOTIFIER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_portal_notifier_dispose;
  G_OBJECT_CLASS (klass)->finalize = onward_portal_notifier_finalize;
  notifier_class->show = onward_portal_notifier_show;
  notifier_class->withdraw = onward_portal_notifier_withdraw;
  notifier_class->finish = onward_portal_notifier_finish;
}

static void
onward_portal_notifier_init (OnwardPortalNotifier *self)
{
  self->ended = g_cancellable_new ();
  self->given = g_ptr_array_new ();
  self->unanswered = onward_unanswered_new (ONWARD_NOTIFIER (self), &question);
}

/**
 * onward_portal_notifier_new:
 * @application: the program, registered; it has the actions that alerts name
 *
 * Main thread.
 *
 * Returns: (transfer full): a notifier
 */
OnwardNotifier *
onward_portal_notifier_new (GApplication *application)
{
  OnwardPortalNotifier *self = g_object_new (ONWARD_TYPE_PORTAL_NOTIFIER, NULL);

  self->application = g_object_ref (application);
  self->watch = g_bus_watch_name (G_BUS_TYPE_SESSION, ONWARD_PORTAL_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, appeared_cb,
                                  vanished_cb, self, NULL);
  return ONWARD_NOTIFIER (self);
}
