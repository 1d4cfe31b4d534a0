/* test-hostile-input.c - random and damaged bytes: no crash, no stall, never more than one line of error */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-exchange-error.h"
#include "onward-file-kind.h"
#include "onward-linkedin.h"
#include "onward-text-input.h"

/* ONWARD_FUZZ_SECONDS runs it longer; every input can be made again from the seed that --seed takes. */
#define DEFAULT_SECONDS 2

static const char seed_file[] =
    "\xEF\xBB\xBFNotes:\r\n\"About, \"\"missing\"\" mail\r\naddresses\"\r\n\r\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
    "Ana,Cruz,https://www.linkedin.com/in/ana,ana@example.org,\"Helix, Inc.\",\"Lead \"\"R&D\"\"\",12 Mar 2024\r\n"
    "王,小明,www.linkedin.com/in/xm,,Øresund;Labs,\"a\nb\",7-Feb-22\r\n,,,,,,\r\nBo,,,n/a,,,03/15/2024\r\n";

static const char *const pieces[] = { "\"",
                                      "\"\"",
                                      ",",
                                      ";",
                                      "\t",
                                      "\n",
                                      "\r",
                                      "\r\n",
                                      "\xEF\xBB\xBF",
                                      "\xFF\xFE",
                                      "\xE9",
                                      "First Name,Last Name,Connected On",
                                      "{\"format\":\"onward\"",
                                      "12 Mar 2024",
                                      "@",
                                      "https://",
                                      "\u202E",
                                      "\u200B",
                                      "\xF0\x9F\x98\x80",
                                      "99/99/9999" };

static GString *
make_random_bytes (void)
{
  GString *bytes = g_string_new (NULL);

  for (gint n = g_test_rand_int_range (0, 400); n > 0; n--)
    g_string_append_c (bytes, (char)g_test_rand_int_range (0, 256));
  return bytes;
}

static GString *
make_damaged_file (void)
{
  GString *bytes = g_string_new_len (seed_file, sizeof seed_file - 1);

  for (gint n = g_test_rand_int_range (1, 12); n > 0 && bytes->len > 0; n--)
    {
      gsize at = g_test_rand_int_range (0, bytes->len);
      gsize wanted = g_test_rand_int_range (1, 40);
      gsize length = MIN (wanted, bytes->len - at);

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          bytes->str[at] = (char)g_test_rand_int_range (0, 256);
          break;
        case 1:
          g_string_erase (bytes, at, length);
          break;
        case 2:
          g_string_insert (bytes, at, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          break;
        case 3:
          {
            g_autofree char *part = g_strndup (bytes->str + at, length);
            g_string_insert (bytes, g_test_rand_int_range (0, bytes->len), part);
            break;
          }
        default:
          g_string_truncate (bytes, at);
        }
    }
  return bytes;
}

static GString *
make_pieces (void)
{
  GString *bytes = g_string_new (NULL);

  for (gint n = g_test_rand_int_range (0, 60); n > 0; n--)
    g_string_append (bytes, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return bytes;
}

static void
check_one_line (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == ONWARD_EXCHANGE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strpbrk (error->message, "\r\n"));
}

static void
check_strings (OnwardProposal *proposal)
{
  g_assert_cmpuint (proposal->n_read, ==, proposal->contacts->len + proposal->rejected->len);
  for (guint i = 0; i < proposal->contacts->len; i++)
    {
      OnwardProposedContact *contact = &g_array_index (proposal->contacts, OnwardProposedContact, i);
      const char *const members[] = { contact->name,    contact->url,      contact->email,
                                      contact->company, contact->position, contact->connected_on };

      g_assert_nonnull (contact->name);
      for (guint m = 0; m < G_N_ELEMENTS (members); m++)
        if (members[m] != NULL)
          {
            g_assert_cmpstr (members[m], !=, "");
            g_assert_true (g_utf8_validate (members[m], -1, NULL));
            g_assert_null (strpbrk (members[m], "\r\n\t\x1B"));
          }
    }
}

static gboolean
read_bytes (GString *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = onward_text_input_decode (bytes, &error);
  g_autoptr (OnwardProposal) proposal = NULL;

  if (text == NULL)
    {
      check_one_line (error);
      return FALSE;
    }
  g_assert_cmpuint (strlen (text->str), ==, text->len);
  if (!onward_file_kind_check (onward_file_kind_find (text->str, text->len), &error))
    {
      check_one_line (error);
      g_clear_error (&error);
    }
  proposal = onward_linkedin_read_connections (text->str, text->len, NULL, &error);
  if (proposal == NULL)
    check_one_line (error);
  else
    check_strings (proposal);
  return proposal != NULL;
}

static void
run (GString *(*make) (void))
{
  const char *wanted = g_getenv ("ONWARD_FUZZ_SECONDS");
  gint64 end = g_get_monotonic_time () + (wanted == NULL ? DEFAULT_SECONDS : atoi (wanted)) * G_USEC_PER_SEC;
  guint n_inputs = 0;
  guint n_read = 0;

  for (; n_inputs < 20000 || (wanted != NULL && g_get_monotonic_time () < end); n_inputs++)
    {
      gint64 start = g_get_monotonic_time ();

      n_read += read_bytes (make ());
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
      if (wanted == NULL && start > end)
        break;
    }
  g_test_message ("%u inputs, %u of them read as connections", n_inputs, n_read);
}

static void
test_random (void)
{
  run (make_random_bytes);
}

static void
test_damaged (void)
{
  run (make_damaged_file);
}

static void
test_pieces (void)
{
  run (make_pieces);
}

static void
check_large (const char *piece, gsize size)
{
  g_autoptr (GString) text = g_string_sized_new (size + 100);
  gint64 start;

  while (text->len < size)
    g_string_append (text, piece);
  start = g_get_monotonic_time ();
  read_bytes (g_steal_pointer (&text));
  g_test_message ("%" G_GSIZE_FORMAT " bytes of it: %.2f s", size, (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 8 * G_USEC_PER_SEC);
}

/* What would make a reader that looks back, or looks ahead, slower than the file is long. */
static void
test_large (void)
{
  const gsize size = 8 * 1024 * 1024;

  check_large (",", size);
  check_large ("\"", size);
  check_large ("first name,\"", size);
  check_large ("first name,\"\n", size);
  check_large ("First Name,Last Name,Connected On\n", size);
  check_large ("First Name,Last Name,Connected On\n,,\"x\n", size);
  check_large ("{\"format\"", size);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile-input/random-bytes-end-in-one-line-at-most", test_random);
  g_test_add_func ("/hostile-input/a-damaged-file-ends-in-one-line-at-most", test_damaged);
  g_test_add_func ("/hostile-input/pieces-of-files-end-in-one-line-at-most", test_pieces);
  g_test_add_func ("/hostile-input/large-files-take-no-longer-than-they-are-large", test_large);
  return g_test_run ();
}
