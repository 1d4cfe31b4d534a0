/* onward-undo-marks.c - which images of a step may be written back, because nobody changed the rows since */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-undo-marks.h"

#include "model/onward-collections.h"
#include "onward-side-rows.h"

#include <string.h>

struct _OnwardUndoMarks
{
  OnwardConnection *connection;
  GPtrArray *images;
  OnwardMark *marks;
  GHashTable *rows;  /* OnwardImage of a row or list -> its place + 1 */
  GHashTable *lists; /* OnwardImage of a list -> GArray of the places of its children */
};

static guint
hash_image (gconstpointer key)
{
  const OnwardImage *image = key;

  return (guint)image->id * 31 + (guint)image->type + (guint)image->kind;
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const OnwardImage *first = a;
  const OnwardImage *second = b;

  return first->id == second->id && first->type == second->type && first->kind == second->kind;
}

static int
find (OnwardUndoMarks *self, OnwardImageKind kind, GType type, gint64 id)
{
  OnwardImage probe = { .kind = kind, .type = type, .id = id };

  return GPOINTER_TO_INT (g_hash_table_lookup (self->rows, &probe)) - 1;
}

static gboolean
is_child (const OnwardImage *image)
{
  return image->kind == ONWARD_IMAGE_ROW && onward_record_type_get_table (image->type)->parent_column != NULL;
}

/* The class that has such a list. */
static GType
get_parent_type (GType child_type)
{
  guint n;
  const GType *types = onward_collections_get_types (&n);

  for (guint i = 0; i < n; i++)
    {
      const OnwardChildren *children = onward_record_type_get_table (types[i])->children;

      for (; children != NULL && children->member != NULL; children++)
        if (children->get_type () == child_type)
          return types[i];
    }
  return G_TYPE_INVALID;
}

/* What was planned anew or raised since is no change that anybody made. */
static gboolean
is_acted_on (OnwardFollowUp *follow_up)
{
  return follow_up->moved_by_user || follow_up->snoozed_until != NULL || g_strcmp0 (follow_up->rule, "manual") == 0
         || g_strcmp0 (follow_up->state, "done") == 0 || g_strcmp0 (follow_up->state, "skipped") == 0;
}

static OnwardMark
look_at_row (OnwardUndoMarks *self, const OnwardImage *image)
{
  g_autoptr (OnwardRecord) now = onward_rows_load (self->connection, image->type, image->id, NULL);
  guint64 digest = now != NULL ? onward_record_digest (now).chosen : 0;

  if (digest == image->after.chosen)
    return ONWARD_MARK_RESTORE;
  if (now == NULL && !onward_image_existed (image))
    return ONWARD_MARK_QUIET;
  if (image->planned && (now == NULL || !is_acted_on ((OnwardFollowUp *)now)))
    return ONWARD_MARK_QUIET;
  return ONWARD_MARK_LEFT;
}

static OnwardMark
look_at_side (OnwardUndoMarks *self, const OnwardImage *image)
{
  g_autofree char *value = onward_side_rows_read (self->connection, image->table, image->id);

  if (g_strcmp0 (value, image->value_after) == 0)
    return ONWARD_MARK_RESTORE;
  return g_str_equal (image->table, "members") ? ONWARD_MARK_LEFT : ONWARD_MARK_QUIET;
}

static OnwardMark
look_at_list (OnwardUndoMarks *self, const OnwardImage *image)
{
  const OnwardTable *table = onward_record_type_get_table (image->type);
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM %s WHERE \"%s\" = ?", table->name, table->parent_column);
  g_autoptr (OnwardStatement) row = onward_connection_prepare (self->connection, sql, NULL);

  if (row == NULL)
    return ONWARD_MARK_LEFT;
  onward_statement_bind_int (row, 1, image->id);
  return onward_statement_step (row, NULL) && onward_statement_get_int (row, 0) == image->length ? ONWARD_MARK_RESTORE
                                                                                                 : ONWARD_MARK_LEFT;
}

static void leave (OnwardUndoMarks *self, guint i, OnwardMark mark);

/* A list is left as a whole, and with it the record that the command added. */
static void
leave_list (OnwardUndoMarks *self, guint list)
{
  const OnwardImage *image = self->images->pdata[list];
  GArray *children = g_hash_table_lookup (self->lists, image);
  int parent = find (self, ONWARD_IMAGE_ROW, get_parent_type (image->type), image->id);

  for (guint i = 0; children != NULL && i < children->len; i++)
    leave (self, g_array_index (children, guint, i), ONWARD_MARK_QUIET);
  if (parent >= 0 && !onward_image_existed (self->images->pdata[parent]))
    leave (self, parent, ONWARD_MARK_LEFT);
}

/* What the command added and is left keeps its lists, and what it refers to. */
static void
leave_row (OnwardUndoMarks *self, const OnwardImage *image, OnwardMark mark)
{
  const OnwardTable *table = onward_record_type_get_table (image->type);
  g_autoptr (OnwardRecord) now = NULL;

  if (is_child (image))
    leave (self, find (self, ONWARD_IMAGE_LIST, image->type, image->parent), mark);
  else if (!onward_image_existed (image))
    for (const OnwardChildren *child = table->children; child != NULL && child->member != NULL; child++)
      leave (self, find (self, ONWARD_IMAGE_LIST, child->get_type (), image->id), ONWARD_MARK_QUIET);
  /* A follow-up lets go of what it is about. */
  if (image->type != ONWARD_TYPE_FOLLOW_UP)
    now = onward_rows_load (self->connection, image->type, image->id, NULL);
  for (guint i = 0; now != NULL && i < table->n_fields; i++)
    {
      const OnwardField *field = &table->fields[i];
      int other;

      if (field->type != ONWARD_FIELD_REFERENCE || *ONWARD_FIELD_INT64 (now, field) == 0)
        continue;
      other =
          find (self, ONWARD_IMAGE_ROW, onward_collections_find_type (field->detail), *ONWARD_FIELD_INT64 (now, field));
      if (other >= 0 && !onward_image_existed (self->images->pdata[other]))
        leave (self, other, ONWARD_MARK_QUIET);
    }
}

static void
leave (OnwardUndoMarks *self, guint i, OnwardMark mark)
{
  const OnwardImage *image;
  gboolean was_left;

  if (i >= self->images->len)
    return;
  was_left = self->marks[i] != ONWARD_MARK_RESTORE;
  self->marks[i] = MAX (self->marks[i], mark);
  image = self->images->pdata[i];
  if (was_left)
    return;
  if (image->kind == ONWARD_IMAGE_LIST)
    leave_list (self, i);
  else if (image->kind == ONWARD_IMAGE_ROW)
    leave_row (self, image, mark);
}

static void
note_place (OnwardUndoMarks *self, guint i)
{
  OnwardImage *image = self->images->pdata[i];
  OnwardImage probe = { .kind = ONWARD_IMAGE_LIST, .type = image->type, .id = image->parent };
  gpointer list;
  GArray *children;

  if (image->kind == ONWARD_IMAGE_SIDE)
    return;
  g_hash_table_insert (self->rows, image, GINT_TO_POINTER (i + 1));
  if (!is_child (image))
    return;
  if (!g_hash_table_lookup_extended (self->lists, &probe, &list, (gpointer *)&children))
    {
      children = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->lists, g_memdup2 (&probe, sizeof probe), children);
    }
  g_array_append_val (children, i);
}

/**
 * onward_undo_marks_new:
 * @connection: the writer's connection, in a command
 * @images: (element-type OnwardImage): of a step; outlives this
 *
 * Compares what the command left with what is there now.
 *
 * Returns: (transfer full): the marks
 */
OnwardUndoMarks *
onward_undo_marks_new (OnwardConnection *connection, GPtrArray *images)
{
  OnwardUndoMarks *self = g_new0 (OnwardUndoMarks, 1);

  self->connection = connection;
  self->images = images;
  self->marks = g_new0 (OnwardMark, images->len);
  self->rows = g_hash_table_new (hash_image, is_same);
  self->lists = g_hash_table_new_full (hash_image, is_same, g_free, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < images->len; i++)
    note_place (self, i);
  for (guint i = 0; i < images->len; i++)
    {
      const OnwardImage *image = images->pdata[i];
      OnwardMark mark = image->kind == ONWARD_IMAGE_ROW    ? look_at_row (self, image)
                        : image->kind == ONWARD_IMAGE_SIDE ? look_at_side (self, image)
                                                           : look_at_list (self, image);

      if (mark != ONWARD_MARK_RESTORE)
        leave (self, i, mark);
    }
  return self;
}

/**
 * onward_undo_marks_free:
 * @self: (transfer full): the marks
 */
void
onward_undo_marks_free (OnwardUndoMarks *self)
{
  g_free (self->marks);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->lists);
  g_free (self);
}

/**
 * onward_undo_marks_get:
 * @self: the marks
 * @image: the place of an image
 *
 * Returns: what is done with it
 */
OnwardMark
onward_undo_marks_get (OnwardUndoMarks *self, guint image)
{
  return self->marks[image];
}

/**
 * onward_undo_marks_leave:
 * @self: the marks
 * @image: the place of an image that cannot be written back
 */
void
onward_undo_marks_leave (OnwardUndoMarks *self, guint image)
{
  const OnwardImage *left = self->images->pdata[image];

  leave (self, image, left->kind == ONWARD_IMAGE_SIDE || left->planned ? ONWARD_MARK_QUIET : ONWARD_MARK_LEFT);
}

/* The value of a reference that leads nowhere. */
static gint64
read_reference (OnwardUndoMarks *self, const char *table, gint64 id, gint64 key)
{
  g_autofree char *column_sql =
      g_strdup_printf ("SELECT \"from\" FROM pragma_foreign_key_list ('%s') WHERE id = ?", table);
  g_autoptr (OnwardStatement) column = onward_connection_prepare (self->connection, column_sql, NULL);
  g_autoptr (OnwardStatement) row = NULL;
  g_autofree char *sql = NULL;

  if (column == NULL)
    return 0;
  onward_statement_bind_int (column, 1, key);
  if (!onward_statement_step (column, NULL))
    return 0;
  sql = g_strdup_printf ("SELECT \"%s\" FROM %s WHERE rowid = ?", onward_statement_get_text (column, 0), table);
  row = onward_connection_prepare (self->connection, sql, NULL);
  if (row == NULL)
    return 0;
  onward_statement_bind_int (row, 1, id);
  return onward_statement_step (row, NULL) ? onward_statement_get_int (row, 0) : 0;
}

/**
 * onward_undo_marks_leave_dangling:
 * @self: the marks, after all that is marked was written back
 *
 * Rows that came since may refer to one that was taken away again, and one that was brought back to a row that has gone
 * since: neither is written back then. Reads all references, which is slow, and rarely needed.
 *
 * Returns: whether more is left than before
 */
gboolean
onward_undo_marks_leave_dangling (OnwardUndoMarks *self)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (self->connection, "PRAGMA foreign_key_check", NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  while (rows != NULL && onward_statement_step (rows, NULL))
    {
      const char *table = onward_statement_get_text (rows, 0);
      gint64 id = onward_statement_get_int (rows, 1);
      gint64 reference = read_reference (self, table, id, onward_statement_get_int (rows, 3));
      int image =
          find (self, ONWARD_IMAGE_ROW, onward_collections_find_type (onward_statement_get_text (rows, 2)), reference);

      if (image < 0 || self->marks[image] != ONWARD_MARK_RESTORE)
        image = find (self, ONWARD_IMAGE_ROW, onward_collections_find_type (table), id);
      if (image >= 0 && self->marks[image] == ONWARD_MARK_RESTORE)
        g_array_append_val (found, image);
    }
  for (guint i = 0; i < found->len; i++)
    leave (self, g_array_index (found, guint, i), ONWARD_MARK_LEFT);
  return found->len > 0;
}

static char *
get_name (OnwardRecord *record)
{
  const OnwardTable *table = onward_record_get_table (record);
  const OnwardField *field = onward_table_find_field (table, "name");

  if (field == NULL)
    field = onward_table_find_field (table, "title");
  return field != NULL ? g_strdup (*ONWARD_FIELD_PTR (record, field)) : NULL;
}

static void
free_left (OnwardLeft *left)
{
  g_free (left->name);
  g_free (left);
}

static void
add_left (OnwardUndoMarks *self, GPtrArray *all, GType type, gint64 id)
{
  g_autoptr (OnwardRecord) now = NULL;
  OnwardLeft *left;

  for (guint i = 0; i < all->len; i++)
    {
      left = all->pdata[i];
      if (left->type == type && (left->id == id || type == G_TYPE_INVALID))
        return;
    }
  left = g_new0 (OnwardLeft, 1);
  left->type = type;
  left->id = id;
  if (type != G_TYPE_INVALID)
    now = onward_rows_load (self->connection, type, id, NULL);
  if (now != NULL)
    left->name = get_name (now);
  g_ptr_array_add (all, left);
}

/**
 * onward_undo_marks_list_left:
 * @self: the marks
 *
 * Returns: (transfer full) (element-type OnwardLeft): what is left and to be named; of a list, whose it is
 */
GPtrArray *
onward_undo_marks_list_left (OnwardUndoMarks *self)
{
  GPtrArray *left = g_ptr_array_new_with_free_func ((GDestroyNotify)free_left);

  for (guint i = 0; i < self->images->len; i++)
    {
      const OnwardImage *image = self->images->pdata[i];

      if (self->marks[i] != ONWARD_MARK_LEFT || is_child (image))
        continue;
      if (image->kind == ONWARD_IMAGE_LIST)
        add_left (self, left, get_parent_type (image->type), image->id);
      else
        add_left (self, left, image->kind == ONWARD_IMAGE_ROW ? image->type : G_TYPE_INVALID, image->id);
    }
  return left;
}
