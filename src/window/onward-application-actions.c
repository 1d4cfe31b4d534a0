/* onward-application-actions.c - what the program can be asked to do with and without a window, and the shortcuts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-application.h"

#include "alerts/onward-due-words.h"
#include "model/onward-follow-up.h"
#include "help/onward-shortcuts.h"
#include "onward-sample.h"
#include "onward-window.h"
#include "shared/onward-dialogs.h"
#include "shared/onward-window-settings.h"
#include "store/onward-alert-log.h"
#include "store/onward-follow-up-change.h"
#include "store/onward-snooze.h"

#include <glib/gi18n-lib.h>

static OnwardWindow *
find_window (OnwardApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (ONWARD_IS_WINDOW (item->data))
      return item->data;
  return NULL;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  onward_dialogs_show_about (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OnwardWindow *window = find_window (data);
  g_autoptr (GError) error = NULL;

  if (!onward_sample_show (&error) && window != NULL)
    onward_dialogs_show_error (GTK_WIDGET (window), _ ("The sample search cannot be shown"), error->message);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!onward_store_run_finish (ONWARD_STORE (source), result, &error))
    g_message ("%s", error->message);
}

/* An alert that was shown before may be answered when the data cannot be opened any more: then a window says so. */
static gboolean
has_store (OnwardApplication *self)
{
  if (onward_application_get_store (self) != NULL)
    return TRUE;
  g_application_activate (G_APPLICATION (self));
  return FALSE;
}

/* From an alert: there may be no window, and where there is one it offers Undo. */
static void
change_follow_up (OnwardApplication *self, OnwardFollowUpChange *change, const char *toast)
{
  OnwardWindow *window = find_window (self);

  if (window != NULL)
    onward_window_change_follow_up (GTK_WIDGET (window), change, toast, NULL, NULL);
  else
    onward_follow_up_change_run_async (onward_application_get_store (self), change, changed_cb, NULL);
}

/* These actions are those of alerts: what was chosen stands on the page of alerts. */
static void
note_choice (OnwardApplication *self, const char *about, gint64 id, const char *chosen)
{
  OnwardStore *store = onward_application_get_store (self);
  OnwardAlertChoice *choice;

  if (store == NULL || id == 0)
    return;
  choice = g_new0 (OnwardAlertChoice, 1);
  choice->alert = g_strdup_printf ("%s-%" G_GINT64_FORMAT, about, id);
  choice->chosen = g_strdup (chosen);
  onward_store_run_async (store, NULL, onward_alert_log_choose, choice, onward_alert_choice_free, changed_cb, NULL);
}

static void
follow_up_done_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gint64 follow_up;
  const char *channel;

  if (!has_store (data))
    return;
  g_variant_get (parameter, "(x&s)", &follow_up, &channel);
  note_choice (data, "follow-up", follow_up, "done");
  change_follow_up (data, onward_follow_up_change_done (follow_up, channel[0] != '\0' ? channel : NULL), _ ("Done"));
}

static void
follow_up_snooze_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OnwardApplication *self = data;
  OnwardStore *store = onward_application_get_store (self);
  g_autoptr (OnwardFollowUp) follow_up = NULL;
  g_autofree char *until = NULL;
  g_autofree char *toast = NULL;
  OnwardNow now;

  if (!has_store (self))
    return;
  now = onward_store_get_now (store);
  follow_up = onward_store_get_record (store, ONWARD_TYPE_FOLLOW_UP, g_variant_get_int64 (parameter));
  until = onward_snooze_get_until (store, ONWARD_SNOOZE_TOMORROW);
  toast = onward_due_words_get_snoozed (until, follow_up != NULL ? follow_up->due : NULL, &now);
  note_choice (self, "follow-up", g_variant_get_int64 (parameter), "snooze");
  change_follow_up (self, onward_follow_up_change_snooze (g_variant_get_int64 (parameter), until), toast);
}

static void
follow_up_open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OnwardApplication *self = data;
  OnwardWindow *window;

  note_choice (self, "follow-up", g_variant_get_int64 (parameter), "open");
  g_application_activate (G_APPLICATION (self));
  window = find_window (self);
  if (window != NULL)
    onward_window_open_follow_up (window, g_variant_get_int64 (parameter));
}

/* From an alert, or by whoever asks the program over the bus. */
static void
open_window (OnwardApplication *self, const char *action, GVariant *parameter)
{
  OnwardWindow *window;

  g_application_activate (G_APPLICATION (self));
  window = find_window (self);
  if (window != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (window), action, parameter);
}

static void
test_alert_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OnwardScheduler *scheduler = onward_application_get_scheduler (data);

  if (scheduler != NULL && onward_application_raises_alerts (data))
    onward_scheduler_raise_test (scheduler);
}

/* So that the desktop, and tests, reach them. */
static void
add_setting_actions (OnwardApplication *self)
{
  static const char *const keys[] = { "autostart", "background-alerts" };
  GSettings *settings = onward_window_settings_get ();

  for (guint i = 0; settings != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
}

/* What alerts, the desktop's search and the menu of the program's icon lead to: there may be no window yet. */
static const struct
{
  const char *name;
  const char *type;
  const char *window_action;
} window_actions[] = {
  { "alerts", NULL, "win.alerts" },
  { "follow-up-write", "x", "win.write" },
  { "interview-open", "x", "win.open-interview" },
  { "open-contact", "x", "win.open-contact" },
  { "open-opportunity", "x", "win.open-opportunity" },
  { "open-company", "x", "win.open-company" },
  { "search", "s", "win.switch-for" },
  { "new-opportunity", NULL, "win.new-opportunity" },
  { "new-person", NULL, "win.new-person" },
  { "new-interview", NULL, "win.new-interview(int64 0)" },
  { "due", NULL, "win.focus-due" },
};

static void
window_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  guint i = 0;

  while (!g_str_equal (window_actions[i].name, g_action_get_name (G_ACTION (action))))
    i++;
  if (g_str_equal (window_actions[i].name, "follow-up-write"))
    note_choice (data, "follow-up", g_variant_get_int64 (parameter), "write");
  else if (g_str_equal (window_actions[i].name, "interview-open"))
    note_choice (data, "interview", g_variant_get_int64 (parameter), "open");
  if (g_action_parse_detailed_name (window_actions[i].window_action, &name, &target, NULL))
    open_window (data, name, parameter != NULL ? parameter : target);
}

static void
install_window_actions (OnwardApplication *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (window_actions); i++)
    {
      GActionEntry entry = { window_actions[i].name, window_action_cb, window_actions[i].type };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
}

/**
 * onward_application_find_window: (skip)
 * @self: the program
 *
 * Returns: (transfer none) (nullable) (type OnwardWindow): its window; NULL when it is closed, or there is no database
 */
GtkWidget *
onward_application_find_window (OnwardApplication *self)
{
  OnwardWindow *window = find_window (self);

  return window != NULL ? GTK_WIDGET (window) : NULL;
}

/**
 * onward_application_install_actions: (skip)
 * @self: the program
 *
 * Its actions, those that the buttons of an alert lead to among them, and all shortcuts.
 */
void
onward_application_install_actions (OnwardApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", quit_cb },
    { "about", about_cb },
    { "sample", sample_cb },
    { "follow-up-done", follow_up_done_cb, "(xs)" },
    { "follow-up-snooze", follow_up_snooze_cb, "x" },
    { "follow-up-open", follow_up_open_cb, "x" },
    { "test-alert", test_alert_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_setting_actions (self);
  install_window_actions (self);
  onward_shortcuts_bind (GTK_APPLICATION (self));
}
