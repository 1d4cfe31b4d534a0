/* onward-images.c - what the rows were before a command wrote them, and what they are after it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-images.h"

#include "model/onward-collections.h"
#include "onward-side-rows.h"

struct _OnwardImages
{
  OnwardConnection *connection;
  GHashTable *images; /* OnwardImage -> itself */
};

static guint
hash_image (gconstpointer key)
{
  const OnwardImage *image = key;

  return (guint)image->id * 31 + (guint)image->type + (guint)image->kind;
}

static gboolean
is_image_equal (gconstpointer a, gconstpointer b)
{
  const OnwardImage *first = a;
  const OnwardImage *second = b;

  return first->id == second->id && first->type == second->type && first->kind == second->kind
         && (first->kind != ONWARD_IMAGE_SIDE || first->table == second->table);
}

static void
free_image (OnwardImage *image)
{
  if (image->kind == ONWARD_IMAGE_ROW)
    {
      g_clear_object (&image->before);
      g_clear_pointer (&image->packed, g_bytes_unref);
    }
  else if (image->kind == ONWARD_IMAGE_SIDE)
    {
      g_free (image->value_before);
      g_free (image->value_after);
    }
  g_free (image);
}

/**
 * onward_images_new:
 * @connection: the connection that writes; outlives this
 *
 * Returns: (transfer full): no images yet
 */
OnwardImages *
onward_images_new (OnwardConnection *connection)
{
  OnwardImages *self = g_new0 (OnwardImages, 1);

  self->connection = connection;
  self->images = g_hash_table_new_full (hash_image, is_image_equal, (GDestroyNotify)free_image, NULL);
  return self;
}

/**
 * onward_images_free:
 * @self: (transfer full): the images
 */
void
onward_images_free (OnwardImages *self)
{
  g_hash_table_unref (self->images);
  g_free (self);
}

/**
 * onward_images_clear:
 * @self: the images
 *
 * A command begins.
 */
void
onward_images_clear (OnwardImages *self)
{
  g_hash_table_remove_all (self->images);
}

static OnwardImage *
find_or_add (OnwardImages *self, const OnwardImage *probe, gboolean *is_new)
{
  OnwardImage *image = g_hash_table_lookup (self->images, probe);

  *is_new = image == NULL;
  if (image != NULL)
    return image;
  image = g_memdup2 (probe, sizeof *probe);
  g_hash_table_add (self->images, image);
  return image;
}

/**
 * onward_images_add_row:
 * @self: the images
 * @type: a record class
 * @id: a row
 * @before: (nullable): what it was right before this writing; NULL when there was no such row
 * @after: (nullable): what it is now; NULL when it is gone
 * @planned: whether it is the playbook that wrote
 *
 * The first time a command writes a row, what it was is remembered; and each time, what it became.
 */
void
onward_images_add_row (OnwardImages *self, GType type, gint64 id, OnwardRecord *before, OnwardRecord *after,
                       gboolean planned)
{
  OnwardImage probe = { .kind = ONWARD_IMAGE_ROW, .planned = planned, .type = type, .id = id };
  OnwardImage *image;
  gboolean is_new;

  image = find_or_add (self, &probe, &is_new);
  image->planned &= planned;
  image->parent = after != NULL ? after->parent : before != NULL ? before->parent : image->parent;
  if (is_new && before != NULL && planned)
    image->packed = onward_packed_record_new (before);
  else if (is_new && before != NULL)
    image->before = g_object_ref (before);
  else if (!planned && image->packed != NULL)
    {
      image->before = onward_packed_record_unpack (image->packed, type);
      g_clear_pointer (&image->packed, g_bytes_unref);
    }
  image->after = after != NULL ? onward_record_digest (after) : (OnwardDigest){ 0 };
}

/**
 * onward_images_add_side:
 * @self: the images
 * @table: as for onward_side_rows_read(); interned
 * @id: a row
 * @exists: whether it is there already; it must not have been written yet then
 * @planned: whether it is the playbook that writes
 */
void
onward_images_add_side (OnwardImages *self, const char *table, gint64 id, gboolean exists, gboolean planned)
{
  OnwardImage probe = { .kind = ONWARD_IMAGE_SIDE, .planned = planned, .id = id, .table = table };
  OnwardImage *image;
  gboolean is_new;

  image = find_or_add (self, &probe, &is_new);
  image->planned &= planned;
  if (is_new && exists)
    image->value_before = onward_side_rows_read (self->connection, table, id);
}

/**
 * onward_images_list_rows:
 * @self: the images
 *
 * Returns: (transfer container) (element-type OnwardImage): the rows that the command itself has written so far
 */
GPtrArray *
onward_images_list_rows (OnwardImages *self)
{
  GPtrArray *images = g_ptr_array_sized_new (g_hash_table_size (self->images));
  GHashTableIter iter;
  OnwardImage *image;

  g_hash_table_iter_init (&iter, self->images);
  while (g_hash_table_iter_next (&iter, (gpointer *)&image, NULL))
    if (image->kind == ONWARD_IMAGE_ROW && !image->planned)
      g_ptr_array_add (images, image);
  return images;
}

/* Whether the command made a difference to it in the end. */
static gboolean
is_change (OnwardImages *self, OnwardImage *image)
{
  g_autoptr (OnwardRecord) before = NULL;

  if (image->kind == ONWARD_IMAGE_SIDE)
    {
      image->value_after = onward_side_rows_read (self->connection, image->table, image->id);
      return g_strcmp0 (image->value_before, image->value_after) != 0;
    }
  before = onward_image_get_before (image);
  if (before == NULL || image->after.all == 0)
    return before != NULL || image->after.all != 0;
  return onward_record_digest (before).all != image->after.all;
}

static gint64
count_children (OnwardImages *self, GType type, gint64 parent)
{
  const OnwardTable *table = onward_record_type_get_table (type);
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM %s WHERE \"%s\" = ?", table->name, table->parent_column);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (self->connection, sql, NULL);

  if (statement == NULL)
    return -1;
  onward_statement_bind_int (statement, 1, parent);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : -1;
}

/* A list is left as a whole when anybody changed it since: its rows are written place by place. */
static void
note_list (OnwardImages *self, const OnwardImage *child)
{
  OnwardImage probe = { .kind = ONWARD_IMAGE_LIST, .type = child->type, .id = child->parent };
  gboolean is_new;
  OnwardImage *list = find_or_add (self, &probe, &is_new);

  if (is_new)
    list->length = count_children (self, child->type, child->parent);
}

/* What is no longer needed of an image when the command is over. */
static void
pack (OnwardImage *image)
{
  if (image->kind != ONWARD_IMAGE_ROW || image->before == NULL)
    return;
  image->packed = onward_packed_record_new (image->before);
  g_clear_object (&image->before);
}

/**
 * onward_images_complete:
 * @self: the images
 *
 * The command is over. Rows that are as before are forgotten.
 *
 * Returns: (transfer full) (element-type OnwardImage): the images, which are no longer here
 */
GPtrArray *
onward_images_complete (OnwardImages *self)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func ((GDestroyNotify)free_image);
  GHashTableIter iter;
  OnwardImage *image;
  guint n_rows;

  g_hash_table_iter_init (&iter, self->images);
  while (g_hash_table_iter_next (&iter, (gpointer *)&image, NULL))
    if (is_change (self, image))
      {
        g_hash_table_iter_steal (&iter);
        pack (image);
        g_ptr_array_add (images, image);
      }
  g_hash_table_remove_all (self->images);
  n_rows = images->len;
  for (guint i = 0; i < n_rows; i++)
    {
      image = images->pdata[i];
      if (image->kind == ONWARD_IMAGE_ROW && onward_record_type_get_table (image->type)->parent_column != NULL)
        note_list (self, image);
    }
  g_hash_table_iter_init (&iter, self->images);
  while (g_hash_table_iter_next (&iter, (gpointer *)&image, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (images, image);
    }
  return g_steal_pointer (&images);
}

/**
 * onward_image_get_before:
 * @image: the image of a row
 *
 * Returns: (transfer full) (nullable): what the row was before the command; NULL when there was none
 */
OnwardRecord *
onward_image_get_before (const OnwardImage *image)
{
  if (image->before != NULL)
    return g_object_ref (image->before);
  return image->packed != NULL ? onward_packed_record_unpack (image->packed, image->type) : NULL;
}

/**
 * onward_image_existed:
 * @image: the image of a row
 *
 * Returns: whether there was such a row before the command
 */
gboolean
onward_image_existed (const OnwardImage *image)
{
  return image->before != NULL || image->packed != NULL;
}
