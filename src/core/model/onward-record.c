/* onward-record.c - the base of everything that is kept: one table of fields a class */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-record.h"

#include <string.h>

G_DEFINE_ABSTRACT_TYPE (OnwardRecord, onward_record, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_UUID,
  N_BASE_PROPS
};

/* The field behind a property of a derived class: properties are installed in the order of the table. */
static const OnwardField *
get_property_field (GObject *object, guint prop_id)
{
  return &onward_record_get_table (object)->fields[prop_id - N_BASE_PROPS];
}

static void
clear_fields (OnwardRecord *self)
{
  const OnwardTable *table = onward_record_get_table (self);

  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->extra, g_free);
  for (guint i = 0; i < table->n_fields; i++)
    if (onward_field_is_text (&table->fields[i]))
      g_clear_pointer (ONWARD_FIELD_PTR (self, &table->fields[i]), g_free);
}

static void
onward_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OnwardRecord *self = ONWARD_RECORD (object);
  const OnwardField *field;

  if (prop_id == PROP_ID)
    g_value_set_int64 (value, self->id);
  else if (prop_id == PROP_UUID)
    g_value_set_string (value, self->uuid);
  else
    {
      field = get_property_field (object, prop_id);
      if (onward_field_is_text (field))
        g_value_set_string (value, *ONWARD_FIELD_PTR (self, field));
      else if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
        g_value_set_boolean (value, *ONWARD_FIELD_BOOL (self, field));
      else
        g_value_set_int64 (value, *ONWARD_FIELD_INT64 (self, field));
    }
}

static void
onward_record_finalize (GObject *object)
{
  clear_fields (ONWARD_RECORD (object));
  G_OBJECT_CLASS (onward_record_parent_class)->finalize (object);
}

static void
onward_record_constructed (GObject *object)
{
  const OnwardTable *table = onward_record_get_table (object);

  G_OBJECT_CLASS (onward_record_parent_class)->constructed (object);
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].type == ONWARD_FIELD_BOOLEAN_TRUE)
        *ONWARD_FIELD_BOOL (object, &table->fields[i]) = TRUE;
      else if (table->fields[i].type == ONWARD_FIELD_INTEGER)
        *ONWARD_FIELD_INT64 (object, &table->fields[i]) = ONWARD_NO_NUMBER;
    }
}

static void
onward_record_class_init (OnwardRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = onward_record_get_property;
  object_class->finalize = onward_record_finalize;
  object_class->constructed = onward_record_constructed;
  g_object_class_install_property (
      object_class, PROP_ID,
      g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_UUID,
      g_param_spec_string ("uuid", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
onward_record_init (OnwardRecord *self)
{
}

static char *
build_property_name (const OnwardField *field)
{
  return g_strdelimit (g_strdup (field->path), "._", '-');
}

/**
 * onward_record_class_set_table:
 * @klass: a class derived from OnwardRecord, in its class_init
 * @table: static; its fields become read-only properties that notify when a record is read again
 */
void
onward_record_class_set_table (OnwardRecordClass *klass, const OnwardTable *table)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  klass->table = table;
  /* GObject does not let a class inherit this. */
  G_OBJECT_CLASS (klass)->get_property = onward_record_get_property;
  for (guint i = 0; i < table->n_fields; i++)
    {
      const OnwardField *field = &table->fields[i];
      g_autofree char *name = build_property_name (field);
      GParamSpec *pspec;

      if (field->type == ONWARD_FIELD_CHILDREN)
        continue;
      if (onward_field_is_text (field))
        pspec = g_param_spec_string (name, NULL, NULL, NULL, flags);
      else if (field->type == ONWARD_FIELD_BOOLEAN || field->type == ONWARD_FIELD_BOOLEAN_TRUE)
        pspec = g_param_spec_boolean (name, NULL, NULL, field->type == ONWARD_FIELD_BOOLEAN_TRUE, flags);
      else
        pspec = g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
      g_object_class_install_property (G_OBJECT_CLASS (klass), N_BASE_PROPS + i, pspec);
    }
}

/**
 * onward_record_get_table:
 * @record: a record
 *
 * Returns: the table of its class
 */
const OnwardTable *
onward_record_get_table (gpointer record)
{
  return G_TYPE_INSTANCE_GET_CLASS (record, ONWARD_TYPE_RECORD, OnwardRecordClass)->table;
}

/**
 * onward_record_type_get_table:
 * @type: a class derived from OnwardRecord
 *
 * Returns: its table
 */
const OnwardTable *
onward_record_type_get_table (GType type)
{
  OnwardRecordClass *klass = g_type_class_peek (type);

  /* Never released: the table is wanted for as long as the program runs. */
  if (klass == NULL)
    klass = g_type_class_ref (type);
  return klass->table;
}

/**
 * onward_field_is_text:
 * @field: a field
 *
 * Returns: whether the struct holds it as an owned `char *`
 */
gboolean
onward_field_is_text (const OnwardField *field)
{
  switch (field->type)
    {
    case ONWARD_FIELD_INTEGER:
    case ONWARD_FIELD_BOOLEAN:
    case ONWARD_FIELD_BOOLEAN_TRUE:
    case ONWARD_FIELD_REFERENCE:
    case ONWARD_FIELD_CHILDREN:
      return FALSE;
    default:
      return TRUE;
    }
}

/**
 * onward_field_is_empty:
 * @field: a field of @record's class
 * @record: a record
 *
 * Returns: whether the field has the value it has when the member is left out
 */
gboolean
onward_field_is_empty (const OnwardField *field, gpointer record)
{
  switch (field->type)
    {
    case ONWARD_FIELD_INTEGER:
      return *ONWARD_FIELD_INT64 (record, field) == ONWARD_NO_NUMBER;
    case ONWARD_FIELD_BOOLEAN:
      return !*ONWARD_FIELD_BOOL (record, field);
    case ONWARD_FIELD_BOOLEAN_TRUE:
      return *ONWARD_FIELD_BOOL (record, field);
    case ONWARD_FIELD_REFERENCE:
      return *ONWARD_FIELD_INT64 (record, field) == 0;
    case ONWARD_FIELD_CHILDREN:
      return TRUE;
    default:
      return *ONWARD_FIELD_PTR (record, field) == NULL;
    }
}

/**
 * onward_field_get_column:
 * @field: a field
 *
 * Returns: (transfer full): the column that holds it
 */
char *
onward_field_get_column (const OnwardField *field)
{
  return g_strdelimit (g_strdup (field->path), ".", '_');
}

/**
 * onward_table_find_field:
 * @table: a table
 * @path: a member's name, with a dot into a nested object
 *
 * Returns: (nullable): the field, or NULL
 */
const OnwardField *
onward_table_find_field (const OnwardTable *table, const char *path)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (strcmp (table->fields[i].path, path) == 0)
      return &table->fields[i];
  return NULL;
}

static gboolean
is_field_equal (const OnwardField *field, gpointer a, gpointer b)
{
  if (field->type == ONWARD_FIELD_CHILDREN)
    return TRUE;
  if (onward_field_is_text (field))
    return g_strcmp0 (*ONWARD_FIELD_PTR (a, field), *ONWARD_FIELD_PTR (b, field)) == 0;
  if (field->type == ONWARD_FIELD_BOOLEAN || field->type == ONWARD_FIELD_BOOLEAN_TRUE)
    return !*ONWARD_FIELD_BOOL (a, field) == !*ONWARD_FIELD_BOOL (b, field);
  return *ONWARD_FIELD_INT64 (a, field) == *ONWARD_FIELD_INT64 (b, field);
}

static void
copy_field (const OnwardField *field, gpointer to, gpointer from)
{
  if (onward_field_is_text (field))
    onward_set_text (ONWARD_FIELD_PTR (to, field), *ONWARD_FIELD_PTR (from, field));
  else if (field->type == ONWARD_FIELD_BOOLEAN || field->type == ONWARD_FIELD_BOOLEAN_TRUE)
    *ONWARD_FIELD_BOOL (to, field) = *ONWARD_FIELD_BOOL (from, field);
  else if (field->type != ONWARD_FIELD_CHILDREN)
    *ONWARD_FIELD_INT64 (to, field) = *ONWARD_FIELD_INT64 (from, field);
}

/**
 * onward_record_equal:
 * @a: a record
 * @b: a record of the same class
 *
 * Returns: whether they are the same row with the same values
 */
gboolean
onward_record_equal (gpointer a, gpointer b)
{
  OnwardRecord *first = ONWARD_RECORD (a);
  OnwardRecord *second = ONWARD_RECORD (b);
  const OnwardTable *table = onward_record_get_table (a);

  if (first->id != second->id || g_strcmp0 (first->uuid, second->uuid) != 0
      || g_strcmp0 (first->extra, second->extra) != 0 || first->parent != second->parent
      || first->position != second->position)
    return FALSE;
  for (guint i = 0; i < table->n_fields; i++)
    if (!is_field_equal (&table->fields[i], a, b))
      return FALSE;
  return TRUE;
}

/**
 * onward_record_copy:
 * @record: a record
 * @from: a record of the same class
 *
 * Takes over all values of @from and notifies for each property that changed.
 *
 * Returns: whether anything changed
 */
gboolean
onward_record_copy (gpointer record, gpointer from)
{
  OnwardRecord *self = ONWARD_RECORD (record);
  OnwardRecord *other = ONWARD_RECORD (from);
  const OnwardTable *table = onward_record_get_table (record);

  if (onward_record_equal (record, from))
    return FALSE;
  g_object_freeze_notify (record);
  self->id = other->id;
  self->parent = other->parent;
  self->position = other->position;
  onward_set_text (&self->uuid, other->uuid);
  onward_set_text (&self->extra, other->extra);
  for (guint i = 0; i < table->n_fields; i++)
    if (!is_field_equal (&table->fields[i], record, from))
      {
        g_autofree char *name = build_property_name (&table->fields[i]);

        copy_field (&table->fields[i], record, from);
        g_object_notify (record, name);
      }
  g_object_thaw_notify (record);
  return TRUE;
}

/**
 * onward_record_duplicate:
 * @record: a record
 *
 * Returns: (transfer full): a new record of the same class with the same values
 */
gpointer
onward_record_duplicate (gpointer record)
{
  gpointer copy = g_object_new (G_OBJECT_TYPE (record), NULL);

  onward_record_copy (copy, record);
  return copy;
}

/**
 * onward_set_text:
 * @field: where a text is owned
 * @value: (nullable): what it becomes; the empty text is kept as NULL, since an empty member may be left out
 */
void
onward_set_text (char **field, const char *value)
{
  char *copy;

  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (*field, value) == 0)
    return;
  copy = g_strdup (value);
  g_free (*field);
  *field = copy;
}
