/* onward-alerts-words.c - whether alerts reach the user, and when they come and came, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alerts-words.h"

#include "alerts/onward-due-words.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"
#include "store/onward-settings-store.h"

#include <glib/gi18n-lib.h>

void
onward_alerts_state_free (OnwardAlertsState *state)
{
  g_free (state->heading);
  g_free (state->caption);
  g_free (state);
}

static OnwardAlertsState *
create_state (const char *kind, const char *icon, const char *heading, char *caption)
{
  OnwardAlertsState *state = g_new0 (OnwardAlertsState, 1);

  state->kind = kind;
  state->icon = icon;
  state->heading = g_strdup (heading);
  state->caption = caption;
  return state;
}

/* Between which hours, and whether without a window. */
static char *
describe_hours (OnwardStore *store, gboolean background)
{
  OnwardSettings settings;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  onward_settings_store_load (store, &settings);
  from = onward_dates_format_time (settings.hours.from);
  until = onward_dates_format_time (settings.hours.until % (24 * 60));
  if (background)
    return g_strdup_printf (
        _ ("Onward runs in the background and shows them between %s and %s, also when its window is "
           "closed."),
        from, until);
  return g_strdup_printf (_ ("Onward shows them between %s and %s, as long as its window is open."), from, until);
}

static char *
describe_answer (const OnwardAlertStatus *status, OnwardStore *store)
{
  OnwardNow now = onward_store_get_now (store);
  g_autofree char *when = onward_alerts_words_get_moment (status->answered_at, &now);

  if (status->service_name != NULL)
    /* Translators: when, and the name of a notification service: Today 11:15, dunst 1.9.0 */
    return g_strdup_printf (_ ("Last answer: shown, %s, by %s."), when, status->service_name);
  return g_strdup_printf (_ ("Last answer: shown, %s."), when);
}

static char *
join (char *first, char *second)
{
  char *both = second != NULL ? g_strconcat (first, "\n", second, NULL) : g_strdup (first);

  g_free (first);
  g_free (second);
  return both;
}

static OnwardAlertsState *
describe_working (const OnwardAlertStatus *status, gboolean background, OnwardStore *store)
{
  char *caption = join (describe_hours (store, background), describe_answer (status, store));

  if (!status->has_buttons)
    caption =
        join (caption, g_strdup (_ ("This desktop shows alerts without buttons; a follow-up is answered in the Due "
                                    "pane.")));
  return create_state ("good", "emblem-ok-symbolic", _ ("Alerts are working"), caption);
}

/**
 * onward_alerts_words_get_problem:
 * @status: what is known
 *
 * Returns: (transfer full) (nullable): why alerts do not reach the user, a few words; %NULL when they do or may
 */
char *
onward_alerts_words_get_problem (const OnwardAlertStatus *status)
{
  switch (status->service)
    {
    case ONWARD_SERVICE_MISSING:
      return g_strdup (_ ("This desktop shows no notifications"));
    case ONWARD_SERVICE_REFUSED:
      return g_strdup (_ ("This desktop refused the last alert"));
    case ONWARD_SERVICE_SILENT:
      return g_strdup (_ ("This desktop does not answer when it is given an alert"));
    case ONWARD_SERVICE_UNKNOWN:
    case ONWARD_SERVICE_WORKS:
    default:
      return NULL;
    }
}

/**
 * onward_alerts_words_get_state:
 * @status: what is known
 * @raises: whether this program raises alerts
 * @background: whether it does so without a window
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full): what the page says first
 */
OnwardAlertsState *
onward_alerts_words_get_state (const OnwardAlertStatus *status, gboolean raises, gboolean background,
                               OnwardStore *store)
{
  g_autofree char *problem = onward_alerts_words_get_problem (status);
  char *caption;

  if (!raises)
    return create_state ("plain", "onward-rest-symbolic", _ ("No alerts here"),
                         g_strdup (_ ("Alerts are raised for your own search, not for a sample or another file.")));
  if (problem != NULL)
    {
      caption = g_strdup (_ ("What is due stays in the Due pane. Onward keeps trying."));
      if (status->message != NULL)
        /* Translators: what a notification service answered */
        caption = join (caption, g_strdup_printf (_ ("Last answer: %s"), status->message));
      return create_state ("look", "dialog-warning-symbolic", problem, caption);
    }
  if (status->service == ONWARD_SERVICE_WORKS)
    return describe_working (status, background, store);
  return create_state (
      "plain", "onward-clock-symbolic", _ ("Nothing was sent yet"),
      join (describe_hours (store, background), g_strdup (_ ("Send a test alert to see whether they reach you."))));
}

/**
 * onward_alerts_words_get_moment:
 * @instant: seconds since 1970 UTC
 * @now: the present
 *
 * Returns: (transfer full): `Today 12:45`, `Tomorrow 08:30`, `9 March 10:00`
 */
char *
onward_alerts_words_get_moment (gint64 instant, const OnwardNow *now)
{
  g_autoptr (GTimeZone) known = g_time_zone_new_identifier (now->zone);
  g_autoptr (GTimeZone) zone = known != NULL ? g_steal_pointer (&known) : g_time_zone_new_utc ();
  gint64 wall = onward_zone_wall (zone, instant);
  int today = onward_zone_day (zone, now->unix_time);
  g_autofree char *time = onward_dates_format_time (onward_wall_minutes (wall));
  g_autofree char *day = onward_dates_format_list (onward_wall_day (wall), today);

  if (onward_wall_day (wall) == today)
    return g_strdup_printf (_ ("Today %s"), time);
  if (onward_wall_day (wall) == today + 1)
    return g_strdup_printf (_ ("Tomorrow %s"), time);
  if (onward_wall_day (wall) == today - 1)
    return g_strdup_printf (_ ("Yesterday %s"), time);
  /* Translators: a day and a time */
  return g_strdup_printf (_ ("%s %s"), day, time);
}

/**
 * onward_alerts_words_get_title:
 * @logged: an alert that was shown
 *
 * Returns: (transfer full): what it said first
 */
char *
onward_alerts_words_get_title (const OnwardLoggedAlert *logged)
{
  g_autofree char *what = NULL;

  if (logged->n_about > 1 && logged->follow_up != 0)
    return g_strdup_printf (ngettext ("%u follow-up", "%u follow-ups", logged->n_about), logged->n_about);
  if (logged->n_about > 1)
    return g_strdup_printf (ngettext ("%u interview", "%u interviews", logged->n_about), logged->n_about);
  if (logged->follow_up != 0)
    return g_strdup (logged->title != NULL ? logged->title : _ ("A follow-up is due"));
  what = onward_due_words_get_interview (logged->kind, logged->round);
  if (logged->company_name == NULL)
    return g_strdup (_ ("Interview"));
  /* Translators: a company, and an interview or a role there */
  return g_strdup_printf (_ ("%s, %s"), logged->company_name, what);
}

/**
 * onward_alerts_words_get_choice:
 * @logged: an alert that was shown
 *
 * Returns: (transfer full): what became of it
 */
char *
onward_alerts_words_get_choice (const OnwardLoggedAlert *logged)
{
  static const struct
  {
    const char *chosen;
    const char *words;
  } choices[] = { { "write", N_ ("Shown; you chose Write") },
                  { "done", N_ ("Shown; you chose Done") },
                  { "snooze", N_ ("Shown; you chose Snooze") },
                  { "open", N_ ("Shown; you opened it") } };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_strcmp0 (logged->chosen, choices[i].chosen) == 0)
      return g_strdup (_ (choices[i].words));
  return g_strdup (_ ("Shown"));
}
