/* onward-alert-tray.c - the alerts that were given to be shown and still ask for something */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alert-tray.h"

#include "store/onward-alert-log.h"
#include "store/onward-alerts.h"

/* More than so many at once become one (the design, "Due pane and alerts"). */
#define MOST_AT_ONCE 3

struct _OnwardAlertTray
{
  OnwardStore *store;
  OnwardAlertTrayFunc raise;
  OnwardAlertTrayFunc withdraw;
  gpointer data;
  gboolean grouped;
  gboolean discreet;
  GPtrArray *given; /* Given */
};

/* An alert, and what of it still asks for something: a follow-up of a group that was put off will be raised anew, while
 * the group stands there for the others. */
typedef struct
{
  OnwardAlert *alert;
  GArray *follow_ups;
  GArray *interviews;
} Given;

static void
free_given (gpointer data)
{
  Given *given = data;

  onward_alert_unref (given->alert);
  g_array_unref (given->follow_ups);
  g_array_unref (given->interviews);
  g_free (given);
}

static Given *
create_given (OnwardAlert *alert)
{
  Given *given = g_new0 (Given, 1);

  given->alert = alert;
  given->follow_ups = g_array_copy (alert->follow_ups);
  given->interviews = g_array_copy (alert->interviews);
  return given;
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
is_given (OnwardAlertTray *self, gint64 follow_up, gint64 interview)
{
  for (guint i = 0; i < self->given->len; i++)
    {
      Given *given = self->given->pdata[i];

      if (contains (given->follow_ups, follow_up) || contains (given->interviews, interview))
        return TRUE;
    }
  return FALSE;
}

static void
take_back (OnwardAlertTray *self, guint place)
{
  g_autoptr (OnwardAlert) alert = onward_alert_ref (((Given *)self->given->pdata[place])->alert);

  g_ptr_array_remove_index (self->given, place);
  self->withdraw (alert, self->data);
}

/* A later alert about the same interview takes the place of the one before. */
static void
give (OnwardAlertTray *self, OnwardAlert *alert)
{
  for (guint i = self->given->len; i > 0; i--)
    if (g_str_equal (((Given *)self->given->pdata[i - 1])->alert->id, alert->id))
      take_back (self, i - 1);
  g_ptr_array_add (self->given, create_given (alert));
  self->raise (alert, self->data);
}

static void
give_follow_ups (OnwardAlertTray *self)
{
  g_autoptr (GPtrArray) dues = onward_alerts_get_unshown (self->store, NULL);

  for (guint i = 0; dues != NULL && i < dues->len;)
    if (is_given (self, ((OnwardDue *)dues->pdata[i])->id, 0))
      g_ptr_array_remove_index (dues, i);
    else
      i++;
  if (dues == NULL || dues->len == 0)
    return;
  if (self->grouped && dues->len > MOST_AT_ONCE)
    {
      give (self, onward_alert_new_for_several (dues, self->discreet));
      return;
    }
  for (guint i = 0; i < dues->len; i++)
    give (self, onward_alert_new_for_one (self->store, dues->pdata[i], self->discreet));
}

static void
give_interviews (OnwardAlertTray *self)
{
  g_autoptr (GPtrArray) interviews =
      onward_interview_alerts_get_unshown (self->store, onward_store_get_now (self->store).unix_time);

  for (guint i = 0; i < interviews->len;)
    if (is_given (self, 0, ((OnwardInterviewAlert *)interviews->pdata[i])->id))
      g_ptr_array_remove_index (interviews, i);
    else
      i++;
  if (self->grouped && interviews->len > MOST_AT_ONCE)
    {
      give (self, onward_alert_new_for_interviews (self->store, interviews, self->discreet));
      return;
    }
  for (guint i = 0; i < interviews->len; i++)
    give (self, onward_alert_new_for_interview (self->store, interviews->pdata[i], self->discreet));
}

static gboolean
asks_for_something (const Given *given)
{
  return given->follow_ups->len + given->interviews->len > 0;
}

static void
keep_current (OnwardAlertTray *self, Given *given, gint64 now)
{
  for (guint i = given->follow_ups->len; i > 0; i--)
    if (!onward_alerts_is_current (self->store, g_array_index (given->follow_ups, gint64, i - 1)))
      g_array_remove_index (given->follow_ups, i - 1);
  for (guint i = given->interviews->len; i > 0; i--)
    if (!onward_interview_alerts_is_current (self->store, g_array_index (given->interviews, gint64, i - 1), now))
      g_array_remove_index (given->interviews, i - 1);
}

static void
recall_cb (const char *id, gint64 follow_up, gint64 interview, gpointer data)
{
  OnwardAlertTray *self = data;
  guint n = self->given->len;
  Given *given = n > 0 ? self->given->pdata[n - 1] : NULL;

  if (given == NULL || !g_str_equal (given->alert->id, id))
    {
      given = create_given (onward_alert_new_known (id));
      g_ptr_array_add (self->given, given);
    }
  if (follow_up != 0)
    g_array_append_val (given->follow_ups, follow_up);
  else
    g_array_append_val (given->interviews, interview);
}

/**
 * onward_alert_tray_new: (skip)
 * @store: the store; it outlives the tray
 * @raise: shows an alert
 * @withdraw: takes it back
 * @data: for both
 *
 * Main thread, as for all of it.
 *
 * Returns: (transfer full): an empty tray
 */
OnwardAlertTray *
onward_alert_tray_new (OnwardStore *store, OnwardAlertTrayFunc raise, OnwardAlertTrayFunc withdraw, gpointer data)
{
  OnwardAlertTray *self = g_new0 (OnwardAlertTray, 1);

  self->store = store;
  self->raise = raise;
  self->withdraw = withdraw;
  self->data = data;
  self->grouped = TRUE;
  self->given = g_ptr_array_new_with_free_func (free_given);
  return self;
}

/**
 * onward_alert_tray_free: (skip)
 * @self: (transfer full): a tray; what is shown stays where it is
 */
void
onward_alert_tray_free (OnwardAlertTray *self)
{
  g_ptr_array_unref (self->given);
  g_free (self);
}

/**
 * onward_alert_tray_set_grouped: (skip)
 * @self: the tray
 * @grouped: whether more than three at once become one
 */
void
onward_alert_tray_set_grouped (OnwardAlertTray *self, gboolean grouped)
{
  self->grouped = grouped;
}

/**
 * onward_alert_tray_set_discreet: (skip)
 * @self: the tray
 * @discreet: whether alerts given from now on say neither who nor what
 */
void
onward_alert_tray_set_discreet (OnwardAlertTray *self, gboolean discreet)
{
  self->discreet = discreet;
}

/**
 * onward_alert_tray_recall: (skip)
 * @self: an empty tray
 *
 * What another process has shown may still be there: it is known from now on, so that it can be withdrawn.
 */
void
onward_alert_tray_recall (OnwardAlertTray *self)
{
  onward_alert_log_each_displayed (self->store, recall_cb, self);
  onward_alert_tray_check (self);
}

/**
 * onward_alert_tray_fill: (skip)
 * @self: the tray
 *
 * Gives what was decided and nobody has shown yet, also what was decided by a program that has ended since.
 */
void
onward_alert_tray_fill (OnwardAlertTray *self)
{
  give_interviews (self);
  give_follow_ups (self);
}

/**
 * onward_alert_tray_check: (skip)
 * @self: the tray
 *
 * Withdraws what asks for nothing any more: it is done, put off, moved or over.
 */
void
onward_alert_tray_check (OnwardAlertTray *self)
{
  gint64 now = onward_store_get_now (self->store).unix_time;

  if (self->given->len == 0)
    return;
  onward_store_begin_reads (self->store);
  for (guint i = 0; i < self->given->len; i++)
    keep_current (self, self->given->pdata[i], now);
  onward_store_end_reads (self->store);
  for (guint i = self->given->len; i > 0; i--)
    if (!asks_for_something (self->given->pdata[i - 1]))
      take_back (self, i - 1);
}

/**
 * onward_alert_tray_confirm: (skip)
 * @self: the tray
 * @alert: one that is shown now
 *
 * Who answers late shows what was withdrawn meanwhile: it is withdrawn again.
 */
void
onward_alert_tray_confirm (OnwardAlertTray *self, OnwardAlert *alert)
{
  for (guint i = 0; i < self->given->len; i++)
    if (g_str_equal (((Given *)self->given->pdata[i])->alert->id, alert->id))
      return;
  self->withdraw (alert, self->data);
}

/**
 * onward_alert_tray_remove: (skip)
 * @self: the tray
 * @alert: one that is not shown, or not any more; nothing happens when it is not in the tray
 */
void
onward_alert_tray_remove (OnwardAlertTray *self, OnwardAlert *alert)
{
  for (guint i = self->given->len; i > 0; i--)
    if (((Given *)self->given->pdata[i - 1])->alert == alert)
      g_ptr_array_remove_index (self->given, i - 1);
}
