/* onward-libnotify-notifier.c - shows alerts through the desktop's notification server */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-libnotify-notifier.h"

#include "onward-unanswered.h"

#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

#define SERVER "org.freedesktop.Notifications"
#define PATH   "/org/freedesktop/Notifications"

/* A server that does not say who it is within so many milliseconds is given nothing. */
#define PATIENCE (10 * 1000)
#define OWNER    "onward-owner" /* of a notification: the server that shows it */

/* What the notifier thread works with. The calls of libnotify are synchronous and wait up to 25 seconds for a server that
 * hangs, so nobody waits for that thread: it may outlive the notifier. */
typedef struct
{
  GMainContext *context; /* the thread's */
  GMainLoop *loop;
  GHashTable *shown; /* OnwardAlert -> NotifyNotification; the thread's own */
  char *server;      /* NULL: it did not say yet who it is; the thread's own, as what follows */
  gboolean has_buttons;
  gboolean takes_markup;
  GAsyncQueue *said; /* Note: for the main thread */
  GAsyncQueue *over; /* gets the desk when nothing is shown any more and nothing will be */
  GWeakRef notifier;
} Desk;

struct _OnwardLibnotifyNotifier
{
  OnwardNotifier parent_instance;

  Desk *desk;
  OnwardUnanswered *unanswered;
  guint watch;
};

static const OnwardQuestion question = { SERVER, PATH, SERVER, "GetServerInformation", NULL, NULL };

typedef enum
{
  SHOWN,
  FAILED,
  UNANSWERED,
  CLOSED,
  ACTION,
  SERVER_SAID,
} Word;

/* A word from the main thread to the notifier thread, or back. */
typedef struct
{
  Desk *desk;
  OnwardAlert *alert; /* may be NULL */
  Word word;
  char *text;
  gboolean has_buttons;
  GError *error;
} Note;

G_DEFINE_FINAL_TYPE (OnwardLibnotifyNotifier, onward_libnotify_notifier, ONWARD_TYPE_NOTIFIER)

static void free_note (gpointer data);

static void
clear_desk (gpointer data)
{
  Desk *desk = data;

  g_hash_table_unref (desk->shown);
  g_async_queue_unref (desk->said);
  g_async_queue_unref (desk->over);
  g_free (desk->server);
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
  g_clear_error (&note->error);
  g_free (note->text);
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
static void
hear (Note *note)
{
  g_autoptr (OnwardLibnotifyNotifier) self = g_weak_ref_get (&note->desk->notifier);
  OnwardNotifier *notifier = ONWARD_NOTIFIER (self);

  if (self == NULL || self->desk == NULL)
    return;
  if (note->word == SHOWN)
    onward_notifier_emit_shown (notifier, note->alert);
  else if (note->word == FAILED)
    onward_notifier_emit_failed (notifier, note->alert, note->error);
  else if (note->word == UNANSWERED)
    onward_unanswered_add (self->unanswered, note->alert, note->error);
  else if (note->word == CLOSED)
    onward_notifier_emit_closed (notifier, note->alert);
  else if (note->word == ACTION)
    onward_notifier_emit_action (notifier, note->alert, note->text);
  else
    onward_notifier_emit_server (notifier, note->text, note->has_buttons);
}

static void
hear_all (Desk *desk)
{
  Note *note;

  while ((note = g_async_queue_try_pop (desk->said)) != NULL)
    {
      hear (note);
      free_note (note);
    }
}

static gboolean
hear_cb (gpointer data)
{
  hear_all (((Note *)data)->desk);
  return G_SOURCE_REMOVE;
}

/* Notifier thread, as all that follows until the next such line. */
static void
tell (Desk *desk, OnwardAlert *alert, Word word, const char *text, const GError *error)
{
  Note *note = create_note (desk, alert);

  note->word = word;
  note->text = g_strdup (text);
  note->has_buttons = desk->has_buttons;
  note->error = error != NULL ? g_error_copy (error) : NULL;
  g_async_queue_push (desk->said, note);
  post (NULL, hear_cb, create_note (desk, NULL));
}

static void
action_cb (NotifyNotification *notification, char *action, gpointer data)
{
  Note *note = data;

  tell (note->desk, note->alert, ACTION, g_str_equal (action, "default") ? "open" : action, NULL);
}

static void
closed_cb (NotifyNotification *notification, gpointer data)
{
  Note *note = data;

  tell (note->desk, note->alert, CLOSED, NULL, NULL);
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

/* Write, Done and Snooze are for one follow-up, Write for one that asks for a message; all else is opened. */
static void
add_actions (NotifyNotification *notification, Desk *desk, OnwardAlert *alert)
{
  add_action (notification, desk, alert, "default", _ ("Open"));
  if (alert->follow_ups->len == 1)
    {
      if (alert->channel != NULL)
        add_action (notification, desk, alert, "write", _ ("Write"));
      add_action (notification, desk, alert, "done", _ ("Done"));
      add_action (notification, desk, alert, "snooze", _ ("Snooze"));
    }
  add_action (notification, desk, alert, "open", _ ("Open"));
}

/* The body is markup, so the text is escaped where that is known. */
static NotifyNotification *
create_notification (Desk *desk, OnwardAlert *alert)
{
  g_autofree char *body = NULL;
  NotifyNotification *notification;

  if (alert->body != NULL)
    body = desk->takes_markup ? g_markup_escape_text (alert->body, -1) : g_strdup (alert->body);
  notification = notify_notification_new (alert->title, body, ONWARD_APP_ID);
  notify_notification_set_hint (notification, "desktop-entry", g_variant_new_string (ONWARD_APP_ID));
  if (desk->has_buttons)
    add_actions (notification, desk, alert);
  g_signal_connect_data (notification, "closed", G_CALLBACK (closed_cb), create_note (desk, alert), free_closure_note,
                         0);
  return notification;
}

static GVariant *
ask_server (const char *method, const char *type, GError **error)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);

  if (bus == NULL)
    return NULL;
  return g_dbus_connection_call_sync (bus, SERVER, PATH, SERVER, method, NULL, G_VARIANT_TYPE (type),
                                      G_DBUS_CALL_FLAGS_NONE, PATIENCE, NULL, error);
}

/* Who is there, and what it can do. As long as nobody answers nothing is given away, so nothing can be shown twice. */
static gboolean
meet_server (Desk *desk, GError **error)
{
  g_autoptr (GVariant) information = NULL;
  g_autoptr (GVariant) capabilities = NULL;
  g_autofree const char **words = NULL;
  const char *name;
  const char *version;

  if (desk->server != NULL)
    return TRUE;
  information = ask_server ("GetServerInformation", "(ssss)", error);
  capabilities = information != NULL ? ask_server ("GetCapabilities", "(as)", error) : NULL;
  if (capabilities == NULL)
    return FALSE;
  g_variant_get (information, "(&s&s&s&s)", &name, NULL, &version, NULL);
  g_variant_get (capabilities, "(^a&s)", &words);
  desk->has_buttons = g_strv_contains (words, "actions");
  desk->takes_markup = g_strv_contains (words, "body-markup");
  desk->server = g_strdup_printf ("%s %s", name, version);
  tell (desk, NULL, SERVER_SAID, desk->server, NULL);
  return TRUE;
}

/* Which program is the server now: when the name is told of late, what it shows already is not another one's. */
static char *
find_owner (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;
  char *owner = NULL;

  if (bus != NULL)
    answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                          "GetNameOwner", g_variant_new ("(s)", SERVER), G_VARIANT_TYPE ("(s)"),
                                          G_DBUS_CALL_FLAGS_NONE, PATIENCE, NULL, NULL);
  if (answer != NULL)
    g_variant_get (answer, "(s)", &owner);
  return owner;
}

/* A server that does not answer may show it still, so it is not asked again. */
static gboolean
show_cb (gpointer data)
{
  Note *note = data;
  Desk *desk = note->desk;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) notification = NULL;

  if (!meet_server (desk, &error))
    {
      tell (desk, note->alert, FAILED, NULL, error);
      return G_SOURCE_REMOVE;
    }
  notification = G_OBJECT (create_notification (desk, note->alert));
  if (notify_notification_show (NOTIFY_NOTIFICATION (notification), &error))
    {
      g_object_set_data_full (notification, OWNER, find_owner (), g_free);
      g_hash_table_insert (desk->shown, onward_alert_ref (note->alert), g_object_ref (notification));
      tell (desk, note->alert, SHOWN, NULL, NULL);
      return G_SOURCE_REMOVE;
    }
  g_clear_pointer (&desk->server, g_free);
  tell (desk, note->alert, onward_notifier_is_timeout (error) ? UNANSWERED : FAILED, NULL, error);
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

/* What another server showed is gone, and its numbers mean something else to the next one. */
static gboolean
server_came_cb (gpointer data)
{
  Note *note = data;
  GHashTableIter iter;
  gpointer alert, notification;

  g_hash_table_iter_init (&iter, note->desk->shown);
  while (g_hash_table_iter_next (&iter, &alert, &notification))
    if (g_strcmp0 (g_object_get_data (notification, OWNER), note->text) != 0)
      {
        tell (note->desk, alert, CLOSED, NULL, NULL);
        g_hash_table_iter_remove (&iter);
      }
  g_clear_pointer (&note->desk->server, g_free);
  meet_server (note->desk, NULL);
  return G_SOURCE_REMOVE;
}

/* Nobody would hear of a button that is pressed after the program ended, and this protocol cannot start it again. */
static gboolean
close_all_cb (gpointer data)
{
  Desk *desk = ((Note *)data)->desk;
  GHashTableIter iter;
  gpointer notification;

  g_hash_table_iter_init (&iter, desk->shown);
  while (g_hash_table_iter_next (&iter, NULL, &notification))
    {
      g_autoptr (GObject) owned = g_object_ref (notification);

      g_hash_table_iter_remove (&iter);
      notify_notification_close (NOTIFY_NOTIFICATION (owned), NULL);
    }
  g_async_queue_push (desk->over, desk);
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
  OnwardLibnotifyNotifier *self = data;
  Note *note = create_note (self->desk, NULL);

  note->text = g_strdup (owner);
  post (self->desk->context, server_came_cb, note);
}

static void
vanished_cb (GDBusConnection *connection, const char *name, gpointer data)
{
  onward_notifier_emit_server (ONWARD_NOTIFIER (data), NULL, TRUE);
}

static void
onward_libnotify_notifier_show (OnwardNotifier *notifier, OnwardAlert *alert)
{
  Desk *desk = ONWARD_LIBNOTIFY_NOTIFIER (notifier)->desk;

  post (desk->context, show_cb, create_note (desk, alert));
}

static void
onward_libnotify_notifier_withdraw (OnwardNotifier *notifier, OnwardAlert *alert)
{
  Desk *desk = ONWARD_LIBNOTIFY_NOTIFIER (notifier)->desk;

  post (desk->context, withdraw_cb, create_note (desk, alert));
}

/* What was given before is before that in the thread's queue. */
static void
onward_libnotify_notifier_finish (OnwardNotifier *notifier)
{
  Desk *desk = ONWARD_LIBNOTIFY_NOTIFIER (notifier)->desk;

  post (desk->context, close_all_cb, create_note (desk, NULL));
  g_async_queue_timeout_pop (desk->over, ONWARD_NOTIFIER_LAST_PATIENCE * G_TIME_SPAN_MILLISECOND);
  hear_all (desk);
}

static void
onward_libnotify_notifier_dispose (GObject *object)
{
  OnwardLibnotifyNotifier *self = ONWARD_LIBNOTIFY_NOTIFIER (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  if (self->desk != NULL)
    post (self->desk->context, quit_cb, create_note (self->desk, NULL));
  g_clear_pointer (&self->desk, release_desk);
  g_clear_pointer (&self->unanswered, onward_unanswered_free);
  G_OBJECT_CLASS (onward_libnotify_notifier_parent_class)->dispose (object);
}

static void
onward_libnotify_notifier_class_init (OnwardLibnotifyNotifierClass *klass)
{
  OnwardNotifierClass *notifier_class = ONWARD_NOTIFIER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_libnotify_notifier_dispose;
  notifier_class->show = onward_libnotify_notifier_show;
  notifier_class->withdraw = onward_libnotify_notifier_withdraw;
  notifier_class->finish = onward_libnotify_notifier_finish;
}

static void
onward_libnotify_notifier_init (OnwardLibnotifyNotifier *self)
{
  Desk *desk = g_atomic_rc_box_new0 (Desk);

  desk->context = g_main_context_new ();
  desk->loop = g_main_loop_new (desk->context, FALSE);
  desk->shown = g_hash_table_new_full (NULL, NULL, (GDestroyNotify)onward_alert_unref, g_object_unref);
  desk->said = g_async_queue_new_full (free_note);
  desk->over = g_async_queue_new ();
  g_weak_ref_init (&desk->notifier, self);
  self->desk = desk;
  self->unanswered = onward_unanswered_new (ONWARD_NOTIFIER (self), &question);
  g_thread_unref (g_thread_new ("onward-notifier", run_notifier_thread, g_atomic_rc_box_acquire (desk)));
  self->watch = g_bus_watch_name (G_BUS_TYPE_SESSION, SERVER, G_BUS_NAME_WATCHER_FLAGS_NONE, appeared_cb, vanished_cb,
                                  self, NULL);
}

/**
 * onward_libnotify_notifier_new:
 *
 * Main thread. What is shown is withdrawn when the program ends: its buttons work only as long as it runs.
 *
 * Returns: (transfer full): a notifier
 */
OnwardNotifier *
onward_libnotify_notifier_new (void)
{
  return g_object_new (ONWARD_TYPE_LIBNOTIFY_NOTIFIER, NULL);
}
