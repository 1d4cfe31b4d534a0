/* onward-debriefs.c - what the user writes down after an interview: a command for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interviews.h"

#include "model/onward-contact.h"
#include "model/onward-interview.h"
#include "onward-interview-people.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

OnwardDebriefEdit *
onward_debrief_edit_new (gint64 interview)
{
  OnwardDebriefEdit *edit = g_new0 (OnwardDebriefEdit, 1);

  edit->interview = interview;
  edit->promise_by = -1;
  edit->people = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_person_edit_free);
  return edit;
}

void
onward_debrief_edit_free (OnwardDebriefEdit *edit)
{
  for (guint i = 0; i < G_N_ELEMENTS (edit->well); i++)
    {
      g_free (edit->well[i]);
      g_free (edit->differently[i]);
    }
  g_free (edit->promise_on);
  g_free (edit->let_go_of);
  g_free (edit->questions);
  g_ptr_array_unref (edit->people);
  g_free (edit);
}

/* A promise is given in the interview: on its day, on the user's wall. */
static char *
format_interview_day (OnwardWriter *writer, OnwardInterview *interview)
{
  const OnwardNow *now = onward_writer_get_now (writer);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now->zone);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  char day[ONWARD_DATE_SIZE];
  gint64 start;

  if (!onward_instant_parse (interview->starts_at, &start))
    return onward_writer_format_today (writer);
  return g_strdup (onward_day_format (onward_zone_day (zone != NULL ? zone : utc, start), day));
}

static gboolean
fill_promise (OnwardWriter *writer, OnwardInterview *interview, OnwardDebriefEdit *edit, GError **error)
{
  g_autofree char *given_on = NULL;
  int day;

  if (edit->promise_on != NULL && !onward_day_parse (edit->promise_on, &day))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("“%s” is not a date. Write it as YYYY-MM-DD."), edit->promise_on);
      return FALSE;
    }
  if (edit->promise_on != NULL)
    given_on = interview->promise_given_on != NULL ? g_strdup (interview->promise_given_on)
                                                   : format_interview_day (writer, interview);
  onward_set_text (&interview->promise_on, edit->promise_on);
  onward_set_text (&interview->promise_given_on, given_on);
  interview->promise_by = 0;
  if (edit->promise_on != NULL && edit->promise_by >= 0 && edit->promise_by < (int)edit->people->len)
    interview->promise_by = ((OnwardPersonEdit *)edit->people->pdata[edit->promise_by])->contact;
  return TRUE;
}

static void
fill_debrief (OnwardWriter *writer, OnwardInterview *interview, OnwardDebriefEdit *edit)
{
  g_autofree char *well = onward_list_build_json ((const char *const *)edit->well, G_N_ELEMENTS (edit->well));
  g_autofree char *differently =
      onward_list_build_json ((const char *const *)edit->differently, G_N_ELEMENTS (edit->differently));
  g_autofree char *now = onward_writer_format_now (writer);

  onward_set_text (&interview->debrief_well, well);
  onward_set_text (&interview->debrief_differently, differently);
  onward_set_text (&interview->debrief_let_go_of, edit->let_go_of);
  interview->debrief_by_the_book = edit->by_the_book;
  if (edit->questions != NULL)
    onward_set_text (&interview->questions, *edit->questions != '\0' ? edit->questions : NULL);
  if (!edit->written)
    return;
  interview->debrief_let_go = edit->let_go || interview->debrief_let_go_of != NULL;
  if (interview->debrief_written_at == NULL)
    onward_set_text (&interview->debrief_written_at, now);
  if (interview->status == NULL || g_str_equal (interview->status, "booked"))
    onward_set_text (&interview->status, "held");
}

static gboolean
remember_hook (OnwardWriter *writer, OnwardPersonEdit *person, GError **error)
{
  g_autoptr (OnwardContact) contact = NULL;
  g_autofree char *hooks = NULL;

  if (person->contact == 0 || person->hook == NULL || *person->hook == '\0')
    return TRUE;
  contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, person->contact, error);
  if (contact == NULL)
    return FALSE;
  if (onward_list_contains (contact->hooks, person->hook))
    return TRUE;
  hooks = onward_list_append (contact->hooks, person->hook);
  onward_set_text (&contact->hooks, hooks);
  return onward_writer_update (writer, contact, error);
}

static gboolean
offer_tier (OnwardWriter *writer, OnwardPersonEdit *person, GError **error)
{
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, person->contact, error);
  g_autofree char *today = onward_writer_format_today (writer);

  if (contact == NULL)
    return FALSE;
  if (contact->tier != NULL || contact->do_not_contact)
    return TRUE;
  onward_set_text (&contact->tier, person->clicked ? "monthly" : "quarterly");
  onward_set_text (&contact->tier_since, today);
  return onward_writer_update (writer, contact, error);
}

/**
 * onward_interviews_write_debrief:
 * @writer: the writer
 * @debrief_edit: an OnwardDebriefEdit
 * @error: return location
 *
 * Returns: whether it is stored
 */
gboolean
onward_interviews_write_debrief (OnwardWriter *writer, gpointer debrief_edit, GError **error)
{
  OnwardDebriefEdit *edit = debrief_edit;
  g_autoptr (OnwardInterview) interview = onward_writer_load (writer, ONWARD_TYPE_INTERVIEW, edit->interview, error);

  if (interview == NULL || !onward_interview_people_store (writer, interview, edit->people, TRUE, error)
      || !fill_promise (writer, interview, edit, error))
    return FALSE;
  fill_debrief (writer, interview, edit);
  if (!onward_writer_update (writer, interview, error))
    return FALSE;
  for (guint i = 0; edit->written && i < edit->people->len; i++)
    {
      OnwardPersonEdit *person = edit->people->pdata[i];

      if (!remember_hook (writer, person, error))
        return FALSE;
      if (edit->keep_in_touch && person->contact != 0 && person->attended && !offer_tier (writer, person, error))
        return FALSE;
    }
  return TRUE;
}
