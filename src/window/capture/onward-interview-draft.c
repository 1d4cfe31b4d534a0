/* onward-interview-draft.c - an interview as it is being typed: what it says so far, and what is missing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-draft.h"

#include "contacts/onward-person-line.h"
#include "model/onward-contact.h"
#include "model/onward-interview.h"
#include "model/onward-opportunity.h"
#include "onward-join-link.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define USUAL_MINUTES 60

static void
free_person (OnwardDraftPerson *person)
{
  g_clear_pointer (&person->namesakes, g_ptr_array_unref);
  g_free (person->name);
  g_free (person->email);
  g_free (person->role);
  g_free (person);
}

static OnwardInterviewDraft *
create_draft (OnwardStore *store)
{
  OnwardInterviewDraft *draft = g_new0 (OnwardInterviewDraft, 1);

  draft->store = g_object_ref (store);
  draft->people = g_ptr_array_new_with_free_func ((GDestroyNotify)free_person);
  draft->minutes = USUAL_MINUTES;
  draft->moves = -1;
  return draft;
}

static void
find_company (OnwardInterviewDraft *draft)
{
  g_autoptr (OnwardOpportunity) opportunity =
      onward_store_get_record (draft->store, ONWARD_TYPE_OPPORTUNITY, draft->opportunity);

  if (opportunity != NULL)
    draft->company = opportunity->company;
}

/* The next weekday, at ten: nearer than that nobody writes an interview down. */
static void
propose_day (OnwardInterviewDraft *draft)
{
  OnwardNow now = onward_store_get_now (draft->store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  draft->day = onward_zone_day (zone != NULL ? zone : utc, now.unix_time) + 1;
  while (onward_day_weekday (draft->day) > 5)
    draft->day++;
  draft->time = g_strdup ("10:00");
  draft->zone = g_strdup (now.zone);
}

/**
 * onward_interview_draft_new:
 * @store: the database
 * @opportunity: what the interview is about; 0 = nothing yet
 *
 * Returns: (transfer full): a new interview with one empty row for a person
 */
OnwardInterviewDraft *
onward_interview_draft_new (OnwardStore *store, gint64 opportunity)
{
  OnwardInterviewDraft *draft = create_draft (store);

  draft->opportunity = opportunity;
  draft->kind = g_strdup ("video");
  draft->round = onward_interviews_propose_round (store, opportunity);
  draft->stage = onward_interviews_propose_stage (store, opportunity);
  find_company (draft);
  propose_day (draft);
  onward_interview_draft_add_person (draft, 0);
  return draft;
}

static void
load_times (OnwardInterviewDraft *draft, OnwardInterview *interview)
{
  OnwardNow now = onward_store_get_now (draft->store);
  const char *name = interview->zone != NULL ? interview->zone : now.zone;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  gint64 start, end, wall;

  propose_day (draft);
  if (zone == NULL || !onward_instant_parse (interview->starts_at, &start))
    return;
  wall = onward_zone_wall (zone, start);
  draft->day = onward_wall_day (wall);
  g_free (draft->time);
  draft->time = g_strdup_printf ("%02d:%02d", onward_wall_minutes (wall) / 60, onward_wall_minutes (wall) % 60);
  g_free (draft->zone);
  draft->zone = g_strdup (name);
  if (onward_instant_parse (interview->ends_at, &end) && end > start)
    draft->minutes = (int)((end - start) / 60);
}

static void
load_people (OnwardInterviewDraft *draft, OnwardInterview *interview)
{
  g_autoptr (GPtrArray) parts = onward_store_get_children (draft->store, interview, ONWARD_TYPE_PARTICIPANT);

  for (guint i = 0; i < parts->len; i++)
    {
      OnwardParticipant *part = parts->pdata[i];
      g_autoptr (OnwardContact) contact = onward_store_get_record (draft->store, ONWARD_TYPE_CONTACT, part->contact);
      OnwardDraftPerson *person = onward_interview_draft_add_person (draft, i);

      person->contact = part->contact;
      person->role = g_strdup (part->role);
      g_free (person->name);
      person->name = contact != NULL ? g_strdup (contact->name) : onward_participant_get_own_name (part);
      if (person->name == NULL)
        person->name = g_strdup ("");
      person->match = part->contact != 0 ? ONWARD_DRAFT_KNOWN : ONWARD_DRAFT_UNMATCHED;
    }
}

/**
 * onward_interview_draft_load:
 * @store: the database
 * @interview: an interview that is to be changed
 *
 * Returns: (transfer full) (nullable): it, as it is stored; NULL when it is gone
 */
OnwardInterviewDraft *
onward_interview_draft_load (OnwardStore *store, gint64 interview)
{
  g_autoptr (OnwardInterview) record = onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, interview);
  OnwardInterviewDraft *draft;

  if (record == NULL)
    return NULL;
  draft = create_draft (store);
  draft->interview = interview;
  draft->opportunity = record->opportunity;
  draft->company = record->company;
  draft->kind = g_strdup (record->kind != NULL ? record->kind : "video");
  draft->location = g_strdup (record->location);
  draft->join_url = g_strdup (record->join_url);
  draft->round = MAX (record->round, 0);
  draft->status = g_strdup (record->status != NULL ? record->status : "booked");
  find_company (draft);
  load_times (draft, record);
  load_people (draft, record);
  onward_interview_draft_add_person (draft, draft->people->len);
  return draft;
}

/**
 * onward_interview_draft_free:
 * @draft: (transfer full): a draft
 */
void
onward_interview_draft_free (OnwardInterviewDraft *draft)
{
  g_ptr_array_unref (draft->people);
  g_free (draft->kind);
  g_free (draft->time);
  g_free (draft->zone);
  g_free (draft->location);
  g_free (draft->join_url);
  g_free (draft->company_name);
  g_free (draft->status);
  g_object_unref (draft->store);
  g_free (draft);
}

/**
 * onward_interview_draft_set_opportunity:
 * @draft: a draft
 * @opportunity: what it is about
 *
 * Names are looked for at its company from now on; it may be moved to where interviews are.
 */
void
onward_interview_draft_set_opportunity (OnwardInterviewDraft *draft, gint64 opportunity)
{
  g_autoptr (OnwardInterview) record = onward_store_get_record (draft->store, ONWARD_TYPE_INTERVIEW, draft->interview);
  gboolean as_stored = record != NULL && record->opportunity == opportunity;

  draft->opportunity = opportunity;
  draft->company = 0;
  draft->round = as_stored ? MAX (record->round, 0) : onward_interviews_propose_round (draft->store, opportunity);
  draft->stage = as_stored ? 0 : onward_interviews_propose_stage (draft->store, opportunity);
  find_company (draft);
}

/**
 * onward_interview_draft_add_person:
 * @draft: a draft
 * @position: where the row comes
 *
 * Returns: (transfer none): the new, empty row
 */
OnwardDraftPerson *
onward_interview_draft_add_person (OnwardInterviewDraft *draft, guint position)
{
  OnwardDraftPerson *person = g_new0 (OnwardDraftPerson, 1);

  person->name = g_strdup ("");
  g_ptr_array_insert (draft->people, (int)MIN (position, draft->people->len), person);
  return person;
}

/**
 * onward_interview_draft_remove_person:
 * @draft: a draft
 * @position: a row
 */
void
onward_interview_draft_remove_person (OnwardInterviewDraft *draft, guint position)
{
  g_ptr_array_remove_index (draft->people, position);
}

/**
 * onward_interview_draft_set_name:
 * @draft: a draft
 * @position: a row
 * @text: what is typed now: a name, with or without a mail address as mail programs write it
 *
 * Looks who that may be: those of the company first. One is taken, none is a new contact, several are a question.
 */
void
onward_interview_draft_set_name (OnwardInterviewDraft *draft, guint position, const char *text)
{
  OnwardDraftPerson *person = draft->people->pdata[position];
  g_autofree char *name = g_strdup (text);
  g_autofree char *email = onward_person_line_split_mail (name);

  g_free (person->email);
  person->email = g_steal_pointer (&email);
  if (g_str_equal (person->name, name))
    return;
  g_free (person->name);
  person->name = g_steal_pointer (&name);
  person->contact = 0;
  g_clear_pointer (&person->namesakes, g_ptr_array_unref);
  person->namesakes = onward_names_find (draft->store, person->name, draft->company);
  if (*person->name == '\0')
    person->match = ONWARD_DRAFT_EMPTY;
  else if (person->namesakes->len == 0)
    person->match = ONWARD_DRAFT_NEW;
  else if (person->namesakes->len > 1)
    person->match = ONWARD_DRAFT_UNCLEAR;
  else
    {
      person->match = ONWARD_DRAFT_KNOWN;
      person->contact = ((OnwardNamesake *)person->namesakes->pdata[0])->contact;
    }
}

/**
 * onward_draft_person_format:
 * @person: somebody of a draft
 *
 * Returns: (transfer full): what onward_interview_draft_set_name() understands as them
 */
char *
onward_draft_person_format (OnwardDraftPerson *person)
{
  if (person->email == NULL || g_str_equal (person->email, person->name))
    return g_strdup (person->name);
  return g_strdup_printf ("%s <%s>", person->name, person->email);
}

/* “Parra, Diego” is one person; “Diego Parra, Yusuf Demir” are two. */
static gboolean
is_one_name (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *name = g_strdup (parts->pdata[i]);
      g_autofree char *mail = onward_person_line_split_mail (name);

      if (strchr (name, ' ') != NULL || (i == 0 && mail != NULL))
        return FALSE;
    }
  return parts->len == 2;
}

/* At the commas that are in no quotes. */
static GPtrArray *
split_line (const char *line)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  gboolean quoted = FALSE;
  const char *start = line;

  for (const char *p = line;; p++)
    {
      quoted ^= *p == '"';
      if (*p != '\0' && (*p != ',' || quoted))
        continue;
      g_ptr_array_add (parts, g_strstrip (g_strndup (start, (gsize)(p - start))));
      start = p + 1;
      if (*p == '\0')
        return parts;
    }
}

static void
add_name (GPtrArray *names, const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));

  if (*name != '\0')
    g_ptr_array_add (names, g_steal_pointer (&name));
}

/**
 * onward_interview_draft_add_names:
 * @draft: a draft
 * @position: a row in which several names stand
 * @text: names with commas, semicolons or line breaks between them, as in an invitation, with or without mail
 *   addresses in angle brackets
 *
 * The first stays in the row, the others get rows after it. One name is no list.
 *
 * Returns: how many rows came
 */
guint
onward_interview_draft_add_names (OnwardInterviewDraft *draft, guint position, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, ";\r\n", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) parts = split_line (lines[i]);

      if (is_one_name (parts))
        add_name (names, lines[i]);
      else
        for (guint j = 0; j < parts->len; j++)
          add_name (names, parts->pdata[j]);
    }
  if (names->len < 2)
    return 0;
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        onward_interview_draft_add_person (draft, position + i);
      onward_interview_draft_set_name (draft, position + i, names->pdata[i]);
    }
  return names->len - 1;
}

/**
 * onward_interview_draft_choose:
 * @draft: a draft
 * @position: a row whose name several people have, or somebody who is not meant
 * @contact: who is meant; 0 = somebody new of that name
 */
void
onward_interview_draft_choose (OnwardInterviewDraft *draft, guint position, gint64 contact)
{
  OnwardDraftPerson *person = draft->people->pdata[position];

  person->contact = contact;
  person->match = contact != 0 ? ONWARD_DRAFT_KNOWN : ONWARD_DRAFT_NEW;
}

/**
 * onward_interview_draft_get_problem:
 * @draft: a draft
 *
 * Returns: (transfer none) (nullable): what keeps it from being saved, in words; NULL = nothing
 */
const char *
onward_interview_draft_get_problem (OnwardInterviewDraft *draft)
{
  g_autoptr (GTimeZone) zone = draft->zone != NULL ? g_time_zone_new_identifier (draft->zone) : NULL;
  g_autofree char *link = onward_join_link_complete (draft->join_url);
  int minutes;

  if (draft->opportunity == 0 && draft->company == 0
      && (draft->company_name == NULL || strspn (draft->company_name, " \t") == strlen (draft->company_name)))
    return _ ("Choose what it is about, or name a company");
  if (!onward_interview_draft_parse_time (draft->time, &minutes))
    return _ ("Write the time like 14:00");
  if (zone == NULL)
    return _ ("Choose the time zone");
  if (link != NULL && !onward_join_link_is_valid (link))
    return _ ("Write the link like https://meet.example/abc");
  for (guint i = 0; i < draft->people->len; i++)
    if (((OnwardDraftPerson *)draft->people->pdata[i])->match == ONWARD_DRAFT_UNCLEAR)
      return _ ("Say which person of that name it is");
  return NULL;
}

static char *
format_instant (OnwardInterviewDraft *draft, int after)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (draft->zone);
  char buffer[ONWARD_INSTANT_SIZE];
  int minutes = 0;
  gint64 instant;

  onward_interview_draft_parse_time (draft->time, &minutes);
  /* The length is real time: an hour across a change of the clock is an hour. */
  instant = onward_zone_instant (zone, onward_wall_at (draft->day, minutes)) + (gint64)after * 60;
  return g_strdup (onward_instant_format (instant, onward_zone_offset (zone, instant), buffer));
}

static gboolean
has_contact (GPtrArray *people, gint64 contact)
{
  for (guint i = 0; contact != 0 && i < people->len; i++)
    if (((OnwardPersonEdit *)people->pdata[i])->contact == contact)
      return TRUE;
  return FALSE;
}

/**
 * onward_interview_draft_build:
 * @draft: a draft without a problem
 *
 * Returns: (transfer full): what onward_interviews_save() is given; nobody is in it twice
 */
OnwardInterviewEdit *
onward_interview_draft_build (OnwardInterviewDraft *draft)
{
  OnwardInterviewEdit *edit = onward_interview_edit_new ();

  edit->id = draft->interview;
  edit->opportunity = draft->opportunity;
  edit->company = draft->company;
  edit->company_name = draft->company_name != NULL ? g_strstrip (g_strdup (draft->company_name)) : NULL;
  edit->round = onward_interview_draft_is_counted (draft) ? draft->round : 0;
  edit->status = g_strdup (onward_interview_draft_is_rescheduled (draft) ? "booked" : draft->status);
  edit->join_url = onward_join_link_complete (draft->join_url);
  edit->kind = g_strdup (draft->kind);
  edit->stage = onward_interview_draft_get_moves (draft) ? draft->stage : 0;
  edit->starts_at = format_instant (draft, 0);
  edit->ends_at = format_instant (draft, draft->minutes);
  edit->zone = g_strdup (draft->zone);
  edit->location = g_strdup (draft->location);
  for (guint i = 0; i < draft->people->len; i++)
    {
      OnwardDraftPerson *person = draft->people->pdata[i];
      OnwardPersonEdit *part;

      if (person->match == ONWARD_DRAFT_EMPTY || has_contact (edit->people, person->contact))
        continue;
      part = onward_person_edit_new (person->contact, person->name, person->role);
      part->email = g_strdup (person->email);
      part->unmatched = person->match == ONWARD_DRAFT_UNMATCHED;
      part->name_verified = g_strdup (draft->invited ? "invitation" : NULL);
      g_ptr_array_add (edit->people, part);
    }
  return edit;
}
