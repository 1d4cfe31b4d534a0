/* onward-images.c - what the rows were before a command wrote them, and what they are after it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-images.h"

struct _OnwardImages
{
  OnwardConnection *connection;
  GHashTable *rows;   /* OnwardImage -> itself */
  GPtrArray *members; /* OnwardImage of single members */
};

static guint
hash_image (gconstpointer key)
{
  const OnwardImage *image = key;

  return (guint)image->id * 31 + (guint)image->type;
}

static gboolean
is_image_equal (gconstpointer a, gconstpointer b)
{
  const OnwardImage *first = a;
  const OnwardImage *second = b;

  return first->id == second->id && first->type == second->type;
}

static void
free_image (OnwardImage *image)
{
  g_clear_object (&image->before);
  g_clear_object (&image->after);
  g_free (image->part);
  g_free (image->member);
  g_free (image->value_before);
  g_free (image->value_after);
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
  self->rows = g_hash_table_new_full (hash_image, is_image_equal, (GDestroyNotify)free_image, NULL);
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify)free_image);
  return self;
}

/**
 * onward_images_free:
 * @self: (transfer full): the images
 */
void
onward_images_free (OnwardImages *self)
{
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->members);
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
  g_hash_table_remove_all (self->rows);
  g_ptr_array_set_size (self->members, 0);
}

/**
 * onward_images_add_row:
 * @self: the images
 * @type: a record class
 * @id: a row
 * @exists: whether it is there before the command
 * @error: return location
 *
 * The first time a command touches a row, what it was is remembered.
 *
 * Returns: whether it is
 */
gboolean
onward_images_add_row (OnwardImages *self, GType type, gint64 id, gboolean exists, GError **error)
{
  OnwardImage probe = { .type = type, .id = id };
  OnwardImage *image;
  OnwardRecord *before = NULL;

  if (g_hash_table_contains (self->rows, &probe))
    return TRUE;
  if (exists)
    {
      before = onward_rows_load (self->connection, type, id, error);
      if (before == NULL)
        return FALSE;
    }
  image = g_new0 (OnwardImage, 1);
  image->type = type;
  image->id = id;
  image->before = before;
  g_hash_table_add (self->rows, image);
  return TRUE;
}

/**
 * onward_images_add_member:
 * @self: the images
 * @part: `profile`, `settings` or `document`
 * @member: the member's name
 *
 * The first time a command touches a member, what it was is remembered.
 */
void
onward_images_add_member (OnwardImages *self, const char *part, const char *member)
{
  OnwardImage *image;

  for (guint i = 0; i < self->members->len; i++)
    {
      image = self->members->pdata[i];
      if (g_str_equal (image->part, part) && g_str_equal (image->member, member))
        return;
    }
  image = g_new0 (OnwardImage, 1);
  image->part = g_strdup (part);
  image->member = g_strdup (member);
  image->value_before = onward_rows_get_member (self->connection, part, member, NULL);
  g_ptr_array_add (self->members, image);
}

/**
 * onward_images_list_rows:
 * @self: the images
 *
 * Returns: (transfer container) (element-type OnwardImage): the rows written so far; `after` is not set yet
 */
GPtrArray *
onward_images_list_rows (OnwardImages *self)
{
  GPtrArray *images = g_ptr_array_sized_new (g_hash_table_size (self->rows));
  GHashTableIter iter;
  OnwardImage *image;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, (gpointer *)&image, NULL))
    g_ptr_array_add (images, image);
  return images;
}

/**
 * onward_images_complete:
 * @self: the images
 *
 * What the rows that the command wrote are now; rows that are as before are forgotten.
 *
 * Returns: (transfer full) (element-type OnwardImage): the images, which are no longer here
 */
GPtrArray *
onward_images_complete (OnwardImages *self)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func ((GDestroyNotify)free_image);
  GHashTableIter iter;
  OnwardImage *image;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, (gpointer *)&image, NULL))
    {
      image->after = onward_rows_load (self->connection, image->type, image->id, NULL);
      if (image->before == NULL && image->after == NULL)
        continue;
      if (image->before != NULL && image->after != NULL && onward_record_equal (image->before, image->after))
        continue;
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (images, image);
    }
  while (self->members->len > 0)
    {
      image = g_ptr_array_steal_index (self->members, self->members->len - 1);
      image->value_after = onward_rows_get_member (self->connection, image->part, image->member, NULL);
      if (g_strcmp0 (image->value_before, image->value_after) != 0)
        g_ptr_array_add (images, image);
      else
        free_image (image);
    }
  return g_steal_pointer (&images);
}
