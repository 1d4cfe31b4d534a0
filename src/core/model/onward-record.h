/* onward-record.h - the base of everything that is kept: one table of fields a class */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OnwardFieldType:
 *
 * What a field holds, in the words of the exchange format (exchange.md). All but INTEGER, the booleans and
 * REFERENCE are `char *` in the struct, NULL when empty.
 */
typedef enum
{
  ONWARD_FIELD_TEXT,         /* any text */
  ONWARD_FIELD_DATE,         /* YYYY-MM-DD */
  ONWARD_FIELD_WALL,         /* YYYY-MM-DDTHH:MM in the user's current zone */
  ONWARD_FIELD_MOMENT,       /* a date or a wall-clock time */
  ONWARD_FIELD_INSTANT,      /* RFC 3339 with an offset */
  ONWARD_FIELD_CHOICE,       /* one of the words in `detail`, separated by '|' */
  ONWARD_FIELD_INTEGER,      /* gint64; ONWARD_NO_NUMBER when empty */
  ONWARD_FIELD_BOOLEAN,      /* gboolean, false when left out */
  ONWARD_FIELD_BOOLEAN_TRUE, /* gboolean, true when left out */
  ONWARD_FIELD_REFERENCE,    /* gint64 row id in the table `detail`; 0 when empty */
  ONWARD_FIELD_LIST,         /* JSON array: of text, or of objects whose documented members are `detail` */
  ONWARD_FIELD_VALUE,        /* JSON: one text or number, kept as it came */
  ONWARD_FIELD_CHILDREN,     /* no storage: where a child list of that name stands among the members */
} OnwardFieldType;

#define ONWARD_NO_NUMBER G_MININT64

/**
 * OnwardField:
 * @path: the member's name in the exchange format, with a dot into a nested object (`promise.on`)
 * @type: what it holds
 * @offset: where it stands in the instance struct
 * @detail: the words of a CHOICE, the table of a REFERENCE, the members of a LIST's objects
 *
 * The column has the path's name with `_` for the dot, the property with `-` for `_` and the dot.
 */
typedef struct
{
  const char *path;
  OnwardFieldType type;
  gsize offset;
  const char *detail;
} OnwardField;

/**
 * OnwardChildren:
 * @member: the member of the parent that lists them
 * @get_type: the class of the children
 * @parent_column: the children's column that names the parent's row
 */
typedef struct
{
  const char *member;
  GType (*get_type) (void);
  const char *parent_column;
} OnwardChildren;

/**
 * OnwardTable:
 * @name: the table in the database and the collection in the exchange format
 * @fields: in the order of columns and members
 * @children: lists that belong to a row, NULL-terminated by member; or NULL
 * @parent_column: for a child class the column that names the parent; NULL for a collection
 * @bare: a child that is exported as an id alone
 * @sort_source: offset of the text whose collation key is kept in `sort_key`; 0 = no such column
 */
typedef struct
{
  const char *name;
  const OnwardField *fields;
  guint n_fields;
  const OnwardChildren *children;
  const char *parent_column;
  gboolean bare;
  gsize sort_source;
} OnwardTable;

#define ONWARD_TYPE_RECORD (onward_record_get_type ())
GType onward_record_get_type (void);

/**
 * OnwardRecord:
 * @id: the row, 0 before it is stored
 * @uuid: the id of the exchange format; NULL in children
 * @extra: the members of the exchange format that this version does not know, as one JSON object, or NULL
 * @parent: for a child, the parent's row
 * @position: for a child, its place in the parent's list
 *
 * A read model. The classes that derive from it have their fields in the open; everybody but the store and the
 * commands on the writer thread reads them only. Main thread, or the one thread that created it.
 */
typedef struct
{
  GObject parent_instance;
  gint64 id;
  char *uuid;
  char *extra;
  gint64 parent;
  gint64 position;
} OnwardRecord;

typedef struct
{
  GObjectClass parent_class;
  const OnwardTable *table;
} OnwardRecordClass;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardRecord, g_object_unref)

static inline OnwardRecord *
ONWARD_RECORD (gpointer instance)
{
  return G_TYPE_CHECK_INSTANCE_CAST (instance, ONWARD_TYPE_RECORD, OnwardRecord);
}

static inline gboolean
ONWARD_IS_RECORD (gpointer instance)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (instance, ONWARD_TYPE_RECORD);
}

const OnwardTable *onward_record_get_table (gpointer record);
const OnwardTable *onward_record_type_get_table (GType type);
void onward_record_class_set_table (OnwardRecordClass *klass, const OnwardTable *table);

gboolean onward_record_copy (gpointer record, gpointer from);
gboolean onward_record_equal (gpointer a, gpointer b);
gpointer onward_record_duplicate (gpointer record);

const OnwardField *onward_table_find_field (const OnwardTable *table, const char *path);
char *onward_field_get_column (const OnwardField *field);
gboolean onward_field_is_text (const OnwardField *field);
gboolean onward_field_is_empty (const OnwardField *field, gpointer record);

#define ONWARD_FIELD_PTR(record, field)   ((char **)((char *)(record) + (field)->offset))
#define ONWARD_FIELD_INT64(record, field) ((gint64 *)((char *)(record) + (field)->offset))
#define ONWARD_FIELD_BOOL(record, field)  ((gboolean *)((char *)(record) + (field)->offset))

void onward_set_text (char **field, const char *value);

/**
 * ONWARD_DECLARE_RECORD:
 *
 * Declares a final record class whose struct, with an OnwardRecord as its first member, is in the open.
 */
#define ONWARD_DECLARE_RECORD(TypeName, type_name, TYPE_NAME)                                                          \
  GType type_name##_get_type (void);                                                                                   \
  typedef struct                                                                                                       \
  {                                                                                                                    \
    OnwardRecordClass parent_class;                                                                                    \
  } TypeName##Class;                                                                                                   \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (TypeName, g_object_unref)                                                             \
  static inline TypeName *TYPE_NAME (gpointer instance)                                                                \
  {                                                                                                                    \
    return G_TYPE_CHECK_INSTANCE_CAST (instance, type_name##_get_type (), TypeName);                                   \
  }

/**
 * ONWARD_DEFINE_RECORD:
 *
 * Defines a record class whose fields are all in @table.
 */
#define ONWARD_DEFINE_RECORD(TypeName, type_name, table_)                                                              \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, ONWARD_TYPE_RECORD)                                                        \
  static void type_name##_class_init (TypeName##Class *klass)                                                          \
  {                                                                                                                    \
    onward_record_class_set_table ((OnwardRecordClass *)klass, &table_);                                               \
  }                                                                                                                    \
  static void type_name##_init (TypeName *self) {}

G_END_DECLS
