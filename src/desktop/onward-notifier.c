/* onward-notifier.c - shows alerts through the desktop's notification server */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-notifier.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

#define SERVER "org.freedesktop.Notifications"

/* What the notifier thread works with. The calls of libnotify are synchronous and wait up to 25 seconds for a server that
 * hangs, so nobody waits for that thread: it may outlive the notifier. */
typedef struct
{
  GMainContext *context; /* the thread's */
  GMainLoop *loop;
  GHashTable *shown; /* OnwardAlert -> NotifyNotification; the thread's own */
  GWeakRef notifier;
} Desk;

struct _OnwardNotifier
{
  GObject parent_instance;

  Desk *desk;
  GPtrArray *unanswered; /* OnwardAlert: given to a server that does not answer */
  guint watch;
};

/* A word from the main thread to the notifier thread, or back. */
typedef struct
{
  Desk *desk;
  OnwardAlert *alert; /* may be NULL */
  guint signal;
  char *action;
} Note;

enum
{
  SHOWN,
  FAILED,
  CLOSED,
  ACTION,
  SERVER_APPEARED,
  N_SIGNALS,
  UNANSWERED, /* between the threads only */
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardNotifier, onward_notifier, G_TYPE_OBJECT)

static void
clear_desk (gpointer data)
{
  Desk *desk = data;

  g_hash_table_unref (desk->shown);
  g_main_loop_unref (desk->loop);
  g_main_context_unref (desk->context);
  g_weak_ref_clear (&desk->notifier);
}

static void
release_desk (Desk *desk)
{
  g_atomic_rc_box_release_full (desk, clear_desk);
}

static Note *
create_note (Desk *desk, OnwardAlert *alert)
{
  Note *note = g_new0 (Note, 1);

  note->desk = g_atomic_rc_box_acquire (desk);
  note->alert = alert != NULL ? onward_alert_ref (alert) : NULL;
  return note;
}

static void
free_note (gpointer data)
{
  Note *note = data;

  release_desk (note->desk);
  g_clear_pointer (&note->alert, onward_alert_unref);
  g_free (note->action);
  g_free (note);
}

/* Not g_main_context_invoke(), which runs it in this thread when the other one does not iterate at that moment. */
static void
post (GMainContext *context, GSourceFunc callback, Note *note)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, callback, note, free_note);
  g_source_attach (source, context);
}

/* Main thread. */
static gboolean
hear_cb (gpointer data)
{
  Note *note = data;
  g_autoptr (OnwardNotifier) self = g_weak_ref_get (&note->desk->notifier);

  if (self == NULL || self->desk == NULL)
    return G_SOURCE_REMOVE;
  if (note->signal == UNANSWERED)
    g_ptr_array_add (self->unanswered, onward_alert_ref (note->alert));
  else if (note->signal == ACTION)
    g_signal_emit (self, signals[ACTION], 0, note->alert, note->action);
  else
    g_signal_emit (self, signals[note->signal], 0, note->alert);
  return G_SOURCE_REMOVE;
}

/* Notifier thread, as all that follows until the next such line. */
static void
tell (Desk *desk, OnwardAlert *alert, guint signal, const char *action)
{
  Note *note = create_note (desk, alert);

  note->signal = signal;
  note->action = g_strdup (action);
  post (NULL, hear_cb, note);
}

static void
action_cb (NotifyNotification *notification, char *action, gpointer data)
{
  Note *note = data;

  tell (note->desk, note->alert, ACTION, g_str_equal (action, "default") ? "open" : action);
}

static void
closed_cb (NotifyNotification *notification, gpointer data)
{
  Note *note = data;

  tell (note->desk, note->alert, CLOSED, NULL);
  g_hash_table_remove (note->desk->shown, note->alert);
}

static void
free_closure_note (gpointer data, GClosure *closure)
{
  free_note (data);
}

static void
add_action (NotifyNotification *notification, Desk *desk, OnwardAlert *alert, const char *name, const char *label)
{
  notify_notification_add_action (notification, name, label, action_cb, create_note (desk, alert), free_note);
}

/* The body is markup, so the text is escaped. Write, Done and Snooze are for one
 * follow-up, Write for one that asks for a message; several are opened. */
static NotifyNotification *
create_notification (Desk *desk, OnwardAlert *alert)
{
  g_autofree char *escaped = alert->body != NULL ? g_markup_escape_text (alert->body, -1) : NULL;
  NotifyNotification *notification = notify_notification_new (alert->title, escaped, ONWARD_APP_ID);

  notify_notification_set_hint (notification, "desktop-entry", g_variant_new_string (ONWARD_APP_ID));
  add_action (notification, desk, alert, "default", _ ("Open"));
  if (alert->follow_ups->len == 1)
    {
      if (alert->channel != NULL)
        add_action (notification, desk, alert, "write", _ ("Write"));
      add_action (notification, desk, alert, "done", _ ("Done"));
      add_action (notification, desk, alert, "snooze", _ ("Snooze"));
    }
  add_action (notification, desk, alert, "open", _ ("Open"));
  g_signal_connect_data (notification, "closed", G_CALLBACK (closed_cb), create_note (desk, alert), free_closure_note,
                         0);
  return notification;
}

/* A server that does not answer may show it still, so only another server is asked again. */
static gboolean
show_cb (gpointer data)
{
  Note *note = data;
  Desk *desk = note->desk;
  g_autoptr (GError) error = NULL;
  NotifyNotification *notification = create_notification (desk, note->alert);
  g_autoptr (GObject) owned = G_OBJECT (notification);

  if (notify_notification_show (notification, &error))
    {
      g_hash_table_insert (desk->shown, onward_alert_ref (note->alert), g_object_ref (notification));
      tell (desk, note->alert, SHOWN, NULL);
      return G_SOURCE_REMOVE;
    }
  g_message ("An alert cannot be shown now and is kept: %s", error->message);
  tell (desk, note->alert, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ? UNANSWERED : FAILED, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
withdraw_cb (gpointer data)
{
  Note *note = data;
  NotifyNotification *notification = g_hash_table_lookup (note->desk->shown, note->alert);
  g_autoptr (GObject) owned = NULL;

  if (notification == NULL)
    return G_SOURCE_REMOVE;
  owned = g_object_ref (G_OBJECT (notification));
  g_hash_table_remove (note->desk->shown, note->alert);
  notify_notification_close (notification, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
quit_cb (gpointer data)
{
  Note *note = data;

  g_main_loop_quit (note->desk->loop);
  return G_SOURCE_REMOVE;
}

static gpointer
run_notifier_thread (gpointer data)
{
  Desk *desk = data;

  g_main_context_push_thread_default (desk->context);
  notify_init (g_get_application_name ());
  g_main_loop_run (desk->loop);
  g_hash_table_remove_all (desk->shown);
  g_main_context_pop_thread_default (desk->context);
  release_desk (desk);
  return NULL;
}

/* Main thread, as all that follows. */
static void
appeared_cb (GDBusConnection *connection, const char *name, const char *owner, gpointer data)
{
  OnwardNotifier *self = data;
  g_autoptr (GPtrArray) unanswered = g_steal_pointer (&self->unanswered);

  self->unanswered = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_alert_unref);
  for (guint i = 0; i < unanswered->len; i++)
    g_signal_emit (self, signals[FAILED], 0, unanswered->pdata[i]);
  g_signal_emit (self, signals[SERVER_APPEARED], 0, NULL);
}

static void
onward_notifier_dispose (GObject *object)
{
  OnwardNotifier *self = ONWARD_NOTIFIER (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  if (self->desk != NULL)
    post (self->desk->context, quit_cb, create_note (self->desk, NULL));
  g_clear_pointer (&self->desk, release_desk);
  g_clear_pointer (&self->unanswered, g_ptr_array_unref);
  G_OBJECT_CLASS (onward_notifier_parent_class)->dispose (object);
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
  G_OBJECT_CLASS (klass)->dispose = onward_notifier_dispose;

  /**
   * OnwardNotifier::shown:
   * @self: the notifier
   * @alert: the server has taken it
   */
  signals[SHOWN] = add_signal (klass, "shown");

  /**
   * OnwardNotifier::failed:
   * @self: the notifier
   * @alert: nobody shows it
   */
  signals[FAILED] = add_signal (klass, "failed");

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
   * @action: `done`, `snooze` or `open`
   *
   * The user pressed a button of it.
   */
  signals[ACTION] = g_signal_new ("action", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, ONWARD_TYPE_ALERT, G_TYPE_STRING);

  /**
   * OnwardNotifier::server-appeared:
   * @self: the notifier
   * @alert: (nullable): always NULL
   *
   * There is a server now, or another one.
   */
  signals[SERVER_APPEARED] = add_signal (klass, "server-appeared");
}

static void
onward_notifier_init (OnwardNotifier *self)
{
  Desk *desk = g_atomic_rc_box_new0 (Desk);

  desk->context = g_main_context_new ();
  desk->loop = g_main_loop_new (desk->context, FALSE);
  desk->shown = g_hash_table_new_full (NULL, NULL, (GDestroyNotify)onward_alert_unref, g_object_unref);
  g_weak_ref_init (&desk->notifier, self);
  self->desk = desk;
  self->unanswered = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_alert_unref);
  g_thread_unref (g_thread_new ("onward-notifier", run_notifier_thread, g_atomic_rc_box_acquire (desk)));
  self->watch =
      g_bus_watch_name (G_BUS_TYPE_SESSION, SERVER, G_BUS_NAME_WATCHER_FLAGS_NONE, appeared_cb, NULL, self, NULL);
}

/**
 * onward_notifier_new:
 *
 * Main thread. Its signals are emitted there as well.
 *
 * Returns: (transfer full): a notifier
 */
OnwardNotifier *
onward_notifier_new (void)
{
  return g_object_new (ONWARD_TYPE_NOTIFIER, NULL);
}

/**
 * onward_notifier_show:
 * @self: the notifier
 * @alert: what to show; its text is text, never markup
 *
 * Returns at once. Sooner or later `shown` or `failed` is emitted; for a server that hangs, when there is another one.
 */
void
onward_notifier_show (OnwardNotifier *self, OnwardAlert *alert)
{
  post (self->desk->context, show_cb, create_note (self->desk, alert));
}

/**
 * onward_notifier_withdraw:
 * @self: the notifier
 * @alert: an alert that asks for nothing any more
 */
void
onward_notifier_withdraw (OnwardNotifier *self, OnwardAlert *alert)
{
  post (self->desk->context, withdraw_cb, create_note (self->desk, alert));
}
