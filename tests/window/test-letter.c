/* test-letter.c - a message on paper: addresses, date and words, on A4, US Letter and a card */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "messages/onward-letter.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

/* Pictures and PDFs go there when somebody wants to look at them. */
#define FOLDER "ONWARD_LETTERS"

static OnwardLetter *
create_letter (gboolean card, guint paragraphs)
{
  OnwardLetter *letter = g_new0 (OnwardLetter, 1);
  GString *body = g_string_new ("Dear Jonas,\n\n");

  for (guint i = 0; i < paragraphs; i++)
    g_string_append_printf (
        body,
        "%u. Thank you for the conversation on Monday 2 March. One thing I keep coming back to is the "
        "relay that nobody dared to replace, and how your team took over the work.\n\n",
        i + 1);
  g_string_append (body, "Kind regards\nEla Novak");
  letter->card = card;
  letter->sender = g_strdup ("Ela Novak\nRua das Flores 12\n1200-195 Lisboa\n+351 21 000 0042");
  letter->recipient = g_strdup ("Jonas Lindqvist\nFjord Energy\nHavneveien 3\n5003 Bergen");
  letter->date = g_strdup ("2 March 2026");
  letter->subject = g_strdup ("Thank you for Monday");
  letter->body = g_string_free (body, FALSE);
  return letter;
}

static char *
get_path (const char *name)
{
  const char *folder = g_getenv (FOLDER);

  return g_build_filename (folder != NULL ? folder : g_getenv ("SESSION_DIR"), name, NULL);
}

/* Writes the PDF, and says how many pages it has and how big they are. */
static int
print (OnwardLetter *letter, const char *paper, const char *name, double *width, double *height)
{
  g_autoptr (GtkPrintOperation) operation = onward_letter_create_operation (letter);
  g_autoptr (GtkPageSetup) setup = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = get_path (name);
  int pages;

  if (setup != NULL)
    g_object_ref (setup);
  if (paper != NULL)
    {
      GtkPaperSize *size = gtk_paper_size_new (paper);

      g_clear_object (&setup);
      setup = gtk_page_setup_new ();
      gtk_page_setup_set_paper_size_and_default_margins (setup, size);
      gtk_paper_size_free (size);
      gtk_print_operation_set_default_page_setup (operation, setup);
    }
  *width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM);
  *height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &pages, NULL);
  return pages;
}

/* The words of a PDF, by poppler. */
static char *
read_words (const char *name, int page, int end)
{
  g_autofree char *path = get_path (name);
  g_autofree char *number = g_strdup_printf ("%d", page);
  g_autofree char *last = g_strdup_printf ("%d", end);
  const char *const call[] = { "pdftotext", "-layout", "-f", number, "-l", last, path, "-", NULL };
  char *words = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **)call, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL, NULL, NULL));
  return words;
}

static void
test_letter (gconstpointer data)
{
  const char *paper = data;
  g_autofree char *name = g_strdup_printf ("letter-%s.pdf", paper);
  double width, height;
  g_autofree char *words = NULL;

  g_assert_cmpint (print (create_letter (FALSE, 2), paper, name, &width, &height), ==, 1);
  words = read_words (name, 1, 1);
  g_assert_nonnull (strstr (words, "Rua das Flores 12"));
  g_assert_nonnull (strstr (words, "Havneveien 3"));
  g_assert_nonnull (strstr (words, "2 March 2026"));
  g_assert_nonnull (strstr (words, "Thank you for Monday\n"));
  g_assert_nonnull (strstr (words, "Ela Novak"));
}

static void
test_long (void)
{
  double width, height;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *all = NULL;
  int pages = print (create_letter (FALSE, 30), "iso_a4", "long.pdf", &width, &height);

  g_assert_cmpint (pages, >, 2);
  first = read_words ("long.pdf", 1, 1);
  last = read_words ("long.pdf", pages, pages);
  g_assert_nonnull (strstr (first, "1. Thank you"));
  g_assert_nonnull (strstr (last, "Kind regards"));
  g_assert_null (strstr (last, "Havneveien"));
  all = read_words ("long.pdf", 1, pages);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *words = g_strdup_printf ("\n%u. Thank you", i + 1);
      g_auto (GStrv) parts = g_strsplit (all, words, -1);

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
    }
}

static void
test_card (void)
{
  double width, height;
  g_autofree char *words = NULL;

  g_assert_cmpint (print (create_letter (TRUE, 1), NULL, "card.pdf", &width, &height), ==, 1);
  g_assert_cmpfloat (width, >, height);
  g_assert_cmpfloat_with_epsilon (width, 148, 1);
  words = read_words ("card.pdf", 1, 1);
  g_assert_nonnull (strstr (words, "Dear Jonas"));
  g_assert_null (strstr (words, "Havneveien"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/letter/it has addresses, date, subject and words on A4", "iso_a4", test_letter);
  g_test_add_data_func ("/letter/and on US Letter", "na_letter", test_letter);
  g_test_add_func ("/letter/a long one goes on, with its head on the first page only", test_long);
  g_test_add_func ("/letter/a card has the words alone, on A6", test_card);
  return g_test_run ();
}
