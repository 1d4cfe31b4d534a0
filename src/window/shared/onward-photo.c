/* onward-photo.c - the picture of a person: made small and square, kept as text, shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-photo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Kept in `photo` (exchange.md) as a data URI, so that it goes wherever the person goes: Undo, backups, documents. */
#define PREFIX "data:image/jpeg;base64,"

#define SIZE        192                /* px: a page shows 80, at twice the scale 160 */
#define MOST_BYTES  (32 * 1024 * 1024) /* of a file that is chosen */
#define MOST_TEXT   (512 * 1024)       /* of a picture that is kept; ours have about 12 kB */
#define MOST_PIXELS 64000000           /* a file of a few bytes can ask for any number of them */
#define MOST_KEPT   128                /* textures */

/* Formats whose readers are everywhere, known by how a file begins; nothing else reaches a reader. */
static const struct
{
  const char *format;
  const char *magic;
  gsize length;
} formats[] = {
  { "png", "\x89PNG\r\n\x1a\n", 8 },
  { "jpeg", "\xff\xd8\xff", 3 },
  { "gif", "GIF8", 4 },
};

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("This is no picture that can be shown. Choose a PNG or JPEG file."));
  return FALSE;
}

static const char *
find_format (const guint8 *data, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (length > formats[i].length && memcmp (data, formats[i].magic, formats[i].length) == 0)
      return formats[i].format;
  return NULL;
}

static guint64
read_number (const guint8 *data, guint n, gboolean big_endian)
{
  guint64 number = 0;

  for (guint i = 0; i < n; i++)
    number = number << 8 | data[big_endian ? i : n - 1 - i];
  return number;
}

/* What its first bytes promise, before a reader makes room for it. A reader of JPEG makes it smaller as it reads. */
static gboolean
is_too_large (const char *format, const guint8 *data, gsize length)
{
  if (g_str_equal (format, "png") && length >= 24)
    return read_number (data + 16, 4, TRUE) * read_number (data + 20, 4, TRUE) > MOST_PIXELS;
  if (g_str_equal (format, "gif") && length >= 10)
    return read_number (data + 6, 2, FALSE) * read_number (data + 8, 2, FALSE) > MOST_PIXELS;
  return FALSE;
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  int least = MIN (width, height);

  if ((gint64)width * height > MOST_PIXELS)
    *(gboolean *)data = TRUE;
  if (least > SIZE)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int)((gint64)width * SIZE / least)),
                                MAX (1, (int)((gint64)height * SIZE / least)));
}

/* Bit by bit, so that what turns out too large is left in time. */
static gboolean
feed (GdkPixbufLoader *loader, const guint8 *data, gsize length, const gboolean *too_large)
{
  const gsize step = 4096;

  for (gsize done = 0; done < length; done += step)
    if (*too_large || !gdk_pixbuf_loader_write (loader, data + done, MIN (step, length - done), NULL))
      return FALSE;
  return !*too_large;
}

static GdkPixbuf *
decode (const guint8 *data, gsize length, GError **error)
{
  const char *format = find_format (data, length);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  GdkPixbuf *pixbuf = NULL;
  gboolean too_large = FALSE;
  gboolean fed;

  if (format != NULL && !is_too_large (format, data, length))
    loader = gdk_pixbuf_loader_new_with_type (format, NULL);
  if (loader == NULL)
    {
      fail (error);
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &too_large);
  fed = feed (loader, data, length, &too_large);
  if (gdk_pixbuf_loader_close (loader, NULL) && fed)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      fail (error);
      return NULL;
    }
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

/* The square in the middle, on white where it is clear. */
static GdkPixbuf *
cut_square (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int side = MIN (width, height);
  int size = MIN (side, SIZE);
  g_autoptr (GdkPixbuf) square = gdk_pixbuf_new_subpixbuf (pixbuf, (width - side) / 2, (height - side) / 2, side, side);

  return gdk_pixbuf_composite_color_simple (square, size, size, GDK_INTERP_BILINEAR, 255, size, 0xffffff, 0xffffff);
}

static char *
encode (GdkPixbuf *pixbuf, GError **error)
{
  g_autoptr (GdkPixbuf) square = cut_square (pixbuf);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!gdk_pixbuf_save_to_buffer (square, &bytes, &length, "jpeg", error, "quality", "85", NULL))
    return NULL;
  text = g_base64_encode ((const guchar *)bytes, length);
  return g_strconcat (PREFIX, text, NULL);
}

static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GBytes) bytes =
      stream != NULL ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), 16, cancellable, error) : NULL;
  g_autoptr (GByteArray) all = g_byte_array_new ();

  while (bytes != NULL && g_bytes_get_size (bytes) > 0)
    {
      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint)g_bytes_get_size (bytes));
      g_clear_pointer (&bytes, g_bytes_unref);
      if (find_format (all->data, all->len) == NULL || all->len > MOST_BYTES)
        {
          fail (error);
          return NULL;
        }
      bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), 65536, cancellable, error);
    }
  return bytes != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&all)) : NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_file (data, cancellable, &error);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  char *text = NULL;
  gsize length;

  if (bytes != NULL)
    {
      const guint8 *content = g_bytes_get_data (bytes, &length);

      pixbuf = decode (content, length, &error);
    }
  if (pixbuf != NULL)
    text = encode (pixbuf, &error);
  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * onward_photo_load_async:
 * @file: what was chosen
 * @cancellable: (nullable): leaves it
 * @callback: called on the main thread
 * @data: for @callback
 *
 * Reads a PNG, JPEG or GIF file on a thread of its own, and makes it a square of 192 px.
 */
void
onward_photo_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * onward_photo_load_finish:
 * @result: what the callback was given
 * @error: return location; one sentence for whatever the file is
 *
 * Returns: (transfer full) (nullable): the text for `photo`
 */
char *
onward_photo_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GdkTexture *
create_texture (const char *photo)
{
  const char *text = strstr (photo, ";base64,");
  g_autofree guchar *bytes = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gsize length;

  if (text == NULL || !g_str_has_prefix (photo, "data:image/") || strlen (photo) > MOST_TEXT)
    return NULL;
  bytes = g_base64_decode (text + strlen (";base64,"), &length);
  pixbuf = decode (bytes, length, NULL);
  return pixbuf != NULL ? gdk_texture_new_for_pixbuf (pixbuf) : NULL;
}

/**
 * onward_photo_get_texture:
 * @photo: (nullable): the member of a person
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): the picture; NULL when there is none, or none that can be shown
 */
GdkTexture *
onward_photo_get_texture (const char *photo)
{
  static GHashTable *kept;
  GdkTexture *texture;

  if (photo == NULL || *photo == '\0')
    return NULL;
  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  texture = g_hash_table_lookup (kept, photo);
  if (texture != NULL)
    return g_object_ref (texture);
  texture = create_texture (photo);
  if (texture == NULL)
    return NULL;
  if (g_hash_table_size (kept) >= MOST_KEPT)
    g_hash_table_remove_all (kept);
  g_hash_table_insert (kept, g_strdup (photo), g_object_ref (texture));
  return texture;
}
