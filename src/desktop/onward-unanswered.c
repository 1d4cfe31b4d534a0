/* onward-unanswered.c - alerts given to somebody who did not answer, until it is known what became of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-unanswered.h"

/* The bus keeps the order of messages: who answers a question that was put after an alert has taken that alert too, and
 * who goes away without an answer has not. So one question is put, and waited for as long as it takes. (A ping would not
 * do: GDBus answers it in a thread of its own, also when the program hangs.) */
struct _OnwardUnanswered
{
  OnwardNotifier *notifier; /* which owns it */
  const OnwardQuestion *of;
  GPtrArray *alerts;      /* OnwardAlert; those the question was put after */
  GPtrArray *newcomers;   /* OnwardAlert; for the next question */
  GCancellable *question; /* NULL: none is put */
};

static void ask (OnwardUnanswered *self);

static GVariant *
create_parameters (const OnwardQuestion *question)
{
  return question->property_of != NULL ? g_variant_new ("(ss)", question->property_of, question->property) : NULL;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  OnwardUnanswered *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GPtrArray) alerts = NULL;
  g_autoptr (OnwardNotifier) notifier = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* it is gone */
  notifier = g_object_ref (self->notifier);
  g_clear_object (&self->question);
  alerts = g_steal_pointer (&self->alerts);
  self->alerts = g_steal_pointer (&self->newcomers);
  self->newcomers = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_alert_unref);
  if (self->alerts->len > 0)
    ask (self);
  for (guint i = 0; i < alerts->len; i++)
    if (answer != NULL)
      onward_notifier_emit_shown (notifier, alerts->pdata[i]);
    else
      onward_notifier_emit_failed (notifier, alerts->pdata[i], error);
}

static void
ask (OnwardUnanswered *self)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  if (bus == NULL)
    return;
  self->question = g_cancellable_new ();
  onward_question_ask (self->of, bus, G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, self->question, answered_cb, self);
}

/**
 * onward_question_ask:
 * @self: a question
 * @bus: the session bus
 * @flags: of the call
 * @timeout: in milliseconds
 * @cancellable: (nullable): ends it
 * @callback: called with the answer
 * @data: for @callback
 */
void
onward_question_ask (const OnwardQuestion *self, GDBusConnection *bus, GDBusCallFlags flags, int timeout,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_dbus_connection_call (bus, self->name, self->path, self->interface, self->method, create_parameters (self), NULL,
                          flags, timeout, cancellable, callback, data);
}

/**
 * onward_question_is_answered:
 * @self: a question
 * @bus: the session bus
 * @timeout: in milliseconds
 *
 * Waits for the answer.
 *
 * Returns: whether there is one
 */
gboolean
onward_question_is_answered (const OnwardQuestion *self, GDBusConnection *bus, int timeout)
{
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_sync (bus, self->name, self->path, self->interface, self->method, create_parameters (self),
                                   NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, timeout, NULL, NULL);

  return answer != NULL;
}

/**
 * onward_unanswered_new:
 * @notifier: whose signals are emitted; it outlives what is returned
 * @of: (transfer none): what is asked of who was given alerts; static
 *
 * Returns: (transfer full): none yet
 */
OnwardUnanswered *
onward_unanswered_new (OnwardNotifier *notifier, const OnwardQuestion *of)
{
  OnwardUnanswered *self = g_new0 (OnwardUnanswered, 1);

  self->notifier = notifier;
  self->of = of;
  self->alerts = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_alert_unref);
  self->newcomers = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_alert_unref);
  return self;
}

/**
 * onward_unanswered_free:
 * @self: (transfer full): what is not waited for any more
 */
void
onward_unanswered_free (OnwardUnanswered *self)
{
  if (self->question != NULL)
    g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  g_ptr_array_unref (self->alerts);
  g_ptr_array_unref (self->newcomers);
  g_free (self);
}

/**
 * onward_unanswered_add:
 * @self: the others
 * @alert: one more
 * @error: what was said instead of an answer
 *
 * Emits `unanswered`, and `shown` or `failed` as soon as it is known which.
 */
void
onward_unanswered_add (OnwardUnanswered *self, OnwardAlert *alert, const GError *error)
{
  g_ptr_array_add (self->question == NULL ? self->alerts : self->newcomers, onward_alert_ref (alert));
  if (self->question == NULL)
    ask (self);
  onward_notifier_emit_unanswered (self->notifier, alert, error);
}
