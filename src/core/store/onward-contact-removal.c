/* onward-contact-removal.c - takes people out, and out of everything that names them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-removal.h"

#include "model/onward-collections.h"
#include "onward-contact-references.h"
#include "onward-introductions.h"

#include <string.h>

/* Who is removed. */
typedef struct
{
  gint64 contact;
  char *uuid;
  gboolean forgets; /* nothing stays that names them */
} Removal;

/* A step to this person alone has nobody left to go to; one that chooses its person chooses again. */
static gboolean
leave_follow_up (OnwardWriter *writer, OnwardFollowUp *follow_up, const Removal *removal, GError **error)
{
  gboolean theirs = follow_up->key != NULL && strstr (follow_up->key, removal->uuid) != NULL;

  if (removal->forgets || theirs
      || (follow_up->opportunity == 0 && follow_up->interview == 0 && follow_up->company == 0))
    return onward_writer_delete (writer, ONWARD_TYPE_FOLLOW_UP, follow_up->record.id, error);
  follow_up->contact = 0;
  return onward_writer_update (writer, follow_up, error);
}

/* What was owed because of it, to whomever, tells of them. */
static gboolean
delete_owed_for (OnwardWriter *writer, OnwardIntroduction *introduction, GError **error)
{
  g_autoptr (OnwardStatement) rows =
      onward_connection_prepare (onward_writer_get_connection (writer),
                                 "SELECT id FROM follow_ups WHERE instr (lower (key), lower (?1)) > 0", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (rows == NULL)
    return FALSE;
  onward_statement_bind_text (rows, 1, introduction->record.uuid);
  if (!onward_statement_read_ids (rows, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!onward_writer_delete (writer, ONWARD_TYPE_FOLLOW_UP, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
leave_introduction (OnwardWriter *writer, OnwardIntroduction *introduction, const Removal *removal, GError **error)
{
  if (removal->forgets && !delete_owed_for (writer, introduction, error))
    return FALSE;
  if (removal->forgets || introduction->introducer == removal->contact || introduction->company == 0)
    return onward_introductions_remove (writer, &introduction->record.id, error);
  introduction->person = 0;
  return onward_writer_update (writer, introduction, error);
}

static gboolean
leave_record (OnwardWriter *writer, gpointer record, const OnwardField *field, gpointer data, GError **error)
{
  if (G_OBJECT_TYPE (record) == ONWARD_TYPE_FOLLOW_UP)
    return leave_follow_up (writer, record, data, error);
  if (G_OBJECT_TYPE (record) == ONWARD_TYPE_INTRODUCTION)
    return leave_introduction (writer, record, data, error);
  *ONWARD_FIELD_INT64 (record, field) = 0;
  return onward_writer_update (writer, record, error);
}

static gboolean
names (OnwardRecord *child, gint64 contact)
{
  const OnwardTable *table = onward_record_get_table (child);

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == ONWARD_FIELD_REFERENCE && g_strcmp0 (table->fields[i].detail, "contacts") == 0
        && *ONWARD_FIELD_INT64 (child, &table->fields[i]) == contact)
      return TRUE;
  return FALSE;
}

/* What was said to nobody else and about nothing else goes too; a word about an opportunity was still said, unless they
 * are to be forgotten. */
static gboolean
goes_too (gpointer parent, const Removal *removal)
{
  OnwardTouch *touch = G_OBJECT_TYPE (parent) == ONWARD_TYPE_TOUCH ? parent : NULL;

  return touch != NULL && (removal->forgets || (touch->opportunity == 0 && touch->interview == 0));
}

static gboolean
leave_list (OnwardWriter *writer, GType parent_type, gint64 parent_id, GType child_type, gpointer data, GError **error)
{
  const Removal *removal = data;
  g_autoptr (OnwardRecord) parent = onward_writer_load (writer, parent_type, parent_id, error);
  g_autoptr (GPtrArray) children = NULL;

  if (parent == NULL)
    return FALSE;
  children = onward_rows_load_children (onward_writer_get_connection (writer), child_type, parent_id, error);
  if (children == NULL)
    return FALSE;
  for (guint i = children->len; i > 0; i--)
    if (names (children->pdata[i - 1], removal->contact))
      g_ptr_array_remove_index (children, i - 1);
  if (children->len == 0 && goes_too (parent, removal))
    return onward_writer_delete (writer, parent_type, parent_id, error);
  return onward_writer_set_children (writer, parent, child_type, children, error);
}

static gboolean
remove_attachments (OnwardWriter *writer, const char *uuid, GError **error)
{
  g_autoptr (GPtrArray) all = onward_rows_load_where (onward_writer_get_connection (writer), ONWARD_TYPE_ATTACHMENT,
                                                      " WHERE \"of\" IS NOT NULL AND ?1 = 0", 0, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      OnwardAttachment *attachment = all->pdata[i];

      if (g_ascii_strcasecmp (attachment->of, uuid) == 0
          && !onward_writer_delete (writer, ONWARD_TYPE_ATTACHMENT, attachment->record.id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_one (OnwardWriter *writer, gint64 contact, gboolean forgets, GError **error)
{
  static const OnwardContactReferences leave = { leave_record, leave_list };
  g_autoptr (OnwardContact) record = onward_writer_load (writer, ONWARD_TYPE_CONTACT, contact, error);
  g_autofree char *uuid = record != NULL ? g_ascii_strdown (record->record.uuid, -1) : NULL;
  Removal removal = { contact, uuid, forgets };

  return record != NULL && onward_contact_references_walk (writer, contact, &leave, &removal, error)
         && remove_attachments (writer, uuid, error)
         && onward_writer_delete (writer, ONWARD_TYPE_CONTACT, contact, error);
}

/**
 * onward_contacts_take_out: (skip)
 * @writer: the writer
 * @ids: (element-type gint64): rows of contacts
 * @forgets: whether what was said to them, was ever owed to them and introductions to them go as well
 * @error: return location
 *
 * For a command.
 *
 * Returns: whether they are gone
 */
gboolean
onward_contacts_take_out (OnwardWriter *writer, GArray *ids, gboolean forgets, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!remove_one (writer, g_array_index (ids, gint64, i), forgets, error))
      return FALSE;
  return TRUE;
}

/**
 * onward_contacts_remove:
 * @writer: the writer
 * @contacts: (type GArray) (element-type gint64): rows of contacts
 * @error: return location
 *
 * A command: takes people out. Interviews, opportunities and messages about them stay, without these people; what was
 * said to them alone, what they introduced, what is owed to them and drafts to them go too. Undo brings all of it back.
 *
 * Returns: whether they are gone
 */
gboolean
onward_contacts_remove (OnwardWriter *writer, gpointer contacts, GError **error)
{
  return onward_contacts_take_out (writer, contacts, FALSE, error);
}

/**
 * onward_contacts_count_places:
 * @store: a store
 * @contacts: (element-type gint64): rows of contacts
 *
 * Main thread.
 *
 * Returns: how many opportunities, interviews, introductions and messages name one of them
 */
guint
onward_contacts_count_places (OnwardStore *store, GArray *contacts)
{
  static const char *const sql =
      "SELECT (SELECT count (DISTINCT opportunity) FROM opportunity_people WHERE contact = ?1)"
      " + (SELECT count (DISTINCT interview) FROM interview_people WHERE contact = ?1)"
      " + (SELECT count (*) FROM introductions WHERE introducer = ?1 OR person = ?1)"
      " + (SELECT count (DISTINCT touch) FROM touch_contacts WHERE contact = ?1)";
  gint64 n = 0;

  for (guint i = 0; i < contacts->len; i++)
    {
      g_autoptr (OnwardStatement) row = onward_connection_prepare (onward_store_get_connection (store), sql, NULL);

      if (row == NULL)
        return 0;
      onward_statement_bind_int (row, 1, g_array_index (contacts, gint64, i));
      if (onward_statement_step (row, NULL))
        n += onward_statement_get_int (row, 0);
    }
  return (guint)MIN (n, G_MAXINT);
}
