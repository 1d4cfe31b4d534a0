/* test-person-line.c - somebody written in one line is understood, and a picture is made small or refused */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "contacts/onward-contact-entry.h"
#include "contacts/onward-person-line.h"
#include "shared/onward-photo.h"
#include "store/onward-profile.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_line (const char *text, const char *name, const char *headline, const char *company, const char *email,
             const char *phone, const char *url, const char *how_met)
{
  g_autoptr (OnwardPersonLine) line = onward_person_line_parse (text);

  g_assert_cmpstr (line->name, ==, name);
  g_assert_cmpstr (line->headline, ==, headline);
  g_assert_cmpstr (line->company, ==, company);
  g_assert_cmpstr (line->email, ==, email);
  g_assert_cmpstr (line->phone, ==, phone);
  g_assert_cmpstr (line->url, ==, url);
  g_assert_cmpstr (line->how_met, ==, how_met);
}

static void
test_a_line_is_name_role_company_mail (void)
{
  assert_line ("Ana Ruiz, Recruiter, Sable, ana@sable.example", "Ana Ruiz", "Recruiter", "Sable", "ana@sable.example",
               "", "", "");
  assert_line ("Ana Ruiz", "Ana Ruiz", "", "", "", "", "", "");
  assert_line ("", "", "", "", "", "", "", "");
}

static void
test_addresses_are_known_wherever_they_stand (void)
{
  assert_line ("ana@sable.example; Ana Ruiz; +31 (0)30 123-4567; linkedin.com/in/ana; Recruiter", "Ana Ruiz",
               "Recruiter", "", "ana@sable.example", "+31 (0)30 123-4567", "linkedin.com/in/ana", "");
  assert_line ("Ana, Lead @ Sable, 2026, a meetup, in May", "Ana", "Lead @ Sable", "2026", "", "", "",
               "a meetup, in May");
}

static void
test_a_mail_with_a_name_is_two_parts (void)
{
  assert_line ("Ana Ruiz <ana@sable.example>", "Ana Ruiz", "", "", "ana@sable.example", "", "", "");
  assert_line ("\"Ana Ruiz\" <ana@sable.example>, Recruiter", "Ana Ruiz", "Recruiter", "", "ana@sable.example", "", "",
               "");
  assert_line ("Ana <3 Ruiz", "Ana <3 Ruiz", "", "", "", "", "", "");
  assert_line ("Ana Ruiz <formerly Soto>, Recruiter", "Ana Ruiz <formerly Soto>", "Recruiter", "", "", "", "", "");
  assert_line ("Ana \"Nan\" Ruiz <ana@sable.example>", "Ana \"Nan\" Ruiz", "", "", "ana@sable.example", "", "", "");
}

static void
test_a_year_is_a_day_and_nonsense_is_not (void)
{
  g_autofree char *year = onward_contact_entry_read_day ("2019");
  g_autofree char *month = onward_contact_entry_read_day ("2019-03");
  g_autofree char *day = onward_contact_entry_read_day ("2019-03-04");

  g_assert_cmpstr (year, ==, "2019-01-01");
  g_assert_cmpstr (month, ==, "2019-03-01");
  g_assert_cmpstr (day, ==, "2019-03-04");
  g_assert_null (onward_contact_entry_read_day ("last spring"));
  g_assert_null (onward_contact_entry_read_day ("2019-13"));
}

typedef struct
{
  char *photo;
  GError *error;
  gboolean done;
} Loaded;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Loaded *loaded = data;

  loaded->photo = onward_photo_load_finish (result, &loaded->error);
  loaded->done = TRUE;
}

/* What becomes of a file with these bytes. */
static Loaded
load (const char *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "onward-photo-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Loaded loaded = { NULL, NULL, FALSE };

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
  onward_photo_load_async (file, NULL, loaded_cb, &loaded);
  while (!loaded.done)
    g_main_context_iteration (NULL, TRUE);
  g_unlink (path);
  return loaded;
}

static void
create_picture (const char *format, int width, int height, char **bytes, gsize *length)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);

  gdk_pixbuf_fill (pixbuf, 0x3060c080);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, bytes, length, format, NULL, NULL));
}

static void
test_a_picture_becomes_a_small_square (void)
{
  static const char *const formats[] = { "png", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *bytes = NULL;
      gsize length;
      Loaded loaded;
      g_autoptr (GdkTexture) texture = NULL;

      create_picture (formats[i], 900, 400, &bytes, &length);
      loaded = load (bytes, length);
      g_assert_no_error (loaded.error);
      g_assert_cmpuint (strlen (loaded.photo), <, 20000);
      texture = onward_photo_get_texture (loaded.photo);
      g_assert_nonnull (texture);
      g_assert_cmpint (gdk_texture_get_width (texture), ==, 192);
      g_assert_cmpint (gdk_texture_get_height (texture), ==, 192);
      g_free (loaded.photo);
    }
}

static void
assert_refused (const char *bytes, gsize length)
{
  Loaded loaded = load (bytes, length);

  g_assert_null (loaded.photo);
  g_assert_nonnull (loaded.error);
  g_assert_null (strchr (loaded.error->message, '\n'));
  g_clear_error (&loaded.error);
}

static void
test_a_hostile_file_is_refused_in_a_sentence (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>";
  g_autofree char *png = NULL;
  g_autofree char *huge = NULL;
  gsize length;

  create_picture ("png", 300, 300, &png, &length);
  assert_refused (svg, sizeof svg - 1);
  assert_refused ("", 0);
  assert_refused ("\x89PNG\r\n\x1a\nnothing of the kind", 28);
  /* It says of itself that it has 60,000 times 60,000 pixels. */
  huge = g_memdup2 (png, length);
  memcpy (huge + 16, "\0\0\xea\x60\0\0\xea\x60", 8);
  assert_refused (huge, length);
  g_assert_null (onward_photo_get_texture ("data:image/png;base64,AAAA"));
  g_assert_null (onward_photo_get_texture ("file:///etc/passwd"));
}

static void
test_my_card_is_a_line_each (void)
{
  OnwardProfile profile = { .name = (char *)"Ela Novak", .email = (char *)"ela@new.example", .url = (char *)"" };
  g_autofree char *text = onward_profile_to_text (&profile);

  g_assert_cmpstr (text, ==, "Ela Novak\nela@new.example\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-line/a-line-is-name-role-company-mail", test_a_line_is_name_role_company_mail);
  g_test_add_func ("/person-line/addresses-are-known-wherever-they-stand",
                   test_addresses_are_known_wherever_they_stand);
  g_test_add_func ("/person-line/a-mail-with-a-name-is-two-parts", test_a_mail_with_a_name_is_two_parts);
  g_test_add_func ("/person-line/a-year-is-a-day-and-nonsense-is-not", test_a_year_is_a_day_and_nonsense_is_not);
  g_test_add_func ("/photo/a-picture-becomes-a-small-square", test_a_picture_becomes_a_small_square);
  g_test_add_func ("/photo/a-hostile-file-is-refused-in-a-sentence", test_a_hostile_file_is_refused_in_a_sentence);
  g_test_add_func ("/profile/my-card-is-a-line-each", test_my_card_is_a_line_each);
  return g_test_run ();
}
