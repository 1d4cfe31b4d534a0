/* onward-text-input.c - the bytes of a foreign file as UTF-8 text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-text-input.h"

#include "onward-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define READ_BLOCK   (256 * 1024)
#define GUESS_SAMPLE 4096

typedef enum
{
  ENCODING_UTF8,
  ENCODING_UTF16_LE,
  ENCODING_UTF16_BE,
} Encoding;

static gboolean
begins_with (const GString *bytes, const char *mark, gsize length)
{
  return bytes->len >= length && memcmp (bytes->str, mark, length) == 0;
}

/* UTF-16 without a byte order mark: a header in English has a zero in every second byte. UTF-8 text has
 * none at all, so a quarter of them on one side and next to none on the other is proof enough. */
static Encoding
guess_encoding (const GString *bytes)
{
  gsize n_units = MIN (bytes->len, GUESS_SAMPLE) / 2;
  gsize n_even = 0;
  gsize n_odd = 0;

  for (gsize i = 0; i < n_units; i++)
    {
      n_even += bytes->str[2 * i] == '\0';
      n_odd += bytes->str[2 * i + 1] == '\0';
    }
  if (n_odd * 4 > n_units && n_even * 16 < n_odd)
    return ENCODING_UTF16_LE;
  if (n_even * 4 > n_units && n_odd * 16 < n_even)
    return ENCODING_UTF16_BE;
  return ENCODING_UTF8;
}

static Encoding
find_encoding (const GString *bytes, gsize *mark_length)
{
  *mark_length = 3;
  if (begins_with (bytes, "\xEF\xBB\xBF", 3))
    return ENCODING_UTF8;
  *mark_length = 2;
  if (begins_with (bytes, "\xFF\xFE", 2))
    return ENCODING_UTF16_LE;
  if (begins_with (bytes, "\xFE\xFF", 2))
    return ENCODING_UTF16_BE;
  *mark_length = 0;
  return guess_encoding (bytes);
}

static guint
count_lines (const char *text, gsize length)
{
  guint line = 1;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < length && text[i + 1] == '\n')))
      line++;
  return line;
}

static void
set_text_error (GError **error, guint line, gboolean is_zero, const char *encoding)
{
  if (is_zero)
    g_set_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_NOT_TEXT,
                 _ ("Line %u holds a zero byte, so this is not a text file."), line);
  else
    g_set_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_NOT_TEXT,
                 /* Translators: %s is the name of an encoding: UTF-8 or UTF-16. */
                 _ ("Line %u is not %s text. Save the file again as text in UTF-8."), line, encoding);
}

static GString *
decode_utf8 (GString *bytes, gsize mark_length, GError **error)
{
  const char *end;

  g_string_erase (bytes, 0, mark_length);
  if (g_utf8_validate_len (bytes->str, bytes->len, &end))
    return bytes;

  set_text_error (error, count_lines (bytes->str, end - bytes->str), *end == '\0', "UTF-8");
  g_string_free (bytes, TRUE);
  return NULL;
}

static GString *
decode_units (const gunichar2 *units, glong n_units, GError **error)
{
  glong n_read = 0;
  glong n_written = 0;
  g_autofree char *text = g_utf16_to_utf8 (units, n_units, &n_read, &n_written, NULL);

  if (text != NULL && n_read == n_units)
    return g_string_new_len (text, n_written);

  /* Only line ends matter in what was read so far. */
  g_autofree char *before = g_malloc (n_read + 1);
  for (glong i = 0; i < n_read; i++)
    before[i] = units[i] < 0x80 ? (char)units[i] : '?';
  /* The conversion ends at a zero, but calls it no error. */
  set_text_error (error, count_lines (before, n_read), text != NULL, "UTF-16");
  return NULL;
}

static GString *
decode_utf16 (GString *bytes, gsize mark_length, Encoding encoding, GError **error)
{
  gsize n_units = (bytes->len - mark_length) / 2;

  if ((bytes->len - mark_length) % 2 != 0)
    {
      g_set_error_literal (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_NOT_TEXT,
                           _ ("The file ends in the middle of a character: it is cut off. Get it again."));
      g_string_free (bytes, TRUE);
      return NULL;
    }

  g_autofree gunichar2 *units = g_new (gunichar2, n_units + 1);
  memcpy (units, bytes->str + mark_length, n_units * 2);
  g_string_free (bytes, TRUE);
  for (gsize i = 0; i < n_units; i++)
    units[i] = encoding == ENCODING_UTF16_LE ? GUINT16_FROM_LE (units[i]) : GUINT16_FROM_BE (units[i]);
  return decode_units (units, (glong)n_units, error);
}

/**
 * onward_text_input_decode:
 * @bytes: (transfer full): the bytes of a whole file
 * @error: return location of an %ONWARD_EXCHANGE_ERROR
 *
 * Reads UTF-8 and UTF-16 of both orders, each with or without a byte order mark, and takes the mark
 * away. Bytes that are neither are refused with the number of their line: an older encoding is not
 * guessed, because a wrong guess would spoil people's names without a word.
 *
 * Returns: (transfer full) (nullable): UTF-8 text without a zero byte; %NULL with @error set
 */
GString *
onward_text_input_decode (GString *bytes, GError **error)
{
  gsize mark_length;
  Encoding encoding;

  g_return_val_if_fail (bytes != NULL, NULL);

  encoding = find_encoding (bytes, &mark_length);
  if (encoding == ENCODING_UTF8)
    return decode_utf8 (bytes, mark_length, error);
  return decode_utf16 (bytes, mark_length, encoding, error);
}

/**
 * onward_text_input_read:
 * @stream: the file
 * @limit: the most bytes to take, for instance %ONWARD_TEXT_INPUT_LIMIT
 * @cancellable: (nullable): ends the reading
 * @error: return location of an %ONWARD_EXCHANGE_ERROR or a %G_IO_ERROR
 *
 * Reads @stream to its end, on any thread, and decodes it as onward_text_input_decode() does.
 *
 * Returns: (transfer full) (nullable): UTF-8 text without a zero byte; %NULL with @error set
 */
GString *
onward_text_input_read (GInputStream *stream, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  gsize n_filled = 0;
  gssize n;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  do
    {
      /* Not every stream looks at it itself. */
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_string_set_size (bytes, n_filled + READ_BLOCK);
      n = g_input_stream_read (stream, bytes->str + n_filled, READ_BLOCK, cancellable, error);
      if (n < 0)
        return NULL;
      n_filled += n;
      if (n_filled > limit)
        {
          g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
          g_set_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("The file is larger than %s, the most that can be imported."), size);
          return NULL;
        }
    }
  while (n > 0);
  g_string_set_size (bytes, n_filled);
  return onward_text_input_decode (g_steal_pointer (&bytes), error);
}
