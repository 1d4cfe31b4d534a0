/* onward-contacts.c - commands and questions about people */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contacts.h"

#include "model/onward-company.h"
#include "onward-companies.h"
#include "onward-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * onward_contact_edit_new:
 * @contact: a row of contacts
 * @member: (nullable): a member of the exchange format
 * @value: (nullable): what it becomes
 *
 * Returns: (transfer full): what a command needs; freed with onward_contact_edit_free()
 */
OnwardContactEdit *
onward_contact_edit_new (gint64 contact, const char *member, const char *value)
{
  OnwardContactEdit *self = g_new0 (OnwardContactEdit, 1);

  self->contact = contact;
  self->member = g_strdup (member);
  self->value = g_strdup (value);
  return self;
}

/**
 * onward_contact_edit_free:
 * @self: (transfer full): an edit
 */
void
onward_contact_edit_free (OnwardContactEdit *self)
{
  g_free (self->member);
  g_free (self->value);
  g_free (self);
}

/**
 * onward_contact_draft_free:
 * @self: (transfer full): a draft made with g_new0()
 */
void
onward_contact_draft_free (OnwardContactDraft *self)
{
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self);
}

/* What was typed, without the spaces around it; NULL for nothing. */
static char *
clean (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, message);
  return FALSE;
}

/* The entry of their positions that says they work there now. */
static JsonObject *
find_position (JsonArray *positions, const char *company)
{
  g_autofree char *folded = onward_name_fold (company);

  for (guint i = 0; i < json_array_get_length (positions); i++)
    {
      JsonNode *element = json_array_get_element (positions, i);
      JsonObject *position = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      g_autofree char *name =
          position != NULL ? onward_name_fold (json_object_get_string_member_with_default (position, "company", ""))
                           : NULL;

      if (g_strcmp0 (name, folded) == 0 && !json_object_has_member (position, "to"))
        return position;
    }
  return NULL;
}

/* Where somebody has worked until today is remembered. */
static void
leave_company (OnwardWriter *writer, OnwardContact *contact, OnwardCompany *company)
{
  g_autofree char *today = onward_writer_format_today (writer);
  g_autoptr (JsonNode) root = onward_json_parse (contact->positions != NULL ? contact->positions : "[]", -1, NULL);
  g_autofree char *list = NULL;
  JsonObject *position;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root) || company->name == NULL)
    return;
  position = find_position (json_node_get_array (root), company->name);
  if (position == NULL)
    {
      position = json_object_new ();
      json_object_set_string_member (position, "company", company->name);
      if (contact->headline != NULL)
        json_object_set_string_member (position, "title", contact->headline);
      json_array_add_object_element (json_node_get_array (root), position);
    }
  json_object_set_string_member (position, "to", today);
  list = onward_json_to_text (root);
  onward_set_text (&contact->positions, list);
}

static gboolean
set_company (OnwardWriter *writer, OnwardContact *contact, const char *name, GError **error)
{
  gint64 before = contact->company;
  g_autoptr (OnwardCompany) left = NULL;

  contact->company = name != NULL ? onward_companies_find_or_add (writer, name, error) : 0;
  if (name != NULL && contact->company == 0)
    return FALSE;
  if (before == 0 || before == contact->company)
    return TRUE;
  left = onward_writer_load (writer, ONWARD_TYPE_COMPANY, before, error);
  if (left == NULL)
    return FALSE;
  leave_company (writer, contact, left);
  return TRUE;
}

static gboolean
is_word_of (const char *words, const char *value)
{
  g_auto (GStrv) all = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *)all, value);
}

/* Writes @value where the field keeps it; FALSE when it is nothing the exchange format allows there. */
static gboolean
set_field (OnwardContact *contact, const OnwardField *field, const char *value)
{
  switch (field->type)
    {
    case ONWARD_FIELD_BOOLEAN:
    case ONWARD_FIELD_BOOLEAN_TRUE:
      *ONWARD_FIELD_BOOL (contact, field) = g_strcmp0 (value, "true") == 0;
      return TRUE;
    case ONWARD_FIELD_CHOICE:
      if (value != NULL && !is_word_of (field->detail, value))
        return FALSE;
      break;
    case ONWARD_FIELD_TEXT:
    case ONWARD_FIELD_DATE:
    case ONWARD_FIELD_LIST:
      break;
    default:
      return FALSE;
    }
  onward_set_text (ONWARD_FIELD_PTR (contact, field), value);
  return TRUE;
}

/* The cadence counts from the day it was set (playbook.md, "Base of keep-in-touch"). */
static void
start_tier (OnwardWriter *writer, OnwardContact *contact)
{
  g_autofree char *today = onward_writer_format_today (writer);

  onward_set_text (&contact->tier_since, today);
}

static gboolean
set_member (OnwardWriter *writer, OnwardContact *contact, const OnwardContactEdit *edit, GError **error)
{
  const OnwardField *field = onward_table_find_field (onward_record_get_table (contact), edit->member);
  g_autofree char *value = clean (edit->value);

  if (g_str_equal (edit->member, "name") && value == NULL)
    return refuse (error, _ ("A person needs a name. Write one and try again."));
  if (g_str_equal (edit->member, "company"))
    return set_company (writer, contact, value, error);
  if (g_str_equal (edit->member, "tier") && g_strcmp0 (contact->tier, value) != 0)
    start_tier (writer, contact);
  if (field == NULL || !set_field (contact, field, value))
    return refuse (error, _ ("This is not possible for a person. Nothing was changed."));
  return TRUE;
}

/**
 * onward_contacts_add:
 * @writer: the writer
 * @draft: an #OnwardContactDraft; its id is set
 * @error: return location
 *
 * A command: adds a person, and the company when it is not known yet.
 *
 * Returns: whether the person was added; a person needs a name
 */
gboolean
onward_contacts_add (OnwardWriter *writer, gpointer draft, GError **error)
{
  OnwardContactDraft *self = draft;
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  contact->added_on = onward_writer_format_today (writer);
  for (guint i = 0; i < self->members->len; i++)
    if (!set_member (writer, contact, self->members->pdata[i], error))
      return FALSE;
  if (contact->name == NULL)
    return refuse (error, _ ("A person needs a name. Write one and try again."));
  if (!onward_writer_insert (writer, contact, error))
    return FALSE;
  self->id = contact->record.id;
  return TRUE;
}

/**
 * onward_contacts_set_member:
 * @writer: the writer
 * @edit: an #OnwardContactEdit
 * @error: return location
 *
 * A command: changes one member of a person. A company is given by its name, and made when it is not known, and the one
 * before goes into their positions; with a new tier `tier_since` becomes today.
 *
 * Returns: whether it was written
 */
gboolean
onward_contacts_set_member (OnwardWriter *writer, gpointer edit, GError **error)
{
  OnwardContactEdit *self = edit;
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, self->contact, error);

  return contact != NULL && set_member (writer, contact, self, error) && onward_writer_update (writer, contact, error);
}

/**
 * onward_contacts_set_members:
 * @writer: the writer
 * @edits: (type GPtrArray) (element-type OnwardContactEdit): as for onward_contacts_set_member()
 * @error: return location
 *
 * A command: changes several members at once, in one step of Undo.
 *
 * Returns: whether all were written
 */
gboolean
onward_contacts_set_members (OnwardWriter *writer, gpointer edits, GError **error)
{
  GPtrArray *list = edits;

  for (guint i = 0; i < list->len; i++)
    if (!onward_contacts_set_member (writer, list->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * onward_contacts_add_hook:
 * @writer: the writer
 * @edit: an #OnwardContactEdit; its value is the hook
 * @error: return location
 *
 * A command: remembers something personal about somebody.
 *
 * Returns: whether it is kept; also when it was known already
 */
gboolean
onward_contacts_add_hook (OnwardWriter *writer, gpointer edit, GError **error)
{
  OnwardContactEdit *self = edit;
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, self->contact, error);
  g_autofree char *hook = clean (self->value);
  g_autofree char *hooks = NULL;

  if (contact == NULL)
    return FALSE;
  if (hook == NULL)
    return refuse (error, _ ("There is nothing to remember yet. Write something and try again."));
  hooks = onward_json_add_text (contact->hooks, hook);
  onward_set_text (&contact->hooks, hooks);
  return onward_writer_update (writer, contact, error);
}

/**
 * onward_contacts_remove_hook:
 * @writer: the writer
 * @edit: an #OnwardContactEdit; its value is the hook
 * @error: return location
 *
 * A command: lets go of a hook.
 *
 * Returns: whether it is gone
 */
gboolean
onward_contacts_remove_hook (OnwardWriter *writer, gpointer edit, GError **error)
{
  OnwardContactEdit *self = edit;
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, self->contact, error);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) hooks = NULL;
  g_auto (GStrv) rest = NULL;
  g_autofree char *list = NULL;

  if (contact == NULL)
    return FALSE;
  hooks = onward_json_get_texts (contact->hooks);
  for (guint i = 0; hooks[i] != NULL; i++)
    if (g_strcmp0 (hooks[i], self->value) != 0)
      g_strv_builder_add (kept, hooks[i]);
  rest = g_strv_builder_end (kept);
  list = onward_json_from_texts ((const char *const *)rest);
  onward_set_text (&contact->hooks, list);
  return onward_writer_update (writer, contact, error);
}

/**
 * onward_contacts_add_note:
 * @writer: the writer
 * @edit: an #OnwardContactEdit; its value is the note
 * @error: return location
 *
 * A command: adds a paragraph to a person's notes. A note is no touch: nothing was said to anybody, and no cadence
 * starts anew.
 *
 * Returns: whether it is kept
 */
gboolean
onward_contacts_add_note (OnwardWriter *writer, gpointer edit, GError **error)
{
  OnwardContactEdit *self = edit;
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, self->contact, error);
  g_autofree char *note = clean (self->value);
  g_autofree char *notes = NULL;

  if (contact == NULL)
    return FALSE;
  if (note == NULL)
    return refuse (error, _ ("The note is empty. Write something and try again."));
  notes = contact->notes != NULL ? g_strconcat (contact->notes, "\n\n", note, NULL) : g_strdup (note);
  onward_set_text (&contact->notes, notes);
  return onward_writer_update (writer, contact, error);
}

/**
 * onward_contacts_has_clicked:
 * @store: a store
 * @contact: a row of contacts
 *
 * Returns: whether the user got on with them in some interview
 */
gboolean
onward_contacts_has_clicked (OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT EXISTS (SELECT 1 FROM interview_people "
                                 "WHERE contact = ? AND (clicked OR coalesce (rapport, 0) >= 1))",
                                 NULL);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, contact);
  return onward_statement_step (statement, NULL) && onward_statement_get_int (statement, 0) != 0;
}

/**
 * onward_contacts_get_last_touch:
 * @store: a store
 * @contact: a row of contacts
 *
 * The latest of what counts as being in touch (playbook.md, "Base of keep-in-touch"): any touch with them either way,
 * and any interview that has ended and that they attended. Main thread; for the rows that are seen, not for all.
 *
 * Returns: when, in seconds since 1970 UTC; 0 for never
 */
gint64
onward_contacts_get_last_touch (OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT max (coalesce ((SELECT max (touches.at_unix) FROM touch_contacts "
      "                       JOIN touches ON touches.id = touch_contacts.touch "
      "                       WHERE touch_contacts.contact = ?1), 0), "
      "            coalesce ((SELECT max (interviews.starts_unix) FROM interview_people "
      "                       JOIN interviews ON interviews.id = interview_people.interview "
      "                       WHERE interview_people.contact = ?1 AND interview_people.attended "
      "                       AND coalesce (interviews.status, 'booked') NOT IN ('cancelled', 'no-show') "
      "                       AND interviews.ends_unix <= ?2), 0))",
      NULL);

  if (statement == NULL)
    return 0;
  onward_statement_bind_int (statement, 1, contact);
  onward_statement_bind_int (statement, 2, onward_store_get_now (store).unix_time);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 0;
}
