/* onward-debrief-draft.c - a debrief as it is being typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-debrief-draft.h"

#include "model/onward-contact.h"
#include "model/onward-interview.h"
#include "model/onward-opportunity.h"
#include "playbook/onward-wall.h"
#include "store/onward-lists.h"

/* Pressing Clicked again says how much, up to this; playbook.md takes Clicked alone for as much. */
#define MOST_RAPPORT 3

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * onward_debrief_draft_append_person: (skip)
 * @draft: a draft
 * @contact: who it is; 0 = nobody known
 * @name: (nullable): what they are called
 *
 * Returns: (transfer none): somebody about whom nothing is said yet
 */
OnwardPersonEdit *
onward_debrief_draft_append_person (OnwardDebriefDraft *draft, gint64 contact, const char *name)
{
  OnwardPersonEdit *person = g_new0 (OnwardPersonEdit, 1);

  person->contact = contact;
  person->name = dup_text (name);
  person->attended = TRUE;
  person->hook = g_strdup ("");
  person->memorable = g_strdup ("");
  person->concern = g_strdup ("");
  person->reaction = g_strdup ("");
  person->missed_point = g_strdup ("");
  g_ptr_array_add (draft->people, person);
  return person;
}

static void
take_text (char **field, char *text)
{
  g_free (*field);
  *field = text != NULL ? text : g_strdup ("");
}

static void
load_words (OnwardDebriefDraft *draft, OnwardPersonEdit *person, OnwardParticipant *part)
{
  take_text (&person->hook, onward_participant_get_hook (draft->store, part));
  take_text (&person->memorable, onward_participant_get_memorable (draft->store, part));
  take_text (&person->concern, g_strdup (part->concern_text));
  take_text (&person->reaction, g_strdup (part->concern_reaction));
  take_text (&person->missed_point, g_strdup (part->missed_point));
}

static void
load_people (OnwardDebriefDraft *draft, OnwardInterview *interview)
{
  g_autoptr (GPtrArray) parts = onward_store_get_children (draft->store, interview, ONWARD_TYPE_PARTICIPANT);

  for (guint i = 0; i < parts->len; i++)
    {
      OnwardParticipant *part = parts->pdata[i];
      g_autoptr (OnwardContact) contact = onward_store_get_record (draft->store, ONWARD_TYPE_CONTACT, part->contact);
      g_autofree char *own = contact == NULL ? onward_participant_get_own_name (part) : NULL;
      OnwardPersonEdit *person =
          onward_debrief_draft_append_person (draft, part->contact, contact != NULL ? contact->name : own);

      person->role = g_strdup (part->role);
      person->name_verified = g_strdup (part->name_verified);
      person->unmatched = part->contact == 0;
      person->attended = part->attended;
      person->clicked = part->clicked || part->rapport > 0;
      person->rapport = part->rapport > 0 ? (int)part->rapport : 0;
      load_words (draft, person, part);
      if (interview->promise_by != 0 && interview->promise_by == part->contact)
        draft->promise_by = (int)i;
    }
}

static void
load_points (const char *json, char **points)
{
  g_auto (GStrv) texts = onward_json_get_texts (json);
  guint n = g_strv_length (texts);

  for (guint i = 0; i < ONWARD_DEBRIEF_POINTS; i++)
    points[i] = g_strdup (i < n ? texts[i] : "");
}

/**
 * onward_debrief_draft_load:
 * @store: the database
 * @interview: an interview
 *
 * Returns: (transfer full) (nullable): what is known about it so far; NULL when it is gone
 */
OnwardDebriefDraft *
onward_debrief_draft_load (OnwardStore *store, gint64 interview)
{
  g_autoptr (OnwardInterview) record = onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, interview);
  g_autoptr (OnwardOpportunity) opportunity = NULL;
  OnwardDebriefDraft *draft;

  if (record == NULL)
    return NULL;
  draft = g_new0 (OnwardDebriefDraft, 1);
  draft->store = g_object_ref (store);
  draft->interview = interview;
  draft->people = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_person_edit_free);
  draft->promise_by = -1;
  draft->written = record->debrief_written_at != NULL;
  draft->keep_in_touch = !draft->written;
  opportunity = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, record->opportunity);
  draft->company = opportunity != NULL ? opportunity->company : record->company;
  load_people (draft, record);
  load_points (record->debrief_well, draft->well);
  load_points (record->debrief_differently, draft->differently);
  draft->by_the_book = record->debrief_by_the_book;
  draft->let_go = record->debrief_let_go;
  draft->let_go_of = dup_text (record->debrief_let_go_of);
  draft->questions = onward_questions_parse (record->questions);
  draft->somebody = g_strdup ("");
  if (!onward_day_parse (record->promise_on, &draft->promise_on))
    draft->promise_on = ONWARD_NO_DAY;
  draft->untouched = onward_debrief_draft_to_text (draft);
  return draft;
}

/**
 * onward_debrief_draft_free:
 * @draft: (transfer full): a draft
 */
void
onward_debrief_draft_free (OnwardDebriefDraft *draft)
{
  for (guint i = 0; i < ONWARD_DEBRIEF_POINTS; i++)
    {
      g_free (draft->well[i]);
      g_free (draft->differently[i]);
    }
  g_ptr_array_unref (draft->people);
  g_ptr_array_unref (draft->questions);
  g_free (draft->let_go_of);
  g_free (draft->somebody);
  g_free (draft->untouched);
  g_object_unref (draft->store);
  g_free (draft);
}

static gboolean
has_person (OnwardDebriefDraft *draft, gint64 contact)
{
  for (guint i = 0; contact != 0 && i < draft->people->len; i++)
    if (((OnwardPersonEdit *)draft->people->pdata[i])->contact == contact)
      return TRUE;
  return FALSE;
}

/**
 * onward_debrief_draft_add_person:
 * @draft: a draft
 * @name: somebody else who was met; their name was heard, not read
 *
 * Somebody known is taken, nobody known becomes a contact, and when several are meant the row waits to be matched.
 *
 * Returns: whether there is a new row; not for an empty name or somebody who is there already
 */
gboolean
onward_debrief_draft_add_person (OnwardDebriefDraft *draft, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autoptr (GPtrArray) namesakes = onward_names_find (draft->store, stripped, draft->company);
  gint64 contact = namesakes->len == 1 ? ((OnwardNamesake *)namesakes->pdata[0])->contact : 0;
  OnwardPersonEdit *person;

  if (*stripped == '\0' || has_person (draft, contact))
    return FALSE;
  person = onward_debrief_draft_append_person (draft, contact, stripped);
  person->unmatched = namesakes->len > 1;
  person->name_verified = contact == 0 ? g_strdup ("heard") : NULL;
  return TRUE;
}

/**
 * onward_debrief_draft_skip_person:
 * @draft: a draft
 * @position: somebody who is left out
 */
void
onward_debrief_draft_skip_person (OnwardDebriefDraft *draft, guint position)
{
  g_ptr_array_remove_index (draft->people, position);
  if (draft->promise_by == (int)position)
    draft->promise_by = -1;
  else if (draft->promise_by > (int)position)
    draft->promise_by--;
}

/**
 * onward_debrief_draft_match_person:
 * @draft: a draft
 * @position: somebody who was not matched yet
 * @contact: who it is; 0 = a new contact of that name
 */
void
onward_debrief_draft_match_person (OnwardDebriefDraft *draft, guint position, gint64 contact)
{
  OnwardPersonEdit *person = draft->people->pdata[position];
  g_autoptr (OnwardContact) record = onward_store_get_record (draft->store, ONWARD_TYPE_CONTACT, contact);

  person->contact = contact;
  person->unmatched = FALSE;
  if (record == NULL)
    return;
  g_free (person->name);
  person->name = dup_text (record->name);
}

/**
 * onward_debrief_draft_press_clicked:
 * @draft: a draft
 * @position: somebody who was met
 *
 * The first press says that it clicked, the next three how much, one more that it did not.
 */
void
onward_debrief_draft_press_clicked (OnwardDebriefDraft *draft, guint position)
{
  OnwardPersonEdit *person = draft->people->pdata[position];

  if (!person->clicked)
    person->clicked = TRUE;
  else if (person->rapport < MOST_RAPPORT)
    person->rapport++;
  else
    {
      person->clicked = FALSE;
      person->rapport = 0;
    }
}

/**
 * onward_debrief_draft_set_rapport:
 * @draft: a draft
 * @position: somebody who was met
 * @rapport: 1 to 3, how much it clicked; 0 = it did not
 */
void
onward_debrief_draft_set_rapport (OnwardDebriefDraft *draft, guint position, int rapport)
{
  OnwardPersonEdit *person = draft->people->pdata[position];

  person->rapport = CLAMP (rapport, 0, MOST_RAPPORT);
  person->clicked = person->rapport > 0;
}

/**
 * onward_debrief_draft_is_complete:
 * @draft: a draft
 *
 * Returns: whether everybody is matched, added or skipped
 */
gboolean
onward_debrief_draft_is_complete (OnwardDebriefDraft *draft)
{
  for (guint i = 0; i < draft->people->len; i++)
    if (((OnwardPersonEdit *)draft->people->pdata[i])->unmatched)
      return FALSE;
  return TRUE;
}

/**
 * onward_debrief_draft_has_changed:
 * @draft: a draft
 *
 * Returns: whether anything is other than it was loaded
 */
gboolean
onward_debrief_draft_has_changed (OnwardDebriefDraft *draft)
{
  g_autofree char *now = onward_debrief_draft_to_text (draft);

  return !g_str_equal (now, draft->untouched);
}

static char *
dup_stripped (const char *text)
{
  char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    g_clear_pointer (&stripped, g_free);
  return stripped;
}

static OnwardPersonEdit *
build_person (OnwardPersonEdit *person)
{
  OnwardPersonEdit *edit = onward_person_edit_new (person->contact, person->name, person->role);

  edit->name_verified = g_strdup (person->name_verified);
  edit->unmatched = person->unmatched;
  edit->attended = person->attended;
  edit->clicked = person->clicked;
  edit->rapport = person->rapport;
  edit->hook = dup_stripped (person->hook);
  edit->memorable = dup_stripped (person->memorable);
  edit->concern = dup_stripped (person->concern);
  edit->reaction = dup_stripped (person->reaction);
  edit->missed_point = dup_stripped (person->missed_point);
  return edit;
}

/**
 * onward_debrief_draft_build:
 * @draft: a draft
 * @written: FALSE keeps what was typed for later
 *
 * Returns: (transfer full): what onward_interviews_write_debrief() is given
 */
OnwardDebriefEdit *
onward_debrief_draft_build (OnwardDebriefDraft *draft, gboolean written)
{
  OnwardDebriefEdit *edit = onward_debrief_edit_new (draft->interview);
  char day[ONWARD_DATE_SIZE];

  for (guint i = 0; i < draft->people->len; i++)
    g_ptr_array_add (edit->people, build_person (draft->people->pdata[i]));
  if (draft->promise_on != ONWARD_NO_DAY)
    edit->promise_on = g_strdup (onward_day_format (draft->promise_on, day));
  edit->promise_by = draft->promise_by;
  for (guint i = 0; i < ONWARD_DEBRIEF_POINTS; i++)
    {
      edit->well[i] = dup_stripped (draft->well[i]);
      edit->differently[i] = dup_stripped (draft->differently[i]);
    }
  edit->by_the_book = draft->by_the_book;
  edit->let_go = draft->let_go;
  edit->let_go_of = dup_stripped (draft->let_go_of);
  edit->questions = onward_questions_format (draft->questions);
  if (edit->questions == NULL)
    edit->questions = g_strdup ("");
  edit->written = written;
  edit->keep_in_touch = draft->keep_in_touch;
  return edit;
}
