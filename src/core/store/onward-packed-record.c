/* onward-packed-record.c - the values of a record in few bytes, and a number that tells them apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-packed-record.h"

#include "model/onward-follow-up.h"

#include <string.h>

static void
put_number (GByteArray *bytes, gint64 value)
{
  g_byte_array_append (bytes, (const guint8 *)&value, sizeof value);
}

/* A byte tells no text from an empty one. */
static void
put_text (GByteArray *bytes, const char *value)
{
  g_byte_array_append (bytes, (const guint8 *)(value != NULL ? "\1" : "\0"), 1);
  if (value != NULL)
    g_byte_array_append (bytes, (const guint8 *)value, strlen (value) + 1);
}

static void
put_field (GByteArray *bytes, const OnwardField *field, gpointer record)
{
  if (field->type == ONWARD_FIELD_CHILDREN)
    return;
  if (onward_field_is_text (field))
    put_text (bytes, *ONWARD_FIELD_PTR (record, field));
  else if (field->type == ONWARD_FIELD_BOOLEAN || field->type == ONWARD_FIELD_BOOLEAN_TRUE)
    put_number (bytes, *ONWARD_FIELD_BOOL (record, field) ? 1 : 0);
  else
    put_number (bytes, *ONWARD_FIELD_INT64 (record, field));
}

static void
put_head (GByteArray *bytes, OnwardRecord *record)
{
  put_number (bytes, record->id);
  put_number (bytes, record->parent);
  put_number (bytes, record->position);
  put_text (bytes, record->uuid);
  put_text (bytes, record->extra);
}

static gint64
take_number (const guint8 **from)
{
  gint64 value;

  memcpy (&value, *from, sizeof value);
  *from += sizeof value;
  return value;
}

static char *
take_text (const guint8 **from)
{
  char *value;

  if (*(*from)++ == 0)
    return NULL;
  value = g_strdup ((const char *)*from);
  *from += strlen (value) + 1;
  return value;
}

static void
take_field (const guint8 **from, const OnwardField *field, gpointer record)
{
  if (field->type == ONWARD_FIELD_CHILDREN)
    return;
  if (onward_field_is_text (field))
    *ONWARD_FIELD_PTR (record, field) = take_text (from);
  else if (field->type == ONWARD_FIELD_BOOLEAN || field->type == ONWARD_FIELD_BOOLEAN_TRUE)
    *ONWARD_FIELD_BOOL (record, field) = take_number (from) != 0;
  else
    *ONWARD_FIELD_INT64 (record, field) = take_number (from);
}

/**
 * onward_packed_record_new:
 * @record: a record
 *
 * Returns: (transfer full): its values; an eighth of what the record takes
 */
GBytes *
onward_packed_record_new (gpointer record)
{
  const OnwardTable *table = onward_record_get_table (record);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  put_head (bytes, record);
  for (guint i = 0; i < table->n_fields; i++)
    put_field (bytes, &table->fields[i], record);
  return g_bytes_new (bytes->data, bytes->len);
}

/**
 * onward_packed_record_unpack:
 * @packed: what onward_packed_record_new() gave
 * @type: the class of the record
 *
 * Returns: (transfer full): a record with the same values
 */
gpointer
onward_packed_record_unpack (GBytes *packed, GType type)
{
  const OnwardTable *table = onward_record_type_get_table (type);
  OnwardRecord *record = g_object_new (type, NULL);
  const guint8 *from = g_bytes_get_data (packed, NULL);

  record->id = take_number (&from);
  record->parent = take_number (&from);
  record->position = take_number (&from);
  record->uuid = take_text (&from);
  record->extra = take_text (&from);
  for (guint i = 0; i < table->n_fields; i++)
    take_field (&from, &table->fields[i], record);
  return record;
}

/* FNV-1a, and never 0, which stands for no row. */
static guint64
hash_bytes (guint64 hash, const guint8 *data, gsize size)
{
  for (gsize i = 0; i < size; i++)
    hash = (hash ^ data[i]) * G_GUINT64_CONSTANT (1099511628211);
  return MAX (hash, 1);
}

/* What an alert has noted is nobody's choice, nor are the words and the day of what a rule asks for. */
static gboolean
is_chosen (const char *path, OnwardFollowUp *follow_up)
{
  if (strcmp (path, "raised_for") == 0)
    return FALSE;
  if (follow_up->rule == NULL || strcmp (follow_up->rule, "manual") == 0)
    return TRUE;
  if (strcmp (path, "remind_at") == 0 || strcmp (path, "due") == 0)
    return follow_up->moved_by_user;
  return strcmp (path, "title") != 0 && strcmp (path, "why") != 0 && strcmp (path, "own_day") != 0;
}

/**
 * onward_record_digest:
 * @record: a record
 *
 * Returns: what tells its values from others
 */
OnwardDigest
onward_record_digest (gpointer record)
{
  static GPrivate scratch = G_PRIVATE_INIT ((GDestroyNotify)g_byte_array_unref);
  const OnwardTable *table = onward_record_get_table (record);
  gboolean is_follow_up = G_OBJECT_TYPE (record) == ONWARD_TYPE_FOLLOW_UP;
  GByteArray *bytes = g_private_get (&scratch);
  OnwardDigest digest;

  if (bytes == NULL)
    g_private_set (&scratch, bytes = g_byte_array_new ());
  g_byte_array_set_size (bytes, 0);
  put_head (bytes, record);
  digest.all = digest.chosen = hash_bytes (G_GUINT64_CONSTANT (14695981039346656037), bytes->data, bytes->len);
  for (guint i = 0; i < table->n_fields; i++)
    {
      g_byte_array_set_size (bytes, 0);
      put_field (bytes, &table->fields[i], record);
      digest.all = hash_bytes (digest.all, bytes->data, bytes->len);
      if (is_follow_up && is_chosen (table->fields[i].path, record))
        digest.chosen = hash_bytes (digest.chosen, bytes->data, bytes->len);
    }
  if (!is_follow_up)
    digest.chosen = digest.all;
  return digest;
}
