/* test-text-input.c - the bytes of a foreign file as UTF-8 text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-exchange-error.h"
#include "onward-text-input.h"

#define LITERAL(bytes) (bytes), sizeof (bytes) - 1

static GString *
decode (const char *bytes, gsize length, GError **error)
{
  return onward_text_input_decode (g_string_new_len (bytes, length), error);
}

static void
check_text (const char *bytes, gsize length, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = decode (bytes, length, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (text->len, ==, strlen (expected));
}

static void
check_refused (const char *bytes, gsize length, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = decode (bytes, length, &error);

  g_assert_null (text);
  g_assert_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_NOT_TEXT);
  g_assert_cmpstr (error->message, ==, message);
}

static GString *
encode_utf16 (const char *text, gboolean big_endian, gboolean with_mark)
{
  GString *bytes = g_string_new (NULL);
  glong n_units;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);

  if (with_mark)
    g_string_append_len (bytes, big_endian ? "\xFE\xFF" : "\xFF\xFE", 2);
  for (glong i = 0; i < n_units; i++)
    {
      g_string_append_c (bytes, big_endian ? units[i] >> 8 : units[i] & 0xFF);
      g_string_append_c (bytes, big_endian ? units[i] & 0xFF : units[i] >> 8);
    }
  return bytes;
}

static void
test_utf8 (void)
{
  check_text (LITERAL ("First Name\r\nZoë\r\n"), "First Name\r\nZoë\r\n");
  check_text (LITERAL ("\xEF\xBB\xBF"
                       "First Name"),
              "First Name");
  check_text (LITERAL ("\xEF\xBB\xBF"), "");
  check_text (LITERAL (""), "");
}

static void
test_utf16 (void)
{
  const char *text = "First Name,Last Name\r\nÇiğdem,王\r\nJo 😀,ß\r\n";

  for (guint way = 0; way < 4; way++)
    {
      g_autoptr (GString) bytes = encode_utf16 (text, way & 1, way & 2);

      check_text (bytes->str, bytes->len, text);
    }
  check_text (LITERAL ("\xFF\xFE"), "");
}

static void
test_bad_utf8 (void)
{
  check_refused (LITERAL ("one\ntwo\nJos\xE9,three\n"),
                 "Line 3 is not UTF-8 text. Save the file again as text in UTF-8.");
  check_refused (LITERAL ("one\r\ntwo\rJos\xE9"), "Line 3 is not UTF-8 text. Save the file again as text in UTF-8.");
  check_refused (LITERAL ("one\ncut \xE2\x82"), "Line 2 is not UTF-8 text. Save the file again as text in UTF-8.");
  /* A surrogate, and more than U+10FFFF. */
  check_refused (LITERAL ("\xED\xA0\x80"), "Line 1 is not UTF-8 text. Save the file again as text in UTF-8.");
  check_refused (LITERAL ("\xF5\x80\x80\x80"), "Line 1 is not UTF-8 text. Save the file again as text in UTF-8.");
}

static void
test_zero_bytes (void)
{
  check_refused (LITERAL ("one\ntw\0o\n"), "Line 2 holds a zero byte, so this is not a text file.");
  check_refused (LITERAL ("\xFF\xFE"
                          "a\0\n\0\0\0b\0"),
                 "Line 2 holds a zero byte, so this is not a text file.");
  /* UTF-32 begins like UTF-16. */
  check_refused (LITERAL ("\xFF\xFE\0\0a\0\0\0"), "Line 1 holds a zero byte, so this is not a text file.");
}

static void
test_bad_utf16 (void)
{
  check_refused (LITERAL ("\xFF\xFE"
                          "a\0b"),
                 "The file ends in the middle of a character: it is cut off. Get it again.");
  check_refused (LITERAL ("\xFF\xFE"
                          "a\0\n\0\x3D\xD8x\0"),
                 "Line 2 is not UTF-16 text. Save the file again as text in UTF-8.");
  check_refused (LITERAL ("\xFE\xFF\0a\0\n\0\n\xDC\x01\0x"),
                 "Line 3 is not UTF-16 text. Save the file again as text in UTF-8.");
}

static void
test_stream (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;

  while (long_text->len < 1000 * 1000)
    g_string_append (long_text, "Größe, 12\n");
  stream = g_memory_input_stream_new_from_data (long_text->str, long_text->len, NULL);
  text = onward_text_input_read (stream, long_text->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_string_equal (text, long_text));
}

static void
test_too_large (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("12345", 5, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (onward_text_input_read (stream, 4, NULL, &error));
  g_assert_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_cancelled (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("12345", 5, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (onward_text_input_read (stream, 100, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-input/utf-8-is-read-with-and-without-a-mark", test_utf8);
  g_test_add_func ("/text-input/utf-16-is-read-in-both-orders-with-and-without-a-mark", test_utf16);
  g_test_add_func ("/text-input/bad-utf-8-is-refused-with-its-line", test_bad_utf8);
  g_test_add_func ("/text-input/a-zero-byte-is-refused-with-its-line", test_zero_bytes);
  g_test_add_func ("/text-input/bad-utf-16-is-refused-with-its-line", test_bad_utf16);
  g_test_add_func ("/text-input/a-stream-is-read-to-its-end", test_stream);
  g_test_add_func ("/text-input/more-than-the-limit-is-refused", test_too_large);
  g_test_add_func ("/text-input/reading-can-be-cancelled", test_cancelled);
  return g_test_run ();
}
