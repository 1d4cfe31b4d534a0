/* onward-contact-merge.c - several records of one person become one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-merge.h"

#include "model/onward-collections.h"
#include "onward-contact-references.h"
#include "onward-contact-union.h"
#include "onward-introductions.h"
#include "onward-json-writer.h"
#include "onward-side-rows.h"

#include <string.h>

/* One of those who become another. */
typedef struct
{
  gint64 from, into;
  char *from_uuid, *into_uuid; /* as keys have them */
} Change;

/**
 * onward_contact_merge_new:
 * @into: who stays
 * @contacts: (element-type gint64): who become that one; @into itself is passed over
 *
 * Returns: (transfer full): what onward_contacts_merge() needs
 */
OnwardContactMerge *
onward_contact_merge_new (gint64 into, GArray *contacts)
{
  OnwardContactMerge *self = g_new0 (OnwardContactMerge, 1);

  self->into = into;
  self->from = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < contacts->len; i++)
    if (g_array_index (contacts, gint64, i) != into)
      g_array_append_val (self->from, g_array_index (contacts, gint64, i));
  return self;
}

/**
 * onward_contact_merge_free:
 * @self: (transfer full): a merge
 */
void
onward_contact_merge_free (OnwardContactMerge *self)
{
  g_array_unref (self->from);
  g_free (self);
}

/* Where a draft about these two would stand; 0 = nowhere yet. */
static gint64
find_draft (OnwardWriter *writer, gint64 follow_up, gint64 contact)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM drafts WHERE coalesce (follow_up, 0) = %" G_GINT64_FORMAT
                                          " AND coalesce (contact, 0) = %" G_GINT64_FORMAT,
                                          follow_up, contact);

  return onward_connection_read_int (onward_writer_get_connection (writer), sql, 0);
}

/* Of two drafts to one person about one thing the longer one stays. */
static gboolean
move_draft (OnwardWriter *writer, gint64 id, guint place, gint64 after, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);
  g_autofree char *values = onward_side_rows_read (connection, "drafts", id);
  g_autoptr (JsonNode) node = values != NULL ? onward_json_parse (values, -1, NULL) : NULL;
  g_autoptr (JsonArray) changed = json_array_new ();
  gint64 keys[2] = { 0, 0 }, other;
  g_autofree char *moved = NULL;

  for (guint i = 0; node != NULL && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *value = json_array_get_element (json_node_get_array (node), i);

      if (i == place)
        json_array_add_int_element (changed, after);
      else
        json_array_add_element (changed, json_node_copy (value));
      if (i < 2)
        keys[i] = i == place ? after : JSON_NODE_HOLDS_NULL (value) ? 0 : json_node_get_int (value);
    }
  if (node == NULL)
    return TRUE;
  other = find_draft (writer, keys[0], keys[1]);
  if (other != 0)
    {
      g_autofree char *there = onward_side_rows_read (connection, "drafts", other);

      if (there != NULL && strlen (there) >= strlen (values))
        return TRUE;
      if (!onward_writer_set_side (writer, "drafts", other, NULL, error))
        return FALSE;
    }
  json_node_set_array (node, changed);
  moved = json_to_string (node, FALSE);
  return onward_writer_set_side (writer, "drafts", id, moved, error);
}

static gboolean
move_drafts (OnwardWriter *writer, const char *column, gint64 before, gint64 after, GError **error)
{
  g_autoptr (GArray) ids =
      onward_side_rows_find (onward_writer_get_connection (writer), "drafts", column, before, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!move_draft (writer, g_array_index (ids, gint64, i), g_str_equal (column, "follow_up") ? 0 : 1, after, error))
      return FALSE;
  return ids != NULL;
}

static gboolean
was_acted_on (OnwardFollowUp *follow_up)
{
  return g_strcmp0 (follow_up->state, "done") == 0 || g_strcmp0 (follow_up->state, "skipped") == 0
         || follow_up->snoozed_until != NULL || follow_up->moved_by_user;
}

/* playbook.md, "Reconcile" 5: of two equal ones the one the user acted on wins, then the earlier. */
static gboolean
wins (OnwardFollowUp *follow_up, OnwardFollowUp *other)
{
  if (was_acted_on (follow_up) != was_acted_on (other))
    return was_acted_on (follow_up);
  return g_strcmp0 (follow_up->remind_at, other->remind_at) < 0;
}

static OnwardFollowUp *
find_follow_up (OnwardWriter *writer, const char *key)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (onward_writer_get_connection (writer),
                                                               "SELECT id FROM follow_ups WHERE key = ?", NULL);
  gint64 id;

  if (row == NULL)
    return NULL;
  onward_statement_bind_text (row, 1, key);
  if (!onward_statement_step (row, NULL))
    return NULL;
  id = onward_statement_get_int (row, 0);
  onward_statement_reset (row);
  return onward_writer_load (writer, ONWARD_TYPE_FOLLOW_UP, id, NULL);
}

static char *
replace_uuid (const char *key, const Change *change)
{
  g_auto (GStrv) parts = key != NULL ? g_strsplit (key, change->from_uuid, -1) : NULL;

  return parts != NULL ? g_strjoinv (change->into_uuid, parts) : NULL;
}

static gboolean
change_follow_up (OnwardWriter *writer, OnwardFollowUp *follow_up, const Change *change, GError **error)
{
  g_autofree char *key = replace_uuid (follow_up->key, change);
  g_autoptr (OnwardFollowUp) other =
      key != NULL && g_strcmp0 (key, follow_up->key) != 0 ? find_follow_up (writer, key) : NULL;
  gint64 id = follow_up->record.id;

  if (other != NULL && !wins (follow_up, other))
    return move_drafts (writer, "follow_up", id, other->record.id, error)
           && onward_writer_delete (writer, ONWARD_TYPE_FOLLOW_UP, id, error);
  if (other != NULL
      && (!move_drafts (writer, "follow_up", other->record.id, id, error)
          || !onward_writer_delete (writer, ONWARD_TYPE_FOLLOW_UP, other->record.id, error)))
    return FALSE;
  onward_set_text (&follow_up->key, key);
  follow_up->contact = change->into;
  return onward_writer_update (writer, follow_up, error);
}

/* Somebody who introduced themselves introduced nobody. */
static gboolean
change_introduction (OnwardWriter *writer, OnwardIntroduction *introduction, const OnwardField *field,
                     const Change *change, GError **error)
{
  *ONWARD_FIELD_INT64 (introduction, field) = change->into;
  if (introduction->introducer == introduction->person && introduction->company == 0)
    return onward_introductions_remove (writer, &introduction->record.id, error);
  if (introduction->introducer == introduction->person)
    introduction->person = 0;
  return onward_writer_update (writer, introduction, error);
}

static gboolean
change_record (OnwardWriter *writer, gpointer record, const OnwardField *field, gpointer data, GError **error)
{
  const Change *change = data;

  if (G_OBJECT_TYPE (record) == ONWARD_TYPE_FOLLOW_UP)
    return change_follow_up (writer, record, change, error);
  if (G_OBJECT_TYPE (record) == ONWARD_TYPE_INTRODUCTION)
    return change_introduction (writer, record, field, change, error);
  *ONWARD_FIELD_INT64 (record, field) = change->into;
  return onward_writer_update (writer, record, error);
}

/* The field of a list's class that names people. */
static gint64 *
get_person (gpointer child)
{
  const OnwardTable *table = onward_record_get_table (child);

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == ONWARD_FIELD_REFERENCE && g_strcmp0 (table->fields[i].detail, "contacts") == 0)
      return ONWARD_FIELD_INT64 (child, &table->fields[i]);
  return NULL;
}

/* Who was in a list as both is in it once, with all that was said about both. */
static gboolean
change_list (OnwardWriter *writer, GType parent_type, gint64 parent_id, GType child_type, gpointer data, GError **error)
{
  const Change *change = data;
  g_autoptr (OnwardRecord) parent = onward_writer_load (writer, parent_type, parent_id, error);
  g_autoptr (GPtrArray) children = NULL;
  gpointer first = NULL;

  if (parent != NULL)
    children = onward_rows_load_children (onward_writer_get_connection (writer), child_type, parent_id, error);
  if (children == NULL)
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    {
      gpointer child = children->pdata[i];

      if (*get_person (child) != change->from && *get_person (child) != change->into)
        continue;
      *get_person (child) = change->into;
      if (first == NULL)
        first = child;
      else
        {
          onward_contact_union_fill (first, child);
          g_ptr_array_remove_index (children, i--);
        }
    }
  return onward_writer_set_children (writer, parent, child_type, children, error);
}

static gboolean
change_attachments (OnwardWriter *writer, const Change *change, GError **error)
{
  g_autoptr (GPtrArray) all = onward_rows_load_where (onward_writer_get_connection (writer), ONWARD_TYPE_ATTACHMENT,
                                                      " WHERE \"of\" IS NOT NULL AND ?1 = 0", 0, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      OnwardAttachment *attachment = all->pdata[i];

      if (g_ascii_strcasecmp (attachment->of, change->from_uuid) != 0)
        continue;
      onward_set_text (&attachment->of, change->into_uuid);
      if (!onward_writer_update (writer, attachment, error))
        return FALSE;
    }
  return TRUE;
}

static OnwardCompany *
load_company (OnwardWriter *writer, OnwardContact *contact)
{
  return contact->company != 0 ? onward_writer_load (writer, ONWARD_TYPE_COMPANY, contact->company, NULL) : NULL;
}

static gboolean
merge_one (OnwardWriter *writer, gint64 into_id, gint64 from_id, GError **error)
{
  static const OnwardContactReferences calls = { change_record, change_list };
  g_autoptr (OnwardContact) from = onward_writer_load (writer, ONWARD_TYPE_CONTACT, from_id, error);
  g_autoptr (OnwardContact) into =
      from != NULL ? onward_writer_load (writer, ONWARD_TYPE_CONTACT, into_id, error) : NULL;
  g_autoptr (OnwardCompany) company = into != NULL ? load_company (writer, from) : NULL;
  g_autofree char *from_uuid = into != NULL ? g_ascii_strdown (from->record.uuid, -1) : NULL;
  g_autofree char *into_uuid = into != NULL ? g_ascii_strdown (into->record.uuid, -1) : NULL;
  Change change = { from_id, into_id, from_uuid, into_uuid };

  if (into == NULL || !onward_contact_references_walk (writer, from_id, &calls, &change, error)
      || !move_drafts (writer, "contact", from_id, into_id, error) || !change_attachments (writer, &change, error))
    return FALSE;
  onward_contact_union_add (into, from, company);
  return onward_writer_update (writer, into, error)
         && onward_writer_delete (writer, ONWARD_TYPE_CONTACT, from_id, error);
}

/**
 * onward_contacts_merge:
 * @writer: the writer
 * @contact_merge: an #OnwardContactMerge
 * @error: return location
 *
 * A command: several records of one person become one, which has what any of them had: facts, hooks, messages, parts in
 * interviews and opportunities, what is owed, drafts. Undo takes them apart again.
 *
 * Returns: whether there is one now
 */
gboolean
onward_contacts_merge (OnwardWriter *writer, gpointer contact_merge, GError **error)
{
  OnwardContactMerge *merge = contact_merge;

  for (guint i = 0; i < merge->from->len; i++)
    if (!merge_one (writer, merge->into, g_array_index (merge->from, gint64, i), error))
      return FALSE;
  return TRUE;
}

/**
 * onward_contacts_preview_merge:
 * @store: a store
 * @merge: who would become whom
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): the person as they would be; NULL when somebody is not there any more
 */
OnwardContact *
onward_contacts_preview_merge (OnwardStore *store, const OnwardContactMerge *merge)
{
  g_autoptr (OnwardContact) stays = onward_store_get_record (store, ONWARD_TYPE_CONTACT, merge->into);
  g_autoptr (OnwardContact) into = stays != NULL ? onward_record_duplicate (stays) : NULL;

  for (guint i = 0; into != NULL && i < merge->from->len; i++)
    {
      g_autoptr (OnwardContact) from =
          onward_store_get_record (store, ONWARD_TYPE_CONTACT, g_array_index (merge->from, gint64, i));
      g_autoptr (OnwardCompany) company = from != NULL && from->company != 0
                                              ? onward_store_get_record (store, ONWARD_TYPE_COMPANY, from->company)
                                              : NULL;

      if (from == NULL)
        return NULL;
      onward_contact_union_add (into, from, company);
    }
  return g_steal_pointer (&into);
}
