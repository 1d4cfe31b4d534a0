/* onward-interview-people.c - writes who was at an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-people.h"

#include "model/onward-contact.h"
#include "model/onward-opportunity.h"
#include "onward-contact-changes.h"

#include <json-glib/json-glib.h>

OnwardPersonEdit *
onward_person_edit_new (gint64 contact, const char *name, const char *role)
{
  OnwardPersonEdit *person = g_new0 (OnwardPersonEdit, 1);

  person->contact = contact;
  person->name = g_strdup (name);
  person->role = g_strdup (role);
  person->attended = TRUE;
  return person;
}

void
onward_person_edit_free (OnwardPersonEdit *person)
{
  g_free (person->name);
  g_free (person->email);
  g_free (person->role);
  g_free (person->name_verified);
  g_free (person->hook);
  g_free (person->memorable);
  g_free (person->concern);
  g_free (person->reaction);
  g_free (person->missed_point);
  g_free (person);
}

static JsonArray *
parse_list (const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_dup_array (node) : json_array_new ();
}

static char *
format_list (JsonArray *array)
{
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), array);

  return json_array_get_length (array) > 0 ? json_to_string (node, FALSE) : NULL;
}

/**
 * onward_list_build_json:
 * @texts: (array length=n_texts): texts; NULL and empty ones are left out
 * @n_texts: how many
 *
 * Returns: (transfer full) (nullable): a list field; NULL when nothing is in it
 */
char *
onward_list_build_json (const char *const *texts, guint n_texts)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < n_texts; i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      json_array_add_string_element (array, texts[i]);
  return format_list (array);
}

/**
 * onward_list_contains:
 * @json: (nullable): a list field
 * @text: a text
 *
 * Returns: whether the list has exactly that text
 */
gboolean
onward_list_contains (const char *json, const char *text)
{
  g_autoptr (JsonArray) array = parse_list (json);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) == G_TYPE_STRING && g_str_equal (json_node_get_string (element), text))
        return TRUE;
    }
  return FALSE;
}

/**
 * onward_list_append:
 * @json: (nullable): a list field
 * @text: what comes to its end
 *
 * Returns: (transfer full): the list with it
 */
char *
onward_list_append (const char *json, const char *text)
{
  g_autoptr (JsonArray) array = parse_list (json);

  json_array_add_string_element (array, text);
  return format_list (array);
}

/* Of what the exchange format leaves open, two members are kept with a participant: the name of somebody who is not
 * matched with a contact yet, and a hook that has not come to the contact yet. */
static char *
get_own_member (OnwardParticipant *participant, const char *member)
{
  g_autoptr (JsonNode) node =
      participant->record.extra != NULL ? json_from_string (participant->record.extra, NULL) : NULL;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  value = json_object_get_member (json_node_get_object (node), member);
  return value != NULL && json_node_get_value_type (value) == G_TYPE_STRING ? json_node_dup_string (value) : NULL;
}

/**
 * onward_participant_get_own_name:
 * @participant: somebody on an interview
 *
 * Of somebody who is not matched with a contact yet only the name is kept.
 *
 * Returns: (transfer full) (nullable): that name
 */
char *
onward_participant_get_own_name (OnwardParticipant *participant)
{
  return get_own_member (participant, "name");
}

/**
 * onward_participant_get_hook:
 * @store: the store
 * @participant: somebody on an interview
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): what the debrief of the interview says to remember them by
 */
char *
onward_participant_get_hook (OnwardStore *store, OnwardParticipant *participant)
{
  g_autoptr (OnwardContact) contact = NULL;
  char *hook = get_own_member (participant, "hook");

  if (hook != NULL || participant->memorable == NULL)
    return hook;
  contact = onward_store_get_record (store, ONWARD_TYPE_CONTACT, participant->contact);
  return contact != NULL && onward_list_contains (contact->hooks, participant->memorable)
             ? g_strdup (participant->memorable)
             : NULL;
}

/**
 * onward_participant_get_memorable:
 * @store: the store
 * @participant: somebody on an interview
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): the particular thing they said, when it is more than the hook
 */
char *
onward_participant_get_memorable (OnwardStore *store, OnwardParticipant *participant)
{
  g_autofree char *hook = onward_participant_get_hook (store, participant);

  return g_strcmp0 (hook, participant->memorable) != 0 ? g_strdup (participant->memorable) : NULL;
}

static void
set_own_member (OnwardParticipant *participant, const char *member, const char *text)
{
  g_autoptr (JsonNode) node =
      participant->record.extra != NULL ? json_from_string (participant->record.extra, NULL) : NULL;
  g_autoptr (JsonObject) object =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
  g_autoptr (JsonNode) written = json_node_init_object (json_node_alloc (), object);
  g_autofree char *json = NULL;

  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_remove_member (object, member);
  json = json_object_get_size (object) > 0 ? json_to_string (written, FALSE) : NULL;
  onward_set_text (&participant->record.extra, json);
}

static gint64
find_company (OnwardWriter *writer, OnwardInterview *interview)
{
  g_autoptr (OnwardOpportunity) opportunity =
      interview->opportunity != 0 ? onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, interview->opportunity, NULL)
                                  : NULL;

  return opportunity != NULL ? opportunity->company : interview->company;
}

/* A name that nobody had becomes a contact of the company. */
static gint64
add_contact (OnwardWriter *writer, OnwardInterview *interview, OnwardPersonEdit *person, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);
  g_autofree char *today = onward_writer_format_today (writer);
  g_autofree char *name = g_strstrip (g_strdup (person->name));
  g_autofree char *roles = onward_list_build_json ((const char *const *)&person->role, 1);

  onward_set_text (&contact->name, name);
  onward_set_text (&contact->added_on, today);
  onward_set_text (&contact->roles, roles);
  contact->company = find_company (writer, interview);
  return onward_writer_insert (writer, contact, error) ? contact->record.id : 0;
}

/* The part that is stored for the same person, so that what is not asked for here stays. */
static OnwardParticipant *
find_part (GPtrArray *stored, OnwardPersonEdit *person)
{
  for (guint i = 0; i < stored->len; i++)
    {
      OnwardParticipant *participant = stored->pdata[i];
      g_autofree char *name = onward_participant_get_own_name (participant);

      if (participant->contact != 0 ? participant->contact == person->contact
                                    : name != NULL && g_strcmp0 (name, person->name) == 0)
        return onward_record_duplicate (participant);
    }
  return g_object_new (ONWARD_TYPE_PARTICIPANT, NULL);
}

static void
fill_part (OnwardParticipant *part, OnwardPersonEdit *person, gboolean debriefed)
{
  onward_set_text (&part->role, person->role);
  if (person->name_verified != NULL)
    onward_set_text (&part->name_verified, person->name_verified);
  set_own_member (part, "name", part->contact == 0 ? person->name : NULL);
  if (!debriefed)
    return;
  part->attended = person->attended;
  part->clicked = person->clicked;
  part->rapport = person->rapport > 0 ? person->rapport : ONWARD_NO_NUMBER;
  /* A hook alone is what was memorable. */
  set_own_member (part, "hook", person->hook);
  onward_set_text (&part->memorable, person->memorable != NULL ? person->memorable : person->hook);
  onward_set_text (&part->concern_text, person->concern);
  onward_set_text (&part->concern_reaction, person->reaction);
  onward_set_text (&part->missed_point, person->missed_point);
}

/**
 * onward_interview_people_store: (skip)
 * @writer: the writer of a running command
 * @interview: an interview with its row
 * @people: (element-type OnwardPersonEdit): who is on it; those who become contacts get their row in @contact
 * @debriefed: whether what a debrief says about them is taken over as well
 * @error: return location
 *
 * Returns: whether they are stored
 */
gboolean
onward_interview_people_store (OnwardWriter *writer, OnwardInterview *interview, GPtrArray *people, gboolean debriefed,
                               GError **error)
{
  g_autoptr (GPtrArray) stored = onward_rows_load_children (onward_writer_get_connection (writer),
                                                            ONWARD_TYPE_PARTICIPANT, interview->record.id, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      OnwardPersonEdit *person = people->pdata[i];
      OnwardParticipant *part = find_part (stored, person);

      g_ptr_array_add (parts, part);
      if (person->contact == 0 && !person->unmatched)
        {
          person->contact = add_contact (writer, interview, person, error);
          if (person->contact == 0)
            return FALSE;
        }
      if (person->email != NULL && person->contact != 0
          && !onward_contacts_add_email (writer, person->contact, person->email, error))
        return FALSE;
      part->contact = person->contact;
      fill_part (part, person, debriefed);
    }
  return onward_writer_set_children (writer, interview, ONWARD_TYPE_PARTICIPANT, parts, error);
}
