/* corpus.c - files of other projects, which lie beside this one and are not part of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "corpus.h"

#include "onward-text-input.h"

/* Skips the running test, with the reason, where the project is checked out alone. */
gboolean
corpus_is_here (void)
{
  const char *folder = g_getenv ("ONWARD_CORPORA");

  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_test_skip ("the corpora (../shared/corpora) are not beside the project");
  return FALSE;
}

GString *
corpus_read (const char *path)
{
  g_autofree char *name = g_build_filename (g_getenv ("ONWARD_CORPORA"), path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  GString *text;

  stream = g_file_read (file, NULL, &error);
  g_assert_no_error (error);
  text = onward_text_input_read (G_INPUT_STREAM (stream), ONWARD_TEXT_INPUT_LIMIT, NULL, &error);
  g_assert_no_error (error);
  return text;
}
