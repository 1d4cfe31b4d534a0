/* onward-debrief-draft.c - a debrief as it is being typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-debrief-draft.h"

#include "model/onward-contact.h"
#include "model/onward-interview.h"
#include "model/onward-opportunity.h"
#include "playbook/onward-wall.h"
#include "store/onward-lists.h"

#include <string.h>

/* Pressing Clicked again says how much, up to this; playbook.md takes Clicked alone for as much. */
#define MOST_RAPPORT 3

static void
free_person (OnwardDebriefPerson *person)
{
  g_free (person->name);
  g_free (person->role);
  g_free (person->name_verified);
  g_free (person->hook);
  g_free (person->concern);
  g_free (person);
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static OnwardDebriefPerson *
append_person (OnwardDebriefDraft *draft, gint64 contact, char *name)
{
  OnwardDebriefPerson *person = g_new0 (OnwardDebriefPerson, 1);

  person->contact = contact;
  person->name = name != NULL ? name : g_strdup ("");
  person->attended = TRUE;
  person->hook = g_strdup ("");
  person->concern = g_strdup ("");
  g_ptr_array_add (draft->people, person);
  return person;
}

/* One entry on the sheet: the concern, and how it went. */
static char *
join_concern (OnwardParticipant *part)
{
  if (part->concern_reaction == NULL)
    return dup_text (part->concern_text);
  return g_strdup_printf ("%s; %s", part->concern_text != NULL ? part->concern_text : "", part->concern_reaction);
}

static void
load_people (OnwardDebriefDraft *draft, OnwardInterview *interview)
{
  g_autoptr (GPtrArray) parts = onward_store_get_children (draft->store, interview, ONWARD_TYPE_PARTICIPANT);

  for (guint i = 0; i < parts->len; i++)
    {
      OnwardParticipant *part = parts->pdata[i];
      g_autoptr (OnwardContact) contact = onward_store_get_record (draft->store, ONWARD_TYPE_CONTACT, part->contact);
      OnwardDebriefPerson *person = append_person (
          draft, part->contact, contact != NULL ? g_strdup (contact->name) : onward_participant_get_own_name (part));

      person->role = g_strdup (part->role);
      person->name_verified = g_strdup (part->name_verified);
      person->unmatched = part->contact == 0;
      person->attended = part->attended;
      person->clicked = part->clicked || part->rapport > 0;
      person->rapport = part->rapport > 0 ? (int)part->rapport : 0;
      g_free (person->hook);
      person->hook = dup_text (part->memorable);
      g_free (person->concern);
      person->concern = join_concern (part);
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

/* What is typed, as one number: a draft that still has it was not touched. */
static guint
hash_draft (OnwardDebriefDraft *draft)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < draft->people->len; i++)
    {
      OnwardDebriefPerson *person = draft->people->pdata[i];

      g_string_append_printf (text, "%" G_GINT64_FORMAT "\x1f%s\x1f%d%d%d%d\x1f%s\x1f%s\x1f", person->contact,
                              person->name, person->unmatched, person->attended, person->clicked, person->rapport,
                              person->hook, person->concern);
    }
  for (guint i = 0; i < ONWARD_DEBRIEF_POINTS; i++)
    g_string_append_printf (text, "%s\x1f%s\x1f", draft->well[i], draft->differently[i]);
  g_string_append_printf (text, "%s\x1f%d %d", draft->let_go_of, draft->promise_on, draft->promise_by);
  return g_str_hash (text->str);
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
  draft->people = g_ptr_array_new_with_free_func ((GDestroyNotify)free_person);
  draft->promise_by = -1;
  draft->written = record->debrief_written_at != NULL;
  draft->keep_in_touch = !draft->written;
  opportunity = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, record->opportunity);
  draft->company = opportunity != NULL ? opportunity->company : record->company;
  load_people (draft, record);
  load_points (record->debrief_well, draft->well);
  load_points (record->debrief_differently, draft->differently);
  draft->let_go_of = dup_text (record->debrief_let_go_of);
  if (!onward_day_parse (record->promise_on, &draft->promise_on))
    draft->promise_on = ONWARD_NO_DAY;
  draft->untouched = hash_draft (draft);
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
  g_free (draft->let_go_of);
  g_object_unref (draft->store);
  g_free (draft);
}

static gboolean
has_person (OnwardDebriefDraft *draft, gint64 contact)
{
  for (guint i = 0; contact != 0 && i < draft->people->len; i++)
    if (((OnwardDebriefPerson *)draft->people->pdata[i])->contact == contact)
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
  OnwardDebriefPerson *person;

  if (*stripped == '\0' || has_person (draft, contact))
    return FALSE;
  person = append_person (draft, contact, g_steal_pointer (&stripped));
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
  OnwardDebriefPerson *person = draft->people->pdata[position];
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
  OnwardDebriefPerson *person = draft->people->pdata[position];

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
 * onward_debrief_draft_is_complete:
 * @draft: a draft
 *
 * Returns: whether everybody is matched, added or skipped
 */
gboolean
onward_debrief_draft_is_complete (OnwardDebriefDraft *draft)
{
  for (guint i = 0; i < draft->people->len; i++)
    if (((OnwardDebriefPerson *)draft->people->pdata[i])->unmatched)
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
  return hash_draft (draft) != draft->untouched;
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
build_person (OnwardDebriefPerson *person)
{
  OnwardPersonEdit *edit = onward_person_edit_new (person->contact, person->name, person->role);
  const char *semicolon = strchr (person->concern, ';');
  g_autofree char *concern =
      semicolon != NULL ? g_strndup (person->concern, semicolon - person->concern) : g_strdup (person->concern);

  edit->name_verified = g_strdup (person->name_verified);
  edit->unmatched = person->unmatched;
  edit->attended = person->attended;
  edit->clicked = person->clicked;
  edit->rapport = person->rapport;
  edit->hook = dup_stripped (person->hook);
  edit->concern = dup_stripped (concern);
  edit->reaction = semicolon != NULL ? dup_stripped (semicolon + 1) : NULL;
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
  edit->let_go_of = dup_stripped (draft->let_go_of);
  edit->written = written;
  edit->keep_in_touch = draft->keep_in_touch;
  return edit;
}
