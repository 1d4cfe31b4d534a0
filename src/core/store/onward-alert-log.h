/* onward-alert-log.h - which alerts were shown last, and what the user chose */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardLoggedAlert:
 * @alert: its id, as notification servers know it
 * @shown_at: seconds since 1970 UTC
 * @chosen: (nullable): `write`, `done`, `snooze` or `open`
 * @follow_up: row it was about, or one of several; 0 = none, or it is gone
 * @interview: the same
 * @title: (nullable): of the follow-up
 * @company_name: (nullable): of the interview
 * @kind: (nullable): of the interview
 * @round: of the interview, 0 for none
 * @n_about: how many things it was about that are still there
 */
typedef struct
{
  char *alert;
  gint64 shown_at;
  char *chosen;
  gint64 follow_up;
  gint64 interview;
  char *title;
  char *company_name;
  char *kind;
  gint64 round;
  guint n_about;
} OnwardLoggedAlert;

void onward_logged_alert_free (OnwardLoggedAlert *logged);

GPtrArray *onward_alert_log_get_last (OnwardStore *store, int most);
typedef void (*OnwardDisplayedAlertFunc) (const char *alert, gint64 follow_up, gint64 interview, gpointer data);

void onward_alert_log_each_displayed (OnwardStore *store, OnwardDisplayedAlertFunc each, gpointer data);

gboolean onward_alert_log_add (OnwardWriter *writer, const char *alert, GType type, gint64 id, GError **error);

/**
 * OnwardAlertChoice:
 * @alert: id of an alert that was shown
 * @chosen: what the user chose
 */
typedef struct
{
  char *alert;
  char *chosen;
} OnwardAlertChoice;

void onward_alert_choice_free (gpointer choice);
gboolean onward_alert_log_choose (OnwardWriter *writer, gpointer choice, GError **error);

G_END_DECLS
