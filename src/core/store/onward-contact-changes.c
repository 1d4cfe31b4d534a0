/* onward-contact-changes.c - one entry of a person's lists changed, and many people changed at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-changes.h"

#include "onward-addresses.h"
#include "onward-json-writer.h"

#include <glib/gi18n-lib.h>

/**
 * onward_contact_item_new:
 * @contact: a row of contacts
 * @member: a list of the exchange format
 * @was: (nullable): the entry as it is, as JSON
 * @becomes: (nullable): what it becomes, as JSON
 *
 * Returns: (transfer full): what onward_contacts_set_item() needs
 */
OnwardContactItem *
onward_contact_item_new (gint64 contact, const char *member, const char *was, const char *becomes)
{
  OnwardContactItem *self = g_new0 (OnwardContactItem, 1);

  self->contact = contact;
  self->member = g_strdup (member);
  self->was = g_strdup (was);
  self->becomes = g_strdup (becomes);
  return self;
}

/**
 * onward_contact_item_free:
 * @self: (transfer full): an entry
 */
void
onward_contact_item_free (OnwardContactItem *self)
{
  g_free (self->member);
  g_free (self->was);
  g_free (self->becomes);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, message);
  return FALSE;
}

/* The list with one entry put in, put in place of another, or taken out. Returns whether @was is there. */
static gboolean
rebuild (JsonArray *before, JsonNode *was, JsonNode *becomes, JsonArray *after)
{
  gboolean found = was == NULL;

  for (guint i = 0; i < json_array_get_length (before); i++)
    {
      JsonNode *element = json_array_get_element (before, i);

      if (found || !json_node_equal (element, was))
        json_array_add_element (after, json_node_copy (element));
      else if (becomes != NULL)
        json_array_add_element (after, json_node_copy (becomes));
      if (!found && json_node_equal (element, was))
        found = TRUE;
    }
  if (was == NULL && becomes != NULL)
    json_array_add_element (after, json_node_copy (becomes));
  return found;
}

static JsonNode *
parse_entry (const char *text)
{
  return text != NULL ? onward_json_parse (text, -1, NULL) : NULL;
}

static char *
change_list (const char *list, const OnwardContactItem *item, gboolean *found)
{
  g_autoptr (JsonNode) before = onward_json_parse (list != NULL ? list : "[]", -1, NULL);
  g_autoptr (JsonNode) was = parse_entry (item->was);
  g_autoptr (JsonNode) becomes = parse_entry (item->becomes);
  g_autoptr (JsonArray) none = json_array_new ();
  g_autoptr (JsonArray) after = json_array_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  gboolean usable = before != NULL && JSON_NODE_HOLDS_ARRAY (before);

  *found = rebuild (usable ? json_node_get_array (before) : none, was, becomes, after);
  json_node_set_array (root, after);
  return json_array_get_length (after) > 0 ? onward_json_to_text (root) : NULL;
}

/**
 * onward_contacts_set_item:
 * @writer: the writer
 * @item: an #OnwardContactItem
 * @error: return location
 *
 * A command: adds an entry to one of a person's lists, changes it or takes it out; the others stay as they are.
 *
 * Returns: whether it is so; not when the entry that is meant is not there any more
 */
gboolean
onward_contacts_set_item (OnwardWriter *writer, gpointer item, GError **error)
{
  OnwardContactItem *self = item;
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, self->contact, error);
  const OnwardField *field;
  g_autofree char *list = NULL;
  gboolean found;

  if (contact == NULL)
    return FALSE;
  field = onward_table_find_field (onward_record_get_table (contact), self->member);
  if (field == NULL || field->type != ONWARD_FIELD_LIST)
    return refuse (error, _ ("This is not possible for a person. Nothing was changed."));
  list = change_list (*ONWARD_FIELD_PTR (contact, field), self, &found);
  if (!found)
    return refuse (error, _ ("This was changed meanwhile. Look at it again and repeat the change."));
  onward_set_text (ONWARD_FIELD_PTR (contact, field), list);
  return onward_writer_update (writer, contact, error);
}

/**
 * onward_contacts_change_new:
 * @contacts: (element-type gint64): rows of contacts
 * @member: a member of the exchange format
 * @value: (nullable): what it becomes
 *
 * Returns: (transfer full): what onward_contacts_change_all() needs
 */
OnwardContactsChange *
onward_contacts_change_new (GArray *contacts, const char *member, const char *value)
{
  OnwardContactsChange *self = g_new0 (OnwardContactsChange, 1);

  self->contacts = g_array_ref (contacts);
  self->member = g_strdup (member);
  self->value = g_strdup (value);
  return self;
}

/**
 * onward_contacts_change_free:
 * @self: (transfer full): a change
 */
void
onward_contacts_change_free (OnwardContactsChange *self)
{
  g_array_unref (self->contacts);
  g_free (self->member);
  g_free (self->value);
  g_free (self);
}

static gboolean
add_tag (OnwardWriter *writer, gint64 id, const char *tag, GError **error)
{
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, id, error);
  g_autofree char *tags = NULL;

  if (contact == NULL)
    return FALSE;
  tags = onward_json_add_text (contact->tags, tag);
  onward_set_text (&contact->tags, tags);
  return onward_writer_update (writer, contact, error);
}

/**
 * onward_contacts_change_all:
 * @writer: the writer
 * @contacts_change: an #OnwardContactsChange
 * @error: return location
 *
 * A command: the same change for many people, in one step of Undo. A tag is added to those they have.
 *
 * Returns: whether all were written
 */
gboolean
onward_contacts_change_all (OnwardWriter *writer, gpointer contacts_change, GError **error)
{
  OnwardContactsChange *self = contacts_change;
  gboolean tag = g_str_equal (self->member, "tags");

  for (guint i = 0; i < self->contacts->len; i++)
    {
      gint64 id = g_array_index (self->contacts, gint64, i);
      g_autoptr (OnwardContactEdit) edit = onward_contact_edit_new (id, self->member, self->value);

      if (tag ? !add_tag (writer, id, self->value, error) : !onward_contacts_set_member (writer, edit, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_email (OnwardContact *contact, const char *email)
{
  g_autoptr (JsonNode) node = contact->emails != NULL ? json_from_string (contact->emails, NULL) : NULL;
  JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *known = json_array_get_element (list, i);

      if (JSON_NODE_HOLDS_OBJECT (known)
          && g_ascii_strcasecmp (json_object_get_string_member_with_default (json_node_get_object (known), "value", ""),
                                 email)
                 == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * onward_contacts_add_email:
 * @writer: the writer of a running command
 * @contact: a row of contacts
 * @email: a mail address
 * @error: return location
 *
 * A mail address that is written down with something else comes to those that are known, unless it is one of them.
 *
 * Returns: whether the person has it
 */
gboolean
onward_contacts_add_email (OnwardWriter *writer, gint64 contact, const char *email, GError **error)
{
  g_autoptr (OnwardContact) record = onward_writer_load (writer, ONWARD_TYPE_CONTACT, contact, error);
  g_autofree char *longer = NULL;

  if (record == NULL)
    return FALSE;
  if (has_email (record, email))
    return TRUE;
  longer = onward_addresses_add (record->emails, NULL, email);
  onward_set_text (&record->emails, longer);
  return onward_writer_update (writer, record, error);
}
