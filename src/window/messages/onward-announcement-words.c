/* onward-announcement-words.c - what an announcement run says about somebody and about itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-announcement-words.h"

#include "contacts/onward-contact-words.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

static const char *const groups[ONWARD_N_ANNOUNCE_GROUPS] = {
  [ONWARD_ANNOUNCE_HELPED] = N_ ("Helped you"),
  [ONWARD_ANNOUNCE_CLOSE] = N_ ("Close to you"),
  [ONWARD_ANNOUNCE_MET] = N_ ("Met on the way"),
  [ONWARD_ANNOUNCE_OTHERS] = N_ ("Everybody else"),
};

/**
 * onward_announcement_words_get_group:
 * @group: a group
 *
 * Returns: (transfer none): its heading
 */
const char *
onward_announcement_words_get_group (OnwardAnnounceGroup group)
{
  return _ (groups[MIN (group, ONWARD_N_ANNOUNCE_GROUPS - 1)]);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* `Recruiter, Harbour Talent` */
static char *
get_part (const OnwardAnnounced *person)
{
  g_autofree char *role = onward_contact_words_get_role (person->role);

  return is_empty (person->company) ? g_steal_pointer (&role) : g_strdup_printf ("%s, %s", role, person->company);
}

/**
 * onward_announcement_words_get_line:
 * @person: somebody
 *
 * Returns: (transfer full): how they helped, else where they were met, else what they do; empty when nothing is known
 */
char *
onward_announcement_words_get_line (const OnwardAnnounced *person)
{
  if (!is_empty (person->introduced_to))
    /* Translators: %s is a company or a person */
    return g_strdup_printf (_ ("Introduced you to %s"), person->introduced_to);
  if (person->n_mock > 0)
    return g_strdup_printf (ngettext ("%u mock interview", "%u mock interviews", person->n_mock), person->n_mock);
  if (person->gave_feedback)
    return g_strdup (_ ("Gave you feedback"));
  if (person->role != NULL)
    return get_part (person);
  if (!is_empty (person->headline))
    return g_strdup (person->headline);
  return g_strdup (person->company != NULL ? person->company : "");
}

/**
 * onward_announcement_words_get_told:
 * @person: somebody who was told
 * @now: the moment
 *
 * Returns: (transfer full): `Told yesterday`
 */
char *
onward_announcement_words_get_told (const OnwardAnnounced *person, OnwardNow now)
{
  g_autoptr (GTimeZone) zone = onward_zone_find (now.zone);
  int today = onward_zone_day (zone, now.unix_time);
  g_autofree char *when = NULL;
  gint64 instant;
  int day;

  if (!onward_instant_parse (person->told_at, &instant))
    return g_strdup (_ ("Told"));
  day = onward_zone_day (zone, instant);
  if (day >= today)
    return g_strdup (_ ("Told today"));
  if (day == today - 1)
    return g_strdup (_ ("Told yesterday"));
  when = onward_dates_format_past (day, today);
  /* Translators: %s is a weekday or a day, as “Friday” or “26 February” */
  return g_strdup_printf (_ ("Told %s"), when);
}
